"""Languages in a sheet: native ones, others with their levels, a column of one language each."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.readers.cells.alone import language_of, skill_word
from matcher.readers.cells.courses import read_courses
from matcher.readers.cells.language import language, read_levels
from matcher.readers.cells.languagelists import read_languages
from matcher.readers.cells.tongues import find_languages
from matcher.readers.cells.words import is_absent, is_bare_yes, is_silent, split_list, yes_or_no
from matcher.readers.clipped.tonguelists import languages_alone
from matcher.readers.draft import Draft
from matcher.readers.sheets.columns import Column
from matcher.readers.sheets.rowcells import Cells

LANGUAGE_FIELDS = ("native", "language", "language_level")
"""Fields of a sheet that tell of languages other than Swedish, and of Swedish where it stands among them."""


def add_languages(draft: Draft, cells: Cells) -> None:
    """Read a person's languages into a draft.

    Examples
    --------
    >>> draft = Draft("row", "7")
    >>> columns = [Column(0, "Modersmål", "native"), Column(1, "Engelska tal", "language")]
    >>> add_languages(draft, Cells(columns, ["Tigrinja", "B1"]))
    >>> [(row.lang, row.native, row.speaking) for row in draft.languages]
    [('ti', True, None), ('en', False, ('B1', 'B1'))]
    """
    has_native = bool(cells.of("native"))
    # "Spr (nivå)" over "sv C1 / eng B2": who names languages among levels tells of those, not of the one before.
    numbered = [*cells.of("language"), *(held for held in cells.of("language_level") if _own_names(held[1]))]
    named = {column.number for column, text in numbered if find_languages(text) and not language_of(column.header)}
    for column, text in (*cells.of("native"), *numbered):
        alone = language_of(column.header) if column.field == "language" else None
        if alone and text.isdigit():
            draft.note("doubtful", "expected a level of a language", column.shown)  # a step of a scale, unexplained
        elif alone:
            # "Engelska (tal)": the cell tells how well; "nej" below "Engelska" that there is none.
            if yes_or_no(text) is False:
                # Who cannot write it may speak it, and a line says too little to close the ads that ask for it.
                draft.none.update(
                    f"languages.{code}"
                    for _, end, code in find_languages(alone)
                    if end == len(alone) and re.search(r"\w", text)
                )
            elif not is_silent(text):
                _some_languages(draft, f"{alone} {text}", column, native=bool(_MOTHER.fullmatch(text)), level="")
        elif is_bare_yes(text) or is_absent(text):
            # "Ja" and "no" are codes of languages, too.
            if is_bare_yes(text) or column.field == "native":
                draft.note("doubtful", "expected a language", column.shown)
        elif column.field == "native":
            _native(draft, cells, column, text)
        else:
            first = not has_native and column.number == 1 and len(named) > 1 and len(find_languages(text)) == 1
            _named_languages(draft, cells, column, text, first=first)
    if not (cells.of("native") or cells.of("language")):
        for column, text in cells.of("education"):
            add_languages_among(draft, text, column)


def add_languages_among(draft: Draft, text: str, column: Column) -> None:
    """Read the clauses of a cell about something else that tell of languages alone, where none is known of yet."""
    known = {row.lang for row in draft.languages}
    for clause in _CLAUSES.split(text):
        plain = _KNOWS.sub("", _ASIDE.sub("", clause)).strip()
        codes = {code for *_, code in find_languages(plain)}
        if "sv" in codes and read_levels(plain).is_empty:
            continue  # "svenska nivå 3" tells of a scale or a course
        if languages_alone(plain) and not known & codes:
            _some_languages(draft, plain, column, native=False, level="")


_CLAUSES = late(r"\s*[,;\n]\s*(?![^()]{0,300}\))|\.\s+|\.$")
_KNOWS = late(r"^(?:(?:hon|han|hen|också|även|och|samt|kan|talar|pratar|förstår|speaks|knows)\s+)+", re.IGNORECASE)
_ASIDE = late(r"\s*\([^()]*\)")


def _native(draft: Draft, cells: Cells, column: Column, text: str) -> None:
    """Read a cell of the native language; of "Modersmål / andra språk" the first is the native one."""
    own, others = _FIRST.split(f"{text}\n", maxsplit=1) if _OTHERS.search(column.header) else (text, "")
    _some_languages(draft, own, column, native=True, level=_level(cells, column))
    if others:
        _some_languages(draft, others, column, native=False, level="")


def _named_languages(draft: Draft, cells: Cells, column: Column, text: str, *, first: bool) -> None:
    """Read a cell that names languages; the first of several columns holds the native one if no level is told."""
    known = _KNOWN.search(column.header)
    if known and not is_silent(text):
        # "Flytande språk", "Lite språk": the header says how well, of each.
        for item in split_list(text):
            level = known.group() if read_levels(item).is_empty else ""
            _some_languages(draft, item, column, native=False, level=level)
        return
    level = _level(cells, column)
    native = first and read_levels(f"{text} {level}").is_empty
    _some_languages(draft, text, column, native=native, level=level)


_KNOWN = late(
    r"(?<!\w)(?:flytande|fluent|mycket bra|bra|good|goda|lite|grund\w*|basic|some)(?!\w)(?!.{0,12}(?:är|din|do|can))",
    re.IGNORECASE,
)
_OTHERS = late(r"(?<!\w)(?:andra|övriga|fler|other|additional)(?!\w)", re.IGNORECASE)
_FIRST = late(r"\s*[/,;+\n]\s*")


def _level(cells: Cells, column: Column) -> str:
    """Join the level columns between a language and the next one, each with the skill that its header names."""
    ahead = (held.index for name in ("native", "language") for held, _ in cells.of(name) if held.index > column.index)
    stop = min(ahead, default=column.index + _FURTHEST)
    behind = [(c, text) for c, text in cells.of("language_level") if column.index < c.index < stop]
    said = ((c, text) for c, text in behind if not is_silent(text) and not _own_names(text))
    return ", ".join(f"{skill_word(c.header)} {text}".strip() for c, text in said)


def _own_names(text: str) -> bool:
    return len(find_languages(text)) > 1 or bool(_NAME_FIRST.match(text) and find_languages(text))


_NAME_FIRST = late(r"[^\W\d_]{2,}\.?[ :]+[ABC][12](?!\w)")
_MOTHER = late(r"mm?\.?|mspr\.?", re.IGNORECASE)
"""A mother tongue, in the column of one language."""
_FURTHEST = 5
"""Columns behind the last language in which its levels stand."""


def _some_languages(draft: Draft, text: str, column: Column, native: bool, level: str) -> None:
    rows, doubts = read_languages(f"{text} {level}" if level and not is_silent(text) else text, native=native)
    draft.languages += rows
    for doubt in doubts:
        draft.note("doubtful", doubt, column.shown)
    if any(row.lang == "sv" for row in rows):
        courses = read_courses(text)
        if courses.studying:
            draft.languages.append(language("sv", read_levels(""), studying=True))
