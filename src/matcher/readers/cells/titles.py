"""Whether words are the title of a job: a label of the taxonomy, or an ending that names who works."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from matcher.patterns import late
from matcher.readers.cells.shortforms import occupation, spelled_out
from matcher.readers.lexicon import joined
from matcher.taxonomy.wording import fold

_SEGMENT = late(r"\s*(?:[,;|(/]|\s[-–—]\s).*$", re.DOTALL)
_WORDS = late(r"[\w/&+-]+")
# Endings of titles that few other words have.
_WORDS_END = joined("titleends")
_ENDS = late(rf"[^\W\d_]*(?:{_WORDS_END['title']})|[^\W\d_]{{2,}}ansvarig", re.IGNORECASE)
_MOST_WORDS = 5


@cache
def labels_of(kind: str) -> frozenset[str]:
    """Every label of the embedded taxonomy's concepts of one type, folded.

    Parameters
    ----------
    kind : str
        ``"occupation"`` or ``"skill"``.

    Examples
    --------
    >>> "kock" in labels_of("occupation"), "kock" in labels_of("skill")
    (True, False)
    """
    from matcher.taxonomy.taxonomy import Taxonomy

    starter = Taxonomy.starter()
    concepts = [starter.concepts[one] for one in starter.of_type(kind)]
    names = [c.labels.get(lang, "") for c in concepts for lang in ("sv", "en")]
    names += [name for c in concepts for lang in ("sv", "en") for name in c.alternatives.get(lang, ())]
    return frozenset(fold(name) for name in names if name)


def is_title(text: str) -> bool:
    """Whether the words before the first comma, bar or dash name a job.

    Examples
    --------
    >>> [is_title(one) for one in ("HEAD CASHIER", "Woodworker - Window factory", "Retail chain", "Isfahan")]
    [True, True, False, False]
    """
    words = _WORDS.findall(fold(_SEGMENT.sub("", text.strip())))
    if not 0 < len(words) <= _MOST_WORDS:
        return False
    labels = labels_of("occupation")
    ends = [" ".join(words[at:]) for at in range(len(words))] + [" ".join(words[: at + 1]) for at in range(len(words))]
    return any(end in labels for end in ends) or any(_ENDS.fullmatch(word) for word in words)


@cache
def _degrees() -> frozenset[str]:
    """Folded labels of the occupations whose group asks for a degree: major group 2 of SSYK 2012."""
    from matcher.taxonomy.taxonomy import Taxonomy

    starter = Taxonomy.starter()
    skilled = [c for c in map(starter.concepts.__getitem__, starter.of_type("occupation")) if _asks_degree(c.codes)]
    names = (
        name
        for c in skilled
        for lang in ("sv", "en")
        for name in (c.labels.get(lang, ""), *c.alternatives.get(lang, ()))
    )
    return frozenset(map(fold, filter(None, names)))


def _asks_degree(codes: Mapping[str, str]) -> bool:
    return codes.get("ssyk_2012", "").startswith("2")


def is_degree_work(title: str) -> bool:
    """Whether a title is that of work for which one studies at a university.

    Examples
    --------
    >>> is_degree_work("sjuksköterska"), is_degree_work("civil engineer"), is_degree_work("undersköterska")
    (True, True, False)
    """
    return fold(title) in _degrees()


@cache
def _single() -> tuple[str, ...]:
    return tuple(
        sorted((label for label in labels_of("occupation") if " " not in label), key=lambda one: (len(one), one))
    )


@cache
def clipped_title(word: str) -> str | None:
    """Give the shortest title that a word with a point begins; ``None`` where it begins none, or is a word itself.

    Examples
    --------
    >>> clipped_title("grävmask."), clipped_title("Plåtslag."), clipped_title("kontor."), clipped_title("i Lund.")
    ('grävmaskinist', 'plåtslagare', None, None)
    """
    stem = fold(word.rstrip("."))
    if not word.endswith(".") or len(stem) < _STEM or not stem.isalpha() or stem in labels_of("skill"):
        return None
    longer = next((label for label in _single() if label.startswith(stem) and len(label) > len(stem) + 2), None)
    return None if is_title(stem) or _WHOLE.search(stem) else longer


_STEM = 5
"""Letters of a title that was clipped, at least."""
_WHOLE = late(r"(?:ing|het|tion|kontor|skola|vård|hus|bil|hem)$")  # words, and not the beginnings of one


_EMPLOYER = late(r"\s*[,;|(/·]|\s[-–—]\s|\s(?:hos|på|i|at|for|in)\s(?=[A-ZÅÄÖ])")


def opens_with_title(bare: str) -> bool:
    """Whether a line names a title and perhaps an employer, and tells nothing ("Städare, Exempel AB").

    Examples
    --------
    >>> [opens_with_title(line) for line in ("Städare hos Bolaget", "Chef för sex personer", "Städare.", "Bolaget AB")]
    [True, False, False, False]
    """
    words = _EMPLOYER.split(bare, maxsplit=1)[0].split()
    plain = bare[:1].isupper() and len(bare) <= _LINE and not bare.endswith((".", ":"))
    return plain and any(is_title(" ".join(words[-many:])) for many in range(1, min(len(words), _LONGEST_TITLE) + 1))


_LONGEST_TITLE = 3
_LINE = 60
"""Longest line that is a title and an employer, in characters."""


# How the titles of jobs end, in Swedish and in English, and what names work without being a title.
_ENDS_AS_WORK = late(rf"(?:{_WORDS_END['work']})(?:\W|$)", re.IGNORECASE)


def names_work(title: str) -> bool:
    """Whether words end as the names of work do, or are known as such.

    Examples
    --------
    >>> names_work("hemstädning RUT"), names_work("språkpraktik apotek"), names_work("fnular")
    (True, True, False)
    """
    return occupation(title) != title or bool(_ENDS_AS_WORK.search(title)) or opens_with_title(title)


_CLIPPED = late(r"(?<=som )[^\W\d_]{2,}\.(?: ?[^\W\d_]{2,}\.)?(?=\s)")


def with_titles_spelled(sentence: str) -> str:
    """Spell out the clipped titles of a sentence, whose points end no sentence.

    Examples
    --------
    >>> with_titles_spelled("Jobbat som pers. ass. 3 år"), with_titles_spelled("Var anställd som kock. Bor i Lund")
    ('Jobbat som personlig assistent 3 år', 'Var anställd som kock. Bor i Lund')
    """

    def spelled(match: re.Match[str]) -> str:
        whole = spelled_out(match.group())
        return whole if whole != match.group() and is_title(whole) else match.group()

    return _CLIPPED.sub(spelled, sentence)
