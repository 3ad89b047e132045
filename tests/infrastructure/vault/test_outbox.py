"""The outbox: each message is claimed by one process, and remembered for a while."""

from datetime import date, timedelta
from uuid import UUID

from application.ports.mail import DigestState, QueuedDigest
from infrastructure.vault.vault import OpenVault, open_vault
from tests.infrastructure.vault.conftest import Reopen
from tests.infrastructure.vault.examples import LOG, MASTER_KEY, NOON, in_processes

DAY = date(2026, 11, 23)
MANY = 40


def queued(vault: OpenVault, number: int = 1) -> list[QueuedDigest]:
    people = [vault.add_person(f"Persoon {each}") for each in range(number)]
    wanted = [QueuedDigest(UUID(int=each), person) for each, person in enumerate(people, start=1)]
    assert vault.outbox.queue(wanted, day=DAY, now=NOON) == number
    return wanted


def claims(url: str) -> list[int]:
    """What one of several processes gets when it wants all."""
    vault = open_vault(url, master_key=MASTER_KEY, log=LOG)
    try:
        return [number for number in range(1, MANY + 1) if vault.outbox.claim(UUID(int=number), NOON)]
    finally:
        vault.close()


def test_processes_at_once_claim_each_message_once(vault: OpenVault, database_url: str):
    queued(vault, MANY)
    claimed = in_processes(claims, [(database_url,)] * 4)
    assert sorted(number for numbers in claimed for number in numbers) == list(range(1, MANY + 1))


def test_a_message_waits_once_and_survives_a_restart(vault: OpenVault, reopen: Reopen):
    wanted = queued(vault)
    assert vault.outbox.queue(wanted, day=DAY, now=NOON) == 0
    assert vault.outbox.is_queued(since=DAY)
    assert vault.outbox.is_queued(since=DAY - timedelta(days=1))
    assert not vault.outbox.is_queued(since=DAY + timedelta(days=1))
    assert reopen().outbox.waiting(NOON) == wanted


def test_what_is_claimed_waits_no_longer_and_comes_back_only_when_it_did_not_go_out(vault: OpenVault):
    (wanted,) = queued(vault)
    assert vault.outbox.claim(wanted.digest, NOON)
    assert not vault.outbox.claim(wanted.digest, NOON)
    assert vault.outbox.waiting(NOON) == []
    later = NOON + timedelta(minutes=2)
    vault.outbox.retry(wanted.digest, after=later, now=NOON)
    assert vault.outbox.waiting(NOON) == []
    assert vault.outbox.waiting(later) == [QueuedDigest(wanted.digest, wanted.person, attempts=1)]


def test_a_claim_is_doubted_once_it_is_old_and_not_before(vault: OpenVault):
    (wanted,) = queued(vault)
    vault.outbox.claim(wanted.digest, NOON)
    assert vault.outbox.give_up(before=DAY, claimed_before=NOON, now=NOON) == 0
    assert vault.outbox.give_up(before=DAY, claimed_before=NOON + timedelta(seconds=1), now=NOON) == 1
    assert vault.outbox.told() == {DigestState.UNKNOWN: 1}
    assert vault.outbox.waiting(NOON + timedelta(days=1)) == []


def test_what_became_of_a_message_is_forgotten_after_two_months(vault: OpenVault):
    (wanted,) = queued(vault)
    vault.outbox.settle(wanted.digest, DigestState.SENT, NOON)
    vault.outbox.queue([], day=DAY + timedelta(days=60), now=NOON)
    assert vault.outbox.told() == {DigestState.SENT: 1}
    vault.outbox.queue([], day=DAY + timedelta(days=61), now=NOON)
    assert vault.outbox.told() == {}


def test_who_is_erased_waits_for_no_message(vault: OpenVault):
    (wanted,) = queued(vault)
    vault.erase_person(wanted.person)
    assert vault.outbox.waiting(NOON) == []
    assert vault.outbox.told() == {}
