"""Sections of a text CV about plans: wishes, refusals, hours, first day, journey, home."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from matcher.patterns import late
from matcher.readers.cells.firstday import read_start
from matcher.readers.cells.plans import aimed_at, read_minutes, read_not_wanted, read_wishes
from matcher.readers.cells.titles import is_title
from matcher.readers.cells.worktime import read_hours, read_not_times, refused_times
from matcher.readers.draft import Draft
from matcher.readers.lexicon import joined
from matcher.readers.texts.headings import undecorated
from matcher.readers.texts.sections import Section
from matcher.readers.told.prose import read_prose
from matcher.readers.told.refusals import before_exception, excepted_times, refused_work
from matcher.taxonomy.facts.municipalities import municipality

_WORDS = joined("planlines")

# What says how valid a licence is belongs to the sentence before; a short form is no end of one.
SENTENCE = late(
    r"(?<=[\w)!?])(?<!\.m)(?<!ca)[.!?]\s+(?=[\W_]{0,60}+(?-i:[A-ZÅÄÖ\d]))"
    r"(?!(?:ej |inte |o|not )?(?:gäller|giltig|valid)\w*)|\n+",
    re.IGNORECASE,
)
_AVAILABLE = late(rf"(?<!\w)(?:{_WORDS['available']})(?!\w)", re.IGNORECASE)
_REFUSAL = late(
    rf"^[\s(]*(?:{_WORDS['refusal']})(?!\w)[\s:]*(?:(?:fortsätta (?:med|som) |(?:gå )?tillbaka till "
    "|(?:go )?back to |continue (?:with|as) )|(?:arbeta|jobba|work)(?: med| i| inom| som| with| in)? "
    "|intresserad av |interested in |(?:arbete i|ha|bli|någon?|något|any|mer|fler|more) )?",
    re.IGNORECASE,
)
_PLAN = late(_WORDS["plan"], re.IGNORECASE)
_PLAN_BELOW_JOBS = late(
    r"(?:jag )?(?:kan (?:börja|pendla)|söker (?:nu )?(?:arbete|jobb|tjänst|heltid|deltid)|bor i"
    r"|(?:vill|kan) (?:inte |ej )?(?:jobba|arbeta|bli))(?!\w)|tillträde(?!\w)"
    r"|(?:i )?(?:can(?:not|['’]t)? (?:start|commute|work (?:even|night|week|shift|early|full|part))"
    r"|(?:am )?looking for)",
    re.IGNORECASE,
)
# Sections whose words are no plans; what was done in a job may sound like one, and only the plainest count there.
_NO_PLANS = frozenset(
    ("paper", "car", "skill", "informal", "education", "language", "native", "swedish", "profession", "home", "other")
)


def plans_apart(section: Section) -> tuple[Section, Section | None]:
    """Part the sentences about plans ("Heltid, kan börja nu.") from a section of another kind.

    Returns
    -------
    Section
        What is left of it.
    Section or None
        The sentences, as a section of wishes.

    Examples
    --------
    >>> rest, plans = plans_apart(Section("paper", ["Truckkort. HLR", "Jag söker jobb som kock, heltid. Inte disk."]))
    >>> rest.lines, plans.lines
    (['Truckkort. HLR'], ['Jag söker jobb som kock, heltid', 'Inte disk.'])
    """
    if section.kind not in (*_NO_PLANS, "work"):
        return section, None
    plan = _PLAN_BELOW_JOBS if section.kind == "work" else _PLAN
    rest, plans = replace(section, lines=[], numbers=[]), Section("wish")
    for place, line in enumerate(section.lines):
        number = section.numbers[place] if place < len(section.numbers) else place + 1
        kept: list[str] = []
        for sentence in SENTENCE.split(undecorated(line)):
            # "Inte disk." behind a wish is a refusal; among cards it says that one is lacking.
            refused = bool(plans.lines) and (_REFUSAL.match(sentence) or bool(refused_work(sentence)))
            if plan.match(sentence.strip(" ()")) or refused:
                plans.add(sentence, number - 1)
            else:
                kept.append(sentence)
        whole = len(kept) == len(SENTENCE.split(undecorated(line)))
        if kept:
            rest.add(line if whole else ". ".join(kept), number - 1)
    return (rest, plans) if plans.lines else (section, None)


def items_of(section: Section) -> list[str]:
    """Strip the lines of a section of bullets, and leave empty ones out."""
    return [bare for line in section.lines if (bare := undecorated(line))]


def read_wish_lines(draft: Draft, section: Section, as_of: date | None) -> None:
    """Read the work asked for and refused, and hours and days that stand among it."""
    listed: list[str] = []
    for line in items_of(section):
        for sentence in (part for whole in SENTENCE.split(line) for part in _BUT_NOT.split(whole)):
            for match in _BRACKET.finditer(sentence):
                _refused(draft, match[1], as_of)
            plain = _BRACKET.sub(" ", sentence).strip(" .()!;")
            if not plain or _LACKING.match(plain):
                continue  # "behöver körkort" behind what somebody wants to be
            plain = _asked_for(draft, plain, as_of)
            if not plain:
                continue
            if _MINUTES.fullmatch(plain):
                draft.minutes = draft.minutes or read_minutes(plain)
            elif _REFUSAL.match(plain):
                _refused(draft, plain, as_of)
            elif turned := refused_work(plain):
                draft.not_wanted += draft.clean_items(turned, "wishes")
            elif _AVAILABLE.search(plain):
                _available(draft, plain, as_of)
                _lives(draft, plain)
                listed += filter(None, (_asked_before(plain), _asked_behind(plain)))
            elif not _TELLS.search(plain):
                listed.append(_LISTED.sub("", plain))
    listed = [re.sub(r"\s+\|\s+", "; ", item) for item in listed]
    joined = "\n".join(_apart(item) for item in listed if item)
    draft.wishes += draft.clean_items(
        read_wishes(re.sub(r"\([^()]*(?:finns|sikt|later)[^()]*\)", "", joined)), "wishes"
    )


def _asked_for(draft: Draft, plain: str, as_of: date | None) -> str:
    """Read what stands around the work asked for: what is excepted from it ("kök, allt utom natt"), an aim's words."""
    if (head := before_exception(plain)) is not None:
        draft.not_wanted += draft.clean_items(refused_work(plain), "wishes")
        draft.not_times += excepted_times(plain)
        return head
    if (aimed := aimed_at(plain)) is not None:
        _available(draft, plain, as_of)
        return aimed
    return plain


