"""Finds the figures of an article."""

from desktop.core.figures.conventions import Conventions, known_names
from desktop.core.figures.elided import Sentence
from desktop.core.figures.figure import Figure
from desktop.core.figures.find import find_figures, find_sentences, read_quantity

__all__ = ["Conventions", "Figure", "Sentence", "find_figures", "find_sentences", "known_names", "read_quantity"]
