"""What somebody does in their spare time and as a volunteer, where place or circle tells a faith or an origin."""

from __future__ import annotations

import re
from functools import cache

from matcher.patterns import late
from matcher.readers.lexicon import rows
from matcher.taxonomy.facts.countries import find_countries

# "Somaliska kulturföreningen", "Eritrean community in Borås"
_CIRCLE = late(
    r"(?<!\w)(?:\w*förening\w*|\w*förbund\w*|\w*samfund\w*|folkdans\w*|associations?|society|community|folk dance)"
    r"(?!\w)",
    re.IGNORECASE,
)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (reason, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)) for reason, words in rows("pastimes")
    )


def reason_of_pastime(label: str) -> str | None:
    """Why a pastime must not survive, though as somebody's work the same words would; ``None`` if it may.

    Parameters
    ----------
    label : str

    Returns
    -------
    str or None
        As of :func:`~matcher.readers.privacy.protected.reason_to_drop`.

    Examples
    --------
    >>> [reason_of_pastime(label) for label in ("Sjunger i kyrkokör", "Syriska föreningen", "fotbollsförening", "kör")]
    ['religion', 'origin', None, None]
    """
    if told := next((reason for reason, pattern in _patterns() if pattern.search(label)), None):
        return told
    return "origin" if _CIRCLE.search(label) and find_countries(label) else None
