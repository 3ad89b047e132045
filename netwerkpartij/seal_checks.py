"""What can be wrong between a log and its vault: texts that do not open though their key lives, and keys that are not there."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple
from uuid import UUID

from pydantic import BaseModel

from application.ports.errors import StoreDamaged
from domain.kernel.acts import EventName
from domain.kernel.events import DomainEvent, event_name
from domain.kernel.free_text import texts_of
from domain.kernel.text import Sealed, SealedFor, TextKind
from infrastructure.vault.errors import SealBroken
from netwerkpartij.checks import PUT_BACK, TOGETHER, Finding, in_contexts
from netwerkpartij.wiring import Opened

FIRST_FEW = 5


class SealedText(NamedTuple):
    """A sealed text of an event, with the place to which it is bound."""

    event: EventName
    sealed: Sealed
    place: SealedFor
    is_personal: bool


def of_rows_of_vault(service: Opened) -> Iterator[Finding]:
    """Find rows of the vault that somebody altered or moved."""
    broken = list(service.vault.broken_rows())
    if broken:
        some = "; ".join(broken[:FIRST_FEW])
        yield Finding(
            "vault-rows-broken", f"rows of the vault that do not open though their key lives: {len(broken)} ({some})", PUT_BACK
        )


def of_seals(service: Opened, show: Callable[[int], None] = lambda _: None) -> Iterator[Finding]:
    """
    Find sealed texts that do not open although their key lives, and those whose key the vault neither has nor destroyed.

    :param show: is told how far it is, in positions
    """
    for recorded, contexts in in_contexts(service):
        for text in sealed_texts(recorded.event):
            yield from _wrong_with(service, text, contexts)
        show(recorded.position)


def _wrong_with(service: Opened, text: SealedText, contexts: Iterable[str]) -> Iterator[Finding]:
    what = f"the {text.place.field} of event {text.event}"
    try:
        if text.is_personal:
            for context in contexts:
                service.vault.open(text.sealed, text.place, context=context)
        elif service.vault.open(text.sealed, text.place) is None and service.vault.has_lost_key_of(UUID(text.place.subject)):
            yield Finding("seal-without-key", f"{what} is sealed with a key that the vault never had", TOGETHER, text.event)
    except (SealBroken, StoreDamaged):
        yield Finding("seal-broken", f"{what} does not open, though its key is there", PUT_BACK, text.event)


def sealed_fields(event: type[BaseModel]) -> dict[str, TextKind]:
    """Give the paths of the fields of an event that hold sealed texts."""
    return {path: kind for path, kind in texts_of(event).items() if kind is not TextKind.INSTITUTIONAL}


def sealed_texts(event: DomainEvent) -> Iterator[SealedText]:
    """Give every sealed text of an event; where it is bound follows from where it is, for all of them."""
    for path, kind in sealed_fields(type(event)).items():
        is_personal = kind is TextKind.PERSONAL
        item = str(event.originator_id)
        subject = str(getattr(event, "reference", event.act.by)) if is_personal else item
        place = SealedFor(aggregate=item, event_type=type(event).__name__, field=path.removesuffix(".sealed"), subject=subject)
        for sealed in _at(event, path.split(".")):
            yield SealedText(event_name(event), sealed, place, is_personal)


def _at(value: object, path: list[str]) -> Iterator[Sealed]:
    if isinstance(value, tuple):
        for each in value:
            yield from _at(each, path)
    elif value is not None and path:
        yield from _at(getattr(value, path[0]), path[1:])
    elif isinstance(value, Sealed):
        yield value
