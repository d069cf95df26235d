"""How the one history is kept: steps, and the revisions that each of them wrote."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Text

from app.store.tables.columns import Flag, constant_table

steps = constant_table(
    "steps",
    Column("number", Integer, primary_key=True),
    Column(
        "kind",
        Text,
        CheckConstraint(
            "kind IN ('found', 'do', 'undo', 'redo', 'keep', 'merge')", name="a_kind_of_step"
        ),
        nullable=False,
    ),
    Column("title", Text, nullable=False),
    Column("person", Text),
    Column("at", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("reverses", Integer, ForeignKey("steps.number")),
    Index("steps_by_seq", "seq"),
    Index("steps_by_person", "person", "number"),
)
"""What was done, in this file's order; `reverses` names the step that an undo or redo is about.

`merge` brought revisions from another copy, and `keep` wrote down what nobody did on purpose and
nobody takes back, such as how long somebody was at work.
"""

revisions = constant_table(
    "revisions",
    Column("id", Text, primary_key=True),
    Column("record", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("parents", Text, nullable=False),
    Column("person", Text),
    Column("seq", Integer, nullable=False),
    Column("deleted", Flag, nullable=False),
    Column("body", Text, nullable=False),
    Column(
        "step",
        Integer,
        ForeignKey("steps.number", deferrable=True, initially="DEFERRED"),
        nullable=False,
    ),
    Index("revisions_by_record", "record"),
    Index("revisions_by_step", "step", "kind"),
)
"""Every state that every record has had. `id` is the hash of all the other columns but `step`,
which tells how the revision came into this file; `parents` are revision ids joined by spaces."""

set_aside = constant_table(
    "set_aside",
    *(Column(column.name, column.type, nullable=column.nullable) for column in revisions.columns),
    Index("set_aside_by_step", "step"),
)
"""The revisions of merges that were undone: out of the history, and here to be brought back."""

apart = constant_table(
    "apart",
    Column("record", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column(
        "why",
        Text,
        CheckConstraint(
            "why IN ('contested', 'revived', 'homeless', 'misplaced')", name="a_reason_to_be_apart"
        ),
        primary_key=True,
    ),
)
"""Records that merging left for somebody to decide upon; few, and told by the history alone.

`contested`: there are several newest states that differ. `revived`: deleted, but shown because
somebody's work refers to it. `homeless`: not shown, because what it refers to is not here.
`misplaced`: not shown, because its words are not what stands in the article.
"""

identity = constant_table(
    "identity",
    Column("project", Text, primary_key=True),
)
"""One row: the id that the project keeps for ever, in every copy."""
