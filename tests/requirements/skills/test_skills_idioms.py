"""Skills by idioms: being able, knowing one's way about, what stands before its verb."""

from __future__ import annotations

import pytest

from matcher.records import JobAd
from matcher.requirements import read_requirements


def skills(text: str) -> dict[str, str]:
    found = read_requirements(JobAd(id="1", text=text))
    return {str(row.value): row.necessity for row in found if row.kind == "skill"}


def test_more_ways_to_know_ones_way_about() -> None:
    assert skills("Du har stenkoll på Excel.") == {"excel": "must"}
    found = read_requirements(JobAd(id="1", text="Experience working in agile environments."))
    assert "experience" in [row.kind for row in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Krav\nLödning. Stukning. Felsökning. Tålamod.", ["lödning", "stukning", "felsökning"]),
        ("Krav: armering, vajersågning, formsättning.", ["armering", "vajersågning", "formsättning"]),
        ("Du kan:\n- pumpbyten\n- svetsa\n- jobba kvällar", ["pumpbyten", "svetsning"]),
        ("Kunnig i: slipning, kittning.", ["slipning", "kittning"]),
        ("Krav: punktlighet, svetsning, humor, lugn.", ["svetsning"]),
    ],
)
def test_a_word_beside_names_of_crafts_is_one_of_them(text: str, expected: list[str]) -> None:
    assert sorted(skills(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pneumatik och plc måste du begripa.", {"pneumatik": "must", "plc": "must"}),
        ("Rondering, kallskänk och sous vide är sådant du kan.", {"kallskänk": "must", "sous vide": "must"}),
        ("Rock solid Scala, decent Bash.", {"scala": "must", "bash": "must"}),
        ("You code in Kotlin and Go every day.", {"kotlin": "must", "go": "must"}),
        ("You have launched two products in Django.", {"django": "must"}),
        ("You are no stranger to Visma.", {"visma": "must"}),
        ("You find your way around in SolidWorks.", {"solidworks": "must"}),
        ("You feel at ease in Photoshop.", {"photoshop": "must"}),
        ("Requirements:\n- know about allergies", {"allergies": "must"}),
        ("Ability to use an oscilloscope.", {"oscilloscope": "must"}),
        ("You have set up dashboards in Grafana or Kibana.", {"grafana": "must", "kibana": "must"}),
        ("Tools such as Slack and Trello are well known to you.", {"slack": "must", "trello": "must"}),
        ("Sound knowledge of Danish labour law.", {"labour law": "must"}),
        ("Requirements:\n- one or several of Scala and Kotlin", {"scala": "must", "kotlin": "must"}),
        ("Able to run the till.", {"cash register": "must"}),
        ("Tunga lyft måste du orka.", {}),
        ("Fem år i branschen vore idealiskt.", {}),
        ("Krav\nFEM. Lödning.", {"fem": "must"}),
        ("Requirements\n- Python that nobody complains about", {"python": "must"}),
    ],
)
def test_more_idioms_of_being_able(text: str, expected: dict[str, str]) -> None:
    assert expected.items() <= skills(text).items()
    assert expected or not skills(text)


def test_a_system_of_which_one_has_experience_is_a_skill() -> None:
    head = "Stores assistant\nWe are a group of fifteen people who take care of spare parts for trains and trams.\n"
    assert set(skills(head + "Requirements\n- You have experience from a case management system")) == {
        "case management"
    }
    assert set(skills(head + "Requirements\n- Documented experience of mass spectrometry")) == {"mass spectrometry"}
    assert skills(head + "Requirements\n- Experience of moving house") == {}


def test_an_item_that_begins_with_know_names_skills() -> None:
    text = "You will fit in if you\n- know TypeScript, React and Figma\n- know how to listen"
    assert set(skills(text)) == {"figma", "react", "typescript"}


def test_an_everyday_word_that_a_line_begins_with_is_no_tool() -> None:
    head = "We are looking for somebody who wants to work with us and with all of our guests.\nRequirements\n"
    assert set(skills(head + "- Reach at least B2 in Swedish\n- Outlook and Excel")) == {"excel", "outlook"}
    assert set(skills(head + "- Excel at an advanced level\n- Excel at what you do")) == {"excel"}
    assert skills(head + "- Excel at what you do") == {}


def test_what_one_gets_to_do_is_not_asked_for_and_what_a_background_includes_is() -> None:
    offered = "In this team you have the opportunity to:\n- Map threats to MITRE ATT&CK\n- Tune rules in Splunk\n"
    assert skills(offered) == {}
    assert set(skills(offered + "We hope that your skills and experience include:\nSnowflake\nSQL")) == {
        "snowflake",
        "sql",
    }


def test_what_somebody_worked_as_and_how_something_is_done_names_no_skill() -> None:
    assert set(skills("Requirements\nSolid experience as Python Developer")) == {"python"}
    assert skills("Har du koll på hur man når ut till rätt kunder?") == {}


