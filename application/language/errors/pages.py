"""What a page says where a program is told something else: of the same refusals, what a person can do next."""

from collections.abc import Mapping

from application.language.sentences import Sentence

PAGES: Mapping[str, Sentence] = {
    "unknown-route": Sentence(
        "Deze pagina is er niet, of niet meer.",
        "This page is not there, or no longer.",
        "Controleer het adres, of begin bij alle netwerken.",
        "Check the address, or begin at all networks.",
    ),
    "unknown-item": Sentence(
        "Deze pagina is er niet, of u mag deze pagina niet zien.",
        "This page is not there, or you may not see it.",
        "Controleer het adres, of begin bij alle netwerken.",
        "Check the address, or begin at all networks.",
    ),
    "not-signed-in": Sentence(
        "Deze pagina is er voor wie is aangemeld.",
        "This page is for who is signed in.",
        "Meld u aan. Lukt dat niet? Bel of mail het partijbureau.",
        "Sign in. Does that not work? Call or mail the party bureau.",
    ),
    "access-denied": Sentence(
        "Deze pagina is niet voor uw rol.",
        "This page is not for your role.",
        "Hebt u dit nodig? Bel of mail het partijbureau.",
        "Do you need this? Call or mail the party bureau.",
    ),
    "method-not-allowed": Sentence(
        "Dit kan op deze pagina niet. Er is niets opgeslagen.",
        "This cannot be done on this page. Nothing was saved.",
        "Ga terug naar de pagina van nu en probeer het daar.",
        "Go back to the page of now and try it there.",
    ),
    "too-many-requests": Sentence(
        "Er kwamen in korte tijd te veel vragen van u of van uw adres.",
        "Too many requests came from you or from your address in a short time.",
        "Wacht een minuut en probeer het dan opnieuw.",
        "Wait a minute, then try again.",
    ),
    "malformed-parameter": Sentence(
        "Iets in het adres van deze pagina is niet te lezen.",
        "Something in the address of this page cannot be read.",
        "Controleer het adres, of begin bij alle netwerken.",
        "Check the address, or begin at all networks.",
    ),
    "unsupported-media-type": Sentence(
        "Dit formulier kwam in een vorm binnen die hier niet kan. Er is niets opgeslagen.",
        "This form came in a shape that cannot be read here. Nothing was saved.",
        "Open de pagina opnieuw en vul het formulier daar in.",
        "Open the page again and fill in the form there.",
    ),
    "ambiguous-length": Sentence(
        "Dit formulier kwam niet goed aan. Er is niets opgeslagen.",
        "This form did not arrive well. Nothing was saved.",
        "Open de pagina opnieuw en vul het formulier daar in.",
        "Open the page again and fill in the form there.",
    ),
}
"""By the code of the refusal; all others say the same to both."""
