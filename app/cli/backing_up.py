"""A backup before something comes in from outside."""

from typing import TYPE_CHECKING

from app.cli.printing import complain
from app.errors import FileTrouble

if TYPE_CHECKING:
    from app.project import Project


def back_up_first(project: "Project") -> None:
    """Back the project up if it changed; where that cannot be, say so and go on."""
    from app.files.backups import Why, make_backup
    from app.paths import backups_root

    try:
        make_backup(project, backups_root(), Why.RECEIVING)
    except FileTrouble as trouble:
        complain(f"No backup was made first. {trouble}")
