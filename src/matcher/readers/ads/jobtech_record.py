"""One ad of JobTech's open interfaces, in the shapes of every year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from matcher.patterns import late
from matcher.readers.ads.adrecord import Place, make_ad
from matcher.readers.ads.rows import education_row, experience_row, language_row, licence_rows, skill_row
from matcher.readers.ads.schemaorg import place_name
from matcher.readers.cells.worktime import hours_of_scope
from matcher.readers.files.markup import without_markup
from matcher.readers.files.tolerant import as_count, as_flag, as_list, as_number, as_text, as_texts
from matcher.readers.report import Level
from matcher.records import JobAd, Necessity, Requirement

_CONCEPT_ID = late(r"[A-Za-z0-9]{4}_[A-Za-z0-9]{3}_[A-Za-z0-9]{3}")
_SSYK = late(r"\d{4}")
_OPEN_FOR_ALL = frozenset({"open_to_all", "open_for_all", "öppen för alla"})
_FLAGS = ("experience_required", "access_to_own_car", "driving_license_required", "open_for_all", "removed")


def jobtech_ad(record: dict[str, object], ad_id: str, place: Place) -> JobAd:
    """Make an ad of a record of any year, as :func:`~matcher.readers.ads.adrecord.read_json_ads` calls it.

    Parameters
    ----------
    record : dict
        As parsed; what is not as expected is told at its place and left out.
    ad_id : str
    place : Place

    Returns
    -------
    JobAd

    Raises
    ------
    ReadError
        No ad can be made of it.

    Examples
    --------
    >>> from matcher.readers.files.source import Source
    >>> record = {"headline": "Kock", "description": {"text": "Vi lagar."}, "employer": {"name": "Köket"}}
    >>> ad = jobtech_ad(record, "7", Place(Source("a.json", b""), []))
    >>> ad.text, ad.employer
    ('Vi lagar.', 'Köket')
    """
    addresses = [a for key in ("workplace_address", "workplace_addresses") for a in as_list(record.get(key))]
    named = [a for a in addresses if isinstance(a, dict) and (a.get("municipality") or a.get("municipality_code"))]
    address = named[0] if named else {}
    label, concept = _occupation(record.get("occupation"))
    rows, doubts = _structured_rows(record)
    for level, column, what in doubts:
        place.remark(level, what, column)
    vacancies = as_count(said := record.get("number_of_vacancies"))
    place.expect(vacancies, said or None, "a number of vacancies", "number_of_vacancies")
    hours = _hours(record.get("working_hours_type"), scope := record.get("scope_of_work"))
    place.expect(hours, as_text(record.get("working_hours_type")), "full or part time", "working_hours_type")
    code = _code(said := address.get("municipality_code"))
    place.expect(code, said, "a municipality's code of four digits", "municipality_code")
    if isinstance(scope, dict):
        for bound in ("min", "max"):
            place.expect(as_number(scope.get(bound)), scope.get(bound), "a percentage", f"scope_of_work.{bound}")
    for flag in _FLAGS:
        place.expect(as_flag(record.get(flag)), record.get(flag), "true or false", flag)
    group = _group(record.get("occupation_group"))
    place.expect(group, as_text(record.get("occupation_group")), "a code of SSYK 2012", "occupation_group")
    closing = "application_deadline" if record.get("application_deadline") else "last_publication_date"
    return make_ad(
        place,
        id=ad_id,
        headline=as_text(record.get("headline")),
        text=_text(record.get("description") or record.get("text")),
        occupation={"label": label, "concept": concept},
        occupation_group=group,
        employer=_employer(record.get("employer")),
        municipality=as_text(address.get("municipality")).strip() or None,
        municipality_code=code,
        places=list(_places(named, place)),
        deadline=place.last_day(as_text(record.get(closing)), closing),
        vacancies=vacancies,
        hours=hours,
        language=as_text(record.get("detected_language")).lower() or None,
        open_for_all=_open_for_all(record),
        structured=rows,
    )


def _places(addresses: Sequence[Mapping[str, object]], place: Place) -> Iterator[str]:
    """Give the code or the name of the municipality of each workplace; the first is read as the ad's own."""
    for at, address in enumerate(addresses):
        name, code = as_text(address.get("municipality")), _code(said := address.get("municipality_code"))
        if at:
            place.expect(place_name(name), name, "a Swedish municipality", "workplace_addresses.municipality")
            column = "workplace_addresses.municipality_code"
            place.expect(code, said, "a municipality's code of four digits", column)
        yield code or name


def _text(description: object) -> str:
    """Give the plain text, the formatted one only where there is no other; separate blocks of demands follow."""
    if not isinstance(description, dict):
        text = as_text(description)
        return without_markup(text)
    text = as_text(description.get("text"))
    if not text.strip():
        text = as_text(description.get("text_formatted"))
    if "<" in text or "&" in text:
        text = without_markup(text)
    for key in ("needs", "requirements"):
        more = as_text(description.get(key))
        if more.strip() and more not in text:
            text = f"{text}\n\n{without_markup(more)}" if text else more
    return text


