"""Words of a cell: nothing said, stated absence, yes or no, lists."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.readers.lexicon import joined
from matcher.taxonomy.wording import fold, readable

_WORDS = joined("words")

_SILENT = late(rf"\(?(?:{_WORDS['silent']})\)?[.!]?", re.IGNORECASE)
_ABSENT = late(rf"\(?(?:{_WORDS['absent']})\)?[.!]?", re.IGNORECASE)
# "Har" alone answers; "har ..." tells of something else unless it is the thing itself.
_YES = late(
    r"(?:(?:ja|jo|yes|x|✓|✔|sant|true|1|japp|y|j)(?!\w)|(?:jag |i )?(?:har|have|finns|egen|eget|own)"
    r"(?>\s+(?:en|a|egen|eget|tillgång till|access to|own|bil\w*|car|\w*kort\w*|licen[cs]e|my own)(?!\w))*"
    r"(?=\s*(?:$|[.,;:!(/\n–—-])))",
    re.IGNORECASE,
)


_VEHICLE = late(
    r"(?:(?:egen|liten|gammal|ny|äldre|own|familjens) )*(?:(?:skåp|person|last|flak)?bil|car|van|kombi)"
    r"(?:\W{1,3}(?P<said>ja|nej|yes|no|finns|saknas|x))?",
    re.IGNORECASE,
)


def tidy(cell: object) -> str:
    r"""Make a cell plain text: composed, without invisible characters, blanks trimmed, line breaks kept.

    Examples
    --------
    >>> tidy("  Ja,\u00a0B \r\n"), tidy(None), tidy(45.0)
    ('Ja, B', '', '45')
    """
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = readable(str(cell).replace("\r\n", "\n")[:20_000]).text
    if "\\n" in text or text[:1] in ("[", '"'):
        text = _unpacked(text.strip().replace("\\r", "").replace("\\n", "\n"))
    lines = "\n".join(" ".join(line.split()) for line in text.strip().split("\n")).strip()
    return _GAP.sub("", lines) if "\n" * _GAP_LINES in lines else lines


# "["Excel", "Word"]" and "['Excel', 'Word']": a list as programs write it
_ITEM = r"""\s*(?:"[^"\n]*"|'[^'\n]*')\s*"""
_PROGRAMS_LIST = late(rf"\[{_ITEM}(?:,{_ITEM})*\]")


def _unpacked(text: str) -> str:
    """Write a list as programs write it with an item a line, and what stands in quotes without them."""
    if text.count('"') == _PAIR and text.startswith('"') and text.endswith('"'):
        return text[1:-1]
    if not _PROGRAMS_LIST.fullmatch(text):
        return text
    return "\n".join(item.strip()[1:-1] for item in re.findall(_ITEM, text))


_PAIR = 2
_GAP_LINES = 9
_GAP = late(rf"(?<=\n{{{_GAP_LINES}}})\n+")
_ASIDE = late(r"\s*[;\n(|]|[.,](?=\s)|\s[-–—](?=\s)")


def head(text: str) -> str:
    """Give what a cell says first, without what is added behind it.

    Examples
    --------
    >>> head("nej - flyttade nyss"), head("B, Syrien"), head("-; ny i stan"), head("MIG/MAG")
    ('nej', 'B', '-', 'MIG/MAG')
    """
    plain = text.strip()
    aside = _ASIDE.search(plain)
    return plain[: aside.start()] if aside else plain


def is_silent(text: str) -> bool:
    """Whether a cell says nothing: empty, "?", "vet ej", "se anteckning".

    Examples
    --------
    >>> is_silent(""), is_silent("(förs ej här)"), is_silent("nej")
    (True, True, False)
    """
    return not text.strip() or bool(_SILENT.fullmatch(text.strip()))


def is_absent(text: str) -> bool:
    """Whether a cell states that there is none: "nej", "-", "saknas", "inget", "0".

    Examples
    --------
    >>> [is_absent(text) for text in ("Nej", "-", "saknas", "0", "inga papper", "nej, lånar ibl.", "B", "?")]
    [True, True, True, True, True, True, False, False]
    """
    return bool(_ABSENT.fullmatch(text.strip()))


def denies(text: str, found: object) -> bool:
    """Whether a cell states that there is none, whatever is added that gave nothing.

    Parameters
    ----------
    text : str
    found : object
        What the cell gave; if anything, then it denies nothing.

    Examples
    --------
    >>> denies("- ; ny i stan", []), denies("nej, men B i hemlandet", ["B"]), denies("ny i stan", [])
    (True, False, False)
    """
    return not found and (is_absent(text) or is_absent(head(text)))


def yes_or_no(text: str) -> bool | None:
    """Read a cell of yes or no; ``None`` where it is neither.

    Examples
    --------
    >>> yes_or_no("JA"), yes_or_no("x"), yes_or_no("nej, lånar ibl."), yes_or_no("-"), yes_or_no("ibland")
    (True, True, False, False, None)
    """
    if is_silent(text):
        return None
    if denies(text, None):
        return False
    if vehicle := _VEHICLE.fullmatch(head(text)):
        return vehicle["said"] is None or vehicle["said"].casefold() in ("ja", "yes", "finns", "x")
    return True if _YES.match(text.strip()) else None


