"""Headers that are only an attribute ("år", "land", "nivå"), and what they are of the column before them."""

from __future__ import annotations

import re

from matcher.patterns import late

_ATTRIBUTES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, late(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE))
    for name, words in (
        ("end", r"slut(?:ade|år)?|t\.? ?o\.? ?m\.?|senast(?:e år)?|sist(?:a år)?|end(?:ed)?|last(?: year)?|till"
                r"|to|until"),
        ("years", r"(?:antal )?år|years?|yrs|period\w*|längd|hur länge|(?:for )?how long|tid(?:speriod)?|duration"
                  r"|length|when|när|mån(?:ader)?|months?|from|från|fr\.? ?o\.? ?m\.?|start"),
        ("valid", r"giltig\w*|gäller\w*|valid\w*|utfärd\w*|issued\w*"),
        ("country", r"(?:arbets|jobb|yrkes|anställnings)?land\w*|country|var|where|plats|location|^in\s*$"),
        ("status", r"status|läge"),
        ("level", r"nivå\w*|level\w*|hur bra|cefr|kunskapsnivå"),
        ("duties", r"arbetsuppgift\w*|uppgifter|duties|tasks|beskrivning|description|gjorde"),
    )
)  # fmt: skip


def attribute_of(words: str) -> str | None:
    """Attribute that words of a header name: ``"years"``, ``"country"``, ``"level"``, ``"status"`` and so on.

    Examples
    --------
    >>> attribute_of("antal år"), attribute_of("slutade"), attribute_of("yrke")
    ('years', 'end', None)
    """
    return next((name for name, pattern in _ATTRIBUTES if pattern.search(words)), None)


_SKILLS = tuple(
    (f"swedish_{skill}", late(rf"(?<!\w)(?:{words})", re.IGNORECASE))
    for skill, words in (
        ("oral", "tal|munt|prat|spoken|speak|oral"), ("written", "skrift|written"), ("writing", "skriv|writ"),
        ("reading", "läs|read"), ("listening", "hör|lyssn|först|listen|understand"),
    )
)  # fmt: skip


def field_of_skill(words: str) -> str | None:
    """Field of Swedish that a word for speaking, listening, reading or writing names.

    Examples
    --------
    >>> field_of_skill("Tala"), field_of_skill("reading"), field_of_skill("yrke")
    ('swedish_oral', 'swedish_reading', None)
    """
    return next((field for field, pattern in _SKILLS if pattern.search(words)), None)


FIELD_OF_ATTRIBUTE = {
    ("job", "years"): "job_years", ("job", "country"): "job_country", ("job", "end"): "job_end",
    ("job", "duties"): "job_duties",
    ("education", "country"): "education_country", ("education", "years"): "education_years",
    ("education", "level"): "education_level",
    ("education_level", "country"): "education_country", ("education_level", "years"): "education_years",
    ("education_field", "country"): "education_country", ("education_field", "years"): "education_years",
    ("education", "end"): "unused", ("language", "level"): "language_level", ("native", "level"): "language_level",
    ("licence", "country"): "licence_country", ("licence", "valid"): "licence_country",
    ("sfi", "level"): "swedish", ("swedish", "level"): "swedish",
    ("sfi", "status"): "sfi_status", ("swedish", "status"): "sfi_status",
}  # fmt: skip
"""A field and an attribute → the field that the attribute is."""
BASES_OF_FIELD = {
    "job_years": ("job",), "job_country": ("job",), "job_end": ("job",), "licence_country": ("licence",),
    "language_level": ("language", "native"), "education_country": ("education", "education_level", "education_field"),
    "education_years": ("education", "education_level", "education_field"),
}  # fmt: skip
"""An attribute's field → the fields that it can be of."""
