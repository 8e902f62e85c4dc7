"""Schools that are no education asked for: where one works, where pupils go."""

from __future__ import annotations

import re

from matcher.requirements.education.course import Course
from matcher.requirements.text.segment import Sentence
from matcher.requirements.text.seldom import Seldom

# "Du samarbetar med högskolan": whom one works with
_WORKS_WITH = Seldom(
    r"(?:samarbet\w*|samverk\w*|kontakt\w*|partner\w*|collaborat\w+|cooperat\w+|liaise\w*) (?:[\w-]+ ){0,3}?"
    r"(?:med|with) (?:[\w-]+(?:,| och| and) ){0,3}(?:[\w-]+ ){0,2}$"
)
_SCHOOLS = re.compile(
    r"(?:på|vid|med|till|mot|inom|våra|olika) (?:universitet|högskolor) (?:och|eller|&) (?:högskolor|universitet)"
)
# "tillsammans med förskoleklass eller grundskola"
_BESIDE_SCHOOL = re.compile(r"(?:med|i|på|inom|till|mellan) (?:förskol|fritidshem)\w* (?:och|eller) grundskola$")
_AT_PROGRAMME = re.compile(r"(?:till|på|inom|för|i|våra|vårt|utveckla|undervisa på|starta|leda|driva) $")
_HAS_DONE = re.compile(r"(?:gått|läst|examen|utbild|betyg|avslut|genomgå|från|gymnasie(?:utb|exam|komp|betyg))")
_PUPILS = Seldom(
    r"(?<!\w)(?:pupils|students) (?:\w+ )?(?:graduate|leave|get|finish|receive)(?!\w)|"
    r"(?<!\w)(?:eleverna|deltagarna|studenterna) (?:går|läser|får)|"
    r"(?<!\w)(?:våra|alla|varje|deras|ge|our|all) (?:elev|barn|student|studerande|deltag|ungdom|pupil|participant)"
)
# "To be eligible for PhD studies", "supervise PhD students": the post, or others
_DOCTORAL_WORK = re.compile(
    r"(?:.s)? (?:studies|students?|positions?|program(?:me)?s?|candidates?|education|projects?|thes[ei]s|studentships?|"
    r"level)(?!\w)"
)


def is_a_place(low: str, sentence: Sentence, course: Course, before: str) -> bool:
    """Whether a school is where one works, or where pupils go.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentence : Sentence
    course : Course
    before : str
        What stands before the course in its sentence.

    Returns
    -------
    bool
    """
    if _PUPILS.search(sentence.signs, low, sentence.start, course.start) or _WORKS_WITH.search(
        sentence.signs, low, sentence.start, course.start
    ):
        return True
    if course.level == "doctoral" and _DOCTORAL_WORK.match(low, course.end):
        return True
    programme = low.startswith("programmet", course.end - 10) and _AT_PROGRAMME.search(before)
    if programme or _SCHOOLS.search(low, max(sentence.start, course.start - 8), course.end + 14):
        return not _HAS_DONE.search(low, sentence.start, course.start)
    return course.level == "primary" and _BESIDE_SCHOOL.search(low, sentence.start, course.end) is not None
