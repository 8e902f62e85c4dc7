"""How far one occupation prepares for another, with the reason.

The value is that of the strongest ground:

==========================================  =========================
the same occupation                         1.0
somebody who has it can do the other        0.35 + 0.6 · percent/100 (75 % → 0.8, 25 % → 0.5)
the same SSYK 2012 unit group (4 digits)    0.70
the same minor group (3 digits)             0.40
the same sub-major group (2 digits)         0.20
shared skills                               0.6 · the share of the other's skills that it brings
==========================================  =========================

What is not the strongest ground lifts the value by a part of what is left: up to 15 % for shared skills and up to 15 %
for like labels. Codes and skills count less upwards: where the other occupation asks for an education that this one
does not (SSYK major group 2, then 3, then the rest, 9 lowest), they are multiplied by 0.6 a step.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from matcher.taxonomy.concepts import Nearness

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    from matcher.taxonomy.taxonomy import Taxonomy

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

_BY_DIGITS = ((4, 0.70, "same_group"), (3, 0.40, "near_group"), (2, 0.20, "same_field"))
_SKILLS = 0.6
_OPTIONAL = 0.5
_LIFT = 0.15
_UPWARDS = 0.6
# SSYK 2012 major group to the level of education that it asks for: 1 and 0 (managers, officers) are left open.
_EDUCATION = {"2": 4, "3": 3, "4": 2, "5": 2, "6": 2, "7": 2, "8": 2, "9": 1}

_WORDS: Mapping[str, tuple[str, str]] = {
    "same": ("samma yrke", "the same occupation"),
    "substitutes": ("närliggande yrke ({0} %)", "a near occupation ({0} %)"),
    "same_group": ("samma yrkesgrupp (SSYK {0})", "the same occupation group (SSYK {0})"),
    "near_group": ("närliggande yrkesgrupp (SSYK {0})", "a near occupation group (SSYK {0})"),
    "same_field": ("samma yrkesområde (SSYK {0})", "the same occupational area (SSYK {0})"),
    "skills": ("gemensamma kompetenser ({0})", "shared skills ({0})"),
    "none": ("inget känt samband", "no known connection"),
}

NOTHING = Nearness(0.0, "none")


def reason_text(reason: str, lang: str = "sv") -> str:
    """Word the reason of a nearness.

    Parameters
    ----------
    reason : str
        Key of :attr:`Nearness.reason`, such as ``"same_group:5120"``.
    lang : {"sv", "en"}

    Examples
    --------
    >>> reason_text("substitutes:75"), reason_text("skills:4", "en")
    ('närliggande yrke (75 %)', 'shared skills (4)')
    """
    key, _, detail = reason.partition(":")
    return _WORDS[key][0 if lang == "sv" else 1].format(detail)


class OccupationMap:
    """Nearness of all occupations of a taxonomy, a row at a time.

    Parameters
    ----------
    taxonomy : Taxonomy
    """

    def __init__(self, taxonomy: Taxonomy) -> None:
        import numpy as np

        self._taxonomy = taxonomy
        self.ids = taxonomy.of_type("occupation")
        self._place = {concept_id: place for place, concept_id in enumerate(self.ids)}
        codes = [taxonomy.concepts[i].codes.get("ssyk_2012", "") for i in self.ids]
        self._codes = codes
        self._groups = {
            digits: np.array([int(c[:digits]) if len(c) >= digits and c.isdecimal() else -1 for c in codes])
            for digits, _, _ in _BY_DIGITS
        }
        self._levels = np.array([_EDUCATION.get(c[:1], 0) for c in codes])
        self._skills = self._skill_table()
        self._rows: dict[str, tuple[Floats, list[str]]] = {}

    def _skill_table(self) -> csr_array:
        import numpy as np
        from scipy.sparse import csr_array

        numbers: dict[str, int] = {}
        rows: list[int] = []
        columns: list[int] = []
        weights: list[float] = []
        for row, concept_id in enumerate(self.ids):
            held: dict[str, float] = {}
            for kind, weight in (("optional_skill", _OPTIONAL), ("essential_skill", 1.0)):
                held.update({skill: weight for skill, _ in self._taxonomy.related(concept_id, kind)})
            for skill, weight in held.items():
                rows.append(row)
                columns.append(numbers.setdefault(skill, len(numbers)))
                weights.append(weight)
        shape = (len(self.ids), max(1, len(numbers)))
        return csr_array((np.array(weights), (np.array(rows, int), np.array(columns, int))), shape=shape)

    def nearness(self, have_id: str, wanted_id: str) -> Nearness:
        """Nearness of one pair; 0 where either is unknown and they are not the same."""
        if have_id == wanted_id:
            return Nearness(1.0, "same")
        if have_id not in self._place or wanted_id not in self._place:
            return NOTHING
        values, reasons = self._row(have_id)
        place = self._place[wanted_id]
        return Nearness(float(values[place]), reasons[place])

    def row(self, have_id: str) -> Mapping[str, Nearness]:
        """Wanted id to nearness, for every value above 0."""
        if have_id not in self._place:
            return {}
        values, reasons = self._row(have_id)
        return {self.ids[i]: Nearness(float(values[i]), reasons[i]) for i in values.nonzero()[0].tolist()}

    def _row(self, have_id: str) -> tuple[Floats, list[str]]:
        made = self._rows.get(have_id)
        if made is None:
            made = self._rows[have_id] = self._make(self._place[have_id])
        return made

    def _make(self, have: int) -> tuple[Floats, list[str]]:
        import numpy as np

        code = self._codes[have]
        up = np.clip(self._levels - self._levels[have], 0, None)
        up[self._levels == 0] = 0
        slope = _UPWARDS ** (up if self._levels[have] else np.zeros_like(up))
        values = np.zeros(len(self.ids))
        reasons = ["none"] * len(self.ids)

        def strongest(places: Ints, ground: Floats, names: list[str]) -> None:
            for place, value, name in zip(places.tolist(), ground.tolist(), names, strict=True):
                if value > values[place]:
                    values[place] = value
                    reasons[place] = name

        for digits, value, name in reversed(_BY_DIGITS):
            group = self._groups[digits]
            places = np.flatnonzero((group == group[have]) & (group >= 0))
            strongest(places, value * slope[places], [f"{name}:{code[:digits]}"] * len(places))
        share, shared = self._shared(have)
        places = np.flatnonzero(shared)
        strongest(places, _SKILLS * (share * slope)[places], [f"skills:{n}" for n in shared[places].tolist()])
        lifted = values + (1 - values) * _LIFT * share * slope
        values = np.where(values > 0, lifted, values)
        near = [
            (self._place[i], w) for i, w in self._taxonomy.related(self.ids[have], "substitutes") if i in self._place
        ]
        strongest(
            np.array([place for place, _ in near], dtype=np.int64),
            np.array([0.35 + 0.6 * weight for _, weight in near]),
            [f"substitutes:{round(100 * weight)}" for _, weight in near],
        )
        values[have], reasons[have] = 1.0, "same"
        return values.round(4), reasons

    def _shared(self, have: int) -> tuple[Floats, Ints]:
        """Share of each occupation's skills, by weight, that this one brings, and their number."""
        import numpy as np

        table = self._skills
        mine = np.zeros(table.shape[1])
        mine[table[[have]].indices] = 1.0
        whole = table.sum(axis=1)
        brought = table @ mine
        number = (table > 0).astype(np.int64) @ mine.astype(np.int64)
        return np.divide(brought, whole, out=np.zeros_like(brought), where=whole > 0), number
