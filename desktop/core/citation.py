"""Says a figure together with its sentence and its source, as one pastes it into a note or a mail."""

from desktop.core import wording
from desktop.core.language import say
from desktop.core.text import Article, Span

LONGEST = 200
"""The longest sentence that is quoted whole, in characters."""


def citation(article: Article, span: Span, sentence: Span) -> str:
    """“Quote” — “its sentence, shortened” — outlet, day, “title”; what is not known is left out."""
    quote = _line(span.of(article.text))
    around = shortened(article.text, span, sentence)
    parts = [say("“{quote}”", quote=quote)]
    if around != quote:
        parts.append(say("“{quote}”", quote=around))
    source = [article.outlet or article.name]
    if article.published is not None:
        source.append(wording.date(article.published.isoformat()))
    if article.title:
        source.append(say("“{title}”", title=_line(article.title)))
    return " — ".join([*parts, ", ".join(part for part in source if part)])


def shortened(text: str, span: Span, sentence: Span) -> str:
    """A sentence in one line; of a long one, what stands around the stretch, cut at blanks."""
    before, after = text[sentence.start : span.start], text[span.end : sentence.end]
    spare = max(20, (LONGEST - (span.end - span.start)) // 2)
    if len(before) + len(after) > 2 * spare:
        if len(before) > spare:
            before = "…" + before[-spare:].partition(" ")[2]
        if len(after) > spare:
            after = after[:spare].rpartition(" ")[0] + "…"
    return _line(f"{before}{span.of(text)}{after}")


def _line(words: str) -> str:
    return " ".join(words.split())
