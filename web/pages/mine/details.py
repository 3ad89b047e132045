"""What is kept of oneself: reading it, taking it along, correcting it, consenting, and having it erased."""

from collections.abc import Callable, Mapping
from json import loads

from starlette.responses import Response

from application.commands.consents import GiveConsent, WithdrawConsent
from application.commands.party import CorrectOwnDetails
from application.commands.privacy import AskPrivacyOfficer, EraseOwnData
from application.language.evaluation.words import PLACES
from application.language.formatting import capitalized
from application.language.processing import GROUNDS, PURPOSES, TERMS, WHAT
from application.language.words import Words
from application.own.consents import wording_on
from application.privacy.register import What
from application.queries.networks import NetworkDetails
from application.queries.privacy import KeptEntry, MyFile, OwnConsentEntry, PersonFile
from domain.kernel.acts import Role
from domain.party.consent import ConsentPurpose, EndsWithConsent
from domain.party.party_membership import PersonalDetail
from infrastructure.tables import TableColumn
from web.asking.deed import Attempt, deed
from web.page import Facts, page
from web.refusals import NOT_SIGNED_IN, PageRefused
from web.visit import Visit

WEEKLY, CONTACT = ConsentPurpose.WEEKLY_MESSAGE, ConsentPurpose.CORE_GROUP_CONTACT
PLACES_OF: Mapping[ConsentPurpose, str] = {
    WEEKLY: "/mijn/toestemmingen/weekoverzicht",
    CONTACT: "/mijn/toestemmingen/kerngroep",
}
CALLED: Mapping[ConsentPurpose, Words] = {
    WEEKLY: Words("Het weekoverzicht", "The weekly message"),
    CONTACT: Words("Uw naam bij de kerngroep", "Your name with the core group"),
}
FILE = {"Content-Disposition": 'attachment; filename="mijn-gegevens.json"', "Cache-Control": "no-store"}
ENDS: Mapping[EndsWithConsent, Words] = {
    EndsWithConsent.MEMBERSHIP: Words("uw lidmaatschap van dit netwerk", "your membership of this network"),
    EndsWithConsent.SEAT: Words("dat u in de kerngroep zit", "that you are in the core group"),
    EndsWithConsent.NOMINATION: Words("uw ja tegen de kerngroep", "your yes to the core group"),
    EndsWithConsent.WEEKLY_MESSAGE: Words("uw weekoverzicht", "your weekly message"),
    EndsWithConsent.CORE_GROUP_CONTACT: Words(
        "dat leden uw naam en e-mailadres zien", "that members see your name and e-mail address"
    ),
}
MINE = "/mijn/gegevens"


@page(MINE, Words("Uw gegevens", "Your data"), has_past=False, names_people=True)
def details(visit: Visit) -> Facts | Response:
    """Everything that is kept of who is signed in, with why and until when; as a file too."""
    found = own_file(visit)
    if visit.query.get("als") == "json":
        return Response(found.model_dump_json(by_alias=True, indent=2), media_type="application/json", headers=FILE)
    columns = (
        TableColumn[KeptEntry](Words("Wat", "What"), lambda each: capitalized(visit.tell(WHAT[each.what]))),
        TableColumn[KeptEntry](Words("Dit staat er", "What it says"), lambda each: _told(visit, each)),
        TableColumn[KeptEntry](Words("Waarvoor", "What for"), lambda each: visit.tell(PURPOSES[each.purpose])),
        TableColumn[KeptEntry](Words("Waarom dat mag", "Why it is allowed"), lambda each: visit.tell(GROUNDS[each.ground])),
        TableColumn[KeptEntry](Words("Tot wanneer", "Until when"), lambda each: each.until or visit.tell(TERMS[each.term])),
    )
    kept = [each for each in found.kept if each.values]
    table = visit.table(Words("Wat wij van u bewaren", "What we keep of you"), columns, kept)
    return {"kept": table, "looks": found.looks[::-1], "counts": found.counts}


def own_file(visit: Visit) -> PersonFile:
    """
    Give all that is kept of who is signed in.

    :raises PageRefused: if nobody is
    """
    if visit.is_visitor:
        raise PageRefused(NOT_SIGNED_IN)
    return visit.ask(MyFile())


