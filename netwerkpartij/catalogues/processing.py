"""The register of processing, and the privacy statement in Dutch: both made of application.privacy.register."""

from collections.abc import Iterable

from application.language.formatting import capitalized
from application.language.processing import FOLLOWS, GROUNDS, LAWYER, PURPOSES, REMEDY_WORDS, TERMS, WHAT
from application.language.words import Words, words_for
from application.privacy.register import OF_NOBODY, REGISTER, Kept, remedy_of
from netwerkpartij.catalogues.markdown import page, table

HEAD = """
What is kept of people, why, on what ground and until when (article 30 GDPR). It is kept in the vault, encrypted under a key of
its own for each person; events know people by references only. At the end of a term the clock destroys keys and values by
itself, and what is erased is erased again when a backup is put back.
""".strip()

STATEMENT = """
Deze tekst zegt wat wij van u bewaren als u meedoet aan een partijnetwerk, waarom, en hoe lang. Wij zijn de partij waarvan u lid
bent.
""".strip()

RIGHTS = """
## Wat u kunt doen

* **Bekijken.** U kunt alles opvragen wat wij van u bewaren. U ziet ook wie uw gegevens bekeek: in welke rol, op
  welke dag en waarvoor.
* **Verbeteren.** Klopt uw naam, adres, provincie of geboortejaar niet? Verbeter het zelf, of vraag het partijbureau.
* **Uw toestemming intrekken.** Wij vragen uw toestemming als u meedoet aan een netwerk met extra bescherming, of als u elke week
  een bericht wilt krijgen. U kunt bekijken wat u goedvond, met welke woorden en sinds wanneer. U ziet ook wat er eindigt als u uw
  toestemming intrekt. Dat gebeurt dan meteen. Een reden is niet nodig.
* **Bezwaar maken.** Wat niet op uw toestemming rust, kunt u niet intrekken. U kunt wel bezwaar maken. Wat er dan gebeurt,
  leest u hieronder.
* **Wissen.** U kunt uw gegevens laten wissen. Uw naam, adres en eigen teksten zijn dan meteen weg. Zetten wij een reservekopie
  terug? Dan wissen wij uw gegevens opnieuw. Uw lidmaatschappen eindigen daarna. Wat u namens de partij besloot, blijft staan
  zonder uw naam.
* **Vragen of klagen.** Vraag de functionaris gegevensbescherming van de partij. U krijgt binnen een maand antwoord. U kunt ook
  een klacht indienen bij de Autoriteit Persoonsgegevens.

## Wie uw gegevens ziet

Uw kerngroep ziet wie nu lid is van het netwerk. Het partijbureau ziet dat ook, maar niet bij netwerken met extra bescherming. Het
Landelijk Bestuur ziet geen ledenlijsten. Wij geven uw gegevens niet aan anderen.
""".strip()


def register() -> str:
    rows = [
        (
            WHAT[each.what].en,
            PURPOSES[each.purpose].en,
            GROUNDS[each.ground].en,
            REMEDY_WORDS[remedy_of(each)].en,
            TERMS[each.term].en,
            _places(each),
        )
        for each in REGISTER
    ]
    return page(
        "# Register of processing",
        HEAD,
        table(("what", "purpose", "ground", "who does not want it", "until when", "where"), rows),
        f"Of nobody: the vault's tables {', '.join(f'`{name}`' for name in OF_NOBODY)}.",
        "## What a lawyer must check",
        "\n".join(f"* {choice}: {doubt}" for choice, doubt in LAWYER.items()),
    )


def _places(kept: Kept) -> str:
    return ", ".join(f"`{place}`" for place in (*kept.vault, *kept.events)) or "events"


def statement() -> str:
    return page(
        "# Privacyverklaring",
        STATEMENT,
        "## Wat wij bewaren",
        *(_told(each) for each in REGISTER),
        RIGHTS,
        "## Wat er gebeurt met uw verzoek",
        "\n".join(f"* **{capitalized(words_for(matter).nl)}**: {words.nl}." for matter, words in FOLLOWS.items()),
    )


def _told(kept: Kept) -> str:
    said: Iterable[tuple[str, Words]] = (
        ("Waarom", PURPOSES[kept.purpose]),
        ("Waarom dat mag", GROUNDS[kept.ground]),
        ("Wilt u dit niet", REMEDY_WORDS[remedy_of(kept)]),
        ("Hoe lang", TERMS[kept.term]),
    )
    told = WHAT[kept.what].nl
    return "\n".join((f"**{told[0].upper()}{told[1:]}**", *(f"* {title}: {words.nl}." for title, words in said)))
