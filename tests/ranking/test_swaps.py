"""What must not rank people moves no score by a single point, in whatever field and format it is written."""

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.demo import example_ads, example_people
from matcher.ranking import Matcher
from matcher.readers import Source, read_profiles
from matcher.records import Experience, Profile
from matcher.requirements import with_requirements

ADS = [with_requirements(ad) for ad in example_ads()[::3]]
MATCHER = Matcher(ADS)
SHARED = Path(__file__).parents[3] / "shared" / "eval" / "profiles_dev"
SAID = (
    "Jag heter Amina Warsame", "Namn: Karl-Erik Svensson",
    "Jag är kvinna", "Hon är man", "female", "en tjej",
    "Hon är 34 år", "Jag är 58 år gammal", "född 1967", "58-åring", "medelålders",
    "Jag kommer från Somalia", "uppvuxen i Damaskus", "romsk bakgrund", "statslös", "I come from Ethiopia",
    "Jag är muslim", "kristen ortodox", "går i kyrkan varje söndag", "bär slöja",
    "Jag har diabetes", "ont i ryggen", "kan inte lyfta tungt på grund av ryggen", "allergisk mot pollen", "gravid",
    "ensamstående mamma", "gift och har fyra barn", "väntar barn i maj", "lämnar på förskolan kl 8",
    "permanent uppehållstillstånd", "asylsökande", "tillfälligt skydd",
    "arbetslös sedan 2019", "gått hemma länge", "long-term unemployed",
    "rätt till nystartsjobb", "går på försörjningsstöd", "introduktionsjobb möjligt",
    "medlem i Kommunal", "fackligt aktiv", "dömd för misshandel 2012", "homosexuell",
    "bor på Storgatan 5", "Tornstråket 12 B", "kusinen jobbar på en krog", "känner chefen på lagret",
    "gör ett trevligt intryck", "handläggaren bedömer att hon är lat", "svårmotiverad", "foto bifogas",
)  # fmt: skip
HEADER = (
    "Id", "Namn", "Bostadskommun", "Modersmål", "Övr. språk", "Svenska nivå", "Utbildning", "Yrkeserfarenhet",
    "Kan även", "Kompetenser", "Körkort", "Intyg", "Hälsa", "Önskat yrke", "Vill EJ", "Arbetstid", "Anteckning",
)  # fmt: skip
ROW = (
    "P1", "", "Täby", "dari", "engelska B1", "B1", "Gymnasium, Syrien, 12 år", "Kock 5 år (Syrien)",
    "lagat mat till bröllop", "städning, matlagning", "B (svenskt)", "livsmedelshygien", "", "Kock", "nattarbete",
    "heltid", "",
)  # fmt: skip
JOB = {"position": "Kock", "summary": "Stekte och grillade.", "startDate": "2010-01", "endDate": "2015-01"}
RESUME = {
    "basics": {"name": "", "summary": "", "location": {"city": "Täby"}},
    "work": [JOB | {"name": "", "highlights": ["beställde varor"]}],
    "education": [{"studyType": "Gymnasium", "area": "restaurang", "institution": ""}],
    "skills": [{"name": "matlagning", "keywords": ["grillning"]}],
    "interests": [{"name": "matlagning", "keywords": ["bakning"]}],
    "volunteer": [{"position": "Kock", "summary": ""}],
    "references": [{"name": "", "reference": ""}],
}
CV = """CV K1
Täby

Om mig
{0}

ARBETE
Kock, Syrien, 2010-2015. Stekte och grillade. {1}

KAN
matlagning
{2}

ÖVRIGT JAG KAN
lagat mat till bröllop
{3}

SÖKER
Kock
{4}

VILL INTE ARBETA MED
nattarbete
{5}

Anteckning
{6}
"""
PLACES = ("summary", "employer", "duties", "highlight", "school", "keyword", "interest", "volunteer", "reference")


def sheet(place, said):
    row = list(ROW)
    row[place] = f"{row[place]}, {said}" if row[place] and said else row[place] or said
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([HEADER, row])
    return Source("p.csv", out.getvalue().encode())


def resume(place, said):
    made = json.loads(json.dumps(RESUME))
    basics, work = made["basics"], made["work"][0]
    sentence = f" {said}." if said else ""
    basics["name"] = said
    basics["summary"] += said if place == "summary" else ""
    work["name"] = said if place == "employer" else ""
    work["summary"] += sentence if place == "duties" else ""
    work["highlights"] += [said] if place == "highlight" else []
    made["education"][0]["institution"] = said if place == "school" else ""
    made["skills"][0]["keywords"] += [said] if place == "keyword" else []
    made["interests"][0]["keywords"] += [said] if place == "interest" else []
    made["volunteer"][0]["summary"] = said if place == "volunteer" else ""
    made["references"][0]["reference"] = said if place == "reference" else ""
    return Source("cv.json", json.dumps(made, ensure_ascii=False).encode())


def passport(place, said):
    x = {name: said if place == name else "" for name in ("PersonName", "Summary", "Description", "Other")}
    return Source("cv.xml", f"""<Candidate xmlns="http://www.europass.eu/1.0"><CandidatePerson>
<PersonName><FormattedName>{x["PersonName"]}</FormattedName></PersonName></CandidatePerson>
<CandidateProfile languageCode="sv"><ExecutiveSummary>{x["Summary"]}</ExecutiveSummary>
<EmploymentHistory><EmployerHistory><PositionHistory><PositionTitle>Kock</PositionTitle>
<Description>Stekte. {x["Description"]}</Description></PositionHistory>
</EmployerHistory></EmploymentHistory><Others><Title>Övrigt</Title><Other><Title>Om mig</Title>
<Description>{x["Other"]}</Description></Other></Others></CandidateProfile></Candidate>""".encode())  # fmt: skip


