"""Cards and courses of a person, and the way to a licence to practise: "ID06 + lift", "ssk: gör kunskapsprov"."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cache
from typing import Literal, NamedTuple, cast

from matcher.patterns import late
from matcher.readers.cells.familiar import HALF, known_share
from matcher.readers.cells.lacking import GAP, ONCE, UNSURE, answered, each_denied, names_no_card
from matcher.readers.cells.licence import is_past
from matcher.readers.cells.shortforms import spelled_out
from matcher.readers.cells.wished import without_wished
from matcher.readers.cells.words import denies, is_absent, is_silent, split_list, yes_or_no
from matcher.readers.lexicon import rows
from matcher.readers.times.periods import read_period
from matcher.records import LicensedProfession
from matcher.taxonomy.facts.certificates import find_certificates
from matcher.taxonomy.facts.countries import find_countries
from matcher.taxonomy.facts.professions import find_professions

Step = Literal["licensed", "applied", "knowledge_test", "none"]


# papers.tsv: clipped forms spelled as the lexicon of ads knows them, slugs of what it lacks, authorised titles that are
# no licences, and words for each step on the way to a licence ("none" first, for it holds the others' words).
@cache
def _rows(kind: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    read = []
    for own, value, words in rows("papers"):
        if own == kind:
            whole = words.startswith("^") or kind == "slug"
            read.append((value, re.compile(words if whole else rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)))
    return tuple(read)


# "Svetslicens, giltig till 2027": until when a paper is valid is none of its own.
_VALID_UNTIL = late(
    r"[\s,;(–-]{1,40}(?:är |ska |måste |behöver |to be )?(?:giltig(?:t|hetstid)?|gäller|valid|expires?|utgår|går ut"
    r"|förnyas|renewed)(?! (?:ej|inte|not))(?:(?: (?:(?:t|fr)\.?o\.?m\.?|tills?|until|through|to|from|från|sedan"
    r"|och med|on)){0,4}:?)? ?(?:[^\W\d_]{3,9} |\d{1,2}[ /.-]){0,2}(?:19|20)\d\d(?:-\d\d){0,2}\)?",
    re.IGNORECASE,
)
# A person calls so whoever has learnt the trade in whatever country; it is no authorisation by a Swedish agency.
_TRAINED = late(r"(?:certified|licensed|certifierad) (?:electricians?|elektriker)(?!\w)", re.IGNORECASE)
_NATIONAL = frozenset(("aut_el", "taxi", "ordningsvakt", "vaktarutbildning"))
"""What a Swedish agency permits: of another country it is none."""


# "HLR vuxen + barn" is one course for two kinds of patients.
_PATIENTS = r"(?:för )?(?:(?:små|späd)?barn|vuxn?[ae]?n?|child(?:ren)?|infants?|adults?)"
_OF_CHILDREN = late(
    rf"(?<!\w)hlr(?:-?kurs)?,? \(?{_PATIENTS}\)?(?:(?: ?[+/&,] ?| (?:och|o|and) ){_PATIENTS}){{1,2}}(?![\w-])",
    re.IGNORECASE,
)


class Cards(NamedTuple):
    """Cards, courses and permits that a text tells of.

    Attributes
    ----------
    held : list of str
        Slugs of ``taxonomy/lexicon/certificates.tsv``, else made of the words.
    doubts : list of str
        What was doubtful, for the report.
    lacking : list of str
        Slugs of the lexicon that the text says are lacking, gone out or under way.
    """

    held: list[str]
    doubts: list[str]
    lacking: list[str]


def read_certificates(text: str, as_of: date | None = None) -> Cards:
    """Read cards, courses and permits that a person holds, and those that a text says are not held.

    Parameters
    ----------
    text : str
    as_of : datetime.date, optional
        The day to judge by: a card with an earlier last day has gone out. Without it every such card is held.

    Examples
    --------
    >>> cards = read_certificates("ID06 + heta arb., YKB saknas; barn-HLR")
    >>> cards.held, cards.lacking
    (['id06', 'heta_arbeten', 'hlr'], ['ykb'])
    >>> read_certificates("YKB, truckkort giltigt till 2024", date(2026, 1, 1)).lacking
    ['truck']
    """
    if is_silent(text) or (is_absent(text) and not find_certificates(text)):
        return Cards([], [], [])
    slugs: list[str] = []
    lacked: list[str] = []
    text = _VALID_UNTIL.sub(lambda match: " utgått" if is_past(match[0], as_of) else "", text)
    text = each_denied(_OF_CHILDREN.sub("HLR", text))
    held = without_wished(text)
    doubts = [] if held == text else ["a course or card that is lacking or under way counts as none"]
    for item in answered(
        part
        for whole in split_list(held)
        for part in re.split(r"\s\+\s|(?<!-)\s+(?:och|samt|and|men|but)\s+|\s*&\s*", whole)
    ):
        plain = certificate_words(read_period(item).rest)
        unsure = UNSURE.search(item)
        gone = bool(GAP.search(item))
        if gone or unsure or ONCE.match(item):
            doubts.append("a course or card that is lacking or under way counts as none")
            # "Travers- och liftkort: lift ja, travers nej"
            lacking = {slug for _, _, slug in find_certificates(plain)}
            slugs = [slug for slug in slugs if slug not in lacking]
            lacked += sorted(lacking) if gone and not unsure else []
            continue
        found = [slug for start, _, slug in find_certificates(plain) if not _TRAINED.match(plain, start)]
        if not _NATIONAL.isdisjoint(found) and _elsewhere(re.sub(r"(?<!\w)[A-Z]{1,2}(?!\w)", " ", plain)):
            doubts.append("a permit of another country counts as none")
            continue
        if not found and (slug := _slug(plain)):
            found = [slug]
        slugs += found
    return Cards(*(list(dict.fromkeys(found)) for found in (slugs, doubts, lacked)))


def certificate_words(item: str) -> str:
    """Spell out the short forms of cards and courses.

    Examples
    --------
    >>> certificate_words("heta arb. 2028"), certificate_words("livsmedelshyg.")
    ('heta arbeten 2028', 'livsmedelshygien')
    """
    plain = item.strip()
    for long, short in _rows("clipped"):
        plain = short.sub(long, plain)
    return plain


_CLASS = late(r"\(?(?:klass(?:er)?|class(?:es)?|typ|type|behörighet)?:? ?[a-d]\d?\)?", re.IGNORECASE)
# A licence to drive has a field of its own, and what a register says of somebody none.
_NO_CARD = late(
    r"(?<!för)körkort|(?<![^\W\d_])kk(?!\w)|driving licen[cs]e|licen[cs]e:? (?:category|class)|(?:register)?utdrag"
    r"|criminal record",
    re.IGNORECASE,
)

_PAPER = late(r"certifi(?:cate|kat)|(?:bevis|intyg|diplom)(?:et)?(?!\w)|diploma", re.IGNORECASE)


def _slug(item: str) -> str | None:
    if slug := next((slug for slug, words in _rows("slug") if words.search(item)), None):
        return slug
    if known_share(item) <= HALF and not _PAPER.search(item):
        return None  # "ringer alltid sin granne på söndagar"
    if yes_or_no(item) is not None or names_no_card(item) or _CLASS.fullmatch(item.strip()) or _NO_CARD.search(item):
        return None
    plain = unicodedata.normalize("NFKD", re.sub(r"\(.*?\)", " ", item).casefold()).encode("ascii", "ignore").decode()
    words_ = re.findall(r"[a-z0-9]+", plain)
    return "_".join(words_)[:60] if 1 <= len(words_) <= 6 and any(len(word) > 1 for word in words_) else None


def read_profession(text: str) -> LicensedProfession | None:
    """Read where a person stands on the way to a licence to practise.

    Examples
    --------
    >>> read_profession("ssk: gör kunskapsprov").status, read_profession("lärare - ej sökt").status
    ('knowledge_test', 'none')
    >>> read_profession("advokat: nej, ej ansökt").profession, read_profession("- (tandsköt. är ej leg.)")
    ('advokat', None)
    """
    if is_silent(text) or denies(text, None):
        return None
    found = find_professions(text.replace("fsk-lärare", "förskollärare"))
    before = re.match(r"\s*([^\W\d_][\w -]{1,40}?)\s*(?::|\s[-–]\s|,|\()", text)
    name = found[0][2] if found else _licensed_in(text) or (_named(before[1]) if before else None)
    for label, words in _rows("authorised"):
        if words.search(text):
            name = label
    if name is None:
        return None
    told = _DONE.sub(" ", text)
    # "Ingen svensk legitimation men har sökt": what stands behind "but" is where somebody stands today.
    behind = _BUT.split(told)[-1]
    told = behind if _UNDER_WAY.search(behind) else told
    for step, words in _rows("step"):
        if words.search(told):
            # A licence of another country says nothing of the Swedish one.
            elsewhere = step == "licensed" and _elsewhere(text)
            return None if elsewhere else LicensedProfession(profession=name, status=cast("Step", step))
    return None


_BUT = late(r",?\s(?:men|but)\s", re.IGNORECASE)
_UNDER_WAY = late(
    r"^(?:har |has |have |är |is )?(?:nu |redan |now |already )?(?:an?sökt|sökt|applied|skickat|inskickad|bokat)",
    re.IGNORECASE,
)


def _named(words: str) -> str | None:
    """Give the profession that words before a colon or a comma name: not "Ansökt hos Skolverket", "Sverige"."""
    told = find_countries(words) or any(step.search(words) for _, step in _rows("step"))
    return None if told or _NO_NAME.search(words) else _spelled(words)


# "Auktorisation: ej ansökt" names no profession.
_NO_NAME = late(
    r"(?<!\w)(?:\w*legitimation|(?:svensk )?leg|auktorisation|licen[cs]e|an?sök\w*|application|status"
    r"|behörighet|registration|exams?|test|prov|theory|teori\w*|practice|praktik|steg \d|del \d)(?!\w)",
    re.IGNORECASE,
)
# A step before the licence that is done: "utbildningen godkänd", "språkkravet klart".
_DONE = late(
    r"(?<!\w)(?:utb\w*\.?|examen|granskning\w*|bedömning\w*|svenska\w*|språk\w*|C1|teori\w*|komplettering\w*)"
    r"\W+(?:(?:är|av|har|hos|socialstyrelsen|uhr|skolverket|blev)\W+)*(?:godkän\w*|klar\w*|ok|ja)(?!\w)",
    re.IGNORECASE,
)
_HOME = late(r"(?<!\w)(?:hemlandet|utlandet|utländsk\w*|home country|abroad|foreign)(?!\w)", re.IGNORECASE)


def _elsewhere(text: str) -> bool:
    codes = {place.code for place in find_countries(text)}
    return "SE" not in codes and bool(codes or _HOME.search(text))


def _spelled(name: str) -> str:
    """Spell a short title out, and give it its canonical label if it is one that needs a licence."""
    whole = spelled_out(name.strip()).casefold()
    found = find_professions(whole)
    return found[0][2] if found else whole


_COMPOUND = late(r"(?<!\w)([^\W\d_]{3,30}?)-?(?:legitim(?:ation|erad)|leg)(?![^\W\d_])", re.IGNORECASE)


def _licensed_in(text: str) -> str | None:
    """Find the profession in a compound ("lärarlegitimation"), whose first part lost or changed its last vowel."""
    for match in _COMPOUND.finditer(text):
        stem = match[1].casefold()
        for word in (stem, f"{stem}e", f"{stem[:-1]}a", spelled_out(stem)):
            if found := find_professions(word):
                return found[0][2]
    return None
