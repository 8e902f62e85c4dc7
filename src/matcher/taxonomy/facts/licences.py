"""Driving licence classes: which one lets its holder drive what.

Two relations are joined here, as the EU directive 2006/126/EC states them: *entitlement* (CE covers C, C1, C1E and BE)
and *prerequisite* (C cannot be held without B), so whoever holds C may drive a car too. A does not cover B, D does not
cover C, C1 does not cover C.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import get_args

from matcher.records import LicenceClass

CLASSES: tuple[LicenceClass, ...] = get_args(LicenceClass)
"""Every class, smallest vehicle first."""

# Class → classes that it entitles to or that must be held before it; closed over below.
_COVERS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "AM": (), "A1": ("AM",), "A2": ("A1",), "A": ("A2",), "B": ("AM",), "BE": ("B",),
    "C1": ("B",), "C1E": ("C1", "BE"), "C": ("C1",), "CE": ("C", "C1E"),
    "D1": ("B",), "D1E": ("D1", "BE"), "D": ("D1",), "DE": ("D", "D1E"),
})  # fmt: skip


@cache
def may_drive(licence: str) -> frozenset[str]:
    """Classes that the holder of one class may drive, itself included.

    Parameters
    ----------
    licence : str
        A class of the EU list, ``"AM"`` to ``"DE"``.

    Returns
    -------
    frozenset of str

    Raises
    ------
    ValueError
        It is no class of the list.

    Examples
    --------
    >>> sorted(may_drive("CE"))
    ['AM', 'B', 'BE', 'C', 'C1', 'C1E', 'CE']
    >>> "B" in may_drive("A"), "C" in may_drive("C1")
    (False, False)
    """
    if licence not in _COVERS:
        raise ValueError(f"a licence class is one of {', '.join(CLASSES)}")
    held = {licence}
    for lower in _COVERS[licence]:
        held |= may_drive(lower)
    return frozenset(held)
