"""Phrases whose concepts are known: where they come from, and how the lookup does on them; see ``normalize.py``."""

from __future__ import annotations

import csv
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from matcher.taxonomy import Concept, Hit, Taxonomy
from matcher.taxonomy.link import check_ads
from matcher.taxonomy.sources.importing import import_taxonomy

Figure = tuple[str, float]
DEPTH = 10
BANDS = (140, 200, 300, 400, 500, 650, 800, 900, 1001)
"""Points between which answers are counted together."""


@cache
def jobtech(shared: Path) -> Taxonomy:
    return import_taxonomy("jobtech", [shared / "data/jobtech_taxonomy", shared / "data/jobtech_titles"])[0]


@cache
def esco(shared: Path) -> Taxonomy:
    return import_taxonomy("esco", [shared / "data/esco"])[0]


class Titles:
    """One MELO task: a corpus of labels, titles, and the concepts that each title means."""

    def __init__(self, folder: Path, lang: str) -> None:
        def rows(name: str) -> list[list[str]]:
            text = (folder / name).read_text(encoding="utf-8")
            return [line.split("\t") for line in text.split("\n") if line]

        uri = dict(rows("concept_mapping.tsv"))
        labels: dict[str, list[str]] = {}
        for element, label in rows("corpus_elements.tsv"):
            labels.setdefault(uri[element], []).append(label)
        self.concepts = [
            Concept(i, "occupation", {lang: first}, {lang: tuple(others)}) for i, (first, *others) in labels.items()
        ]
        meant: dict[str, set[str]] = defaultdict(set)
        for query, _, element, _ in rows("annotations.tsv"):
            meant[query].add(uri[element])
        self.queries = [(text, meant[query]) for query, text in rows("queries.tsv") if meant[query]]

    def mrr(self, bridges: Sequence[Taxonomy] = ()) -> float:
        taxonomy = Taxonomy.of(self.concepts)
        answers = taxonomy.normalize([text for text, _ in self.queries], "occupation", DEPTH, bridges=bridges)
        return reciprocal_rank([meant for _, meant in self.queries], answers)


def reciprocal_rank(meant: Sequence[set[str]], answers: Sequence[Sequence[Hit]]) -> float:
    """Mean of 1/rank of the first concept that is meant; 0 where none of the answers is."""
    ranks = [
        next((n for n, hit in enumerate(hits, 1) if hit.id in m), 0) for m, hits in zip(meant, answers, strict=True)
    ]
    return sum(1 / rank for rank in ranks if rank) / len(ranks)


def _calibration(name: str, answers: Iterable[tuple[list[Hit], bool]]) -> Iterator[Figure]:
    """Share of right best answers by their points, and the number of phrases in each band; below all: no answer."""
    right: dict[int, list[bool]] = defaultdict(list)
    for hits, is_right in answers:
        band = max((edge for edge in BANDS if hits and edge <= hits[0].score), default=0)
        right[band].append(is_right)
    for low, high in zip((0, *BANDS), BANDS, strict=False):
        if found := right.get(low):
            band = f"{low} to {high - 1}" if low else "none"
            yield f"{name}, points {band}: right", sum(found) / len(found)
            yield f"{name}, points {band}: phrases", len(found)


def threshold_figures(shared: Path) -> Iterator[Figure]:
    """How sure an answer of so many points is, on both halves of the titles, and how much made-up phrases get."""
    titles = Titles(shared / "data/melo_sv/swe_q_sv_c_sv", "sv")
    taxonomy = Taxonomy.of(titles.concepts)
    answers = taxonomy.normalize([text for text, _ in titles.queries], "occupation", DEPTH)
    for half in (0, 1):
        chosen = list(zip(titles.queries, answers, strict=True))[half::2]
        judged = [(hits, bool(hits) and hits[0].id in meant) for (_, meant), hits in chosen]
        yield from _calibration(f"titles, half {half + 1}", judged)
    meant = [meant for _, meant in titles.queries]
    for points in (140, 200, 250, 300):
        kept = [hits if hits and hits[0].score >= points else [] for hits in answers]
        yield f"titles sv-sv mrr from {points} points", reciprocal_rank(meant, kept)
    ads = _ads(shared)
    starter = Taxonomy.starter()
    hits_of = starter.normalize([ad.headline for ad in ads], "occupation", 1)
    judged = [
        (hits, _groups(hits, starter)[:1] == [ad.occupation_group]) for ad, hits in zip(ads, hits_of, strict=True)
    ]
    yield from _calibration("headlines of ads", judged)
    made_up = _made_up(1000)
    for name, one in (("starter", starter), ("titles' concepts", taxonomy)):
        best = [hits[0].score if hits else 0 for hits in one.normalize(made_up, "occupation", 1)]
        for points in (140, 200, 250, 300):
            yield f"made-up phrases, {name}: {points} points and more", sum(b >= points for b in best) / len(best)


