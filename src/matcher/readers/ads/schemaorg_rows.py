"""Demands of a schema.org ``JobPosting`` as requirement rows, in every form that its fields may take.

A field is a text, a list, or an object; a text is a label ("Kock - 2-4 års erfarenhet"), a phrase ("2 years of
experience in sales") or prose. Labels and phrases become rows; prose is given back, to be read with the ad's text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from matcher.patterns import late
from matcher.readers.ads.rows import MAX_LABEL, education_row, experience_row, months_row, says_nothing, skill_row
from matcher.readers.files.markup import plain
from matcher.readers.files.tolerant import as_flag, as_list, as_number, as_text
from matcher.records import Necessity, Requirement

_EITHER = 2
_MAX_LIST = 2000
_NAMES = (
    "name",
    "description",
    "text",
    "value",
    "label",
    "credentialCategory",
    "educationalLevel",
    "competencyRequired",
)
_SENTENCE = late(
    r"[.!?:;]\s+\S|\n\s*\S|\b(?:du|vi|you|we|ska|måste|must|meriterande|krav|krävs|required)\b", re.IGNORECASE
)
_EXPERIENCE_LABEL = late(
    rf"^(?P<field>.{{2,150}}?)\s+[-–]\s+"
    rf"(?P<years>[^-–]{{0,{MAX_LABEL}}}(?:-\s*\d+[^-–]{{0,{MAX_LABEL}}})?erfarenhet[^-–]*)$",
    re.IGNORECASE,
)
_EXPERIENCE_PHRASE = late(
    r"(?:erfarenhet|experience|vana)\s+(?:av|inom|från|som|med|of|in|with|as|from)\s+(?P<field>.+)$", re.IGNORECASE
)
_YEARS_ONLY = late(
    r"[\d\s,.+\-–]*(?:års?|years?|yrs?)?\s*(?:av|of)?\s*(?:arbetslivs|work\s*)?(?:erfarenhet|experience)?\.?",
    re.IGNORECASE,
)
# How senior a post is called says nothing that a person can be judged by.
_SENIORITY = late(
    r"(?:entry|junior|mid|middle|senior|mid[ /-]senior|associate|director|executive|internship|experienced)"
    r"(?:[ -]level)?|not applicable|ej tillämpligt",
    re.IGNORECASE,
)
_LIST_BREAK = late(r"\s{0,60}[,;\n•·|]\s*")
# An entry of a list that says more than a skill's name: years, a level, a record, a car, a course.
_SAYS_MORE = late(
    r"(?<!\w)(?:års?|years?|\w*erfarenhet|experienced?|vana|\w*kunskaper|knowledge|\w*utdrag|extract|bil|car|"
    r"\w*utbildning|education|tal|skrift|spoken|written|writing|fluent|fluency|flytande|modersmål|native|obehindrat|"
    r"goda?|good|basic|grundläggande|fyllt|[a-c][12])(?!\w)",
    re.IGNORECASE,
)
_HEADINGS = {"must": "Kvalifikationer", "nice": "Meriterande"}


def posting_rows(posting: Mapping[str, object]) -> tuple[list[Requirement], list[str]]:
    """Rows of one posting, and the prose that stands in its fields of demands.

    Parameters
    ----------
    posting : mapping
        A ``JobPosting``.

    Returns
    -------
    rows : list of Requirement
        ``source`` names the field.
    prose : list of str
        Texts to be read with the description.

    Examples
    --------
    >>> posting = {"experienceRequirements": [{"monthsOfExperience": "24"}], "educationRequirements": "none"}
    >>> rows, _ = posting_rows(posting)
    >>> [(r.kind, r.value["years"], r.source) for r in rows]
    [('experience', 2, 'experienceRequirements')]
    """
    rows: list[Requirement] = []
    prose: list[str] = []
    experience = experience_rows(posting.get("experienceRequirements"), "experienceRequirements", prose)
    education = education_rows(posting.get("educationRequirements"), "educationRequirements", prose)
    if as_flag(posting.get("experienceInPlaceOfEducation")) and experience and education:
        either = [row.model_copy(update={"any_of": _EITHER}) for row in (*education, *experience)]
        rows.extend(either)
    else:
        rows.extend((*experience, *education))
    rows.extend(listed_rows(posting.get("qualifications"), "must", "qualifications", prose))
    # The definition of ``skills`` says "desired or required" without telling which: the lenient reading.
    rows.extend(listed_rows(posting.get("skills"), "nice", "skills", prose))
    security = posting.get("securityClearanceRequirement")
    if as_flag(security) or (as_flag(security) is None and as_text(security) and not says_nothing(as_text(security))):
        rows.append(_row("record_check", "security_clearance", "securityClearanceRequirement"))
    for field in ("eligibilityToWorkRequirement", "physicalRequirement", "responsibilities"):
        prose.extend(text for text in _texts(posting.get(field)) if not says_nothing(text))
    return rows, prose


def _row(kind: str, value: object, source: str) -> Requirement:
    return Requirement.model_validate({"kind": kind, "value": value, "necessity": "must", "source": source})


def _texts(value: object) -> list[str]:
    """Texts of a field, an object's by its name or description, markup taken out."""
    found = []
    for item in as_list(value):
        if isinstance(item, dict):
            found += [text for name in _NAMES for inner in as_list(item.get(name)) if (text := as_text(inner))]
        elif text := as_text(item):
            found.append(text)
    return [text for raw in found if (text := plain(raw).strip())]


