"""Scores an Analysis against an event's expected.json; `python -m tests.scoring corpus/compute-deal --misses`."""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from desktop.core.agreement import Pair, Status
from desktop.core.analysis import Analysis
from desktop.core.checks import CheckVerdict
from desktop.core.figures import Figure
from desktop.core.quantities import Kind
from desktop.core.text import Article, Span
from desktop.core.timeline import Payment

Entry = dict[str, Any]
"""One object of expected.json."""

Fact = tuple[str, str]
"""What an article states, however often: its letter and the key shared by the mentions."""

SAME = 1e-6
"""How far apart two equal numbers may be, relative."""

SAME_PAYMENT = 1e-3
"""How far apart two equal monthly amounts may be, relative."""

ONE_ORDER = 5
"""How far apart the lower bounds of two vague sizes may be, as a factor."""

Link = frozenset[Fact]
"""The two facts that a pair joins."""


@dataclass(frozen=True, slots=True)
class Place:
    """An expected figure, at its place in the text."""

    entry: Entry
    span: Span

    @property
    def fact(self) -> Fact:
        """The fact that the figure mentions."""
        return self.entry["doc"], self.entry["key"]

    @property
    def is_optional(self) -> bool:
        """Whether the figure is neither asked for nor held against the engine."""
        return bool(self.entry["optional"])


@dataclass(slots=True)
class Score:
    """Shares from 0 to 1, None where there was nothing to score; `negatives`, `strays` and `false_checks` are counts.

    misses: under each name, what was missed or wrong, in words.
    """

    event: str
    values: dict[str, float | None] = field(default_factory=dict)
    misses: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def table(self) -> str:
        """Each value on its line."""
        lines = [f"{self.event}"]
        lines += [f"  {name:20} {'n/a' if value is None else f'{value:.3f}'}" for name, value in self.values.items()]
        return "\n".join(lines)

    def listing(self, names: Iterable[str] | None = None) -> str:
        """The misses under these names, else all of them."""
        wanted = [name for name in (names or self.misses) if self.misses.get(name)]
        return "\n".join(f"{name}:\n" + "\n".join(f"  {miss}" for miss in self.misses[name]) for name in wanted)


def read_expected(folder: str | Path) -> Entry:
    """What should be found in the articles of an event's folder."""
    expected: Entry = json.loads((Path(folder) / "expected.json").read_text(encoding="utf-8"))
    return expected


def place_of(text: str, quote: str, nth: int) -> Span | None:
    """Where `quote` begins for the nth time (from 1, every character counts), None where it does not."""
    at = -1
    for _ in range(nth):
        at = text.find(quote, at + 1)
        if at < 0:
            return None
    return Span(at, at + len(quote))


def score_event(folder: str | Path) -> Score:
    """Reads an event's articles, analyses them, and scores what was found."""
    from desktop.core.analysis import analyse
    from desktop.files.articles import read_case
    from desktop.files.lexicon import load

    case = read_case(folder)
    return score(read_expected(folder), analyse(case.articles, load()), event=Path(folder).name)


def score(expected: Entry, analysis: Analysis, *, event: str = "") -> Score:
    """How an Analysis of an event's articles compares with what is expected of them."""
    result = Score(event)
    by_stem = {Path(file).stem: letter for letter, file in expected["articles"].items()}
    by_letter = {by_stem[article.id]: article for article in analysis.articles if article.id in by_stem}
    missing = sorted(set(expected["articles"]) - set(by_letter))
    if missing:
        raise ValueError(f"the analysis lacks articles: {', '.join(missing)}")
    letters = {article.id: letter for letter, article in by_letter.items()}
    places = [_placed(entry, by_letter) for entry in expected["figures"]]
    facts = _score_figures(result, places, analysis, letters)
    _score_traps(result, expected, by_letter, analysis)
    _score_pairs(result, expected, places, analysis, facts, letters)
    _score_checks(result, expected, places, analysis, letters)
    _score_payments(result, expected, analysis, letters)
    return result


def _placed(entry: Entry, by_letter: dict[str, Article]) -> Place:
    span = place_of(by_letter[entry["doc"]].text, entry["text"], entry["nth"])
    if span is None:
        raise ValueError(f"{entry['id']}: {entry['text']!r} is not in the article {entry['nth']} times")
    return Place(entry, span)


# -- figures


