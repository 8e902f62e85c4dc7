"""What a column of a caseworker's sheet means, told from its header, its neighbours and its number, never by position.

A header that is only an attribute ("år", "land", "nivå") belongs to the column before it; a header that comes again,
or carries a number ("Yrke 2"), is the next of its kind.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from matcher.patterns import late
from matcher.readers.cells.alone import counted_of, item_of, skill_word, spelled, unit_of
from matcher.readers.cells.titles import is_title
from matcher.readers.sheets.attributes import BASES_OF_FIELD, FIELD_OF_ATTRIBUTE, field_of_skill
from matcher.readers.sheets.composite import family_of, fields_in_turn
from matcher.readers.sheets.naming import NUMBER, NUMBERED, ORDINALS, SURE, field_of, fields, unknown_fields
from matcher.taxonomy.wording import fold

_LONGEST_NAME = 60
NAMING = frozenset(("job", "wish", "not_wanted", "skill", "informal", "education"))
"""Fields whose header may name the thing that its cells are answers to ("Svetsning: ja")."""
_SIDE_BY_SIDE = 3
"""Names of skills of a language in one header that are those of Swedish, where no language is named."""
_DATA = late(r"\d{3,}|@")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: where it stands, what it is called, what it means.

    Attributes
    ----------
    index : int
    header : str
    field : str or None
        ``None`` if it was not recognised.
    number : int
        1 for the first of its kind ("Yrke 1"), and so on; 0 where its cells tell of themselves.
    hint : str
        ``"hours"``, ``"months"``, ``"minutes"`` or ``""``: the unit that the header names.
    among : tuple of str
        Fields that its cells hold side by side; ``field`` is the first of them.
    in_turn : tuple of (str, str)
        These fields with their words as the header lists them, where it lists nothing else.
    item : str
        What its cells tick, count or deny, where the header names one thing ("Svetsare (år)").
    scale : str
        What the numbers in its cells mean, where a line of the table explains them.
    is_given : bool
        A mapping names its field, which no cell changes.
    """

    index: int
    header: str
    field: str | None
    number: int = 1
    hint: str = ""
    among: tuple[str, ...] = ()
    in_turn: tuple[tuple[str, str], ...] = ()
    item: str = ""
    scale: str = ""
    is_given: bool = False

    @property
    def shown(self) -> str:
        """Name for the report: the header where it was understood, else its place, for it might be data."""
        header = " ".join(self.header.split())
        understood = field_of(header)[1:] != (None, 0) and len(header) <= _LONGEST_NAME and header.count(" ") <= 7
        understood = understood and not _DATA.search(header)
        return header if understood else f"number {self.index + 1}"


_EMPLOYER = late(r"(?:\w+ )?(?:arbetsgivare|företag\w*|firma|employer|company|organi[sz]ation)\W*\d?")
_BEGINS = frozenset(("start", "startdatum", "start date", "började", "started"))


def read_header(
    cells: Sequence[str], above: Sequence[str] = (), mapping: Mapping[str, str] | None = None
) -> tuple[Column, ...]:
    """Tell what each column means.

    Parameters
    ----------
    cells : sequence of str
        The header row.
    above : sequence of str
        The row above it, where it groups columns ("Arbete 1" over "titel", "år", "land").
    mapping : mapping of str to str, optional
        Header → field, for what is not recognised.

    Returns
    -------
    tuple of Column

    Raises
    ------
    ValueError
        The mapping names a field that does not exist.

    Examples
    --------
    >>> [(c.field, c.number) for c in read_header(["Nr", "Yrke", "År", "Land", "Yrke", "År", "Land"])]
    [('id', 1), ('job', 1), ('job_years', 1), ('job_country', 1), ('job', 2), ('job_years', 2), ('job_country', 2)]
    """
    given = {fold(header): field for header, field in (mapping or {}).items()}
    if unknown := unknown_fields(given.values()):
        raise ValueError(f"mapping: no field {', '.join(unknown)}; there are {', '.join(sorted(fields()))}")
    columns: list[Column] = []
    counts: dict[str, int] = {}
    base: str | None = None
    group = ""
    for index, cell in enumerate(cells):
        if index < len(above) and above[index].strip():
            # Another group begins: "Land" in it is no country of the job before it.
            group, base = above[index].strip(), base if above[index] == cell else None
        if named := given.get(fold(cell)):
            before = sum(fold(column.header) == fold(cell) for column in columns)
            columns.append(_given(index, cell, named, before))
            # What follows without a name of its own ("år", "land") is of this one, as it is of one that is understood.
            base = BASES_OF_FIELD.get(columns[-1].field or "", (columns[-1].field,))[0]
            counts[base or ""] = columns[-1].number
            continue
        cell = _COUNTED.sub("", spelled(cell))
        if several := family_of(cell, _named_alone):
            in_turn = fields_in_turn(cell, _named_alone)
            columns.append(Column(index, cell, several[0], 1, unit_of(cell), several, in_turn=in_turn))
            base = None
            continue
        if skill_word(cell):
            columns.append(Column(index, cell, _of_skill(cell, base, cells), counts.get(base or "", 1)))
            continue
        column, base = _column(index, cell, group if above else "", base, counts)
        columns.append(column)
    return with_bases(_keyed(_since(_led(columns))))


