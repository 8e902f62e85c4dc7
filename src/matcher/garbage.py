"""When Python's garbage collector has nothing to do."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_ALLOCATIONS = 100_000


def collect_seldom() -> None:
    """Let the collector look for circles a hundred times as seldom, and not among what is held already.

    For processes of our own alone, which make many records and hardly ever one that refers to itself: a ranking takes
    a tenth less time, and an index a twentieth.

    Examples
    --------
    >>> import gc
    >>> before = gc.get_threshold()
    >>> collect_seldom()
    >>> gc.get_threshold()[0]
    100000
    >>> gc.set_threshold(*before)
    """
    gc.freeze()
    gc.set_threshold(_ALLOCATIONS)


@contextmanager
def uncollected() -> Iterator[None]:
    """Let the garbage collector wait while many small objects are made that refer to nothing that refers to them.

    The collector is started by how many objects are new, and then goes through all that the process holds, a taxonomy
    of a hundred thousand objects among it. What nobody needs any longer goes away as always, since references are
    counted. Another thread that collects on purpose is not hindered.

    Examples
    --------
    >>> import gc
    >>> with uncollected():
    ...     gc.isenabled()
    False
    >>> gc.isenabled()
    True
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
