"""Skills told in sentences: what somebody can do or has done, what they looked after, programs that they use."""

from __future__ import annotations

import re
from functools import cache

from matcher.patterns import late
from matcher.readers.cells.doing import WHO
from matcher.readers.cells.shortforms import activity
from matcher.readers.cells.titles import labels_of
from matcher.readers.cells.words import split_list
from matcher.readers.lexicon import joined, rows
from matcher.readers.privacy.others import own_clauses
from matcher.taxonomy.facts.countries import find_countries
from matcher.taxonomy.facts.municipalities import municipality
from matcher.taxonomy.wording import fold

_WORDS = joined("toldskills")

_CLAUSE = late(r"[;:–—]\s+|,?\s+(?:men|but|fast|although|medan|while)\s+|\.\s+")
# What is hoped for, learnt just now, asked of others or denied is no skill.
_NO_SKILL = late(rf"(?<!\w)(?:{_WORDS['no_skill']})(?!\w)", re.IGNORECASE)
_PAST = late(r"(?:de|dde|t|tt|ed|ing|ar|er|or|gs?|old|ept|ew|ught)$", re.IGNORECASE)
_CAN = late(r"(?:\b(?:kan|kunde|can|could|to|att|och|and|or|eller|how)|,)\s+$", re.IGNORECASE)
_AT_HOME = late(
    r"(?<!\w)(?:hemma|hushåll\w*|familjen|at home|household|for (?:my|his|her|the) family)(?!\w)", re.IGNORECASE
)


@cache
def _deeds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    # The skill itself counts, and who did it may stand between any two words: "packade hon fisk".
    pairs = ((skill, f"{verbs.replace(' ', rf'(?: {WHO})? ')}|{skill}") for skill, verbs in rows("deeds"))
    return tuple((skill, re.compile(rf"(?<![\w;|/-])(?:{verbs})(?![\w;|/-])", re.IGNORECASE)) for skill, verbs in pairs)


def told_skills(sentence: str) -> tuple[list[str], list[str]]:
    """Read the skills that a sentence tells of.

    Parameters
    ----------
    sentence : str

    Returns
    -------
    list of str
        Those of work.
    list of str
        Those of home.

    Examples
    --------
    >>> told_skills("Där rensade och packade hon fisk."), told_skills("Jag lagade mat hemma.")
    ((['fiskrensning'], []), ([], ['matlagning']))
    >>> told_skills("He knows Excel, Fortnox and a bit of Visma.")[0]
    ['Excel', 'Fortnox', 'Visma']
    >>> told_skills("Vill lära sig svetsa."), told_skills("Hon kan inte sy.")
    (([], []), ([], []))
    """
    found: list[str] = []
    for clause in _CLAUSE.split(own_clauses(sentence)):
        denied = _NO_SKILL.search(clause)
        plain = clause[: denied.start()] if denied else clause
        found += [*_done(plain), *_looked_after(plain), *_programs(plain)]
    found = list(dict.fromkeys(found))
    return ([], found) if _AT_HOME.search(sentence) else (found, [])


def _done(clause: str) -> list[str]:
    """Name deeds in the order of the clause; of two that overlap the longer one counts."""
    spans: list[tuple[int, int, str]] = []
    for skill, verbs in _deeds():
        for match in verbs.finditer(clause):
            # "Clean", "cook" and "städa" alone are deeds where somebody can or did do them.
            bare = " " not in match.group() and not _PAST.search(match.group())
            if not bare or _CAN.search(clause, 0, match.start()):
                spans.append((match.start(), match.end(), skill))
    longest = sorted(spans, key=lambda span: (span[0] - span[1], span[0]))
    kept: list[tuple[int, int, str]] = []
    for start, end, skill in longest:
        if all(end <= held[0] or held[1] <= start for held in kept):
            kept.append((start, end, skill))
    return [skill for _, _, skill in sorted(kept)]


_AFTER = late(
    rf"(?<!\w)(?:{_WORDS['after']})\s+(?:bl\.? ?a\.? |bland annat |among other things )?(?P<what>[^.;:()]{{3,160}})",
    re.IGNORECASE,
)
_DEED = late(rf"\w*(?:{_WORDS['deed']})(?:en|et|n)?", re.IGNORECASE)
_NO_DEED = late(_WORDS["no_deed"], re.IGNORECASE)
_MOST_WORDS = 3
_BEHIND = late(
    r"\s+(?:på|i|hos|vid|för|under|när|in|at|for|on|during|utan|without|som|där)\s.*", re.IGNORECASE | re.DOTALL
)


def _looked_after(clause: str) -> list[str]:
    """Read nouns of what somebody did: "skötte inköp, kassa och bokföring"."""
    found: list[str] = []
    for match in _AFTER.finditer(clause):
        for item in _items(match["what"]):
            plain = _BEHIND.sub("", item).strip()
            last = plain.rsplit(" ", 1)[-1]
            known = fold(plain) in labels_of("skill") or activity(plain) != plain
            deed = _DEED.fullmatch(last) and not _NO_DEED.fullmatch(last)
            if plain and len(plain.split()) <= _MOST_WORDS and (known or deed):
                found.append(activity(plain))
    return found


_USES = late(
    r"(?<!\w)(?:knows?|uses?|used|using|använder|använt|kan|behärskar|(?:data)?program(?:men|met)?|system(?:en|et)?"
    r"|familiar with|van (?:vid|med|att använda)|(?:jobba|arbeta|rita|modellera|programmera)(?:t|de|r) i|work(?:s"
    r"|ed)? (?:in|with))\s*:?\s+"
    r"(?:(?:både|both|programmen|systemen) )?(?P<what>(?-i:[A-Z])[^.;:()]{1,160})",
    re.IGNORECASE,
)
_LISTED = late(
    r"^(?P<what>(?:[A-Z][\w.+#-]*(?: [A-Z\d][\w.+#-]*){0,2}(?:,\s+(?:och |and )?|\s+(?:och|and|samt)\s+|$|(?= på "
    r"| at |\.$))){2,})"
)
_NAME = late(r"[A-Z][\w.+#-]*(?: [A-Za-z\d][\w.+#-]*){0,2}")
_LITTLE = late(
    r"^(?:a (?:bit|little) (?:of )?|some |basic |lite |även |också |also )+|\s+(?:på|at|i)\s.*$", re.IGNORECASE
)


def _programs(clause: str) -> list[str]:
    """Read names of programs and tools, where at least one of them is known: "AutoCAD, PVsyst och Excel"."""
    for match in (_USES.search(clause), _LISTED.match(clause.strip())):
        named = [_LITTLE.sub("", item) for item in _items(match["what"])] if match else []
        named = [
            item for item in named if _NAME.fullmatch(item) and not find_countries(item) and not municipality(item)
        ]
        if any(fold(item) in labels_of("skill") for item in named):
            return named
    return []


def _items(text: str) -> list[str]:
    return [item.strip() for item in split_list(re.sub(r"\s+(?:och|samt|and|eller|or)\s+", ", ", text)) if item.strip()]
