"""Labels can be retired, and say when to give them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_OLD = ("id", "revision", "fingerprint", "name", "key", "look", "hue", "position")


def upgrade() -> None:
    old = sa.table("labels", *(sa.column(name) for name in _OLD))
    kept = [dict(row) for row in op.get_bind().execute(sa.select(old)).mappings()]
    op.drop_table("labels")  # a label set fits into memory; what refers to it stays as it is
    new = op.create_table(
        "labels",
        sa.Column("id", sa.Text, primary_key=True),
        _required("revision", sa.Text),
        _required("fingerprint", sa.Integer),
        *(_required(name, sa.Text) for name in ("name", "key", "look", "hue")),
        _required("position", sa.Integer),
        _required("retired", sa.Integer),
        _required("guideline", sa.Text),
        sqlite_strict=True,
    )
    op.bulk_insert(new, [row | {"retired": 0, "guideline": ""} for row in kept])
    op.execute("PRAGMA user_version=2")


def _required(name: str, type_: type[sa.types.TypeEngine[object]]) -> sa.Column:
    return sa.Column(name, type_, nullable=False)
