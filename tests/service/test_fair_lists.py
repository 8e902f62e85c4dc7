"""Lists of ads and of people at a stand: cut ones say so."""

from tests.service.conftest import paste

from matcher.demo import example_people
from matcher.records import JobAd
from matcher.service import Holdings, Origin, Settings
from matcher.service.application import make_app
from matcher.taxonomy import Taxonomy


def test_the_list_of_ads_is_searched_by_what_it_shows_and_says_that_there_are_more(open_browser):
    ads = [JobAd(id=f"a{n:03}", headline="Städare", employer=f"Firma{n} AB", municipality="Solna") for n in range(60)]
    browser = open_browser(
        make_app(Holdings(Origin(lambda t: ads, lambda t: (), Taxonomy.starter, lambda: None)), Settings())
    )
    assert "Bara de första 50 visas" in browser.get("/fair")
    found = browser.get("/fair?q=firma59 solna")
    assert "a059" in found
    assert "a058" not in found
    assert "Bara de första" not in found


def test_the_list_says_how_many_it_leaves_out(browser):
    page = paste(browser, "Tandläkare\nDu är legitimerad tandläkare. Svensk legitimation krävs.").text
    shown = page.count('type="checkbox" name="number"')
    n_people = len(example_people())
    assert shown < n_people
    assert f"{shown} av {n_people} visas." in page or "Ingen passar" in page
