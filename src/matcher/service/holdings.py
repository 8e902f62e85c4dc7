"""What the service searches: ads and people, ranked both ways, replaced as a whole when their source changes."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from matcher.errors import MatcherError
from matcher.service.settings import MAX_K

if TYPE_CHECKING:
    from matcher.explanation import Ledger
    from matcher.ranking import Match, Matcher, Question, RankedList, Step
    from matcher.readers import Batch
    from matcher.readers.corrected import Corrections
    from matcher.records import JobAd, Profile
    from matcher.taxonomy import Taxonomy

_LOOK_AGAIN = 1.0
"""Seconds between two looks at whether the source has changed."""
_TRIED = 3
"""Made-up people who are ranked for before anybody asks."""
_NUMBERS = itertools.count()


class State:
    """Ads and people at one moment; ``number`` tells it from every other one.

    Parameters
    ----------
    ads : sequence of JobAd
        With their requirements read, or an open index.
    people : sequence of Profile
    taxonomy : Taxonomy
    corrections : Corrections, optional
        Made of ads and people already; people who are read in are corrected by them too.
    before : State, optional
        What was held before; a side of which nothing was published since is not prepared again.
    options
        More of :class:`~matcher.ranking.Matcher`: ``as_of``, ``weights``, ``components``.
    """

    def __init__(
        self, ads: Sequence[JobAd], people: Sequence[Profile], taxonomy: Taxonomy,
        corrections: Corrections | None = None, before: State | None = None, **options: Any,
    ) -> None:  # fmt: skip
        self.number = next(_NUMBERS)
        self.ads, self.people, self.taxonomy, self._options = ads, people, taxonomy, options
        self._corrections = corrections
        kept = before if before is not None and before.taxonomy.checksum == taxonomy.checksum else None
        self._over_ads: Matcher | None = kept._over_ads if kept and _is_same(kept.ads, ads) else self._matcher(ads)
        self._over_people: Matcher | None = (
            kept._over_people if kept and _is_same(kept.people, people) else self._matcher(people)
        )
        self._try_out()
        self._ad_places, self._person_places = _places(ads), _places(people)

    def _try_out(self) -> None:
        """Rank for made-up people and an ad: what a first ranking loads is there before anybody waits for it."""
        from matcher.demo import example_ads, example_people
        from matcher.records import Experience, Profile

        # A title that no label is like takes more than others to look up.
        odd = Profile(id="odd", experience=(Experience(title="kock herrgården vid sjön"),))
        if self._over_ads is not None:
            self._over_ads.apart().rank([*example_people()[:_TRIED], odd]).to_rows()
        if self._over_people is not None:
            self._over_people.apart().rank([example_ads()[0].model_copy(update={"requirements": ()})]).to_rows()

    def _matcher(self, records: Sequence[JobAd] | Sequence[Profile]) -> Matcher | None:
        from matcher.ranking import Matcher

        if not len(records):
            return None
        matcher = Matcher(records, taxonomy=self.taxonomy, **self._options)
        matcher.apart()  # prepares what all callers share, before the first of them waits for it
        return matcher

    def ad(self, ad_id: str) -> JobAd | None:
        """Find an ad by its id."""
        place = self._ad_places.get(ad_id)
        return None if place is None else self.ads[place]

    def person(self, profile_id: str) -> Profile | None:
        """Find a person by the pseudonym."""
        place = self._person_places.get(profile_id)
        return None if place is None else self.people[place]

    def ads_for(
        self, people: Sequence[Profile], k: int, lang: str, *, include_blocked: bool = False
    ) -> tuple[RankedList, ...]:
        """Rank the ads for each person."""
        from matcher.ranking import RankedList

        if self._over_ads is None:
            return tuple(RankedList(person.id, ()) for person in people)
        return self._over_ads.apart(lang=lang).rank(people, k, include_blocked=include_blocked).lists

    def people_for(
        self, ads: Sequence[JobAd], k: int, lang: str, *, include_blocked: bool = False
    ) -> tuple[RankedList, ...]:
        """Rank the people for each ad."""
        return self._ranked(self._over_people, ads, k, lang, include_blocked)

    def joined_by(self, held: RankedList, ad: JobAd, others: Sequence[Profile], k: int, lang: str) -> RankedList:
        """Rank people who are not held for an ad, and join them with those who are.

        A pair's score is the same in every ranking, so two lists become one by their scores.
        """
        [own] = self._ranked(self._matcher(others), [ad], k, lang, False)
        best = sorted((*held.matches, *own.matches), key=lambda match: (-match.score, match.id))[:k]
        return replace(held, matches=tuple(replace(match, rank=rank) for rank, match in enumerate(best, 1)))

    def _ranked(
        self, matcher: Matcher | None, ads: Sequence[JobAd], k: int, lang: str, include_blocked: bool
    ) -> tuple[RankedList, ...]:
        from matcher.ranking import RankedList

        found: Iterable[RankedList] = ()
        if matcher is not None:
            found = matcher.apart(lang=lang).rank(ads, k, include_blocked=include_blocked)
        # An ad past its last day has no list.
        matches = {ranked.id: ranked.matches for ranked in found}
        return tuple(RankedList(ad.id, matches.get(ad.id, ())) for ad in ads)

    def next_question(self, person: Profile, matches: Sequence[Match], lang: str) -> tuple[Question, int] | None:
        """Find what to ask a person first, and how many of the matches hang on it."""
        from matcher.ranking import next_question

        return next_question(matches, profile=person, weights=self._options.get("weights"), lang=lang)

    def steps(self, person: Profile, lang: str) -> tuple[tuple[Step, ...], int]:
        """Find what would open most of the ads nearest to a person, of whom enough is known, and how many these are."""
        from matcher.ranking import steps, too_little_known

        if too_little_known(person):
            return (), 0
        [ranked] = self.ads_for([person], MAX_K, lang, include_blocked=True)
        return steps(ranked.matches, self._options.get("weights"), lang), len(ranked.matches)

    def explained(self, person: Profile, ad: JobAd, lang: str, corrected: Iterable[str] = ()) -> Ledger:
        """Explain a pair, with the numbers that a ranking of it has; fields that were corrected are told."""
        from matcher.ranking import Matcher

        base = self._over_ads or self._over_people or Matcher((), taxonomy=self.taxonomy, **self._options)
        ledger = base.apart(lang=lang).explain(person, ad, lang=lang)
        return replace(ledger, corrected=tuple(sorted({*corrected, *self.corrected_fields(person)})))

    def corrected(self, people: Batch[Profile]) -> Batch[Profile]:
        """Correct people who were read in, as those who are held; the report tells of those corrections alone."""
        from matcher.readers import Batch

        if self._corrections is None:
            return people
        right = self._corrections.only(person.id for person in people.records).of_profiles(people.records)
        return Batch(right.records, (*people.notes, *right.notes))

    def corrected_fields(self, person: Profile) -> tuple[str, ...]:
        """Name the fields of a person that the service's corrections are about and that are as they say."""
        if self._corrections is None:
            return ()
        own = self._corrections.only([person.id])
        own.of_profiles([person])
        return own.fields_of(person.id)


