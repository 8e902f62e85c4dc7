"""Certificates that no list knows, by the words they are named with: "certifiering i X", "Y-behörighet"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from matcher.requirements.context import Context, Found
from matcher.requirements.text.segment import Sentence, is_fragment
from matcher.taxonomy.scanning.phrasebook import Mark

_SHORTEST_LINE = 50
# "A certificate for excavators over six tonnes, five years in the seat"
_CLAUSE = re.compile(r"(?:^|_)(?:years?|ars?|over|the|you|du|som)(?:_|$)")
_LONGEST_NAMES, _LONGEST_NAME = 120, 40
_NAME_BEFORE = re.compile(
    r"((?:[A-Z][\w+#.-]*\s){1,3})$|(?<!\w)([A-Z][\w+#]*[A-Z0-9+#]\w*|(?:[A-Z][\w+#]*\s){1,3}[A-Z][\w+#]*)-$"
)
# "CCNP, JNCIP or similar certification": names before a word that itself names none
_CAPITALS = r"[A-ZÅÄÖ][\w+#.-]*(?: [A-ZÅÄÖ\d][\w+#.-]*){0,3}"
_NAMES_OR_LIKE = re.compile(
    rf"(?<![\w-])({_CAPITALS}(?:(?:, | or | eller |/){_CAPITALS})*),? (?:or|eller) (?:an? |any |annan |en )?"
    r"(?:equivalent|similar|comparable|corresponding|motsvarande|liknande|likvärdig) (?:\w+ )?$"
)
# "Scrum certification (CSM, PSM)": the bracket tells which
_IN_BRACKET = re.compile(rf" \(((?:{_CAPITALS}(?:, | or | eller |/)?)+)\)")
_ONE_NAME = re.compile(r"(?:(?!, | or | eller |/).)+")
# "Certifierad besiktningstekniker": who the word speaks of, not "ett certifierat företag", "certifierad enligt ISO"
_TRADE_AFTER = re.compile(r" (\w{5,}(?:tekniker|ledare|konsult|montör|coach|terapeut|are|ör|or|ist))(?!\w)")
_OURS_BEFORE = re.compile(r"(?<!\w)(?:vi(?: \w+)?|blir|bli|som|en|ett|vår|till) $")
# "You are responsible for our BRCGS certification": the firm's
_OWN_BEFORE = re.compile(r"(?<!\w)(?:our|vår|vårt|their|the (?:company|firm)['’]?s) $")
_HYPHENED = re.compile(r"(?<![\w-])([A-ZÅÄÖ][\w+#]*[A-ZÅÄÖ0-9+#]\w*)-$")
# "A valid NEBOSH certificate": capitals before a word that names none by itself
_CAPITALS_BEFORE = re.compile(r"(?<![\w-])((?!ID |EU |UK |CV |VAT |IT )[A-Z]{2,}[\w/-]*(?: [A-Z0-9]\w{0,3})?) $")
# Before a hyphen these name a level or a field of education, a class of licence, or what a list knows.
_FIELDS = frozenset(
    "yh ky it hr vvs cnc cad sva sfi so no ikt ai bi pr el mba id be ce de am c1 d1 b1 c1e d1e a1 a2 hvb lss npf kol "
    "adhd takk akk bbic".split()
)
_CLASS = re.compile(r"(?:am|b|be|c|ce|c1|c1e|d|de|d1)(?:_(?:slap|kort|lastbil|buss)\w*)?")  # "behörighet för BE-släp"
_PLAIN_PAPER = re.compile(
    r"\w{0,1}(?:certifikat|certifikatet|förarbevis|licens|auktorisation)|(?:kör|programvaru|mjukvaru)licens"
)
# "Relevant certifications such as A and B": the word before names none, what follows does
_LIKE_THESE = re.compile(
    r"\s\(?(?:such as|like|including|for example|e\.g\.,?|såsom|som|t\.?\s?ex\.?|exempelvis|till exempel):?\s"
)
_NO_NAME = re.compile(
    r"(?:relevant|industry|professional|other|additional|technical|valid|current|appropriate|related|formal|specific|"
    r"required|preferred|desired|optional|\w+ternal|teach\w+|nursing|any|all|an?|the|one|some|more|no|your|our) "
)
_TITLED = ("certifierad", "auktoriserad", "diplomerad")
_TITLE_AFTER = re.compile(r":? ((?:[A-Z][\w+/#.-]*)(?: [A-Z][\w+/#.-]*){1,4})")  # "Certified Kubernetes Administrator"
_BETWEEN_NAMES = re.compile(
    r"\s*[(),/]\s*(?:(?:t\.?ex\.?|exempelvis|ex)\s)?|\s(?:och/eller|eller|or|och|and|t\.?\s?ex\.?|exempelvis|såsom|"
    r"such as|e\.g\.)\s"
)
_EXAMPLES = re.compile(r"t\.?\s?ex|exempelvis|såsom|such as|e\.g")
_VAGUE_NAME = re.compile(
    r"\s*(?:relevant\w*|olika|aktuella|motsvarande|liknande|likvärdig\w*|väger|räknas|ger|gör|meriterar|uppskattas|annan|annat|andra|equivalent|similar|"
    r"other|kan|går|ordna[rs]|tas|fås|vi|du|det|om|can|may|we|you|if)(?!\w)"
)
_AFTER_NAMES = re.compile(
    r"(?<!ex)\.(?!ex)|[;:!?\n]|\s(?:och|samt|and) (?:\w*erfarenhet|\w*vana|kunskap\w*|experience|knowledge)(?!\w)|"
    r",\s(?:\w+ )?(?:\w*erfarenhet|\w*vana|kunskap\w*|experience|knowledge)(?!\w)|"
    r"\s(?:är|krävs|ses|väger|räknas|ger|gör|"
    r"meriterar|uppskattas|samt|men|is|are|counts|helps|and you|och (?:du|har|kan))(?!\w)"
)
# "Restaurangen är certifierad enligt KRAV"
_FIRM_IS = re.compile(r"(?<!\w)(?:vi|we|\w{3,}(?:en|et|na)|(?:the|our) \w+) (?:är|are|is) $")


def named_certificates(context: Context, sentence: Sentence) -> Iterator[Found]:
    """Find the certificates of a sentence that no list knows.

    Parameters
    ----------
    context : Context
    sentence : Sentence
        Scanned with the lexicon ``certifying``.

    Yields
    ------
    Found
    """
    known = [*sentence.marks.get("certificates", ()), *sentence.marks.get("licences", ())]
    for number, mark in enumerate(sentence.marks["certifying"]):
        judged = context.judge(sentence, mark.start, mark.end)
        if (judged.by == "nothing" and not _is_line(context.low, sentence, mark)) or (
            sentence.section in ("offer", "about", "apply")
        ):
            continue
        if _FIRM_IS.search(context.low, sentence.start, mark.start) or (
            mark.label == "word" and sentence.section == "duties"
        ):
            continue
        for start, end in _named(context, sentence, mark):
            if any(card.start < end and start < card.end for card in known):
                continue
            slug = slug_of(context.low[start:end])
            if slug and not _CLAUSE.search(slug) and not _CLASS.fullmatch(slug):
                yield Found("certificate", slug, sentence, start, end, judged, 4000 + number)


def _is_line(low: str, sentence: Sentence, mark: Mark) -> bool:
    """Whether a short line opens with the word and says little more ("Förarbevis för lok.")."""
    opens = mark.start == sentence.start and mark.label in ("word", "one")
    return opens and sentence.end - sentence.start <= _SHORTEST_LINE and is_fragment(low, sentence)


def _named(context: Context, sentence: Sentence, mark: Mark) -> list[tuple[int, int]]:
    low = context.low
    if low.endswith(
        ("arbetat med ", "arbeta med ", "arbete med ", "jobbat med ", "erfarenhet av "), sentence.start, mark.start
    ):
        # Work on a company's certificate, not a person's.
        return []
    if mark.label == "hyphen":
        joined = hyphened(context.text, sentence, mark)
        return [joined] if joined else []
    if mark.label == "word":
        if not _PLAIN_PAPER.fullmatch(low, mark.start, mark.end):
            return [(mark.start, mark.end)]
        joined = hyphened(context.text, sentence, mark)
        return [joined] if joined else []
    if mark.label == "caps" and not context.text[mark.end + 1 : mark.end + 3].isupper():
        # "Behörighet för ESA" names a course, "behörighet för yrket" none.
        return []
    if mark.label == "behind":
        name = _CAPITALS_BEFORE.search(context.text, max(sentence.start, mark.start - _LONGEST_NAME), mark.start)
        return [name.span(1)] if name else []
    if mark.label == "before" or context.text.startswith("-", mark.start - 1):
        return _titled(context, sentence, mark)
    kept = _names_after(low, mark.end, min(sentence.end, mark.end + _LONGEST_NAMES))
    return kept[:1] if mark.label == "one" else kept


def _titled(context: Context, sentence: Sentence, mark: Mark) -> list[tuple[int, int]]:
    """Names beside a word for certification: before it, as examples behind it, or the title that it begins."""
    low = context.low
    titled = _TITLE_AFTER.match(context.text, mark.end, sentence.end)
    named = context.text.startswith(("Certified", "Certifierad"), mark.start)
    named = named or (
        low.startswith(("certified ", "certifierad "), mark.start)
        and not _OURS_BEFORE.search(low, sentence.start, mark.start)
    )
    if titled and named:
        return [titled.span(1)]
    trade = _TRADE_AFTER.match(low, mark.end, sentence.end) if low.startswith(_TITLED, mark.start) else None
    if trade and not _OURS_BEFORE.search(low, sentence.start, mark.start):
        return [trade.span(1)]
    examples = _LIKE_THESE.match(low, mark.end, sentence.end)
    if examples and low.startswith("certifi", mark.start):
        return _names_after(low, examples.end(), min(sentence.end, mark.end + _LONGEST_NAMES))
    bracketed = _IN_BRACKET.match(context.text, mark.end, sentence.end) if mark.label == "before" else None
    if bracketed and not any(cue.start == bracketed.start(1) for cue in sentence.marks.get("strength", ())):
        return [name.span() for name in _ONE_NAME.finditer(context.text, *bracketed.span(1))]
    alike = _NAMES_OR_LIKE.search(context.text, sentence.start, mark.start)
    if alike:
        return [name.span() for name in _ONE_NAME.finditer(context.text, *alike.span(1))]
    name = _NAME_BEFORE.search(context.text[sentence.start : mark.start])
    if name and _OWN_BEFORE.search(low, sentence.start, sentence.start + name.start()):
        return []
    if name and name.group(1) and _NO_NAME.fullmatch(name.group(1).lower()):
        return []
    swedish = context.low.startswith("certifi", mark.start) and not context.low.startswith("certification", mark.start)
    if name is None or (swedish and name.group(2) is None):
        return []
    return [(sentence.start + name.start(), mark.start - 1)]


def _names_after(low: str, begin: int, end: int) -> list[tuple[int, int]]:
    """Names that follow a word for certificates, one by one."""
    stop = _AFTER_NAMES.search(low, begin, end)
    found: list[tuple[int, int]] = []
    place = begin
    if _VAGUE_NAME.match(low, begin, end):
        return found
    for joint in _BETWEEN_NAMES.finditer(low, begin, stop.start() if stop else end):
        found.append((place, joint.start()))
        place = joint.end()
        if _EXAMPLES.search(joint.group()):
            # "Certifieringar inom molnet, t.ex. AZ-900 eller DP-203": a field, and what counts of it.
            found.clear()
        if _VAGUE_NAME.match(low, place, end):
            # "DP-203, DP-600 eller motsvarande inom AWS": what follows names none.
            break
    else:
        found.append((place, stop.start() if stop else end))
    return [(a, b) for a, b in found if 1 < b - a <= _LONGEST_NAME]


def hyphened(text: str, sentence: Sentence, mark: Mark) -> tuple[int, int] | None:
    """Find the name that a hyphen joins to a word for a course or card ("PRYL-utbildning", "X60-behörighet").

    Parameters
    ----------
    text : str
    sentence : Sentence
    mark : Mark
        The word behind the hyphen.

    Returns
    -------
    (int, int) or None
        ``None`` for classes of licences, fields and levels of education, and where no hyphen joins a name.
    """
    if not text.startswith("-", mark.start - 1):
        return None
    name = _HYPHENED.search(text, max(sentence.start, mark.start - _LONGEST_NAME), mark.start)
    if name is None or name[1].lower() in _FIELDS:
        return None
    return name.span(1)


def slug_of(name: str) -> str:
    """Slug of a certificate's name: lower case, letters of the basic alphabet, words joined by ``_``.

    Examples
    --------
    >>> slug_of(" Förändringsledning "), slug_of("DP-700")
    ('forandringsledning', 'dp_700')
    """
    plain = unicodedata.normalize("NFD", name.casefold())
    return re.sub(r"[^a-z0-9]+", "_", "".join(c for c in plain if not unicodedata.combining(c))).strip("_")
