"""A plain text CV as sections: headings in many shapes, key lines ("Kan: ..."), a caseworker's note apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from matcher.patterns import late
from matcher.readers.cells.tongues import find_languages
from matcher.readers.texts.belongs import (
    ENTRIES,
    following,
    is_item,
    is_language,
    is_name_or_place,
    is_tongue,
    kind_by_line,
    say_themselves,
)
from matcher.readers.texts.formlabels import kind_of_label, kind_of_line, with_colons
from matcher.readers.texts.headings import (
    DECORATION,
    ITEM,
    MAX_HEADING,
    guessed,
    house_styles,
    kind_of,
    kind_of_experience,
    style_of,
    undecorated,
    unlisted,
)
from matcher.readers.texts.labelled import LABEL_END, labelled_entries, labels_apart
from matcher.readers.texts.pdfchild import COLUMN_END
from matcher.readers.texts.questions import Question, questions, without_speakers
from matcher.readers.texts.signs import in_words
from matcher.readers.times.periods import read_period
from matcher.taxonomy.facts.municipalities import municipality
from matcher.taxonomy.wording import fold, readable

MAX_TEXT = 100_000
"""Longest text that is read, in characters."""
_RULE = late(r"^[\s\-–—=_~*+|#.:·•°¤§^]{2,}$")
_KEY = late(r"^(?P<key>[^\W\d_][^:?|\n]{1,45}?)\s*[:?]\s+(?P<value>\S.*)$")
_WIDE = late(r"^(?P<key>[^\W\d_][^:|\n]{1,30}?)\s{4,}(?P<value>\S.*)$")
# "Körkort: B        Bil: ja": two fields of a form in one line.
_BESIDE = late(r"(?<=\S)\s{3,}(?=(?P<key>[^\W\d_][^:|\n]{1,30}?):\s+\S)")
# "Körkort: nej. Bil: ja."
_BEHIND = late(r"(?<=[\w)])[.;]\s+(?=(?P<key>[A-ZÅÄÖ][^:|.,;\n]{1,30}?):\s+\S)")
# "BOENDEORT Borlänge"
_CAPITALS = late(r"^(?P<key>[A-ZÅÄÖ]{4,}(?: [A-ZÅÄÖ]{2,}){0,2})\s+(?P<value>(?=.*[a-zåäö]).+)$")
# "Modersmål dari", "Bor Huddinge": a label whose colon was left out.
_BARE = late(
    r"^(?P<key>modersmål|mother tongue|bostadsort|kommun|boende|bor(?= (?-i:[A-ZÅÄÖ])))\s+"
    r"(?P<value>(?!är |i |som )\w.{0,80})$",
    re.IGNORECASE,
)
_AT_HOME = late(r"hemma|at home", re.IGNORECASE)
# "Jag har körkort. Kock 2 år" is two sentences.
_LEAD = late(
    r"^(?!(?i:(?:jag|hon|han|hen|i) )?(?i:har|have|has) )(?P<key>[^\W\d_][^.:!?\n]{1,40})\.\s+(?P<value>\S.*)$"
)
# "Ort.........: Halmstad": dots that lead from a label to its value.
_LEADERS = late(r"^([^\W\d_][^.:\n]{0,45}?) ?[._]{3,} ?:? ?(?=\S)", re.MULTILINE)
_CV_TITLE = late(
    r"(?<!\w)(?:c\s?\.?v\.?|curriculum vitae|mitt cv|meritförteckning|levnadsbeskrivning|uppgifter till cv"
    r"|résumé|resume)\b",
    re.IGNORECASE,
)


@dataclass
class Section:
    """One section: what it is about and its lines, indents kept, with their numbers in the text.

    ``heading`` stands above the lines, ``key`` before the first one ("Körkort: B").
    """

    kind: str
    lines: list[str] = field(default_factory=list)
    heading: str = ""
    numbers: list[int] = field(default_factory=list)
    key: str = ""

    def add(self, line: str, index: int) -> None:
        """Add a line by its index in the text."""
        self.lines.append(line)
        self.numbers.append(index + 1)

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines)


def _is_form(
    sections: list[Section], index: int, question: Question | None, entry: tuple[str, list[str]] | None
) -> bool:
    """Place a line that is a question of a form or belongs to a job or school in labelled lines; tell whether it is."""
    if question:
        sections.append(Section(kind_of(question.heading) or question.kind, heading=question.heading))
        if question.answer:
            sections[-1].add(question.answer, index)
    elif entry:
        kind, made = entry
        if sections[-1].kind != kind:
            sections.append(Section(kind))
        for line in made:
            sections[-1].add(line, index)
    return question is not None or entry is not None


def split_sections(text: str) -> list[Section]:
    r"""Split a text into sections; what stands before the first heading is ``top``.

    Examples
    --------
    >>> found = split_sections("CV\nTäby\n\nSPRÅK\ndari\nKan: sömnad, broderi\n")
    >>> [(s.kind, s.lines) for s in found]
    [('top', ['Täby']), ('language', ['dari']), ('skill', ['sömnad, broderi'])]
    """
    plain = unlisted(in_words(readable(text.replace("\r\n", "\n")[:MAX_TEXT].replace("\t", "    ")).text))
    plain = labels_apart(with_colons(without_speakers(_LEADERS.sub(r"\1: ", plain))))
    lines = plain.split("\n")
    styles = house_styles(lines)
    sections = [Section("top")]
    asked, entries = questions(lines), labelled_entries(lines)
    blank = True
    for index, line in enumerate(lines):
        if _is_form(sections, index, asked.get(index), entries.get(index)):
            blank = False
            continue
        if line == LABEL_END or (line == COLUMN_END and sections[-1].kind not in ENTRIES):
            sections.append(Section("top"))  # but jobs and schools may go on in the next column
            blank = True
            continue
        if not line.strip() or _RULE.match(line):
            # A rule ends a note: what follows is the CV.
            if line.strip() and sections[-1].kind == "note" and sections[-1].lines:
                sections.append(Section("top"))
            elif sections[-1].lines and sections[-1].lines[-1]:
                sections[-1].add("", index)
            blank = True
            continue
        if sections[-1].kind == "note" and sections[-1].lines and blank and is_name_or_place(line):
            sections.append(Section("top"))
        if sections[-1].kind == "note" and index and not blank and not _starts_cv(line) and not _is_keyed(line):
            sections[-1].add(line.rstrip(), index)
            continue
        followed = index + 1 < len(lines) and bool(lines[index + 1].strip())
        bare = undecorated(line)
        apart = blank or (bare.isupper() and bare.endswith(":"))  # "GÖR GÄRNA:" begins a section wherever it stands
        kind = (
            _headed(sections[-1], line, lines[index + 1]) if apart and followed and style_of(line) in styles else None
        )
        if kind:
            sections.append(Section(kind, heading=bare))
        else:
            _place(sections, line, blank, index)
        blank = False
    for section in sections:
        while section.lines and not section.lines[-1]:
            section.lines.pop()
            section.numbers.pop()
    say_themselves(sections, styles)
    return [s for s in sections if s.lines or s.kind == "note"]


def _headed(section: Section, line: str, below: str) -> str | None:
    """Tell what a line is about that is set as the headings of the text are; ``None`` where it is none after all."""
    bare = undecorated(line)
    known = kind_of_line(bare)
    if _CV_TITLE.search(bare) or (section.kind in ENTRIES and known is None and read_period(below[:300]).is_span):
        return None
    if known or style_of(line) not in ("plain", "numbered"):
        # What stands above everything else is a name or a title.
        told = guessed(bare)
        told = (kind_by_line(undecorated(below)) or told) if told == "other" else told
        return known or (told if section.lines or section.kind != "top" else None)
    # A plain line says less: a word of it must tell what it is about, or what stands below.
    about = "language" if is_language(undecorated(below)) else guessed(bare)
    if about == "other" and section.kind == "language":
        return about  # what stands among languages is one
    return None if about == "other" or about == section.kind else about


def _starts_cv(line: str) -> bool:
    return len(line) <= MAX_HEADING and bool(_CV_TITLE.search(DECORATION.sub("", line.strip())))


def _is_keyed(line: str) -> bool:
    """Tell a field of a form ("Kan: sömnad") from the prose of a note."""
    match = _KEY.match(undecorated(line)) or _WIDE.match(undecorated(line))
    return match is not None and kind_of_label(match["key"]) not in (None, "note", "other", "about", "drop")


def _place(sections: list[Section], line: str, blank: bool, index: int) -> None:
    bare = undecorated(line)
    if not bare:
        return
    if beside := _next_field(bare):
        _place(sections, bare[: beside.start()], blank, index)
        _place(sections, bare[beside.end() :], False, index)
        return
    if len(bare) <= MAX_HEADING + 20 and _CV_TITLE.search(bare) and kind_of(bare) is None:
        rest = re.sub(r"^[\W\d_]*[A-Z]?\d*\b", "", _CV_TITLE.sub("", bare, count=1)).strip(" -–—,|()")
        rest = re.sub(r"\)?:?\s*(?:\w*noteringar?|\w*anteckningar?)?\s(?:och|and|samt|&)$", "", rest)
        sections.append(Section("top"))
        if rest:
            sections[-1].add(rest, index)
        return
    kind = kind_of_line(bare) if blank else kind_of(bare)
    kind = None if kind != "note" and _SENTENCE.match(bare) else kind
    kind = kind or (kind_of_experience(bare) if blank else None)
    # "Modersmål" right below "Arabiska" is its level.
    level = kind == "native" and sections[-1].kind == "language" and not blank and bool(sections[-1].lines)
    # So is "Svenska" below "Arabiska" another one.
    level |= sections[-1].kind in ("language", "native") and is_tongue(kind, bare)
    if kind and not level and not (ITEM.match(line.strip()) and sections[-1].kind not in ("top", "note")):
        sections.append(Section(kind, heading=bare))
        return
    bare_too = () if sections[-1].heading else (_BARE,)
    for pattern in (_KEY, _WIDE, _CAPITALS, *bare_too) if sections[-1].kind != "note" else (_KEY, _WIDE):
        match = pattern.match(bare)
        named = _named(sections[-1], match, pattern is _KEY) if match else None
        if match and named and (named != "note" or blank) and not is_item(sections[-1], named, match["value"]):
            # "Employment: full" says how much.
            named = "start" if named == "work" and _HOURS.match(match["value"]) else named
            sections.append(Section(named, key=match["key"]))
            sections[-1].add(_told(named, match["key"], match["value"]), index)
            if pattern is _BARE:
                sections.append(Section("top"))  # nothing but its line
            return
    # "Arabiska - modersmål" begins a list of languages wherever it stands.
    if blank and sections[-1].kind not in ("note", "language", "swedish", "native", "top") and is_language(bare):
        sections.append(Section("language"))
        sections[-1].add(line.rstrip(), index)
        return
    lead = _LEAD.match(bare)
    if lead and (blank or _MINUTES.match(line)) and (named := kind_of(lead["key"])):
        sections.append(Section(named))
        sections[-1].add(lead["value"], index)
        return
    if over := following(sections, bare, blank):
        sections.append(Section(over[0], heading=over[1]))
    sections[-1].add(line.rstrip(), index)


_MINUTES = late(r"\s*(?:§ ?\d|\d{1,2}[.)]\s)")  # "§5 Önskemål. Kock."
# What stands below these headings belongs to nothing: labels begin sections as they do at the top.
_LOOSE = frozenset(("about", "other", "note", "drop"))
# Behind these nothing has a label of its own; work and skills may ("Här: lokalvårdare", "Databaser: MySQL").
CLOSED = frozenset(
    ("paper", "wish", "not_wanted", "start", "journey", "home", "car", "native", "language", "swedish", "profession")
)


def _named(section: Section, match: re.Match[str], colon: bool) -> str | None:
    """Tell what a label is about; one that nobody knows ends what was told before it: "Körkort: nej", "Cykel: ja"."""
    if not colon:
        return kind_of(match["key"])
    if SENT.fullmatch(match["key"]) and match["value"].count(" ") >= _TOLD:
        return None  # "Mejl: Hej, jag söker ..." is what was written, and no address
    if _AT_HOME.fullmatch(match["key"]) and not municipality(match["value"]):
        return "informal"  # "Hemma: hushåll för nio personer"
    unknown = "other" if section.kind in CLOSED and section.key else None
    return kind_of_label(match["key"], bool(section.heading) and section.kind not in _LOOSE) or unknown


SENT = late(r"(?:e-?)?(?:mejl|mail|post|sms|whatsapp|chatt?|tel(?:efon)?|tfn|phone|text|message)", re.IGNORECASE)
"""Labels of how something came in."""
_TOLD = 6
"""Blanks behind a label from which it stands before a text and not before an address or a number."""


def _told(kind: str, label: str, value: str) -> str:
    """Give what is told behind a label, with what the label tells: "Engelska: B1", "Swedish nurse licence: yes"."""
    if kind == "language" and (found := find_languages(label)):
        return f"{label[found[0][0] :]}: {value}"
    named = kind == "profession" and (len(label.split()) > 2 or fold(label).endswith("legitimation"))
    told = (kind == "paper" and kind_of(label) is None) or named
    return f"{label}: {value}" if told else value


def _next_field(bare: str) -> re.Match[str] | None:
    """Find where in a line another field of a form begins; behind a sentence only one that a field stands before."""
    beside = _BESIDE.search(bare)
    if beside and kind_of(beside["key"]):
        return beside
    behind = _BEHIND.search(bare) if _KEY.match(bare) else None
    return behind if behind and kind_of_label(behind["key"]) else None


_SENTENCE = late(r"(?:\S+ ){3}.*\.$")
_HOURS = late(r"(?:full|part|hel|del)(?:[ -]?ti(?:me|d))?(?!\w)|\d{2,3} ?%", re.IGNORECASE)
