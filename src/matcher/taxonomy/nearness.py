"""How far one occupation prepares for another, with the reason.

A stated relation decides: somebody who has the one can do the other in so many percent of cases, which counts
0.35 + 0.6 · percent/100 (75 % → 0.8, 25 % → 0.5), but not less than the codes below give. Where none is stated, several
grounds each close a part of what is missing to 1:

===================================================  ==============================================================
SSYK 2012 code: same unit group, minor, sub-major    0.70, 0.40, 0.20
moves: others of its group can work as the other     2 · share of its group's other members that state a
                                                     relation to the other, by percent
skills                                               0.3 · the share of the other's skills that it brings
labels                                               their likeness above 0.05
===================================================  ==============================================================

and the part of the sum above 0.7 is pressed into [0.7, 0.8], so that no guess beats a stated 75 %. Codes, skills and
labels count less upwards: where the other occupation asks for an education that this one does not (SSYK major group 2,
then 3, then the rest, 9 lowest), they are multiplied by 0.6 a step; a stated relation below one half that leads two
steps up, as from assistant nurse to nurse, is multiplied by 0.6.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.taxonomy.concepts import Concept, Nearness
from matcher.taxonomy.likeness import label_rows, skill_table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from matcher.taxonomy.taxonomy import Taxonomy

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

_BY_DIGITS = ((4, 0.70, "same_group"), (3, 0.40, "near_group"), (2, 0.20, "same_field"))
_MOVES, _SKILLS = 2.0, 0.3
_UNLIKE = 0.05
_UPWARDS, _LONG_WAY = 0.6, 0.6
_GUESSED, _HIGHEST_GUESS = 0.7, 0.8
_NOT_WORTH_NAMING = 0.1
# SSYK 2012 major group to the level of education that it asks for: 1 and 0 (managers, officers) are left open.
_EDUCATION = {"2": 4, "3": 3, "4": 2, "5": 2, "6": 2, "7": 2, "8": 2, "9": 1}
_CRAFTS = "7"
"""Major group of SSYK 2012 whose work is learnt for years."""

NOTHING = Nearness(0.0, "none")

# Places of the grounds in a row; the last two are no guess.
_CODE, _SHARED, _STATED, _SAME = 0, 2, 4, 5
_PLAIN_REASONS = {1: "moves", 3: "labels", _SAME: "same"}


@dataclass(frozen=True, slots=True)
class _Row:
    have: int
    values: Floats
    strongest: Ints
    shared: Ints


class OccupationMap:
    """Nearness of all occupations of a taxonomy, a row at a time.

    Parameters
    ----------
    taxonomy : Taxonomy
    """

    def __init__(self, taxonomy: Taxonomy) -> None:
        import numpy as np

        self.ids = taxonomy.of_type("occupation")
        self._place = {concept_id: place for place, concept_id in enumerate(self.ids)}
        concepts = [taxonomy.concepts[i] for i in self.ids]
        self._codes = [_code(concept) for concept in concepts]
        self._groups = {
            digits: np.array([int(c[:digits]) if len(c) >= digits else -1 for c in self._codes], dtype=np.int64)
            for digits, _, _ in _BY_DIGITS
        }
        self._levels = np.array([_EDUCATION.get(c[:1], 0) for c in self._codes], dtype=np.int64)
        self._crafts = np.array([c.startswith(_CRAFTS) for c in self._codes], dtype=np.bool_)
        self._skills = skill_table(taxonomy, self.ids)
        self._labels = label_rows(concepts)
        self._stated = [
            {self._place[i]: w for i, w in taxonomy.related(source, "substitutes") if i in self._place}
            for source in self.ids
        ]
        self._members: dict[int, list[int]] = {}
        for place, group in enumerate(self._groups[4].tolist()):
            self._members.setdefault(group, []).append(place)
        self._rows: dict[str, _Row] = {}

    def nearness(self, have_id: str, wanted_id: str) -> Nearness:
        """Nearness of one pair; 0 where either is unknown and they are not the same."""
        if have_id == wanted_id:
            return Nearness(1.0, "same")
        if have_id not in self._place or wanted_id not in self._place:
            return NOTHING
        row, place = self._row(have_id), self._place[wanted_id]
        return Nearness(float(row.values[place]), self._reason(row, place))

    def row(self, have_id: str) -> Mapping[str, Nearness]:
        """Wanted id to nearness, for every value above 0."""
        if have_id not in self._place:
            return {}
        row = self._row(have_id)
        places = row.values.nonzero()[0].tolist()
        return {self.ids[i]: Nearness(float(row.values[i]), self._reason(row, i)) for i in places}

    def _row(self, have_id: str) -> _Row:
        made = self._rows.get(have_id)
        if made is None:
            made = self._rows[have_id] = self._make(self._place[have_id])
        return made

    def _make(self, have: int) -> _Row:
        import numpy as np

        slope = self._slope(have)
        by_code = self._by_code(have) * slope
        share, shared = self._shared(have)
        labels = np.clip((self._labels.dot(self._labels.dense(have)) - _UNLIKE) / (1 - _UNLIKE), 0.0, 1.0)
        grounds = np.stack([by_code, self._moves(have), _SKILLS * share * slope, labels * slope])
        values = 1 - np.prod(1 - np.clip(grounds, 0.0, 0.95), axis=0)
        values[values < _NOT_WORTH_NAMING] = 0.0
        squeezed = _GUESSED + (values - _GUESSED) * (_HIGHEST_GUESS - _GUESSED) / (1 - _GUESSED)
        values = np.where(values > _GUESSED, squeezed, values)
        # What others of a group moved on to makes nobody a painter or a welder.
        apart = self._crafts & (self._groups[3] != self._groups[3][have])
        values[apart] = np.minimum(values[apart], _GUESSED)
        strongest = grounds.argmax(axis=0)
        for place, weight in self._stated[have].items():
            far = weight < 0.5 and slope[place] <= _UPWARDS**2
            stated = (0.35 + 0.6 * weight) * (_LONG_WAY if far else 1.0)
            values[place] = max(stated, by_code[place])
            strongest[place] = _STATED if stated >= by_code[place] else _CODE
        values[have], strongest[have] = 1.0, _SAME
        return _Row(have, values.round(4), strongest, shared)

    def _reason(self, row: _Row, place: int) -> str:
        if not row.values[place]:
            return "none"
        ground = row.strongest[place]
        if ground == _CODE:
            digits, name = next((d, n) for d, _, n in _BY_DIGITS if self._groups[d][place] == self._groups[d][row.have])
            return f"{name}:{self._codes[place][:digits]}"
        if ground == _STATED:
            return f"substitutes:{round(100 * self._stated[row.have][place])}"
        return f"skills:{row.shared[place]}" if ground == _SHARED else _PLAIN_REASONS[ground]

    def _slope(self, have: int) -> Floats:
        """Say what is left of a ground where the other occupation asks for more education."""
        import numpy as np

        steps = np.clip(self._levels - self._levels[have], 0, None)
        steps[self._levels == 0] = 0
        return np.full(len(self.ids), _UPWARDS) ** (steps if self._levels[have] else 0)

    def _by_code(self, have: int) -> Floats:
        import numpy as np

        values = np.zeros(len(self.ids))
        for digits, value, _ in reversed(_BY_DIGITS):
            group = self._groups[digits]
            if group[have] >= 0:
                values[group == group[have]] = value
        return values

    def _moves(self, have: int) -> Floats:
        """Share of the group's other members that can work as each occupation, by percent."""
        import numpy as np

        group = int(self._groups[4][have])
        others = [place for place in self._members[group] if place != have] if group >= 0 else []
        moves = np.zeros(len(self.ids))
        for place in others:
            for target, weight in self._stated[place].items():
                moves[target] += weight
        return _MOVES * moves / max(1, len(others))

    def _shared(self, have: int) -> tuple[Floats, Ints]:
        """Share of each occupation's skills, by weight, that this one brings, and their number."""
        import numpy as np

        table = self._skills
        mine = np.zeros(table.shape[1])
        mine[table.columns(have)] = 1.0
        whole, brought = table.dot(np.ones(table.shape[1])), table.dot(mine)
        share = np.divide(brought, whole, out=np.zeros(len(self.ids)), where=whole > 0)
        return share, np.bincount(table.row, mine[table.column], len(self.ids)).astype(np.int64)


def _code(concept: Concept) -> str:
    code = concept.codes.get("ssyk_2012", "")
    return code if code.isdecimal() else ""
