"""The weekly message: once, on its day, to whoever has something to do, and nothing in it that tells who somebody is."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any
from unittest.mock import patch

import pytest
from aiosmtpd.controller import Controller

from application.commands.consents import GiveConsent, WithdrawConsent
from application.commands.networks import EndSeat
from application.commands.pilot import RecordInterest
from application.language.words import Language
from application.ports.mail import Delivery, Letter
from application.ports.vault.sessions import Session
from application.queries.attention import AttentionKind, AttentionList
from domain.kernel.acts import Role
from domain.kernel.errors import CalendarLacksYear
from domain.party.consent import ConsentPurpose
from domain.pilot.rules import NetworkType
from infrastructure.calendar import DutchCalendar
from infrastructure.mail import MailServer
from netwerkpartij.background import keep_clock, send_digests
from netwerkpartij.cli.check import found
from netwerkpartij.wiring import Opened, opened
from tests.application.conftest import settings_for
from tests.application.party import BOARD, BUREAU, FOUNDERS, OTHER_FOUNDERS, SOMEBODY, MovableClock, Party
from tests.vaults import keep_address

SENDER = "partijnetwerken@voorbeeldpartij.example"
MONDAY = datetime(2025, 3, 10, 7, tzinfo=UTC)
"""Eight o'clock in Amsterdam."""
OF_BUREAU, OF_BOARD = "vera@voorbeeld.example", "otto@voorbeeld.example"


WANTED = GiveConsent(purpose=ConsentPurpose.WEEKLY_MESSAGE, consent_version="weekoverzicht-2022-06")


class Mailbox:
    """What a mail server does: takes letters, or refuses."""

    def __init__(self) -> None:
        self.taken: list[Any] = []
        self.refuses: dict[str, str] = {}
        self.answer = "250 OK"

    async def handle_RCPT(self, _server: object, _session: object, envelope: Any, address: str, _options: object) -> str:  # noqa: N802
        if address in self.refuses:
            return self.refuses[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: object, _session: object, envelope: Any) -> str:  # noqa: N802
        if self.answer.startswith("250"):
            self.taken.append(envelope)
        return self.answer

    @property
    def letters(self) -> list[EmailMessage]:
        return [message_from_bytes(each.content, policy=default) for each in self.taken]

    @property
    def recipients(self) -> list[str]:
        return sorted(address for each in self.taken for address in each.rcpt_tos)


class OnAnyPort(Controller):
    """A server on a port that is free."""

    def _trigger_server(self) -> None:
        assert self.server is not None
        self.port = self.server.sockets[0].getsockname()[1]  # type: ignore[attr-defined]  # asyncio's own server has them
        super()._trigger_server()


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def server(mailbox: Mailbox) -> Iterator[MailServer]:
    """A real mail server on this machine."""
    controller = OnAnyPort(mailbox, hostname="127.0.0.1", port=0)
    controller.start()
    yield MailServer("127.0.0.1", controller.port, SENDER)
    controller.stop()


class Service(Party):
    """A party whose bureau and board can be mailed, on a Monday at eight."""

    post: Any

    def wants_mail(self, name: str, address: str) -> None:
        """Let somebody give an address and consent to the message."""
        keep_address(self.vault, self.person(name), address)
        self.give(WANTED, Session(person=self.person(name), role=self.role_of(name), network=None))

    def role_of(self, name: str) -> Role:
        return Role.PARTY_BUREAU if name == BUREAU else Role.NATIONAL_BOARD if name == BOARD else self.member(name).role

    def send(self, post: Any = None) -> int:
        """Send what is due on Monday at eight, or now when that is later."""
        self.clock.now = max(self.clock.now, MONDAY)
        return send_digests(replace(self.opened, post=post or self.post))

    @property
    def told(self) -> dict[str, int]:
        return {str(state): number for state, number in self.vault.outbox.told().items()}


@pytest.fixture
def mailed(begun_url: str, server: MailServer) -> Iterator[Service]:
    clock = MovableClock()
    with opened(settings_for(begun_url), clock=clock, demo=True) as service:
        party = Service(service, clock)
        party.post = server
        party.wants_mail(BUREAU, OF_BUREAU)
        party.wants_mail(BOARD, OF_BOARD)
        yield party


def something_for_bureau(party: Party) -> None:
    interest = RecordInterest(pilot=party.pilot(), theme="Europa", network_type=NetworkType.THEME)
    party.give(interest, party.bureau)


def at(party: Service, moment: datetime) -> int:
    party.clock.now = moment
    return send_digests(replace(party.opened, post=party.post))


# Once, and to whom


