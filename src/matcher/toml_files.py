"""TOML that people write by hand: small files of settings, read so that no file of anybody takes memory or time."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from matcher.errors import ReadError

_MAX_BYTES, _MAX_LINE = 1_000_000, 1_000
"""A parser keeps every beginning of a key in parts (``a.b.c``): the square of a line's length."""
_MAX_PARTS = 50_000


def read_toml(path: str | Path, refusal: type[ReadError] = ReadError) -> dict[str, Any]:
    """Read a file of settings.

    Parameters
    ----------
    path : str or Path
    refusal : type of ReadError
        What is raised where the content is no TOML.

    Raises
    ------
    ReadError
        The file cannot be read, is no TOML in UTF-8 or holds more than settings do.
    """
    try:
        with Path(path).open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise ReadError(path, f"a file that can be read ({error.strerror})") from None
    if len(data) > _MAX_BYTES or data.count(b".") > _MAX_PARTS:
        raise refusal(path, f"a TOML file of settings of at most {_MAX_BYTES // 1_000_000} MB")
    long = next((n for n, line in enumerate(data.splitlines(), start=1) if len(line) > _MAX_LINE), None)
    if long is not None:
        raise refusal(path, f"lines of at most {_MAX_LINE} bytes", long)
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):  # no UTF-8, no TOML, a number without end, brackets in brackets
        raise refusal(path, "a TOML file in UTF-8") from None
