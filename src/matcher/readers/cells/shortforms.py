"""Short forms of caseworkers: clipped words, trades for who works there, things for what is done with them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from matcher.patterns import late
from matcher.readers.lexicon import rows
from matcher.taxonomy.wording import fold


@cache
def _table(name: str) -> Mapping[str, str]:
    return {row[0]: row[1] for row in rows(name)}


_ENDINGS = (
    "medarb.", "bitr.", "arb.", "ass.", "tekn.", "sköt.", "sekr.", "lär.", "ing.", "hyg.", "underv.", "uppf.", "rep.",
    "op.", "mek.", "mont.",
)  # fmt: skip
"""Short forms that end a word; a longer one stands before its own end."""
_ASSISTANT = late(r"(?:stöd|lärar|elev|resurs|rehab|laborant|labb?|ekonomi|löne|tand|apoteks|social|pers)ass")
_ENGINEER = late(r"\w+s(?<!process)ing|(?:civ|el|elektro|bygg|mask|maskin|data|kemi|test|drift|miljö)ing")
_ING = late(r"[^\W\d_]{3,}[bcdfghjklmpqrstvxz]n")


def spelled_out(label: str) -> str:
    """Spell out the short forms that caseworkers use; other words stay as they are.

    Examples
    --------
    >>> [spelled_out(text) for text in ("usk", "lagerarb.", "matlagn", "ek.assistent", "Kock", "löpande band")]
    ['undersköterska', 'lagerarbetare', 'matlagning', 'ekonomiassistent', 'Kock', 'löpande band']
    """
    known = _table("abbreviations")
    whole = fold(label)
    dotted = label.strip().endswith(".") or len(whole) > 4
    for key in (whole, whole + "." if dotted else whole):
        if key in known and key not in ("pa", "ek", "gy"):
            return known[key]
    words = _DOTTED.sub("\\1.\x00", label).split(" ") if "." in label else label.split(" ")
    spelled = " ".join("".join(_word(part) for part in word.split("\x00")) for word in words)
    return _PERSONAL.sub("personlig ", spelled) if "personliga" in spelled else spelled


_DOTTED = late(r"([^\W\d_])\.(?=[^\W\d_])")
_PERSONAL = late(r"(?<![^\W\d_])personlig(?=assistent)")
_ADDED = late(r"\s*\(|\.\s|\s[-–—]\s")
_ADMINISTRATOR = late(r"adm\.?$", re.IGNORECASE)


def occupation(label: str) -> str:
    """Spell out the title of a job; a trade that stands for it names who works there.

    Examples
    --------
    >>> [occupation(text) for text in ("lager", "köksbitr.", "HR-adm.", "lager och butik", "lager (kväll)")]
    ['lagerarbetare', 'köksbiträde', 'HR-administratör', 'lager och butik', 'lagerarbetare (kväll)']
    """
    title = spelled_out(_ADMINISTRATOR.sub("administratör", label.strip()))
    added = _ADDED.search(title)
    first = title[: added.start()] if added else title
    return _table("trades").get(fold(first), first) + title[len(first) :]


def trade(label: str) -> str | None:
    """Name who works in a trade; ``None`` for other words.

    Examples
    --------
    >>> trade("kök"), trade("Lager"), trade("Solna")
    ('köksbiträde', 'lagerarbetare', None)
    """
    return _table("trades").get(fold(label))


def activity(label: str) -> str:
    """Spell out a skill; a thing that stands for what is done with it gives way to that.

    Examples
    --------
    >>> [activity(text) for text in ("kassa", "matlagn", "snö", "Excel", "kassa och lager")]
    ['kassaarbete', 'matlagning', 'snöskottning', 'Excel', 'kassa och lager']
    """
    spelled = spelled_out(label)
    return _table("activities").get(fold(label).strip(" .")) or _table("activities").get(fold(spelled), spelled)


@lru_cache(2048)
def _word(word: str) -> str:
    known = _table("abbreviations")
    lead, core, tail = _edges(word)
    low = core.casefold()
    dotted = tail.startswith(".")
    if not low or (not dotted and len(low) < 2):
        return word
    if dotted and (low + "." in known or low in known):
        return lead + known.get(low + ".", known.get(low, "")) + tail[1:]
    if not dotted and low in known and low not in ("pa", "ek", "rest", "op", "rep"):
        return lead + known[low] + tail
    if dotted or low.endswith(("arb", "bitr")) or _ASSISTANT.fullmatch(low):
        for short in _ENDINGS:
            stem = short[:-1]
            # "Byggnadsing." is short for an engineer; "städning." and "hantering." end a sentence.
            if low.endswith(stem) and len(low) > len(stem) + 2 and (stem != "ing" or _ENGINEER.fullmatch(low)):
                return lead + core[: -len(stem)] + known[short] + tail.removeprefix(".")
    if (
        _ING.fullmatch(low)
        and not low.endswith("vagn")
        and (dotted or low.endswith(("agn", "edn", "äggn", "ipn", "ädn")))
    ):
        return lead + core + "ing" + tail.removeprefix(".")
    return word


def _edges(word: str) -> tuple[str, str, str]:
    match = _EDGES.fullmatch(word)
    return (match[1], match[2], match[3]) if match else ("", word, "")


_EDGES = late(r"(\W*+)((?:.*\w)?)(\W*)", re.DOTALL)
