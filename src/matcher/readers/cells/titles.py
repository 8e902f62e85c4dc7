"""Whether words are the title of a job: a label of the taxonomy, or an ending that names who works."""

from __future__ import annotations

import re
from functools import cache

from matcher.taxonomy.wording import fold

_SEGMENT = re.compile(r"\s*(?:[,;|(/]|\s[-–—]\s).*$", re.DOTALL)
_WORDS = re.compile(r"[\w/&+-]+")
# Endings of titles that few other words have.
_ENDS = re.compile(
    r"[^\W\d_]{2,}(?:arbetare|biträde|sköterska|skötare|ledare|assistent|ansvarig|ingenjör|mekaniker|tekniker|montör"
    r"|operatör|förare|chaufför|lärare|vårdare|läggare|slagare|erska|ologe?|konsult|handläggare|säljare|städare|vakt"
    r"|specialist|chef|worker|operator|driver|assistant|technician|teacher|keeper|engineer|manager|cleaner|maker"
    r"|installer|fitter|supervisor|labou?rer|attendant|clerk)",
    re.IGNORECASE,
)
_MOST_WORDS = 5


@cache
def _labels() -> frozenset[str]:
    from matcher.taxonomy.taxonomy import Taxonomy

    starter = Taxonomy.starter()
    concepts = [starter.concepts[one] for one in starter.of_type("occupation")]
    names = [c.labels.get(lang, "") for c in concepts for lang in ("sv", "en")]
    names += [name for c in concepts for lang in ("sv", "en") for name in c.alternatives.get(lang, ())]
    return frozenset(fold(name) for name in names if name)


def is_title(text: str) -> bool:
    """Whether the words before the first comma, bar or dash name a job.

    Examples
    --------
    >>> [is_title(one) for one in ("HEAD CASHIER", "Woodworker - Window factory", "Retail chain", "Isfahan")]
    [True, True, False, False]
    """
    words = _WORDS.findall(fold(_SEGMENT.sub("", text.strip())))
    if not 0 < len(words) <= _MOST_WORDS:
        return False
    labels = _labels()
    ends = [" ".join(words[at:]) for at in range(len(words))] + [" ".join(words[: at + 1]) for at in range(len(words))]
    if any(end in labels for end in ends) or any(_ENDS.fullmatch(word) for word in words):
        return True
    # "Textile operator": the word for who works stands alone behind what with.
    return len(words) > 1 and bool(_ENDS.fullmatch(f"{words[-2]}{words[-1]}"))
