"""Crossread: two articles about the same event side by side, and what their figures say of each other."""

__version__ = "0.4.0"
