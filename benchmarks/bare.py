"""The peer: the event sourcing library as its documentation shows it, doing the same loading and storing."""

from uuid import UUID, uuid4

from eventsourcing.application import AggregateNotFoundError, Application
from eventsourcing.domain import Aggregate, event


class BareNetwork(Aggregate):
    """A network with nothing but its seats."""

    @event("Begun")
    def __init__(self, name: str, purpose: str) -> None:
        self.name = name
        self.purpose = purpose
        self.seats: list[str] = []

    @event("Seated")
    def seat(self, reference: str) -> None:
        """Give somebody a seat."""
        self.seats.append(reference)


class BareMembership(Aggregate):
    """A membership with nothing but whose it is."""

    @event("Joined")
    def __init__(self, network: UUID, reference: str) -> None:
        self.network = network
        self.reference = reference


class Bare(Application[UUID]):
    """The library's own application."""

    def begin(self, events: int) -> UUID:
        """Begin a network with as many events as ours has: its beginning, a few seats and what the clock did."""
        network = BareNetwork(name="bare", purpose="Measuring how fast things go.")
        for _ in range(events - 1):
            network.seat(f"r{uuid4().hex}")
        self.save(network)
        return network.id

    def join(self, network: UUID) -> None:
        """Load two aggregates and append one event."""
        found: BareNetwork = self.repository.get(network)
        try:
            self.repository.get(uuid4())
        except AggregateNotFoundError:
            self.save(BareMembership(network=found.id, reference=f"r{uuid4().hex}"))


def bare_on_sqlite(file: str) -> Bare:
    """Open the peer on an SQLite file."""
    return Bare(env={"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": file})


def bare_on_postgres(*, dbname: str, host: str, user: str) -> Bare:
    """Open the peer on a PostgreSQL database."""
    return Bare(
        env={
            "PERSISTENCE_MODULE": "eventsourcing.postgres",
            "POSTGRES_DBNAME": dbname,
            "POSTGRES_HOST": host,
            "POSTGRES_PORT": "",
            "POSTGRES_USER": user,
            "POSTGRES_PASSWORD": "",
        }
    )
