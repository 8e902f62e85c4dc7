"""The matcher: ads for people and people for ads, through one object."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, MutableMapping, Sequence
from datetime import date
from functools import partial
from operator import index
from typing import TYPE_CHECKING, Any

import numpy as np

from matcher.calls import expect, expect_lang, plain_day
from matcher.ranking.asking.questions import questions_about
from matcher.ranking.components import DEFAULT_COMPONENTS, Component
from matcher.ranking.crowd.people import Crowd
from matcher.ranking.crowd.scan import CrowdScan
from matcher.ranking.distinct import OneOfEachJob
from matcher.ranking.gates import DEFAULT_GATES, Gate
from matcher.ranking.given import listed, named_apart, queries_of, records_of_one_side, seen_record
from matcher.ranking.indexing.index import Place, open_index
from matcher.ranking.indexing.stored import StoredRecords
from matcher.ranking.kernel.kernel import Best
from matcher.ranking.listed import matches_of
from matcher.ranking.lookup import Lookup
from matcher.ranking.pair import Known, judge_pair
from matcher.ranking.person import Person
from matcher.ranking.results import Judged, Match, RankedList, Ranking
from matcher.ranking.scan import Scan, Scanned
from matcher.ranking.table import AdTable, open_on
from matcher.ranking.weights import Weights, default_weights
from matcher.records import JobAd, Profile
from matcher.taxonomy import Taxonomy

if TYPE_CHECKING:
    from matcher.explanation import Ledger

Progress = Callable[[int, int], None] | None
FEW = 5
"""A person with fewer open ads than this still gets the nearest blocked ones, with what each lacks."""


class Matcher:
    """Ranks records of one side for queries of the other; constraints always judge the pair.

    Parameters
    ----------
    records : sequence of JobAd or sequence of Profile
        What is searched: ads for a caseworker, profiles for a recruiter. An open index is such a sequence.
    taxonomy : Taxonomy, optional
        The embedded one by default.
    weights : Weights, optional
    as_of : date, optional
        Ads whose last day is before it are left out. Without it nothing depends on a date.
    gates : sequence of Gate
    components : sequence of Component
        Each with a name of its own that is no kind of requirement.
    lang : {"sv", "en"}
        Language of the questions.

    Examples
    --------
    >>> from matcher.records import Experience
    >>> ads = [JobAd(id="a1", headline="Kock", text="Vi söker en kock."), JobAd(id="a2", headline="Svetsare")]
    >>> ranking = Matcher(ads).rank([Profile(id="1", experience=[Experience(title="Kock", years=3)])])
    >>> ranking[0].matches[0].id
    'a1'
    """

    def __init__(
        self,
        records: Sequence[JobAd] | Sequence[Profile],
        *,
        taxonomy: Taxonomy | None = None,
        weights: Weights | None = None,
        as_of: date | None = None,
        gates: Sequence[Gate] = DEFAULT_GATES,
        components: Sequence[Component] = DEFAULT_COMPONENTS,
        lang: str = "sv",
    ) -> None:
        self.taxonomy = Taxonomy.starter() if taxonomy is None else taxonomy
        self.weights = default_weights() if weights is None else weights
        self.as_of = plain_day(as_of)
        self.gates = tuple(gates)
        self.components = named_apart(components)
        self.lang = lang
        expect(self.taxonomy, Taxonomy, "taxonomy", "Taxonomy.load opens a file")
        expect(self.weights, Weights, "weights", "Weights.load opens a file")
        expect_lang(lang)
        self._lookup = Lookup(self.taxonomy, self.as_of)
        self._seen_ads: MutableMapping[str, JobAd] = {}
        self._seen_profiles: MutableMapping[str, Profile] = {}
        self._table: AdTable | None = None
        self._people: list[Person] | None = None
        self._jobs: OneOfEachJob | None = None
        self._crowd: CrowdScan | None = None
        if isinstance(records, StoredRecords) and records.version.kind == "ads":
            columns = records.columns(self.gates)
            self._table = AdTable(records, records.taught(self._lookup), self.gates, columns)
            return
        held = records_of_one_side(records)
        if held and isinstance(held[0], JobAd):
            self._table = self._ad_table(held)
        else:
            self._people = self._persons(held)

    def __reduce__(self) -> tuple[object, ...]:
        """Go to another process with the records alone, and be built anew there; an index is mapped there again."""
        held = [person.profile for person in self._people or ()] if self._table is None else self._table.ads
        names = ("taxonomy", "weights", "as_of", "gates", "components", "lang")
        return partial(type(self), **{name: getattr(self, name) for name in names}), (held,)

    @classmethod
    def open(cls, path: Place, *, taxonomy: Taxonomy | None = None, **options: Any) -> Matcher:
        """Open an index and search it; ``options`` are those of the class.

        Raises
        ------
        ReadError
            There is no index.
        StaleIndexError, CorruptIndexError
            It was built with another taxonomy, version or gates; it is damaged.
        """
        return cls(open_index(path, taxonomy=taxonomy), taxonomy=taxonomy, **options)

    def apart(self, *, lang: str | None = None) -> Matcher:
        """Return a matcher of the same records for one caller: what it is asked leaves with it.

        Parameters
        ----------
        lang : {"sv", "en"}, optional
            Language of its questions; this matcher's by default.

        Returns
        -------
        Matcher
            It shares records and columns with this one, which learns nothing of its queries.

        Examples
        --------
        >>> whole = Matcher([JobAd(id="a1", headline="Kock")])
        >>> len(whole.apart(lang="en").rank([Profile(id="1")])[0].matches), "1" in whole._seen_profiles
        (1, False)
        """
        # What is prepared once serves every caller to come.
        if self._table is not None and self._jobs is None:
            self._ready(self._table).scan.expect(1_000, self._lookup)
        if self._people:
            self._crowd_scan(self._people)
        twin = object.__new__(type(self))
        twin.__dict__.update(self.__dict__)
        twin.lang = lang or self.lang
        twin._lookup = self._lookup.apart()
        twin._seen_ads = ChainMap({}, self._seen_ads)
        twin._seen_profiles = ChainMap({}, self._seen_profiles)
        return twin

    def rank(
        self,
        queries: Profile | JobAd | Sequence[Profile] | Sequence[JobAd],
        k: int = 20,
        *,
        include_blocked: bool = False,
        duplicates: bool = False,
        progress: Progress = None,
    ) -> Ranking:
        """Rank the records for each query.

        Parameters
        ----------
        queries : sequence of Profile (over ads) or of JobAd (over profiles), or one of them
        k : int
            At most so many matches a query, at least 1.
        include_blocked : bool
            Also return duplicates and the tier ``blocked``, of which else only those get some who have few open ads.
        duplicates : bool
            Also list further ads of a job of which a better one is listed.
        progress : callable, optional
            Called with (queries done, queries in all).

        Returns
        -------
        Ranking
            One list a query, in their order; none of an ad whose last day is over. Score descending, then id ascending.

        Raises
        ------
        ValueError
            ``k`` is below 1.
        TypeError
            The queries are not of the other side.
        """
        if index(k) < 1:
            raise ValueError("k is at least 1")
        if self._table is not None:
            people = self._persons(queries_of(queries, Profile))
            return self._for_people(people, self._table, k, include_blocked, duplicates or include_blocked, progress)
        if not self._people:
            return Ranking(tuple(RankedList(q.id, ()) for q in listed(queries, "queries", "profiles or ads")))
        return self._for_ads(self._crowd_scan(self._people), queries_of(queries, JobAd), k, include_blocked, progress)

    def explain(self, profile: Profile | str, ad: JobAd | str, *, lang: str | None = None) -> Ledger:
        """Explain one pair with the numbers that a ranking of it has.

        Parameters
        ----------
        profile : Profile or str
            A profile, or the id of one that this matcher holds or ranked last.
        ad : JobAd or str
            An ad, or the id of one that this matcher holds or ranked last.
        lang : {"sv", "en"}, optional
            The matcher's own by default.

        Returns
        -------
        Ledger

        Raises
        ------
        UnknownRecordError
            No profile or ad with that id has been seen; a ``KeyError``.
        """
        from matcher.explanation import Ledger, journey_of

        found = seen_record(profile, Profile, self._seen_profiles)
        table = self._ad_table([self._ad(ad)])
        (person,) = self._persons([found])
        scanned, row = Scan(table, self.components, self.weights).of(person), np.zeros(1, np.int64)
        [match] = self._matches(person, table, scanned, Best(row, *scanned.exactly(row)), lang)
        journey = journey_of(person, table, self.components)
        return Ledger(found.id, table.ads[0].id, table.ads[0].headline, match, lang or self.lang, journey=journey)

    def _ad(self, ad: JobAd | str) -> JobAd:
        stored = None if self._table is None else self._table.ads
        if isinstance(ad, str) and ad not in self._seen_ads and isinstance(stored, StoredRecords):
            ad = stored[stored.place(ad)]
        return seen_record(ad, JobAd, self._seen_ads)

    def _ad_table(self, ads: Sequence[JobAd]) -> AdTable:
        ready = [self._lookup.prepared(ad) for ad in ads]
        self._seen_ads.update((ad.id, ad) for ad in ready)
        return AdTable(ready, self._lookup, self.gates)

    def _persons(self, profiles: Sequence[Profile]) -> list[Person]:
        self._seen_profiles.update((profile.id, profile) for profile in profiles)
        return [Person(profile, self._lookup) for profile in profiles]

    def _ready(self, table: AdTable) -> OneOfEachJob:
        if self._jobs is None:
            self._jobs = OneOfEachJob(Scan(table, self.components, self.weights))
        return self._jobs

    def _crowd_scan(self, people: Sequence[Person]) -> CrowdScan:
        if self._crowd is None:
            self._crowd = CrowdScan(Crowd(people, self._lookup), self.components, self.weights, self.gates)
        return self._crowd

    def _for_people(
        self, people: Sequence[Person], table: AdTable, k: int, include_blocked: bool, duplicates: bool,
        progress: Progress,
    ) -> Ranking:  # fmt: skip
        jobs, still = self._ready(table), open_on(table.deadline, self.as_of)
        lists = []
        for place, person in enumerate(people):
            scanned = jobs.scan.of(person)
            best = partial(scanned.best, still=still, include_blocked=include_blocked, few=FEW)
            found = best(k) if duplicates else jobs.best(best, k)
            lists.append(RankedList(person.profile.id, self._matches(person, table, scanned, found)))
            if progress is not None:
                progress(place + 1, len(people))
        return Ranking(tuple(lists))

    def _for_ads(
        self, crowd: CrowdScan, ads: Sequence[JobAd], k: int, include_blocked: bool, progress: Progress
    ) -> Ranking:
        lists = []
        for place, ad in enumerate(ads):
            table = self._ad_table([ad])
            if open_on(table.deadline, self.as_of).all():
                best = crowd.best(table, k, self._lookup, include_blocked=include_blocked)
                pairs = [(person.profile.id, partial(self._judged, person, table, 0)) for person in best.people]
                lists.append(RankedList(ad.id, matches_of(pairs, *best[1:])))
            if progress is not None:
                progress(place + 1, len(ads))
        return Ranking(tuple(lists))

    def _matches(
        self, person: Person, table: AdTable, scanned: Scanned, best: Best, lang: str | None = None
    ) -> tuple[Match, ...]:
        known: Known = {}
        pairs = [(table.ids[ad], partial(self._judged, person, table, ad, lang, known)) for ad in best.ads.tolist()]
        return matches_of(pairs, best.total, best.tier, scanned.contributions(best.ads))

    def _judged(self, person: Person, table: AdTable, ad: int, lang: str | None = None, known: Known = None) -> Judged:
        """Judge a pair row by row, with evidence and questions."""
        verdicts = judge_pair(person, table.asked(ad), lang or self.lang, known)
        return verdicts, questions_about(verdicts, lang or self.lang)
