"""Job pages of the web: schema.org ``JobPosting`` as JSON-LD inside HTML, or as a JSON file of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from matcher.errors import ReadError
from matcher.patterns import late
from matcher.readers.ads.adrecord import AdShelf
from matcher.readers.ads.schemaorg import find_postings, posting_ad, posting_id
from matcher.readers.fields import tally_of
from matcher.readers.files.jsonvalues import first_record, json_records
from matcher.readers.files.source import MAX_TEXT, Source
from matcher.readers.files.tolerant import parse_json
from matcher.readers.report import Batch
from matcher.records import JobAd

_SCRIPT = late(r"<script\b[^<>]{0,500}application/ld\+json[^<>]{0,500}>", re.IGNORECASE)
_MAX_SCRIPTS = 1000
_END = late(r"</script", re.IGNORECASE)
# What hides a script's content from old browsers and XML parsers.
_BEFORE = ("<!--", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "<![CDATA[")
_BEHIND = ("-->", "//]]>", "// ]]>", "/*]]>*/", "]]>")


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
        return shelf.batch(tally)


def _values(source: Source, shelf: AdShelf) -> Iterator[tuple[object, int]]:
    if source.head.startswith(("{", "[")):
        for item in json_records(source):
            if note := item.note(source):
                shelf.place.notes.append(note)
            yield item.value, item.line
        return
    text, line, at = source.text, 1, 0
    for _ in range(_MAX_SCRIPTS):
        match = _SCRIPT.search(text, at)
        if match is None:
            return
        end = _END.search(text, match.end())
        line += text.count("\n", at, match.end())
        try:
            value = parse_json(_unwrapped(text[match.end() : end.start() if end else len(text)]))
        except ValueError:
            shelf.place.at(line).remark("refused", "expected valid JSON in a script")
        else:
            yield value, line
        if end is None:
            # Without an end the script is all the rest, as in a browser.
            return
        line += text.count("\n", match.end(), end.end())
        at = end.end()
    shelf.place.at(line).remark("refused", f"expected at most {_MAX_SCRIPTS} scripts; the rest is not read")


def _unwrapped(script: str) -> str:
    script = script.strip()
    for before in _BEFORE:
        script = script.removeprefix(before)
    for behind in _BEHIND:
        script = script.removesuffix(behind)
    return script


READER = JsonLdReader()
