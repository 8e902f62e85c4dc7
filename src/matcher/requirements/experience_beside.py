"""What stands beside an experience and borrows its word: "erfarenhet av städ krävs, och hotellstäd är meriterande"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matcher.requirements.context import Context, Found
from matcher.requirements.experience_tools import names_tool
from matcher.requirements.mentions import Mention
from matcher.requirements.objects import field_of
from matcher.requirements.segment import Sentence
from matcher.requirements.strength import Judged

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
    known = ("certificates", "licences", "languages", "education", "experience")
    if any(start <= mark.start < end for name in known for mark in sentence.marks.get(name, ())):
        return
    if not names_tool(context, sentence, start, end):
        value = {"years": None, "field": field_of(context.low, start, end)}
        yield Found("experience", value, sentence, start, end, Judged("nice", "cue"))
