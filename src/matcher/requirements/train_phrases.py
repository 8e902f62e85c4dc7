"""What is learned from to tell what phrases say: phrases of one's own, and what the rules read beside them in ads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast

from matcher.records import Necessity
from matcher.requirements.context import Context
from matcher.requirements.strength.beside import beside
from matcher.requirements.strength.brackets import things
from matcher.requirements.strength.deciding import judge
from matcher.requirements.text.headings import LONGEST_HEADING, heading_kind
from matcher.requirements.text.phrases import SAYS, Phrase, Place, signs
from matcher.requirements.text.segment import Sentence

_ANNOUNCES: Mapping[str, Necessity] = {"profile": "must", "nice": "nice", "not_required": "not_required"}
_FEWEST = 2  # signs of fewer phrases tell nothing
_LEAST = 5  # hundredths: less moves nothing
_LINE = 0.5  # a line that the rules read teaches half as much as a phrase that somebody judged
_SEED = 0


class Lesson(NamedTuple):
    """A phrase and what it says of the strength of something."""

    phrase: Phrase
    says: Necessity | Literal["nothing"]
    weight: float = 1.0


def own_lessons(path: Path) -> Iterator[Lesson]:
    """Lessons of a table with the columns what it says, where it stands, the phrase."""
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            said, place, words = line.split("\t")
            yield Lesson(Phrase(words.lower(), cast(Place, place)), cast(Necessity, said))


def lessons_of(contexts: Iterable[Context]) -> Iterator[Lesson]:
    """Lessons that the rules teach in the texts of ads.

    A short line says what the rules take it to announce; words beside a thing say what the cue among them says, and
    nothing where no cue judges it.
    """
    for context in contexts:
        yield from _of_lines(context)
        for sentence in context.sentences:
            yield from _of_remarks(context.low, sentence)


def _of_lines(context: Context) -> Iterator[Lesson]:
    for block in context.blocks:
        if block.kind == "item" or not block.sentences or block.end - block.start > LONGEST_HEADING:
            continue
        line = context.low[block.start : block.end]
        named = any(True for sentence in block.sentences for _ in things(sentence))
        if named or (block.kind == "paragraph" and line[-1] in ".,;"):
            continue
        kind = heading_kind(context.text, context.low, block.sentences, bullet=False)
        if kind not in ("same", "topic"):
            yield Lesson(Phrase(line, "head"), _ANNOUNCES.get(kind or "", "nothing"), _LINE)


def _of_remarks(low: str, sentence: Sentence) -> Iterator[Lesson]:
    for thing in things(sentence):
        judged = judge(low, sentence, thing.start, thing.end)
        cue = judged.cue
        for phrase, at in beside(low, sentence, thing.start, thing.end):
            if judged.by != "cue":
                if judged.necessity == "must":
                    yield Lesson(phrase, "nothing")
            elif cue is not None and at <= cue.start and cue.end <= at + len(phrase.words):
                yield Lesson(phrase, judged.necessity)


def learn_phrases(own: Sequence[Lesson], found: Iterable[Lesson], *, strength: float) -> dict[str, Any]:
    """Weights by sign of a logistic regression over what a phrase says.

    Only signs of the phrases of one's own have weights, so that no words of the ads are kept.

    Parameters
    ----------
    own : sequence of Lesson
    found : iterable of Lesson
        The same phrase counts once.
    strength : float
        Inverse of the L2 penalty.

    Returns
    -------
    dict
        ``bias`` and ``weights``, in hundredths, in the order of :data:`SAYS` and then for saying nothing.

    Examples
    --------
    >>> own = [Lesson(Phrase(f"{word} kul", "beside"), "nice") for word in "abcd"]
    >>> own += [Lesson(Phrase(f"{word} här", "beside"), "nothing") for word in "abcd"]
    >>> weights = learn_phrases(own, [], strength=1.0)["weights"]
    >>> weights["kul"].split()[1] > "0" > weights["kul"].split()[3]
    True
    """
    import numpy as np
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    names = DictVectorizer()
    held = names.fit_transform([dict.fromkeys(signs(lesson.phrase), 1.0) for lesson in own])
    lessons = [*own, *sorted(set(found))]
    matrix = names.transform([dict.fromkeys(signs(lesson.phrase), 1.0) for lesson in lessons])
    often = np.asarray((held > 0).sum(axis=0)).ravel() >= _FEWEST
    model = LogisticRegression(C=strength, max_iter=5000, random_state=_SEED)
    model.fit(matrix[:, often], [lesson.says for lesson in lessons], sample_weight=[one.weight for one in lessons])
    classes = list(model.classes_)
    order = [classes.index(said) if said in classes else -1 for said in (*SAYS, "nothing")]
    sides = model.coef_ if len(classes) > 2 else np.vstack([-model.coef_, model.coef_])
    bias = model.intercept_ if len(classes) > 2 else np.array([-model.intercept_[0], model.intercept_[0]])
    by_sign = {
        str(name): [round(100 * float(sides[at, column])) if at >= 0 else 0 for at in order]
        for column, name in enumerate(names.get_feature_names_out()[often])
    }
    return {
        "bias": _joined([round(100 * float(bias[at])) if at >= 0 else 0 for at in order]),
        "weights": {name: _joined(each) for name, each in by_sign.items() if max(map(abs, each)) >= _LEAST},
    }


def _joined(weights: Sequence[int]) -> str:
    return " ".join(map(str, weights))
