"""What a header hints at that names no field: stems in its words ("Yrkesdröm", "Bilinnehav"), where the cells fit.

A stem alone decides nothing. Two fields whose stems and cells both fit are told apart by the order of ``hints.tsv``:
what is refused, then what is wished for, then what was done. A header that speaks of somebody else, of what is lacking
or suggested, or of what the law protects hints at nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from matcher.readers.lexicon import rows
from matcher.readers.sheets.cellkinds import HINTED, SHARE, share
from matcher.taxonomy.wording import fold

_OTHERS = "-"
_FEW = 0.5
"""Share of cells that must fit where the list of what fits is never whole: titles."""
_PARTS = frozenset(("job_years", "job_country", "education_country"))
"""Fields that are hinted at beside the job or the school that they are of, and nowhere else."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {field: re.compile(stems, re.IGNORECASE) for field, stems in rows("hints")}


def speaks_of_others(header: str) -> bool:
    """Whether a header tells of what is no fact of the person's: suggestions, what is lacking, relatives, origin.

    Examples
    --------
    >>> speaks_of_others("Föreslaget spår"), speaks_of_others("Yrkesspår")
    (True, False)
    """
    return bool(_patterns()[_OTHERS].search(header))


def speaks_of_wishes(header: str) -> bool:
    """Whether a header tells of what is wished for or refused.

    Examples
    --------
    >>> speaks_of_wishes("Kursönskemål"), speaks_of_wishes("Säkerhetskurser")
    (True, False)
    """
    return any(_patterns()[field].search(header) for field in ("wish", "not_wanted"))


def hinted(header: str, cells: Sequence[str], fields: Iterable[str] = ()) -> str | None:
    """Field that the stems of a header hint at and that its cells fit.

    Parameters
    ----------
    header : str
    cells : sequence of str
        Those that say something.
    fields : iterable of str, optional
        Fields that it may be; all but parts of a job or a school by default.

    Examples
    --------
    >>> hinted("Slutmål", ["kock", "målare"]), hinted("Tungan", ["kock", "målare"]), hinted("Bilinnehav", ["ja", "x"])
    ('wish', None, 'own_car')
    """
    words = fold(header)
    if not words or speaks_of_others(words):
        return None
    may_be = set(fields) or HINTED.keys() - _PARTS
    for field, stems in _patterns().items():
        if field in may_be and stems.search(words):
            least = _FEW if field in ("wish", "job") else SHARE
            if share(HINTED[field], cells) >= least:
                return field
    return None
