"""Use cases of liftings: asked by a privacy officer, agreed to by a second person, told once."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from application.access.event_names import left_out_of
from application.access.redaction_of_histories import context_of
from application.command_context import CommandContext, Outcome
from application.commands import liftings
from application.errors import UnknownItem
from application.ports.event_log import Receipt
from application.ports.vault import OFFICE, Look, Vault
from domain.kernel.acts import Doer
from domain.kernel.days import day_of
from domain.kernel.events import Aggregate
from domain.party.reference_lifting import ReferenceLifting, ReferenceUnknown


def ask_lifting(context: CommandContext, command: liftings.AskLifting) -> Outcome:
    item = context.log.load_many([command.item]).get(command.item)
    if item is None:
        raise UnknownItem(kind="Item", item=command.item)
    if command.reference not in _named_in(item, left_out_of(context.reach, item.id) or ()):
        raise ReferenceUnknown
    new, lifted = context.new_id("reference-lifting"), command.reference
    lifting = ReferenceLifting.ask(context.act_in_role(), lifting=new, item=item.id, lifted=lifted, reasons=command.reasons)
    return [lifting], _answer(lifting)


def agree_to_lifting(context: CommandContext, command: liftings.AgreeToLifting) -> Outcome:
    lifting = context.get(ReferenceLifting, command.reference_lifting)
    lifting.agree(context.act_in_role(), own=_own(context))
    return [lifting], _answer(lifting)


def refuse_lifting(context: CommandContext, command: liftings.RefuseLifting) -> Outcome:
    lifting = context.get(ReferenceLifting, command.reference_lifting)
    lifting.refuse(context.act_in_role(), own=_own(context))
    return [lifting], _answer(lifting)


def tell_lifted_name(context: CommandContext, command: liftings.TellLiftedName) -> Outcome:
    """Tell whose a reference is; that is a look at them, kept before it is told."""
    lifting = context.get(ReferenceLifting, command.reference_lifting)
    lifting.tell(context.act_in_role(), own=_own(context))
    item = context.log.load_many([lifting.item]).get(lifting.item)
    places = _places(item)
    people = [person for each in places for person in context.vault.whose(each, [lifting.lifted]).values()]
    what, by = type(command).__name__, context.session.person
    look = Look(day=day_of(context.now), role=context.session.role, what=what, by=by, about=lifting.item)
    context.vault.keep_looks(people, look)
    return [lifting], liftings.LiftedNameAnswer(
        reference_lifting=lifting.id, last_day=lifting.last_day, reference=lifting.lifted, places=places
    )


def whose_it_is(vault: Vault, receipt: Receipt) -> Mapping[str, UUID | str | None]:
    """Tell the name behind a reference that was lifted: None once it was erased."""
    told = liftings.LiftedNameAnswer.model_validate(receipt.answer)
    names = (name for place in told.places for name in vault.names(place, [told.reference]).values())
    return {"name": next(names, None)}


def _named_in(item: Aggregate, hidden: Sequence[int]) -> set[str]:
    """Give who did, typed or is spoken of in the events of an item that are not left out."""
    shown = [each for each in item.life if each.originator_version not in hidden]
    about = (getattr(each, "reference", None) for each in shown)
    doers = (each for event in shown for each in (event.act.by, event.act.entered_by))
    return {each for each in (*about, *doers) if isinstance(each, str)}


def _places(item: Aggregate | None) -> tuple[str, ...]:
    context = None if item is None else context_of(item)
    return (OFFICE,) if context is None else (context, OFFICE)


def _own(context: CommandContext) -> tuple[Doer, ...]:
    """Give all that whoever acts is known as in an office, whichever: of two records that were merged, either's."""
    return context.reach.references(OFFICE)


def _answer(lifting: ReferenceLifting) -> liftings.LiftingAnswer:
    return liftings.LiftingAnswer(reference_lifting=lifting.id, last_day=lifting.last_day)