def test_whoever_has_something_to_do_gets_one_message(mailed: Service, mailbox: Mailbox):
    something_for_bureau(mailed)
    assert mailed.send() == 1
    assert mailbox.recipients == [OF_BUREAU]
    (envelope,), (letter,) = mailbox.taken, mailbox.letters
    assert envelope.mail_from == SENDER  # where it bounces to
    assert (letter["Subject"], letter["Auto-Submitted"]) == ("Uw weekoverzicht", "auto-generated")
    assert "Er wacht één taak op u." in letter.get_content()
    assert "Maak een afspraak" in letter.get_content()
    assert mailed.told == {"sent": 1, "nothing-to-say": 1}


def test_it_is_not_sent_again_that_week_whatever_comes(mailed: Service, mailbox: Mailbox):
    something_for_bureau(mailed)
    mailed.send()
    for hours in (0, 1, 30, 100):
        mailed.clock.now = MONDAY + timedelta(hours=hours)
        mailed.submitted(name=f"Netwerk {hours}")
        assert mailed.send() == 0
    assert len(mailbox.taken) == 1
    assert at(mailed, MONDAY + timedelta(days=7)) == 2
    assert mailbox.recipients == [OF_BOARD, OF_BUREAU, OF_BUREAU]


def test_somebody_with_two_roles_gets_one_message_about_both(mailed: Service, mailbox: Mailbox):
    mailed.session(Role.NATIONAL_BOARD, BUREAU)
    mailed.submitted()
    assert mailed.send() == 2
    (text,) = [letter.get_content() for letter in mailbox.letters if letter["To"] == OF_BUREAU]
    assert "Er wachten twee taken op u." in text


def test_the_core_group_is_told_of_its_own_network(mailed: Service, mailbox: Mailbox):
    network = mailed.founded()
    for name in (FOUNDERS[1], FOUNDERS[3]):
        mailed.wants_mail(name, f"{name.split()[0].lower()}@voorbeeld.example")
    mailed.give(EndSeat(network=network, person=mailed.person(FOUNDERS[3])), mailed.board)
    mailed.send()
    assert mailbox.recipients == ["bas@voorbeeld.example", OF_BUREAU]


def test_who_has_no_address_gets_no_message_and_stops_nobody(mailed: Service, mailbox: Mailbox):
    something_for_bureau(mailed)
    keep_address(mailed.vault, mailed.person(BOARD), None)
    mailed.send()
    assert mailbox.recipients == [OF_BUREAU]


def test_an_address_alone_is_no_consent_to_the_message(mailed: Service, mailbox: Mailbox):
    something_for_bureau(mailed)
    mailed.session(Role.PARTY_BUREAU, SOMEBODY)
    keep_address(mailed.vault, mailed.person(SOMEBODY), "iemand@voorbeeld.example")
    mailed.send()
    assert mailbox.recipients == [OF_BUREAU]


def test_who_withdraws_the_consent_gets_no_message_any_more_and_again_once_it_is_given_again(mailed: Service, mailbox: Mailbox):
    something_for_bureau(mailed)
    mailed.give(WithdrawConsent(purpose=ConsentPurpose.WEEKLY_MESSAGE), mailed.bureau)
    assert mailed.send() == 0
    mailed.give(WANTED, mailed.bureau)
    assert at(mailed, MONDAY + timedelta(days=7)) == 1
    assert mailbox.recipients == [OF_BUREAU]


def test_a_message_that_waits_is_not_sent_to_who_withdrew_the_consent_meanwhile(mailed: Service, mailbox: Mailbox):
    something_for_bureau(mailed)
    assert mailed.send(Down(mailed.clock)) == 0
    mailed.give(WithdrawConsent(purpose=ConsentPurpose.WEEKLY_MESSAGE), mailed.bureau)
    assert at(mailed, MONDAY + timedelta(hours=5)) == 0
    assert mailbox.taken == []


# When


@pytest.mark.parametrize("moment", [MONDAY - timedelta(minutes=1), MONDAY - timedelta(days=1), MONDAY + timedelta(days=6)])
def test_no_message_before_monday_at_eight_or_on_a_sunday(mailed: Service, mailbox: Mailbox, moment: datetime):
    something_for_bureau(mailed)
    assert at(mailed, moment) == 0
    assert mailbox.taken == []


def test_a_service_that_was_down_in_the_morning_sends_later_that_day(mailed: Service):
    something_for_bureau(mailed)
    assert at(mailed, MONDAY + timedelta(hours=9)) == 1


