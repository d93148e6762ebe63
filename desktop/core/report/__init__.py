"""Makes a report of a comparison: a value in plain words, which any sort of document can be laid out from."""

from desktop.core.report.choice import Choice
from desktop.core.report.making import report
from desktop.core.report.tables import FigureRecord, MonthRecord, PairRecord
from desktop.core.report.told import Answer, Decided, Item, Passage, Piece, Remark, Single, Sum, Voice
from desktop.core.report.values import (
    Asked,
    Count,
    Draft,
    FullText,
    Outlier,
    Picture,
    Question,
    Report,
    Source,
    Timeline,
    Version,
)

__all__ = [
    "Answer",
    "Asked",
    "Choice",
    "Count",
    "Decided",
    "Draft",
    "FigureRecord",
    "FullText",
    "Item",
    "MonthRecord",
    "Outlier",
    "PairRecord",
    "Passage",
    "Picture",
    "Piece",
    "Question",
    "Remark",
    "Report",
    "Single",
    "Source",
    "Sum",
    "Timeline",
    "Version",
    "Voice",
    "report",
]
