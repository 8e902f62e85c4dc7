"""Questions, steps and the words of a person's sheet in the languages of those whom they are for.

A file a language: Swedish and English word questions and steps in :mod:`matcher.ranking.asking`, the others here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

from matcher.ranking import JudgedRequirement, Question, questions_about, step_text, value_word, wording_of
from matcher.taxonomy.facts.languages import language_label, language_names

PAGES = ("sv", "en")
"""Languages that every page has."""
VISITORS = ("sv", "en", "ar", "uk", "so", "ti", "fa")
"""Languages of the visitor's form and slip, of questions and of a person's sheet."""
RIGHT_TO_LEFT = frozenset({"ar", "fa"})
UNCHECKED = frozenset(VISITORS) - frozenset(PAGES)
"""Languages whose words nobody who speaks them has checked."""
_ISOLATE, _END = "\u2068", "\u2069"
"""Around words of another direction: without them the marks beside such words change places."""


@lru_cache(maxsize=len(VISITORS))
def spoken_words(lang: str) -> dict[str, Any]:
    """Read the words of a language as they stand in its file.

    Parameters
    ----------
    lang : str
        One of :data:`VISITORS`.

    Returns
    -------
    dict of str

    Examples
    --------
    >>> spoken_words("en")["and"]
    'and'
    """
    return tomllib.loads(files(__name__).joinpath(f"{lang}.toml").read_text(encoding="utf-8"))


def asked(question: Question, lang: str) -> str:
    """Word a question in a visitor's language; what it is about stays in Swedish where it has no name there.

    Parameters
    ----------
    question : Question
    lang : str
        One of :data:`VISITORS`.

    Returns
    -------
    str

    Examples
    --------
    >>> asked(Question("driving_licence", "C", "Har du körkort C eller CE?", ("CE",)), "uk")
    'Чи маєте ви водійські права категорії C або CE, дійсні у Швеції?'
    >>> asked(Question("driving_licence", "B", "Har du körkort B?"), "sv")
    'Har du körkort B?'
    """
    if lang in PAGES or lang not in VISITORS:
        return question.text
    return _worded("ask", question.kind, (question.value, *question.others), lang) or question.text


def asked_about(group: Sequence[JudgedRequirement], lang: str) -> list[str]:
    """Word the question that an OR-group of requirements leads to, if nobody knows whether it is met.

    Parameters
    ----------
    group : sequence of JudgedRequirement
    lang : str
        One of :data:`VISITORS`.

    Returns
    -------
    list of str

    Examples
    --------
    >>> from matcher.records import Requirement
    >>> rows = [Requirement(kind="driving_licence", value=c, necessity="must", any_of=1) for c in ("C", "CE")]
    >>> asked_about([JudgedRequirement(row, "unknown") for row in rows], "en")
    ['Do you hold a licence of class C or CE, valid here?']
    """
    return [asked(question, lang) for question in questions_about(group, lang if lang in PAGES else "sv")]


def advised(kind: str, value: Any, lang: str) -> str:
    """Word what somebody who lacks something can do.

    Parameters
    ----------
    kind : str
        Of a requirement.
    value : object
        Its value.
    lang : str
        One of :data:`VISITORS`.

    Returns
    -------
    str

    Examples
    --------
    >>> advised("language", {"lang": "sv", "level": "B1"}, "so")
    'Sii baro luqaddan: Iswiidhish (ugu yaraan B1)'
    """
    own = None if lang in PAGES else _worded("step", kind, (value,), lang)
    return own or step_text(kind, value, lang)


def language_in(code: str, lang: str) -> str:
    """Name a language in another one; in Swedish where it has no name there.

    Parameters
    ----------
    code : str
        ISO 639.
    lang : str
        One of :data:`VISITORS`.

    Returns
    -------
    str

    Examples
    --------
    >>> language_in("sv", "en"), language_in("sv", "uk")
    ('Swedish', 'шведська')
    """
    if lang in PAGES:
        return language_label(code, lang)
    from babel import Locale

    # Dari has other names for languages than the Persian of Iran.
    names = Locale.parse("fa_AF" if lang == "fa" else lang).languages
    return str(names.get(code) or language_label(code, "sv"))


def apart(text: str, lang: str) -> str:
    """Keep words of another direction together among those of a language.

    Parameters
    ----------
    text : str
    lang : str
        One of :data:`VISITORS`.

    Returns
    -------
    str

    Examples
    --------
    >>> apart("truckkort", "uk"), len(apart("truckkort", "ar"))
    ('truckkort', 11)
    """
    return f"{_ISOLATE}{text}{_END}" if text and lang in RIGHT_TO_LEFT else text


def enumerated(parts: Sequence[str], lang: str) -> str:
    """Join parts with commas, and the last with a word where a language has one that stands alone.

    Parameters
    ----------
    parts : sequence of str
    lang : str
        One of :data:`VISITORS`.

    Returns
    -------
    str

    Examples
    --------
    >>> enumerated(["a", "b", "c"], "sv"), enumerated(["a", "b"], "ti")
    ('a, b och c', 'a፣ b')
    """
    words = spoken_words(lang)
    last = f" {words['and']} " if "and" in words else words["comma"]
    return str(last).join(filter(None, [words["comma"].join(parts[:-1]), *parts[-1:]]))


def _worded(table: str, kind: str, values: Sequence[Any], lang: str) -> str | None:
    words = spoken_words(lang)
    wording = wording_of(kind, values[0])
    text = words[table].get(wording) or words[table].get(kind)
    if text is None:
        return None
    parts = list(dict.fromkeys(_about(kind, value, lang) for value in values))
    around = f" {words['or']} "
    if len({behind for _, behind in parts}) == 1:
        about, behind = around.join(apart(one, lang) for one, _ in parts), parts[0][1]
    else:
        about, behind = around.join(" ".join(filter(None, (apart(a, lang), b))) for a, b in parts), ""
    return " ".join(str(text).format(about, behind).split())


def _about(kind: str, value: Any, lang: str) -> tuple[str, str]:
    """Word what a requirement is about, and how much of it."""
    words = spoken_words(lang)
    if kind == "language":
        level = value.get("level")
        return language_in(value["lang"], lang), words["least"].format(apart(level, lang)) if level else ""
    if isinstance(value, dict):
        level, years = value.get("level"), value.get("years")
        much = words["levels"].get(level, "") if level else ""
        behind = words["years"].format(f"{years:g}") if years else much and words["least"].format(much)
        return str(value.get("field") or ""), behind
    if isinstance(value, list | tuple):
        return words["comma"].join(words["times"].get(part, value_word(str(part), "sv")) for part in value), ""
    if kind == "skill" and (code := language_names().get(str(value))):
        return language_in(code, lang), ""
    return value_word(str(value), "sv", kind), ""
