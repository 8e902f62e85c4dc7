"""Requirements out of ads: what the text asks for, how strongly, quoted, joined with the source's structured fields."""

from __future__ import annotations

from matcher.requirements.context import Context, Family, Found
from matcher.requirements.of_ad import read_requirements, standard_families, with_requirements
from matcher.requirements.reading import Reading, RequirementReader
from matcher.taxonomy.phrasebook import Lexicon

__all__ = [
    "Context", "Family", "Found", "Lexicon", "Reading", "RequirementReader", "read_requirements",
    "standard_families", "with_requirements",
]  # fmt: skip
