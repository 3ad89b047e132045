"""What went wrong with signing in, and what to do next."""

from application.language.sentences import Sentence

SIGNING_IN = {
    "code-not-right": Sentence(
        "Deze code klopt niet. U kunt het nog {left:# keer|# keer} proberen.",
        "This code is not right. You can try {left:# more time|# more times}.",
        "Kijk in de nieuwste mail die wij u stuurden. Neem de code over zoals die daar staat.",
        "Look in the newest mail that we sent you. Copy the code as it stands there.",
    ),
    "code-over": Sentence(
        "Deze code werkt niet meer. Een code werkt een half uur, in de browser waarin u de code vroeg.",
        "This code no longer works. A code works for half an hour, in the browser in which you asked for it.",
        "Vraag een nieuwe code.",
        "Ask for a new code.",
    ),
    "too-many-codes": Sentence(
        "Voor dit e-mailadres zijn nu genoeg codes gevraagd.",
        "Enough codes have been asked for this e-mail address for now.",
        "Kijk in uw mail, ook bij ongewenste mail. Geen code gekregen? Probeer het over een half uur opnieuw.",
        "Look in your mail, and in your spam too. No code there? Try again in half an hour.",
    ),
    "not-an-address": Sentence(
        "Dit is geen e-mailadres.",
        "This is not an e-mail address.",
        "Vul een e-mailadres in, zoals naam@voorbeeld.nl.",
        "Fill in an e-mail address, such as name@example.nl.",
    ),
    "nobody-chosen": Sentence(
        "U koos nog niet wie u bent.",
        "You have not chosen who you are yet.",
        "Kies uw naam.",
        "Choose your name.",
    ),
    "no-right-left": Sentence(
        "U hebt hier op dit moment geen rol, en u bent hier geen lid.",
        "At this moment you have no role here, and you are not a member here.",
        "Klopt dat niet? Bel of mail het partijbureau.",
        "Is that not right? Call or mail the party bureau.",
    ),
}
