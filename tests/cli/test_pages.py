"""Pages that commands write: readable on a phone, with one heading of the first rank, loading nothing."""

import re

import pytest


def pages(call, sheet, ads, folder, lang):
    both = ("--profiles", sheet, "--ads", ads, "--lang", lang)
    yield "requirements", call("requirements", ads, "--format", "html", "--lang", lang).out
    yield "people", call("rank", *both, "--format", "html").out
    yield "recruiter", call("rank", *both, "--for", "ads", "--format", "html").out
    yield "explain", call("explain", *both, "--profile", "P1", "--ad", "a1", "--format", "html").out
    call("read", sheet, "--report", folder / "r.html", "--report-format", "html", "--lang", lang)
    yield "report", (folder / "r.html").read_text(encoding="utf-8")
    if lang == "en":
        (folder / "run").write_text("P1 Q0 a1 1 2 x\n", encoding="utf-8")
        (folder / "q").write_text("P1 0 a1 2\n", encoding="utf-8")
        call("evaluate", "--run", folder / "run", "--qrels", folder / "q", "--plot", folder / "p.html")
        yield "evaluation", (folder / "p.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_each_page_fits_a_phone_and_has_a_heading(call, sheet, ads, tmp_path, lang):
    for name, page in pages(call, sheet, ads, tmp_path, lang):
        assert f'<html lang="{lang}">' in page, name
        assert page.count('name="viewport" content="width=device-width') == 1, name
        [title], [heading] = re.findall("<title>(.+?)</title>", page), re.findall("<h1>(.+?)</h1>", page)
        assert title == heading != "matcher", name
        assert not re.search(r"(?:src|href)=", page), name


def test_whatever_is_wide_in_an_evaluation_scrolls_by_itself(call, sheet, ads, tmp_path):
    page = dict(pages(call, sheet, ads, tmp_path, "en"))["evaluation"]
    wide = re.findall(r'(?:<div class="scroll" tabindex="0" [^>]*>)?<(?:table|svg)\b', page)
    assert len(wide) > 2
    assert all(one.startswith("<div") for one in wide)


def test_a_headline_that_turns_its_line_round_leaves_the_others_as_they_are(call, sheet, ads):
    ads.write_text(ads.read_text(encoding="utf-8").replace('"Diskare"', '"\u202eطباخ \u2067x"'), encoding="utf-8")
    both = ("--profiles", sheet, "--ads", ads, "--include-blocked")
    shown = [
        *(call("rank", *both, "--format", form).out for form in ("html", "table", "csv")),
        call("requirements", ads, "--format", "html").out,
        call("explain", "--profiles", sheet, "--ads", ads, "--profile", "P1", "--ad", "a3").out,
    ]
    assert all("طباخ" in one for one in shown)
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", "".join(shown))
    assert re.search(r"<summary>\d\. <bdi>طباخ x, Stockholm</bdi> \(a3\):", shown[0])
    # Lines for programs keep what was written.
    assert "\u202eطباخ" in call("read", ads).out


def test_bars_are_no_wider_than_a_phone(call, sheet, ads):
    page = call("explain", "--profiles", sheet, "--ads", ads, "--profile", "P1", "--ad", "a1", "--format", "html").out
    assert "min(1rem,2.2vw)" in page
    assert max(map(float, re.findall(r"--points:([\d.]+)", page))) == 18
    assert not re.search(r'style="width:', page)