READABLE = frozenset(
    {What.NAME, What.ADDRESS, What.PROVINCE_AND_YEAR, What.POSTCODE, What.REGISTER, What.PERSONAL_TEXTS, What.WISHES}
)
"""What is kept in words; all else are marks of the program, which stand in the file."""


def _told(visit: Visit, entry: KeptEntry) -> str:
    """Say what is kept in words: a province is kept as a code."""
    if entry.what not in READABLE:
        return visit.say("staat in uw bestand", "stands in your file")
    return ", ".join(_in_words(visit, each) for each in entry.values)


def _in_words(visit: Visit, value: str) -> str:
    """Say one value: of province and year of birth, as they were when somebody joined, each with its name."""
    try:
        details = loads(value)
    except ValueError:
        details = None
    if not isinstance(details, dict) or not details.keys() <= set(PersonalDetail):
        return visit.tell(PLACES[value]) if value in PLACES else value
    return ", ".join(f"{visit.tell(PersonalDetail(name))} {_in_words(visit, str(each))}" for name, each in details.items())


@page("/mijn/toestemmingen", Words("Uw toestemmingen", "Your consents"), has_past=False, names_people=True)
def consents(visit: Visit) -> Facts:
    """To what one consented, and what ends when it is withdrawn: told before."""
    given = [each for each in own_file(visit).consents if each.ended_at is None]
    return {
        "given": given,
        "former": [each for each in own_file(visit).consents if each.ended_at is not None],
        "ends": lambda each: [visit.tell(ENDS[end]) for end in each.ends],
        "has_weekly": any(each.purpose is WEEKLY for each in given),
        "may_be_named": any(each.role is Role.CORE_GROUP for each in visit.hats)
        and not any(each.purpose is CONTACT for each in given),
        "withdraws": lambda each: _withdrawing(visit, each),
        "called": lambda each: _called(visit, each),
    }


def _called(visit: Visit, consent: OwnConsentEntry) -> str:
    """Name what a consent is about: its network, or what it is for."""
    if consent.network is None:
        return visit.tell(CALLED[consent.purpose])
    return visit.name_of(consent.network) or visit.say("Een netwerk", "A network")


def _withdrawing(visit: Visit, consent: OwnConsentEntry) -> str:
    if consent.network is None:
        return f"{PLACES_OF[consent.purpose]}/intrekken"
    return f"/netwerken/{visit.network_addresses.get(consent.network, consent.network)}/toestemming-intrekken"


def version_of(purpose: ConsentPurpose) -> Callable[[Attempt], str | None]:
    """Make what gives the version of the words that stood above a form."""

    def version(attempt: Attempt) -> str | None:
        words = wording_on(attempt.visit.today, purpose)
        return None if words is None else words.version

    return version


give = deed(
    GiveConsent,
    at=PLACES_OF[WEEKLY],
    title=Words("Krijg een weekoverzicht", "Get a weekly message"),
    says={"purpose": WEEKLY, "consent_version": version_of(WEEKLY)},
    template="pages/mine/weekly.html",
    button=Words("Ik geef toestemming", "I consent"),
    then="/mijn/toestemmingen",
    done=Words("U krijgt voortaan een weekoverzicht.", "From now on you get a weekly message."),
    next=Words("U kunt dit altijd stopzetten.", "You can always stop this."),
)

withdraw_weekly = deed(
    WithdrawConsent,
    at=f"{PLACES_OF[WEEKLY]}/intrekken",
    title=Words("Stop het weekoverzicht", "Stop the weekly message"),
    lead=Words(
        "Daarna krijgt u geen weekoverzicht meer. Een reden is niet nodig.",
        "After that you get no weekly message. No reason is needed.",
    ),
    says={"purpose": WEEKLY},
    then="/mijn/toestemmingen",
    done=Words("U krijgt geen weekoverzicht meer.", "You get no weekly message any more."),
)

