"""Forms that ask ("3. Vilka språk talar du?" is a heading, what follows its answer), and talks written down."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from matcher.patterns import late
from matcher.readers.lexicon import rows
from matcher.taxonomy.scanning.wordings import Wordings
from matcher.taxonomy.wording import fold

_QUESTION = late(
    r"^\s*(?:[-–•*#]\s*)?(?:(?:fråga|question|q)?\s*\d{1,2}\s*[.):]?\s+|[a-z]\)\s+)?"
    r"(?P<asked>[^\W\d_][^?!\n]{4,110})\?(?:\s*\(.{0,60}\))?\s*(?P<answer>.*)$",
    re.IGNORECASE,
)
_ANSWER = late(r"^\s*(?:svar|answer|s|a|→|->|[-–•])\s*[:.]?\s+(?=\S)", re.IGNORECASE)
_AT_LEAST = 3
"""Questions from which a text is a form; fewer may be a letter's."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a question of a form asks for, with the answer on its own line."""

    kind: str
    heading: str
    answer: str


@cache
def _wordings() -> Wordings[str]:
    return Wordings((kind, rf"(?<!\w)(?:{words})") for kind, words in rows("questions"))


def _kind(asked: str) -> str | None:
    """Tell what is asked for; "and what not?" behind it asks no more."""
    plain = fold(asked)
    for part in (re.split(r"[,(]", plain)[0], plain):
        if kind := next((kind for kind, pattern in _wordings().fitting(part) if pattern.search(part)), None):
            return kind
    return None


def questions(lines: Sequence[str]) -> Mapping[int, Question]:
    """Find the questions of a form.

    Parameters
    ----------
    lines : sequence of str

    Returns
    -------
    mapping of int to Question
        By their place among the lines; empty where the text is no form.

    Examples
    --------
    >>> form = ["1. Vilka språk talar du?", "somaliska", "2. Var bor du? Nacka", "3. Har du körkort?", "nej"]
    >>> [(at, one.kind, one.answer) for at, one in questions(form).items()]
    [(0, 'language', ''), (2, 'home', 'Nacka'), (3, 'paper', '')]
    >>> questions(["Vill du veta mer? Ring mig."])
    {}
    """
    found: dict[int, Question] = {}
    for index, line in enumerate(lines):
        match = _QUESTION.match(line) if "?" in line else None
        if match and (kind := _kind(match["asked"])):
            answer = "" if match["answer"].endswith("?") else _ANSWER.sub("", match["answer"]).strip()
            found[index] = Question(kind, match["asked"].strip(), answer)
    return found if len(found) >= _AT_LEAST else {}


_SPEAKER = late(r"^[ \t]*(?P<who>[A-ZÅÄÖ]\w{0,14}|[A-ZÅÄÖ]{1,3}\d{0,4})[ \t]*:[ \t]+(?=\S)", re.MULTILINE)
_TURNS = 3
"""Turns of each speaker from which a text is a talk."""


def without_speakers(text: str) -> str:
    r"""Take the names of two speakers away where a text is a talk between them; other texts stay as they are.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
        With as many lines.

    Examples
    --------
    >>> without_speakers("H: Var bor du?\nD: I Umeå.\nH: Språk?\nD: Dari.\nH: Bil?\nD: Nej.")
    'Var bor du?\nI Umeå.\nSpråk?\nDari.\nBil?\nNej.'
    >>> without_speakers("Bil: nej\nSpråk: dari")
    'Bil: nej\nSpråk: dari'
    """
    turns = Counter(match["who"] for match in _SPEAKER.finditer(text))
    speakers = {who for who, count in turns.items() if count >= _TURNS}
    asked = {match["who"] for match in re.finditer(rf"{_SPEAKER.pattern}.*\?[ \t]*$", text, re.MULTILINE)}
    if len(speakers) != 2 or not asked & speakers:
        return text
    return _SPEAKER.sub(lambda match: "" if match["who"] in speakers else match.group(), text)
