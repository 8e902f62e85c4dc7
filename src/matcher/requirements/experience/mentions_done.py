"""Experience that only a verb tells: "har du sminkat förut", "du har varit kock i minst två år"."""

from __future__ import annotations

import re

from matcher.requirements.lexicon import joined
from matcher.requirements.text.segment import DEMANDS, Sentence

_WORDS = joined("experience")

_BEFORE = re.compile(rf"(?<!\w)(?:{_WORDS['before']})(?!\w)")
# "Skrivit", "koordinerat", "lett", "anlagt": what somebody has done; other words on -t are not told by their ends.
_SUPINE = (
    r"(?:varit med om att \w+|\w{3,}(?:at|it|yckt|ört|olt)|\w*(?:byggt|lagt(?! märke)|lett|mött|skött|sålt|sytt|styrt|"
    r"löst|köpt|hjälpt|lärt)|gjort)"
)
_ADVERBS = r"(?:(?:tidigare|redan|aldrig|någon gång|också|även|ha|gärna|helst|själv|dessutom|någonsin|varit med och) )*"
_DONE = re.compile(
    rf"(?<!\w)(?:har|du|ha|att|inte|som)\s(?:du\s)?{_ADVERBS}({_SUPINE})(?!\w)|"
    r"(?<!\w)(?:you|have|ve|has)\s(?:ever |already |previously |also )?([a-z]{3,}ed)(?!\w)(?! (?:in|to|by)(?!\w))"
)
_NOT = re.compile(r"(?<!\w)(?:inte|ej|aldrig|not|never|n.t)(?!\w)")
_NO_DOING = re.compile(_WORDS["no_doing"])
# "Har du varit vaktmästare tidigare", "du har varit kock i minst två år"
_BEEN = re.compile(
    r"(?<!\w)(?:du|har|ha|som)\s(?:har |själv |tidigare |dessutom |även |också |redan )?"
    r"(varit)(?= (?!(?:med|här|hos|utan|i|på|inom|fri)(?!\w)|"
    r"borta|sjuk(?!sk|gy|vå)|frisk|ledig|arbetslös|arbetssök|föräldraledig|hemma|utomlands|bosatt|folkbok|anställ|inskriv|skriv)"
    r"(?:\w+ )?(?!minst |över |tidigare )\w{4,} (?:eller \w{4,} )?"
    r"(?:tidigare|förut|förr|(?:i |under )?(?:minst |över |mer än )?(?:\d\d?|ett|två|tre|fyra|fem|flera|några|"
    r"ett par|många) (?:år|säsong\w*))(?!\w))|"
    r"(?<!\w)(?:you|have|ve) (been)(?= an? (?:\w+ )?\w{4,} (?:before|for (?:at least |over )?[\w-]+ years?)(?!\w))"
)
# "Meriterande om du har ritat kök", "an advantage if you have planned events"
_IF_YOU_HAVE = re.compile(
    r"(?<!\w)(?:(?:om|att) du (?:\w+ )?har|du har gärna|du gärna har|if you(?:'ve|’ve| have)|to have) |"
    r"(?<!\w)(?:den|de) som "
)
_ALIKE = re.compile(r" (?:liknande|motsvarande) \w")
# "Du har lett team", "har koordinerat möten" among demands
_PLAINLY = re.compile(
    rf"(?:(?:du|konsulten|kandidaten) )?(?:ska ha|har) {_ADVERBS}({_SUPINE})(?= (?!dig|er|sig|din|dina|(?:en |ett )?"
    r"(?:\w+ )?(?:vana|kunskap\w*|kompetens\w*)(?!\w))\w)"
)
NOTHING_DONE = re.compile(
    r" ?(?:en |ett |a |an )?(?:\w+ )?(?:känsla|förmåga|intresse|förståelse|blick|öga|"
    r"feeling|sense|ability|interest)(?!\w)|"
    r"(?:(?:över|om|på|av|med|i|åt) )?(?:(?:någon|något|några|one|some|any) (?:av|of) )?(?:av )?(?:dem|dom|det|"
    r"den|oss|mig|dig|"
    r"dessa|them|it|these|us)(?!\w)"
)
"""What is no work that one has done: a thing named before ("har du jobbat i något av dem"), a trait ("… en känsla")."""


def verb_done(low: str, sentence: Sentence, *, welcome: bool = False) -> tuple[int, int] | None:
    """Find the verb of what somebody is asked to have done before, whichever it is.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentence : Sentence
    welcome : bool, optional
        Whether it wishes for what somebody has done; then it need not say that this was before.

    Returns
    -------
    (int, int) or None

    Examples
    --------
    >>> low = "har du odlat grönsaker tidigare"
    >>> start, end = verb_done(low, Sentence(0, len(low)))
    >>> low[start:end]
    'odlat'
    """
    if "varit" in low[sentence.start : sentence.end] or "been" in low[sentence.start : sentence.end]:
        been = _BEEN.search(low, sentence.start, sentence.end)
        if been:
            return been.span(been.lastindex or 0)
    if not (welcome or _BEFORE.search(low, sentence.start, sentence.end)):
        plainly = _PLAINLY.match(low, sentence.start, sentence.end) if sentence.section in DEMANDS else None
        empty = plainly and (_NO_DOING.fullmatch(plainly[1]) or NOTHING_DONE.match(low, plainly.end() + 1))
        return plainly.span(1) if plainly and not empty else None
    done = _DONE.search(low, sentence.start, sentence.end)
    # "Du behöver inte ha gjort det här förut": needless, whatever it is.
    points = done and (
        (done[1] == "gjort" and not _ALIKE.match(low, done.end())) or NOTHING_DONE.match(low, done.end() + 1)
    )
    if (
        done is None
        or (points and not _NOT.search(low, sentence.start, done.end()))
        or _NO_DOING.fullmatch(done[1] or done[2])
    ):
        return None
    return done.span(done.lastindex or 0)


def is_welcome(low: str, sentence: Sentence) -> bool:
    """Whether a sentence wishes for what somebody has done ("Har du stått i ett pizzakök är det toppen").

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentence : Sentence
        Scanned with the lexicon ``strength``.

    Returns
    -------
    bool

    Examples
    --------
    >>> from matcher.taxonomy.scanning.phrasebook import Mark
    >>> low = "meriterande om du har ritat kök"
    >>> is_welcome(low, Sentence(0, len(low), {"strength": [Mark("nice", 0, 11)]}))
    True
    """
    if sentence.section != "nice" and not any(cue.label == "nice" for cue in sentence.marks.get("strength", ())):
        return False
    return low.startswith("har du ", sentence.start) or bool(_IF_YOU_HAVE.search(low, sentence.start, sentence.end))
