"""Knows what editors made: the articles they opened, how they read stretches of them, what they ruled and noted."""

from dataclasses import dataclass, replace

from desktop.core.annotations import Annotation, with_annotation
from desktop.core.corrections import Correction, with_correction
from desktop.core.rulings import Ruling, with_ruling, without_ruling
from desktop.core.text import Article, Span


@dataclass(frozen=True, slots=True)
class Workspace:
    """What is kept: the Articles, in the editor's order. Every change gives a new Workspace."""

    title: str = ""
    articles: tuple[Article, ...] = ()
    corrections: tuple[Correction, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    annotations: tuple[Annotation, ...] = ()

    def with_article(self, article: Article) -> "Workspace":
        """This workspace with one article more, at the end."""
        if any(known.id == article.id for known in self.articles):
            raise ValueError(f"an article with id {article.id!r} is already in the workspace")
        return replace(self, articles=(*self.articles, article))

    def without_article(self, article: str) -> "Workspace":
        """This workspace without the article of that id."""
        return replace(
            self,
            articles=tuple(known for known in self.articles if known.id != article),
            corrections=tuple(known for known in self.corrections if known.article != article),
            rulings=tuple(known for known in self.rulings if all(at.article != article for at in known.anchors)),
            annotations=tuple(
                known for known in self.annotations if all(at.article != article for at in known.anchors)
            ),
        )

    @property
    def has_work(self) -> bool:
        """Whether an editor did more than open articles: ruled, noted, corrected."""
        return bool(self.rulings or self.annotations or self.corrections)

    def with_correction(self, correction: Correction) -> "Workspace":
        """This workspace with a stretch read in another way."""
        return replace(self, corrections=with_correction(self.corrections, correction))

    def with_ruling(self, ruling: Ruling) -> "Workspace":
        """This workspace with a ruling, in the place of one on the same two claims."""
        return replace(self, rulings=with_ruling(self.rulings, ruling))

    def without_ruling(self, ruling: Ruling) -> "Workspace":
        """This workspace without the ruling on these two claims."""
        return replace(self, rulings=without_ruling(self.rulings, ruling))

    def with_annotation(self, annotation: Annotation) -> "Workspace":
        """This workspace with a note, in the place of one on the same places; one without text only takes it away."""
        return replace(self, annotations=with_annotation(self.annotations, annotation))

    def without_correction(self, article: str, span: Span) -> "Workspace":
        """This workspace without the corrections that touch a stretch of the article (id), read as the engine does."""
        kept = tuple(one for one in self.corrections if one.article != article or not one.span.overlaps(span))
        return replace(self, corrections=kept)

    def article(self, article: str) -> Article:
        """The article of that id; KeyError where there is none."""
        for known in self.articles:
            if known.id == article:
                return known
        raise KeyError(article)
