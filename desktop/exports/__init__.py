"""Makes files of a comparison that other programs read.

Each sort has a module of its own, so that nothing is imported that is not wanted: `html`, `xlsx`, `pairs_csv`,
`web`; the interchange document is here.
"""

from desktop.exports.interchange import FIGURES_FORMAT, FORMAT, figure_list, interchange, number
from desktop.exports.laid_out import in_rows, json_bytes

__all__ = ["FIGURES_FORMAT", "FORMAT", "figure_list", "in_rows", "interchange", "json_bytes", "number"]