def _score_figures(
    result: Score, places: Sequence[Place], analysis: Analysis, letters: dict[str, str]
) -> dict[Figure, Fact]:
    """Scores the figures; gives the fact behind each of the engine's figures that has one."""
    by_article: dict[str, list[Figure]] = defaultdict(list)
    for figure in analysis.figures:
        by_article[letters[figure.article]].append(figure)
    matched: dict[str, Figure] = {}
    taken: set[Figure] = set()
    candidates = [
        (_overlap(place.span, figure.span), place, figure)
        for place in places
        for figure in by_article[place.entry["doc"]]
        if figure.span.overlaps(place.span) and same_value(place.entry, figure)
    ]
    for _, place, figure in sorted(candidates, key=lambda found: (-found[0], found[1].span, found[2].span)):
        if place.entry["id"] not in matched and figure not in taken:
            matched[place.entry["id"]] = figure
            taken.add(figure)

    asked = [place for place in places if not place.is_optional]
    found = [place for place in asked if place.entry["id"] in matched]
    for place in asked:
        if place.entry["id"] not in matched:
            seen = [f for f in by_article[place.entry["doc"]] if f.span.overlaps(place.span)]
            instead = "; ".join(_described(figure) for figure in seen)
            result.misses["figures missed"].append(f"{_named(place)}" + (f"  read as {instead}" if seen else ""))
    wrong = 0
    for letter, figures in sorted(by_article.items()):
        optional = [p for p in places if p.entry["doc"] == letter and p.is_optional]
        for figure in figures:
            if figure not in taken and not any(figure.span.overlaps(place.span) for place in optional):
                wrong += 1
                result.misses["figures too many"].append(f"{letter} {_described(figure)}")
    recall = _share(len(found), len(asked))
    precision = _share(len(found), len(found) + wrong)
    result.values["figure_precision"] = precision
    result.values["figure_recall"] = recall
    result.values["figure_f1"] = 2 * precision * recall / (precision + recall) if precision and recall else 0.0
    _score_readings(result, [(place, matched[place.entry["id"]]) for place in found])
    return {matched[place.entry["id"]]: place.fact for place in places if place.entry["id"] in matched}


def _score_readings(result: Score, found: Sequence[tuple[Place, Figure]]) -> None:
    """Kind, unit, period and modifier of the figures that were found."""
    tallies: dict[str, list[bool]] = {"kind": [], "unit": [], "per": [], "modifier": []}
    for place, figure in found:
        entry, quantity = place.entry, figure.quantity
        readings = {
            "kind": (entry["kind"], str(quantity.kind)),
            "unit": (entry["unit"], quantity.unit),
            "per": (entry["per"], quantity.per),
            "modifier": (entry["modifier"], str(quantity.exactness)),
        }
        for name, (want, have) in readings.items():
            if name == "unit" and (want is None or entry["kind"] == "count"):
                continue
            if name == "per" and want is None and have is None:
                continue
            tallies[name].append(want == have)
            if want != have:
                result.misses[f"{name} wrong"].append(f"{_named(place)}: {have}, not {want}")
    for name, tally in tallies.items():
        result.values[f"{name}_accuracy"] = _share(sum(tally), len(tally))


def _score_traps(result: Score, expected: Entry, by_letter: dict[str, Article], analysis: Analysis) -> None:
    caught = 0
    for trap in expected["not_figures"]:
        article = by_letter[trap["doc"]]
        span = place_of(article.text, trap["text"], trap["nth"])
        for figure in analysis.figures:
            if span and figure.article == article.id and figure.core.overlaps(span):
                caught += 1
                result.misses["traps"].append(f"{trap['doc']} {_described(figure)} in {trap['text']!r}: {trap['why']}")
    result.values["traps"] = caught


def same_value(entry: Entry, figure: Figure) -> bool:
    """Whether a figure states the expected value, in the terms written."""
    quantity = figure.quantity
    if entry["kind"] in ("date", "time"):
        if entry["value"] is None:
            return quantity.kind in (Kind.DATE, Kind.TIME)
        return _same_day(entry["value"], quantity.iso)
    if entry["modifier"] == "vague":
        high = entry["value_max"]
        return _one_order(entry["value_min"], high, quantity.low, quantity.high)
    if quantity.low is None:
        return False
    wanted_high = entry["value"] if entry["value_max"] is None else entry["value_max"]
    high_is_same = quantity.high is None or _near(wanted_high, quantity.high)
    return _near(entry["value"], quantity.low) and high_is_same


def _same_day(want: str, have: str | None) -> bool:
    """Whether two ISO forms say the same; a year that the text leaves out may have been inferred."""
    if have is None:
        return False
    if want.startswith("--") and not have.startswith("--"):
        return have.partition("-")[2] == want[2:]
    return have == want or (":" in want and have.startswith(want))


