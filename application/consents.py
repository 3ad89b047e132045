"""The wordings of the explicit consent that membership of a sensitive network asks for: what somebody read and agreed to."""

from datetime import date
from typing import Final, NamedTuple

from application.errors import UnknownConsentWording


class ConsentWording(NamedTuple):
    """A text by its version, with the day from which it is the one that is read, until the next."""

    version: str
    valid_from: date
    nl: str
    en: str


CONSENT_WORDINGS: Final = (
    ConsentWording(
        version="toestemming-2022-06",
        valid_from=date(2022, 6, 28),
        nl=(
            "Lid zijn van dit netwerk zegt iets persoonlijks over u, bijvoorbeeld over uw geloof, gezondheid of geaardheid. "
            "De partij mag dat alleen vastleggen als u dat uitdrukkelijk goedvindt. "
            "U geeft toestemming om vast te leggen dat u lid bent van dit netwerk, en sinds wanneer. "
            "De kerngroep van dit netwerk en het partijbureau kunnen uw naam zien. Andere leden zien uw naam niet. "
            "U bent 16 jaar of ouder. "
            "U kunt uw toestemming altijd intrekken: meld u dan af. Een reden is niet nodig."
        ),
        en=(
            "Being a member of this network says something personal about you, for instance about your faith, your health or "
            "whom you love. The party may record that only if you explicitly agree. "
            "You consent to recording that you are a member of this network, and since when. "
            "The core group of this network and the party bureau can see your name. Other members do not see your name. "
            "You are 16 years old or older. "
            "You can always withdraw your consent: leave the network then. No reason is needed."
        ),
    ),
)
"""In the order of their days. What was agreed to once stays here: an event names it by its version."""


def wording_on(day: date) -> ConsentWording | None:
    """Give the wording that is read on a day; None when there was none yet."""
    return next((each for each in reversed(CONSENT_WORDINGS) if each.valid_from <= day), None)


def wording_named(version: str) -> ConsentWording:
    """
    Give the wording of a version that an event names.

    :raises StopIteration: never of what was recorded: what was agreed to once stays here
    """
    return next(each for each in CONSENT_WORDINGS if each.version == version)


def must_be_in_force(version: str | None, day: date) -> None:
    """
    Check that a consent names the wording that was read on its day; whether one is needed, the network says.

    :raises UnknownConsentWording: if there is no such wording, or another one was read on that day
    """
    known = wording_on(day)
    if version is not None and (known is None or known.version != version):
        raise UnknownConsentWording(version=version, on=day, current=None if known is None else known.version)
