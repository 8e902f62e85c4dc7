"""Languages that an ad names once and then points back to: "båda språken", "ett av språken räcker"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from matcher.requirements.context import Context, Found
from matcher.requirements.languages.asked import is_language
from matcher.requirements.languages.levels import levels_of
from matcher.requirements.strength.deciding import Judged
from matcher.requirements.strength.softened import does_too
from matcher.requirements.text.segment import Sentence
from matcher.taxonomy.scanning.phrasebook import Lexicon, Mark

_GROUP = 1500
_ANY_ONE = ("one", "either")  # "it makes no difference which" denies nothing
# "… so you need to be fluent in both.": nothing follows that the word could belong to
_ALL_SAID = re.compile(
    r"(?: (?:(?:of )?(?:the |these |those |de )?)?(?:languages|språken)(?!\w)| (?:of them|av dem|två|two)(?!\w)|"
    r"\s?(?:[.,;!?)]|$|\n)|"
    r" (?:is|are|krävs|är|och har|and have)(?!\w))"
)
_ASKS = ("talar du", "pratar du", "kan du", "behärskar du", "if you")


def words_back() -> Lexicon:
    """Lexicon of the words that stand for languages named before, all of them or any one."""
    return Lexicon.of(
        "languages_back",
        [
            ("all", "(båda|bägge|alla tre|alla) [de|dessa] språken"),
            ("all", "both [of the|these] languages"),
            ("bare", "(in|i|of|speak|talar|behärskar|write|skriver) (both|båda|bägge)"),
            ("one", "(ett|något|någon|minst ett) av ([de|dessa|de två|de här] språken|dem|dom|de två)"),
            ("one", "(one|any|either) of ((the|these|those) languages|them|the two|the three)"),
            (
                "one",
                "(one|any|either) of (these|those|which) >(is|are|helps|would|will|works|counts|gives|makes|does)",
            ),
            ("either", "(makes|make) [us] no difference [(to us|which|to me)]"),
            ("either", "(doesn t|does not) matter [to us] which"),
            ("either", "which [(one|of them|language)] (doesn t|does not) matter"),
            ("either", "(spelar|gör|har) [det] ingen (roll|skillnad|betydelse) vilket [av dem|språk]"),
            ("either", "vilket [(språk|av dem|av språken)] (spelar ingen roll|kvittar|är oviktigt|gör detsamma)"),
        ],
    )


# "Svenska behövs för avtalen, men om du är duktig på engelska räcker det"
_BUT_IF = re.compile(
    r"[^.;]{0,80}?(?:men|fast|but)(?: [^.;]{1,40}?)? (?:om|är|kan|talar|pratar|if) (?:du|you)(?!\w)[^.;]{0,40}"
)
_WILL_DO = re.compile(
    r"[^.;,]{0,20}? (?:räcker|duger|funkar|fungerar|går) (?:det|också|lika)(?!\w)|[^.;,]{0,20}? (?:is|that is) enough"
)


def with_other_ways(low: str, names: Sequence[Mark], groups: Sequence[int | None], end: int) -> list[int | None]:
    """Join a language to the one before it that would do as well: ``…, men om du kan engelska räcker det``.

    So does what will do too: ``svenska krävs, engelska duger också``.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    names : sequence of Mark
        Languages of a sentence, in order.
    groups : sequence of (int or None)
        Their groups so far.
    end : int
        Where the sentence ends.

    Returns
    -------
    list of (int or None)
    """
    out = list(groups)
    for index in range(1, len(names)):
        before, name = names[index - 1], names[index]
        otherwise = _BUT_IF.fullmatch(low, before.end, name.start) and _WILL_DO.match(low, name.end, end)
        if otherwise or (out[index - 1] is None and does_too(low, name.end, end)):
            out[index - 1] = out[index] = _GROUP + index
    return out


# "We speak English, Arabic and Swedish, any of them is fine"
_IS_FINE = re.compile(r" (?:is (?:fine|ok|okay|enough)|works|will do|går bra|funkar|räcker|duger)(?!\w)")


# "Talar du inte svenska fungerar engelska"
_IF_NOT = re.compile(r"(?:(?:talar|pratar|kan|behärskar) du (?:inte|ingen|ej)|if you (?:don.t|do not) (?:speak|know)) ")
_THEN = re.compile(r"(?<!\w)(?:fungerar|funkar|räcker|duger|går|works|is fine|is enough|will do)(?!\w)")


def if_not(low: str, sentence: Sentence, mark: Mark) -> bool | None:
    """Whether a language is what will do for those who lack another, or that other; ``None`` for all else.

    Examples
    --------
    >>> low = "talar du inte svenska fungerar engelska"
    >>> sentence = Sentence(0, len(low))
    >>> if_not(low, sentence, Mark("sv", 14, 21)), if_not(low, sentence, Mark("en", 32, 40))
    (False, True)
    """
    lacks = _IF_NOT.match(low, sentence.start, mark.start) if low.startswith(_ASKS, sentence.start) else None
    if lacks is None:
        return None
    if lacks.end() == mark.start:
        return False if _THEN.search(low, mark.end, sentence.end) else None
    return True if _THEN.search(low, lacks.end(), sentence.end) else None


# "Vi talar svenska på bygget, så det måste du kunna", "… på svenska, varför vi kräver goda kunskaper"
_POINTS_BACK = re.compile(
    r"[^.;:]{0,70}?(?:,| och| and| -|(?= (?:vilket|so|så) )) ?(?:(?:så|därför|och|so|hence|therefore) )*"
    r"(?:(?:det|detta|vilket|den|that|it|this) (?:måste|behöver|krävs|kräver vi|är (?:därför )?(?:ett )?(?:krav|måste)|"
    r"ställer krav på att|is (?:therefore )?(?:a must|required|why we (?:ask|require)))|därför (?:kräver|krävs)|"
    r"(?:du|you) (?:måste|behöver|ska|have to|need to|must) (?:kunna|tala|prata|förstå|speak|know|understand) "
    r"(?:det|den|it|that)|"
    r"hence (?:you|we) (?:must|"
    r"need|"
    r"require))(?! (?:\w+ ){0,2}?(?:inte|ej|not))|[^.;:,]{0,40}?,? varför (?:vi kräver|du måste|du behöver)"
)


def points_back(low: str, sentence: Sentence, name: Mark) -> bool:
    """Whether what is told of the work's language is demanded in the same breath.

    Examples
    --------
    >>> low = "vi talar svenska här, så det måste du kunna"
    >>> points_back(low, Sentence(0, len(low)), Mark("sv", 9, 16))
    True
    """
    return _POINTS_BACK.match(low, name.end, sentence.end) is not None


class AnyOfNamed(NamedTuple):
    """Where a sentence says that any one of the languages named before will do, how strongly, and their group."""

    start: int
    judged: Judged
    group: int


def any_of_named(context: Context, sentence: Sentence) -> AnyOfNamed | None:
    """Find the words for any one of the languages that their own sentence names ("…, ett av språken räcker")."""
    for mark in sentence.marks.get("languages_back", ()):
        if mark.label in _ANY_ONE and len(_codes(context, sentence, mark.start)) > 1:
            if mark.label == "either":
                return AnyOfNamed(mark.start, Judged("must", "statement"), _GROUP)
            judged = context.judge(sentence, mark.start, mark.end)
            if not judged.asked and _IS_FINE.match(context.low, mark.end):
                judged = Judged("must", "statement")
            return AnyOfNamed(mark.start, judged, _GROUP) if judged.asked else None
    return None


def named_before(context: Context) -> Iterator[Found]:
    """Find the languages that such words stand for, in their own sentence or in the one before.

    Parameters
    ----------
    context : Context

    Yields
    ------
    Found
        One of kind ``language`` for each language; in one group where any of them will do.
    """
    for sentence in context.having("languages_back"):
        for mark in sentence.marks["languages_back"]:
            names = _names(context, sentence, mark)
            judged = context.judge(sentence, mark.start, mark.end)
            bare = mark.label == "bare"
            if len(names) < 2 or not judged.asked or (bare and not _ALL_SAID.match(context.low, mark.end)):
                continue
            level = levels_of(context, sentence, [mark])[0]
            group = _GROUP if mark.label in _ANY_ONE else None
            for code in names:
                value = {"lang": code, "level": None if judged.necessity == "not_required" else level}
                yield Found("language", value, sentence, mark.start, mark.end, judged, group)


def _names(context: Context, sentence: Sentence, mark: Mark) -> list[str]:
    """Codes of the languages named before a place in its sentence, else in the sentence before."""
    here = _codes(context, sentence, mark.start)
    if len(here) > 1:
        # Any one of those named in the same sentence is told with their own levels.
        return here if mark.label not in _ANY_ONE else []
    place = bisect_left(context.sentences, sentence.number, key=lambda s: s.number)
    before = context.sentences[place - 1] if place else None
    return _codes(context, before, before.end) if before is not None else here


def _codes(context: Context, sentence: Sentence, end: int) -> list[str]:
    marks = [m for m in sentence.marks.get("languages", ()) if m.end <= end and is_language(context, sentence, m)]
    return list(dict.fromkeys(m.label for m in marks if m.label != "nordic"))
