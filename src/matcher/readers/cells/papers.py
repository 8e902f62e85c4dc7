"""Cards and courses of a person, and the way to a licence to practise: "ID06 + lift", "ssk: gör kunskapsprov"."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Literal, cast

from matcher.readers.cells.words import denies, is_absent, is_silent, split_list
from matcher.readers.periods import read_period
from matcher.records import LicensedProfession
from matcher.taxonomy.certificates import find_certificates
from matcher.taxonomy.professions import find_professions

Step = Literal["licensed", "applied", "knowledge_test", "none"]

_GAP = re.compile(
    r"(?<!\w)(?:saknas|saknar|nej|ej|inte|ingen|inget|utan|utgått|utgånget|ogiltigt?|boka[dt]\w*|anmäl[dt]\w*|planer\w*"
    r"|(?:ska|skall|vill|kommer att|tänker|håller på att) (?:ta|gå|göra|skaffa)|vänta[rs]|(?:an)?sökt|pågår|påbörja\w*"
    r"|går (?:kurs|utbildning)\w*|läser till|på gång|inte klart?|in progress|ongoing|going to take|will take"
    r"|kurs (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|v\.? ?\d)\w*|not|no|missing|expired|booked"
    r"|planned)(?!\w)",
    re.IGNORECASE,
)  # fmt: skip


# papers.tsv holds clipped forms spelled so that the lexicon of ads knows them, slugs of what it lacks, authorised
# titles that are no licences, and the words for each step on the way to a licence ("none" first, for it holds the
# others' words).
@cache
def _rows(kind: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    from importlib.resources import files

    rows = []
    for line in files("matcher.readers.cells").joinpath("papers.tsv").read_text("utf-8").splitlines()[1:]:
        own, value, words = line.split("\t")
        if own == kind:
            whole = words.startswith("^") or kind == "slug"
            rows.append((value, re.compile(words if whole else rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)))
    return tuple(rows)


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


def _certificate_words(item: str) -> str:
    plain = item.strip()
    for long, short in _rows("clipped"):
        plain = short.sub(long, plain)
    return plain


def _slug(item: str) -> str | None:
    for slug, words in _rows("slug"):
        if words.search(item):
            return slug
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
    before = re.match(r"\s*([^\W\d_][\w -]{2,40}?)\s*(?::|\s[-–]\s|,|\()", text)
    name = found[0][2] if found else (before[1].strip().casefold() if before else None)
    for label, words in _rows("authorised"):
        if words.search(text):
            name = label
    if name is None:
        return None
    for step, words in _rows("step"):
        if words.search(text):
            return LicensedProfession(profession=name, status=cast("Step", step))
    return None
