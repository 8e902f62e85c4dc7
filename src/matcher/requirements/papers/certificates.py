"""Certificates: named courses, cards and permits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from matcher.requirements.context import Context, Found
from matcher.requirements.lexicon import lexicon
from matcher.requirements.papers.certificates_named import named_certificates
from matcher.requirements.papers.licences import OTHERS, TAUGHT
from matcher.requirements.strength.deciding import Judged
from matcher.requirements.text.segment import Sentence, is_fragment
from matcher.taxonomy.facts.certificates import certificate_phrases
from matcher.taxonomy.scanning.phrasebook import Lexicon, Mark

# A few wordings are also names of tasks; they are certificates only beside a word like these.
_TASKS = frozenset(
    {
        "forsta_hjalpen",
        "fall_protection",
        "stralskydd",
        "asbest",
        "hardplast",
        "semin",
        "sakra_lyft",
        "delegering",
        "kontrollansvarig",
        "esa",
    }
)
_DOCUMENT = re.compile(
    r"kort|utbild|intyg|certifi|bevis|behörig|kurs|licens|licen[cs]e|tillstånd|krav|course|training|delegering"
)
_SHORTEST_LINE, _SHORT_SENTENCE = 50, 80
_KNOWLEDGE = re.compile(
    r"(?:kunskap\w*|kännedom|kunnig|vana|erfarenhet|knowledge|experience)\s(?:i|om|inom|av|of|in|with)\s$"
)
# "Du kan livsmedelshygien": a field of knowledge, which names a course elsewhere
_CAN = re.compile(r"(?<!\w)(?:kan|kunna|behärskar)\s$")
_CARDS_FOLLOW = ("kort:", "intyg:", "behörighet:", "behörigheter:", "certifikat:", "utbildningar:", "licences:")
# "Kort för truck, lift och travers"
_CARDS_FOR = re.compile(
    r"(?:kort|behörighet\w*|licen[cs]es?|förarbevis|utbildningsbevis) (?:för|till|på|for) "
    r"(?:[\w-]+(?:,| och| samt| eller| and| or) ){0,3}$"
)
_CLASS_NEXT = re.compile(r" \([a-e]{1,2}1?\)")  # "licence for truck (C)": of lorries
_FIRST_OF_TWO = re.compile(r" (?:på|i|inom|för|till) (truck|travers|lift|hjullastare),? ")
_IS_JUDGED = re.compile(
    r"(?:,? (?:och|samt|eller|and|or|&) [\w-]+){0,2},?(?: [–-])? "
    r"(?:kan vi utbilda|kan vi ordna|utbildar vi|lär vi|lär du|"
    r"ordnar vi|är|ses som|"
    r"räknas|krävs|meriterande|vore) ?(?:ett |"
    r"en )?(?:plus|merit|fördel|krav|meriterande)?"
)
_JOINED_BEFORE = re.compile(r"[\w-]+(?:, [\w-]+)? (?:och|samt|eller|and|or|&) ")
# "Utbildad skyddsvakt eller ordningsvakt"
_TRAINED_BEFORE = re.compile(
    r"(?<!\w)(?:utbilda[dt]e?|förordna[dt]e?|godkän[dt]a?|certifiera[dt]e?)(?: till| som)? \w+(?:, \w+)?"
    r"(?:,|/| och/eller| eller| och| samt) ?$"
)
_JOINTS = (" och ", ", ", " eller ", " samt ", "/", " and ", " or ")
_CARD_BESIDE = re.compile(r"kort|ykb|adr|behörighet|licens|licen[cs]e")


def _listed(low: str, sentence: Sentence, mark: Mark, judged: Judged) -> bool:
    """Whether a bare name of a machine means its card: only in a list of cards ("ADR, truck")."""
    if low.startswith("- ", mark.end):
        return True
    if _TRAINED_BEFORE.search(low, sentence.start, mark.start):
        return True
    alone = sentence.end - sentence.start - (mark.end - mark.start) <= 3
    opens = (
        mark.start == sentence.start
        or _is_next_card(low, sentence, mark)
        or _JOINED_BEFORE.fullmatch(low, sentence.start, mark.start)
    )
    cards = low.startswith(_CARDS_FOLLOW, sentence.start) or _CARDS_FOR.search(low, sentence.start, mark.start)
    if cards and not _CLASS_NEXT.match(low, mark.end):
        return True
    if (opens and _IS_JUDGED.match(low, mark.end)) or _CARD_BEHIND.match(low, mark.end, sentence.end):
        # "Truck är en fördel."
        return True
    if sentence.section not in ("profile", "nice") and judged.by == "nothing":
        return False
    if alone or _beside_card(low, sentence, mark):
        return True
    before, after = (
        low[max(sentence.start, mark.start - 25) : mark.start],
        low[mark.end : min(sentence.end, mark.end + 3)],
    )
    return (
        before.rstrip().endswith((",", "och", "/"))
        and bool(_CARD_BESIDE.search(before))
        and (not after.strip() or after[0] in ",./(" or low.startswith((" och ", " samt ", " & "), mark.end))
    )


# "Du har kört travers och har kort på det", "… truck och kan visa upp giltigt kort"
_CARD_BEHIND = re.compile(
    r"[^.;:]{0,50}?(?<!\w)(?:har|ha|visa(?: upp)?|med|hold|have|with)"
    r"(?: (?:giltigt?|tillhörande|rätt|gällande|aktuellt|a|the|"
    r"valid|right))* (?:kort|bevis|förarbevis|behörighet|certifikat|licen[cs]e|certificate|card)"
    r"(?: (?:på|för|till|for) (?:det|den|dem|dessa|dom|it|them|that))?(?=\s?[.,;)]|$| (?:och|samt|eller|and|or) )"
)


def _beside_card(low: str, sentence: Sentence, mark: Mark) -> bool:
    """Whether a card is joined to a bare name right behind it ("Har du gått lift och heta arbeten är det bra")."""
    cards = (card for card in sentence.marks["certificates"] if not card.more and card.start > mark.end)
    return any(low[mark.end : card.start] in _JOINTS for card in cards)


def _is_next_card(low: str, sentence: Sentence, mark: Mark) -> bool:
    """Whether a clause about a card stands before a bare name ("Truckkort krävs, travers är meriterande")."""
    cards = any(not card.more and card.end < mark.start for card in sentence.marks["certificates"])
    return cards and low.endswith((", ", " men ", " but "), sentence.start, mark.start)


class Certificates:
    """Family of ``certificate``."""

    @cached_property
    def lexicons(self) -> Sequence[Lexicon]:
        """Wordings of the certificates, and words after which others are named."""
        return (certificate_phrases(), lexicon("certifying"))

    def find(self, context: Context) -> Iterable[Found]:
        """Certificates asked for in a text."""
        for sentence in context.having("certificates"):
            for mark in sentence.marks["certificates"]:
                judged = context.judge(sentence, mark.start, _joined_end(context.low, sentence, mark))
                if _asked(context, sentence, mark, judged) and not _is_next_step(context.low, sentence, mark, judged):
                    yield from _passed_over(context.low, sentence, mark, judged)
                    yield Found("certificate", mark.label, sentence, mark.start, mark.end, judged)
        if context.field == "text":
            for sentence in context.having("certifying"):
                yield from named_certificates(context, sentence)


def _passed_over(low: str, sentence: Sentence, mark: Mark, judged: Judged) -> Iterator[Found]:
    """Find the card that a wording of another one passes over ("kort för truck och travers")."""
    other = _FIRST_OF_TWO.search(low, mark.start, mark.end)
    if other and other[1] != mark.label:
        yield Found("certificate", other[1], sentence, mark.start, other.end(1), judged)


def _joined_end(low: str, sentence: Sentence, mark: Mark) -> int:
    """Where the card ends that half a compound belongs to ("Travers- eller liftkort bra")."""
    if not low.startswith("- ", mark.end):
        return mark.end
    return next((card.end for card in sentence.marks["certificates"] if card.start > mark.end), mark.end)


def _is_next_step(low: str, sentence: Sentence, mark: Mark, judged: Judged) -> bool:
    """Whether a bracket only tells that the next course of the same kind is given ("VU1 (VU2 går du hos oss)")."""
    return judged.necessity == "not_required" and any(
        other.label == mark.label and other.end < mark.start and low.startswith("(", mark.start - 1)
        for other in sentence.marks["certificates"]
    )


# "Taxiförare med taxilegitimation", "Lastbilschaufför med ADR och YKB"
_WITH = re.compile(r" (?:med|with) (?:\w+ (?:och|and|samt|eller|or) )?$")
_OR_ELSE = re.compile(r" (?:eller|or)(?!\w)")


def _is_knowledge(low: str, sentence: Sentence, mark: Mark) -> bool:
    """Whether a name stands for a field that is known ("kunskaper i ADR", "du kan livsmedelshygien")."""
    if _KNOWLEDGE.search(low, max(sentence.start, mark.start - 25), mark.start):
        return True
    if low[mark.start : mark.end] == "livsmedelshygien" and _CAN.search(low, sentence.start, mark.start):
        return True
    return low.startswith(("-kännedom", "-kunskap"), mark.end)


def _asked(context: Context, sentence: Sentence, mark: Mark, judged: Judged) -> bool:
    low = context.low
    if context.field == "headline" and judged.by != "cue":
        return bool(_WITH.search(low, sentence.start, mark.start)) and not _OR_ELSE.match(low, mark.end, sentence.end)
    if _is_knowledge(low, sentence, mark):
        return False
    if mark.more and not _listed(low, sentence, mark, judged):
        return False
    if mark.more and mark.label == "aut_el" and "elektri" not in context.headline + context.occupation:
        # A bare "auktorisation" is an electrician's only in an ad for one.
        return False
    if (
        mark.label in _TASKS
        and judged.by != "heading"
        and not (judged.by == "cue" and low.count(" ", sentence.start, mark.start) < 2)
    ):
        # "Heta arbeten, fallskydd och ID06": among cards it is one.
        cards = any(other.label not in _TASKS for other in sentence.marks["certificates"])
        if not (cards or _DOCUMENT.search(low, sentence.start, sentence.end)):
            return False
    if sentence.section in ("offer", "about", "apply"):
        return judged.by == "cue"
    if judged.by != "nothing":
        return True
    if judged.given or TAUGHT.search(low, sentence.start, mark.start):
        return False
    if low.startswith("med ", mark.start - 4) and sentence.end - sentence.start <= _SHORT_SENTENCE:
        # "VVS-montör med branschlegitimation."
        return True
    short = sentence.end - sentence.start <= _SHORTEST_LINE
    carded = mark.more and _CARD_BEHIND.match(low, mark.end, sentence.end)
    return bool(short or carded or is_fragment(low, sentence)) and not OTHERS.match(low, sentence.start)
