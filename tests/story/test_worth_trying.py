"""What the demo command prints can be tried."""

import pytest

from application.access.table import KNOWN
from application.ports.vault.contexts import OFFICE, in_network
from domain.kernel.acts import Role
from domain.kernel.days import end_of
from domain.party.office import GIVEN, Office, office_id
from netwerkpartij.story.clock import LAST_DAY
from tests.story.hearing import Heard

pytestmark = pytest.mark.xdist_group("story")


def test_there_is_somebody_for_every_role(heard: Heard):
    assert set(heard.told.people) == set(KNOWN)


@pytest.mark.parametrize("role", sorted(GIVEN | {Role.REQUESTER}))
def test_who_is_named_for_an_office_holds_it(heard: Heard, role: Role):
    person = heard.service.vault.person_named(heard.told.people[role])
    assert person is not None
    office = heard.service.log.load(Office, office_id(heard.service.vault.reference(person, OFFICE), role))
    assert office is not None
    assert office.held


def test_who_is_named_for_a_core_group_has_a_seat_in_it(heard: Heard):
    person = heard.service.vault.person_named(heard.told.people[Role.CORE_GROUP])
    assert person is not None
    network = heard.network(heard.told.core_group_network)
    assert network.has_seat(heard.service.vault.reference(person, in_network(network.id)), end_of(LAST_DAY))


def test_what_is_worth_trying_names_things_that_are_there(heard: Heard):
    known = {str(each.event.originator_id) for each in heard.events}
    for each in heard.told.worth_trying:
        named = [part for part in each.path.split("?")[0].split("/") if len(part) == 36]
        assert set(named) <= known
