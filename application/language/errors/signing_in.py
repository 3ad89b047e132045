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
    "not-an-address": Sentence(
        "Dit is geen e-mailadres.",
        "This is not an e-mail address.",
        "Vul een e-mailadres in, zoals naam@voorbeeld.nl.",
        "Fill in an e-mail address, such as name@example.nl.",
    ),
    "provider-not-reached": Sentence(
        "Aanmelden met uw account van de partij lukt nu niet. De dienst die uw account kent, geeft geen antwoord.",
        "Signing in with your account of the party does not work now. The service that knows your account gives no answer.",
        "Meld u aan met een code per mail, of probeer het later opnieuw.",
        "Sign in with a code by mail, or try again later.",
    ),
    "account-not-shown": Sentence(
        "U bent niet aangemeld met uw account van de partij.",
        "You are not signed in with your account of the party.",
        "Probeer het opnieuw, of meld u aan met een code per mail.",
        "Try again, or sign in with a code by mail.",
    ),
    "account-over": Sentence(
        "U begon niet in deze browser met aanmelden, of dat is langer dan een half uur geleden.",
        "You did not begin to sign in with this browser, or that was more than half an hour ago.",
        "Meld u opnieuw aan.",
        "Sign in again.",
    ),
    "account-without-mailbox": Sentence(
        "Wij kunnen u niet vinden met uw account. Er staat geen bevestigd e-mailadres bij.",
        "We cannot find you by your account. It has no confirmed e-mail address.",
        "Meld u aan met een code per mail.",
        "Sign in with a code by mail.",
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
