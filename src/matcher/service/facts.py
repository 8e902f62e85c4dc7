"""A profile's facts as a form shows them, and a form's answers as a profile has them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from matcher.errors import InvalidRecordError
from matcher.records import CEFR_LEVELS, Profile
from matcher.records.base import LicenceClass
from matcher.taxonomy.languages import language_code

Answers = Mapping[str, list[str]]
EDITABLE = (
    "languages", "experience", "driving_licences", "own_car", "certificates", "home_municipality",
    "max_travel_minutes", "availability", "wishes", "not_wanted",
)  # fmt: skip
_MOST = 60
"""Rows of one field that a form may hold."""


def value_of(field: str, answers: Answers, profile: Profile) -> Any:
    r"""Read what a form says about one field.

    Parameters
    ----------
    field : str
        Of :data:`EDITABLE`.
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
        raise InvalidRecordError("form", f"one of the fields {', '.join(EDITABLE)}")
    return _READ[field](answers, profile)


def _lines(answers: Answers, profile: Profile) -> list[str]:
    text = "\n".join(answers.get("value", []))
    return [" ".join(line.split())[:200] for line in text.splitlines() if line.strip()][:_MOST]


def _slugs(answers: Answers, profile: Profile) -> list[str]:
    return [line.casefold().replace(" ", "_") for line in _lines(answers, profile)]


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
    hours = _first(answers, "value")
    row: dict[str, Any] = profile.to_dict()["availability"]
    return {**row, "hours": hours if hours in ("full", "part", "any") else None}


def _languages(answers: Answers, profile: Profile) -> list[dict[str, Any]]:
    before = {row["lang"]: row for row in profile.to_dict()["languages"]}
    rows = []
    for name, level in _rows(answers, "lang", "level"):
        code = language_code(name)
        if code is None:
            raise InvalidRecordError("form", "the name of a language")
        interval = [level, level] if level in CEFR_LEVELS else None
        row = {**before.get(code, {"lang": code}), "lang": code}
        if level != "keep":
            row.update(speaking=interval, listening=interval, native=level == "native")
        rows.append(row)
    return rows


def _experience(answers: Answers, profile: Profile) -> list[dict[str, Any]]:
    before = {row["title"]: row for row in profile.to_dict()["experience"]}
    rows = []
    for title, years in _rows(answers, "title", "years"):
        text = years.replace(",", ".").strip()
        try:
            number = float(text) if text else None
        except ValueError:
            raise InvalidRecordError("form", "a number of years") from None
        # Another title is another occupation: it is linked anew.
        rows.append({**before.get(title, {"title": title[:200]}), "years": number})
    return rows


def _licences(answers: Answers, profile: Profile) -> list[dict[str, Any]]:
    before = {row["class"]: row for row in profile.to_dict()["driving_licences"]}
    rows = []
    for name, valid in _rows(answers, "class", "valid"):
        if name.upper() not in LicenceClass.__args__:  # type: ignore[attr-defined]
            raise InvalidRecordError("form", "a class of driving licence, such as B or CE")
        rows.append({**before.get(name.upper(), {"class": name.upper()}), "valid": valid})
    return rows


def _rows(answers: Answers, head: str, other: str) -> list[tuple[str, str]]:
    """Pairs of two columns of inputs; a row without its head is left out, which is how a row is removed."""
    pairs = zip(answers.get(head, [])[:_MOST], answers.get(other, [])[:_MOST], strict=False)
    return [(" ".join(a.split()), b.strip()) for a, b in pairs if a.strip()]


def _first(answers: Answers, name: str) -> str:
    return (answers.get(name) or [""])[0].strip()


_READ: dict[str, Callable[[Answers, Profile], Any]] = {
    "languages": _languages, "experience": _experience, "driving_licences": _licences, "own_car": _answer,
    "certificates": _slugs, "home_municipality": _text, "max_travel_minutes": _minutes,
    "availability": _availability, "wishes": _lines, "not_wanted": _lines,
}  # fmt: skip
