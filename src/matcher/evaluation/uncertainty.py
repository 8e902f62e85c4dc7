"""How far a figure can be trusted: bootstrap intervals, a paired permutation test, correction for many tests."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from statistics import NormalDist

N_RESAMPLES = 9_999
LEAST_FOR_INTERVAL = 5
_EXACT_UP_TO = 12


def bootstrap_interval(values: Sequence[float], *, seed: int = 1) -> tuple[float, float] | None:
    """95 % interval of a mean: bias-corrected and accelerated bootstrap with a fixed seed.

    Parameters
    ----------
    values : sequence of float
        One value a query.
    seed : int
        Equal seeds give equal intervals.

    Returns
    -------
    (low, high) or None
        ``None`` for fewer than five values, or where all are equal: it would show a certainty that nobody has.

    Notes
    -----
    Efron (1987), "Better bootstrap confidence intervals", JASA 82(397).

    Examples
    --------
    >>> low, high = bootstrap_interval([0.0, 0.2, 0.4, 0.6, 0.8, 1.0])
    >>> 0.1 < low < 0.5 < high < 0.9
    True
    >>> bootstrap_interval([1.0]) is None
    True
    """
    import numpy as np

    x = np.asarray(values, dtype=float)
    n = len(x)
    if n < LEAST_FOR_INTERVAL or np.all(x == x[0]):
        return None
    # RandomState's stream is frozen for good; a Generator's may change with a NumPy version.
    random = np.random.RandomState(seed)
    step = max(1, 2_000_000 // n)
    sizes = [min(step, N_RESAMPLES - start) for start in range(0, N_RESAMPLES, step)]
    means = np.sort(np.concatenate([x[random.randint(0, n, size=(size, n))].mean(axis=1) for size in sizes]))
    normal = NormalDist()
    below = (np.count_nonzero(means < x.mean()) + np.count_nonzero(means <= x.mean())) / (2 * N_RESAMPLES)
    bias = normal.inv_cdf(min(max(below, 1 / N_RESAMPLES), 1 - 1 / N_RESAMPLES))
    centred = x - x.mean()
    acceleration = float((centred**3).sum() / (6 * (centred**2).sum() ** 1.5))

    def percentile(level: float) -> float:
        z = bias + normal.inv_cdf(level)
        return float(np.quantile(means, normal.cdf(bias + z / (1 - acceleration * z))))

    return percentile(0.025), percentile(0.975)


def permutation_p(first: Sequence[float], second: Sequence[float], *, seed: int = 1) -> float:
    """Two-sided p value of a paired permutation test on the mean difference.

    Parameters
    ----------
    first, second : sequence of float
        Values of the same queries in the same order.
    seed : int

    Returns
    -------
    float
        In (0, 1]; exact up to twelve pairs, from 9,999 random sign flips beyond.

    Raises
    ------
    ValueError
        The sequences differ in length.

    Examples
    --------
    >>> permutation_p([1.0, 1.0, 1.0], [0.0, 0.0, 0.0])
    0.25
    """
    import numpy as np

    differences = np.subtract(first, second, dtype=float) if len(first) == len(second) else None
    if differences is None:
        raise ValueError("both runs need a value for each query")
    observed = abs(differences.sum()) - 1e-12
    if len(differences) <= _EXACT_UP_TO:
        signs = np.array(list(product((1.0, -1.0), repeat=len(differences)))).reshape(2 ** len(differences), -1)
        return float(np.mean(np.abs(signs @ differences) >= observed))
    random = np.random.RandomState(seed)
    step = max(1, 2_000_000 // len(differences))
    hits = 0
    for start in range(0, N_RESAMPLES, step):
        signs = random.randint(0, 2, size=(min(step, N_RESAMPLES - start), len(differences))) * 2.0 - 1.0
        hits += int(np.count_nonzero(np.abs(signs @ differences) >= observed))
    return (hits + 1) / (N_RESAMPLES + 1)


def holm(p_values: Sequence[float]) -> list[float]:
    """Holm's correction: p values that may be read side by side.

    Examples
    --------
    >>> holm([0.01, 0.04])
    [0.02, 0.04]
    """
    order = sorted(range(len(p_values)), key=p_values.__getitem__)
    corrected = [0.0] * len(p_values)
    highest = 0.0
    for place, index in enumerate(order):
        highest = max(highest, min(1.0, (len(p_values) - place) * p_values[index]))
        corrected[index] = highest
    return corrected
