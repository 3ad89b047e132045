"""What went wrong with signing in, and what to do next."""

from application.language.sentences import Sentence

SIGNING_IN = {
    "no-right-left": Sentence(
        "U hebt hier op dit moment geen rol, en u bent hier geen lid.",
        "At this moment you have no role here, and you are not a member here.",
        "Klopt dat niet? Bel of mail het partijbureau.",
        "Is that not right? Call or mail the party bureau.",
    ),
}
