"""What stands beside an experience and borrows its word: "erfarenhet av städ krävs, och hotellstäd är meriterande"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matcher.requirements.context import Context, Found
from matcher.requirements.experience.mentions import Mention
from matcher.requirements.experience.tools import names_tool
from matcher.requirements.objects import field_of, object_span
from matcher.requirements.strength.deciding import Judged
from matcher.requirements.text.segment import Sentence
from matcher.requirements.text.seldom import Seldom

_ASKED = (
    r"(?: (?:är|ses som|is)(?: ett| en| a)? (?:absolut )?(?:krav|skallkrav|måste|must|requirement)| krävs|"
    r" (?:is )?required)"
)
_WISHED_TOO = re.compile(
    rf"{_ASKED},? ?(?:(?:och|men|medan|samt|while|and|but) )?"
    r"((?!inte |ej |aldrig |not |du |vi |man |det |den |you |we |it )[\w/-]{4,}(?: [\w/-]+){0,3}?) "
    r"(?:(?:är|ses som|räknas som|is|as) )?(?:(?:en|ett|a|an|stor|stort|klart) ){0,2}"
    r"(?:meriterande|merit|plus|fördel|önskvärt|önskvärd|preferred|advantage)(?!\w)"
)

_COURSES = ("kurs", "kurser", "utbildning", "kort", "bevis", "intyg", "certifikat")
_ELSEWHERE = Seldom(
    r"(?:, (?:i|på|hos|inom|från|at|in|within) ([\w&/-]+(?: [\w&/-]+){0,2}))?,? (?:eller|or) (?:i|på|hos|inom|från|"
    r"som|at|in|as|"
    r"within) "
    r"((?!(?:har|är|kan|vill|ska|du|din|ditt|work|home|your|have|has|is|are|you)(?!\w))[\w&/-]+(?: (?!är|ser|så|har|"
    r"kan|blir|räknas|is|"
    r"are)[\w&/-]+){0,2})"
)
_ANYWHERE = frozenset(("jobbet", "arbetet", "fritiden", "hemma", "work", "home", "school", "skolan"))
_SAMT = re.compile(
    r"\s(?:samt|och|and) (?:arbete )?(?:(?<=arbete )(?:i|med|på|som)|av|inom|från|within|from|of|in) (?!att ha)"
)


def also_wished(context: Context, sentence: Sentence, mention: Mention) -> Iterator[Found]:
    """Narrower experience that the second half of a sentence only wishes for.

    Parameters
    ----------
    context : Context
    sentence : Sentence
    mention : Mention
        Experience that the first half demands.

    Yields
    ------
    Found
        One row with the necessity ``nice``, unless the second half names a card, a language or a tool.
    """
    wish = _WISHED_TOO.match(context.low, mention.object[1], sentence.end)
    if wish is None or mention.label not in ("noun", "vana"):
        return
    start, end = wish.span(1)
    course = context.low.endswith(_COURSES, start, end)
    if (
        not course
        and not holds_other(context.low, sentence, start, end)
        and not names_tool(context, sentence, start, end)
    ):
        value = value_of(None, field_of(context.low, start, end))
        yield Found("experience", value, sentence, start, end, Judged("nice", "cue"))


def further_ones(context: Context, sentence: Sentence, mention: Mention, judged: Judged) -> Iterator[Found]:
    """``erfarenhet av inköp samt av lagerstyrning``: what "samt" joins with a preposition of its own."""
    further = _SAMT.match(context.low, mention.object[1], sentence.end)
    if further is None or mention.object[0] == mention.object[1] or judged.necessity == "not_required":
        return
    start, end = object_span(context.low, further.end() - 1, sentence.end, bare=True)
    if (
        start < end
        and not holds_other(context.low, sentence, start, end)
        and not names_tool(context, sentence, start, end)
    ):
        field = field_of(context.low, start, end)
        # "Experience in design and in the field" tells nothing more.
        if field:
            yield Found("experience", value_of(mention.years, field), sentence, start, end, judged)


def or_elsewhere(context: Context, sentence: Sentence, mention: Mention, judged: Judged) -> Iterator[Found]:
    """``arbetat i hemsjukvård, på akuten eller inom palliativ vård``: alternatives with prepositions of their own."""
    listed = _ELSEWHERE.match(sentence.signs, context.low, mention.object[1], sentence.end)
    if listed is None or mention.object[0] == mention.object[1] or listed[1] in _ANYWHERE:
        return
    for start, end in (listed.span(1), listed.span(2)):
        if start >= 0 and not holds_other(context.low, sentence, start, end):
            value = value_of(mention.years, field_of(context.low, start, end))
            yield Found("experience", value, sentence, start, end, judged)


def holds_other(low: str, sentence: Sentence, start: int, end: int) -> bool:
    """Whether an alternative is a card, a licence or a language ("erfarenhet av lödning eller truckkort")."""
    return any(
        start <= mark.start < end and low[mark.start - 1 : mark.start] != "-"
        for name in ("certificates", "licences", "languages", "education", "experience")
        for mark in sentence.marks.get(name, ())
        # "Erfarenhet som ingenjör eller tekniker": a title is what somebody has worked as.
        if not (name == "education" and mark.more[:1] == ("person",))
    )


def value_of(years: float | None, field: str | None) -> dict[str, object]:
    """Value of a row: whole years as a whole number."""
    whole = int(years) if years is not None and years == int(years) else years
    return {"years": whole, "field": field}
