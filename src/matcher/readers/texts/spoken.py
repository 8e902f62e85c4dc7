"""Texts written as they are spoken, set in sentences: no capitals, no stops, "å" for "och" (chats, dictation)."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.readers.cells.places import city_as_written
from matcher.readers.cells.shortforms import spelled_out
from matcher.taxonomy.facts.municipalities import municipality

_SMALL_START = late(r"(?P<last>[\w)%]+)(?P<stop>[.!?]+)(?P<blank> +)(?P<first>[a-zåäö])")
_LARGE_START = late(r"[\w)%][.!?]+ +[A-ZÅÄÖ]")
_SHORTS = frozenset(
    ("ca", "dvs", "etc", "ev", "ex", "m", "kl", "nr", "tel", "max", "min", "resp", "mm", "osv", "obs", "approx", "incl")
)
_STOP = late(r"[.!?;:]|,\s")
_AND = late(r"(?<= )å(?= (?!andra |ena ))")
_SPOKEN = {"nåt": "något", "nån": "någon", "mej": "mig", "dej": "dig", "sej": "sig", "jobba": "jobbade"}
_SPOKEN_WORD = late(r"(?<!\w)(?:nåt|nån|mej|dej|sej|(?<=har )jobba(?= ))(?!\w)")
# Where somebody begins to tell the next thing: "... i nairobi | han kan svetsa", "| svenskan är sfi b".
_NEXT = late(
    r" (?:(?:och|men|sen|sedan|så|and|but|then|so|also) )?(?="
    r"(?:(?:jag|han|hon|hen|deltagaren|i|he|she) (?:har|är|bor|kan|kunde|pratar|talar|vill|jobba\w*|arbeta\w*|gick"
    r"|läser"
    r"|läste|var|kommer|kom|heter|söker|tar|tog|åker|kör|körde|has|have|had|is|am|was|lives?|live|can|could|speaks?"
    r"|wants?|would|worked|works?|went|came|studied|drives?|drove)"
    r"|(?:svenskan|engelskan|swedish|english) (?:är|is))(?!\w))",
    re.IGNORECASE,
)
_WORD_OF_PLACE = late(r"(?<= i )[a-zåäö]{3,}|(?<= in )[a-z]{3,}|(?<= från )[a-zåäö]{3,}|(?<= from )[a-z]{3,}")
_PICTURE = late(r"(?<=\w) ?[\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F\u200D]+ +(?=\w)")
_LONG, _APART = 150, 140
"""A line from which stops are missed, and how far apart they stand at most, in characters."""


def in_sentences(text: str) -> str:
    """Set a text that is written as it is spoken in sentences with capitals; others stay as they are.

    Parameters
    ----------
    text : str

    Returns
    -------
    str

    Examples
    --------
    >>> in_sentences("hej! jag bor i lund. har jobbat som kock i 3 år. kan börja nu")
    'hej! Jag bor i Lund. Har jobbat som kock i 3 år. Kan börja nu'
    >>> in_sentences("Lagerarb. iran 5 år. Kock i Mosul.")
    'Lagerarb. iran 5 år. Kock i Mosul.'
    """
    lines = [_stopped(line) if _runs_on(line) else line for line in text.split("\n")]
    told = "\n".join(lines)
    small = [match for match in _SMALL_START.finditer(told) if not _is_short(match)]
    if lines != text.split("\n") or len(small) > max(1, len(_LARGE_START.findall(told))):
        told = _SMALL_START.sub(_capital, _PICTURE.sub(". ", told))
        told = _WORD_OF_PLACE.sub(_place, told)
    return told


def _runs_on(line: str) -> bool:
    return len(line) > _LONG and len(_STOP.findall(line)) < len(line) / _APART and len(_NEXT.findall(line)) > 1


def _stopped(line: str) -> str:
    plain = _SPOKEN_WORD.sub(lambda match: _SPOKEN[match.group()], _AND.sub("och", line))
    first, *rest = _NEXT.split(plain)
    return ". ".join([first, *(part[:1].upper() + part[1:] for part in rest)])


def _is_short(match: re.Match[str]) -> bool:
    last = match["last"].casefold()
    return last in _SHORTS or spelled_out(f"{last}.") != f"{last}." or (len(last) == 1 and last.isalpha())


def _capital(match: re.Match[str]) -> str:
    if match["stop"] == "." and _is_short(match):
        return match.group()
    return f"{match['last']}{match['stop']}{match['blank']}{match['first'].upper()}"


def _place(match: re.Match[str]) -> str:
    word = match.group()
    return city_as_written(word) or (word.capitalize() if municipality(word) else word)
