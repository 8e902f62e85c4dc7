"""Everything that the methods of the kernel's benchmark are given, made once, and the comparison before any timing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from peers import Peer
from workload import County

from matcher.ranking.components import Factored
from matcher.ranking.factors import ByColumn, ByTerms, Factor
from matcher.ranking.groups import GroupRows
from matcher.ranking.kernel.bothways import AdLists
from matcher.ranking.kernel.kernel import WORTH_COMPILING, Best, Kernel, Wanted, kernel_for
from matcher.ranking.lookup import Lookup, Work
from matcher.ranking.person import Person
from matcher.ranking.scan import Scan
from matcher.ranking.scorer import score
from matcher.ranking.table import MUSTS, AdTable
from matcher.ranking.termrows import TermRows
from matcher.ranking.topk import top_k
from matcher.ranking.verdicts import Judgement
from matcher.ranking.weights import Weights, default_weights
from matcher.records import Profile
from matcher.taxonomy import Taxonomy


def fastest() -> Kernel:
    """Return the kernel that much work is done with."""
    return kernel_for(WORTH_COMPILING)


NAMES = ("text", "title", "occupation", "wish", "unstated", "travel", "hours", "open_for_all")
SHARES = np.array([[0.69, 0.05, 0.12, 0.14], [0.32, 0.59, 0, 0.09], [0.84, 0, 0.14, 0.02], [0.9, 0.08, 0.01, 0.01],
                   [0.03, 0.84, 0.12, 0.01], [0, 0, 0.999, 0.001]])  # fmt: skip
"""Shares of demands judged block, step, unknown and met, by kind, as 17 people made up for development have them over
demands of real ads."""
OWN_SHARES = np.array([[0.69, 0.05, 0.12, 0.14], [0.32, 0.59, 0, 0.09], [0.4, 0, 0.3, 0.3], [0.2, 0.2, 0.2, 0.4],
                       [0.03, 0.84, 0.12, 0.01], [0, 0, 0.9, 0.1]])  # fmt: skip
"""The same for what the person's own work asks for, by guess."""
NO_CODES, NO_TERMS = np.zeros(0, np.int8), np.zeros(0, np.int64)


class Told:
    """A gate that is told the verdicts, so that only the scan is timed."""

    kinds = ("language", "driving_licence", "education", "experience", "certificate", "skill")

    def __init__(self) -> None:
        self.codes = np.zeros(0, np.int8)

    def judge(self, person: Person, demand: Any) -> Judgement:
        code = int(self.codes[demand.value])
        return Judgement("met" if code == 3 else "unknown" if code == 2 else "unmet", None, code == 1)

    def demand(self, requirement: Any, work: Any) -> Any:
        raise NotImplementedError


