"""Log and vault are two stores: what a command writes into the vault counts once its receipt is there (docs/decisions/0025)."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from typing import Final
from uuid import UUID

from pydantic import JsonValue

from application.ports.errors import CommandIdTaken, ConcurrentChange, StoreBusy, StoreError, StoreFull, StoreReadOnly
from application.ports.event_log import EventLog, Receipt, Recorder
from application.ports.vault.pending import PendingCommand, PendingWrites
from application.ports.vault.vault import Vault
from application.privacy.register import LASTS, Term
from domain.kernel.events import Aggregate

SURELY_NOT_RECORDED: Final = (ConcurrentChange, CommandIdTaken, StoreBusy, StoreFull, StoreReadOnly)
"""After another error of the log nobody knows: its answer may have been lost on the way."""
LONGEST: Final = LASTS[Term.UNTIL_RECORDED]
"""After this a command without a receipt gets none any more: no database is waited for as long."""


def record(
    log: Recorder,
    writes: PendingWrites,
    aggregates: Iterable[Aggregate],
    *,
    command: UUID,
    digest: str,
    answer: Mapping[str, JsonValue],
    recorded_at: datetime | None = None,
    nothing_since: int | None = None,
) -> Receipt:
    """
    Record what a command decided together with what it writes into the vault: both or neither.

    When the vault cannot finish, the clock does (``settle``): what was recorded is recorded.

    :raises ConcurrentChange, CommandIdTaken, StoreError: as ``EventLog.record``
    """
    writes.store()
    try:
        receipt = log.record(
            aggregates, command=command, digest=digest, answer=answer, recorded_at=recorded_at, nothing_since=nothing_since
        )
    except SURELY_NOT_RECORDED:
        with suppress(StoreError):
            writes.remove()
        raise
    with suppress(StoreError):
        writes.confirm()
    return receipt


def was_recorded(log: EventLog, pending: PendingCommand) -> bool:
    """Say whether a command has its receipt, and not another one of the same id."""
    receipt = log.receipt(pending.command)
    return receipt is not None and receipt.digest == pending.digest


def settle(log: EventLog, vault: Vault, now: datetime) -> None:
    """Finish what a crash left between the two stores: with a receipt it is for everybody, without one it goes after an hour."""
    for pending in vault.pending_commands():
        if was_recorded(log, pending):
            vault.confirm_pending(pending.command, pending.digest)
        else:
            vault.remove_pending(pending.command, pending.digest, before=now - LONGEST)