def _one_order(low: float, high: float | None, have_low: Decimal | None, have_high: Decimal | None) -> bool:
    """Whether two vague sizes share more than a point and begin within a factor ONE_ORDER; or a value lies inside."""
    if have_low is None:
        return False
    start = float(have_low)
    if have_high is not None and have_high == have_low:
        return low <= start and (high is None or start < high)
    if min(low, start) <= 0 or max(low, start) / min(low, start) > ONE_ORDER:
        return False
    ends = [end for end in (high, None if have_high is None else float(have_high)) if end is not None]
    return not ends or max(low, start) < min(ends)


def _near(want: float, have: Decimal, tolerance: float = SAME) -> bool:
    return abs(want - float(have)) <= tolerance * max(abs(want), abs(float(have)))


def _overlap(first: Span, second: Span) -> int:
    return min(first.end, second.end) - max(first.start, second.start)


# -- pairs


def _score_pairs(
    result: Score,
    expected: Entry,
    places: Sequence[Place],
    analysis: Analysis,
    facts: dict[Figure, Fact],
    letters: dict[str, str],
) -> None:
    fact_of = {place.entry["id"]: place.fact for place in places}
    wanted = {_link(entry, fact_of): entry for name in ("pairs", "internal") for entry in expected[name]}
    reported: dict[Link, list[Pair]] = defaultdict(list)
    for pair in (*analysis.pairs, *analysis.internal):
        link = _joined(pair, facts)
        if link is not None:
            reported[link].append(pair)

    found: list[Link] = []
    for name, value, heading in [
        ("pairs", "pair_recall", "pairs missed"),
        ("internal", "internal_recall", "internal missed"),
    ]:
        asked = [_link(entry, fact_of) for entry in expected[name] if not entry["optional"]]
        hit = [link for link in asked if link in reported]
        result.values[value] = _share(len(hit), len(asked))
        result.misses[heading] += [_expectation(link, wanted[link]) for link in asked if link not in reported]
        found += hit
    _score_statuses(result, [(link, wanted[link], reported[link]) for link in found])

    real = [link for link, entry in wanted.items() if entry["status"] == "conflict" and not entry["optional"]]
    sounded = [link for link in real if any(pair.status is Status.CONFLICT for pair in reported.get(link, ()))]
    result.values["conflict_recall"] = _share(len(sounded), len(real))

    never = {_link(entry, fact_of): entry["why"] for entry in expected["negatives"]}
    alarms = justified = aligned = strays = 0
    for pair in (*analysis.pairs, *analysis.internal):
        link = _joined(pair, facts)
        described = _reported(pair, facts, letters)
        if pair.status is Status.CONFLICT:
            alarms += 1
            if link in wanted and "conflict" in wanted[link]["accept"]:
                justified += 1
            else:
                result.misses["false conflicts"].append(described)
        if link in never:
            aligned += 1
            result.misses["negatives"].append(f"{described}: {never[link]}")
        elif link not in wanted:
            strays += 1
            result.misses["strays"].append(described)
    result.values["conflict_precision"] = _share(justified, alarms)
    result.values["negatives"] = aligned
    result.values["strays"] = strays


def _score_statuses(result: Score, found: Sequence[tuple[Link, Entry, list[Pair]]]) -> None:
    """A fact that is paired through several mentions counts as right only if all of them have it right."""
    right = right_cause = causes = 0
    for link, entry, pairs in found:
        statuses = sorted({str(pair.status) for pair in pairs})
        if all(status in entry["accept"] for status in statuses):
            right += 1
        else:
            result.misses["status wrong"].append(f"{_expectation(link, entry)}  reported {', '.join(statuses)}")
        conflicts = [pair for pair in pairs if pair.status is Status.CONFLICT]
        if entry["status"] == "conflict" and conflicts:
            causes += 1
            if all(entry["diag"][0] in map(str, pair.diagnoses) for pair in conflicts):
                right_cause += 1
            else:
                said = sorted({", ".join(pair.diagnoses) or "nothing" for pair in conflicts})
                result.misses["diagnosis wrong"].append(f"{_expectation(link, entry)}  reported {'; '.join(said)}")
    result.values["status_accuracy"] = _share(right, len(found))
    result.values["diagnosis_accuracy"] = _share(right_cause, causes)


def _joined(pair: Pair, facts: dict[Figure, Fact]) -> Link | None:
    """The two facts of a reported pair, None where one of its figures states no expected fact."""
    first, second = facts.get(pair.a.figure), facts.get(pair.b.figure)
    return None if first is None or second is None else frozenset((first, second))


def _link(entry: Entry, fact_of: dict[str, Fact]) -> Link:
    return frozenset((fact_of[entry["a"]], fact_of[entry["b"]]))


# -- checks and payments


