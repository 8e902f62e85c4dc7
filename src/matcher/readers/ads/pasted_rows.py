"""The block "Kvalifikationer" of a pasted Platsbanken page as requirement rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from matcher.patterns import late
from matcher.readers.ads.adrecord import Place
from matcher.readers.ads.rows import education_row, experience_row, language_row, licence_rows, skill_row
from matcher.records import Necessity, Requirement
from matcher.taxonomy.wording import fold

SOURCE = "qualification_block"
GROUPS = frozenset({
    "arbetslivserfarenhet", "utbildning", "språk", "kompetenser", "körkort", "egen bil", "tillgång till egen bil",
    "legitimation", "certifikat", "utbildningsnivå",
})  # fmt: skip
"""Headings of the block's groups, folded."""

_CAR = frozenset({"egen bil", "tillgång till egen bil"})
NECESSITIES: Mapping[str, Necessity] = {"krav": "must", "meriterande": "nice"}
"""Headings inside of the groups, or above several of them, folded."""
_LEVEL = late(r"(?:(?:ingen|mindre än|\d).{0,30})?erfarenhet.{0,30}", re.IGNORECASE)
_ON_ONE_LINE = late(r"(?P<label>.{2,150}?)\s+[-–]\s+(?P<level>(?:ingen|mindre|\d|erfarenhet).{0,40})", re.IGNORECASE)


def qualification_rows(lines: Sequence[str], place: Place) -> list[Requirement]:
    """Rows of the block: group, then "Krav" or "Meriterande", then values.

    Parameters
    ----------
    lines : sequence of str
        Lines below the heading "Kvalifikationer".
    place : Place
        For remarks on lines that could not be read.

    Returns
    -------
    list of Requirement
        ``source`` is ``"qualification_block"``, without quotes.

    Examples
    --------
    >>> from matcher.readers.files.source import Source
    >>> block = ["Arbetslivserfarenhet", "Krav", "Kock -  ", "2-4 års erfarenhet", "Språk", "Meriterande", "Engelska"]
    >>> [(row.kind, row.value, row.necessity) for row in qualification_rows(block, Place(Source("p"), []))]
    [('experience', {'years': 2, 'field': 'kock'}, 'must'), ('language', {'lang': 'en', 'level': None}, 'nice')]
    """
    rows: list[Requirement | None] = []
    for group, necessity, values in _sections(lines):
        if not group:
            place.remark("doubtful", "expected a group above its values", "Kvalifikationer")
        elif group == "arbetslivserfarenhet":
            rows += _experiences(values, necessity)
        elif group == "körkort":
            rows += licence_rows([part for value in values for part in re.split(r"[,;/]", value)], necessity, SOURCE)
        elif group in _CAR:
            rows.append(Requirement(kind="own_car", value=True, necessity=necessity, source=SOURCE))
        else:
            found = [_READ.get(group, _skill)(value, necessity) for value in values]
            if None in found:
                place.remark("doubtful", "expected values of their group", "Kvalifikationer")
            rows += found
    return _levelled([row for row in rows if row])


def _levelled(rows: list[Requirement]) -> list[Requirement]:
    """Join a level and subjects that stand in groups of their own: "Gymnasial utbildning", "Vård och omsorg"."""
    schools = [row for row in rows if row.kind == "education"]
    levels = [row for row in schools if row.value["level"] and not row.value["field"]]
    bare = [row for row in schools if row.value["field"] and not row.value["level"]]
    if len(levels) != 1 or not bare or any(row.necessity != levels[0].necessity for row in bare):
        return rows
    whole = {id(row): row.value | {"level": levels[0].value["level"]} for row in bare}
    return [
        row.model_copy(update={"value": whole[id(row)]}) if id(row) in whole else row
        for row in rows
        if row is not levels[0]
    ]


def _sections(lines: Sequence[str]) -> list[tuple[str, Necessity, list[str]]]:
    """Part the block into group, necessity and values."""
    sections: list[tuple[str, Necessity, list[str]]] = []
    group, common = "", NECESSITIES["krav"]
    filled = [line for line in lines if fold(line)]
    for line, following in zip(filled, [*filled[1:], ""], strict=False):
        folded = fold(line)
        if folded in GROUPS:
            group = folded
            sections.append((group, common, []))
        elif folded in NECESSITIES and fold(following) in GROUPS:
            common = NECESSITIES[folded]
        elif folded in NECESSITIES:
            sections.append((group, NECESSITIES[folded], []))
        elif sections:
            sections[-1][2].append(line.strip())
    # "Egen bil" has no values: its heading counts, or the necessity below it.
    below = [group for group, _, _ in sections[1:]] + [""]
    return [s for s, after in zip(sections, below, strict=False) if s[2] or (s[0] in _CAR and after != s[0])]


def _experiences(values: Sequence[str], necessity: Necessity) -> list[Requirement | None]:
    """Rows of occupations, each with its level on the same line or the next."""
    rows = []
    index = 0
    while index < len(values):
        label, level = values[index], ""
        if match := _ON_ONE_LINE.fullmatch(label):
            label, level = match["label"], match["level"]
        elif index + 1 < len(values) and _LEVEL.fullmatch(values[index + 1]):
            level = values[index + 1]
            index += 1
        rows.append(experience_row(label, level, necessity, SOURCE))
        index += 1
    return rows


def _skill(value: str, necessity: Necessity) -> Requirement | None:
    return skill_row(value, necessity, SOURCE)


def _language(value: str, necessity: Necessity) -> Requirement | None:
    return language_row(value, necessity, SOURCE)


def _education(value: str, necessity: Necessity) -> Requirement | None:
    return education_row(value, "", necessity, SOURCE) or education_row("", value, necessity, SOURCE)


_READ: Mapping[str, Callable[[str, Necessity], Requirement | None]] = {
    "språk": _language, "utbildning": _education, "utbildningsnivå": _education,
}  # fmt: skip
