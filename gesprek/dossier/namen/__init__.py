"""Masks the names of people in what is shared: the role stays, the name goes."""

from __future__ import annotations

from gesprek.dossier.namen.masker import Masker

__all__ = ["Masker"]
