"""What went wrong with the faces: the API, the pages and the command line, and what to do next."""

from application.language.sentences import Sentence
from application.language.words import NOT_YET

FACES = {
    "malformed-body": Sentence(
        "De gegevens zijn niet te lezen of passen niet bij deze opdracht.",
        "The data cannot be read or does not fit what was asked.",
        "Verbeter wat bij de velden staat en verstuur het opnieuw.",
        "Mend what is said at the fields and send it again.",
    ),
    "malformed-parameter": Sentence(
        "Iets in het adres of in de gegevens eromheen is niet te lezen.",
        "Something in the address or the headers cannot be read.",
        "Verbeter wat bij de velden staat en vraag het opnieuw.",
        "Mend what is said at the fields and ask again.",
    ),
    "unknown-position": Sentence(
        "Zo ver is de geschiedenis nog niet.",
        "The history has not come this far yet.",
        "Vraag het opnieuw. Voor programma's: noem de Event-Position van uw laatste wijziging, of laat hem weg.",
        "Ask again. For programs: name the Event-Position of your last change, or leave it out.",
    ),
    "unknown-route": Sentence(
        "Dit adres bestaat niet.",
        "This address does not exist.",
        "Controleer het adres. Programma's vinden alle adressen in de beschrijving van de API.",
        "Check the address. Programs find all addresses in the description of the API.",
    ),
    "method-not-allowed": Sentence(
        "Op dit adres kan dit niet.",
        "This address does not do that.",
        "Controleer het adres. Programma's vinden in de beschrijving van de API wat hier wel kan.",
        "Check the address. Programs find in the description of the API what can be done here.",
    ),
    "not-acceptable": Sentence(
        "In de gevraagde vorm is dit niet te krijgen.",
        "This cannot be had in the form that was asked for.",
        "Vraag het in de vorm application/json.",
        "Ask for application/json.",
    ),
    "unsupported-media-type": Sentence(
        "De gegevens zijn in een andere vorm gestuurd dan hier kan.",
        "The data was sent in another form than this address takes.",
        "Stuur ze in de vorm application/json.",
        "Send it as application/json.",
    ),
    "too-large": Sentence(
        "Dit is te groot om te ontvangen.",
        "This is too large to take in.",
        "Maak de teksten korter of verstuur het in delen.",
        "Make the texts shorter or send it in parts.",
    ),
    "ambiguous-length": Sentence(
        "Het is niet duidelijk hoe lang deze gegevens zijn.",
        "It is not clear how long this data is.",
        "Verstuur het opnieuw. Voor programma's: stuur Content-Length of Transfer-Encoding mee, niet allebei.",
        "Send it again. For programs: send Content-Length or Transfer-Encoding, not both.",
    ),
    "too-many-requests": Sentence(
        "Er kwamen in korte tijd te veel verzoeken van u of van uw adres.",
        "Too many requests came from you or from your address in a short time.",
        "Wacht even en probeer het dan opnieuw. Voor programma's: Retry-After zegt na hoeveel seconden.",
        "Wait a moment, then try again. For programs: Retry-After says after how many seconds.",
    ),
    "too-busy": Sentence(
        "Het is nu te druk om dit uit te rekenen.",
        "It is too busy now to work this out.",
        "Probeer het over een paar seconden opnieuw.",
        "Try again in a few seconds.",
    ),
    "not-signed-in": Sentence(
        "We weten niet wie u bent, of uw toegang is geëindigd. Dat gebeurt na een tijd, en als uw rol, uw plaats in de kerngroep"
        f" of uw partijlidmaatschap eindigt. {NOT_YET.nl}",
        "We do not know who you are, or your access has ended. It does after a time, and when your role, your seat in the core"
        f" group or your party membership ends. {NOT_YET.en}",
        "Vraag de beheerder om een nieuwe sleutel. Voor programma's: stuur die mee (Authorization: Bearer).",
        "Ask the administrator for a new token. For programs: send it along (Authorization: Bearer).",
    ),
    "invalid-cursor": Sentence(
        "Deze bladwijzer in de lijst is niet te lezen.",
        "This place in the list cannot be read.",
        "Begin weer bij de eerste bladzijde.",
        "Begin at the first page again.",
    ),
    "cursor-of-someone-else": Sentence(
        "Deze bladwijzer hoort bij een andere vraag of een andere gebruiker.",
        "This place in the list belongs to another question or another user.",
        "Begin weer bij de eerste bladzijde.",
        "Begin at the first page again.",
    ),
    "command-id-malformed": Sentence(
        "Het kenmerk van de opdracht heeft niet de goede vorm.",
        "The id of the command does not have the right form.",
        "Gebruik een UUID. Voor programma's: Idempotency-Key.",
        "Use a UUID. For programs: Idempotency-Key.",
    ),
    "not-settled-yet": Sentence(
        "Dit moment is te kort geleden: er kan nog iets bij komen.",
        "This moment is too recent: something may still be added to it.",
        "Vraag het over tien seconden opnieuw, of kies een eerder moment.",
        "Ask again in ten seconds, or choose an earlier moment.",
    ),
    "not-caught-up-yet": Sentence(
        "Uw wijziging is vastgelegd, maar nog niet overal te zien.",
        "Your change was recorded, but cannot be seen everywhere yet.",
        "Vraag het over een paar seconden opnieuw. U hoeft niets opnieuw te doen.",
        "Ask again in a few seconds. You need not do anything again.",
    ),
    "internal-error": Sentence(
        "Er ging iets mis in het programma.",
        "Something went wrong in the program.",
        "Probeer het nog eens. Blijft het misgaan? Geef dan de dag en het tijdstip door aan de beheerder.",
        "Try again. Does it go on? Then tell the administrator the day and the time.",
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
        "Een instelling van het programma klopt niet. Daarom start het niet.",
        "A setting of the program is wrong. That is why it does not start.",
        "Verbeter de instelling die de melding noemt en start opnieuw.",
        "Mend the setting that the message names and start again.",
    ),
}
