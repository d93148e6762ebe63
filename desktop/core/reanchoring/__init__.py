"""Finds what editors made on an article again in a newer version of it."""

from desktop.core.reanchoring.finding import Found, Reanchoring, Way, find_again
from desktop.core.reanchoring.renewal import Renewal, Work, placed, renewed, with_version

__all__ = ["Found", "Reanchoring", "Renewal", "Way", "Work", "find_again", "placed", "renewed", "with_version"]
