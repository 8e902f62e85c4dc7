"""Mentions of education in a sentence, each with the level and the field that its own words say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from matcher.requirements.context import Context
from matcher.requirements.education.course import Course
from matcher.requirements.education.programmes import programme_of, programmes_in
from matcher.requirements.education.same import belongs, only_repeats
from matcher.requirements.education.studied import is_subject_studied, takes_school
from matcher.requirements.lexicon import lexicon
from matcher.requirements.papers.certificates_named import hyphened
from matcher.requirements.text.segment import Sentence
from matcher.taxonomy.scanning.phrasebook import Mark
from matcher.taxonomy.wordforms import unlinked

_EDUCATED, _UNKNOWN = "utbildad", "?"
_NEXT_TITLE = re.compile(
    r"(,|,? (?:och/eller|eller|alternativt|or)) (?:en |ett )?"
    r"((?:medicinsk |biomedicinsk |personlig )?[\w-]{4,40})(?!\w)"
)
# "Fritidsledare, barnskötare eller motsvarande utbildning": who is educated so, at the start of a sentence
_EQUAL = ("motsvarande ", "likvärdig ", "liknande ", "equivalent ", "similar ")
_TITLES_BEFORE = re.compile(
    r"(?:(?:du är|är|lägst|minst|krav:) )?(?:en |utbildad )?"
    r"((?:[\w-]{4,40}(?:, | eller | alternativt |/))*[\w-]{4,40}),? (?:eller|alternativt|or) (?:annan |an )?\w+ "
)
# "Culinary education", "a childcare diploma"
_ENGLISH_STEM = re.compile(r"([a-z]+(?: care)?) (?:training|education|course|studies|school|diploma|qualification)")
_NO_FIELD = frozenset(
    (
        "vocational",
        "university",
        "college",
        "academic",
        "formal",
        "advanced",
        "high",
        "higher",
        "secondary",
        "primary",
        "trade",
    )
)
_TITLES_AFTER = re.compile(r": (?:utbildad )?((?:[\w-]{4,40}(?:, | eller | alternativt |/))*[\w-]{4,40})(?=[.,;]|$|\n)")
_FIELDS_AFTER = re.compile(
    r": (?:inom |in )?((?!(?:ingen|inga|inget|no|none|minst|lägst|gärna|krävs|enligt|se|ej|inte|ja|yes|nej|"
    r"relevant|valfri\w*|önsk\w*|merit\w*|plus|bra|krav|obligatorisk\w*|required|preferred|desir\w*|needed|n/a|null|vi|"
    r"du|ges|erbjuds|ingår|internt?|klar|avslutad|any|optional|betal\w*|heltid|deltid|free|paid|full|part)(?!\w))[\w-]{2,30}"
    r"(?:(?:, | eller | och | or | and |/)(?!gymnasi)[\w-]{2,30}){0,4})(?P<level>, (?:på )?gymnasi\w+(?: nivå)?)?"
    r"(?=[.;]|$|\n)"
)
_ONE_FIELD = re.compile(
    r"(?:\w+- och \w+)|(?<![\w-])(?!(?:eller|och|or|and|motsvarande|liknande|similar|equivalent)(?!\w))[\w-]{2,30}"
)
_OTHERS = ("annan", "annat", "motsvarande", "liknande", "likvärdig")
_OTHER_DEMANDS = ("certificates", "licences", "languages", "experience", "education", "professions", "strength")
_ONE_TITLE = re.compile(r"[\w-]{4,40}")
_TOGETHER = 32
_SECTOR = re.compile(
    r" (?:act|authority|committee|department|agency|administration)(?!\w)|"
    r"(?:förvaltning|sektor|nämnd|anordnare|företag|tid|plats|material|insats|kostnad|plan)"
)
_SHORT_STEMS = ("el", "it")
_NO_STEM = re.compile(
    r"(?:doktors|licentiat|högskole|universitets?|(?:efter)?gymnasi(?:e|al|ala|alt)|gymn\.?|gy|yrkeshögskole|yrkes?|högre|grundskole|"
    r"grund|vuxen|akademisk|kandidat|master|magister|yh|ky|slut|specialist|vidare|teoretisk|formell|adekvat|relevant|"
    r"avslutad|god)"
)


_ADULT_SCHOOL = re.compile(
    r",?\s(?:eller|från|på|via|vid|eller från|eller på)\s(?:den\s)?(?:kommunala?\s)?(?:vuxenutbildning(?:en)?|komvux)"
)
# "Utbildning till kock från gymnasiet"
_FIELD_INSIDE = re.compile(
    r"(?:\s(?:till|som|inom)\s|(?:läst|studerat|pluggat) (?:till )?)"
    r"((?:[\w-]+\s){0,2}[\w-]+)\s(?:från|på|vid|efter)\s"
)

_FROM = re.compile(r"\s(?:från|på|vid|via)\s")


def courses_of(context: Context, sentence: Sentence) -> list[Course]:
    """Find the mentions of education; a course and its level ("…utbildning på gymnasienivå") are one.

    Parameters
    ----------
    context : Context
    sentence : Sentence
        Scanned with the lexicons ``education``, ``certificates`` and ``certifying``.

    Returns
    -------
    list of Course
        In order of place.
    """
    low = context.low
    out: list[Course] = []
    for mark in sentence.marks["education"]:
        if (
            _is_cut_from_others(low, mark)
            or _is_only_a_school(low, sentence, mark, out)
            or _is_certificate(context.text, low, sentence, mark)
            or _SECTOR.match(low, mark.end)
            or (out and only_repeats(low, out[-1], mark))
            or (mark.more[0] == "read" and not is_subject_studied(low, sentence, mark))
        ):
            continue
        if (out and takes_school(low, out[-1], mark)) or mark.more[0] == "after":
            continue
        level = None if mark.label == "-" else mark.label
        programme = _programme(low, sentence.start, mark)
        begin = programme.start() if programme else mark.start
        stem = programme_of(programme) if programme else _stem(low, mark)
        course = Course(min(begin, mark.start), mark.end, level, mark.more[0], stem, _title(low, mark))
        if out and _ADULT_SCHOOL.fullmatch(low[out[-1].end : mark.end]):
            out[-1].end = mark.end  # where it can be learnt as well
            continue
        if out and belongs(low, out[-1], course):
            last = out[-1]
            last.end, last.level, last.stem = course.end, last.level or level, last.stem or course.stem
            last.title = last.title or course.title
            continue
        if out and course.start < out[-1].end:
            continue
        if level is course.stem is course.title is None and low.endswith(_EQUAL, sentence.start, mark.start):
            titles = _TITLES_BEFORE.fullmatch(low, sentence.start, mark.start)
            out = sorted((*out, *_in_titles(low, titles, out)), key=lambda known: known.start)
        elif level is course.stem is course.title is None and low.startswith(": ", mark.end):
            # "Utbildning: barnskötare"
            titled = list(_in_titles(low, _TITLES_AFTER.match(low, mark.end, sentence.end), out))
            titled = titled or list(_fields_after(low, sentence, mark.end))
            out.extend(titled)
            if titled:
                continue
        out.append(course)
        if course.role == "title":
            out.extend(_listed_with(low, course, sentence.end))
    return out


def _is_certificate(text: str, low: str, sentence: Sentence, mark: Mark) -> bool:
    """Courses for a card or permit are certificates: ``truckutbildning``, ``utbildning i heta arbeten``."""
    named = [
        m
        for m in sentence.marks.get("certifying", ())
        if (m.label != "hyphen" or hyphened(text, sentence, m))
        and (m.label != "caps" or text[m.end + 1 : m.end + 3].isupper())
    ]
    for card in (*sentence.marks.get("certificates", ()), *named):
        if card.start < mark.end and mark.start < card.end:
            return True
        if (
            mark.more[0] != "title"
            and 0 <= card.start - mark.end <= 12
            and not re.search(r"[.;,]|eller|och", low[mark.end : card.start])
        ):
            return True
        if 0 <= mark.start - card.end <= 2 and "," not in low[card.end : mark.start]:
            return True
    return False


def _is_cut_from_others(low: str, mark: Mark) -> bool:
    """Whether letters that mean a degree are cut from other words ("I'm a student", "driving licence B, eng/swe")."""
    apostrophe = low.endswith(("'", "’"), 0, mark.start)
    return (apostrophe and low.startswith("m a", mark.start)) or low.startswith("b, eng", mark.start)


def _is_only_a_school(low: str, sentence: Sentence, mark: Mark, out: Sequence[Course]) -> bool:
    """Whether a school's name is no education: not among demands, nor where one before comes from."""
    if mark.more[0] == "origin":
        return not (out and low[out[-1].end : mark.start] == " ")
    return mark.more[0] == "school" and not _is_among_demands(low, sentence, mark)


