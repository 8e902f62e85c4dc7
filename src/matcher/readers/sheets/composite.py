"""Columns that hold several fields at once ("Ort + restid", "Körkort, bil och intyg"): their cells are taken apart.

Which fields a column holds its header says; which part of a cell is which its words say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from matcher.patterns import late
from matcher.readers.cells.firstday import read_start
from matcher.readers.cells.licence import learns_to_drive, read_licences
from matcher.readers.cells.words import is_silent, yes_or_no
from matcher.readers.cells.worktime import read_hours, read_not_times
from matcher.taxonomy.facts.municipalities import municipality

FAMILIES: tuple[tuple[str, ...], ...] = (
    ("municipality", "travel"),
    ("certificate", "licence", "own_car", "profession"),
    ("wish", "not_wanted"),
    ("hours", "start"),
)
"""Fields that offices put into one column; the first of a family takes what its words do not tell."""
_PARTS = late(r"\s*(?:[+/,&;]|(?<!\w)(?:och|o|and|samt|resp\.?|el\.?|eller|or)(?!\w))\s*", re.IGNORECASE)
_STRONG = late(r"\s*[;\n|•]\s*")
_WEAK = late(r"\s*(?:,\s|[;\n|•]|\s\+\s|\s/\s)\s*")
_BRACKETS = late(r"\([^()]*\)")
_LICENCE = late(r"körkort|licen[cs]e|(?<!\w)kk(?!\w)", re.IGNORECASE)
_CAR = late(r"(?<!\w)(?:bil|car|vehicle|fordon)(?!\w)", re.IGNORECASE)
_PROFESSION = late(r"(?<!\w)(?:leg\.|legitim\w*|registration|licen[cs]ed? (?:as|profession))", re.IGNORECASE)
_REFUSES = late(
    r"\s*(?:vill (?:inte|ej)|(?:helst )?inte|ej|undviker|avstår|inga?|not|no|avoids?|does not want)(?!\w)[\s:,-]*",
    re.IGNORECASE,
)
_JOURNEY = late(r"\d\s*(?:min|tim|h\b|hour)|restid|pendl|commut|^\s*\d{2,3}\s*$", re.IGNORECASE)
_IS: Mapping[str, Callable[[str], bool]] = {
    "travel": lambda part: bool(_JOURNEY.search(part)),
    "municipality": lambda part: municipality(part) is not None,
    "profession": lambda part: bool(_PROFESSION.search(part)),
    "own_car": lambda part: bool(_CAR.search(part)) and not _LICENCE.search(part) and len(part) < 40,
    "licence": lambda part: bool(_LICENCE.search(part) or (len(part) < 40 and read_licences(part)[0])),
    "not_wanted": lambda part: bool(_REFUSES.match(part)),
    "start": lambda part: read_start(part) is not None and read_hours(part) is None,
    "hours": lambda part: read_hours(part) is not None or bool(read_not_times(part)),
}


def family_of(header: str, field_of: Callable[[str], str | None]) -> tuple[str, ...]:
    """Tell which fields of one family a header names; empty where it names one, or others.

    Parameters
    ----------
    header : str
    field_of : callable
        Words of a header → field.

    Examples
    --------
    >>> known = {"ort": "municipality", "restid": "travel", "yrke": "job"}
    >>> family_of("Ort + restid", known.get), family_of("Yrke och ort", known.get)
    (('municipality', 'travel'), ())
    >>> family_of("Ort (restid)", known.get), family_of("Ort (land)", known.get)
    (('municipality', 'travel'), ())
    """
    parts = [part.casefold() for part in _PARTS.split(re.sub(r"\([^()]*\)?", " ", header)) if part.strip()]
    families = FAMILIES
    if len(parts) < 2:
        # "Ort (restid)" holds both; "Körkort (bil)" is the licence for a car.
        parts = [part.casefold() for part in re.split(r"[()]", header) if part.strip()]
        families = tuple(family for family in FAMILIES if "licence" not in family)
    if len(parts) < 2:
        return ()
    found = {field for part in parts if (field := field_of(part.strip()))}
    for family in families:
        if found <= set(family) and len(found) > 1:
            # Licences to practise stand among papers without being named there.
            return tuple(field for field in family if field in found or family[0] == "certificate")
    return ()


def fields_in_turn(header: str, field_of: Callable[[str], str | None]) -> tuple[tuple[str, str], ...]:
    """Fields that a header names, in its own order, each with its words; empty where one of its parts names none.

    Examples
    --------
    >>> fields_in_turn("Bil/kk", {"kk": "licence", "bil": "own_car"}.get)
    (('own_car', 'Bil'), ('licence', 'kk'))
    """
    parts = [part.strip() for part in _PARTS.split(re.sub(r"\([^()]*\)?|[?:]", " ", header)) if part.strip()]
    found = tuple((field, part) for part in parts if (field := field_of(part.casefold())))
    return found if len(found) == len(parts) == len({field for field, _ in found}) else ()


def answers_in_turn(fields: Sequence[str], cell: str) -> dict[str, str]:
    """Give each field the answer that stands in its place ("ja/B" below "Bil/kk"), or all of them the only answer.

    Parameters
    ----------
    fields : sequence of str
        In the order of the header.
    cell : str

    Returns
    -------
    dict of str to str
        Empty where a part of the cell is no bare answer or there are more or fewer of them.

    Examples
    --------
    >>> answers_in_turn(("own_car", "licence"), "ja/B"), answers_in_turn(("own_car", "licence"), "nej")
    ({'own_car': 'ja', 'licence': 'B'}, {'own_car': 'nej', 'licence': 'nej'})
    >>> answers_in_turn(("licence", "own_car"), "B, C"), answers_in_turn(("licence", "own_car"), "B/kan hyra")
    ({}, {})
    """
    if _NOTHING.fullmatch(cell):
        return dict.fromkeys(fields, cell)
    parts = [part.strip() for part in _TURNS.split(cell)]
    if len(parts) != len(fields) or not all(map(_fits, fields, parts)):
        return {}
    return dict(zip(fields, parts, strict=True))


_TURNS = late(r"\s*[/,;|]\s*|\s\+\s")
_NOTHING = late(r"(?:nej|no|inga|inget|ingen|none|saknas|[-–—])[.!]?", re.IGNORECASE)


def _fits(field: str, part: str) -> bool:
    """Whether a part of a cell is an answer that its field may have, and nothing else."""
    if is_silent(part) or yes_or_no(part) is not None:
        return field in ("own_car", "licence", "certificate") and not read_licences(part)[0]
    if field == "licence":
        return bool(read_licences(part)[0]) or learns_to_drive(part)
    return field == "own_car" and _SHARED.fullmatch(part) is not None


_SHARED = late(r"(?:delar|lånar|ibland|lånad|shared?|borrows?|sometimes)(?: \w+){0,2}", re.IGNORECASE)


def taken_apart(fields: Sequence[str], cell: str) -> dict[str, str]:
    """Give each field its part of a cell.

    Parameters
    ----------
    fields : sequence of str
        Of one family, in its order.
    cell : str

    Returns
    -------
    dict of str to str
        Parts of one field joined by semicolons; fields without a part are left out.

    Examples
    --------
    >>> taken_apart(("municipality", "travel"), "Solna, 45 min")
    {'municipality': 'Solna', 'travel': '45 min'}
    >>> taken_apart(("certificate", "licence", "own_car"), "B-körkort (Sverige); ingen bil; truckkort; HLR")
    {'licence': 'B-körkort (Sverige)', 'own_car': 'ingen bil', 'certificate': 'truckkort; HLR'}
    >>> taken_apart(("wish", "not_wanted"), "Kock; diskare; vill inte: natt, tunga lyft")
    {'wish': 'Kock; diskare', 'not_wanted': 'natt, tunga lyft'}
    """
    held: dict[str, list[str]] = {}
    splits = _STRONG if _STRONG.search(cell) else _WEAK
    # What stands in brackets belongs to what stands before them: "B (Syrien, gäller ej)".
    whole = _BRACKETS.sub(lambda found: found.group().replace(", ", ",\0"), cell)
    for part in filter(None, (piece.strip().replace("\0", " ") for piece in splits.split(whole))):
        # The first of a family is tried last: it takes the rest.
        field = next((name for name in fields[1:] if _IS[name](part)), fields[0])
        held.setdefault(field, []).append(_REFUSES.sub("", part, count=1) if field == "not_wanted" else part)
    return {field: "; ".join(parts) for field, parts in held.items()}
