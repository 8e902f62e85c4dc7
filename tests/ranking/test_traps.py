"""Known traps of matching: lists must not be filled or led by what only looks like a fit."""

from matcher.ranking import Matcher
from matcher.records import Availability, Experience, JobAd, Language, Profile, Skill
from matcher.requirements import with_requirements

WORK = {
    "Kock": "Du lagar lunch och middag, planerar menyer, beställer råvaror och håller köket rent. Vi serverar "
    "husmanskost och grillrätter till hundra gäster om dagen. Erfarenhet av arbete som kock krävs.",
    "Svetsare": "Du svetsar ramar och balkar i stål med MIG och TIG, läser ritningar och slipar fogar. Vi bygger "
    "truckar och kranar. Erfarenhet av svetsning krävs.",
    "Lokalvårdare": "Du städar kontor och trapphus, sköter golvvård med maskin och fyller på material. Vi har kunder "
    "i hela staden och arbetar dagtid.",
    "Barnskötare": "Du leker, läser och äter med barnen, planerar dagen med kollegerna och samtalar med föräldrar. "
    "Erfarenhet av arbete i förskola krävs.",
    "Lagerarbetare": "Du plockar order, packar pall, lossar bilar och kör truck. Lagret är stort och ljust. "
    "Truckkort krävs.",
    "Undersköterska": "Du hjälper äldre med mat, hygien och mediciner, dokumenterar och samverkar med sjuksköterskan. "
    "Utbildning till undersköterska krävs.",
    "Snickare": "Du reser stommar, sätter gips och fönster och läser ritningar på våra byggen. Yrkesbevis krävs.",
    "Tandsköterska": "Du assisterar tandläkaren, steriliserar instrument och bokar tider. Utbildning krävs.",
    "Bussförare": "Du kör linjetrafik i stan, säljer biljetter och hjälper resenärer. Körkort D och YKB krävs.",
    "Systemutvecklare": "Du utvecklar tjänster i Java och Python, skriver tester och driftsätter. Examen krävs.",
}
PLAIN = "Vi är en trygg arbetsgivare med kollektivavtal. Tjänsten är på heltid och vi tillträder efter överenskommelse."


def ad(name, headline, text, **more):
    return with_requirements(JobAd(id=name, headline=headline, text=text, municipality="Stockholm", **more))


def person(title, **more):
    swedish = Language(lang="sv", **dict.fromkeys(("speaking", "listening", "reading", "writing"), ("B2", "B2")))
    job = Experience(title=title, years=4, duties=WORK[title].partition(".")[0])
    facts = {"languages": [swedish], "experience": [job], "home_municipality": "Stockholm", "wishes": [title]}
    return Profile(id=title, **(facts | more))


PEOPLE = [person(title) for title in WORK]
ADS = [ad(f"{title} {n}", title, f"{text} {PLAIN}") for title, text in WORK.items() for n in (1, 2)]


def lists(ads, people=PEOPLE, k=20, **how):
    ranking = Matcher(ads).rank(people, k=k, **({"include_blocked": True} | how))
    return {ranked.id: [match.id for match in ranked.matches] for ranked in ranking}


def test_everybody_finds_the_own_work_first():
    for title, found in lists(ADS).items():
        assert {found[0], found[1]} == {f"{title} 1", f"{title} 2"}


def test_a_short_ad_does_not_float_up_and_is_not_lost_where_it_fits():
    short = [
        ad("one word", "Jobb", "Personal sökes."),
        ad("one skill", "Medarbetare", "Du kan Excel."),
        ad("nothing", "Vi söker dig", ""),
        ad("short cook", "Kock", "Kock sökes."),
    ]
    found = lists([*ADS, *short], [person(t, skills=[Skill(label="Excel")]) for t in WORK], k=30)
    for title, ids in found.items():
        for name in ("one word", "one skill", "nothing"):
            assert ids.index(name) > max(ids.index(f"{title} 1"), ids.index(f"{title} 2"))
    assert found["Kock"].index("short cook") <= 2
    leads = sum("one skill" in ids[:3] for ids in found.values())
    assert leads <= 1


def test_a_stuffed_ad_gains_nothing_by_its_words():
    titles = ", ".join(WORK)
    stuffed = [
        ad("stuffed text", "Telefonförsäljare", f"Du ringer kunder. Sökord: {' '.join([titles] * 30)}."),
        ad("stuffed body", "Telefonförsäljare", "Du ringer kunder. " + " ".join(WORK.values()) * 5),
        ad("stuffed headline", f"Telefonförsäljare {titles}", "Du ringer kunder och säljer abonnemang."),
    ]
    for title, ids in lists([*ADS, *stuffed], k=30).items():
        own = max(ids.index(f"{title} 1"), ids.index(f"{title} 2"))
        assert all(ids.index(one.id) > own for one in stuffed), title


