"""Concepts that a text names: word-bounded, longest first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from matcher.taxonomy.concepts import Mention
from matcher.taxonomy.wording import fold, readable

if TYPE_CHECKING:
    from matcher.taxonomy.taxonomy import Taxonomy

_WORD = re.compile(r"[\w+#]+(?:[-./&]?[\w+#]+)*")


class Tagger:
    """Finds the labels of one type of concept.

    Parameters
    ----------
    taxonomy : Taxonomy
    type : str
    """

    def __init__(self, taxonomy: Taxonomy, type: str) -> None:
        self._labels: dict[tuple[str, ...], str] = {}
        self._longest: dict[str, int] = {}
        for concept_id in taxonomy.of_type(type):
            concept = taxonomy.concepts[concept_id]
            texts = [*concept.labels.values(), *(t for group in concept.alternatives.values() for t in group)]
            for text in texts:
                words = tuple(_WORD.findall(fold(text)))
                if words:
                    self._labels.setdefault(words, concept_id)
                    self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))

    def tag(self, text: str) -> list[Mention]:
        """Mentions in order of their place; they never overlap."""
        read = readable(text)
        found = [(m.start(), m.end(), m.group().casefold()) for m in _WORD.finditer(read.text)]
        mentions: list[Mention] = []
        index = 0
        while index < len(found):
            longest = self._longest.get(found[index][2], 0)
            for length in range(min(longest, len(found) - index), 0, -1):
                concept_id = self._labels.get(tuple(word for _, _, word in found[index : index + length]))
                if concept_id is not None:
                    start, end = read.span(found[index][0], found[index + length - 1][1])
                    mentions.append(Mention(start, end, concept_id))
                    index += length - 1
                    break
            index += 1
        return mentions
