"""What is said of bundles in sentences, the same in the window and on the command line."""

from collections.abc import Iterable, Mapping, Sequence

from app.domain.bundle_report import BundleReport, Counts
from app.domain.seal import Way
from app.files.receiving_bundles import Outcome
from app.queries.hand_over import HandOver
from app.wording import counted, listed

_NOUNS = {
    "label": "label",
    "annotator": "person",
    "article": "article",
    "allotment": "allotment",
    "assignment": "“done” mark",
    "annotation": "annotation",
    "sitting": "sitting",
}
_APART = {
    "contested": "contested: changed in two copies; until decided, the one further along is shown",
    "revived": "brought back: deleted in one copy and used in another",
    "homeless": "not shown: what it refers to is missing",
    "misplaced": "not placed: its words are not what stands in the article",
}


def standing_words(standing: HandOver) -> str:
    """Say how far an annotator is: "3 of 5 articles done, 1 begun, 1 to do; 40 annotations".

    What was changed since it was marked done is done all the same, as everywhere.
    """
    done = standing.articles - standing.begun - standing.to_do
    changed = f" ({standing.changed:,} changed since)" if standing.changed else ""
    parts = [f"{done:,} of {counted(standing.articles, 'article')} done{changed}"]
    parts += [f"{standing.begun:,} begun"] if standing.begun else []
    parts += [f"{standing.to_do:,} to do"] if standing.to_do else []
    return f"{', '.join(parts)}; {counted(standing.annotations, 'annotation')}"


def report_words(report: BundleReport) -> list[str]:
    """Say what became of one file: one sentence that adds up, then what is worth a look."""
    return [
        f"{report.name}: {_origin(report)}{_sum(report)}",
        *_brought(report),
        *_troubles(report),
    ]


def total_words(outcomes: Sequence[Outcome]) -> str:
    """Say in one sentence what became of all the files; the sums add up."""
    reports = [one.report for one in outcomes if one.report is not None]
    refused = len(outcomes) - len(reports)
    parts = [f"{counted(len(reports), 'file')} received"]
    parts += [f"{refused:,} refused"] if refused else []
    annotations = sum((one.count("annotation") for one in reports), Counts())
    return (
        f"{', '.join(parts)}: {_states(sum(one.revisions for one in reports))}, "
        f"{sum(one.new for one in reports):,} new, {sum(one.known for one in reports):,} already "
        f"here, {sum(sum(one.refused.values()) for one in reports):,} refused; "
        f"annotations: {_counts(annotations)}."
    )


def _origin(report: BundleReport) -> str:
    if report.way is None:
        return f"not sealed, code {report.code}. "
    whose = report.annotator or "somebody who is not in the project"
    sealed = "as it was sealed" if report.is_as_sealed else "worked in since it was sealed"
    handed = "handed in by" if report.way is Way.IN else "handed out to"
    return f"{handed} {whose}, code {report.code}, {sealed}. "


def _sum(report: BundleReport) -> str:
    refused = sum(report.refused.values())
    if report.is_nothing_new and not refused:
        return f"Nothing new; all of it was here already ({_states(report.known)})."
    return (
        f"{_states(report.revisions)}: {report.new:,} new, {report.known:,} already here, "
        f"{refused:,} refused."
    )


def _brought(report: BundleReport) -> list[str]:
    """Say what came by kind, and the annotations by person where there are several."""
    lines = [
        f"  {_plural(_NOUNS[kind])}: {_counts(counts)}" for kind, counts in report.records.items()
    ]
    people = report.by_annotator
    if len(people) > 1:
        lines += [f"  annotations by {name}: {_counts(one)}" for name, one in people.items()]
    return lines


def _troubles(report: BundleReport) -> list[str]:
    lines = [f"  refused, {number:,} times: {why}" for why, number in _most(report.refused).items()]
    lines += [
        f"  text refused, {number:,} times: {why}" for why, number in report.refused_texts.items()
    ]
    lines += [f"  {number:,} {_APART[why]}" for why, number in report.apart.items()]
    if report.unnamed:
        lines.append(f"  {counted(report.unnamed, 'earlier state')} missing, which hides nothing")
    if report.strangers:
        names = listed([f"{name} ({number:,})" for name, number in report.strangers.items()])
        lines.append(f"  made by others, or in their names, though handed in as one's own: {names}")
    if report.of_the_lead:
        kinds = listed([f"{_plural(_NOUNS[k])} ({n:,})" for k, n in report.of_the_lead.items()])
        lines.append(f"  changes what is the lead's to change, though handed in: {kinds}")
    return lines


def _most(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _counts(counts: Counts) -> str:
    said: Iterable[tuple[int, str]] = (
        (counts.new, "new"),
        (counts.changed, "changed"),
        (counts.deleted, "deleted"),
    )
    return ", ".join(f"{number:,} {what}" for number, what in said if number) or "none"


def _plural(noun: str) -> str:
    return "people" if noun == "person" else f"{noun}s"


def _states(number: int) -> str:
    return counted(number, "revision")
