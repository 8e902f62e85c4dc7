"""Who is asked for in the third person ("den sökande ska ha", "the ideal candidate has"), read as "du" and "you"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matcher.taxonomy.wording import Readable, cased

_SIGNS = ("sökande", "kandidat", "candidate", "applicant")
_MODAL = r"(?:ska|skall|måste|bör|behöver|har|är|kan|förväntas|förutsätts|talar|behärskar|innehar|får)"
_SWEDISH = re.compile(
    r"(?<!\w)(?P<before>(?:till|av|på|hos|med|för|åt|om|söker|ha) )?"
    r"(?P<who>(?:den (?:tilltänkt|lämplig|rätt)[ae] )?(?:den sökanden?|sökanden|kandidaten)(?P<of>s)?|"
    rf"(?:(?<=[.!?:] )|(?<=\n)|^)(?:sökande|kandidater)(?= {_MODAL}(?!\w)))(?!\w)"
)
_ENGLISH = re.compile(
    r"(?<!\w)(?:(?:the|our|an?) (?:(?:ideal|successful|suitable|right|preferred|perfect|chosen|selected) )?"
    r"(?:candidate|applicant)s?|(?:(?<=[.!?:] )|(?<=\n)|^)(?:(?:successful|suitable) )?(?:candidates|applicants))"
    r" (?P<verb>has|is|speaks|holds|knows|brings|possesses|writes|needs|have|are|must|should|"
    r"will(?! (?:be|receive|get|join|work)(?!\w))|can|need|speak|hold|would|may|does|do)(?!\w)"
)
_VERBS = {"has": "have", "is": "are", "does": "do", "possesses": "possess"}


def addressed(source: Readable) -> Readable:
    """Read who is asked for in the third person as the reader of the ad.

    Parameters
    ----------
    source : Readable

    Returns
    -------
    Readable

    Examples
    --------
    >>> from matcher.taxonomy.wording import readable
    >>> addressed(readable("Den sökande ska ha truckkort. Om kandidaten")).text
    'Du ska ha truckkort. Om dig'
    >>> addressed(readable("The ideal candidate has a truck licence. We thank the applicants.")).text
    'You have a truck licence. We thank the applicants.'
    """
    low = source.text.lower()
    if len(low) != len(source.text) or not any(sign in low for sign in _SIGNS):
        return source
    return source.replaced(sorted([*_swedish(source.text, low), *_english(source.text, low)]))


def _swedish(text: str, low: str) -> Iterator[tuple[int, int, str]]:
    for found in _SWEDISH.finditer(low):
        start, end = found.span("who")
        word = "din" if found["of"] else "dig" if found["before"] else "du"
        yield start, end, cased(word, text[start:end])


def _english(text: str, low: str) -> Iterator[tuple[int, int, str]]:
    for found in _ENGLISH.finditer(low):
        verb = found["verb"]
        plain = _VERBS.get(verb) or verb.removesuffix("s")
        start, end = found.start(), found.start("verb") - 1
        yield start, end, cased("you", text[start:end])
        if plain != verb:
            yield found.start("verb"), found.end(), plain
