"""Explanation: the ledger of one pair as text, data or a page."""

from __future__ import annotations

from matcher.explanation.ledger import Ledger, explain, journey_of

__all__ = ["Ledger", "explain", "journey_of"]
