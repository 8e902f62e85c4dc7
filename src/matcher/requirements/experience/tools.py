"""Whether experience is of a kind of work or of a tool, a technique, a name: then it is a skill."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matcher.requirements.context import Context, Found
from matcher.requirements.experience.kinds import JOINT, KIND_OF_WORK, NAMED_FIRST, names_craft, names_program
from matcher.requirements.experience.mentions import Mention
from matcher.requirements.lexicon import joined
from matcher.requirements.skills.items import items
from matcher.requirements.skills.names import Terms
from matcher.requirements.skills.words import words_of
from matcher.requirements.strength.deciding import Judged
from matcher.requirements.text.segment import Sentence
from matcher.requirements.text.seldom import Seldom

_SAID = joined("experience")

_WITH = re.compile(
    r"\s*(?:(?:in|of|from) )?(?:working )?(?:with|working on|using|(?<=exposure )to)\s"
    r"(?!(?:[\w-]+ ){0,2}?(?:children|people|customers|kids|groups?|clients|patients|students|pupils|famil(?:y|ies)|"
    r"refugees|newcomers|youths?|young|elderly|persons|users|residents|animals|horses|guests|adults|individuals)(?!\w))"
)
# "Säkerhetsprinciper som Zero Trust": what names are examples of is no kind of work, "roller som Art Director" is.
_SUCH_AS = re.compile(
    r"(?<!roll)(?<!roller)(?<!befattning)(?<!tjänst)(?<!områden)(?<!område)(?<!yrken) (?:som|såsom|så som|like) "
    r"[A-Z][\w+#.-]*(?: [A-Z][\w+#.-]*)?(?:,| och | eller | and | or |[.)]|$)"
)
# "Trafikverkets leveranser" are no tool
_OF_SOMEBODY = re.compile(r"[A-ZÅÄÖ][a-zåäö]{3,}s [a-zåäö]")
_LIKE_IT = re.compile(r" (?:eller|or) (?:liknande|motsvarande|likvärdig|similar|equivalent)")
_BEING = ("you are experienced", "you are skilled", "you are seasoned")  # "… in Python", "… building reports"
_BEFORE, _BEYOND = 40, 30
_LONGEST_NAME, _SHORTEST_NAME = 2, 3  # words, letters
# "Experience with any of Kafka and RabbitMQ"
_SOME = Seldom(r"(?:any of|some of|(?:något|någon|några) av|flera|various|different|several) ")
_JOINED = re.compile(
    r" (?:av|i|inom|på|med|för|till|mot|från|vid|om|kring|genom|som|såsom|och|eller|samt|as|of|in|within|on|with|"
    r"for|to|at|from|by|through|about) |,"
)
_USING = re.compile(r" using (?!\w+ing)")
_AS_A = re.compile(r"\s(?:as|som)\s(?:(?:an?|en|ett) )?$")
_AS = re.compile(r"(?<!\w)(?:as|som)(?!\w)")
_ROLE = re.compile(rf"(?:{_SAID['role']})(?:s|er|en|n)?(?!\w)")
_MAKING = re.compile(rf"(?:{_SAID['making']})(?!\w)")
_VERBS = re.compile(r"(?:\w+ing(?:, | and |$))+")  # "designing, building, and …"
_NAMED = re.compile(r"(?<=\s)[A-ZÅÄÖ][\w+#.]+")
_FIRST_WORDS = re.compile(r"(?:att )?(?:(?:både|såväl) [\w-]+ (?:och|som) )?(?:[\w&/+#.-]+\s?){1,3}")
_NAME = re.compile(r"(?:[a-z]{1,3}[A-Z]\w+|[A-ZÅÄÖ][\w+#.&/-]*|\w*\d\w*)(?:\s|$|[,;.)])")
_CODE = re.compile(
    r"(?:\w+\.(?:js|net|io)|[A-Z]{2,}\w*|[A-Z]\w*[#+]+|\.[A-Z]+|\w*\d\w*|[A-Z][a-z]+[A-Z]\w*)(?:\s|$|[,;.)])"
)
# "IT-branschen" is a kind of work, though IT is a tool.
_PART_OF_WORK = re.compile(
    r"-(?:bransch|området|sektor|frågor|chef|projekt|konsult|avdelning|företag|bolag)|"
    r" (?:work|engineering|sales|development|deployments?|operations|support|consulting|projects?|environments?|"
    r"teams?)(?!\w)"
)
# "Erfarenhet av test av applikationer": what is done to a tool is work.
_DONE_TO = Seldom(
    r"(?:[\w-]+ (?:och|samt|eller) )?(?:test|drift|underhåll|support|installation|konfiguration|"
    r"administration|förvaltning|implementering|utvärdering|upphandling|uppsättning|driftsättning) av \w"
)
# "Erfarenhet inom IT", "of HR and payroll": a branch of work by its short name
_BRANCH = re.compile(r"(?:it|hr|vvs|pr)(?= ?(?:$|[,./)]| (?:och|eller|samt|and|or)(?!\w)))")
_LEADING = ("leading ", "managing ", "supervising ", "running ")  # "… a team" is work, "working in a team" a trait
_STANDARD = re.compile(r"(?<!\w)(?:ISO|IEC|EN|SS|SSF|TS)[ -]?\d")
_FROM = re.compile(r"\s(?:från|hos|from|at)\s")
_EMPLOYER = re.compile(r"\w*(?:polisen|makten|verket|vården|kåren|tjänsten|kyrkan|kommunen|regionen|försvaret)(?!\w)")


def is_technique(context: Context, sentence: Sentence, mention: Mention) -> bool:
    """Whether the object is a tool, a technique or a name: then it is a skill ("erfarenhet av Python")."""
    start, end = mention.object
    if mention.label == "adj" and not context.low.startswith(_BEING, mention.start):
        # "An experienced Data Engineer" is who is sought.
        return False
    if mention.label == "job" and context.low.endswith("uppdrag", mention.start, mention.end):
        # "Minst ett tidigare uppdrag inom molnmigrering" is work, whatever with.
        return False
    done = _DONE_TO.match(sentence.signs, context.low, start, end)
    if done:
        return names_program(context.low, done.end() - 1, end)
    example = _SOME.match(sentence.signs, context.low, start, end)
    start = example.end() if example else start
    start += context.low.startswith(" ", start, end)
    if _USING.match(context.low, mention.end) or _USING.match(context.low, end):
        return True
    if _is_named_before(context.low, mention):
        # "Spark experience for heavy pipelines", "DevOps-erfarenhet"
        return True
    if start == end:
        return False
    work = bool(KIND_OF_WORK.search(context.low, start, end))
    if mention.label == "noun" and _WITH.match(context.low, mention.end) and not work:
        return True
    tools = [mark for mark in sentence.marks.get("techniques", ()) if mark.label == "tool" and mark.start >= start]
    reach = min(sentence.end, end + _BEFORE) if _VERBS.fullmatch(context.low, start, end) else end
    if _MAKING.match(context.low, start, end) and (tools or _NAMED.search(context.text, start, reach)):
        # "Experience in designing, building and running data pipelines" is a skill.
        return True
    if _AS_A.search(context.low, mention.end, start) or _BRANCH.match(context.low, start, end):
        # "Experience as a Python developer" is a kind of work.
        return False
    if names_program(context.low, start, end):
        return True
    english = _in_english(context.low, mention)
    traits = mention.label == "vana" or (
        english
        and context.low.endswith("ing", start, context.low.find(" ", start + 1))
        and not context.low.startswith(_LEADING, start)
    )
    driving = context.low.startswith("körvana", mention.start)  # is had by working
    if mention.label == "vana" and mention.years is None and not driving and names_craft(context.low, start, end):
        return True
    # "Erfarenhet från Polisen", "jobbat i Försvarsmakten": where somebody has worked is no tool by its capital.
    names = not _FROM.match(context.low, mention.end, start) and not (
        mention.label == "worked" and _EMPLOYER.match(context.low, start, end)
    )
    return names_tool(context, sentence, start, end, traits=traits, english=english, names=names)


def _is_named_before(low: str, mention: Mention) -> bool:
    """Whether a program stands right before the word ("Azure experience", "DevOps-erfarenhet")."""
    if not low.startswith(("experience", "-erfarenhet"), mention.start - (low[mention.start - 1] == "-")):
        return False
    begin = max(0, mention.start - _BEFORE)
    terms = Terms.load().find(words_of(low, low.rfind("\n", begin, mention.start) + 1 or begin, mention.start))
    return (
        bool(terms)
        and terms[-1].kind == "tool"
        and terms[-1].topic in NAMED_FIRST
        and terms[-1].end + 10 >= mention.start
    )


def names_tool(
    context: Context,
    sentence: Sentence,
    start: int,
    end: int,
    *,
    traits: bool = False,
    english: bool = False,
    names: bool = True,
) -> bool:
    """Whether an object names a tool, a technique or a standard by its first words.

    Parameters
    ----------
    context : Context
    sentence : Sentence
    start, end : int
        The object.
    traits : bool, default False
        Ways of working count too ("van att arbeta strukturerat").
    english : bool, default False
        Capitals alone make no name: English titles are written so.
    names : bool, default True
        Whether a name by its looks counts as well, or only words that are known.
    """
    such = _SUCH_AS.search(context.text, start, min(sentence.end, end + _BEYOND)) if names else None
    if such and not JOINT.search(context.low, start, such.start()):
        return True
    head = _FIRST_WORDS.match(context.low, start, end)
    stop = head.end() if head and (english or not traits) else end
    whole = _JOINED.search(context.low, start, end) is None
    for mark in sentence.marks.get("techniques", ()):
        # The last word says what it is: "kommunens egna administrativa system".
        if (
            (start <= mark.start < stop or (whole and mark.end == end))
            and not _PART_OF_WORK.match(context.low, mark.end)
            and (traits or mark.label == "tool")
        ):
            return True
    if not names or context.text[sentence.start : sentence.end].isupper():
        # "SKA HA STÄDAT KONTOR": where all is in capitals they tell nothing.
        return False
    name = (_CODE if english else _NAME).match(context.text, start, end) or _STANDARD.search(context.text, start, end)
    return bool(name) and not KIND_OF_WORK.search(context.low, start, end)


def with_tools(
    context: Context, sentence: Sentence, mention: Mention, spans: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Alternatives of a length of time: one experience, whichever of the tools ("tre år med Java eller Kotlin").

    Parameters
    ----------
    context : Context
    sentence : Sentence
    mention : Mention
        Experience with its years.
    spans : list of (int, int)
        At least two alternatives.

    Returns
    -------
    list of (int, int)
    """
    first, *others = spans
    # "Five years as a developer in C or Rust"
    role = _AS.search(context.low, mention.end, first[0])
    if not role and not knows_tool(context, sentence, mention, *first):
        return spans
    kept = [first]
    for span in others:
        if knows_tool(context, sentence, mention, *span) and not _ROLE.search(context.low, *span):
            kept[-1] = (kept[-1][0], span[1])
        else:
            kept.append(span)
    return kept


