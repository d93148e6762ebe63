"""Says what all articles together say about a topic: who agrees, and who is out of line."""

from collections.abc import Sequence

from desktop.core.agreement.status import Pair, Standing, Status, Verdict
from desktop.core.claims import Claim
from desktop.core.text import Article
from desktop.core.topics import Fact


def verdict(articles: Sequence[Article], facts: Sequence[Fact], pairs: Sequence[Pair]) -> Verdict:
    """What all articles together say: the largest group whose main readings fit each other, and the articles outside.

    The main reading of an article is the one it states most often. Articles with the same text are one independent
    source.
    """
    ids = [article.id for article in articles if any(fact.claim.article == article.id for fact in facts)]
    if len(ids) < 2:
        return Verdict(Standing.SINGLE_SOURCE, len(ids), len(ids))
    main = {name: _main_reading([fact for fact in facts if fact.claim.article == name]) for name in ids}
    disputed: set[frozenset[str]] = set()
    matched: set[frozenset[str]] = set()
    for pair in pairs:
        if main[pair.a.article] is pair.a and main[pair.b.article] is pair.b:
            tie = frozenset((pair.a.article, pair.b.article))
            (disputed if pair.status is Status.CONFLICT else matched).add(tie)
    told = disputed | matched
    for pair in pairs:
        # where two main readings were not compared, any readings that fit bring their articles together
        tie = frozenset((pair.a.article, pair.b.article))
        if tie not in told and pair.status is not Status.CONFLICT:
            matched.add(tie)
    groups = [_group(start, ids, matched, disputed) for start in ids]
    largest = max(groups, key=lambda group: (len(group), -ids.index(group[0])))
    rivals = {frozenset(group) for group in groups if len(group) == len(largest)}
    alone = len(largest) == 1 or len(rivals) > 1  # nobody is out of line where no two agree
    outliers = () if alone or not disputed else tuple(name for name in ids if name not in largest)
    texts = {article.id: article.sha256 or article.id for article in articles}
    independent = len({texts[name] for name in largest})
    if any(pair.status is Status.CONFLICT for pair in pairs):
        standing = Standing.DISPUTED
    elif any(pair.status is Status.APPROX for pair in pairs):
        standing = Standing.COMPATIBLE
    else:
        standing = Standing.CORROBORATED
    return Verdict(standing, len(largest), independent, outliers)


def _main_reading(facts: Sequence[Fact]) -> Claim:
    return max(
        facts,
        key=lambda fact: (
            not fact.quantity.is_vague,
            fact.quantity.per is not None,
            len(fact.mentions),
            -fact.mentions[0].figure.span.start,
        ),
    ).claim


def _group(start: str, ids: Sequence[str], matched: set[frozenset[str]], disputed: set[frozenset[str]]) -> list[str]:
    group = [start]
    for name in ids:
        ties = [frozenset((name, other)) for other in group if other != name]
        if name not in group and not disputed.intersection(ties) and matched.intersection(ties):
            group.append(name)
    return sorted(group, key=ids.index)
