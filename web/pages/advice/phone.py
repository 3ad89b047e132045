"""A phone call at the bureau, in half a minute: what does the caller want, and one form."""

from collections.abc import Callable, Mapping
from typing import Any

from application.commands.advice import RequestAdvice
from application.commands.base import Command
from application.commands.networks import JoinNetwork, LeaveNetwork
from application.commands.party import RecordAddress, RegisterPartyMember
from application.language.words import Words
from application.queries.networks import NetworkDetails
from domain.kernel.acts import Source
from web.asking.deed import Attempt, Deed, deed
from web.drawing.readable import id_in

PHONE, FORM = "/bureau/telefoon", "pages/advice/phone.html"


def _call(
    command: type[Command[Any]],
    at: str,
    title: Words,
    *asks: str,
    then: str,
    done: Words,
    next: Words,  # noqa: A002  # what happens next
    says: Mapping[str, Callable[[Attempt], object]] | None = None,
) -> Deed:
    return deed(
        command,
        at=f"{PHONE}{at}",
        title=title,
        asks=asks,
        says={"source": Source.PHONE, **(says or {})},
        then=then,
        done=done,
        next=next,
        button=Words("Leg dit vast", "Record this"),
        template=FORM,
    )


def _purpose_now(attempt: Attempt) -> object:
    """Give the version of the purpose that the caller endorses: the one that holds now."""
    network = id_in(attempt.given.text("network"))
    return attempt.visit.ask(NetworkDetails(network=network)).purpose_version if network is not None else None


asks_advice = _call(
    RequestAdvice,
    "",
    Words("Een vraag om advies, aan de telefoon", "A request for advice, by phone"),
    "person",
    "contact",
    "requester_kind",
    "network",
    "question",
    "due",
    "kept_back",
    then="/adviesvragen/{advice_request}",
    done=Words("De vraag is vastgelegd.", "The request was recorded."),
    next=Words(
        "De kerngroep krijgt meteen bericht. De beller krijgt een mail met een eigen link, als wij een adres hebben.",
        "The core group is told at once. The caller gets a mail with a link of their own, if we have an address.",
    ),
)
joins = _call(
    JoinNetwork,
    "/lid-worden",
    Words("Lid worden van een netwerk, aan de telefoon", "Joining a network, by phone"),
    "person",
    "network",
    says={"purpose_version": _purpose_now},
    then="/netwerken/{network}",
    done=Words("De beller is nu lid van dit netwerk.", "The caller is a member of this network now."),
    next=Words(
        "Lees het doel voor: de beller onderschrijft het. De beller krijgt een bevestiging per mail.",
        "Read the purpose aloud: the caller endorses it. The caller gets a confirmation by mail.",
    ),
)
leaves = _call(
    LeaveNetwork,
    "/afmelden",
    Words("Afmelden bij een netwerk, aan de telefoon", "Leaving a network, by phone"),
    "person",
    "network",
    then="/netwerken/{network}",
    done=Words("De beller is afgemeld.", "The caller has left."),
    next=Words("Een reden is niet nodig. De beller krijgt een bevestiging.", "No reason is needed. It is confirmed by mail."),
)
registers = _call(
    RegisterPartyMember,
    "/inschrijven",
    Words("Een partijlid inschrijven, aan de telefoon", "Registering a party member, by phone"),
    "name",
    "email",
    "province",
    "birth_year",
    "somebody_else",
    then=PHONE,
    done=Words("Het partijlid is ingeschreven.", "The party member was registered."),
    next=Words("U kunt deze beller nu lid maken van een netwerk.", "You can now let this caller join a network."),
)
addresses = _call(
    RecordAddress,
    "/adres",
    Words("Een ander e-mailadres, aan de telefoon", "Another e-mail address, by phone"),
    "person",
    "email",
    then=PHONE,
    done=Words("Het e-mailadres is vastgelegd.", "The e-mail address was recorded."),
    next=Words("Berichten gaan voortaan naar dit adres.", "Messages go to this address from now on."),
)
