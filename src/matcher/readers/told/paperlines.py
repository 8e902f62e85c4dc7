"""Sections of a text CV about papers: driving licences, a car, cards and certificates, a licence to practise."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import zip_longest

from matcher.patterns import late
from matcher.readers.cells.licence import learns_to_drive, read_licences
from matcher.readers.cells.papers import read_certificates, read_profession
from matcher.readers.cells.practising import licence_among
from matcher.readers.cells.titles import is_title
from matcher.readers.cells.words import is_absent, split_list, yes_or_no
from matcher.readers.draft import Draft
from matcher.readers.texts.sections import Section
from matcher.readers.told.planlines import SENTENCE, items_of
from matcher.readers.told.prose import read_prose
from matcher.taxonomy.facts.certificates import find_certificates
from matcher.taxonomy.facts.countries import find_countries
from matcher.taxonomy.facts.professions import find_professions

DRIVES = late(r"körkort|driv(?:ing|er['’]?s?) licen[cs]e|(?<!\w)kk(?!\w)", re.IGNORECASE)
"""What names a driving licence in so many words."""
_LICENCE = late(
    r"körkort|driv(?:ing|er['’]?s?) licen|(?:category|kategori|klass) (?-i:[A-E]{1,2}\d?)(?!\w)"
    r"|(?:^|[\s,])[A-E]{1,2}\d?(?:-kort)?(?:\s+och\s+[A-E]{1,2})?(?:\s+\(|\s+från"
    r"|\s+(?:svenskt?|\w+skt)(?!\w)|,|$)|kk\b",
    re.IGNORECASE,
)
_CAR = late(
    r"(?<!\w)(?:egen (?:bil|skåpbil)|ingen bil|bil|(?:own|no|has(?: a)?|have(?: a)?|access to an?) car)(?!\w)",
    re.IGNORECASE,
)
_NAMED = late(
    r"(?:(?:övriga )?intyg|certifikat|behörigheter|kurser|certificates?|courses)(?:\s*:\s*|\s{3,})", re.IGNORECASE
)
_CARDS = late(
    r"(?<!\w)(?:(?:\w*intyg|\w*cert\w*|\w*kurser|\w*behörigheter|courses|cards?)(?!\w)|(?<![a-e]-)\w*kort(?!\w))",
    re.IGNORECASE,
)
_PROFESSION = late(
    r"legitimation|yrkestitel|(?<!\w)leg\.|kunskapsprov|licen[cs]e to practi[sc]e"
    r"|swedish (?!driv)\w+ licen[cs]e|socialstyrelsen",
    re.IGNORECASE,
)
_ONLY_LICENCES = late(
    r"\W*(?:bil)?(?:körkort\w*|kk|driv(?:ing|\w+ licen[cs]es?)|licen[cs]es?)\W*(?:typ\w*)?$", re.IGNORECASE
)
_CAR_SAID = late(
    r"(?:egen |eget |tillgång till )?(?:bil|car|fordon|vehicle)(?:(?:\s*:\s*|\s{3,})(?P<said>\w+))?", re.IGNORECASE
)


def read_paper_lines(draft: Draft, section: Section, as_of: date | None) -> None:
    """Read driving licences, a car, cards and certificates.

    Examples
    --------
    >>> draft = Draft("cv.txt", "cv")
    >>> read_paper_lines(draft, Section("paper", ["B (Sverige)", "Bil: nej", "Truckkort"]), None)
    >>> draft.licences[0].class_, draft.own_car, draft.certificates
    ('B', False, ['truck'])
    """
    for line in _with_their_classes(items_of(section)):
        for sentence in (part for whole in SENTENCE.split(line) for part in _apart(whole)):
            plain = sentence.strip(" .-")
            if not plain:
                continue
            named = _NAMED.match(plain)
            plain = plain[named.end() :] if named else plain
            if is_absent(plain) and len(plain) < _SHORT:
                if named or _of_cards(section):
                    draft.none.add("certificates")
                elif len(section.lines) == 1 or DRIVES.search(f"{section.key} {section.text}"):
                    draft.none.add("driving_licences")
            elif _PROFESSION.search(plain) and (find_professions(plain) or read_profession(plain)):
                _to_practise(draft, plain)
            elif said := _CAR_SAID.fullmatch(plain):
                draft.own_car = yes_or_no(said["said"] or "ja") if draft.own_car is None else draft.own_car
            elif _of_licences(section) and not find_certificates(plain) and not _FORKLIFT.search(plain):
                _licences(draft, _with_car(draft, plain))
            elif _is_prose(plain):
                read_prose(draft, plain, "papers", as_of, wishes=False)
            elif _LICENCE.search(plain) and not find_certificates(plain):
                beside = re.sub(r"körkort|licen[cs]e", " ", plain, flags=re.IGNORECASE)
                read_prose(draft, beside, "papers", as_of, wishes=False)
                _licences(draft, plain)
            else:
                draft.add_cards(
                    read_certificates(re.sub(r"^inga intyg$", "", plain, flags=re.IGNORECASE), as_of), known=False
                )


def _to_practise(draft: Draft, plain: str) -> None:
    """Read a licence to practise, and the cards that are listed with it."""
    licence, cards = licence_among(split_list(plain)) if find_certificates(plain) else (None, [])
    draft.profession = draft.profession or licence or read_profession(plain)
    if licence:
        draft.add_cards(read_certificates("; ".join(cards), draft.as_of))


_FORKLIFT = late(r"(?<!\w)(?:truck|fork ?lift)(?!\w)", re.IGNORECASE)


def papers_apart(section: Section) -> tuple[Section, Section | None]:
    """Part the lines that name a card or a licence and no work from a section of jobs.

    Examples
    --------
    >>> rest, papers = papers_apart(Section("work", ["Kock 2019", "Truckkort sedan mars 2024", "HLR-instruktör 2 år"]))
    >>> rest.lines, papers.lines
    (['Kock 2019', 'HLR-instruktör 2 år'], ['Truckkort sedan mars 2024'])
    """
    if section.kind not in ("work", "education"):
        return section, None
    papers = Section("paper")
    rest = replace(section, lines=[], numbers=[])
    for line, number in zip_longest(section.lines, section.numbers, fillvalue=1):
        # A course for a card stands among schools as one; a licence to drive is none wherever it stands.
        named = _names_paper(str(line)) if section.kind == "work" else bool(_LICENCE_FIRST.match(str(line)))
        part = papers if named else rest
        part.add(str(line), int(number) - 1)
    return (rest, papers) if papers.lines else (section, None)


def _names_paper(line: str) -> bool:
    found = find_certificates(line[:_LINE])
    # Not "HLR-instruktör".
    card = bool(found) and found[0][0] == 0 and not re.match(r"-\w", line[found[0][1] :])
    named = card or bool(_LICENCE_FIRST.match(line))
    return named and not is_title(re.split(r"\d|\ssedan\s", line)[0])


_LINE, _SHORT = 100, 16
_LICENCE_FIRST = late(r"(?:[A-E]{1,2}\d?-)?(?:körkort|driving licen[cs]e)(?!\w)", re.IGNORECASE)


def _with_car(draft: Draft, plain: str) -> str:
    """Read a car that stands beside a licence ("B sedan 2025, egen bil"), and give the rest."""
    if _CAR.search(plain):
        read_prose(draft, plain, "papers", wishes=False)
    return _CAR.sub(" ", plain)


def _with_their_classes(lines: list[str]) -> list[str]:
    """Join "Swedish driving licence" with the classes on the line below it."""
    joined: list[str] = []
    for line in lines:
        if joined and _WHOSE.fullmatch(joined[-1]) and _CLASSES.fullmatch(line):
            joined[-1] = f"{joined[-1].rstrip(' :')} {line}"
        else:
            joined.append(line)
    return joined


_WHOSE = late(r"(?:[^\W\d_]+ )?(?:bil)?(?:körkort|driv\w+ licen[cs]e)s?\s*:?", re.IGNORECASE)
_CLASSES = late(
    r"(?:(?:klass|category|behörighet|class)\w*:? )?(?-i:AM|[ABCD][12]?E?)"
    r"(?:(?:, ?|/| och | and | samt | ?[+&] ?)(?-i:AM|[ABCD][12]?E?)){0,6}",
    re.IGNORECASE,
)


def _of_licences(section: Section) -> bool:
    """Whether a heading names driving licences and nothing else: what stands below it is no other paper."""
    return bool(_ONLY_LICENCES.match(section.heading or section.key))


def _of_cards(section: Section) -> bool:
    """Whether a heading names cards, and no licence to drive beside them."""
    named = section.heading or section.key
    return bool(_CARDS.search(named)) and not DRIVES.search(f"{named} {section.text}")


_DENIED = late(r"(?<!\w)(?:inget|saknar|saknas|ej|no|none|nej|har inte|ännu inte|not yet)(?!\w)", re.IGNORECASE)


def _licences(draft: Draft, plain: str) -> None:
    draft.licences += read_licences(plain, as_of=draft.as_of)[0]
    # "Colombianskt (omvandlas ej)" is one of whatever class.
    if (_DENIED.search(plain) and not find_countries(plain)) or learns_to_drive(plain):
        draft.none.add("driving_licences")


def _is_prose(plain: str) -> bool:
    """Tell a sentence about a car, or about a licence to practise that does not name the profession."""
    if _PROFESSION.search(plain):
        return not find_certificates(plain)
    return bool(_CAR.search(plain)) and not _LICENCE.search(plain)


def _apart(sentence: str) -> list[str]:
    """Part "HLR, körkort B och C (svenska), bil", where cards and a licence stand together."""
    mixed = _LICENCE.search(sentence) and find_certificates(sentence)
    return (
        re.split(r"(?:[,;]|\s(?:och|and|samt|\+)(?!\s+[A-E]{1,2}\d?(?!\w)))\s+(?![A-D]\d(?!\w)|[^()]*\))", sentence)
        if mixed
        else [sentence]
    )


def read_car_lines(draft: Draft, section: Section, as_of: date | None) -> None:
    """Read whether a person has a car, and the licence that may be told of with it."""
    for line in items_of(section):
        draft.own_car = yes_or_no(line) if draft.own_car is None else draft.own_car
        if draft.own_car is None or _LICENCE.search(line):
            read_prose(draft, f"Bil: {line}", "papers", as_of, wishes=False)


def read_profession_lines(draft: Draft, section: Section, as_of: date | None) -> None:
    """Read where a person stands on the way to a licence to practise."""
    text = " ".join(items_of(section))
    draft.profession = draft.profession or read_profession(text)
    if draft.profession is None:
        told = text if _PROFESSION.search(text) else f"Legitimation: {text}"
        read_prose(draft, told, "papers", as_of, wishes=False)
