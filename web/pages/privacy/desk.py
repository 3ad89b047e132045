"""What people ask about what is kept of them, the names that were asked for, and erasing: the desk of the privacy officer."""

from urllib.parse import urlencode

from application.commands.privacy import ErasePerson
from application.language.processing import BY_HAND
from application.language.words import Words
from application.queries.privacy import PrivacyRequestEntry, PrivacyRequests
from domain.kernel.days import day_of
from infrastructure.tables import TableColumn
from web.asking.deed import deed
from web.drawing.lists import listing
from web.drawing.marks import mark_of
from web.page import Facts, Menu, page
from web.pages.privacy.lifting import lifted
from web.visit import Visit

REQUESTS = Words("Verzoeken over eigen gegevens", "Requests about one's own data")
ERASE = "/privacyverzoeken/wissen"

erase = deed(
    ErasePerson,
    at=ERASE,
    title=Words("Wis de gegevens van iemand", "Erase somebody's data"),
    asks=("person", "source"),
    then="/privacyverzoeken",
    lead=Words(
        "Dit kan niet ongedaan worden gemaakt. Naam, adres en eigen teksten verdwijnen. Lidmaatschappen en rollen eindigen.",
        "This cannot be undone. Name, address and own texts are gone. Memberships and roles end.",
    ),
    done=Words("De gegevens zijn gewist.", "The data are erased."),
    next=Words("Wat er gebeurde blijft staan, zonder naam.", "What happened stays on record, without a name."),
)


@page("/privacyverzoeken", REQUESTS, names_people=True, menu=Menu(20, Words("Verzoeken", "Requests"), asks=PrivacyRequests))
def desk(visit: Visit) -> Facts:
    """What waits for an answer first."""
    requests = sorted(visit.all_of(PrivacyRequests()), key=lambda each: (each.outcome is not None, each.received_at))
    columns = (
        TableColumn[PrivacyRequestEntry](Words("Wat", "What"), lambda each: each.matter, lambda each: _answer(visit, each)),
        TableColumn[PrivacyRequestEntry](Words("Van wie", "Of whom"), lambda each: each.name),
        TableColumn[PrivacyRequestEntry](Words("Gevraagd op", "Asked on"), lambda each: day_of(each.received_at)),
        TableColumn[PrivacyRequestEntry](Words("Antwoord nodig op", "Answer needed by"), lambda each: each.due_on),
        TableColumn[PrivacyRequestEntry](Words("Antwoord", "Answer"), lambda each: each.outcome),
        TableColumn[PrivacyRequestEntry](
            Words("Wissen", "Erase"), lambda each: _erase_words(visit, each), lambda each: _erase(visit, each)
        ),
    )
    by_hand = [(visit.tell(matter), visit.tell(words)) for matter, words in BY_HAND.items()]
    return listing(visit.table(REQUESTS, columns, requests), lifted(visit), erase=ERASE, by_hand=by_hand)


def _answer(visit: Visit, of: PrivacyRequestEntry) -> str | None:
    return None if of.outcome is not None or visit.past else f"/geschiedenis/{of.privacy_request}/doen"


def _erase_words(visit: Visit, of: PrivacyRequestEntry) -> str | None:
    return visit.say("Wis de gegevens", "Erase the data") if of.person is not None and not visit.past else None


def _erase(visit: Visit, of: PrivacyRequestEntry) -> str | None:
    return None if of.person is None or visit.past else f"{ERASE}?{urlencode({'person': mark_of(of.person)})}"
