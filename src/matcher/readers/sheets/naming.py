"""Which field of a profile the words of a header name, and which attribute of it.

``columns.tsv`` lists for each field the words that headers use, with a weight; the heaviest whole match wins. What is
wished for or refused is no work that was done, whichever of its words a header uses.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from operator import itemgetter

from matcher.patterns import late
from matcher.readers.cells.alone import card_of, item_of, language_of, skill_word, spelled
from matcher.readers.lexicon import joined, rows
from matcher.readers.sheets.attributes import attribute_of, field_of_skill
from matcher.taxonomy.normalizing.spelling import ONE_SLIP, SAME_LETTERS, Speller
from matcher.taxonomy.scanning.wordings import Wordings
from matcher.taxonomy.wording import fold

_WORDS = joined("naming")

MAX_HEADER = 120
"""A longer cell is no header, in characters."""
SURE = 12
"""Weight of a name that says by itself what a column is."""


@cache
def _wordings() -> Wordings[tuple[str, int]]:
    table = rows("columns")
    return Wordings(((field, int(weight)), rf"(?<!\w)(?:{pattern})(?!\w)") for field, weight, pattern in table)


@cache
def fields() -> frozenset[str]:
    """Names of the fields that a mapping may name.

    Examples
    --------
    >>> {"id", "job", "job_years", "licence"} <= fields()
    True
    """
    return frozenset(field for field, _ in _wordings().told) | {
        "job_years",
        "job_country",
        "job_end",
        "job_duties",
        "language_level",
    }


def unknown_fields(named: Iterable[str]) -> list[str]:
    """Fields that a mapping names ("job", "job_2", "licence+own_car") and that do not exist.

    Examples
    --------
    >>> unknown_fields(["id", "job_2", "licence+own_car", "shoe_size"])
    ['shoe_size']
    """
    parts = {part for field in named for part in field.split("+")}
    return sorted(part for part in parts if NUMBERED.sub("", part) not in fields())


NUMBERED = late(r"_?\d$")
NUMBER = late(
    r"(?<!\d)([1-9])(?::?a)?(?!\d|\s*(?:år|-))|(?<!\w)(?P<w>första|andra|tredje|fjärde|first|second|third)(?!\w)",
    re.IGNORECASE,
)
ORDINALS = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4, "first": 1, "second": 2, "third": 3}
_LAST = late(
    r"(?<!\w)(?:last|latest|senaste?|sista) (?=job|work|yrke|arbete|anställning|position|occupation|rol|post"
    r"|school|skol|educat|utbildn)|(?<= du| ni|hen|hon|han|you) (?:senast|sist|last)$"
)
_JOINED = late(r"(?:\s(?:och|and|samt)\s|[&+/])\s*[^\W\d_]+")


@lru_cache(2048)
def field_of(header: str) -> tuple[str | None, str | None, int]:
    """Field that a header names, the attribute of it, and how sure that is.

    A header of which nothing is understood is looked at once more with its words whole: "Komp.", "Kökort", "svenskan".

    Returns
    -------
    field : str or None
    attribute : str or None
        ``"years"``, ``"country"``, ``"level"``, ``"end"`` or ``"duties"`` where the header speaks of one.
    weight : int
        0 where nothing was recognised.

    Examples
    --------
    >>> field_of("Yrkeserfarenhet (yrke, år, land)"), field_of("Yrke 1 år")[:2], field_of("Max restid (min) ")[0]
    (('job', None, 14), ('job', 'years'), 'travel')
    >>> field_of("Personnr")[0], field_of("Land"), field_of("Vill EJ")[0]
    ('protected', (None, 'country', 0), 'not_wanted')
    >>> field_of("Kökort")[0], field_of("Letar jobb som")[0], field_of("Jobb du helst slipper")[0]
    ('licence', 'wish', 'not_wanted')
    """
    found = _named(header)
    if len(header) <= _LONGEST_MENDED and found[0] != "protected" and (spelt := respelt(header)):
        # "Yrkesonskemal" and "Yrkesönksemål" begin as work that was done does.
        found = max(_named(spelt), found, key=itemgetter(2))
    other = found[0] == "note" and found[2] < SURE  # "Övr. komp." is other than a remark
    if (found[1:] != (None, 0) and not other) or len(header) > _LONGEST_MENDED:
        return found
    return next((told for words in _whole_words(header) if (told := _named(words))[1:] != (None, 0)), found)


def _named(header: str) -> tuple[str | None, str | None, int]:
    whole = fold(spelled(header))[:MAX_HEADER]
    main = fold(re.sub(r"\([^()]*\)?", " ", whole)) or whole
    plain = fold(NUMBER.sub(" ", main)).strip(" -:._#") or main
    brackets = " ".join(re.findall(r"\(([^()]*)\)?", whole))
    weight, field, words = _heaviest(plain, main)
    field = _intended(field, main)
    if field == "swedish" and brackets:
        # "Svenska (tal)"
        spoken = field_of(f"svenska {brackets}")[0]
        field = spoken if spoken and spoken.startswith("swedish_") else field
    if field == "skill" and brackets and field_of(brackets)[0] == "job":
        field = "job"  # "Kan (yrke)"
    if field is None and brackets and field_of(brackets)[0] == "hours":
        weight, field = SURE, "hours"  # "Contract (FT/PT)"
    item = fold(item_of(header) or "")
    if field == "language" and item in ("svenska", "swedish"):
        field = "swedish"
    if field == "swedish" and skill_word(item):
        field = field_of_skill(item)  # "How good is your Swedish? [Reading]"
    if item and field != "not_wanted" and field_of(item)[0] == "hours":
        weight, field, words = SURE, "hours", main  # "When can you work? [Nights]"
    if alone := "certificate" if card_of(header) else "language" if language_of(header) else None:
        weight, field, words = SURE, alone, main
    # "Last job" is the job, "last year" the end of one.
    told = _LAST.sub("", plain) if field in ("job", "education") else plain
    rest = told.replace(words, " ", 1) if field else plain
    # "(land, år)" lists what one cell holds; "(land)" says what the column is.
    said = rest if len(re.findall(r"\w+", brackets)) > 1 else f"{rest} {brackets}"
    # "Språk och nivå" names what one cell holds, too.
    return field, attribute_of(_JOINED.sub(" ", said)), weight


def _heaviest(plain: str, main: str) -> tuple[int, str | None, str]:
    """Weight, field and words of the heaviest match."""
    best: tuple[int, str | None, str] = (0, None, "")
    # "First language" is a mother tongue, "Language 1" the first of several.
    for (field, weight), pattern in _wordings().fitting(plain if plain == main else f"{plain}\n{main}"):
        for words in (plain, main):
            if match := pattern.search(words):
                # A header that is nothing but the words says more than one that holds them.
                score = weight + (6 if match.group() == words else 2 if match.start() == 0 else 0)
                if score > best[0]:
                    best = (score, field, match.group())
    return best


_DONE = late(rf"(?<!\w)(?:{_WORDS['done']})(?!\w)")
_SOUGHT = late(rf"(?<!\w)(?:{_WORDS['sought']})(?!\w)")
_REFUSED = late(rf"(?<!\w)(?:{_WORDS['refused']})(?!\w)")
_SEEKS_WORK = late(
    r"(?<!\w)(?:(?:jobb|arbets?|yrkes|karriär)-? ?(?:sök|önsk|mål|dröm|spår|val|plan|framtid|inriktn|siktn)\w*"
    r"|job ?search\w*|career (?:goal|aim|plan|wish)\w*)"
)
_TONGUES = late(r"(?<!\w)(?P<of>(?:programming|coding|computer) )?(?:språk\w*|languages?)(?!\w)")
_WORKED = late(r"(?<!\w)(?:arbetat|jobbat|arbetade|jobbade|worked)(?!\w)")
_ABLE = frozenset(("skill", "informal"))


def _intended(field: str | None, words: str) -> str | None:
    """Tell what is wished for or refused, and languages, from the work or the skills that a header names, too."""
    if field in (*_ABLE, "language") and (found := _TONGUES.search(words)):
        return "skill" if found["of"] else "language"  # "Programming languages", "Kan också språken"
    if field == "informal" and _WORKED.search(words):
        return "job"  # "Har arbetat med hemma"
    if field in ("job", "wish", *_ABLE) and not _DONE.search(words):
        if _REFUSED.search(words):
            return "not_wanted"
        return "wish" if field == "job" and (_SOUGHT.search(words) or _SEEKS_WORK.search(words)) else field
    # "Inriktning jobbsökande" is none of a school.
    return "wish" if field == "education_field" and _SEEKS_WORK.search(words) else field


_LONGEST_MENDED = 60
"""Characters of a header whose words are made whole, at most."""


_WORD = late(r"[^\W\d_]{3,}\.?")
_ENDINGS = ("en", "et", "na", "er", "ar", "or", "s", "n", "t")
_MOST = 6
"""Ways to make a header whole that are tried."""
_NO_CLIPS = frozenset(("till", "från", "vill", "över", "inte", "andra", "with", "from", "what", "have", "your", "that"))


@cache
def _words() -> tuple[str, ...]:
    return tuple(row[0] for row in rows("headwords"))


@cache
def _speller() -> Speller:
    return Speller(_words())


def _whole_words(header: str) -> Iterator[str]:
    """Ways to write a header with its words whole, the likeliest first; none where all of its words are.

    Examples
    --------
    >>> next(_whole_words("Övr. komp")), next(_whole_words("svenskan")), next(_whole_words("Kökort?"))
    ('övriga kompetens', 'svenska', 'körkort?')
    >>> list(_whole_words("Skostorlek"))
    []
    """
    words = header.casefold()
    found = [(match.span(), ways) for match in _WORD.finditer(words) if (ways := _wholes(match.group()))]
    for chosen in itertools.islice(itertools.product(*(ways for _, ways in found)), _MOST if found else 0):
        made = words
        for ((start, end), _), word in zip(reversed(found), reversed(chosen), strict=True):
            made = made[:start] + word + made[end:]
        yield made


_SHORTEST_CLIPPED, SHORTEST_SLIP = 4, 6
"""Letters of a word without a dot that may be clipped, and of one that may be misspelt."""


def respelt(header: str, shortest: int = SHORTEST_SLIP) -> str | None:
    """Write a header with the words it is a slip of, or has lost the marks of; ``None`` where it has none.

    Parameters
    ----------
    header : str
    shortest : int
        Letters of a word that may be misspelt, at least.

    Examples
    --------
    >>> respelt("Utbildnig"), respelt("Spårk"), respelt("Spårk", 4)
    ('utbildning', None, 'språk')
    """
    made = _WORD.sub(lambda match: _right(match.group(), shortest), header.casefold())
    made = _YEARS.sub("år", made) if made.isascii() else made
    return made if made != header.casefold() else None


_YEARS = late(r"(?<!\w)ar(?!\w)")


@cache
def _right(word: str, shortest: int = SHORTEST_SLIP) -> str:
    """Give the headers' word that a word is a slip of, else the word; one of them with an ending is no slip."""
    if word in _words() or any(word.removesuffix(end) in _words() for end in _ENDINGS):
        return word
    right, weight = _speller().corrected([word]).get(word, (word, 0.0))
    return right if weight >= (ONE_SLIP if len(word) >= shortest else SAME_LETTERS) else word


@cache
def _wholes(word: str) -> tuple[str, ...]:
    """Whole words that a word of a header may stand for; none where it is one, or nobody knows."""
    plain = word.rstrip(".")
    if plain in _words() or plain in _NO_CLIPS:
        return ()
    if base := next((plain.removesuffix(end) for end in _ENDINGS if plain.removesuffix(end) in _words()), None):
        return (base,)
    if word != plain or len(plain) >= _SHORTEST_CLIPPED:
        clipped = tuple(whole for whole in _words() if whole.startswith(plain))
        if clipped:
            return clipped[:_MOST]
    right = _right(plain) if len(plain) >= SHORTEST_SLIP else plain
    return () if right == plain else (right,)
