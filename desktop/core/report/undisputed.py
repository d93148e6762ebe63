"""Says what stands where the disagreements would, in a report that has none."""

from desktop.core.agreement import Status
from desktop.core.report.values import Report


def undisputed(report: Report) -> str:
    """That the articles do not contradict each other, or that nothing was compared; "" where they do contradict each
    other, even where the editor's choice leaves that out."""
    found = {count.status for count in report.counts if count.status is not None and count.number}
    if report.disagreements or Status.CONFLICT in found:
        return ""
    return report.labels["no_disagreements" if found else "nothing_compared"]
