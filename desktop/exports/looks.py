"""Knows how the cells of a workbook look."""

from typing import Any, NamedTuple

from desktop.core.agreement import Status

INK, MUTED, BORDER, HEAD, LINK = "#1b1f24", "#57606a", "#cfd4da", "#e9ebef", "#0b5cad"
COLOURS = {
    Status.CONFLICT: ("#8f3400", "#fde0cf"),
    Status.APPROX: ("#6b4700", "#fdedc4"),
    Status.EQUIVALENT: ("#00507f", "#d8ebfa"),
    Status.AGREE: ("#00563f", "#d6f1e7"),
    None: ("#57606a", "#f0f1f3"),
}
"""Ink and fill of each status, those of the light window."""


class Look(NamedTuple):
    """How a cell looks.

    kind: of a number or date, its format. size: in points. is_quoted: whether it is text although it begins as formulas
    do. is_plain: whether it goes on over the cells beside it. status: whose colours it has, "" for none.
    """

    kind: str = ""
    size: int = 11
    is_bold: bool = False
    is_head: bool = False
    is_link: bool = False
    is_quoted: bool = False
    is_plain: bool = False
    is_lined: bool = False
    is_left: bool = False
    status: Status | None | str = ""


def properties(look: Look) -> dict[str, Any]:
    """The same as XlsxWriter has it."""
    found: dict[str, Any] = {"valign": "top", "text_wrap": not look.is_plain, "font_size": look.size, "font_color": INK}
    if look.is_head:
        found |= {"bold": True, "bg_color": HEAD, "bottom": 1, "bottom_color": MUTED, "valign": "vcenter"}
    elif look.is_lined:
        found |= {"bottom": 1, "bottom_color": BORDER}
    if look.is_bold:
        found["bold"] = True
    if not isinstance(look.status, str) or look.status:
        ink, fill = COLOURS[Status(look.status) if look.status is not None else None]
        found |= {"font_color": ink, "bg_color": fill}
    elif look.is_link:
        found |= {"font_color": LINK, "underline": 1}
    if look.kind == "date":
        found |= {"num_format": "yyyy-mm-dd", "align": "left"}
    elif look.kind:
        # "_)" leaves some room behind the number: what stands in the next column begins at once
        found |= {
            "num_format": look.kind if look.is_left else f"{look.kind}_)",
            "align": "left" if look.is_left else "right",
        }
    if look.is_quoted:
        found["quote_prefix"] = True
    return found
