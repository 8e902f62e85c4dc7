"""Weights come from judgments: signed, ordered, whole, and better than nothing on people they were not fitted on."""

import numpy as np
import pytest

from matcher.evaluation import judged_as
from matcher.evaluation.fitting import MARGIN, Setting, whole
from matcher.evaluation.trec import Qrels
from matcher.evaluation.tuning import tune_weights
from matcher.ranking import Weights
from matcher.records import Experience, JobAd, Language, OccupationRef, Profile, Requirement

TRADES = ["Kock", "Svetsare", "Undersköterska", "Snickare", "Städare", "Lastbilsförare"]


def ad(trade, level):
    asked = Requirement(kind="language", value={"lang": "sv", "level": level}, necessity="must")
    return JobAd(id=f"{trade}-{level}", headline=trade, occupation=OccupationRef(label=trade), requirements=[asked])


ADS = [ad(trade, level) for trade in TRADES for level in ("A2", "C1")]
PEOPLE = [
    Profile(
        id=f"p{i}",
        experience=[Experience(title=trade, years=4)],
        languages=[Language(lang="sv", speaking=("B1", "B1"), listening=("B1", "B1"))],
    )
    for i, trade in enumerate(TRADES * 2)
]
GRADES = {
    person.id: {a.id: (3 if a.id.endswith("A2") else 1) if a.headline == person.experience[0].title else 0 for a in ADS}
    for person in PEOPLE
}


@pytest.fixture(scope="module")
def tuned():
    return tune_weights(PEOPLE, ADS, GRADES)


def test_what_the_judgments_say_is_learnt_and_holds_for_unseen_people(tuned):
    assert tuned.unseen_people > 0.95
    assert (tuned.n_people, tuned.n_pairs) == (12, 144)
    assert tuned.weights.verdicts["language"].block < 0


def test_signs_and_order_are_kept(tuned):
    for points in tuned.weights.verdicts.values():
        assert points.block <= points.step <= points.unknown - MARGIN
        assert points.unknown <= 0 <= points.met
    assert tuned.weights.soft["avoid"] <= 0 <= tuned.weights.soft["occupation"]


def test_the_same_judgments_give_the_same_weights(tuned):
    assert tune_weights(PEOPLE, ADS, GRADES).weights == tuned.weights


def test_the_file_reads_back_to_the_same_weights(tuned, tmp_path):
    path = tmp_path / "weights.toml"
    path.write_text(tuned.weights.to_toml(), encoding="utf-8")
    assert Weights.load(path) == tuned.weights


def test_judgments_that_say_nothing_are_refused():
    with pytest.raises(ValueError, match="no two ads"):
        tune_weights(PEOPLE, ADS, {"p0": dict.fromkeys((a.id for a in ADS), 0)}, setting=Setting(n_unjudged=0))


def test_too_few_judgments_to_keep_some_aside_are_told_as_such():
    with pytest.raises(ValueError, match="kept aside"):
        tune_weights(PEOPLE, ADS, {"p0": {ADS[0].id: 3, ADS[1].id: 0}}, setting=Setting(n_unjudged=0))


def test_rounding_keeps_unmet_below_unknown():
    names = [("skill", part) for part in ("met", "unknown", "step", "block", "nice")]
    points = whole(names, np.array([0.0, -0.1, -0.1, -0.1, 0.0])).verdicts["skill"]
    assert points.unknown == -30
    assert points.step == points.block == -30 - MARGIN


def test_ids_are_joined_without_regard_to_case():
    assert judged_as(["k1", "other"], Qrels({"K1": {"a": 2}})) == {"k1": {"a": 2}}


def test_the_strength_is_chosen_without_those_who_are_measured():
    from matcher.evaluation.tuning import evidence_of, nested

    evidence = evidence_of(PEOPLE, ADS, GRADES)
    assert nested(evidence) > 0.95
    assert nested(evidence) == nested(evidence)


def test_trees_are_measured_on_others_and_their_points_read_back(tmp_path, capsys):
    import json

    from matcher.cli.app import run

    people, ads, judged = (tmp_path / name for name in ("p.jsonl", "a.jsonl", "q.txt"))
    people.write_text("".join(json.dumps(p.to_dict()) + "\n" for p in PEOPLE), encoding="utf-8")
    rows = [{"id": a.id, "headline": a.headline, "text": f"Svenska {a.id[-2:]} krävs."} for a in ADS]
    ads.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    judged.write_text(
        "".join(f"{p} 0 {a} {g}\n" for p, own in GRADES.items() for a, g in own.items()), encoding="utf-8"
    )
    out, points = tmp_path / "w.toml", tmp_path / "t.tsv"
    files = ["--profiles", str(people), "--ads", str(ads)]
    assert run(["tune", "--judgments", str(judged), *files, "--out", str(out), "--reranker", str(points)]) == 0
    printed = {row["on"]: row for row in map(json.loads, capsys.readouterr().out.splitlines())}
    assert {"unseen people, trees", "unseen people and ads, trees", "the pairs fitted on, trees"} <= printed.keys()
    gain = printed["unseen people, trees"]["value"] - printed["unseen people"]["value"]
    assert printed["unseen people, trees"]["gain"] == pytest.approx(gain)
    assert points.read_text(encoding="utf-8").count("\n") == 1 + len(PEOPLE) * len(ADS)
    assert run(["rank", *files, "--component", f"trees={points}", "--format", "jsonl", "--include-blocked"]) == 0
    ranked = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert any("trees" in match["contributions"] for row in ranked for match in row["matches"])
    judged.write_text("p0 0 Kock-A2 1\n", encoding="utf-8")
    assert run(["tune", "--judgments", str(judged), *files, "--out", str(out)]) == 2


def test_judgments_of_nobody_who_was_read_are_refused():
    with pytest.raises(ValueError, match="none of their ids"):
        tune_weights(PEOPLE, ADS, {"somebody": {ADS[0].id: 3}})
