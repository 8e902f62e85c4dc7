import csv
import io
import json
import re

from matcher import Matcher
from matcher.demo import example_ads, example_people
from matcher.readers.files.workbooks import read_sheets
from matcher.requirements import read_requirements

SHEET = (
    "Id;Namn;Hemkommun;Svenska, nivå;Yrkeserfarenhet;Körkort;Egen bil\n"
    "K1;Ada Lind;Solna;B1;Kock 4 år (Syrien);B;\n"
    "K2;;Huddinge;A2;städare 2 år;nej;nej\n"
)


def shown(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def ledger_links(html):
    return [link.replace("&amp;", "&") for link in re.findall(r'href="(/desk/people/\d+/ledger\?ad=[^"]+)"', html)]


def test_from_a_sheet_to_a_reason_in_three_clicks(browser):
    people = browser.upload("/desk", file=SHEET).text  # 1: read
    assert "K1" in people
    assert "Kock 4 år" in shown(people)
    assert "Ada" not in people
    assert "Utelämnat" in people
    jobs = browser.get("/desk/people/0/jobs")  # 2: jobs that fit
    links = ledger_links(jobs)
    assert links
    ledger = browser.get(links[0])  # 3: why
    assert "<svg" in ledger


def test_the_ledger_shows_the_numbers_of_the_library(browser):
    browser.upload("/desk", data={"held": "yes"})
    person, ad = example_people()[1], example_ads()[1]
    html = browser.get(f"/desk/people/1/ledger?ad={ad.id}")
    ledger = Matcher(example_ads()).explain(person, ad)
    match = ledger.match
    assert ledger.journey
    assert f"<p>Restid: omkring {ledger.journey.minutes} minuter (gräns {ledger.journey.limit})</p>" in html
    table = html[html.index('<table class="narrow">') :]
    parts = [int(n) for n in re.findall(r'<td class="number">([+-]\d+)</td>', table)]
    assert sorted(parts) == sorted(match.contributions.values())
    assert sum(parts) == match.score
    assert f'<td class="number">{match.score}</td>' in table
    bars = [int(n) for n in re.findall(r'text-anchor="start">([+-]?\d+)</text>', html)]
    assert bars == [*parts, match.score]


def test_the_dossier_is_one_file_with_the_same_numbers(browser):
    browser.upload("/desk", data={"held": "yes"})
    answer = browser.client.get("/desk/people/1/dossier?ad=A02")
    match = Matcher(example_ads()).explain(example_people()[1], example_ads()[1]).match
    assert answer.headers["content-disposition"].startswith("attachment")
    assert f"<strong>{match.score}</strong>" in answer.text
    assert not re.search(r'(?:src|href)="', answer.text)


def test_a_correction_wins_and_is_written_as_the_contract_says(browser):
    browser.upload("/desk", file=SHEET)
    browser.post("/desk/people/0", {"own_car.value": "yes"})
    browser.post("/desk/people/0", {"driving_licences.class": ["b", ""], "driving_licences.valid": ["yes", "unknown"]})
    browser.post("/desk/people/0", {"experience.title": ["Kock", "Bagare"], "experience.years": ["5", "1,5"]})
    browser.post("/desk/people/0", {"languages.lang": ["svenska", "tyska"], "languages.level": ["C1", ""]})
    rows = [json.loads(line) for line in browser.get("/desk/corrections").splitlines()]
    assert rows[0] == {"target": "K1", "field": "own_car", "old": None, "new": True, "by": "person"}
    assert rows[1]["new"] == [{"class": "B", "country": None, "valid": "yes"}]
    assert [job["years"] for job in rows[2]["new"]] == [5.0, 1.5]
    assert [row["lang"] for row in rows[3]["new"]] == ["sv", "de"]
    # Reading the same sheet again makes them again.
    browser.upload("/desk", file=SHEET)
    page = browser.get("/desk/people/0")
    assert 'value="Bagare"' in page
    assert "rättat" in page


def test_a_correction_of_something_that_is_gone_is_reported(browser):
    browser.upload("/desk", file=SHEET)
    browser.post("/desk/people/0", {"own_car.value": "yes"})
    people = browser.upload("/desk", file="Id;Hemkommun;Yrkeserfarenhet;Körkort\nK9;Solna;Kock 2 år;B\n").text
    assert "en rättelse som inte gjordes: det den rättar finns inte kvar (own_car, K1)" in shown(people)


def test_what_a_person_types_is_cleansed_too(browser):
    browser.upload("/desk", file=SHEET)
    browser.post("/desk/people/0", {"wishes.value": "Kock\nring 070-123 45 67\n900101-1239"})
    page = browser.get("/desk/people/0") + browser.get("/desk/corrections")
    assert "070-123" not in page
    assert "900101" not in page


def test_values_that_no_field_can_have_are_refused(browser):
    browser.upload("/desk", file=SHEET)
    for data in (
        {"none.value": "x"},
        {"max_travel_minutes.value": "long"},
        {"experience.title": "Kock", "experience.years": "nan"},
        {"experience.title": "Kock", "experience.years": "1e999"},
        {"languages.lang": "xyzzyiska", "languages.level": "B1"},
        {"driving_licences.class": "Z", "driving_licences.valid": "yes"},
        {"driving_licences.class": "B", "driving_licences.valid": "maybe"},
    ):
        browser.post("/desk/people/0", data, status=422)
    browser.get("/desk/people/99", status=404)
    browser.get("/desk/people/0/ledger?ad=none", status=404)


def test_exports_hold_the_chosen_fields_and_are_logged_without_content(browser, capfd):
    browser.upload("/desk", file=SHEET)
    chosen = {"fields": ["title", "rank", "passport"], "k": "3"}
    table = browser.post("/desk/people/0/export", {**chosen, "format": "csv"})
    rows = list(csv.reader(io.StringIO(table.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == ["Plats", "Rubrik"]
    assert len(rows) == 4
    book = browser.post("/desk/people/0/export", {**chosen, "format": "xlsx"}).content
    [sheet] = read_sheets(book, "shortlist.xlsx")
    assert [list(row.cells) for row in sheet.rows] == rows
    page = browser.post("/desk/people/0/export", {**chosen, "format": "html"})
    assert page.headers["content-disposition"] == 'attachment; filename="shortlist.html"'
    assert rows[1][1] in page.text
    logged = [json.loads(line) for line in capfd.readouterr().err.splitlines()]
    assert [(row["fields"], row["count"], row["token"]) for row in logged] == [(["rank", "title"], 3, None)] * 3
    assert all(set(row) == {"export", "token", "fields", "count"} for row in logged)


def test_pages_come_in_swedish_and_english(browser):
    assert "Handläggare" in browser.get("/")
    assert "Caseworker" in browser.get("/language?to_=en&back=/")
    assert "Questions in" in browser.get("/desk") or "Read a mapping" in browser.get("/desk")
    assert browser.client.get("/language?to_=sv&back=//evil.example", follow_redirects=False).headers["location"] == "/"


def test_the_shortlist_names_what_would_open_more_jobs(browser):
    browser.upload("/desk", file="Id;Hemkommun;Svenska;Yrkeserfarenhet\nK1;Solna;A1;städare 2 år\nK2;;;\n")
    told = browser.get("/desk/people/0/jobs")
    assert "Öppnar fler jobb" in told
    assert "Lär dig mer svenska" in told
    assert "Öppnar fler jobb" not in browser.get("/desk/people/1/jobs"), "of whom nothing is known"


def test_the_shortlist_keeps_the_order_of_the_ranking_and_tiers_filter_it(browser):
    browser.upload("/desk", data={"held": "yes"})
    [ranked] = Matcher(example_ads()).rank([example_people()[0]], k=20, include_blocked=True)
    tiers = {match.id: match.tier for match in ranked.matches}
    assert len(set(tiers.values())) > 1
    asked = "/desk/people/0/jobs?k=20&blocked=true"
    listed = [link.split("ad=")[1] for link in ledger_links(browser.get(asked))]
    assert listed == list(tiers), "by rank, whatever the tier"
    # Where an employer's name runs the other way, the points beside it do not.
    assert len(re.findall(r'<p><bdi>[^<]+</bdi> <span class="points">', browser.get(asked))) == len(listed)
    for tier in set(tiers.values()):
        some = [link.split("ad=")[1] for link in ledger_links(browser.get(f"{asked}&tier={tier}"))]
        assert some == [ad for ad in tiers if tiers[ad] == tier]
    assert browser.client.get(f"{asked}&tier=best").status_code == 422


def test_questions_come_in_the_visitors_languages(browser):
    browser.upload("/desk", file="Id;Hemkommun;Yrkeserfarenhet\nK1;Solna;städare 2 år\n")
    for link in ledger_links(browser.get("/desk/people/0/jobs")):
        html = browser.get(f"{link}&questions=ar")
        if 'lang="ar" dir="rtl"' in html:
            assert "inte granskad" in html
            return
    raise AssertionError("no ad asks anything")


def test_a_corrected_field_is_told_in_the_ledger(browser):
    browser.upload("/desk", file=SHEET)
    link = ledger_links(browser.get("/desk/people/0/jobs"))[0]
    assert "rättat" not in browser.get(link).casefold()
    browser.post("/desk/people/0", {"own_car.value": "yes"})
    assert "Rättat: Egen bil" in " ".join(shown(browser.get(link)).split())


def test_dossiers_and_corrections_are_logged_as_exports(browser, capfd):
    browser.upload("/desk", file=SHEET)
    browser.get(ledger_links(browser.get("/desk/people/0/jobs"))[0].replace("ledger?", "dossier?"))
    browser.get("/desk/corrections")
    rows = [json.loads(line) for line in capfd.readouterr().err.splitlines()]
    assert [(row["fields"], row["count"]) for row in rows] == [(["dossier"], 1), (["corrections"], 0)]


def test_titles_are_offered_while_typing(browser):
    browser.upload("/desk", file=SHEET)
    assert '<option value="Städare">' in browser.get("/desk/people/0")


def test_earlier_corrections_are_read_with_the_sheet(browser):
    line = json.dumps({"target": "K1", "field": "own_car", "old": None, "new": True, "by": "person"})
    for _ in range(2):
        browser.upload("/desk", file=SHEET, corrections=f"{line}\n")
    assert len(browser.get("/desk/corrections").splitlines()) == 1
    assert "rättat" in browser.get("/desk/people/0")
    for wrong in ("{", '{"target": 1, "field": "x", "old": 1, "new": 2}', "[]", '{"target": "K1", "old": 1, "new": 2}'):
        answer = browser.upload("/desk", 422, file=SHEET, corrections=wrong)
        assert "rad 1: väntade" in answer.text


def test_a_correction_of_a_file_is_cleansed_and_a_wrong_one_is_left_out(browser):
    rows = [
        {"target": "K1", "field": "wishes", "old": [], "new": ["Kock", "ring 070-123 45 67"]},
        {"target": "K1", "field": "own_car", "old": None, "new": "maybe"},
        {"target": "K1", "field": "id", "old": "K1", "new": "K3"},
    ]
    page = browser.upload("/desk", file=SHEET, corrections="\n".join(json.dumps(row) for row in rows)).text
    assert "Rättat av en person (1)" in page
    assert "Oklart (2)" in page
    assert "070-123" not in browser.get("/desk/people/0") + browser.get("/desk/people")


def test_of_two_people_with_one_id_the_first_stays(browser):
    rows = [{"id": "K1", "type": "profile", "experience": [{"title": title}]} for title in ("Kock", "Bagare")]
    page = browser.upload("/desk", file="\n".join(map(json.dumps, rows))).text
    assert page.count('<th scope="row"') == 1
    assert "Bagare" not in page
    assert "väntade ett id som ingen tidigare post har" in page


def test_remarks_are_in_the_language_of_the_page_and_those_of_many_stand_once(browser):
    rows = "".join(f"K{n};Ada KANARIE;Solna;{'grönska' if n == 2 else 'Dari'};Kock\n" for n in range(1, 6))
    page = shown(browser.upload("/desk", file=f"Id;Namn;Hemkommun;Modersmål;Yrke\n{rows}").text)
    assert "Utelämnat (5)" in page
    assert page.count("ett skyddat eller personligt fält") == 1
    assert "(Namn, rader 2-6, 5 poster)" in page
    assert "väntade ett språk (Modersmål, rad 3, K2)" in page
    # What is unclear of one person stands where it can be corrected, and on nobody else's page.
    assert "väntade ett språk (Modersmål, rad 3)" in shown(browser.get("/desk/people/1"))
    assert "väntade ett språk" not in shown(browser.get("/desk/people/0"))
    browser.get("/language?to_=en&back=/desk")
    assert "expected a language (Modersmål, line 3, K2)" in shown(browser.get("/desk/people"))


def test_what_could_not_be_done_is_said_in_swedish_and_leads_back_to_where_one_was(browser):
    empty = browser.post("/desk", {"text": " "}, status=400).text
    assert "kartläggningen: väntade innehåll; filen är tom" in empty
    assert 'lang="en"' not in empty.partition("<main")[2]
    assert '<a href="/desk">Tillbaka</a>' in empty
    assert "sidan finns inte" in browser.get("/nowhere", status=404)
    # A sentence that has no Swedish is said to be English.
    assert 'lang="en">expected valid values' in browser.get("/desk/people/x", status=422)
    browser.get("/language?to_=en&back=/desk")
    assert "mapping: expected content; the file is empty" in browser.post("/desk", {"text": " "}, status=400).text


def test_alternatives_are_seen_as_such(browser):
    browser.upload("/desk", data={"held": "yes"})
    either = next(ad for ad in example_ads() if any(row.any_of is not None for row in read_requirements(ad)))
    table = browser.get(f"/desk/people/0/ledger?ad={either.id}")
    assert re.search(r"<td>eller \w+", table)


def test_somebody_without_an_id_has_a_number(browser):
    page = browser.post("/desk", {"text": "Jag har jobbat som kock i 4 år. Jag bor i Solna."}).text
    assert "Jobb för 1<" in page
    assert "mapping" not in page


def test_a_question_leads_to_the_field_that_it_asks_about_and_from_there_to_the_list(browser):
    browser.post("/desk", {"text": "Id;Hemkommun;Yrkeserfarenhet;Svenska\nK1;Solna;Lagerarbetare 4 år;B1\n"})
    for page in (browser.get("/desk/people/0/jobs"), browser.get("/desk/people/0/ledger?ad=A06")):
        fields = re.findall(r'href="/desk/people/0#(\w+)"', page)
        assert fields
        person = browser.get("/desk/people/0")
        assert all(f'id="{field}"' in person for field in fields)
    saved = browser.post("/desk/people/0", {"own_car.value": "yes"}).text
    form = saved[saved.index('id="own_car"') :]
    assert "/desk/people/0/jobs" in form[: form.index("</fieldset>")]


def test_steps_are_counted_among_the_ads_that_there_are(browser, holdings):
    browser.post("/desk", {"text": "Id;Hemkommun;Yrkeserfarenhet;Svenska;Körkort\nK1;Solna;Vårdbiträde 4 år;A2;nej\n"})
    n = re.search(r"\d+ av de (\d+) närmaste jobben", browser.get("/desk/people/0/jobs"))
    assert int(n[1]) <= len(holdings.state().ads)


def test_one_link_leads_to_a_sheet_for_the_person_in_any_visitors_language(browser):
    browser.post("/desk", {"text": "Id;Hemkommun;Yrkeserfarenhet;Svenska;Körkort\nK1;Solna;Vårdbiträde 4 år;A2;nej\n"})
    link = re.search(r'href="(/desk/people/0/sheet)"', browser.get("/desk/people/0/jobs"))[1]
    page = browser.get(link)
    assert '<article class="sheet" lang="sv" dir="ltr">' in page
    assert "Därför:" in page
    assert "K1" not in page[page.index("<article") : page.index("</article>")]
    arabic = browser.get(f"{link}?lang=ar")
    assert '<article class="sheet" lang="ar" dir="rtl">' in arabic
    assert "inte granskad" in arabic
    assert '<article class="sheet" lang="sv"' in browser.get(f"{link}?lang=xx")
    assert "@media print" in browser.get("/static/sheet.css")