def _is_prose(text: str) -> bool:
    return len(text) > MAX_LABEL or _SENTENCE.search(text) is not None


def experience_rows(value: object, source: str, prose: list[str]) -> list[Requirement]:
    """Rows of a field about experience; what is prose in it is added to ``prose``.

    Examples
    --------
    >>> [row.value for row in experience_rows(["1+ years", "Svetsare - 2-4 års erfarenhet", "Mid-level"], "x", [])]
    [{'years': 1, 'field': None}, {'years': 2, 'field': 'svetsare'}]
    """
    rows: list[Requirement | None] = []
    for item in as_list(value):
        months = _months(item.get("monthsOfExperience")) if isinstance(item, dict) else None
        if months is not None:
            if 0 < months <= 600:
                rows.append(months_row(months, None, "must", source))
            continue
        for text in _texts(item):
            rows += [_experience_line(line.strip(), source, prose) for line in text.split("\n")]
    return [row for row in rows if row]


def _months(value: object) -> float | None:
    """Read a number of months, plain or as a quantity with a value or a least value."""
    if isinstance(value, dict):
        return next((n for key in ("value", "minValue") if (n := as_number(value.get(key))) is not None), None)
    return as_number(value)


def _experience_line(text: str, source: str, prose: list[str]) -> Requirement | None:
    if says_nothing(text) or _SENIORITY.fullmatch(text):
        return None
    if len(text) <= MAX_LABEL and (label := _EXPERIENCE_LABEL.match(text)):
        return experience_row(label["field"], label["years"], "must", source)
    if _is_prose(text):
        prose.append(text)
        return None
    if phrase := _EXPERIENCE_PHRASE.search(text):
        return experience_row(phrase["field"].rstrip("."), text, "must", source)
    if _YEARS_ONLY.fullmatch(text):
        return experience_row("", text, "must", source)
    return experience_row(text, text, "must", source)


def education_rows(value: object, source: str, prose: list[str]) -> list[Requirement]:
    """Rows of a field about education; what is prose in it is added to ``prose``.

    Examples
    --------
    >>> [row.value for row in education_rows({"credentialCategory": "high school"}, "x", [])]
    [{'level': 'upper_secondary', 'field': None}]
    """
    rows: list[Requirement | None] = []
    for text in _texts(value):
        if says_nothing(text):
            continue
        level, *fields = [line.strip() for line in text.split("\n") if line.strip()]
        if len(fields) == 1 and max(len(level), len(fields[0])) <= MAX_LABEL and not _is_prose(level):
            rows.append(education_row(level, fields[0], "must", source))
        elif _is_prose(text):
            prose.append(text)
        else:
            rows.append(education_row(level, "", "must", source))
    return [row for row in rows if row]


def listed_rows(value: object, necessity: Necessity, source: str, prose: list[str]) -> list[Requirement]:
    r"""Rows of a field that lists skills and papers; what is prose in it is added to ``prose``.

    Examples
    --------
    >>> prose = []
    >>> [(row.kind, row.value) for row in listed_rows("Truckkort, Svetsning, Flytande svenska", "must", "x", prose)]
    [('certificate', 'truck'), ('skill', 'svetsning')]
    >>> prose
    ['Kvalifikationer\n- Flytande svenska']
    """
    rows: list[Requirement | None] = []
    told: list[str] = []
    for text in _texts(value):
        if says_nothing(text):
            continue
        parts = [part for part in _LIST_BREAK.split(text) if part] if len(text) <= _MAX_LIST else []
        if not parts or _SENTENCE.search(text.replace("\n", ", ")) or any(len(part) > 60 for part in parts):
            prose.append(text)
        else:
            told.extend(part for part in parts if _SAYS_MORE.search(part))
            rows.extend(skill_row(p.rstrip("."), necessity, source) for p in parts if not _SAYS_MORE.search(p))
    if told:
        # Read as in an ad's own list, under a heading that tells how strongly they are asked for.
        prose.append("\n- ".join((_HEADINGS[necessity], *told)))
    return [row for row in rows if row]