def test_a_word_said_a_hundred_times_counts_as_one_said_often():
    once = ad("once", "Medarbetare till köket", "Vi söker en kock.")
    often = ad("often", "Medarbetare till köket", "Vi söker en kock. " + "kock " * 300)
    [ranked] = Matcher([once, often]).rank([person("Kock")], include_blocked=True)
    text = {match.id: match.contributions.get("text", 0) for match in ranked.matches}
    assert text["often"] <= 66
    good = lists([*ADS, often], [person("Svetsare")], k=30)["Svetsare"]
    assert good.index("often") > 1


def test_boilerplate_neither_sinks_an_ad_nor_lifts_it():
    benefits = (
        "Vi erbjuder friskvårdsbidrag, pension, försäkringar, kaffe och ett leende. Vårt huvudkontor ligger vid "
        "vattnet. Som företag tror vi på mångfald, hållbarhet och kvalitet, och vi växer i hela Norden. "
    )
    heavy = [ad(f"heavy {t}", t, f"{benefits * 12} {WORK[t]} {benefits * 12}") for t in ("Kock", "Lokalvårdare")]
    found = lists([*ADS, *heavy], k=30)
    for title in ("Kock", "Lokalvårdare"):
        assert found[title].index(f"heavy {title}") <= 2
    for title in set(WORK) - {"Kock", "Lokalvårdare"}:
        assert all(found[title].index(one.id) > 1 for one in heavy)
    [plain, full] = (
        Matcher([one]).rank([person("Kock")], include_blocked=True)[0].matches[0] for one in (ADS[0], heavy[0])
    )
    assert [v.verdict for v in plain.verdicts] == [v.verdict for v in full.verdicts]


def test_copies_of_an_ad_take_one_place():
    text = f"{WORK['Lokalvårdare']} {PLAIN} Välkommen med din ansökan redan idag, vi läser allt som kommer in."
    copies = [
        ad(
            f"copy {n:02}",
            "Lokalvårdare",
            f"{text} Referens {n}.",
            employer=f"Bemanning {n % 3}",
            municipality_code="0180",
        )
        for n in range(30)
    ]
    [found] = lists([*ADS, *copies], [person("Lokalvårdare")], k=10, include_blocked=False).values()
    assert sum(i.startswith("copy") for i in found) == 1
    assert len(set(found)) == len(found) > 3
    [longer] = lists([*ADS, *copies], [person("Lokalvårdare")], k=30, include_blocked=False).values()
    assert longer[: len(found)] == found
    [whole] = lists([*ADS, *copies], [person("Lokalvårdare")], k=100, include_blocked=False, duplicates=True).values()
    assert sum(i.startswith("copy") for i in whole) == 30
    [every] = lists([*ADS, *copies], [person("Lokalvårdare")], k=100).values()
    assert len(every) == len(ADS) + 30


def test_ads_of_a_few_words_are_never_called_copies():
    ads = [ad(f"a{n}", "Kock", "Vi söker kock.") for n in range(8)]
    assert lists(ads, [person("Kock")], k=5, include_blocked=False)["Kock"] == [f"a{n}" for n in range(5)]


def test_an_ad_in_another_language_comes_where_its_work_belongs():
    english = ad(
        "english cook",
        "Chef de partie",
        "We are looking for a cook for our restaurant. You prepare lunch and dinner, plan menus and order supplies. "
        "Experience as a cook is required.",
        occupation={"label": "Kock"},
    )
    german = ad("german", "Buchhalter gesucht", "Wir suchen einen Buchhalter mit guten Kenntnissen in Deutsch und SAP.")
    found = lists([*ADS, english, german], k=30)
    assert found["Kock"].index("english cook") <= 2
    for title, ids in found.items():
        assert ids.index("german") > max(ids.index(f"{title} 1"), ids.index(f"{title} 2"))
        if title != "Kock":
            assert ids.index("english cook") > 1


