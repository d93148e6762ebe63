"""Knows what follows from a set of articles; never saved, never edited."""

from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass, replace

from desktop.core.agreement import SEVERITY, Comparison, Pair, Status, compare_all, what_is_said
from desktop.core.checks import Check, check_article
from desktop.core.claims import Claim, read_claims
from desktop.core.corrections import Correction
from desktop.core.figures import Figure
from desktop.core.lexicon import Lexicon
from desktop.core.links import Link
from desktop.core.progress import part
from desktop.core.readings import Reading, readings_of
from desktop.core.text import Article
from desktop.core.timeline import Payment, payments_of


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that follows from the articles.

    claims: every figure with what it is about, in the order of articles and text. comparisons: topics with two claims
    or more that were paired, worst first. checks: arithmetic inside an article. payments: schedules. readings: what
    disputed claims should probably be read as. corrections, links: the editor's, which it goes by.
    """

    articles: tuple[Article, ...] = ()
    claims: tuple[Claim, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    checks: tuple[Check, ...] = ()
    payments: tuple[Payment, ...] = ()
    readings: tuple[Reading, ...] = ()
    corrections: tuple[Correction, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure, in the order of articles and text."""
        return tuple(claim.figure for claim in self.claims)

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """All pairs between articles."""
        return tuple(pair for comparison in self.comparisons for pair in comparison.pairs)

    @property
    def internal(self) -> tuple[Pair, ...]:
        """All contradictions inside one article."""
        return tuple(pair for comparison in self.comparisons for pair in comparison.internal)

    def readings_of(self, pair: Pair) -> tuple[Reading, ...]:
        """What the claims of a disputed pair should probably be read as, where the articles bear it out."""
        return tuple(reading for reading in self.readings if reading.explains(pair))

    def claims_of(self, article: str) -> tuple[Claim, ...]:
        """The claims of one article (id), in the order of its text."""
        return tuple(claim for claim in self.claims if claim.article == article)

    def corrections_of(self, article: str) -> tuple[Correction, ...]:
        """The editor's corrections of one article (id)."""
        return tuple(one for one in self.corrections if one.article == article)

    def checks_of(self, article: str) -> tuple[Check, ...]:
        """The checks of one article (id), in the order of its text."""
        return tuple(check for check in self.checks if check.article == article)


def statuses_between(analysis: Analysis, first: str, second: str) -> dict[Figure, Status]:
    """The worst status of each figure of two articles (ids) against the other, as of `statuses_among`."""
    return statuses_among(analysis, (first, second))


def statuses_among(analysis: Analysis, articles: Collection[str]) -> dict[Figure, Status]:
    """The worst status of each figure of some articles (ids) against the others; figures in no pair are left out.

    A pair counts for every mention of what its claims say.
    """
    worst: dict[Figure, Status] = {}
    for comparison in analysis.comparisons:
        worsen(worst, comparison, articles)
    return worst


def worsen(worst: dict[Figure, Status], comparison: Comparison, articles: Collection[str]) -> None:
    """Adds to the worst status of each figure of some articles (ids) what one comparison says of it."""
    told: dict[Hashable, Status] = {}
    for pair in (*comparison.pairs, *comparison.internal):
        # a pair inside one article counts; one with another article does not
        if pair.a.article in articles and pair.b.article in articles:
            for claim in (pair.a, pair.b):
                said = what_is_said(claim)
                if said not in told or SEVERITY[pair.status] > SEVERITY[told[said]]:
                    told[said] = pair.status
    if not told:
        return
    for claim in comparison.claims:
        status = told.get(what_is_said(claim))
        if status is not None:
            known = worst.get(claim.figure)
            if known is None or SEVERITY[status] > SEVERITY[known]:
                worst[claim.figure] = status


_NOTHING = Analysis()
_READING, _COMPARING = 0.45, 0.9
"""How much of the work is done, as a rule, when all articles are read, and when they are compared."""


def analyse(
    articles: Sequence[Article],
    lexicon: Lexicon,
    before: Analysis = _NOTHING,
    corrections: Sequence[Correction] = (),
    links: Sequence[Link] = (),
) -> Analysis:
    """All that follows from some articles. Their ids must differ; ValueError where they do not.

    before: an earlier analysis by the same word lists; what it knows of an article that is the same is not read again.
    corrections, links: an editor's, of these articles; those that hold.
    """
    if len({article.id for article in articles}) < len(articles):
        raise ValueError("two articles have the same id")
    by_article = {article.id: tuple(one for one in corrections if one.article == article.id) for article in articles}
    known = {article for article in before.articles if before.corrections_of(article.id) == by_article.get(article.id)}
    read: dict[str, tuple[Claim, ...]] = {}
    for number, article in enumerate(articles):
        with part(_share(number, len(articles), 0, _READING), _share(number + 1, len(articles), 0, _READING)):
            read[article.id] = (
                before.claims_of(article.id)
                if article in known
                else read_claims(article, lexicon, by_article[article.id])
            )
    claims = tuple(claim for article in articles for claim in read[article.id])
    with part(_READING, _COMPARING):
        comparisons = compare_all(articles, read, lexicon, links)
    checks: list[Check] = []
    for number, article in enumerate(articles):
        with part(_share(number, len(articles), _COMPARING, 1), _share(number + 1, len(articles), _COMPARING, 1)):
            checks += (
                before.checks_of(article.id) if article in known else check_article(article, read[article.id], lexicon)
            )
    return Analysis(
        articles=tuple(articles),
        claims=claims,
        comparisons=comparisons,
        checks=tuple(checks),
        payments=_marked(payments_of(articles, read, lexicon), corrections),
        readings=_suggested(readings_of(articles, read, comparisons, checks, lexicon), corrections),
        corrections=tuple(one for article in articles for one in by_article[article.id]),
        links=tuple(links),
    )


def _marked(payments: tuple[Payment, ...], corrections: Sequence[Correction]) -> tuple[Payment, ...]:
    """The payments, those that rest on an editor's reading marked as such."""
    places = {(one.article, one.span) for one in corrections}
    if not places:
        return payments
    return tuple(
        replace(payment, assumed=(*payment.assumed, "by_editor"))
        if any((figure.article, figure.span) in places for figure in payment.figures)
        else payment
        for payment in payments
    )


def _suggested(readings: tuple[Reading, ...], corrections: Sequence[Correction]) -> tuple[Reading, ...]:
    """The readings but for those of what an editor read: who corrected a figure wants no other reading suggested."""
    places = {(one.article, one.span) for one in corrections}
    return tuple(one for one in readings if (one.claim.article, one.claim.figure.span) not in places)


def _share(done: int, whole: int, first: float, last: float) -> float:
    """Where on the way from one share of the work to another so many of its steps lead."""
    return first + (last - first) * done / whole
