"""Ads as plain text, one or several in a file: pasted from anywhere, or a web page without structured data."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from matcher.errors import ReadError
from matcher.patterns import late
from matcher.readers.ads.adrecord import AdShelf, make_ad
from matcher.readers.ads.adtext import (
    MAX_AD,
    MAX_LINES,
    document_text,
    labelled,
    labels_of,
    looks_like_ad,
    text_to_know,
)
from matcher.readers.cells.titles import is_title
from matcher.readers.cells.worktime import hours_of
from matcher.readers.files.source import Source
from matcher.readers.files.tolerant import as_count
from matcher.readers.report import Batch
from matcher.readers.sheets.headers import is_bare_grid, is_table
from matcher.readers.texts.opened import is_opened
from matcher.records import JobAd
from matcher.taxonomy.facts.municipalities import municipality

_MAX_HEADLINE = 150
# A sentence with another one behind it, and the one word of greeting before it ("Hej!").
_SENTENCE = late(r"(?:[^\s.!?]++[.!?]++\s++)?+[^.!?]++[.!?](?=\s+[^\W\d_a-zåäö])")
_NUMBER = late(r"\d{1,4}")


class PlainAdReader:
    r"""Reads one text as one ad: its first line is the headline if it is short, else its first sentence.

    The id is the file's name.

    A list of ads, each with a title and parted from the next by a line of signs, is read as several.

    Examples
    --------
    >>> ad = READER.read(Source("kock.txt", "Kock till Solna\n\nVi söker en kock.\nKommun: Solna".encode()))[0]
    >>> ad.id, ad.headline, ad.text, ad.municipality
    ('kock', 'Kock till Solna', 'Vi söker en kock.\nKommun: Solna', 'Solna')
    """

    name = "plainad"
    kind: Literal["ads"] = "ads"

    def recognises(self, source: Source) -> bool:
        """Tell by the words that ads use and CVs do not."""
        text = text_to_know(source)
        return bool(text) and not source.head.startswith(("{", "[")) and looks_like_ad(text) and not is_table(source)

    def read(self, source: Source, **options: object) -> Batch[JobAd]:
        """Read the text as it is, no character changed."""
        text = document_text(source)
        if len(text) > MAX_AD or (len(source.data) > 4 * MAX_AD and not is_opened(source)):
            raise ReadError(source.name, f"an ad of at most {MAX_AD >> 20} MB")
        if not text.strip():
            raise ReadError(source.name, "the text of an ad")
        if is_bare_grid(text):
            raise ReadError(
                source.name, "the text of one ad, not a table of several; save each as a text or a JSON line"
            )
        shelf = AdShelf(source)
        if not is_opened(source) and text is not source.text:
            shelf.place.remark("guessed", "a page without structured data; its whole text is read as one ad")
        held = vacancies(text)
        if held.beside:
            shelf.place.remark("dropped", "what stands above or below the ads of a list")
        if held.doubtful:
            shelf.place.remark(
                "doubtful", "several ads seem to stand here and are read as one; a line of --- parts them"
            )
        several = len(held.texts) > 1
        for number, part in enumerate(held.texts, 1):
            _add(shelf, part, f"{source.stem}-{number}" if several else source.stem)
        return shelf.batch()


def _add(shelf: AdShelf, text: str, name: str) -> None:
    """Add the ad that a text is."""
    headline, body = _split(text)
    facts = labelled(text)
    where = municipality(facts["municipality"]) if "municipality" in facts else None
    number = _NUMBER.search(facts.get("vacancies", ""))
    shelf.add(
        make_ad(
            shelf.place,
            id=name,
            headline=headline,
            text=body,
            occupation={"label": facts.get("occupation")},
            employer=facts.get("employer"),
            municipality=where.name if where else None,
            municipality_code=where.code if where else None,
            places=[facts.get("municipality", "")],
            deadline=shelf.place.last_day(facts.get("deadline"), "deadline"),
            vacancies=as_count(number[0]) if number else None,
            hours=hours_of(facts.get("hours", "")),
        )
    )


def _split(text: str) -> tuple[str, str]:
    """Part the first line from the rest, if it is short and something follows; else the text's first sentence heads it.

    An ad without any headline would be an ad of nobody's work, and fit everybody alike.
    """
    whole = text.strip("\ufeff \t\r\n")
    first, _, rest = whole.partition("\n")
    headline = first.strip()
    if rest.strip() and len(headline) <= _MAX_HEADLINE and not headline.endswith((".", ",")):
        return headline, rest.strip("\r\n")
    sentence = _SENTENCE.match(headline)
    opening = sentence[0] if sentence else headline
    return (opening if len(opening) <= _MAX_HEADLINE else ""), whole


READER = PlainAdReader()


# A line of signs, or a new page
_RULE = late(r"^[ \t]*([-=*_~#+–—])(?:[ \t]?\1){2,}[ \t\r]*$|\f", re.MULTILINE)
_LONGEST_TITLE, _SHORTEST_BODY = 120, 30
_NUMBERED = late(r"^(?:(?:annons|jobb|tjänst|job|ad|nr|no)?\.?\s?\d{1,3}\s?[.):–-]|[-*•·])\s*", re.IGNORECASE)
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
    named = _LEADS.sub("", _NUMBERED.sub("", title.strip()))
    named = _ENDS.split(named, maxsplit=1)[0].strip()
    return bool(named) and (is_title(named) or is_title(named.split()[-1]))


def _tells_twice(text: str) -> bool:
    """Whether lines name two last days, two employers or two numbers of places."""
    if text.count("\n") > MAX_LINES:
        return False
    told = labels_of(text)
    return any(len({value for fact, value in told if fact == once}) > 1 for once in _ONCE)
