"""The structured demands of a JobTech ad as requirement rows.

What the interface fills in by itself is no evidence: ``experience_required: true``, ``driving_license_required: false``
and ``access_to_own_car: false`` are defaults and give no row; their opposites do.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest

from matcher.readers.ads.rows import education_row, experience_row, language_row, licence_rows, skill_row
from matcher.readers.files.tolerant import as_flag, as_list, as_text, as_texts
from matcher.readers.report import Level
from matcher.records import Necessity, Requirement

_LISTS: tuple[tuple[str, Necessity], ...] = (("must_have", "must"), ("nice_to_have", "nice"))
Doubt = tuple[Level, str, str]
"""Level of the remark, field, and what was expected there or how it was read."""


def structured_rows(record: Mapping[str, object]) -> tuple[list[Requirement], list[Doubt]]:
    """Rows of one ad and what was doubtful in its fields.

    Parameters
    ----------
    record : mapping
        One ad as JobSearch or JobStream gives it.

    Returns
    -------
    rows : list of Requirement
        Without quotes; ``source`` names the field.
    doubts : list of (level, field, what)

    Examples
    --------
    >>> rows, _ = structured_rows({"must_have": {"languages": [{"label": "Svenska"}]}, "experience_required": False})
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
