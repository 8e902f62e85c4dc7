"""What the answer to a question says of the strength of what is asked: "Körkort? Ja.", "Formal training? No need."."""

from __future__ import annotations

import re

from matcher.requirements.lexicon import joined
from matcher.requirements.strength.brackets import things
from matcher.requirements.strength.deciding import Judged
from matcher.requirements.text.headings import cue_alone
from matcher.requirements.text.segment import Sentence, is_fragment
from matcher.requirements.text.seldom import Seldom

_WORDS = joined("strength")

# "Ingen erfarenhet? Det gör inget."
_NONE = re.compile(
    r"(?:ingen|inga|inget|saknar du|har du (?:ingen|inga|inget|inte)|är du inte|not an?|no|lack\w*|don.t have)(?!\w)"
)
# "Du har inte körkort? Inga problem!"
LACKS = Seldom(r"(?<!\w)(?:inte|inget|ingen|inga|saknar|not|no|lack|(?:do|have)n.t)(?!\w)")
"""Words that say that something is lacking."""

NO_MATTER = re.compile(rf"(?:det (?:är|går|gör|löser|ordnar|fixar) )?(?:{_WORDS['no_matter']})(?!\w)")
"""How a reply begins that does without it."""

# "Körkort: nej", "Truckkort? Nej tack.", "Driving licence: no."
TOLD_NO = Seldom(
    r"\s?[\[(](?:nej|no)[\])]|(?: \w{1,2})?\)?\s?[:?–-]\s?(?:nej|no|nope|nix|none|none needed|none required|"
    r"ingen|inga|inget|inte nödvändig\w*|inte alls|not necessary|not at all|"
    r"inte heller|heller inte|neither)(?: tack| thanks| thank you|"
    r" inte alls)?(?=\s*(?:[.,;!)\n]|$))"
)
"""A denial right behind a thing."""

# "Van vid kassa? Bra, men vi lär ut."
TOLD_GLAD = Seldom(rf"[^?.!:;]{{0,50}}\?\s(?:ett |extra |a )?(?:{_WORDS['told_glad']})(?!\w)")
"""A reply of gladness behind a thing that is asked about."""

# "Visma: roligt men lär vi ut.", "Svenska: bra."
TOLD_FUN = re.compile(
    r"[^?.!:;]{0,40}:\s(?:(?:kul|roligt|trevligt|gärna|helst|fun|nice|preferably)(?!\w)|(?:bra|good)"
    r"(?=[.;\n]|$| (?:men|fast|but) ))|"
    # "Röjsågskort - bra om.", "CE = jättebra"
    r"[^?.!:;,–=-]{0,30}\s?[–=-]\s(?:(?:jätte|super)?(?:bra|kul|roligt|fint)|trevligt|toppen|kanon|perfekt|good|great|"
    r"nice)(?: om| att ha)?(?=[.,;!\n]|$| men )"
)
"""A word of praise behind a thing that a sign parts from it."""

# "Har du utbildning i försäljning? Grymt, det är ett plus!"
_DO_YOU = re.compile(
    r"(?:har|kan|är|talar|pratar|behärskar) du|(?:do|are|can) you|have you|(?:van|vana|erfarenhet|erfaren|"
    r"tidigare|redan|"
    r"kört|jobbat|arbetat|utbildad|experience|used to)(?!\w)"
)
_GLAD = re.compile(rf"(?:{_WORDS['glad']})(?!\w)")
# "Sommelierutbildning? Då betalar vi mer."
_THEN = re.compile(r"(?:då|så mycket|then) (?:vill|blir|betalar|får|ger|har|är|hamnar|går|börjar|we|you|bättre)(?!\w)")
# "Spetskompetens inom pension? Det är nämligen meriterande!"
_PRAISED = re.compile(
    r"(?:(?:det|detta|it|that) (?:är|ses|räknas|vore|is|would be)(?: \w+){0,2}|(?:en|ett|an?)(?: \w+)?) "
    r"(?:merit|plus|fördel|bonus|advantage)"
)
_EXCLAIMED, _LONGEST_REMARK = 14, 45
_BACK = (("before",), ("both",), ("touching",))
_JUDGE = ("must", "nice", "not_required")
_BESIDE_CUE = 6  # "Det behövs inte!"
_ANSWER = re.compile(
    r"(nej|aldrig|absolut inte|nej då|never|not at all|"
    r"nix|nä|ja|japp|no|nope|yes|inte heller|heller inte|neither)(?=[\s,.!])"
)
_YES = ("ja", "japp", "yes")
# "Har du fyllt 18? Annars kan vi inte anställa dig."
_ELSE_NOT = re.compile(
    r"(?:annars|i så fall inte|om inte|otherwise|if not)(?!\w)[^.;!?]{1,40}? (?:inte|ej|not|can.t|cannot|tyvärr)(?!\w)"
)
# "Formal training? We have met great cooks without it, so it is not a requirement."
NEEDLESS = re.compile(
    # "Svenska? Det ordnar sig."
    r"(?:(?:det|den) (?:ordnar|löser|fixar) (?:sig|vi)|(?:inga|inget) problem|ingen fara|lugnt|kom ändå|sök ändå|"
    r"no problem|no worries|not a problem|don.t worry|(?:come|apply) anyway)(?!\w)|"
    r"[^.!?]{0,120}?(?<!\w)(?:(?:it|this|that) (?:is (?:not|no|never)|isn.t)(?: an?)? (?:requirement|must|required|"
    r"necessary|"
    r"needed)|(?:det|detta) (?:är|krävs|behövs)(?: \w+)? ?(?:inget|inte|ej|ingen)(?: \w+){0,2})(?=[.!,])"
)
"""An answer that says of what is asked that nobody needs it."""


