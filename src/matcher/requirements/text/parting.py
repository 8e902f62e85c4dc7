"""Where a line of a text is to be parted: line ends that were lost, bullets and headings in the middle of a line.

Ads are pasted through systems that drop line ends, turn bullets into other signs and leave markup; how an item or a
heading begins shows where it stood.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from itertools import chain
from typing import NamedTuple

from matcher.requirements.text.kinds import COLON, kinds_of, places
from matcher.requirements.text.run_on import run_on_edges, runs_on
from matcher.requirements.text.tables import SIGNS
from matcher.taxonomy.lexicon import read_lexicon

# A heading in capitals that only lost its line end ("DIN PROFIL Barnmorska med …", "MERITERANDE Erfarenhet av …").
_CAPITAL_TITLE = re.compile(
    r"(?:^|(?<=[.!?] ))((?:[A-ZÅÄÖ]{2,15} ){1,4}[A-ZÅÄÖ]{4,20}|[A-ZÅÄÖ]{9,20}) "
    r"(?=[A-ZÅÄÖ][a-zåäö]+ |[BCD]1?E?-k)|"
    # "GOOD TO HAVE / BRA ATT HA TIG i rostfritt", "EXTRA GLADA BLIR VI OM * du har ...", "KRAV * Truckkort"
    r"(?:^|(?<=[.!?)] )|(?<=[a-zåäö]{3} ))(?:((?:[A-ZÅÄÖ]{2,15} (?:[/&] )?){1,7}[A-ZÅÄÖ]{2,20}) "
    r"(?=[A-ZÅÄÖ][a-zåäö]+ |[A-ZÅÄÖ]{3,5} [a-zåäö]|[*·•] )|[A-ZÅÄÖ]{4,20} (?=[*·•] ))",
    re.MULTILINE,
)
# "... för samtliga. Bra men inte nödvändigt Vana av ledbuss.", "... i skrift. Bonuspoäng om du • kan finska"
_WISH_WORD = (
    r"(?=[A-ZÅÄÖ])(?:(?:Extra|Särskilt|Starkt|Stort|Ett|Riktigt) )?(?:[Mm]eriterande|[Pp]lus|"
    r"[Bb]onus\w*|[Öö]nskvärt|[Öö]nskemål|"
    r"[Bb]ra|[Kk]ul|[Ff]int|[Tt]revligt|[Gg]lada|[Ff]ördel|[Mm]erit|[Nn]ice|[Gg]ood|[Uu]seful|[Hh]elpful|[Dd]esirable|"
    r"[Pp]referred)"
)
_WISH_TITLE = re.compile(
    rf"(?<=[\w.!?):] )(?={_WISH_WORD}(?: [a-zåäö]+){{0,6}}[:?]? [*·•–-] )|"
    rf"(?<=[.!?)] )(?={_WISH_WORD},? (?:men|but) (?:inte|inget|ej|not)(?: (?:ett|a|absolut|något|alls))? "
    rf"(?:krav|måste|nödvändigt|tvång|avgörande|required|necessary|needed|must|essential):? [A-ZÅÄÖ])"
)
_WISH_ENDS = re.compile(
    rf"(?<=[\w.!?):] ){_WISH_WORD},? (?:men|but) (?:inte|inget|ej|not)(?: (?:ett|a|absolut|något|alls))? "
    rf"(?:krav|måste|nödvändigt|tvång|avgörande|required|necessary|needed|must|essential):? (?=[A-ZÅÄÖ])|"
    rf"(?<=[\w.!?):] ){_WISH_WORD}(?: [a-zåäö]+){{0,6}}[:?]? (?=[*·•–-] )"
)
_CAPITAL_WORD = b" A"
_CAPITALS = b"AAAA"  # in every heading of both kinds
# A heading that lost its line end ("Krav: B-körkort Meriterande: truckkort").
_INNER_TITLES = (
    "Krav", "Skallkrav", "Börkrav", "Meriterande", "Meriter", "Önskvärt", "Kvalifikationer", "Requirements",
    "Preferred", "Nice to have",
)  # fmt: skip
_INNER_TITLE = re.compile(rf"(?<=[\w)] )(?=(?:{'|'.join(_INNER_TITLES)})\s?:)")
# Markup that a reader left in the text parts lines; what it holds is read.
TAG = re.compile(
    r"</?(?:p|br|li|ul|ol|div|strong|em|b|i|u|h[1-6]|span|table|t[rdh])(?:\s[^<>]{0,80})?/?>", re.IGNORECASE
)
_INNER_BULLETS = "•●▪■◦" + "".join(SIGNS)  # the last ones before cells of a table
_AFTER_BLANK = tuple(f" {bullet}" for bullet in _INNER_BULLETS)
_INNER_BULLET = re.compile(rf"[{_INNER_BULLETS}]\s*(?=\w)")
# "Krav • Truckkort • Svenska Meriterande • Körkort": a heading between bullets
_TITLE_OF_BULLETS = re.compile(
    rf"(?<=[\w)] )(?=(?:Krav|Meriterande|Meriter|Önskvärt|Plus|Bonus|Merits|Preferred|Nice to have|Vi erbjuder|"
    rf"We offer) [{_INNER_BULLETS}])"
)
# Bullets that lost their line ends: "… (or equivalent)- Degree in …", "… av truckkort* God svenska"
_GLUED_BULLET = re.compile(
    r"[-*](?:(?<=[\w.:;!?)].)|(?<=[\w.:;!?)] .))(?:(?<=-)\s+|(?<=\*)\s*)(?=[A-ZÅÄÖ0-9])"  # its sign first: found fast
)
# Bullets that a converter turned into other signs: "… ' Erfarenhet av SQL ' God engelska", "… i SQL· Erfarenhet av …"
_TURNED_BULLET = re.compile(r"['´`¿·](?:(?<=\s['´`¿·])|(?<=[\w.;:)]·))\s(?=[A-ZÅÄÖ0-9])")
_FEWEST_TURNED = 3
_FEWEST_ITEMS = 2
_LONG_LINE = 300


class _Lost(NamedTuple):
    """Patterns of lost line ends that are made of the words of ``lexicon/openings.tsv``.

    Attributes
    ----------
    ends : re.Pattern
        Where a line end was lost altogether.
    title : re.Pattern
        A heading in capitals that runs into the next line's first word ("DIN PROFILBarnmorska").
    item, heading : re.Pattern
        Items and headings whose line ends became blanks: "… av testning God engelska Meriterande Erfarenhet av …".
    """

    ends: re.Pattern[str]
    title: re.Pattern[str]
    item: re.Pattern[str]
    heading: re.Pattern[str]


@cache
def _lost() -> _Lost:
    """Make the patterns when a text first needs them."""
    words = {label: row.split("|") for label, row in read_lexicon("openings.tsv", "matcher.requirements.lexicon")}
    any_of = {label: "|".join(map(re.escape, row)) for label, row in words.items()}
    short = rf"(?:(?:{any_of['first']})(?!\w)|[BC]E?-k)"
    # What begins the text behind a heading in capitals: a word of four letters, or a short one that begins sentences.
    first = rf"(?:[A-ZÅÄÖ][a-zåäö]{{3}}|{short})"
    return _Lost(
        ends=re.compile(
            rf"(?<=[\w)][a-zåäöé)!?.:])(?=[A-ZÅÄÖ][a-zåäö]{{2}}|{short}|I (?=[a-zåäö]))"
            + "".join(rf"(?<!\b{name})" for name in words["name"])
            + rf"|(?<=[A-ZÅÄÖ]{{2}})(?={first})(?<!\bCA)"
            + r"|(?<=[a-zåäö]{2}[a-zåäö.!?)])(?=[A-ZÅÄÖ]{5}|(?:SKA|SKALL|BÖR)[ -]?[Kk])"
            # "… i engelska1-3 års erfarenhet", "… enligt ISO 26262Din ansökan"
            + r"|(?<=[a-zåäö]{3})(?=\d{1,2}(?: ?[-–+] ?\d{0,2})? (?:års?|years?)(?!\w))|(?<=\d)(?=[A-ZÅÄÖ][a-zåäö]{2})"
        ),
        title=re.compile(rf"(?:[A-ZÅÄÖ]{{2,15}} ){{0,7}}[A-ZÅÄÖ]{{4,20}}(?={first})"),
        item=re.compile(
            r"(?<=[a-zåäö)] )"
            + "".join(rf"(?<!\b{word} )" for word in words["before"])
            + rf"(?=(?:Mycket )?(?:(?:{any_of['praise']}) [a-zåäö]|(?:{any_of['item']})(?!\w)))"
            # "… or a related field 3-6 years of working experience in …"
            + r"|(?<=\w{4} )"
            + "".join(rf"(?<!\b{word} )" for word in words["measure"])
            + r"(?=\d{1,2} ?(?:[-–] ?\d{1,2} ?)?\+? (?:års?|years?) (?:\w+ ){0,3}?(?:\w*erfarenhet|experience)(?!\w))"
        ),
        heading=re.compile(rf"(?<=[a-zåäö).!?:] )(?:{any_of['title']}):? (?=[A-ZÅÄÖ0-9•-])"),
    )


# "Krav Truckkort Svenska Meriterande Körkort", "Krav - Svenska Plus - Liftkort": line ends that became blanks
_BLANK_SIGNS = (
    " Krav ", " KRAV ", " Kvalifikationer", " Meriterande", " MERITERANDE ", " Vi erbjuder ", " VI ERBJUDER ",
    " Om dig ", " Plus - ", " Requirements ", " Nice to have", " We offer ",
)  # fmt: skip
_BLANK_TITLE = re.compile(
    r"(?:^|(?<=[\w.)!] ))(?:Krav|Kvalifikationer|Meriterande|Meriter|Önskvärt|Plus|Bonus|Vi erbjuder|Om dig|Om jobbet|"
    r"Om oss|Om tjänsten|Arbetsuppgifter|Arbetstide?r?|Requirements|Nice to have|Preferred|We offer|About you|"
    r"About the job|KRAV|MERITERANDE|VI ERBJUDER|OM DIG|OM JOBBET|OM OSS|ARBETSUPPGIFTER|REQUIREMENTS|NICE TO HAVE|"
    r"WE OFFER):?(?= (?:- )?[A-ZÅÄÖ0-9])"
)
_BLANK_ITEM = re.compile(
    r"(?<=[a-zåäö)] )(?<!\bFluent )(?<!\bGood )(?<!\bBasic )(?<!\bExcellent )(?<!\bMicrosoft )(?=[A-ZÅÄÖ])|"
    r"(?<= )(?=- [A-ZÅÄÖ])"
)
_FEWEST_TITLES, _SHARE_OF_CAPITALS = 2, 4
# "K R A V", "O M   D I G": a heading whose letters stand apart; words are parted by more blanks
_SPACED = re.compile(r"^[ ]*((?:[A-ZÅÄÖ] {1,4}){3,30}[A-ZÅÄÖ])(?= ?:?[ ]*$)", re.MULTILINE)
_LETTERS_APART = b"A A A"
_PARTED = re.compile(r"\S+(?: \S+)*")


def spelled_close(text: str) -> str:
    r"""Close up headings whose letters stand apart; the text keeps its length.

    Examples
    --------
    >>> spelled_close("O M   D I G\nB-körkort")
    'OM DIG     \nB-körkort'
    """
    return _SPACED.sub(_close, text) if _LETTERS_APART in kinds_of(text) else text


def _close(found: re.Match[str]) -> str:
    words = " ".join(word.group().replace(" ", "") for word in _PARTED.finditer(found.group()))
    return words.ljust(len(found.group()))


def parting(text: str) -> list[Callable[[str], Iterable[int]]]:
    """Ways to find where lines of a text are to be parted; most texts need none."""
    ways: list[Callable[[str], Iterable[int]]] = []
    if "<" in text and TAG.search(text):
        ways.append(lambda raw: [edge for m in TAG.finditer(raw) for edge in m.span()])
    kinds = kinds_of(text)
    if b"AAAAAa" in kinds or b"AAAA Aa" in kinds or b"AA - " in kinds or b"AA AAA a" in kinds:
        # What stands in every such heading of both kinds.
        ways.append(_capital_titles)
    if runs_on(text, kinds):
        ways.append(run_on_edges)
    if any(text.endswith(_INNER_TITLES, 0, at - text[at - 1].isspace()) for at in places(kinds, COLON, 0, len(text))):
        ways.append(lambda raw: [m.start() for m in _INNER_TITLE.finditer(raw)] if ":" in raw else [])
    if any(sign in text for sign in _INNER_BULLETS):
        ways.append(_inner_bullets)
    long = max(map(len, text.split("\n"))) > _LONG_LINE
    if long and text.count("- ") + text.count("*") >= _FEWEST_ITEMS:
        ways.append(_glued_bullets)
    if "· " in text or any(sign in text and f" {sign} " in text for sign in "'´`¿"):
        ways.append(_turned_bullets)
    if any(sign in text for sign in _BLANK_SIGNS):
        ways.append(_blank_breaks)
    if long and len(text) > 400 and text.count("\n") * 500 < len(text):
        ways.append(_lost_breaks)
    return ways


def _capital_titles(raw: str) -> Iterable[int]:
    """Where headings in capitals begin and end."""
    if _CAPITALS not in kinds_of(raw) and b"AA -" not in kinds_of(raw):
        return ()
    found = chain(_lost().title.finditer(raw), _CAPITAL_TITLE.finditer(raw))
    return [edge for title in found for edge in title.span() if edge]


def _inner_bullets(raw: str) -> Iterable[int]:
    """Where bullets stand, and headings right before them."""
    edges = [m.start() for m in _INNER_BULLET.finditer(raw)]
    if any(bullet in raw for bullet in _AFTER_BLANK):
        edges += [m.start() for m in _TITLE_OF_BULLETS.finditer(raw)]
    return edges


def _lost_breaks(raw: str) -> Iterable[int]:
    """Where the line ends of a long line were lost or became blanks."""
    if len(raw) <= _LONG_LINE:
        return ()
    edges = [m.end() for m in _lost().ends.finditer(raw)]
    edges += [m.end() for m in _lost().item.finditer(raw)]
    edges += [m.start() for m in _WISH_TITLE.finditer(raw)] + [m.end() for m in _WISH_ENDS.finditer(raw)]
    return edges + [edge for m in _lost().heading.finditer(raw) for edge in (m.start(), m.end())]


def _blank_breaks(raw: str) -> Iterable[int]:
    """Where line ends became blanks in a line with headings in it, if it is a list and no prose."""
    if _SHARE_OF_CAPITALS * kinds_of(f" {raw}").count(_CAPITAL_WORD) < len(raw.split()):
        return ()
    titles = list(_BLANK_TITLE.finditer(raw))
    if len(titles) < _FEWEST_TITLES:
        return ()
    edges = {edge for title in titles for edge in title.span()}
    inside = {place for title in titles for place in range(title.start() + 1, title.end())}
    items = {item.start() for item in _BLANK_ITEM.finditer(raw)} - inside - edges
    return edges | items if items else ()


def _glued_bullets(raw: str) -> Iterable[int]:
    """Where a line is parted before bullets that stand right behind a word; one alone is a hyphen."""
    edges = [m.start() for m in _GLUED_BULLET.finditer(raw)] if len(raw) > _LONG_LINE else []
    return edges if len(edges) >= _FEWEST_ITEMS else ()


def _turned_bullets(raw: str) -> Iterable[int]:
    """Where a line is parted before signs that stand for bullets; one or two between blanks are something else."""
    edges = [m.start() for m in _TURNED_BULLET.finditer(raw)]
    return edges if len(edges) >= _FEWEST_TURNED or any(not raw[edge - 1].isspace() for edge in edges) else ()