def test_names_that_open_a_line_count_beside_what_a_later_word_introduces() -> None:
    assert skills("Meriterande\n- Bokföring, erfarenhet från byrå") == {"bokföring": "nice"}
    assert skills("Meriterande\n- TAKK, vana vid lärplattformen Unikum") == {
        "takk": "nice",
        "lärplattformen unikum": "nice",
    }
    # Fields of a degree, words with a verb and traits are none.
    assert "geology" not in skills("Requirements\n- Degree in Physics, Geology, or experience with pipelines")
    assert skills("Meriterande\n- Vi har fina kunder, kunskaper i Word") == {"word": "nice"}
    assert skills("Meriterande\n- Noggrannhet, kunskaper i HACCP") == {"haccp": "nice"}


def test_a_skill_before_its_verb_begins_behind_a_but() -> None:
    assert skills("Krav\n- Du har ett par år bakom dig men fogning ska du kunna.") == {"fogning": "must"}
    assert skills("Krav\n- Fogning ska du kunna.") == {"fogning": "must"}
    assert skills("Krav\n- Vi är få, men roligt ska du kunna ha.") == {}


def test_who_is_sought_can_do_something() -> None:
    assert skills("Vi söker en elektriker som kan felsöka motorer och läsa elschema.") == {
        "felsökning": "must",
        "elschema": "must",
    }
    assert skills("Our team is looking for the one who can make a difference and grow with us.") == {}


def test_films_are_cut_otherwise_than_hair() -> None:
    assert skills("Meriterande\n- Du kan klippa film") == {"videoredigering": "nice"}
    assert skills("Meriterande\n- Du kan klippa hår") == {"klippning": "nice"}


_LONG_WISH = "Familiarity with tools such as Splunk and Grafana, and databases like Redshift, is an advantage."
_HEADED = "Krav\n- C++\n\nMeriterande tekniker / ramverk\n\n* Molntjänster som: Synapse"
_IN_A_LINE = "What You Bring Proficiency in Rust and an eye for details\nBonus points Experience with Kafka or others"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Krav\nGoda kunskaper om säkerhetsskyddslagen.", {"säkerhetsskyddslagen": "must"}),
        ("Krav\nGod förståelse för eller ett stort intresse för sökannonsering.", {"sökannonsering": "must"}),
        ("Profil\nDu jobbar i Excel, gärna även Trello, och har kunskap om inköp.",
         {"excel": "must", "trello": "nice", "inköp": "must"}),
        (f"Who you are\n{_LONG_WISH}", {"splunk": "nice", "grafana": "nice", "redshift": "nice"}),
        (_HEADED, {"c++": "must", "synapse": "nice"}),
        ("Who you are\nMainly using Rust and Ruby, you write code.", {"rust": "must", "ruby": "must"}),
        (_IN_A_LINE, {"rust": "must", "kafka": "nice"}),
        # What only sounds like a demand
        ("Profil\nVi tror på rätt person på rätt plats, och du trivs lika bra med praktiska lösningar.", {}),
        ("Requirements\nYou have the confidence to lead.", {}),
        ("Requirements\nExperience in a stream framework - Beam, Spark or others", {"beam": "must", "spark": "must"}),
        ("Requirements\nKnowledge of a testing framework.", {"testing framework": "must"}),
    ],
)  # fmt: skip
def test_what_is_wished_beside_what_is_needed(text: str, wanted: dict[str, str]) -> None:
    found = skills(text)
    assert wanted.items() <= found.items()
    assert wanted or not found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # Infinitives and names before the verb
        ("Vi bygger hus.\n\nSpackla, slipa och tapetsera måste du kunna.",
         dict.fromkeys(("spackling", "slipning", "tapetsering"), "must")),
        ("Vi bygger hus.\n\nDu kan mura o putsa.", {"murning": "must", "putsning": "must"}),
        ("Vi ritar hus.\n\nAutoCAD har du använt länge.", {"autocad": "must"}),
        ("Många gäster hör dåligt, så teckenspråk är något vi uppskattar.", {"teckenspråk": "nice"}),
        ("Krav\n- Du ska ha god växtkännedom.", {"växtkännedom": "must"}),
        ("Meriterande\n- Excel är vardag för dig", {"excel": "nice"}),
        ("Krav\n- Excel är vardag för dig", {"excel": "must"}),
        ("Du behöver inte vara van vid datorer.", {"datorvana": "not_required"}),
        ("Du klarar en dator.", {"datorvana": "must"}),
        ("Du måste kunna livsmedelshygien.", {}),
        # The workshop's own work, and a trait
        ("Ateljén växer. Vi syr i Solna.", {}),
        ("Krav\n- Du har god människokännedom.", {}),
        ("Praktik har du gjort på en skola.", {}),
    ],
)  # fmt: skip
def test_what_stands_before_the_verb_or_is_fused_with_what_introduces_it(text: str, wanted: dict[str, str]) -> None:
    found = skills(text)
    assert wanted.items() <= found.items()
    assert wanted or not found
