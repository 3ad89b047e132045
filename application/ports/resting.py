"""What use cases ask of the read side: what rests on a network, what stands that nobody names, and what an evaluation says."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from application.queries.evaluating.evaluation import EvaluationReport
from domain.kernel.acts import Reference


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

    def networks(self) -> Sequence[UUID]:
        """Give every network that is not closed."""

    def core_group_seats(self) -> Sequence[tuple[UUID, Reference]]:
        """Give who has a seat in the core group of which network that is not closed, caught up as well."""

    def open_plans(self) -> Sequence[UUID]:
        """Give every plan on which something can still be decided."""

    def every_network(self) -> Sequence[UUID]:
        """Give every network that there is, was, or is planned: in each of them people may be known."""

    def naming(self, references: Iterable[Reference]) -> Sequence[UUID]:
        """Give every item in whose events one of some references stands, caught up as well."""

    def evaluation(self, pilot: UUID | None, on: date, known_at: datetime | None) -> EvaluationReport:
        """
        Give every figure as of a day, of one pilot or of all networks, before anything is left out of it.

        :param known_at: as far as was known at an instant; None: as far as is settled now
        :raises NotSettledYet: if what was known then may still be added to
        :raises UnknownItem: if nothing was known of that pilot then
        """

    def objections(self) -> Sequence[Reference]:
        """Give under which references it was asked not to be counted, where that was granted, caught up as well."""
