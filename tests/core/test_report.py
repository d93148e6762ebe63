"""Whether a report tells all of a comparison: in order, by numbers that lead somewhere, whatever articles hold."""

import random
import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core import corrections
from desktop.core.agreement import Status
from desktop.core.analysis import analyse
from desktop.core.language import speaking
from desktop.core.report import Choice, Report, report
from desktop.core.report.labels import labels
from desktop.core.rulings import Decision
from desktop.core.workspace import Workspace
from desktop.files.languages import catalogue
from desktop.files.lexicon import load
from tests.core.edited import edited
from tests.core.reported import analysis_of, bundled, conflicts, news, ruling_on, told, with_rulings, workspace_of
from tests.workspaces import AWKWARD, HELD_WORKSPACES, large_workspace, small_workspace

LEXICON = load()
CASES = ["compute-deal", "hurricane-ottoline", "dexta-takeover", "canada-inflation", "train-derailment"]


def case(name):
    return bundled() if name == "compute-deal" else news(name)


def check(made: Report) -> None:
    """What holds for every report."""
    numbers = [item.number for item in made.items] + [one.number for one in made.sums]
    assert len(set(numbers)) == len(numbers)
    assert [item.status for item in made.disagreements] == [Status.CONFLICT] * len(made.disagreements)
    letters = {source.letter for source in made.sources}
    known = {figure.number: figure for figure in made.figures}
    for item in made.items:
        assert item.id == f"item-{item.number}"
        assert item.topic
        for voice in item.voices:
            assert voice.source in letters
            assert voice.sayings
            for passage in voice.passages:
                assert passage.source == voice.source
                assert known[passage.number].source == voice.source
                assert known[passage.number].line == passage.line
                assert any(piece.is_figure for piece in passage.pieces)
    for outlier in made.outliers:
        assert outlier.source in {*letters, ""}
        disputed = {one.number for one in (*made.items, *made.sums) if one.status is Status.CONFLICT}
        assert outlier.number in disputed or not disputed
    for figure in made.figures:
        assert figure.item in (0, *numbers) or len(numbers) < len(made.pairs)
    for pair in made.pairs:
        assert pair.a in known
        assert pair.b in known


@pytest.mark.parametrize("name", CASES)
def test_whole_cases(name):
    made = report(*case(name), Choice(full_texts=True))
    check(made)
    numbers = sorted([item.number for item in made.items] + [one.number for one in made.sums])
    assert numbers == list(range(1, len(numbers) + 1))
    in_order = [*made.disagreements, *made.internal, *made.sums, *made.close, *made.equivalent, *made.agreeing]
    assert [one.number for one in in_order] == numbers
    assert "".join(piece.text for piece in made.texts[0].pieces) == case(name)[0].articles[0].text


@pytest.mark.parametrize("name", CASES)
def test_equal_inputs_give_equal_reports(name):
    workspace, analysis = case(name)
    again = analyse(workspace.articles, LEXICON)
    assert report(workspace, analysis) == report(workspace, again)


def test_numbers_stay_whatever_is_chosen():
    workspace, analysis = bundled()
    whole = report(workspace, analysis)
    for status in Status:
        part = report(workspace, analysis, Choice(statuses=frozenset({status})))
        assert [item for item in part.items if item.status is status] == list(part.items)
        assert {item.number: item.topic for item in part.items}.items() <= {
            item.number: item.topic for item in whole.items
        }.items()
        assert part.figures == whole.figures
        assert part.counts == whole.counts


def test_a_choice_says_what_it_leaves_out():
    workspace, analysis = bundled()
    part = report(workspace, analysis, Choice(statuses=frozenset({Status.CONFLICT, Status.AGREE})))
    assert part.left_out == "Left out by choice: what is “close” and “only in one”."
    assert part.singles == ()
    assert part.close == ()
    assert report(workspace, analysis).left_out == ""


def test_a_choice_says_that_it_leaves_out_what_stands_inside_one_article():
    workspace = workspace_of("It paid $3 million for rent and $4 million for power, a total of $9 million.", "Nothing.")
    part = told(workspace, Choice(statuses=frozenset({Status.AGREE})))
    assert told(workspace).sums
    assert part.left_out == "Left out by choice: what is “conflict” and “only in one”."
    calm = told(workspace_of("It has 12 ships.", "It has 12 ships."), Choice(statuses=frozenset({Status.AGREE})))
    assert calm.left_out == ""