def knows_tool(context: Context, sentence: Sentence, mention: Mention, start: int, end: int) -> bool:
    """Whether one of several things that an experience is of is a tool."""
    # "Three years with Go or Rust": what somebody has worked with is a name, capitals or not.
    english = _in_english(context.low, mention) and not context.low.startswith(" with ", mention.end)
    if english and names_program(context.low, start, end):
        return True
    return names_tool(context, sentence, start, end, english=english)


def unknown_names(context: Context, sentence: Sentence, mention: Mention, judged: Judged) -> Iterator[Found]:
    """Names by their looks that no list knows: "erfarenhet av Zyntrax" asks for the skill.

    Parameters
    ----------
    context : Context
    sentence : Sentence
    mention : Mention
        One that is no kind of work (:func:`is_technique`).
    judged : Judged

    Yields
    ------
    Found
        Rows of skills, unless words that are known tell more.
    """
    start, end = mention.object
    likes = _LIKE_IT.search(context.low, start, end)
    end = likes.start() if likes else end
    known = any(start <= mark.start < end for mark in sentence.marks.get("techniques", ()))
    if known or mention.label == "job" or Terms.load().find(words_of(context.low, start, end)):
        return
    for item in items(context.low, start, end):
        looks = _NAME.match(context.text, item.start, item.end)
        named = looks and looks.group()[0].isupper() and not _OF_SOMEBODY.match(context.text, item.start, item.end)
        if named and len(item.label) >= _SHORTEST_NAME and item.label.count(" ") < _LONGEST_NAME:
            yield Found("skill", item.label, sentence, item.start, item.end, judged)


def names_work(context: Context, sentence: Sentence, start: int, end: int, *, done: bool, names: bool = True) -> bool:
    """Whether an object names work and no tool: something ``done`` ("att stötta kollegor"), or an "industriprojekt".

    A capital makes no name where ``names`` is off ("Planera kurser").
    """
    low = context.low
    work = done or KIND_OF_WORK.search(low, start, end)
    return (
        bool(work)
        and not _MAKING.match(low, start, end)
        and not names_program(low, start, end)
        and not names_tool(context, sentence, start, end, names=names)
    )


def _in_english(low: str, mention: Mention) -> bool:
    """English titles are written in capitals ("Security Operations"), so only codes are names there."""
    said = ("experience", "worked", "background", "previous", "prior", "track")
    counted = mention.length is not None and "year" in low[mention.length.start : mention.length.end]
    return counted or low.startswith(said, mention.start)
