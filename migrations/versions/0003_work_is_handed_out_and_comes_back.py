"""Work is handed out and comes back: roles, allotments, sittings, and what merging needs."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
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
    _more_kinds_of_steps()
    _people_have_roles()
    _record_table(
        "allotments",
        _required("article", sa.Text, sa.ForeignKey("articles.id")),
        _required("annotator", sa.Text, sa.ForeignKey("annotators.id")),
        _required("round", sa.Integer),
        sa.UniqueConstraint("article", "annotator", name="one_allotment_each"),
        sa.CheckConstraint("round >= 1", name="rounds_count_from_one"),
    )
    op.create_index("allotments_by_annotator", "allotments", ["annotator", "article"])
    _record_table(
        "sittings",
        _required("article", sa.Text, sa.ForeignKey("articles.id")),
        _required("annotator", sa.Text, sa.ForeignKey("annotators.id")),
        _required("day", sa.Text),
        _required("seconds", sa.Integer),
        sa.CheckConstraint("seconds > 0", name="a_sitting_takes_time"),
    )
    op.create_index("sittings_by_article", "sittings", ["article", "annotator"])
    _merging()
    _bundles()
    op.execute("PRAGMA user_version=3")


def _more_kinds_of_steps() -> None:
    """Write the table of steps anew, for SQLite cannot alter a CHECK.

    The rows wait in a table of their own meanwhile: a table that is renamed takes along the names
    by which others refer to it.
    """
    op.execute("CREATE TEMP TABLE steps_before AS SELECT * FROM steps")
    op.drop_table("steps")
    kinds = "kind IN ('found', 'do', 'undo', 'redo', 'keep', 'merge')"
    op.create_table(
        "steps",
        sa.Column("number", sa.Integer, primary_key=True),
        _required("kind", sa.Text, sa.CheckConstraint(kinds, name="a_kind_of_step")),
        _required("title", sa.Text),
        sa.Column("person", sa.Text),
        _required("at", sa.Text),
        _required("seq", sa.Integer),
        sa.Column("reverses", sa.Integer, sa.ForeignKey("steps.number")),
        sqlite_strict=True,
    )
    op.execute(
        "INSERT INTO steps SELECT number, kind, title, person, at, seq, reverses FROM steps_before"
    )
    op.execute("DROP TABLE steps_before")
    op.create_index("steps_by_seq", "steps", ["seq"])
    op.create_index("steps_by_person", "steps", ["person", "number"])


def _people_have_roles() -> None:
    names = ("id", "revision", "fingerprint", "name")
    old = sa.table("annotators", *(sa.column(name) for name in names))
    kept = [dict(row) for row in op.get_bind().execute(sa.select(old)).mappings()]
    op.drop_table("annotators")  # the people fit into memory; what refers to them stays as it is
    new = op.create_table(
        "annotators",
        sa.Column("id", sa.Text, primary_key=True),
        _required("revision", sa.Text),
        _required("fingerprint", sa.Integer),
        _required("name", sa.Text),
        _required("role", sa.Text),
        sqlite_strict=True,
    )
    op.bulk_insert(new, [row | {"role": "annotator"} for row in kept])


def _merging() -> None:
    op.create_table(
        "set_aside",
        sa.Column("id", sa.Text, nullable=False),
        _required("record", sa.Text),
        _required("kind", sa.Text),
        _required("parents", sa.Text),
        sa.Column("person", sa.Text),
        _required("seq", sa.Integer),
        _required("deleted", sa.Integer),
        _required("body", sa.Text),
        _required("step", sa.Integer),
        sqlite_strict=True,
    )
    op.create_index("set_aside_by_step", "set_aside", ["step"])
    reasons = "why IN ('contested', 'revived', 'homeless', 'misplaced')"
    op.create_table(
        "apart",
        sa.Column("record", sa.Text, primary_key=True),
        _required("kind", sa.Text),
        sa.Column(
            "why",
            sa.Text,
            sa.CheckConstraint(reasons, name="a_reason_to_be_apart"),
            primary_key=True,
        ),
        sqlite_strict=True,
    )


def _bundles() -> None:
    op.create_table(
        "bundles",
        sa.Column("number", sa.Integer, primary_key=True),
        _required("way", sa.Text, sa.CheckConstraint("way IN ('out', 'in')", name="out_or_in")),
        *(_required(name, sa.Text) for name in ("digest", "annotator", "at")),
        sa.Column("step", sa.Integer, sa.ForeignKey("steps.number")),
        _required("told", sa.Text),
        sqlite_strict=True,
    )
    op.create_index("bundles_by_digest", "bundles", ["digest"])
    op.create_table("seat", sa.Column("annotator", sa.Text, primary_key=True), sqlite_strict=True)
    op.create_table(
        "seal",
        sa.Column("digest", sa.Text, primary_key=True),
        *(_required(name, sa.Text) for name in ("annotator", "way", "at")),
        sqlite_strict=True,
    )
