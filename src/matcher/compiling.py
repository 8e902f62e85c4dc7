"""How loops are compiled. Importing this module imports numba.

Compiled code is kept beside the loops or, where that cannot be written, in the user's cache folder; where neither can
(a read-only container without a home), it is compiled anew in each process. That takes seconds and changes no number.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from types import CodeType, FunctionType, ModuleType
from typing import Any

import numba
import numpy as np

_njit: Any = numba.njit
"""Not all that it takes is declared."""


def compiled(function: Callable[..., Any]) -> Callable[..., Any]:
    """Compile a loop when it is first called, and keep it where there is a folder to keep it in.

    It is kept as long as its file stays as it is, its code and what it encloses: where it calls loops of other files
    it encloses their :func:`fingerprint`.
    """
    return _kept(function)


def compiled_bare(function: Callable[..., Any]) -> Callable[..., Any]:
    """Compile a loop that makes no array, nor anything inside of it, and keep it likewise.

    References to arrays are not counted in it; counting each array that is handed on took longer than most loops.
    """
    return _kept(function, _nrt=False)


def _kept(function: Callable[..., Any], **how: bool) -> Callable[..., Any]:
    try:
        made: Callable[..., Any] = _njit(cache=True, nogil=True, **how)(function)
    except RuntimeError:  # numba found no folder that it can write to
        made = _njit(nogil=True, **how)(function)
    return made


def bare_inside(function: Callable[..., Any]) -> Callable[..., Any]:
    """Compile a loop into the bare one that calls it: a call hands over seven numbers an array."""
    made: Callable[..., Any] = _njit(nogil=True, forceinline=True, _nrt=False)(function)
    return made


def fingerprint(*modules: ModuleType) -> str:
    """Return what changes with the loops and whole numbers of some modules.

    Examples
    --------
    >>> from matcher.ranking.kernel import heap, sums
    >>> fingerprint(heap) == fingerprint(heap), fingerprint(heap) == fingerprint(sums)
    (True, False)
    """
    found = hashlib.sha256()
    for module in modules:
        for name, value in sorted(vars(module).items()):
            function = getattr(value, "py_func", getattr(value, "_defn", value))
            if isinstance(function, FunctionType):
                value = _told(function.__code__)
            if isinstance(value, int | str | np.generic) and not name.startswith("__"):
                found.update(repr((name, value)).encode())
    return found.hexdigest()


def _told(code: CodeType) -> str:
    """Tell what a function does, without places in memory."""
    parts = [_told(part) if isinstance(part, CodeType) else repr(part) for part in code.co_consts]
    return repr((code.co_code, code.co_names, parts))
