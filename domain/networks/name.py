"""The name of a network: taken once, by one network, for ever, and reserved before that; links and reports go by it."""

from collections.abc import Mapping, Sequence
from uuid import UUID, uuid5

from domain.kernel.acts import Act
from domain.kernel.errors import DomainError
from domain.kernel.events import Aggregate, FirstEvent, event
from domain.kernel.log import PROJECT
from domain.kernel.text import Text
from domain.networks.spelling import looks_of


class NetworkNameTaken(DomainError):
    """Two networks never have the same name, a closed one included, nor names that look the same."""


def network_name_id(name: str) -> UUID:
    """Give the one id of a name; what looks the same at a glance is the same name."""
    return uuid5(PROJECT, f"network-name/{looks_of(name)}")


class NetworkName(Aggregate):
    """One name: reserved for the network of a plan that the board agreed with, and then given for ever."""

    # Events

    class NetworkNameGiven(FirstEvent):
        """A network got this name."""

        name: Text
        network: UUID

    class NetworkNameReserved(FirstEvent):
        """The National Board agreed with a plan, and nobody else can take the name of its network meanwhile."""

        name: Text
        network: UUID
        plan: UUID

    class NetworkNameReservedAgain(Aggregate.Event):
        """A name that had become free was reserved for the network of a plan."""

        network: UUID
        plan: UUID

    class NetworkNameFreed(Aggregate.Event):
        """Nothing came of the plan that a name was reserved for, or no network ever bore it: the name is free again."""

    class ReservedNameGiven(Aggregate.Event):
        """A network got the name that was reserved for it, or one that had become free."""

        network: UUID

    # Decisions

    @classmethod
    def give(cls, act: Act, *, name: str, network: UUID) -> "NetworkName":
        """Give a new name to a network; that it is new follows from its id, which only one event can begin."""
        return cls._begin(cls.NetworkNameGiven, network_name_id(name), act=act, name=name, network=network)

    @classmethod
    def reserve(cls, act: Act, *, name: str, network: UUID, plan: UUID) -> "NetworkName":
        return cls._begin(cls.NetworkNameReserved, network_name_id(name), act=act, name=name, network=network, plan=plan)

    def reserve_again(self, act: Act, *, network: UUID, plan: UUID) -> None:
        """
        Reserve a name for the network of a plan; reserving it again for the same one changes nothing.

        :raises NetworkNameTaken: if it is taken or reserved for another
        """
        self.must_be_free_for(network)
        if self.network is None:
            self.trigger_event(self.NetworkNameReservedAgain, act=act, network=network, plan=plan)

    def free(self, act: Act, *, network: UUID) -> None:
        """Free a name that was reserved for a network; a name that is given, or another's, stays as it is."""
        if self.network == network and not self.given:
            self.trigger_event(self.NetworkNameFreed, act=act)

    def take_back(self, act: Act, *, network: UUID) -> None:
        """Free a name that a network never bore: it was a typing error. A name that is not this network's stays as it is."""
        if self.is_of(network):
            self.trigger_event(self.NetworkNameFreed, act=act)

    def give_reserved(self, act: Act, *, network: UUID) -> None:
        """
        Give a name that was reserved for this network, or that had become free.

        :raises NetworkNameTaken: if it is taken or reserved for another
        """
        self.must_be_free_for(network)
        self.trigger_event(self.ReservedNameGiven, act=act, network=network)

    # Answers

    def is_of(self, network: UUID) -> bool:
        """Say whether a network has this name, or had it once."""
        return self.given and self.network == network

    def must_be_free_for(self, network: UUID) -> None:
        """
        Check that a network can have this name.

        :raises NetworkNameTaken: if it is taken or reserved for another
        """
        if self.given or self.network not in {None, network}:
            raise NetworkNameTaken(name=self.name)

    # Changes

    def __init__(self, name: str, network: UUID, plan: UUID | None = None) -> None:
        self.name = name
        self.network: UUID | None = network
        self.given = plan is None

    @event(NetworkNameReservedAgain)
    def _reserved_again(self, network: UUID) -> None:
        self.network = network

    @event(NetworkNameFreed)
    def _freed(self) -> None:
        self.network = None
        self.given = False

    @event(ReservedNameGiven)
    def _reserved_given(self, network: UUID) -> None:
        self.network = network
        self.given = True


def give_name(act: Act, known: NetworkName | None, *, name: str, network: UUID) -> NetworkName:
    """
    Give a name to a network.

    :param known: what is known of the name, None when nobody ever had it
    :raises NetworkNameTaken: if it is taken, or reserved for another network
    """
    if known is None:
        return NetworkName.give(act, name=name, network=network)
    known.give_reserved(act, network=network)
    return known


def names_agree(
    act: Act, known: Mapping[UUID, NetworkName], *, network: UUID, before: str, names: Sequence[str]
) -> list[NetworkName]:
    """
    Let the names that are taken agree with those that a network bears or bore, after it was named otherwise.

    Written with other capitals a name is the same one.

    :param known: what is known of the name before and of the newest one, by its id
    :param before: what the network was called before
    :param names: every name that it bears or bore since, the newest last; a former one stays its own
    :raises NetworkNameTaken: if the newest is another network's, or reserved for one
    """
    old, new = network_name_id(before), network_name_id(names[-1])
    changed: list[NetworkName] = []
    name = known.get(new)
    if name is None or not name.is_of(network):
        changed.append(give_name(act, name, name=names[-1], network=network))
    if old in known and old not in set(map(network_name_id, names)):
        known[old].take_back(act, network=network)
        changed.append(known[old])
    return changed