def test_an_article_left_out_keeps_the_letters_of_the_others():
    workspace = workspace_of("The toll is 12 dead.", "The toll is 37 dead.", "The toll is 39 dead.")
    made = report(workspace, analyse(workspace.articles[1:], LEXICON))
    assert [source.letter for source in made.sources] == ["B", "C"]
    assert {voice.source for item in made.items for voice in item.voices} == {"B", "C"}
    assert made.left_out == "Not compared: A Ledger."


def test_sources_tell_no_folder():
    workspace = workspace_of("One.", "Two.", "Three.")
    places = ("/home/ann/desk/a.txt", "C:\\Users\\Ann\\b.docx", "https://example.org/news/1?x=2")
    workspace = replace(
        workspace,
        articles=tuple(replace(one, source=at) for one, at in zip(workspace.articles, places, strict=True)),
        earlier=(replace(workspace.articles[0], text="Nil.", sha256="9" * 64, source="/home/ann/old/a.txt"),),
    )
    made = told(workspace)
    assert [(source.file, source.address) for source in made.sources] == [
        ("a.txt", ""),
        ("b.docx", ""),
        ("", "https://example.org/news/1?x=2"),
    ]
    assert [one.sha256 for one in made.sources[0].earlier] == ["9" * 64]
    for word in ("/home", "ann/", "Users"):
        assert word not in repr(made)


def test_what_an_amount_is_read_as_is_told_where_it_adds_something():
    made = told(
        workspace_of(
            "Acme pays Globex $15B annually. Two thirds of the staff of Acme left. It ends in May 2029.",
            "Acme pays Globex $1.25 billion per month. Half of the staff of Acme left. It ends in June 2029.",
        )
    )
    amounts = {voice.sayings[0]: voice.amount for item in made.items for voice in item.voices}
    assert amounts["$15B annually"] == "$15 billion per year"
    assert amounts["$1.25 billion per month"] == ""
    assert {amount for said, amount in amounts.items() if "May" in said or "third" in said} <= {""}


EMPTY = [
    pytest.param(Workspace(), id="no articles"),
    pytest.param(workspace_of("Nothing happened."), id="one without figures"),
    pytest.param(workspace_of("Nothing happened.", "Nothing at all."), id="two without figures"),
    pytest.param(workspace_of("The toll is 37 dead."), id="one alone"),
    pytest.param(workspace_of("The toll is 37 dead.", ""), id="one that is empty"),
]


@pytest.mark.parametrize("workspace", EMPTY)
def test_where_there_is_little_to_tell(workspace):
    made = told(replace(workspace, title=""), Choice(full_texts=True))
    check(made)
    assert made.items == ()
    assert len(made.finding) == 1
    assert made.questions == made.drafts == made.review == ()


def test_what_the_finding_says_of_little():
    said = [told(param.values[0]).finding[0] for param in EMPTY]
    assert said == [
        "No articles were compared.",
        "1 article with 0 figures: there is nothing to compare.",
        "Compared: 2 articles with 0 figures. No figures that speak of the same thing were found.",
        "1 article with 1 figure: there is nothing to compare.",
        "Compared: 2 articles with 1 figure. No figures that speak of the same thing were found.",
    ]


def test_a_workspace_without_a_title_is_called_by_its_articles():
    assert told(replace(workspace_of("One.", "Two.", "Three."), title="")).title == "Ledger, Wire"
    assert told(Workspace()).title == ""


FINDINGS = [
    (
        ("Acme pays Globex $5 million a year.", "Acme pays Globex $5 million a month."),
        "Payment, Acme to Globex: Ledger says “$5 million a year”, Wire says “$5 million a month”: a factor of 12,"
        " perhaps another period.",
    ),
    (
        ("It ends in May 2029.", "It ends in June 2029."),
        "End date: Ledger says “May 2029”, Wire says “June 2029”: 1 month later.",
    ),
    (
        ("The quake killed 37 people.", "The toll rose to 52 deaths.", "The toll rose to 60 deaths."),
        "Killed, as told from day to day: Ledger says “37” (20 May 2026); Wire says “52” (21 May 2026); Courier says"
        " “60” (22 May 2026).",
    ),
    (
        (
            "Acme pays Globex $5 million a month.",
            "Acme pays Globex $5 million a month.",
            "Acme pays Globex $50 million a month.",
        ),
        "Payment, Acme to Globex: Ledger and Wire say “$5 million a month”; Courier says “$50 million a month”"
        " (×\u00a010, perhaps a moved decimal point).",
    ),
    (
        ("Acme pays Globex $5 million a month.", "Globex pays Acme $5 million a month."),
        "Payment, Acme to Globex: Ledger says “$5 million a month”, Wire says “$5 million a month”: payer and payee"
        " swapped.",
    ),
]


