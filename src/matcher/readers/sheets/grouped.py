"""A header of two rows or three as one: what stands in the row above groups the columns that the row below names."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from matcher.patterns import late
from matcher.readers.cells.alone import skill_word
from matcher.readers.cells.tongues import find_languages
from matcher.readers.sheets.naming import field_of

_OF_MANY = frozenset(("skill", "licence", "certificate", "wish", "not_wanted", "hours"))
"""Fields of which offices give each value a column of its own, to be ticked."""
_RULES = frozenset(("wish", "not_wanted"))
_RELATIVES = late(
    r"(?<!\w)(?:anhörig\w*|närstående|familj\w*|partner\w*|make|maka|sambo|barn\w*|referen\w*|mentor\w*|handledar\w*|family|spouse|relatives?"
    r"|child\w*|referees?)(?!\w)",
    re.IGNORECASE,
)
_IN_SWEDEN = late(r"(?<!\w)(?:sverige|sweden)(?!\w)", re.IGNORECASE)
_REST = late(r"(?:övr\w*\.?|andra|annat|fler|other|more)", re.IGNORECASE)
_OF_GROUP = late(
    r"(?:datum|date|dag|beh\.?|behörighet\w*|klass(?:er)?|class(?:es)?|typ|type|vilk(?:en|et|a)|which|ja/nej|j/n|yes/no"
    r"|har|has|finns|kod|code)\??",
    re.IGNORECASE,
)
"""Names of columns that say nothing without their group's."""
_PAST = late(
    r"(?<!\w)(?:tidigare|senaste?|nuvarande|har|arbetat|jobbat|hemland\w*|previous|last|past|current|worked)(?!\w)",
    re.IGNORECASE,
)


def joined(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """Make one header of two rows; a name that says too little by itself takes the group's words before it.

    Parameters
    ----------
    above : sequence of str
        Groups, each over its first column; one without a name below stays as it is.
    below : sequence of str

    Returns
    -------
    list of str

    Examples
    --------
    >>> joined(["Nr", "Svenska", "", "Mål"], ["", "tal", "skrift", "Yrke"])
    ['Nr', 'Svenska tal', 'Svenska skrift', 'Mål Yrke']
    >>> joined(["", "Körkort", "", "Kan", ""], ["Nr", "B", "C", "Svarva", "Fräsa"])
    ['Nr', 'Körkort: B', 'Körkort: C', 'Kan: Svarva', 'Kan: Fräsa']
    """
    made: list[str] = []
    group = ""
    for top, low in itertools.zip_longest(above, below, fillvalue=""):
        group = top.strip() or group
        words = low.strip()
        if not words:
            made.append(top)
        elif skill_word(words) and (places := find_languages(group)):
            made.append(f"{group[places[0][0] : places[0][1]]} {words}")
        elif _IN_SWEDEN.search(group) and field_of(group)[0] == field_of(words)[0] == "job":
            made.append(f"{words} ({group})")  # "Employment in Sweden" over "Job"
        elif _rules(group, words):
            made.append(f"{group} {words}")
        elif _REST.fullmatch(words) and field_of(group)[0]:
            made.append(f"{words} {group}")
        elif _OF_GROUP.fullmatch(words) and field_of(group)[0]:
            made.append(group)
        elif _gives_each(group) and field_of(words)[1:] == (None, 0) and not skill_word(words):
            made.append(f"{group}: {words}")  # "Körkort" over "B", "C"
        else:
            made.append(low)
    return made


def _gives_each(group: str) -> bool:
    """Whether a group has a column for each of its values: "Har jobbat med" has, "Arbete" names the parts of jobs."""
    field = field_of(group)[0]
    return field in _OF_MANY or (field == "job" and bool(_WORKED_WITH.search(group)))


_WORKED_WITH = late(
    r"(?<!\w)(?:jobbat|arbetat|worked|erfarenhet|experience)(?: \w+)? (?:med|inom|som|i|av|från|in|with|as|of)\W*$",
    re.IGNORECASE,
)


def _rules(group: str, words: str) -> bool:
    """Whether a group says what its columns are about, whatever they are called: "Mål" over "Yrke"."""
    if _RELATIVES.search(group):
        return True
    field = field_of(group)[0]
    if field == "profession":
        return True  # "Legitimation" over "Yrke" and "Status"
    return field in _RULES and field_of(words)[0] == "job" and not _PAST.search(words)


def names_parts(below: Sequence[str], above: Sequence[str]) -> bool:
    """Whether a row names nothing but skills of a language, or languages, of what the row above groups.

    Examples
    --------
    >>> names_parts(["", "tal", "skrift"], ["Nr", "Svenska", ""]), names_parts(["1", "B1", "A2"], ["Nr", "tal", ""])
    (True, False)
    """
    filled = [cell.strip() for cell in below if cell.strip()]
    if len(filled) < _FEWEST:
        return False
    if all(map(skill_word, filled)):
        return any(map(find_languages, above))
    # "Språk" over "Svenska", "Engelska"; a row of people has other cells, too.
    whole = all((found := find_languages(cell)) and found[0][1] - found[0][0] == len(cell) for cell in filled)
    over = any(
        field_of(above[index])[0] == "language" for index, cell in enumerate(below[: len(above)]) if cell.strip()
    )
    return whole and over and not any(cell.strip() for cell in below[:1])


def needs_group(below: Sequence[str], above: Sequence[str]) -> bool:
    """Whether the row above says of which language the skills of a row are, or what a row's jobs are for.

    Examples
    --------
    >>> needs_group(["Nr", "tal", "skrift"], ["Deltagare", "Engelska", ""]), needs_group(["Nr", "Yrke"], ["Lista", ""])
    (True, False)
    """
    if sum(map(bool, map(str.strip, above))) < _FEWEST:
        return False  # a title
    return any(low.strip() and cell != low for cell, low in zip(joined(above, below), below, strict=False))


_FEWEST = 2
"""Names of a row that is a part of the header."""
