"""Makes files of a comparison that other programs read."""

from desktop.exports.interchange import FIGURES_FORMAT, FORMAT, figure_list, interchange, number

__all__ = ["FIGURES_FORMAT", "FORMAT", "figure_list", "interchange", "number"]
