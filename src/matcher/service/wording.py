"""Words of the pages: a file a language, Swedish and English whole, the others for what visitors read."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from matcher.errors import ReadError
from matcher.explanation.spoken import PAGES, RIGHT_TO_LEFT, UNCHECKED, VISITORS
from matcher.readers.notewords import Wordings, swedish


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


def refused(error: Exception, sentence: str, lang: str) -> str | None:
    """Word why something was refused in the language of a page; ``None`` where it is in English alone.

    Parameters
    ----------
    error : Exception
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
    return Wordings(own["whole"].items()).of(sentence)
