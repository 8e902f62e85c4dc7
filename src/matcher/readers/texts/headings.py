"""Headings of a plain text: what a section is about by the words of its heading, and how a text sets headings."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from itertools import pairwise

from matcher.patterns import late
from matcher.readers.cells.titles import is_title
from matcher.readers.lexicon import rows
from matcher.taxonomy.facts.languages import language_code
from matcher.taxonomy.scanning.wordings import Wordings
from matcher.taxonomy.wording import fold

MAX_HEADING = 60
"""Longest line that is a heading, in characters."""
ITEM = late(r"[-–•·●▪+]\s|\*\s")
DECORATION = late(r"^(?:[#>\s]+|[a-h]\)\s+|§ ?\d{1,2}\.?\s+|\d{1,2}(?:(?:\.\d{1,2})+\.?|[.)])\s+|[-–•·●▪*+]\s+)+")
_EMPHASIS = late(r"(\*\*|__|\*|_)(?=\S)([^*_\n]{1,120}?)(?<=\S)\1")


@cache
def _wordings() -> tuple[Wordings[str], Wordings[str]]:
    """Wordings of whole headings, and words that let one guess what another heading is about."""
    whole: list[tuple[str, str]] = []
    parts: list[tuple[str, str]] = []
    for kind, pattern in rows("sections"):
        (parts if kind[0] == "~" else whole).append((kind.removeprefix("~"), rf"(?:{pattern})"))
    return Wordings(whole), Wordings(parts)


@lru_cache(1024)  # several readers ask a line for its heading
def kind_of(heading: str) -> str | None:
    """Section that a heading names; rows of the table that begin with a tilde are no whole headings.

    Examples
    --------
    >>> [kind_of(h) for h in ("ARBETSLIVSERFARENHET", "## Jag vill bli", "Vilka språk talar du?", "Stockholm")]
    ['work', 'wish', 'language', None]
    """
    plain = _NUMBERED.sub("", fold(DECORATION.sub("", heading)).strip(" .:?!*_=-–|"))
    if not 2 <= len(plain) <= MAX_HEADING:
        return None
    found = _whole(plain)
    if found is None and (bare := _BEFORE.sub("", plain)) != plain:
        found = _whole(bare)
    # "Intyg och kort    truckkort" is a label with what stands beside it.
    parts = [] if "    " in heading.strip() else _JOINED.split(plain)
    if found is None and 1 < len(parts) <= _MOST_PARTS and not re.search(r"[\d(:]", plain):
        # "Egenskaper och kunskaper" is what the part that is known is; "språk och körkort" would be two.
        # Nor is "AM och B, svenska", what a licence is: a language by its name heads nothing beside other words.
        kinds = {kind for part in parts if language_code(part) is None and (kind := _whole(part))}
        if "language" in kinds:
            # "Languages & interests": of what is nothing but a pastime no languages are read.
            kinds -= {"informal"}
        found = kinds.pop() if len(kinds) == 1 and kinds <= _JOINABLE else None
    return found


_NUMBERED = late(
    r",?\s+(?:\d{1,2}|m\.?\s?m|etc|osv|mm"
    r"|\(?(?:(?:senaste|nyaste|äldsta) först|(?:most recent|latest|newest) first|i urval|selected)\)?)\.?$"
)
_BEFORE = late(r"^(?:om|är|har|detta|det|de|jag är|jag har|mina|min|mitt)\s")
_JOINED = late(r"\s*(?:,|/|&|\+|\soch\s|\ssamt\s|\sand\s)\s*")
_MOST_PARTS = 3
_JOINABLE = {"work", "education", "language", "skill", "paper", "wish"}


def _whole(plain: str) -> str | None:
    return next((kind for kind, pattern in _wordings()[0].fitting(plain) if pattern.fullmatch(plain)), None)


def style_of(line: str) -> str | None:
    """Tell how a line is set that may be a heading: in capitals, with hashes, a colon, a number, or as a few words."""
    bare = line.strip()
    numbered = _NUMBER.match(bare)
    # Each number of "1 1 1 ..." would ask for the next one.
    if numbered and len(bare) - numbered.end() <= MAX_HEADING and style_of(bare[numbered.end() :]) == "plain":
        return "numbered"
    if not 3 <= len(bare) <= MAX_HEADING or re.search(r"[,;.!?|\d]", bare.strip(".")):
        return None
    if framed := _FRAMED.fullmatch(line.strip()):
        return framed[1]
    if ITEM.match(bare):
        return None
    if hashes := re.match(r"#+", bare):
        return hashes.group()
    if _EMPHASIS.fullmatch(bare.rstrip(":")):
        return "emphasis"
    if bare.isupper() and sum(map(str.isalpha, bare)) >= 5:
        return "capitals"
    if bare.endswith(":"):
        return "colon"
    return "plain" if bare[0].isupper() and bare.count(" ") < _WORDS and not is_title(bare) else None


_KINDS_OF_EXPERIENCE = late(
    r"(?!\w*(?:ing[ae]|någ|sakn|lång|stor|bred|god|gedig|viss|lite|mycket)\w* )(?!(?:no|any|some|"
    r"much|great|good|extensive|solid|little|long|years?|more) )(?:[^\W\d_]+(?:[ -](?:[^\W\d_]+|&)){0,3} |"
    r"(?!data|dator|språk|livs|it-)[^\W\d_]{3,}(?=erf))(?:experience|erfarenhet(?:er)?)"
)
_UNPAID = late(r"volunt|volontär|ideell|community|frivillig|förening")
_STUDIES = late(r"studie|utbildning")


def kind_of_experience(bare: str) -> str | None:
    """Section of a line that names a kind of experience and nothing else.

    Examples
    --------
    >>> [kind_of_experience(h) for h in ("TEACHING EXPERIENCE", "Föreningserfarenhet", "Studieerfarenhet", "Kock")]
    ['work', 'informal', 'education', None]
    """
    plain = fold(bare).strip(" :")
    if not bare[:1].isupper() or not _KINDS_OF_EXPERIENCE.fullmatch(plain):
        return None
    return "informal" if _UNPAID.match(plain) else "education" if _STUDIES.match(plain) else "work"


_WORDS = 4
# "• Språk •", "== Skola =="
_FRAMED = late(r"([•·*=~+<>-]{1,5}) ?([^\W\d_][^•·*=~+<>]{1,40}?) ?(?:\1|[<>]{1,3})")
_NUMBER = late(r"(?:§ ?)?\d{1,2}[.)]?\s+")


def house_styles(lines: list[str]) -> frozenset[str]:
    """Find the ways in which a text sets headings: those that two known ones share, and marks that are for headings."""
    counts = Counter(style for line in lines if (style := style_of(line)) and kind_of(undecorated(line)))
    return frozenset(style for style, count in counts.items() if count > 1 or style.startswith("#"))


def unlisted(text: str) -> str:
    r"""Strip the bullets of a text in which every line has one, headings too; a list of its own keeps them.

    Examples
    --------
    >>> unlisted("- Språk:\n- dari\n- Körkort:\n- B"), unlisted("- Truckkort\n- Körkort\n- svenska")
    ('Språk:\ndari\nKörkort:\nB', '- Truckkort\n- Körkort\n- svenska')
    """
    told = [line for line in text.split("\n") if any(map(str.isalpha, line))]
    if sum(_MARK.match(line) is not None for line in told) < max(_MARKED * len(told), 2 * _PARTS):
        return text
    kinds = [kind_of(undecorated(line)) for line in told]
    heads = {kind for kind, below in pairwise(kinds) if kind and not below}
    return _MARK.sub("", text) if len(heads) >= _PARTS else text


_MARK = late(r"^[ \t]*(?:[-–•·●▪+*]|\d{1,3}[.)])[ \t](?=[ \t]*\S)", re.MULTILINE)
_MARKED, _PARTS = 0.9, 2
"""How many of the lines have a bullet, and under how many headings something stands."""


def guessed(bare: str) -> str:
    """Guess what an unknown heading is about by a word of it."""
    plain = fold(bare)
    return next((kind for kind, pattern in _wordings()[1].fitting(plain) if pattern.search(plain)), "other")


def undecorated(line: str) -> str:
    """Strip a line of bullets, ordinals and emphasis.

    Examples
    --------
    >>> undecorated("  * *Bagare*, Ukraina"), undecorated("2.1  Kock"), undecorated("- matlagning")
    ('Bagare, Ukraina', 'Kock', 'matlagning')
    """
    framed = _FRAMED.fullmatch(line.strip())
    bare = framed[2] if framed else DECORATION.sub("", line.strip())
    return _EMPHASIS.sub(r"\2", bare).strip().strip("|").strip()
