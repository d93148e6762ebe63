"""Finds the figures of an article."""

from desktop.core.figures.figure import Figure

__all__ = ["Figure"]
