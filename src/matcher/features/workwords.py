"""Which words of a profile are about work: the skills that it names, and titles without what they tell of the person.

What somebody writes beside it (where from, how old, with whom, how the caseworker finds them) is no competence. Readers
leave out whole clauses that touch a protected ground, as far as they know the wording; what they do not know stays out
of the score here, since a free text counts by the skills that the embedded taxonomy finds in it and by nothing else.
On the development people that costs nothing (``docs/scoring.md``).
"""

from __future__ import annotations

import re
from functools import cache

from matcher.features.terms import words
from matcher.readers.cells.familiar import HALF, known_share
from matcher.taxonomy import Taxonomy
from matcher.taxonomy.facts.countries import country_names
from matcher.taxonomy.lexicon import read_lexicon


def skills_named(text: str) -> str:
    """Return the parts of a text that name skills, in their order.

    Examples
    --------
    >>> skills_named("Hon är 34, från Damaskus, och kan matlagning och kassahantering")
    'matlagning kassahantering'
    """
    return " ".join(text[mention.start : mention.end] for mention in Taxonomy.starter().tag(text))


def comparable(text: str) -> str:
    """Return what of a skill or of duties in somebody's own words may be compared with what an ad asks for.

    A clause mostly of words that no work or skill is named by may be a skill that nobody knows, or be of a life:
    it counts without the workers that it names, who may be somebody else.

    Examples
    --------
    >>> comparable("ostkupning, bakade bröd åt skolan, grälar ofta med en pensionerad takläggare")
    'ostkupning, bakade bröd åt skolan, grälar ofta med en pensionerad'
    """
    return ", ".join(clause if _is_known(clause) else _without_workers(clause) for clause in _CLAUSE.split(text))


def _without_workers(clause: str) -> str:
    return f"{_WORD.sub(_unless_worker, clause)} {skills_named(clause)}".strip()


def _unless_worker(word: re.Match[str]) -> str:
    low = word[0].casefold()
    return "" if any(low[: len(low) - ending] in _workers() for ending in range(_ENDING + 1)) else word[0]


@cache
def _workers() -> frozenset[str]:
    """Return names of workers of one word; "el", "truck" and "rivning" are what somebody works with."""
    names = {label.casefold() for label in _occupation_labels() if _WORD.fullmatch(label) and len(label) > _ENDING}
    return frozenset(name for name in names if not (name.endswith("ing") or skills_named(name)))


def _is_known(clause: str) -> bool:
    return known_share(clause, _FEW) > HALF and known_share(clause) > 0


_FEW, _ENDING = 3, 3
_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE = re.compile(r"[,;()\n]+\s*|\.\s+|\s[-–—]\s")

# Only these words, so that nothing unknown that stands in a title about the person can move a score.
_UNTOLD = re.compile(
    r"(?:(?:egen|eget|egna|drev|drivit|liten|litet|min|mitt|familjens|own|my|small|family|diverse|olika|various|odd) )*"
    r"(?:firma|företag|företagare|egenföretagare|rörelse|verksamhet|verkstad|entreprenör|konsult|frilans\w*|freelance\w*"
    r"|self[ -]employed|business|business owner|company|workshop|consultant|(?:extra|små|strö)?jobb|jobs?|uppdrag"
    r"|arbeten?|praktik|praktikant|internship|intern|trainee|vikariat|vikarie|timvikarie|timanställd|anställd|employee)",
    re.IGNORECASE,
)


def is_untold(title: str) -> bool:
    """Whether the title of a job does not say what was done.

    Examples
    --------
    >>> [is_untold(title) for title in ("egen firma", "Konsult", "egen verkstad", "egen restaurang", "ska opereras")]
    [True, True, True, False, False]
    """
    return bool(_UNTOLD.fullmatch(title.strip()))


_OF_WORK = re.compile(r"\w{3,}(?:are|erska|sköterska|biträde|ör|ist|kock|chef|man|er|or|ing)(?!\w)", re.IGNORECASE)
_ADDED = re.compile(r"[,;(\n]|\.\s|\s[-–—]\s")


@cache
def personal_words() -> frozenset[str]:
    """Return words that tell of a person and not of work, countries among them, and words that tell nothing."""
    own = {word for (line,) in read_lexicon("personal_words.txt", "matcher.features") for word in line.split()}
    return frozenset(own.union(words("\n".join(country_names()))))


def _occupation_labels() -> list[str]:
    named = list(Taxonomy.starter().concepts.each(["occupation"]))
    labels = [c.labels[lang] for c in named for lang in ("sv", "en") if lang in c.labels]
    return labels + [label for c in named for lang in ("sv", "en") for label in c.alternatives.get(lang, ())]


@cache
def _occupation_words() -> frozenset[str]:
    return frozenset(words("\n".join(_occupation_labels()))) - personal_words()


@cache
def _added_words() -> frozenset[str]:
    """Return words that name work where they stand behind a title."""
    listed = (word for (line,) in read_lexicon("title_words.txt", "matcher.features") for word in line.split())
    return _occupation_words().union(listed)


def occupations_named(text: str) -> str:
    """Return the words of a title that occupations are named by.

    Examples
    --------
    >>> occupations_named("Kock, min bror jobbar också där")
    'kock'
    """
    return " ".join(word for word in words(text) if word in _occupation_words())


def work_told(title: str) -> str:
    """Return a title with what is added to it only where that names work too.

    Examples
    --------
    >>> work_told("Handläggare, flygledning")
    'Handläggare, flygledning'
    >>> work_told("Kock - nygift"), work_told("korvstoppare, styckare"), work_told("Glad och nyfiken. Kock")
    ('Kock', 'korvstoppare, styckare', 'Kock')
    """
    first, *added = _ADDED.split(title)
    told = [clause for clause in added if _names_work(clause)]
    # Where something else names work, an unknown title stands beside it only if it ends as names of work do.
    shown = told if told and not (_names_work(first) or _OF_WORK.search(first)) else (first, *told)
    return ", ".join(clause.strip(" )") for clause in shown)


# "har assistans", "en av de äldre", "bor granne med ...": what somebody has, or is among others
_OF_PERSON = re.compile(
    r"\s*(?:(?:jag|hon|han|hen|i|she|he) )?(?:har|hade|får|fick|bor|bodde|väntar|sitter|lever|mår|hör|tillhör|en av"
    r"|has|have|had|gets?|lives?|feels?|one of)(?!\w)(?! (?:jobbat|arbetat|varit|worked|been))",
    re.IGNORECASE,
)


def _names_work(clause: str) -> bool:
    if _OF_PERSON.match(clause):
        return False
    told = [word for word in words(clause) if word not in personal_words()]
    known = sum(word in _added_words() for word in told)
    return (known > 0 and known >= HALF * len(told)) or bool(skills_named(clause))


def title_alone(text: str) -> str:
    """Return a title without the words that tell of a person; the title itself need not be known.

    Examples
    --------
    >>> title_alone("Kvinnlig korvstoppare, Syrien"), title_alone("kock (kär)")
    ('korvstoppare', 'kock')
    """
    return " ".join(word for word in words(work_told(text)) if word not in personal_words())
