"""Knows what editors made: the articles they opened, how they read stretches of them, what they ruled and noted."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop.core.anchors import Anchor
from desktop.core.annotations import Annotation, with_annotation, without_annotation
from desktop.core.corrections import Correction, with_correction
from desktop.core.links import Link, with_link
from desktop.core.rulings import Ruling, with_ruling, without_ruling
from desktop.core.text import Article, Span


@dataclass(frozen=True, slots=True)
class Workspace:
    """What is kept. Every change gives a new Workspace.

    articles: in the editor's order. earlier: versions of them that newer ones took the place of, with the id that the
    newer one has, oldest first. corrections: in the order of the texts. links, rulings, annotations: in the order in
    which they were made. blind: names of the editors who do not see what others ruled and noted until they are done.
    """

    title: str = ""
    articles: tuple[Article, ...] = ()
    corrections: tuple[Correction, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    links: tuple[Link, ...] = ()
    earlier: tuple[Article, ...] = ()
    blind: tuple[str, ...] = ()

    def rewritten(self, places: Iterable[Anchor]) -> tuple[Anchor, ...]:
        """Of some places those whose words came with a newer version, and that no editor reads otherwise."""
        corrected = {one.anchor for one in self.corrections}
        return tuple(at for at in places if self.has(at) and at not in corrected and self._is_new(at))

    def _is_new(self, at: Anchor) -> bool:
        times = self.article(at.article).text.count(at.quote)
        return any(old.id == at.article and old.text.count(at.quote) < times for old in self.earlier)

    def with_article(self, article: Article) -> "Workspace":
        """This workspace with one article more, at the end."""
        if any(known.id == article.id for known in self.articles):
            raise ValueError(f"an article with id {article.id!r} is already in the workspace")
        return replace(self, articles=(*self.articles, article))

    def without_article(self, article: str) -> "Workspace":
        """This workspace without the article of that id, its versions, and all that was made on it."""

        def stays(anchors: Iterable[Anchor]) -> bool:
            return all(at.article != article for at in anchors)

        return replace(
            self,
            articles=tuple(known for known in self.articles if known.id != article),
            earlier=tuple(known for known in self.earlier if known.id != article),
            corrections=tuple(known for known in self.corrections if known.article != article),
            links=tuple(known for known in self.links if stays(known.anchors)),
            rulings=tuple(known for known in self.rulings if stays(known.anchors)),
            annotations=tuple(known for known in self.annotations if stays(known.anchors)),
        )

    @property
    def name(self) -> str:
        """What to call it where it has to have a name: its title, else those of its first articles."""
        return self.title or " ".join(article.name for article in self.articles[:2])

    @property
    def has_work(self) -> bool:
        """Whether an editor did more than open articles: ruled, noted, corrected, linked."""
        return bool(self.rulings or self.annotations or self.corrections or self.links)

    def versions_of(self, article: str) -> tuple[Article, ...]:
        """Every version of the article of that id, the present one last; KeyError where there is none."""
        return (*(known for known in self.earlier if known.id == article), self.article(article))

    def seen_by(self, editor: str) -> "Workspace":
        """What an editor may see of it: in a blind review, nothing of what others ruled, noted and replied.

        A note of the editor's own may lack replies there: what is changed is `note_of` the same id.
        """
        if editor not in self.blind:
            return self
        return replace(
            self,
            rulings=tuple(one for one in self.rulings if one.by == editor),
            annotations=tuple(one.replied_by(editor) for one in self.annotations if one.by == editor),
        )

    def note_of(self, note: str) -> Annotation | None:
        """The whole note of that id; None where there is none."""
        return next((known for known in self.annotations if known.id == note), None)

    def with_link(self, link: Link) -> "Workspace":
        """This workspace with a link, in the place of one between the same two figures."""
        return replace(self, links=with_link(self.links, link))

    def without_link(self, link: Link) -> "Workspace":
        """This workspace without the link between these two figures."""
        return replace(self, links=tuple(one for one in self.links if one.places != link.places))

    def with_correction(self, correction: Correction) -> "Workspace":
        """This workspace with a stretch read in another way."""
        return replace(self, corrections=with_correction(self.corrections, correction))

    def with_ruling(self, ruling: Ruling) -> "Workspace":
        """This workspace with a ruling, in the place of the same editor's on the same claims."""
        return replace(self, rulings=with_ruling(self.rulings, ruling))

    def without_ruling(self, ruling: Ruling) -> "Workspace":
        """This workspace without that editor's ruling on these claims."""
        return replace(self, rulings=without_ruling(self.rulings, ruling))

    def with_annotation(self, annotation: Annotation) -> "Workspace":
        """This workspace with a note, in the place of that with its id."""
        return replace(self, annotations=with_annotation(self.annotations, annotation))

    def without_annotation(self, annotation: Annotation) -> "Workspace":
        """This workspace without the note of that id."""
        return replace(self, annotations=without_annotation(self.annotations, annotation))

    def without_correction(self, article: str, span: Span) -> "Workspace":
        """This workspace without the corrections that touch a stretch of the article (id), read as the engine does."""
        kept = tuple(
            one for one in self.corrections if one.article != article or not one.holds or not one.span.overlaps(span)
        )
        return replace(self, corrections=kept)

    def without(self, work: Correction | Link) -> "Workspace":
        """This workspace without this correction or link, whether its place is lost or not."""
        return replace(
            self,
            corrections=tuple(one for one in self.corrections if one != work),
            links=tuple(one for one in self.links if one != work),
        )

    def has(self, anchor: Anchor) -> bool:
        """Whether a place stands in the present version of its article, with the words that it had."""
        text = next((known.text for known in self.articles if known.id == anchor.article), None)
        return text is not None and not anchor.lost and anchor.span.of(text) == anchor.quote

    def article(self, article: str) -> Article:
        """The article of that id; KeyError where there is none."""
        for known in self.articles:
            if known.id == article:
                return known
        raise KeyError(article)
