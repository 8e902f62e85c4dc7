"""How long somebody learnt a trade, told from how long it was worked in: "Utbildad kock 2 år, jobbat 5 år"."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.taxonomy.facts.professions import find_professions

_TRAINED = r"(?:(?:jag|hon|han|hen) )?(?:är )?(?:utbildad|utb\.)(?: (?:till|som))? (?=[^\W\d_])"
_WORKED = r"jobba\w*|arbeta\w*|\w*erf(?:arenhet\w*|\.)|anställ\w*|prakti\w*|vikari\w*|work\w*|egen|sedan|sen|nu"
_TRAINING = late(
    rf"\s*{_TRAINED}(?!.*(?<!\w)(?<!ej )(?<!inte )(?<!aldrig )(?:{_WORKED})(?!\w))(?=.*\d)", re.IGNORECASE | re.DOTALL
)
# "Utbildad kock 2 år, jobbat 5 år": the first length is that of the school.
_TRAINED_FIRST = late(
    rf"^(\s*{_TRAINED}[^,;()\d\n]*?),? ?\(?\d[^,;()\n]*(?:, [^,;()\d\n]*)?\)?"
    rf"(?=,(?! (?:ej|inte|aldrig) )[^,;\n]*(?:{_WORKED}))",
    re.IGNORECASE | re.MULTILINE,
)


def is_training(text: str) -> bool:
    """Whether what is said beside a title is how long somebody learnt it, and nothing of having worked.

    Examples
    --------
    >>> is_training("Utbildad optiker (3 år, Tunis)"), is_training("Utbildad optiker, jobbat 3 år")
    (True, False)
    """
    return bool(_TRAINING.match(text)) or _is_study(text)


# "Apotekare Univ Aleppo 5 år": who is to be licensed studies there; "lärare universitet" may teach.
_AT_UNIVERSITY = late(
    r"\s*(?P<title>[^\W\d_]{5,}),? \(?(?!univ\w*sjuk)(?:univ\w*\.?|högsk\w*\.?|college)(?=[\s,)])(?=.*\d)",
    re.IGNORECASE,
)


def _is_study(text: str) -> bool:
    found = _AT_UNIVERSITY.match(text)
    named = find_professions(found["title"]) if found else []
    return (
        bool(named) and not named[0][2].endswith("lärare") and not re.search(rf"(?<!\w)(?:{_WORKED})(?!\w)", text, re.I)
    )


def without_training(text: str) -> str:
    """Leave out how long somebody learnt the work that is told behind it.

    Examples
    --------
    >>> without_training("Utbildad kock 2 år, jobbat 5 år"), without_training("Kock 2 år, jobbat 5 år som diskare")
    ('Utbildad kock, jobbat 5 år', 'Kock 2 år, jobbat 5 år som diskare')
    """
    return _TRAINED_FIRST.sub(r"\1", text)
