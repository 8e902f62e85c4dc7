"""What somebody can do: sections of a text CV, lists of labels, and skills told in sentences."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from matcher.patterns import late
from matcher.readers.cells.doing import WHO
from matcher.readers.cells.papers import read_certificates
from matcher.readers.cells.shortforms import activity
from matcher.readers.cells.titles import labels_of
from matcher.readers.cells.words import split_list
from matcher.readers.draft import Draft
from matcher.readers.lexicon import joined, rows
from matcher.readers.privacy.others import own_clauses
from matcher.readers.texts.sections import Section
from matcher.readers.told.paperlines import DRIVES, read_paper_lines
from matcher.readers.told.planlines import SENTENCE, items_of
from matcher.taxonomy.facts.certificates import find_certificates
from matcher.taxonomy.facts.countries import find_countries
from matcher.taxonomy.facts.levels import word_interval
from matcher.taxonomy.facts.municipalities import municipality
from matcher.taxonomy.wording import fold

_WORDS = joined("skills")

_SHORT = 80
"""A line longer than this tells a story and names no licence, in characters."""


def read_skill_lines(draft: Draft, section: Section, as_of: date | None) -> None:
    """Read skills, and what of cards, of a licence or of told deeds stands among them."""
    lines = _table_rows(items_of(Section("skill", _unwrapped(section.lines))))
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


def _unwrapped(lines: list[str]) -> list[str]:
    """Join the lines of a list that was broken at a width: "Excel, Word, ekonomisk", "redovisning, bokslut"."""
    whole: list[str] = []
    for line in lines:
        if whole and line.lstrip()[:1].islower() and _GOES_ON.search(whole[-1]):
            whole[-1] += f" {line.lstrip()}"
        else:
            whole.append(line)
    return whole


# What is described stands behind such a word; a line that ends with a noun may have lost its comma there.
_GOES_ON = late(r"^[^,]{2,60},(?:[^,]{2,60},)+ ?[^\W\d_]{2,}(?:iska?|liga?|ella?|ande|iva?)$")


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


_CLAUSE = late(r"[;:–—]\s+|,?\s+(?:men|but|fast|although|medan|while)\s+|\.\s+")
# What is hoped for, learnt just now, asked of others or denied is no skill.
_NO_SKILL = late(rf"(?<!\w)(?:{_WORDS['no_skill']})(?!\w)", re.IGNORECASE)
_PAST = late(r"(?:de|dde|t|tt|ed|ing|ar|er|or|gs?|old|ept|ew|ught)$", re.IGNORECASE)
_CAN = late(r"(?:\b(?:kan|kunde|can|could|to|att|och|and|or|eller|how)|,)\s+$", re.IGNORECASE)
_AT_HOME = late(
    r"(?<!\w)(?:hemma|hushåll\w*|familjen|at home|household|for (?:my|his|her|the) family)(?!\w)", re.IGNORECASE
)


@cache
def _deeds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    # The skill itself counts, and who did it may stand between any two words: "packade hon fisk".
    pairs = ((skill, f"{verbs.replace(' ', rf'(?: {WHO})? ')}|{skill}") for skill, verbs in rows("deeds"))
    return tuple((skill, re.compile(rf"(?<![\w;|/-])(?:{verbs})(?![\w;|/-])", re.IGNORECASE)) for skill, verbs in pairs)


def told_skills(sentence: str) -> tuple[list[str], list[str]]:
    """Read the skills that a sentence tells of.

    Parameters
    ----------
    sentence : str

    Returns
    -------
    list of str
        Those of work.
    list of str
        Those of home.

    Examples
    --------
    >>> told_skills("Där rensade och packade hon fisk."), told_skills("Jag lagade mat hemma.")
    ((['fiskrensning'], []), ([], ['matlagning']))
    >>> told_skills("He knows Excel, Fortnox and a bit of Visma.")[0]
    ['Excel', 'Fortnox', 'Visma']
    >>> told_skills("Vill lära sig svetsa."), told_skills("Hon kan inte sy.")
    (([], []), ([], []))
    """
    found: list[str] = []
    for clause in _CLAUSE.split(own_clauses(sentence)):
        denied = _NO_SKILL.search(clause)
        plain = clause[: denied.start()] if denied else clause
        found += [*_done(plain), *_looked_after(plain), *_programs(plain)]
    found = list(dict.fromkeys(found))
    return ([], found) if _AT_HOME.search(sentence) else (found, [])


def _done(clause: str) -> list[str]:
    """Name deeds in the order of the clause; of two that overlap the longer one counts."""
    spans: list[tuple[int, int, str]] = []
    for skill, verbs in _deeds():
        for match in verbs.finditer(clause):
            # "Clean", "cook" and "städa" alone are deeds where somebody can or did do them.
            bare = " " not in match.group() and not _PAST.search(match.group())
            if not bare or _CAN.search(clause, 0, match.start()):
                spans.append((match.start(), match.end(), skill))
    longest = sorted(spans, key=lambda span: (span[0] - span[1], span[0]))
    kept: list[tuple[int, int, str]] = []
    for start, end, skill in longest:
        if all(end <= held[0] or held[1] <= start for held in kept):
            kept.append((start, end, skill))
    return [skill for _, _, skill in sorted(kept)]


_AFTER = late(
    rf"(?<!\w)(?:{_WORDS['after']})\s+(?:bl\.? ?a\.? |bland annat |among other things )?(?P<what>[^.;:()]{{3,160}})",
    re.IGNORECASE,
)
_DEED = late(rf"\w*(?:{_WORDS['deed']})(?:en|et|n)?", re.IGNORECASE)
_NO_DEED = late(_WORDS["no_deed"], re.IGNORECASE)
_MOST_WORDS = 3
_BEHIND = late(
    r"\s+(?:på|i|hos|vid|för|under|när|in|at|for|on|during|utan|without|som|där)\s.*", re.IGNORECASE | re.DOTALL
)


def _looked_after(clause: str) -> list[str]:
    """Read nouns of what somebody did: "skötte inköp, kassa och bokföring"."""
    found: list[str] = []
    for match in _AFTER.finditer(clause):
        for item in _items(match["what"]):
            plain = _BEHIND.sub("", item).strip()
            last = plain.rsplit(" ", 1)[-1]
            known = fold(plain) in labels_of("skill") or activity(plain) != plain
            deed = _DEED.fullmatch(last) and not _NO_DEED.fullmatch(last)
            if plain and len(plain.split()) <= _MOST_WORDS and (known or deed):
                found.append(activity(plain))
    return found


_USES = late(
    r"(?<!\w)(?:knows?|uses?|used|using|använder|använt|kan|behärskar|(?:data)?program(?:men|met)?|system(?:en|et)?"
    r"|familiar with|van (?:vid|med|att använda)|(?:jobba|arbeta|rita|modellera|programmera)(?:t|de|r) i|work(?:s"
    r"|ed)? (?:in|with))\s*:?\s+"
    r"(?:(?:både|both|programmen|systemen) )?(?P<what>(?-i:[A-Z])[^.;:()]{1,160})",
    re.IGNORECASE,
)
_LISTED = late(
    r"^(?P<what>(?:[A-Z][\w.+#-]*(?: [A-Z\d][\w.+#-]*){0,2}(?:,\s+(?:och |and )?|\s+(?:och|and|samt)\s+|$|(?= på "
    r"| at |\.$))){2,})"
)
_NAME = late(r"[A-Z][\w.+#-]*(?: [A-Za-z\d][\w.+#-]*){0,2}")
_LITTLE = late(
    r"^(?:a (?:bit|little) (?:of )?|some |basic |lite |även |också |also )+|\s+(?:på|at|i)\s.*$", re.IGNORECASE
)


def _programs(clause: str) -> list[str]:
    """Read names of programs and tools, where at least one of them is known: "AutoCAD, PVsyst och Excel"."""
    for match in (_USES.search(clause), _LISTED.match(clause.strip())):
        named = [_LITTLE.sub("", item) for item in _items(match["what"])] if match else []
        named = [
            item for item in named if _NAME.fullmatch(item) and not find_countries(item) and not municipality(item)
        ]
        if any(fold(item) in labels_of("skill") for item in named):
            return named
    return []


def _items(text: str) -> list[str]:
    return [item.strip() for item in split_list(re.sub(r"\s+(?:och|samt|and|eller|or)\s+", ", ", text)) if item.strip()]
