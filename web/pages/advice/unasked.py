"""Advice that nobody asked for: the core group gives it, and everybody of the network's readers finds it on its page."""

from application.commands.advice import OfferAdvice
from application.language.words import Words
from application.queries.networks import NetworkDetails
from web.asking.deed import deed

offer = deed(
    OfferAdvice,
    at="/netwerken/{network}/ongevraagd-advies",
    about=lambda network: NetworkDetails(network=network),
    asks=("addressee", "advice"),
    then="/netwerken/{network}",
    done=Words("Het advies is gegeven.", "The advice was given."),
    next=Words("Het staat op de pagina van het netwerk.", "It stands on the page of the network."),
)
