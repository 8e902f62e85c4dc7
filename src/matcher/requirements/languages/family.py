"""Languages that an ad asks for, with the CEFR level that its wording stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from matcher.records import Necessity
from matcher.requirements.context import Context, Found
from matcher.requirements.joints import alternatives
from matcher.requirements.languages.asked import is_asked, is_language, is_titled
from matcher.requirements.languages.back import (
    any_of_named,
    if_not,
    named_before,
    points_back,
    with_other_ways,
    words_back,
)
from matcher.requirements.languages.chain import ANOTHER, DOES, LIST_BEFORE, begun_anew, same_in_chain
from matcher.requirements.languages.levels import is_told, levels_of
from matcher.requirements.lexicon import lexicon
from matcher.requirements.strength.deciding import Judged
from matcher.requirements.strength.softened import does_too
from matcher.requirements.text.segment import Sentence
from matcher.taxonomy.facts.languages import language_names
from matcher.taxonomy.scanning.phrasebook import Lexicon, Mark
from matcher.taxonomy.wording import fold

NORDIC = ("sv", "no", "da")
NORDIC_OTHERS = ("no", "da", "fi")

# Names that are more often something else in an ad: written in full elsewhere, or too short to trust.
_SHORTEST = 4
# Names of languages that are ordinary words of an ad.
_WORDS = frozenset(
    {
        "bilen", "sami", "iranska", "arab", "kurd", "maay", "tigre", "akan", "fula", "mande", "kongo", "komi",
        "mari", "luba", "saho", "afar", "even", "sara", "mina", "nama", "lule", "sena", "tiv", "bini", "bemba",
        "vai", "mende", "edo",
    }
)  # fmt: skip
# "Arabiska är önskvärt utöver flytande svenska."
_BESIDES = re.compile(
    r"(?<!\w)(?:utöver|in addition to|besides|(?:krav|requirements?),? (?:utom|förutom|except|besides)) "
    r"(?:(?:mycket|flytande|goda?|bra|fluent|good) ){0,2}$"
)
# "Språkkunskaper utöver svenska är meriterande": of none that is named
_MORE_LANGUAGES = re.compile(
    r"(?<!\w)(?:språk\w*|languages?) (?:utöver|förutom|än|besides|(?:other )?than|beyond) "
    r"(?:(?!exempelvis|särskilt|främst|gärna|helst|som |såsom|preferably|such|like)\w+,? ){0,5}$"
)
_BEYOND = re.compile(r"[^.;,]{0,25}?(?<!\w)(?:utöver|mer än|more than|beyond)(?!\w)")
_PERFECT = re.compile(
    r"[^.;,]{0,25}?(?<!\w)(?:flytande|perfekt|obehindrat|felfri\w*|(?:jätte|super|så )?bra|god|avancerad|"
    r"fluent\w*|perfect\w*)(?!\w)"
)
# "You don't have to be a native Swedish speaker."
_NATIVE = re.compile(
    r"(?<!\w)(?:(?:don.t|do not) (?:have|need) to (?:be|speak|have)|(?:behöver|måste) (?:du )?inte (?:vara|tala|ha|"
    r"kunna))"
    r"(?: an?| en)? (?:native|perfect|fluent|flawless|felfri|perfekt|flytande) $"
)
# "Du talar svenska, skriva behöver du inte."
_ONLY_WRITING = re.compile(
    r"[^.;,]{0,25}?(,| men| but| –| -|;) (?:att )?(?:skriva|läsa|skriftlig\w*|skriften|i skrift|skrivandet|"
    r"grammatik\w*|"
    r"stavning\w*|writing|written|reading|spelling)(?!\w)"
)
_OR_JOINED = re.compile(r"\s(?:eller|or)\s")
_TO_READ = re.compile(r"(?<!\w)(?:läsa|läser|förstå|förstår|följa|read|understand|follow)(?!\w)")
_ALL_THE_SAME = re.compile(
    r"(?:,| –| -|;)? (?:men|but|utan|däremot|though|yet|however|bara|så länge) (?:[^\s.]+ ){0,3}?(?:ska|måste|behöver|"
    r"kan|kunna|can|must|need|räcker)(?!\w)"
)

_FOR_A_LANGUAGE = re.compile(
    r"(modersmåls\w+|studiehandled\w+|tolk\w*|språkstöd\w*)(?: modersmålet)?\W{0,3} (?:i |på |till )?(\w+)"
)
_THE_LANGUAGE = re.compile(r"(?:kunskaper i|behärskar|talar|färdigheter i) (språket|modersmålet)(?!\w)")


def _names() -> Iterator[tuple[str, str]]:
    for name, code in language_names().items():
        if (
            len(name) < _SHORTEST
            or name in _WORDS
            or "teckenspråk" in name
            or "sign language" in name
            or not re.fullmatch(r"[\w -]+", name)
            or name.endswith(".")
        ):
            continue
        yield code, name
        if name.endswith("ska"):
            # svenska -> svensktalande, svenskspråkig
            for ending in ("talande*", "språkig*", "kunskap*"):
                yield code, name[:-1] + ending
            # svensk- eller engelsktalande
            yield code, f"{name[:-1]} >((eller|och|samt) (*talande*|*språkig*))"
            # As people write it: engelskakunskaper, engelskunskaper
            yield code, f"({name}kunskap*|{name[:-2]}kunskap*|{name}språkig*)"
    yield from (("sv", "(sv|sve|swe)"), ("en", "eng"))
    yield "nordic", "(skandinavisk*|nordisk*) språk*"
    yield "nordic", "scandinavian language*"
    yield "nordic", "nordic language*"
    yield "sv", "(svenska som andraspråk|sva) [nivå] (1|2|3|grund)"
    yield "sv", "(tisus|sva1|sva2|sva3|svenska (1|2|3)|svenska nivå (1|2|3))"
    yield "sv", "sfi (b|c|d) ~1 (krävs|krav|godkänd*|godkänt|avklara*|klar|klart|slutför*)"
    yield "sv", "sfi (kurs|nivå) (b|c|d)"
    yield "sv", "(klarat|läst|avslutat|genomfört|godkänd|godkänt|slutfört|lägst|minst) ~1 sfi [nivå|kurs] (b|c|d)"


class Languages:
    """Family of ``language``."""

    @cached_property
    def lexicons(self) -> Sequence[Lexicon]:
        """Names of languages, words of degree, words of speech."""
        named = ("languages", "the_language", "languages_back")
        return (
            Lexicon.of("languages", _names()),
            Lexicon.of("the_language", [("spoken", "(språket|modersmålet)")]),
            words_back(),
            lexicon("levels").only(beside=named),
            lexicon("speech").only(beside=named),
        )

    def find(self, context: Context) -> Iterable[Found]:
        """Languages asked for in a text."""
        for sentence in context.having("languages"):
            names = _names_in(context, sentence)
            if not names:
                continue
            groups = alternatives(context.low, [(m.start, m.end) for m in names], before=sentence.start)
            judged = same_in_chain(
                context.low, names, _words(sentence), [_judged(context, sentence, mark) for mark in names]
            )
            levels = levels_of(context, sentence, names, begun_anew(context.low, names, judged))
            groups = with_other_ways(context.low, names, _apart(groups, judged), sentence.end)
            one = any_of_named(context, sentence)
            for index, mark in enumerate(names):
                strength = judged[index]
                together = one is not None and mark.start < one.start
                if one is not None and together:
                    # "Svenska eller engelska, ett av språken räcker": said of all of them together.
                    strength, groups[index] = one.judged, one.group
                if strength is None:
                    continue
                if together or is_titled(context, mark) or is_asked(context, sentence, mark, strength):
                    yield from _rows(context, sentence, mark, levels[index], strength, groups[index], index)
        yield from _of_the_headline(context)
        yield from named_before(context)


def _names_in(context: Context, sentence: Sentence) -> list[Mark]:
    """Names that are languages here, or joined to one as what must be read ("English or Swedish labels")."""
    names: list[Mark] = []
    for mark in sentence.marks["languages"]:
        joined = names and _OR_JOINED.fullmatch(context.low, names[-1].end, mark.start)
        if is_language(context, sentence, mark) or (
            joined and _TO_READ.search(context.low, sentence.start, mark.start)
        ):
            names.append(mark)
    return names


def _of_the_headline(context: Context) -> Iterator[Found]:
    """``Modersmålslärare i polska … mycket goda kunskaper i språket``: the headline says which language is meant."""
    named = _FOR_A_LANGUAGE.search(context.headline)
    code = language_names().get(fold(named[2])) if named else None
    if code is None or named is None:
        return
    if context.field == "headline":
        level = None if named[1].startswith("tolk") else "C2"
        for sentence in context.having("languages"):
            for mark in sentence.marks["languages"]:
                if mark.label == code:
                    yield from _rows(context, sentence, mark, level, Judged("must", "statement"), None, 0)
        return
    for sentence in context.having("levels"):
        spoken = _THE_LANGUAGE.search(context.low, sentence.start, sentence.end)
        if spoken is None:
            continue
        mark = Mark(code, spoken.start(1), spoken.end(1))
        judged = context.judge(sentence, mark.start, mark.end)
        if judged.asked:
            level = levels_of(context, sentence, [mark])[0]
            yield from _rows(context, sentence, mark, level, judged, None, 0)
        return


def _rows(
    context: Context, sentence: Sentence, mark: Mark, level: str | None, judged: Judged, group: int | None, index: int
) -> Iterator[Found]:
    codes: tuple[str, ...] = (mark.label,)
    if mark.label == "nordic":
        other = "ytterligare" in context.low[sentence.start : mark.start] or judged.necessity == "nice"
        codes = NORDIC_OTHERS if other else NORDIC
        if other and context.low.startswith(("skandinav", "scandinav"), mark.start):
            # Finland is no part of it; in English it may be Swedish as well, unless another one is asked for.
            swedish = (
                context.low.startswith("scandinav", mark.start)
                and "other " not in context.low[sentence.start : mark.start]
            )
            codes = NORDIC if swedish else NORDIC_OTHERS[:2]
        group = 1000 + index
    if judged.necessity == "not_required":
        level = None
    for code in codes:
        yield Found("language", {"lang": code, "level": level}, sentence, mark.start, mark.end, judged, group)


def _judged(context: Context, sentence: Sentence, mark: Mark) -> Judged | None:
    """Strength of a language; ``None`` for one that only need not be perfect."""
    if _MORE_LANGUAGES.search(context.low, sentence.start, mark.start) or _NATIVE.search(
        context.low, sentence.start, mark.start
    ):
        return None
    if _BESIDES.search(context.low, sentence.start, mark.start) or is_told(context.low, sentence, mark):
        return Judged("must", "statement")
    if (other_way := if_not(context.low, sentence, mark)) is not None:
        return Judged("must", "statement") if other_way else Judged("not_required", "cue")
    judged = context.judge(sentence, mark.start, mark.end, until=_next_demand(context.low, sentence, mark))
    if judged.by != "cue" and points_back(context.low, sentence, mark):
        return Judged("must", "cue")
    if judged.cue and judged.necessity == "nice" and _of_another(context.low, sentence, mark, judged.cue):
        return Judged("must", "statement")
    away = judged.by == "heading" or (judged.cue is not None and judged.cue.end <= mark.start)
    does = DOES.match(context.low, mark.end) and not does_too(context.low, mark.end, sentence.end)
    joined = not judged.asked and sentence.marks["languages"][0] is not mark
    if does and (joined or (away and judged.necessity == "nice")):
        # "Svenska är bra, engelska duger"
        return Judged("must", "statement")
    if judged.necessity == "not_required" and judged.by == "cue":
        if DOES.match(low := context.low, mark.end, sentence.end) and "," in low[sentence.start : mark.start]:
            return Judged("must", "statement")
        writing = _ONLY_WRITING.match(context.low, mark.end, sentence.end)
        if writing:
            return context.judge(sentence, mark.start, mark.end, until=writing.start(1))
        if _BEYOND.match(context.low, mark.end, sentence.end):
            return Judged("must", "cue", judged.cue)
        if _PERFECT.match(context.low, mark.end, sentence.end):
            # "Svenskan behöver inte vara perfekt men du ska göra dig förstådd."
            return Judged("must", "statement") if _ALL_THE_SAME.search(context.low, mark.end, sentence.end) else None
    return judged


def _of_another(low: str, sentence: Sentence, mark: Mark, cue: Mark) -> bool:
    """Whether a wish only tells how good another language is ("din engelska är mycket bra och svenska kan du lite")."""
    names = (name for name in sentence.marks["languages"] if name.end <= cue.start < cue.end <= mark.start)
    return any(cue.start - name.end <= 1 and is_told(low, sentence, name) for name in names)


def _apart(groups: list[int | None], judged: list[Judged | None]) -> list[int | None]:
    """Take a demand out of a group of wishes: "svenska, gärna även arabiska eller somaliska"."""
    needs = [strength.necessity if strength else None for strength in judged]
    return [
        None if group is not None and need == "must" and _is_single(groups, needs, group) else group
        for group, need in zip(groups, needs, strict=True)
    ]


def _is_single(groups: list[int | None], needs: list[Necessity | None], group: int) -> bool:
    return sum(g == group and need == "must" for g, need in zip(groups, needs, strict=True)) == 1


def _words(sentence: Sentence) -> list[Mark]:
    """Words of degree and of speech in a sentence."""
    return [*sentence.marks.get("levels", ()), *sentence.marks.get("speech", ())]


def _next_demand(low: str, sentence: Sentence, mark: Mark) -> int | None:
    """Where the next language begins that has words of its own ("…, proficiency in Swedish is a plus")."""
    words = _words(sentence)
    for other in sentence.marks["languages"]:
        if low[mark.end : other.start] in (" så ", " so "):
            # "We speak English so Swedish is not needed."
            return mark.end
        if other.start <= mark.end or "," not in (between := low[mark.end : other.start]):
            continue
        comma = mark.end + between.index(",")
        if any(mark.end <= word.start < other.start and word.start != comma for word in words):
            return comma
        if ANOTHER.match(low, other.end, sentence.end) and LIST_BEFORE.search(low, sentence.start, comma):
            # "Svenska och engelska, italienska är ett plus": the list is closed before the comma.
            return comma
    return None
