"""Education that an ad asks for: level and field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from matcher.requirements.certificates import hyphened
from matcher.requirements.context import Context, Found
from matcher.requirements.education_asked import Course, is_asked
from matcher.requirements.lexicon import lexicon
from matcher.requirements.objects import ends_vaguely, field_of, object_span, parts
from matcher.requirements.segment import Sentence
from matcher.requirements.strength import Judged
from matcher.taxonomy.certificates import certificate_phrases
from matcher.taxonomy.phrasebook import Lexicon, Mark

_TOGETHER = 32
_OR = re.compile(r"(?<!\w)(?:eller|alternativt|or|samt|och/eller|och|and|annars)(?!\w)|[.;:]|,\s(?!på)")
_SAME_LEVEL = re.compile(
    r"\.?\s*(?:-?\s?(?:eller|och|or|and)|/|,)\s*\w{0,12}\s*|\s(?:från|på|vid)\s(?:\w{1,20}-?\s(?:och\s)?)?"
)
_SAME_AT_LEAST = re.compile(r"[:,]?\s(?:lägst|minst|helst|dvs|alltså|at least)\s")
_SAME_FIELD = re.compile(r"(?: (?:in|inom|i) (?:\w+ ){1,4})?(?:in |at |on |på |\()")
_APART = 40
_SECTOR = re.compile(r"(?:förvaltning|sektor|nämnd|anordnare|företag|tid|plats|material|insats|kostnad|plan)")
_DANGLING = re.compile(r"(?:[\s,]+(?:eller|alternativt|och|samt|or|and|har|en|a|du|som|annan|annat))*[\s,]*$")
_LABELS = re.compile(r" ?: ?(?:an? |en |ett )?")
_OR_EQUIVALENT = re.compile(r"-?\s?eller motsvarande\s(?:\w+\s)?")
# "Gymnasiekompetens i form av slutbetyg eller gymnasieexamen" is one demand.
_IN_FORM_OF = re.compile(r"(?: i form av)?(?: \w+)?(?: eller| alternativt)? ")
_OR_EXPERIENCE = re.compile(r"\s(?:och/eller|eller)\s(?:\w+\s){0,3}?erfarenhet\w*")
_AND_EXPERIENCE = re.compile(
    r",?\s(?:och/eller|and/or|eller|och|samt|or|and)\s(?:\w+\s){0,2}?(?:\w*erfarenhet|experience|\w*vana (?:av|"
    r"från|inom))"
)
_ACADEMIC = ("post_secondary", "tertiary", "doctoral")
_EXAMPLES = re.compile(
    r"(?<!\w)(?:exempelvis|t\.?ex|till exempel|såsom|så som|such as|e\.g|for example|relevant)(?!\w)"
)
_COORDINATED = re.compile(r"([\w/]+)-\s(?:eller|och/eller|alternativt)\s[\w/]*-?$")
_DENIED_FIELD = re.compile(
    r"^(?:minst|lägst|\d|några|två|tre|erfarenhet|utökad|ett annat|annat|ett år|goda?|mycket|annan|"
    r"motsvarande|likvärdig|eller|grunden|botten|bagaget|ryggen|kombination|form av|sverige|hemlandet|utlandet|"
    r"slutbetyg|examensbevis|betyg|godkän\w+|fullständig\w*|more than|at least|several|good|"
    r"(?:ett |något |för \w+ |a |the )?(?:relevant\w*|lämplig\w*|aktuell\w*|adekvat|applicable)"
    r"(?: (?:område\w*|ämne\w*|fält|inriktning\w*|field\w*|area\w*|discipline\w*|subject\w*))?$|"
    r"och|som arbetsgivaren|om|krävs|är)\b"
)
# "Vård- och omsorgsprogrammet", "el-, vvs- och fastighetsprogrammet", "industritekniska programmet"
_PROGRAMME = re.compile(r"((?:\w{2,20}-(?:,\s|\s(?:och|&)\s))*)(\w{2,30}?)\s?(?:programmet|programmen)(?!\w)")
_NO_PROGRAMME = re.compile(r"(?:gymnasie|yrkes|högskole|master|magister|kandidat|introduktions|trainee|treåriga?|s)$")
_EQUAL = re.compile(r"(?:motsvarande|likvärdig|equivalent|comparable) (?:\w+ )?$")
_SHORT_STEMS = ("el", "it")
_NO_STEM = re.compile(
    r"(?:högskole|universitets?|(?:efter)?gymnasi(?:e|al|ala|alt)|yrkeshögskole|yrkes?|högre|grundskole|grund|"
    r"akademisk|"
    r"kandidat|master|magister|yh|ky|slut|specialist|vidare|teoretisk|formell|adekvat|relevant|avslutad|god)"
)
_DIRECTION = re.compile(r"(?:en |någon )?(?:inriktning|specialisering|profil)(?:en)? (?:på|mot|inom|i|som|till) ")
_TEACHING = re.compile(r"(?:behörig\w*) att undervisa")
# "Behörig i musik", "behörighet för årskurs 7-9"
_TO_TEACH = re.compile(r"behörig\w*(?: och legitimerad\w*)?(?: \w*lärare)? (?:i|inom|för) (?:ämnet |ämnena )?")
_ADJECTIVE = re.compile(r"(?<!\w)(\w{4,}(?:teknisk|inriktad|relaterad|ekonomisk|juridisk|pedagogisk|medicinsk))a? $")
# Of these it is the field named after them that counts: "civilingenjörsexamen inom maskinteknik".
_BROAD_STEM = re.compile(r"(?:civil|högskole)?ingenjörs?")


class Education:
    """Family of ``education``."""

    @cached_property
    def lexicons(self) -> Sequence[Lexicon]:
        """Words for educations and their levels; certificates, which are not educations."""
        return (lexicon("education"), certificate_phrases())

    def find(self, context: Context) -> Iterable[Found]:
        """Education asked for in a text, or said to be needless."""
        if context.field == "headline":
            return
        found = [row for sentence in context.having("education") for row in self._sentence(context, sentence)]
        taught = {row.necessity for row in found if row.value["field"] and _is_teaching(context.low, row)}
        # "Behörig och legitimerad lärare" says no more than "behörig att undervisa i matematik" does elsewhere.
        yield from (
            row
            for row in found
            if row.value["field"] or row.necessity not in taught or not _is_teaching(context.low, row)
        )

    def _sentence(self, context: Context, sentence: Sentence) -> Iterator[Found]:
        courses = _courses(context, sentence)
        for number, course in enumerate(courses):
            judged = context.judge(sentence, course.start, course.end)
            # "Utbildningskrav Högskola/universitet" is a field of a form at the end of an ad.
            form = context.low.startswith("utbildningskrav", course.start)
            if form or is_asked(context, sentence, course, judged):
                limit = courses[number + 1].start if number + 1 < len(courses) else sentence.end
                yield from _rows(context, sentence, course, judged, number, limit)
        yield from _wishes(context, sentence, courses)


def _is_teaching(low: str, row: Found) -> bool:
    """Whether a row is the right to teach, whatever the subject."""
    return low.startswith("behörig", row.start) and row.value["level"] is None


def _courses(context: Context, sentence: Sentence) -> list[Course]:
    """Mentions in order; a course and its level ("…utbildning på gymnasienivå") are one."""
    low = context.low
    out: list[Course] = []
    for mark in sentence.marks["education"]:
        if _is_certificate(context.text, low, sentence, mark) or _SECTOR.match(low, mark.end):
            continue
        level = None if mark.label == "-" else mark.label
        course = Course(mark.start, mark.end, level, mark.more[0], _stem(low, sentence.start, mark), _title(low, mark))
        if out and _belongs(low, out[-1], course):
            last = out[-1]
            last.end, last.level, last.stem = course.end, last.level or level, last.stem or course.stem
            last.title = last.title or course.title
            continue
        out.append(course)
    return out


def _belongs(low: str, last: Course, course: Course) -> bool:
    between = low[last.end : course.start]
    if last.level is last.stem is last.title is None and _LABELS.fullmatch(between):
        # "Educational background: a bachelor's degree" names its topic first.
        return True
    if last.role == course.role == "person":
        return False
    if last.level == course.level == "upper_secondary" and _IN_FORM_OF.fullmatch(between):
        return True
    if last.level is not None and last.level == course.level:
        alike = _SAME_LEVEL.fullmatch(between) or _SAME_AT_LEAST.fullmatch(between) or not between.strip(" -.")
        # "A degree in a technical field (BSc or similar)"
        return bool(alike or (_SAME_FIELD.match(between) and len(between) <= _APART and not _OR.search(between)))
    alternative = low.startswith(("eller ", "alternativt "), course.start)
    if last.level == "post_secondary" and course.level == "tertiary" and not between.strip() and not alternative:
        # "An education after school, from a university"
        return True
    if last.level == "tertiary" and course.level == "doctoral" and _SAME_LEVEL.fullmatch(between):
        # "A master's or a PhD": the lower one is what is asked for.
        return True
    if last.level is not None and course.level is not None:
        return False
    if between.strip() == "," and low.startswith(("gymnasie", "högskole", "grundskole", "universitets"), course.start):
        return True
    if last.level is not None and _OR_EQUIVALENT.fullmatch(between):
        return True
    if (
        last.role == "title"
        and len(between) <= _TOGETHER
        and "eller" not in between
        and course.level == "upper_secondary"
    ):
        return True
    return len(between) <= _TOGETHER and not _OR.search(between)


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
        if 0 <= mark.start - card.end <= 2:
            return True
    return False


def _stem(low: str, start: int, mark: Mark) -> str | None:
    """Field named in a word itself: ``undersköterskeutbildning``, ``vård- och omsorgsprogrammet``."""
    begin = max(start, mark.start - _TOGETHER)
    named = low.find("programme", begin, mark.end) >= 0
    programmes = list(_PROGRAMME.finditer(low, begin, mark.end)) if named else []
    if programmes and programmes[-1].end() > mark.start:
        return _named_after(programmes[-1])
    word = low[mark.start : mark.end]
    stem = re.sub(r"(?:sutbildning|utbildning|examen)\w*$", "", word).strip(" -")
    if (
        not stem
        or " " in stem
        or (len(stem) < 3 and stem not in _SHORT_STEMS)
        or stem == word
        or _NO_STEM.fullmatch(stem)
    ):
        return None
    return stem


def _named_after(programme: re.Match[str]) -> str | None:
    """Name a programme's field without the joints of its compound: ``vård och omsorg``."""
    coordinated, last = programme.groups()
    if _NO_PROGRAMME.match(last):
        return None
    if len(last) > 4 and last.endswith("s") and not last.endswith("ss"):
        last = last[:-1]
    return coordinated.replace("- ", " ").replace("-,", ",") + last