def text(place, said):
    parts = [""] * 7
    parts[place] = said
    return Source("cv.txt", CV.format(*parts).encode())


RANKED = {}


def matches_of(person):
    """A person's matches; most of what is written leaves the record as it was, which is ranked once."""
    record = person.model_dump_json()
    if record not in RANKED:
        RANKED[record] = MATCHER.rank([person], k=len(ADS), include_blocked=True)[0].matches
    return RANKED[record]


def scores(source):
    [person] = [person.model_copy(update={"id": "x"}) for person in read_profiles(source)]
    return {match.id: (match.score, match.tier, match.contributions) for match in matches_of(person)}


@pytest.mark.parametrize(
    ("written", "places"),
    [
        (sheet, [HEADER.index(name) for name in HEADER if name not in ("Id", "Bostadskommun", "Svenska nivå")]),
        (resume, PLACES),
        (passport, ("PersonName", "Summary", "Description", "Other")),
        (text, range(7)),
    ],
    ids=["sheet", "JSON Resume", "Europass", "text"],
)
def test_what_the_law_protects_moves_no_score(written, places):
    for place in places:
        plain = scores(written(place, ""))
        assert len(plain) == len(ADS)
        moved = [said for said in SAID if scores(written(place, said)) != plain]
        assert moved == [], place


COUNTRIES = ("Syrien", "Irak", "Polen", "Ukraina", "Eritrea", "Norge", "Kina")


def test_where_work_was_done_and_school_was_gone_to_moves_no_score():
    rows = [sheet(0, "").data.decode().replace("Syrien", country).encode() for country in COUNTRIES]
    found = [scores(Source("p.csv", row)) for row in rows]
    assert all(one == found[0] for one in found)


def test_a_mother_tongue_that_no_ad_asks_for_moves_no_score():
    tongues = ("dari", "tigrinja", "ukrainska", "somaliska")
    rows = [sheet(0, "").data.decode().replace("dari", tongue).encode() for tongue in tongues]
    found = [scores(Source("p.csv", row)) for row in rows]
    tongue = {"sv", "en"}
    asked = {ad.id for ad in ADS for r in ad.requirements if r.kind == "language" and r.value["lang"] not in tongue}
    assert len(asked) < len(ADS)
    kept = [{ad: value for ad, value in one.items() if ad not in asked} for one in found]
    assert all(one == kept[0] for one in kept)


@given(
    st.lists(st.text(alphabet="abdefghijklmnoprstuvy", min_size=3, max_size=12).map(str.title), min_size=1, max_size=4)
)
def test_names_that_nobody_has_listed_move_no_score_in_what_was_done(names):
    def ranked(duties):
        person = Profile(id="x", experience=[Experience(title="Kock", years=3, duties=duties)])
        return MATCHER.rank([person], k=len(ADS), include_blocked=True)[0].matches

    from matcher.features.workwords import skills_named

    said = f"Lagade lunch hos {' '.join(names)}"
    if skills_named(said) == skills_named("Lagade lunch hos "):
        plain, named = ranked("Lagade lunch hos "), ranked(said)
        assert [(m.id, m.score) for m in plain] == [(m.id, m.score) for m in named]


TWINS = (
    ("Servitris", "Servitör"),
    ("Hotellstäderska", "Hotellstädare"),
    ("Lärarinna", "Lärare"),
    ("Kokerska", "Kock"),
    ("Sömmerska", "Sömmare"),
    ("Kassörska", "Kassör"),
    ("Försäljerska", "Försäljare"),
    ("Brandkvinna", "Brandman"),
    ("Förskolefröken", "Förskollärare"),
    ("Waitress", "Waiter"),
    ("Policewoman", "Policeman"),
)


@pytest.mark.parametrize(("her", "his"), TWINS)
def test_gender_of_a_title_moves_no_score(her, his):
    def found(title):
        jobs = [Experience(title=title, years=3), Experience(title=f"{title} på hotell", years=1)]
        person = Profile(id="x", experience=jobs, wishes=[title.lower()])
        return [(m.id, m.contributions) for m in MATCHER.rank([person], k=len(ADS), include_blocked=True)[0].matches]

    assert found(her) == found(his)


@pytest.mark.shared
def test_no_score_of_the_development_people_moves():
    if not SHARED.is_dir():
        pytest.skip("the development people are not there")
    sheet_text = (SHARED / "sheet.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(sheet_text), delimiter=";"))
    at = next(i for i, name in enumerate(rows[0]) if name.startswith("Kan även"))

    def of(said):
        out = io.StringIO()
        more = [[*row[:at], f"{row[at]}, {said}" if said else row[at], *row[at + 1 :]] for row in rows[1:]]
        csv.writer(out, delimiter=";").writerows([rows[0], *more])
        people = list(read_profiles(Source("sheet.csv", out.getvalue().encode())))
        return [[(match.id, match.score) for match in matches_of(person)] for person in people]

    plain = of("")
    assert len(plain) > 20
    assert [said for said in SAID[::6] if of(said) != plain] == []


def test_example_people_are_told_apart_by_what_they_can():
    [first, second, *_] = MATCHER.rank(example_people(), k=3)
    assert [m.id for m in first.matches] != [m.id for m in second.matches]
