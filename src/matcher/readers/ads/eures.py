"""EURES vacancies: HR-XML 3 ``PositionOpening``, as XML or as an escaped string inside JSON."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from typing import Literal

from matcher.errors import ReadError
from matcher.readers.ads.adrecord import AdShelf, Place, make_ad
from matcher.readers.ads.rows import language_row, licence_class, licence_rows, skill_row
from matcher.readers.ads.schemaorg import place_name
from matcher.readers.cells.worktime import hours_of
from matcher.readers.fields import tally_of
from matcher.readers.files.jsonvalues import first_record, json_records
from matcher.readers.files.markup import without_markup
from matcher.readers.files.source import Source
from matcher.readers.files.tolerant import as_count
from matcher.readers.files.xmltext import inner, node_text, records, root_name
from matcher.readers.report import Batch
from matcher.records import JobAd, Requirement

_OPENING = frozenset({"PositionOpening"})
_MAX_DEPTH = 8
# European Qualifications Framework: 3-4 are upper secondary, 5 shorter and 6-7 full degrees, 8 a doctorate.
_EQF = {"1": "primary", "2": "primary", "3": "upper_secondary", "4": "upper_secondary", "5": "post_secondary"} | {
    "6": "tertiary",
    "7": "tertiary",
    "8": "doctoral",
}


class EuresReader:
    """Reads vacancies of the European job mobility portal.

    The language that an opening claims for itself is often wrong, so it is left to the text; its place is often only a
    country.

    Examples
    --------
    >>> profile = "<PositionProfile><PositionTitle>Kock</PositionTitle></PositionProfile>"
    >>> ad = READER.read(Source("v1.xml", f"<PositionOpening>{profile}</PositionOpening>".encode()))[0]
    >>> ad.id, ad.headline
    ('v1', 'Kock')
    """

    name = "eures"
    kind: Literal["ads"] = "ads"

    def recognises(self, source: Source) -> bool:
        """Tell by ``PositionOpening`` as an element, or escaped in a JSON record."""
        if root_name(source):
            return "PositionOpening" in source.head and root_name(source).lower() != "html"
        record = first_record(source)
        return record is not None and next(_escaped(record), None) is not None

    def read(self, source: Source, **options: object) -> Batch[JobAd]:
        """Read the openings; one that is no XML is noted and passed over."""
        shelf = AdShelf(source)
        tally = tally_of("eures")
        number = 0
        for part, at in _documents(source, shelf):
            try:
                for node, line in records(part, _OPENING):
                    number += 1
                    fields = node if isinstance(node, dict) else {}
                    ad_id = node_text(fields.get("DocumentID")).strip() or f"{source.stem}{f'-{number}' * (number > 1)}"
                    place = shelf.place.at(at + line - 1, ad_id)
                    tally.see(fields)
                    shelf.add(_ad(fields, ad_id, place), place.line)
            except ReadError as error:
                if part is source and not number:
                    raise
                shelf.refuse(error)
        if not number and not shelf.place.notes:
            raise ReadError(source.name, "a PositionOpening")
        return shelf.batch(tally)


def _documents(source: Source, shelf: AdShelf) -> Iterator[tuple[Source, int]]:
    """Give the XML documents of a source with the lines they begin on."""
    if root_name(source):
        yield source, 1
        return
    for item in json_records(source):
        if note := item.note(source):
            shelf.place.notes.append(note)
        for text in _escaped(item.value):
            yield Source(source.name, text.encode("utf-8", "replace")), item.line


def _escaped(value: object, depth: int = 0) -> Iterator[str]:
    """Find openings in the strings of a JSON value, also twice escaped."""
    if isinstance(value, str):
        if "PositionOpening" in value:
            text = value if "<" in value else html.unescape(value)
            if text.lstrip("\ufeff \r\n\t").startswith("<"):
                yield text
    elif depth < _MAX_DEPTH:
        children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        for child in children:
            yield from _escaped(child, depth + 1)


def _ad(fields: Mapping[str, object], ad_id: str, place: Place) -> JobAd:
    profile: object = fields.get("PositionProfile")
    names = [
        text for node in inner(profile, "PositionLocation", "Address", "CityName") if (text := node_text(node).strip())
    ]
    where = next((found for name in names if (found := place_name(name))), None)
    text = "\n\n".join(
        part
        for node in inner(profile, "PositionFormattedDescription")
        if (part := node_text(node) or "\n\n".join(map(node_text, inner(node, "Content"))))
    )
    vacancies = as_count(_text(profile, "PositionOpenQuantity"))
    hours = hours_of(_text(profile, "PositionScheduleTypeCode"))
    for held, said, what, column in (
        (where, "".join(names), "a Swedish municipality", "PositionLocation.Address.CityName"),
        (vacancies, _text(profile, "PositionOpenQuantity"), "a number of vacancies", "PositionOpenQuantity"),
        (hours, _text(profile, "PositionScheduleTypeCode"), "full or part time", "PositionScheduleTypeCode"),
    ):
        place.expect(held, said, what, column)
    employer = map(node_text, inner(profile, "PositionOrganization", "OrganizationIdentifiers", "OrganizationName"))
    closing = next(
        (name for name in ("ApplicationCloseDate", "@validTo") if _text(profile, name)), "ApplicationCloseDate"
    )
    return make_ad(
        place,
        id=ad_id,
        headline=_text(profile, "PositionTitle"),
        text=without_markup(text),
        employer=next((name.strip() for name in employer if name.strip()), None),
        municipality=where.name if where else None,
        municipality_code=where.code if where else None,
        deadline=place.last_day(_text(profile, closing), closing),
        vacancies=vacancies,
        hours=hours,
        structured=_rows(profile, place),
    )


def _text(node: object, name: str) -> str:
    return next((text.strip() for item in inner(node, name) if (text := node_text(item)).strip()), "")


def _rows(profile: object, place: Place) -> list[Requirement]:
    rows: list[Requirement | None] = []
    for node in inner(profile, "WorkingLanguageCode"):
        rows.append(language_row(node_text(node).lower(), "must", "WorkingLanguageCode"))
        place.expect(rows[-1], node_text(node), "a language", "WorkingLanguageCode")
    asked = inner(profile, "PositionQualifications")
    for node in inner(asked, "PositionCompetency"):
        label, kind = _text(node, "CompetencyID") or _text(node, "CompetencyName"), _text(node, "TaxonomyID")
        source = "PositionCompetency"
        rows.append(language_row(label, "must", source) if kind == "language" else skill_row(label, "must", source))
        place.expect(rows[-1], label, "a language" if kind == "language" else "a skill", f"{source}.CompetencyID")
        place.expect(kind in ("language", "other") or None, kind, "language or other", f"{source}.TaxonomyID")
    for node in inner(asked, "EducationRequirement", "EducationLevelCode"):
        place.expect(_EQF.get(node_text(node).strip()), node_text(node), "a level of the EQF", "EducationLevelCode")
        if level := _EQF.get(node_text(node).strip()):
            value = {"level": level, "field": None}
            rows.append(Requirement(kind="education", value=value, necessity="must", source="EducationLevelCode"))
    classes = [node_text(node) for node in inner(asked, "LicenseTypeCode")]
    for label in classes:
        place.expect(licence_class(label), label, "a class from AM to DE", "LicenseTypeCode")
    rows += licence_rows(classes, "must", "LicenseTypeCode")
    return [row for row in rows if row]


READER = EuresReader()
