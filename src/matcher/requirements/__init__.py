"""Requirements out of ads: what the text asks for, how strongly, quoted, joined with the source's structured fields."""

from __future__ import annotations

from matcher.requirements.by_law import with_licence_by_law
from matcher.requirements.context import Context, Family, Found
from matcher.requirements.of_ad import (
    filled,
    read_requirements,
    reading_of,
    standard_families,
    with_requirements,
)
from matcher.requirements.reading import Reading, RequirementReader
from matcher.taxonomy.scanning.phrasebook import Lexicon

__all__ = [
    "Context", "Family", "Found", "Lexicon", "Reading", "RequirementReader", "filled",
    "read_requirements", "reading_of", "standard_families", "with_licence_by_law", "with_requirements",
]  # fmt: skip
