"""Checks and formal conditions: record checks, citizenship, work permit, lowest age."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from matcher.requirements.context import Context, Found
from matcher.requirements.lexicon import lexicon
from matcher.requirements.strength.deciding import Judged
from matcher.requirements.text.segment import Sentence, is_fragment
from matcher.taxonomy.scanning.phrasebook import Lexicon, Mark

_NUMBER = re.compile(r"\d{1,3}|arton|tjugo|myndig")
_NOT_AGE = re.compile(
    r"[ ]?(?:års?|years?)?[ ]?(?:av\s|i\s)?(?:erfarenhet|experience|tim|hours|dag|days|veck|week|kilo|kg|"
    r"person|procent|%|månad|month|kr|barn|"
    r"elever|nationalit|branschen|arbets|yrkes|sedan|\d|av|länder|countries|anställda|st\b|medarbetare)"
)
_WORDS = {"arton": 18, "tjugo": 20, "myndig": 18}
# A security clearance brings its own look into the registers.
_PART = re.compile(r"regist|backgr|bakgr")
# "Swedish citizenship, a visa or a permit to work": the right to work is what is asked for.
_OR_PERMIT = re.compile(
    r"[^.;]{0,40}?(?:,| or| eller)[^.;]{0,40}?"
    r"(?:visa|permit|residen|uppehållstillstånd|arbetstillstånd|(?:eu|ees|eea|norden|schweiz)(?!\w))"
)
# "Erfarenhet av offentlig sektor, säkerhetsskydd eller …": what one knows, not what is looked into
_KNOWN = re.compile(
    r"(?:erfarenhet|kunskap|förståelse|kännedom|kompetens|insikt|experience|knowledge|understanding)\w*[^.;:]{0,80}$"
)
_KNOWN_OF = re.compile(
    r"(?:erfarenhet|kunskap|förståelse|kännedom|kompetens|insikt|arbetat|experience|knowledge|worked)\w* (?:av|om|inom|"
    r"i|kring|med|of|in|with)(?: (?!genomgå|krävs|måste|ska|sker)[\w,&/-]+){0,6} $"
)
_A_PLACE = re.compile(r" (?:och \w+ )?(?:arbetsplats|miljö|zon|behandling|skola|vardag|fritid|förening|verksamhet)\w*")
_OF_A_PLACE = re.compile(
    r"(?:arbetsplats|miljö|verksamhet|boende|skola)\w* (?:är|ska vara|skall vara) (?:\w+ (?:och )?)?$"
)
_OWN_CLAUSE = re.compile(r" (?:utförs|görs|genomförs|sker|krävs|kommer att|is (?:done|made|required)|will be)(?!\w)")
# "A Swedish national laboratory"
_NATIONAL = re.compile(
    r"swedish national [a-z-]{4,}(?<! with)(?<! that)(?<! when)(?<! only)(?<! from)(?<! since)(?<! because)(?!\w)"
)
_PERMIT_OR = re.compile(r"(?:permit|visa|uppehållstillstånd|arbetstillstånd)[^.;]{0,30}(?: or | eller |/)[^.;]{0,30}$")
_AND = re.compile(r"[\s,]*(?:och|samt|and|,)(?: en| ett| a)? ")
# "I över 20 år", "for more than 18 years": how long something has been done.
_FOR_SO_LONG = re.compile(
    r"(?<!\w)(?:i|efter|sedan|for|in|during|after|the last|the past|de senaste)"
    r"(?: (?:över|mer|drygt|nästan|snart|cirka|ca|närmare|than|än|more|over|almost|nearly|about|the|last|past)){0,3} $"
)
# "I am 29 years old and need an assistant": how old somebody is who seeks
_OF_OURSELVES = re.compile(
    r"(?<!\w)(?:i am|i.m|he is|she is|we are|jag är|jag blir|jag fyller|han är|hon är|(?:my|our|min|mitt|vår|vårt) \w+ "
    r"(?:is|är)) (?:(?:just|now|soon|nu|snart) )?$"
)
# "18+", "Krav: 20+, B-körkort", "Servitör 18+ sökes"; not "18+ anställda", "över 20+ butiker"
_AND_UP = re.compile(
    r"(\d(?<![\w.,/+-].)\d) ?\+(?: år)?(?=$|[.,;)!\n]|(?: och| and| samt| men| sökes| söks| wanted| krävs|"
    r" required)(?!\w))"
)
_YOU = ("du:", "dig:", "you:")
_MORE_THAN = re.compile(r"(?<!\w)(?:över|over|more than|mer än|vi är|we are|har|have|med|with) $")
_WELCOME = ("välkommen", "välkomna", "welcome")
_YOUNGEST, _OLDEST = 15, 30
_BESIDE_AGE = 4  # "är 18 år."


class Checks:
    """Family of ``record_check``, ``citizenship``, ``work_permit`` and ``age_min``."""

    @cached_property
    def lexicons(self) -> Sequence[Lexicon]:
        """Words for checks and permits, and ways to say an age."""
        return (lexicon("checks"), lexicon("ages"))

    def find(self, context: Context) -> Iterable[Found]:
        """Find checks and formal conditions in a text."""
        for sentence in context.having("checks"):
            yield from self._checks(context, sentence)
        for sentence in context.having("ages"):
            yield from self._ages(context, sentence)
        if "+" in context.low and _AND_UP.search(context.low):
            yield from _and_up(context)

    def _checks(self, context: Context, sentence: Sentence) -> Iterator[Found]:
        marks = sentence.marks["checks"]
        labels = {mark.label for mark in marks}
        for mark in marks:
            kind = mark.more[0]
            if mark.label == "police_record" and "security_clearance" in labels and _is_part(context.low, mark, marks):
                continue
            judged = _formal(context, sentence, mark)
            cards = sentence.marks.get("certificates", ())
            if any(card.start < mark.start < card.end for card in cards):
                continue  # "Hot work permit"
            if judged is None or _is_known(context.low, sentence, mark):
                continue
            if kind == "record_check":
                yield Found("record_check", mark.label, sentence, mark.start, mark.end, judged)
            elif _NATIONAL.match(context.low, mark.start, sentence.end):
                continue
            elif kind == "citizenship" and not _is_a_way_to_work(context.low, sentence, mark):
                yield Found("citizenship", "SE", sentence, mark.start, mark.end, judged)
            else:
                yield Found("work_permit", True, sentence, mark.start, mark.end, judged)

    def _ages(self, context: Context, sentence: Sentence) -> Iterator[Found]:
        for mark in sentence.marks["ages"]:
            number = _NUMBER.search(context.low, mark.start, mark.end)
            if number is None or _NOT_AGE.match(context.low, mark.end) or sentence.section in ("about", "offer"):
                continue
            said_before = (context.low, max(sentence.start, number.start() - 30), number.start())
            if _FOR_SO_LONG.search(*said_before) or _OF_OURSELVES.search(*said_before):
                continue
            age = _WORDS.get(number.group()) or int(number.group())
            judged = context.judge(sentence, mark.start, mark.end)
            welcome = judged.cue and context.low.endswith(_WELCOME, judged.cue.start, judged.cue.end)
            too_young = "under " in context.low[mark.start : mark.end]
            if welcome and too_young:
                continue
            if welcome or (too_young and judged.asked):
                # "Du som är 18 år är välkommen", "Sökande under 18 år beaktas inte"
                judged = Judged("must", "statement")
            alone = sentence.end - sentence.start - (mark.end - mark.start) <= _BESIDE_AGE
            stated = judged.by == "heading" or context.low.startswith(": ", mark.start - 2)  # "Skall-krav: 18 år, …"
            listed = stated and context.low[mark.end : mark.end + 2].lstrip()[:1] in (
                ",",
                ";",
                ".",
                "(",
            )
            last = mark.end == sentence.end and context.low.startswith(", ", mark.start - 2) and judged.asked
            first = mark.start == sentence.start and judged.by == "cue" and judged.necessity == "must"
            if mark.label == "alone" and not (alone or listed or last or first):
                continue
            if _YOUNGEST <= age <= _OLDEST and (judged.by != "nothing" or alone or mark.label in ("sure", "alone")):
                yield Found("age_min", age, sentence, mark.start, mark.end, judged)


def _and_up(context: Context) -> Iterator[Found]:
    """Find ages with a plus behind them ("18+"), where the sentence asks or names things and says nothing of them."""
    for sentence in context.sentences:
        if "ages" in sentence.marks or sentence.section in ("about", "offer", "duties"):
            continue
        for found in _AND_UP.finditer(context.low, sentence.start, sentence.end):
            judged = context.judge(sentence, *found.span())
            told = (
                judged.by != "nothing"
                or context.low.startswith(_YOU, sentence.start)
                or is_fragment(context.low, sentence)
            )
            if (
                told
                and _YOUNGEST <= int(found[1]) <= _OLDEST
                and not _MORE_THAN.search(context.low, sentence.start, found.start())
            ):
                yield Found("age_min", int(found[1]), sentence, found.start(), found.end(), judged)


def _is_known(low: str, sentence: Sentence, mark: Mark) -> bool:
    """Whether protective security is what somebody knows about, and whether it is a place that is free of drugs."""
    if low.startswith("drogfri", mark.start) and (
        low.endswith((" är ", "att vara "), 0, mark.start)
        or _A_PLACE.match(low, mark.end)
        or _OF_A_PLACE.search(low, sentence.start, mark.start)
    ):
        return True
    if mark.label == "security_clearance" and _KNOWN_OF.search(low, sentence.start, mark.start):
        return True
    bare = low[mark.start : mark.end] == "säkerhetsskydd" and not low.startswith("s", mark.end)
    return bare and _KNOWN.search(low, sentence.start, mark.start) is not None


def _is_a_way_to_work(low: str, sentence: Sentence, mark: Mark) -> bool:
    """Whether citizenship only gives the right to work, as a permit beside it does."""
    permit = _OR_PERMIT.match(low, mark.end, sentence.end) or _PERMIT_OR.search(low, sentence.start, mark.start)
    return permit is not None


def _is_part(low: str, mark: Mark, marks: Sequence[Mark]) -> bool:
    """Whether a look into the registers is part of a clearance, and no check beside it ("bakgrundskontroll och …")."""
    beside = any(
        other.label == "security_clearance" and _AND.fullmatch(low, mark.end, other.start)
        for other in marks
        if other.start >= mark.end
    )
    near = any(
        ";" not in low[min(mark.end, other.end) : max(mark.start, other.start)]
        for other in marks
        if other.label == "security_clearance"
    )
    if low.startswith(", ", mark.start - 2) and _OWN_CLAUSE.match(low, mark.end):
        # "Säkerhetsprövning kan bli aktuell, bakgrundskontroll görs av alla": a check of its own.
        return False
    return near and bool(_PART.match(low, mark.start)) and not (beside and not low.startswith("regist", mark.start))


_MAYBE = re.compile(
    r"(?<!\w)(?:kan (?:\w+ ){0,2}?(?:komma|bli|vara|förekomma|innebära|kräva|behöva)|vissa|visst|eventuellt|"
    r"additional|"
    r"may|might|some)(?!\w)"
)


_MAY_BE = re.compile(r" (?:kan|kommer kanske|may|might|could)(?: \w+){0,2} (?:bli|vara|komma|behövas|krävas|be)(?!\w)")
_WITHOUT = ("inga ", "utan ", "ingen ", "inget ", "no ", "without ")
# "Vi hjälper till med arbetstillstånd"
_HELPED = re.compile(
    r"(?<!\w)(?:vi|we|du får hjälp|you get help)(?: (?:kan|can|also|gärna))* ?(?:hjälper|stöttar|sköter|ordnar|"
    r"bistår|hjälpa|help|"
    r"assist|support|arrange|handle|sponsor)?(?: (?:dig|till|you))*(?: (?:med|att|with|to))?(?: (?:söka|ordna|få|get|"
    r"apply for|ditt|your|a))* $"
)

_REFUSED = ("can", "unable", "not ", "do", "won", "will not", "inte ", "ej ")  # "We can't sponsor visas"

# "No criminal record", "you must not have a police record"; not "no criminal record check is needed"
_UNTAINTED = re.compile(
    r"(?<!\w)(?:no|without|free (?:from|of)|not have|not to have|clear of)(?: an?| any| previous)? $"
)
_LOOKED_AT = re.compile(r" (?:check|extract|certificate|is (?:needed|required|necessary)|required|needed)")
# "Registerutdrag över kurser", "utdrag ur Ladok": what somebody has studied
_OF_STUDIES = re.compile(
    r" (?:(?:över|med|på|för|från|ur|i|of) )(?:\w+ ){0,3}?(?:kurs|stud|betyg|ladok|course|grade)\w*"
)
# Already screened: a wish where the heading wishes ("Extra plus: du är redan säkerhetsprövad").
_SCREENED = re.compile(r"(?<!\w)(?:redan|already|sedan tidigare|existing|active|valid|giltig|current)(?!\w)")
# "If you need a work permit, we will help you to apply for one."
_IF_NEEDED = re.compile(
    r"(?:(?:if|should|where) (?:you|candidates|applicants) (?:\w+ )?(?:need|require|lack|don.t|do not)|"
    r"(?:om|ifall) (?:du|ni) (?:\w+ )?(?:behöver|saknar)|(?:behöver|saknar) (?:du|ni))(?!\w)[^.;,]{0,30}$"
)
_HELPED_AFTER = re.compile(
    r"[^.;]{0,30}?,? (?:we|our(?: \w+){1,2}|vi|så)(?:.ll)?(?: (?:will|can|kan|gladly|gärna|of course|also))* ?"
    r"(?:help|assist|support|sponsor|arrange|guide|apply|hjälper|hjälpa|ordnar|sköter|stöttar|söker|bistår)\w*|"
    r"[^.;]{0,20}?,? (?:hjälper|ordnar|sköter|stöttar|bistår|sponsrar|söker) vi(?!\w)"
)


def _formal(context: Context, sentence: Sentence, mark: Mark) -> Judged | None:
    """Strength of a check: a must even where it is only told that it "kan bli aktuell", unless the ad denies it."""
    if _OF_STUDIES.match(context.low, mark.end, sentence.end):
        return None
    judged = context.judge(sentence, mark.start, mark.end)
    looked_into = mark.more[0] == "record_check"
    if (
        looked_into
        and _UNTAINTED.search(context.low, sentence.start, mark.start)
        and not _LOOKED_AT.match(context.low, mark.end)
    ):
        return Judged("must", "statement")
    if judged.by == "cue" and judged.necessity == "not_required" and not context.low.startswith(_WITHOUT, mark.start):
        return judged
    wish = judged.cue if judged.by == "cue" and judged.necessity == "nice" else None
    if wish is not None and wish.end <= mark.start and mark.start - wish.end < 40:
        return judged
    if wish is not None and not looked_into and 0 <= wish.start - mark.end < 12:
        return judged  # "Swedish citizenship is a merit"
    if sentence.section == "nice" and _SCREENED.search(context.low, sentence.start, sentence.end):
        return judged
    if not looked_into and judged.by == "nothing" and sentence.section in ("offer", "about", "duties"):
        return None
    refused = context.low.startswith(_REFUSED, mark.start)
    if mark.more[0] == "work_permit" and not refused and _HELPED.search(context.low, sentence.start, mark.start):
        return None
    if mark.more[0] == "work_permit" and _IF_NEEDED.search(context.low, sentence.start, mark.start):
        helped = _HELPED_AFTER.match(context.low, mark.end, sentence.end)
        return Judged("not_required", "cue") if helped else judged
    if mark.more[0] == "citizenship" and (
        _MAYBE.search(context.low, sentence.start, mark.end) or _MAY_BE.match(context.low, mark.end, sentence.end)
    ):
        return Judged("nice", "cue")
    return Judged("must", "cue" if judged.by == "cue" else "statement", judged.cue)
