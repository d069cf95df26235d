"""How the label set is kept."""

from typing import Any

from sqlalchemy import Column, Integer, Text

from app.domain.label import Hue, Label, Look
from app.store.tables.columns import Flag, record_table
from app.store.tables.kind import Body, Kind

labels = record_table(
    "labels",
    Column("name", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("look", Text, nullable=False),
    Column("hue", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("retired", Flag, nullable=False),
    Column("guideline", Text, nullable=False),
)


def _body(label: Label) -> dict[str, Any]:
    return {
        "name": label.name,
        "key": label.key,
        "look": label.look.value,
        "hue": label.hue.value,
        "position": label.position,
        "retired": label.retired,
        "guideline": label.guideline,
    }


def _from_body(record: str, body: Body) -> Label:
    return Label(
        id=record,
        name=body["name"],
        key=body["key"],
        look=Look(body["look"]),
        hue=Hue(body["hue"]),
        position=body["position"],
        retired=body["retired"],
        guideline=body["guideline"],
    )


LABEL = Kind(
    "label", Label, labels, _from_body, _body, defaults={"retired": False, "guideline": ""}
)
