"""Experience that a list asks for line by line, where only the line above it says the word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matcher.requirements.context import Context, Found
from matcher.requirements.experience.tools import names_work
from matcher.requirements.objects import field_of, object_span
from matcher.requirements.text.segment import Block, Sentence, is_fragment

# "Det är meriterande om du har erfarenhet av:", "You have experience of one or more of the following areas:"
_ANNOUNCES = re.compile(
    r"(?<!\w)(?:\w*erfarenhet\w*|arbetat|jobbat|\w*vana|experience|worked) (?:av|inom|från|med|i|of|in|with|from)"
    r"(?: att)?(?: (?:ett|en|någo[nt]|några|minst (?:ett|en)|one|some|any))?(?: (?:eller flera|eller fler|or more))?"
    r"(?: (?:av|of))?(?: (?:följande|dessa|nedanstående|the following|these)(?: \w+)?)?\s?[:….]*|"
    r"(?<!\w)(?:följande|nedanstående|the following) (?:\w+ )?(?:erfarenheter|experiences?)\s?[:…]*"
)
# "Meriterande erfarenheter:", "Erfarenhet av:", "Experience in"
_HEADING = re.compile(
    r"(?:\w+ ){0,4}(?:erfarenheter|experiences|(?:erfarenhet|experience) (?:av|inom|från|of|in|from)(?: att)?)\s?:?"
)
_DOING = re.compile(
    r"(?P<done>att |have |having )?(?:(?:arbeta\w*|jobba\w*|arbete|work|working|worked) (?:med|inom|i|på|with|in|on) )?"
)
# "Planera och genomföra workshops", "Ta fram underlag": what one is to have done
_TO_DO = re.compile(r"(?!data|media|kamera|firma)(?:\w{3,}a|ta|se|ge|få|göra|[a-z]{3,}ing(?= [a-z]))(?:,| )(?=[ \w])")
_STOPS = re.compile(r"(?<!\.)\.$")
_LONGEST_CLAUSE = 90
_OTHERS = ("experience", "certificates", "licences", "languages", "education")

# "Kunskap eller erfarenhet inom följande områden:": to know it is enough.
_KNOWN_FIRST = re.compile(
    r"(?:kunskap\w*|kännedom|förståelse|knowledge)(?: (?:om|inom|av|i|of|in))? (?:och/eller|eller|and/or|or) "
    r"(?:\w+ )?(?:erfarenhet|experience)"
)

# "Good understanding of agile work": a line that says by itself that knowing it is asked for
_KNOWN = re.compile(
    r"(?:[\w-]+ )?(?:kunskap\w*|kännedom|förståelse|insikt\w*|understanding|knowledge|familiarity|awareness|command|"
    r"grasp) "
    r"(?:om|för|inom|av|i|of|in|with)(?!\w)"
)


def listed_below(context: Context) -> Iterator[Found]:
    """Find the lines below "erfarenhet av:" that name work; what names a tool there is a skill.

    Parameters
    ----------
    context : Context

    Yields
    ------
    Found
        One of kind ``experience`` a line, without years.
    """
    announced = False
    for block in context.blocks:
        if announced and _continues(context.low, block):
            yield from _row(context, block.sentences[0])
        elif block.kind == "heading" and _HEADING.fullmatch(context.low, block.start, block.end):
            announced = True
        else:
            announced = bool(block.sentences) and _announces(context.low, block.sentences[-1])


def _announces(low: str, sentence: Sentence) -> bool:
    if "experience" not in sentence.marks or _KNOWN_FIRST.search(low, sentence.start, sentence.end):
        return False
    clause = _ANNOUNCES.finditer(low, max(sentence.start, sentence.end - _LONGEST_CLAUSE), sentence.end)
    return any(match.end() == sentence.end and not _STOPS.search(match.group()) for match in clause)


def _continues(low: str, block: Block) -> bool:
    return block.kind != "heading" and len(block.sentences) == 1 and is_fragment(low, block.sentences[0])


def _row(context: Context, sentence: Sentence) -> Iterator[Found]:
    if any(name in sentence.marks for name in _OTHERS) or _KNOWN.match(context.low, sentence.start, sentence.end):
        return
    doing = _DOING.match(context.low, sentence.start, sentence.end)
    start, end = object_span(context.low, doing.end() if doing else sentence.start, sentence.end, bare=True)
    judged = context.judge(sentence, start, end)
    to_do = _TO_DO.match(context.low, start, end) is not None
    done = to_do or bool(doing and doing["done"])
    if judged.asked and names_work(context, sentence, start, end, done=done, names=not to_do):
        value = {"years": None, "field": field_of(context.low, start, end)}
        yield Found("experience", value, sentence, start, end, judged)
