"""Knows which exchange rates serve for each two of several articles."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from desktop.core.agreement.rates import Rates, mean_of, rates_of, stated_rates
from desktop.core.claims import Claim
from desktop.core.lexicon import Lexicon
from desktop.core.text import Article
from desktop.core.topics import Company


def rates_between(
    articles: Sequence[Article],
    claims: Mapping[str, Sequence[Claim]],
    companies: Mapping[tuple[str, str], Company],
    lexicon: Lexicon,
) -> dict[frozenset[str], Rates]:
    """The exchange rates for each article and each two: what they state themselves, then what others that tell of the
    same event state. An article about something else changes nothing."""
    stated = {article.id: stated_rates(article, claims[article.id]) for article in articles}
    kin = {article.id: {article.id} for article in articles}
    for (name, other), company in companies.items():
        if company.is_one_event:
            kin[name].add(other)
            kin[other].add(name)
    found: dict[frozenset[str], Rates] = {}
    made: list[Rates] = []
    for first, second in [*combinations(articles, 2), *((article, article) for article in articles)]:
        own = [first.id, second.id]
        others = [a.id for a in articles if a.id not in own and (a.id in kin[first.id] or a.id in kin[second.id])]
        told = [*claims[first.id], *claims[second.id]]
        rates = rates_of(
            [mean_of(stated[name] for name in own), mean_of(stated[name] for name in others)],
            [first, second],
            told,
            lexicon,
        )
        # one for all that are the same, so that what was measured by one need not be measured again
        same = next((known for known in made if known.is_same(rates)), rates)
        if same is rates:
            made.append(rates)
        found[frozenset(own)] = same
    return found