def _is_same(one: Sequence[JobAd] | Sequence[Profile], other: Sequence[JobAd] | Sequence[Profile]) -> bool:
    """Whether both are the same version of one index."""
    paths = [getattr(getattr(records, "version", None), "path", None) for records in (one, other)]
    return paths[0] is not None and paths[0] == paths[1]


def _places(records: Sequence[JobAd] | Sequence[Profile]) -> dict[str, int]:
    """Id → place; an index tells its ids without reading a record."""
    ids = getattr(records, "ids", None) or [record.id for record in records]
    return {name: place for place, name in enumerate(ids)}


@dataclass(frozen=True)
class Origin:
    """Where ads and people come from.

    Attributes
    ----------
    ads, people : callable
        Read them.
    taxonomy : callable
    stamp : callable
        Something that differs when the source has changed.
    corrections : Corrections, optional
        Which ``ads`` and ``people`` have made.
    """

    ads: Callable[[Taxonomy], Sequence[JobAd]]
    people: Callable[[Taxonomy], Sequence[Profile]]
    taxonomy: Callable[[], Taxonomy]
    stamp: Callable[[], Hashable]
    corrections: Corrections | None = None


class Holdings:
    """The state that requests are answered from.

    A request keeps the state that it began with; a new one takes its place in one step.

    Parameters
    ----------
    origin : Origin
    options
        More of :class:`~matcher.ranking.Matcher`: ``as_of``, ``weights``, ``components``.
    """

    def __init__(self, origin: Origin, **options: Any) -> None:
        self._origin, self._options = origin, options
        self._lock = threading.Lock()
        self._state: State | None = None
        self._stamp: Hashable = None
        self._looked = 0.0

    @classmethod
    def embedded(cls, corrections: Corrections | None = None, **options: Any) -> Holdings:
        """Hold the made-up people and ads that the library brings along."""
        from matcher.demo import example_ads, example_people
        from matcher.readers.corrected import Corrections
        from matcher.requirements import with_requirements
        from matcher.taxonomy import Taxonomy

        fixes = corrections or Corrections()
        return cls(
            Origin(
                lambda taxonomy: list(fixes.of_ads((with_requirements(ad, taxonomy) for ad in example_ads()), [])),
                lambda taxonomy: fixes.of_profiles(example_people()).records,
                Taxonomy.starter,
                lambda: None,
                corrections,
            ),
            **options,
        )

    @property
    def is_ready(self) -> bool:
        """Whether a request would be answered without waiting."""
        return self._state is not None

    def state(self) -> State:
        """Return the newest state; the first call reads, a later change is read beside the requests.

        Raises
        ------
        MatcherError
            The source cannot be read.
        """
        state = self._state
        if state is None:
            with self._lock:
                return self._state or self._read()
        now = time.monotonic()
        if now - self._looked > _LOOK_AGAIN and self._lock.acquire(blocking=False):
            self._looked = now
            changed = False
            try:
                changed = self._origin.stamp() != self._stamp
                if changed:
                    threading.Thread(target=self._replace, daemon=True).start()
            except (OSError, MatcherError, RuntimeError):
                # What cannot be looked at, or read beside the requests for want of threads, is looked at again.
                changed = False
            finally:
                if not changed:
                    self._lock.release()
        return state

    def _replace(self) -> None:
        try:
            self._read()
        except MatcherError:
            # Whoever publishes may just be at it, or has published something else: what is held goes on answering.
            pass
        except Exception as error:
            # A thread's own report would tell the message, which may hold input.
            from matcher.service.answers import report

            report(error)
        finally:
            self._lock.release()

    def _read(self) -> State:
        stamp = self._origin.stamp()
        taxonomy = self._origin.taxonomy()
        ads, people = self._origin.ads(taxonomy), self._origin.people(taxonomy)
        made = State(ads, people, taxonomy, self._origin.corrections, self._state, **self._options)
        self._state, self._stamp, self._looked = made, stamp, time.monotonic()
        return made
