"""How loops are compiled. Importing this module imports numba.

Compiled code is kept beside the loops or, where that cannot be written, in the user's cache folder; where neither can
(a read-only container without a home), it is compiled anew in each process. That takes seconds and changes no number.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numba


def compiled(function: Callable[..., Any]) -> Callable[..., Any]:
    """Compile a loop when it is first called, and keep it where there is a folder to keep it in."""
    try:
        made: Callable[..., Any] = numba.njit(cache=True, nogil=True)(function)
    except RuntimeError:  # numba found no folder that it can write to
        made = numba.njit(nogil=True)(function)
    return made