def _occupation(value: object) -> tuple[str | None, str | None]:
    """Label and concept id; of several (a replaced concept and its heir) the first that has an id."""
    label: str | None = None
    for item in as_list(value):
        if isinstance(item, dict):
            concept = as_text(item.get("concept_id")).strip()
            label = label or as_text(item.get("label")).strip() or None
            if concept:
                return as_text(item.get("label")).strip() or label, concept
        elif text := as_text(item).strip():
            if _CONCEPT_ID.fullmatch(text):
                return label, text
            label = label or text
    return label, None


def _group(value: object) -> str | None:
    """SSYK 2012 code of the unit group, where the source gives it."""
    for item in as_list(value):
        code = as_text(item.get("legacy_ams_taxonomy_id")) if isinstance(item, dict) else as_text(item)
        if _SSYK.fullmatch(code.strip()):
            return code.strip()
    return None


def _employer(value: object) -> str | None:
    if not isinstance(value, dict):
        return as_text(value).strip() or None
    return as_text(value.get("name")).strip() or as_text(value.get("workplace")).strip() or None


def _code(value: object) -> str | None:
    code = as_text(value).strip()
    return code.zfill(4) if code.isdigit() and code.isascii() and len(code) in (3, 4) else None


def _hours(kind: object, scope: object) -> str | None:
    low, high = (scope.get("min"), scope.get("max")) if isinstance(scope, dict) else (None, None)
    return hours_of_scope(as_text(kind), as_number(low), as_number(high))


def _open_for_all(record: Mapping[str, object]) -> bool:
    if as_flag(record.get("open_for_all")):
        return True
    words = as_texts(record.get("label"))
    return any(word.lower() in _OPEN_FOR_ALL for word in words)


_LISTS: tuple[tuple[str, Necessity], ...] = (("must_have", "must"), ("nice_to_have", "nice"))
Doubt = tuple[Level, str, str]
"""Level of the remark, field, and what was expected there or how it was read."""


def _structured_rows(record: Mapping[str, object]) -> tuple[list[Requirement], list[Doubt]]:
    """Rows of one ad and what was doubtful in its fields.

    Examples
    --------
    >>> rows, _ = _structured_rows({"must_have": {"languages": [{"label": "Svenska"}]}, "experience_required": False})
    >>> [(r.kind, r.necessity, r.source) for r in rows]
    [('language', 'must', 'must_have.languages'), ('experience', 'not_required', 'experience_required')]
    """
    rows: list[Requirement] = []
    doubts: list[Doubt] = []
    for field, necessity in _LISTS:
        if isinstance(block := record.get(field), dict):
            _add_block(block, field, necessity, rows, doubts)
    if record.get("driving_license") or record.get("driving_license_required"):
        _add_licences(record, rows, doubts)
    if as_flag(record.get("access_to_own_car")):
        rows.append(Requirement(kind="own_car", value=True, necessity="must", source="access_to_own_car"))
    if as_flag(record.get("experience_required")) is False:
        none = {"years": None, "field": None}
        rows.append(Requirement(kind="experience", value=none, necessity="not_required", source="experience_required"))
    return rows, doubts


def _add_block(
    block: Mapping[str, object], field: str, necessity: Necessity, rows: list[Requirement], doubts: list[Doubt]
) -> None:
    if skills := block.get("skills"):
        found = (skill_row(label, necessity, f"{field}.skills") for label in as_texts(skills))
        rows.extend(row for row in found if row)
    if languages := block.get("languages"):
        for label in as_texts(languages):
            if row := language_row(label, necessity, f"{field}.languages"):
                rows.append(row)
            else:
                doubts.append(("doubtful", f"{field}.languages", "expected a language with an ISO 639 code"))
    if jobs := block.get("work_experiences"):
        for job in as_list(jobs):
            # The level of experience stands only in exports of the source system; the converter drops it.
            level = as_text(job.get("experience_level") or job.get("years")) if isinstance(job, dict) else ""
            if row := experience_row(as_text(job), level, necessity, f"{field}.work_experiences"):
                rows.append(row)
    levels, fields = as_texts(block.get("education_level")), as_texts(block.get("education"))
    for level, subject in zip_longest(levels, fields, fillvalue=""):
        source = f"{field}.education" if subject else f"{field}.education_level"
        if row := education_row(level, subject, necessity, source):
            rows.append(row)
            if level and row.value["level"] is None:
                doubts.append(("doubtful", f"{field}.education_level", "expected a level of education"))


def _add_licences(record: Mapping[str, object], rows: list[Requirement], doubts: list[Doubt]) -> None:
    required = as_flag(record.get("driving_license_required"))
    labels = as_texts(record.get("driving_license"))
    necessity: Necessity = "must" if required or required is None else "nice"
    found = licence_rows(labels, necessity, "driving_license")
    if labels and not found:
        doubts.append(("doubtful", "driving_license", "expected classes from AM to DE"))
    if not labels and required:
        # The box is ticked and no class chosen: nearly always an ordinary car is meant.
        found = licence_rows(("B",), "must", "driving_license_required")
        doubts.append(("guessed", "driving_license", "no class is given; read as B"))
    if any(row.any_of for row in found):
        doubts.append(("doubtful", "driving_license", "several classes, read as alternatives"))
    rows.extend(found)
