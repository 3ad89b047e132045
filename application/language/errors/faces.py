"""What went wrong with the faces: the API, the pages and the command line, and what to do next."""

from application.language.sentences import Sentence
from application.language.words import NOT_YET

FACES = {
    "malformed-body": Sentence(
        "Niet alles is goed ingevuld.",
        "Not everything is filled in correctly.",
        "Verbeter de velden met een melding. Verstuur het formulier daarna opnieuw.",
        "Correct the fields with a message. Then send the form again.",
    ),
    "malformed-parameter": Sentence(
        "Wij begrijpen dit adres niet.",
        "We do not understand this address.",
        "Ga terug en kies opnieuw.",
        "Go back and choose again.",
    ),
    "unknown-position": Sentence(
        "Dit is nog niet verwerkt.",
        "This has not been processed yet.",
        "Probeer het over een paar seconden opnieuw.",
        "Try again in a few seconds.",
    ),
    "unknown-route": Sentence(
        "Deze pagina bestaat niet.",
        "This page does not exist.",
        "Controleer het adres, of begin op de startpagina.",
        "Check the address, or begin at the home page.",
    ),
    "method-not-allowed": Sentence(
        "Dat kan op deze pagina niet.",
        "That is not possible on this page.",
        "Ga terug en kies opnieuw.",
        "Go back and choose again.",
    ),
    "not-acceptable": Sentence(
        "Deze vorm hebben wij niet.",
        "We do not have this form.",
        "Kies een andere vorm, bijvoorbeeld de gewone pagina.",
        "Choose another form, such as the ordinary page.",
    ),
    "unsupported-media-type": Sentence(
        "Dit bestand of deze vorm kunnen wij niet lezen.",
        "We cannot read this file or form.",
        "Gebruik het formulier op de pagina.",
        "Use the form on the page.",
    ),
    "too-large": Sentence(
        "Dit is te veel tekst om in één keer te versturen.",
        "This is too much text to send at once.",
        "Maak de tekst korter, of verstuur de tekst in delen.",
        "Make the text shorter, or send it in parts.",
    ),
    "ambiguous-length": Sentence(
        "Het is niet duidelijk hoe lang deze gegevens zijn.",
        "It is not clear how long this data is.",
        "Verstuur het opnieuw.",
        "Send it again.",
    ),
    "too-many-requests": Sentence(
        "Er kwamen in korte tijd te veel verzoeken van u of van uw adres.",
        "Too many requests came from you or from your address in a short time.",
        "Wacht even en probeer het dan opnieuw.",
        "Wait a moment, then try again.",
    ),
    "too-busy": Sentence(
        "Het is nu te druk om dit uit te rekenen.",
        "It is too busy now to work this out.",
        "Probeer het over een paar seconden opnieuw.",
        "Try again in a few seconds.",
    ),
    "not-signed-in": Sentence(
        f"U bent niet aangemeld, of uw toegang is verlopen. {NOT_YET.nl}",
        f"You are not signed in, or your access has expired. {NOT_YET.en}",
        "Meld u opnieuw aan. Lukt dat niet? De beheerder kan u opnieuw toegang geven.",
        "Sign in again. Does that not work? The administrator can give you access again.",
    ),
    "invalid-cursor": Sentence(
        "Wij kunnen deze plek in de lijst niet vinden.",
        "We cannot find this place in the list.",
        "Begin weer bovenaan de lijst.",
        "Begin at the top of the list again.",
    ),
    "cursor-of-someone-else": Sentence(
        "Deze plek hoort bij een andere lijst.",
        "This place belongs to another list.",
        "Begin weer bovenaan de lijst.",
        "Begin at the top of the list again.",
    ),
    "command-id-malformed": Sentence(
        "Er ging iets mis bij het versturen.",
        "Something went wrong while sending.",
        "Open de pagina opnieuw en probeer het nog een keer.",
        "Open the page again and try once more.",
    ),
    "not-settled-yet": Sentence(
        "Dit moment is te kort geleden of moet nog komen. Er kan nog iets bij komen.",
        "This moment is too recent or still to come: something may still be added to it.",
        "Probeer het over tien seconden opnieuw, of kies een eerder moment.",
        "Try again in ten seconds, or choose an earlier moment.",
    ),
    "not-caught-up-yet": Sentence(
        "Uw wijziging is opgeslagen. Wij kunnen de wijziging nog niet overal laten zien.",
        "Your change has been saved. It is not visible everywhere yet.",
        "Kijk over een paar seconden nog eens. U hoeft niets opnieuw in te vullen.",
        "Look again in a few seconds. You need not fill in anything again.",
    ),
    "internal-error": Sentence(
        "Er ging iets mis in het systeem.",
        "Something went wrong in the system.",
        "Probeer het nog eens. Gaat het weer mis? Geef dan de dag en het tijdstip door aan de beheerder.",
        "Try again. Does it go wrong again? Then tell the administrator the day and the time.",
    ),
    "form-from-elsewhere": Sentence(
        "Dit formulier werd van een andere site verstuurd. Er is niets opgeslagen.",
        "This form was sent from another site. Nothing was saved.",
        "Open de pagina op deze site en vul het formulier daar in.",
        "Open the page on this site and fill in the form there.",
    ),
    "no-such-day": Sentence(
        "Die dag bestaat niet.",
        "There is no such day.",
        "Vul een andere dag in, zoals 20 3 2023.",
        "Fill in another day, such as 20 3 2023.",
    ),
    "wrong-setting": Sentence(
        "Een instelling van het systeem klopt niet. Daarom start het systeem niet.",
        "A setting of the system is wrong. That is why the system does not start.",
        "Verbeter de instelling die de melding noemt. Start daarna opnieuw.",
        "Correct the setting that the message names. Then start again.",
    ),
}

FOR_PROGRAMS = {
    "unknown-position": "name the Event-Position of your last change, or leave it out",
    "unknown-route": "all addresses are in /v1/openapi.json",
    "method-not-allowed": "all addresses are in /v1/openapi.json; Allow names the methods of this one",
    "not-acceptable": "ask for (Accept): {made}",
    "unsupported-media-type": "send application/json in UTF-8",
    "ambiguous-length": "send Content-Length or Transfer-Encoding, not both",
    "too-many-requests": "Retry-After says after how many seconds",
    "not-signed-in": "send a valid token (Authorization: Bearer); an access ends after a time, and with the role, the place in "
    "the core group or the party membership that it rests on",
    "command-id-malformed": "Idempotency-Key takes a UUID",
    "command-id-reused": "give another command another Idempotency-Key",
    "version-needed": "send the version that you saw in If-Match; it is version {current} now",
    "stale-version": "you sent version {seen}; it is version {current} now",
}
"""What whoever writes a program needs to know besides: it has a field of its own, and no person reads it."""
