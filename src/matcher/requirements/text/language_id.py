"""Which language a block is written in: by its function words, since a block of an ad is often a handful of words.

Swedish and English are read; Norwegian, Danish, Finnish and German are told apart from them because their ads reach
Swedish boards; other scripts are told by their letters.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import islice

READ = frozenset({"sv", "en"})
"""Languages whose demands are read."""

# Words that one language has and its neighbours have not, or at most one does; shared words ("for", "den") say little.
_WORDS: Mapping[str, str] = {
    "sv": "och att är som för på du med har inte vi av ett en till kan eller även från ska också där våra hos dig oss "
    "söker inom samt vara arbeta arbetet tjänsten erfarenhet mycket bra god goda krävs efter men när om så vid utan "
    "under körkort utbildning kunskaper svenska engelska arbete minst års måste behöver gärna meriterande",
    "en": "the and you to of with are is in for our we your will have as or on be that this an by from at who it "
    "experience work team can what about skills",
    "no": "og jeg ikke av hva er som på vi til må også har arbeid erfaring søker deg vår være eller fra etter nå oss "
    "stillingen kunnskap gode bør",
    "da": "og ikke af er som på vi til må også har arbejde erfaring søger dig vores være eller fra efter nu os "
    "stillingen viden gode bør hvad",
    "fi": "ja on ei että sinulla olet meillä työ tai sekä kanssa voit ovat ole sinä haemme osaaminen kokemusta hyvä "
    "suomen",
    "de": "und der die das nicht mit für sie wir auf ist ein eine oder bei von zu deine unser erfahrung arbeit suchen "
    "kenntnisse",
}
ENOUGH_WORDS = 40
"""So many tell the language."""

_FIELD = 10
_SHIFTS = {_language: _FIELD * _place for _place, _language in enumerate(_WORDS)}
POINTS: dict[str, int] = {}
"""The points that a word gives its languages, as one number with a field for each: a text's points are a sum."""
for _language, _listed in _WORDS.items():
    for _word in _listed.split():
        POINTS[_word] = POINTS.get(_word, 0) + (1 << _SHIFTS[_language])

_LEAST = 2
_LEAST_OTHER, _AHEAD = 4, 2
_SCRIPTS = {"ARABIC": "ar", "CYRILLIC": "ru", "ETHIOPIC": "ti", "GREEK": "el", "CJK": "zh", "THAI": "th"}


def language_of(words: Iterable[str]) -> str | None:
    """Language of some lower-case words, by the first of them; ``None`` where they are too few to tell.

    Examples
    --------
    >>> language_of("du har erfarenhet av att arbeta med barn".split())
    'sv'
    >>> language_of("vi søker deg som har erfaring og ikke må".split()), language_of(["python"])
    ('no', None)
    """
    told = sum(filter(None, map(POINTS.get, islice(words, ENOUGH_WORDS))))
    return language_by(told) if told else None


@lru_cache(maxsize=1 << 14)
def language_by(told: int) -> str | None:
    """Language by the sum of the points of at most :data:`ENOUGH_WORDS` words; ``None`` where it tells none.

    Examples
    --------
    >>> language_by(sum(POINTS.get(word, 0) for word in "du har erfarenhet av att arbeta med barn".split()))
    'sv'
    """
    points = {language: told >> shift & (1 << _FIELD) - 1 for language, shift in _SHIFTS.items()}
    (first, language), (second, _) = sorted([(-number, language) for language, number in points.items()])[:2]
    most = -first
    if language in READ:
        return language if most >= _LEAST and most + second else None
    # A neighbour's language must be plain, for what is taken for one is not read; whose neighbour matters less.
    ahead = most - max(points[read] for read in READ)
    return language if most >= _LEAST_OTHER and ahead >= _AHEAD else None


def script_of(text: str) -> str | None:
    """Language that a text's letters stand for when they are not Latin; judged by its first letters.

    Examples
    --------
    >>> script_of("Ми шукаємо"), script_of("Vi söker")
    ('ru', None)
    """
    letters = [c for c in text[:200] if c.isalpha()][:20]
    names = Counter(unicodedata.name(c, "").split(" ")[0] for c in letters)
    for script, language in _SCRIPTS.items():
        if names[script] * 2 > len(letters):
            return language
    return None
