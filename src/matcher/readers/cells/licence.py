"""Driving licences, cards and courses, and the way to a licence to practise."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal, cast

from matcher.readers.cells.words import is_absent, is_silent, split_list
from matcher.readers.periods import read_period
from matcher.records import DrivingLicence, LicenceClass, LicensedProfession
from matcher.taxonomy.certificates import find_certificates
from matcher.taxonomy.countries import EEA, find_countries
from matcher.taxonomy.licences import CLASSES
from matcher.taxonomy.professions import find_professions

Validity = Literal["yes", "no", "unknown"]

_CLASS = re.compile(r"(?<![\w-])(AM|A1|A2|A|BE|B96|B|C1E|C1|CE|C|D1E|D1|DE|D)(?![\w+]|-?kurs)(?!\.\w)")
_CLASS_SMALL = re.compile(
    r"(?<![\w-])(am|a1|a2|a|be|b|c1e|c1|ce|c|d1e|d1|de|d)(?=[- ]?(?:körkort|kort|kk|behörighet|licen[cs]e)|\s*$|\s*[(,;/+])"
    r"|(?:körkort|kk|klass|class|behörighet|category)[ :,-]+(am|a1|a2|be|b|c1e|c1|ce|c|d1e|d1|de|d)(?!\w)",
    re.IGNORECASE,
)
_INVALID = re.compile(
    r"(?<!\w)(?:(?:ej|inte|icke|not|no longer|no)\s*(?:längre |longer )?(?:giltigt?|gäller|utbytt\w*|utbytbart?|godkänt|valid)|gäller (?:ej|inte|bara i|endast i)"
    r"|ogiltigt?|utgått|utgånget|gått ut|förfallet|återkallat|indraget|invalid|expired|ej i sverige|inte i sverige)(?!\w)",
    re.IGNORECASE,
)
_VALID = re.compile(r"(?<!\w)(?:giltigt?|gäller|utbytt|valid|ok|ja)(?!\w)", re.IGNORECASE)
_NOT_YET = re.compile(
    r"(?<!\w)(?:övningskör\w*|teori\w*|uppkörning\w*|körkortstillstånd|kk-?tillstånd|tillstånd|påbörja\w*|pågår|bokad\w*|anmäld\w*"
    r"|planer\w*|ska ta|vill ta|tar (?:körkort|lektioner)|körskola|kör upp|lektioner|på gång|studerar|learner|provisional|lessons"
    r"|ej klart?|inte klart?|ej tagit|ansökt|sökt)(?!\w)",
    re.IGNORECASE,
)
_GAP = re.compile(
    r"(?<!\w)(?:saknas|saknar|nej|ej|inte|ingen|inget|utan|utgått|utgånget|bokad\w*|anmäld\w*|planer\w*|ska ta|vänta[rs]|(?:an)?sökt|pågår|påbörja\w*"
    r"|kurs (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|v\.? ?\d)\w*|not|no|missing|expired|booked|planned)(?!\w)",
    re.IGNORECASE,
)  # fmt: skip


def read_licences(text: str, country: str = "", beside: bool = False) -> tuple[list[DrivingLicence], list[str]]:
    """Read driving licence classes with country and validity in Sweden.

    EEA licences are valid, and Ukrainian ones under Regulation (EU) 2022/1280; what a cell says itself comes first. A
    licence from elsewhere or without a country is ``unknown``, for the holder's time in the population register decides.

    Parameters
    ----------
    text : str
        "B och C (Ukraina)", "Ja, B", "B - tyskt, EU, gäller".
    country : str
        A cell beside it: "Syrien (utgått här)", "svenskt".
    beside : bool, default False
        Whether a small letter alone names a class (a column of nothing but classes).

    Returns
    -------
    list of DrivingLicence
    list of str
        What was doubtful, for the report.

    Examples
    --------
    >>> [(x.class_, x.country, x.valid) for x in read_licences("B + D Iran, EJ giltigt här längre")[0]]
    [('B', 'IR', 'no'), ('D', 'IR', 'no')]
    >>> [(x.class_, x.country, x.valid) for x in read_licences("Ja, B", "svenskt")[0]]
    [('B', 'SE', 'yes')]
    """
    if is_silent(text) or is_absent(text):
        return [], []
    bare = re.sub(r"\b(?:EU|EES|SFI\s*[ABCD]|[Tt]ruck\S* [A-D](?:\s*\+\s*[A-D])*)\b", " ", text)
    classes = [match.group() for match in _CLASS.finditer(bare)]
    classes += [
        (m[1] or m[2]).upper() for m in _CLASS_SMALL.finditer(bare) if (m[1] or m[2]) and not (m[1] or m[2]).isupper()
    ]
    classes = ["B" if name == "B96" else name for name in classes]
    if _NOT_YET.search(text) and not find_countries(text + " " + country):
        return [], ["a licence that is under way counts as none"] if classes else []
    if not classes:
        return [], ["expected a licence class"]
    # "gäller inte i Sverige" says how valid it is, not where it is from.
    here = re.compile(
        r"(?<!utfärdat )(?<!tagit )(?<!taget )(?<!issued )(?<!taken )(?<!\w)(?:i|in|for)\s+(?:Sverige|Sweden)(?!\w)",
        re.IGNORECASE,
    )
    places = find_countries(here.sub(" ", text)) or find_countries(country)
    codes = list(dict.fromkeys(place.code for place in places))
    code = codes[0] if codes else None
    valid = _validity(f"{text} {country}", code)
    names = [name for name in CLASSES if name in classes]
    return [DrivingLicence(class_=name, country=code, valid=valid) for name in names], []


def _validity(text: str, country: str | None) -> Validity:
    if _INVALID.search(text):
        return "no"
    if country in EEA or country == "UA":
        return "yes"
    without_yes = re.sub(r"^\s*ja\b", "", text, flags=re.IGNORECASE)
    return "yes" if _VALID.search(without_yes) and not re.search(r"\?", text) else "unknown"


def read_certificates(text: str) -> tuple[list[str], list[str]]:
    """Read cards, courses and permits that a person holds as slugs; those lacking or only booked are left out.

    Returns
    -------
    list of str
        Slugs of ``taxonomy/certificates.tsv``, else made of the words.
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
    doubts: list[str] = []
    for item in (
        part for whole in split_list(text) for part in re.split(r"\s\+\s|\s+(?:och|samt|and)\s+|\s*&\s*", whole)
    ):
        if _GAP.search(item):
            doubts.append("a course or card that is lacking or under way counts as none")
            continue
        plain = _certificate_words(read_period(item).rest or item)
        found = [slug for _, _, slug in find_certificates(plain)]
        if not found and (slug := _slug(plain)):
            found = [slug]
        slugs += found
    return list(dict.fromkeys(slugs)), list(dict.fromkeys(doubts))


