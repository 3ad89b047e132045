"""Joining a network, and leaving it: one page each, and nobody is asked why."""

from application.commands.networks import JoinNetwork, LeaveNetwork
from application.language.words import Words
from application.queries.networks import NetworkDetails
from web.deed import deed

join = deed(
    JoinNetwork,
    at="/netwerken/{network}/lid-worden",
    about=lambda network: NetworkDetails(network=network),
    title=Words("Word lid van dit netwerk", "Join this network"),
    lead=Words("U onderschrijft het doel van het netwerk:", "You endorse the purpose of the network:"),
    quote=lambda network: network.agreements.purpose,
    says={"purpose_version": lambda attempt: attempt.about.purpose_version},
    button=Words("Ik onderschrijf het doel en word lid", "I endorse the purpose and join"),
    then="/netwerken/{network}",
    done=Words("U bent nu lid van dit netwerk.", "You are now a member of this network."),
    next=Words(
        "De kerngroep ziet dat u lid bent. Kom gerust langs. U kunt zich op elk moment afmelden, een reden is niet nodig.",
        "The core group sees that you are a member. You are welcome at meetings. You can leave at any time, without a reason.",
    ),
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
