"""May this role give this? What can be checked before anything is loaded; the rest on what is loaded (command_context)."""

from application.access.scopes import Reach
from application.access.table import BOARD, Scope
from application.commands.advice import OnRequest
from application.commands.base import Command
from domain.kernel.acts import Role


def must_be_allowed(command: Command, reach: Reach) -> None:
    """
    Check for whom, for which network and in whose name a command is given, and that who gives it holds the role.

    :raises AccessDenied: if not
    """
    session = reach.session
    is_own = reach.scope in {Scope.SELF, Scope.INITIATOR}
    for_another = is_own and getattr(command, "person", None) not in {None, session.person}
    for_board = getattr(command, "decided", None) is not None
    # What is done on a request is checked on the request: the network that it names may be another one.
    named = session.network if isinstance(command, OnRequest) else getattr(command, "network", session.network)
    elsewhere = session.role is Role.CORE_GROUP and named != session.network
    if for_another or elsewhere or (for_board and session.role not in BOARD):
        raise reach.denied()
    reach.must_hold_right()