def _score_checks(
    result: Score, expected: Entry, places: Sequence[Place], analysis: Analysis, letters: dict[str, str]
) -> None:
    by_id = {place.entry["id"]: place for place in places}
    mentions: dict[Fact, list[Place]] = defaultdict(list)
    for place in places:
        mentions[place.fact].append(place)
    right = asked = 0
    used: set[int] = set()
    for entry in expected["checks"]:
        spans = [place.span for place in mentions[by_id[entry["figure"]].fact]]
        hits = [
            index
            for index, check in enumerate(analysis.checks)
            if letters[check.article] == entry["doc"]
            and any(check.claimed.span.overlaps(span) or check.span.overlaps(span) for span in spans)
        ]
        agreeing = [index for index in hits if str(analysis.checks[index].verdict) == entry["verdict"]]
        if entry["verdict"] != "ok":
            used.update(agreeing)
        if not entry["optional"]:
            asked += 1
            right += bool(agreeing)
            if not agreeing:
                said = ", ".join(sorted({str(analysis.checks[index].verdict) for index in hits})) or "nothing"
                result.misses["checks missed"].append(
                    f"{_named(by_id[entry['figure']])}: {said}, not {entry['verdict']} ({entry['note']})"
                )
    false = [
        check
        for index, check in enumerate(analysis.checks)
        if check.verdict is CheckVerdict.WRONG and index not in used
    ]
    for check in false:
        result.misses["false checks"].append(
            f"{letters[check.article]} {_described(check.claimed)}: {check.computation}"
        )
    result.values["check_recall"] = _share(right, asked)
    result.values["false_checks"] = len(false)


def _score_payments(result: Score, expected: Entry, analysis: Analysis, letters: dict[str, str]) -> None:
    """Of each expected schedule: direction, amount, last month and ramp, as the best of the engine's has them."""
    right = asked = 0
    for entry in expected["payments"]:
        best: dict[str, bool] = {}
        for payment in analysis.payments:
            if letters[payment.article] == entry["doc"]:
                fit = _fit(entry, payment)
                if sum(fit.values()) > sum(best.values()) or not best:
                    best = fit
        asked += 4
        right += sum(best.values())
        wrong = [name for name, fits in best.items() if not fits] if best else ["no schedule"]
        if wrong:
            schedule = f"{entry['doc']} {entry['payer']} to {entry['payee']}, {entry['monthly']:,.0f} a month"
            result.misses["payments"].append(f"{schedule}: {', '.join(wrong)}")
    result.values["payments"] = _share(right, asked)


def _fit(entry: Entry, payment: Payment) -> dict[str, bool]:
    return {
        "direction": (payment.payer, payment.payee) == (entry["payer"], entry["payee"]),
        "monthly": payment.currency == entry["currency"]
        and _near(entry["monthly"], payment.monthly_low, SAME_PAYMENT)
        and _near(entry["monthly"], payment.monthly_high, SAME_PAYMENT),
        "end": payment.end == entry["end"],
        "ramp": (list(payment.ramp) if payment.ramp else None) == entry["ramp"],
    }


# -- words


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _named(place: Place) -> str:
    return f"{place.entry['id']} {place.entry['text']!r} ({place.entry['key']})"


def _described(figure: Figure) -> str:
    quantity = figure.quantity
    size = quantity.iso or str(quantity.value or f"{quantity.low}..{quantity.high}")
    terms = "/".join(term for term in (quantity.unit, quantity.per) if term)
    return f"{figure.quote!r} [{quantity.kind} {size} {terms}]"


def _expectation(link: Link, entry: Entry) -> str:
    names = " - ".join(f"{letter}.{key}" for letter, key in sorted(link))
    causes = f" ({', '.join(entry['diag'])})" if entry["diag"] else ""
    return f"{names}: {'/'.join(entry['accept'])}{causes}"


def _reported(pair: Pair, facts: dict[Figure, Fact], letters: dict[str, str]) -> str:
    ends = []
    for figure in (pair.a.figure, pair.b.figure):
        fact = facts.get(figure)
        ends.append(f"{letters[figure.article]}.{fact[1] if fact else '?'} {figure.quote!r}")
    causes = f" ({', '.join(pair.diagnoses)})" if pair.diagnoses else ""
    return f"{' - '.join(ends)}: {pair.status}{causes}"


def main() -> None:
    """Prints the scores of one or more events, and with --misses what was missed or wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="+", help="an event's folder, as corpus/compute-deal")
    parser.add_argument("--misses", action="store_true", help="list all that was missed or wrong")
    options = parser.parse_args()
    for folder in options.folder:
        result = score_event(folder)
        print(result.table())
        if options.misses:
            print(result.listing())


if __name__ == "__main__":
    main()
