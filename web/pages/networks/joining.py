"""Joining a network, and leaving it: one page each, and nobody is asked why."""

from application.commands.networks import EndorsePurpose, JoinNetwork, LeaveNetwork
from application.language.words import Words
from application.own.consents import wording_on
from application.queries.networks import NetworkDetails
from web.asking.deed import Attempt, deed


def consent_read(attempt: Attempt) -> str | None:
    """Give the version of the words that stood above the form: of a network with extra protection it says something personal."""
    words = wording_on(attempt.visit.today) if attempt.about is not None and attempt.about.sensitive else None
    return None if words is None else words.version


join = deed(
    JoinNetwork,
    at="/netwerken/{network}/lid-worden",
    about=lambda network: NetworkDetails(network=network),
    title=Words("Word lid van dit netwerk", "Join this network"),
    lead=Words("U onderschrijft het doel van het netwerk:", "You endorse the purpose of the network:"),
    quote=lambda network: network.agreements.purpose,
    says={"purpose_version": lambda attempt: attempt.about.purpose_version, "consent_version": consent_read},
    template="consent.html",
    button=Words("Ik onderschrijf het doel en word lid", "I endorse the purpose and join"),
    then="/netwerken/{network}",
    done=Words("U bent nu lid van dit netwerk.", "You are now a member of this network."),
    next=Words(
        "De kerngroep ziet dat u lid bent. Kom gerust langs. U kunt zich op elk moment afmelden, een reden is niet nodig.",
        "The core group sees that you are a member. You are welcome at meetings. You can leave at any time, without a reason.",
    ),
)

endorse = deed(
    EndorsePurpose,
    at="/netwerken/{network}/doel-onderschrijven",
    about=lambda network: NetworkDetails(network=network),
    title=Words("Onderschrijf het nieuwe doel", "Endorse the new purpose"),
    lead=Words(
        "Het netwerk heeft een nieuw doel. U blijft lid, ook als u niets doet.",
        "The network has a new purpose. You stay a member, also when you do nothing.",
    ),
    quote=lambda network: network.agreements.purpose,
    says={"purpose_version": lambda attempt: attempt.about.purpose_version},
    button=Words("Ik onderschrijf dit doel", "I endorse this purpose"),
    then="/netwerken/{network}",
    done=Words("U hebt het nieuwe doel onderschreven.", "You have endorsed the new purpose."),
)

leave = deed(
    LeaveNetwork,
    at="/netwerken/{network}/afmelden",
    about=lambda network: NetworkDetails(network=network),
    title=Words("Meld u af bij dit netwerk", "Leave this network"),
    lead=Words("Een reden is niet nodig. U kunt later weer lid worden.", "No reason is needed. You can join again later."),
    button=Words("Ik meld mij af", "I leave"),
    then="/netwerken/{network}",
    done=Words("U hebt zich afgemeld bij dit netwerk.", "You have left this network."),
    next=Words("U krijgt geen berichten meer van het netwerk.", "You get no more messages of the network."),
)
