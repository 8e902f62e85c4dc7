"""Job pages of the web: schema.org ``JobPosting`` as JSON-LD inside HTML, or as a JSON file of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from matcher.errors import ReadError
from matcher.readers.adrecord import AdShelf
from matcher.readers.fields import tally_of
from matcher.readers.jsonvalues import first_record, json_records, parse_json
from matcher.readers.report import Batch
from matcher.readers.schemaorg import find_postings, posting_ad, posting_id
from matcher.readers.source import MAX_TEXT, Source
from matcher.records import JobAd

_SCRIPT = re.compile(r"<script\b[^<>]*application/ld\+json[^<>]*>", re.IGNORECASE)
_END = re.compile(r"</script", re.IGNORECASE)
_WRAPPING = re.compile(r"^\s*(?:(?://|/\*)?\s*<!\[CDATA\[\s*(?:\*/)?|<!--)|(?:(?://|/\*)?\s*\]\]>\s*(?:\*/)?|-->)\s*$")


class JsonLdReader:
    """Reads every ``JobPosting`` of a page, whatever script, list or graph it stands in.

    Examples
    --------
    >>> page = '<script type="application/ld+json">{"@type": "JobPosting", "title": "Kock", "identifier": 9}</script>'
    >>> [(ad.id, ad.headline) for ad in READER.read(Source("page.html", page.encode()))]
    [('9', 'Kock')]
    """

    name = "jsonld"
    kind: Literal["ads"] = "ads"

    def recognises(self, source: Source) -> bool:
        """Tell by a JSON-LD script and the word ``JobPosting``."""
        if source.folder is not None or len(source.data) > MAX_TEXT:
            return False
        if source.head.startswith(("{", "[")):
            return any(find_postings(first_record(source)))
        return "<" in source.head and "JobPosting" in source.text and _SCRIPT.search(source.text) is not None

    def read(self, source: Source, **options: object) -> Batch[JobAd]:
        """Read the postings; a script that is no JSON is noted and passed over."""
        shelf = AdShelf(source)
        tally = tally_of("schemaorg")
        number = 0
        for value, line in _values(source, shelf):
            for posting in find_postings(value):
                number += 1
                ad_id = posting_id(posting) or (source.stem if number == 1 else f"{source.stem}-{number}")
                try:
                    shelf.add(posting_ad(posting, ad_id, shelf.place.at(line, ad_id)), line)
                except ReadError as error:
                    shelf.refuse(error)
                else:
                    tally.see(posting)
        if not number:
            raise ReadError(source.name, "a JobPosting in a JSON-LD script")
        return shelf.batch(tally.notes(source.name))


def _values(source: Source, shelf: AdShelf) -> Iterator[tuple[object, int]]:
    if source.head.startswith(("{", "[")):
        for item in json_records(source):
            if note := item.note(source):
                shelf.place.notes.append(note)
            yield item.value, item.line
        return
    text, line, counted = source.text, 1, 0
    for match in _SCRIPT.finditer(text):
        end = _END.search(text, match.end())
        line += text.count("\n", counted, match.end())
        counted = match.end()
        try:
            value = parse_json(_WRAPPING.sub("", text[match.end() : end.start() if end else len(text)]))
        except ValueError:
            shelf.place.at(line).remark("refused", "expected valid JSON in a script")
        else:
            yield value, line


READER = JsonLdReader()
