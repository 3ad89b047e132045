"""The wordings of what somebody can consent to: what they read and agreed to."""

from datetime import date
from typing import Final, NamedTuple

from application.errors import UnknownConsentWording
from domain.party.consent import ConsentPurpose


class ConsentWording(NamedTuple):
    """A text by its version, with the day from which it is the one that is read, until the next."""

    version: str
    purpose: ConsentPurpose
    valid_from: date
    nl: str
    en: str


CONSENT_WORDINGS: Final = (
    ConsentWording(
        version="toestemming-2022-06",
        purpose=ConsentPurpose.SENSITIVE_NETWORK,
        valid_from=date(2022, 6, 28),
        nl=(
            "Lid zijn van dit netwerk zegt iets persoonlijks over u, bijvoorbeeld over uw geloof, gezondheid of geaardheid. "
            "De partij mag dat alleen vastleggen als u daar uitdrukkelijk toestemming voor geeft. "
            "U geeft toestemming om vast te leggen dat u lid bent van dit netwerk, en sinds wanneer. "
            "De kerngroep van dit netwerk kan uw naam zien. Het partijbureau en andere leden zien uw naam niet bij dit netwerk. "
            "U bent 16 jaar of ouder. "
            "U kunt uw toestemming altijd intrekken: meld u dan af. Een reden is niet nodig."
        ),
        en=(
            "Being a member of this network says something personal about you, for instance about your faith, your health or "
            "whom you love. The party may record that only if you explicitly agree. "
            "You consent to recording that you are a member of this network, and since when. "
            "The core group of this network can see your name. The party bureau and other members do not see your name with this "
            "network. You are 16 years old or older. "
            "You can always withdraw your consent: leave the network then. No reason is needed."
        ),
    ),
    ConsentWording(
        version="weekoverzicht-2022-06",
        purpose=ConsentPurpose.WEEKLY_MESSAGE,
        valid_from=date(2022, 6, 28),
        nl=(
            "U wilt elke week een bericht krijgen als er iets op u wacht. Het bericht gaat naar uw e-mailadres. "
            "U kunt dit altijd stopzetten. Een reden is niet nodig. Wat op u wacht, ziet u dan nog op uw eigen pagina."
        ),
        en=(
            "You want a message every week when something waits for you. It goes to your e-mail address. "
            "You can always stop this. No reason is needed. You still see what waits for you on your own page."
        ),
    ),
    ConsentWording(
        version="kerngroep-2022-06",
        purpose=ConsentPurpose.CORE_GROUP_CONTACT,
        valid_from=date(2022, 6, 28),
        nl=(
            "Leden van de partij mogen zien dat u in een kerngroep zit, en hoe zij u kunnen mailen. "
            "Op de pagina van uw netwerk staan dan uw naam en uw e-mailadres. "
            "Alleen wie als lid is aangemeld, ziet dat, en alleen zolang u in de kerngroep zit. "
            "Dit geldt voor elk netwerk waar u in de kerngroep zit, maar nooit voor een extra beschermd netwerk. "
            "U kunt uw toestemming altijd intrekken. Een reden is niet nodig. Uw naam staat er dan meteen niet meer."
        ),
        en=(
            "Members of the party may see that you are in a core group, and how to mail you. "
            "Your name and your e-mail address are then on the page of your network. "
            "Only who is signed in as a member sees that, and only as long as you are in the core group. "
            "This holds for every network in whose core group you are, but never for a network with extra protection. "
            "You can always withdraw your consent. No reason is needed. Your name is then gone at once."
        ),
    ),
)
"""Of each purpose in the order of their days. What was agreed to once stays here: an event names it by its version."""


def wording_on(day: date, purpose: ConsentPurpose = ConsentPurpose.SENSITIVE_NETWORK) -> ConsentWording | None:
    """Give the wording for a purpose that is read on a day; None when there was none yet."""
    those = (each for each in reversed(CONSENT_WORDINGS) if each.purpose is purpose)
    return next((each for each in those if each.valid_from <= day), None)


def wording_named(version: str) -> ConsentWording:
    """
    Give the wording of a version that an event names.

    :raises StopIteration: never of what was recorded: what was agreed to once stays here
    """
    return next(each for each in CONSENT_WORDINGS if each.version == version)


def must_be_in_force(version: str | None, day: date, purpose: ConsentPurpose = ConsentPurpose.SENSITIVE_NETWORK) -> None:
    """
    Check that a consent names the wording that was read on its day; whether one is needed, the network says.

    :raises UnknownConsentWording: if there is no such wording, or another one was read on that day
    """
    known = wording_on(day, purpose)
    if version is not None and (known is None or known.version != version):
        raise UnknownConsentWording(version=version, on=day, current=None if known is None else known.version)
