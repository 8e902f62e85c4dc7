"""Swedish courses of a person: "3D, klar; läser SVA grund", "SVA1 klar (C)", "1A klar, B från 11/1"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, cast

from matcher.patterns import late
from matcher.readers.times.dates import MONTH_BEGINS
from matcher.records import CEFR_LEVELS, Interval
from matcher.taxonomy.facts.levels import COURSES, Course, course_interval

Status = Literal["completed", "studying", "planned", "unknown"]

_COURSE = late(
    r"(?<!\w)(?:"
    r"(?:sva|svenska som andraspråk|swedish as a second language|sas|sv(?:enska)?\.? (?:nivå|level)|nivå|delkurs)"
    r"[\s,-]*(?:kurs |(?:på )?nivå |på (?=gr))?"
    r"(?P<sva>gr(?:und\w*|\.)?|[1-4]|basic)?"
    r"|(?:sfi\s*(?:-\s*)?)?(?:studieväg|sv\.?|spår|track)\s*(?P<t1>[123])\s*(?:[,/:-]\s*)?(?:(?:kurs|course)\s*)?(?P<c1>[ABCD])"
    r"|(?:sfi|kurs|course|sfi[- ]?kurs|sfi course)\s*(?:-\s*)?(?::\s*)?(?:(?:kurs|course|nivå|level)\s*)?"
    r"(?:(?P<t2>[123])\s*)?(?:-\s*)?(?P<c2>[ABCD])"
    r"|(?P<c5>[ABCD])(?=(?:-?(?:nivå|kurs)\w*|\s(?:är )?(?:klar|godkän|avklara|finished|done|passed)\w*)"
    r"\s(?:(?:på|i|of|in)\s)?sfi)"
    r"|(?P<tisus>tisus)"
    r"|sv(?:enska)?\.? (?P<plain>[123])(?!\s*(?:år|mån|veck|termin|tim|years?|months?|weeks?|/|[,.]\d))"
    r"|(?P<t3>[123])\s*(?:-\s*)?(?P<c3>[ABCD])|(?P<c4>[ABCD])"
    r")(?![\w+])",
    re.IGNORECASE,
)
# "Klar dec" without a year tells of a day to come.
_TO_BE_DONE = rf"klar\w* (?:i |till |om )?(?:{MONTH_BEGINS})(?:\w*)(?![^\W\d_]|\W{{0,3}}\d)"
_FAILED = (
    r"(?:ej|inte|icke|not) (?:\w+ )?(?:godkän\w*|klara?t?|avklara\w*|färdig\w*|avslut\w*|slutför\w*|betyg"
    r"|passed|completed|finished)|underkän\w*|fail\w*|klarade (?:inte|ej)|did ?n[o’']t pass"
)
_NOT_PASSED = late(rf"(?<!\w)(?:{_FAILED})(?!\w)", re.IGNORECASE)
_STATUS: tuple[tuple[Status, re.Pattern[str]], ...] = tuple(
    (cast("Status", status), late(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE))
    for status, words in (
        (
            "planned",
            r"från \d\S*|start(?!ed|ade|at(?!\w))\w*|i kö|kö|köar|ej börjat|inte börjat|ska börja|planer\w*|anmäld"
            r"|väntar(?: på)?|nästa termin|börjar|starts|waiting|from (?:january|february|next)",
        ),
        ("studying", _FAILED),  # who has not passed a course has been there
        (
            "completed",
            rf"(?!{_TO_BE_DONE})klar\w*|avslut\w*|godkän\w*|genomför\w*|betyg|färdig\w*|slutför\w*|avklarad|passed|completed|finished"
            r"|done|g\b",
        ),
        (
            "studying",
            rf"nystart\w*|{_TO_BE_DONE}"
            r"|läser|läst|har börjat|började|start(?:ed|ade|at)|pågå\w*|stud\w*|går|påbörja\w*|nyb\w*"
            r"|just nu|nu|now"
            r"|aktiv|i ?gång|håller på|deltar|attend\w*|ongoing|current\w*|taking|pluggar",
        ),
    )
)


# "Klar med SFI" without a letter is course D, the last one.
_WHOLE_SFI = late(
    r"(?:klar|avslut\w*|godkänd?|färdig|completed|passed|finished)\W(?:\w+\W){0,2}sfi(?!\w)|(?<!\w)sfi\W{1,3}(?:klar"
    r"|avslut|godk|fär)",
    re.IGNORECASE,
)


# "SFI A, ingen nivå satt": where somebody was put before anybody knew what they can.
_NOT_ASSESSED = late(
    r"\W{1,3}(?:men |but )?(?:nivå(?:n)? (?:är )?(?:ej|inte|ännu inte) (?:satt|bedömd|fastställd|testad|klar)"
    r"|(?:ingen|utan) (?:fastställd |bedömd )?nivå|(?:ej|inte|ännu inte) (?:nivå)?(?:bedömd|testad|satt)"
    r"|no level|level not|not (?:yet )?(?:assessed|tested))(?!\w)",
    re.IGNORECASE,
)


_PLAIN = late(r"sv(?:enska)?\.? [123]", re.IGNORECASE)


@dataclass(frozen=True)
class Courses:
    """The highest Swedish course that was passed and the highest that is attended."""

    completed: Course | None = None
    studying: Course | None = None
    unknown: Course | None = None

    @property
    def interval(self) -> Interval | None:
        """CEFR interval that they are evidence of."""
        if self.studying:
            low, high = course_interval(self.studying, "studying")
            if self.completed:
                low = max(low, course_interval(self.completed, "completed")[0], key=CEFR_LEVELS.index)
            return low, max(low, high, key=CEFR_LEVELS.index)
        if self.completed:
            return course_interval(self.completed, "completed")
        return course_interval(self.unknown, "unknown") if self.unknown else None


def read_courses(text: str, bare: bool = False) -> Courses:
    """Read Swedish courses and whether they are passed or attended.

    Parameters
    ----------
    text : str
    bare : bool, default False
        Whether a letter alone names a course ("B", in a column of courses).

    Examples
    --------
    >>> read_courses("3C, klar; läser D", bare=True)
    Courses(completed='C', studying='D', unknown=None)
    >>> read_courses("1B, läser", bare=True).studying
    'B'
    >>> read_courses("SVA1 klar (C), läser SVA2").studying, read_courses("Svenska nivå 3 klar").completed
    ('SVA2', 'SVA3')
    >>> read_courses("Godkänd på TISUS").completed
    'SVA3'
    """
    best: dict[Status, Course] = {}
    mentions: list[tuple[int, int, Course]] = []
    for match in _COURSE.finditer(text[:2000]):
        if match["c4"] and not (bare or mentions):
            continue
        if match["c4"] and (text[match.start() - 1 : match.start()] == "(" or not match["c4"].isupper()):
            continue  # a mark in brackets, or the word "a"
        course = _course(match)
        if course:
            mentions.append((match.start(), match.end(), course))
    for index, (start, end, course) in enumerate(mentions):
        left = mentions[index - 1][1] if index else 0
        right = mentions[index + 1][0] if index + 1 < len(mentions) else len(text)
        if text[start:end].casefold() == "tisus" and _NOT_PASSED.search(text, left, right):
            continue  # a test has no part that was passed
        status = _status(text[left:start], text[end:right], index + 1 == len(mentions))
        # "Svenska 3" may be somebody's own scale; "svenska 1 klar", "betyg i svenska 1" are courses.
        is_scale = text[start:end][-1].isdigit() and _PLAIN.match(text, start)
        if status == "unknown" and (is_scale or _NOT_ASSESSED.match(text, end)):
            continue
        if status not in best or COURSES.index(course) > COURSES.index(best[status]):
            best[status] = course
    if not mentions and _WHOLE_SFI.search(text[:2000]):
        best["completed"] = "D"
    return Courses(best.get("completed"), best.get("studying"), best.get("unknown"))


def _course(match: re.Match[str]) -> Course | None:
    letter = match["c1"] or match["c2"] or match["c3"] or match["c4"] or match["c5"]
    if letter:
        return cast("Course", letter.upper())
    if match["tisus"]:
        return "SVA3"  # the test that universities accept in its place
    if match.group().casefold().startswith("delkurs"):
        return "SVA grund"
    step = (match["sva"] or match["plain"] or "").casefold()
    if step in ("1", "2", "3"):
        return cast("Course", f"SVA{step}")
    return "SVA grund" if step.startswith(("gr", "basic")) else None


# "Har läst SVA 1 med betyg": was passed
_WAS_READ = late(r"(?<!\w)(?:läst|läste|gått|gick|studerat)(?!\w)", re.IGNORECASE)
_GRADED = late(r"\W{1,3}(?:(?:och|med|har|fått|fick|bra|slut|and|with) ){0,4}(?:betyg|godkän|grade)", re.IGNORECASE)
_NEXT = r"[;.]|,\s+(?=läser|går|stud|just|nu |har börjat|börja|start|now |taking|currently)"


def _status(before: str, after: str, is_last: bool) -> Status:
    """Read what the words right before a course ("läser D") or behind it ("D, klar") say.

    Behind a comma "läser" speaks of the course that follows, if one does: "3C, läser D", and "1B, läser".
    """
    ahead = re.split(r"[;.]|,\s", before)[-1]
    for status, pattern in _STATUS:
        if pattern.search(ahead):
            return "completed" if _WAS_READ.search(ahead) and _GRADED.search(after) else status
    behind = re.split(r"[;.]" if is_last else _NEXT, after)[0]
    for status, pattern in _STATUS:
        if pattern.search(behind):
            return status
    return "unknown"
