"""Cards and courses of a person, and the way to a licence to practise: "ID06 + lift", "ssk: gör kunskapsprov"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Literal, cast

from matcher.readers.cells.shortforms import spelled_out
from matcher.readers.cells.words import denies, is_absent, is_silent, split_list, yes_or_no
from matcher.readers.lexicon import rows
from matcher.readers.times.periods import read_period
from matcher.records import LicensedProfession
from matcher.taxonomy.facts.certificates import find_certificates
from matcher.taxonomy.facts.countries import find_countries
from matcher.taxonomy.facts.professions import find_professions

Step = Literal["licensed", "applied", "knowledge_test", "none"]

_GAP = re.compile(
    r"(?<!\w)(?:saknas|saknar|nej|ej|inte|ingen|inget|utan|utg|utgått|utgång(?:en|et|na)"
    r"|(?:gick|gått|går|löpt|löper|löpte) (?:\w+ )?ut"
    r"|(?:skriver|gör|avlägger|skrev inte) (?:\w+ )?(?:prov|test|kurs)\w*"
    r"|förfall(?:it|et|en)|(?:ej|inte|inga) (?:förny\w+|giltiga?t?)|ogiltigt?|boka[dt]\w*|anmäl[dt]\w*|planer\w*"
    r"|(?:ska|skall|vill|kommer att|tänker|håller på att) (?:ta|gå|göra|skaffa)|vänta[rs]|beställ\w*|inte (?:kommit"
    r"|kommet)|(?:an)?sökt|pågår|pågående|påg\.?|påbörja\w*"
    r"|behöv(?:s|er)|krävs|måste (?:förnyas|tas|göras)|needs?|needed|required|theory test|driving test|uppkörning\w*"
    r"|(?:går|läser) \w*(?:kurs|utbildning)\w*|läser till|på gång|in progress|ongoing|(?:going to|will) take"
    r"|kurs (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|v\.? ?\d)\w*|not|no|missing|expired|booked"
    r"|inte klart?|planned|(?:kör)?lektion\w*|lessons)(?!\w)",
    re.IGNORECASE,
)  # fmt: skip


# papers.tsv holds clipped forms spelled so that the lexicon of ads knows them, slugs of what it lacks, authorised
# titles that are no licences, and the words for each step on the way to a licence ("none" first, for it holds the
# others' words).
@cache
def _rows(kind: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    read = []
    for own, value, words in rows("papers"):
        if own == kind:
            whole = words.startswith("^") or kind == "slug"
            read.append((value, re.compile(words if whole else rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)))
    return tuple(read)


# "Svetslicens, giltig till 2027": until when a paper is valid is none of its own.
_VALID_UNTIL = re.compile(
    r"[\s,;(–-]+(?:är )?(?:giltigt?|giltighetstid|gäller|valid|expires?|utgår|går ut|förnyas)(?! (?:ej|inte|not))"
    r"(?:(?: (?:t\.?o\.?m\.?|fr\.?o\.?m\.?|till|tills|until|through|to|from|från|sedan|och med|on))*:?)? ?"
    r"(?:[^\W\d_]{3,9} |\d{1,2}[ /.-]){0,2}(?:19|20)\d\d(?:-\d\d){0,2}\)?",
    re.IGNORECASE,
)
# A person calls so whoever has learnt the trade in whatever country; it is no authorisation by a Swedish agency.
_TRAINED = re.compile(r"(?:certified|licensed|certifierad) (?:electricians?|elektriker)(?!\w)", re.IGNORECASE)
_NATIONAL = frozenset(("aut_el", "taxi", "ordningsvakt", "vaktarutbildning"))
"""What a Swedish agency permits: of another country it is none."""
_SEGMENTS = re.compile(r"\s*[;,\n]\s*")
# "Vill gå ESA + ID06" is about both.
_INTENDS = re.compile(r"\s*(?:vill|ska|skall|tänker|planerar|anmäld till|wants to|will)\s", re.IGNORECASE)


def read_certificates(text: str) -> tuple[list[str], list[str]]:
    """Read cards, courses and permits that a person holds as slugs; those lacking or only booked are left out.

    Returns
    -------
    list of str
        Slugs of ``taxonomy/lexicon/certificates.tsv``, else made of the words.
    list of str
        What was doubtful, for the report.

    Examples
    --------
    >>> read_certificates("ID06 + heta arb., YKB saknas; barn-HLR")[0]
    ['id06', 'heta_arbeten', 'hlr']
    """
    if is_silent(text) or is_absent(text):
        return [], []
    slugs: list[str] = []
    text = _VALID_UNTIL.sub("", text)
    planned = [part for part in _SEGMENTS.split(text) if _INTENDS.match(part)]
    doubts = ["a course or card that is lacking or under way counts as none"] if planned else []
    text = "; ".join(part for part in _SEGMENTS.split(text) if not _INTENDS.match(part))
    for item in _answered(
        part for whole in split_list(text) for part in re.split(r"\s\+\s|\s+(?:och|samt|and)\s+|\s*&\s*", whole)
    ):
        plain = certificate_words(read_period(item).rest)
        if _GAP.search(item) or item.endswith("?"):
            doubts.append("a course or card that is lacking or under way counts as none")
            # "Travers- och liftkort: lift ja, travers nej"
            lacking = {slug for _, _, slug in find_certificates(plain)}
            slugs = [slug for slug in slugs if slug not in lacking]
            continue
        found = [slug for start, _, slug in find_certificates(plain) if not _TRAINED.match(plain, start)]
        if not _NATIONAL.isdisjoint(found) and _elsewhere(re.sub(r"(?<!\w)[A-Z]{1,2}(?!\w)", " ", plain)):
            doubts.append("a permit of another country counts as none")
            continue
        if not found and (slug := _slug(plain)):
            found = [slug]
        slugs += found
    return list(dict.fromkeys(slugs)), list(dict.fromkeys(doubts))


_CARD = re.compile(r"(?:kort|bevis|intyg|certifikat|licens|certificate|licen[cs]e|card)(?:et)?(?!\w)", re.IGNORECASE)
_HELD = re.compile(
    r"(?<!\w)(?:har|finns|klart?|giltigt?|avklara\w*|godkän[dt]|has|have|holds|valid|done|passed)(?!\w)", re.IGNORECASE
)
# What may stand beside the name of a card in a clause that says of nothing else: classes, years, small words.
_LITTLE = re.compile(r"(?:[\W\d]|(?<!\w)(?:[A-D]\d?|och|and|ett|ej|det|är|ett?|an?|for|för)(?!\w))*", re.IGNORECASE)
_PLACES = re.compile(r"([;,\n]\s*|\.\s+)")


def cards_apart(text: str) -> tuple[list[str], str]:
    """Take clauses that tell of a card and of nothing else out of what tells of other things.

    Returns
    -------
    list of str
        Slugs of the cards that are held; a clause about one that is lacking gives none.
    str
        The text without these clauses.

    Examples
    --------
    >>> cards_apart("Snickare 10 år, truckkort finns"), cards_apart("Lagerarbetare, truck, 3 år")
    ((['truck'], 'Snickare 10 år'), ([], 'Lagerarbetare, truck, 3 år'))
    >>> cards_apart("kock 4 år; hygienintyg saknas"), cards_apart("ring om truckkort")
    (([], 'kock 4 år'), ([], 'ring om truckkort'))
    """
    if not (_CARD.search(text) or _HELD.search(text)):
        return [], text
    slugs: list[str] = []
    kept = ""
    parts = _PLACES.split(text)
    for sign, clause in zip(("", *parts[1::2]), parts[::2], strict=True):
        if _is_of_card(clause):
            slugs += read_certificates(clause)[0]
        else:
            kept += (sign if kept else "") + clause
    return slugs, kept


def _is_of_card(clause: str) -> bool:
    if not (_CARD.search(clause) or _HELD.search(clause)):
        return False
    plain = certificate_words(clause)
    found = find_certificates(plain)
    for start, end, _ in reversed(found):
        plain = plain[:start] + plain[end:]
    return bool(found) and bool(_LITTLE.fullmatch(_HELD.sub("", _GAP.sub("", plain))))


# "nej", "utgången 2023", "inte än", "anmäld prov i vår": says of what stands before it that it is not held, as
# "B gick ut 2023" does behind "Truckkort A och".
_ANSWER = re.compile(
    r"(?:\W|(?-i:[A-D]\d?)(?!\w)|(?:är|också|även|än(?:nu)?|längre|mer|klart?|giltigt?|kvar|bokad|till|på|i|den?|om|för|har"
    r"|snart|vår(?:en)?|höst(?:en)?|sommar(?:en)?|vinter(?:n)?|prov\w*|kurs\w*|utbildning|förnyas|behöver|måste|det"
    r"|dessa|båda|bägge|alla|yet|any ?more|in|for|the|it|they|both|have|has"
    r"|hos|elsäkerhetsverket|transportstyrelsen|polisen|länsstyrelsen)(?!\w))*",
    re.IGNORECASE,
)


def _answered(items: Iterable[str]) -> list[str]:
    """Join a number to what it is of ("HLR, 2023"), and what is nothing but a denial to what it denies: "ADR - nej"."""
    joined: list[str] = []
    for item in items:
        rest = _GAP.sub(" ", read_period(item).rest or item)
        if joined and _AMOUNT.fullmatch(item):
            joined[-1] += f", {item}"
        elif joined and _GAP.search(item) and _ANSWER.fullmatch(rest):
            joined[-1] += f": {item}"
        else:
            joined.append(item)
    return joined


# Of what kind a licence to weld is, when a course was, how long it took: "Svetslicens 111, 135", "ESA, 2022".
_AMOUNT = re.compile(r"[\d\W]+(?:år|mån\w*|veckor|dagar|h|tim\w*|y?hp|p|poäng|weeks|days|hours)?", re.IGNORECASE)


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


_CLASS = re.compile(r"\(?(?:klass(?:er)?|class(?:es)?|typ|type|behörighet)?:? ?[a-d]\d?\)?", re.IGNORECASE)
# A licence to drive has a field of its own, and what a register says of somebody none.
_NO_CARD = re.compile(
    r"(?<!för)körkort|(?<![^\W\d_])kk(?!\w)|driving licen[cs]e|(?:register)?utdrag|criminal record", re.IGNORECASE
)


def _slug(item: str) -> str | None:
    for slug, words in _rows("slug"):
        if words.search(item):
            return slug
    if yes_or_no(item) is not None or _CLASS.fullmatch(item.strip()) or _NO_CARD.search(item):
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


_BUT = re.compile(r",?\s(?:men|but)\s", re.IGNORECASE)
_UNDER_WAY = re.compile(
    r"^(?:har |has |have |är |is )?(?:nu |redan |now |already )?(?:an?sökt|sökt|applied|skickat|inskickad|bokat)",
    re.IGNORECASE,
)


def _named(words: str) -> str | None:
    """Give the profession that words before a colon or a comma name: not "Ansökt hos Skolverket", "Sverige"."""
    told = find_countries(words) or any(step.search(words) for _, step in _rows("step"))
    return None if told or _NO_NAME.search(words) else _spelled(words)


# "Auktorisation: ej ansökt" names no profession.
_NO_NAME = re.compile(
    r"(?<!\w)(?:\w*legitimation|(?:svensk )?leg|auktorisation|licen[cs]e|an?sök\w*|application|status"
    r"|behörighet|registration|exams?|test|prov|theory|teori\w*|practice|praktik|steg \d|del \d)(?!\w)",
    re.IGNORECASE,
)
# A step before the licence that is done: "utbildningen godkänd", "språkkravet klart".
_DONE = re.compile(
    r"(?<!\w)(?:utb\w*\.?|examen|granskning\w*|bedömning\w*|svenska\w*|språk\w*|C1|teori\w*|komplettering\w*)"
    r"\W+(?:(?:är|av|har|hos|socialstyrelsen|uhr|skolverket|blev)\W+)*(?:godkän\w*|klar\w*|ok|ja)(?!\w)",
    re.IGNORECASE,
)
_HOME = re.compile(r"(?<!\w)(?:hemlandet|utlandet|utländsk\w*|home country|abroad|foreign)(?!\w)", re.IGNORECASE)


def _elsewhere(text: str) -> bool:
    codes = {place.code for place in find_countries(text)}
    return "SE" not in codes and bool(codes or _HOME.search(text))


def _spelled(name: str) -> str:
    """Spell a short title out, and give it its canonical label if it is one that needs a licence."""
    whole = spelled_out(name.strip()).casefold()
    found = find_professions(whole)
    return found[0][2] if found else whole


_COMPOUND = re.compile(r"(?<!\w)([^\W\d_]{3,30}?)-?(?:legitim(?:ation|erad)|leg)(?![^\W\d_])", re.IGNORECASE)


def _licensed_in(text: str) -> str | None:
    """Find the profession in a compound ("lärarlegitimation"), whose first part lost or changed its last vowel."""
    for match in _COMPOUND.finditer(text):
        stem = match[1].casefold()
        for word in (stem, f"{stem}e", f"{stem[:-1]}a", spelled_out(stem)):
            if found := find_professions(word):
                return found[0][2]
    return None
