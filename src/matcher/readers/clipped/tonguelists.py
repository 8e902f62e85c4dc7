"""Clauses that hold nothing but languages and how well they are known, in notes without commas: "Eng C1 sv B1 dari"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import zip_longest

from matcher.patterns import late
from matcher.readers.cells.tongues import find_languages
from matcher.readers.lexicon import joined
from matcher.taxonomy.facts.languages import language_code, language_names
from matcher.taxonomy.facts.levels import is_native

_WORDS = joined("tonguelists")

# Short forms that are words of their own elsewhere: in a clause of nothing else they are languages.
_SHORTS: Mapping[str, str] = {
    "ar": "ar", "arab": "ar", "arabi": "ar", "am": "am", "amh": "am", "de": "de", "ty": "de", "tysk": "de", "ger": "de",
    "en": "en", "eng": "en", "engl": "en", "es": "es", "sp": "es", "fa": "fa", "pers": "fa", "fr": "fr", "fra": "fr",
    "ku": "ku", "kurd": "ku", "ps": "ps", "pl": "pl", "pol": "pl", "ro": "ro", "rum": "ro", "ru": "ru", "ry": "ru",
    "rus": "ru", "rys": "ru", "so": "so", "sv": "sv", "sve": "sv", "swe": "sv", "sw": "sw", "swa": "sw", "ti": "ti",
    "tig": "ti", "tigr": "ti", "tr": "tr", "tur": "tr", "turk": "tr", "uk": "uk", "ukr": "uk", "ur": "ur", "vi": "vi",
    "pt": "pt", "port": "pt", "it": "it", "ital": "it", "esp": "es", "thai": "th", "bos": "bs", "alb": "sq", "sq": "sq",
}  # fmt: skip
_TOKEN = late(r"[^\W\d_][\w'’]*(?:-[^\W\d_]\w*)*\.?|\d[\w-]*|[^\w\s]")
_LEVEL = late(r"([ABC][12](?:[+-](?!ish)|[-/][ABC][12])?)(?:-?ish)?", re.IGNORECASE)
_STEP = late(r"(?:([ABCD])-kurs(?:en)?|([1-3]?[A-D]))")
_NATIVE = late(r"mm|m\.?m\.?|mtm|mod(?:\.|ersm\.?|ersmål\w*|\.?mål)|native|mother|tongue|förstaspråk", re.IGNORECASE)
_DEGREE = late(_WORDS["degree"], re.IGNORECASE)
_COURSE = late(_WORDS["course"], re.IGNORECASE)
_SKILL = late(_WORDS["skill"], re.IGNORECASE)
_JOINS = late(
    r"och|o|and|samt|även|också|plus|i|på|in|at|ca|ung\.?|ungefär|cirka|typ|runt|about|around|kanske|språk\w*|languages?|talar|pratar|[^\w\s]",
    re.IGNORECASE,
)


@cache
def _name_of(code: str) -> str | None:
    return next((name for name, known in language_names().items() if known == code), None)


def _code(token: str, beside: bool = False) -> str | None:
    plain = token.rstrip(".").casefold()
    # "Kroat, bosn" beside others, "tag." anywhere among languages
    least = _SHORT if token.endswith(".") else _SHORT + 1 if beside else len(plain) + 1
    if len(plain) >= least and (found := find_languages(f"{plain}.")):
        return found[0][2]
    return _SHORTS.get(plain) or language_names().get(plain) or (language_code(plain) if len(plain) > 4 else None)


def _kinds(clause: str, beside: bool) -> Iterator[tuple[str, str]]:
    """Give each token of a clause with what it tells, "" for what has no place among languages."""
    tokens = _TOKEN.findall(clause)
    for token, behind in zip_longest(tokens, tokens[1:], fillvalue=""):
        for kind, told in (("level", _LEVEL), ("native", _NATIVE), ("course", _COURSE)):
            if told.fullmatch(token):
                yield kind, token
                break
        else:
            if code := _code(token, beside or _NATIVE.fullmatch(behind) is not None):
                yield "name", _name_of(code) or token  # a language that has a code and is in no table
            elif _DEGREE.fullmatch(token):
                yield "degree", token
            elif _SKILL.fullmatch(token):
                yield "skill", token
            else:
                yield ("join" if _JOINS.fullmatch(token) else ""), token


def languages_alone(clause: str, beside: bool = False) -> str | None:
    """Spell out a clause of nothing but languages, their levels and courses, a comma before each language.

    Parameters
    ----------
    clause : str
    beside : bool, default False
        Whether a language stands beside it, so that few letters are one too.

    Returns
    -------
    str or None
        ``None`` where the clause says anything else, or names a language only by letters that other words have too.

    Examples
    --------
    >>> languages_alone("Eng C1 sv B1 dari mm"), languages_alone("ar/tr")
    ('engelska C1, svenska B1, dari modersmål', 'arabiska / turkiska')
    >>> languages_alone("Kock i Iran"), languages_alone("so"), languages_alone("B1")
    (None, None, None)
    """
    clause = _ALMOST_NONE.sub("nybörjare", _CAN.sub("", clause))
    tokens = list(_kinds(_ALL.sub(r" \1", clause), beside))
    kinds = [kind for kind, _ in tokens]
    if "" in kinds or "name" not in kinds or not (beside or _is_plain(clause, kinds)):
        return None
    if re.match(r"[A-D]\s", clause):
        return None  # "B sv" is a licence
    told = [kind for kind in kinds if kind in ("name", "level", "degree")]
    if told[0] == "level" and told[-1] != "name":
        return None
    if told[0] == "level":
        tokens = _behind_names(tokens)  # "C1 eng"
    # "Bra engelska, lite dari" tells how well before the name.
    ends = {"level", "native", "course"} | ({"degree"} if told[0] == "name" else set())
    said, levelled = "", False
    for at, (kind, token) in enumerate(tokens):
        if kind == "degree" and at and _AND.fullmatch(tokens[at - 1][1]):
            said, levelled = f"{said},", False  # "arabiska och lite engelska"
            kind = "leading"
        if kind == "name" and levelled:
            said, levelled = re.sub(r"[\s,;/+&-]+(?:och|o|and|samt)?[\s,;/+&-]*$", "", said) + ",", False
        if kind == "name" and at and tokens[at - 1][0] == "name":
            behind = next((one for one, _ in tokens[at:] if one not in ("name", "join")), "")
            said += " /" if behind == "native" else ","  # "Urdu Punjabi native" is told of both
        levelled |= kind in ends
        text = _spelled(kind, token, tokens[at - 1][1] if at else "")
        if text == "modersmål" and _AND_SO_ON.fullmatch(token) and said.endswith("engelska"):
            continue  # "arabiska, engelska mm" is "and so on"
        said += text if text in ",.;)" or said.endswith("(") else f" {text}"
    told_of_all = _ALL.search(clause)
    if told_of_all and said.endswith(told_of_all[1]):
        names = [token for kind, token in tokens if kind == "name"]
        return ", ".join(f"{name} {told_of_all[1]}" for name in names)
    return said.strip(" .,")


_CAN = late(r"^(?:kan|can|knows?)\s+(?:(?:också|även|also)\s+)?(?=[^\W\d_]{3})", re.IGNORECASE)
_ALMOST_NONE = late(
    r"(?<!\w)(?:nästan ing(?:en|et)|knappt (?:någon|ngn)|(?:almost|hardly) (?:no|any|none))(?!\w)", re.IGNORECASE
)
_AND_SO_ON = late(r"m\.?m\.?", re.IGNORECASE)
_AND = late(r"och|o|and|samt|,|\+|&", re.IGNORECASE)
# "French, English all fluent"
_ALL = late(r"[\s,]{1,40}(?:all|alla|samtliga|both|båda)\s+([^\W\d_]+)\s*\.?$", re.IGNORECASE)


def _spelled(kind: str, token: str, before: str) -> str:
    if kind == "native":
        return "modersmål"
    if kind == "level" and (level := _LEVEL.fullmatch(token)):
        return level[1]
    step = _STEP.fullmatch(token) if kind == "course" else None
    return f"SFI {step[1] or step[2]}" if step and not _NAMES_COURSE.match(before) else token


_NAMES_COURSE = late(r"sfi|kurs|course|nivå|level|spår|sva|studieväg|[1-3]$", re.IGNORECASE)


def _behind_names(tokens: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Put each level behind the language that follows it."""
    turned: list[tuple[str, str]] = []
    waiting: list[tuple[str, str]] = []
    for token in tokens:
        if token[0] == "level":
            waiting = [token]
        else:
            turned += [token, *waiting] if token[0] == "name" else [token]
            waiting = [] if token[0] == "name" else waiting
    return turned


def _is_plain(clause: str, kinds: list[str]) -> bool:
    """Whether the languages are told beyond doubt: by a name, a level, or several in a row."""
    names = [token.rstrip(".").casefold() for token in _TOKEN.findall(clause) if _code(token)]
    sure = any(len(name) > _SHORT and name in language_names() for name in names)
    graded = {"degree", "course"} & set(kinds) and any(len(name) >= _SHORT or name == "sv" for name in names)
    return bool(sure or graded or {"level", "native"} & set(kinds) or len(names) > 1)


_SHORT = 3
"""Letters of a name of a language that no other word has."""


def tells_another(sentence: str) -> bool:
    """Whether a sentence behind a mother tongue tells of a language that is none: "Talar även dari".

    Examples
    --------
    >>> tells_another("Talar även dari"), tells_another("Dari är också modersmål"), tells_another("Bor i Lund")
    (True, False, False)
    """
    return bool(find_languages(sentence)) and not is_native(sentence)
