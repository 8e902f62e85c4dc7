"""Words that stand before and behind a title told in a sentence, as patterns."""

from __future__ import annotations

from matcher.readers.lexicon import joined
from matcher.readers.times.durations import LENGTH

_PLACES = joined("titlewords")
BUSINESS = rf"(?:{_PLACES['business']})(?!\w)"
"""An own business, as a pattern."""
BEFORE_TITLE = _PLACES["before"].replace("<length>", LENGTH).replace("<business>", BUSINESS)
"""What introduces a title, as a pattern."""
NO_TITLE = rf"(?:{_PLACES['no']})(?!\w)"
"""What stands behind such words and is no title, as a pattern."""
BEHIND_TITLE = rf"(?=\s+(?:{_PLACES['behind']})(?:\s|\d|$)|\s[-–—]\s|[.,;:(]|$)"
"""What a title ends before, as a pattern."""
SEASON = _PLACES["season"]
"""How long seasonal work lasted, as a pattern: no number of years."""
