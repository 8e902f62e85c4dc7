import json

import pytest

from matcher.evaluation import Grouping
from matcher.evaluation.reach import EVERYONE, cut_reach
from matcher.records import DrivingLicence, Experience, JobAd, Profile, Requirement

B = Requirement(kind="driving_licence", value="B", necessity="must")
CAR = Requirement(kind="own_car", value=True, necessity="must")
ADS = [
    JobAd(id="a", headline="Kock", requirements=[B]),
    JobAd(id="b", headline="Kock", requirements=[B, CAR]),
    JobAd(id="c", headline="Kock", requirements=[]),
    JobAd(id="d", headline="Kock", requirements=[Requirement(kind="own_car", value=True, necessity="nice")]),
]
DRIVERS = [Profile(id=f"d{i}", driving_licences=[DrivingLicence(class_="B", valid="yes")]) for i in range(6)]
WALKERS = [Profile(id=f"w{i}", none=["driving_licences"], own_car=False) for i in range(2)]
SIDES = Grouping("drives", {p.id: "yes" for p in DRIVERS} | {p.id: "no" for p in WALKERS})


def test_the_demand_that_cuts_a_groups_reach_is_named_first_and_a_nice_one_cuts_nothing():
    cuts = cut_reach([*DRIVERS, *WALKERS], ADS, [SIDES])
    licence = [cut for cut in cuts if cut.kind == "driving_licence"]
    assert cuts[:3] == tuple(licence)
    assert [cut.group for cut in licence] == [EVERYONE, "drives=no", "drives=yes"]
    everyone, walkers, drivers = licence
    # Without the licence the second ad still wants a car.
    assert (walkers.reach, walkers.without, walkers.cut) == (2, 3, pytest.approx(1 / 3))
    assert (drivers.reach, drivers.without, drivers.cut) == (4, 4, 0)
    assert (walkers.low, walkers.n) == (None, 2)
    assert everyone.n == 8
    assert everyone.low < everyone.cut < everyone.high
    assert {cut.kind for cut in cuts} == {"driving_licence"}


def test_what_a_profile_is_silent_on_stays_within_reach():
    assert cut_reach([Profile(id="1")], ADS) == ()
    experience = Requirement(kind="experience", value={"years": 5, "field": "kock"}, necessity="must")
    asked = [JobAd(id="e", headline="Kock", requirements=[experience])]
    [cut] = cut_reach([Profile(id="1", experience=[Experience(title="Tandläkare", years=3)])], asked)
    assert (cut.kind, cut.reach, cut.without, cut.cut) == ("experience", 0, 1, 1)


def test_people_and_ads_are_needed():
    with pytest.raises(ValueError, match="people and ads"):
        cut_reach([], ADS)


def test_the_command(tmp_path, capsys):
    from matcher.cli.app import run

    people, ads, groups = (tmp_path / name for name in ("p.jsonl", "a.jsonl", "g.csv"))
    people.write_text("".join(json.dumps(p.to_dict()) + "\n" for p in [*DRIVERS, *WALKERS]), encoding="utf-8")
    ads.write_text(
        json.dumps({"id": "a", "headline": "Bud", "text": "Krav: B-körkort."}) + "\n"
        + json.dumps({"id": "b", "headline": "Kock", "text": "Vi söker en kock."}) + "\n",
        encoding="utf-8",
    )  # fmt: skip
    groups.write_text("id,drives\n" + "".join(f"{i.upper()},{v}\n" for i, v in SIDES.members.items()), encoding="utf-8")
    command = ["audit", "--profiles", str(people), "--ads", str(ads), "--groups", str(groups)]
    assert run(command) == 0
    printed = capsys.readouterr()
    rows = [json.loads(line) for line in printed.out.splitlines()]
    assert [(row["group"], row["cut"]) for row in rows] == [("everyone", 0.125), ("drives=no", 0.5), ("drives=yes", 0)]
    assert "drives=no: only 2" in printed.err
    assert run([*command, "--format", "table"]) == 0
    header = capsys.readouterr().out.splitlines()[0]
    assert header.split() == ["kind", "group", "n", "reach", "without", "cut", "low", "high"]