def _made_up(n: int) -> list[str]:
    """Words of syllables that nobody uses, one to three a phrase."""
    draw = random.Random(0)

    def word() -> str:
        return "".join(draw.choice("bdfghjklmnprstv") + draw.choice("aeiouyåäö") for _ in range(draw.randint(2, 4)))

    return [" ".join(word() for _ in range(draw.randint(1, 3))) for _ in range(n)]


@cache
def _ads(shared: Path) -> list[Any]:
    from matcher.readers import read_ads

    return [ad for ad in read_ads(str(shared / "data/ads/platsbanken_dev.jsonl")) if ad.occupation_group]


def headlines(shared: Path) -> list[str]:
    """Headlines of the ads at hand."""
    return [ad.headline for ad in _ads(shared)]


def _groups(hits: Iterable[Hit], taxonomy: Taxonomy) -> list[str | None]:
    return [taxonomy.concepts[hit.id].codes.get("ssyk_2012") for hit in hits]


def ad_figures(shared: Path) -> Iterator[Figure]:
    """Titles of real ads to the SSYK group that their structured field names, alone and with the ad's text beside."""
    ads = _ads(shared)
    wanted = [ad.occupation_group for ad in ads]
    taxonomies = {"starter": Taxonomy.starter(), "jobtech": jobtech(shared)}
    taxonomies["both"] = taxonomies["jobtech"].laid_over(taxonomies["starter"])
    for name, taxonomy in taxonomies.items():
        labels, headlines = [ad.occupation.label or "" for ad in ads], [ad.headline for ad in ads]
        for what, phrases, beside in (
            ("label", labels, None),
            ("headline", headlines, None),
            ("headline with text", headlines, [ad.text for ad in ads]),
        ):
            answers = taxonomy.normalize(phrases, "occupation", 5, context=beside)
            groups = [_groups(hits, taxonomy) for hits in answers]
            firsts = [found[0] if found else None for found in groups]
            yield f"ads {what} {name} top 1", sum(map(str.__eq__, map(str, firsts), wanted)) / len(ads)
            yield f"ads {what} {name} top 5", sum(w in f for w, f in zip(wanted, groups, strict=True)) / len(ads)
            confused = Counter((w, f) for w, f in zip(wanted, firsts, strict=True) if w != f)
            print(f"  {what}, {name}: wanted, found, ads:", confused.most_common(6), file=sys.stderr)
        yield from ((f"ads {name} {how}", count) for how, count in check_ads(ads, taxonomy).items())


def skill_figures(shared: Path) -> Iterator[Figure]:
    """Swedish ESCO skills to the JobTech skills that the crosswalk calls the same, alone and among others of a job."""
    swedish = {row["uri"]: row["label_sv"] for row in _rows(shared / "data/crosswalk/esco_skills_en_sv.tsv")}
    meant: dict[str, set[str]] = defaultdict(set)
    current = frozenset(jobtech(shared).of_type("skill"))
    for row in _rows(shared / "data/crosswalk/esco_skill__jobtech_skill.tsv"):
        if row["relation"] == "exactMatch" and row["jobtech_id"] in current:
            meant[row["esco_uri"]].add(row["jobtech_id"])
    links = esco(shared)
    draw = random.Random(3)
    cases = []
    for occupation in sorted(links.of_type("occupation")):
        kinds = ("essential_skill", "optional_skill")
        skills = sorted(i for kind in kinds for i, _ in links.related(occupation, kind) if i in swedish)
        if len(skills) > 5 and (known := [i for i in skills if i in meant]):
            skill = draw.choice(known)
            others = draw.sample([i for i in skills if i != skill], 5)
            cases.append((swedish[skill], meant[skill], ", ".join(swedish[i] for i in others)))
    for half in (0, 1):
        part = cases[half::2]
        for name, beside in (("alone", None), ("among others", [around for *_, around in part])):
            answers = jobtech(shared).normalize([text for text, *_ in part], "skill", DEPTH, context=beside)
            yield f"skills, half {half + 1}, {name} mrr", reciprocal_rank([m for _, m, _ in part], answers)


def script_figures(shared: Path) -> Iterator[Figure]:
    """Titles of other scripts in Latin letters that find their occupation, and other words that seem to be such."""
    lines = Path(__file__).with_name("romanized.tsv").read_text(encoding="utf-8").split("\n")
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    starter = Taxonomy.starter()
    answers = starter.normalize([text for text, _ in rows], "occupation", 1)
    right = [bool(hits) and hits[0].label == label for (_, label), hits in zip(rows, answers, strict=True)]
    yield "romanised titles found", sum(right) / len(right)
    lookup = starter.normalizer("occupation")
    words = sorted({word.strip(".,:;!?()") for ad in _ads(shared) for word in ad.text.split()})
    alone = [lookup._romanized.added(word, ()) for word in words]
    pairs = zip(alone, lookup.places(words), strict=True)
    yield "words of ads read as romanised", sum(bool(one) and one[0] == found[0] for one, found in pairs) / len(words)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t")
