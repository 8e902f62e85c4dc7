"""Language demands, judged by CEFR interval."""

from __future__ import annotations

import re
from collections.abc import Hashable

from matcher.ranking.evidence import Absent, Evidence, Languages, Level
from matcher.ranking.gates.protocol import Demand
from matcher.ranking.lookup import Work
from matcher.ranking.person import Person
from matcher.ranking.verdicts import Judgement
from matcher.records import CEFR_LEVELS, LANGUAGE_SKILLS, Interval, Kind, LanguageSkill, Requirement
from matcher.taxonomy.facts.languages import akin_languages, base_language

_ORAL: tuple[LanguageSkill, ...] = ("speaking", "listening")
_WRITE = re.compile(r"\b(i )?skrift|skriv|\bwrit|\bin writing")
_READ = re.compile(r"\bläs|\bread")
_SPEAK = re.compile(
    r"\btal\b|\btal-|\btala|\bprat|munt|\bspeech|\bspeak|\bspoken|\bverbal|\boral|kommunicera|göra dig förstådd"
)
# A demand that names no level: B1 is enough, below A2 is not, what lies between is asked about.
_ENOUGH_IF_UNNAMED, _TOO_LITTLE_IF_UNNAMED = CEFR_LEVELS.index("B1"), CEFR_LEVELS.index("A2")
_SPREAD = 2
"""Steps from which a level told as "A2-B2" is no longer doubt about one level, but speech and writing apart."""


def skills_asked(quote: str | None) -> tuple[LanguageSkill, ...]:
    """Which of the four skills a demand is judged by.

    Speaking and listening if nothing is said, all four for "i tal och skrift", reading or writing where only they are
    named.

    Examples
    --------
    >>> skills_asked("god svenska i tal och skrift")
    ('speaking', 'listening', 'reading', 'writing')
    >>> skills_asked("du kan läsa ritningar på engelska"), len(skills_asked("English in speech and writing"))
    (('reading',), 4)
    """
    text = (quote or "").casefold()
    write, read, speak = _WRITE.search(text), _READ.search(text), _SPEAK.search(text)
    if write and (speak or not read):
        return LANGUAGE_SKILLS if speak else ("writing",)
    if read and not speak:
        return ("reading", "writing") if write else ("reading",)
    return _ORAL


class LanguageGate:
    """Judges ``language`` rows."""

    kinds: tuple[Kind, ...] = ("language",)

    def trait(self, person: Person) -> Hashable:
        """Return the languages, and those that are not known."""
        return person.profile.languages, tuple(name for name in person.profile.none if name.startswith("languages."))

    def demand(self, requirement: Requirement, work: Work) -> Demand:
        """Reduce to (language, level, skills, whether another language would do)."""
        value = requirement.value or {}
        asked = value.get("lang"), value.get("level"), skills_asked(requirement.quote)
        return Demand("language", (*asked, requirement.any_of is not None))

    def judge(self, person: Person, demand: Demand) -> Judgement:
        """Compare the interval of the skills asked for with the level; one level short can be bridged."""
        lang, level, skills, alternative = demand.value
        rows = person.profile.languages
        names = (base_language(lang), *akin_languages(base_language(lang))[0])
        row = next((r for name in names for r in rows if base_language(r.lang) == name), None)
        if row is None:
            return _unlisted(person, lang, alternative)
        interval = row.lowest(*skills) or row.oral()
        if interval is None:
            return Judgement("unknown", Level(lang))
        judged = compare_level(interval, level, Level(row.lang, interval, row.native))
        if judged.verdict == "unknown" and skills == LANGUAGE_SKILLS and _spreads(interval):
            return Judgement("unmet", judged.evidence, bridge=True)
        return judged


def _unlisted(person: Person, lang: str, alternative: bool) -> Judgement:
    """Judge a language that the profile does not name, among those that it does.

    A list with a mother tongue in it is taken as whole, save for Swedish and English, which people leave out. Where
    another language would do and their Swedish is told, English is not what they left out: they offer what they list.
    Whose mother tongue is near to it is asked how far that goes.
    """
    rows = person.profile.languages
    told = {base_language(row.lang) for row in rows}
    left_out = lang == "sv" or (lang == "en" and not (alternative and "sv" in told))
    if f"languages.{lang}" in person.profile.none:
        return Judgement("unmet", Absent(f"languages.{lang}"))
    if left_out or not any(row.native for row in rows):
        return Judgement("unknown")
    near = akin_languages(base_language(lang))[1]
    if akin := next((row for row in rows if row.native and base_language(row.lang) in near), None):
        return Judgement("unknown", Level(akin.lang, akin.oral(), native=True))
    # English that nobody wrote down may be found to be there or be begun: no reason to hide the ad.
    return Judgement("unmet", Languages(tuple(row.lang for row in rows)), bridge=lang == "en")


def _spreads(told: Interval) -> bool:
    """Whether a level spreads over speech and writing, so that not all of them are at its upper end."""
    low, high = told
    return CEFR_LEVELS.index(high) - CEFR_LEVELS.index(low) >= _SPREAD


def compare_level(told: Interval, asked: str | None, evidence: Evidence | None = None) -> Judgement:
    """Judge a known level by the one asked for; one level short can be bridged.

    Examples
    --------
    >>> compare_level(("A2", "A2"), "B1")
    Judgement(verdict='unmet', evidence=None, bridge=True)
    >>> compare_level(("A2", "B1"), "B1").verdict, compare_level(("B1", "B1"), None).verdict
    ('unknown', 'met')
    """
    low, high = (CEFR_LEVELS.index(step) for step in told)
    enough = _ENOUGH_IF_UNNAMED if asked is None else CEFR_LEVELS.index(asked)
    least = _TOO_LITTLE_IF_UNNAMED if asked is None else enough
    if low >= enough:
        return Judgement("met", evidence)
    if high >= least:
        return Judgement("unknown", evidence)
    return Judgement("unmet", evidence, bridge=least - high <= 1)
