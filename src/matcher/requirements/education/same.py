"""Which mentions of education in a sentence are one: a course and its level, one degree told in two ways."""

from __future__ import annotations

import re

from matcher.requirements.education.course import Course
from matcher.taxonomy.scanning.phrasebook import Mark

_TOGETHER, _APART = 32, 40
_SAME_LEVEL = re.compile(
    r"\.?\s*(?:-?\s?(?:eller|och|or|and)|/|,)\s*\w{0,12}\s*|\s(?:från|på|vid)\s(?:\w{1,20}-?\s(?:och\s)?)?"
)
_SAME_AT_LEAST = re.compile(r"[:,]?\s(?:lägst|minst|helst|dvs|alltså|at least)\s")
_WISHED = re.compile(r",?\s(?:gärna|preferably|ideally)\s(?:från\s|inom\s|in\s)?")
_SAME_FIELD = re.compile(r"(?: (?:in|inom|i) (?:\w+ ){1,4})?(?:in |at |on |på |\()")
_SCHOOLS_THERE = re.compile(r"[^()]{0,60}\((?:\w+ ){1,2}(?:or|eller|och|and) ")
_FOR_EXAMPLE = re.compile(
    r"(?:exempelvis|t\.? ?ex\.?|till exempel|for example|e\.g\.) (?:från |på |vid |en |ett |from |an? )?$"
)
_LABELS = re.compile(r" ?: ?(?:an? |en |ett )?")
_OR_EQUIVALENT = re.compile(r"-?\s?eller motsvarande\s(?:\w+\s)?")
# "Gymnasiekompetens i form av slutbetyg eller gymnasieexamen" is one demand.
_IN_FORM_OF = re.compile(r"(?: i form av)?(?: \w+)?(?: eller| alternativt)? ")
_OR = re.compile(r"(?<!\w)(?:eller|alternativt|or|samt|och/eller|och|and|annars|även|också|also)(?!\w)|[.;:]|,\s(?!på)")
# "Högskoleingenjörs- eller civilingenjörsexamen"
_ENGINEER = re.compile(r"(?:civil|högskole)ingenjörs? (?:civil|högskole)ingenjörs?")
_EITHER = re.compile(r",? (?:eller|alternativt|och/eller|or) (?:en )?|/")
_DEGREE = re.compile(r"degrees?(?!\w)")
# "… or a foreign degree equivalent to a PhD", "eller en utländsk examen som bedöms motsvara doktorsexamen"
_EQUAL_TO = re.compile(
    r"(?:(?:equivalent|comparable|corresponding|equal) to|motsvarar?|likvärdigt? med) "
    r"(?:an? |the |en |ett )?(?:swedish |svensk )?$"
)
_FOREIGN = re.compile(r"(?:foreign|utländsk\w*) (?:\w+ )?$")


def belongs(low: str, last: Course, course: Course) -> bool:
    """Whether a mention is one with the mention before it: its level, its school, the same in other words.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    last, course : Course
        Two mentions of a sentence, in order.

    Returns
    -------
    bool

    Examples
    --------
    >>> low = "a phd degree in chemistry"
    >>> belongs(low, Course(2, 5, "doctoral", "level"), Course(6, 12, "tertiary", "level"))
    True
    """
    between = low[last.end : course.start]
    if _WISHED.fullmatch(between):
        return False  # "gymnasieutbildning, gärna barn och fritid"
    if last.level is last.stem is last.title is None and _LABELS.fullmatch(between):
        # "Educational background: a bachelor's degree" names its topic first.
        return True
    if last.stem and course.stem and _ENGINEER.fullmatch(f"{last.stem} {course.stem}") and _EITHER.fullmatch(between):
        return True  # whichever of the two, an engineer's degree
    if last.role == course.role == "person" or (last.stem and course.stem and last.stem != course.stem):
        return False
    if last.level == course.level == "upper_secondary" and _IN_FORM_OF.fullmatch(between):
        return True
    if last.level is not None and last.level == course.level:
        alike = _SAME_LEVEL.fullmatch(between) or _SAME_AT_LEAST.fullmatch(between) or not between.strip(" -.")
        # "A degree in a technical field (BSc or similar)"
        # "En eftergymnasial utbildning, exempelvis från yrkeshögskola"
        # "Studies after school in accounting (university or vocational college)"
        alike = bool(alike or _FOR_EXAMPLE.search(between) or _SCHOOLS_THERE.fullmatch(between))
        return bool(alike or (_SAME_FIELD.match(between) and len(between) <= _APART and not _OR.search(between)))
    if last.level is not None and course.level is not None:
        return _is_one_of_two_levels(low, last, course)
    if low.startswith("gymnasiepoäng", course.start) and last.level is None:
        # "Undersköterskeutbildning, minst 1500 gymnasiepoäng"
        return True
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


def _is_one_of_two_levels(low: str, last: Course, course: Course) -> bool:
    """Whether two mentions that name different levels are one demand all the same."""
    between = low[last.end : course.start]
    if last.level == "post_secondary" and course.level == "tertiary" and not between.strip():
        # "An education after school, from a university"
        return not low.startswith(("eller ", "alternativt "), course.start)
    if last.level == "doctoral" and course.level == "tertiary" and between == " ":
        # "A PhD degree in chemistry"
        return _DEGREE.match(low, course.start) is not None
    if last.level == "tertiary" and course.level == "doctoral" and _SAME_LEVEL.fullmatch(between):
        # "A master's or a PhD": the lower one is what is asked for.
        return True
    # "Eftergymnasial utbildning, exempelvis kandidatexamen eller YH"
    return last.level == "post_secondary" and _FOR_EXAMPLE.search(between) is not None


def only_repeats(low: str, last: Course, mark: Mark) -> bool:
    """Whether a degree of another country, or what it is equal to, only repeats the mention before it.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    last : Course
        The mention before.
    mark : Mark
        Words for an education.

    Returns
    -------
    bool

    Examples
    --------
    >>> low = "a phd or a foreign degree"
    >>> only_repeats(low, Course(2, 5, "doctoral", "level"), Mark("tertiary", 19, 25))
    True
    """
    before = low[max(last.end, mark.start - _APART) : mark.start]
    return bool(_FOREIGN.search(before) or (_EQUAL_TO.search(before) and last.level is not None))
