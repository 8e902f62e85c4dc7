"""What one would use instead of the kernel, each as it is fastest and still exact."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from workload import County

_CHUNK = 100


@dataclass(frozen=True)
class Peer:
    """One way of finding each person's k best ads by text.

    Attributes
    ----------
    name : str
        Begins with the distribution's name.
    all : callable
        Does it for everybody.
    scores : callable
        Place of a person to the k best scores, in any order.
    weighted : bool
        Whether it weighs the words of a person; to one that does not, all of them count alike.
    """

    name: str
    all: Callable[[], object]
    scores: Callable[[int], np.ndarray]
    weighted: bool = True


def peers_for(county: County, k: int) -> list[Peer]:
    """Return the peers that are installed."""
    return [*_dense(county, k), *_topn(county, k), *_bm25s(county, k)]


def _dense(county: County, k: int) -> Iterator[Peer]:
    """Every score of a chunk of people, then the best of each."""
    from sklearn.metrics.pairwise import linear_kernel

    ads, people = county.ads, county.people
    columns = ads.T.tocsr()

    def best(rows: np.ndarray) -> np.ndarray:
        return np.take_along_axis(rows, np.argpartition(-rows, k - 1, axis=1)[:, :k], axis=1)

    def with_scipy(chunk: slice) -> np.ndarray:
        return best((people[chunk] @ columns).toarray())

    def with_sklearn(chunk: slice) -> np.ndarray:
        return best(linear_kernel(people[chunk], ads))

    chunks = [slice(i, i + _CHUNK) for i in range(0, people.shape[0], _CHUNK)]
    for name, method in (("scipy", with_scipy), ("scikit-learn", with_sklearn)):
        yield Peer(
            name,
            lambda method=method: [method(chunk) for chunk in chunks],
            lambda place, method=method: method(slice(place, place + 1))[0],
        )


def _topn(county: County, k: int) -> Iterator[Peer]:
    try:
        from sparse_dot_topn import sp_matmul_topn
    except ImportError:
        return
    people, columns = county.people, county.ads.T.tocsr()
    for threads in (1, 2):

        def with_topn(chunk: slice, threads: int = threads) -> np.ndarray:
            return sp_matmul_topn(people[chunk], columns, top_n=k, n_threads=threads, sort=True)

        yield Peer(
            f"sparse_dot_topn ({threads} thread{'s' * (threads > 1)})",
            lambda whole=with_topn: whole(slice(0, people.shape[0])),
            lambda place, one=with_topn: one(slice(place, place + 1)).data,
        )


def _bm25s(county: County, k: int) -> Iterator[Peer]:
    try:
        import bm25s
    except ImportError:
        return
    ads, people = county.ads, county.people
    by_term = ads.tocsc()
    searcher = bm25s.BM25(backend="numba", auto_compile=True)
    searcher.scores = {
        "data": by_term.data, "indptr": by_term.indptr, "indices": by_term.indices, "num_docs": ads.shape[0],
    }  # fmt: skip
    searcher.nonoccurrence_array = None
    tokens = [people.indices[people.indptr[i] : people.indptr[i + 1]].tolist() for i in range(people.shape[0])]
    vocabulary = {str(i): i for i in range(ads.shape[1])}
    searcher.vocab_dict = vocabulary

    def with_bm25s(chosen: slice) -> np.ndarray:
        encoded = bm25s.tokenization.Tokenized(ids=tokens[chosen], vocab=vocabulary)
        return searcher.retrieve(encoded, k=k, show_progress=False, n_threads=1).scores

    yield Peer(
        "bm25s",
        lambda: with_bm25s(slice(0, len(tokens))),
        lambda place: with_bm25s(slice(place, place + 1))[0],
        weighted=False,
    )
