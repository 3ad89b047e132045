"""Running the policies and the clock: after a command line call, and beside the service."""

import threading
from collections.abc import Callable
from datetime import date

import structlog

from application.access.rights import end_tokens_without_right
from application.digests import Digests
from application.letters.following import Following
from application.letters.mailing import LettersOfEvents
from application.pending import settle as settle_pending
from application.policies import of_items, of_people
from application.policies.carrying_out import carry_out
from application.ports.errors import StoreError
from application.privacy.erasing import object_again
from application.register.work import RegisterWork
from application.signing_in.mailing import CodeMail, NoticeMail
from domain.kernel.days import day_of
from domain.kernel.errors import CalendarLacksYear
from infrastructure.calendar import DutchCalendar
from infrastructure.one_process import OneProcess
from infrastructure.postcodes.provinces import province_of
from infrastructure.register_files.cells import cells_in
from infrastructure.register_files.rows import stored_register_rows
from netwerkpartij.wiring import Opened, system_clock
from projections.queries.policies import QueriesForPolicies

log = structlog.get_logger()

A_SECOND = 1.0

ALWAYS = (
    of_items.whenever_a_network_was_reopened_let_its_memberships_go_on,
    of_items.whenever_a_network_closed_end_its_memberships,
    of_people.whenever_an_announced_end_is_due_end_the_party_membership,
    of_items.whenever_a_network_closed_leave_its_requests_to_the_bureau,
    of_items.whenever_something_is_due_let_time_pass,
)
NIGHTLY = (
    of_items.whenever_a_target_is_reached_or_the_year_over_open_a_conversation,
    of_people.whenever_two_were_merged_withdraw_what_is_double,
    of_people.whenever_a_merger_was_undone_restore_what_it_withdrew,
    of_people.whenever_a_party_membership_ended_end_what_stood_on_it,
    of_people.whenever_somebody_was_erased_end_what_stood,
    of_people.whenever_a_term_is_over_erase,
)
"""What is done once a day, after the others."""


STOPS_WITHIN = 0.8
"""Seconds that the end of a process waits for the clock; what it is at is then cut off, which is as harmless as an outage."""


class Stopped(Exception):
    """The process ends; what is left is done by the next."""


def settle(service: Opened, *, nightly: bool = False, stopped: Callable[[], bool] = lambda: False) -> int:
    """
    Let vault, read side and policies catch up with everything recorded by now, and give how much the policies did.

    :param nightly: also do what is done once a day and at each start: wipe what a process that was killed did not, destroy
        again what was objected to, open conversations, and end what stood on party memberships that ended
    :param stopped: asked after each batch and each command
    :raises Stopped: if the process ends
    """
    settle_pending(service.log, service.vault, service.service.now())
    service.vault.wipe_again(whatever=nightly)
    service.reads.catch_up(progress=lambda _: _must_go_on(stopped))
    queries = QueriesForPolicies(service.reads)
    handler = service.service.command_handler
    if nightly:
        object_again(service.vault, queries.objections())
        end_tokens_without_right(service.log, service.vault, service.service.now())
        service.door.end_those_without_right()
    done = 0
    for policy in (*ALWAYS, *(NIGHTLY if nightly else ())):
        for each in carry_out(policy, handler, queries):
            _must_go_on(stopped)
            done += each
    service.reads.catch_up()
    return done


def _must_go_on(stopped: Callable[[], bool]) -> None:
    if stopped():
        raise Stopped


def send_digests(service: Opened, *, stopped: Callable[[], bool] = lambda: False) -> int:
    """
    Send the weekly messages that are due, and give how many went out.

    :param stopped: asked before each message
    :raises CalendarLacksYear: if the calendar does not know this year
    """
    if service.post is None:
        return 0
    digests = Digests(
        service=service.service,
        recipients=QueriesForPolicies(service.reads),
        outbox=service.vault.outbox,
        post=service.post,
        calendar=DutchCalendar(),
        languages=service.vault.languages,
        sender=service.sender,
    )
    return digests.run(stopped)


