"""Labels before what a note says in one line ("Mål: lager"): what they are about, also by the names of columns."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.readers.cells.titles import is_title
from matcher.readers.sheets.naming import field_of, respelt
from matcher.readers.texts.headings import kind_of
from matcher.taxonomy.wording import fold

_SECTION_OF_FIELD = {
    "municipality": "home", "language": "language", "native": "native", "swedish": "swedish", "sfi": "swedish",
    "education": "education", "education_level": "education", "education_years": "education", "job": "work",
    "skill": "skill", "informal": "informal", "licence": "paper", "certificate": "paper", "own_car": "car",
    "profession": "profession", "wish": "wish", "not_wanted": "not_wanted", "start": "start", "hours": "start",
    "travel": "journey", "protected": "drop",
}  # fmt: skip
_SURE = 12
"""Weight from which the name of a column is taken for a label's."""
_MOST_WORDS = 5
# Under the heading of a job or a school these are told of it: "Arbetsuppgifter: ...", "Språk: engelska".
_ELSEWHERE = frozenset(("home", "car", "wish", "not_wanted", "start", "journey", "drop"))
_LACKING = late(
    r"(?:det )?(?:saknar|saknas|behöver|behövs|behov|brister|(?:stöd|utvecklings|kompetens|utbildnings)behov"
    r"|lacks?|lacking|missing|needs?)(?: (?:just )?(?:nu|now))?"
    # What has been asked for is not held yet.
    r"|(?:har |has |have )?(?:ansökt(?: om)?|ansökan inskickad|applied(?: for)?|väntar på|inväntar|waiting for|awaiting"
    r"|anmäld till|bokade?|bokat|booked)",
    re.IGNORECASE,
)
_PLANNED = late(
    r"kvar att göra|planering|planerar|plan|hinder|svårigheter|(?:fysiska )?begränsningar|att (?:göra|ordna|lösa)"
    r"|(?:physical )?(?:restrictions|limitations)|to do|plans?|barriers?",
    re.IGNORECASE,
)
# "Hygiene certificate: yes", "Traktorkörkort: nej"
_PAPER = late(r"(?:[\w-]+ ){0,3}[\w-]*(?:certificate|licen[cs]e|intyg|bevis|(?<!s)kort)", re.IGNORECASE)
# "Inkom per telefon: ...", "Telefonnotering: ...": what follows is the note, and no number to leave out.
_CAME_BY = late(
    r"(?<!\w)(?:per|via|by|över|on the) (?:telefon|phone|mejl|mail|e-?post|e-?mail)(?!\w)"
    r"|^(?:telefon|mejl|mail)(?:samtal|notering|anteckning|kontakt|konversation)\w*",
    re.IGNORECASE,
)


def kind_of_label(label: str, headed: bool = False) -> str | None:
    """Section that a label before a colon names.

    Parameters
    ----------
    label : str
    headed : bool, default False
        Whether it stands below a heading, where only what cannot be told of a job or a school begins anew.

    Returns
    -------
    str or None
        As :func:`matcher.readers.texts.headings.kind_of`, by the names that sheets give their columns where that
        knows none; ``"lacking"`` for what somebody has not; ``None`` where neither tells.

    Examples
    --------
    >>> [kind_of_label(label) for label in ("Mål", "Körkort i Sverige", "Engelska", "Saknar", "Moppe")]
    ['wish', 'paper', 'language', 'lacking', None]
    >>> kind_of_label("Arbetsuppgifter", headed=True), kind_of_label("Yrkesmål", headed=True)
    (None, 'wish')
    """
    if _CAME_BY.search(label) or re.search(r"[.!)]\s", label):
        return None  # how a note came in says nothing of what stands in it
    plain = fold(label)
    # Among skills "Planering: ..." and "Hygien: ..." are groups of them.
    if _LACKING.fullmatch(plain) or (not headed and _PLANNED.fullmatch(plain)):
        return "lacking"
    if kind := kind_of(label):
        return kind
    if not headed and _PAPER.fullmatch(label):
        return "paper"
    field, attribute, weight = field_of(label)
    if (
        is_title(label)
        or ", " in label
        or attribute
        or weight < _SURE
        or label.count(" ") >= _MOST_WORDS
        or ". " in label
    ):
        return None
    kind = _SECTION_OF_FIELD.get(field or "")
    return kind if not headed or kind in _ELSEWHERE else None


def kind_of_line(bare: str) -> str | None:
    """Section that a line names; one that ends with a colon also by words that are misspelt, or as a label does.

    Examples
    --------
    >>> [kind_of_line(line) for line in ("Språk", "Spårk:", "Spårk", "Kan bröja:", "Kuskaper:")]
    ['language', 'language', None, 'start', 'skill']
    """
    kind = kind_of(bare)
    if kind or not bare.endswith(":") or bare.count(" ") >= _MOST_WORDS:
        return kind
    return kind_of(respelt(bare, _SHORTEST_SLIP) or "") or kind_of_label(bare[:-1])


_SHORTEST_SLIP = 4
"""Letters of a word of a heading that may be misspelt."""
_DASHED = late(r"^([A-ZÅÄÖ][^-–:|,.\n]{1,30}?) [-–] (?=\S)", re.MULTILINE)
_AT_LEAST = 3
"""Known labels with a dash from which the lines of a text are fields of a form."""


def with_colons(text: str) -> str:
    r"""Put colons behind labels that a text parts from their values by dashes, where several are known.

    Examples
    --------
    >>> with_colons("Location - Lund\nEducation - none\nSwedish - C1\nCook - 2 years").split("\n")
    ['Location: Lund', 'Education: none', 'Swedish: C1', 'Cook - 2 years']
    """
    labels = {label for label in _DASHED.findall(text) if kind_of_label(label)}
    if len(labels) < _AT_LEAST:
        return text
    return _DASHED.sub(lambda match: f"{match[1]}: " if match[1] in labels else match.group(), text)
