"""A profile's facts as a form shows them, and a form's answers as a profile has them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from itertools import zip_longest
from typing import Any, get_args

from matcher.errors import InvalidRecordError
from matcher.readers.cells.papers import read_certificates
from matcher.records import CEFR_LEVELS, Profile
from matcher.records.base import EDUCATION_LEVELS, LicenceClass
from matcher.records.corrections import FIELDS, Correction
from matcher.taxonomy.facts.certificates import find_certificates
from matcher.taxonomy.facts.countries import country_code
from matcher.taxonomy.facts.languages import language_code

Answers = Mapping[str, list[str]]
NOT_TIMES = ("evening", "night", "weekend", "early", "shift")
ASSESSED = ("yes", "applied", "no")
ANSWERED_IN = {
    "language": "languages", "driving_licence": "driving_licences", "own_car": "own_car", "education": "education",
    "experience": "experience", "licensed_profession": "licensed_profession", "certificate": "certificates",
    "skill": "skills", "working_time": "availability", "home_municipality": "home_municipality", "wishes": "wishes",
}  # fmt: skip
"""Kind of question → the field that its answer belongs in; a profile has none for checks, permits and the like."""
_NOW = ("now", "nu")
LICENCE_STEPS = ("licensed", "applied", "knowledge_test", "none")
_MOST, _LONGEST = 400, 2_000
"""Rows of one field that a form may hold, and characters of a line of text: more than anybody types."""


def corrections_of(answers: Answers, profile: Profile) -> list[Correction]:
    """Tell what a page of a person's fields says otherwise than what is held of the person.

    Parameters
    ----------
    answers : mapping of str to list of str
        Each name is that of the field, a full stop and the name that :func:`value_of` knows; a field of which nothing
        is told stays, and so do names without a full stop.
    profile : Profile

    Returns
    -------
    list of Correction
        In the order of :data:`matcher.records.corrections.FIELDS`.

    Raises
    ------
    InvalidRecordError
        As :func:`value_of`.

    Examples
    --------
    >>> [one.new for one in corrections_of({"own_car.value": ["yes"], "wishes.value": [""]}, Profile(id="7"))]
    [True]
    """
    told: dict[str, dict[str, list[str]]] = {}
    for name, values in answers.items():
        field, dot, part = name.partition(".")
        if dot:
            told.setdefault(field, {})[part] = values
    held = profile.to_dict()
    made = [
        Correction(profile.id, field, None, held.get(field), value_of(field, told[field], profile))
        for field in sorted(told, key=lambda field: FIELDS.index(field) if field in FIELDS else -1)
    ]
    return [one for one in made if one.new != one.old]


def value_of(field: str, answers: Answers, profile: Profile) -> Any:
    r"""Read what a form says about one field.

    Parameters
    ----------
    field : str
        Of :data:`matcher.records.corrections.FIELDS`.
    answers : mapping of str to list of str
    profile : Profile
        As it is now: what the form does not show of a row stays.

    Returns
    -------
    object
        As ``matcher read`` prints that field.

    Raises
    ------
    InvalidRecordError
        The field cannot be corrected, or an answer is none that it can have.

    Examples
    --------
    >>> value_of("own_car", {"value": ["yes"]}, Profile(id="7"))
    True
    >>> value_of("wishes", {"value": ["Kock\r\n\r\nBagare"]}, Profile(id="7"))
    ['Kock', 'Bagare']
    """
    if field not in _READ:
        raise InvalidRecordError("form", f"one of the fields {', '.join(FIELDS)}")
    return _READ[field](answers, profile)


def _lines(answers: Answers, profile: Profile) -> list[str]:
    text = "\n".join(answers.get("value", []))
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if len(lines) > _MOST or any(len(line) > _LONGEST for line in lines):
        raise InvalidRecordError("form", f"at most {_MOST} lines of at most {_LONGEST} characters")
    return lines


def _slugs(answers: Answers, profile: Profile) -> list[str]:
    """Short names of certificates, from short names or from the words that ads and sheets have for them."""
    found: list[str] = []
    for line in _lines(answers, profile):
        if read_certificates(line).lacking:
            raise InvalidRecordError("form", "cards and courses that are held, and none that is lacking")
        told = [slug for _, _, slug in find_certificates(line)]
        found += told or [line.casefold().replace(" ", "_")]
    return list(dict.fromkeys(found))


def _skills(answers: Answers, profile: Profile, field: str = "skills") -> list[dict[str, Any]]:
    before = _Before(profile, field, "label")
    return [before.take(label) for label in dict.fromkeys(_lines(answers, profile))]


def _education(answers: Answers, profile: Profile) -> list[dict[str, Any]]:
    rows = []
    for level, field, country, years, validated in _rows(
        answers, "level", "direction", "country", "years", "validated"
    ):
        code = country_code(country) if country else None
        if country and code is None:
            raise InvalidRecordError("form", "the name of a country")
        rows.append(
            {
                "level": level if level in EDUCATION_LEVELS else None, "field": field[:_LONGEST] or None,
                "country": code, "years": _number(years), "validated": validated if validated in ASSESSED else None,
            }
        )  # fmt: skip
    return rows


def _profession(answers: Answers, profile: Profile) -> dict[str, Any] | None:
    profession = " ".join(_first(answers, "profession").split())[:100]
    return {"profession": profession, "status": _first(answers, "status") or "none"} if profession else None


def _answer(answers: Answers, profile: Profile) -> bool | None:
    return {"yes": True, "no": False}.get(_first(answers, "value"))


def _text(answers: Answers, profile: Profile) -> str | None:
    return " ".join(_first(answers, "value").split())[:100] or None


def _minutes(answers: Answers, profile: Profile) -> int | None:
    text = _first(answers, "value")
    if text and not (text.isdecimal() and len(text) < 4):
        raise InvalidRecordError("form", "a whole number of minutes")
    return int(text) if text else None


def _availability(answers: Answers, profile: Profile) -> dict[str, Any]:
    hours, start = _first(answers, "value"), _first(answers, "from")
    if start.casefold() in _NOW:
        start = "now"
    elif start:
        try:
            start = date.fromisoformat(start).isoformat()
        except ValueError:
            raise InvalidRecordError("form", "a date such as 2026-09-01") from None
    not_times = [name for name in NOT_TIMES if name in answers.get("not", ())]
    return {"from": start or None, "hours": hours if hours in ("full", "part", "any") else None, "not": not_times}


def _languages(answers: Answers, profile: Profile) -> list[dict[str, Any]]:
    before = _Before(profile, "languages", "lang")
    shown = {row.lang: row.oral() for row in profile.languages if not row.native}
    rows = []
    for name, level in _rows(answers, "lang", "level"):
        if not name:
            continue
        code = language_code(name)
        if code is None:
            raise InvalidRecordError("form", "the name of a language")
        interval = [level, level] if level in CEFR_LEVELS else None
        row = before.take(code)
        # The level that is shown is the lower one of two: who leaves it as it is has not said that the other is so too.
        if level != "keep" and (shown.get(code) != (level, level)):
            row.update(speaking=interval, listening=interval, native=level == "native")
        rows.append(row)
    return rows


def _experience(answers: Answers, profile: Profile) -> list[dict[str, Any]]:
    # Another title is another occupation: it is linked anew.
    before = _Before(profile, "experience", "title")
    told = [(title, years) for title, years in _rows(answers, "title", "years") if title]
    return [{**before.take(title[:_LONGEST]), "years": _number(years)} for title, years in told]


def _licences(answers: Answers, profile: Profile) -> list[dict[str, Any]]:
    before = _Before(profile, "driving_licences", "class")
    rows = []
    for name, valid in _rows(answers, "class", "valid"):
        if not name:
            continue
        if name.upper() not in get_args(LicenceClass):
            raise InvalidRecordError("form", "a class of driving licence, such as B or CE")
        rows.append({**before.take(name.upper()), "valid": valid})
    return rows


class _Before:
    """The rows of a field as they are now, by what a form shows of them; of those that look alike in their order.

    What a form does not show of a row (a country, duties, who verified it) stays with it.
    """

    def __init__(self, profile: Profile, field: str, key: str) -> None:
        self._key = key
        self._rows: dict[str, list[dict[str, Any]]] = {}
        for row in profile.to_dict()[field]:
            self._rows.setdefault(" ".join(row[key].split())[:_LONGEST], []).append(row)

    def take(self, shown: str) -> dict[str, Any]:
        """Give the next row that is shown so; a new one if there is none."""
        left = self._rows.get(shown)
        return left.pop(0) if left else {self._key: shown}


def _rows(answers: Answers, *names: str) -> Iterator[list[str]]:
    """Rows of inputs that stand side by side; one that is emptied is left out, which is how a row is removed."""
    columns = [answers.get(name, [])[:_MOST] for name in names]
    for row in zip_longest(*columns, fillvalue=""):
        cells = [" ".join(cell.split()) for cell in row]
        if any(cells):
            yield cells


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", ".")) if text else None
    except ValueError:
        raise InvalidRecordError("form", "a number of years") from None


def _first(answers: Answers, name: str) -> str:
    return (answers.get(name) or [""])[0].strip()


_READ: dict[str, Callable[[Answers, Profile], Any]] = {
    "languages": _languages, "education": _education, "experience": _experience, "skills": _skills,
    "informal_skills": partial(_skills, field="informal_skills"), "driving_licences": _licences, "own_car": _answer,
    "certificates": _slugs, "licensed_profession": _profession, "home_municipality": _text,
    "max_travel_minutes": _minutes, "availability": _availability, "wishes": _lines, "not_wanted": _lines,
}  # fmt: skip
