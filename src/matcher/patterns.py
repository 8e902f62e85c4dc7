"""Patterns that are compiled when they are first used: readers hold a thousand, one row of a sheet needs few."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_TOLD = (
    "findall", "finditer", "flags", "fullmatch", "groupindex", "groups", "match", "scanner", "search", "split", "sub",
    "subn",
)  # fmt: skip
"""What a compiled pattern has beside its ``pattern``."""


class _Late:
    """A pattern that has what a compiled one has; other than that, it equals itself alone."""

    __slots__ = ("_given", "pattern", *_TOLD)

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern, self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """Compile the pattern: this is asked for what is not there yet, so only the first time."""
        if name not in _TOLD:
            raise AttributeError(name)
        compiled: re.Pattern[Any] = re.compile(self.pattern, self._given)
        for each in _TOLD:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


def late(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    r"""Return a pattern that is compiled when it is first used.

    Parameters
    ----------
    pattern : str or bytes
    flags : int
        As of :func:`re.compile`.

    Returns
    -------
    re.Pattern
        For all that is done with one; what a match calls its ``re`` is the compiled one.

    Examples
    --------
    >>> year = late(r"\d{4}")
    >>> year.findall("2019-2021")
    ['2019', '2021']
    """
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))
