"""The service: an HTTP API over the library's objects, and pages for a desk, a fair stand and a researcher.

Nothing here is imported before :func:`serve` is called; the extra ``service`` brings what it needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.service.holdings import Holdings, Origin
from matcher.service.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Holdings", "Origin", "Settings", "serve"]


def serve(holdings: Holdings, settings: Settings, *, tell: Callable[[str], None]) -> None:
    """Answer requests until the process is told to stop.

    Parameters
    ----------
    holdings : Holdings
        What is searched.
    settings : Settings
    tell : callable
        Called with the base URL (and, for a stand, its code) when the service is ready, a line each.

    Raises
    ------
    MissingExtraError
        The extra ``service`` is not installed.
    ReadError
        The port is taken, or the address is none of this machine.
    """
    from matcher.errors import MissingExtraError

    try:
        from matcher.service.running import run
    except ImportError as error:
        raise MissingExtraError(error.name or "fastapi", "service") from None

    run(holdings, settings, tell)
