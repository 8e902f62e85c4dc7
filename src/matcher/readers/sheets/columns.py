"""What a column of a caseworker's sheet means, told from its header, its neighbours and its number, never by position.

``columns.tsv`` lists for each field the words that headers use, with a weight; the heaviest whole match wins. A header
that is only an attribute ("år", "land", "nivå") belongs to the column before it; a header that comes again, or carries
a number ("Yrke 2"), is the next of its kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from matcher.readers.cells.alone import card_of, counted_of, item_of, language_of, skill_word, spelled, unit_of
from matcher.readers.cells.titles import is_title
from matcher.readers.lexicon import rows
from matcher.readers.sheets.attributes import BASES_OF_FIELD, FIELD_OF_ATTRIBUTE, attribute_of, field_of_skill
from matcher.readers.sheets.composite import family_of
from matcher.taxonomy.wording import fold

MAX_HEADER = 120
"""A longer cell is no header, in characters."""


_LONGEST_NAME = 60
_SURE = 12
_DATA = re.compile(r"\d{3,}|@")


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
    item : str
        What its cells tick, count or deny, where the header names one thing ("Svetsare (år)").
    scale : str
        What the numbers in its cells mean, where a line of the table explains them.
    """

    index: int
    header: str
    field: str | None
    number: int = 1
    hint: str = ""
    among: tuple[str, ...] = ()
    item: str = ""
    scale: str = ""

    @property
    def shown(self) -> str:
        """Name for the report: the header where it was understood, else its place, for it might be data."""
        header = " ".join(self.header.split())
        understood = field_of(header)[1:] != (None, 0) and len(header) <= _LONGEST_NAME and header.count(" ") <= 7
        understood = understood and not _DATA.search(header)
        return header if understood else f"number {self.index + 1}"


@cache
def _patterns() -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    read = []
    for field, weight, pattern in rows("columns"):
        read.append((field, int(weight), re.compile(rf"(?<![\w])(?:{pattern})(?![\w])", re.IGNORECASE)))
    return tuple(read)


@cache
def fields() -> frozenset[str]:
    """Names of the fields that a mapping may name.

    Examples
    --------
    >>> {"id", "job", "job_years", "licence"} <= fields()
    True
    """
    return frozenset(field for field, _, _ in _patterns()) | {
        "job_years",
        "job_country",
        "job_end",
        "job_duties",
        "language_level",
    }


def unknown_fields(named: Iterable[str]) -> list[str]:
    """Fields that a mapping names ("job", "job_2", "licence+own_car") and that do not exist.

    Examples
    --------
    >>> unknown_fields(["id", "job_2", "licence+own_car", "shoe_size"])
    ['shoe_size']
    """
    parts = {part for field in named for part in field.split("+")}
    return sorted(part for part in parts if _NUMBERED.sub("", part) not in fields())


_NUMBERED = re.compile(r"_?\d$")
_NUMBER = re.compile(
    r"(?<!\d)([1-9])(?::?a)?(?!\d|\s*(?:år|-))|(?<!\w)(?P<w>första|andra|tredje|fjärde|first|second|third)(?!\w)",
    re.IGNORECASE,
)
_WORDS = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4, "first": 1, "second": 2, "third": 3}
_LAST = re.compile(r"(?<!\w)(?:last|senaste?|sista) (?=job|work|yrke|arbete|anställning|position|occupation)")
_EMPLOYER = re.compile(r"(?:\w+ )?(?:arbetsgivare|företag\w*|firma|employer|company|organi[sz]ation)\W*\d?")
_BEGINS = frozenset(("start", "startdatum", "start date", "började", "started"))
_JOINED = re.compile(r"(?:\s(?:och|and|samt)\s|[&+/])\s*[^\W\d_]+")