_COUNT = late(r"nr\.?|no\.?|#|rad(?:nr)?|row|löpnr|nummer|number", re.IGNORECASE)
_PSEUDONYM = late(r".+(?:id|kod|code|nr|nummer|number)\.?|pseudonym\w*|id", re.IGNORECASE)


def _keyed(columns: Sequence[Column]) -> list[Column]:
    """Leave out a column that only counts the rows, where another one holds what people are called."""
    keys = [column for column in columns if column.field == "id"]
    counts = [column for column in keys if _COUNT.fullmatch(fold(column.header))]
    if not any(_PSEUDONYM.fullmatch(fold(key.header)) for key in keys if key not in counts):
        return list(columns)
    return [replace(column, field="unused") if column in counts else column for column in columns]


_COUNTED = late(r"^\s*\d{1,2}[.)]\s+(?=\w)|\s*\*\s*$")  # "7. Modersmål *" of a form
# "Yrke 2 år" is how long the second one was held.
_YEARS_OF = late(r"(?:yrke|jobb|arbete|anställning) ([1-9]) år", re.IGNORECASE)
_TIME_OF_JOB = late(r"(?:tid|längd|time|length) ?\d", re.IGNORECASE)
_FROM = late(r"fr\.? ?o\.? ?m\.?", re.IGNORECASE)


def _since(columns: Sequence[Column]) -> list[Column]:
    """Make "Fr o m" that is no job's the day on which a person can begin, where no other column tells it."""
    if any(column.field == "start" for column in columns):
        return list(columns)
    return [replace(c, field="start") if c.field is None and _FROM.fullmatch(c.header.strip()) else c for c in columns]


def _given(index: int, cell: str, named: str, before: int) -> Column:
    """Column as a mapping names it ("job_2", "licence+own_car"); a name that came before is the next of its kind."""
    first, *others = (NUMBERED.sub("", part) for part in named.split("+"))
    number = int(named[-1]) if named[-1].isdigit() else 1
    if number == 0:  # its cells count the work that the header names
        return Column(index, cell, first, 0, unit_of(cell), item=counted_of(cell) or "", is_given=True)
    among = (first, *others) if others else ()
    in_turn = fields_in_turn(cell, _named_alone) if among else ()
    return Column(index, cell, first, number + before, unit_of(cell), among, in_turn, is_given=True)


