"""Printing a report of agreement: one page of HTML, whole or not at all."""

from collections.abc import Callable
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from app.agreement import ON_REQUEST
from app.agreement.report import Report, report
from app.agreement.timeline import By, timeline
from app.agreement.view import ALL
from app.errors import Cancelled, Refused
from app.files.writing import atomic_writer, spare_projects
from app.paths import RESOURCES
from app.project import Project
from app.queries.article_facts import articles_of, texts_of
from app.queries.label_changes import label_changes
from app.versions import versions

STYLE = RESOURCES / "report.css"
_ENDING = ".html"
_COMPUTED_WITH = ("NumPy", "SciPy")


def write_report(
    project: Project,
    out: Path,
    told: Report,
    *,
    hide_names: bool = False,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Print a report of this project's articles, with examples and the course of the work.

    With `hide_names` annotators are called A, B, C. What was computed on request stays as it is.
    Refuses where there is nothing to compare; where `cancelled` says yes, `Cancelled` is raised and
    no file is left. Raises `FileTrouble`.
    """
    from app.agreement.cases import cases
    from app.agreement.printing import write
    from app.agreement.printing.matter import Matter, drawn

    if why := ALL.why_nothing(told.study):
        raise Refused(f"There is nothing to report: {why}.")
    spare_projects(out, project.path, ending=_ENDING)
    if hide_names:
        told = _nameless(told, cancelled)
    study = told.study
    changes = project.ask(label_changes)
    examples = drawn(cases(study, stopped=cancelled))
    shown = {case.article for one in examples for case in one.cases}
    matter = Matter(
        told,
        examples,
        tuple(timeline(study, by, labels=True, changes=changes) for by in By),
        project.ask(articles_of, only=[one.id for one in study.counting]),
        project.ask(texts_of, only=sorted(shown)),
        project.path.stem,
        datetime.now().astimezone().date().isoformat(),
        versions() | {name: version(name.lower()) for name in _COMPUTED_WITH},
    )
    with atomic_writer(out) as stream:
        write(matter, stream, style=STYLE.read_text("utf-8"))
        if cancelled():
            raise Cancelled


def _nameless(told: Report, cancelled: Callable[[], bool]) -> Report:
    """Return the report of the same study without names."""
    known = {name: told.all[name] for name in ON_REQUEST if name in told.all}
    return report(
        told.study.without_names(),
        requested=known,
        parameters=told.requested,
        stopped=cancelled,
    )
