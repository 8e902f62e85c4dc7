"""Whether a line of a CV belongs to the section above it, and what a text has sections for."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from matcher.patterns import late
from matcher.readers.cells.titles import is_title, opens_with_title
from matcher.readers.cells.tongues import find_languages
from matcher.readers.texts.headings import MAX_HEADING, style_of
from matcher.readers.times.periods import read_period
from matcher.taxonomy.facts.languages import language_code
from matcher.taxonomy.facts.levels import education_level, is_native
from matcher.taxonomy.facts.municipalities import municipality

if TYPE_CHECKING:
    from matcher.readers.texts.sections import Section

_ONE_LINE = late(
    r"(?:för|efter|fullständigt )?namn|(?:first |last |full |sur|family )?names?|född|födelse\w*|(?:date of )?birth\w*"
    r"|born|(?:tele?|mobil|tel)\.?(?:fon)?(?:nr|nummer)?\.?|mobil\w*|(?:tele|cell|mobile )?phone(?: (?:number|no\.?))?"
    r"|mobile|cell|e-?post\w*|e-?mail\w*|mejl\w*|(?:gatu|post|bostads)?adress|(?:home )?address|personn(?:umme)?r|pnr"
    r"|samordningsnummer|ålder|age|kön|sex|gender|civilstånd|(?:civil|marital) status|nationalitet|nationality"
    r"|medborgarskap|citizenship|handläggare|coach|kontakt(?:uppgifter|person)?|contact|linkedin|hemsida|website",
    re.IGNORECASE,
)
# A sentence behind "Svenska: A2": the note goes on.
_STORY = late(r"(?-i:[A-ZÅÄÖ])[\w-]*(?: [\w(-]+,?){4}.*[.!?]$")
# So is a clause without its subject or its stop: "Har jobbat 6 år som sömmerska".
_WORK_TOLD = late(
    r"(?:(?:jag|hon|han|hen|vi|i|she|he) )?(?:(?:har|have|has) (?:\w+ )?)?(?:aldrig |never )?"
    r"(?:jobbat|arbetat|jobbade|arbetade|worked)\b(?! *:)"
    r"|(?:(?:jag|hon|han|hen) )?vill (?:\w+ )?(?:jobba|arbeta|bli|ha (?:jobb|arbete))\b"
    r"|söker (?:\w+ )?(?:jobb|arbete)\b|(?:(?:i|she|he) )?(?:wants?|would like) to (?:work|be)\b",
    re.IGNORECASE,
)
ENTRIES = frozenset(("work", "education"))
"""Sections whose entries may have headings of their own: "HEAD CASHIER" above "Supermarket, 2019-2021"."""
_NO_TONGUES = ("education", "skill", "informal", "work", "paper")
_ONE_VALUE = ("home", "journey", "start", "car", "native", "swedish")


def is_tongue(kind: str | None, bare: str) -> bool:
    """Tell a language ("Svenska") from a heading of languages.

    Examples
    --------
    >>> is_tongue("language", "Svenska"), is_tongue("language", "Språk"), is_tongue("skill", "Kan")
    (True, False, False)
    """
    return kind in ("language", "swedish") and language_code(bare) is not None


def following(sections: Sequence[Section], bare: str, blank: bool) -> tuple[str, str] | None:
    """Give kind and heading of the section that a line begins where a field of a form is over.

    A field among jobs or schools ("Kurser: juridik") tells of the one above it; who has years of its own is the next.

    Parameters
    ----------
    sections : sequence of Section
        What was told so far.
    bare : str
        The line, undecorated.
    blank : bool
        Whether a blank line stands above it.

    Examples
    --------
    >>> from matcher.readers.texts.sections import Section
    >>> told = [Section("education", ["KTH 2014-2018"], heading="SKOLA"), Section("paper", ["juridik"], key="Kurser")]
    >>> following(told, "Vasaskolan 2011-2014", False), following(told, "statistik", False)
    (('education', 'SKOLA'), None)
    """
    last = sections[-1]
    if last.key:
        above = next((section for section in reversed(sections) if not section.key), None)
        if above and above.heading and above.kind in ENTRIES and read_period(bare[:_LINE]).is_span:
            return above.kind, above.heading
    return ("top", "") if is_over(last, bare, blank) else None


_LINE = 300
"""Characters of a line in which its years stand."""


def is_over(section: Section, bare: str, blank: bool) -> bool:
    """Tell that a field of a form ("Kommun: Nacka") has its value, and what follows a blank line is something else.

    A name, a number or an age takes its own line only: what stands below "Namn: ..." or "Tel: ..." is no part of it.

    Parameters
    ----------
    section : Section
    bare : str
        The line, undecorated.
    blank : bool
        Whether a blank line stands above it.

    Examples
    --------
    >>> from matcher.readers.texts.sections import Section
    >>> is_over(Section("home", ["Nacka"], key="Kommun"), "Kock", True)
    True
    """
    if section.heading or not section.lines:
        return False
    if section.kind == "drop":
        return blank or bool(_ONE_LINE.fullmatch(section.key))
    if section.key and section.kind == "skill" and blank and _STORY.match(bare):
        return True  # "Kan: sömnad, broderi", and below it the letter goes on
    if section.key and section.kind in _NO_TONGUES and is_language(bare):
        return True  # "Utb: gymnasium 12 år", and below it "Arabiska mm. Eng B1"
    if section.key and section.kind in ("work", "paper") and kind_by_line(bare) == "education":
        return True  # "Erfarenhet: kock 3 år", and below it "Grundskola 9 år i Irak"
    full = section.kind in _ONE_VALUE or (section.kind == "language" and not find_languages(bare))
    return full and (blank or (bool(section.key) and bool(_STORY.match(bare) or _WORK_TOLD.match(bare))))


def is_name_or_place(line: str) -> bool:
    """Whether a line begins a CV behind a note: a number for a name, or where somebody lives.

    Examples
    --------
    >>> is_name_or_place("P07"), is_name_or_place("Täby"), is_name_or_place("Kock")
    (True, True, False)
    """
    bare = line.strip()
    return bool(re.fullmatch(r"[A-Za-z]\d{1,4}", bare)) or (len(bare) < _SHORT and municipality(bare) is not None)


_SHORT = 30


def is_language(bare: str) -> bool:
    """Whether a line begins with a language and tells how well it is known.

    Examples
    --------
    >>> is_language("Arabiska - modersmål"), is_language("Kock, svenska")
    (True, False)
    """
    found = find_languages(bare) if len(bare) <= 2 * MAX_HEADING else []
    known = is_native(bare) or re.search(r"(?<!\w)[ABC][12](?!\w)", bare)
    return bool(found) and found[0][0] == 0 and bool(known)


def is_item(current: Section, named: str, value: str) -> bool:
    """Keep "Svenska: B1" under languages, "Körkort: B" under papers, and "Also: dishwasher, 2015-2016" under work.

    Examples
    --------
    >>> from matcher.readers.texts.sections import Section
    >>> is_item(Section("language"), "swedish", "B1"), is_item(Section("home"), "paper", "B")
    (True, False)
    """
    also = current.kind == "work" and named == "informal" and read_period(value[:300]).is_span
    # Behind the field "Kan: sömnad" of a form "Praktiskt: bor i Lund" is the next one.
    # Below "Yrke: Kock" "Erfarenhet: 5 år" tells of it; behind "Jobb innan: kock 5 år" "Jobb här: ..." does not.
    told = named == "work" and not read_period(current.text[:300]).is_empty
    field = bool(current.key) and (current.kind in ("skill", "native") or named == "drop" or told)
    return also or (named in _ITEMS.get(current.kind, ()) and not field)


_ITEMS = {
    "language": ("language", "swedish", "native"), "native": ("swedish",), "paper": ("car", "profession"),
    "work": ("work", "drop"), "start": ("start",), "skill": ("other", "skill"),
}  # fmt: skip


def say_themselves(sections: Sequence[Section], styles: Collection[str]) -> None:
    """Give a line that was taken for a heading its own words where it says all there is: "Egen bil" below licences.

    Parameters
    ----------
    sections : sequence of Section
        Changed where they are.
    styles : collection of str
        Ways in which the text sets its headings: a line set so is one, with nothing below it.

    Examples
    --------
    >>> from matcher.readers.texts.sections import Section
    >>> made = [Section("paper", ["B (svenskt)"], heading="KÖRKORT"), Section("car", heading="Egen bil")]
    >>> say_themselves(made, {"capitals"})
    >>> made[1].lines
    ['Egen bil']
    """
    # "JOBB" has too few letters to count as capitals.
    set_apart = set(styles) - {"plain"} if "capitals" in styles else set(styles)
    for above, section in pairwise(sections):
        alone = section.kind == "car" and not section.lines and above.kind == "paper" and bool(above.lines)
        if alone and _OWN_CAR.fullmatch(section.heading) and style_of(section.heading) not in set_apart:
            section.add(section.heading, 0)


_OWN_CAR = late(
    r"(?:(?:har |have |has )?(?:tillgång till|access to)(?: an?| en| ett)? )?(?:(?<=till )|(?<=to )"
    r"|(?<=to a )|egen |eget |own )(?:bil|fordon|car)",
    re.IGNORECASE,
)


def kind_by_line(line: str) -> str | None:
    """Tell what a line is about that stands below a heading in words of its own; ``None`` where it does not say.

    Examples
    --------
    >>> kind_by_line("2008-2013 bagare, Syrien"), kind_by_line("Grundskola i Irak, 9 år"), kind_by_line("sömnad")
    ('work', 'education', None)
    """
    period = read_period(line[:300])
    if is_language(line):
        return "language"
    if education_level(line) and not period.is_empty and not opens_with_title(line):
        return "education"
    return "work" if period.is_span and is_title(_PART.split(period.rest.strip(" .,:;-–|"))[0]) else None


_PART = late(r"\s*[,|(:;]|\s[-–—]\s")


def headed_kinds(sections: Sequence[Section]) -> set[str]:
    """Tell what a text has sections of its own for; "Svenska: B1" tells of one language and "Körkort: B" of no card.

    Examples
    --------
    >>> from matcher.readers.texts.sections import Section
    >>> headed_kinds([Section("language", ["Svenska: B1"], key="Svenska"), Section("work", ["kock"], key="Arbete")])
    {'work'}
    """
    return {one.kind for one in sections if not (one.key and (find_languages(one.key) or _DRIVES.match(one.key)))}


_DRIVES = late(r"(?:kör)?kort(?!\w)|driv\w+ licen[cs]e", re.IGNORECASE)
