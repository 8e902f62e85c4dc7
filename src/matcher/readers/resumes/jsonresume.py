"""JSON Resume v1 (jsonresume.org) and Reactive Resume: every key optional, levels and dates in free words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from matcher.patterns import late
from matcher.readers.cells.courses import read_courses
from matcher.readers.cells.degrees import with_degree
from matcher.readers.cells.education import read_education
from matcher.readers.cells.language import language, read_levels
from matcher.readers.cells.languagelists import read_languages
from matcher.readers.cells.licence import read_licences
from matcher.readers.cells.words import is_absent, split_list, tidy
from matcher.readers.cells.work import Job
from matcher.readers.draft import Draft
from matcher.readers.fields import MAX_LIST
from matcher.readers.files.jsonvalues import first_record, json_records
from matcher.readers.files.markup import plain_text
from matcher.readers.files.source import Source
from matcher.readers.newest import newest_date
from matcher.readers.privacy.cleansing import cleanse_clauses
from matcher.readers.report import Batch, Note
from matcher.readers.resumes.cvparts import add_cards, countries_of, countries_of_employer, place_in
from matcher.readers.resumes.resumekeys import as_resume, is_reactive, named_fields, opened
from matcher.readers.resumes.summaries import read_label, read_summary, read_untitled
from matcher.readers.texts.headings import kind_of
from matcher.readers.times.months import Month, read_date
from matcher.readers.times.periods import period_of, read_period
from matcher.readers.told.paperlines import DRIVES
from matcher.readers.told.prose import read_prose
from matcher.records import Profile
from matcher.taxonomy.facts.languages import language_code
from matcher.taxonomy.facts.levels import education_level
from matcher.taxonomy.facts.municipalities import municipality

_NOW = late(r"(?<!\w)(?:present|current|now|nu|pågå\w*|ongoing|today)(?!\w)", re.IGNORECASE)
_TO_DRIVE = late(r"^(?!.*(?:taxi|forklift)).*(?:driv\w+(?:['’]s)? licen[cs]e|körkort)", re.IGNORECASE | re.DOTALL)
_LISTS = ("work", "volunteer", "education", "certificates", "skills", "languages", "interests")
_KEYS = {*_LISTS, "$schema", "basics", "awards", "publications", "references", "projects", "meta"}


class JsonResumeReader:
    """Reads JSON Resume documents, one a file or one a line."""

    name = "jsonresume"
    kind: Literal["profiles"] = "profiles"

    def recognises(self, source: Source) -> bool:
        """Whether the first object has ``basics``, or a list of the format and either no other keys or work in two."""
        first = first_record(source)
        if first is None or "LearnerInfo" in str(first)[:200]:
            return False
        if is_reactive(first):
            return True
        held = opened(first)
        lists = [key for key in _LISTS if isinstance(held.get(key), list)]
        if isinstance(held.get("basics"), dict) or (lists and held.get("basics", "") is None):
            return True
        if lists and held.keys() <= _KEYS:
            return any(isinstance(row, dict) for key in lists for row in held[key])
        return "work" in lists and len(lists) > 1 and not {"headline", "title", "cv", "krav"} & held.keys()

    def read(self, source: Source, **options: Any) -> Batch[Profile]:
        """Read every document; the file's name is the id."""
        as_of: date | None = options.get("as_of")
        notes: list[Note] = list(source.notes)
        drafts: list[tuple[Draft, list[Month]]] = []
        for item in json_records(source):
            if item.problem or not isinstance(item.value, dict):
                notes.append(Note("refused", source.name, item.problem or "expected a JSON object", line=item.line))
                continue
            if _KEYS.isdisjoint(as_resume(held := opened(item.value))) and not is_reactive(held):
                notes.append(Note("refused", source.name, "expected a field of this format", line=item.line))
                continue
            identity = source.stem if not drafts else f"{source.stem}-{len(drafts) + 1}"
            drafts.append(_read(Draft(source.name, identity, item.line, as_of=as_of), held, as_of))
        records = tuple(draft.build(newest_date([draft], as_of, [*more, *draft.beginning()])) for draft, more in drafts)
        read = tuple(sorted({path for draft, _ in drafts for path in draft.read}))
        return Batch(records, (*notes, *(note for draft, _ in drafts for note in draft.notes)), fields=read)


