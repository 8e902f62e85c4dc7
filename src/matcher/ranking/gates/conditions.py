"""Conditions of the work and formal checks, most of which a profile is rightly silent on."""

from __future__ import annotations

from collections.abc import Hashable

from matcher.ranking.evidence import OfAge, Values
from matcher.ranking.gates.protocol import Demand
from matcher.ranking.lookup import Work
from matcher.ranking.person import Person
from matcher.ranking.verdicts import Judgement
from matcher.ranking.wordmatch import content_words, word_likeness
from matcher.records import Kind, Requirement

# Shifts and being on call may or may not fall on times that a person cannot work: worth asking about.
_PERHAPS = {"shift": {"evening", "night"}, "on_call": {"night", "evening", "weekend"}}
_TIMES = {"evening": "kväll", "night": "natt", "weekend": "helg", "early": "tidig morgon", "shift": "skift"}
_ADULT_AFTER_YEARS, _ADULT_BY_THEN = 3.0, 20
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
        """Reduce to the times."""
        value = requirement.value
        return Demand("working_time", tuple(sorted(value)) if isinstance(value, list | tuple) else (str(value),))

    def judge(self, person: Person, demand: Demand) -> Judgement:
        """Unmet if a time asked for is one that the person cannot work, which can be talked about; met if none is."""
        times: tuple[str, ...] = demand.value
        away = _times_away(person)
        shown = Values(tuple(sorted(away)), away=True)
        if away.intersection(times):
            return Judgement("unmet", shown, bridge=True)
        if any(away & _PERHAPS.get(time, set()) for time in times):
            return Judgement("unknown", shown)
        if person.profile.availability.hours is None and not away:
            return Judgement("unknown")
        hours = person.profile.availability.hours
        return Judgement("met", Values((hours,)) if hours else None)


def _times_away(person: Person) -> frozenset[str]:
    """Find the times of day that a person cannot work or does not want to ("nattarbete")."""
    told = [text.casefold() for text in person.profile.not_wanted]
    named = {time for time, word in _TIMES.items() if any(text.startswith(word) for text in told)}
    return frozenset(person.profile.availability.not_) | named


class PhysicalGate:
    """Judges ``physical`` rows."""

    kinds: tuple[Kind, ...] = ("physical",)

    def trait(self, person: Person) -> Hashable:
        """Return the verdict itself, there being one demand."""
        return self.judge(person, Demand("physical", True)).code

    def demand(self, requirement: Requirement, work: Work) -> Demand:
        """All physical demands are alike."""
        return Demand("physical", True)

    def judge(self, person: Person, demand: Demand) -> Judgement:
        """Judge by wishes to avoid heavy work and by physical work done; health has no field and is never read."""
        avoided = [w for text in person.profile.not_wanted for w in content_words(text)]
        if any(word_likeness(w, heavy) >= 0.8 for w in avoided for heavy in ("tunga", "lyft", "fysiskt", "heavy")):
            return Judgement("unmet", ", ".join(person.profile.not_wanted))
        for job in person.profile.experience:
            concept = person.lookup.taxonomy.concepts.get(job.concept) if job.concept else None
            code = concept.codes.get("ssyk_2012", "") if concept else ""
            if code.startswith(_HEAVY_WORK) and (job.years or 0) >= 0.5:
                return Judgement("met", job.title)
        return Judgement("unknown")


class FormalGate:
    """Judges ``record_check``, ``citizenship``, ``work_permit`` and ``age_min``: questions to ask, never scores."""

    kinds: tuple[Kind, ...] = ("record_check", "citizenship", "work_permit", "age_min")

    def trait(self, person: Person) -> Hashable:
        """Return whether the person is seen to be of age."""
        return self._of_age(person) is not None

    def demand(self, requirement: Requirement, work: Work) -> Demand:
        """Reduce to the value."""
        return Demand(requirement.kind, str(requirement.value))

    def judge(self, person: Person, demand: Demand) -> Judgement:
        """Unknown, since a profile has no such fields; only what adults alone can have shows who is of age."""
        asked = str(demand.value)
        adult = demand.kind == "age_min" and asked.isdigit() and int(asked) <= _ADULT_BY_THEN
        shown = self._of_age(person) if adult else None
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
