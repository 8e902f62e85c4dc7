"""Languages of a person: "Engelska B2, ryska (flyt.)", "tala A2 höra B1"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from matcher.patterns import late
from matcher.readers.cells.hedged import as_ranges, nearly
from matcher.readers.cells.words import is_absent
from matcher.readers.lexicon import joined
from matcher.records import CEFR_LEVELS, LANGUAGE_SKILLS, Cefr, Interval, Language, LanguageSkill
from matcher.taxonomy.facts.languages import base_language
from matcher.taxonomy.facts.levels import is_native, lower, whole_levels, word_interval

_MARKS: tuple[tuple[LanguageSkill, str], ...] = (
    ("speaking", r"ta(?:l|la|lar|lad|lat)|munt\w*|prat\w*|talk\w*|speak\w*|spoken|oral\w*|samtal\w*"),
    ("listening", r"hör\w*|först\w*|lyssn\w*|listen\w*|understand\w*|comprehension"),
    ("reading", r"läs\w*|read\w*"),
    ("writing", r"skri\w*|writ\w*|(?<=[ABC][12] )text"),
)
SKILL_MARK = late(rf"(?<!\w)(?:{'|'.join(f'(?P<{s}>{w})' for s, w in _MARKS)})(?!\w)", re.IGNORECASE)
CEFR_LEVEL = late(
    r"(?<![A-Za-z0-9])(?P<a>[ABCabc][12])(?P<m>[+-](?!\s?[ABC][12]))?\+?(?:\s*(?:-|/|till"
    r"|to)\s*(?P<b>[ABC][12])(?![0-9])[+-]?)?(?![0-9A-Za-z])"
)


# "T: A2 H: B1 L: A2 S: A1", "M: B1 S: A2", and four levels in a row in the order speaking, listening, reading, writing.
_LETTERS: Mapping[str, str] = {"T": "tal", "M": "muntligt", "H": "hör", "L": "läs", "S": "skriv"}
_LETTERED = late(r"(?<!\w)([TMHLS])\s*[:=]?\s*(?=[ABC][12])")
_FOUR = late(r"([ABC][12])\s*[/,;-]\s*([ABC][12])\s*[/,;-]\s*([ABC][12])\s*[/,;-]\s*([ABC][12])", re.IGNORECASE)


# The table of Europass: listening, reading, spoken interaction and production, writing.
_FIVE = late(r"\W*([ABC][12])\W{1,3}([ABC][12])\W{1,3}([ABC][12])\W{1,3}([ABC][12])\W{1,3}([ABC][12])\W*")


# "läser SVA grund" is a course, not a skill of reading.
_ATTENDS = late(
    r"(?<!\w)(?:läs(?:er|t|te)|studera(?:r|t|de)|går|gått|gick|studying|studied|attending|attended|taking)\s+"
    r"(?=sfi|sva|sas|svenska|swedish|kurs|[123][A-D]\b)"
    # "C1 (läst svenska 3)": to where the next language was found
    r"|(?<=\()(?:läs(?:er|t)|studerat|studied)\s*$",
    re.IGNORECASE,
)


# "svår barndom", "intrycket är gott": how well something is that is no language.
_GOOD = joined("howgood")
_OF_LANGUAGE = rf"(?!(?:{_GOOD['language']})(?!\w))"
_OF_ANOTHER_THING = late(
    rf"(?<!\w)(?:{_GOOD['attribute']}) {_OF_LANGUAGE}(?!(?:{_GOOD['joins']})(?!\w))[^\W\d_]{{3,}}"
    rf"|(?<!\w){_OF_LANGUAGE}[^\W\d_]{{3,40}}(?:et|en) (?:är|var|verkar|känns) (?:\w+ )?(?:{_GOOD['verdict']})(?!\w)"
    rf"|(?<!\w)(?:{_GOOD['verb']}) (?:\w+ )?(?:{_GOOD['verdict']}|illa|badly|well)(?!\w)",
    re.IGNORECASE,
)
_SPEAKS_OF_IT = late(
    rf"(?<!\w)(?!vardag(?:en|ar|arna)?(?!\w))(?:{_GOOD['language']}|{_GOOD['copes']})(?!\w)", re.IGNORECASE
)
# "pratar flytande, skriver sämre": how much worse nobody knows
_LESS = late(r"(?<!\w)(?:sämre|svagare|mindre|inte|ej|svår\w*|worse|weaker|less|not|hard\w*)(?!\w)", re.IGNORECASE)
_LIKE_NATIVE = late(r"(?<!\w)som (?:ett )?modersmål", re.IGNORECASE)


# "B2 i tal, B1 i övrigt": the last level is that of all the others.
_OTHERWISE = late(
    r"(?P<some>[ABC][12][^,;.]{0,80}?)[,;]?\s+(?:(?:och|men|and|but)\s+)?(?P<rest>[ABC][12]) "
    r"(?:(?:i|in|för|for|på|the)\s+)*(?:övrigt|resten|annars|övriga\w*|(?:the )?rest|otherwise|others?)(?!\w)",
    re.IGNORECASE,
)


# "B1 tal / A2": where the last level is of no skill, a skill before a sign is that of the level in front of it.
_SKILL_BEHIND = late(
    r"(?:^|(?<=[/,;+&] )|(?<=[/,;+&]))\s*(?P<level>[ABC][12](?:[-–][ABC][12])?) "
    rf"(?P<mark>(?:{'|'.join(words for _, words in _MARKS)})"
    r"(?:(?:,| och| and| &|/) ?(?:tal|hör|läs|skri|speak|listen|read|writ)\w*)?)(?=\s*[/,;+&]\s*[ABC][12])",
    re.IGNORECASE,
)
_LEVEL_LAST = late(r"[/,;+&]\s*[ABC][12]\W*$", re.IGNORECASE)


@dataclass
class Levels:
    """CEFR intervals of one language, the general one for the skills that are not named."""

    general: Interval | None = None
    named: dict[LanguageSkill, Interval] = field(default_factory=dict)
    native: bool = False

    @property
    def is_empty(self) -> bool:
        """Nothing is known."""
        return self.general is None and not self.named and not self.native


def read_levels(text: str) -> Levels:
    """Read what a short text says about how well one language is known.

    Parameters
    ----------
    text : str
        "tal B2, skrift B1", "A1 (förstår A2)", "B2 tal / B1 skrift", "mkt bra", "A2-B1".

    Returns
    -------
    Levels

    Examples
    --------
    >>> read_levels("tal B2, hör och läs C1").named
    {'speaking': ('B2', 'B2'), 'listening': ('C1', 'C1'), 'reading': ('C1', 'C1')}
    >>> read_levels("A1 (förstår A2)"), read_levels("mkt bra").general, read_levels("A2+").general
    (Levels(general=('A1', 'A1'), named={'listening': ('A2', 'A2')}, native=False), ('C1', 'C1'), ('A2', 'A2'))
    """
    text = as_ranges(_OF_ANOTHER_THING.sub(" ", whole_levels(text)))
    found = Levels(native=is_native(text) and not _LIKE_NATIVE.search(text))
    text = _OTHERWISE.sub(_rest_first, _ATTENDS.sub(" ", text))
    if _LEVEL_LAST.search(text):
        text = _SKILL_BEHIND.sub(lambda match: f"{match['mark']} {match['level']},", text)
    if (letters := _LETTERED.findall(text)) and len(letters) > 1:
        text = _LETTERED.sub(lambda match: f"{_LETTERS[match[1].upper()]} ", text)
    if four := _FOUR.fullmatch(text.strip()):
        found.named = {
            skill: (cast("Cefr", level.upper()),) * 2
            for skill, level in zip(LANGUAGE_SKILLS, four.groups(), strict=True)
        }
        return found
    if five := _FIVE.fullmatch(text):
        listening, reading, said, _, writing = ((cast("Cefr", level),) * 2 for level in five.groups())
        found.named = {"speaking": said, "listening": listening, "reading": reading, "writing": writing}
        return found
    tokens: list[tuple[str, object]] = []
    behind = 0
    for match in sorted((*SKILL_MARK.finditer(text), *CEFR_LEVEL.finditer(text)), key=lambda m: m.start()):
        if (
            match.lastgroup in LANGUAGE_SKILLS
            and tokens
            and tokens[-1][0] == "level"
            and re.search(r"[,;.]", text[behind : match.start()])
        ):
            # "A1, understands a little more": the level is a general one.
            tokens.append(("break", None))
        behind = match.end()
        if match.lastgroup in LANGUAGE_SKILLS:
            tokens.append(("mark", match.lastgroup))
        else:
            tokens.append(("level", _interval(match)))
    kinds = [kind for kind, _ in tokens]
    if "level" not in kinds:
        if not found.native and not is_absent(text) and (words := _in_words(text)):
            found.general = None if tokens else words
            for clause in re.split(r"[,;]|\s+(?:men|but)\s+", text):
                marks = [cast("LanguageSkill", match.lastgroup) for match in SKILL_MARK.finditer(clause)]
                told = _in_words(clause)
                if told or not _LESS.search(clause):
                    found.named.update(dict.fromkeys(marks, told or words))
        return found
    _pair(tokens, kinds, found)
    return found


def _in_words(text: str) -> Interval | None:
    clauses = _CLAUSE.split(text)
    if len(told := list(filter(_may_tell_level, clauses))) < len(clauses):
        text = " ".join(told)
    interval = word_interval(text)
    return nearly(text, interval) if interval else None


def _may_tell_level(clause: str) -> bool:
    """Whether a clause is a few words or speaks of language: "lite", not "lite blyg inför chefer och lärare"."""
    return clause.count(" ") <= _FEW or _SPEAKS_OF_IT.search(clause) is not None


_CLAUSE = late(rf"(?<=[;()\n])|(?<=[,.])(?=\s)|\s(?=(?:{_GOOD['goes_on']})\s)", re.IGNORECASE)
_FEW = 3
"""Blanks in a clause that need not say what it is about."""


def _rest_first(match: re.Match[str]) -> str:
    """Put the level of all other skills first, and behind it each skill before its own level."""
    level, told = match["some"][:2], match["some"][2:]
    marks = " ".join(mark.group() for mark in SKILL_MARK.finditer(told))
    return f"{match['rest']} ({marks} {level})" if marks else match.group()


def _pair(tokens: list[tuple[str, object]], kinds: list[str], found: Levels) -> None:
    """Give each level to its skills: "tal B2, skrift B1", or "B2 tal / B1 skrift", or a general level first."""
    if kinds[0] == "level" and kinds[-1] == "mark" and kinds[1] != "break":
        level: Interval | None = None
        for kind, value in tokens:
            if kind == "level":
                level = cast("Interval", value)
            elif kind == "mark" and level is not None:
                found.named[cast("LanguageSkill", value)] = level
        return
    waiting: list[LanguageSkill] = []
    for kind, value in tokens:
        if kind == "mark":
            waiting.append(cast("LanguageSkill", value))
        elif kind == "break":
            continue
        elif waiting:
            found.named.update(dict.fromkeys(waiting, cast("Interval", value)))
            waiting = []
        elif found.general is None:
            found.general = cast("Interval", value)


def _interval(match: re.Match[str]) -> Interval:
    low = cast("Cefr", match["a"].upper())
    if match["m"] == "-":
        low = lower(low)
    high = cast("Cefr", (match["b"] or low).upper())
    return (low, high) if CEFR_LEVELS.index(low) <= CEFR_LEVELS.index(high) else (high, low)


def language(
    code: str,
    levels: Levels,
    skills: Sequence[LanguageSkill] = LANGUAGE_SKILLS,
    native: bool = False,
    studying: bool = False,
) -> Language:
    """Make the record; the general level counts for ``skills``.

    Examples
    --------
    >>> language("sv", read_levels("B1 (läser B2)"), ("reading", "writing")).reading
    ('B2', 'B2')
    """
    named = {skill: levels.general for skill in skills if levels.general} | levels.named
    own = native or levels.native
    return Language(lang=base_language(code), native=own, studying=studying, **({} if own else named))
