"""Shortlists for the eye: a table, a spreadsheet, a page."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matcher.cli.options import Lang, Side
from matcher.cli.pages import ranking_page, recruiter_page
from matcher.cli.streams import printable
from matcher.cli.words import text, tier
from matcher.explanation.cells import safe_cell
from matcher.explanation.words import NAMES, word
from matcher.records import JobAd, Profile

_WIDTH = 120
_VERDICTS = ("met", "unmet", "unknown")


@dataclass(frozen=True)
class Shortlists:
    """What a layout is made from.

    Attributes
    ----------
    rows : sequence of mapping
        One a query, as a ranking's ``to_rows()`` gives them.
    people : sequence of Profile
    ads : sequence of JobAd
    side : {"profiles", "ads"}
        What the queries are.
    lang : {"sv", "en"}
    """

    rows: Sequence[Mapping[str, Any]]
    people: Sequence[Profile]
    ads: Sequence[JobAd]
    side: Side
    lang: Lang

    def titles(self) -> tuple[dict[str, str], dict[str, str]]:
        """Id → what to call it, of queries and of what is listed."""
        ads = {ad.id: ad.headline for ad in self.ads}
        people = {p.id: ", ".join(dict.fromkeys(e.title for e in p.experience)) for p in self.people}
        return (people, ads) if self.side == "profiles" else (ads, people)

    def places(self) -> dict[str, str]:
        """Id of what is listed → where it is."""
        listed = self.ads if self.side == "profiles" else self.people
        return {r.id: r.where if isinstance(r, JobAd) else r.home_municipality or "" for r in listed}


def table(lists: Shortlists) -> Iterator[str]:
    """Lay out one table a query."""
    import sys

    from rich.console import Console, detect_legacy_windows
    from rich.table import Table
    from rich.text import Text

    # A terminal is as wide as it is; anything else gets the same bytes everywhere.
    is_seen = sys.stdout.isatty()
    out = io.StringIO()
    # The old window of Windows would show the codes for bold instead of obeying them.
    styled = is_seen and not detect_legacy_windows()
    console = Console(file=out, width=None if is_seen else _WIDTH, force_terminal=styled, legacy_windows=False)
    lang, places, (queries, titles) = lists.lang, lists.places(), lists.titles()
    other = "ad" if lists.side == "profiles" else "profile"
    for row in lists.rows:
        console.print(Text(printable(f"{row['id']}  {queries.get(row['id'], '')}").rstrip(), style="bold"))
        if not row["matches"]:
            console.print(Text(f"  {text(f'no_match_{lists.side}', lang)}\n"))
            continue
        grid = Table(box=None, pad_edge=False, header_style="dim")
        grid.add_column("#", justify="right")
        # Of people a recruiter sees the pseudonym alone.
        named = (other, "headline", "place") if titles or places else (other,)
        for name in named:
            grid.add_column(text(name, lang), overflow="fold", max_width=34)
        grid.add_column(text("score", lang), justify="right")
        grid.add_column(text("tier", lang))
        grid.add_column(text("requirements", lang), overflow="fold")
        for match in row["matches"]:
            told = (match["id"], titles.get(match["id"], ""), places.get(match["id"], ""))
            cells = (str(match["rank"]), *told[: len(named)])
            last = (str(match["score"]), tier(match["tier"], lang), _summary(match["verdicts"], lang))
            grid.add_row(*(Text(printable(" ".join(cell.split()))) for cell in (*cells, *last)))
        console.print(grid)
        if any(match["score"] < 0 for match in row["matches"]):
            console.print(Text(text("below", lang), style="dim"))
        console.print()
    if any(row["matches"] for row in lists.rows):
        console.print(Text(text("signs", lang), style="dim"))
    yield from (line.rstrip() for line in out.getvalue().rstrip("\n").split("\n"))


def spreadsheet(lists: Shortlists) -> Iterator[str]:
    """Lay out CSV, a line a match, no cell of which a spreadsheet program would run."""
    return _csv(_cells(lists, _kinds))


def recruiter_spreadsheet(lists: Shortlists) -> Iterator[str]:
    """Lay out CSV of people for ads as a recruiter may see them: a line a person, by pseudonym."""
    return _csv(_recruiter_cells(lists, _kinds))


def sheet(lists: Shortlists) -> bytes:
    """Make a workbook, a row a match, with names of columns in the lists' language and each demand in words."""
    return _workbook(_cells(lists, _demands), lists.lang)