@pytest.mark.parametrize(
    ("monday", "sent_on"),
    [
        (date(2025, 4, 21), date(2025, 4, 22)),  # Easter Monday
        (date(2025, 6, 9), date(2025, 6, 10)),  # Pentecost Monday
        (date(2028, 12, 25), date(2028, 12, 27)),  # Christmas, two days
        (date(2029, 1, 1), date(2029, 1, 1)),  # New Year's Day is no Christian holiday
    ],
)
def test_it_goes_out_on_monday_or_on_the_first_day_after_it_without_a_holiday(mailed: Service, monday: date, sent_on: date):
    something_for_bureau(mailed)
    week = [monday + timedelta(days=days) for days in range(7)]
    sent = [at(mailed, datetime(day.year, day.month, day.day, 9, tzinfo=UTC)) for day in week]
    assert sent == [int(day == sent_on) for day in week]


@pytest.mark.parametrize("days", [1, 3, 5])
def test_a_service_that_was_down_on_monday_sends_on_the_next_day_and_once(mailed: Service, mailbox: Mailbox, days: int):
    something_for_bureau(mailed)
    up_again = MONDAY + timedelta(days=days)
    assert at(mailed, up_again - timedelta(minutes=1)) == 0  # not before eight
    assert at(mailed, up_again) == 1
    for later in (timedelta(hours=2), timedelta(days=1)):
        mailed.submitted(name=f"Netwerk {later}")
        assert at(mailed, up_again + later) == 0
    assert mailbox.recipients == [OF_BUREAU]


def test_a_service_that_was_down_for_the_whole_week_says_nothing_of_that_week(mailed: Service, mailbox: Mailbox):
    something_for_bureau(mailed)
    assert at(mailed, MONDAY + timedelta(days=6)) == 0
    assert at(mailed, MONDAY + timedelta(days=7)) == 1
    assert len(mailbox.taken) == 1


def test_a_calendar_that_lacks_the_year_is_told_and_no_message_is_lost(mailed: Service):
    something_for_bureau(mailed)
    with patch.object(DutchCalendar, "is_mail_day", side_effect=CalendarLacksYear(year=2025)), pytest.raises(CalendarLacksYear):
        mailed.send()
    assert mailed.told == {}
    assert mailed.send() == 1


# What goes wrong