@pytest.mark.parametrize(("texts", "said"), FINDINGS)
def test_how_a_dispute_is_told(texts, said):
    made = told(workspace_of(*texts))
    assert made.finding[1] == said
    assert made.finding[0].endswith("in common. They contradict each other on 1 topic.")


def test_further_disputes_are_named():
    names = ("Acme", "Globex", "Initech", "Umbrella", "Stark")
    one, other = (" ".join(f"Revenue at {name} was ${amount} million." for name in names) for amount in (150, 370))
    made = told(workspace_of(one, other))
    assert len(made.disagreements) == 5
    assert made.finding[-1] == "Also disputed: revenue, Umbrella; revenue, Stark."


@pytest.mark.parametrize("name", CASES)
def test_the_finding_is_told_in_whole_sentences(name):
    for sentence in report(*case(name)).finding:
        assert sentence[0].isupper() or sentence[0].isdigit()
        assert sentence.endswith((".", ".)"))
        assert not any(bad in sentence for bad in ("{", "}", "..", "  ", "“”", "()", " ,", " ;"))


def test_outliers_are_told_by_what_sets_them_apart():
    made = told(workspace_of(*FINDINGS[3][0]))
    (outlier,) = made.outliers
    assert (outlier.source, outlier.said, outlier.number) == ("C", "“$50 million a month”", 1)
    assert outlier.apart.startswith("×\u00a010")
    assert told(workspace_of("The quake killed 37 people.", "The quake killed 52 people.")).outliers == ()


def test_two_that_simply_differ_are_told_together():
    (both,) = told(workspace_of("Acme pays Globex $5 million a year.", "Acme pays Globex $50 million a year.")).outliers
    assert (both.source, both.name) == ("", "Ledger and Wire")
    assert both.said == "“$5 million a year” or “$50 million a year”"
    assert both.apart.startswith("A factor of 10.")


def test_what_contradicts_itself_or_its_own_arithmetic_is_out_of_line():
    workspace, analysis = bundled()
    said = {(one.name, one.said) for one in report(workspace, analysis).outliers}
    assert ("Rackside Weekly", "“$15 billion annually” or “$15 annual”") in said
    assert ("Sparkfeed", "“80%”") in said


def test_what_is_joined_or_converted_stands_in_no_quotation_marks():
    workspace, analysis = bundled()
    (telling,) = (sentence for sentence in report(workspace, analysis).finding if "Quillmark" in sentence)
    assert "Quillmark Wire says “$1.25 billion per month”, which fits what Rackside Weekly says" in telling
    texts = [article.text for article in workspace.articles]
    for quote in re.findall("“([^”]*)”", telling):
        assert any(quote in text for text in texts)


def test_german():
    german = catalogue("de")
    with speaking(german):
        words = labels()
        workspace, analysis = bundled()
        made = report(workspace, analysis, language="de")
    assert made.labels == words
    assert made.language == "de"
    assert made.counts[0].words == german.gettext("conflict")
    assert words["finding"] != labels()["finding"] == "What was found"


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(HELD_WORKSPACES)
def test_any_workspace_can_be_told(workspace):
    analysis = analyse(workspace.articles, LEXICON, corrections=[one for one in workspace.corrections if one.holds])
    made = report(workspace, analysis, Choice(full_texts=True), editor="Ann")
    check(made)
    assert made == report(workspace, analysis, Choice(full_texts=True), editor="Ann")


