"""How loops are compiled. Importing this module imports numba.

Compiled code is kept beside the loops or, where that cannot be written, in the user's cache folder; where neither can
(a read-only container without a home), it is compiled anew in each process. That takes seconds and changes no number.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from types import ModuleType
from typing import Any

import numba
import numpy as np


def compiled(function: Callable[..., Any]) -> Callable[..., Any]:
    """Compile a loop when it is first called, and keep it where there is a folder to keep it in.

    It is kept as long as its file stays as it is, its code and what it encloses: where it calls loops of other files
    it encloses their :func:`fingerprint`.
    """
    try:
        made: Callable[..., Any] = numba.njit(cache=True, nogil=True)(function)
    except RuntimeError:  # numba found no folder that it can write to
        made = numba.njit(nogil=True)(function)
    return made


def compiled_inside(function: Callable[..., Any]) -> Callable[..., Any]:
    """Compile a loop together with the one that calls it, and keep it there."""
    made: Callable[..., Any] = numba.njit(nogil=True)(function)
    return made


def fingerprint(*modules: ModuleType) -> str:
    """Return what changes with the loops and whole numbers of some modules.

    Examples
    --------
    >>> from matcher.ranking import heap, sums
    >>> fingerprint(heap) == fingerprint(heap), fingerprint(heap) == fingerprint(sums)
    (True, False)
    """
    found = hashlib.sha256()
    for module in modules:
        for name, value in sorted(vars(module).items()):
            function = getattr(value, "py_func", None)
            if function is not None:
                value = function.__code__.co_code, function.__code__.co_consts, function.__code__.co_names
            if function is not None or isinstance(value, int | np.generic):
                found.update(repr((name, value)).encode())
    return found.hexdigest()
