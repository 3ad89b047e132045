"""Walking over every event."""

from domain.kernel.events import Aggregate, DomainEvent

LIBRARY_FIELDS = frozenset({"originator_id", "originator_version", "originator_topic", "timestamp"})


def events_of(aggregate: type[Aggregate]) -> list[type[DomainEvent]]:
    """The events nested in an aggregate, in the order in which its file tells them; the shared base is none."""
    found = [
        member
        for name, member in vars(aggregate).items()
        if isinstance(member, type) and issubclass(member, DomainEvent) and name != "Event"
    ]
    assert found, f"{aggregate.__name__} has no events"
    return found