def _rows(
    context: Context, sentence: Sentence, course: Course, judged: Judged, number: int, limit: int
) -> Iterator[Found]:
    low = context.low
    start, end = _object(low, course, limit)
    shared = _OR_EXPERIENCE.match(low, course.end, sentence.end) if start == end else None
    if shared:
        # "utbildning eller erfarenhet inom X": X is the field of both.
        start, end = object_span(low, shared.end(), sentence.end)
    spans = parts(low, start, end)
    twin = _COORDINATED.search(low[max(sentence.start, course.start - 40) : course.start])
    if twin:
        # "VVS- eller fastighetsutbildning": two educations, one word.
        value = {"level": course.level, "field": twin.group(1)}
        yield Found("education", value, sentence, course.start, course.end, judged, 3000 + number)
    group = 3000 + number if twin else None
    examples = _EXAMPLES.search(low, start, end)
    # A degree in "A, B eller C" is one demand with a wide field; schools and courses are named one by one.
    wide = course.level in _ACADEMIC or ends_vaguely(low, start, end) or bool(examples)
    if judged.necessity == "not_required" or len(spans) < 2 or wide:
        yield Found(
            "education",
            {"level": course.level, "field": _field(low, course, start, end)},
            sentence,
            course.start,
            max(course.end, end),
            judged,
            group,
        )
        return
    for left, right in spans:
        value = {"level": course.level, "field": _plain_field(low, left, right)}
        begin = course.start if left == spans[0][0] else left
        yield Found("education", value, sentence, begin, right, judged, 3000 + number)


