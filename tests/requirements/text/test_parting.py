"""The same ad says the same in every layout: bullets of any kind, markup, and line ends that were lost."""

import html
import re
from collections.abc import Callable

import pytest

from matcher.records import JobAd
from matcher.requirements import read_requirements
from matcher.requirements.text.segment import lines_of

AD = """Bryggeriet vid kajen söker en drifttekniker till sitt nya tappverk

Om oss
Vi har bryggt öl vid samma kaj sedan farfars tid och har elva anställda som alla tar hand om varandra. I vår kan vi
äntligen flytta in i ett större hus, och då behöver vi bli en till.

Dina arbetsuppgifter
• Sköta tappningen och byta delar innan de går sönder
• Skriva upp det som hänt så att nästa skift kan ta vid
• Hålla ordning i förrådet

Kvalifikationer
• Gymnasieutbildning inom el eller mekanik
• Minst 3 års erfarenhet av underhåll
• B-körkort
• Goda kunskaper i svenska

Meriterande
• Truckkort
• Erfarenhet av livsmedelsindustri
• Kunskaper i tyska

Vi erbjuder
En trygg anställning, fri frukost och en egen skåphylla. Vi får ofta besök av skolklasser från trakten som vill se hur
det går till, och du är gärna med och visar.
"""
_BULLET = re.compile("^• ")


def _lines(*, bullet: str = "• ") -> list[str]:
    joined = re.sub(r"(?<=\w)\n(?=[a-zäåö])", " ", AD)
    return [_BULLET.sub(bullet, line) for line in joined.split("\n") if line]


def _as_markup() -> str:
    return "".join(f"<p>{html.escape(line)}</p>" for line in _lines(bullet=""))


LAYOUTS: dict[str, Callable[[], str]] = {
    "no blank lines": lambda: "\n".join(_lines()),
    "blank lines everywhere": lambda: "\n\n".join(_lines()),
    "no bullets": lambda: "\n".join(_lines(bullet="")),
    "stars": lambda: "\n".join(_lines(bullet="* ")),
    "hyphens": lambda: "\r\n".join(_lines(bullet="-")),
    "numbers": lambda: "\n".join(_lines(bullet="1. ")),
    "tabs": lambda: "\n".join("\t" + line for line in _lines(bullet="\t")),
    "markup": _as_markup,
    "glued": lambda: "".join(_lines()),
    "glued stars": lambda: "".join(_lines(bullet="* ")),
    "glued hyphens": lambda: "".join(_lines(bullet="- ")),
    "glued without bullets": lambda: "".join(_lines(bullet="")),
    "blanks for line ends": lambda: " ".join(_lines()),
    "blanks, no bullets": lambda: " ".join(_lines(bullet="")),
    "blanks and hyphens": lambda: " ".join(_lines(bullet="- ")),
}


def _gates(text: str) -> set[tuple[str, str, str]]:
    rows = read_requirements(JobAd(id="1", headline="Drifttekniker", text=text))
    return {(row.kind, str(row.value), row.necessity) for row in rows if row.kind != "skill"}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_says_the_same(layout: str) -> None:
    plain = _gates(AD)
    assert len(plain) == 8, plain
    assert _gates(LAYOUTS[layout]()) == plain


LONG = "Vi lagar klockor i en källare nära torget, och hit kommer folk från hela länet med sådant som har stannat. " * 4


@pytest.mark.parametrize(
    ("glued", "kind"),
    [
        ("Kvalifikationer2-5 års erfarenhet av urmakeri", "experience"),
        ("KVALIFIKATIONERLeg. sjuksköterska", "licensed_profession"),
        ("Verkstaden ligger i källaren.SKA-krav: truckkort", "certificate"),
        ("Meriterande•Truckkort", "certificate"),
    ],
)
def test_headings_that_run_into_their_text(glued: str, kind: str) -> None:
    assert [row[0] for row in _gates(LONG + glued)] == [kind]


@pytest.mark.parametrize("said", ["på CANalyzer och MySQL", "PMI eller IPMA", "MS SQL - Azure", "vit- och rödbetor"])
def test_names_are_not_parted(said: str) -> None:
    text = f"{LONG}Arbetet sker {said} varje dag."
    assert [text[line.start : line.end] for line in lines_of(text)] == [text]


def test_what_is_written_with_a_capital_within_a_sentence_begins_no_line() -> None:
    rows = _gates(f"{LONG}Vi ser gärna att Du har truckkort och erfarenhet av butik.")
    assert {necessity for _, _, necessity in rows} == {"nice"}


@pytest.mark.parametrize("heading", ["Du får också gärna ha:", "Du får även gärna ha", "Du har dessutom gärna"])
def test_headings_of_wishes(heading: str) -> None:
    assert _gates(f"Krav\nB-körkort\n\n{heading}\n- Truckkort") == {
        ("driving_licence", "B", "must"),
        ("certificate", "truck", "nice"),
    }


def test_a_licence_in_the_middle_of_a_sentence_begins_no_line() -> None:
    assert ("driving_licence", "B", "nice") in _gates(
        f"{LONG}Det är kul om du har B-körkort, men någon annan kan köra."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Du har B-körkort. BRA ATT HA Traverskort är en tillgång här. VI ERBJUDER Lön varje vecka.",
        "Du har B-körkort och trivs ute. EXTRA KUL OM * du har traverskort * du kan polska VI ERBJUDER * Lön",
    ],
)
def test_a_heading_of_wishes_in_capitals_keeps_its_list(text: str) -> None:
    rows = read_requirements(JobAd(id="1", headline="Jobb", text=text))
    assert {(row.value, row.necessity) for row in rows if row.kind in ("certificate", "driving_licence")} == {
        ("B", "must"),
        ("travers", "nice"),
    }


def test_a_heading_of_wishes_that_lost_its_line_ends_keeps_its_list() -> None:
    told = "Vi håller till i en hamn med kranar och båtar från hela världen, och ingen dag är den andra lik. " * 4
    text = f"{told}Du har B-körkort. Bra men inte nödvändigt Traverskort eller liftkort till vardags. {told}"
    rows = read_requirements(JobAd(id="1", headline="Jobb", text=text))
    assert {(row.value, row.necessity) for row in rows} >= {("B", "must"), ("travers", "nice"), ("lift", "nice")}
