"""Sections of a text CV about skills: lists of labels, and sentences about what somebody does."""

from __future__ import annotations

import re
from datetime import date

from matcher.patterns import late
from matcher.readers.cells.papers import read_certificates
from matcher.readers.cells.words import split_list
from matcher.readers.draft import Draft
from matcher.readers.lexicon import joined
from matcher.readers.texts.sections import Section
from matcher.readers.told.paperlines import DRIVES, read_paper_lines
from matcher.readers.told.planlines import SENTENCE, items_of
from matcher.taxonomy.facts.certificates import find_certificates
from matcher.taxonomy.facts.levels import word_interval

_WORDS = joined("skilllines")

_SHORT = 80
"""A line longer than this tells a story and names no licence, in characters."""


def read_skill_lines(draft: Draft, section: Section, as_of: date | None) -> None:
    """Read skills, and what of cards, of a licence or of told deeds stands among them."""
    lines = _table_rows(items_of(section))
    labels = sum(bool(_LABEL.match(line)) for line in lines) > 1
    for line in lines:
        papers, line = _papers_apart(line)
        if papers:
            read_paper_lines(draft, Section("paper", papers), as_of)
        if not line:
            continue
        line = _LABEL.sub("", line) if labels else line
        plain = _MASTERS.sub("", re.sub(r"^(?:undervisning|lab|kök|övrigt)\s*:\s*", "", line, flags=re.IGNORECASE))
        for sentence in (part.rstrip(".") for part in SENTENCE.split(plain)):
            lead = re.match(r"^(?:also|dessutom|fritid|även)\s*:?\s+", sentence, re.IGNORECASE)
            told = re.match(r"^(?:jag har|jag kan|har )\b", sentence, re.IGNORECASE)
            # "A, B och C." in a sentence of its own lists three; "kallskänk och meze" among items is one.
            listed = sentence.count(",") > 1 or ("," in sentence and (plain.endswith(".") or len(section.lines) == 1))
            items = split_list(re.sub(r"\s+(?:och|samt|and)\s+(?=[^,]+$)", ", ", sentence) if listed else sentence)
            items = [_ANSWERED.sub("", item) for item in items]
            if find_certificates(sentence) and len(items) == 1 and len(sentence) < 40:
                draft.add_cards(read_certificates(sentence, as_of), known=False)
            elif lead or told or _is_clause(sentence):
                draft.informal += draft.clean_items(
                    [i[len(lead.group()) :] if lead and not n else i for n, i in enumerate(items)], "skills"
                )
            else:
                draft.skills += draft.clean_items(items, "skills")


def _papers_apart(line: str) -> tuple[list[str], str]:
    """Take the items that name a licence or a card out of a list ("Driving licence, CPR, Excel")."""
    if not DRIVES.search(line) and not _CARD.search(line):
        return [], line
    if line.count(",") < _TWO:
        if not DRIVES.search(line):
            return [], line
        return ([line], "") if len(line) <= _SHORT else ([], line)
    items = split_list(line.rstrip("."))
    drives = DRIVES.search(line) is not None
    papers = [item for item in items if len(item) <= _SHORT and (DRIVES.search(item) or _is_card(item, drives))]
    return papers, ", ".join(item for item in items if item not in papers)


def _is_card(item: str, among_licences: bool) -> bool:
    """Tell an item that is a card: "CPR" beside a licence, "hot work certificate" anywhere, never forklift driving."""
    return bool(find_certificates(item)) and item.count(" ") < _FEW and (among_licences or bool(_CARD.search(item)))


_CARD = late(r"certificates?(?!\w)|licen[cs]es?(?!\w)|kort(?!\w)|bevis(?!\w)|intyg|certifikat", re.IGNORECASE)


_FEW = 4
"""Blanks in the name of a card in a list, at most."""


def _table_rows(lines: list[str]) -> list[str]:
    """Make rows of a table of two columns labels with what belongs to them; a header and levels beside are none."""
    rows = [line.split(" | ") for line in lines]
    if not lines or any(len(row) != _TWO for row in rows):
        return lines
    if all(_HEADER.fullmatch(cell.strip()) for cell in rows[0]):
        rows = rows[1:]
    if any("," in second for _, second in rows):
        return [f"{first}: {second}" for first, second in rows]
    return [
        first if word_interval(second) or _LEVEL.fullmatch(second.strip()) else f"{first}, {second}"
        for first, second in rows
    ]


_TWO = 2
_HEADER = late(f"(?:{_WORDS['header']})", re.IGNORECASE)
_LEVEL = late(f"(?:{_WORDS['level']})", re.IGNORECASE)
# "Kitchen: bread, menus" above "Software: Excel": what the items of a line have in common
_LABEL = late(r"^[^\W\d_][\w &/-]{2,30}:\s+(?=\S)")
_MASTERS = late(rf"^(?:{_WORDS['masters']})\s+", re.IGNORECASE)
# "Excel ja"; what is denied ("SAP nej") is left out where the record is made.
_ANSWERED = late(r"(?:\s*[:–-]|(?<=\w))\s+(?:ja|yes)(?: \([^()]*\))?$", re.IGNORECASE)
_VERB = late(r"^(?:\w+ar|\w+er|\w+yr|har|kan|får)(?= \w+ \w+| \w+ing| \w+$)", re.IGNORECASE)
_NOUN = late(f"^(?:{_WORDS['noun']})", re.IGNORECASE)


def _is_clause(sentence: str) -> bool:
    """Tell a sentence about what somebody does ("lagar cyklar åt grannar") from a label."""
    return bool(_VERB.match(sentence)) and not _NOUN.match(sentence)


def read_informal_lines(draft: Draft, section: Section, as_of: date | None) -> None:
    """Read what somebody can beside their work."""
    for line in items_of(section):
        draft.informal += draft.clean_items(split_list(line.rstrip("."), sentences=True), "informal")
