"""Whether questions are asked about what is in doubt, of whom, neutrally, and each once."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.agreement import Diagnosis, Status
from desktop.core.corrections import Correction
from desktop.core.quantities import Kind
from desktop.core.report import Choice, report
from desktop.core.report.asks import terms
from desktop.core.rulings import Decision
from tests.core.reported import analysis_of, bundled, conflicts, news, ruling_on, told, with_rulings, workspace_of

ACCUSING = re.compile(
    r"\b(wrong\w*|errors?|erroneous\w*|mistak\w*|false\w*|lies?|lied|lying|incorrect\w*|fault\w*|blam\w*|contradict\w*"
    r"|misl\w+|slips?|fail\w*|sloppy|confus\w*|admit\w*|invent\w*|bad\w*|untrue|inaccura\w*|correction)\b",
    re.IGNORECASE,
)


def questions(*texts, **more):
    return {asked.to: [one.text for one in asked.questions] for asked in told(workspace_of(*texts, **more)).questions}


def pay(amount):
    return f"Acme pays Globex {amount}."


@pytest.mark.parametrize(
    ("one", "other", "diagnosis", "asked"),
    [
        (pay("$5 million a month"), pay("$5 million a year"), "period", "per month or per year?"),
        (pay("$60 million a month"), pay("$5 million a month"), "period", "Which period does the amount cover"),
        (pay("$5 million a month"), pay("$50 million a month"), "scale_x10", "write the figure out in full"),
        (
            pay("$5 million a month"),
            pay("$5 billion a month"),
            "scale_x1000",
            "in thousands, in millions or in billions",
        ),
        (pay("$15 billion a year"), pay("$15 a year"), "scale_missing", "On which scale is the amount told"),
        (
            pay("$5 million a month"),
            "Globex pays Acme $5 million a month.",
            "direction",
            "does Acme pay Globex, or does Globex pay Acme?",
        ),
        (
            pay("$5 million a month"),
            pay("$5 million over five years"),
            "total_vs_rate",
            "the whole term or each period of it",
        ),
        ("Revenue was $150 million.", "Revenue was €150 million.", "currency", "In which currency"),
        ("The quake was 10 km deep.", "The quake was 10 miles deep.", "unit", "In which unit"),
        (
            "The contract ends in May 2029.",
            "The contract ends in June 2029.",
            "date",
            "Which date does the source give",
        ),
        ("The quake killed 37 people.", "The toll was revised to 52 deaths.", "update", "As of which day and hour"),
        (pay("$5 million a month"), pay("$8 million a month"), "value", "What does the amount take in"),
    ],
)
def test_what_is_asked_by_what_may_be_the_slip(one, other, diagnosis, asked):
    workspace = workspace_of(one, other)
    analysis = analysis_of(workspace)
    assert diagnosis in [found for pair in conflicts(analysis) for found in pair.diagnoses]
    by_outlet = {each.to: each.questions for each in told(workspace).questions}
    for outlet in ("Ledger", "Wire"):
        (question,) = by_outlet[outlet]
        assert asked in question.text
        assert question.number == 1


@pytest.mark.parametrize("diagnosis", Diagnosis)
@pytest.mark.parametrize("kind", Kind)
def test_every_slip_of_every_sort_of_figure_has_a_neutral_question(diagnosis, kind):
    (pair,) = conflicts(analysis_of(workspace_of(pay("$5 million a month"), pay("$8 million a month"))))

    def of_kind(claim):
        return replace(claim, figure=replace(claim.figure, quantity=replace(claim.figure.quantity, kind=kind)))

    pair = replace(pair, a=of_kind(pair.a), b=of_kind(pair.b), diagnoses=(diagnosis,))
    (asked,) = terms([pair])
    assert asked.endswith("?")
    assert not ACCUSING.search(asked)


def test_a_question_cites_what_the_article_and_the_others_say():
    asked = questions(pay("$5 million a year"), pay("$5 million a month"), pay("$5 million a month"))
    assert asked["Ledger"] == [
        "Payment, Acme to Globex: your article says “$5 million a year”; Wire and Courier say “$5 million a month”. For"
        " which period is the amount meant, per year or per month? What is your source?"
    ]
    assert asked["Wire"] == [
        "Payment, Acme to Globex: your article says “$5 million a month”; Ledger says “$5 million a year”. For which"
        " period is the amount meant, per year or per month? What is your source?"
    ]


def test_a_bare_number_is_cited_with_what_stands_around_it():
    asked = questions("The quake killed 37 people.", "The quake killed 52 people.")
    assert "your article says “The quake killed 37 people”; Wire says “52”." in asked["Ledger"][0]


def test_the_most_exact_figure_is_asked_for_where_one_is_told_loosely():
    asked = questions(pay("$5 million a month"), pay("less than $4 million a month"))
    assert "most exact" in asked["Wire"][0]
    assert "most exact" not in asked["Ledger"][0]


def test_many_pairs_of_one_topic_make_one_question_for_each_outlet():
    text = f"{pay('$5 million a month')} It is $60 million a year in all."
    other = f"{pay('$50 million a month')} That makes $600 million a year."
    asked = questions(text, other, pay("$500 million a month"))
    for outlet in ("Ledger", "Wire", "Courier"):
        assert len([one for one in asked[outlet] if "others" not in one and "once says" not in one]) == 1


def test_outlets_come_in_their_order_and_then_the_parties():
    groups = told(workspace_of(pay("$5 million a month"), pay("$50 million a month"), pay("$500 million a month")))
    assert [asked.to for asked in groups.questions] == ["Ledger", "Wire", "Courier", "Acme and Globex"]


def test_parties_are_asked_for_the_document():
    (asked,) = questions(pay("$5 million a month"), pay("$50 million a month"))["Acme and Globex"]
    assert asked == (
        "Payment, Acme to Globex: Ledger says “$5 million a month”; Wire says “$50 million a month”. How does the"
        " source write the figure out in full, to the last digit? Which document says so, and where can it be read?"
    )


def test_a_company_is_asked_about_its_own_and_a_word_that_is_no_name_is_nobody():
    asked = questions("Revenue at Globex was $18 billion.", "Revenue at Globex was $187 billion.")
    assert "Globex" in asked
    asked = questions("Coffee sales rose 12% in May.", "Coffee sales rose 21% in May.")
    assert set(asked) <= {"Ledger", "Wire"}


def test_an_article_is_asked_about_what_it_says_in_two_places():
    text = "Acme pays Globex $5 million a month. So Acme pays Globex $50 million a month."
    (asked,) = questions(text, "Nothing.")["Ledger"]
    assert "your article once says “$5 million a month”, elsewhere “$50 million a month”." in asked


def test_a_wrong_sum_is_asked_about_with_our_own_arithmetic():
    (asked,) = questions("Revenue rose 25 percent to $5.6 billion from $5.0 billion.", "Nothing.")["Ledger"]
    assert asked == (
        "Your article says “25 percent” beside “$5.6 billion” and “$5.0 billion”. Our own arithmetic is"
        " 5.6/5 - 1 = 0.12, that is 12 %; how did you work it out, and from which figures?"
    )
    assert not ACCUSING.search(asked)


def test_a_suggested_reading_is_asked_about_by_what_speaks_for_it():
    one = "Acme pays Globex $5 million a year. The monthly payments start in May."
    asked = questions(one, pay("$5 million a month"))["Ledger"][0]
    assert "How does “$5 million a year” go together with “monthly payments” in the same article?" in asked


def test_what_the_editor_reads_otherwise_is_cited_as_printed():
    workspace = workspace_of("The quake killed 37 people.", "The quake killed 52 people.")
    (pair,) = conflicts(analysis_of(workspace))
    read = replace(pair.a.figure.quantity, low=pair.a.figure.quantity.low + 2, high=pair.a.figure.quantity.high + 2)
    corrections = (Correction(pair.a.figure.anchor, read, by="Ann"),)
    made = report(replace(workspace, corrections=corrections), analysis_of(workspace, corrections))
    assert "“37” (which we read as 39 people)" in made.questions[0].questions[0].text


TWO = workspace_of(pay("$5 million a month"), pay("$50 million a month"))
(PAIR,) = conflicts(analysis_of(TWO))


def asked_after(*rulings):
    return {asked.to: asked.questions[0].text for asked in told(with_rulings(TWO, *rulings)).questions}


@pytest.mark.parametrize("decision", [Decision.BOTH_RIGHT, Decision.NOT_THE_SAME])
def test_what_a_ruling_settles_raises_no_question(decision):
    assert asked_after(ruling_on(PAIR, decision)) == {}


def test_what_needs_a_source_is_asked_for_it():
    asked = asked_after(ruling_on(PAIR, Decision.NEEDS_SOURCE))
    assert all("which document" in asked[name].lower() for name in ("Ledger", "Wire"))


def test_only_who_is_not_called_right_is_asked():
    asked = asked_after(ruling_on(PAIR, Decision.SOME_RIGHT, "$50 million a month"))
    assert set(asked) == {"Ledger", "Acme and Globex"}
    assert set(asked_after(ruling_on(PAIR, Decision.BOTH_WRONG))) == {"Ledger", "Wire", "Acme and Globex"}


def test_what_editors_decided_differently_is_asked():
    rulings = ruling_on(PAIR, Decision.BOTH_RIGHT), ruling_on(PAIR, Decision.NOT_THE_SAME, by="Bob")
    assert set(asked_after(*rulings)) == {"Ledger", "Wire", "Acme and Globex"}


def test_a_ruling_on_an_earlier_reading_settles_nothing():
    now = ruling_on(PAIR, Decision.BOTH_RIGHT)
    then = replace(now, readings=tuple(replace(read, per="week") for read in now.readings))
    assert set(asked_after(then)) == {"Ledger", "Wire", "Acme and Globex"}


def test_questions_can_be_left_out():
    assert told(TWO, Choice(questions=False)).questions == ()
    assert told(TWO, Choice(statuses=frozenset({Status.AGREE}))).questions == ()


@pytest.mark.parametrize("case", ["hurricane-ottoline", "dexta-takeover", "halvar-quake", "canada-inflation"])
def test_questions_of_whole_cases_are_neutral_told_once_and_lead_somewhere(case):
    check(report(*news(case)))


def test_questions_of_the_bundled_case():
    made = report(*bundled())
    check(made)
    assert [asked.to for asked in made.questions] == [*(source.name for source in made.sources), "Anthropic and SpaceX"]


def check(made):
    numbers = {item.number for item in (*made.disagreements, *made.internal)} | {one.number for one in made.sums}
    groups = [asked.to for asked in made.questions]
    assert len(set(groups)) == len(groups)
    for asked in made.questions:
        assert asked.questions
        texts = [question.text for question in asked.questions]
        assert len(set(texts)) == len(texts)
        for text, number in asked.questions:
            assert number in numbers
            assert "?" in text
            assert not re.search(r"\{|\}|  |\.\.|\?\.", text)
            own_words = re.sub(r"“[^”]*”", "", text)
            found = ACCUSING.search(own_words)
            assert not found, f"{found}: {text}"


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_any_rulings_on_the_bundled_case_leave_questions_that_lead_somewhere(data):
    workspace, analysis = bundled()
    pairs = conflicts(analysis)
    rulings = []
    for number in range(data.draw(st.integers(0, 6))):
        pair = data.draw(st.sampled_from(pairs))
        decision = data.draw(st.sampled_from(Decision))
        right = data.draw(st.sampled_from([pair.a, pair.b])).figure.quote if decision is Decision.SOME_RIGHT else ""
        if pair.a.figure.quote != pair.b.figure.quote or not right:
            by = data.draw(st.sampled_from(["Ann", "Bob"]))
            rulings.append(ruling_on(pair, decision, right, by=by, at=f"2026-11-21T20:36:0{number}.000+00:00"))
    last = {(one.places, one.by): one for one in rulings}
    check(report(with_rulings(workspace, *last.values()), analysis))
