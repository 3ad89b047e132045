"""What can be done on a request for advice: a page each, and the request comes after it."""

from collections.abc import Callable, Mapping
from typing import Any

from application.commands import advice
from application.language.words import Words
from application.queries.advice import AdviceRequestDetails, AdviceRequestPage
from web.asking.deed import Deed, deed

Says = Mapping[str, object]


def _on(
    command: type[advice.OnRequest[Any]],
    at: str,
    done: Words,
    *asks: str,
    next: Words | None = None,  # noqa: A002  # what happens next
    lead: Words | None = None,
    starts: Callable[[Any], Mapping[str, str]] | None = None,
) -> Deed:
    """Register a deed on a request, with the question above the form."""
    return deed(
        command,
        at=f"/adviesvragen/{{advice_request}}/{at}",
        about=lambda advice_request: AdviceRequestDetails(advice_request=advice_request),
        quote=question_of,
        then="/adviesvragen/{advice_request}",
        asks=asks,
        done=done,
        next=next,
        lead=lead,
        starts=starts,
    )


def question_of(request: AdviceRequestPage) -> str:
    """Give what was asked, for those who may read it."""
    return (request.question and request.question.text) or ""


# Of the network

accept = _on(
    advice.AcceptRequest,
    "aannemen",
    Words("Uw netwerk neemt de vraag aan.", "Your network takes the request on."),
    next=Words(
        "De adviesvrager ziet dat u eraan werkt. U kunt leden en deskundigen laten meedenken.",
        "The requester sees that you work on it. You can let members and experts help.",
    ),
)
deliver = _on(
    advice.DeliverAdvice,
    "antwoord",
    Words("Het advies is gegeven.", "The advice was given."),
    "advice",
    "recommendations",
    "minority_views",
    "talked_on",
    "talked_with",
    "answered",
    lead=Words(
        "Schrijf een antwoord, of vul in op welke dag u er samen over sprak.",
        "Write an answer, or fill in on which day you talked about it together.",
    ),
    next=Words(
        "De adviesvrager krijgt bericht en kan later vertellen wat er met het advies is gedaan.",
        "The requester is told, and can tell later what was done with the advice.",
    ),
)
ask_clarification = _on(
    advice.AskClarification,
    "uitleg-vragen",
    Words("Uw vraag om uitleg ligt bij de adviesvrager.", "Your question is with the requester."),
    "question",
    next=Words("Tot er uitleg is, staan de dagen stil.", "Until there is an explanation, the days wait."),
)
decline = _on(
    advice.DeclineRequest,
    "niet-aannemen",
    Words("Uw netwerk neemt de vraag niet aan.", "Your network does not take the request on."),
    "decline_reason",
    "explanation",
    next=Words(
        "De adviesvrager leest waarom. Het partijbureau kan de vraag aan een ander netwerk voorleggen.",
        "The requester reads why. The party bureau can put the request to another network.",
    ),
)
redirect = _on(
    advice.RedirectRequest,
    "ander-netwerk",
    Words("De vraag ligt nu bij een ander netwerk.", "The request is with another network now."),
    "other_network",
    "explanation",
    "due",
)
call_members = _on(
    advice.CallMembers,
    "leden-vragen",
    Words("Alle leden van het netwerk zijn gevraagd om mee te denken.", "All members of the network were asked for ideas."),
    "closes_on",
)

# Of both sides

agree_new_day = _on(
    advice.AgreeNewDay,
    "andere-dag",
    Words("De nieuwe dag is afgesproken.", "The new day was agreed."),
    "due",
    "reason",
    next=Words("De andere kant ziet de nieuwe dag en kan die weigeren.", "The other side sees the new day and can refuse it."),
)
refuse_new_day = _on(
    advice.RefuseNewDay,
    "andere-dag-weigeren",
    Words("De vorige dag geldt weer.", "The former day holds again."),
    lead=Words("De dag die eerst was afgesproken, geldt dan weer.", "The earlier day then holds again."),
)

# Of who asks

clarify = _on(
    advice.GiveClarification,
    "uitleg",
    Words("Uw uitleg ligt bij de kerngroep.", "Your explanation is with the core group."),
    "answer",
    next=Words("De dagen lopen weer.", "The days count again."),
)
acknowledge = _on(
    advice.AcknowledgeAdvice,
    "ontvangen",
    Words("De kerngroep weet dat het advies er is.", "The core group knows that the advice came."),
    "answered",
)
publish = _on(
    advice.PublishUse,
    "openbaar",
    Words("Alle leden kunnen lezen wat er met het advies is gedaan.", "All members can read what was done with the advice."),
    lead=Words(
        "Alle partijleden lezen dan de vraag en wat er met het advies is gedaan. De naam van de adviesvrager staat er niet bij. "
        "Het partijbureau doet dit alleen als de adviesvrager dat goed vindt.",
        "All party members then read the question and what was done with the advice. The requester is not named. "
        "The party bureau does this only if the requester agrees.",
    ),
)
withdraw = _on(
    advice.WithdrawRequest,
    "intrekken",
    Words("De vraag is ingetrokken.", "The request was withdrawn."),
    lead=Words("De kerngroep hoeft dan niet meer te antwoorden.", "The core group then need not answer any more."),
    next=Words(
        "De kerngroep ziet dat een antwoord niet meer nodig is.", "The core group sees that no answer is needed any more."
    ),
)
