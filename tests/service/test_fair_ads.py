"""Ads pasted at the stand, and whoever is judged for them."""

import re

import pytest
from tests.service.conftest import AD, number_of, paste, register, tapped, words

from matcher.demo import example_people


def numbers(html):
    """Those of whom something speaks for the work, and those of whom nothing does."""
    near, _, far = html.partition("<details><summary>")
    return tapped(near, "number"), tapped(far, "number")


@pytest.mark.parametrize("first", ["C eller CE", "CE, C eller D"])
def test_an_ad_that_begins_with_alternatives_asks_about_them_once(browser, first):
    register(browser, licence="here")
    page = paste(browser, f"Chaufför\nKörkort {first} krävs.").text
    cards = re.findall(r'<ul class="reasons">(.*?)</ul>', page, re.S)
    assert cards
    assert {(len(re.findall(r"<em ", card)), "okänt" in card) for card in cards} == {(0, False), (1, True)}
    assert all("körkort: C" in card and " / körkort: " in card for card in cards)


def test_an_ad_of_one_line_is_headed_by_it_and_finds_those_of_its_work(browser, holdings):
    page = paste(browser, "Svetsare sökes till Nacka, heltid").text
    assert '<h1 dir="auto">Svetsare sökes till Nacka, heltid</h1>' in page
    assert "Läst som arbete: Svetsare" in words(page)
    near, far = numbers(page)
    of_the_work = {p.id for p in holdings.state().people if any("svetsare" in e.title.lower() for e in p.experience)}
    assert of_the_work
    assert of_the_work <= set(near)
    assert len(far) > len(near)


def test_each_part_of_an_ad_goes_its_own_way(browser):
    page = paste(browser, "طباخ sökes\n\nVi söker en kock till lunchen. Svenska krävs.").text
    assert re.search(r'<article[^>]* class="advert">\s*<h3 dir="auto">طباخ', page)
    assert '<div class="running" dir="auto">' in page
    assert re.search(r"<li><a [^>]*><bdi>طباخ sökes</bdi></a>", browser.get("/fair"))


def test_nobody_is_said_to_fit_a_text_that_says_nothing(browser):
    page = paste(browser, "Hjälp sökes").text
    near, far = numbers(page)
    assert not near
    assert far
    assert "gick inte att läsa" in page
    assert "Ingen passar ännu." in page


def test_nothing_of_a_long_first_paragraph_is_lost(browser):
    page = paste(
        browser, "Vi söker en målare. " + "Vi är ett lag som trivs ihop. " * 20 + "B-körkort krävs.\nVälkommen!"
    ).text
    assert "körkort: B" in page


def test_several_ads_in_one_text_are_all_read(browser):
    text = "\n----------\n".join(
        f"{title}\nVi söker dig som har {paper}. Du har arbetat i minst ett år. Välkommen med din ansökan!"
        for title, paper in (("Målare till Umeå", "körkort"), ("Kock till Lund", "truckkort"))
    )
    page = paste(browser, text)
    assert page.url.path == "/fair"
    assert "2 annonser" in page.text
    for title in ("Målare till Umeå", "Kock till Lund"):
        assert title in page.text


def test_headline_and_text_can_be_changed_and_corrections_stay(browser):
    page = paste(browser)
    path = f"{page.url.path}?{page.url.query.decode()}"
    row = re.search(r"körkort: B.*?select name=\"(row\d+)\"", page.text[page.text.index("<details") :], re.S)[1]
    browser.post(path, {row: "nice"})
    text = AD.partition("\n")[2] + "\r\nDu har egen bil."
    after = browser.post(path.replace("/fair/ad", "/fair/text"), {"headline": "Målare", "text": text}).text
    assert "Läst som arbete: Målare" in words(after)
    assert "egen bil" in words(after)
    assert "körkort: B, merit" in words(after)


def test_a_form_about_an_ad_that_was_read_anew_since_changes_nothing(browser):
    page = paste(browser)
    path = f"{page.url.path}?{page.url.query.decode()}"
    shown = re.search(r'name="shown" value="(\w+)"', page.text)[1]
    for _ in range(2):  # a button that is pressed twice
        kept = browser.post(path, {"shown": shown, "row0": "not_required"})
        assert kept.text.count('<mark class="not_required">') == page.text.count('<mark class="not_required">') + 1
    browser.post(path.replace("/fair/ad", "/fair/text"), {"headline": "Murare", "text": "Egen bil krävs."})
    answer = browser.post(path, {"shown": shown, "row0": "none"}, status=404)
    assert "annonsen har lästs om sedan sidan visades" in words(answer.text)
    assert "egen bil" in words(browser.get(path))