def keep_clock(service: Opened, stopped: threading.Event, interval: float, place: OneProcess) -> None:
    """Settle again and again until stopped, once a day nightly, in one of the processes that share the log."""
    settled_on = None
    while True:
        if _is_ours(place):
            settled_on = _settled(service, settled_on, stopped)
            _mail(service, stopped)
        if stopped.wait(interval):
            place.let_go()
            return


def send_codes(service: Opened) -> int:
    """Send the codes and short letters that wait, and give how many went out."""
    if service.post is None:
        return 0
    notices = NoticeMail(service.vault.notices, service.post, service.sender, system_clock)
    return CodeMail(service.vault.sign_in_codes, service.vault, service.post, service.sender, system_clock).run() + notices.run()


def send_letters(service: Opened) -> int:
    """Send the letters that follow from what was recorded, and give how many went out."""
    if service.post is None:
        return 0
    letters = LettersOfEvents(
        log=service.log,
        vault=service.vault,
        letters=service.vault.letters,
        languages=service.vault.languages,
        following=Following(service.log, service.vault, QueriesForPolicies(service.reads)),
        post=service.post,
        sender=service.sender,
        clock=service.service.now,
    )
    return letters.run()


def keep_mailing(service: Opened, stopped: threading.Event) -> None:
    """Send what cannot wait, every second until stopped: somebody sits before a page that asks for the code in it."""
    while not stopped.wait(A_SECOND):
        try:
            send_codes(service)
        except StoreError as error:
            log.warning("mail.waits", code=error.code)
        except Exception as error:  # noqa: BLE001  # no trace of it: there may be an address in it
            log.error("mail.failed", error=type(error).__name__)  # noqa: TRY400


def bring_in_registers(service: Opened, *, stopped: Callable[[], bool] = lambda: False) -> int:
    """Do what registers that were sent by a page wait for, and give how much that was."""
    work = RegisterWork(
        service.vault.register_uploads,
        service.log,
        service.vault,
        service.service.now,
        cells_in=cells_in,
        stored=stored_register_rows,
        province_of=province_of,
        most_ended=service.register_ends_at_most,
        stopped=stopped,
    )
    return work.run()


def keep_bringing_in(service: Opened, stopped: threading.Event) -> None:
    """Look every second for registers that were sent: somebody sits before a page that says how far it is."""
    while not stopped.wait(A_SECOND):
        try:
            bring_in_registers(service, stopped=stopped.is_set)
        except StoreError as error:
            log.warning("register.waits", code=error.code)
        except Exception as error:  # noqa: BLE001  # no trace of it: there may be a name in it
            log.error("register.failed", error=type(error).__name__)  # noqa: TRY400


def _is_ours(place: OneProcess) -> bool:
    try:
        return place.is_ours()
    except StoreError as error:
        log.warning("clock.store-trouble", code=error.code)
        return False


def _settled(service: Opened, settled_on: date | None, stopped: threading.Event) -> date | None:
    """Settle, and give the day on which it was done nightly last. Trouble with a database is logged and tried again."""
    today = day_of(service.service.now())
    try:
        settle(service, nightly=settled_on != today, stopped=stopped.is_set)
    except Stopped:
        return settled_on
    except StoreError as error:
        log.warning("clock.store-trouble", code=error.code)
        return settled_on
    except Exception:
        log.exception("clock.failed")
        return settled_on
    return today


def _mail(service: Opened, stopped: threading.Event) -> None:
    """Send what is due; trouble with it holds nothing else up."""
    try:
        send_letters(service)
        send_digests(service, stopped=stopped.is_set)
    except (StoreError, CalendarLacksYear) as error:
        log.warning("mail.waits", code=error.code)
    except Exception as error:  # noqa: BLE001  # no trace of it: there may be an address in it
        log.error("mail.failed", error=type(error).__name__)  # noqa: TRY400
