"""Classes of licences to drive, as people write them: "B och C", "c1e", "körkort för buss", "C och E"."""

from __future__ import annotations

import re

from matcher.patterns import late

# "CE?" and "kanske C" ask whether somebody holds it.
CLASS = late(
    r"(?<![\w-])(?<!kanske )(?<!ev\. )(?<!ev )"
    r"(AM|A1|A2|A(?! (?i:licensed|(?:[a-z'’]+ ){1,2}licen[cs]e))|BE|B96|B|C1E|C1|CE|C|D1E|D1"
    r"|DE|D)(?!\w|\+\+|-?kurs| ?\?)(?!\.\w)"
)
_TRAILER = late(r"(?<![\w-])([BCD]1?) ?(?:[+/]|(?-i:(?<=[CD1])-(?=E))) ?E(?![\w/])", re.IGNORECASE)
_CLASS_SMALL = late(
    r"(?<![\w-])(am|a1|a2|a|be|b|c1e|c1|ce|c|d1e|d1|de|d)(?=[- ]?(?:körkort|kort|kk|behörighet)"
    r"|(?:(?<!a)(?<!am) |-)licen[cs]es?(?!\w)|\s*$"
    r"|\s*[(,;/+]|\s+-\s|\s+\w+skt(?!\w)|\s+(?:be|c1?e?|d1?e?)(?:\s+(?:be|c1?e?|d1?e?)){0,6}\s+\w+skt(?!\w))"
    r"|(?:körkort|kk|klass|class|behörighet|category)[ :,-]+(am|a1|a2|be|b|c1e|c1|ce|c|d1e|d1|de|d)(?!\w)",
    re.IGNORECASE,
)
# Letters that are no class: of "truckkort A och B", "forklift card A/B", "SFI C", "SFI C klar, läser D".
_COURSE = r"(?:(?!kör|kort|kk|[Ll]ic)[^.;\n()]){0,20}?\b"
_NO_CLASS = late(
    rf"\b(?:(?:EU|EES|SFI(?:[\s-]*(?i:kurs|course|nivå|level))?\s*(?:A\b{_COURSE}[B-D]|B\b{_COURSE}[CD]|C\b{_COURSE}D"
    r"|[A-D]))\b(?!-| ?kör)|(?i:truck|forklift)[\w-]*"
    r"(?i: cards?| licen[cs]es?| kort| class(?:es)?| klass)?:? \(?[A-D]\d?(?!\w|-[a-zåäö])"
    r"(?:(?:\s*[+/,&–-]\s*|\s(?:och|and|till|to)\s)[A-D]\d?(?!\w|-[a-zåäö]))*)"
)
# "Licence for buses", "lorry licence": what may be driven stands for the class.
_VEHICLES = late(
    r"(?:licen[cs]e|körkort) (?:for|för) (?:an? |tung |heavy )?(?P<vehicle>bus|buss|lorry|lorries|lastbil|cars?"
    r"|personbil|bil)(?:es|ar)?(?!\w)"
    r"|(?<!\w)(?P<kind>bus|buss|lorry|lastbils|car|bil|personbils)[ -]?(?:driving )?(?:licen[cs]e|körkort)(?!\w)",
    re.IGNORECASE,
)
_MOTORCYCLE = late(
    r"(?:^|[,;/+(\n][^\S\n]*|(?<!\w)(?:och|and) )(?:tung )?(?:mc|motorcykel|motorcycle)"
    r"(?:-?(?:körkort|kort|behörighet))?"
    r"(?=\s*(?:$|[,;/+)\n]|(?:och|and)\s))",
    re.IGNORECASE,
)
_CLASS_OF = {"bus": "D", "lor": "C", "las": "C", "car": "B", "bil": "B", "per": "B"}


def joined_trailers(text: str) -> str:
    """Write classes for a trailer in one word.

    Examples
    --------
    >>> joined_trailers("B, C + E och C1/E"), joined_trailers("B/C, C/EU")
    ('B, CE och C1E', 'B/C, C/EU')
    >>> joined_trailers("Körkort C-E"), joined_trailers("betyg B-E, kurs c-e")
    ('Körkort CE', 'betyg B-E, kurs c-e')
    """
    return _TRAILER.sub(lambda match: f"{match[1].upper()}E", text)


# "C och E", "B, C, E": of the class before it
_TRAILER_APART = late(r"(?<!\w)([BCD])(?:\s*[,/&]\s*|\s(?:och|and)\s|\s)E(?![\w-])")


def classes_named(text: str) -> list[str]:
    """Return the classes of licences to drive that a text names, in its order.

    Examples
    --------
    >>> classes_named("B, C och E"), classes_named("truckkort A, SFI C"), classes_named("bus licence")
    (['B', 'C', 'CE'], [], ['D'])
    """
    bare = _NO_CLASS.sub(" ", text)
    classes = [match.group() for match in CLASS.finditer(bare)]
    small = [match[1] or match[2] for match in _CLASS_SMALL.finditer(bare)]
    classes += [name.upper() for name in small if name and not name.isupper()]
    if _MOTORCYCLE.search(bare) and "A" not in classes:
        classes.append("A")
    if not classes:
        classes = [_CLASS_OF[(m["vehicle"] or m["kind"])[:3].casefold()] for m in _VEHICLES.finditer(bare)]
    classes += [f"{pulling[1]}E" for pulling in _TRAILER_APART.finditer(bare) if f"{pulling[1]}E" not in classes]
    return ["B" if name == "B96" else name for name in classes]
