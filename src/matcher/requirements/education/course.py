"""A mention of education in an ad."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Course:
    """A mention of education: its span, level and role, the field or the title that its own words name.

    One that a list joins to the one before is asked for as that one is ("utbildad kock eller bagare").
    """

    start: int
    end: int
    level: str | None
    role: str
    stem: str | None = None
    title: str | None = None
    joined: bool = False
