"""Ads as the employment service's own system wrote them before conversion (``annonstext``, ``yrkesroll`` …).

This older export keeps what the converted ads lack: how long an experience is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from matcher.readers.ads.adrecord import Place, make_ad, read_json_ads
from matcher.readers.ads.rows import education_row, experience_row, language_row, licence_class, licence_rows, skill_row
from matcher.readers.cells.worktime import hours_of, hours_of_scope
from matcher.readers.fields import tally_of
from matcher.readers.files.jsonvalues import first_record
from matcher.readers.files.markup import without_markup
from matcher.readers.files.source import Source
from matcher.readers.files.tolerant import as_count, as_flag, as_list, as_number, as_text, as_texts
from matcher.readers.report import Batch
from matcher.records import JobAd, Necessity, Requirement

_MUST_WEIGHT = 10
_WITHOUT_WEIGHT = 5


class AfSourceReader:
    """Reads the source records of Platsbanken.

    Examples
    --------
    >>> line = '{"annonsId": 5, "annonsrubrik": "Kock", "annonstext": "Vi lagar.", "tillgangTillEgenBil": true}'
    >>> ad = READER.read(Source("af.json", line.encode()))[0]
    >>> ad.id, [row.kind for row in ad.structured]
    ('5', ['own_car'])
    """

    name = "afsource"
    kind: Literal["ads"] = "ads"

    def recognises(self, source: Source) -> bool:
        """Tell by ``annonsrubrik`` or ``annonstext``."""
        record = first_record(source)
        return record is not None and ("annonsrubrik" in record or "annonstext" in record)

    def read(self, source: Source, **options: object) -> Batch[JobAd]:
        """Read the ads; an unpublished one counts as removed."""
        return read_json_ads(
            source, _ad, tally_of("afsource"), id_fields=("id", "annonsId"), removed_field="avpublicerad"
        )


def _ad(record: dict[str, object], ad_id: str, place: Place) -> JobAd:
    address = record.get("arbetsplatsadress")
    commune = address.get("kommun") if isinstance(address, dict) else None
    code = as_text(commune.get("varde")) if isinstance(commune, dict) else ""
    text = as_text(record.get("annonstext")) or as_text(record.get("annonstextFormaterad"))
    place.expect(
        code or None if code.isdigit() else None, code, "a municipality's code", "arbetsplatsadress.kommun.varde"
    )
    vacancies = as_count(said := record.get("antalPlatser"))
    place.expect(vacancies, said or None, "a number of vacancies", "antalPlatser")
    place.expect(
        hours_of(said_hours := as_text(record.get("arbetstidTyp"))), said_hours, "full or part time", "arbetstidTyp"
    )
    for flag in ("tillgangTillEgenBil", "ingenErfarenhetKravs", "avpublicerad"):
        place.expect(as_flag(record.get(flag)), record.get(flag), "true or false", flag)
    return make_ad(
        place,
        id=ad_id,
        headline=as_text(record.get("annonsrubrik")),
        text=without_markup(text),
        occupation={"label": as_text(record.get("yrkesroll")).strip() or None},
        employer=as_text(record.get("arbetsgivareNamn")).strip()
        or as_text(record.get("arbetsplatsNamn")).strip()
        or None,
        municipality=as_text(commune).strip() or None,
        municipality_code=code.zfill(4) if code.isdigit() else None,
        deadline=place.last_day(as_text(record.get("sistaAnsokningsdatum")), "sistaAnsokningsdatum"),
        vacancies=vacancies,
        hours=hours_of_scope(
            as_text(record.get("arbetstidTyp")),
            as_number(record.get("arbetstidOmfattningFran")),
            as_number(record.get("arbetstidOmfattningTill")),
        ),
        structured=_rows(record, place),
    )


def _necessity(item: object) -> Necessity:
    """Weight 10 is a demand; less, or none given, is a merit: the rule of the official converter."""
    weight = as_number(item.get("vikt")) if isinstance(item, dict) else None
    return "must" if (_WITHOUT_WEIGHT if weight is None else weight) >= _MUST_WEIGHT else "nice"


def _rows(record: Mapping[str, object], place: Place) -> list[Requirement]:
    rows: list[Requirement | None] = [
        skill_row(as_text(item), _necessity(item), "kompetenser") for item in as_list(record.get("kompetenser"))
    ]
    for item in as_list(record.get("sprak")):
        rows.append(language_row(as_text(item), _necessity(item), "sprak"))
        place.expect(rows[-1], as_text(item), "a language", "sprak")
    for item in as_list(record.get("yrkeserfarenheter")):
        years = as_text(item.get("erfarenhetsniva")) if isinstance(item, dict) else ""
        row = experience_row(as_text(item), years, _necessity(item), "yrkeserfarenheter")
        place.expect(
            row and (row.value["years"] or row.necessity == "not_required" or None),
            years,
            "years of experience",
            "yrkeserfarenheter.erfarenhetsniva",
        )
        rows.append(row)
    level, subject = record.get("utbildningsniva"), record.get("utbildningsinriktning")
    if as_text(level) or as_text(subject):
        source = "utbildningsniva" if as_text(level) else "utbildningsinriktning"
        found = education_row(as_text(level), as_text(subject), _necessity(level or subject), source)
        place.expect(found and found.value["level"], as_text(level), "a level of education", "utbildningsniva")
        rows.append(found)
    for label in as_texts(record.get("korkort")):
        place.expect(licence_class(label), label, "a class from AM to DE", "korkort")
    rows += licence_rows(as_texts(record.get("korkort")), "must", "korkort")
    if as_flag(record.get("tillgangTillEgenBil")):
        rows.append(Requirement(kind="own_car", value=True, necessity="must", source="tillgangTillEgenBil"))
    if as_flag(record.get("ingenErfarenhetKravs")):
        none = {"years": None, "field": None}
        rows.append(Requirement(kind="experience", value=none, necessity="not_required", source="ingenErfarenhetKravs"))
    return [row for row in rows if row]


READER = AfSourceReader()
