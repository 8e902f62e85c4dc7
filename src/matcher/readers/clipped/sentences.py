"""Sentences of a note in clipped words, and what stands amid them and tells nothing, or round about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from matcher.patterns import late
from matcher.readers.cells.parts import parts_apart
from matcher.readers.cells.shortforms import spelled_out, trade
from matcher.readers.cells.titles import clipped_title, is_title
from matcher.readers.cells.tongues import find_languages
from matcher.readers.cells.worktime import read_not_times
from matcher.readers.clipped.runs import COMMA, VERB, kinds_of
from matcher.readers.clipped.wishes import WISH, wished_items
from matcher.readers.privacy.others import is_of_others
from matcher.readers.privacy.protected import reason_to_drop
from matcher.readers.privacy.statements import is_statement
from matcher.readers.texts.formlabels import kind_of_label
from matcher.readers.times.periods import read_period
from matcher.readers.told.asked import asked_work

LABEL = late(r"(?P<label>[^\W\d_][^.:,;\n]{1,30}):\s+(?P<said>\S.*)", re.DOTALL)
"""A label, and what is said behind it."""
LONGEST = 400
"""Characters of a sentence in clipped words; a longer one tells a story."""
_END = late(r"(?<=[\w)!?+%\"”])[.!?]+\s+|[.!?]*\s*\n+|;\s+|\s*[•·]\s+")
_DOTTED = late(r"[^\W\d_][^\W_.]*(?:\.[^\W\d_]+)*\.")
_SHORTS = frozenset(
    "el. fd. f.d. ca. tillsv. inkl. resp. nr. kl. max. t.o.m. bl.a. t.ex. soc.styr. gymn. grundsk. univ. högsk. yrkesh."
    " utb. avd. inst.".split()
)
_CUT = late(r"\w{3}(?:utb|exam|progr)\.$", re.IGNORECASE)
_OF_LANGUAGE = late(r"(?:m\.?m|mod\w*|[ABC][12]|flyt\w*|lite|bra|grund\w*)(?!\w)", re.IGNORECASE)
_MEASURED = late(r"\d ?(?:tim|min|mån|hrs?|mins?|v)\.$", re.IGNORECASE)
_NEAR = 2
"""Clauses behind a short form that may tell something of their own."""
_LENGTH_FIRST = late(r"(?:ca |cirka |about )?\d{1,2}(?:[.,]5)? ?(?:år|mån|y|months?)\w*(?!\w)", re.IGNORECASE)
_TITLE = 3
"""Blanks in a title that stands alone, at most."""


def clipped_sentences(line: str) -> list[str]:
    """Part the sentences of a line, a title that stands alone with the length behind it.

    Examples
    --------
    >>> clipped_sentences("Lagerarb. Iran 5 år. Ej arb.erf. här. Sv B1")
    ['Lagerarb. Iran 5 år.', 'Ej arb.erf. här.', 'Sv B1']
    >>> clipped_sentences("Frisör! 8 år i Bagdad. Kista")
    ['Frisör, 8 år i Bagdad.', 'Kista']
    """
    plain = (one for sentence in _parted(line) for one in _without_verb(sentence))
    return list(_joined(_by_employers(plain)))


_FIRST_TITLE = late(r"(?:utbildad |fd\.? )?(?P<title>[^\W\d_][\w /-]{2,30}?)(?= från | i |[,.(]|$)", re.IGNORECASE)
_AT_EMPLOYERS = late(
    r"(?:har )?(?:jobba|arbeta)(?:t|de) (?:(?:på|hos|åt|vid|i) )?(?=(?-i:[A-ZÅÄÖ])[^.;]*?(?:19|20)\d\d)"
    r"|worked (?:(?:at|for|with|in) )?(?=(?-i:[A-ZÅÄÖ])[^.;]*?(?:19|20)\d\d)",
    re.IGNORECASE,
)


def _by_employers(told: Iterable[str]) -> Iterator[str]:
    """Name the work of the sentence before in one that tells where it was done: "Jobbat Fnular 2015-19, Mäkta 2020"."""
    title = ""
    for sentence in told:
        at = _AT_EMPLOYERS.match(sentence) if title else None
        if at is None:
            first = _FIRST_TITLE.match(sentence)
            title = first["title"] if first and is_title(first["title"]) else ""
            yield sentence
            continue
        for clause in COMMA.split(sentence[at.end() :].rstrip(" .")):
            yield f"{title}, {clause}." if read_period(clause).is_span and clause[0].isupper() else f"{clause}."


# "Kock, jobbat i Teheran", "Städ, worked 2 years": the title has said what was done.
_WORKED = late(
    r"(?P<trained>(?:utbildad|utb\.?|trained) (?:till |som |as (?:an? )?)?)?"
    r"(?P<title>[^\W\d_][^.,:;\d]{2,30}?)(?P<where> i (?-i:[A-ZÅÄÖ])[^\W\d_]+)?,? (?:har )?"
    r"(?:jobbat|arbetat|jobbade|arbetade|worked|has worked)"
    r"(?: (?:i|in|at least|minst|ca|cirka))?\s+(?=\d|(?-i:[A-ZÅÄÖ]))",
    re.IGNORECASE,
)


def _without_verb(sentence: str) -> list[str]:
    """Say what was done without "worked"; "utbildad X, jobbat 3 år" tells of a school and of a job."""
    worked = _WORKED.match(sentence)
    known = worked and (is_title(worked["title"]) or trade(worked["title"]))
    if not worked or not known:
        return [sentence]
    rest = sentence[worked.end() :]
    where = worked["where"] or ""
    school = [f"{worked['trained']}{worked['title']}{where}."] if worked["trained"] else []
    # "Vaktmästare, arbetat i Solna" tells where and not when: it is over, and no home.
    job = f"fd {worked['title']} i {rest}" if read_period(rest).is_empty else f"{worked['title']}{where}, {rest}"
    return [*school, job]


def _parted(line: str) -> Iterator[str]:
    held, at = "", 0
    ends = [*(match.end() for match in _END.finditer(line)), len(line)]
    for place, end in enumerate(ends):
        held, at = held + line[at:end], end
        behind = line[end : ends[place + 1]] if end < len(line) else ""
        if behind and _goes_on(held.strip(), behind):
            continue
        if held.strip():
            yield held.strip()
        held = ""


def _goes_on(held: str, behind: str) -> bool:
    """Whether a point ends a short form and no sentence: "Grävmask. 9 år", but "ej arb.erf. Gymn 12 år"."""
    if behind[0] in "+&/" or (behind[0].isdigit() and clipped_title(held)):
        return True
    if behind[0].isupper() and _MEASURED.search(held):
        return False  # "max 1 tim. Kock 5 år"
    last = held.rsplit(" ", 1)[-1]
    if _OF_LANGUAGE.match(behind) and find_languages(last):
        return True  # "tag. mm"
    short = bool(_CUT.search(last)) or (spelled_out(last) != last and not trade(last)) or last.casefold() in _SHORTS
    if not _DOTTED.fullmatch(last) or not short or (last == "el." and behind[0].isupper()):
        return False
    clauses = COMMA.split(behind[:LONGEST].strip(" .!"))[:_NEAR]
    return WISH.match(behind) is None and not any(map(kinds_of, clauses))


def _joined(told: Iterator[str]) -> Iterator[str]:
    held = ""
    for sentence in told:
        if held and _LENGTH_FIRST.match(sentence):
            yield f"{held.rstrip(' .!')}, {sentence}"
            held = ""
            continue
        if held:
            yield held
        label = LABEL.match(sentence)
        bare = label["said"] if label and kind_of_label(label["label"]) is None else sentence
        alone = bare.count(" ") < _TITLE and is_title(bare.rstrip(" .!")) and read_period(bare).is_empty
        held = sentence if alone else ""
        if not alone:
            yield sentence
    if held:
        yield held


# "saknar körkort, bil": what follows may be told by such a verb
_LEADS_ON = late(r"(?<!\w)(?:sakna[rs]|behöver|needs?|kan|can|vill|wants?|inte|ej|inget?|not?)(?!\w)", re.IGNORECASE)
_LEVEL = late(r"(?<!\w)[ABC][12](?!\w)")  # "A1, jag förstår mer, ungefär A2" is told by all of it
_PAPER = late(r"(?<!\w)(?:bil|car|\w*kort|kk|papper|papers?|licen[cs]e)(?!\w)|bevis|intyg", re.IGNORECASE)
# "Hygienbevis? vet ej": asked, and nobody knows
_UNSURE = late(
    r"[^.?!,;:\n]{3,40}\?,? (?:vet (?:ej|inte)|oklart|osäkert|kolla(?:s|r)?(?: upp)?|don'?t know|unclear|not sure)"
    r"\b[.,]?",
    re.IGNORECASE,
)
# "Kan köra bil, afghanskt kort": what may be driven tells the class
_DRIVES = late(
    r"(?:kan |får )?köra? (?:person)?bil,? (?:(?:med|på|har) )?(?P<whose>[^\W\d_]+skt) (?:bil|kör)?kort(?!\w)",
    re.IGNORECASE,
)
_ONE_BUT_OTHER = late(
    r"(?<!\w)(?:kan|talar|pratar|förstår|speaks?|knows?) (?:inte|ej|no) (?P<one>[^\W\d_]{4,}),? (?:men|but|utan) "
    r"(?P<other>(?:lite |bra |a little |some |good )?(?P<tongue>[^\W\d_]{4,}))",
    re.IGNORECASE,
)


def remarks_of(clauses: Sequence[str]) -> list[str]:
    """Give the clauses with a verb amid clipped ones that stand for themselves: they change nothing beside them.

    Examples
    --------
    >>> remarks_of(["kock 4 år", "tycker om fotboll", "sv B1"]), remarks_of(["kock", "saknar bil", "körkort"])
    (['tycker om fotboll'], [])
    """
    if VERB.search(clauses[0]):
        return []
    told = (one for one in clauses[1:] if VERB.search(one) or is_statement(one) or WISH.match(one))
    return [one for one in told if is_of_others(one) or _stands_alone(one) or reason_to_drop(one)]


# "Började som diskare 2018, blev kock 2020": the story of one working life.
_WENT_ON = late(
    r"(?:har |och )?(?:jobbat|jobbade|arbetat|arbetade|blev|blivit|började|börjat|vikarierat|praktiserat|drev|drivit"
    r"|worked|became|started|ran)(?!\w)",
    re.IGNORECASE,
)


def _stands_alone(clause: str) -> bool:
    named = (
        kinds_of(clause)
        or _LEVEL.search(clause)
        or (_LEADS_ON.search(clause) and (find_languages(clause) or _PAPER.search(clause)))
    )
    worked = _WENT_ON.match(clause) and not read_period(clause).is_empty
    return not (named or worked or _wishes(clause))


def _wishes(clause: str) -> bool:
    """Whether a clause begins as a wish, and not as a long one that names no work: "söker tröst hos goda vänner"."""
    lead = WISH.match(f"{clause} ")
    if lead is None:
        return False
    said = clause[lead.end() :]
    return said.count(" ") < _TITLE - 1 or bool(wished_items([said]) or asked_work(clause) or read_not_times(clause))


def is_asked(line: str) -> bool:
    """Whether a line asks for a fact that nobody knows, which is left out.

    Examples
    --------
    >>> is_asked("Hygienbevis? vet ej. Eng B1"), is_asked("Hygienbevis. Eng B1")
    (True, False)
    """
    return _UNSURE.search(line) is not None


def plainly(line: str) -> str:
    """Say in a note's own clipped words what a line says round about.

    Examples
    --------
    >>> plainly("Kan köra bil, syriskt kort. Hygienbevis? vet ej. Eng B1"), plainly("Kan inte engelska men franska")
    ('B-körkort syriskt. Eng B1', 'Ingen engelska. franska')
    """
    told = parts_apart(_DRIVES.sub(r"B-körkort \g<whose>", _UNSURE.sub("", line)), ", ")
    return _ONE_BUT_OTHER.sub(_apart, told)


def _apart(match: re.Match[str]) -> str:
    named = find_languages(match["one"]) and find_languages(match["tongue"])
    return f"Ingen {match['one']}. {match['other']}" if named else match.group()
