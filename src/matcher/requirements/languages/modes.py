"""Speech and writing: the words beside a language's name that say how it must be mastered."""

from __future__ import annotations

import re

from matcher.requirements.text.segment import Sentence

_MODE = (
    r"(?:tal|muntlig\w*|skrift\w*|tala|talar|läsa|läser|skriva|skriver|speech|spoken|written|writing|oral\w*|"
    r"verbal\w*|speak|speaking|read|reading|write)"
)
_MODES = re.compile(
    rf"(?<!\w){_MODE}(?: \w+)?(?:,| och| samt| som| eller| and| as well as| or| &)(?: i| in)? {_MODE}(?!\w)"
)
# Where one alone is named, it is another than speech that counts: "skriver flytande engelska", "svenska i skrift".
_GOVERNS = re.compile(
    r"(?<!\w)(?:skriva|skriver|läsa|läser|write|writing|read|reading)"
    r" (?:(?!(?:och|samt|eller|and|or|men|but|du|you)(?!\w))[\w-]+ ){0,2}$|(?<!\w)(?:skriftlig|written) $"
)
_IN_WRITING = re.compile(r" (?:i skrift|skriftligt|in writing)(?!\w)")
_JOINT = re.compile(r"\s?(?:,|/|&|och|eller|samt|and|or)?\s?(?:både |i )?")
_NEAR = 45


def widened(low: str, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Widen the span of a language to the words for speech and writing that belong to it.

    They stand behind the name or behind names joined to it ("svenska och engelska i tal och skrift"), or before the
    first name of a sentence.

    Parameters
    ----------
    low : str
        Text in small letters.
    sentence : Sentence
    start, end : int
        Span of the language's name.

    Returns
    -------
    tuple of int

    Examples
    --------
    >>> from matcher.records import JobAd
    >>> from matcher.requirements import read_requirements
    >>> [r.quote for r in read_requirements(JobAd(id="1", text="Krav: svenska i tal och skrift samt enkel engelska."))]
    ['svenska i tal och skrift', 'engelska']
    >>> [r.quote for r in read_requirements(JobAd(id="1", text="Du talar svenska och skriver god engelska."))]
    ['svenska', 'skriver god engelska']
    """
    names = sentence.marks.get("languages", ())
    limit, place = min(sentence.end, end + _NEAR), end
    for name in (mark for mark in names if mark.start >= end):
        if not _JOINT.fullmatch(low, place, name.start):
            limit = min(limit, name.start)
            break
        place, limit = name.end, min(sentence.end, name.end + _NEAR)
    behind = _MODES.search(low, end, limit)
    if behind:
        return start, behind.end()
    before = None
    if not any(mark.end <= start for mark in names):
        before = _MODES.search(low, max(sentence.start, start - _NEAR), start)
    before = before or _GOVERNS.search(low, max(sentence.start, start - _NEAR), start)
    alone = None if before else _IN_WRITING.match(low, end, limit)
    return before.start() if before else start, alone.end() if alone else end
