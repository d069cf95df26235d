"""Who leads?"""

from sqlalchemy import Connection

from app.domain.annotator import Annotator, Role
from app.queries.people import people


def leads(connection: Connection) -> list[Annotator]:
    """Return who leads the project; where nobody is marked as a lead, whoever came first made it.

    Whoever leads sees everybody's work. Others see their own and nobody else's.
    """
    there = people(connection)
    return [one for one in there if one.role is Role.LEAD] or there[:1]
