"""Gates: hard demands, judged *met*, *unmet* or *unknown* with evidence from the profile.

A gate is an object with ``kinds``, ``demand`` and ``judge`` (:class:`Gate`); pass your own in ``Matcher(gates=...)``.
"""

from __future__ import annotations

from matcher.ranking.gates.conditions import FormalGate, PhysicalGate, WorkingTimeGate
from matcher.ranking.gates.driving import DrivingGate
from matcher.ranking.gates.education import EducationGate
from matcher.ranking.gates.experience import ExperienceGate
from matcher.ranking.gates.language import LanguageGate
from matcher.ranking.gates.papers import CertificateGate, ProfessionGate
from matcher.ranking.gates.protocol import Demand, Gate
from matcher.ranking.gates.skill import SkillGate

DEFAULT_GATES: tuple[Gate, ...] = (
    LanguageGate(),
    DrivingGate(),
    EducationGate(),
    ExperienceGate(),
    ProfessionGate(),
    CertificateGate(),
    WorkingTimeGate(),
    PhysicalGate(),
    FormalGate(),
    SkillGate(),
)
"""One gate for every kind of the guideline."""

__all__ = ["DEFAULT_GATES", "Demand", "Gate"]
