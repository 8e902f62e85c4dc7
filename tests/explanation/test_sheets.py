"""What a person takes home: jobs with reasons, what is missing with a step, what to think of and to bring."""

import re
from html import unescape

import pytest

from matcher import JobAd, Matcher, Profile
from matcher.explanation.sheets import Sheet, sheet_article, sheet_of, sheets_page
from matcher.explanation.spoken import VISITORS
from matcher.ranking import Match, steps
from matcher.requirements import with_requirements
from matcher.taxonomy import Taxonomy

TEXTS = {
    "kok": ("Kock till lunchkök", "Du har arbetat som kock. Svenska på nivå B1 krävs. Du har körkort B."),
    "tre": ("Kock, kväll", "Du ska ha arbetat i minst tio år som kock och ha C-körkort eller CE-körkort."),
    "kod": ("Systemutvecklare", "Du kan Java. Utdrag ur belastningsregistret begärs."),
}


def made(row, lang="sv", texts=TEXTS):
    person = Profile.from_row({"id": "7", **row})
    taxonomy = Taxonomy.starter()
    day = "2030-05-01T23:59:59"
    read = (JobAd(id=name, headline=head, text=text, deadline=day) for name, (head, text) in texts.items())
    ads = {ad.id: with_requirements(ad, taxonomy) for ad in read}
    matcher = Matcher(list(ads.values()), taxonomy=taxonomy, lang=lang)
    [ranked] = matcher.rank([person], 20)
    [every] = matcher.rank([person], 20, include_blocked=True)
    return sheet_of(person, ranked.matches, ads, steps(every.matches, lang=lang), lang)


def words(html):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


COOK = {"Yrkeserfarenhet": "Kock 4 år", "Svenska": "A2", "Körkort": "nej", "Önskat yrke": "Kock"}


def test_a_job_says_why_what_is_missing_and_what_to_do():
    told = words(sheet_article(made(COOK), "sv"))
    assert "Kock till lunchkök" in told
    assert "Därför: du har haft liknande arbete, du vill ha sådant arbete och du har den erfarenhet" in told
    assert "Det här saknas: språk: svenska B1 Gör så här: Lär dig mer svenska (minst B1: sfi D)" in told
    assert "Det här saknas: körkort: B Gör så här: Skaffa körkort B som gäller i Sverige" in told
    assert "Sista dag att söka: 2030-05-01 " in told
    assert "23:59" not in told


def test_what_nothing_of_the_person_speaks_for_is_no_job_of_theirs():
    assert "Systemutvecklare" not in words(sheet_article(made(COOK), "sv"))
    sheet = made({"Yrkeserfarenhet": "Frisör 2 år"}, texts={"kod": TEXTS["kod"]})
    assert not sheet.jobs
    assert "Inget jobb i listan liknar" in words(sheet_article(sheet, "sv"))


def test_of_whom_too_little_is_known_the_sheet_begins_with_questions():
    sheet = made({"Hemkommun": "Solna"})
    assert not sheet.is_known
    assert [question.kind for question in sheet.questions] == ["experience", "wishes"]
    assert "Vi vet för lite" in words(sheet_article(sheet, "sv"))


def test_work_of_a_near_kind_is_not_said_to_be_the_very_experience():
    texts = {"a": ("Kock", "Du har erfarenhet av bankett, catering och stora sällskap.")}
    assert "erfarenhet" not in words(sheet_article(made(COOK, texts=texts), "sv")).partition("Tänk på")[0]


def test_alternatives_lead_to_what_is_advised_anyhow():
    texts = {
        "a": ("Städare", "Svenska eller engelska på nivå B1 krävs."),
        "b": ("Städare, kontor", "Svenska på nivå B1 krävs."),
        "c": ("Städare, skola", "Svenska på nivå B1 krävs."),
    }
    person = {"Yrkeserfarenhet": "Städare 4 år", "Svenska": "A2", "Engelska": "A2"}
    sheet = made(person, texts=texts)
    assert sheet.steps[0].value["lang"] == "sv"
    assert {lack.way.value["lang"] for job in sheet.jobs for lack in job.lacks} == {"sv"}


def test_papers_and_checks_are_those_of_the_jobs():
    sheet = made({"Yrkeserfarenhet": "Systemutvecklare 2 år", "Kompetenser": "Java"})
    assert sheet.checks == ("police_record",)
    assert "Arbetsgivaren kan be om utdrag ur belastningsregistret" in words(sheet_article(sheet, "sv"))
    assert "driving_licence" not in sheet.papers


@pytest.mark.parametrize("lang", VISITORS)
def test_another_language_has_the_swedish_beside_it(lang):
    html = sheet_article(made(COOK, lang="en" if lang == "en" else "sv"), lang)
    assert f'lang="{lang}"' in html
    assert 'dir="rtl"' in html if lang in ("ar", "fa") else 'dir="ltr"' in html
    assert "Skaffa körkort B som gäller i Sverige" in html
    assert "{" not in html
    assert "CV CV" not in words(html)
    beside = html.count('class="beside"')
    assert beside > 1 if lang != "sv" else beside == 0


def test_a_page_of_sheets_tells_whose_each_is_on_the_screen_alone():
    html = "".join(sheets_page([("K7", made(COOK)), ("K8", made(COOK))], "sv"))
    assert html.count('<p class="noprint">K7</p>') == 1
    assert html.count("K7") == 1
    assert html.count("<article") == 2
    assert "<script" not in html


def test_an_ads_markup_is_text():
    texts = {"a": ("Kock <b>nu</b>", "Du har arbetat som kock.")}
    assert "Kock &lt;b&gt;nu&lt;/b&gt;" in sheet_article(made(COOK, texts=texts), "sv")


def test_a_job_without_a_reason_is_not_on_the_sheet():
    person = Profile.from_row({"id": "7", **COOK})
    ads = {name: JobAd(id=name, headline=name) for name in "ab"}
    faint, near = ({"wish": points, "travel": 90} for points in (1, 314))
    matches = [Match("a", 1, 91, "ready", faint, (), ()), Match("b", 2, 90, "ready", near, (), ())]
    assert [job.ad.id for job in sheet_of(person, matches, ads, (), "sv").jobs] == ["b"]


def test_a_verb_alone_is_asked_about_as_something_that_one_does():
    told = words(sheet_article(made(COOK, texts={"a": ("Kock, hemleverans", "Du ska kunna cykla.")}), "sv"))
    assert "Kan du cykla?" in told
    assert "kunskap om cykla" not in told


@pytest.mark.parametrize("lang", VISITORS)
def test_what_an_employer_may_ask_for_is_escaped_in_every_language(lang):
    drawn = sheet_article(Sheet((), True, (), (), (), ("<b>utdrag</b>",)), lang)
    assert "&lt;b&gt;utdrag" in drawn
    assert "<b>utdrag" not in drawn
