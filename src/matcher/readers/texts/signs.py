"""Signs as people and programs write them, made readable: words without end, pictures, drawn Arabic and Hebrew."""

from __future__ import annotations

import re
import unicodedata

from matcher.patterns import late

MAX_WORD = 200
"""Signs of a word that are read."""
_WORD = late(rf"(\S{{{MAX_WORD}}})\S+")
_BLANKS = late(r"([^\S\n]{60})[^\S\n]+")  # more than any page has between two columns
_LAST_BLANKS = late(r"[ \t]+(?=\n)|(?<=[a-zåäö]) (?= [^\W\d_])")  # ... and the second of two between words


def without_end(text: str) -> tuple[str, bool]:
    r"""Cut words and blanks without end.

    Parameters
    ----------
    text : str

    Returns
    -------
    (str, bool)
        The text, and whether anything was cut that may have told something: blanks tell nothing.

    Examples
    --------
    >>> [len(part) for part in without_end("kock" + " " * 90_000 + "a" * 90_000)[0].split(" ") if part]
    [4, 200]
    >>> without_end("kock" + "\t" * 90_000)[1]
    False
    """
    short = _WORD.sub(r"\1", text)
    return _LAST_BLANKS.sub("", _without_blanks(short)), short != text


def _without_blanks(text: str) -> str:
    """Cut blanks without end alone.

    Examples
    --------
    >>> len(_without_blanks(" " * 90_000))
    60
    """
    return _BLANKS.sub(r"\1", text)


# What a picture says where no word does, as the label of a form.
_LABELS = {"Ort: ": "📍🏠🏡📌🏘", "Telefon: ": "☎📞📱☏✆", "E-post: ": "✉📧📩🖂", "Namn: ": "👤"}
_PICTURES = {picture: label for label, pictures in _LABELS.items() for picture in pictures}
_ICON = late(
    "[ \t]*(?P<icon>[\u2600-\u2604\u2607-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ue000-\uf8ff])"
    "[\ufe0e\ufe0f\u200d]*[ \t]*"
)
_BULLET = late(r"^([ \t]*)[▸►▶▹‣⁃◦○◇◆■□▪▫❖➢➤➔→✓✔✦»›\uf0b7\uf0a7\uf0d8][\ufe0e\ufe0f]?[ \t]+", re.MULTILINE)
_ROUND = late(r"^([ \t]*)o(\t|[ ]+)[ \t]*(?=\S)", re.MULTILINE)  # a bullet of Word's, as it is copied
_WIDE, _SEVERAL = 3, 3  # blanks behind one, lines that have one
# "◆ Språk" behind a blank line and above a line that no such sign opens is a heading.
_ALONE = late(
    r"(?:\A|(?<=\n))(?P<before>[ \t]*\n|\A)(?P<sign>[ \t]*[▸►▶▹◇◆■□▪▫❖➢➤➔»›][ \t]+)"
    r"(?=[^\W\d_][^\n,.:;\d]{2,30}\n[ \t]*[\w(])"
)
_RATED = late(r"[ \t]*[★☆⭐✭✮●○◉◯■□▰▱⬤⚫⚪]{2,}[ \t]*")
_ARROW = late(r"(?<=[\w)]) ?(?:→|➔|➜|->|=>|▶) ?(?=\w)")
_SIGN = late("[\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ue000-\uf8ff]")


def in_words(text: str) -> str:
    r"""Give a text without pictures: labels where they say one, hyphens for bullets and arrows, nothing for stars.

    Parameters
    ----------
    text : str

    Returns
    -------
    str

    Examples
    --------
    >>> in_words("📍 Lund ☎ 046-555\n🚗 Körkort B\n▸ Kock, 2019 → 2021\nArabiska ★★★★☆ B2")
    'Ort: Lund   Telefon: 046-555\nKörkort B\n- Kock, 2019 - 2021\nArabiska - B2'
    """
    rounds = _ROUND.findall(text) if "o " in text or "o\t" in text else []
    if len(rounds) >= _SEVERAL or any(gap == "\t" or len(gap) >= _WIDE for _, gap in rounds):
        text = _ROUND.sub(r"\1- ", text)
    if not _SIGN.search(text):
        return text
    text = _ALONE.sub(r"\g<before>", text)
    text = _BULLET.sub(r"\1- ", text)
    text = _RATED.sub(lambda m: " - " if _follows(text, m.end()) else "", text)
    text = _ARROW.sub(" - ", text)
    return _without_blanks(_ICON.sub(_worded, text))


def _follows(text: str, at: int) -> bool:
    return at < len(text) and text[at] not in "\n|"


def _worded(match: re.Match[str]) -> str:
    label = _PICTURES.get(match["icon"], "")
    first = match.start() == 0 or match.string[match.start() - 1] == "\n"
    return label if first else f"   {label}" if label else " "


_SHAPES = "\ufb1d-\ufdff\ufe70-\ufeff"
_LETTERS = f"\u0590-\u08ff{_SHAPES}"
_SHAPE = late(f"[{_SHAPES}]")
_WORD_TO_LEFT = late(f"[{_LETTERS}]+")
# A run of right-to-left words on one line, with the blanks and marks between them.
_RUN = late(f"[{_LETTERS}](?:[^\\S\n]*[.,:;()/'\"-]*[^\\S\n]*[{_LETTERS}])*")
_HEBREW_FINAL = frozenset("ךםןףץ")
_MIRRORED = str.maketrans("()[]{}<>", ")(][}{><")


def repaired(text: str) -> str:
    """Give letters for drawn shapes, and words in the order in which they are read.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
        Text without right-to-left letters, or in good order, is given back as it is.

    Examples
    --------
    >>> repaired("\ufe8e\ufe92\ufea3\ufeae\ufee3") == "مرحبا", repaired("مرحبا Kock"), repaired("Kock 2 år")
    (True, 'مرحبا Kock', 'Kock 2 år')
    """
    if not _WORD_TO_LEFT.search(text):
        return text
    if _is_turned(text):
        text = _RUN.sub(lambda run: run.group()[::-1].translate(_MIRRORED), text)
    return _SHAPE.sub(lambda shape: unicodedata.normalize("NFKC", shape.group()), text)


def _is_turned(text: str) -> bool:
    """Tell by the shapes at the ends of words: a word's first letter is drawn to be followed, its last one is final."""
    votes = 0
    for word in _WORD_TO_LEFT.findall(text):
        if len(word) < 2:
            continue
        first, last = (unicodedata.decomposition(letter).split(" ")[0] for letter in (word[0], word[-1]))
        votes += (first == "<final>") + (last == "<initial>") - (first == "<initial>") - (last == "<final>")
        votes += (word[0] in _HEBREW_FINAL) - (word[-1] in _HEBREW_FINAL)
    return votes > 0
