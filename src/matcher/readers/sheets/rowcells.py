"""Cells of one row of a table by what their columns mean, cut to a sane length and cleansed before they are read."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from matcher.patterns import late
from matcher.readers.cells.alone import item_of
from matcher.readers.cells.licence import read_licences
from matcher.readers.cells.papers import read_certificates
from matcher.readers.cells.shortforms import trade
from matcher.readers.cells.tongues import find_languages, named
from matcher.readers.cells.words import is_absent, is_bare_yes, is_silent, tidy, yes_or_no
from matcher.readers.cells.worktime import read_hours
from matcher.readers.clipped.tonguelists import languages_alone
from matcher.readers.draft import Draft
from matcher.readers.privacy.cleansing import cleanse_clauses
from matcher.readers.sheets.columns import NAMING, Column
from matcher.readers.sheets.composite import answers_in_turn, taken_apart
from matcher.readers.sheets.legends import meant
from matcher.readers.times.durations import added_up
from matcher.taxonomy.facts.certificates import certificate_slugs
from matcher.taxonomy.facts.municipalities import municipality

MAX_CELL = 3_000
"""Characters of a cell that are read."""
_UNREAD = frozenset(("id", "protected", "note", "text"))
"""An id is judged by itself, a note or a text by its sentences."""
_ANSWER = late(r"^\s*(?:ja|yes)\s*[,:;.–—-]+\s*(?=\w)", re.IGNORECASE)
_LABELS = frozenset(("skill", "informal", "certificate", "wish", "not_wanted"))
"""Fields whose cells name something; a bare "ja" answers a header that was not understood."""
_HAD = frozenset(
    "education education_level education_field job language native swedish swedish_oral swedish_written"
    " swedish_listening swedish_reading swedish_writing skill informal".split()
)
"""Fields of what somebody has; a wish among it is none of it."""


class Cells:
    """Cells of one row by field and number.

    Parameters
    ----------
    columns : sequence of Column
    values : sequence of object
        Cells in the order of the columns' indices.
    """

    def __init__(self, columns: Sequence[Column], values: Sequence[object]) -> None:
        self._found: dict[str, list[tuple[Column, str]]] = {}
        for column in columns:
            if column.field and column.index < len(values):
                text = _named(column, tidy(values[column.index]))
                for told, part in _apart(column, text) if column.among else ((column, text),):
                    self._found.setdefault(told.field or "", []).append((told, part))

    def of(self, field: str) -> list[tuple[Column, str]]:
        """Columns of a field with their cells, empty ones left out."""
        return [(column, text) for column, text in self._found.get(field, ()) if text]

    def replaced(self, column: Column, text: str) -> Cells:
        """Give the cells with another text in one column."""
        made = Cells((), ())
        made._found = dict(self._found)
        made._found[column.field or ""] = [
            (held, text if held == column else said) for held, said in self._found.get(column.field or "", ())
        ]
        return made

    def cleanse(self, draft: Draft) -> None:
        """Take what must not survive out of the cells, before anything is read from them."""
        for held in self._found.values():
            for index, (column, text) in enumerate(held):
                if len(text) > MAX_CELL:
                    held[index] = column, text[:MAX_CELL]
                    draft.note("doubtful", f"longer than {MAX_CELL} characters; the rest is not read", column.shown)
        # In the order of the columns, so that the notes of a row always stand in the same one.
        for field in filter(NAMING.__contains__, self._found):
            for column, _ in (held for held in self._found[field] if is_bare_yes(held[1])):
                draft.note("doubtful", "yes, where a name was expected", column.shown)
            self._found[field] = [held for held in self._found[field] if not is_bare_yes(held[1])]
        for field, held in self._found.items():
            if field in _UNREAD:
                continue
            for index, (column, text) in enumerate(held):
                if field == "licence" and _tells_origin_of_licence(text):
                    cleansed = text
                else:
                    text = _as_work(text) if field in ("job", "wish") else text
                    cleansed = draft.clean_clauses(text, column.shown, labels=field in _LABELS)
                    cleansed = draft.clean_held(cleansed, column.shown) if field in _HAD else cleansed
                held[index] = column, _answer(field, cleansed)
                if held[index][1] != cleansed:
                    draft.note("doubtful", "more than one answer; what is none is not read", column.shown)

    def first(self, field: str, number: int | None = None) -> str:
        """First cell of a field (with that number) that holds anything, else ``""``."""
        return next((text for column, text in self.of(field) if number in (None, column.number)), "")


def _apart(column: Column, text: str) -> list[tuple[Column, str]]:
    """Give each field that a column holds its part of a cell; an answer in its turn is one to words of the header."""
    words = dict(column.in_turn)
    if answers := answers_in_turn(tuple(words), text):
        return [(replace(column, field=field, among=(), header=words[field]), part) for field, part in answers.items()]
    parts = taken_apart(column.among, text)
    return [(replace(column, field=field, among=()), part) for field, part in parts.items()]


def _tells_origin_of_licence(text: str) -> bool:
    """Whether "Colombian B" tells where a licence is from, and no clause of a cell where its holder is."""
    if set(cleanse_clauses(text).reasons) != {"origin"}:
        return False
    # "B (Syrian)": one word in brackets is about the class before them.
    told = [clause for clause in _PARTS.split(_BRACKETED.sub(r"\1", text)) if cleanse_clauses(clause).reasons]
    return bool(told) and all(read_licences(clause)[0] for clause in told)


def _as_work(text: str) -> str:
    """Name who works so where an item alone is a trade that would tell of a person: "barnomsorg"."""
    items = re.split(r"(\s*[,;/\n]\s*)", text)
    return "".join((one and cleanse_clauses(item).reasons and one) or item for item in items for one in (trade(item),))


_PARTS = late(r"[;,\n()]|\s[-–—]\s|\.\s")
_BRACKETED = late(r"(?<=(?<!\w)[A-D] )\((\w+)\)")


# What a cell of one answer says, and what it must not say as a whole for one of its clauses to be that answer.
_ANSWERS: dict[str, tuple[Callable[[str], bool], Callable[[str], bool]]] = {
    "municipality": (lambda cell: municipality(cell) is not None,) * 2,
    "own_car": (lambda cell: yes_or_no(cell) is not None,) * 2,
    "hours": (lambda cell: read_hours(cell) is not None,) * 2,
    "licence": (is_absent, lambda cell: bool(read_licences(cell)[0])),
    "certificate": (is_absent, lambda cell: not certificate_slugs().isdisjoint(read_certificates(cell)[0])),
}
_CLAUSES = late(r"\s*[;\n|]\s*|[.,]\s+|\s[-–—]\s")


def _answer(field: str, text: str) -> str:
    """Leave out what somebody put before the one answer of a cell: "har hund. Nacka", "flyttar snart; nej"."""
    clauses = _CLAUSES.split(text) if field in _ANSWERS else []
    if len(clauses) < _SEVERAL:
        return text
    answers, read = _ANSWERS[field]
    return text if answers(text) or read(text) else next(filter(answers, clauses), text)


_SEVERAL = 2


def _languages(text: str) -> str:
    """Spell out languages; short forms without commas only where that finds more of them ("ukr ry eng")."""
    told = named(text)
    alone = languages_alone(text, beside=True)
    return alone if alone and len(find_languages(alone)) > len(find_languages(told)) else told


_LEVEL = late(r"(?<!\w)[ABC][12](?!\w)(?! ?[-–/])")
_VALUE = late(r"[a-z]+(?:_[a-z0-9]+)+", re.IGNORECASE)
"""What a program calls one of its values: "full_time", "FULL_TIME"."""
# The number of a group of occupations, and no year: "5120 Kock".
_GROUP = late(r"^(?!19|20)[1-9]\d{3}[ ,:–-]+(?=[^\W\d_]{3})")
# "Yrken (år)" over "Målare, Iran (8)", "Yrke & år" over "kock 8 / diskare 2"
_IN_YEARS = late(r"(?:[(&+/,]|(?<!\w)(?:och|and|med|with))\s*(?:antal\s)?(?:år|years|yrs)(?!\w)", re.IGNORECASE)
_BARE_LENGTH = late(
    r"\(\s*(\d{1,2}(?:[.,]\d{1,2})?)\s*\)|(?<=[^\W\d_] )(\d{1,2}(?:[.,]\d{1,2})?)(?=\s*(?:$|,(?!\d)|[;/+\n]))"
)


def _named(column: Column, text: str) -> str:
    """Put the thing that a header asks for behind its colon into a cell; what it denies it does not deny of others."""
    if (column.field not in NAMING or column.field == "education") and _VALUE.fullmatch(text):
        text = text.replace("_", " ")
    text = meant(column.scale, text) if column.scale else text
    if column.field == "swedish" and is_bare_yes(text) and (level := _LEVEL.search(column.header)):
        return level.group()  # ticked below "Svenska B1"
    if column.field not in NAMING:
        return _languages(text) if column.field in ("native", "language") else text
    text = _GROUP.sub("", text) if column.field in ("job", "wish") else text
    if column.field == "job" and _IN_YEARS.search(column.header):
        text = _BARE_LENGTH.sub(lambda match: f"({match[1] or match[2]} år)", added_up(text))
    item = column.item or item_of(column.header)
    if item is None or is_silent(text):
        # "Ja, bagare" answers, and then it names.
        return _ANSWER.sub("", text, count=1)
    if is_absent(text):
        return ""
    if is_bare_yes(text):
        return item
    counted = column.field == "job" and text.replace(",", ".").replace(".", "", 1).isdigit()
    if column.item and not counted:
        return f"{item} {text}"
    if counted and not text.strip("0,."):
        return ""
    unit = "mån" if column.hint == "months" else "år"
    return f"{item} {text} {unit}" if counted else text
