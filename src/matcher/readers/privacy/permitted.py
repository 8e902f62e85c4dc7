"""The fact that stands beside what must not survive: "nattarbete pga astma", "en 40-årig man med truckkort"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matcher.patterns import late
from matcher.readers.lexicon import joined
from matcher.readers.privacy.beside import facts_beside, is_of_other, names_thing, tells_fact
from matcher.readers.privacy.others import is_of_others
from matcher.readers.privacy.ownwords import MOST_WORDS, is_about_more, reason_of_words, without_attribute
from matcher.readers.privacy.protected import is_nothing_else, reason_to_drop

_WORDS = joined("permitted")

# What ties a permitted fact to its reason: "ingen natt på grund av ...", "har ... så helst dagtid".
_BECAUSE = late(rf"[\s,(–-]{{0,40}}(?<!\w)(?:{_WORDS['because']})(?!\w)\s*", re.IGNORECASE)

_SO = late(
    r"[\s,]{1,40}(?:(?:så|därför|varför|och (?:vill|kan|söker)|so|therefore|hence)(?!\w)\s+"
    r"|(?=(?:kan|vill) (?:inte|ej|bara|inga) (?:jobba|arbeta|ha|jobb)(?!\w)))",
    re.IGNORECASE,
)
_WISH = late(rf"(?<!\w)(?:{_WORDS['wish']})(?!\w)", re.IGNORECASE)
_NOT = late(r"(?:inte|ej|not)(?!\w)", re.IGNORECASE)
# Beside a reason of health such a remark is part of it.
_OF_THE_BODY = late(rf"(?<!\w)(?:{_WORDS['of_the_body']})(?!\w)", re.IGNORECASE)
_WHOLE = frozenset(("contact", "identity number"))
_INTRODUCED = late(r"^\s*(?:(?:jag|hon|han|hen) heter|my name is|i am called)(?!\w)", re.IGNORECASE)
# "Maken kan bara jobba dagtid" is nothing about the person; "pappa till två och svetsare" is.
_DOES = late(
    r"\W*(?:\w+ )?\w+ (?:kan|vill|ska|får|måste|jobbar|arbetar|kör|can|wants?|works?|drives?|must|has to)(?!\w)",
    re.IGNORECASE,
)
# "Har inte jobbat sedan 2019" has no reason in it.
_SINCE = frozenset(("unemployment", "permit"))
_TIME = late(r"\W*(?:sedan|efter|när|since|after|when)\W*", re.IGNORECASE)


def permitted_part(clause: str, reason: str) -> str:
    """Give the fact that a clause ties to a protected reason: the reason goes, a wish or a job stays.

    Parameters
    ----------
    clause : str
        One that must not survive as a whole.
    reason : str
        Why; contact details and identity numbers leave nothing.

    Returns
    -------
    str
        ``""`` where nothing of it may stay. What somebody's body can or cannot do is part of the reason.

    Examples
    --------
    >>> permitted_part("nattarbete pga astma", "health"), permitted_part("har småbarn så helst dagtid", "family")
    ('nattarbete', 'helst dagtid')
    >>> permitted_part("på grund av ryggont inga tunga lyft", "health"), permitted_part("har ont i ryggen", "health")
    ('inga tunga lyft', '')
    >>> permitted_part("gift tvåbarnsmamma med B-körkort", "family"), permitted_part("bagare hos sin bror", "family")
    ('B-körkort', 'bagare')
    """
    if (reason in _WHOLE and not _INTRODUCED.search(clause)) or (_DOES.match(clause) and is_of_others(clause)):
        return ""
    if is_nothing_else(clause):
        return ""
    rest = " ".join(_UNTAXED.sub("", _FAITH.sub("", _KIN.sub(" ", _OF_KIN.sub(r" \1 ", f" {clause}")))).split())
    if rest != clause.strip() and is_about_more(rest) and not _NAME.fullmatch(rest) and reason_to_drop(rest) is None:
        return rest
    clause = _OF_KIN.sub(r" \1 ", f" {clause}").strip()  # whose the place was is no part of what is told beside it
    for match in _ends(_BECAUSE.finditer(clause)):
        head, tail = clause[: match.start()], clause[match.end() :]
        if reason in _SINCE and _TIME.fullmatch(match.group()):
            continue
        if re.search(r"\w{2}", head) and reason_to_drop(head) is None:
            told = (is_about_more(head) and names_thing(head)) or _WISH.search(head)
            return head.strip(" ,(–-") if told and not _OF_THE_BODY.search(head) else ""
        wish = _WISH.search(tail)
        if not re.search(r"\w", head) and wish and wish.start() and reason_to_drop(tail[wish.start() :]) is None:
            return "" if _OF_THE_BODY.search(tail[wish.start() :]) else tail[wish.start() :].strip()
    for match in _SO.finditer(clause):
        rest = clause[match.end() :].strip()
        body = _OF_THE_BODY.search(clause, match.start())
        if reason_to_drop(rest) is None and not body and (tells_fact(rest) or not _NOT.match(rest)):
            return rest

    def at_fault(part: str) -> bool:
        return reason_to_drop(part) is not None or (reason == "health" and _OF_THE_BODY.search(part) is not None)

    return facts_beside(clause, at_fault) or _told_beside(clause)


# With whom, or where, something was done: "bagare hos sin bror i Aleppo", "sydde åt mina syskon".
_KIN = late(
    r"\s(?:nära|intill|near) (?:\w+ )?(?:barnens|barnets|sonens|dotterns|sambons|makens"
    r"|(?:my|the|his|her) \w+['’]s?) \w+"
    r"|\s(?:tillsammans |ihop |together )?(?:med|with) (?:hela |the whole |min |my )?(?:familjen|family)(?!\w)"
    # "Hjälpte sin farbror i butiken": whom goes, where stays
    r"|(?:(?<=hjälpte)|(?<=hjälpt)|(?<=hjälper)|(?<=helped)|(?<=helping)|(?<=assisted)) (?:till |out )?(?:sin|sitt|sina"
    r"|min|mitt|mina|his|her|my|their) (?:\w+ )?(?:mamma|pappa|mor|far|föräldrar|syster|bror|bröder|syskon|man|fru"
    r"|morfar|farfar|mormor|farmor|kusin|farbror|morbror|moster|faster|svåger|släkting\w*|brothers?|sisters?|cousins?"
    r"|uncle|aunt|parents|father|mother|husband|wife)(?= (?:i|på|med att|in|at|with)(?!\w))"
    r"|\s(?:hos|med|till) (?:dottern|sonen|brodern|systern|kusinen|svågern|mannen|frun|sambon"
    r"|föräldrarna|släkten)(?!\w)"
    r"|\s(?:hos|med|åt|till|för|with|for|at|by) (?:sin|sitt|sina|min|mitt|mina|hans|hennes|deras|his|her|my|their) "
    r"(?:\w+ )?(?:mamma|pappa|mor|far|föräldrar|syster|systrar|bror|bröder|syskon|make|maka|man|fru|hustru|sambo|morfar"
    r"|farfar|mormor|farmor|kusin|farbror|morbror|svåger|släkt\w*|familj|brothers?|sisters?|cousins?|uncle|aunt|parents"
    r"|father|mother|wife|husband|family|mum|dad)(?!\w)"
    r"(?:,? (?:som|who) (?:är|var|har|hade|kör|körde|bor|äger|driver|drev|jobbar|arbetar"
    r"|is|was|has|owns|runs|drives|works|lives) [^,.;()]*)?",
    re.IGNORECASE,
)
# Whose it was: "i sin pappas verkstad", "in my uncle's shop".
_OF_KIN = late(
    r"\s(i|på|in|at) (?:(?:sin|sitt|min|mitt|hans|hennes|deras|his|her|my|their) )?(?:mammas|pappas"
    r"|(?:svär)?mors|(?:svär)?fars"
    r"|föräldrars|systers|brors|syskons|makes|makas|mans|frus|morfars|farfars|mormors|farmors|kusins|farbrors|morbrors"
    r"|svågers|släktings|(?:bror|syster|kusin|farbror|morbror|svåger) (?-i:[A-ZÅÄÖ])\w+s|familjens|släktens"
    r"|(?:brother|sister|cousin|uncle|aunt|father|mother|wife|husband|dad|mum|family)['’]s|parents['’])\s+(?=\w)",
    re.IGNORECASE,
)
# The faith of a school or a house is no more than that of who worked there.
_FAITH = late(rf"(?<!\w)(?:{_WORDS['before_faith']})\s+(?=\w*(?:{_WORDS['faith']}))", re.IGNORECASE)
# "Jobbade svart på byggen": what was done is no offence.
_UNTAXED = late(r"(?<=\w)\s+svart(?=\s+(?:på|i|inom|hos|med|som|åt|\d))", re.IGNORECASE)
_JOINS = late(r"\s+(?:och|samt|men|med|and|but|with|with an?|med ett|med en)\s+", re.IGNORECASE)


# Nothing but words with capitals is a name ("gravid Ada"), unless it is "B-körkort", "CE-chaufför" or "YKB".
_NAME = late(r"(?!(?:[A-ZÅÄÖ]{1,4}\d?-[a-zåäö]|(?:YKB|ADR|HLR|ID06)\b))(?:[A-ZÅÄÖ][\w'’.-]*(?:\s+|$))+")


_SPEAKS = late(r"(?:talar|pratar|speaks?|talks?)", re.IGNORECASE)


def _ends(matches: Iterator[re.Match[str]]) -> tuple[re.Match[str], ...]:
    """Keep the first and the last: both sides of the others have too many words to tell of a person alone."""
    found = tuple(matches)
    return found[:MOST_WORDS] + found[MOST_WORDS:][-MOST_WORDS:]


def _sides(clause: str) -> Iterator[tuple[str, str]]:
    """Give both sides of each joining word, each as one's own and as the other."""
    for match in _ends(_JOINS.finditer(clause)):
        sides = clause[: match.start()].strip(), clause[match.end() :].strip()
        yield sides
        yield sides[::-1]


