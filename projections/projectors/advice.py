"""From events to rows: what members answer to calls, and advice that networks give unasked."""

from domain.advice.call_answer import CallAnswer
from domain.advice.offer import AdviceOffer
from projections.projectors.registry import projects
from projections.projectors.row_writer import RowWriter
from projections.store.instants import micros
from projections.store.tables import advice_offers, call_answers


@projects(CallAnswer.AnswerGivenToCall)
def call_answered(writer: RowWriter, event: CallAnswer.AnswerGivenToCall) -> None:
    writer.add(
        call_answers,
        advice_request=str(event.advice_request),
        call_number=event.call_number,
        network=str(event.network),
        reference=event.reference,
        answer=event.answer.model_dump(mode="json"),
    )


@projects(AdviceOffer.AdviceOffered)
def offered(writer: RowWriter, event: AdviceOffer.AdviceOffered) -> None:
    writer.add(advice_offers, network=str(event.network), addressee=event.addressee, advice=event.advice)


@projects(AdviceOffer.EntryCorrected)
def offer_corrected(writer: RowWriter, event: AdviceOffer.EntryCorrected) -> None:
    """It was given at another moment, and is still called by the event that told of it."""
    row = writer.only(advice_offers)
    same = {name: value for name, value in row.items() if name not in {"fact", "since", "until"}}
    writer.drop(advice_offers, row)
    writer.add(advice_offers, **{**same, "at": micros(event.at)})


@projects(AdviceOffer.EntryWithdrawn)
def offer_withdrawn(writer: RowWriter, _: AdviceOffer.EntryWithdrawn) -> None:
    writer.drop(advice_offers, writer.only(advice_offers))
