"""Makes the report of a comparison."""

from collections.abc import Sequence

from desktop.core import wording
from desktop.core.agreement import Status
from desktop.core.analysis import Analysis, statuses_among
from desktop.core.language import phrase, say, say_count
from desktop.core.report.calling import Calling
from desktop.core.report.choice import Choice
from desktop.core.report.drafts import drafts
from desktop.core.report.entries import Entries, Entry, entries_of
from desktop.core.report.finding import counts, finding
from desktop.core.report.items import item, sum_of
from desktop.core.report.labels import labels
from desktop.core.report.outliers import MOST_OUTLIERS, more_outliers, outliers
from desktop.core.report.questions import asked
from desktop.core.report.records import figure_records, pair_records
from desktop.core.report.reviewing import Reviewed, last_change, time_in_words
from desktop.core.report.sources import full_texts, left_out, singles, sources
from desktop.core.report.timeline import timeline
from desktop.core.report.told import Item, Single
from desktop.core.report.values import Report
from desktop.core.text import is_seen
from desktop.core.workspace import Workspace

METHOD = (
    phrase(
        "Every figure of the articles is found by rules and word lists, read as an amount, date or count with its unit"
        " and period, and joined with what its sentence says it is about."
    ),
    phrase(
        "Figures of two articles that are about the same thing are brought to common terms and compared; what agrees"
        " within rounding, within “about” or within a range is called close, never equal."
    ),
    phrase(
        "Each article’s own arithmetic is done again. A likely slip is named only where the arithmetic or the articles"
        " themselves speak for it; it is a suggestion, not a finding."
    ),
    phrase(
        "Nothing is looked up: the report says how the articles stand to one another, not which of them is true."
        " Rulings and notes are the editors’ own."
    ),
    phrase(
        "A topic is one thing that articles speak of; where two of its articles contradict each other, or one itself,"
        " each such contradiction is ruled on by itself. The same articles, rulings and notes always give the same"
        " report; the SHA-256 of each source says which file was compared."
    ),
)


def report(
    workspace: Workspace,
    analysis: Analysis,
    choice: Choice | None = None,
    *,
    editor: str = "",
    language: str = "en",
    version: str = "",
) -> Report:
    """What there is to tell of a comparison, in the language that is spoken.

    workspace: as the editor may see it. analysis: of those of its articles that take part. choice: what of it is
    wanted; all but the full texts, where nothing is said. editor: whose ruling counts where several have ruled.
    language: the code of the one spoken. version: of the program.
    """
    wanted = choice or Choice()
    calling = Calling(workspace, analysis)
    entries = entries_of(analysis)
    reviewed = Reviewed(workspace, analysis, entries, calling, editor)
    told = entries.of_these(wanted.statuses)
    only = tuple(singles(analysis, calling))
    changed = last_change(workspace)
    worst = statuses_among(analysis, {article.id for article in analysis.articles})

    def item_of(entry: Entry) -> Item:
        notes = reviewed.notes_on(entry.number) if wanted.notes else ()
        return item(entry, analysis, calling, reviewed.rulings_on(entry), notes)

    def items_of(status: Status) -> tuple[Item, ...]:
        return tuple(map(item_of, told.of(status)))

    apart = outliers(analysis, entries, calling)
    return Report(
        title=_title(workspace, analysis, calling, wanted),
        language=language,
        labels=labels(),
        version=version,
        sources=sources(workspace, analysis, calling),
        as_of=time_in_words(changed),
        as_of_iso=changed,
        finding=finding(analysis, entries, calling),
        counts=counts(entries, sum(len(one.sayings) for one in only)),
        outliers=apart[:MOST_OUTLIERS],
        more_outliers=more_outliers(len(apart) - MOST_OUTLIERS),
        editor=editor,
        review=reviewed.sentences(),
        rulings=reviewed.rulings(),
        disagreements=items_of(Status.CONFLICT),
        internal=tuple(map(item_of, told.internal)),
        sums=tuple(
            sum_of(one, analysis, calling, reviewed.notes_on(one.number) if wanted.notes else ()) for one in told.checks
        ),
        close=items_of(Status.APPROX),
        equivalent=items_of(Status.EQUIVALENT),
        agreeing=items_of(Status.AGREE),
        singles=only if None in wanted.statuses else (),
        left_out=" ".join(
            filter(
                None,
                (
                    left_out(workspace, analysis, calling),
                    _by_choice(entries, only, wanted),
                    _unsaid(workspace, told, reviewed, wanted),
                ),
            )
        ),
        by_editor=reviewed.by_editor(),
        other_notes=reviewed.notes_on(0) if wanted.notes else (),
        timeline=timeline(analysis, calling) if wanted.payments else None,
        questions=asked(told, analysis, calling, reviewed) if wanted.questions else (),
        drafts=drafts(told, analysis, calling, reviewed) if wanted.questions else (),
        method=tuple(say(words) for words in METHOD),
        texts=full_texts(analysis, calling, worst) if wanted.full_texts else (),
        figures=tuple(figure_records(analysis, entries, calling, worst)),
        pairs=tuple(pair_records(analysis, entries, calling, reviewed)),
    )


def _title(workspace: Workspace, analysis: Analysis, calling: Calling, wanted: Choice) -> str:
    """What the report is called: as the editor wants, as the workspace is, else by its first articles."""
    for title in (wanted.title, workspace.title):
        if is_seen(title):
            return title
    return wording.commas([calling.names[article.id] for article in analysis.articles[:2] if is_seen(article.name)])


def _by_choice(entries: Entries, only: Sequence[Single], wanted: Choice) -> str:
    """What the choice of statuses leaves out, in a sentence; "" where nothing."""
    found = {one.status for one in entries} | {one.status for one in entries.checks}
    there = [status for status in reversed(Status) if status in found - wanted.statuses]
    words = [wording.status(status) for status in there]
    if only and None not in wanted.statuses:
        words.append(wording.status(None))
    quoted = [say("“{quote}”", quote=one) for one in words]
    return say("Left out by choice: what is {statuses}.", statuses=wording.listed(quoted)) if quoted else ""


def _unsaid(workspace: Workspace, told: Entries, reviewed: Reviewed, wanted: Choice) -> str:
    """How many notes the choice leaves out, in a sentence; "" where none."""
    numbers = [0, *(one.number for one in told), *(one.number for one in told.checks)] if wanted.notes else []
    unsaid = len(workspace.annotations) - sum(len(reviewed.notes_on(number)) for number in numbers)
    if not unsaid:
        return ""
    return say_count("{count} note is left out by choice.", "{count} notes are left out by choice.", unsaid)
