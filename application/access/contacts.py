"""Who of a core group is named to members of the party: each who consented, as long as they sit there and the consent holds."""

from application.access.scopes import Reach
from application.errors import UnknownItem
from application.ports.vault.contexts import in_network
from application.privacy.consenting import consenting
from application.queries.networks import CoreGroupContact, CoreGroupContacts, CoreGroupContactsFound
from domain.networks.network import Network
from domain.party.consent import ConsentPurpose


def contacts_of(question: CoreGroupContacts, reach: Reach) -> CoreGroupContactsFound:
    """
    Name who may be named; of a network with extra protection nobody.

    :raises UnknownItem: if there is no such network
    """
    network = reach.log.load(Network, question.network)
    if network is None:
        raise UnknownItem(kind="Network", item=question.network)
    if network.is_sensitive_at(reach.now) or not network.exists_at(reach.now):
        return CoreGroupContactsFound(people=())
    seats = reach.vault.whose(in_network(network.id), network.core_group(reach.now))
    people = reach.people(consenting(reach.log, reach.vault, seats.values(), ConsentPurpose.CORE_GROUP_CONTACT))
    addresses = reach.vault.addresses(people)
    chair = None if network.chair is None else seats.get(network.chair)
    found = [
        CoreGroupContact(name=each.name, email=addresses.get(person), is_chair=person == chair)
        for person, each in people.items()
        if each.name is not None
    ]
    return CoreGroupContactsFound(people=tuple(sorted(found, key=lambda each: (not each.is_chair, each.name))))
