"""Whether after any edits, undos, copies and reopenings window and file hold the same as a plain list of states."""

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from desktop.core.agreement import Status
from desktop.core.analysis import Analysis
from desktop.core.anchors import anchor_at
from desktop.core.annotations import Annotation, Reply
from desktop.core.corrections import Correction
from desktop.core.links import Link
from desktop.core.rulings import Decision, Ruling
from desktop.core.text import Article, Span
from desktop.core.workspace import Workspace
from desktop.files.places import Places
from desktop.files.workspaces import WorkspaceFile
from desktop.shell.keeping import Keeping
from desktop.shell.session import Session
from tests.shell.conftest import LEDGER, SPARK, WIRE, FakeJobs, money

WORDS = st.text(max_size=12)
EDITORS = st.sampled_from(["", "Ada", "Ben"])
PLACES = st.builds(
    lambda article, start, length: anchor_at(article.id, Span(start, start + length), article.text),
    st.sampled_from([LEDGER, WIRE, SPARK]),
    st.integers(0, 30),
    st.integers(1, 8),
)


class KeptWork(RuleBasedStateMachine):
    """The session with its file, beside a list of the workspaces that were."""

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp())
        self.session = Session(FakeJobs(), lambda articles, _c, _l, _b: Analysis(articles))
        self.keeping = Keeping(
            self.session, Places(self.home / "drafts", self.home / "backups", self.home / "recent.json")
        )
        self.count = 0
        first = Workspace("Rent", (LEDGER, WIRE, SPARK))
        self.keeping.begin(first)
        self.states: list[Workspace] = [first]
        self.things: list[object] = [None]
        self.now = 0

    def edit(self, after: Workspace, thing: object = None) -> None:
        before = self.states[self.now]
        self.session.edit("edit", after, thing)
        if after == before:
            return
        merges = self.now > 0 and thing is not None and self.things[self.now] == thing
        kept = self.now if merges else self.now + 1
        self.states[kept:] = [after]
        self.things[kept:] = [thing]
        self.now = kept

    def tick(self) -> str:
        """A time of its own for each thing, as the clock gives it."""
        self.count += 1
        return f"2026-11-21T10:00:00.{self.count:06}+00:00"

    @property
    def workspace(self) -> Workspace:
        return self.states[self.now]

    @rule(place=PLACES, text=WORDS, by=EDITORS, tags=st.lists(WORDS, max_size=2))
    def note(self, place, text, by, tags):
        at = self.tick()
        self.edit(self.workspace.with_annotation(Annotation((place,), text, by, at, at, tags=tuple(tags))))

    @precondition(lambda self: self.workspace.annotations)
    @rule(data=st.data(), text=WORDS)
    def type(self, data, text):
        note = data.draw(st.sampled_from(self.workspace.annotations))
        self.edit(self.workspace.with_annotation(replace(note, text=text, edited=self.tick())), ("note", note.id))

    @precondition(lambda self: self.workspace.annotations)
    @rule(data=st.data(), text=WORDS, by=EDITORS)
    def answer(self, data, text, by):
        note = data.draw(st.sampled_from(self.workspace.annotations))
        replies = (*note.replies, Reply(text, by, self.tick()))
        self.edit(self.workspace.with_annotation(replace(note, replies=replies, is_resolved=not note.is_resolved)))

    @precondition(lambda self: self.workspace.annotations)
    @rule(data=st.data())
    def drop(self, data):
        self.edit(self.workspace.without_annotation(data.draw(st.sampled_from(self.workspace.annotations))))

    @rule(places=st.lists(PLACES, min_size=2, max_size=3, unique=True), by=EDITORS, reason=WORDS, some=st.booleans())
    def decide(self, places, by, reason, some):
        decision = Decision.SOME_RIGHT if some else Decision.NEEDS_SOURCE
        right = tuple(places[:1]) if some else ()
        self.edit(
            self.workspace.with_ruling(
                Ruling(tuple(places), Status.CONFLICT, decision, right, by=by, at=self.tick(), reason=reason)
            )
        )

    @rule(place=PLACES, amount=st.none() | st.integers(0, 10**12), payer=WORDS)
    def correct(self, place, amount, payer):
        quantity = None if amount is None else money(amount, "month")
        self.edit(self.workspace.with_correction(Correction(place, quantity, payer, at=self.tick())))

    @rule(one=PLACES, other=PLACES, same=st.booleans())
    def link(self, one, other, same):
        if one != other:
            self.edit(self.workspace.with_link(Link((one, other), same, at=self.tick())))

    @rule(text=st.text(st.characters(codec=None), min_size=1, max_size=30))
    def paste(self, text):
        at = self.tick()
        self.edit(self.workspace.with_article(Article(f"p{self.count}", "Pasted", text, "0" * 64, imported=at)))

    @precondition(lambda self: len(self.workspace.articles) > 1)
    @rule(data=st.data())
    def leave(self, data):
        self.edit(self.workspace.without_article(data.draw(st.sampled_from(self.workspace.articles)).id))

    @precondition(lambda self: self.now > 0)
    @rule()
    def undo(self):
        self.session.undo_stack.undo()
        self.now -= 1

    @precondition(lambda self: self.now + 1 < len(self.states))
    @rule()
    def redo(self):
        self.session.undo_stack.redo()
        self.now += 1

    @rule()
    def save_as(self):
        self.count += 1
        self.keeping.save_as(self.home / f"{self.count}.crossread")

    @rule()
    def reopen(self):
        path = self.keeping.path
        self.keeping.close()
        self.keeping.open(path)
        self.states, self.things, self.now = [self.workspace], [None], 0

    @invariant()
    def the_window_has_it(self):
        assert self.session.workspace == self.workspace
        assert self.session.undo_stack.canUndo() is (self.now > 0)

    @invariant()
    def the_file_has_it(self):
        assert self.keeping.trouble is None
        file = WorkspaceFile.open(self.keeping.path)
        try:
            assert file.workspace == self.workspace
        finally:
            file.close()

    def teardown(self):
        self.keeping.close()
        shutil.rmtree(self.home)


@pytest.mark.timeout(300)
def test_whatever_is_done_the_file_has_it(qapp):
    run_state_machine_as_test(
        KeptWork,
        settings=settings(
            max_examples=40, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
