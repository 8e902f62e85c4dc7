"""Minimal ads, one JSON object each: ``{"id", "headline", "text"}``, and ads as this program prints them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from matcher.readers.ads.adrecord import Place, make_ad, read_json_ads
from matcher.readers.ads.jobtech_record import jobtech_ad
from matcher.readers.fields import TallyByKind, tally_of
from matcher.readers.files.jsonvalues import first_record
from matcher.readers.files.markup import is_marked_up, plain
from matcher.readers.files.source import Source
from matcher.readers.files.tolerant import as_count, as_flag, as_list, as_text
from matcher.readers.report import Batch
from matcher.records import NECESSITIES, JobAd, Requirement

_HOURS = ("full", "part", "any")


class LinesReader:
    """JSON Lines (or an array) of ``{"id", "headline", "text"}``, text kept to the last character.

    Only where markup parts the lines, or letters are escaped, is it taken out.
    What ``matcher read`` prints for an ad is such a line with more fields, and is read back. Lines of JobTech's may
    stand among them.

    Examples
    --------
    >>> READER.read(Source("a.jsonl", b'{"id": 7, "text": "Vi bakar."}'))[0].id
    '7'
    """

    name = "lines"
    kind: Literal["ads"] = "ads"

    def recognises(self, source: Source) -> bool:
        """Tell by an id beside a text or a headline."""
        record = first_record(source)
        if record is None or "id" not in record or record.get("type", "ad") != "ad":
            return False
        return isinstance(record.get("text"), str) or isinstance(record.get("headline"), str)

    def read(self, source: Source, **options: object) -> Batch[JobAd]:
        """Read the ads."""
        return read_json_ads(source, _ad, TallyByKind(tally_of("lines"), tally_of("jobtech"), _is_jobtech))


def _is_jobtech(record: Mapping[str, object]) -> bool:
    """Whether a line that stands among plain ones is an ad as JobTech gives it, whose text lies deeper."""
    return isinstance(record.get("description"), dict) and not record.get("text")


def _ad(record: dict[str, object], ad_id: str, place: Place) -> JobAd:
    if _is_jobtech(record):
        return jobtech_ad(record, ad_id, place)
    occupation = record.get("occupation")
    concept = as_text(occupation.get("concept")) if isinstance(occupation, dict) else ""
    hours = as_text(record.get("hours"))
    vacancies, open_for_all = as_count(record.get("vacancies")), as_flag(record.get("open_for_all"))
    place.expect(vacancies, record.get("vacancies"), "a number of vacancies", "vacancies")
    place.expect(open_for_all, record.get("open_for_all"), "true or false", "open_for_all")
    place.expect(hours if hours in _HOURS else None, hours, f"one of {', '.join(_HOURS)}", "hours")
    return make_ad(
        place,
        id=ad_id,
        headline=_as_given(record.get("headline")),
        text=_as_given(record.get("text")),
        occupation={"label": as_text(occupation).strip() or None, "concept": concept or None},
        occupation_group=as_text(record.get("occupation_group")) or None,
        employer=as_text(record.get("employer")) or None,
        municipality=as_text(record.get("municipality")) or None,
        municipality_code=as_text(record.get("municipality_code")) or None,
        places=list(map(as_text, as_list(record.get("other_municipalities")))),
        deadline=place.last_day(as_text(record.get("deadline")), "deadline"),
        vacancies=vacancies,
        hours=hours if hours in _HOURS else None,
        language=as_text(record.get("language")) or None,
        open_for_all=open_for_all or False,
        structured=_structured([*as_list(record.get("requirements")), *as_list(record.get("structured"))], place),
    )


def _as_given(value: object) -> str:
    text = as_text(value)
    return plain(text) if is_marked_up(text) else text


def _structured(rows: Iterable[object], place: Place) -> list[Requirement]:
    """Rows without a quote came from structured fields; the others are read from the text again."""
    found = []
    for row in rows:
        if not isinstance(row, dict) or row.get("quote") is not None or row.get("source") in (None, "text"):
            continue
        try:
            found.append(Requirement.model_validate(row))
        except ValueError:
            place.remark("doubtful", f"expected a known kind and one of {', '.join(NECESSITIES)}", "requirements")
    return found


READER = LinesReader()