def _apart(item: str) -> list[str]:
    """Part "ID06 och lift", and leave "truckkort A och B" and what is one in the lexicon whole."""
    parts = re.split(r"\s\+\s|\s+(?:och|samt|and)\s+|\s*&\s*", item)
    return parts if all(len(part) > 3 for part in parts) else [item]


# Clipped forms of cards, spelled so that the lexicon of ads knows them.
_CLIPPED = (
    (r"utb\.|utb\b", "utbildning"), (r"heta arb\.?", "heta arbeten"), (r"livsm\.? ?hyg\w*\.?|livsmedelshyg\.?", "livsmedelshygien"),
    (r"fallskydds?utb\w*\.?", "fallskydd"), (r"väktarutb\w*\.?", "väktarutbildning"), (r"brandutb\w*\.?|brandskydd\w*", "brandskyddsutbildning"),
    (r"^truck(?: [A-D](?:\s*\+\s*[A-D])*)?(?: TLP\s?\d+)?$", "truckkort"), (r"^lift$", "liftkort"), (r"^travers$", "traverskort"),
    (r"haccp", "livsmedelshygien"), (r"cert\.", "certifikat"), (r"hlr-?\s?kurs", "hlr"), (r"id-?06-?kort", "id06"),
    (r"overhead crane|crane card", "traverskort"), (r"lift card|lift platform card", "liftkort"),
    (r"^taxileg\w*\.?|taxiförarleg\w*", "taxiförarlegitimation"),
)  # fmt: skip


