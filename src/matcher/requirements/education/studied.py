"""Education that only a verb tells: "har läst ekonomi", "du har studerat till socionom på universitetet"."""

from __future__ import annotations

import re

from matcher.requirements.education.course import Course
from matcher.requirements.text.segment import Sentence
from matcher.taxonomy.scanning.phrasebook import Mark

# "Har du redan läst", "att ha läst", "antingen läst": of the one who applies
_OF_THE_APPLICANT = re.compile(
    r"(?<!\w)(?:har|ha|du|som|och|eller|antingen|you|have|has|having|ve|or)"
    r"(?: (?:du|ni|själv|tidigare|redan|även|också|kanske|gärna|helst|antingen|either|already|previously|also))* $"
)
# What is read and is no subject: the ad, a text, in some way or place.
_NO_SUBJECT = re.compile(
    r"(?: (?:hela|igenom|på|om|vår\w*|det|detta|den|denna|dessa|hit|här|så|ända|mer|mycket|allt|annonsen|ner|av|upp|"
    r"vidare|dig(?! till)|vad|hur|att|och|eller|i|samma|klart|färdigt|noga|hittills|ovan|"
    r"ovanstående|nedan|din|sitt|sin|dina|nyligen|hos|med|under|"
    r"för|the|this|our|all|in|at|how|what|and|or|abroad|utomlands|minst|\d+)(?!\w)|\s?[.,;:!?)]|$)"
)
# "Läst ritningar, noter, manualen": texts in the plural or of their own, which no subject is
_TEXTS = re.compile(
    r" \w*(?:ningar|scheman|noter|texter|böcker|manualer|manualen|avtal|kod|annonser|[^aeiouyåäö]en|et)(?!\w)"
)
_AT_SCHOOL = re.compile(r"(?:på|vid|från|efter|at|after) |högskol|universitet|yrkeshögskol")
_APART = re.compile(r"[.;:!?()]|(?<!\w)(?:och har|och är|men|har|är|and have|but)(?!\w)")
_AND_HOLDS = re.compile(r"[^.;:!?]{3,80}(?<!\w)(?:and (?:hold|have|got)|to|och (?:har|tagit|avlagt)) (?:[\w-]+ ){0,3}")
_FARTHEST = 60


def is_subject_studied(low: str, sentence: Sentence, mark: Mark) -> bool:
    """Whether a verb for studies is said of the applicant and followed by what was studied.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentence : Sentence
    mark : Mark
        The verb, alone or with its school.

    Returns
    -------
    bool

    Examples
    --------
    >>> low = "har du läst trädgård är det bra, har du läst annonsen noga"
    >>> sentence = Sentence(0, len(low))
    >>> is_subject_studied(low, sentence, Mark("-", 7, 11)), is_subject_studied(low, sentence, Mark("-", 40, 44))
    (True, False)
    """
    if not _OF_THE_APPLICANT.search(low, sentence.start, mark.start):
        return False
    return not (_NO_SUBJECT.match(low, mark.end) or _TEXTS.match(low, mark.end, sentence.end))


def takes_school(low: str, last: Course, school: Mark) -> bool:
    """Make a school behind an education part of it ("läst juridik på högskola").

    Parameters
    ----------
    low : str
        The readable text in lower case.
    last : Course
        The education before; it gets the level and, if a verb told it, the subject between the two as its field.
    school : Mark
        The school, with its preposition.

    Returns
    -------
    bool
        Whether it is part of it.

    Examples
    --------
    >>> low = "läst ekonomi eller juridik på högskola"
    >>> course = Course(0, 4, None, "read")
    >>> takes_school(low, course, Mark("tertiary", 27, 38, ("level",))), course.level, course.stem
    (True, 'tertiary', 'ekonomi eller juridik')
    """
    if last.level is not None or not (last.role == "read" or school.more[0] == "after"):
        return False
    if last.role == "read" and school.more[0] == "level" and _AND_HOLDS.fullmatch(low, last.end, school.start):
        last.level = school.label  # "studied physics and hold a bachelor's"
        return True
    between = low[last.end : school.start].strip()
    if len(between) > _FARTHEST or _APART.search(between) or not _AT_SCHOOL.match(low, school.start):
        return False
    if last.role == "read":
        last.stem = between.removesuffix(" på").removesuffix(" vid").removesuffix(" at") or None
    named = low[school.start : school.end].removesuffix("eller").removesuffix(" or").rstrip(" ,")
    last.level, last.end = school.label, school.start + len(named)
    return True
