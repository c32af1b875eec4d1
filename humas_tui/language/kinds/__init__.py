"""Kinds of rules: they carry the logic, rules bring the knowledge."""

from __future__ import annotations

from .functions import Judgement, Neighbours, Shape
from .hit import Hit
from .patterns import Pattern, Patterns
from .words import Entry, Words

__all__ = ["Entry", "Hit", "Judgement", "Neighbours", "Pattern", "Patterns", "Shape", "Words"]
