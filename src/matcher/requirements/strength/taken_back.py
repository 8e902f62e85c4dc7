"""Demands that the next sentence takes back: "Truckkort är ett krav. Det går dock att lära sig på plats."."""

from __future__ import annotations

import re

from matcher.requirements.strength.brackets import things
from matcher.requirements.text.segment import Sentence
from matcher.requirements.text.seldom import Seldom

_IT = r"(?:det|den|detta|ett|en|sådant|kortet|körkortet|kursen|utbildningen|beviset|intyget|certifikatet|behörigheten)"
_HELP = (
    r"(?:ordnar|fixar|löser|bekostar|betalar|hjälper|utbildar|lär|står|skickar|anmäler|ser|bokar|kan|får|går|tar|läser|"
    r"gör)"
)
_HERE = r"(?:hos oss|på plats|här|genom oss|via oss|av oss|på jobbet|under \w+|efter \w+|senare|i efterhand|vid start)"
_WE = r"(?:we|we.ll|you|you.ll|training)"
_TAKES_BACK = Seldom(
    # "Saknar du det ordnar vi utbildningen.", "Har du inte det så får du gå kursen hos oss."
    rf"(?:men |annars |och )?(?:saknar (?:du|ni)|har (?:du|ni) (?:inte|ej|inget|ingen)|"
    rf"om (?:du|ni) (?:saknar|inte har))"
    rf"(?: (?:redan|ännu))?(?: {_IT})?(?: (?:än|ännu|idag|i dag|ändå|redan))?(?:,? så)?,? {_HELP} (?:vi|du|ni)(?!\w)"
    rf"(?! (?:inte|ej|tyvärr))|"
    # "Det går dock att lära sig på plats.", "Kortet kan du ta hos oss."
    rf"(?:men |fast )?{_IT} (?:går|kan)(?: \w+){{0,3}}? (?:lära sig|läras|tas|ta|gå|gås|skaffa|skaffas|ordna|ordnas|"
    rf"fixa|fixas|läsa|läsas|avlägga|få|fås)(?: \w+){{0,2}}? {_HERE}(?!\w)|"
    # "Kursen betalar vi om du saknar det.", "Vi ordnar utbildningen om du inte har den."
    rf"(?:{_IT} {_HELP} vi|vi {_HELP})(?: [\w-]+){{0,4}}?,? (?:om (?:du|ni) (?:saknar|inte har)|för (?:dig|den) som "
    rf"(?:saknar|inte har))(?!\w)|"
    # "If you don't have one, we will train you.", "We can train you if you lack it."
    rf"(?:but )?if you (?:(?:do not|don.t)(?: yet)? have|lack)(?: (?:it|one|this|that|them))?(?: yet)?,? {_WE} "
    rf"(?!cannot|can.t|can not|will not|won.t)(?:\w+ )?(?:train|teach|arrange|help|pay|get|take|sort|provide|send|is|"
    rf"will)(?!\w)|"
    # "If you have not, you are still welcome to apply."
    rf"(?:but )?if you (?:(?:do not|don.t|have not|haven.t)(?: yet)?(?: have| got)?|lack)"
    rf"(?: (?:it|one|this|that|done so))?(?:,? but [^,.;]{{3,50}})?,? "
    rf"(?:you(?: are|.re) (?:still |also |just as |very )?welcome|apply (?:anyway|all the same))(?!\w)|"
    rf"we (?:can |will |.ll )?(?:train|teach|arrange|help|pay|sort|provide|send)"
    rf"(?: \w+){{0,4}}? if you (?:lack|"
    rf"(?:do not|don.t)(?: yet)? have)(?!\w)"
)
# "Lärarlegitimation krävs. Även obehöriga kan söka."
_UNLICENSED = Seldom(
    r"(?:(?:även|också|men) )*(?:obehörig\w*|den som är obehörig|du som (?:är obehörig|ännu inte är legitimerad))"
    r"(?: (?:sökande|lärare|förskollärare|kandidater))?(?: (?:\w+ )?)?(?:kan|är|får|välkomnas|beaktas)"
    r"(?! (?:inte|ej|tyvärr))(?!\w)|"
    r"(?:men )?vi (?:tar|välkomnar|ser|behandlar)(?: (?:även|också|gärna|positivt|emot|på|ansökningar|sökande|från))*"
    r" (?:dig som är )?obehörig"
)
# "Söker du som redan har YKB? Då börjar du direkt."
_QUICKER = Seldom(
    r"då (?:börjar|startar|slipper|kan|får) du (?:\w+ )?(?:direkt|med en gång|genast|kursen|utbildningen)"
)
_MEANS = re.compile(r"(?:intern\w* |the |a |en )?(?:utbildning|kurs|training|course|certificate|licence)")
_LONGEST = 120


def is_taken_back(low: str, sentence: Sentence) -> bool:
    """Whether the sentence behind a demand for one thing, or its own last part, says that it can be had there.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentence : Sentence
        The demand, in a block.

    Returns
    -------
    bool

    Examples
    --------
    >>> from matcher.records import JobAd
    >>> from matcher.requirements import read_requirements
    >>> said = "Truckkort krävs. {} det ordnar vi utbildning.", "Truckkort krävs. {} körkort ordnar vi skjuts."
    >>> ads = [JobAd(id="a", headline="Jobb", text=text.format("Saknar du")) for text in said]
    >>> [read_requirements(ad)[0].necessity for ad in ads]
    ['nice', 'must']
    """
    if sentence.block is None or not sentence.block.sentences:
        return False
    apart = low.find("; ", sentence.start, sentence.end)
    if apart >= 0 and _TAKES_BACK.match(sentence.signs, low, apart + 2, sentence.end):
        return not any(thing.start > apart for thing in things(sentence) if thing.label != "done")
    beside = sentence.block.sentences
    place = sentence.number - beside[0].number + 1
    after = beside[place] if place < len(beside) else None
    if after is None or after.end - after.start > _LONGEST:
        return False
    if "licensing" in sentence.marks and _UNLICENSED.match(after.signs, low, after.start, after.end):
        return True
    if low[sentence.start : sentence.end].rstrip().endswith("?") and _QUICKER.match(
        after.signs, low, after.start, after.end
    ):
        return True
    if not _TAKES_BACK.match(after.signs, low, after.start, after.end):
        return False
    # "… ordnar vi utbildningen" names no other thing.
    named = (mark for mark in things(after) if not _MEANS.match(low, mark.start, mark.end))
    return len({mark.label for mark in things(sentence)}) == 1 and next(named, None) is None