def _object(low: str, course: Course, limit: int) -> tuple[int, int]:
    """Find what follows an education and tells its field; an empty span where it tells none."""
    start, end = object_span(low, course.end, limit, bare=low.endswith(("inom", "i"), course.start, course.end))
    direction = _DIRECTION.match(low, start, end)
    start = direction.end() if direction else start
    end = _trimmed(low, start, end)
    return (course.end, course.end) if _DENIED_FIELD.match(low[start:end]) else (start, end)


def _field(low: str, course: Course, start: int, end: int) -> str | None:
    """Field of a course by its own words, its title or its object."""
    named = _plain_field(low, start, end)
    if _TEACHING.match(low, course.start, course.end):
        return f"lärare {named}" if named else "lärare"
    subject = _TO_TEACH.match(low, course.start)
    if subject and course.level is None:
        return _plain_field(low, subject.end(), max(course.end, end))
    broad = course.stem is None or _BROAD_STEM.fullmatch(course.stem)
    of_its_kind = (
        _ADJECTIVE.search(low[max(0, course.start - _TOGETHER) : course.start]) if course.stem is None else None
    )
    return course.title or (named if broad else None) or course.stem or (of_its_kind[1] if of_its_kind else named)


def _plain_field(low: str, start: int, end: int) -> str | None:
    programme = _PROGRAMME.search(low, start, end) if low.find("programme", start, end) >= 0 else None
    return _named_after(programme) if programme else field_of(low, start, end)