def _told_beside(clause: str) -> str:
    """Keep what stands on the other side of a joining word, or behind words about the person: "muslimsk kock"."""
    for own, other in _sides(clause):
        # "läs- och skrivsvårigheter" is one thing.
        if (
            reason_of_words(own)
            and not (is_of_other(own) and clause.lstrip().startswith(own))
            and is_about_more(other)
            and names_thing(other)
            and not _NAME.fullmatch(other)
            and not _SPEAKS.fullmatch(other)
            and "-" not in (own[-1:], other[-1:])
            and not _OF_THE_BODY.search(other)
        ):
            return other if reason_to_drop(other) is None else ""
    rest = without_attribute(clause)
    plain = rest != clause and is_about_more(rest) and not _NAME.fullmatch(rest) and reason_to_drop(rest) is None
    return rest if plain and not _OF_THE_BODY.search(rest) else ""


def told_apart(clause: str) -> tuple[str, str]:
    """Part words about the person from the fact that they are joined to.

    Returns
    -------
    (str, str)
        The fact and why the rest goes; the whole clause and ``""`` where nothing goes.

    Examples
    --------
    >>> told_apart("en 40-årig man med truckkort"), told_apart("helgjobb när exfrun har barnen")
    (('truckkort', 'age'), ('helgjobb', 'family'))
    """
    plain = without_attribute(_WHO.sub("", clause))
    if plain != clause:
        return plain, "sex"
    for match in _ends(_BECAUSE.finditer(clause)):
        reason = reason_to_drop(clause[match.end() :])
        if reason and is_about_more(clause[: match.start()]):
            return clause[: match.start()].strip(" ,(–-"), reason
    for own, other in _sides(clause):
        if (
            clause.lstrip().startswith(own)
            and is_about_more(other)
            and (reason := reason_of_words(own))
            and (_ONE.search(own) or (own.isalpha() and reason in _OF_A_PERSON))
        ):
            return other, reason
    rest = facts_beside(clause, lambda part: bool(_IS.match(part) and reason_of_words(part)))
    return (rest, "circumstances") if rest else (clause, "")


_IS = late(r"(?:(?:jag|hon|han|hen|i|she|he) )?(?:är|var|har|hade|am|is|was|i['’]m)(?!\w)", re.IGNORECASE)
_WHO = late(
    r"^\s*(?:en |an? )?(?:\w+ )?(?:tjej|kille|kvinna|man|dam|herre|grabb|girl|guy|woman|man|lady) (?:som|who) (?=\w)",
    re.IGNORECASE,
)
# "kommunist med truckkort", not "skägg och rakning".
_OF_A_PERSON = frozenset(("sex", "politics", "religion", "orientation"))
# One person, not those that somebody works with: "kontakt med föräldrar", "kvinnor och barn i grupp".
_ONE = late(rf"(?<!\w)(?:{_WORDS['one']})(?!\w)", re.IGNORECASE)