def _certificate_words(item: str) -> str:
    plain = item.strip()
    for short, long in _CLIPPED:
        plain = re.sub(
            rf"(?<!\w)(?:{short})(?!\w)" if not short.startswith("^") else short, long, plain, flags=re.IGNORECASE
        )
    return plain


_SLUGS = (
    (r"aws.*dev", "aws_developer"), (r"itil", "itil_foundation"), (r"istqb", "istqb_foundation"), (r"brandskydd|brandutb|fire safety", "brandskydd"),
    (r"tolk|interpret", "tolkutbildning"), (r"förarkort", "forarkort"), (r"taxi", "taxi"), (r"truck", "truck"), (r"lift", "lift"), (r"travers", "travers"),
    (r"svets|welder|welding", "svetslicens"), (r"väktar", "vaktarutbildning"), (r"hygien|haccp", "livsmedelshygien"), (r"\bhlr\b|\bcpr\b", "hlr"),
)  # fmt: skip


def _slug(item: str) -> str | None:
    for words, slug in _SLUGS:
        if re.search(words, item, re.IGNORECASE):
            return slug
    plain = unicodedata.normalize("NFKD", re.sub(r"\(.*?\)", " ", item).casefold()).encode("ascii", "ignore").decode()
    words_ = re.findall(r"[a-z0-9]+", plain)
    return "_".join(words_)[:60] if 1 <= len(words_) <= 6 and any(len(word) > 1 for word in words_) else None


_STEPS: tuple[tuple[Literal["licensed", "applied", "knowledge_test", "none"], re.Pattern[str]], ...] = tuple(
    (cast("Literal['licensed', 'applied', 'knowledge_test', 'none']", status), re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE))
    for status, words in (
        ("none", r"nej|(?:ej|inte|not|no) (?:\w+ )?(?:ansökt|sökt|påbörja\w*|klar|licen[cs]ed|applied|legitim\w*|swedish licen[cs]e yet)"
                 r"|saknas|saknar|ingen"),
        ("knowledge_test", r"kunskapsprov\w*|teoriprov\w*|praktiskt prov|provtjänstgöring|(?:the )?knowledge test|aptitude test"),
        ("applied", r"ansök\w*|sökt|söker|väntar\w*|pågå\w*|under prövning|inskickad|granskas|applied|pending|waiting|process"),
        ("licensed", r"ja|yes|legitimerad|har leg\w*|leg\.? (?:sedan|klar|20\d\d)|godkänd|klar|beviljad|utfärdad|licen[cs]ed|auktoriserad sedan"),
    )
)  # fmt: skip


_AUTHORISED = (
    (r"auktoriserad\w* tolk\w*|authori[sz]ed interpreter", "auktoriserad tolk"),
    (r"auktoriserad\w* translator\w*|authori[sz]ed translator", "auktoriserad translator"),
    (r"advokat\w*|advocate", "advokat"),
)


def read_profession(text: str) -> LicensedProfession | None:
    """Read where a person stands on the way to a licence to practise.

    Examples
    --------
    >>> read_profession("ssk: gör kunskapsprov").status, read_profession("lärare - ej sökt").status
    ('knowledge_test', 'none')
    >>> read_profession("advokat: nej, ej ansökt").profession, read_profession("- (tandsköt. är ej leg.)")
    ('advokat', None)
    """
    if is_silent(text) or is_absent(text) or re.match(r"[-–]\s*(?:\(|$)", text.strip()):
        return None
    found = find_professions(text.replace("fsk-lärare", "förskollärare"))
    before = re.match(r"\s*([^\W\d_][\w -]{2,40}?)\s*(?::|\s[-–]\s|,|\()", text)
    name = found[0][2] if found else (before[1].strip().casefold() if before else None)
    for words, label in _AUTHORISED:
        if re.search(words, text, re.IGNORECASE):
            name = label
    if name is None:
        return None
    for status, pattern in _STEPS:
        if pattern.search(text):
            return LicensedProfession(profession=name, status=status)
    return None