def _wishes(context: Context, sentence: Sentence, courses: list[Course]) -> Iterator[Found]:
    """``gymnasieutbildning, gärna inom bygg``: a field that is only wished for."""
    low = context.low
    for wish in sentence.marks.get("wishes", ()):
        asked = [course for course in courses if course.end <= wish.start]
        later = [
            mark for mark in sentence.marks.get("experience", ())
            if mark.end <= wish.start and not _EQUAL.search(low, sentence.start, mark.start)
        ]  # fmt: skip
        if not asked or (later and later[-1].start > asked[-1].start):
            continue
        begin = low.rfind(" ", wish.start, wish.end)
        start, end = object_span(low, begin, sentence.end)
        if any(start <= course.start < end for course in courses) or start == end or context.text[start].isupper():
            continue
        value = {"level": asked[-1].level, "field": field_of(low, start, end)}
        judged = Judged("nice", "cue", Mark("nice", wish.start, begin, ("near",)))
        yield Found("education", value, sentence, start, end, judged)


def _trimmed(low: str, start: int, end: int) -> int:
    """End of an object without a joint that leads to the next education ("… eller"), nor experience joined to it."""
    other = _AND_EXPERIENCE.search(low, start, end)
    end = other.start() if other else end
    joint = _DANGLING.search(low, start, end)
    return joint.start() if joint else end


def _title(low: str, mark: Mark) -> str | None:
    """Title of somebody educated: ``utbildad kock``."""
    words = low[mark.start : mark.end].split()
    return words[-1] if mark.more[0] == "title" and len(words) > 1 else None
