"""The cases of known agreement: where they lie, and how one becomes a study and an answer."""

import json
import os
from pathlib import Path
from typing import Any

from app.agreement.study import Link, Studied, Study, Work, study_of
from app.alignment.statement import Statement, statement
from app.domain.span import Span

FILES = Path(__file__).resolve().parents[2] / "files"
HERE = (FILES / "agreement_cases.json", FILES / "agreement_cases_tried_out.json")
VARIABLE = "GALLEY_AGREEMENT_CASES"
FORMAT = "agreement-cases/1"
COMPLETE = "complete"

Case = dict[str, Any]


def cases() -> list[Case]:
    """Return the cases of the file that the environment names, or else of our own."""
    named = os.environ.get(VARIABLE)
    return [case for path in ([Path(named)] if named else HERE) for case in _cases_in(path)]


def _cases_in(path: Path) -> list[Case]:
    file = json.loads(path.read_text("utf-8"))
    if file["format"] != FORMAT:
        raise ValueError(f"{path}: the format is {file['format']}, not {FORMAT}")
    found: list[Case] = file["cases"]
    return found


def study_in(case: Case, **changed: Any) -> Study:
    """Return the study a case describes, without resamples unless asked for."""
    labels = case["params"].get("labels")
    facts = {"annotators": case["annotators"], "labels": labels, "resamples": 0} | changed
    return study_of([_article(document) for document in case["documents"]], **facts)


def said_in(document: Case, who: str) -> list[Statement]:
    """Return an annotator's statements; each id is its place in the list."""
    return [
        statement([Span(start, end)], label, str(number))
        for number, (start, end, label) in enumerate(document["spans"][who])
    ]


def _article(document: Case) -> Studied:
    status = document.get("status", {})
    works = {
        who: Work(tuple(said_in(document, who)), _links(document, who))
        for who in document["spans"]
        if status.get(who, COMPLETE) == COMPLETE
    }
    given = document.get("tokens")
    return Studied(
        document["id"],
        document["text_length"],
        works,
        tuple(Span(*region) for region in document.get("excluded", [])),
        None if given is None else tuple(Span(*token) for token in given),
    )


def _links(document: Case, who: str) -> tuple[Link, ...]:
    given = document.get("relations", {}).get(who, [])
    return tuple(Link(kind, str(source), str(target)) for source, target, kind in given)
