"""Conditions of the work and formal checks, most of which a profile is rightly silent on."""

from __future__ import annotations

import re
from collections.abc import Hashable

from matcher.ranking.evidence import Hours, OfAge, PartOf, Unwanted, Values
from matcher.ranking.gates.protocol import Demand
from matcher.ranking.lookup import Work
from matcher.ranking.person import Person
from matcher.ranking.verdicts import Judgement
from matcher.ranking.wordmatch import content_words, word_likeness
from matcher.records import Kind, Requirement

# Two shifts are day and evening, three or more go round the clock; whether shifts of which nothing more is told are at
# night too is worth asking about.
_ROUND_THE_CLOCK = re.compile(r"\b(tre|fyra|fem|[345]|three|four|five|kontinuerlig\w*)[\s-]?-?(skift|shift)", re.I)
_TWO_SHIFTS = re.compile(r"\b(två|2|two)[\s-]?-?(skift|shift)", re.I)
_FITNESS = re.compile(r"fysik|fysiska? form|kondition|fitness|physically fit|in (good )?shape", re.I)
_HEAVY = re.compile(r"lyft|lift|tung|heavy|bär|carry|kilo|\bkg|slit", re.I)
"""What is asked of somebody's form alone, which is no heavy work yet, and what heavy work is told by."""
_TIMES = {
    "evening": "kväll",
    "night": "natt",
    "weekend": "helg",
    "early": "tidig morgon",
    "shift": "skift",
    "on_call": "jour",
}
_ADULT_AFTER_YEARS, _ADULT_BY_THEN = 3.0, 20
_AT_WORK_FROM, _AGE_SHOWN = 16, 25
"""The age at which ordinary work may begin (Arbetsmiljölagen 1977:1160, chapter 5), and up to which years of work show
somebody's."""
_HEAVY_WORK = (
    "432", "512", "532", "533", "5343", "61", "62", "71", "72", "741", "752", "761", "81", "82", "8332", "834", "91",
    "92", "93", "96",
)  # fmt: skip
"""SSYK 2012 groups whose work is physical: warehouse, kitchen, care, farming, building, metal, machines, lorries,
cleaning. Not those that move light things or people who walk: buses, couriers, tailors, telephones."""


class WorkingTimeGate:
    """Judges ``working_time`` rows."""

    kinds: tuple[Kind, ...] = ("working_time",)

    def trait(self, person: Person) -> Hashable:
        """Return the times that the person cannot work, and the hours."""
        return _times_away(person), person.profile.availability.hours

    def demand(self, requirement: Requirement, work: Work) -> Demand:
        """Reduce to the times; shifts are in the evening at least, three of them at night too."""
        value = requirement.value
        times = set(value) if isinstance(value, list | tuple) else {str(value)}
        if "shift" in times:
            if _ROUND_THE_CLOCK.search(requirement.quote or ""):
                times.add("night")
            told = times > {"shift"} or _TWO_SHIFTS.search(requirement.quote or "")
            times = (times - {"shift"} if told else times) | {"evening"}
        return Demand("working_time", tuple(sorted(times)))

    def judge(self, person: Person, demand: Demand) -> Judgement:
        """Unmet if a time asked for is one that the person cannot work, which can be talked about; met if none is.

        Who does not work at night can be on call: that is to be reached, and called out now and then.
        """
        times: tuple[str, ...] = demand.value
        away = _times_away(person)
        shown = Values(tuple(sorted(away)), away=True)
        if away.intersection(times):
            return Judgement("unmet", shown, bridge=True)
        if "shift" in times and "night" in away:
            return Judgement("unknown", shown)
        if person.profile.availability.hours is None and not away:
            return Judgement("unknown")
        return Judgement("met", Hours(person.profile.availability.hours, shown.values))


def _times_away(person: Person) -> frozenset[str]:
    """Find the times of day that a person cannot work or does not want to ("nattarbete")."""
    told = [text.casefold() for text in person.profile.not_wanted]
    named = {time for time, word in _TIMES.items() if any(text.startswith(word) for text in told)}
    return frozenset(person.profile.availability.not_) | named


class PhysicalGate:
    """Judges ``physical`` rows."""

    kinds: tuple[Kind, ...] = ("physical",)

    def trait(self, person: Person) -> Hashable:
        """Return the verdicts themselves, there being two demands."""
        return tuple(self.judge(person, Demand("physical", value)).code for value in (True, "form"))

    def demand(self, requirement: Requirement, work: Work) -> Demand:
        """Reduce to heavy work, or to good form where nothing is said of what is heavy."""
        quote = requirement.quote or ""
        return Demand("physical", "form" if _FITNESS.search(quote) and not _HEAVY.search(quote) else True)

    def judge(self, person: Person, demand: Demand) -> Judgement:
        """Judge by wishes to avoid heavy work and by physical work done; health has no field and is never read.

        Who would rather not lift has said nothing about being in good form.
        """
        if avoided := tuple(text for text in person.profile.not_wanted if _is_heavy(text)):
            return Judgement("unmet" if demand.value is True else "unknown", Unwanted(avoided))
        for job in person.profile.experience:
            concept = person.lookup.taxonomy.concepts.get(job.concept) if job.concept else None
            code = concept.codes.get("ssyk_2012", "") if concept else ""
            if code.startswith(_HEAVY_WORK) and (job.years or 0) >= 0.5:
                return Judgement("met", PartOf(job.title))
        return Judgement("unknown")


def _is_heavy(text: str) -> bool:
    """Whether words for work that is avoided are about heavy work."""
    return any(
        word_likeness(word, heavy) >= 0.8
        for word in content_words(text)
        for heavy in ("tunga", "lyft", "fysiskt", "heavy")
    )


class FormalGate:
    """Judges ``record_check``, ``citizenship``, ``work_permit`` and ``age_min``: questions to ask, never scores.

    Kinds that no gate is given for are asked about by it too.
    """

    kinds: tuple[Kind, ...] = ("record_check", "citizenship", "work_permit", "age_min")

    def trait(self, person: Person) -> Hashable:
        """Return whether the person is seen to be of age, and the age that years of work show."""
        return self._of_age(person) is not None, _age_by_work(person)

    def demand(self, requirement: Requirement, work: Work) -> Demand:
        """Reduce to the value."""
        return Demand(requirement.kind, str(requirement.value))

    def judge(self, person: Person, demand: Demand) -> Judgement:
        """Unknown, since a profile has no such fields; only what adults alone can have shows who is of age."""
        asked = int(demand.value) if demand.kind == "age_min" and str(demand.value).isdecimal() else None
        if asked is None:
            return Judgement("unknown")
        if asked <= _age_by_work(person):
            return Judgement("met", OfAge(person.years_worked))
        shown = self._of_age(person) if asked <= _ADULT_BY_THEN else None
        return Judgement("met", shown) if shown else Judgement("unknown")

    @staticmethod
    def _of_age(person: Person) -> OfAge | None:
        """Years of work, a degree or a licence for a car or more."""
        years = person.years_worked
        if years is not None and years >= _ADULT_AFTER_YEARS:
            return OfAge(years)
        if any(e.level in ("tertiary", "doctoral") for e in person.profile.education):
            return OfAge()
        held = [d.class_ for d in person.profile.driving_licences if d.class_ not in ("AM", "A1")]
        return OfAge(licence=held[0]) if held else None


def _age_by_work(person: Person) -> int:
    """Return the age in full years that a person has at least by the years worked, 0 where they are few."""
    years = person.years_worked or 0.0
    return min(_AT_WORK_FROM + int(years), _AGE_SHOWN) if years >= _ADULT_AFTER_YEARS else 0
