"""How notes are clipped and spoken: signs and words written out, long runs without a stop parted in sentences."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.readers.cells.licenceclasses import joined_trailers
from matcher.readers.cells.places import city_as_written
from matcher.readers.cells.shortforms import spelled_out
from matcher.readers.texts.formlabels import kind_of_label
from matcher.taxonomy.facts.countries import country_code
from matcher.taxonomy.facts.municipalities import municipality

_SLASH = late(r"\s+[/|]\s+")
_LABEL = late(r"[^\W\d_][^:|/\n]{1,30}:\s")
_CLOSE = late(r"(?<=\w)/ (?=\w)")  # "sv B2/ vill bygg/ kk nej"
_MANY = 2
_DICTATED = late(r"(?<!\s)\s+(punkt|komma|kommatecken|full stop|ny rad|nytt stycke)(?=\s|$)[.,]?\s*", re.IGNORECASE)
_SIGNS = {"komma": ", ", "kommatecken": ", ", "ny rad": "\n", "nytt stycke": "\n\n"}
# "Ja det är en kvinna som har arbetat ...": what is told is told behind it.
_WHO = late(
    r"(?<!\w)(?:ja,? |hej,? )?(?:(?:det (?:här )?är|detta är|gäller|this is|it is) )?(?:då |alltså )?(?:en|ett|an?) "
    r"(?:kvinna|man|tjej|kille|dam|herre|person|deltagare|klient|woman|lady|guy|girl|client|participant)"
    r"(?: på \d{2} år)? (?:som|who) (?=(?:har|är|kan|vill|bor|talar|pratar|jobb|arbet|has|is|can|wants|lives|speaks"
    r"|worked))"
    # "Man som kört lastbil 6 år": a participle tells what was done
    r"|^(?:en )?(?:kvinna|man|tjej|kille|person|deltagare|klient) som (?=[^\W\d_]+t(?!\w))",
    re.IGNORECASE | re.MULTILINE,
)
_GRADE = late(r"(?:(?<=gick )|(?<=gått ))((?:ut |i |klart )?)(\d{1,2}):?an(?!\w)", re.IGNORECASE)
_OFFICE = late(r"(?<!\w)soc\.? ?styr\.?(?!\w)", re.IGNORECASE)
_PRESCHOOL = late(r"(?<!\w)fsk\.?(?!\w|\.\w)", re.IGNORECASE)
# "Kongo 02-09 elektriker": years of a job behind where it was.
_SHORT_YEARS = late(r"(?<!\w)(?P<where>[A-ZÅÄÖ][^\W\d_]+) (?P<first>\d\d)-(?P<last>\d\d)(?= [a-zåäö])")
# "Jobbat: 1) frisör, Lund, 2 år 2) städare": what is numbered in one line
_NUMBERED = late(r"(?<![\w)])1\)\s[^\n]{2,300}?\s2\)\s[^\n]*")
_NUMBER = late(r"(?<!\s)\s+(?=[2-9]\)\s)")
# "Truckkort A och B": its classes are no licence to drive.
_FORKLIFT = late(
    r"(?<!\w)(?P<card>(?:truck|forklift)[\w-]*(?: cards?| licen[cs]es?)?(?: class(?:es)?| klass)?):? "
    r"\(?(?P<classes>(?-i:[A-D]\d?)(?:(?:\s*[+/,&]\s*|\s(?:och|and|samt)\s)(?-i:[A-D]\d?)(?!\w|[- ](?:kör|driv)|-\w))"
    r"{1,6})\)?",
    re.IGNORECASE,
)
_CLASS_ENDS = late(r"\W+(?:och|and|samt)?\W*", re.IGNORECASE)
_HALVES = late(r"(?<!\w)(hel|del|halv)[ -]tid(?!\w)", re.IGNORECASE)
_THIS_CENTURY = 40
_LEAST = 2
"""Labels in one line, and dictated stops in one text, from which they part what is told."""


def written_out(text: str) -> str:
    r"""Write out what a note clips.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
        Labelled parts of one line as lines, dictated stops as signs.

    Examples
    --------
    >>> written_out("Town: Lund / Work: welder 2 years / Want: welder, industry")
    'Town: Lund\nWork: welder 2 years\nWant: welder, industry'
    >>> written_out("hon är kock punkt hon bor i Lund punkt")
    'hon är kock. Hon bor i Lund.'
    >>> written_out("Har C+E, B och YKB")
    'Har CE, B och YKB'
    >>> written_out("Svetsning MIG / MAG / TIG"), written_out("Praktik fsk, soc.styr. pågår")
    ('Svetsning MIG / MAG / TIG', 'Praktik förskola, Socialstyrelsen pågår')
    >>> written_out("Jobbat: 1) kock, Lund 2) diskare"), written_out("Hel tid")
    ('Jobbat: \n1) kock, Lund\n2) diskare', 'Heltid')
    >>> written_out("Truckkort (A, B och C1), B-körkort"), written_out("Truckkort A och B-körkort")
    ('Truckkort A/B/C1, B-körkort', 'Truckkort A och B-körkort')
    >>> written_out("Sudan 98-09 kock"), written_out("Dagtid 08-16 helst")
    ('Sudan 1998-2009 kock', 'Dagtid 08-16 helst')
    """
    text = _HALVES.sub(r"\1tid", _NUMBERED.sub(_in_lines, text))
    plain = _PRESCHOOL.sub("förskola", _OFFICE.sub("Socialstyrelsen", joined_trailers(text)))
    plain = _SHORT_YEARS.sub(_full_years, _GRADE.sub(r"\1\2 klasser", _WHO.sub("", plain)))
    plain = _FORKLIFT.sub(_of_one_card, plain)
    plain = "\n".join(_a_line_each(line) for line in plain.split("\n"))
    stops = [match for match in _DICTATED.finditer(plain) if match[1].casefold() in ("punkt", "full stop")]
    if len(stops) < _LEAST:
        return plain
    dictated = _DICTATED.sub(lambda match: _SIGNS.get(match[1].casefold(), ". "), plain)
    return _FIRST.sub(lambda match: match.group().upper(), dictated).strip()


_FIRST = late(r"(?<=\. )[a-zåäö]")


def _in_lines(match: re.Match[str]) -> str:
    """Put each of what is numbered in one line on its own, behind a label too."""
    return "\n" * (match.start() > 0) + _NUMBER.sub("\n", match.group())


def _of_one_card(match: re.Match[str]) -> str:
    return f"{match['card']} {_CLASS_ENDS.sub('/', match['classes'])}"


def _full_years(match: re.Match[str]) -> str:
    """Write out the years of "Kongo 02-09 elektriker"; behind anything but a country two numbers may be hours."""
    if country_code(match["where"]) is None:
        return match.group()
    first, last = (f"{19 if int(year) >= _THIS_CENTURY else 20}{year}" for year in match.group("first", "last"))
    return f"{match['where']} {first}-{last}" if first < last else match.group()


def _a_line_each(line: str) -> str:
    if len(_CLOSE.findall(line)) > _MANY:
        return _CLOSE.sub(". ", line)
    parts = _SLASH.split(line)
    known = [part for part in parts if (label := _LABEL.match(part)) and kind_of_label(label.group().rstrip(": "))]
    return "\n".join(parts) if len(known) >= _LEAST else line


_SMALL_START = late(r"(?P<last>[\w)%]{1,30}+)(?P<stop>[.!?]+)(?P<blank> +)(?P<first>[a-zåäö])")
_LARGE_START = late(r"[\w)%][.!?]+ +[A-ZÅÄÖ]")
_SHORTS = frozenset(
    ("ca", "dvs", "etc", "ev", "ex", "m", "kl", "nr", "tel", "max", "min", "resp", "mm", "osv", "obs", "approx", "incl")
)
_STOP = late(r"[.!?;:]|,\s")
_AND = late(r"(?<= )å(?= (?!andra |ena ))")
_SPOKEN = {"nåt": "något", "nån": "någon", "mej": "mig", "dej": "dig", "sej": "sig", "jobba": "jobbade"}
_SPOKEN_WORD = late(r"(?<!\w)(?:nåt|nån|mej|dej|sej|(?<=har )jobba(?= ))(?!\w)")
# Where somebody begins to tell the next thing: "... i nairobi | han kan svetsa", "| svenskan är sfi b".
_NEXT = late(
    r" (?:(?:och|men|sen|sedan|så|and|but|then|so|also) )?(?="
    r"(?:(?:jag|han|hon|hen|deltagaren|i|he|she) (?:har|är|bor|kan|kunde|pratar|talar|vill|jobba\w*|arbeta\w*|gick"
    r"|läser"
    r"|läste|var|kommer|kom|heter|söker|tar|tog|åker|kör|körde|has|have|had|is|am|was|lives?|live|can|could|speaks?"
    r"|wants?|would|worked|works?|went|came|studied|drives?|drove)"
    r"|(?:svenskan|engelskan|swedish|english) (?:är|is))(?!\w))",
    re.IGNORECASE,
)
_WORD_OF_PLACE = late(r"(?<= i )[a-zåäö]{3,}|(?<= in )[a-z]{3,}|(?<= från )[a-zåäö]{3,}|(?<= from )[a-z]{3,}")
_PICTURE = late(r"(?<=\w) ?[\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F\u200D]+ +(?=\w)")
_LONG, _FAR, _SEVERAL = 150, 140, 2
"""A line from which stops are missed, and how far apart they stand at most, in characters."""


def in_sentences(text: str) -> str:
    """Set a text that is written as it is spoken in sentences with capitals; others stay as they are.

    Parameters
    ----------
    text : str

    Returns
    -------
    str

    Examples
    --------
    >>> in_sentences("hej! jag bor i lund. har jobbat som kock i 3 år. kan börja nu")
    'hej! Jag bor i Lund. Har jobbat som kock i 3 år. Kan börja nu'
    >>> in_sentences("Lagerarb. iran 5 år. Kock i Mosul.")
    'Lagerarb. iran 5 år. Kock i Mosul.'
    """
    text = _in_small_letters(text) if text.isupper() else text
    text = "\n".join(map(_at_semicolons, text.split("\n"))) if "; " in text else text
    lines = [_stopped(line) if _runs_on(line) else line for line in text.split("\n")]
    told = "\n".join(lines)
    small = [match for match in _SMALL_START.finditer(told) if not _is_short(match)]
    if lines != text.split("\n") or len(small) > max(1, len(_LARGE_START.findall(told))):
        told = _SMALL_START.sub(_capital, _PICTURE.sub(". ", told))
        told = _WORD_OF_PLACE.sub(_place, told)
    return told


_LOUD = late(r"[^\W\d_]{2,}(?!\d)|(?<!\w)[IÅ](?= \w)")
_BEGINS = late(r"(?:^|[.!?:]\s)\W*[^\W\d_]", re.MULTILINE)


def _in_small_letters(text: str) -> str:
    """Write a text that is all in capitals as others are; what has digits ("B1") or one letter stays."""
    quiet = _LOUD.sub(lambda word: word.group().lower(), text)
    return _BEGINS.sub(lambda first: first.group().upper(), _LAND.sub(_country, _WORD_OF_PLACE.sub(_place, quiet)))


_LAND = late(r"(?<!\w)[^\W\d_]{4,}(?!\w)")


def _country(match: re.Match[str]) -> str:
    return match.group().capitalize() if country_code(match.group()) else match.group()


_APART = late(r"(?<=[\w)]); (?=[A-ZÅÄÖ][a-zåäö]* \S)")


def _at_semicolons(line: str) -> str:
    """Put stops between sentences that semicolons join, where a line has few others."""
    if len(line) <= _LONG or line.count("; ") < _SEVERAL or line.count("; ") <= line.count(". "):
        return line
    return _APART.sub(". ", line)


def _runs_on(line: str) -> bool:
    return len(line) > _LONG and len(_STOP.findall(line)) < len(line) / _FAR and len(_NEXT.findall(line)) > 1


def _stopped(line: str) -> str:
    plain = _SPOKEN_WORD.sub(lambda match: _SPOKEN[match.group()], _AND.sub("och", line))
    first, *rest = _NEXT.split(plain)
    return ". ".join([first, *(part[:1].upper() + part[1:] for part in rest)])


def _is_short(match: re.Match[str]) -> bool:
    last = match["last"].casefold()
    return last in _SHORTS or spelled_out(f"{last}.") != f"{last}." or (len(last) == 1 and last.isalpha())


def _capital(match: re.Match[str]) -> str:
    if match["stop"] == "." and _is_short(match):
        return match.group()
    return f"{match['last']}{match['stop']}{match['blank']}{match['first'].upper()}"


def _place(match: re.Match[str]) -> str:
    word = match.group()
    return city_as_written(word) or (word.capitalize() if municipality(word) else word)
