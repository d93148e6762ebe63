"""Knows the words of the language: numbers, currencies, units, periods, hedges, dates, attributes, transfers."""

from desktop.core.lexicon.building import build
from desktop.core.lexicon.lexicon import Attribute, Lexicon, Transfer, Unit

__all__ = ["Attribute", "Lexicon", "Transfer", "Unit", "build"]
