"""Education that an ad asks for: level and field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from matcher.requirements.context import Context, Found
from matcher.requirements.education.asked import RELEVANT, is_asked
from matcher.requirements.education.course import Course
from matcher.requirements.education.courses import courses_of
from matcher.requirements.education.programmes import programme_of, programmes_in
from matcher.requirements.joints import joins
from matcher.requirements.lexicon import lexicon
from matcher.requirements.objects import ends_vaguely, field_of, object_span, parts
from matcher.requirements.strength.deciding import Judged
from matcher.requirements.text.segment import Sentence
from matcher.taxonomy.facts.certificates import certificate_phrases
from matcher.taxonomy.scanning.phrasebook import Lexicon, Mark

_DANGLING = re.compile(r"(?:[\s,]+(?:eller|alternativt|och|samt|or|and|har|en|a|du|som|annan|annat))*[\s,]*$")
_OR_EXPERIENCE = re.compile(r"\s(?:och/eller|eller)\s(?:\w+\s){0,3}?erfarenhet\w*")
_OR_EQUAL = re.compile(
    r",?\s(?:och/eller|eller|or)\s((?:(?:annan|en|an?)\s)?(?:motsvarande|likvärdig|equivalent|comparable|similar)\s"
    r"(?:\w+\s){0,2}?(?:\w*erfarenhet|experience))(?!\w)"
    # "Alternativt annan utbildning i kombination med yrkeserfarenhet"
    r"|,?\s(?:eller|alternativt|or)\s((?:annan|other)\s(?:utbildning|education)\s"
    r"(?:i kombination med|tillsammans med|kombinerat med|och|samt|combined with|together with|and)\s(?:\w+\s){0,5}?"
    r"(?:\w*erfarenhet|experience))(?!\w)"
)
_AND_EXPERIENCE = re.compile(
    r",?\s(?:och/eller|and/or|eller|och|samt|or|and)\s(?:\w+\s){0,2}?"
    r"(?:foreign|utländsk\w*|\w*erfarenhet|experience|yrkesvana|branschvana|\w*vana (?:av|"
    r"från|inom))"
)
_ACADEMIC = ("post_secondary", "tertiary", "doctoral")
_EXAMPLES = re.compile(
    r"(?<!\w)(?:exempelvis|t\.?ex|till exempel|såsom|så som|such as|e\.g|for example|relevant)(?!\w)"
)
_OF_A_FIELD = (" inom ", " i ", " med inriktning", " or ", " eller motsvarande")
_BESIDE = 32
_COORDINATED = re.compile(r"((?:[\w/]+-,\s)*[\w/]+)-\s(?:eller|och/eller|alternativt)\s[\w/]*-?$")
# "YH- eller högskoleutbildning inom bygg": half a compound that is a level, found as such, and no field
_LEVELS = frozenset(("yh", "ky", "yrkeshögskole", "högskole", "universitets", "gymnasie"))
_DENIED_FIELD = re.compile(
    r"^(?:minst|lägst|\d|några|två|tre|erfarenhet|utökad|ett annat|annat|ett år|goda?|mycket|annan|"
    r"motsvarande|likvärdig|eller|grunden|botten|bagaget|ryggen|kombination|form av|sverige|hemlandet|utlandet|"
    r"slutbetyg|examensbevis|bevis|betyg|godkän\w+|fullständig\w*|more than|at least|several|good|"
    r"(?:ett |något |för \w+ |an? |any |the )?(?:relevant\w*|lämplig\w*|aktuell\w*|adekvat|passande|närliggande|"
    r"applicable|suitable|related|appropriate|similar|comparable)"
    r"(?: (?:område\w*|ämne\w*|fält|inriktning\w*|field\w*|area\w*|discipline\w*|subject\w*|kinds?|types?))?$|"
    r"och|som arbetsgivaren?|om|krävs|är)\b"
)
_EQUAL = re.compile(r"(?:motsvarande|likvärdig|equivalent|comparable) (?:\w+ )?$")
_DIRECTION = re.compile(r"(?:en |någon )?(?:inriktning|specialisering|profil)(?:en)? (?:(?:på|mot|inom|i|som|till) )?")
_TEACHING = re.compile(r"(?:behörig\w*) att undervisa")
# "Behörig i musik", "behörighet för årskurs 7-9"
_TO_TEACH = re.compile(
    r"behörig\w*(?: och legitimerad\w*)?(?: \w*lärare)? (?:(?:även|också) )?(?:i|inom|för) (?:ämnet |ämnena )?"
)
_SUBJECT = ("behörighet i ", "behörig i ")
_ADJECTIVE = re.compile(r"(?<!\w)(\w{2,}(?:teknisk|inriktad|relaterad|ekonomisk|juridisk|pedagogisk|medicinsk))a? $")
_METHODS = re.compile(r" (?:i|inom|in) ([A-ZÅÄÖ]{2,6}(?:(?:, | eller | och |/| or | and )[A-ZÅÄÖ]{2,6})*)(?![\w-])")
# "A technical, chemical or process profile": one school, whichever of its programmes
_ONE_SCHOOL = ("profile", "profil", "inriktning", "orientation", "programme", "track")
_SHORT_FIELDS = frozenset(("it", "hr", "vvs", "el", "cnc", "so", "no", "ux", "cad", "ai"))
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
        courses = courses_of(context, sentence)
        asked = False
        for number, course in enumerate(courses):
            judged = context.judge(sentence, course.start, course.end)
            # "Utbildningskrav Högskola/universitet" is a field of a form at the end of an ad.
            form = context.low.startswith("utbildningskrav", course.start)
            also = course.joined or (judged.by == "nothing" and number and _is_other_way(context.low, courses, number))
            asked = form or is_asked(context, sentence, course, judged) or bool(asked and also)
            limit = courses[number + 1].start if number + 1 < len(courses) else sentence.end
            if asked and not _of_methods(context, course, limit):
                rows = list(_rows(context, sentence, course, judged, number, limit))
                yield from _or_experience(context.low, sentence, rows, number)
        yield from _wishes(context, sentence, courses)


def _is_other_way(low: str, courses: Sequence[Course], number: int) -> bool:
    """Whether "eller" joins an education to the one before it, and no mere "likvärdig utbildning"."""
    course = courses[number]
    named = course.level or course.stem or course.title
    return named is not None and joins(low, courses[number - 1].end, courses[number].start) == "or"


def _of_methods(context: Context, course: Course, limit: int) -> bool:
    """Whether a course is in methods with short names ("utbildning i MI, ART eller TBT"), which are skills."""
    if course.level or course.stem or course.title or course.role != "course":
        return False
    if context.low.startswith("behörig", course.start):
        return False  # "behörighet att undervisa i SV eller EN"
    found = _METHODS.match(context.text, course.end, limit)
    return found is not None and not any(name.lower() in _SHORT_FIELDS for name in found[1].replace(",", " ").split())


def _is_teaching(low: str, row: Found) -> bool:
    """Whether a row is the right to teach, whatever the subject."""
    return low.startswith("behörig", row.start) and row.value["level"] is None


def _rows(
    context: Context, sentence: Sentence, course: Course, judged: Judged, number: int, limit: int
) -> Iterator[Found]:
    low = context.low
    if low.startswith(_SUBJECT, course.start) or course.role == "teaching":
        course.level = None  # "behörighet i matematik på gymnasienivå": the right to teach has no level
    start, end = _object(low, course, limit)
    shared = _OR_EXPERIENCE.match(low, course.end, sentence.end) if start == end and _is_bare(low, course) else None
    if shared:
        # "utbildning eller erfarenhet inom X": X is the field of both, which stay alternatives.
        start, end = object_span(low, shared.end(), sentence.end)
    spans = parts(low, start, end)
    twin = _COORDINATED.search(low[max(sentence.start, course.start - 40) : course.start])
    if twin:
        # "VVS- eller fastighetsutbildning": two educations, one word.
        for named in twin.group(1).split("-, "):
            if named in _LEVELS:
                continue
            value = {"level": course.level, "field": named}
            yield Found("education", value, sentence, course.start, course.end, judged, 3000 + number)
    group = 3000 + number if twin else None
    examples = _EXAMPLES.search(low, start, end)
    # A degree in "A, B eller C" is one demand with a wide field; schools and courses are named one by one.
    relevant = RELEVANT.search(low, max(sentence.start, course.start - _BESIDE), course.start)
    wide = course.level in _ACADEMIC or bool(relevant) or ends_vaguely(low, start, end) or bool(examples)
    wide = wide or low.endswith(_ONE_SCHOOL, start, end)
    if judged.necessity == "not_required" or len(spans) < 2 or wide:
        yield Found(
            "education",
            {"level": course.level, "field": _field(low, course, start, end)},
            sentence,
            course.start,
            course.end if shared else max(course.end, end),
            judged,
            group,
        )
        return
    for left, right in spans:
        value = {"level": course.level, "field": _plain_field(low, left, right)}
        begin = course.start if left == spans[0][0] else left
        yield Found("education", value, sentence, begin, right, judged, 3000 + number)


def _or_experience(low: str, sentence: Sentence, rows: list[Found], number: int) -> Iterator[Found]:
    """Add the other way where there is one: ``snickarutbildning eller motsvarande erfarenhet``, in the same field."""
    last = rows[-1]
    equal = _OR_EQUAL.match(low, last.end, sentence.end)
    start, end = object_span(low, equal.end(), sentence.end) if equal else (0, 0)
    field = field_of(low, start, end) if equal else None
    if equal is None or (field is None and equal[1] and last.value["level"] in _ACADEMIC):
        # "Civilingenjör eller motsvarande erfarenhet" names nothing that one could check beside the degree.
        yield from rows
        return
    field = field or last.value["field"]
    group = 3000 + number
    yield from (row._replace(group=group) for row in rows)
    value = {"years": None, "field": field}
    begin = equal.start(1) if equal[1] else equal.start(2)
    yield Found("experience", value, sentence, begin, max(equal.end(), end), last.judged, group)


def _is_bare(low: str, course: Course) -> bool:
    """Whether the words of an education tell no field."""
    own = course.stem or course.title
    return not own and not _ADJECTIVE.search(low[max(0, course.start - _BESIDE) : course.start])


def _object(low: str, course: Course, limit: int) -> tuple[int, int]:
    """Find what follows an education and tells its field; an empty span where it tells none."""
    # "Ph.D. in physics": the last point belongs to the short name.
    place = course.end + (low[course.start : course.end].count(".") > 0 and low.startswith(". ", course.end))
    bare = course.role in ("read", "teaching") or low.endswith(
        ("inom", "i", " som", " mot", " till"), course.start, course.end
    )
    start, end = object_span(low, place, limit, bare=bare)
    direction = _DIRECTION.match(low, start, end)
    start = direction.end() if direction else start
    end = _trimmed(low, start, end)
    return (course.end, course.end) if _DENIED_FIELD.match(low[start:end]) else (start, end)


def _field(low: str, course: Course, start: int, end: int) -> str | None:
    """Field of a course by its own words, its title or its object."""
    named = _plain_field(low, start, end)
    if course.role == "teaching" or _TEACHING.match(low, course.start, course.end):
        return f"lärare {named}" if named else "lärare"
    subject = _TO_TEACH.match(low, course.start)
    if subject and course.level is None:
        return _plain_field(low, subject.end(), max(course.end, end))
    broad = course.stem is None or _BROAD_STEM.fullmatch(course.stem)
    of_its_kind = _ADJECTIVE.search(low[max(0, course.start - _BESIDE) : course.start]) if course.stem is None else None
    if course.role == "person" and named and low.startswith(_OF_A_FIELD, course.end):
        # "Civilingenjör inom väg och vatten"
        return named
    return course.title or (named if broad else None) or course.stem or (of_its_kind[1] if of_its_kind else named)


def _plain_field(low: str, start: int, end: int) -> str | None:
    programmes = programmes_in(low, start, end)
    if programmes:
        return programme_of(programmes[0])
    named = field_of(low, start, end)
    turned = _TURNED.fullmatch(named) if named else None
    return turned["noun"] + _NOUN_ENDS[turned["end"]] if turned else named


# "Gymnasieexamen med ekonomisk inriktning eller högre": the subject that the adjective is made of.
_TURNED = re.compile(
    r"(?P<noun>\w{2,}?)(?P<end>vetenskaplig|omisk|nisk|gogisk|icinsk|idisk|etisk|nistisk|trativ|riell)a? inriktning"
    r"(?: eller (?:högre|motsvarande|liknande|likvärdig\w*))?"
)
_NOUN_ENDS = {
    "vetenskaplig": "vetenskap", "omisk": "omi", "nisk": "nik", "gogisk": "gogik", "icinsk": "icin", "idisk": "idik",
    "etisk": "etik", "nistisk": "niora", "trativ": "tration", "riell": "ri",
}  # fmt: skip


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
        if (
            any(start < course.end and course.start < end for course in courses)
            or start == end
            or context.text[start].isupper()
        ):
            continue
        cards = sentence.marks.get("certificates", ())
        if _DENIED_FIELD.match(low[start:end]) or any(start <= card.start < end for card in cards):
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