def test_what_was_pasted_last_stands_first(browser):
    for title in ("Målare till Umeå", "Kock till Lund"):
        paste(browser, title)
    page = browser.get("/fair")
    assert page.index("Kock till Lund") < page.index("Målare till Umeå")
    assert "Målare till Umeå" not in browser.get("/fair?q=Lund")


def test_work_that_the_form_does_not_offer_can_be_tapped(browser, app):
    number = number_of(register(browser, work="other", wish="other"))
    visitor = app.app.state.room.visitors[number]
    assert (visitor.experience, visitor.wishes) == ((), ())


def test_the_form_says_no_more_than_what_is_tapped(browser, app):
    html = browser.get("/fair/visitor?lang=sv")
    label = dict(re.findall(r'name="work" value="([^"]+)"[^>]*><span>([^<]+)<', html))
    [teacher] = [job for job, name in label.items() if name == "Lärare"]
    number = number_of(register(browser, work=teacher))
    assert app.app.state.room.visitors[number].experience[0].title == "Lärare"


def test_who_shows_a_number_is_judged_fit_or_not(browser):
    html = browser.get("/fair/visitor")
    number = number_of(register(browser, work=tapped(html, "work")[-2], licence="no"))
    page = paste(browser, "Tandläkare\nDu är legitimerad tandläkare. Körkort B krävs.")
    assert f'value="{number}"' not in page.text
    path = f"{page.url.path}?{page.url.query.decode()}"
    shown = browser.get(f"{path}&number=%20{number.lower()}")
    assert tapped(shown, "number").count(number) == 1
    card = shown[shown.index(f'value="{number}"> ') :]
    assert "saknas" in card[: card.index("</ul>")]
    assert "Ingen här har det numret" in browser.get(f"{path}&number=zzz9")


def test_an_ad_without_demands_says_what_that_means_and_of_another_language_that_it_is_not_read(browser):
    page = words(paste(browser, "Städare\nFörmiddagar i Nacka.").text)
    assert "Inga krav lästes i annonsen. Utan krav räknas alla som redo." in page
    assert "annat språk" not in page
    page = words(paste(browser, "Szukamy kucharza do restauracji, wymagane doświadczenie i prawo jazdy.").text)
    assert "Kanske är den på ett annat språk" in page
    assert "räknas alla som redo" not in words(paste(browser).text)


def test_where_everybody_is_far_the_page_says_so_and_offers_no_list_of_nobody(browser):
    page = paste(browser, "Tandläkare\nDu är legitimerad tandläkare. Svensk legitimation krävs.").text
    assert numbers(page) == ([], [])
    assert f"För alla {len(example_people())} är det långt till något krav" in words(page)
    assert "Gör ringlista" not in page


def test_what_tiers_mean_stands_with_the_people_who_have_them(browser):
    page = words(paste(browser, "Behöver folk!!").text)
    assert "Ingen passar ännu. Redo" not in page
    assert page.index("som inget känt talar för") < page.index("Redo : Inget krav saknas.")


def test_an_ad_whose_first_line_is_too_long_for_a_headline_is_called_by_its_beginning(browser):
    page = paste(browser, "Lagermedarbetare till " + "stora lagret " * 20 + "\nTruckkort krävs.").text
    assert "own-" not in words(page)
    assert "Lagermedarbetare till stora lagret" in page[page.index("<h1") : page.index("</h1>")]


def test_a_table_of_jobs_is_taken_as_a_file_and_an_empty_form_is_told(browser):
    assert 'type="file"' in browser.get("/fair")
    table = "Företag;Tjänst;Krav\nKol AB;Sotare;höjdvana\nVagn AB;Förare;B-körkort".encode()
    listed = words(browser.upload("/fair/ads", file=table).text)
    assert "Sotare" in listed
    assert "Förare" in listed
    assert "innehåll" in words(browser.post("/fair/ads", {"text": " "}, status=400).text)
