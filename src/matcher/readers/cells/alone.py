"""Headers that name one card, one language or one thing each, or a unit; their cells say yes, no, or how much."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.readers.cells.tongues import find_languages
from matcher.readers.lexicon import joined
from matcher.taxonomy.facts.certificates import find_certificates
from matcher.taxonomy.wording import fold

_SAID = joined("alone")

_PLAIN = (
    ("sprak", "språk"), ("modersmal", "modersmål"), ("korkort", "körkort"), ("onsk", "önsk"), ("borja", "börja"),
    ("niva", "nivå"), ("(?<!\\w)ar(?!\\w)", "år"), ("behorighet", "behörighet"), ("halsa", "hälsa"), ("kon", "kön"),
    ("fodel", "födel"), ("fodd", "född"), ("alder", "ålder"), ("tillstand", "tillstånd"),
)  # fmt: skip
_PLAIN_WORDS = tuple((late(rf"(?<![^\W\d_]){plain}", re.IGNORECASE), word) for plain, word in _PLAIN)


def spelled(header: str) -> str:
    """Spell a header out that a program wrote with underscores, and so perhaps without dots and rings.

    Examples
    --------
    >>> spelled("onskat_yrke"), spelled("utbildning_ar"), spelled("Yrke"), spelled("occupationsToAvoid")
    ('önskat yrke', 'utbildning år', 'Yrke', 'occupations to avoid')
    """
    if glued := _GLUED.fullmatch(header):
        header = f"{glued[1]}_{glued[2]}{'iktning' if glued[2].casefold() == 'inr' else ''}"
    if _CAMEL.fullmatch(header):
        return _HUMP.sub(" ", header).lower()
    if "_" not in header and header not in _ALONE:
        return header
    words = header.replace("_", " ")
    for plain, word in _PLAIN_WORDS:
        words = plain.sub(word, words)
    return words


_GLUED = late(r"(utb|spr(?:ak)?\d?|yrke\d?|jobb\d?|sv)(niv[aå]|inr|land|[aå]r)", re.IGNORECASE)
"""Names of columns that an old program wrote as one word: "UTBNIVA", "SPR2NIVA"."""
_CAMEL = late(r"[a-z]{2,}(?:[A-Z][a-z]+)+")
_HUMP = late(r"(?<=[a-z])(?=[A-Z])")
_ALONE = frozenset(("modersmal", "korkort", "sprak", "kon", "alder", "fodd", "halsa", "uppehallstillstand"))
_ITEM = late(r"[^:\[]*[^\s:]\s*(?::\s*([^\W\d_][^:?()\[]{1,40})|\[([^\W\d_][^\[\]]{1,40})\])")


def item_of(header: str) -> str | None:
    """Words behind the colon, or in the square brackets, of a header that asks for one thing each.

    Its cells say yes, no or how long.

    Examples
    --------
    >>> item_of("Vill jobba med: lager"), item_of("When can you work? [Nights]"), item_of("Yrke 1:")
    ('lager', 'Nights', None)
    """
    found = _ITEM.fullmatch(header.strip())
    return (found[1] or found[2]).strip() if found else None


_UNIT = r"(?:år|years?|yrs|mån(?:ader)?|months?)"
_COUNTED = late(
    rf"(?:antal )?{_UNIT}(?: of experience| erfarenhet)?(?:,? (?:som|as|inom|med|in|with|of|av)(?: an?)? |: ?)"
    rf"(?P<behind>[^\W\d_][^:?()\d]{{2,40}})|(?P<before>[^\W\d_][^:?()\d]{{2,40}}?)[ ,:-]*\(?(?:antal )?{_UNIT}\)?",
    re.IGNORECASE,
)
_EXPERIENCE = late(r"(?P<sv>[^\W\d_]{3,}?)s?erfarenhet|(?P<en>[^\W\d_]{3,}(?: [^\W\d_]+)?) experience", re.IGNORECASE)
_OF_ANY = late(rf"(?:{_SAID['of_any']})\b.*", re.IGNORECASE)


_TRADE = late(
    r"(?:har (?:du )?)?(?:erfarenhet|experience) (?:av|inom|från|i|of|in|with|from)(?: att)? "
    r"(?!(?:arbet|jobb|yrk|work|job)\w*\b)[^\W\d_]{3,}.*",
    re.IGNORECASE,
)


def of_one_trade(header: str) -> bool:
    """Whether a header asks for experience of one trade: who denies it may have worked elsewhere.

    Examples
    --------
    >>> of_one_trade("Lagererfarenhet (mån)"), of_one_trade("Experience of cleaning?"), of_one_trade("Yrkeserfarenhet")
    (True, True, False)
    """
    words = re.sub(r"\s*\(.*?\)|[\s?:]+$", "", header.strip())
    told = _EXPERIENCE.fullmatch(words)
    return bool(_TRADE.fullmatch(words)) or (told is not None and not _OF_ANY.fullmatch(told["sv"] or told["en"]))


def counted_of(header: str) -> str | None:
    """Words for the work whose years or months a header asks for; its cells are numbers.

    Examples
    --------
    >>> counted_of("Svetsare (år)"), counted_of("Years as a cook"), counted_of("Kökserfarenhet (mån)")
    ('Svetsare', 'cook', 'köksarbete')
    >>> counted_of("Yrkeserfarenhet (år)"), counted_of("Svetsare")
    (None, None)
    """
    found = _COUNTED.fullmatch(header.strip())
    if found is None:
        return None
    words: str = (found["behind"] or found["before"]).strip()
    if told := _EXPERIENCE.fullmatch(words):
        return (told["en"] or f"{words[: -len('erfarenhet')].lower()}arbete") if of_one_trade(words) else None
    return words


_ASKED = late(rf"(?<=\w[- ])(?:intyg|bevis|utbildning|utb\.?)$|(?<!\w)(?:{_SAID['asked']})(?!\w)|[\s/?:().,-]")


def card_of(header: str) -> str | None:
    """Words for a card, course or permit if a header names one and nothing else.

    Examples
    --------
    >>> card_of("Truckkort J/N"), card_of("HLR (ja/nej)"), card_of("Intyg/kurser"), card_of("Truckkort och YKB")
    ('truckkort', 'hlr', None, None)
    >>> card_of("Truckkurs"), card_of("Forklift course")
    ('truckkort', 'forklift card')
    """
    words = _CLIPPED.sub(lambda clipped: _WHOLE[clipped[1]], fold(item_of(header) or header))
    words = "livsmedelshygien" if words == "hygien" else words
    found = find_certificates(words)
    if not found:
        # "Truckkurs", "Forklift course": a course in what a card is for.
        words = re.sub(r"kurs(?!\w)", "kort", re.sub(r" (?:course|certs?)(?!\w)", " card", words))
        found = find_certificates(words)
    if len(found) != 1:
        return None
    start, end, _ = found[0]
    return None if _ASKED.sub("", f"{words[:start]}x{words[end:]}") != "x" else words[start:end]


_WHOLE = {"utb": "utbildning", "hyg": "hygien"}
_CLIPPED = late(r"(?<=[^\W\d_])(utb|hyg)\.?(?!\w)")
"""Ends of words that headers clip: "Hygienutb.", "Livsmedelshyg."."""


_SKILL = rf"(?<!\w)(?:i )?(?:{_SAID['skill']})(?!\w)"
_SKILL_WORD = late(_SKILL, re.IGNORECASE)
_LEVEL_WORDS = late(rf"{_SKILL}|(?<!\w)(?:{_SAID['level_words']})(?!\w)|[\s/?:().,-]", re.IGNORECASE)


def skill_word(header: str) -> str:
    """Words for speaking, listening, reading or writing if a header is nothing else; a level may be named beside them.

    Examples
    --------
    >>> skill_word("Tal (nivå)"), skill_word("Reading"), skill_word("Läser till kock")
    ('Tal', 'Reading', '')
    """
    found = _SKILL_WORD.search(header)
    return found.group() if found and not _LEVEL_WORDS.sub("", header) else ""


def language_of(header: str) -> str | None:
    """Words for a language other than Swedish if a header names one and nothing else, and whether it is spoken.

    Examples
    --------
    >>> language_of("Engelska nivå"), language_of("English (spoken)"), language_of("Svenska")
    ('Engelska', 'English spoken', None)
    """
    one = item_of(header) or ""
    if skill_word(one) and len(asked := find_languages(header)) == 1:
        # "How good is your English? [Speaking]"
        start, end, code = asked[0]
        return None if code == "sv" else f"{header[start:end]} {one}"
    header = _SCALE.sub(" ", one if find_languages(one) else header)
    found = find_languages(header)
    if len(found) != 1 or found[0][2] == "sv":
        return None
    start, end, _ = found[0]
    rest = f"{header[:start]} {header[end:]}"
    if _LEVEL_WORDS.sub("", rest):
        return None
    skill = skill_word(rest)
    # "Speaks English?" asks for the language, not for how it is spoken.
    return f"{header[start:end]} {'' if fold(skill) in _SPEAKS else skill}".strip()


_SPEAKS = frozenset(("talar", "pratar", "speaks", "speak"))


_SCALE = late(r"\([^()=]*=[^()]*\)|\(?(?<!\w)[01]\s*[-–]\s*(?:[3-9]|10)(?!\w)\)?|(?<!\w)\d{1,2}\s*=\s*[^\W\d_]+")


def unit_of(header: str) -> str:
    """Give the unit that a header names: ``"months"``, ``"hours"``, ``"minutes"`` or none.

    Examples
    --------
    >>> unit_of("Längd (mån)"), unit_of("Max restid (min)"), unit_of("Yrke")
    ('months', 'minutes', '')
    """
    low = fold(header)
    if re.search(r"(?<!\w)(?:mån|månad\w*|months?)(?!\w)", low):
        return "months"
    if re.search(r"(?<!\w)(?:tim\w*|hours?|hrs|h)(?!\w)", low) and not re.search(r"(?<!\w)min", low):
        return "hours"
    return "minutes" if re.search(r"(?<!\w)min\w*", low) else ""
