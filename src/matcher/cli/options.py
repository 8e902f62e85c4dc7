"""Options that several commands share."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

Lang = Literal["sv", "en"]
Side = Literal["profiles", "ads"]


def parse_date(text: str) -> date:
    """Read the value of ``--as-of``; the only place where the clock is looked at.

    Examples
    --------
    >>> parse_date("2026-09-01")
    datetime.date(2026, 9, 1)
    """
    if text == "today":
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter("expected a date such as 2026-09-01, or today") from None


def parse_mapping(path: str) -> dict[str, str]:
    """Read the file of ``--mapping``: column name → field."""
    from matcher.errors import ReadError
    from matcher.readers.sheets.naming import fields, unknown_fields
    from matcher.toml_files import read_toml

    columns = read_toml(path).get("columns")
    if not isinstance(columns, dict) or not all(isinstance(field, str) for field in columns.values()):
        raise ReadError(path, "a table [columns] whose lines are column name = field")
    if unknown := unknown_fields(columns.values()):
        raise ReadError(path, f"fields that exist, not {', '.join(unknown)}; there are {', '.join(sorted(fields()))}")
    return columns


Profiles = Annotated[
    list[str], typer.Option("--profiles", metavar="P", help="File or folder of profiles, or -; may be repeated.")
]
Ads = Annotated[list[str], typer.Option("--ads", metavar="A", help="File or folder of ads, or -; may be repeated.")]
TaxonomyFile = Annotated[
    Path | None,
    typer.Option("--taxonomy", metavar="FILE", help="An imported taxonomy, laid over the embedded one."),
]
WeightsFile = Annotated[
    Path | None,
    typer.Option("--weights", metavar="FILE", help="Weights that tune wrote, instead of the embedded ones."),
]
By = Annotated[
    Literal["get", "want", "both"],
    typer.Option("--by", help="Rank by what the person can get, would want, or both."),
]
Components = Annotated[
    list[str],
    typer.Option("--component", metavar="NAME=FILE.tsv", help="Another ranker's points (profile, ad, points), added."),
]
Journeys = Annotated[
    Path | None,
    typer.Option("--travel", metavar="FILE.tsv", help="Journeys (from, to, minutes, arrive_by), not estimates."),
]
Language = Annotated[Lang, typer.Option("--lang", help="Language of texts, questions and reports.")]
TOLD = typer.Option("--lang", help="Language of this help and of what the command tells.")
Told = Annotated[Lang, TOLD]
"""Of commands without texts of their own: what they tell on standard error is worded where it is told."""
AsOf = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        metavar="DATE|today",
        parser=parse_date,
        help="The day to judge by; without it no date drops anything.",
    ),
]
Reader = Annotated[
    str | None, typer.Option("--reader", metavar="NAME", help="Name of the format, where its content does not tell.")
]
MappingFile = Annotated[
    dict[str, str] | None,
    typer.Option(
        "--mapping",
        metavar="FILE.toml",
        parser=parse_mapping,
        help="How an office names its columns: a table [columns] of column name = field.",
    ),
]
CorrectionsFile = Annotated[
    str | None,
    typer.Option("--corrections", metavar="FILE", help="A person's corrections, as the pages write them; they win."),
]
OutFile = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE", help="Write to this file instead; list.xlsx is for Excel and its like."),
]
View = Annotated[
    Literal["caseworker", "recruiter"] | None,
    typer.Option("--view", help="With --for ads: recruiter, the default, shows levels and classes of people alone."),
]
Blocked = Annotated[
    bool, typer.Option("--include-blocked", help="Also list ads that ask for what the person is known to lack.")
]
Duplicates = Annotated[
    bool, typer.Option("--duplicates", help="Also list further ads of a job of which a better one is listed.")
]
Rows = Annotated[Literal["jsonl", "table"], typer.Option("--format", help="Lines for programs or a table to look at.")]