SENTENCES = [
    "Acme pays Globex $5 million a month.",
    "Acme pays Globex $5 million a year until May 2029.",
    "Globex pays Acme roughly €60 million a year.",
    "The quake killed 37 people and injured 210.",
    "The toll was revised to 52 deaths.",
    "Revenue rose 25 percent to $5.6 billion from $5.0 billion.",
    "It is 10 km deep. It is 10 miles deep.",
    "Two thirds of the 120 seats were empty at 7:48 a.m.",
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.sampled_from(SENTENCES) | st.sampled_from(AWKWARD), max_size=6), min_size=1, max_size=4))
def test_awkward_texts_can_be_told(articles):
    workspace = workspace_of(*(" ".join(sentences) for sentences in articles))
    awkward = tuple(
        replace(one, outlet=AWKWARD[place], title=AWKWARD[-1 - place]) for place, one in enumerate(workspace.articles)
    )
    workspace = replace(workspace, articles=awkward)
    analysis = analysis_of(workspace)
    pairs = conflicts(analysis)
    decisions = [Decision.BOTH_WRONG, Decision.NEEDS_SOURCE]
    rulings = [ruling_on(pair, decisions[at % 2], by=AWKWARD[at % len(AWKWARD)]) for at, pair in enumerate(pairs[:6])]
    last = {(one.places, one.by): one for one in rulings}.values()
    check(report(with_rulings(workspace, *last), analysis, Choice(full_texts=True)))


def test_one_of_everything():
    workspace = small_workspace()
    held = [one for one in workspace.corrections if one.holds]
    made = report(workspace, analyse(workspace.articles, LEXICON, corrections=corrections.in_order(held)))
    check(made)
    assert made.as_of == "21 November 2026, 20:36 UTC"
    assert made.as_of_iso == "2026-11-21T20:36:00.000+00:00"
    assert [source.letter for source in made.sources] == ["A", "B"]
    assert [one.words for one in made.rulings] == ["Ledger is right"]


@pytest.mark.parametrize("seed", range(4))
def test_edited_articles_can_be_told(seed):
    workspace, before = bundled()
    rulings = [ruling_on(pair, Decision.BOTH_WRONG, by=f"Editor {at}") for at, pair in enumerate(conflicts(before)[:5])]
    others = tuple(" ".join(article.text.split()[:40]) for article in workspace.articles)
    chance = random.Random(seed)
    changed = {one.id: edited(one, others, LEXICON, chance).new for one in workspace.articles[:2]}
    articles = tuple(changed.get(one.id, one) for one in workspace.articles)
    lost = [
        replace(ruling, anchors=tuple(replace(at, lost=at.article in changed) for at in ruling.anchors))
        for ruling in rulings
    ]
    after = replace(with_rulings(workspace, *lost), articles=articles, earlier=workspace.articles[:2])
    made = report(after, analyse(articles, LEXICON), Choice(full_texts=True))
    check(made)
    assert len(made.rulings) == 5


def test_thousands_of_notes():
    workspace = large_workspace()
    made = report(workspace, analyse(workspace.articles, LEXICON))
    assert sum(len(item.notes) for item in made.items) + len(made.other_notes) == len(workspace.annotations)


def test_many_disagreements():
    made = told(workspace_of(many(1), many(10)))
    assert len(made.disagreements) == 140
    assert [len(asked.questions) for asked in made.questions[:2]] == [140, 140]
    check(made)


def many(factor):
    """140 payments, each between parties of its own."""
    syllables = (
        "bal",
        "cor",
        "dun",
        "fer",
        "gal",
        "hol",
        "jun",
        "kel",
        "lor",
        "mun",
        "nor",
        "pel",
        "rul",
        "sor",
        "tel",
    )
    names = [f"{one}{other}ton".title() for one in (*syllables, "vor", "wen") for other in (*syllables, "zan", "bri")]
    return "\n\n".join(
        f"{names[place]} Corp pays {names[-1 - place]} Inc ${(place + 3) * factor} million a month."
        for place in range(140)
    )


def test_of_several_articles_only_what_all_print_is_quoted():
    made = told(workspace_of("It ends on May 3, 2029.", "It ends on 3 May 2029.", "It ends on June 3, 2029."))
    assert "End date: Ledger and Wire say 3 May 2029; Courier says “June 3, 2029”" in made.finding[1]


def test_who_tells_both_directions_is_not_called_mistaken():
    workspace, analysis = bundled()
    (lantern,) = (one for one in report(workspace, analysis).outliers if one.name == "The Lantern Quarterly")
    assert lantern.apart == "It has it both ways, see No. 3."