def _read(draft: Draft, resume: Mapping[str, Any], as_of: date | None) -> tuple[Draft, list[Month]]:
    document, resume = resume, named_fields(as_resume(resume))
    basics = resume.get("basics")
    if not isinstance(basics, dict):
        if basics is not None:
            draft.note("doubtful", "expected an object", "basics")
        basics = {}
    lists = {key: _objects(draft, resume.get(key), key) for key in _LISTS}
    _home(draft, basics)
    for row in lists["work"]:
        _job(draft, row, "work")
    for row in lists["education"]:
        _education(draft, row)
    for row in lists["languages"]:
        _language(draft, row)
    for row in lists["skills"]:
        _skill(draft, row)
    for row in lists["certificates"]:
        _certificate(draft, _text(row.get("name")))
    _custom(draft, basics)
    for row in lists["interests"]:
        _interest(draft, row)
    for row in lists["volunteer"]:
        draft.informal += draft.clean_items(filter(None, [_text(row.get("position"))]), "volunteer")
    summary = _text(basics.get("summary"))  # its lines are those of a text
    read_prose(draft, summary, "basics.summary", as_of)
    read_summary(draft, summary, "basics.summary", as_of)
    if summary:
        draft.note("dropped", "free text; only named facts are taken from it", "basics.summary")
    if not draft.wishes:
        read_label(draft, _text(basics.get("label")), "basics.label")
    draft.tally("reactiveresume" if is_reactive(document) else "jsonresume", named_fields(document))
    return draft, _dates(draft, resume)


def _objects(draft: Draft, value: object, key: str) -> list[Mapping[str, Any]]:
    if value is None:
        return []
    if not isinstance(value, list):
        draft.note("doubtful", "expected a list of objects", key)
        return [value] if isinstance(value, dict) else []  # some programs write a list of one as its one entry
    rows: list[Mapping[str, Any]] = [row for row in value[:MAX_LIST] if isinstance(row, dict)]
    if len(rows) < len(value[:MAX_LIST]):
        draft.note("doubtful", "expected objects in the list", key)
    return rows


