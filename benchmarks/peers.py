"""What one would use instead of the kernel, each as it is fastest and still exact, and two that are not exact."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from workload import County

_CHUNK, _DIMENSIONS = 100, 128


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
    ads : callable, optional
        Of one that answers another question or not exactly: place of a person to the rows that it finds. Its scores are
        its own.
    """

    name: str
    all: Callable[[], object]
    scores: Callable[[int], np.ndarray]
    weighted: bool = True
    ads: Callable[[int], np.ndarray] | None = None


def peers_for(county: County, k: int) -> list[Peer]:
    """Return the peers that are installed."""
    exact = [*_dense(county, k), *_topn(county, k), *_bm25s(county, k)]
    return [*exact, *_titles(county, k), *_vectors(county, k)]


def _titles(county: County, k: int) -> Iterator[Peer]:
    """Titles by how few letters have to be changed."""
    from rapidfuzz import fuzz, process

    titles = [f"w{topic:03d} x{topic // 20:02d}" for topic in county.columns.work.tolist()]
    asked = [f"w{topic:03d} x{topic // 20:02d}" for topic in county.topic.tolist()]

    def alike(chosen: slice) -> np.ndarray:
        return process.cdist(asked[chosen], titles, scorer=fuzz.ratio, workers=1)

    def found(chosen: slice) -> np.ndarray:
        return np.argpartition(-alike(chosen), k - 1, axis=1)[:, :k]

    yield Peer(
        "rapidfuzz (cdist of titles)",
        lambda: [found(slice(i, i + _CHUNK)) for i in range(0, len(asked), _CHUNK)],
        lambda place: np.sort(alike(slice(place, place + 1))[0])[-k:],
        ads=lambda place: found(slice(place, place + 1))[0],
    )


def _vectors(county: County, k: int) -> Iterator[Peer]:
    """The nearest of vectors of few numbers, made by a singular value decomposition."""
    try:
        import faiss
    except ImportError:
        print("faiss is not installed (pip install faiss-cpu): left out")
        return
    from sklearn.decomposition import TruncatedSVD

    faiss.omp_set_num_threads(1)
    made = TruncatedSVD(_DIMENSIONS, n_iter=2, random_state=1).fit(county.ads[:: max(1, county.ads.shape[0] // 10_000)])
    ads, people = (np.ascontiguousarray(made.transform(part), np.float32) for part in (county.ads, county.people))
    index = faiss.IndexFlatIP(_DIMENSIONS)
    index.add(ads)
    yield Peer(
        f"faiss-cpu (flat, {_DIMENSIONS} numbers by SVD)",
        lambda: index.search(people, k),
        lambda place: index.search(people[place : place + 1], k)[0][0],
        ads=lambda place: index.search(people[place : place + 1], k)[1][0],
    )


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
