"""Headings that only praise, and lines that say that what is listed below them is a merit."""

from __future__ import annotations

import re

from matcher.requirements.lexicon import joined
from matcher.requirements.text.headings import LONGEST_HEADING
from matcher.requirements.text.segment import Sentence
from matcher.requirements.text.seldom import Seldom

# "Bra:", "Det här är bara kul:", "Trevligt men inget måste:": praise that lists what is wished for
_MILD = re.compile(
    r"(?:(?:det här|detta|sånt|allt|som|är|vore|extra|bara|mest|även|också|lite) ){0,4}(?:bra|kul|roligt|trevligt|fint|"
    r"extra|toppen|smidigt|praktiskt|good|great|lovely|nice)(?: att (?:ha|kunna)| to have|"
    r" (?:men|but) (?:inte|inget|ej|not) (?:\w+ ?){1,2})?\s?:"
)
# "Bra" or "DET HÄR ÄR PLUS" on a line of its own
_MILD_LINE = re.compile(
    r"(?:(?:det här|detta|sånt|sådant|allt|som|är|vore|extra|bara|mest|även|också|lite|this|that|is|are) ){0,4}"
    r"(?:bra|kul|roligt|trevligt|fint|plus|bonus|guld|toppen|good|lovely|nice)(?: att (?:ha|kunna)| to have)?"
)
_IFS = (" if", " om")
_MILD_FIRST, _GLAD_FIRST = frozenset("bdeklmprstfagn"), frozenset("aitwobdvjmy")
# "It is good if: …", "It will speak for you if you have": who is glad of it is not the one who is to have it
_GLAD_IF = re.compile(
    r"(?:(?:and|but|och|men) )?(?:(?:it|that|this|we|i|our \w+|det|detta|vi|jag|våra? \w+)(?:['’]\w+)?|"
    r"you(?:['’]ll| will)? (?:shine|stand out|(?:get|earn|score)(?: \w+)? (?:points|credit|stars?)))(?!\w)"
    rf"(?![^:]*(?<!\w)(?:{joined('strength')['no_gladness']})(?!\w))[^.:;?!,]{{0,60}}? (?:if|om(?= (?:du|ni)(?!\w)))"
    r"(?: (?:you|du|ni)(?:['’]ve)?(?: (?:also|already|även|också|dessutom|redan))?"
    r"(?: (?:have|are|can|know|speak|had|har|är|kan|talar))?)?\s?(?::|…|$)"
)
# "Det är meriterande om du har erfarenhet av något av nedan, inte ett krav."
_WISHES_BELOW = Seldom(
    r"(?:meriterande|en merit|ett plus|en fördel|a plus|a merit|an advantage|advantageous|"
    r"meritorious)(?!\w)[^.:;]{0,90}?"
    r" (?:av|of|i|inom) (?:nedan(?:stående)?|följande|the following|below)(?!\w)(?: \w+){0,2}(?:, [^.:;]{0,60})?\.?$"
)


def mild_heading(low: str, sentence: Sentence) -> int:
    """Where a heading that only praises or is glad ends ("Bra att ha:"); -1 where a sentence does not begin with one.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentence : Sentence

    Returns
    -------
    int
    """
    found = _MILD.match(low, sentence.start, sentence.end) if low[sentence.start] in _MILD_FIRST else None
    found = found or _glad_if(low, sentence)
    return found.end() if found else -1


def _glad_if(low: str, sentence: Sentence) -> re.Match[str] | None:
    if low[sentence.start] not in _GLAD_FIRST or not any(
        word in low[sentence.start : sentence.start + LONGEST_HEADING] for word in _IFS
    ):
        return None
    return _GLAD_IF.match(low, sentence.start, sentence.end)


def wishes_below(low: str, sentences: list[Sentence]) -> bool:
    """Whether a line says that what is listed below it is a merit: by pointing there, or by mere praise.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentences : list of Sentence
        Those of the line.

    Returns
    -------
    bool
    """
    first, last = sentences[0], sentences[-1]
    if last.end - first.start > 4 * LONGEST_HEADING:
        return False
    if len(sentences) == 1 and (mild_heading(low, last) == last.end or _MILD_LINE.fullmatch(low, last.start, last.end)):
        return True
    return _WISHES_BELOW.search(last.signs, low, last.start, last.end) is not None
