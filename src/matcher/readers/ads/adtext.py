"""What ads as plain text have in common: lines that name a fact, and words by which an ad is told from a CV."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from matcher.errors import ReadError
from matcher.patterns import late
from matcher.readers.files.markup import is_page, plain
from matcher.readers.files.source import MAX_TEXT, Source
from matcher.readers.texts.opened import is_opened, opened
from matcher.readers.texts.questions import questions
from matcher.readers.texts.testimonials import is_testimonial
from matcher.taxonomy.wording import readable

MAX_AD = 1 << 20
"""Longest text that is taken for one ad, in characters."""
MAX_LINES = 5000
"""Most lines that are looked at one by one."""

_LABEL = 40
# Fact → the labels that stand before it, "Label: value" or with the value on the next line.
_LABELS: Mapping[str, tuple[str, ...]] = {
    "employer": ("arbetsgivare", "företag", "employer", "company", "bolag"),
    "municipality": ("kommun", "ort", "arbetsort", "plats", "placeringsort", "location", "city", "stationeringsort"),
    "vacancies": ("antal platser", "antal tjänster", "antal jobb", "number of positions", "vacancies", "openings"),
    "deadline": ("sista ansökningsdag", "sök senast", "ansök senast", "apply by", "application deadline", "deadline"),
    "hours": ("omfattning", "anställningsgrad", "arbetstid", "tjänstgöringsgrad", "employment type", "working hours"),
    "occupation": ("yrke", "yrkesroll", "befattning", "occupation", "job title"),
    "id": ("annons-id", "annonsid", "annonsnummer", "job id", "reference number", "referensnummer", "ref.nr"),
}
_AD_WORDS = (
    "vi söker", "söker vi", "söker nu", "om jobbet", "om tjänsten", "om rollen", "om oss", "arbetsuppgifter",
    "sök jobbet", "ansök", "ansökan", "sista ansökningsdag", "kvalifikationer", "vem är du", "vem vi söker",
    "vi erbjuder", "anställningsform", "meriterande", "du har", "du som", "din profil", "välkommen med", "tillträde",
    "varaktighet", "omfattning", "we are looking for", "are you", "about the job", "about the role", "your profile",
    "requirements", "responsibilities", "we offer", "apply", "what you will do", "you have", "employment type",
    "number of positions", "employer", "candidates",
)  # fmt: skip
_CV_WORDS = (
    "curriculum vitae", "personuppgifter", "jag ", "mitt ", "min ", "mina ", "referenser", "references",
    "anställningar", "arbetslivserfarenhet", "yrkeserfarenhet", "work experience", "modersmål", "mother tongue",
    "native language", "sfi", "deltagare", "kandidat", "hon ", "han ", "klienten", "född", "my ", "i am ", "i have ",
    "education", "utbildningar", "employment history", "hobbies", "fritidsintressen", "kartläggning", "samtal med",
)  # fmt: skip


# An ad speaks to its reader and of a "we"; a CV or a note on a person hardly does.
_ADDRESS = late(r"(?<!\w)(?:du|dig|din|ditt|dina|vi|oss|vår|vårt|våra|you|your|we|our)(?!\w)")
_MOST_ADDRESS = 6
_ENOUGH = 4


def document_text(source: Source) -> str:
    r"""Text of a source, of a document or a web page without its markup; ``""`` for what is none or far too long.

    Raises
    ------
    ReadError
        A document (DOCX, ODT, PDF) that cannot be opened.

    Examples
    --------
    >>> document_text(Source("a.html", b"<html><body><h1>Kock</h1><p>Vi lagar.</p></body></html>"))
    'Kock\n\nVi lagar.'
    """
    if is_opened(source):
        return opened(source)
    if source.folder is not None or len(source.data) > min(MAX_TEXT, 4 * MAX_AD) or source.is_binary:
        return ""
    text = source.text
    return plain(text) if is_page(source.head) else text


def text_to_know(source: Source) -> str:
    """Give the same text for telling whether it is an ad; ``""`` where it cannot be had.

    Examples
    --------
    >>> text_to_know(Source("a.txt", b"Kock")), text_to_know(Source("a.pdf", b"%PDF-1.4 broken"))
    ('Kock', '')
    """
    try:
        return document_text(source)
    except ReadError:
        return ""


_FORM = 4
"""Kinds of questions from which a text is a form; an ad asks about fewer."""


def looks_like_ad(text: str) -> bool:
    """Whether a plain text speaks as an ad does rather than as a person's CV or a note on a person.

    Examples
    --------
    >>> looks_like_ad("Vi söker en kock. Arbetsuppgifter: laga mat. Du har truckkort. Välkommen med din ansökan!")
    True
    >>> looks_like_ad("CV. Jag är kock. Yrkeserfarenhet: kock 2010-2014. Modersmål: arabiska.")
    False
    """
    asked = {question.kind for question in questions(text[:20_000].splitlines()).values()}
    if len(asked) >= _FORM or is_testimonial(text):
        return False  # a form that asks a person, or a letter that speaks for one
    low = readable(text[:20_000]).text.casefold()
    said, told = set(_words(_AD_WORDS).findall(low)), set(_words(_CV_WORDS).findall(low))
    spoken_to = len(_ADDRESS.findall(low))
    return len(said) + min(spoken_to, _MOST_ADDRESS) >= _ENOUGH + len(told)


def labelled(text: str) -> dict[str, str]:
    r"""Facts that lines of a text name, first mention of each: ``"Kommun: Solna"`` or a value below its label.

    Examples
    --------
    >>> labelled("Städare\nEmployer\nNorr AB\nKommun: Solna\nNumber of positions\n• 3")
    {'employer': 'Norr AB', 'municipality': 'Solna', 'vacancies': '3'}
    """
    found: dict[str, str] = {}
    for fact, value in labels_of(text):
        found.setdefault(fact, value)
    return found


def labels_of(text: str) -> list[tuple[str, str]]:
    """Every fact that a line of a text names, with what it says, in their order.

    Examples
    --------
    >>> labels_of("Kommun: Solna, Ort: Täby"), labels_of("Ort: Solna" + chr(10) + "Ort: Täby")
    ([('municipality', 'Solna, Ort: Täby')], [('municipality', 'Solna'), ('municipality', 'Täby')])
    """
    found: list[tuple[str, str]] = []
    wanted = ""
    for raw in text.split("\n", MAX_LINES)[:MAX_LINES]:
        line = readable(raw).text.strip(" •*-\t\r")
        if not line:
            continue
        if wanted:
            found.append((wanted, line[:200]))
        label, _, value = line.partition(":")
        fact = _facts().get(label.strip().casefold()) if len(label) <= _LABEL else None
        wanted = ""
        if fact and value.strip():
            found.append((fact, value.strip()[:200]))
        elif fact and all(fact != known for known, _ in found):
            wanted = fact
    return found


@cache
def _facts() -> Mapping[str, str]:
    return {label: fact for fact, labels in _LABELS.items() for label in labels}


@cache
def _words(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in words)})")
