"""
Random lives of people who were registered twice: merged and undone at any moment, while they join, leave and take seats.

Days after a merger exactly one reference of the person holds in every place in which one did, and the items agree.
"""

import random
from collections import Counter
from uuid import UUID

import pytest

from application.commands.base import Command
from application.commands.networks import AppointCoreGroupMember, EndSeat, JoinNetwork, LeaveNetwork
from application.commands.party import AnnouncePartyEnd, MergePersons, StartPartyMembership, UndoPartyEnd, UndoPersonMerger
from application.queries.networks import MembershipReport
from domain.kernel.errors import DomainError
from domain.networks.membership import Membership, membership_id
from domain.networks.network import Network
from domain.party.party_membership import PartyMembership, party_membership_id
from netwerkpartij.background import settle
from netwerkpartij.cli.check import found
from tests.application.party import Party

NAMES = ("Anne Voorbeeld", "A. Voorbeeld", "Anne V.", "Bas Verzonnen")
NETWORKS = ("Netwerk een", "Netwerk twee", "Netwerk drie")
STEPS = 40
ENOUGH_DAYS = 45
"""For an announced end of a party membership, the end of its month, and a turn for everything."""


class Life:
    """A life of records that are sometimes one person, by chance."""

    def __init__(self, party: Party, seed: int) -> None:
        self.party, self.chance = party, random.Random(seed)  # noqa: S311  # a life that can be lived again
        for name in NAMES:
            party.party_member(name)
        self.networks = [party.network(name=name) for name in NETWORKS]
        self.own = {(name, place): party.reference(name, place) for name in NAMES for place in self.networks}
        self.in_party = {name: party.in_party(name) for name in NAMES}
        self.done: Counter[str] = Counter()
        for name, place in self.own:
            if self.chance.random() < 0.7:
                party.join(name, place)
                if self.chance.random() < 0.3:
                    party.seat(name, place)

    def live(self) -> None:
        for _ in range(STEPS):
            self.step()
            if self.chance.random() < 0.3:
                self.pass_days(self.chance.randrange(1, 4))
        self.pass_days(ENOUGH_DAYS)
        self.must_be_one_each()
        for name in NAMES:
            self.give(UndoPersonMerger(into=self.person(self.party.person(name)), merged=self.party.person(name)))
        self.pass_days(ENOUGH_DAYS)
        self.must_have_no_double()
        self.must_be_one_each()

    def step(self) -> None:
        one, other = (self.party.person(name) for name in self.chance.sample(NAMES, 2))
        place = self.chance.choice(self.networks)
        self.give(
            self.chance.choice(
                (
                    JoinNetwork(network=place, purpose_version=1, person=one),
                    JoinNetwork(network=place, purpose_version=1, person=other),
                    LeaveNetwork(network=place, person=one),
                    AppointCoreGroupMember(network=place, person=one),
                    EndSeat(network=place, person=one),
                    MergePersons(into=one, merged=other),
                    MergePersons(into=other, merged=one),
                    UndoPersonMerger(into=one, merged=other),
                    AnnouncePartyEnd(person=one) if self.chance.random() < 0.3 else UndoPartyEnd(person=one),
                    StartPartyMembership(person=one),
                )
            )
        )

    def give(self, command: Command) -> None:
        try:
            self.party.give(command, self.party.bureau)
        except DomainError as refusal:
            self.done[refusal.code] += 1
        else:
            self.done[type(command).__name__] += 1

    def pass_days(self, days: int) -> None:
        for _ in range(days):
            self.party.clock.pass_time(days=1)
            settle(self.party.opened, nightly=True)

    def person(self, record: UUID) -> UUID:
        return self.party.vault.known(record).id

    # What must be so

    def holding(self, place: UUID) -> list[str]:
        """Give under which records somebody is a member of a network."""
        return [name for name in NAMES if self.is_member(membership_id(place, self.own[name, place]))]

    def is_member(self, item: UUID) -> bool:
        found = self.party.log.load(Membership, item)
        return found is not None and found.holds_at(self.party.clock.now)

    def must_be_one_each(self) -> None:
        counted = {each.network: each.members for each in self.party.ask(MembershipReport(), self.party.bureau).items}
        for place in self.networks:
            people = [self.person(self.party.person(name)) for name in self.holding(place)]
            assert len(people) == len(set(people)), (place, self.done)
            assert counted[place] == len(people)
            used = {self.party.vault.reference(person, f"network/{place}") for person in people}
            assert used == {self.own[name, place] for name in self.holding(place)}
            network = self.party.load(Network, place)
            assert set(network.core_group(self.party.clock.now)) <= used
        self.must_be_one_each_in_the_party()
        assert list(found(self.party.opened)) == []

    def must_be_one_each_in_the_party(self) -> None:
        items = {name: self.party.load(PartyMembership, party_membership_id(self.in_party[name])) for name in NAMES}
        people = [self.person(self.party.person(name)) for name, each in items.items() if not each.ended and not each.withdrawn]
        assert len(people) == len(set(people)), self.done

    def must_have_no_double(self) -> None:
        """Nothing is left withdrawn as a double when all mergers were undone, but where somebody joined anew."""
        for (_, place), reference in self.own.items():
            each = self.party.log.load(Membership, membership_id(place, reference))
            assert each is None or not each.can_be_restored
        for reference in self.in_party.values():
            assert not self.party.load(PartyMembership, party_membership_id(reference)).withdrawn


@pytest.mark.parametrize("seed", [0, pytest.param(1, marks=pytest.mark.slow)])
def test_no_life_leaves_anybody_in_one_place_twice(party_on_each: Party, seed: int):
    Life(party_on_each, seed).live()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 130))
def test_nor_do_many_more(party: Party, seed: int):
    Life(party, seed).live()
