from __future__ import annotations

import pytest

from matcher.readers import Source, read_ads
from matcher.readers.ads.adrecord import Place
from matcher.readers.ads.pasted import READER
from matcher.readers.ads.pasted_rows import qualification_rows

PAGE = """Till innehåll på sidan
Tillbaka till sökresultatet

Lagerarbetare till Norra hamnen
Hamnlogistik AB
Lagerarbetare
Kommun: Solna, Täby
Kort arbetsbeskrivning
Omfattning: Heltid/Deltid
Varaktighet: Tills vidare
Anställningsform: Tillsvidareanställning
Antal jobb: 4
Sök jobbet
Sista ansökningsdag: 24 dec. 2026 (om 20 dagar)
Om jobbet
Du plockar ordrar.

Kvalifikationer
Du är snabb.

Öppen för alla
som gillar fart!
Läs mindre
Kvalifikationer
Arbetslivserfarenhet
Krav
Lagerarbetare -  
2-4 års erfarenhet
Truckförare - 1-2 års erfarenhet
Meriterande
Ordermottagare, 7–9 -  
erfarenhet efterfrågas
Utbildning
Meriterande
Gymnasial utbildning inom Transport
Språk
Krav
Svenska
Meriterande
Arabiska
Låtsasspråk
Kompetenser
Krav
Truckkort A
Pallstapling
Körkort
Meriterande
B, C
Öppen för alla

Arbetsgivaren är villig att göra anpassningar.

Övrig information
Lön
Lönetyp: Fast
Var ligger arbetsplatsen?
Kajen 1
17133 Solna
Solna Kommun
Arbetsgivare
Hamnlogistik AB
Kim Kanariefågel 070-000 00 00
"""  # noqa: W291


def read(page=PAGE, name="folder/lager.txt"):
    return READER.read(Source(name, page.encode()))


def test_a_page():
    ad = read()[0]
    assert (ad.id, ad.headline, ad.employer) == ("lager", "Lagerarbetare till Norra hamnen", "Hamnlogistik AB")
    assert (ad.occupation.label, ad.municipality, ad.municipality_code) == ("Lagerarbetare", "Solna", "0184")
    assert (ad.hours, ad.vacancies, ad.deadline, ad.open_for_all) == ("any", 4, "2026-12-24", True)
    assert ad.text == "Du plockar ordrar.\n\nKvalifikationer\nDu är snabb.\n\nÖppen för alla\nsom gillar fart!"
    assert ad.text in PAGE


def test_the_block_of_qualifications():
    assert [(r.kind, r.value, r.necessity) for r in read()[0].structured] == [
        ("experience", {"years": 2, "field": "lagerarbetare"}, "must"),
        ("experience", {"years": 1, "field": "truckförare"}, "must"),
        ("experience", {"years": None, "field": "ordermottagare, 7–9"}, "nice"),
        ("education", {"level": "upper_secondary", "field": "transport"}, "nice"),
        ("language", {"lang": "sv", "level": None}, "must"),
        ("language", {"lang": "ar", "level": None}, "nice"),
        ("certificate", "truck", "must"),
        ("skill", "pallstapling", "must"),
        ("driving_licence", "B", "nice"),
        ("driving_licence", "C", "nice"),
    ]
    assert {row.source for row in read()[0].structured} == {"qualification_block"}


def test_what_was_dropped_or_doubtful_is_said():
    batch = read()
    assert [(note.level, note.column) for note in batch.notes] == [
        ("dropped", None),
        ("doubtful", "Kvalifikationer"),
    ]
    assert "Kanariefågel" not in repr(batch)


@pytest.mark.parametrize("page", [PAGE, PAGE.replace("\n", "\r\n"), PAGE.replace(" ", "\u00a0"), "\ufeff" + PAGE])
def test_line_ends_and_odd_blanks_change_nothing(page):
    ad = read(page)[0]
    assert (ad.hours, ad.municipality, len(ad.structured), ad.open_for_all) == ("any", "Solna", 10, True)


def test_a_heading_inside_the_text_is_no_block():
    page = PAGE[: PAGE.index("Läs mindre")] + "Läs mindre\nÖvrig information\nLön\n"
    ad = read(page)[0]
    assert ad.structured == ()
    assert not ad.open_for_all
    assert ad.text.endswith("som gillar fart!")


def test_a_page_without_a_place_or_an_end():
    page = "Kock\nKrogen\nStorkock\nObestämd ort\nKort arbetsbeskrivning\nOmfattning: Deltid\nOm jobbet\nVi lagar.\nLön"
    ad = read(page)[0]
    assert (ad.headline, ad.employer, ad.municipality, ad.text, ad.hours) == (
        "Kock",
        "Krogen",
        None,
        "Vi lagar.\nLön",
        "part",
    )


def test_a_day_without_its_year_stays_unknown():
    batch = read(PAGE.replace("24 dec. 2026 (om 20 dagar)", "24 dec. (om 20 dagar)"))
    assert batch[0].deadline is None
    assert ("doubtful", "Sista ansökningsdag") in [(note.level, note.column) for note in batch.notes]
    assert read(PAGE.replace("24 dec. 2026", "2026-12-24"))[0].deadline == "2026-12-24"


def test_the_address_of_the_page_gives_the_id():
    assert read(PAGE + "https://arbetsformedlingen.se/platsbanken/annonser/70001234\n")[0].id == "70001234"


def test_pages_are_told_from_other_texts():
    assert READER.recognises(Source("x", PAGE.encode()))
    assert read_ads(Source("x.txt", PAGE.encode()))[0].structured
    for text in ("Vi söker en kock.", "Kommun: Solna\nOmfattning: Heltid", "Kvalifikationer\nTruckkort", ""):
        assert not READER.recognises(Source("x", text.encode()))


def test_a_block_without_values_gives_nothing():
    place = Place(Source("p"), [])
    assert qualification_rows(["Språk", "Krav", "", "Körkort"], place) == []
    assert qualification_rows(["Krav", "löst värde"], place) == []
    assert [row.kind for row in qualification_rows(["Egen bil", "Krav"], place)] == ["own_car"]


def test_a_page_with_labels_above_their_values():
    page = (
        "Undersköterska till Ekgården\nEken AB\nUndersköterska\nSolna\nOm anställningen\nOmfattning\nDeltid\n"
        "Varaktighet\nTills vidare\nKvalifikationer\nKrav\nUtbildningsnivå\nGymnasial utbildning\nUtbildning\n"
        "Vård och omsorg\nSpråk\nSvenska\nMeriterande\nSpråk\nFinska\nOm jobbet\nDu får kurser i silvia.\n"
        "Öppen för alla\nSista ansökningsdag\n2027-01-15\n"
    )
    [ad] = READER.read(Source("a.txt", page.encode()))
    assert (ad.headline, ad.employer, ad.municipality) == ("Undersköterska till Ekgården", "Eken AB", "Solna")
    assert (ad.hours, ad.deadline, ad.text) == ("part", "2027-01-15", "Du får kurser i silvia.")
    assert [(row.kind, row.value, row.necessity) for row in ad.structured] == [
        ("education", {"level": "upper_secondary", "field": "vård och omsorg"}, "must"),
        ("language", {"lang": "sv", "level": None}, "must"),
        ("language", {"lang": "fi", "level": None}, "nice"),
    ]