give_contact = deed(
    GiveConsent,
    at=PLACES_OF[CONTACT],
    title=Words("Laat leden zien dat u in de kerngroep zit", "Let members see that you are in the core group"),
    says={"purpose": CONTACT, "consent_version": version_of(CONTACT)},
    template="pages/mine/contact.html",
    button=Words("Ik geef toestemming", "I consent"),
    then="/mijn/toestemmingen",
    done=Words("Leden zien voortaan dat u in de kerngroep zit.", "From now on members see that you are in the core group."),
    next=Words("U kunt dit altijd intrekken.", "You can always withdraw this."),
)

withdraw_contact = deed(
    WithdrawConsent,
    at=f"{PLACES_OF[CONTACT]}/intrekken",
    title=Words("Haal uw naam weg bij de kerngroep", "Remove your name from the core group"),
    lead=Words(
        "Daarna staan uw naam en uw e-mailadres niet meer op de pagina van uw netwerk. U blijft in de kerngroep. "
        "Een reden is niet nodig.",
        "After that your name and your e-mail address are no longer on the page of your network. You stay in the core group. "
        "No reason is needed.",
    ),
    says={"purpose": CONTACT},
    then="/mijn/toestemmingen",
    done=Words("Leden zien uw naam niet meer bij de kerngroep.", "Members no longer see your name with the core group."),
)

withdraw_sensitive = deed(
    WithdrawConsent,
    at="/netwerken/{network}/toestemming-intrekken",
    about=lambda network: NetworkDetails(network=network),
    title=Words("Trek uw toestemming in", "Withdraw your consent"),
    lead=Words(
        "Dan eindigt meteen wat erop rust: uw lidmaatschap van dit netwerk. U zit dan ook niet meer in de kerngroep. "
        "Een reden is niet nodig.",
        "Then what rests on it ends at once: your membership of this network, and your part in the core group if you have one. "
        "No reason is needed.",
    ),
    says={"purpose": ConsentPurpose.SENSITIVE_NETWORK},
    then="/mijn/toestemmingen",
    done=Words("Uw toestemming is ingetrokken.", "Your consent was withdrawn."),
    next=Words("Wat erop rustte, is geëindigd.", "What rested on it has ended."),
)

correct = deed(
    CorrectOwnDetails,
    at=f"{MINE}/verbeteren",
    title=Words("Verbeter uw gegevens", "Correct your data"),
    lead=Words("Wat u leeg laat, blijft zoals het is.", "What you leave empty stays as it is."),
    asks=("name", "province", "birth_year"),
    then=MINE,
    done=Words("Uw gegevens zijn verbeterd.", "Your data was corrected."),
)

ask_officer = deed(
    AskPrivacyOfficer,
    at=f"{MINE}/vragen",
    title=Words("Vraag iets over uw gegevens", "Ask something about your data"),
    lead=Words(
        "De functionaris gegevensbescherming antwoordt binnen een maand. Op de pagina Privacy staat wat er op elk verzoek volgt.",
        "The privacy officer answers within a month. The page Privacy says what follows from each request.",
    ),
    asks=("matter",),
    then=MINE,
    done=Words("Uw vraag ligt bij de functionaris gegevensbescherming.", "Your question is with the privacy officer."),
)

erase = deed(
    EraseOwnData,
    at=f"{MINE}/wissen",
    title=Words("Laat uw gegevens wissen", "Have your data erased"),
    lead=Words(
        "Dit kan niet ongedaan worden gemaakt. U bent daarna niet meer aangemeld, en u kunt zich niet meer aanmelden. "
        "Uw lidmaatschappen van netwerken en uw rollen eindigen. U zit niet meer in een kerngroep. "
        "Wat er gebeurde blijft in de geschiedenis staan, zonder uw naam.",
        "This cannot be undone. After it you are signed out, and you cannot sign in again. "
        "Your memberships of networks, your part in a core group and your roles end. "
        "What happened stays in the history, without your name.",
    ),
    button=Words("Wis mijn gegevens voorgoed", "Erase my data for good"),
    then="/",
    done=Words("Uw gegevens zijn gewist.", "Your data was erased."),
    next=Words(
        "Wat er van u nog stond, eindigt in de dagen hierna vanzelf.",
        "What was left of you ends by itself in the days after this.",
    ),
)