def _text(value: object) -> str:
    if isinstance(value, str) and "<" in value:
        value = plain_text(value)
    return tidy(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _texts(value: object) -> list[str]:
    """Texts of a list, or of a text that lists them between commas."""
    items = value[:MAX_LIST] if isinstance(value, list) else _text(value).split(",")[:MAX_LIST]
    return [text for item in items if (text := _text(item))]


def _home(draft: Draft, basics: Mapping[str, Any]) -> None:
    place = basics.get("location")
    names = ("city", "address", "region")
    city = (
        next(filter(None, (_text(place.get(name)) for name in names)), "") if isinstance(place, dict) else _text(place)
    )
    if city:
        # "Göteborg, Västra Götaland County, Sweden"
        found = next(filter(None, (municipality(part.strip()) for part in city.split(","))), None)
        draft.municipality = found.name if found else None
        draft.expect(found, city, "a Swedish municipality", "basics.location.city")


def _job(draft: Draft, row: Mapping[str, Any], key: str) -> None:
    title = _text(row.get("position"))
    if not title and read_untitled(draft, _text(row.get("summary")), key, draft.as_of):
        return
    if not title:
        draft.note("doubtful", "expected a position; the job is left out", key)
        return
    place = _text(row.get("location"))
    countries = (
        countries_of(place)
        or countries_of_employer(_text(row.get("name")))
        or countries_of(place_in(_text(row.get("summary"))))
    )
    highlights = row.get("highlights")
    told = _texts(highlights) if isinstance(highlights, list) else [_text(highlights)]
    duties = ". ".join(filter(None, (_text(row.get("summary")), *told)))
    period = period_of(_text(row.get("startDate")), _text(row.get("endDate")))
    draft.expect(countries, place, "a country or a Swedish municipality", f"{key}.location")
    title = re.sub(r"\s*\((?:own|trainee|unpaid|part)[^()]*\)", "", title)
    draft.add_jobs([Job(title, period, tuple(dict.fromkeys(countries)), duties or None)], key)


def _education(draft: Draft, row: Mapping[str, Any]) -> None:
    study, area, school = (
        draft.clean_held(_text(row.get(key)), "education") for key in ("studyType", "area", "institution")
    )
    if not study and cleanse_clauses(_text(row.get("studyType"))).text:
        return  # what is left of it is only wished for
    first, last = _text(row.get("startDate")), _text(row.get("endDate"))
    period = period_of(first, last)
    is_open = period.is_open or period.ends_after(draft.as_of) or bool(first and not last)
    stated = read_period(study).stated
    years = f"{stated or period.years() or ''}"
    courses = read_courses(f"{school} {study}")
    if courses.interval and re.search(r"sfi|sva|swedish", f"{school} {study}", re.IGNORECASE):
        draft.languages.append(language("sv", read_levels("-".join(courses.interval)), studying=bool(courses.studying)))
        return
    told = _text(row.get("summary"))
    where = ", ".join(filter(None, (school, _text(row.get("location")) or place_in(told))))
    assessed = (
        f"{study}. {told}" if re.search(r"uhr|bedöm|valider|assess|evaluat|recogni", told, re.IGNORECASE) else study
    )
    found = read_education(study or school or area, country=where, validated=assessed, years=years, field=area)
    if not found:
        draft.note("doubtful", "expected an education", "education")
    for one in found[:1]:
        draft.expect(one.level, study, "a kind of education", "education.studyType")
        named = education_level(school)
        # "School leaving certificate" says less than the "Upper secondary school" that gave it.
        level = named[0] if named and one.level in (None, "primary") else one.level
        subject = with_degree(draft.clean_name(one.field, "education") or None, level, study, is_open=is_open)
        draft.education.append(one.model_copy(update={"field": subject, "level": level}))


def _language(draft: Draft, row: Mapping[str, Any]) -> None:
    name, fluency = _text(row.get("language")), draft.clean_held(_text(row.get("fluency")), "languages.fluency")
    code = language_code(name) or next((r.lang for r in read_languages(name)[0]), None)
    if code is None:
        draft.expect(code, name, "a language", "languages.language")
        draft.expect(name, fluency, "a language with the level", "languages")
        return
    if re.match(r"(?:none|ingen|no knowledge|not yet)(?!\w)", fluency, re.IGNORECASE):
        if code == "sv":
            draft.none.add("languages.sv")
        return
    levels = read_levels(fluency)
    courses = read_courses(fluency) if code == "sv" else None
    worded = levels.general is not None and not re.search(r"[ABC][12]", fluency)
    if courses and courses.interval and (levels.is_empty or worded):
        levels = read_levels("-".join(courses.interval))
    draft.expect(not levels.is_empty or (courses and courses.studying), fluency, "a level", "languages.fluency")
    draft.languages.append(language(code, levels, studying=bool(courses and courses.studying)))


def _skill(draft: Draft, row: Mapping[str, Any]) -> None:
    level = _text(row.get("level"))
    if is_absent(level) and not level.isdigit():  # a program's 0 is a level that nobody chose
        draft.note("dropped", "a skill that the source says is lacking", "skills.level")
        return
    name = draft.clean_clauses(_text(row.get("name")), "skills")
    # "Java, Python, Git" in the field of one name is a list without keywords.
    listed = [] if row.get("keywords") or name.count(",") < _LIST or "(" in name else split_list(name)
    labels = listed or [name, *_texts(row.get("keywords"))]
    if DRIVES.search(name):
        _certificate(draft, ": ".join(filter(None, (name, ", ".join(labels[1:])))))  # "Körkort" above its classes
        return
    if not listed and len(labels) > 1 and kind_of(labels[0]):
        draft.note("dropped", "its keywords say more", "skills.name")
        labels = labels[1:]  # "Professional skills" above its keywords is a heading
    draft.skills += draft.clean_items((draft.clean_held(label, "skills") for label in filter(None, labels)), "skills")


_LIST = 2
"""Commas in a name from which it lists several."""


def _interest(draft: Draft, row: Mapping[str, Any]) -> None:
    name, words = _text(row.get("name")), _texts(row.get("keywords"))
    if name and words:
        draft.note("dropped", "its keywords say more", "interests.name")
    draft.informal += draft.clean_items(filter(None, words or [name]), "interests")


def _certificate(draft: Draft, name: str) -> None:
    name = draft.clean_clauses(name, "certificates", labels=True)
    if _TO_DRIVE.search(name):
        licences, doubts = read_licences(name, as_of=draft.as_of)
        draft.licences += licences
        for doubt in doubts:
            draft.note("doubtful", doubt, "certificates")
    else:
        add_cards(draft, [name], "certificates")


def _custom(draft: Draft, basics: Mapping[str, Any]) -> None:
    """Read a driving licence or a car from fields that the person has named; what else they hold is personal."""
    for row in _objects(draft, basics.get("customFields"), "basics.customFields"):
        name = _text(row.get("name")) or _text(row.get("icon"))
        value = _text(row.get("value")) or _text(row.get("text"))
        if kind_of(name) in ("paper", "car") or DRIVES.search(f"{name} {value}"):
            read_prose(draft, f"{name}: {value}", "basics.customFields", wishes=False)


def _dates(draft: Draft, resume: Mapping[str, Any]) -> list[Month]:
    """Dates that the document itself gives, for open periods."""
    meta = resume.get("meta")
    values = [("meta.lastModified", meta.get("lastModified"))] if isinstance(meta, dict) else []
    for key in _LISTS:
        for row in rows[:MAX_LIST] if isinstance(rows := resume.get(key), list) else ():
            if isinstance(row, dict):
                values += [(f"{key}.{name}", row.get(name)) for name in ("startDate", "endDate", "date")]
    found = []
    for column, value in values:
        day = read_date(_text(value))
        draft.expect(day or _NOW.search(_text(value)), _text(value), "a date", column)
        found += [day] if day else []
    return found


READER = JsonResumeReader()