def recruiter_sheet(lists: Shortlists) -> bytes:
    """Make a workbook of people for ads as a recruiter may see them."""
    return _workbook(_recruiter_cells(lists, _demands), lists.lang)


_Row = list[str | int]
_Worded = Callable[[Sequence[Mapping[str, Any]], str, Lang], str]


def _cells(lists: Shortlists, worded: _Worded) -> Iterator[_Row]:
    query, other = ("profile", "ad") if lists.side == "profiles" else ("ad", "profile")
    places, (_, titles) = lists.places(), lists.titles()
    yield [query, "rank", other, "title", "municipality", "score", "tier", *_VERDICTS, "questions"]
    for row in lists.rows:
        for match in row["matches"]:
            found = [worded(match["verdicts"], verdict, lists.lang) for verdict in _VERDICTS]
            head = [row["id"], match["rank"], match["id"], titles.get(match["id"], ""), places.get(match["id"], "")]
            asked = " ".join(question["text"] for question in match["questions"])
            yield [*head, match["score"], tier(match["tier"], lists.lang), *found, asked]


def _recruiter_cells(lists: Shortlists, worded: _Worded) -> Iterator[_Row]:
    yield ["ad", "rank", "profile", "tier", *_VERDICTS]
    for row in lists.rows:
        for match in row["matches"]:
            found = [worded(match["verdicts"], verdict, lists.lang) for verdict in _VERDICTS]
            yield [row["id"], match["rank"], match["id"], tier(match["tier"], lists.lang), *found]


def _workbook(rows: Iterator[_Row], lang: Lang) -> bytes:
    from matcher.explanation.workbook import workbook

    names = [text(str(name), lang) for name in next(rows)]
    cells = [[cell if isinstance(cell, int) else safe_cell(cell) for cell in row] for row in rows]
    return workbook([names, *cells])


def _demands(verdicts: Sequence[Mapping[str, Any]], verdict: str, lang: Lang) -> str:
    from matcher.explanation.parts import listed
    from matcher.explanation.views import judged

    return listed([judged({"level": None, **row}) for row in verdicts], verdict, lang)


def _csv(lines: Iterable[Iterable[object]]) -> Iterator[str]:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(map(safe_cell, line) for line in lines)
    yield out.getvalue().rstrip("\n")


def _summary(verdicts: Sequence[Mapping[str, Any]], lang: Lang) -> str:
    n_met = sum(v["verdict"] == "met" and v["necessity"] == "must" for v in verdicts)
    parts = [f"✓ {n_met}"] if n_met else []
    for verdict, sign in (("unmet", "✗"), ("unknown", "?")):
        musts = [v for v in verdicts if v["necessity"] == "must"]
        if kinds := _kinds(musts, verdict, lang):
            parts.append(f"{sign} {kinds}")
    return "  ".join(parts) or "–"


def _kinds(verdicts: Sequence[Mapping[str, Any]], verdict: str, lang: Lang) -> str:
    return ", ".join(dict.fromkeys(word(NAMES, v["kind"], lang) for v in verdicts if v["verdict"] == verdict))


_Layouts = Mapping[str, Callable[[Shortlists], Iterator[str]]]
LAYOUTS: _Layouts = {"table": table, "csv": spreadsheet, "html": ranking_page}
RECRUITER_LAYOUTS: _Layouts = {"csv": recruiter_spreadsheet, "html": recruiter_page}
"""Layouts of what leaves the office: rows hold what :mod:`matcher.explanation.views` allows."""