def _apart(item: str) -> str:
    """Part what is asked for at "or" and "and", but not the places for it ("Lärare i skola eller gymnasium")."""
    first, *others = _OR.split(item)
    if len(others) == 1 and (where := _WHERE.search(first)) and is_title(first[: where.start()]):
        return f"{first}, {others[0]}" if is_title(others[0]) else f"{first}/{others[0]}"
    return ", ".join((first, *others))


_OR = late(r"\s+(?:och|eller|or|and)\s+")
_WHERE = late(r"\s(?:i|på|inom|vid|in|at)\s")
_TELLS = late(r"\s(?:är|vore|finns|is|are)\s", re.IGNORECASE)
_LACKS = r"(?:behöver|kräver|måste|saknar|needs?|lacks?|requires?)"
_LACKING = late(rf"(?:men |but )?{_LACKS}\s", re.IGNORECASE)
_BUT_NOT = late(
    rf"(?:\s*[;,]|\s[-–—])\s*(?=(?:inte|inga|ingen|ej|not|no|men inte|ok(?:ej|ay)? (?:med|with)|(?:men "
    rf"|but )?{_LACKS})\s)",
    re.IGNORECASE,
)
_BRACKET = late(r"\s\(((?:inte|ej|inga|not) [^()]{2,60})\)", re.IGNORECASE)
_MINUTES = late(r"(?:ca|cirka|max|högst)?\s*\d{2,3} ?min(?:uter)?", re.IGNORECASE)
_LISTED = late(
    r"^(?:(?:jag |att |och |också |även |gärna |helst |i |am |work |jobs? |roles? )*"
    r"(?:kan (?:också |även )?tänka mig(?: att (?:bli|jobba som|arbeta som))?"
    r"|söker|letar efter|önskar|vill|looking for|seeking|want to|would like to"
    r"|jobb|arbete|tjänst|jobba|arbeta|work|or,? later on)?\s*,?\s*"
    r"(?:(?:gärna |helst )?(?:ett |en |ha |få |a |an )*(?:nytt |fast |new )?"
    r"(?:bli|jobba|arbeta|arbete|jobb|tjänst|anställning|plats|work|job|position|be|become|roles?))?"
    r"(?:\s*(?:som|as)(?: an?)?)?)(?:\s+|(?<=\s))",
    re.IGNORECASE,
)


def _asked_before(plain: str) -> str:
    """Give the work asked for that stands before the hours or the day in one sentence; empty if none does."""
    head = re.sub(
        r"(?:,?\s*hel-(?: eller| och)?|\s+(?:på|from|som|i|och|and|in|tills|until|till|med))$",
        "",
        _AVAILABLE.split(plain)[0].strip(" ,-–·|"),
    )
    asked = _LISTED.sub("", f"{head} ").strip(" ,")
    if (
        len(asked) < 3
        or re.search(r"\d", asked)
        or (asked == head and not is_title(head) and not re.search(r"[,;]|\s(?:eller|or)\s|\s[|–·/]\s", head))
    ):
        return ""
    return asked if _VERBLESS.search(asked) is None else ""