class Down:
    """A server that cannot be reached; it remembers when somebody tried."""

    def __init__(self, clock: MovableClock) -> None:
        self.clock = clock
        self.tried: list[int] = []

    def deliver(self, letter: Letter) -> Delivery:
        self.tried.append((self.clock.now - MONDAY) // timedelta(minutes=1))
        return MailServer("127.0.0.1", 1, SENDER).deliver(letter)


def test_a_server_that_is_down_is_tried_later_and_less_and_less_often(mailed: Service, mailbox: Mailbox):
    something_for_bureau(mailed)
    keep_address(mailed.vault, mailed.person(BOARD), None)
    down = Down(mailed.clock)
    for minute in range(200):
        mailed.clock.now = MONDAY + timedelta(minutes=minute)
        mailed.send(down)
    assert down.tried == [0, 2, 6, 14, 30, 62, 122, 182]
    assert at(mailed, MONDAY + timedelta(hours=6)) == 1
    assert mailbox.recipients == [OF_BUREAU]


def test_a_server_that_was_down_all_monday_gets_it_on_tuesday(mailed: Service, mailbox: Mailbox):
    something_for_bureau(mailed)
    mailed.send(Down(mailed.clock))
    assert at(mailed, MONDAY + timedelta(days=1)) == 1
    assert at(mailed, MONDAY + timedelta(days=2)) == 0
    assert mailbox.recipients == [OF_BUREAU]


def test_what_did_not_go_out_that_week_is_given_up_and_told(mailed: Service, mailbox: Mailbox):
    something_for_bureau(mailed)
    mailed.send(Down(mailed.clock))
    assert at(mailed, MONDAY + timedelta(days=6, hours=20)) == 0  # a Sunday
    mailed.clock.now = MONDAY + timedelta(days=7)
    mailed.send(Down(mailed.clock))
    assert mailbox.taken == []
    assert mailed.told["given-up"] == 1
    assert "1 given-up" in told_by_check(mailed)


def test_an_address_that_is_refused_is_told_to_the_bureau_without_the_address(mailed: Service, mailbox: Mailbox):
    mailed.submitted()
    mailbox.refuses[OF_BOARD] = "550 no such user"
    assert mailed.send() == 1
    refused = [item for item in mailed.ask(AttentionList(), mailed.bureau).items if item.kind is AttentionKind.ADDRESS_REFUSED]
    assert [(item.item, item.name) for item in refused] == [(mailed.person(BOARD), BOARD)]
    assert OF_BOARD not in refused[0].model_dump_json()
    assert str(mailed.person(BOARD)) not in refused[0].key
    assert AttentionKind.ADDRESS_REFUSED not in {item.kind for item in mailed.ask(AttentionList(), mailed.board).items}
    assert "refused: 1" in told_by_check(mailed)
    assert at(mailed, MONDAY + timedelta(days=7)) == 1  # the bureau alone
    assert BOARD not in mailbox.letters[-1].get_content()
    keep_address(mailed.vault, mailed.person(BOARD), "otto@nieuw.example")
    assert mailed.vault.refused_addresses() == []
    at(mailed, MONDAY + timedelta(days=14))
    assert "otto@nieuw.example" in mailbox.recipients


@pytest.mark.parametrize(("answer", "becomes"), [("451 busy", "queued"), ("554 spam", "rejected")])
def test_a_server_that_does_not_want_the_text(mailed: Service, mailbox: Mailbox, answer: str, becomes: str):
    something_for_bureau(mailed)
    mailbox.answer = answer
    assert mailed.send() == 0
    assert mailed.told[becomes] == 1


def test_an_answer_451_to_the_address_is_not_a_refusal(mailed: Service, mailbox: Mailbox):
    something_for_bureau(mailed)
    mailbox.refuses[OF_BUREAU] = "451 greylisted"
    assert mailed.send() == 0
    assert mailed.vault.refused_addresses() == []
    del mailbox.refuses[OF_BUREAU]
    assert at(mailed, MONDAY + timedelta(minutes=10)) == 1


class Killed(BaseException):
    """The process ends here."""


class Dies:
    """A post in whose hands the process ends, before or after the letter went out."""

    def __init__(self, server: MailServer | None) -> None:
        self.server = server

    def deliver(self, letter: Letter) -> Delivery:
        if self.server is not None:
            self.server.deliver(letter)
        raise Killed


@pytest.mark.parametrize("went_out", [True, False])
def test_killed_between_claim_and_sent_it_is_not_sent_twice_but_doubted(mailed: Service, mailbox: Mailbox, *, went_out: bool):
    something_for_bureau(mailed)
    keep_address(mailed.vault, mailed.person(BOARD), None)
    with pytest.raises(Killed):
        mailed.send(Dies(mailed.post if went_out else None))
    assert mailed.told == {"sending": 1}
    for minutes in (1, 11, 60):
        assert at(mailed, MONDAY + timedelta(minutes=minutes)) == 0
    assert len(mailbox.taken) == went_out
    assert mailed.told == {"unknown": 1}
    assert "1 unknown" in told_by_check(mailed)


def test_processes_at_once_send_each_message_once(mailed: Service, mailbox: Mailbox):
    mailed.submitted()
    something_for_bureau(mailed)
    together = threading.Barrier(4)
    sent: list[int] = []

    def one() -> None:
        together.wait()
        sent.append(mailed.send())

    threads = [threading.Thread(target=one) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(sent) == 2
    assert mailbox.recipients == [OF_BOARD, OF_BUREAU]


class AfterOneLook(threading.Event):
    """Stops the clock when it has looked once."""

    def wait(self, timeout: float | None = None) -> bool:  # as its kind has it
        self.set()
        return True


def looks_once(service: Opened) -> None:
    """Let the clock beside the service look once."""
    keep_clock(service, AfterOneLook(), interval=60, place=OneProcessOfOurs())


class OneProcessOfOurs:
    """A place that nobody else wants."""

    def is_ours(self) -> bool:
        return True

    def let_go(self) -> None:
        pass


def test_when_the_process_ends_no_other_message_goes_out(mailed: Service, mailbox: Mailbox):
    mailed.submitted()
    something_for_bureau(mailed)
    mailed.clock.now = MONDAY
    service = replace(mailed.opened, post=mailed.post)
    assert send_digests(service, stopped=lambda: len(mailbox.recipients) == 1) == 1
    assert len(mailbox.recipients) == 1
    assert send_digests(service) == 1
    assert sorted(mailbox.recipients) == sorted([OF_BOARD, OF_BUREAU])


def test_the_clock_beside_the_service_sends_it(mailed: Service, mailbox: Mailbox):
    something_for_bureau(mailed)
    mailed.clock.now = MONDAY
    looks_once(replace(mailed.opened, post=mailed.post))
    assert mailbox.recipients == [OF_BUREAU]


def test_trouble_with_mail_stops_no_clock_and_tells_no_address(mailed: Service, capsys: pytest.CaptureFixture[str]):
    network = mailed.founded()
    mailed.give(EndSeat(network=network, person=mailed.person(FOUNDERS[3])), mailed.board)
    mailed.clock.now = MONDAY + timedelta(days=35)
    unread = replace(mailed.opened, post=Trouble())
    looks_once(unread)
    assert mailed.newest().TOPIC == "CoreGroupReminded"
    with patch.object(DutchCalendar, "is_mail_day", side_effect=CalendarLacksYear(year=2025)):
        looks_once(unread)
    told = "".join(capsys.readouterr())
    assert "mail.failed" in told
    assert "calendar-lacks-year" in told
    assert OF_BUREAU not in told


class Trouble:
    """A post that breaks in a way that nobody thought of."""

    def deliver(self, letter: Letter) -> Delivery:
        raise RuntimeError(letter.recipient)


# What it says, and where nothing is left of it


def test_no_person_and_no_sensitive_network_is_named(mailed: Service, mailbox: Mailbox):
    network = mailed.founded(OTHER_FOUNDERS, name="LHBTIQ+ netwerk", sensitive=True)
    mailed.step_down(OTHER_FOUNDERS[3], network)
    mailed.submitted(name="Netwerk geheim", sensitive=True)
    mailed.wants_mail(OTHER_FOUNDERS[0], "elif@voorbeeld.example")
    assert mailed.send() == 3
    for letter in mailbox.letters:
        whole = letter.as_string() + letter.get_content()
        assert "een netwerk dat wij hier niet noemen" in letter.get_content()
        assert "gevoelig" not in letter["Subject"]
        for name in (*FOUNDERS, *OTHER_FOUNDERS, BUREAU, BOARD, "LHBTIQ", "geheim"):
            assert name not in whole


def test_what_a_group_wants_a_network_for_is_on_the_list_and_not_in_mail(mailed: Service, mailbox: Mailbox):
    interest = RecordInterest(pilot=mailed.pilot(), theme="LHBTIQ+", network_type=NetworkType.COMMUNITY)
    mailed.give(interest, mailed.bureau)
    mailed.send()
    (letter,) = mailbox.letters
    assert "LHBTIQ" not in letter.as_string() + letter.get_content()
    assert "een netwerk over een onderwerp dat u na het aanmelden ziet" in letter.get_content()
    assert [item.name for item in mailed.ask(AttentionList(), mailed.bureau).items] == ["LHBTIQ+"]


def test_only_the_ten_most_urgent_are_told(mailed: Service, mailbox: Mailbox):
    for number in range(12):
        mailed.submitted(name=f"Netwerk {number}")
    mailed.send()
    (text,) = [letter.get_content() for letter in mailbox.letters if letter["To"] == OF_BUREAU]
    assert "Er wachten twaalf taken op u. Dit zijn de tien" in text
    assert "\n10. " in text
    assert "\n11. " not in text


def test_the_message_is_in_the_language_of_its_reader_and_leads_to_their_page(mailed: Service, mailbox: Mailbox):
    mailed.submitted()
    mailed.vault.languages.keep(mailed.person(BUREAU), Language.EN)
    mailed.send()
    letters = {letter["To"]: letter for letter in mailbox.letters}
    english, dutch = letters[OF_BUREAU], letters[OF_BOARD]
    page = f"{mailed.opened.sender.pages}/te-doen"
    assert (english["Subject"], english["Content-Language"]) == ("Your weekly overview", "en")
    assert "One task waits for you." in english.get_content()
    assert "What you can do: " in english.get_content()
    assert f"See everything on your page: {page}" in english.get_content()
    assert (dutch["Subject"], dutch["Content-Language"]) == ("Uw weekoverzicht", "nl")
    assert f"Bekijk alles op uw pagina: {page}" in dutch.get_content()


def test_no_address_is_in_an_event_and_none_is_left_after_erasure(mailed: Service):
    something_for_bureau(mailed)
    mailed.send()
    assert not any(OF_BUREAU in recorded.event.model_dump_json() for recorded in mailed.recorded())
    mailed.vault.erase_person(mailed.person(BUREAU))
    assert mailed.vault.addresses([mailed.person(BUREAU)]) == {}
    assert sum(mailed.told.values()) == 1  # the board's


def test_without_a_mail_server_nothing_is_queued(mailed: Service):
    something_for_bureau(mailed)
    assert send_digests(mailed.opened) == 0
    assert mailed.told == {}


def told_by_check(party: Party) -> str:
    return "\n".join(finding.what for finding in found(party.opened))
