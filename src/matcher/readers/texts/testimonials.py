"""A certificate of employment, or a letter for a relative: who writes it is somebody else than whom it is about."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.readers.lexicon import joined

_WORDS = joined("testimonials")

_OPENING = 400
"""Within how many characters a testimonial says that it is one."""
_CERTIFIES = late(
    r"(?:härmed (?:intyga[rs]|bekräfta[rs]|vitsorda[rs])|(?:intyga[rs]|bekräfta[rs]|vitsorda[rs]) (?:härmed|att)"
    r"|(?:this is to|hereby|this letter is to) (?:certify|confirm)\w*)(?!\w)",
    re.IGNORECASE,
)
# "Jag skriver för min syster", "I am writing on behalf of my neighbour"
_FOR_OTHER = late(
    r"(?<!\w)(?:skriver|mejlar|ringer|hör av mig|writing|write)(?: här| till er| to you)? (?:för|åt|angående"
    r"|gällande|for|on behalf of|about|regarding) (?:min|mitt|vår|my|our) (?!(?:ansök|application|egen|own))",
    re.IGNORECASE,
)
_WHOM = late(
    rf"(?<!\w)(?:min|mitt|vår|my|our) [^\W\d_]+(?: (?-i:[A-ZÅÄÖ])\w+)?(?=\s+(?:{_WORDS['whom']})(?!\w))", re.IGNORECASE
)
_NAMED = late(rf"^\W*(?:{_WORDS['named']})\W*$", re.IGNORECASE | re.MULTILINE)
# "Jag intygar härmed att ...", "Vi kan härmed bekräfta att ...", "I hereby certify that ..."
_FORMULA = late(
    r"(?:(?:jag|vi|undertecknad|i|we)\s+(?:kan |can |wish to )?)?(?:härmed |hereby )?"
    r"(?:(?:intyga|bekräfta|vitsorda)[rs]?|this (?:letter )?is to (?:certify|confirm)|certify|confirm)"
    r"(?: vi| jag)?(?: härmed)?,? (?:att|that) ",
    re.IGNORECASE,
)
_WRITER = late(
    r"(?<!\w)(?:jag|mig|min|mitt|mina|undertecknad|(?-i:I)|i['’](?:m|ve|d|ll)|my|me|myself)(?!\w)", re.IGNORECASE
)
# "Arbetsuppgifterna har varit disk och städning": a label and what stands behind it
_DUTIES = late(
    r"(?<!\w)(?:(?:hens|hennes|hans|de|his|her|their|the) )?(arbetsuppgifter|duties)(?:na)? (?:har (?:bland annat )?"
    r"(?:varit|bestått (?:av|i)|omfattat|innefattat)|var|bestod av|have been|were|included?|have included)"
    r"(?: bland annat)? ",
    re.IGNORECASE,
)
_SENTENCE = late(r"(?<=[.!?])\s+|\n+")


def is_testimonial(text: str) -> bool:
    """Whether a text certifies what somebody else has done, or asks for work for them.

    Parameters
    ----------
    text : str

    Returns
    -------
    bool

    Examples
    --------
    >>> is_testimonial("Härmed intygas att A7 har arbetat som kock."), is_testimonial("Jag har arbetat som kock.")
    (True, False)
    """
    opening = text[:_OPENING]
    return bool(_CERTIFIES.search(opening) or _NAMED.search(opening) or _FOR_OTHER.search(opening))


def without_writer(text: str) -> str:
    r"""Leave out of a testimonial what its writer says of themselves and what stands below it; other texts stay.

    Parameters
    ----------
    text : str

    Returns
    -------
    str

    Examples
    --------
    >>> without_writer("Härmed intygas att A7 arbetat som kock. Jag har själv truckkort.\nMora\nköksmästare")
    'A7 arbetat som kock.'
    >>> without_writer("Jag har truckkort.\nMora")
    'Jag har truckkort.\nMora'
    """
    if not is_testimonial(text):
        return text
    told = _WHOM.sub("Hen", _DUTIES.sub(r"\1: ", _FORMULA.sub("", text, count=1)))
    kept = [line for part in told.split("\n") if (line := _of_the_other(part)) or not part.strip()]
    while len(kept) > 1 and not _ENDS.search(kept[-1]):
        kept.pop()
    return "\n".join(kept)


# A sentence, or a field of a form
_ENDS = late(r"[.!?:]\s*$|:\s")


_CLAUSE = late(r"(?<=[,;])\s+|\s+(?=(?:men|och|but|and)\s)")
_JOINT = late(r"^(?:men|och|but|and|så|so)\s+", re.IGNORECASE)
_AGAIN = late(r"(?:(?:men|och|but|and|så|so)\s+)?(?:hon|han|hen|she|he|they|de)(?!\w)", re.IGNORECASE)


def _of_the_other(line: str) -> str:
    return " ".join(filter(None, map(_clauses_of_the_other, _SENTENCE.split(line))))


def _clauses_of_the_other(sentence: str) -> str:
    """Leave a sentence out from where its writer comes in to where it comes back to whom it is about."""
    kept: list[str] = []
    of_writer = False
    for clause in _CLAUSE.split(sentence):
        of_writer = bool(_WRITER.search(clause)) or (of_writer and not _AGAIN.match(clause))
        kept += [] if of_writer else [clause]
    if " ".join(kept) == " ".join(_CLAUSE.split(sentence)):
        return sentence
    whole = _JOINT.sub("", " ".join(kept)).strip(" ,;.")
    return f"{whole[0].upper()}{whole[1:]}." if whole else ""
