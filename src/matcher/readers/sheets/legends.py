"""What an office's codes mean ("3 = B1", "D = deltid"): told by a header, lines around a table or another sheet."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from matcher.patterns import late
from matcher.readers.cells.language import read_levels
from matcher.readers.cells.words import tidy
from matcher.readers.cells.worktime import read_hours
from matcher.readers.files.grid import Row
from matcher.readers.sheets.columns import NAMING, Column
from matcher.readers.sheets.naming import field_of
from matcher.taxonomy.facts.levels import education_level
from matcher.taxonomy.wording import fold

_CODE = r"[*★]{1,6}|\d{1,2}|[A-ZÅÄÖ]{1,2}"
_SAID = late(
    rf"(?<![\w.,*★])({_CODE})\s*(?:=|\s[-–]\s|:(?=\s)|\sär\s|\sbetyder\s|\sis\s|\smeans\s)\s*"
    rf"(.+?)(?=\s*(?:[;|\n]|[,.]?\s+(?:{_CODE})\s*(?:=|\s[-–]\s|:\s)|[,;.]\s*(?:{_CODE})\s*=|$))"
)
_SAID_BEFORE = late(r"([^\W\d_][^\W\d_ -]{2,30}?)\s*=\s*([A-ZÅÄÖ]{1,2}|\d{1,2})(?!\w)")
_NAMED = late(rf"(?P<name>.*?)[\s:.=–-]{{0,20}}(?P<code>{_CODE})")
_FEWEST, _STEPS = 2, 3
"""Codes that a legend explains, and one of levels, at least."""
_MOST = 40
_STAR, _NO_STAR = "*", "☆"
_KINDS: tuple[tuple[str, re.Pattern[str], Callable[[str], bool]], ...] = (
    ("education_level", late(r"education(?:_level)?$"), lambda words: education_level(words) is not None),
    (
        "",  # of which language a level is nobody knows without the header
        late(r"swedish|language|sfi"),
        lambda words: not read_levels(words).is_empty,
    ),
    ("hours", late(r"hours$"), lambda words: read_hours(words) in ("full", "part")),
)
"""Field of what a legend explains, the fields that it may be of, and how its words tell."""


@dataclass(frozen=True, slots=True)
class Legend:
    """What some codes mean.

    Attributes
    ----------
    name : str
        What it is of, in the office's words; "" where nobody says.
    words : dict of str to str
        Code → meaning.
    """

    name: str
    words: dict[str, str]


def _codes_in(text: str) -> dict[str, str]:
    """Codes that a text explains, in either order.

    Examples
    --------
    >>> _codes_in("* = A1, ** = A2, *** = B1"), _codes_in("Heltid=H Deltid=D"), _codes_in("Grupp 1")
    ({'*': 'A1', '**': 'A2', '***': 'B1'}, {'H': 'Heltid', 'D': 'Deltid'}, {})
    """
    before = {code: words.strip() for words, code in _SAID_BEFORE.findall(text)}
    said = before or {_plain(code): _meaning(words) for code, words in _SAID.findall(text)}
    return said if len(said) >= _FEWEST else {}


def _meaning(words: str) -> str:
    """Level in brackets behind words ("enkel (ca A2)"), else the words."""
    level = _LEVEL.search(words)
    # "(1=ja, 2=nej)": the bracket of the whole legend
    return level[1] if level else words.strip(" .," if "(" in words else " .,)")


_LEVEL = late(r"\((?:ca |cirka )?([ABC][12])(?!\w)[^()]*\)")


def legends_in(rows: Sequence[Row]) -> list[Legend]:
    """Legends in lines of text, in a list of code and meaning, or in one with a column for each of several.

    Parameters
    ----------
    rows : sequence of Row
        Rows that hold no people.

    Examples
    --------
    >>> rows = [("Kod", "Betyder"), ("Utb 1", "grundskola"), ("Utb 2", "gymnasium")]
    >>> legends_in([Row(at, cells) for at, cells in enumerate(rows)])
    [Legend(name='Utb', words={'1': 'grundskola', '2': 'gymnasium'})]
    """
    found: dict[str, dict[str, str]] = {}
    heading, names = "", list[str]()
    for row in rows:
        filled = [tidy(cell) for cell in row.cells if cell.strip()]
        if not filled:
            continue
        if len(filled) == 1 or any("=" in cell for cell in filled):
            line = " ".join(filled)
            if said := _codes_in(line) or _one_code(line):
                found.setdefault(_before(line, said) or heading, {}).update(said)
            elif len(filled) == 1:
                heading = filled[0].strip(" :")
            continue
        first = _NAMED.fullmatch(filled[0])
        if first is None or (len(filled) > _FEWEST and first["name"]):
            code = _NAMED.fullmatch(filled[1]) if len(filled) == _FEWEST + 1 else None
            if code and not code["name"]:
                found.setdefault(filled[0], {})[_plain(code["code"])] = filled[2]
            else:
                names = filled[1:]
            continue
        code_of = _plain(first["code"])
        if len(filled) == _FEWEST:
            found.setdefault(first["name"].strip() or heading, {})[code_of] = filled[1]
        for name, words in zip(names, filled[1:], strict=False) if len(filled) > _FEWEST else ():
            found.setdefault(name, {})[code_of] = words
    return [Legend(name, words) for name, words in found.items() if _FEWEST <= len(words) <= _MOST]


def _one_code(line: str) -> dict[str, str]:
    """Give the one code that a line of a list explains: "1 = ingen"."""
    found = re.fullmatch(rf"({_CODE})\s*=\s*([^=]+)", line)
    return {_plain(found[1]): _meaning(found[2])} if found else {}


def _before(line: str, said: dict[str, str]) -> str:
    """Words of a line before its first code: "Utb: 1=grundskola"."""
    head = re.split(rf"(?<!\w)(?:{_CODE})\s*[=:]|=", line, maxsplit=1)[0].strip(" :–-(")
    return "" if head in said.values() else head


def decoded(columns: Sequence[Column], legends: Sequence[Legend]) -> tuple[Column, ...]:
    """Give columns the legends of their codes: by the header, else by what the legend explains.

    Parameters
    ----------
    columns : sequence of Column
    legends : sequence of Legend

    Examples
    --------
    >>> legend = Legend("", {"1": "A1", "2": "A2", "3": "B1"})
    >>> [column.scale for column in decoded([Column(0, "Sv", "swedish"), Column(1, "Yrke", "job")], [legend])]
    ['1=A1; 2=A2; 3=B1', '']
    """
    made = []
    for column in columns:
        own = _codes_in(column.header)
        legend = Legend(column.header, own) if own else _legend_of(column, legends)
        if legend is None or column.scale:
            made.append(column)
            continue
        kind = _kind_of(legend)
        of_kind = kind is not None and bool(kind[1].match(column.field or ""))
        # A header explains its own codes whatever they are of, but for names of what the column asks for.
        of_kind = of_kind or (bool(own) and column.field is not None and column.field not in NAMING)
        if kind and kind[0] and not of_kind and column.field in (None, "id") and column.index:
            made.append(replace(column, field=kind[0], scale=_written(legend)))
        else:
            made.append(replace(column, scale=_written(legend)) if of_kind else column)
    if any(column.field == "education_level" and column.scale for column in made):
        # "Utb. i land" stood for the school as long as nothing else did.
        made = [_beside_school(column) for column in made]
    return tuple(made)


def _beside_school(column: Column) -> Column:
    named = field_of(column.header)[0]
    return replace(column, field=named) if column.field == "education" and named in _OF_SCHOOL else column


_OF_SCHOOL = ("education_country", "education_years")


def _legend_of(column: Column, legends: Sequence[Legend]) -> Legend | None:
    header, field = fold(column.header), column.field or ""
    for legend in legends:
        if legend.name and fold(legend.name) == header:
            return legend
    for legend in legends:
        kind, named = _kind_of(legend), field_of(legend.name)[0] if legend.name else None
        if kind is None or not kind[1].match(field):
            continue
        # "Svenska 1" explains the columns of Swedish, "Engelska 1" those of other languages; a title names nothing.
        of_it = named is None or not kind[1].match(named) or named.split("_")[0] == field.split("_")[0]
        if of_it:
            return legend
    return None


def _kind_of(legend: Legend) -> tuple[str, re.Pattern[str], Callable[[str], bool]] | None:
    """Kind of what most of a legend's words say."""
    words = list(legend.words.values())
    # Two steps are no scale; letters for full and part time are two.
    kinds = _KINDS if len(words) >= _STEPS else _KINDS[-1:]
    return next((kind for kind in kinds if sum(map(kind[2], words)) * 3 >= 2 * len(words)), None)


def _written(legend: Legend) -> str:
    return "; ".join(f"{code}={words.replace(';', ',')}" for code, words in legend.words.items())


def meant(scale: str, cell: str) -> str:
    """Say what a cell means by a column's legend: a code, or two of them; any other cell stays as it is.

    Examples
    --------
    >>> scale = "1=A1; 2=A2; 3=B1; **=A2"
    >>> meant(scale, "2"), meant(scale, "2-3"), meant(scale, "★★☆"), meant(scale, "B2")
    ('A2', 'A2-B1', 'A2', 'B2')
    """
    words = dict(part.split("=", 1) for part in scale.split("; "))
    codes = [_plain(code) for code in re.split(r"\s*[-–/]\s*", cell.strip())]
    if 0 < len(codes) <= _FEWEST and all(code in words for code in codes):
        return "-".join(words[code] for code in codes)
    return cell


def _plain(code: str) -> str:
    code = re.sub(r"[,.]0$", "", code.replace("★", _STAR).replace(_NO_STAR, "").strip())
    return code.lstrip("0") or "0" if code.isdigit() else code