def is_bare_yes(text: str) -> bool:
    """Whether a cell says yes, or is ticked, and says nothing else.

    Examples
    --------
    >>> is_bare_yes("Ja"), is_bare_yes("x"), is_bare_yes("ja, kock"), is_bare_yes("1")
    (True, True, False, False)
    """
    return bool(_BARE_YES.fullmatch(text.strip()))


_BARE_YES = late(r"[(\[]?(?:ja|jo|japp|yes|yep|x|✓|✔|☑|☒|sant|true|y|j)[)\]]?[.!]?", re.IGNORECASE)
_GRADE = late(
    r"(?:mycket |very )?(?:goda?|bra|svaga?|dålig|låg|hög|medel|ok|lite|vana?|good|poor|basic|fair|high|low)[.!]?"
    r"|[\d/., ]+",
    re.IGNORECASE,
)


def is_grade(text: str) -> bool:
    """Whether a cell says how much or how well, and not what.

    Examples
    --------
    >>> is_grade("Mycket god"), is_grade("3"), is_grade("bra på att sy")
    (True, True, False)
    """
    return bool(_GRADE.fullmatch(text.strip()))


_OUTER = late(
    r"\s*;\s*|\s*\n+\s*|\s+[-–—]\s+(?=[^\W\d_])|\s+/\s+|\s*[•·●▪→]\s*|\s*[-=]>\s*|\s*\|\s*|\s+\+\s+(?=[^\W\d_])"
)
_ORDINAL = late(r"(?:^|(?<=[\s(]))(?:\d{1,2}[.:)]\s|[a-c]\)\s)")
_BULLET = late(r"^[\s\-–*•·●▪>]+|[\s,;:!]{1,60}$")
_QUOTED = late(r"^[\"“”„«»'‘’]([^\"“”„«»]+)[\"“”„«»'‘’]$")


# "lödning/gravyr/montering" is a list; one slash is a part of a label ("MIG/MAG").
_SLASHED = late(r"[^/,;\n]{3,30}(?:/[^/,;\n]{3,30}){2,}")


# "Disk. Kassa. Lager." is a list; "Läroplan, kap. Ett" and "Kassa. Har vana" are none.
_SENTENCES = late(r"[A-ZÅÄÖ][^.;\n]{2,40}(?:(?<=\w\w)\. [A-ZÅÄÖ][^.;\n]{2,40}){2,}\.?")
_LAST = late(r"(?<=[^-\s]) +(?:och|samt|and|&) +(?=[^\W\d_][^,]*$)")


def with_last(text: str) -> str:
    """Part the last two items of a list that its commas part: "disk, kassa och lager".

    Examples
    --------
    >>> with_last("disk, kassa och lager"), with_last("tvätt och strykning"), with_last("kök; kassa, bar och disk")
    ('disk, kassa, lager', 'tvätt och strykning', 'kök; kassa, bar och disk')
    """
    if "," not in text or "(" in text or _OUTER.search(text):
        return text
    return _LAST.sub(", ", text)


def split_list(text: str, commas: bool = True, sentences: bool = False) -> list[str]:
    r"""Split a cell into its items, brackets kept whole.

    Parameters
    ----------
    text : str
    commas : bool, default True
        Whether a comma parts items too.
    sentences : bool, default False
        Whether a full stop before a new word parts items too.

    Returns
    -------
    list of str
        Without bullets, ordinals, empty items and repeats (case aside).

    Examples
    --------
    >>> split_list("kakel, klinker; MIG/MAG-svetsning\n1. fogning (våtrum, kök) 2. putsning")
    ['kakel', 'klinker', 'MIG/MAG-svetsning', 'fogning (våtrum, kök)', 'putsning']
    >>> split_list("Kock; kock, storhushåll", commas=False)
    ['Kock', 'kock, storhushåll']
    >>> split_list("'Excel', ”Word”")
    ['Excel', 'Word']
    """
    held: list[str] = []

    def hold(match: re.Match[str]) -> str:
        held.append(match.group())
        return f"\x01{len(held) - 1}\x02"

    outer = re.sub(r"\([^()]*\)", hold, text)
    if _SLASHED.fullmatch(outer.strip()):
        outer = outer.replace("/", "\n")
    outer = _ORDINAL.sub("\n", outer)
    if _SENTENCES.fullmatch(outer.strip()):
        outer = outer.replace(". ", "\n").rstrip(". ")
    if sentences:
        outer = re.sub(r"(?<=[^\W\d_]{3})[.!]+\s+(?=\S)", "\n", outer)
    pattern = re.compile(_OUTER.pattern + r"|\s*,(?!(?<=\d,)\d)\s*|,\s+") if commas else _OUTER
    items: list[str] = []
    seen: set[str] = set()
    for piece in pattern.split(outer):
        item = re.sub("\x01(\\d+)\x02", lambda m: held[int(m[1])], piece)
        item = _QUOTED.sub(r"\1", _BULLET.sub("", item).strip())
        if item and fold(item) and fold(item) not in seen:
            seen.add(fold(item))
            items.append(item)
    return items
