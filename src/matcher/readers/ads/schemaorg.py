"""A schema.org ``JobPosting`` as an ad, for every reader that meets one: web pages, JobAd Links."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from matcher.readers.ads.adrecord import Place, make_ad
from matcher.readers.ads.schemaorg_rows import posting_rows
from matcher.readers.cells.worktime import hours_of
from matcher.readers.files.markup import MAX_MARKUP, plain
from matcher.readers.files.tolerant import as_count, as_flag, as_id, as_language, as_list, as_text, as_texts
from matcher.records import JobAd, Requirement
from matcher.taxonomy.facts.municipalities import Municipality, municipality

_MAX_DEPTH = 12


def find_postings(value: object, depth: int = 0) -> Iterator[dict[str, object]]:
    """Find every ``JobPosting`` in a JSON-LD value: in lists, ``@graph``, lists of items, or anywhere below.

    Examples
    --------
    >>> graph = {"@graph": [{"@type": "WebPage"}, {"@type": ["JobPosting"], "title": "Kock"}]}
    >>> [posting["title"] for posting in find_postings(graph)]
    ['Kock']
    """
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from find_postings(item, depth + 1)
    elif isinstance(value, dict):
        if _is_posting(value):
            yield value
        else:
            for item in value.values():
                if isinstance(item, dict | list):
                    yield from find_postings(item, depth + 1)


def _is_posting(value: Mapping[str, object]) -> bool:
    """Whether an object's ``@type`` says ``JobPosting``, alone, in a list, or as an address.

    Examples
    --------
    >>> _is_posting({"@type": ["Thing", "https://schema.org/JobPosting"]}), _is_posting({"@type": "Person"})
    (True, False)
    """
    return any(t.rsplit("/", 1)[-1].rsplit(":", 1)[-1] == "JobPosting" for t in as_texts(value.get("@type")))


def posting_ad(
    posting: Mapping[str, object], ad_id: str, place: Place, where: Sequence[Municipality] = (), **known: Any
) -> JobAd:
    """Make an ad of a posting.

    Parameters
    ----------
    posting : mapping
    ad_id : str
    place : Place
        Where it stands, for remarks.
    where : sequence of Municipality
        Those of its workplaces, where the source knows them better than the posting.
    **known
        Fields that the source knows better than the posting.

    Returns
    -------
    JobAd

    Raises
    ------
    InvalidRecordError
        The values make no record.
    """
    rows, prose = posting_rows(posting)
    # A list of descriptions is one text in several parts.
    description = "\n".join(map(as_text, as_list(posting.get("description"))))
    if len(description) > MAX_MARKUP:
        place.remark(
            "doubtful", f"expected at most {MAX_MARKUP >> 20} MB of markup; the rest is cut off", "description"
        )
    where = where or _municipalities(posting, place)
    hours, vacancies = hours_of(*as_texts(posting.get("employmentType"))), as_count(posting.get("totalJobOpenings"))
    tongue = as_language(as_text(posting.get("inLanguage")))
    _doubts(posting, place, {"totalJobOpenings": vacancies, "inLanguage": tongue}, rows, prose)
    fields: dict[str, Any] = {
        "headline": html.unescape(as_text(posting.get("title")) or as_text(posting.get("name"))).strip(),
        "text": _joined(plain(description), prose),
        "occupation": {"label": _occupation(posting)},
        "employer": html.unescape(as_text(posting.get("hiringOrganization"))).strip() or None,
        "municipality": where[0].name if where else None,
        "municipality_code": where[0].code if where else None,
        "deadline": place.last_day(as_text(posting.get("validThrough")).strip(), "validThrough"),
        "vacancies": vacancies,
        "hours": hours,
        "language": tongue,
        "structured": rows,
    }
    return make_ad(place, places=[one.code for one in where], id=ad_id, **{**fields, **known})


def _doubts(
    posting: Mapping[str, object],
    place: Place,
    held: Mapping[str, object],
    rows: Sequence[Requirement],
    prose: Sequence[str],
) -> None:
    """Remark on fields that say something and gave nothing."""
    flag = "experienceInPlaceOfEducation"
    read = {**held, flag: as_flag(posting.get(flag))}
    for name, what in (
        ("totalJobOpenings", "a number of vacancies"),
        ("inLanguage", "a code such as sv or en-GB"),
        (flag, "true or false"),
    ):
        place.expect(read[name], as_text(posting.get(name)), what, name)
    for name, part in (
        ("experienceRequirements", "monthsOfExperience"),
        ("educationRequirements", "credentialCategory"),
    ):
        found = any(row.source == name for row in rows) or None
        place.expect(found or bool(prose) or None, posting.get(name), "a demand, or none", name)
        for item in as_list(posting.get(name)):
            said = as_text(item.get(part)) if isinstance(item, dict) else ""
            place.expect(found, said, "a known value", f"{name}.{part}")
    for kind in as_texts(posting.get("employmentType")):
        if hours_of(kind) is None:
            place.remark("dropped", "a form of employment that tells no hours", "employmentType")


def posting_id(posting: Mapping[str, object]) -> str:
    """Id of a posting: its identifier's value, or the identifier itself; ``""`` if it has none.

    Examples
    --------
    >>> posting_id({"identifier": {"@type": "PropertyValue", "name": "Bolaget", "value": 7}}), posting_id({})
    ('7', '')
    """
    for item in as_list(posting.get("identifier")):
        value = item.get("value", item.get("@id")) if isinstance(item, dict) else item
        if found := as_id(value):
            return found
    return as_id(posting.get("@id"))


def place_name(name: str) -> Municipality | None:
    """Find the municipality that an address line names, also behind its county ("Västerbottens län Umeå").

    Examples
    --------
    >>> [m.name if m else None for m in map(place_name, ("Västerbottens län Umeå", "Sweden", "Solna"))]
    ['Umeå', None, 'Solna']
    """
    name = html.unescape(name).strip()[:200]
    if "\n" in name:
        # Several lines are an address with street and postcode; the place stands at the end of one of them.
        return next((m for line in reversed(name.split("\n")) if (m := place_name(line.strip(" 0123456789")))), None)
    county, _, rest = name.partition(" län ")
    return municipality(rest) if rest and county else municipality(name)


def _municipalities(posting: Mapping[str, object], place: Place) -> list[Municipality]:
    names: list[str] = []
    for location in as_list(posting.get("jobLocation")):
        address = location.get("address", location.get("name")) if isinstance(location, dict) else location
        parts = as_list(address)
        names += [as_text(p.get("addressLocality")) if isinstance(p, dict) else as_text(p) for p in parts]
    named = [name for name in names if name.strip()]
    found = [m for name in named if (m := place_name(name))]
    if named and not found:
        place.remark("doubtful", "expected a Swedish municipality", "jobLocation")
    return found


def _occupation(posting: Mapping[str, object]) -> str | None:
    value = posting.get("relevantOccupation")
    label = as_text(value.get("name")) if isinstance(value, dict) else as_text(value)
    return html.unescape(label).strip() or None


def _joined(text: str, prose: list[str]) -> str:
    """Add paragraphs of demands that the description does not repeat already."""
    for more in prose:
        if more not in text:
            text = f"{text}\n\n{more}" if text else more
    return text
