"""One job advertised several times is found, whatever the agency added; two jobs on one template are not."""

from __future__ import annotations

import random
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from matcher.readers.ads.duplicates import duplicates
from matcher.records import JobAd

WORDS = (
    "ansvar arbete barn bil dag del disk drift erfarenhet frukost gäst grupp hälsa hjälp kassa kund kök lager lunch "
    "maskin mat miljö morgon plats plan resa rutin samarbete service skift stad städ stöd team tid tvätt uppdrag "
    "verkstad vård vecka ordning pass kontor säkerhet hiss butik leverans transport hall golv fönster trappa"
).split()
OF_EMPLOYER = "Vi är ett bolag med kollektivavtal. Sök via vår webb, urval sker löpande och intervjuer hålls på plats. "
OF_AGENCY = "Vi hyr ut personal i hela landet och ser till att du trivs. Skicka ansökan till oss, inte till kunden. "


def text(seed: int, n: int = 120) -> str:
    drawn = random.Random(seed)
    return " ".join(drawn.choice(WORDS) for _ in range(n)) + ". "


def ad(name: str, body: str, headline: str = "Lokalvårdare", employer: str | None = "Renab", **more: object) -> JobAd:
    return JobAd(id=name, headline=headline, text=body, employer=employer, **{"municipality": "Täby", **more})


def test_an_agency_says_the_same_with_a_paragraph_of_its_own():
    body = text(1)
    ads = [ad("a", body + OF_EMPLOYER), ad("b", text(2)), ad("c", OF_AGENCY + body, employer="Uthyrning AB")]
    assert duplicates(ads) == (("a", "c"),)


def test_layout_numbers_and_case_do_not_count():
    body = text(3)
    twin = body.upper().replace(" ", "\r\n* ") + "Ref 4711-22, sök senast 2026-12-01"
    assert duplicates([ad("a", body), ad("b", twin)]) == (("a", "b"),)


def test_one_template_for_two_jobs_is_two_jobs():
    body = text(4)
    ads = [ad("a", body, "Lärare i spanska på en bra skola"), ad("b", body, "Lärare i tyska på en bra skola")]
    assert duplicates(ads) == ()


def test_agencies_write_headlines_of_their_own_for_one_occupation():
    body, cook = text(5), {"concept": "c1"}
    ads = [
        ad("a", body, "Kock till skola", occupation=cook),
        ad("b", body, "Matglad? Sök nu!", "Uthyrning AB", occupation=cook),
        ad("c", body, "Diskare sökes", "Annan AB", occupation={"concept": "c2"}),
    ]
    assert duplicates(ads) == (("a", "b"),)


def test_another_place_is_another_job():
    body = text(6)
    assert duplicates([ad("a", body), ad("b", body, municipality="Solna")]) == ()


def test_a_short_text_says_too_little():
    ads = [ad("a", "Kock sökes."), ad("b", "Kock sökes.", employer="Värdshuset"), ad("c", "Kock sökes.")]
    assert duplicates(ads) == (("a", "c"),)


def test_groups_are_in_order_of_their_first_ad():
    one, two = text(7), text(8)
    ads = [ad("z", two), ad("y", one), ad("x", two), ad("w", one), ad("v", two)]
    assert duplicates(ads) == (("z", "x", "v"), ("y", "w"))


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 30)), max_size=12))
def test_the_same_groups_as_comparing_every_pair(drawn):
    """Texts of five jobs, each with some words cut off its end: what is found is what the slow rule says."""
    ads = [ad(str(n), " ".join(text(seed).split()[: 120 - cut])) for n, (seed, cut) in enumerate(drawn)]
    groups: dict[int, list[str]] = {}
    for n, (seed, _) in enumerate(drawn):
        groups.setdefault(seed, []).append(str(n))
    slow = sorted((tuple(g) for g in groups.values() if len(g) > 1), key=lambda group: int(group[0]))
    assert duplicates(ads) == tuple(slow)


def test_the_hash_seed_of_a_process_changes_nothing():
    code = (
        "import random; from matcher.records import JobAd; from matcher.readers.ads.duplicates import duplicates;"
        "d = random.Random(1); w = [f'ord{c}' for c in 'abcdefghijklmnopqrstuvwxyz'];"
        "t = [' '.join(d.choice(w) for _ in range(90)) for _ in range(40)];"
        "print(duplicates([JobAd(id=str(n), text=t[n % 37]) for n in range(40)]))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert said == {"(('0', '37'), ('1', '38'), ('2', '39'))\n"}