class Given(Factored):
    """A component whose factors were made beforehand."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.now: Factor | None = None

    def factor(self, person: Person, table: AdTable, weight: int) -> Factor:
        assert self.now is not None
        return self.now


class Bench:
    """Everything that the methods are given, made once."""

    def __init__(self, county: County, k: int, seed: int) -> None:
        self.county, self.k = county, k
        self.text: TermRows = county.columns.text
        people = county.people
        spans = [slice(people.indptr[i], people.indptr[i + 1]) for i in range(people.shape[0])]
        self.queries = [(people.indices[s].astype(np.int64), people.data[s].astype(np.int64)) for s in spans]
        self.gate = Told()
        self.components = [Given(name) for name in NAMES]
        lookup = Lookup(Taxonomy.starter())
        self.table = AdTable([], lookup, [self.gate], county.columns)
        self.person = Person(Profile(id="made up"), lookup)
        self.scan = Scan(self.table, self.components, default_weights(), fastest())
        self.words, self.kernel = _words_alone(county, lookup), fastest()
        self.still = np.ones(len(self.table), bool)
        random = np.random.default_rng(seed + 1)
        self.codes = [self._codes(random, int(topic)) for topic in county.topic]
        self.factors = [self._factors(random, i) for i in range(len(self.queries))]
        # People are given to the kernel as arrays, as they are to the peers.
        self.wanted, self.alone = [], []
        for place in range(len(self.factors)):
            self.set(place)
            self.wanted.append(self.scan.of(self.person, self.codes[place]).wanted)
            nothing = self.wanted[-1].title._replace(term=NO_TERMS, value=NO_TERMS, start=np.zeros(1, np.int64))
            words = self.wanted[-1].text._replace(weight=1 << 20)
            self.alone.append(Wanted(np.zeros(MUSTS + 1, np.int64), np.zeros(1, np.int64), NO_TERMS, nothing, words))

    def _codes(self, random: np.random.Generator, topic: int) -> np.ndarray:
        """Draw verdicts: a person meets little, most of it in their own work."""
        kinds, own = self.county.kind_of_demand, self.county.of_topic(topic)
        shares = np.where(own[:, None], OWN_SHARES[kinds], SHARES[kinds]).cumsum(axis=1)
        return (random.random(len(kinds))[:, None] > shares).sum(axis=1).clip(0, 3).astype(np.int8)

    def _factors(self, random: np.random.Generator, place: int) -> list[Factor]:
        weights, table = default_weights().soft, self.table
        topic = int(self.county.topic[place])
        terms, values = self.queries[place]
        vector = {self.text.terms[t]: int(v) for t, v in zip(terms.tolist(), values.tolist(), strict=True)}
        near, wished = (
            np.where(random.random(len(table.works)) < 0.05, random.integers(20, 90, len(table.works)), 0)
            for _ in range(2)
        )
        near[topic] = 100
        far = weights["unstated"] * (100 - np.maximum(near, wished)) // 200
        return [
            ByTerms(table.text, [vector], weights["text"]),
            ByTerms(table.title, [{f"w{topic:03d}": 900, f"x{topic // 20:02d}": 300}], weights["title"]),
            ByColumn(table.work, near.astype(np.int64) * weights["occupation"] // 100),
            ByColumn(table.work, wished.astype(np.int64) * weights["wish"] // 100),
            ByColumn(table.sort, -(far[:, None] * np.arange(MUSTS, -1, -1) // MUSTS).ravel()),
            ByColumn(table.place, -random.integers(0, weights["travel"], len(table.places))),
            ByColumn(table.hour, np.array([0, -weights["hours"] // 2, 0])),
            ByColumn(table.open_for_all, np.array([0, weights["open_for_all"]])),
        ]

    def set(self, place: int) -> None:
        for component, factor in zip(self.components, self.factors[place], strict=True):
            component.now = factor
        self.gate.codes = self.codes[place]

    def text_best(self, place: int) -> Best:
        """Return the k best ads by text alone."""
        return self.kernel.best(self.words.plan, self.alone[place], NO_CODES, self.k, self.still, blocked=True)

    def fused_best(self, place: int) -> Best:
        """Return the k best ads by everything, verdicts known."""
        return self.kernel.best(
            self.scan.plan, self.wanted[place], self.codes[place], self.k, self.still, blocked=False
        )

    def both(self, places: Sequence[int], k: int) -> tuple[list[Best], AdLists]:
        """Return the best ads of people and the k best people of every ad, found in one pass."""
        lists = AdLists(self.scan.plan, k, self.still, blocked=False)
        people = [(self.wanted[place], self.codes[place], place) for place in places]
        return lists.tell(self.kernel, people, self.k), lists


def _words_alone(county: County, lookup: Lookup) -> Scan:
    """Return a scan of the same texts in which nothing else counts; a point is a step of the inner product."""
    n = len(county.columns)
    bare = replace(
        county.columns, works=[Work()], work=np.zeros(n, np.int32), places=[None], place=np.zeros(n, np.int32),
        hours=[None], hour=np.zeros(n, np.int32), open_for_all=np.zeros(n, bool), demands=[],
        groups=GroupRows.of([[]] * n),
    )  # fmt: skip
    return Scan(AdTable([], lookup, [], bare), [Given("text")], Weights({"text": 1}), fastest())


def exact(bench: Bench, n: int, peers: Sequence[Peer]) -> bool:
    """Compare the kernels with the reference, and the peers' scores with the kernel's."""
    ids = np.array(bench.table.ids, dtype=object)
    total, open_ = [], []
    for place in range(n):
        terms, values = bench.queries[place]
        slow = bench.text.dot({bench.text.terms[t]: int(v) for t, v in zip(terms, values, strict=True)})
        wanted = top_k(slow, ids, bench.k, bench.still)
        if bench.text_best(place).ads.tolist() != wanted.tolist():
            return False
        alike = bench.text.dot({bench.text.terms[t]: 1 for t in terms})
        scores = np.sort(slow)[-bench.k :], np.sort(alike)[-bench.k :]
        for peer in peers:
            if peer.ads is None and not np.array_equal(np.sort(peer.scores(place)), scores[0 if peer.weighted else 1]):
                return False
        bench.set(place)
        reference = score(bench.person, bench.table, bench.components, default_weights())
        total.append(reference.total)
        open_.append(reference.tier != 3)
        best = bench.fused_best(place)
        if open_[-1].sum() >= bench.k and best.ads.tolist() != top_k(total[-1], ids, bench.k, open_[-1]).tolist():
            return False
        if best.total.tolist() != reference.total[best.ads].tolist():
            return False
    return _both_exact(bench, np.array(total), np.array(open_))


def _both_exact(bench: Bench, total: np.ndarray, open_: np.ndarray) -> bool:
    """Compare the lists of ads that one pass finds, of some ads, with the points of all pairs; rows are people."""
    lists = bench.both(range(len(total)), k=5)[1]
    for ad in range(0, total.shape[1], 25):
        slow = sorted((-int(total[place, ad]), place) for place in np.flatnonzero(open_[:, ad]).tolist())[:5]
        if lists.people(ad) != [(place, -points) for points, place in slow]:
            return False
    return True


def overlap(bench: Bench, peer: Peer, n: int) -> float:
    """Return the share of the exact lists by text that a peer finds."""
    found = [len(np.intersect1d(peer.ads(place), bench.text_best(place).ads)) for place in range(n)]
    return sum(found) / (n * bench.k)
