"""What a field of study holds beside its subject: the cycle of the degree, and that the studies are not finished."""

from __future__ import annotations

import re

from matcher.records import Education

SECOND_CYCLE, FIRST_CYCLE, UNDER_WAY = "master", "kandidat", "pågående"
"""Words behind a subject: "kemi, master", "undersköterska, pågående"."""
_BESIDE = re.compile(rf"(?:^|, )(?:{SECOND_CYCLE}|{FIRST_CYCLE}|{UNDER_WAY})(?=,|$)")
_UNDER_WAY = re.compile(rf"(?:^|, ){UNDER_WAY}(?=,|$)")


def subject_alone(field: str) -> str:
    """Leave out what a field holds beside its subject.

    Examples
    --------
    >>> subject_alone("kemi, master"), subject_alone("kock, pågående"), subject_alone("bygg, anläggning")
    ('kemi', 'kock', 'bygg, anläggning')
    """
    return _BESIDE.sub("", field)


def is_under_way(education: Education) -> bool:
    """Tell whether studies are not finished.

    Examples
    --------
    >>> is_under_way(Education(field="kock, pågående")), is_under_way(Education(field="kock"))
    (True, False)
    """
    return bool(education.field and _UNDER_WAY.search(education.field))
