"""Knows what of the window its commands act on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAction

    from desktop.shell.commands.comparing import Comparing
    from desktop.shell.commands.correcting import Correcting
    from desktop.shell.commands.exchanging import Exchanging
    from desktop.shell.commands.helping import Helping
    from desktop.shell.commands.linking import Linking
    from desktop.shell.commands.merging import Merging
    from desktop.shell.commands.opening import Opening
    from desktop.shell.commands.preferring import Preferring
    from desktop.shell.commands.recent_menu import RecentMenu
    from desktop.shell.commands.renewing import Renewing
    from desktop.shell.commands.reporting import Reporting
    from desktop.shell.commands.workspaces import Workspaces
    from desktop.shell.lens import LensInUse
    from desktop.shell.review import Review
    from desktop.shell.session import Session
    from desktop.shell.theme import Appearance
    from desktop.shell.views.compare_view import CompareView


@dataclass(frozen=True, slots=True)
class Parts:
    """What the commands act on. docks: what shows and hides each dock, by its name."""

    session: Session
    compare: CompareView
    lens: LensInUse
    correcting: Correcting
    linking: Linking
    show_card: Callable[[], None]
    appearance: Appearance
    opening: Opening
    workspaces: Workspaces
    renewing: Renewing
    recent: RecentMenu
    merging: Merging
    exchanging: Exchanging
    reporting: Reporting
    docks: Mapping[str, QAction]
    next_part: Callable[[], None]
    step: Callable[[int, bool], None]
    review: Review
    comparing: Comparing
    sign: Callable[[], None]
    rule: Callable[[int], None]
    annotate: Callable[[], None]
    history: Callable[[], None]
    preferring: Preferring
    helping: Helping
    palette: Callable[[], None]
    close: Callable[[], object]
