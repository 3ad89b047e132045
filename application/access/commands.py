"""May this role give this? What can be checked before anything is loaded; the rest on what is loaded (command_context)."""

from functools import cache
from typing import NoReturn
from uuid import UUID

from application.access.event_names import BEFORE_DECISION, recorded_name
from application.access.parts import must_be_used
from application.access.people import NOWHERE, must_be_there
from application.access.scopes import Reach
from application.access.table import BOARD, Scope
from application.commands.advice import OnRequest
from application.commands.base import IN_NETWORK, Command
from application.commands.networks import CorrectEntry, StateCoreGroupMix, WithdrawEntry
from application.errors import NotConfirmedByMail, PersonsOfSensitiveNetwork
from domain.kernel.acts import Role
from domain.kernel.events import Aggregate
from domain.networks.network import Network
from domain.plans.founding_plan import FoundingPlan

ITEMS = ("advice_request", "meeting", "plan", "network")
"""By which field a command names the network whose people it is about, or what is of that network."""


def must_be_allowed(command: Command, reach: Reach) -> None:
    """
    Check for whom, for which network and in whose name a command is given, and that who gives it holds the role.

    :raises AccessDenied: if not
    :raises NotConfirmedByMail: if nobody knows who gives it, whatever it is about
    :raises PersonsOfSensitiveNetwork: if it is about one person in a sensitive network, whoever that is
    :raises PartNotUsed: if it is about a part of the service that the party does without
    """
    session = reach.session
    is_own = reach.scope in {Scope.SELF, Scope.INITIATOR}
    for_another = is_own and getattr(command, "person", None) not in {None, session.person}
    for_board = getattr(command, "decided", None) is not None
    # What is done on a request is checked on the request: the network that it names may be another one.
    named = session.network if isinstance(command, OnRequest) else getattr(command, "network", None) or session.network
    elsewhere = session.role is Role.CORE_GROUP and named != session.network
    if for_another or elsewhere or (for_board and session.role not in BOARD):
        raise reach.denied()
    reach.must_hold_right()
    if session.role is Role.VISITOR and session.confirmed is None:
        raise NotConfirmedByMail
    must_be_used(command, reach.log)
    _must_name_nobody_in_sensitive_network(command, reach)


# One person in a sensitive network (docs/decisions/0038)


def _must_name_nobody_in_sensitive_network(command: Command, reach: Reach) -> None:
    """Refuse what is about another person before that person is looked up: what is asked of log and vault is always the same."""
    if reach.session.role is Role.CLOCK:
        return
    about = _about_whom(command, reach)
    if isinstance(about, FoundingPlan) and about.content.sensitive and about.status not in BEFORE_DECISION:
        _refuse(about, reach)
    network = about if isinstance(about, Network) else reach.log.load(Network, getattr(about, "network", NOWHERE))
    if network is not None and network.sensitive and not reach.has_seat(network.id):
        _refuse(network, reach)


def _refuse(about: Aggregate, reach: Reach) -> NoReturn:
    """Refuse to whom it is out of reach as if nothing were there, and to others with the reason."""
    if reach.scope is not Scope.ALL:
        reach.must_cover(about)
    raise PersonsOfSensitiveNetwork


def _about_whom(command: Command, reach: Reach) -> Aggregate | None:
    """Load what says of which network the people of a command are; None when it is about nobody but who gives it."""
    if isinstance(command, CorrectEntry | WithdrawEntry):
        mended = UUID(command.of.partition(":")[0])
        must_be_there(reach, mended, kind="Entry", told=command.of)
        found = reach.log.load(Network, mended)
        is_of_network = found is None or recorded_name(command.of, reach) in {found.begun_by, found.closed_by}
        return None if is_of_network else found
    if not _names_another(command, reach) and not isinstance(command, StateCoreGroupMix):
        return None
    item: UUID = next((getattr(command, name) for name in ITEMS if hasattr(command, name)), NOWHERE)
    return reach.log.load_many([item]).get(item)


@cache
def naming_fields(kind: type[Command]) -> tuple[str, ...]:
    """Give the fields of a command that name people as those of a network."""
    return tuple(name for name, field in kind.model_fields.items() if IN_NETWORK in field.metadata)


def _names_another(command: Command, reach: Reach) -> bool:
    told = (getattr(command, name) for name in naming_fields(type(command)))
    return any(each not in {None, (), reach.session.person} for each in told)