def test_of_whom_nothing_is_known_work_that_asks_for_nothing_comes_first():
    entry = [
        ad("cleaner", "Lokalvårdare", "Du städar kontor dagtid. Ingen erfarenhet krävs, vi lär upp dig."),
        ad("dishes", "Diskare", "Du diskar på en lunchrestaurang. Inga krav på förkunskaper."),
    ]
    hard = [
        ad("doctor", "Läkare", "Svensk läkarlegitimation krävs. Svenska på C1 krävs."),
        ad("engineer", "Civilingenjör", "Civilingenjörsexamen och fem års erfarenhet krävs. B-körkort krävs."),
        ad("teacher", "Lärare i matematik", "Vi söker en lärare."),
    ]
    [ranked] = Matcher([*hard, *entry]).rank([Profile(id="vague", availability=Availability(hours="any"))])
    assert {match.id for match in ranked.matches[:2]} == {"cleaner", "dishes"}
    assert all(match.tier == "ready" for match in ranked.matches[:2])
    assert len(ranked.matches) == 5
    assert all(match.questions for match in ranked.matches if match.id in ("doctor", "engineer"))


def test_two_readings_of_one_profile_are_both_shown_and_asked_about():
    levels = [Language(lang="sv", speaking=(level, level), listening=(level, level)) for level in ("A1", "C1")]
    both = person("Kock", languages=levels, wishes=["Kock"], not_wanted=["Kock"])
    asking = ad("asks", "Kock", "Vi söker en kock. God svenska krävs.")
    [match] = Matcher([asking]).rank([both])[0].matches
    [language] = [v for v in match.verdicts if v.requirement.kind == "language"]
    assert (language.verdict, language.evidence) == ("unknown", "svenska A1-C1")
    assert [q.kind for q in match.questions] == ["language"]
    assert match.contributions["wish"] > 0 > match.contributions["avoid"]
    assert match.tier == "ask"
    lower, higher = (
        Matcher([asking]).rank([person("Kock", languages=[row])], include_blocked=True)[0].matches[0] for row in levels
    )
    assert (lower.tier, higher.tier) == ("blocked", "ready")


def test_a_sheet_whose_cells_contradict_each_other_says_so_and_keeps_both(tmp_path):
    from matcher.readers import read_profiles

    sheet = tmp_path / "s.csv"
    sheet.write_text(
        "id;SFI;Svenska;Yrkeserfarenhet\n1;1B pågår;C1;Kock 3 år\n2;3C klar;B1;Kock 3 år\n", encoding="utf-8"
    )
    batch = read_profiles(sheet)
    wide, close = batch.records
    assert wide.languages[0].speaking == ("A1", "C1")
    assert close.languages[0].speaking == ("B1", "B1")
    told = [note for note in batch.notes if "contradict" in note.what]
    assert [note.level for note in told] == ["doubtful"]


def test_an_area_that_is_not_wanted_covers_its_own_work_whatever_its_title_and_no_other():
    """People refuse "städning", "kök" or "vård", which are nobody's titles."""
    refused = {
        "städning": {"Lokalvårdare"},
        "köksjobb": {"Kock"},
        "vård": {"Undersköterska"},
        "serveringsarbete": set(),
        "Inget inom vården": {"Undersköterska"},
        "restaurang och lager": {"Kock", "Lagerarbetare"},
        "helst inte bygg": {"Snickare"},
        "stå i restauranger": {"Kock"},
        "kitchen work": {"Kock"},
        "vård eller snickare på kvällen": {"Undersköterska"},
        "nattarbete": set(),
        "kök i en butik som säljer kök": set(),
    }
    profiles = [Profile(id=area, wishes=["Diskare"], not_wanted=[area]) for area in refused]
    ads = [ad(title, title, text) for title, text in WORK.items()]
    for ranked in Matcher(ads).rank(profiles, k=len(ads), include_blocked=True):
        lowered = {match.id for match in ranked.matches if match.contributions.get("avoid", 0) < 0}
        assert lowered == refused[ranked.id], ranked.id


def test_what_is_near_refused_work_is_not_refused_where_it_is_wished_for_itself():
    ads = [ad(title, title, f"Vi söker {title.lower()}.") for title in ("Städare", "Diskare", "Hotellstädare")]
    people = [
        Profile(id="cleaner", wishes=["Städare", "Hotellstädare"], not_wanted=["disk"]),
        Profile(id="neither", wishes=["Kock"], not_wanted=["diskare"]),
        Profile(id="both", wishes=["Diskare"], not_wanted=["diskare"]),
    ]
    lowered = {
        ranked.id: {match.id for match in ranked.matches if match.contributions.get("avoid", 0) < 0}
        for ranked in Matcher(ads).rank(people, k=len(ads), include_blocked=True)
    }
    assert lowered == {"cleaner": {"Diskare"}, "neither": {"Diskare", "Städare"}, "both": {"Diskare", "Städare"}}
