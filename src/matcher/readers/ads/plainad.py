"""Ads as plain text: pasted from anywhere, or a web page without structured data."""

from __future__ import annotations

from typing import Literal

from matcher.errors import ReadError
from matcher.patterns import late
from matcher.readers.ads.adrecord import AdShelf, make_ad
from matcher.readers.ads.adtext import MAX_AD, document_text, labelled, looks_like_ad
from matcher.readers.ads.vacancies import vacancies
from matcher.readers.files.source import Source
from matcher.readers.files.tolerant import as_count
from matcher.readers.report import Batch
from matcher.readers.sheets.headers import is_bare_grid, is_table
from matcher.readers.times.hours import hours_of
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
        text = document_text(source)
        return bool(text) and not source.head.startswith(("{", "[")) and looks_like_ad(text) and not is_table(source)

    def read(self, source: Source, **options: object) -> Batch[JobAd]:
        """Read the text as it is, no character changed."""
        text = document_text(source)
        if len(source.data) > 4 * MAX_AD or len(text) > MAX_AD:
            raise ReadError(source.name, f"an ad of at most {MAX_AD >> 20} MB")
        if not text.strip():
            raise ReadError(source.name, "the text of an ad")
        if is_bare_grid(text):
            raise ReadError(
                source.name, "the text of one ad, not a table of several; save each as a text or a JSON line"
            )
        shelf = AdShelf(source)
        if text is not source.text:
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
