import xml.etree.ElementTree as ET

from matcher.charts import bars, differences, intervals, waterfall

SVG = "{http://www.w3.org/2000/svg}"


def test_every_chart_is_a_file_of_its_own_that_says_its_numbers():
    drawn = [
        waterfall([("<a>", 30), ("b", -10)], "sum", 'points & "more"'),
        intervals([{"label": "<x>", "value": 0.5, "low": None, "high": None}], "nDCG"),
        differences({"<q>": 0.25, "r": -0.5, "s": 0.0}, "nDCG"),
    ]
    trees = [ET.fromstring(one) for one in drawn]
    assert all(tree.tag == f"{SVG}svg" for tree in trees)
    texts = [" ".join(e.text or "" for e in tree.iter() if e.text) for tree in trees]
    assert "20" in texts[0]
    assert "0.500" in texts[1]
    assert "<q> +0.250" in texts[2]


def test_gains_stand_above_the_line_greatest_first():
    tree = ET.fromstring(differences({"a": -0.2, "b": 0.4, "c": 0.1}, "x"))
    bars = [e for e in tree.iter(f"{SVG}rect") if e.get("class") in ("more", "less")]
    assert [bar[0].text.split()[0] for bar in bars] == ["b", "c", "a"]
    heights = [float(bar.get("height")) for bar in bars]
    assert heights[0] > heights[2] > heights[1]
    assert float(bars[2].get("y")) > float(bars[1].get("y"))


def test_labels_have_room_and_a_scale_of_tenfold_steps_says_so():
    long = "sparse_dot_topn (2 threads) 1.2.0"
    tree = ET.fromstring(bars({"the kernel": 1.0, long: 12.5}, "times"))
    texts = {e.text: float(e.get("x")) for e in tree.iter(f"{SVG}text")}
    assert texts[long] >= 7 * len(long), "its end, and it begins inside of the picture"
    assert {"1", "10"} <= set(texts)
    edge = next(float(e.get("x")) for e in tree.iter(f"{SVG}rect") if e.get("class") == "more")
    assert edge < texts["1"] < texts["10"]
