"""What a lead asks about on the page of agreement, and what is answered."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.domain.article_choice import ALL, ArticleChoice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.agreement.cases import Cases
    from app.agreement.report import Report
    from app.agreement.timeline import By, Timeline
    from app.queries.agreement_matter import Matter


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom, which labels (ids) and which articles it is about; None for all."""

    annotators: tuple[str, ...] | None = None
    labels: tuple[str, ...] | None = None
    articles: ArticleChoice = field(default=ALL)


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures, the cases they count, and what it takes to speak about them."""

    matter: "Matter"
    report: "Report"
    cases: "Cases"
    timelines: "Mapping[By, Timeline]"
