"""The weights: whole points, so that sums are exact. Their origin is told in ``docs/scoring.md``."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import asdict, dataclass, field, fields
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any, get_args

from matcher.errors import InvalidRecordError
from matcher.ranking.verdicts import TIERS
from matcher.records import Kind
from matcher.toml_files import read_toml

_MOST = 1_000_000
"""Points of a weight, either way, that sums can hold."""
_BARE = re.compile("[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class VerdictPoints:
    """Points of one kind of requirement for each verdict.

    Attributes
    ----------
    met, unknown, step, block : int
        For a ``must`` group: met, not known, unmet but bridgeable, unmet.
    nice : int
        For each ``nice`` group that is met.
    most : int
        At most so many ``must`` groups of a kind count (the worst first), so that a long list does not sink an ad.
    """

    met: int = 0
    unknown: int = 0
    step: int = 0
    block: int = 0
    nice: int = 0
    most: int = 2


@dataclass(frozen=True, slots=True)
class Weights:
    """All weights of the score.

    Attributes
    ----------
    soft : dict of str to int
        Points of each soft component at its full value.
    verdicts : dict of str to VerdictPoints
        Points by kind of requirement.
    tiers : dict of str to int
        Points of the whole pair by its tier.
    """

    soft: dict[str, int] = field(default_factory=dict)
    verdicts: dict[str, VerdictPoints] = field(default_factory=dict)
    tiers: dict[str, int] = field(default_factory=dict)

    @classmethod
    def load(cls, path: str | Path) -> Weights:
        """Read a weights file.

        Raises
        ------
        ReadError
            The file cannot be read.
        InvalidRecordError
            The file is no TOML of the form that :func:`default_weights` has, a weight is no whole number up to a
            million, or a table, tier or kind of requirement is not known. A component may be anybody's own.
        """
        return _parse(read_toml(path, InvalidRecordError), str(path))

    def to_toml(self) -> str:
        """Write the weights as :meth:`load` reads them.

        Examples
        --------
        >>> print(Weights({"text": 5}, {"skill": VerdictPoints(met=1)}).to_toml())
        [soft]
        text = 5
        <BLANKLINE>
        [tiers]
        <BLANKLINE>
        [verdicts.skill]
        met = 1
        unknown = 0
        step = 0
        block = 0
        nice = 0
        most = 2
        <BLANKLINE>
        """
        tables = {"soft": self.soft, "tiers": self.tiers}
        tables |= {f"verdicts.{kind}": asdict(points) for kind, points in self.verdicts.items()}
        texts = [
            f"[{name}]\n" + "".join(f"{_key(k)} = {v}\n" for k, v in rows.items()) for name, rows in tables.items()
        ]
        return "\n".join(texts)


def _key(name: str) -> str:
    """Write a name as TOML has keys: in quotes where it holds more than letters of English, digits, - and _."""
    return name if _BARE.fullmatch(name) else json.dumps(name, ensure_ascii=False)


def _parse(data: dict[str, Any], path: str) -> Weights:
    names = {f.name for f in fields(VerdictPoints)}
    soft, verdicts, tiers = (data.get(name, {}) for name in ("soft", "verdicts", "tiers"))
    kinds = list(verdicts.values()) if isinstance(verdicts, dict) else [verdicts]
    whole = all(
        isinstance(one, dict) and all(type(n) is int and abs(n) <= _MOST for n in one.values())
        for one in (soft, tiers, *kinds)
    )
    # A name that is not known would be passed over in silence, and its points with it.
    known = whole and data.keys() <= {"soft", "verdicts", "tiers"} and all(set(one) <= names for one in kinds)
    if not data or not known or any(one.get("most", 0) < 0 for one in kinds):
        raise InvalidRecordError(
            path,
            f"whole numbers up to {_MOST} under [soft], [tiers] and [verdicts.KIND] "
            f"({', '.join(sorted(names))}), nothing else, and most not below 0",
        )
    for what, found, there_are in (("tiers", tiers, TIERS), ("kinds", verdicts, get_args(Kind))):
        if not set(found) <= set(there_are):
            raise InvalidRecordError(path, f"no other {what} than {', '.join(there_are)}")
    return Weights(dict(soft), {kind: VerdictPoints(**points) for kind, points in verdicts.items()}, dict(tiers))


@lru_cache(maxsize=1)
def default_weights() -> Weights:
    """Return the weights that ship with the library.

    Examples
    --------
    >>> default_weights().soft["occupation"] > 0
    True
    """
    text = resources.files("matcher.ranking").joinpath("weights.toml").read_text(encoding="utf-8")
    return _parse(tomllib.loads(text), "weights.toml")
