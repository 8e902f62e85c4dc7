"""The sheet that a person takes home: a few jobs with reasons, what is missing, what to think of until next time."""

from __future__ import annotations

from matcher.explanation.sheets.choosing import PLACES, Sheet, sheet_of
from matcher.explanation.sheets.writing import sheet_article, sheets_page

__all__ = ["PLACES", "Sheet", "sheet_article", "sheet_of", "sheets_page"]
