from __future__ import annotations

import pytest

from matcher.errors import ReadError
from matcher.readers import Source, read_ads, read_any
from matcher.readers.ads.adtext import labelled, looks_like_ad
from matcher.readers.ads.plainad import READER
from matcher.records import JobAd

SWEDISH = """Diskare till lunchkök

Vi söker dig som vill diska hos oss. Arbetsuppgifter: diska och städa.
Du har vana av kök. Meriterande: B-körkort.
Arbetsgivare: Köket AB
Ort: Täby kommun
Antal platser: 2 st
Sista ansökningsdag: 2026-12-20
Omfattning: Deltid 50 %
Välkommen med din ansökan!
"""
ENGLISH = """Room attendant
Employer
Hotel North
Employment type
• Full-time
Number of positions
• 5
Requirements
• You have worked in a hotel
• Basic Swedish
We offer training. Apply today!
"""
CV = """Kim K
Curriculum vitae
Jag är kock och söker jobb. Arbetslivserfarenhet: kock 2010-2014 i Aleppo.
Utbildningar: gymnasium. Modersmål: arabiska. Referenser lämnas på begäran.
"""


def test_a_text_is_an_ad():
    ad = read_ads(Source("x/diskare.txt", SWEDISH.encode()))[0]
    assert (ad.id, ad.headline, ad.employer) == ("diskare", "Diskare till lunchkök", "Köket AB")
    assert (ad.municipality, ad.vacancies, ad.deadline, ad.hours) == ("Täby", 2, "2026-12-20", "part")
    assert ad.text in SWEDISH
    assert ad.text.startswith("\nVi söker") or ad.text.startswith("Vi söker")


def test_values_below_their_labels():
    ad = READER.read(Source("a.txt", ENGLISH.encode()))[0]
    assert (ad.employer, ad.vacancies, ad.hours) == ("Hotel North", 5, "full")


@pytest.mark.parametrize(
    ("text", "headline", "body"),
    [
        ("Vi söker en kock.", "Vi söker en kock.", "Vi söker en kock."),
        ("Målare till Gävle, start nu", "Målare till Gävle, start nu", "Målare till Gävle, start nu"),
        ("Hej! Vi behöver en målare. Bra lön.", "Hej! Vi behöver en målare.", "Hej! Vi behöver en målare. Bra lön."),
        ("Hej! Vi behöver en målare.", "Hej! Vi behöver en målare.", "Hej! Vi behöver en målare."),
        ("Målare sökes! Du har B-körkort.", "Målare sökes!", "Målare sökes! Du har B-körkort."),
        (
            "Målare sökes. " + "Färg och pensel. " * 20,
            "Målare sökes.",
            "Målare sökes. " + "Färg och pensel. " * 19 + "Färg och pensel.",
        ),
        ("Kock\nLaga mat", "Kock", "Laga mat"),
        ("Vi söker en kock.\nLaga mat", "Vi söker en kock.", "Vi söker en kock.\nLaga mat"),
        ("\ufeff\nKock\r\n\r\nLaga mat\r\n", "Kock", "Laga mat"),
        ("x" * 200 + "\nLaga mat", "", "x" * 200 + "\nLaga mat"),
    ],
)
def test_the_first_line_is_a_headline_if_it_looks_like_one(text, headline, body):
    ad = READER.read(Source("a.txt", text.encode()))[0]
    assert (ad.headline, ad.text) == (headline, body)


def test_ads_are_told_from_people():
    assert looks_like_ad(SWEDISH)
    assert looks_like_ad(ENGLISH)
    assert not looks_like_ad(CV)
    assert not looks_like_ad("")
    assert isinstance(read_any(Source("a.txt", SWEDISH.encode()))[0], JobAd)


def test_a_page_without_structured_data_is_read_as_text():
    page = f"<!doctype html><html><body><h1>Diskare</h1><p>{SWEDISH}</p></body></html>"
    batch = read_ads(Source("sida.html", page.encode()))
    assert batch[0].headline == "Diskare"
    assert "<" not in batch[0].text
    assert {note.level for note in batch.notes} == {"guessed"}


