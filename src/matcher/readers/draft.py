"""A profile in the making: every reader fills one, so that cleansing, reporting and dates work alike in all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date

from matcher.readers.cells.clocktimes import Time
from matcher.readers.cells.howwell import is_denied, without_degree, without_denial
from matcher.readers.cells.overlaps import counted_once
from matcher.readers.cells.papers import Cards
from matcher.readers.cells.shortforms import activity
from matcher.readers.cells.wished import without_wished
from matcher.readers.cells.words import split_list
from matcher.readers.cells.work import Job, never_worked
from matcher.readers.cells.worktime import Hours
from matcher.readers.fields import tally_of
from matcher.readers.privacy.cleansing import cleanse_clauses
from matcher.readers.privacy.protected import reason_of_pastime
from matcher.readers.privacy.statements import field_named, skill_named, without_asides, without_statements, work_named
from matcher.readers.report import Level, Note
from matcher.readers.times.months import Month, read_date
from matcher.readers.times.periods import Period, period_of
from matcher.records import (
    Availability,
    DrivingLicence,
    Education,
    Experience,
    Language,
    LicensedProfession,
    Profile,
    Skill,
)
from matcher.records.languages import contradicting, merge_languages
from matcher.taxonomy.facts.certificates import certificate_slugs
from matcher.taxonomy.wording import fold

MAX_LABEL = 150
"""A skill or wish longer than this is cut, in characters."""
MAX_DUTIES = 1000
"""What was done in a job is cut behind so many characters."""
MAX_ITEMS = 200
"""Most skills, jobs or wishes of one person."""
_NO_FACTS = frozenset(("path", "id", "line", "notes", "read", "as_of"))


@dataclass
class Draft:
    """What has been read of one person; path and line are for the report, ``as_of`` is the day to judge by."""

    path: str
    id: str
    line: int | None = None
    notes: list[Note] = field(default_factory=list)
    read: set[str] = field(default_factory=set)
    languages: list[Language] = field(default_factory=list)
    education: list[Education] = field(default_factory=list)
    jobs: list[Job] = field(default_factory=list)
    skills: list[str] = field(default_factory=list)
    informal: list[str] = field(default_factory=list)
    licences: list[DrivingLicence] = field(default_factory=list)
    own_car: bool | None = None
    certificates: list[str] = field(default_factory=list)
    profession: LicensedProfession | None = None
    municipality: str | None = None
    minutes: int | None = None
    start: str | None = None
    hours: Hours | None = None
    not_times: list[Time] = field(default_factory=list)
    wishes: list[str] = field(default_factory=list)
    not_wanted: list[str] = field(default_factory=list)
    none: set[str] = field(default_factory=set)
    as_of: date | None = None

    def note(self, level: Level, what: str, column: str | None = None) -> None:
        """Add to the report; ``what`` never repeats the input."""
        made = Note(level, self.path, what, line=self.line, column=column, record=self.id)
        if made not in self.notes:
            self.notes.append(made)

    def facts(self) -> dict[str, object]:
        """Give what has been read so far, to tell whether a piece of the input matters."""
        return {name: copy(value) for name, value in vars(self).items() if name not in _NO_FACTS}

    def add_cards(self, cards: Cards, known: bool = True) -> None:
        """Add cards that are held, those of the lexicon alone if ``known``, and note those said to be lacking."""
        self.certificates += [slug for slug in cards.held if not known or slug in certificate_slugs()]
        self.none.update(f"certificates.{slug}" for slug in cards.lacking)

    def words(self) -> list[str]:
        """Give the texts that are kept in the words of the source."""
        told = [text for job in self.jobs for text in (job.title, job.duties or "")]
        fields = [one.field or "" for one in self.education]
        return [*told, *fields, *self.skills, *self.informal, *self.wishes, *self.not_wanted]

    def is_told(self, column: str) -> bool:
        """Whether the report says already that something of a column is doubtful or left out."""
        return any(note.column == column and note.level in ("doubtful", "dropped") for note in self.notes)

    def tally(self, reader: str, record: Mapping[str, object]) -> None:
        """Report every field of a record that ``fields.tsv`` does not list as read, or lists as left out."""
        tally = tally_of(reader, strict=True)
        tally.see(record)
        self.notes += tally.notes(self.path, self.id, self.line)
        self.read |= set(tally.used())

    def expect(self, held: object, text: str, what: str, column: str | None = None) -> None:
        """Report a text that gave nothing; ``what`` says what was expected of it."""
        if not held and text.strip():
            self.note("doubtful", f"expected {what}", column)

    def period(self, start: str, end: str, column: str, names: tuple[str, str], current: bool = False) -> Period:
        """Period of two date fields, each of which is reported if it is no date.

        Parameters
        ----------
        start, end : str
        column : str
            Place of the group that both stand in.
        names : (str, str)
            Names of the two fields.
        current : bool, default False
        """
        made = period_of(start, end, current)
        self.expect(made.start, start, "a date", f"{column}.{names[0]}")
        self.expect(made.end or made.is_open or read_date(end), end, "a date", f"{column}.{names[1]}")
        return made

    def clean_clauses(self, text: str, column: str | None = None, labels: bool = False) -> str:
        """Text of a cell or of lines (of ``labels``) without the clauses that must not survive, to be read later."""
        kept = cleanse_clauses(text, labels)
        for reason in kept.reasons:
            self.note("dropped", f"protected or personal ({reason})", column)
        return kept.text

    def clean_held(self, text: str, column: str | None = None) -> str:
        """Text of what somebody has, without what must not survive and without what is only wished for."""
        cleansed = self.clean_clauses(text, column)
        if (held := without_wished(cleansed, steps=True)) != cleansed:
            self.note("doubtful", "only wished for or planned; not read as held", column)
        return held

    def clean_items(self, items: Iterable[str], column: str | None = None) -> list[str]:
        """Items of a list without those that must not survive; a clause at fault goes, the rest of the item stays."""
        kept = []
        for item in items:
            cleansed = self.clean_clauses(item[: MAX_LABEL * 4], column, labels=True)
            lines = (" ".join(line.split()) for line in cleansed.split("\n"))
            label = ", ".join(filter(None, lines))  # a line of its own is a clause of its own
            if len(label) > MAX_LABEL:
                self.note("doubtful", f"longer than {MAX_LABEL} characters; cut", column)
                label = label[:MAX_LABEL].rsplit(" ", 1)[0]
            if re.search(r"[^\W\d_]", label):
                kept.append(label)
        return kept

    def clean_name(self, name: str | None, column: str | None = None) -> str:
        """Give a title or a field without what must not survive or is added by a sentence; may be empty."""
        told = next(iter(self.clean_items([name] if name else [], column)), "")
        if (kept := without_statements(told)) != told:
            self.note("dropped", "a sentence beside a name", column)
        return kept

    def add_skills(self, text: str, column: str | None = None) -> None:
        """Skills of a cell, one an item."""
        self.skills += [activity(label) for label in self.clean_items(split_list(text), column)]

    def add_jobs(self, jobs: Sequence[Job], column: str | None = None) -> None:
        """Jobs with their titles cleansed; one whose period runs backwards keeps its title and loses its length."""
        for job in jobs:
            title = self.clean_name(self.clean_held(job.title, column), column)
            title = self._work(title, column, is_timed=not job.period.is_empty)
            if not title or never_worked(title):
                continue  # "Aldrig jobbat utanför hemmet, 12 år"
            duties = without_asides(self.clean_clauses(job.duties, column)) if job.duties else ""
            if len(duties) > MAX_DUTIES:
                self.note("doubtful", f"longer than {MAX_DUTIES} characters; cut", column)
            if job.period.is_odd:
                self.note("doubtful", "expected years that a job can have; the length stays unknown", column)
            if job.period.is_backwards:
                odd = "expected an end that is not before the beginning; the length stays unknown"
                self.note("doubtful", odd, column)
            self.jobs.append(replace(job, title=title, duties=duties[:MAX_DUTIES] or None))

    def _work(self, title: str, column: str | None, *, is_timed: bool = False) -> str:
        named = work_named(title) or title * is_timed
        if named != title:
            self.note("dropped", "words that name no work", column)
        return named

    def dates(self) -> list[Month]:
        """Dates of the jobs, for the newest date of a file."""
        told = [day for job in self.jobs for day in (job.period.start, job.period.end) if day]
        # "Since 2022, four years now"
        so_far = (job.period for job in self.jobs if job.period.is_open and job.period.start and job.period.stated)
        return [*told, *(Month(p.start.year + int(p.stated), p.start.month) for p in so_far if p.start and p.stated)]

    def beginning(self) -> list[Month]:
        """Give the day on which another job can begin: who has one has it until then."""
        day = read_date(self.start or "")
        return [day] if day else []

    def build(self, newest: Month | None = None) -> Profile:
        """Make the record; open periods run to ``newest``.

        Examples
        --------
        >>> draft = Draft("a.csv", "7")
        >>> draft.add_skills("städning, fastar i mars")
        >>> [s.label for s in draft.build().skills], draft.notes[0].what
        (['städning'], 'protected or personal (religion)')
        """
        for name, length in (
            ("jobs", len(self.jobs)), ("skills", len(self.skills)), ("wishes", len(self.wishes)),
            ("informal skills", len(self.informal)), ("kinds of work to avoid", len(self.not_wanted)),
        ):  # fmt: skip
            if length > MAX_ITEMS:
                self.note("doubtful", f"more than {MAX_ITEMS} {name}; the rest is left out")
        for _ in contradicting(self.languages):
            self.note("doubtful", "two levels of a language that contradict each other; both are kept as one interval")
        return Profile(
            id=self.id,
            languages=tuple(merge_languages(self.languages)),
            education=tuple(map(self._studied, self.education)),
            experience=tuple(self._experience(newest)),
            skills=_labels(self._alone(self.skills)),
            informal_skills=_labels([without_denial(label) for label in self._pastimes() if not is_denied(label)]),
            driving_licences=tuple({licence.class_: licence for licence in reversed(self.licences)}.values())[::-1],
            own_car=self.own_car,
            certificates=tuple(dict.fromkeys(self.certificates)),
            licensed_profession=self.profession,
            home_municipality=self.municipality,
            max_travel_minutes=self.minutes,
            availability=Availability(from_=self.start, hours=self.hours, not_=tuple(dict.fromkeys(self.not_times))),
            wishes=tuple(_distinct(filter(None, (self._work(wish, "wishes") for wish in self.wishes))))[:MAX_ITEMS],
            not_wanted=tuple(_distinct(self.not_wanted))[:MAX_ITEMS],
            none=tuple(sorted(name for name in self.none if not self._has(name))),
        )

    def _studied(self, row: Education) -> Education:
        if not row.field or (named := field_named(row.field)) == row.field:
            return row
        self.note("dropped", "words that name no subject", "education")
        return row.model_copy(update={"field": named or None})

    def _alone(self, labels: Sequence[str]) -> list[str]:
        """Give skills without those that are denied, and without what is said of how well or how long."""
        held = [label for label in labels if not is_denied(label)]
        if len(held) < len(labels):
            self.note("dropped", "a skill that the source says is lacking")
        alone = [without_degree(skill_named(label)) for label in held]
        if alone != held:
            self.note("dropped", "how well or how long a skill is held; the skill alone is taken")
        return list(filter(None, alone))

    def _pastimes(self) -> list[str]:
        """Give what is done beside work, without what tells a faith or an origin."""
        reasons = [(label, reason_of_pastime(label)) for label in self.informal]
        for reason in dict.fromkeys(reason for _, reason in reasons if reason):
            self.note("dropped", f"protected or personal ({reason})", "informal skills")
        return [label for label, reason in reasons if reason is None]

    def _experience(self, newest: Month | None) -> list[Experience]:
        jobs = counted_once(self.jobs[:MAX_ITEMS], newest)
        if len(jobs) < len(set(self.jobs[:MAX_ITEMS])):
            self.note("guessed", "jobs of one title at one time, read as one job; their time counts once")
        made: dict[tuple[Experience, int], None] = {}
        for job in jobs:
            record = job.record(newest)
            if job.period.is_open and record.years is None:
                self.note(
                    "doubtful", "an open-ended job; its length is unknown without a day that it runs to (--as-of)"
                )
            elif newest and any(day > newest for day in (job.period.start, job.period.end) if day):
                self.note("doubtful", "expected dates up to the day that counts (--as-of); later time is not counted")
            made[record, job.nth] = None
        return [record for record, _ in made]

    def _has(self, name: str) -> bool:
        whole, _, one = name.partition(".")
        if one:
            held = self.certificates if whole == "certificates" else [row.lang for row in self.languages]
            return one in held
        return bool({
            "driving_licences": self.licences, "experience": self.jobs, "certificates": self.certificates,
            "skills": self.skills, "not_wanted": self.not_wanted, "wishes": self.wishes,
            "licensed_profession": self.profession,
        }.get(name))  # fmt: skip


def _labels(labels: Sequence[str]) -> tuple[Skill, ...]:
    return tuple(Skill(label=label) for label in _distinct(labels)[:MAX_ITEMS])


def _distinct(labels: Iterable[str]) -> list[str]:
    return list({fold(label): label for label in reversed(list(labels))}.values())[::-1]
