"""Shows all there is to say of what is selected; of nothing selected, who is out of line."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QVBoxLayout, QWidget

from desktop.core import by_editor, reasons, wording
from desktop.core.agreement import SEVERITY, Standing, Status
from desktop.core.cards import CHECK_STATUS
from desktop.core.language import say, say_count
from desktop.core.standpoints import standpoints
from desktop.shell.highlights import ORDER
from desktop.shell.selection import companions
from desktop.shell.views.ruling_box import RulingBox

if TYPE_CHECKING:
    from desktop.core.agreement import Comparison, Pair
    from desktop.core.checks import Check
    from desktop.core.claims import Claim
    from desktop.core.figures import Figure
    from desktop.shell.review import Review
    from desktop.shell.selection import Selection
    from desktop.shell.session import Session
    from desktop.shell.theme import Appearance

LONGEST_SENTENCE = 320
MOST_READINGS = 12
MOST_TOPICS = 40
MOST_INTERNAL = 2


class ReviewPanel(QWidget):
    """The selected topic: what each article says, in its own sentence; why they differ; what the arithmetic says."""

    def __init__(self, session: Session, selection: Selection, review: Review, appearance: Appearance) -> None:
        super().__init__()
        self._session = session
        self._selection = selection
        self.ruling = RulingBox(review, session)
        self._appearance = appearance
        self._targets: list[Figure] = []
        self.text = QTextBrowser()
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(say("Review"))
        self.text.document().setDocumentMargin(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.text, 1)
        column.addWidget(self.ruling)
        self.text.anchorClicked.connect(self._follow)
        # A new analysis is told by the selection, which is kept in it, and shown once.
        session.facing_changed.connect(self._show_again)
        appearance.changed.connect(self._show_again)
        selection.changed.connect(self.show_selected)
        self.show_selected(())

    def show_selected(self, figures: tuple[Figure, ...]) -> None:
        """Shows what there is to say of the first of these figures, or an overview where there is none."""
        self._targets = []
        for number, status in enumerate(ORDER):
            sign = self._appearance.sign(status, 14).pixmap(14, 14)
            self.text.document().addResource(
                QTextDocument.ResourceType.ImageResource.value, QUrl(f"sign:{number}"), sign
            )
        parts = self._about_figure(figures[0]) if figures else self._overview()
        theme = self._appearance.theme
        self.text.document().setDefaultStyleSheet(
            f"h3 {{ margin: 0 0 6px 0; font-size: 11pt; font-weight: 600; }}"
            f"h4 {{ margin: 14px 0 4px 0; font-weight: 600; color: {theme.muted}; }}"
            f"p {{ margin: 0 0 8px 0; }} ul {{ margin: 0 0 10px 0; -qt-list-indent: 0; }} li {{ margin: 0 0 3px 4px; }}"
            f".quiet {{ color: {theme.muted}; }} a {{ color: {theme.accent}; }}"
        )
        self.text.setHtml("".join(parts))

    def _show_again(self) -> None:
        self.show_selected(self._selection.figures)

    def _overview(self) -> list[str]:
        analysis = self._session.analysis
        if not self._session.is_analysed or len(analysis.articles) < 2:
            words = say("Choose a figure or a row to see what there is to say of it.")
            return [f'<p class="quiet">{escape(words)}</p>']
        called = self._session.names
        disputed = [found for found in analysis.comparisons if found.status is Status.CONFLICT]
        head = (
            say_count("{count} disputed topic", "{count} disputed topics", len(disputed))
            if disputed
            else say("No disputed topics")
        )
        count = len(analysis.articles)
        among = say("in both articles") if count == 2 else say("in all {count} articles", count=count)
        parts = [f'<h3>{escape(head)} <span class="quiet" style="font-weight: 400">{escape(among)}</span></h3>']
        for comparison in disputed[:MOST_TOPICS]:
            first = next(iter(comparison.pairs + comparison.internal), None)
            about = escape(wording.topic(comparison.topic))
            target = self._link(first.a.figure, about) if first is not None else about
            parts.append(f"<p>{self._sign(comparison.status)} {target}</p>")
            parts += self._standpoints(comparison, called)
        parts += self._rest(len(disputed) - MOST_TOPICS)
        return [*parts, *self._checks(analysis.checks)]

    def _standpoints(self, comparison: Comparison, called: dict[str, str]) -> list[str]:
        """Who says what, a line each: what most say first, of the others how far they are from it."""
        letters, rows = self._session.letters, []
        found = standpoints(comparison) if comparison.verdict.standing is Standing.DISPUTED else ()
        for number, held in enumerate(found):
            who = ", ".join(f"{letters.get(name, '')} {called.get(name, '')}" for name in held.articles)
            said, apart = wording.standpoint(held, called)
            link = self._link(held.claim.figure, escape(said))
            weight = "" if number == 0 or not comparison.verdict.outliers else "font-weight: 600"
            far = f" · {escape(apart)}" if apart else ""
            rows.append(f'<li><span style="{weight}">{escape(who)}:</span> {link}{far}</li>')
        own = [pair for pair in comparison.internal if pair.status is Status.CONFLICT]
        rows += [f"<li>{escape(wording.why(pair, called))}</li>" for pair in own[:MOST_INTERNAL]]
        return [f"<ul>{''.join(rows)}</ul>"]

    def _rest(self, count: int) -> list[str]:
        """A line that says how many were left out."""
        words = say_count("and {count} more", "and {count} more", count)
        return [f'<p class="quiet">{escape(words)}</p>'] if count > 0 else []

    def _about_figure(self, figure: Figure) -> list[str]:
        analysis = self._session.analysis
        called = self._session.names
        parts: list[str] = []
        for comparison in analysis.comparisons:
            if any(claim.figure == figure for claim in comparison.claims):
                parts += self._about_comparison(comparison, figure, called)
        if not parts:
            parts += [
                f"<h3>{escape(wording.quoted_figure(figure))}</h3>",
                f"<p>{self._sign(None)} {escape(self._status_of(figure))}</p>",
                *self._links(figure, called),
                *(self._reading(claim, called) for claim in analysis.claims if claim.figure == figure),
            ]
        return [*parts, *self._checks([check for check in analysis.checks if _touches(check, figure)])]

    def _status_of(self, figure: Figure) -> str:
        return by_editor.status_in_words(self._session.analysis, figure, None, self._session.facing)

    def _about_comparison(self, comparison: Comparison, figure: Figure, called: dict[str, str]) -> list[str]:
        facing = set(self._session.facing)
        pairs = [*comparison.pairs, *comparison.internal]
        pairs = [pair for pair in pairs if {pair.a.article, pair.b.article} <= facing]
        worst = max((pair.status for pair in pairs), key=SEVERITY.__getitem__, default=None)
        words = wording.status(worst) if worst is not None else self._status_of(figure)
        parts = [
            f"<h3>{escape(wording.topic(comparison.topic))}</h3>",
            f'<p style="color: {self._appearance.mark(worst).ink}">{self._sign(worst)}'
            f' <span style="font-weight: 600">{escape(words)}</span></p>',
        ]
        # What concerns the figure itself comes first, then the worst.
        pairs.sort(key=lambda pair: (figure not in (pair.a.figure, pair.b.figure), -SEVERITY[pair.status]))
        suggested = self._readings(pairs, figure, called)
        parts += suggested
        if suggested:
            parts.append(self._heading(say("Why")))
        parts += dict.fromkeys(self._reason(pair, called) for pair in pairs)
        parts += self._links(figure, called)
        parts.append(self._heading(say("What they say")))
        claims = sorted(comparison.claims, key=lambda claim: (claim.figure != figure, claim.article not in facing))
        parts += [self._reading(claim, called) for claim in claims[:MOST_READINGS]]
        parts += self._rest(len(claims) - MOST_READINGS)
        parts += [self._heading(say("All sources")), f"<p>{escape(wording.verdict(comparison, called))}</p>"]
        return parts

    def _readings(self, pairs: list[Pair], figure: Figure, called: dict[str, str]) -> list[str]:
        """What the claims of these pairs should probably be read as, with links to what speaks for it; that of the
        figure itself first."""
        analysis = self._session.analysis
        readings = {id(reading): reading for pair in pairs for reading in analysis.readings_of(pair)}
        if not readings:
            return []
        parts = [self._heading(say("Suggested readings"))]
        for reading in sorted(readings.values(), key=lambda reading: figure not in reading.mentions):
            words = escape(reasons.suggestion(reading, called))
            rests = dict.fromkeys(known for found in reading.evidence for known in found.figures)
            links = ", ".join(self._link(known, escape(wording.quoted_figure(known))) for known in rests)
            see = escape(say("See"))
            shown = f'<br><span class="quiet">{see} {links}</span>' if links else ""
            parts.append(f"<p>{words}{shown}</p>")
        return parts

    def _reason(self, pair: Pair, called: dict[str, str]) -> str:
        return f"<p>{self._sign(pair.status)} {escape(wording.why(pair, called))}</p>"

    def _links(self, figure: Figure, called: dict[str, str]) -> list[str]:
        """What an editor linked a figure with or parted it from, with links to it."""
        return [
            f"<p>{self._link(linked.other.figure, escape(by_editor.in_words(linked, called)))}</p>"
            for linked in by_editor.links_at(self._session.analysis, figure)
        ]

    def _reading(self, claim: Claim, called: dict[str, str]) -> str:
        # The analysis brings its own articles: the workspace may already hold others.
        article = next(known for known in self._session.analysis.articles if known.id == claim.article)
        letter = self._session.letters.get(claim.article, "")
        who = f'<span class="quiet">{letter} · {escape(called.get(claim.article, article.name))}:</span>'
        before = article.text[claim.sentence.start : claim.figure.span.start]
        after = article.text[claim.figure.span.end : claim.sentence.end]
        spare = max(60, (LONGEST_SENTENCE - len(claim.figure.quote)) // 2)
        before = before if len(before) <= spare else "…" + before[-spare:].partition(" ")[2]
        after = after if len(after) <= spare else after[:spare].rpartition(" ")[0] + "…"
        quote = f"{escape(before)}{self._link(claim.figure, escape(claim.figure.quote))}{escape(after)}"
        said = say("“{quote}”", quote=quote.strip())
        parties = by_editor.parties(self._session.analysis, claim.figure)
        is_read = by_editor.is_read(self._session.analysis, claim.article, claim.figure.span)
        if is_read and not parties and not claim.figure.is_reread:
            who += f' <span class="quiet">{escape(say("(read by the editor)"))}</span>'
        payment = f' <span class="quiet">· {escape(parties)}</span>' if parties else ""
        return f"<p>{who} {self._link(claim.figure, escape(wording.says(claim)))}{payment}<br>{said}</p>"

    def _checks(self, checks: tuple[Check, ...] | list[Check]) -> list[str]:
        if not checks:
            return []
        called = self._session.names
        parts = [self._heading(say("Arithmetic"))]
        worst_first = sorted(checks, key=lambda check: ORDER.index(CHECK_STATUS[check.verdict]))
        for check in worst_first[:MOST_TOPICS]:
            sign = self._sign(CHECK_STATUS[check.verdict])
            name = self._link(check.claimed, escape(called.get(check.article, "")))
            parts.append(f"<p>{sign} {name}: {escape(wording.check(check))}</p>")
        return [*parts, *self._rest(len(checks) - MOST_TOPICS)]

    def _heading(self, words: str) -> str:
        return f"<h4>{escape(words)}</h4>"

    def _sign(self, status: Status | None) -> str:
        return f'<img src="sign:{ORDER.index(status)}" width="14" height="14">'

    def _link(self, figure: Figure, words: str) -> str:
        self._targets.append(figure)
        return f'<a style="text-decoration: none" href="figure:{len(self._targets) - 1}">{words}</a>'

    def _follow(self, url: QUrl) -> None:
        figure = self._targets[int(url.path())]
        self._selection.select(companions(self._session.analysis, figure))


def _touches(check: Check, figure: Figure) -> bool:
    return figure == check.claimed or figure in check.terms
