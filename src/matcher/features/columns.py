"""Structured columns: what a person has and what an ad asks for, on the same scales."""

from __future__ import annotations

from collections.abc import Mapping

from matcher.records import CEFR_LEVELS, EDUCATION_LEVELS, JobAd, Profile, Requirement

COLUMNS = (
    "swedish_low", "swedish_high", "english_low", "english_high", "education_level", "years_of_work",
    "car_licence", "own_car", "n_certificates", "n_must",
)  # fmt: skip
"""Levels count from 1 (A1, no schooling) upwards, years are years, yes is 1 and no is 0."""


def column_values(record: Profile | JobAd) -> Mapping[str, float | None]:
    """Return the columns of a record; ``None`` is unknown, and an ad asks for nothing that it does not name.

    Examples
    --------
    >>> from matcher.records import Language
    >>> column_values(Profile(id="1", languages=[Language(lang="sv", speaking=("A2", "B1"))]))["swedish_low"]
    2.0
    """
    return _of_profile(record) if isinstance(record, Profile) else _of_ad(record.requirements or ())


def _of_profile(p: Profile) -> dict[str, float | None]:
    values: dict[str, float | None] = dict.fromkeys(COLUMNS)
    for name, code in (("swedish", "sv"), ("english", "en")):
        interval = next((row.oral() for row in p.languages if row.lang == code), None)
        if interval:
            values[f"{name}_low"], values[f"{name}_high"] = (float(CEFR_LEVELS.index(level) + 1) for level in interval)
    levels = [EDUCATION_LEVELS.index(e.level) + 1 for e in p.education if e.level]
    values["education_level"] = float(max(levels)) if levels else None
    years = [job.years for job in p.experience if job.years is not None]
    values["years_of_work"] = sum(years) if years or "experience" in p.none else None
    if p.driving_licences or "driving_licences" in p.none:
        values["car_licence"] = float(any(d.class_ not in ("AM", "A1", "A2", "A") for d in p.driving_licences))
    values["own_car"] = None if p.own_car is None else float(p.own_car)
    values["n_certificates"] = float(len(p.certificates)) if p.certificates or "certificates" in p.none else None
    return values


def _of_ad(requirements: tuple[Requirement, ...]) -> dict[str, float | None]:
    values: dict[str, float | None] = dict.fromkeys(COLUMNS)
    must = [r for r in requirements if r.necessity == "must"]
    for row in must:
        if row.kind == "language" and row.value.get("lang") in ("sv", "en") and row.value.get("level"):
            name = "swedish" if row.value["lang"] == "sv" else "english"
            level = float(CEFR_LEVELS.index(row.value["level"]) + 1)
            values[f"{name}_low"] = values[f"{name}_high"] = max(level, values[f"{name}_low"] or 0.0)
        elif row.kind == "education" and row.value.get("level"):
            level = float(EDUCATION_LEVELS.index(row.value["level"]) + 1)
            values["education_level"] = max(level, values["education_level"] or 0.0)
        elif row.kind == "experience" and row.value.get("years"):
            values["years_of_work"] = max(float(row.value["years"]), values["years_of_work"] or 0.0)
        elif row.kind == "driving_licence" and row.value not in ("AM", "A1", "A2", "A"):
            values["car_licence"] = 1.0
        elif row.kind == "own_car":
            values["own_car"] = 1.0
    values["n_certificates"] = float(sum(row.kind == "certificate" for row in must))
    values["n_must"] = float(len(must))
    return values