def _asked_behind(plain: str) -> str:
    """Give the work asked for that stands behind the hours: "Heltid som kock eller bagare"."""
    match = _BEHIND_HOURS.search(plain)
    return match["work"].strip(" ,") if match else ""


_BEHIND_HOURS = late(
    r"(?<!\w)(?:heltid|deltid|halvtid|full[- ]?time|part[- ]?time)"
    r"(?:s?(?:arbete|jobb|tjänst|anställning)|,? (?:arbete|jobb|work|job|position))?,? (?:som|as)(?: an?)? "
    r"(?P<work>[^\W\d_][^\d.;()]{2,80}?)(?=,|\s(?:på|i|in|at|from|från|med|within|inom)\s|$)",
    re.IGNORECASE,
)
_VERBLESS = late(r"(?<!\w)(?:jag|i|kan|går|är|har|can|is|am|have|has)(?!\w)", re.IGNORECASE)


_AND_NOT = late(r",\s*(?=(?:inte|inga|ingen|ej|not|no)\s)", re.IGNORECASE)


_PAPERS = late(
    r"(?<!\w)(?:kurser|intyg|certifikat|betyg|papper|kort|körkort|bil|courses|certificates|licen[cs]e|car)(?!\w)",
    re.IGNORECASE,
)


def _refused(draft: Draft, sentence: str, as_of: date | None) -> None:
    for plain in _AND_NOT.split(sentence):
        _refused_one(draft, plain, as_of)


def _refused_one(draft: Draft, plain: str, as_of: date | None) -> None:
    refused = re.sub(
        r",? (?:please|tack|mer|längre|igen|again|any ?more)$", "", _REFUSAL.sub("", plain), flags=re.IGNORECASE
    )
    times = read_not_times(plain)
    draft.not_times += times
    if not times and len(refused.split()) <= 6 and not _AVAILABLE.search(refused):
        if _PAPERS.search(refused):
            return  # "inga kurser eller intyg" says what is lacking
        parts = re.split(r"\s+(?:och|eller|and|or)\s+(?:inte |inga |ej )?", refused)
        draft.not_wanted += draft.clean_items([w for p in parts for w in read_not_wanted(p)], "wishes")
    else:
        read_prose(draft, plain, "wishes", as_of, wishes=False)


def _lives(draft: Draft, plain: str) -> None:
    if draft.municipality is None and (found := re.search(r"(?<!\w)(?:[Bb]or|[Bb]osatt) i ([^,.;()]{2,30})", plain)):
        place = municipality(re.split(r"\s+(?:och|men|med)\s", found[1])[0].strip())
        draft.municipality = place.name if place else None


def _available(draft: Draft, text: str, as_of: date | None) -> None:
    draft.hours = draft.hours or read_hours(text)
    draft.not_times += [time for time in read_not_times(text) if time not in draft.not_times]
    read_prose(draft, text, "start", as_of, wishes=False)


def read_start_lines(draft: Draft, section: Section, as_of: date | None) -> None:
    """Read when and how much a person can work."""
    text = ", ".join(items_of(section))
    draft.start = draft.start or read_start(re.sub(r"\d+ (?:min|tim)\w*", " ", text), as_of)
    _available(draft, text, as_of)


def read_journey_lines(draft: Draft, section: Section, as_of: date | None) -> None:
    """Read the longest journey."""
    if draft.minutes is None:
        draft.minutes = read_minutes(section.text)


def read_home_lines(draft: Draft, section: Section, as_of: date | None) -> None:
    """Read the municipality, and a journey in brackets behind it."""
    for line in items_of(section):
        place = municipality(re.sub(r"\(.*", "", line).strip())
        draft.municipality = draft.municipality or (place.name if place else None)
        if re.search(r"\(|\d ?(?:min|tim|h\b)", line) and draft.minutes is None:
            draft.minutes = read_minutes(line)
        # "Bor: Lund, egen bil, körkort B": what else stands there.
        read_prose(draft, ". ".join(line.split(", ")[1:]), "home", as_of, wishes=False)


def read_refusal_lines(draft: Draft, section: Section, as_of: date | None) -> None:
    """Read the work to avoid."""
    for line in items_of(section):
        if _AVAILABLE.search(line) or refused_times(line.strip(" .")):
            _available(draft, line if _REFUSAL.match(line) else f"ej {line}", as_of)
            continue
        draft.not_wanted += draft.clean_items(read_not_wanted(line.rstrip(".")), "not wanted")
