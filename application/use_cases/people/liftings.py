"""Use cases of liftings: asked by a privacy officer, agreed to by a second person, told once."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from application.access.event_names import left_out_of
from application.access.redaction.histories import context_of
from application.command_context import Answering, CommandContext, Outcome
from application.commands import liftings
from application.errors import UnknownItem
from application.ports.vault.contexts import OFFICE
from application.ports.vault.looks import Look
from domain.kernel.acts import Doer, Role
from domain.kernel.days import day_of
from domain.kernel.events import Aggregate
from domain.networks.network import Network
from domain.party.office import Office, office_id
from domain.party.record_lifting import AuditorNeeded, RecordLifting
from domain.party.reference_lifting import LiftingNotAgreed, ReferenceLifting, ReferenceUnknown


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
    """Record that it is told whose a reference is; telling it is what follows when that is recorded."""
    lifting = context.get(ReferenceLifting, command.reference_lifting)
    lifting.tell(context.act_in_role(), own=_own(context))
    item = context.log.load_many([lifting.item]).get(lifting.item)
    return [lifting], liftings.LiftedNameAnswer(
        reference_lifting=lifting.id,
        last_day=lifting.last_day,
        item=lifting.item,
        reference=lifting.lifted,
        places=_places(item),
        purpose=command.purpose,
    )


def whose_it_is(told: Answering) -> Mapping[str, UUID | str | None]:
    """
    Tell the name behind a reference that was lifted: None once it was erased. That is a look at them, kept before it is told.

    :raises LiftingNotAgreed: if the same is asked again and the term is over by now
    """
    answer, vault = liftings.LiftedNameAnswer.model_validate(told.receipt.answer), told.vault
    if day_of(told.now) > answer.last_day:
        raise LiftingNotAgreed(last_day=answer.last_day)
    people = [person for place in answer.places for person in vault.whose(place, [answer.reference]).values()]
    what, session = type(told.command).__name__, told.session
    look = Look(day_of(told.now), session.role, what, by=session.person, about=answer.item, purpose=answer.purpose)
    vault.keep_looks(people, look)
    names = (name for place in answer.places for name in vault.names(place, [answer.reference]).values())
    return {"name": next(names, None)}


def ask_record_lifting(context: CommandContext, command: liftings.AskRecordLifting) -> Outcome:
    network, known = context.get(Network, command.network), context.known(command.person)
    offices = context.load_many(office_id(each, Role.AUDITOR) for each in known.references(OFFICE))
    if not any(isinstance(each, Office) and each.held for each in offices.values()):
        raise AuditorNeeded
    lifting = RecordLifting.ask(
        context.act_in_role(),
        lifting=context.new_id("record-lifting"),
        network=network.id,
        is_sensitive=network.sensitive,
        auditor=known.reference(OFFICE),
        reasons=command.reasons,
        until=command.until,
        own=_own(context),
    )
    return [lifting], _record_answer(lifting)


def agree_to_record_lifting(context: CommandContext, command: liftings.AgreeToRecordLifting) -> Outcome:
    lifting = context.get(RecordLifting, command.record_lifting)
    lifting.agree(context.act_in_role(), own=_own(context))
    return [lifting], _record_answer(lifting)


def refuse_record_lifting(context: CommandContext, command: liftings.RefuseRecordLifting) -> Outcome:
    lifting = context.get(RecordLifting, command.record_lifting)
    lifting.refuse(context.act_in_role(), own=_own(context))
    return [lifting], _record_answer(lifting)


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


def _record_answer(lifting: RecordLifting) -> liftings.RecordLiftingAnswer:
    return liftings.RecordLiftingAnswer(record_lifting=lifting.id, last_day=lifting.last_day)
