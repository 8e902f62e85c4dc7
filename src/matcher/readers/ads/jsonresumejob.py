"""JSON Resume's draft for jobs: one object with a title, a description and lists of qualifications and skills."""

from __future__ import annotations

from typing import Literal

from matcher.errors import ReadError
from matcher.readers.ads.adrecord import AdShelf, Place, make_ad
from matcher.readers.ads.schemaorg import place_name
from matcher.readers.ads.schemaorg_rows import experience_rows
from matcher.readers.cells.worktime import hours_of
from matcher.readers.fields import tally_of
from matcher.readers.files.jsonvalues import first_record, json_records
from matcher.readers.files.markup import without_markup
from matcher.readers.files.source import Source
from matcher.readers.files.tolerant import as_id, as_list, as_text, as_texts
from matcher.readers.report import Batch
from matcher.records import JobAd

_MARKS = frozenset({"responsibilities", "qualifications", "company", "experience", "remote", "description"})


class JsonResumeJobReader:
    r"""Reads job descriptions of the JSON Resume project; the id is the file's name, as the format has none.

    The lists of the format follow the description as paragraphs under their names, so that what they ask for is read
    and quoted like any text.

    Examples
    --------
    >>> job = '{"title": "Kock", "company": "Krogen", "description": "Vi lagar.", "qualifications": ["Truckkort"]}'
    >>> ad = READER.read(Source("kock.json", job.encode()))[0]
    >>> ad.id, ad.text.split("\n")
    ('kock', ['Vi lagar.', '', 'Qualifications', 'Truckkort'])
    """

    name = "jsonresumejob"
    kind: Literal["ads"] = "ads"

    def recognises(self, source: Source) -> bool:
        """Tell by a title beside fields of the draft."""
        record = first_record(source)
        if record is None or "basics" in record or not isinstance(record.get("title"), str):
            return False
        return len(_MARKS & record.keys()) >= 2

    def read(self, source: Source, **options: object) -> Batch[JobAd]:
        """Read the job, or several of a list."""
        shelf = AdShelf(source)
        tally = tally_of("jsonresumejob")
        number = 0
        for item in json_records(source):
            if note := item.note(source):
                shelf.place.notes.append(note)
            if not isinstance(item.value, dict):
                continue
            number += 1
            ad_id = as_id(item.value.get("id")) or source.stem + f"-{number}" * (number > 1)
            try:
                shelf.add(_ad(item.value, ad_id, shelf.place.at(item.line, ad_id)), item.line)
            except ReadError as error:
                shelf.refuse(error)
            else:
                tally.see(item.value)
        return shelf.batch(tally)


def _ad(record: dict[str, object], ad_id: str, place: Place) -> JobAd:
    location = record.get("location")
    city = as_text(location.get("city")) if isinstance(location, dict) else as_text(location)
    where = place_name(city) if city else None
    prose: list[str] = []
    hours = hours_of(as_text(record.get("type")))
    place.expect(hours, as_text(record.get("type")), "full or part time", "type")
    place.expect(where, city, "a Swedish municipality", "location.city")
    rows = experience_rows(as_texts(record.get("experience")), "experience", prose)
    return make_ad(
        place,
        id=ad_id,
        headline=as_text(record.get("title")),
        text=_text(record, prose),
        employer=as_text(record.get("company")).strip() or None,
        municipality=where.name if where else None,
        municipality_code=where.code if where else None,
        hours=hours,
        structured=rows,
    )


def _text(record: dict[str, object], prose: list[str]) -> str:
    parts = [as_text(record.get("description")), *prose]
    for heading in ("responsibilities", "qualifications"):
        lines = as_texts(record.get(heading))
        parts += ["\n".join((heading.capitalize(), *lines))] if lines else []
    skills = []
    for skill in as_list(record.get("skills")):
        words = as_texts(skill.get("keywords")) if isinstance(skill, dict) else []
        skills.append(": ".join(filter(None, (as_text(skill), ", ".join(words)))))
    if any(skills):
        parts.append("\n".join(("Skills", *filter(None, skills))))
    text = "\n\n".join(part for part in parts if part.strip())
    return without_markup(text)


READER = JsonResumeJobReader()