def _is_among_demands(low: str, sentence: Sentence, school: Mark) -> bool:
    """Whether the bare name of a school stands between commas, among other demands ("Svenska, gymnasiet, körkort")."""
    alone = low.endswith((", ", ": "), sentence.start, school.start) or school.start == sentence.start
    closed = low.startswith((",", "."), school.end) or school.end == sentence.end
    return alone and closed and any(name in sentence.marks for name in ("licences", "languages", "certificates"))


def _programme(low: str, start: int, mark: Mark) -> re.Match[str] | None:
    """Programme that a mention is the end of: ``vård- och omsorgsprogrammet``."""
    programmes = programmes_in(low, max(start, mark.start - _TOGETHER), mark.end)
    return programmes[-1] if programmes and programmes[-1].end() > mark.start else None


def _stem(low: str, mark: Mark) -> str | None:
    """Field named in the mention itself: ``undersköterskeutbildning``, ``utbildning till kock från gymnasiet``."""
    word = low[mark.start : mark.end]
    if mark.more[0] == "read":
        return None
    inside = _FIELD_INSIDE.search(word)
    if inside:
        return inside[1]
    english = _ENGLISH_STEM.fullmatch(word)
    if english and english[1] not in _NO_FIELD:
        return english[1]
    word = _FROM.split(word)[0]  # "snickarutbildning från gymnasiet"
    stem = re.sub(r"(?:sutbildning|utbildning|utb|examen)\w*$", "", word).strip(" -")
    if (
        not stem
        or " " in stem
        or (len(stem) < 3 and stem not in _SHORT_STEMS)
        or stem == word
        or _NO_STEM.fullmatch(stem)
    ):
        return None
    return unlinked(stem)


