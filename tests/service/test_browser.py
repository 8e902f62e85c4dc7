"""The three ways through in a real browser: Chromium without a window, skipped with the reason where there is none."""

import os
import shutil
import subprocess
import sys

import pytest

from matcher import Profile, explain
from matcher.demo import example_ads

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
if CHROMIUM is None:
    pytest.skip("no Chromium is installed (make browser installs Debian's)", allow_module_level=True)
playwright = pytest.importorskip("playwright.sync_api", reason="the extra browser is not installed (make browser)")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="the extra browser is not installed")

AD = "Städare till kontor\nDu har städat förut och talar svenska. B-körkort krävs. Truckkort är meriterande."
SHEET = "Id;Hemkommun;Svenska, nivå;Yrkeserfarenhet;Körkort\nK1;Solna;B1;Kock 4 år;B\n"
RUN = "".join(f"K{q} Q0 a{d} {d} {9 - d} m\n" for q in range(8) for d in range(1, 5))
SECOND = "".join(f"K{q} Q0 a{d} {d} {9 - d} m\n" for q in range(8) for d in (1, 3, 5))
GROUPS = "id,lang\n" + "".join(f"K{q},{'ar' if q % 2 else 'so'}\n" for q in range(8))
QRELS = "".join(f"K{q} 0 a{1 + q % 3} 2\n" for q in range(8))


@pytest.fixture(scope="module")
def base():
    """A service of its own process, as ``matcher serve`` starts it."""
    command = [sys.executable, "-m", "matcher", "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            yield server.stdout.readline().strip()
        finally:
            server.terminate()


@pytest.fixture(scope="module")
def chromium():
    with playwright.sync_playwright() as driver:
        # A container's root has no sandbox of its own.
        args = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=args)
        yield browser
        browser.close()


@pytest.fixture(params=["light", "dark"])
def page(chromium, base, request):
    """A page that remembers what went wrong on it and whom it asked for anything."""
    context = chromium.new_context(locale="sv-SE", viewport={"width": 1100, "height": 900}, color_scheme=request.param)
    opened = context.new_page()
    opened.heard = []
    opened.on("console", lambda message: opened.heard.append(message.text))
    opened.on("pageerror", lambda error: opened.heard.append(str(error)))
    opened.on("request", lambda request: request.url.startswith(base) or opened.heard.append(request.url))
    yield opened
    context.close()
    assert opened.heard == []


def check(page):
    """No serious finding of axe, and nothing wider than the window."""
    found = axe.Axe().run(page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")] == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def file(text):
    return {"name": "file.csv", "mimeType": "text/csv", "buffer": text.encode()}


def test_a_caseworkers_way(page, base):
    page.goto(f"{base}/desk")
    check(page)
    page.set_input_files("#file", files=[file(SHEET)])
    page.click("text=Läs in >> nth=-1")
    check(page)
    page.click("text=Jobb för K1")
    check(page)
    page.click(".card a >> nth=0")
    page.click("summary")
    check(page)
    assert page.locator("svg .bar").count() == page.locator("table.narrow tbody tr").count() + 1
    page.goto(f"{base}/desk/people/0")
    check(page)
    page.locator("#own_car select").select_option("yes")
    page.click("#own_car button")
    assert page.locator("#own_car em").inner_text() == "(rättat)"
    page.goto(f"{base}/desk/people/0/jobs")
    with page.expect_download() as download:
        page.click("text=Exportera >> nth=-1")
    assert download.value.suggested_filename == "shortlist.csv"


@pytest.mark.parametrize("lang", ["sv", "uk", "ar"])
def test_a_persons_sheet_is_two_papers_at_most_and_what_is_typed_stays_in_the_browser(page, base, lang):
    page.goto(f"{base}/desk")
    page.set_input_files("#file", files=[file(SHEET)])
    page.click("text=Läs in >> nth=-1")
    page.click("text=Jobb för K1")
    page.click("text=Blad till personen")
    page.goto(f"{page.url}?lang={lang}")
    check(page)
    assert 1 <= page.pdf().count(b"/Type /Page\n") <= 2
    page.emulate_media(media="print")
    assert not page.locator(".own").is_visible()
    assert "K1" not in page.inner_text("body")
    page.emulate_media(media="screen")
    page.fill("#own", "Amina")
    page.emulate_media(media="print")
    assert page.locator("#own").is_visible()
    assert page.locator("#own").get_attribute("name") is None
    page.reload()
    assert page.locator("#own").input_value() == ""


def test_on_paper_no_table_is_cut_off_and_no_button_stands(page, base):
    page.goto(f"{base}/desk")
    page.set_input_files("#file", files=[file(SHEET)])
    page.click("text=Läs in >> nth=-1")
    page.click("text=Jobb för K1")
    page.click(".card a >> nth=0")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 700, "height": 990})
    assert all(page.locator(".scroll").evaluate_all("all => all.map(it => it.scrollWidth <= it.clientWidth)"))
    assert not page.locator(".button").is_visible()