def with_bases(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Make attributes without their main column main columns: "Yrkeserfarenhet (år)" alone holds the jobs.

    Examples
    --------
    >>> [column.field for column in with_bases([Column(0, "Nr", "id"), Column(1, "Arbete (år)", "job_years")])]
    ['id', 'job']
    """
    return tuple(_with_base(column, columns) for column in columns)


_LENGTHS = late(r"period\w*|anställd|(?:antal|number of) .*|fr(?:ån|\.? ?o\.? ?m\.?)|from|start\w*|years?|år")


def _led(columns: Sequence[Column]) -> list[Column]:
    """Give a job the attributes that stand before it ("Land", "Period", "Befattning") and nobody else's.

    A country alone may be that of anything; one beside a period is the job's.
    """
    made = list(columns)
    for place, column in enumerate(columns):
        if column.field != "job" or any(c.field and c.field.startswith("job_") for c in columns):
            continue
        start = place
        while start and columns[start - 1].field is None and field_of(columns[start - 1].header)[1]:
            start -= 1
        before = {c.index: FIELD_OF_ATTRIBUTE.get(("job", field_of(c.header)[1] or "")) for c in columns[start:place]}
        fields = [field for field in before.values() if field]
        lengths = [c for c in columns[start:place] if before[c.index] == "job_years"]
        if len(set(fields)) < len(fields) or not any(_LENGTHS.fullmatch(fold(c.header)) for c in lengths):
            continue
        for c in columns[start:place]:
            if field := before[c.index]:
                made[c.index] = replace(c, field=field, number=column.number, hint=unit_of(c.header))
    return made


def _named_alone(words: str) -> str | None:
    """Field that a part of a header names by itself: "när" is a beginning, "hur mycket" a working time."""
    field, _, weight = field_of(words)
    beside = {"när": "start", "when": "start", "tid": "hours", "time": "hours"}
    return field if weight >= SURE else beside.get(words)


def _of_skill(cell: str, base: str | None, cells: Sequence[str]) -> str | None:
    """Field of "Tala" or "Läsa": a level of the language before it where others have one too, else of Swedish."""
    if base != "language" and sum(bool(skill_word(other)) for other in cells) >= _SIDE_BY_SIDE:
        return field_of_skill(cell)  # "Pratar" beside "Läser" and "Skriver" names no language
    if base not in ("language", "native"):
        return field_of(cell)[0] or field_of_skill(cell)
    if sum(fold(cell) == fold(other) for other in cells) > 1:
        return "language_level"
    return field_of(cell)[0]  # "Skriftligt" behind "Modersmål" is Swedish, of "Skriva" nobody knows


def _with_base(column: Column, columns: Sequence[Column]) -> Column:
    bases = BASES_OF_FIELD.get(column.field or "")
    if not bases or any(c.field in bases for c in columns):
        return column
    # Of "Skolår" and "Examen (land)" the one that says it in brackets holds the schools.
    rivals = [c for c in columns if BASES_OF_FIELD.get(c.field or "") == bases]
    main = next((c for c in rivals if "(" in c.header), rivals[0])
    return replace(column, field=bases[0]) if column is main else column


def _column(index: int, cell: str, group: str, base: str | None, counts: dict[str, int]) -> tuple[Column, str | None]:
    field, attribute, weight = field_of(cell)
    numbered = _YEARS_OF.fullmatch(fold(cell)) or NUMBER.search(fold(cell))
    if group and (weight == 0 or (base is not None and attribute and weight < 10)):
        # "Land" behind the school in "Bakgrund" is the school's.
        follows = attribute and base is not None
        group_field = None if follows else field_of(f"{group} {cell}")[0] or field_of(group)[0]
        numbered = numbered or NUMBER.search(fold(group))
        field = group_field if field is None else field
    if field is None and (one := counted_of(cell)) and is_title(one):
        return Column(index, cell, None), None  # "Målare (år)" is no length of the job before it
    if not cell.strip() or (field is None and _EMPLOYER.fullmatch(fold(cell))):
        return Column(index, cell, None), base
    if base == "job" and (fold(cell) in _BEGINS or _TIME_OF_JOB.fullmatch(cell.strip())):
        return Column(index, cell, "job_years", counts.get(base, 1)), base
    if field is None and attribute and base is not None:
        field = FIELD_OF_ATTRIBUTE.get((base, attribute))
        return Column(index, cell, field, counts.get(base, 1), unit_of(cell)), base
    if field is None:
        return Column(index, cell, None), None
    if field == "job" and item_of(cell):
        return Column(index, cell, field, 0, unit_of(cell)), None  # "Years of work: cleaning" is a job by itself
    part = FIELD_OF_ATTRIBUTE.get((field, attribute)) if attribute and field != "sfi" else None
    number = _number(numbered) if numbered else 0
    if part:
        number = number or counts.get(field, 1) or 1
        return Column(index, cell, part, number, unit_of(cell)), field
    counts[field] = number or counts.get(field, 0) + 1
    return Column(index, cell, field, counts[field], unit_of(cell)), field


def _number(match: re.Match[str]) -> int:
    return int(match[1]) if match[1] else ORDINALS[match["w"].casefold()]
