"""Sentences outside all sections: what they say of languages, jobs, school, skills and cards, where it is plain."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from matcher.patterns import late
from matcher.readers.cells.cardsapart import cards_told
from matcher.readers.cells.courses import read_courses
from matcher.readers.cells.language import Levels, language
from matcher.readers.cells.languagelists import read_languages
from matcher.readers.cells.studies import read_validated
from matcher.readers.cells.titles import is_title
from matcher.readers.cells.tongues import find_languages
from matcher.readers.cells.words import split_list
from matcher.readers.cells.work import never_worked
from matcher.readers.cells.workplaces import is_work
from matcher.readers.cells.worktime import is_time
from matcher.readers.draft import Draft
from matcher.readers.lexicon import joined
from matcher.readers.privacy.others import whence_as_where
from matcher.readers.times.durations import COUNT
from matcher.readers.times.periods import read_period
from matcher.readers.told.jobs import read_job_lines
from matcher.readers.told.schoollines import add_course
from matcher.readers.told.sentences import told_sentences
from matcher.readers.told.skills import told_skills
from matcher.readers.told.toldjobs import told_jobs
from matcher.readers.told.toldschools import ASSESSED, told_schools
from matcher.readers.told.toldtitles import tells
from matcher.readers.told.workapart import work_apart
from matcher.records import Education
from matcher.taxonomy.facts.certificates import find_certificates
from matcher.taxonomy.facts.countries import find_countries
from matcher.taxonomy.facts.languages import base_language, language_code
from matcher.taxonomy.facts.levels import education_level, is_native
from matcher.taxonomy.facts.professions import find_professions
from matcher.taxonomy.wording import fold

_WORDS = joined("loose")

_LEVEL = late(r"(?<![A-Za-z0-9])[ABC][12](?![A-Za-z0-9])", re.IGNORECASE)
_GOOD_AT = late(
    r"(?<!\w)(?:(?:bra|duktig|skicklig|van|kunnig|good|skilled|experienced) (?:på|vid|med|i|inom|at|in|with)(?: är)?"
    r"|(?:erfarenhet (?:av|inom|med)|experience (?:with|of|in)|experience:)(?! (?:att|arbete|arbetet|work|working)\s)"
    r"|i (?:can use|know(?: how to (?:use|work with))?|master)(?= (?!best|well|that|how|many|some|people|him|her|you"
    r"|it|what|where|a )\w)"
    # "Jag kan sömnad och ..." names skills, "jag kan börja" does not: a verb ends in -a or is a short one.
    r"|(?:my strengths?|mina styrkor|min styrka|mina starka sidor) (?:are|is|är)"
    r"|(?:jag (?:kan|behärskar)|kan jag|^kan)(?: också| även)?"
    r"(?=\s+(?!inte\s|bara\s|lite\s|allt\s|från\s|from\s|fr\.)[^\W\d_]{3,}(?<!a)(?<!gå)"
    r"(?<!stå)(?<!bli)[\s,]))"
    r"\s+(?P<what>[^.;:!?()]{3,200})",
    re.IGNORECASE,
)
_BEST = late(  # "Welding and grinding are what I know best"
    r"^(?:\w+: )?(?P<what>[^.;:!?()]{5,200}?) (?:(?:are|is) (?:what|the things?) (?:i|he|she|they) (?:know|do|can|am)"
    r"|är (?:det|vad|sådant|saker) (?:som )?(?:jag|hon|han|hen|deltagaren) (?:kan|gör|behärskar|är)(?= bra| bäst"
    r"| duktig| van|$))",
    re.IGNORECASE,
)
_SPEAKS = late(
    r"(?:my|min|mina) |(?:(?:jag|hon|han|hen|deltagaren|i|she|he|they) )?(?:också |även |also )?(?:talar?|pratar?"
    r"|kan tala|kan prata"
    r"|speaks?|(?:kan|can|knows?|förstår|understands?)(?! (?:inte|ej|not)))(?!\w)"
    r"|(?:lite|någon|some|a little|basic|enkel) [^\W\d_]+(?:,|$| (?:och|and))",
    re.IGNORECASE,
)
# "Med tolk på tigrinja", "tolk per telefon (dari)", "a Somali interpreter": a language of the person, not how well.
_INTERPRETED = late(
    r"(?<!som )(?<!till )(?<!\w)(?:telefon|distans)?(?:tolk|tolkat samtal|interpreter)"
    r"(?: (?:per|på|via|by|over|on) (?:telefon|plats|distans|länk|video|phone|link))?\s*(?:\(|:|,? (?:på|i"
    r"|in))\s*(?P<behind>[^\W\d_]+)"
    r"|(?:med|via|genom|with|through) (?:an? |en )?(?P<before>[^\W\d_]+?)(?:talande|språkig"
    r"|-?speaking)?[ -]?(?:tolk|interpreter)(?!\w)",
    re.IGNORECASE,
)
_PLANS = late(rf"(?<!\w)(?:{_WORDS['plans']})(?!\w)", re.IGNORECASE)
_SOMEWHERE = late(
    r"(?<!\w)(?:av|of|från|from|som|med|inom|här|i Sverige|på|as|with|here|in Sweden)(?!\w)", re.IGNORECASE
)
_STUDIES = late(
    r"(?<!\w)(?:svenska:? (?:\w+ )?kurs [A-D]|svenska (?:nivå )?[1-3](?= (?:från|på|via|i)(?!\w)|[,.;]|$)"
    r"|tisus|sfi|sva|svenska som andraspråk|swedish for immigrants)(?!\w)",
    re.IGNORECASE,
)
_LONGEST, _LISTED = 700, 250
"""Characters of a sentence that is read, and of one that may list languages, skills or jobs."""
_SHORTEST, _TITLE, _MOST_WORDS = 2, 5, 4  # characters, blanks, blanks of a skill


def read_loose(draft: Draft, text: str, column: str, kinds: Collection[str] = (), held: int = 0) -> None:
    """Read sentences that stand in no section of their own into a draft.

    Parameters
    ----------
    draft : Draft
    text : str
    column : str
        Place for the report; a caseworker's "note" tells of what somebody has done only where there is no CV.
    kinds : collection of str
        Sections that the text has: what one of them tells is not looked for here.
    held : int, default 0
        Jobs beside which others are looked for still.

    Examples
    --------
    >>> draft = Draft("a.txt", "a")
    >>> read_loose(draft, "dari, turkiska B1. Iran 2009-2018 billackerare, jag sprutade. skola 6 år Iran", "top")
    >>> [x.lang for x in draft.languages], draft.jobs[0].title, draft.education[0].years
    (['fa', 'tr'], 'billackerare', 6.0)
    """
    open_kinds = _OPEN - set(kinds)
    beside_cv = column == "note" and not _CV.isdisjoint(kinds)
    if beside_cv:
        open_kinds &= _FROM_NOTES
    jobs = "work" in open_kinds and len(draft.jobs) <= held
    told = [_KEY.sub("", part.strip()) for part in told_sentences(draft.clean_clauses(whence_as_where(text), column))]
    told = [part for plain in told if 0 < len(plain) <= _LONGEST for part in work_apart(plain)]
    for plain in told:
        if "language" in open_kinds and len(plain) <= _LISTED and _tells_language(plain):
            _languages(draft, plain)
        if _schooled(draft, plain, "education" in open_kinds) and not told_jobs(plain):
            continue
        if jobs:
            _jobs(draft, plain, column, told_only=beside_cv)
        if never_worked(plain) and not _SOMEWHERE.search(plain):
            draft.none.add("experience")
        if "skill" in open_kinds:
            _skills(draft, plain, column)
        if "paper" in open_kinds and find_certificates(plain) and not _PLANS.search(plain):
            draft.add_cards(cards_told(plain))
    _named_once(draft)
    # A course says less than a level that is told anywhere.
    for plain in filter(_STUDIES.search, told if "language" in open_kinds else ()):
        add_course(draft, plain)
    if "language" in open_kinds:
        _interpreted(draft, text)


def _interpreted(draft: Draft, text: str) -> None:
    """Add the language in which a talk was interpreted, where nothing else tells of it; how well stays unknown."""
    for match in _INTERPRETED.finditer(text):
        code = language_code(match["behind"] or match["before"])
        if code and code != "sv" and base_language(code) not in {held.lang for held in draft.languages}:
            draft.languages.append(language(code, Levels()))


# "Jag kan också jobba i butik" is a wish.
_OFFER = late(r"(?:också |även |and )*(?:jobba|arbeta|ta|börja|tänka)(?!\w)", re.IGNORECASE)


def _skills(draft: Draft, plain: str, column: str) -> None:
    """Read what a sentence lists as skills in its own words, else what it tells of."""
    listed = [
        match
        for match in (*_GOOD_AT.finditer(plain), *_BEST.finditer(plain))
        if not _LACKS.search(plain[: match.start()])
    ]
    for match in listed:
        named = split_list(re.sub(r"\s+(?:och|samt|and)\s+", ", ", match["what"]))
        short = [item for item in named if item.count(" ") < _MOST_WORDS and not find_countries(item)]
        draft.skills += draft.clean_items([item for item in short if not (is_time(item) or _OFFER.match(item))], column)
    if not listed:
        skills, at_home = told_skills(plain)
        draft.skills += [skill for skill in draft.clean_items(skills, column) if skill not in draft.skills]
        draft.informal += [skill for skill in draft.clean_items(at_home, column) if skill not in draft.informal]


# "Ingen erfarenhet av lager" names what somebody cannot do.
_LACKS = late(
    r"(?<!\w)(?:ingen|inte|ej|utan|saknar|aldrig|no|not|without|never|\w*n['’]t)(?: \w+){0,2} $", re.IGNORECASE
)


def _named_once(draft: Draft) -> None:
    """Leave out jobs without a time whose title another has: "Har jobbat som kock. I Iran var jag kock i åtta år"."""
    timed = {fold(job.title) for job in draft.jobs if not job.period.is_empty}
    draft.jobs = [job for job in draft.jobs if not job.period.is_empty or fold(job.title) not in timed]


_KEY = late(r"^(?:bakgrund|background|tidigare|arbete|jobb|work|språk|talar|languages?)\s*:\s+", re.IGNORECASE)
_FROM_NOTES = frozenset(("language", "work", "skill", "education"))
_OPEN = frozenset(("language", "work", "education", "skill", "paper"))
_CV = _FROM_NOTES - {"language"}


def _tells_language(plain: str) -> bool:
    found = find_languages(plain)
    told = _LEVEL.search(plain) or is_native(plain) or _SPEAKS.match(plain)
    return bool(found) and (bool(told) or found[0][0] == 0)


# "Vaktmästare på en skola" tells of work: only what was learnt there tells of a school.
_LEARNT = late(rf"(?<!\w)(?:{_WORDS['learnt']})(?!\w)", re.IGNORECASE)


def _schooled(draft: Draft, plain: str, wanted: bool) -> bool:
    """Read a sentence of school, and tell whether it is one: "Gymnasium i Ukraina, 11 år"."""
    schools = [] if told_jobs(plain) and not _LEARNT.search(plain) else told_schools(plain)
    if wanted and (fresh := [one for one in schools if not any(_is_same(one, held) for held in draft.education)]):
        draft.education += fresh
    elif (
        wanted and not schools and draft.education and ASSESSED.search(plain) and draft.education[-1].validated is None
    ):
        # "UHR har bedömt min examen" is about the one told of before.
        draft.education[-1] = draft.education[-1].model_copy(update={"validated": read_validated(plain)})
    # Years that begin and end are a job's more often than a school's.
    return bool(schools) or (bool(education_level(plain)) and read_period(plain).start is None)


def _is_same(school: Education, held: Education) -> bool:
    """Tell a school that is told of again: nothing that is said of it differs."""
    apart = (
        school.level and held.level and school.level != held.level,
        school.country and held.country and school.country != held.country,
        school.field and held.field and not school.level and fold(school.field) != fold(held.field),
        bool(school.field) != bool(held.field) and bool(school.country) != bool(held.country),
        school.years and held.years and school.years != held.years,
    )
    return not any(apart)


_WARD = late(r"(?:avdelning|sjukhus|klinik|mottagning|vårdcentral|hospital|clinic|ward)$", re.IGNORECASE)
_SAME_PLACE = late(r"(?<!\w)(?:samma (?:land|stad|ort)|the same (?:country|city|town|place))(?!\w)", re.IGNORECASE)


def _jobs(draft: Draft, plain: str, column: str, told_only: bool) -> None:
    if told := told_jobs(plain):
        if draft.jobs and _SAME_PLACE.search(plain):
            told = [job if job.countries else replace(job, countries=draft.jobs[-1].countries) for job in told]
        if nurses := [job.title for job in draft.jobs if find_professions(job.title)]:
            told = [  # "Dessförinnan arbetade jag på en kirurgavdelning" goes on in the profession told of before
                replace(job, title=f"{nurses[-1]}, {job.title}") if _WARD.search(job.title) else job for job in told
            ]
        draft.add_jobs(told, column)
    elif not told_only and len(plain) <= _LISTED and not read_period(plain).is_empty and not _PLANS.search(plain):
        head = re.split(rf",\s+(?=jag\s)|(?<=\w),\s+(?!{COUNT}\s)(?=\w+\s+\w+\s+\w+)", plain)[0]
        jobs = [
            job
            for job in read_job_lines([head])
            if ((job.countries and is_work(job.title)) or (is_title(job.title) and plain.startswith(job.title)))
            and len(job.title) > _SHORTEST
            and job.title.count(" ") < _TITLE
            and not tells(job.title)
        ]
        draft.add_jobs([job for job in jobs if not find_certificates(job.title)], column)


_SWEDISH = late(r"(?<!\w)(?:svenska\w*|swedish)(?!\w)", re.IGNORECASE)
# "Pratar dari som modersmål", but not "som ett modersmål"
_AS_OWN = late(r" som (?:sitt |mitt )?modersmål(?!\w)", re.IGNORECASE)
_OWN_LANGUAGE = late(
    r"(?<!\w)(?:mitt|hens|deltagarens|my|their) (?:eget |own )?(?:språk|language) (?:är|is) ([^\W\d_]+)", re.IGNORECASE
)


def _languages(draft: Draft, plain: str) -> None:
    courses = read_courses(plain)
    plain = _AS_OWN.sub(" (modersmål)", _OWN_LANGUAGE.sub(r"\1 (modersmål)", plain))
    swedish = _SWEDISH.search(plain)
    # "Läser svenska som andraspråk 1, klar med grund" tells of courses, which are read as such.
    by_course = courses.interval is not None and swedish is not None and not _LEVEL.search(plain, swedish.start())
    for row in read_languages(plain)[0]:
        if row.lang == "sv" and by_course:
            continue
        known = any((row.speaking, row.listening, row.reading, row.writing)) or row.native
        first = row.lang not in {held.lang for held in draft.languages}
        if first and (known or row.lang != "sv"):
            draft.languages.append(
                row.model_copy(update={"studying": row.lang == "sv" and courses.studying is not None})
            )
