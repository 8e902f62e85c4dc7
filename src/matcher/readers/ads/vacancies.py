"""Several vacancies in one text, as newsletters and lists of open jobs hold them: each is an ad of its own."""

from __future__ import annotations

import re
from typing import NamedTuple

from matcher.patterns import late
from matcher.readers.ads.adtext import MAX_LINES, labels_of
from matcher.readers.cells.titles import is_title

# A line of signs, or a new page
_RULE = late(r"^[ \t]*([-=*_~#+–—])(?:[ \t]?\1){2,}[ \t\r]*$|\f", re.MULTILINE)
_LONGEST_TITLE, _SHORTEST_BODY = 120, 30
_NUMBER = late(r"^(?:(?:annons|jobb|tjänst|job|ad|nr|no)?\.?\s?\d{1,3}\s?[.):–-]|[-*•·])\s*", re.IGNORECASE)
_LEADS = late(r"^(?:vi |nu |hotellet |skolan )?(?:söker|söks|rekryterar|sökes|ledigt jobb|wanted)\W+", re.IGNORECASE)
_ENDS = late(
    r"(?<!\s)\s*(?:[,(/:|!]|\s[-–—]|\s(?:till|i|på|vid|med|för|sökes|söks|hos|inom|to|in|at|for|with|wanted)(?!\w))",
    re.IGNORECASE,
)
_ONCE = ("deadline", "employer", "vacancies")


class Vacancies(NamedTuple):
    """Ads that a text holds.

    Attributes
    ----------
    texts : list of str
        One for each ad; the whole text where it is one.
    beside : int
        Parts above and below them that are no ads and are left out.
    doubtful : bool
        Whether one text seems to hold several ads that nothing parts.
    """

    texts: list[str]
    beside: int = 0
    doubtful: bool = False


def vacancies(text: str) -> Vacancies:
    r"""Part a text at lines of signs where each part has a title that names its work, and says more than that.

    Examples
    --------
    >>> ads = [f"{work} till Solna\nDu har vana av yrket och talar lite svenska." for work in ("Kock", "Målare")]
    >>> [part.split()[0] for part in vacancies("\n---\n".join(ads)).texts], len(vacancies("\n\n".join(ads)).texts)
    (['Kock', 'Målare'], 1)
    """
    parts = [part for part in _parts(text) if part.strip()]
    titled = [_is_titled(part) for part in parts]
    if sum(titled) < 2:
        return Vacancies([text], doubtful=_tells_twice(text))
    first, last = titled.index(True), len(titled) - titled[::-1].index(True)
    if not all(titled[first:last]):
        return Vacancies([text], doubtful=_tells_twice(text))
    # An introduction and a line on whom to ask stand before and behind.
    return Vacancies(parts[first:last], len(parts) - (last - first))


def _parts(text: str) -> list[str]:
    place, parts = 0, []
    for rule in _RULE.finditer(text):
        parts.append(text[place : rule.start()])
        place = rule.end()
    return [*parts, text[place:]]


def _is_titled(part: str) -> bool:
    """Whether a part begins with a short line that names work, and goes on."""
    title, _, body = part.strip().partition("\n")
    if len(title) > _LONGEST_TITLE or title.rstrip().endswith(".") or len(body.strip()) < _SHORTEST_BODY:
        return False
    named = _LEADS.sub("", _NUMBER.sub("", title.strip()))
    named = _ENDS.split(named, maxsplit=1)[0].strip()
    return bool(named) and (is_title(named) or is_title(named.split()[-1]))


def _tells_twice(text: str) -> bool:
    """Whether lines name two last days, two employers or two numbers of places."""
    if text.count("\n") > MAX_LINES:
        return False
    told = labels_of(text)
    return any(len({value for fact, value in told if fact == once}) > 1 for once in _ONCE)
