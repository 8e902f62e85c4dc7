"""Feeds of recruiting systems: Indeed's XML and its near variants (LinkedIn, XING, Recruitee, Personio, RSS)."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Literal

from matcher.errors import ReadError
from matcher.patterns import late
from matcher.readers.ads.adrecord import AdShelf, Place, make_ad
from matcher.readers.ads.schemaorg import place_name
from matcher.readers.ads.schemaorg_rows import education_rows, experience_rows, listed_rows
from matcher.readers.cells.worktime import hours_of
from matcher.readers.fields import tally_of
from matcher.readers.files.markup import plain
from matcher.readers.files.source import Source
from matcher.readers.files.tolerant import as_count, as_language, as_list
from matcher.readers.files.xmltext import Node, inner, node_text, records, root_name
from matcher.readers.report import Batch
from matcher.records import JobAd

_RECORDS = frozenset({"job", "item", "position", "vacancy", "offer", "ad", "annons"})
_RECORD = late(rf"<(?:\w+:)?(?:{'|'.join(sorted(_RECORDS))})[\s>]")
_TITLE = late(r"<(?:\w+:)?(?:title|name|headline|jobtitle)[\s>]", re.IGNORECASE)
_ID = ("referencenumber", "id", "partnerjobid", "jobid", "requisitionid", "reference", "guid", "@id")
_HEADLINE = ("title", "jobtitle", "headline", "name")
_TEXT = ("description", "encoded", "body", "content", "text", "jobdescriptions", "requirements")
_EMPLOYER = ("company", "companyname", "employer", "organization")
_CITY = ("city", "location", "office")
_HOURS = ("jobtype", "employmenttype", "schedule", "type")
_DEADLINE = ("expirationdate", "validthrough", "deadline", "expires", "closingdate")
_NUMBER = ("vacancies", "openings")
_LANGUAGE = ("language", "languagecode")


class FeedReader:
    """Reads a feed of jobs, one element each, whose fields are told by their usual names.

    Examples
    --------
    >>> feed = "<source><job><title>Barnsk&ouml;tare</title><referencenumber>b1</referencenumber></job></source>"
    >>> [(ad.id, ad.headline) for ad in READER.read(Source("feed.xml", feed.encode()))]
    [('b1', 'Barnskötare')]
    """

    name = "feeds"
    kind: Literal["ads"] = "ads"

    def recognises(self, source: Source) -> bool:
        """Tell by elements named as jobs are, each with a title."""
        root = root_name(source)
        if not root or root.lower() == "html":
            return False
        record = _RECORD.search(source.head)
        return record is not None and _TITLE.search(source.head, record.start()) is not None

    def read(self, source: Source, **options: object) -> Batch[JobAd]:
        """Read the jobs; where the file stops being XML, those before are kept."""
        shelf = AdShelf(source)
        tally = tally_of("feeds")
        number = 0
        try:
            for node, line in records(source, _RECORDS):
                number += 1
                fields = _lowered(node)
                ad_id = _first(fields, _ID) or f"{source.stem}-{number}"
                tally.see(fields)
                try:
                    shelf.add(_ad(fields, ad_id, shelf.place.at(line, ad_id)), line)
                except ReadError as error:
                    shelf.refuse(error)
        except ReadError as error:
            if not number:
                raise
            shelf.refuse(error)
        return shelf.batch(tally)


def _lowered(node: object) -> dict[str, object]:
    """Lower the names of a record's fields, and of the fields one level below."""
    if not isinstance(node, dict):
        return {}
    return {
        key.lower(): {k.lower(): v for k, v in value.items()} if isinstance(value, dict) else value
        for key, value in node.items()
    }


def _ad(fields: Mapping[str, object], ad_id: str, place: Place) -> JobAd:
    prose: list[str] = []
    rows = [
        *experience_rows(_words(fields, "experience", "experiencelevel"), "experience", prose),
        *education_rows(_words(fields, "education"), "education", prose),
        *listed_rows(_words(fields, "qualifications"), "must", "qualifications", prose),
        *listed_rows(_words(fields, "skills"), "nice", "skills", prose),
    ]
    where = place_name(_first(fields, _CITY)) if _first(fields, _CITY) else None
    hours, vacancies = hours_of(*(_first(fields, (name,)) for name in _HOURS)), as_count(_first(fields, _NUMBER))
    tongue = as_language(_first(fields, _LANGUAGE))
    for names, held, what in (
        (_CITY, where, "a Swedish municipality"),
        (_HOURS, hours, "full or part time"),
        (_NUMBER, vacancies, "a number of vacancies"),
        (_LANGUAGE, tongue, "a code such as sv or en-GB"),
        (("education",), next((row for row in rows if row.source == "education"), None), "a level or field"),
    ):
        place.expect(held, _first(fields, names), what, ", ".join(name for name in names if name in fields))
    return make_ad(
        place,
        id=ad_id,
        headline=plain(_first(fields, _HEADLINE)),
        text=_text(fields, prose),
        employer=_first(fields, _EMPLOYER) or None,
        municipality=where.name if where else None,
        municipality_code=where.code if where else None,
        places=[_first(fields, _CITY)],
        deadline=place.last_day(_first(fields, _DEADLINE), ", ".join(name for name in _DEADLINE if name in fields)),
        vacancies=vacancies,
        hours=hours,
        language=tongue,
        structured=rows,
    )


def _first(fields: Mapping[str, object], names: tuple[str, ...]) -> str:
    for name in names:
        value = fields.get(name)
        text = node_text(value) or next((t for t in map(node_text, _named(value)) if t), "")
        if text.strip():
            return html.unescape(text).strip()
    return ""


def _named(value: object) -> list[object]:
    return [*inner(value, "city"), *inner(value, "name")]


def _words(fields: Mapping[str, object], *names: str) -> list[str]:
    return [text for name in names for item in as_list(fields.get(name)) if (text := node_text(item))]


def _text(fields: Mapping[str, object], prose: list[str]) -> str:
    """Join the description's parts: one field, several fields, or named sections as Personio writes them."""
    parts: list[str] = []
    for name in _TEXT:
        for item in as_list(fields.get(name)):
            sections: list[Node | object] = [*inner(item, "jobDescription"), *inner(item, "jobdescription")] or [item]
            for section in sections:
                heading = plain("".join(map(node_text, inner(section, "name"))))
                body = plain(node_text(section) or "".join(map(node_text, inner(section, "value"))))
                parts += [part for part in (heading, body) if part.strip()]
    for more in prose:
        if not any(more in part for part in parts):
            parts.append(more)
    return "\n\n".join(parts)


READER = FeedReader()
