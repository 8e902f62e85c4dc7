"""Work told by a place and by what is done there: one job, and not two."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matcher.patterns import late
from matcher.readers.cells.titles import is_title
from matcher.readers.times.durations import LENGTH
from matcher.readers.told.toldtitles import Named


def as_done(titles: Sequence[Named], sentence: str) -> list[Named]:
    """Name who works at a place by what is done there: "arbetar på ett hotell, städar rum" is one job.

    Examples
    --------
    >>> from matcher.readers.told.toldtitles import find_titles
    >>> told = "Jobbar på ett hotell i Lund, städar trappor"
    >>> [named.title for named in as_done(find_titles(told), told)]
    ['städare']
    >>> told = "Arbetade som barnmorska i 14 år på ett sjukhus"
    >>> [named.title for named in as_done(find_titles(told), told)]
    ['barnmorska']
    """
    done: list[Named] = []
    for named in titles:
        last = done[-1] if done else None
        if last and _LASTED.match(named.said) and not _APART.search(sentence, last.end, named.start):
            continue  # how long, and where, the work before lasted
        beside = last and not is_title(last.title) and _BESIDE.fullmatch(sentence, last.end, named.start)
        within = last and is_title(last.title) and _WHERE.fullmatch(sentence, last.end, named.start)
        if last and within and not is_title(named.title):
            done[-1] = Named(last.start, named.end, last.title, named.said)
        elif last and beside and _DEED.match(named.said):
            done[-1] = Named(last.start, named.end, named.title, last.said)
        else:
            done.append(named)
    return done


_LASTED = late(rf"{LENGTH} (?!som |as )", re.IGNORECASE)
_APART = late(r"[.,;:()]|(?<!\w)(?:och|and|men|but|sedan|sen|därefter|then|samt|plus)(?!\w)", re.IGNORECASE)
# "Varit sjuksköterska i Peru, där hon arbetade på en avdelning"
_WHERE = late(r"[^.;]{0,40},? (?:där|where) (?:(?:jag|hon|han|hen|i|she|he|they) )?", re.IGNORECASE)
_BESIDE = late(r"(?: (?:i|in) [A-ZÅÄÖ][\w-]+)?,\s+(?:och |and )?(?:(?:jag|hon|han|hen|i|she|he) )?")
_DEED = late(r"(?!(?:arbeta|jobba|prakti|vikari|work))[^\W\d_]+(?:ar|ade|at|te|t|r|ed|d|ing|s)(?!\w)", re.IGNORECASE)