def test_every_page_of_the_desk_and_the_fair_fits_a_telephone(page, base):
    page.goto(f"{base}/language?to_=en&back=/desk")
    page.set_input_files("#file", files=[file(SHEET)])
    page.click("main form button >> nth=0")
    page.set_viewport_size({"width": 360, "height": 740})
    for path in (
        "/",
        "/desk",
        "/desk/people",
        "/desk/people/0",
        "/desk/people/0/jobs",
        "/desk/people/0/sheet",
        "/fair",
        "/fair/room",
        "/runs",
    ):
        page.goto(base + path)
        check(page)
    page.goto(f"{base}/desk/people/0/jobs")
    page.click(".card a >> nth=0")
    check(page)
    page.goto(f"{base}/fair")
    page.fill("#text", "Förskolelärarvikariesamordnare vid särskilda undervisningsgruppsverksamheten")
    page.click("main form button >> nth=-1")
    check(page)
    page.goto(f"{base}/desk/people/0/jobs")
    page.click(".card a >> nth=0")
    table = page.locator(".scroll").first
    assert table.evaluate("it => it.scrollWidth <= it.clientWidth")


@pytest.mark.parametrize("path", ["", "desk", "fair", "fair/visitor", "runs"])
def test_text_of_twice_the_size_fits_a_telephone(page, base, path):
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(f"{base}/{path}")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_a_ledger_fits_a_telephone_with_text_of_twice_the_size(page, base):
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(f"{base}/desk")
    page.set_input_files("#file", files=[file(SHEET)])
    page.click("text=Läs in >> nth=-1")
    page.click("text=Jobb för K1")
    page.click(".card a >> nth=0")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_an_explanation_as_a_file_fits_a_telephone_with_text_of_twice_the_size(chromium, tmp_path):
    ad = example_ads()[2]
    person = Profile(id="K1", wishes=("Köksbiträde",), home_municipality="Solna")
    (tmp_path / "why.html").write_text(explain(person, ad, lang="sv").to_html(), encoding="utf-8")
    page = chromium.new_page(viewport={"width": 375, "height": 800})
    page.goto((tmp_path / "why.html").as_uri())
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.locator(".bar").count() > 1
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.close()


def test_a_recruiters_way(page, base):
    page.goto(f"{base}/fair")
    check(page)
    page.fill("#text", AD)
    page.click("text=Läs annonsen")
    page.click("summary")
    check(page)
    assert page.locator("mark.must").count() >= 3
    page.locator("input[type=checkbox][name=number]").first.check()
    number = page.locator("input[type=checkbox][name=number]").first.input_value()
    page.click("text=Gör ringlista")
    check(page)
    assert page.locator("td.big").all_inner_texts() == [number]
    page.goto(f"{base}/fair/room")
    check(page)


@pytest.mark.parametrize("lang", ["sv", "ar", "fa", "ti"])
def test_a_visitors_way_with_taps_alone(page, base, lang):
    page.set_viewport_size({"width": 400, "height": 800})
    page.goto(f"{base}/fair/visitor?lang={lang}")
    check(page)
    for name, value in (("years", "3"), ("swedish", "b1"), ("licence", "here"), ("hours", "full")):
        page.locator(f"label:has(input[name={name}][value='{value}'])").click()
    page.locator("label:has(input[name=work])").first.click()
    page.locator("input[name=consent]").check()
    page.click("main button")
    assert page.locator(".huge").inner_text()
    assert page.locator(".code svg").is_visible()
    assert page.evaluate("getComputedStyle(document.body).direction") == ("rtl" if lang in ("ar", "fa") else "ltr")
    check(page)
    page.click("button")
    assert page.locator(".huge").count() == 0


def test_what_is_missing_has_the_focus_so_that_it_is_read_out(page, base):
    page.goto(f"{base}/fair/visitor?lang=ar")
    page.click("main button")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "alert"
    check(page)
    page.heard.clear()  # the console tells of the status 422


def test_a_researchers_way(page, base):
    page.goto(f"{base}/runs")
    check(page)
    page.set_input_files("#run", files=[file(RUN)])
    page.set_input_files("#qrels", files=[file(QRELS)])
    page.click("main button")
    check(page)
    assert page.locator("svg.chart").count() == 3
    page.set_input_files("#run", files=[file(RUN)])
    page.set_input_files("#qrels", files=[file(QRELS)])
    page.set_input_files("#second", files=[file(SECOND)])
    page.set_input_files("#groups", files=[file(GROUPS)])
    page.click("main button")
    check(page)
    assert page.locator("svg.chart").count() == 6


def test_the_keyboard_reaches_the_content_first(page, base):
    page.goto(f"{base}/")
    check(page)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "/desk"


def test_a_script_of_an_ad_does_not_run(page, base):
    page.goto(f"{base}/fair")
    page.fill(
        "#text", "<script>document.title='x'</script> Kock\n<img src=x onerror=\"document.title='x'\"> B-körkort krävs."
    )
    page.click("text=Läs annonsen")
    assert "Kock" in page.locator("h1").inner_text()
    assert page.title() != "x"
