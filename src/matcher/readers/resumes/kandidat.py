"""Arbetsförmedlingen's old "kandidat": what a person wants under ``krav``, what they have under ``erfarenhet``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal

from matcher.readers.cells.language import Levels, language, read_levels
from matcher.readers.cells.licence import read_licences
from matcher.readers.cells.words import tidy
from matcher.readers.cells.work import Job
from matcher.readers.cells.worktime import read_hours
from matcher.readers.draft import Draft
from matcher.readers.fields import MAX_LIST
from matcher.readers.files.jsonvalues import first_record, json_records
from matcher.readers.files.source import Source
from matcher.readers.report import Batch, Note
from matcher.readers.resumes.cvparts import add_education
from matcher.readers.times.periods import Period
from matcher.records import Interval, Profile
from matcher.taxonomy.facts.languages import language_code
from matcher.taxonomy.facts.municipalities import municipality

# Code of occupation experience → the least number of years it means; 1 is none, 2 less than one year.
_YEARS: Mapping[str, float | None] = MappingProxyType({"1": None, "2": None, "3": 1.0, "4": 2.0, "5": 5.0})
# Code of language skill 1 to 5 as bounds, from basic to mother tongue.
_LEVELS: Mapping[str, Interval] = MappingProxyType({
    "1": ("A1", "A2"), "2": ("A2", "B1"), "3": ("B1", "B2"), "4": ("C1", "C1"), "5": ("C1", "C2"),
})  # fmt: skip


class KandidatReader:
    """Reads kandidat profiles as JSON, one or many."""

    name = "kandidat"
    kind: Literal["profiles"] = "profiles"

    def recognises(self, source: Source) -> bool:
        """Whether the first object has both ``krav`` and ``erfarenhet``."""
        first = first_record(source)
        return first is not None and isinstance(first.get("krav"), dict) and isinstance(first.get("erfarenhet"), dict)

    def read(self, source: Source, **options: Any) -> Batch[Profile]:
        """Read every profile."""
        records: list[Profile] = []
        notes: list[Note] = list(source.notes)
        read: set[str] = set()
        for item in json_records(source):
            if item.problem or not isinstance(item.value, dict) or item.value.get("id") is None:
                notes.append(
                    Note("refused", source.name, item.problem or "expected a profile with an id", line=item.line)
                )
                continue
            draft = Draft(source.name, tidy(item.value["id"])[:100], item.line)
            _fill(draft, item.value)
            records.append(draft.build())
            notes += draft.notes
            read |= draft.read
        return Batch(tuple(records), tuple(notes), fields=tuple(sorted(read)))


def _terms(group: object, key: str) -> list[tuple[str, str]]:
    rows = group.get(key) if isinstance(group, dict) else None
    found = [row for row in rows[:MAX_LIST] if isinstance(row, dict)] if isinstance(rows, list) else []
    return [(tidy(row.get("term")), tidy(row.get("niva"))) for row in found if row.get("term")]


def _fill(draft: Draft, record: Mapping[str, Any]) -> None:
    draft.tally("kandidat", record)
    wants, has = record.get("krav"), record.get("erfarenhet")
    draft.wishes += draft.clean_items([term for term, _ in _terms(wants, "yrkesroll")], "krav.yrkesroll")
    for term, _ in _terms(wants, "arbetsomfattning"):
        draft.hours = draft.hours or read_hours(term)
        draft.expect(draft.hours, term, "full or part time", "krav.arbetsomfattning.term")
    for term, level in _terms(has, "yrkesroll"):
        draft.expect(level in _YEARS, level, "a level of experience", "erfarenhet.yrkesroll.niva")
        if level == "1":
            draft.note("dropped", "an occupation without experience", "erfarenhet.yrkesroll")
            continue
        draft.add_jobs([Job(term, Period(stated=_YEARS.get(level)))], "erfarenhet.yrkesroll")
        if level:
            draft.note("guessed", "years are the least that the level of experience means", "erfarenhet.yrkesroll")
    draft.skills += draft.clean_items([term for term, _ in _terms(has, "kompetens")], "erfarenhet.kompetens")
    for term, level in _terms(has, "sprak"):
        draft.expect(level in _LEVELS, level, "a level of language, 1 to 5", "erfarenhet.sprak.niva")
        code = language_code(term)
        draft.expect(code, term, "a language", "erfarenhet.sprak.term")
        if code:
            draft.languages.append(language(code, Levels(general=_LEVELS.get(level)) if level else read_levels("")))
    for term, _ in _terms(has, "korkort"):
        licences, doubts = read_licences(term)
        draft.licences += licences
        draft.expect(licences and not doubts, term, "a class of driving licence", "erfarenhet.korkort.term")
    for term, _ in (*_terms(has, "utbildningsniva"), *_terms(has, "utbildningsinriktning")):
        add_education(draft, "erfarenhet.utbildning", term, field=term)
    for term, _ in _terms(has, "bostadsplats"):
        place = municipality(term)
        draft.municipality = draft.municipality or (place.name if place else None)
        draft.expect(place, term, "a municipality", "erfarenhet.bostadsplats.term")


READER = KandidatReader()
