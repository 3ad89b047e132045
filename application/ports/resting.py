"""What rests on an item, as far as nobody names it there: asked where something could take its ground away."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID


class RestingItems(Protocol):
    """What the read side knows of items that rest on others."""

    def members_of(self, network: UUID) -> Sequence[UUID]:
        """Give every membership there ever was of a network, caught up as well."""

    def with_people(self) -> Sequence[UUID]:
        """Give every network, plan and request, whatever became of it, caught up as well."""

    def administrators(self) -> Sequence[UUID]:
        """Give every office of an administrator that is held: without one nobody could act here."""

    def on_network(self, network: UUID) -> Sequence[UUID]:
        """
        Give what rests on a network besides its members, caught up with everything recorded.

        That is every meeting and conversation of it, its lessons and offers, every request that was put to it, and every
        answer to a call of it.
        """
