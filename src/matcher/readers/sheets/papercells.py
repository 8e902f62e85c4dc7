"""Papers in a sheet: driving licences, cards and courses, licences to practise; columns that are one card's alone."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.readers.cells.alone import card_of, item_of
from matcher.readers.cells.education import read_education
from matcher.readers.cells.lacking import each_denied
from matcher.readers.cells.licence import ABROAD, learns_to_drive, read_licences
from matcher.readers.cells.papers import Cards, read_certificates, read_profession
from matcher.readers.cells.practising import licence_among, licence_beside, subject_of_degree
from matcher.readers.cells.words import denies, is_absent, is_bare_yes, is_silent, split_list, yes_or_no
from matcher.readers.draft import Draft
from matcher.readers.privacy.others import own_clauses
from matcher.readers.sheets.columns import Column
from matcher.readers.sheets.prose import car_told
from matcher.readers.sheets.rowcells import Cells
from matcher.records import LicensedProfession
from matcher.taxonomy.facts.certificates import certificate_slugs, find_certificates
from matcher.taxonomy.facts.countries import find_countries
from matcher.taxonomy.facts.levels import education_level

PAPER_FIELDS = ("licence", "licence_country", "own_car", "profession")
"""Fields of a sheet that tell of papers by fixed values."""
_CLASS_NAMED = late(
    r"(?<!\w)(?:([A-D]E?)[- ]?(?:(?:kör)?kort|licen[cs]e)"
    r"|(?:körkort|kkt?|licen[cs]e|klass|class)\W{0,3}([A-D]E?)(?!\w))",
    re.IGNORECASE,
)
# "Svenskt körkort: nej", "nej, men utländskt"
_OF_SWEDEN = late(r"(?<!\w)(?:svenskt?|swedish|sverige|sweden)(?!\w)", re.IGNORECASE)
_OF_ALL = late(
    r"(?<!\w)(?:kort|\w*intyg\w*|\w*certifi\w*|certs?|\w*bevis\w*|behörighet\w*|kurser|licenser|permits?|cards?|courses?|papper)(?!\w)",
    re.IGNORECASE,
)
_NO_CAR = late(r"\W*(?:har |have )?(?:inte|ej|ingen|no)(?: någon| egen| own)? (?:bil|car)\W*", re.IGNORECASE)
_OF_CLASS = late(r"(?<!\w)[A-D]\d?(?!\w)")
_PASSED = late(r"(?:passed|godkän[dt]|klar|done|completed|genomför[dt]|avklara[dt])[.!]?", re.IGNORECASE)
_FAILED = late(
    r"(?:failed|under ?kän[dt]|(?:not|ej|inte) (?:passed|godkän[dt]|klar|done|completed|genomför[dt]))[.!]?",
    re.IGNORECASE,
)
_BESIDE = late(r"\s*[;,+&/\n]\s*|\s(?:och|samt|and)\s")


def add_papers(draft: Draft, cells: Cells) -> None:
    """Read a person's licences and cards into a draft.

    Examples
    --------
    >>> draft = Draft("row", "7")
    >>> columns = [Column(0, "Körkort", "licence"), Column(1, "HLR", "certificate")]
    >>> add_papers(draft, Cells(columns, ["CE + YKB", "nej"]))
    >>> [row.class_ for row in draft.licences], draft.certificates, draft.none
    (['CE'], ['ykb'], {'certificates.hlr'})
    """
    for column, text in cells.of("licence"):
        _licences(draft, cells, column, text)
    for column, text in cells.of("own_car"):
        draft.own_car = yes_or_no(text)
        if draft.own_car is None and not is_silent(text):
            draft.note("doubtful", "expected yes or no", column.shown)
    for column, text in cells.of("certificate"):
        card = card_of(column.header)
        if _FAILED.fullmatch(text) and card is None:
            draft.note("doubtful", "a course or card that is lacking or under way counts as none", column.shown)
        elif card is None:
            _cards(draft, column, text)
        elif not is_silent(text):
            # A bare "nej" does not deny that there are others, of other classes or names.
            done = yes_or_no(text) or _PASSED.fullmatch(text)
            if not (yes_or_no(text) is False or _FAILED.fullmatch(text)):
                draft.add_cards(_told(draft, column, card if done else f"{card} {text}"))
            elif not _OF_CLASS.search(column.header):
                draft.add_cards(Cards([], [], [slug for _, _, slug in find_certificates(card)]))
    _profession(draft, cells)


def _profession(draft: Draft, cells: Cells) -> None:
    """Read a licence to practise: one column may name the profession and the next how far somebody is."""
    said = [text for _, text in cells.of("profession") if not is_silent(text)]
    whole = ": ".join(said) if len(said) > 1 and not any(is_absent(text) for text in said[:1]) else ""
    for column, text in cells.of("profession"):
        profession = read_profession(draft.clean_clauses(text, column.shown))
        draft.profession = draft.profession or profession
        if denies(text, profession) and not whole:
            draft.none.add("licensed_profession")
    if whole and draft.profession is None:
        draft.profession = read_profession(draft.clean_clauses(whole))
    if draft.profession is None and "licensed_profession" not in draft.none:
        draft.profession = _beside_degree(draft, cells)


def _beside_degree(draft: Draft, cells: Cells) -> LicensedProfession | None:
    """Read the licence that the cell of a degree or a job tells of, or a remark beside it."""
    said = "\n".join(text for field in ("note", "profession", "certificate") for _, text in cells.of(field))
    remarks = "\n".join(map(own_clauses, re.split(r"(?<!(?<!\w)leg)[.](?!\w)|[;\n]", said)))
    for column, text in (*cells.of("education"), *cells.of("education_field"), *cells.of("job")):
        for degree in re.split(r"[;\n]", draft.clean_clauses(text, column.shown)):
            if found := licence_beside(degree) or licence_beside(degree, remarks):
                return found
    return None


def _licences(draft: Draft, cells: Cells, column: Column, text: str) -> None:
    named = _CLASS_NAMED.search(column.header)
    # "Ja" below "B-körkort" says that there is one, and nothing of where it holds.
    class_ = (named[1] or named[2]).upper() if named else ""
    said = (class_ if is_bare_yes(text) else f"{class_}, {text}") if named and yes_or_no(text) else text
    licences, doubts = read_licences(said, _licence_place(cells), draft.as_of)
    draft.licences += licences
    # Whoever lacks C may have B, not the other way round.
    if denies(text, licences) and (ABROAD.search(text) or _of_a_country(text) or _OF_SWEDEN.search(column.header)):
        draft.note("doubtful", "one licence is denied; whether there is another stays unknown", column.shown)
    elif _NO_CAR.fullmatch(text):
        pass  # of a licence it says nothing
    elif (denies(text, licences) or (not licences and learns_to_drive(text))) and class_ in ("", "B"):
        draft.none.add("driving_licences")
    for doubt in doubts:
        draft.note("doubtful", doubt, column.shown)
    if draft.own_car is None and not cells.of("own_car"):
        told = map(car_told, _BESIDE.split(text))
        draft.own_car = next((one for one in told if one is not None), None)
    # "CE + YKB"
    for part in _BESIDE.split(text):
        draft.add_cards(read_certificates(part, draft.as_of))


def _of_a_country(text: str) -> bool:
    """Whether a text names a country or its licence; "svenska" alone is a language."""
    said = [text[place.end - 2 :] for place in find_countries(text)]
    return any(not behind.startswith("ka") or _CARD.match(behind) for behind in said)


_CARD = late(r"ka (?:kör)?kort|ka kk(?!\w)", re.IGNORECASE)


def _licence_place(cells: Cells) -> str:
    """Join country and validity from the cells beside the licence; a bare "nej" is said in full."""
    parts = []
    for column, text in cells.of("licence_country"):
        answer = yes_or_no(text) if re.search(r"giltig|valid|gäller", column.header, re.IGNORECASE) else None
        parts.append(text if answer is None else "giltigt" if answer else "ej giltigt")
    return ", ".join(parts)


def _told(draft: Draft, column: Column, text: str) -> Cards:
    licence, items = licence_among(draft.clean_items(split_list(each_denied(text)), column.shown))
    draft.profession = draft.profession or licence
    cards = read_certificates("; ".join(items), draft.as_of)
    for doubt in cards.doubts:
        draft.note("doubtful", doubt, column.shown)
    return cards


_OF_DEGREE = late(r"(?<!\w)(?:examen|examina|degrees?|diploma|utb(?:ildning\w*)?|education)(?!\w)", re.IGNORECASE)
_CLASS = r"(?-i:AM|A[12]?|BE|B(?:96)?|C1?E?|D1?E?)"
_CLASSES = rf"{_CLASS}(?:\s*(?:[+/&]|och|and)\s*{_CLASS})*"
_DRIVES = late(
    rf"(?:[A-D]E?[-, ]*)+(?:kk|körkort|driving licen[cs]e)|(?:kk|körkort|driving licen[cs]e):? (?:klass )?{_CLASSES}",
    re.IGNORECASE,
)
# Below "Behörighet" classes stand alone; below "Kort" they may be of a truck.
_ENTITLED = late(r"behörighet|entitlement", re.IGNORECASE)
_BARE = late(rf"(?:{_CLASSES}|mopedkort|AM-?kort)", re.IGNORECASE)


def _cards(draft: Draft, column: Column, text: str) -> None:
    """Read a cell that names cards."""
    if is_bare_yes(text) or _PASSED.fullmatch(text):
        draft.note("doubtful", "yes, where a name was expected", column.shown)
        return
    if _OF_DEGREE.search(column.header):
        degrees = [item for item in split_list(text) if education_level(item) or subject_of_degree(item)]
        draft.education += [row for item in degrees for row in read_education(item)]
        text = "; ".join(item for item in split_list(text) if item not in degrees)
    entitled = bool(_ENTITLED.search(column.header))
    driven = [one for one in split_list(text) if _DRIVES.fullmatch(one) or (entitled and _BARE.fullmatch(one))]
    draft.licences += [row for item in driven for row in read_licences(item)[0]]
    if driven:
        text = "; ".join(item for item in split_list(text) if item not in driven)
        if not text:
            return
    cards = _told(draft, column, text)
    slugs = cards.held
    draft.none.update(f"certificates.{slug}" for slug in cards.lacking)
    if cards.lacking and not slugs:
        return
    if denies(text, certificate_slugs().intersection(slugs)):
        # "Kört truck: nej" tells of trucks alone, "Kort: ADR" of one card.
        if _OF_ALL.search(column.header) and not item_of(column.header):
            draft.none.add("certificates")
        return
    if not slugs and not is_silent(text) and not draft.is_told(column.shown):
        draft.note("doubtful", "expected the names of cards", column.shown)
    draft.certificates += [slug for slug in slugs if any(map(str.isalpha, slug))]
