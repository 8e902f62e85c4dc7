"""Small pictures and odd bullets of CVs as the words and signs that they stand for."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.readers.texts.endless import without_blanks

# What a picture says where no word does, as the label of a form.
_LABELS = {"Ort: ": "📍🏠🏡📌🏘", "Telefon: ": "☎📞📱☏✆", "E-post: ": "✉📧📩🖂", "Namn: ": "👤"}
_PICTURES = {picture: label for label, pictures in _LABELS.items() for picture in pictures}
_ICON = late(
    "[ \t]*(?P<icon>[\u2600-\u2604\u2607-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ue000-\uf8ff])"
    "[\ufe0e\ufe0f\u200d]*[ \t]*"
)
_BULLET = late(r"^([ \t]*)[▸►▶▹‣⁃◦○◇◆■□▪▫❖➢➤➔→✓✔✦»›\uf0b7\uf0a7\uf0d8][\ufe0e\ufe0f]?[ \t]+", re.MULTILINE)
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
    if not _SIGN.search(text):
        return text
    text = _ALONE.sub(r"\g<before>", text)
    text = _BULLET.sub(r"\1- ", text)
    text = _RATED.sub(lambda m: " - " if _follows(text, m.end()) else "", text)
    text = _ARROW.sub(" - ", text)
    return without_blanks(_ICON.sub(_worded, text))


def _follows(text: str, at: int) -> bool:
    return at < len(text) and text[at] not in "\n|"


def _worded(match: re.Match[str]) -> str:
    label = _PICTURES.get(match["icon"], "")
    first = match.start() == 0 or match.string[match.start() - 1] == "\n"
    return label if first else f"   {label}" if label else " "
