"""Studies that were begun and not finished: they are no degree, whatever the school was."""

from __future__ import annotations

import re

from matcher.records import EducationLevel

_SOME = r"(?:[1-5](?:[.,]5)?|ett|två|tre|fyra|fem|one|two|three|four|five)"
_WHOLE = r"(?:[2-7]|två|tre|fyra|fem|sex|sju|two|three|four|five|six|seven)"
_UNFINISHED = re.compile(
    r"(?<!\w)(?:(?:ej|inte|aldrig|not|never|n['’]t)(?: \w+){0,2}? (?:avsluta\w*|klara?t?|färdigt?|fullfölj\w*"
    r"|slutför\w*"
    r"|examinera\w*|finish\w*|complet\w*|graduat\w*)"
    r"|oavsluta\w*|ofullständig\w*|avbr(?:öts?|uten|utet|utit|utna|utna)|avhopp\w*|hoppade? av"
    r"|påbörja\w*|(?:utan|ingen|inget|ej) (?:examen|slutbetyg)|utan att ta examen"
    r"|(?:fick|tog) (?:inte|ej|aldrig) (?:ut )?(?:examen|slutbetyg)|men (?:slutade|fick sluta)(?! (?:i|med) )"
    r"|unfinished|incomplete|interrupted|dropped out|discontinued|(?:without|no) (?:a )?(?:degree|diploma|graduating)"
    rf"|{_SOME} (?:av|of) {_WHOLE} (?:år|years?)|[1-5]/[2-7] (?:år|years?)"
    rf"|{_SOME} (?:år|years?) (?:av|of) {_WHOLE})(?!\w)",
    re.IGNORECASE,
)
# "Bedömning ej klar" is about what an office has not done, "avbröt SFI" about something else.
_OF_ELSE = re.compile(
    r"bedöm|uhr|valider|assess|recogni|legitim|ansök|socialstyr|komplett|(?<!\w)(?:sfi|sva|praktik|jobb|gymnasi)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;.()\n]|\s[-–—]\s")
_OF = re.compile(
    rf"(?<!\w)({_SOME})(?: (?:av|of) {_WHOLE}|/[2-7])(?= (?:år|years?)(?!\w))"
    rf"|(?<!\w)({_SOME} (?:år|years?)) (?:av|of) {_WHOLE}(?!\w)",
    re.IGNORECASE,
)
_BELOW: dict[EducationLevel, EducationLevel] = {"tertiary": "post_secondary", "doctoral": "tertiary"}


def is_unfinished(text: str) -> bool:
    """Whether a text says of studies that they were not finished.

    Examples
    --------
    >>> is_unfinished("Universitet 2 år, ej avslutat"), is_unfinished("Universitet 4 år, bedömning ej klar")
    (True, False)
    """
    return any(_UNFINISHED.search(clause) and not _OF_ELSE.search(clause) for clause in _CLAUSE.split(text))


def level_of_unfinished(level: EducationLevel | None, text: str) -> EducationLevel | None:
    """Give the level of studies that a text may say were not finished: those at a university are no degree.

    Examples
    --------
    >>> level_of_unfinished("tertiary", "avbröt efter två år"), level_of_unfinished("tertiary", "fyra år")
    ('post_secondary', 'tertiary')
    """
    return _BELOW.get(level, level) if level and is_unfinished(text) else level


def years_done(text: str) -> str:
    """Leave out how long studies would have been: "2 of 3 years" are two.

    Examples
    --------
    >>> years_done("Universitet 2 av 4 år"), years_done("Universitet, 1,5 år av tre")
    ('Universitet 2 år', 'Universitet, 1,5 år')
    """
    return _OF.sub(lambda match: match[1] or match[2], text)
