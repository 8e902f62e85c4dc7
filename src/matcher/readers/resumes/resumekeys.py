"""Other programs' names for the fields of JSON Resume, and Reactive Resume's sections, in JSON Resume's shape."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from matcher.patterns import late
from matcher.readers.fields import MAX_LIST

# List of JSON Resume → its field → names that others give it; the first that holds something counts.
_OTHER_NAMES: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType({
    "work": {
        "position": ("title", "jobTitle", "role"), "name": ("company", "employer", "organization"),
        "startDate": ("from", "start"), "endDate": ("to", "end"),
    },
    "education": {
        "institution": ("school", "name", "organization"), "studyType": ("degree", "qualification"),
        "area": ("fieldOfStudy", "field", "major"), "summary": ("description",),
        "startDate": ("from", "start"), "endDate": ("to", "end"),
    },
    "languages": {"language": ("name",), "fluency": ("level", "proficiency", "description")},
    "certificates": {"name": ("title",)},
    "volunteer": {"position": ("title", "role")},
})  # fmt: skip
# Section of Reactive Resume → list of JSON Resume; the older program has "work", the newer "experience".
_SECTIONS: Mapping[str, str] = MappingProxyType({
    "experience": "work", "work": "work", "education": "education", "skills": "skills", "languages": "languages",
    "certifications": "certificates", "volunteer": "volunteer", "interests": "interests",
})  # fmt: skip
_ENVELOPES = ("resume", "cv", "data", "profile", "result")
_LISTED = frozenset(("work", "education", "skills", "languages"))
_UNDERSCORE = late(r"(?<=[a-z])_([a-z])")
_SPAN = late(r"\s+(?:-|–|—|to|till)\s+|\s*[–—]\s*")
_YEARS = late(r"(\d{4})\s*-\s*(\d{4}|[^\W\d_]+)")


def is_reactive(found: Mapping[str, Any]) -> bool:
    """Whether an object is a document of Reactive Resume: sections with lists of items.

    Examples
    --------
    >>> is_reactive({"basics": {}, "sections": {"skills": {"items": []}}}), is_reactive({"basics": {}})
    (True, False)
    """
    sections = found.get("sections")
    if not isinstance(sections, dict):
        return False
    return any(isinstance(one, dict) and isinstance(one.get("items"), list) for one in sections.values())


def opened(found: Mapping[str, Any]) -> Mapping[str, Any]:
    """Take a résumé out of the object that a program put it into, and write its keys as JSON Resume does.

    Examples
    --------
    >>> opened({"resume": {"work": [{"start_date": "2015-04"}]}})
    {'work': [{'startDate': '2015-04'}]}
    >>> opened({"data": "x"}), opened({"basics": {}})
    ({'data': 'x'}, {'basics': {}})
    """
    inner = next((found[key] for key in _ENVELOPES if isinstance(found.get(key), dict)), None)
    whole = inner if inner and not _LISTED.isdisjoint(inner) and _LISTED.isdisjoint(found) else found
    return whole if _LISTED.isdisjoint(whole) else {key: _in_camel_case(value) for key, value in whole.items()}


def _in_camel_case(value: Any) -> Any:
    """Write the keys of a list's objects as JSON Resume does ("start_date")."""
    if not isinstance(value, list):
        return value
    return [
        {_UNDERSCORE.sub(lambda m: m[1].upper(), str(key)): held for key, held in row.items()}
        if isinstance(row, dict) and any("_" in str(key) for key in row) else row
        for row in value
    ]  # fmt: skip


def as_resume(found: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give a résumé in the shape of JSON Resume.

    Parameters
    ----------
    found : mapping
        JSON Resume, with whatever names of fields, or Reactive Resume's document.

    Returns
    -------
    mapping
        What it has no name for stays as it is.

    Examples
    --------
    >>> as_resume({"languages": [{"name": "dari", "level": "B2"}]})["languages"][0]["fluency"]
    'B2'
    >>> made = as_resume({"sections": {"work": {"items": [{"position": "Kock", "date": "2015 - 2019"}]}}})
    >>> made["work"][0]["startDate"], made["work"][0]["endDate"]
    ('2015', '2019')
    """
    resume = _reactive(found) if is_reactive(found) else dict(found)
    for key, names in _OTHER_NAMES.items():
        if isinstance(resume.get(key), list):
            resume[key] = [_renamed(row, names) if isinstance(row, dict) else row for row in resume[key][:MAX_LIST]]
    return resume


def _renamed(row: Mapping[str, Any], names: Mapping[str, tuple[str, ...]]) -> Mapping[str, Any]:
    made = dict(row)
    for name, others in names.items():
        if not made.get(name):
            made[name] = next((row[other] for other in others if row.get(other)), made.get(name))
    return made


def _reactive(found: Mapping[str, Any]) -> dict[str, Any]:
    sections = found["sections"]
    basics = found.get("basics")
    basics = dict(basics) if isinstance(basics, dict) else {}
    summary = found.get("summary") or sections.get("summary")
    if isinstance(summary, dict) and not basics.get("summary"):
        basics["summary"] = summary.get("content") or summary.get("body")
    basics["label"] = basics.get("label") or basics.get("headline")
    made: dict[str, Any] = {"basics": basics}
    for section, key in _SECTIONS.items():
        held = sections.get(section)
        items = held.get("items") if isinstance(held, dict) else None
        if isinstance(items, list):
            shown = [_dated(item) for item in items[:MAX_LIST] if isinstance(item, dict) and _is_shown(item)]
            made[key] = [*made.get(key, ()), *shown]
    return made


def _is_shown(item: Mapping[str, Any]) -> bool:
    """Whether the person lets an item be seen."""
    return item.get("visible") is not False and item.get("hidden") is not True


def _dated(item: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give an item its first and last day, which stand in one text or in an object; a level in stars says nothing."""
    made = {key: value for key, value in item.items() if key != "level" or isinstance(value, str)}
    made["summary"] = item.get("summary") or item.get("description")
    when = item.get("date") or item.get("period")
    if isinstance(when, dict):
        made["startDate"], made["endDate"] = when.get("start"), when.get("end")
    elif isinstance(when, str):
        ends = _SPAN.split(_YEARS.sub(r"\1 - \2", when), maxsplit=1)
        made["startDate"], made["endDate"] = ends[0], ends[1] if len(ends) > 1 else ends[0]
    return made


# Field that a plain text in place of an object means: {"skills": ["Excel"], "languages": ["Swedish"]}.
_ONE_FIELD = MappingProxyType({"skills": "name", "languages": "language", "certificates": "name", "interests": "name"})


def named_fields(resume: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give a resume in which a plain text in place of an object is that object's only field.

    Examples
    --------
    >>> named_fields({"skills": ["Excel", {"name": "SAP"}]})
    {'skills': [{'name': 'Excel'}, {'name': 'SAP'}]}
    """
    lists = {key: resume[key] for key in _ONE_FIELD if isinstance(resume.get(key), list)}
    return {
        **resume,
        **{k: [{_ONE_FIELD[k]: one} if isinstance(one, str) else one for one in v] for k, v in lists.items()},
    }
