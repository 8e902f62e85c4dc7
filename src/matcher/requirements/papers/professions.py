"""Licensed professions: where an ad says that a licence to practise (or a protected title) is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from matcher.requirements.context import Context, Found
from matcher.requirements.lexicon import joined, lexicon
from matcher.requirements.papers.alongside import is_colleagues
from matcher.requirements.text.segment import Sentence
from matcher.taxonomy.facts.professions import find_professions, profession_phrases
from matcher.taxonomy.scanning.phrasebook import Lexicon, Mark

_WORDS = joined("papers")

# Proof of identity, or a licence that somebody is still waiting for.
_IDENTITY = re.compile(rf"(?:{_WORDS['identity']})[\w ]{{0,12}}$")
# "sjuksköterska, leg.", "fysioterapeut (legitimerad)", "lärare åk 7-9, leg."
_APPENDED = re.compile(r"(?: åk \d(?:[–-]\d)?)?,? ?\(?(?:svensk )?")
# "För att undervisa hos oss ska du vara legitimerad."
_MUST_BE = re.compile(
    r"(?<!\w)(?:(?:(?:ska|måste|behöver) (?:du )?(?:inte )?|att )vara|du är|är du|(?:must|need to) be) "
    r"(?:redan |already )?$"
)
_CLOSED = re.compile(r"\s?(?:[.,;:)]|$|\n)")
_STEM = re.compile(r"legitimation\w*|leg$")
_YEARS = re.compile(r"\s*(?:,|med|with)\s*(?:minst|lägst|några|at least)?\s*(?:\d|två|tre|ett|fyra|fem|års|erfarenhet)")
_SPECIALIST = re.compile(_WORDS["specialist"])
# "Bifoga din lärarlegitimation": who applies has one.
_SHOWN = re.compile(r"(?<!\w)(?:bifoga\w*|skicka\w*|glöm inte|visa upp|lämna in|attach|include|enclose)(?!\w)")
_BEING = re.compile(r"(?:du(?: som söker)? är|är du)(?: en)?(?: utbildad)? $")
# "Legitimation som sjuksköterska eller är undersköterska": titles of work that nobody is licensed for
_TITLE = rf"(?P<title>{_WORDS['title']})(?!\w)"
_OR_TITLE = re.compile(
    r",? (?:eller|alternativt|or)(?: (?:du )?(?:är|are|you are|have (?:trained|worked) as|"
    r"(?:jobbar|arbetar|har (?:jobbat|arbetat)) som|works? as))?(?: (?:en|an?))? "
    rf"{_TITLE}"
)
_TITLE_OR = re.compile(
    rf"{_TITLE},? (?:eller|alternativt|or)(?: (?:du )?(?:har|är|have|hold|are))?(?: (?:en|ett|an?))? ?$"
)
_OF_OTHERS = re.compile(r"(?<!\w)(?:våra?|vårt|deras|our|their)(?!\w)")  # "legitimerade och våra läkare talar"
_OPENS = 3
_SPREAD = 25
_OPENING = 3000
_CHOICE = 5000  # number of the first group of titles that one "legitimerad" names


class Professions:
    """Family of ``licensed_profession``."""

    @cached_property
    def lexicons(self) -> Sequence[Lexicon]:
        """Words for licences and the titles of licensed professions."""
        return (lexicon("licensing"), profession_phrases())

    def find(self, context: Context) -> Iterable[Found]:
        """Licences to practise asked for in a text."""
        for sentence in context.having("licensing"):
            for mark in sentence.marks["licensing"]:
                if is_colleagues(context.low, sentence, mark.start):
                    continue
                yield from self._licences(context, sentence, mark)
        for sentence in context.having("professions"):
            if "licensing" not in sentence.marks:
                yield from self._titles(context, sentence)

    def _licences(self, context: Context, sentence: Sentence, mark: Mark) -> Iterator[Found]:
        titles = sentence.marks.get("professions", ())
        start, end = mark.start, mark.end
        if mark.label == "title":
            yield from self._found(context, sentence, "undersköterska", start, end)
        elif mark.label in ("licensed", "licence"):
            behind = list(_behind(context.low, titles, mark.end))
            behind[1:] = [
                title for title in behind[1:] if title.label != "undersköterska"
            ]  # of them nobody is licensed
            place = behind[-1].end if behind else end
            yield from self._or_title(context, sentence, start, place)
            # Nobody needs two: "legitimerad sjuksköterska, barnmorska eller …" leaves a choice.
            group = (
                _CHOICE + start - sentence.start
                if behind and " och " not in context.low[start : behind[-1].end]
                else None
            )
            for number, title in enumerate(behind):
                # "Legitimation som apotekare eller receptarie": two, side by side.
                begin = title.start if number else start
                yield from self._found(context, sentence, title.label, begin, title.end, group)
            before = [] if behind else [t for t in titles if _APPENDED.fullmatch(context.low, t.end, start)]
            for title in before:
                yield from self._found(context, sentence, title.label, title.start, end)
            if (
                not (behind or before)
                and _MUST_BE.search(context.low, sentence.start, start)
                and _CLOSED.match(context.low, end)
            ):
                yield from self._bare(context, sentence, mark)
        elif mark.label == "compound":
            label = _of_compound(context.low[start:end])
            if label == "lärare" and re.search(
                r"förskollär|preschool|forest school", context.headline + context.occupation
            ):
                label = "förskollärare"
            if label:
                yield from self._found(context, sentence, label, start, end)
            elif context.low[start:end] in ("legitimation", "legitimationen", "yrkeslegitimation"):
                yield from self._bare(context, sentence, mark)
        else:
            yield from self._bare(context, sentence, mark)

    def _or_title(self, context: Context, sentence: Sentence, start: int, end: int) -> Iterator[Found]:
        """Find the title without a licence that would do as well ("… eller är undersköterska")."""
        low = context.low
        other = _OR_TITLE.match(low, end, sentence.end) or _TITLE_OR.search(low, sentence.start, start)
        if other:
            judged = context.judge(sentence, start, end)
            value = {"level": None, "field": other["title"]}
            yield Found("education", value, sentence, other.start("title"), other.end("title"), judged)

    def _bare(self, context: Context, sentence: Sentence, mark: Mark) -> Iterator[Found]:
        """``legitimation`` alone: the profession is that of the sentence, else of the headline or occupation."""
        low = context.low
        if _IDENTITY.search(low, max(sentence.start, mark.start - 25), mark.start):
            return
        near = [t for t in sentence.marks.get("professions", ()) if abs(t.start - mark.end) < 60]
        if near:
            label: str | None = near[0].label
        else:
            # Else the profession of the headline, of the occupation, or the first that the text names.
            told = f"{context.headline} . {context.occupation} . {low[:_OPENING]}"
            label = next((name for _, _, name in find_professions(told)), None)
        if label and label != "undersköterska":
            yield from self._found(context, sentence, label, mark.start, mark.end)

    def _titles(self, context: Context, sentence: Sentence) -> Iterator[Found]:
        """Find licensed titles that begin a demand ("Barnmorska med minst två år") or that one is ("Du är …")."""
        low = context.low
        for title in sentence.marks["professions"]:
            named = low[title.start : title.end]
            if _BEING.search(low, sentence.start, title.start) and _SPECIALIST.fullmatch(named):
                yield from self._found(context, sentence, title.label, title.start, title.end)
                continue
            if sentence.section not in ("profile", "nice") or title.start - sentence.start > _OPENS:
                continue
            if title.label in ("undersköterska", "lärare"):
                continue
            if _YEARS.match(low, title.end) or _SPECIALIST.fullmatch(named):
                yield from self._found(context, sentence, title.label, title.start, title.end)

    def _found(
        self, context: Context, sentence: Sentence, label: str, start: int, end: int, group: int | None = None
    ) -> Iterator[Found]:
        judged = context.judge(sentence, start, end)
        # A field of a form at the end of an ad ("Legitimationskrav Lärare") needs no words around it.
        form = context.low.startswith("legitimationskrav", start)
        shown = form or bool(_SHOWN.search(context.low, sentence.start, start))
        if judged.by == "nothing" and sentence.section in ("offer", "about", "apply") and not shown:
            return
        yield Found("licensed_profession", label, sentence, start, end, judged, group)


def _behind(low: str, titles: Sequence[Mark], end: int) -> Iterator[Mark]:
    """Titles that a "legitimerad" speaks of: the next one, and those joined to it."""
    place = end
    for title in titles:
        if title.start < end <= title.end and title.end > end:
            # "registered nurse": the word is part of the title.
            yield title
            return
        if title.start < end:
            continue
        between = low[place : title.start]
        if (
            _OF_OTHERS.search(between)
            or title.start - place > _SPREAD
            or (place != end and not re.fullmatch(r"\s*(?:,|/|eller|alternativt|or|och)\s*", between))
        ):
            return
        yield title
        place = title.end


def _of_compound(word: str) -> str | None:
    """Profession named inside a compound ("sjuksköterskelegitimation")."""
    stem = _STEM.sub("", word).strip(" -")
    stem = (
        re.sub(
            r"(?:s['´`]|['´`]?s)?(?:\s+(?:education|degree|training|qualification|and))*\s+"
            r"(?:certification|licence|license|registration|authori[sz]ation|qualification|status)$",
            "",
            word.removeprefix("certified ").removeprefix("registered ").removeprefix("qualified "),
        )
        if stem == word
        else stem
    )
    if not stem or stem in ("yrkes", "taxi", "taxiförar", "bransch", "giltig"):
        return None
    stem = {
        "teaching": "teacher", "preschool teaching": "preschool teacher", "pre-school teaching": "preschool teacher",
        "nursing": "nurse", "medical": "physician", "dental": "dentist", "midwive": "midwife", "lärarens": "lärare",
    }.get(stem, stem)  # fmt: skip
    for form in (stem, stem + "e", stem + "a", stem.removesuffix("e") + "a", stem.removesuffix("s")):
        for start, end, label in find_professions(form):
            if start == 0 and end == len(form):
                return label
    return None
