"""From events to rows: what members answer to calls, and advice that networks give unasked."""

from domain.advice.call_answer import CallAnswer
from domain.advice.offer import AdviceOffer
from projections.projectors.registry import projects
from projections.projectors.row_writer import RowWriter
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
