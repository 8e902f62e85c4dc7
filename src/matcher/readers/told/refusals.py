"""Work that somebody does not want, told in a sentence: "Helst inte kassa", "telephone sales is not for me"."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.readers.cells.clocktimes import Time
from matcher.readers.cells.plans import ANY_WORK, read_not_wanted, without_reason
from matcher.readers.cells.titles import labels_of
from matcher.readers.cells.tongues import find_languages
from matcher.readers.cells.workplaces import is_work
from matcher.readers.cells.worktime import refused_times
from matcher.readers.lexicon import joined
from matcher.taxonomy.facts.certificates import find_certificates
from matcher.taxonomy.wording import fold

_SAID = joined("refusals")

_TO = (
    r"(?:to |att )?(?:(?:go|going|gå) back to |(?:gå )?tillbaka till |return(?:ing)? to |continue (?:with|in|as) "
    r"|fortsätta (?:med|som|inom) |(?:keep|stay) (?:in|on) )?"
    r"(?:(?:arbeta|jobba|hålla på|work|working) (?:med|i|på|inom|som|with|in|as|at) |(?:ha|få|bli|do|doing|be|have"
    r"|take) )?"
    r"(?:an? |any |more |mer |fler |något |någon )*"
)
_LEADS = late(
    r"(?<!\w)(?:(?:vill (?:helst )?(?:inte|ej)|helst inte|undviker|undanber(?: mig| sig)?|avböjer|vägrar|refuses?"
    r"|(?:absolut|definitivt|verkligen|absolutely|definitely) (?:inte|ej|inget|inga|not|no)|aldrig mer(?: i| på"
    r"| med)?"
    r"|(?:nej|says no|said no)(?: tack)? (?:till|to)(?: alla| fler| mer| all| any)?"
    # "Allt går bra utom disk", "any job except cleaning": of several things each may be work or a time.
    rf"|(?P<but>(?:{ANY_WORK}|var som helst|vad)(?: (?:är ok(?:ej)?|går bra|funkar|is ok(?:ay)?|is fine))?,?"
    r" (?:utom|förutom|(?:men|bara) (?:inte|ej)|med undantag (?:för|av)|but(?: not)?|except(?: for)?))"
    r"|kan (?:inte|ej) tänka (?:sig|mig)(?: att)?|trött på(?: att)?|(?:is |am )?tired of|(?:vill )?(?:bort|ifrån"
    r"|komma bort) från"
    r"|vill (?:(?:gärna|helst|hellre) )?(?:undvika|slippa)|avstår(?: från)?|(?:inte|ej) (?:intresserad av|ute efter)"
    r"|(?:would|\w*['’]d) (?:rather|prefer) not|preferably not|(?:do|does)(?: not|n['’]t) want|would(?: not"
    r"|n['’]t) (?:like|want)"
    r"|(?:not|n['’]t) (?:interested in|looking for|keen on|open to|seeking))"
    rf"|(?:^|(?<=[.;(,]))\s*(?P<no>inte|inga|inget(?= mer| med)|ingenting(?= med)|ingen|ej|not|no|nothing(?= with)))"
    rf"\s+{_TO}(?P<what>[^\W\d_][^.;()\n]{{2,80}})",
    re.IGNORECASE,
)
# "... dock inte nattpass och inga tunga lyft"
_NOR = late(
    r"(?<!\w)(?:inte|ej|inga) \w+ (?:och|eller|samt) (?P<no>inga) (?P<what>[^\W\d_][^.;()\n]{2,80})", re.IGNORECASE
)
# "Hemtjänst vill hon inte ha", "lager är inte aktuellt", "telephone sales doesn't interest me"
_TAILS = late(
    rf"(?:^|[.;,]\s*|\s(?:men|but)\s)(?P<what>[^\W\d_][^.;,()\n]{{2,40}}?),? (?:{_SAID['tails']})", re.IGNORECASE
)
_NO_WORK = late(rf"(?<!\w)(?:{_SAID['no_work']})(?!\w)", re.IGNORECASE)
# "vill inte ha med det", "no, that is fine": what is refused is no work.
_NO_THING = late(rf"(?:ha )?(?:med )?(?:{_SAID['no_thing']})(?!\w)", re.IGNORECASE)
# "ej svenskt" (a licence), "ej öppen": such a word tells how something is.
_OF_SOMETHING = late(r"\w+skt|öppe[nt]|klart?|färdigt?|säkert?", re.IGNORECASE)
# "Ingen formell skola", "no degree": what somebody has not got.
_NOT_HAD = late(rf"(?<!\w)(?:(?:{_SAID['not_had']})(?!\w))", re.IGNORECASE)
_BEFORE = late(rf"^(?:{_SAID['before']})\s+", re.IGNORECASE)
_BEHIND = late(
    r",\s+(?:och|men|and|but|for|för|annars|otherwise|i övrigt)\s.*"
    r"|\s+(?:och|men|and|but)\s+(?:kan|vill|är|har|jag|hon|han|can|wants?|i|she"
    r"|he)\s.*"
    r"|\s+(?:går bra|är ok(?:ej)?|funkar|(?:is|are) (?:fine|ok(?:ay)?))$"
    r"|,? (?:please|tack|any ?more|any longer|längre|igen|again|mer)$",
    re.IGNORECASE,
)
_WHO = late(r"(?:jag|hon|han|hen|deltagaren|det|he|she|they|it)(?: själv)?", re.IGNORECASE)
_OR = late(r"\s+(?:och|eller|and|or)\s+(?:inga?\s+|inte\s+)?")
_MOST_WORDS = 6


def _is_lacking(what: str, before: str) -> bool:
    """Whether "ej X" says that somebody has not X: a paper, a tool, one more in a list of cards."""
    if _OF_SOMETHING.fullmatch(what) or _NOT_HAD.search(what):
        return True
    of_tool = what[0].isupper() and (what.isupper() or fold(what) in labels_of("skill"))
    return not is_work(what) and bool(of_tool or find_certificates(what) or find_certificates(before))


def before_exception(sentence: str) -> str | None:
    """Give what a sentence says before it takes work of every kind but some, which are no wishes.

    Returns
    -------
    str or None
        ``None`` where it makes no exception.

    Examples
    --------
    >>> before_exception("Gärna kök, allt utom städ"), before_exception("allt inom städ")
    ('Gärna kök', None)
    """
    heads = (sentence[: match.start()].strip(" ,") for match in _LEADS.finditer(sentence) if match["but"])
    return next(heads, None)


def excepted_times(sentence: str) -> list[Time]:
    """Read the times that a sentence leaves out of work of every kind.

    Examples
    --------
    >>> excepted_times("allt utom disk och natt"), excepted_times("disk och natt")
    (['night'], [])
    """
    excepted = (_BEHIND.sub("", match["what"].strip()) for match in _LEADS.finditer(sentence) if match["but"])
    return [time for what in excepted for item in _OR.split(what) for time in refused_times(item.strip(" .!"))]


def refused_work(sentence: str) -> list[str]:
    """Read the work that a sentence refuses; times of day and papers that are lacking are none.

    Parameters
    ----------
    sentence : str

    Returns
    -------
    list of str

    Examples
    --------
    >>> refused_work("Helst inte kassa eller lager."), refused_work("Telephone sales doesn't interest me")
    (['kassaarbete', 'lager'], ['Telephone sales'])
    >>> refused_work("I would rather not go back to kitchen work, and I rest on Sundays."), refused_work("Inga helger.")
    (['kitchen work'], [])
    >>> refused_work("Kan tänka sig allt utom natt och disk")
    ['disk']
    """
    found: list[str] = []
    sentence = without_reason(sentence)
    for match in (*_LEADS.finditer(sentence), *_NOR.finditer(sentence), *_TAILS.finditer(sentence)):
        what = match["what"].split(",")[0] if match.groupdict().get("no") else match["what"]
        what = _BEHIND.sub("", _BEHIND.sub("", what.strip()))
        if match.groupdict().get("but"):
            what = " och ".join(_BEFORE.sub("", item) for item in _OR.split(what) if not _NO_WORK.search(item))
        if (
            not what
            or _NO_WORK.search(what)
            or find_languages(what)
            or _WHO.fullmatch(what)
            or len(what.split()) > _MOST_WORDS
            or _NO_THING.match(what)
            or (match.groupdict().get("no") and _is_lacking(what, sentence[: match.start()]))
        ):
            continue
        items = (item for part in _OR.split(_BEFORE.sub("", what)) for item in read_not_wanted(part))
        found += [item for item in items if not refused_times(item)]
    return list(dict.fromkeys(found))
