"""The day that what still goes on in a file runs to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from matcher.readers.times.months import Month

if TYPE_CHECKING:
    from matcher.readers.draft import Draft


def newest_date(drafts: Iterable[Draft], as_of: date | None, more: Iterable[Month] = ()) -> Month | None:
    """Tell the day that open periods run to: ``as_of``, else the newest date that the file itself gives.

    Examples
    --------
    >>> newest_date([], date(2026, 11, 25)), newest_date([], None, [Month(2024, 5)]), newest_date([], None)
    (Month(year=2026, month=11), Month(year=2024, month=5), None)
    """
    if as_of is not None:
        return Month(as_of.year, as_of.month)
    return max([day for draft in drafts for day in draft.dates()] + list(more), default=None)
