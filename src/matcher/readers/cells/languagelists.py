"""Cells and lines that list languages: "Persiska (modersmål), eng B1/B2; ryska flyt."."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.readers.cells.language import CEFR_LEVEL, SKILL_MARK, Levels, language, read_levels
from matcher.readers.cells.tongues import find_languages
from matcher.readers.cells.words import is_absent, is_silent
from matcher.records import Language
from matcher.records.languages import merge_languages
from matcher.taxonomy.facts.languages import language_code
from matcher.taxonomy.facts.levels import word_interval

_BEHIND = late(r"(?<=\w),\s+(?=(?:läser |studerar |går |nu |klar med )*(?:sfi|sva|sas)(?!\w))", re.IGNORECASE)


def _of_language(about: str) -> str:
    """Keep the line that a language stands in, and others that name a level or a skill."""
    first, *others = _BEHIND.split(about, maxsplit=1)[0].split("\n")
    # A label ("God:") begins the next line of a list by level.
    told = (line for line in others if not line.rstrip().endswith(":"))
    bare = not first.strip(" :,-–()")
    return "\n".join((first, *(line for line in told if bare or CEFR_LEVEL.search(line) or SKILL_MARK.search(line))))


def read_languages(text: str, native: bool = False) -> tuple[list[Language], list[str]]:
    """Read a cell with one or more languages.

    Parameters
    ----------
    text : str
    native : bool, default False
        The cell stands in a column of mother tongues.

    Returns
    -------
    list of Language
    list of str
        What was doubtful, as words for the report.

    Examples
    --------
    >>> [(x.lang, x.speaking, x.native) for x in read_languages("Persiska (modersmål), eng B1/B2; ryska flyt.")[0]]
    [('fa', None, True), ('en', ('B1', 'B2'), False), ('ru', ('C1', 'C2'), False)]
    """
    if is_silent(text) or is_absent(text):
        return [], []
    text = _BASIC_COURSE.sub(r"\1\2", text)
    places = find_languages(text)
    known = [one for one in places if not (_NONE.search(text, 0, one[0]) or _NONE_BEHIND.match(text, one[1]))]
    if places and not known:
        return [], []
    places = known
    if not places:
        code = language_code(text)
        return ([language(code, Levels(native=native))], []) if code else ([], ["expected a language"])
    abouts, leading = _abouts(text, places)
    abouts = _told_of_all(abouts)
    read: list[Language] = []
    for index, (_, _, code) in enumerate(places):
        levels = read_levels(abouts[index])
        # "Dari and a little Pashto" tells of Pashto alone.
        if abouts[index].strip() in _JOINS and index + 1 < len(places) and not leading[index + 1]:
            # "turkiska och arabiska flytande": a code beside Swedish is that of a course and speaks of Swedish alone.
            shared = read_levels(abouts[index + 1])
            if _OF_BOTH.search(abouts[index + 1]):
                levels = shared
            alone = "sv" in (code, places[index + 1][2]) or _IN_BRACKETS.match(abouts[index + 1])
            levels = levels if alone and CEFR_LEVEL.search(abouts[index + 1]) else shared
        # In a column of mother tongues "dari C2" is one, "engelska B2" behind it none.
        own = (levels.general is None and not levels.named) or (index == 0 and levels.general == ("C2", "C2"))
        read.append(language(code, levels, native=native and own))
    return merge_languages(read), []


def _told_of_all(abouts: list[str]) -> list[str]:
    """Give the languages of a list what a colon behind the last one says of all: "ukrainska, ryska: modersmål"."""
    told = list(abouts)
    for index in range(len(told) - 2, -1, -1):
        if told[index].strip() in _LISTS and _COLON.match(told[index + 1]):
            told[index] = told[index + 1]
    return told


# "Grund" behind the name of a course is which course, and no level.
_BASIC_COURSE = late(
    r"(?<!\w)(?:(svenska|swedish) (?:som andraspråk|as a second language)|(sva|sas))[ ,]*(?:på )?grund\w*",
    re.IGNORECASE,
)
_LISTS = frozenset((",", "/", "och", "o", "and", "&", "+"))
_COLON = late(r"\s*:\s*\S")
_OF_BOTH = late(r"(?<!\w)(?:båda|both|talar|skriver|speak|(?:på|at)(?: nivå| level)? [ABC][12])(?!\w)", re.IGNORECASE)
_IN_BRACKETS = late(r"\s*\(")  # "arabiska och engelska (B2)"
_JOINS = frozenset(("och", "o", "and", "samt", "&", "+", "/"))
_LEADS = late(
    r"(?:^|[,;(+&\n]|[.!?][ \t]|\s(?:och|and|samt|men|but|[-–—]))[ \t]*"
    r"(?P<level>[^\W\d_]+(?: (?!(?:och|o|and|samt|men|but)[ \t]*\Z)[^\W\d_]+)?)[ \t]*\Z"
)
# "Ryska, ingen engelska", "kan inte engelska": a language that somebody does not know.
_NONE = late(
    r"(?<!\w)(?<!nästan )(?<!almost )"
    r"(?:ingen|no|zero|(?:(?:kan|talar|pratar|förstår) )?(?:inte|ej)(?: (?:kan|talar|pratar|någon))?"
    r"|(?:(?:do|does) not|(?:do|does)n['’]t) (?:know|speak|understand)(?: any)?)[ \t]*\Z",
    re.IGNORECASE,
)
# "Engelska nej", "Franska: ingen"
_NONE_BEHIND = late(
    r"\s*[:–-]?\s*(?:(?:kan|talar|pratar|förstår|behärskar) (?:jag|hon|han|hen) (?:inte|ej)|nej|0|noll"
    r"|ing(?:en|et|a|enting)|inte alls|saknas|no|none|not at all)\s*(?:$|[.,;/)\n])",
    re.IGNORECASE,
)


def _abouts(text: str, places: list[tuple[int, int, str]]) -> tuple[list[str], list[bool]]:
    """Say what stands about each language: mostly behind its name, a word of degree before it ("lite engelska").

    Returns
    -------
    list of str
    list of bool
        Whether the word of degree stands before the name.
    """
    starts = []
    for index, (start, _, _) in enumerate(places):
        before = text[places[index - 1][1] if index else 0 : start]
        match = _LEADS.search(before)
        leads = match is not None and word_interval(match["level"]) is not None
        starts.append(start - len(before) + match.start("level") if leads and match else start)
    abouts = []
    for index, (start, end, _) in enumerate(places):
        stop = starts[index + 1] if index + 1 < len(places) else len(text)
        about = _of_language(text[end:stop])
        before = text[places[index - 1][1] if index else 0 : start]
        if read_levels(about).is_empty and (starts[index] < start or re.search(r"[:(]\s*$", before)):
            about = text[starts[index] : start] or before
        abouts.append(about)
    return abouts, [begin < start for begin, (start, _, _) in zip(starts, places, strict=True)]
