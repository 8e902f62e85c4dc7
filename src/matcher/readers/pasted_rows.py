"""The block "Kvalifikationer" of a pasted Platsbanken page as requirement rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from matcher.readers.adrecord import Place
from matcher.readers.rows import education_row, experience_row, language_row, licence_rows, skill_row
from matcher.records import Necessity, Requirement
from matcher.taxonomy.wording import fold

SOURCE = "qualification_block"
GROUPS = frozenset({
    "arbetslivserfarenhet", "utbildning", "språk", "kompetenser", "körkort", "egen bil", "tillgång till egen bil",
    "legitimation", "certifikat",
})  # fmt: skip
"""Headings of the block's groups, folded."""

_CAR = frozenset({"egen bil", "tillgång till egen bil"})
_NECESSITY: Mapping[str, Necessity] = {"krav": "must", "meriterande": "nice"}
_LEVEL = re.compile(r"(?:(?:ingen|mindre än|\d).{0,30})?erfarenhet.{0,30}", re.IGNORECASE)
_ON_ONE_LINE = re.compile(
    r"(?P<label>.{2,150}?)\s+[-–]\s+(?P<level>(?:ingen|mindre|\d|erfarenhet).{0,40})", re.IGNORECASE
)


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
    >>> from matcher.readers.source import Source
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
    return [row for row in rows if row]


def _sections(lines: Sequence[str]) -> list[tuple[str, Necessity, list[str]]]:
    """Part the block into group, necessity and values."""
    sections: list[tuple[str, Necessity, list[str]]] = []
    group = ""
    for line in lines:
        folded = fold(line)
        if folded in GROUPS:
            group = folded
            sections.append((group, "must", []))
        elif folded in _NECESSITY:
            sections.append((group, _NECESSITY[folded], []))
        elif folded and sections:
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


_READ: Mapping[str, Callable[[str, Necessity], Requirement | None]] = {"språk": _language, "utbildning": _education}
