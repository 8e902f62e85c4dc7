"""Words of the pages: a file a language, Swedish and English whole, the others for what visitors read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

from matcher.errors import ReadError
from matcher.ranking import JudgedRequirement, Question, questions_about, value_word, wording_of
from matcher.readers.notewords import swedish

PAGES = ("sv", "en")
"""Languages that every page has."""
VISITORS = ("sv", "en", "ar", "uk", "so", "ti", "fa")
"""Languages of the visitor's form, slip and questions."""
RIGHT_TO_LEFT = frozenset({"ar", "fa"})
UNCHECKED = frozenset(VISITORS) - frozenset(PAGES)
"""Languages whose words nobody who speaks them has checked."""

_NUMBER = re.compile(r"\d+")
_ISOLATE, _END = "\u2068", "\u2069"
"""Around words of another direction: without them the marks beside such words change places."""


class Words:
    """The words of one language, with English where it has none.

    Examples
    --------
    >>> words = Words("ar")
    >>> words.dir, words("v_send"), words("desk")
    ('rtl', 'تم', 'Caseworker')
    """

    def __init__(self, lang: str) -> None:
        self.lang = lang if lang in VISITORS else "sv"
        self.dir = "rtl" if self.lang in RIGHT_TO_LEFT else "ltr"
        self.is_checked = self.lang not in UNCHECKED
        self._own = catalogue(self.lang)
        self._else = self._own if self.lang in PAGES else catalogue("en")

    def __call__(self, key: str, *values: object) -> str:
        """Word a key, with values in its places."""
        text = self._own.get(key) or self._else[key]
        return str(text).format(*values) if values else str(text)


@lru_cache(maxsize=len(VISITORS) + 1)
def catalogue(lang: str) -> dict[str, Any]:
    """Read the words of a language, or of refusals, as they stand in its file."""
    return tomllib.loads(files("matcher.service").joinpath("words", f"{lang}.toml").read_text(encoding="utf-8"))


def asked(question: Question, lang: str) -> str:
    """Word a question in a visitor's language; what it is about stays in Swedish where it has no name there.

    Examples
    --------
    >>> asked(Question("driving_licence", "B", "Har du körkort B?"), "uk")
    'Чи маєте ви водійські права категорії B, дійсні у Швеції?'
    >>> asked(Question("driving_licence", "B", "Har du körkort B?"), "sv")
    'Har du körkort B?'
    """
    if lang in PAGES or lang not in VISITORS:
        return question.text
    words = catalogue(lang)["ask"]
    text = words.get(wording_of(question.kind, question.value)) or words.get(question.kind)
    if text is None:
        return question.text
    about = [f"{_ISOLATE}{part}{_END}" if part and lang in RIGHT_TO_LEFT else part for part in _about(question, lang)]
    return " ".join(text.format(*about).split())


def asked_about(group: Sequence[JudgedRequirement], lang: str) -> list[str]:
    """Word the question that an OR-group of requirements leads to, if nobody knows whether it is met.

    Examples
    --------
    >>> from matcher.records import Requirement
    >>> rows = [Requirement(kind="driving_licence", value=c, necessity="must", any_of=1) for c in ("C", "CE")]
    >>> asked_about([JudgedRequirement(row, "unknown") for row in rows], "en")
    ['Do you hold a licence of class C or CE, valid here?']
    """
    return [asked(question, lang) for question in questions_about(group, lang if lang in PAGES else "sv")]


def refused(error: Exception, sentence: str, lang: str) -> str | None:
    """Word why something was refused in the language of a page; ``None`` where it is in English alone.

    Parameters
    ----------
    sentence : str
        What it says in English.
    lang : {"sv", "en"}

    Examples
    --------
    >>> from matcher.errors import InvalidRecordError
    >>> wrong = InvalidRecordError("mapping", "content; the file is empty")
    >>> refused(wrong, str(wrong), "sv"), refused(wrong, str(wrong), "en")
    ('kartläggningen: väntade innehåll; filen är tom', 'mapping: expected content; the file is empty')
    """
    if lang != "sv":
        return sentence
    own = catalogue("refused_sv")
    if isinstance(error, ReadError):
        said = own["expected"].get(error.expected)
        what = f"väntade {said}" if said else swedish(f"expected {error.expected}")
        where = own["places"].get(error.path, error.path) + (f", rad {error.line}" if error.line else "")
        return f"{where}: {what}" if what else None
    numbers = _NUMBER.findall(sentence)
    text = own["whole"].get(sentence) or own["whole"].get(_NUMBER.sub("#", sentence))
    return re.sub("#", lambda _: numbers.pop(0), text) if text else None


def _about(question: Question, lang: str) -> tuple[str, str]:
    value = question.value
    if question.kind == "language" and isinstance(value, dict):
        level = f"({value['level']})" if value.get("level") else ""
        return _language_name(value["lang"], lang), level
    if isinstance(value, dict):
        years = f"(≥ {value['years']:g})" if value.get("years") else ""
        return value_word(str(value.get("field") or value.get("level") or ""), "sv"), years
    parts = value if isinstance(value, list | tuple) else [value]
    return ", ".join(value_word(str(part), "sv", question.kind) for part in parts), ""


def _language_name(code: str, lang: str) -> str:
    from babel import Locale

    return str(Locale(lang).languages.get(code) or Locale("sv").languages.get(code) or code)