def test_labels_and_their_values():
    assert labelled("Arbetsgivare:\n\nNorr AB\nArbetsgivare: Söder AB\nKommun:") == {"employer": "Norr AB"}
    assert labelled("Employer\nNumber of positions\n3") == {"employer": "Number of positions", "vacancies": "3"}


def test_what_is_no_text_is_refused():
    with pytest.raises(ReadError):
        READER.read(Source("a", b"PK\x03\x04" + bytes(50)))
    with pytest.raises(ReadError, match="at most"):
        READER.read(Source("a", b"kock " * 1_000_000))


@pytest.mark.parametrize("sign", [";", ","])
def test_a_table_of_vacancies_is_refused_and_not_read_as_one_ad(sign: str) -> None:
    rows = [("Titel", "Ort", "Krav"), ("Kock", "Borås", '"B-körkort, god svenska"'), ("Smed", "Skövde", '"2 års vana"')]
    data = "\n".join(sign.join(row) for row in rows).encode()
    with pytest.raises(ReadError, match="not a table"):
        read_ads(Source("lediga.csv", data), reader="plainad")


def test_an_ad_with_commas_and_quotations_is_no_table() -> None:
    text = 'Kock\nVi, "Sjön", en krog, söker dig.\nDu har vana, och humör.\nSök nu, skriv "kock", eller ring.'
    assert len(read_ads(Source("kock.txt", text.encode()), reader="plainad")) == 1


def test_a_short_page_that_is_named_as_an_ad_is_read_as_one() -> None:
    page = Source("kock.html", b"<html><body><h1>Kock</h1><p>B-k&ouml;rkort kr&auml;vs.</p></body></html>")
    [ad] = read_ads(page)
    assert (ad.headline, ad.text) == ("Kock", "B-körkort krävs.")
    for feed in (b"<rss><channel/></rss>", b"<html></html>"):
        with pytest.raises(ReadError):
            read_ads(Source("page.html", feed))


COOK = "Kock till Udden, Vaxholm\nDu har lagat mat i två år. Svenska eller engelska.\nSista ansökningsdag: 2026-12-01"
CLEANER = "Lokalvårdare sökes till skolor\nDu har B-körkort. Vi lär upp dig.\nSista ansökningsdag: 2026-12-11"
NURSE = "Vi söker: undersköterska, natt\nUtbildning krävs. Du dokumenterar på svenska."


def _read(text):
    return READER.read(Source("jobb.txt", text.encode()))


@pytest.mark.parametrize("rule", ["\n---\n", "\n\n=====\n\n", "\n* * *\n", "\n________________\r\n", "\n\f\n"])
def test_ads_between_lines_of_signs_are_ads_of_their_own(rule):
    ads = list(_read(rule.join([COOK, CLEANER, NURSE])))
    assert [ad.id for ad in ads] == ["jobb-1", "jobb-2", "jobb-3"]
    assert [ad.headline.split()[0] for ad in ads] == ["Kock", "Lokalvårdare", "Vi"]
    assert [ad.deadline for ad in ads] == ["2026-12-01", "2026-12-11", None]
    assert "B-körkort" not in ads[0].text


def test_what_stands_around_a_list_is_left_out_and_told():
    batch = _read("\n---\n".join(["Lediga jobb vecka 48", COOK, CLEANER, "Fråga Eva om du undrar över något."]))
    assert [ad.id for ad in batch] == ["jobb-1", "jobb-2"]
    assert any(note.level == "dropped" and "list" in note.what for note in batch.notes)


def test_rules_between_the_sections_of_one_ad_part_nothing():
    text = (
        "Kock till Udden\nVi är en krog med tio anställda vid vattnet.\n---\nArbetsuppgifter\nDu lagar mat och diskar."
    )
    text += "\n---\nVem är du?\nDu har lagat mat i två år och talar svenska."
    batch = _read(text)
    assert [ad.id for ad in batch] == ["jobb"]
    assert not any("several ads" in note.what for note in batch.notes)


def test_ads_that_nothing_parts_are_one_and_doubted():
    batch = _read(f"{COOK}\n\n{CLEANER}")
    assert [ad.id for ad in batch] == ["jobb"]
    assert any(note.level == "doubtful" and "several ads" in note.what for note in batch.notes)