@lru_cache(2048)
def field_of(header: str) -> tuple[str | None, str | None, int]:
    """Field that a header names, the attribute of it, and how sure that is.

    Returns
    -------
    field : str or None
    attribute : str or None
        ``"years"``, ``"country"``, ``"level"``, ``"end"`` or ``"duties"`` where the header speaks of one.
    weight : int
        0 where nothing was recognised.

    Examples
    --------
    >>> field_of("Yrkeserfarenhet (yrke, år, land)"), field_of("Yrke 1 år")[:2], field_of("Max restid (min) ")[0]
    (('job', None, 14), ('job', 'years'), 'travel')
    >>> field_of("Personnr")[0], field_of("Land"), field_of("Vill EJ")[0]
    ('protected', (None, 'country', 0), 'not_wanted')
    """
    whole = fold(spelled(header))[:MAX_HEADER]
    main = fold(re.sub(r"\([^()]*\)?", " ", whole)) or whole
    plain = fold(_NUMBER.sub(" ", main)).strip(" -:._#") or main
    brackets = " ".join(re.findall(r"\(([^()]*)\)?", whole))
    best: tuple[int, str | None, str] = (0, None, "")
    for field, weight, pattern in _patterns():
        # "First language" is a mother tongue, "Language 1" the first of several.
        for words in (plain, main):
            if match := pattern.search(words):
                # A header that is nothing but the words says more than one that holds them.
                score = weight + (6 if match.group() == words else 2 if match.start() == 0 else 0)
                if score > best[0]:
                    best = (score, field, match.group())
    if best[1] == "swedish" and brackets:
        # "Svenska (tal)"
        spoken = field_of(f"svenska {brackets}")[0]
        best = (best[0], spoken, best[2]) if spoken and spoken.startswith("swedish_") else best
    if best[1] == "skill" and brackets and field_of(brackets)[0] == "job":
        best = (best[0], "job", best[2])  # "Kan (yrke)"
    item = fold(item_of(header) or "")
    if best[1] == "language" and item in ("svenska", "swedish"):
        best = (best[0], "swedish", best[2])
    if best[1] == "swedish" and skill_word(item):
        best = (best[0], field_of_skill(item), best[2])  # "How good is your Swedish? [Reading]"
    if item and best[1] != "not_wanted" and field_of(item)[0] == "hours":
        best = (_SURE, "hours", main)  # "When can you work? [Nights]"
    alone = "certificate" if card_of(header) else "language" if language_of(header) else None
    best = (_SURE, alone, main) if alone else best
    # "Last job" is the job, "last year" the end of one.
    told = _LAST.sub("", plain) if best[1] == "job" else plain
    rest = told.replace(best[2], " ", 1) if best[1] else plain
    # "(land, år)" lists what one cell holds; "(land)" says what the column is.
    said = rest if len(re.findall(r"\w+", brackets)) > 1 else f"{rest} {brackets}"
    # "Språk och nivå" names what one cell holds, too.
    said = _JOINED.sub(" ", said)
    return best[1], attribute_of(said), best[0]


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
        named = given.get(fold(cell))
        if named:
            number = int(named[-1]) if named[-1].isdigit() else 1
            first, *others = (_NUMBERED.sub("", part) for part in named.split("+"))
            columns.append(Column(index, cell, first, number, unit_of(cell), (first, *others) if others else ()))
            continue
        cell = spelled(cell)
        if several := family_of(cell, _named_alone):
            columns.append(Column(index, cell, several[0], 1, unit_of(cell), several))
            base = None
            continue
        if skill_word(cell):
            columns.append(Column(index, cell, _of_skill(cell, base, cells), counts.get(base or "", 1)))
            continue
        column, base = _column(index, cell, group if above else "", base, counts)
        columns.append(column)
    return tuple(_with_base(column, columns) for column in columns)


def _named_alone(words: str) -> str | None:
    """Field that a part of a header names by itself: "när" is a beginning, "hur mycket" a working time."""
    field, _, weight = field_of(words)
    beside = {"när": "start", "when": "start", "tid": "hours", "time": "hours"}
    return field if weight >= _SURE else beside.get(words)


def _of_skill(cell: str, base: str | None, cells: Sequence[str]) -> str | None:
    """Field of "Tala" or "Läsa": a level of the language before it where others have one too, else of Swedish."""
    if base not in ("language", "native"):
        return field_of(cell)[0] or field_of_skill(cell)
    if sum(fold(cell) == fold(other) for other in cells) > 1:
        return "language_level"
    return field_of(cell)[0]  # "Skriftligt" behind "Modersmål" is Swedish, of "Skriva" nobody knows


def _with_base(column: Column, columns: Sequence[Column]) -> Column:
    """Make an attribute without its main column the main column: "Yrkeserfarenhet (år)" alone holds the jobs."""
    bases = BASES_OF_FIELD.get(column.field or "")
    if not bases or any(c.field in bases for c in columns):
        return column
    # Of "Skolår" and "Examen (land)" the one that says it in brackets holds the schools.
    rivals = [c for c in columns if BASES_OF_FIELD.get(c.field or "") == bases]
    main = next((c for c in rivals if "(" in c.header), rivals[0])
    return replace(column, field=bases[0]) if column is main else column


def _column(index: int, cell: str, group: str, base: str | None, counts: dict[str, int]) -> tuple[Column, str | None]:
    field, attribute, weight = field_of(cell)
    numbered = _NUMBER.search(fold(cell))
    if group and (weight == 0 or (base is not None and attribute and weight < 10)):
        # "Land" behind the school in "Bakgrund" is the school's.
        follows = attribute and base is not None
        group_field = None if follows else field_of(f"{group} {cell}")[0] or field_of(group)[0]
        numbered = numbered or _NUMBER.search(fold(group))
        field = group_field if field is None else field
    if field is None and (one := counted_of(cell)) and is_title(one):
        return Column(index, cell, None), None  # "Målare (år)" is no length of the job before it
    if not cell.strip() or (field is None and _EMPLOYER.fullmatch(fold(cell))):
        return Column(index, cell, None), base
    if base == "job" and fold(cell) in _BEGINS:
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
    return int(match[1]) if match[1] else _WORDS[match["w"].casefold()]