def _title(low: str, mark: Mark) -> str | None:
    """Title of somebody educated: ``utbildad kock``, ``socionom``."""
    if mark.more[0] == "person":
        return low[mark.start : mark.end]
    words = low[mark.start : mark.end].split()
    return words[-1] if mark.more[0] == "title" and len(words) > 1 else None


@cache
def _titles() -> tuple[tuple[str | None, re.Pattern[str]], ...]:
    """Levels of the titles that the lexicon knows behind "utbildad", with their patterns."""
    return tuple(
        (None if phrase.label == "-" else phrase.label, re.compile(phrase.pattern))
        for phrase in lexicon("education").phrases
        if phrase.more == ("title",) and phrase.heads == (_EDUCATED,)
    )


def _level_of_title(word: str) -> str | None:
    """Level of the education that somebody of a title has, ``_UNKNOWN`` where the lexicon knows none."""
    return next((level for level, title in _titles() if title.fullmatch(f"{_EDUCATED} {word}")), _UNKNOWN)


def _in_titles(low: str, titles: re.Match[str] | None, known: Sequence[Course]) -> Iterator[Course]:
    """Titles that stand for their education: ``fritidsledare, barnskötare eller motsvarande utbildning``."""
    for number, word in enumerate(_ONE_TITLE.finditer(low, *titles.span(1)) if titles else ()):
        level = _level_of_title(word[0])
        if level != _UNKNOWN and not any(course.start <= word.start() < course.end for course in known):
            yield Course(word.start(), word.end(), level, "title", None, word[0], joined=number > 0)


def _fields_after(low: str, sentence: Sentence, place: int) -> Iterator[Course]:
    """Fields that a label lists: ``Utbildning: el, mekatronik``; none where other demands are among them."""
    listed = _FIELDS_AFTER.match(low, place, sentence.end)
    if listed is None or any(
        listed.start(1) <= mark.start < listed.end(1)
        for name in _OTHER_DEMANDS
        for mark in sentence.marks.get(name, ())
    ):
        return
    for number, word in enumerate(_ONE_FIELD.finditer(low, *listed.span(1))):
        level = "upper_secondary" if listed["level"] else None
        yield Course(word.start(), word.end(), level, "course", word[0].replace("- ", " "), joined=number > 0)


def _listed_with(low: str, course: Course, end: int) -> Iterator[Course]:
    """Titles that a list joins to the first: ``utbildad snickare, målare eller plattsättare``."""
    found: list[Course] = []
    place, chosen = course.end, False
    while following := _NEXT_TITLE.match(low, place, end):
        known = _level_of_title(following[2])
        if known == _UNKNOWN:
            # "Utbildad kock, bagare eller annan utbildning"
            chosen = chosen or (following[1] != "," and following[2] in _OTHERS)
            break
        chosen = chosen or following[1] != ","
        found.append(Course(following.start(2), following.end(2), known, "title", None, following[2], joined=True))
        place = following.end()
    if chosen:
        # "Utbildad kock, servitris med god vana" is no list.
        yield from found
