"""The first schema: texts, records, and the one history."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _required(name: str, type_: type[sa.types.TypeEngine[object]], *rest: object) -> sa.Column:
    return sa.Column(name, type_, *rest, nullable=False)


def _record_table(name: str, *columns: object) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Text, primary_key=True),
        _required("revision", sa.Text),
        _required("fingerprint", sa.Integer),
        *columns,
        sqlite_strict=True,
    )


def upgrade() -> None:
    op.create_table("identity", sa.Column("project", sa.Text, primary_key=True), sqlite_strict=True)
    op.create_table(
        "texts",
        sa.Column("sha256", sa.Text, primary_key=True),
        _required("text", sa.Text),
        sqlite_strict=True,
    )
    _history()
    _record_table(
        "labels",
        _required("name", sa.Text),
        _required("key", sa.Text),
        _required("look", sa.Text),
        _required("hue", sa.Text),
        _required("position", sa.Integer),
    )
    _record_table("annotators", _required("name", sa.Text))
    _record_table(
        "articles",
        _required("title", sa.Text),
        _required("sha256", sa.Text, sa.ForeignKey("texts.sha256")),
        _required(
            "characters",
            sa.Integer,
            sa.CheckConstraint("characters > 0", name="an_article_has_text"),
        ),
        _required("source", sa.Text),
        _required("url", sa.Text),
        _required("published", sa.Text),
        _required("language", sa.Text),
        _required("received_as", sa.Text),
        _required("received_sha256", sa.Text),
    )
    op.create_index("articles_by_text", "articles", ["sha256"])
    _record_table(
        "assignments",
        _required("article", sa.Text, sa.ForeignKey("articles.id")),
        _required("annotator", sa.Text, sa.ForeignKey("annotators.id")),
        _required("done", sa.Integer),
        _required("done_as", sa.Integer),
        sa.UniqueConstraint("article", "annotator", name="one_assignment_each"),
    )
    _record_table(
        "annotations",
        _required("article", sa.Text, sa.ForeignKey("articles.id")),
        _required("annotator", sa.Text, sa.ForeignKey("annotators.id")),
        _required("label", sa.Text, sa.ForeignKey("labels.id")),
        _required("start", sa.Integer),
        _required("end", sa.Integer),
        sa.Column("fragments", sa.Text),
        _required("quote", sa.Text),
        _required("unsure", sa.Integer),
        _required("note", sa.Text),
        sa.CheckConstraint('0 <= start AND start < "end"', name="a_span_has_length"),
    )
    op.create_index(
        "annotations_by_article", "annotations", ["article", "annotator", "start", "fingerprint"]
    )
    op.create_index("annotations_by_label", "annotations", ["label"])
    op.execute("PRAGMA user_version=1")


def _history() -> None:
    op.create_table(
        "steps",
        sa.Column("number", sa.Integer, primary_key=True),
        _required(
            "kind",
            sa.Text,
            sa.CheckConstraint("kind IN ('found', 'do', 'undo', 'redo')", name="a_kind_of_step"),
        ),
        _required("title", sa.Text),
        sa.Column("person", sa.Text),
        _required("at", sa.Text),
        _required("seq", sa.Integer),
        sa.Column("reverses", sa.Integer, sa.ForeignKey("steps.number")),
        sqlite_strict=True,
    )
    op.create_index("steps_by_seq", "steps", ["seq"])
    op.create_index("steps_by_person", "steps", ["person", "number"])
    op.create_table(
        "revisions",
        sa.Column("id", sa.Text, primary_key=True),
        _required("record", sa.Text),
        _required("kind", sa.Text),
        _required("parents", sa.Text),
        sa.Column("person", sa.Text),
        _required("seq", sa.Integer),
        _required("deleted", sa.Integer),
        _required("body", sa.Text),
        _required(
            "step",
            sa.Integer,
            sa.ForeignKey("steps.number", deferrable=True, initially="DEFERRED"),
        ),
        sqlite_strict=True,
    )
    op.create_index("revisions_by_record", "revisions", ["record"])
    op.create_index("revisions_by_step", "revisions", ["step", "kind"])