def answer_of(low: str, sentence: Sentence, after: Sentence) -> Judged | None:
    """Tell the strength that the sentence behind a question gives to what is asked.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentence, after : Sentence
        The question and the sentence behind it, scanned with the lexicon ``strength``.

    Returns
    -------
    Judged or None

    Examples
    --------
    >>> low = "behövs körkort? nej, vi cyklar."
    >>> answer_of(low, Sentence(0, 15), Sentence(16, len(low))).necessity
    'not_required'
    """
    lacks = _NONE.match(low, sentence.start) or LACKS.search(sentence.signs, low, sentence.start, sentence.end)
    if lacks and NO_MATTER.match(low, after.start):
        return Judged("not_required", "cue")
    named = is_fragment(low, sentence)
    if named and _THEN.match(low, after.start, after.end):
        return Judged("nice", "cue")
    praised = any(mark.label == "nice" for mark in after.marks.get("strength", ()))
    wished = praised or after.end - after.start <= _EXCLAIMED
    asked = _DO_YOU.match(low, sentence.start) and _GLAD.match(low, after.start)
    if wished and (asked or (praised and named) or _PRAISED.match(low, after.start)):
        return Judged("nice", "cue")
    answer = _ANSWER.match(low, after.start)
    if answer is None:
        if _ELSE_NOT.match(low, after.start, after.end):
            return Judged("must", "cue")
        needless = named and NEEDLESS.match(low, after.start, after.end)
        return Judged("not_required", "cue") if needless else _by_cue(after)
    if answer.group(1) in _YES and any(m.label == "not_required" for m in sentence.marks.get("strength", ())):
        return Judged("not_required", "cue")  # "Kan man söka utan truckkort? Ja."
    if praised or (answer.group(1) in _YES and any(m.label == "nice" for m in sentence.marks.get("strength", ()))):
        # "Är truckkort bra? Ja.", "Krävs truckkort? Nej, men det är ett plus."
        return Judged("nice", "cue")
    return Judged("must" if answer.group(1) in _YES else "not_required", "cue")


def answered_within(low: str, sentence: Sentence, end: int) -> Judged | None:
    """Tell the strength that an answer gives to a question of its own sentence ("Krävs ADR? Nej, men det är bra.").

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentence : Sentence
        Scanned with the lexicon ``strength``.
    end : int
        Where what is asked for ends.

    Returns
    -------
    Judged or None
    """
    asked = low.find("? ", end, sentence.end)
    replies = (_ANSWER, _ELSE_NOT, _PRAISED, _THEN)
    if asked < 0 or not any(reply.match(low, asked + 2, sentence.end) for reply in replies):
        return None
    cues = sentence.marks.get("strength", [])
    parts = [
        Sentence(start, stop, {"strength": [cue for cue in cues if start <= cue.start and cue.end <= stop]})
        for start, stop in ((sentence.start, asked + 1), (asked + 2, sentence.end))
    ]
    return answer_of(low, *parts)


def remark_of(low: str, sentence: Sentence) -> Judged | None:
    """Tell the strength that a sentence of a cue alone gives to what stands before it ("Truckkort. Inget måste.").

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentence : Sentence
        What stands before it, in a block.

    Returns
    -------
    Judged or None
    """
    if sentence.block is None or any(cue.label in _JUDGE for cue in sentence.marks.get("strength", ())):
        return None
    beside = sentence.block.sentences
    place = sentence.number - beside[0].number + 1
    after = beside[place] if place < len(beside) else None
    if after is None or after.end - after.start > _LONGEST_REMARK or any(True for _ in things(after)):
        return None
    if ":" in low[after.start : after.end]:
        return None  # "Meriterande: BE." heads what it names.
    if any(cue.label == "not_required" and cue.more[:1] not in _BACK for cue in after.marks.get("strength", ())):
        return None  # "Ingen examen krävs." speaks of what it names itself, "Vi lär upp dig." of the work.
    said = cue_alone(low, after)
    return Judged(said, "cue") if said else None


def _by_cue(after: Sentence) -> Judged | None:
    """Strength that an answer gives which is a cue and nothing more ("Erfarenhet av disk? Behövs inte.")."""
    for cue in after.marks.get("strength", ()):
        whole = cue.start - after.start <= _BESIDE_CUE and after.end - cue.end <= _BESIDE_CUE
        if whole and cue.label in ("must", "not_required"):
            return Judged("must" if cue.label == "must" else "not_required", "cue")
    return None
