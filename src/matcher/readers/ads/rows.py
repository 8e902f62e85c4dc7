"""Requirement rows from an ad's structured fields: the label in a form becomes a kind and a value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from matcher.patterns import late
from matcher.records import Necessity, Requirement
from matcher.taxonomy.facts.languages import language_code, language_names
from matcher.taxonomy.facts.levels import education_level
from matcher.taxonomy.facts.licences import CLASSES, may_drive
from matcher.taxonomy.wording import fold, readable

MAX_LABEL = 200
"""Labels longer than this are no labels but text, in characters."""

_NOTHING = frozenset((
    "no requirements", "no requirement", "none", "none required", "not required", "n/a", "na", "no", "nej", "inga",
    "inga krav", "inget krav", "ingen", "inte angivet", "ej angivet", "not specified", "unspecified", "-", "–",
    "saknas", "null", "any", "false", "0",
))  # fmt: skip
_YEARS = late(
    r"(\d{1,2})(?:[.,]\d)?\s*(?:\+\s*)?(?:(?:-|–|till|to)\s*\d{1,2}\s*)?(?:\+\s*)?(?:års?\b|years?|yrs?)", re.IGNORECASE
)
_SHORT = late(r"(?:mindre|kortare) än|less than|upp till|up to|under", re.IGNORECASE)
_NO_EXPERIENCE = late(
    r"ingen (?:erfarenhet|arbetslivserfarenhet)|no experience|erfarenhet krävs (?:inte|ej)", re.IGNORECASE
)
# What a form's skill list adds behind a comma to tell homonyms apart.
_QUALIFIER = late(
    r", ?(?:programmeringsspråk|databashanterare|operativsystem|programvara|erfarenhet|ramverk)$", re.IGNORECASE
)
_LICENCE_WORD = late(
    r"körkort|(?:driving|driver'?s) licen[cs]e|behörighet|klass|class|kategori|category|för|for|[\s\-:]", re.IGNORECASE
)
_ANY_DEGREE = late(
    r"(?:relevant |akademisk |university |academic |college |bachelor'?s? |master'?s? |kandidat|master|högskole|"
    r"universitets)*(?:degree|examen)",
    re.IGNORECASE,
)
_DEGREE = late(r"examen\b|degree\b", re.IGNORECASE)
_LEGITIMATION = late(r"(?P<stem>[^\W\d_]{3,30})?legitim(?:ation|erad)|\bleg\b\.?|licen[cs]ed\b", re.IGNORECASE)
_PRE_SECONDARY = late(r"förgymnasial|grundskol|folkskol", re.IGNORECASE)
_IN_FIELD = late(r"\s(?:inom|in|i|med inriktning)\s(?P<field>.+)$", re.IGNORECASE)


def says_nothing(label: str) -> bool:
    """Whether a field's words say that nothing is asked for, or nothing at all.

    Examples
    --------
    >>> says_nothing("No requirements."), says_nothing(" - "), says_nothing("Truckkort")
    (True, True, False)
    """
    return label.strip().strip(".!").strip().lower() in _NOTHING or not label.strip()


@lru_cache(4096)
def language_row(label: str, necessity: Necessity, source: str) -> Requirement | None:
    """Row of a language; ``None`` if it is none that is known.

    Examples
    --------
    >>> language_row("Engelska", "must", "must_have.languages").value
    {'lang': 'en', 'level': None}
    """
    code = language_code(label) if label.strip() and len(label) <= MAX_LABEL else None
    if code is None:
        return None
    return Requirement(kind="language", value={"lang": code, "level": None}, necessity=necessity, source=source)


def licence_rows(labels: Sequence[str], necessity: Necessity, source: str) -> tuple[Requirement, ...]:
    """Rows of driving licence classes; classes of which none includes another are alternatives.

    Forms list classes without saying whether all or any are meant. ``B, C`` is read as both, since who holds C holds B
    anyway; ``C1, D1`` as either, so that nobody is kept out by a guess.

    Examples
    --------
    >>> [(r.value, r.any_of) for r in licence_rows(["B", "CE-körkort"], "must", "driving_license")]
    [('B', None), ('CE', None)]
    >>> [(r.value, r.any_of) for r in licence_rows(["C1", "D1"], "must", "driving_license")]
    [('C1', 1), ('D1', 1)]
    """
    classes = list(dict.fromkeys(c for label in labels if (c := licence_class(label))))
    nested = all(a in may_drive(b) or b in may_drive(a) for a in classes for b in classes)
    group = None if nested else 1
    return tuple(
        Requirement(kind="driving_licence", value=c, necessity=necessity, any_of=group, source=source) for c in classes
    )


@lru_cache(4096)
def licence_class(label: str) -> str | None:
    """Class of a driving licence by its label; ``None`` if it is none of the list.

    Examples
    --------
    >>> licence_class("B"), licence_class("Körkort klass C1E"), licence_class("Utökad B"), licence_class("Traktor")
    ('B', 'C1E', 'BE', None)
    """
    bare = _LICENCE_WORD.sub("", label[:MAX_LABEL]).upper()
    # Extended B (code 96) lies between B and BE and has no class of its own: BE includes it, B does not.
    bare = "BE" if bare in ("UTÖKADB", "B96", "B+E") else bare.replace("+", "")
    return next((c for c in CLASSES if c == bare), None)


@lru_cache(4096)
def experience_row(label: str, years_text: str, necessity: Necessity, source: str) -> Requirement | None:
    """Row of work experience: the occupation's label and the words for how long.

    Examples
    --------
    >>> experience_row("Kock", "2-4 års erfarenhet", "must", "x").value
    {'years': 2, 'field': 'kock'}
    >>> experience_row("Kock", "Ingen erfarenhet", "must", "x").necessity
    'not_required'
    """
    label = _clean(label).strip(" -–:")
    if not label and not years_text.strip():
        return None
    if _NO_EXPERIENCE.search(years_text):
        necessity = "not_required"
    years = None if _SHORT.search(years_text[:MAX_LABEL]) else _first_years(years_text)
    value = {"years": years, "field": label.lower() or None}
    return Requirement(kind="experience", value=value, necessity=necessity, source=source)


def months_row(months: float, field: str | None, necessity: Necessity, source: str) -> Requirement:
    """Row of work experience of so many months, in years (whole ones as whole numbers).

    Examples
    --------
    >>> months_row(24, None, "must", "x").value, months_row(6, None, "must", "x").value["years"]
    ({'years': 2, 'field': None}, 0.5)
    """
    years = round(months / 12, 2)
    value = {"years": int(years) if years == int(years) else years, "field": field}
    return Requirement(kind="experience", value=value, necessity=necessity, source=source)


@lru_cache(4096)
def education_row(level_label: str, field_label: str, necessity: Necessity, source: str) -> Requirement | None:
    """Row of an education: a label of its level, one of its field, or one that holds both.

    Examples
    --------
    >>> education_row("Gymnasial utbildning", "", "must", "x").value
    {'level': 'upper_secondary', 'field': None}
    >>> education_row("", "Eftergymnasial utbildning inom Data", "nice", "x").value
    {'level': 'post_secondary', 'field': 'data'}
    """
    level_label, field_label = _clean(level_label), _clean(field_label)
    level, found = _level(level_label), level_label
    if level is None and (level := _level(field_label)):
        found, field_label = field_label, ""
    if not field_label and found and (inside := _IN_FIELD.search(found)):
        field_label = inside["field"]
    if level in (None, "none") and not field_label:
        return None
    value = {"level": None if level == "none" else level, "field": field_label.strip(" .").lower() or None}
    return Requirement(kind="education", value=value, necessity=necessity, source=source)


@lru_cache(4096)
def skill_row(label: str, necessity: Necessity, source: str) -> Requirement | None:
    """Row of an entry of a skill list: a certificate, a licensed profession, a degree, a licence class, else a skill.

    Examples
    --------
    >>> [skill_row(x, "must", "x").kind for x in ("Truckkort", "Civilingenjörsexamen", "B-körkort", "Svetsning")]
    ['certificate', 'education', 'driving_licence', 'skill']
    >>> skill_row("Python, programmeringsspråk", "must", "x").value
    'python'
    >>> skill_row("Lärarlegitimation", "must", "x").value, skill_row("Engelska", "nice", "x").kind
    ('lärare', 'language')
    """
    from matcher.taxonomy.facts.certificates import find_certificates

    if says_nothing(label) or len(label) > MAX_LABEL:
        return None
    label = _clean(label)
    plain = readable(label).text
    if profession := _licensed(plain):
        return Requirement(kind="licensed_profession", value=profession, necessity=necessity, source=source)
    if certificates := find_certificates(plain):
        return Requirement(kind="certificate", value=certificates[0][2], necessity=necessity, source=source)
    if (licence := licence_class(label)) and ("körkort" in label.lower() or "licen" in label.lower()):
        return Requirement(kind="driving_licence", value=licence, necessity=necessity, source=source)
    if code := language_names().get(fold(plain)):
        return Requirement(kind="language", value={"lang": code, "level": None}, necessity=necessity, source=source)
    if _DEGREE.search(plain):
        field = None if _ANY_DEGREE.fullmatch(plain) else plain.lower().removesuffix("sexamen")
        value = {"level": _level(plain) or "tertiary", "field": field}
        return Requirement(kind="education", value=value, necessity=necessity, source=source)
    return Requirement(kind="skill", value=_QUALIFIER.sub("", label).lower(), necessity=necessity, source=source)


def _clean(label: str) -> str:
    """Cut a label and make it writable: one line, no half characters."""
    return " ".join(label[:MAX_LABEL].encode("utf-8", "replace").decode("utf-8").split())


def _licensed(plain: str) -> str | None:
    """Profession of a licence to practise, also in a compound ("lärarlegitimation")."""
    from matcher.taxonomy.facts.professions import find_professions

    match = _LEGITIMATION.search(plain)
    if not match:
        return None
    stem = (match["stem"] or "").lower()
    # A compound's first part has lost or changed its last vowel: lärar(e), sjuksköterske(a).
    candidates = (plain, stem, f"{stem}e", f"{stem[:-1]}a") if stem else (plain,)
    return next((found[0][2] for text in candidates if (found := find_professions(text))), None)


def _level(label: str) -> str | None:
    if _PRE_SECONDARY.search(label):
        return "primary"
    found = education_level(label)
    return found[0] if found else None


def _first_years(text: str) -> int | None:
    match = _YEARS.search(text[:MAX_LABEL])
    return int(match[1]) if match else None
