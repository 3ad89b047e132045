"""
Letters in plain Dutch and English: a subject without secrets, why somebody gets it, what they can do, whom to ask.

A letter is read over a shoulder and kept in a mailbox: it names no network with extra protection and nobody but who it is to.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from application.language.words import Language, Words
from application.ports.claims import NoticeKind
from application.ports.signing_in import CodeLetter


@dataclass(frozen=True)
class Sender:
    """Who writes: where the pages are, and whom to ask."""

    pages: str
    """Where the pages are, without a slash at the end."""
    bureau: str = ""
    """How the party bureau is called."""
    phone: str = ""
    mail: str = ""
    """Where the bureau can be reached."""


class WaitsForCode(StrEnum):
    """What waits for a code, beside signing in."""

    NOTHING = "nothing"
    QUESTION = "question"
    ADDRESS = "address"


class Text(NamedTuple):
    """What a letter says, in one language."""

    subject: str
    text: str


GREETING = Words("Goedemorgen,", "Good morning,")
GREETING_BY_NAME = Words("Beste {reader},", "Dear {reader},")
QUESTION = Words("Hebt u een vraag? Bel of mail het partijbureau.", "Do you have a question? Call or mail the party bureau.")
CLOSING = Words("Met vriendelijke groet,", "Kind regards,")
BUREAU = Words("het partijbureau", "the party bureau")


def letter(
    subject: Words,
    paragraphs: Sequence[Words],
    facts: Mapping[str, str],
    sender: Sender,
    language: Language,
    name: str | None = None,
) -> Text:
    """
    Write a letter.

    :param facts: what stands for the names in braces
    :param name: of whom it is to; None where the letter does not say so
    """
    greeting = GREETING if name is None else GREETING_BY_NAME
    known = {"reader": name or "", "pages": sender.pages, **facts}
    parts = [each.in_language(language).format_map(known) for each in (greeting, *paragraphs, QUESTION)]
    return Text(subject.in_language(language).format_map(known), "\n\n".join([*parts, _foot(sender, language)]) + "\n")


def _foot(sender: Sender, language: Language) -> str:
    """Say at the end who writes, and where they can be reached."""
    bureau = sender.bureau or BUREAU.in_language(language)
    return "\n".join(each for each in (CLOSING.in_language(language), bureau, sender.phone, sender.mail) if each)


CODE_SUBJECT = Words("Uw code om aan te melden", "Your code to sign in")
CODE = (
    Words("Uw code is: {code}", "Your code is: {code}"),
    Words(
        "Vul de code in op de pagina waar u de code vroeg. De code werkt een half uur.",
        "Fill in the code on the page where you asked for it. The code works for half an hour.",
    ),
    Words(
        "Of open deze pagina in dezelfde browser: {pages}/aanmelden/code?code={key}",
        "Or open this page in the same browser: {pages}/aanmelden/code?code={key}",
    ),
)
LONG_CODE = Words(
    "Komt er geen nieuwe mail als u weer een code vraagt? Gebruik dan deze lange code: {long}. De lange code werkt één keer, vier"
    " uur lang, in elke browser waarin u een code vroeg.",
    "Does no new mail come when you ask for a code again? Then use this long code: {long}. The long code works once, for four"
    " hours, in every browser in which you asked for a code.",
)
ASKED_BEFORE = Words(
    "Voor dit e-mailadres is vandaag vaker een code gevraagd. Deed u dat niet? Dan kan niemand iets met die vraag, en u kunt"
    " zelf gewoon aanmelden. Wij sturen dan wel minder mails: gebruik zo nodig de lange code.",
    "More codes were asked for this e-mail address today. Was that not you? Then nobody can do anything with it, and you can"
    " still sign in. But we send fewer mails then: use the long code if you need it.",
)
ADDRESS_UNKNOWN = Words(
    "Wij kennen dit e-mailadres nog niet. Bent u lid? Vul de code dan toch in. Daarna kunt u laten weten wie u bent.",
    "We do not know this e-mail address yet. Are you a member? Fill in the code all the same. Then you can tell us who you are.",
)
NOT_ASKED = Words(
    "Hebt u geen code gevraagd? Dan hoeft u niets te doen. Geef de code aan niemand.",
    "Did you not ask for a code? Then you need not do anything. Give the code to nobody.",
)


QUESTION_SUBJECT = Words("Uw code om uw vraag te versturen", "Your code to send your question")
QUESTION_CODE = (
    CODE[0],
    Words(
        "Vul de code in op de pagina waar u uw vraag stelde. De code werkt een half uur. Daarna gaat uw vraag naar het netwerk.",
        "Fill in the code on the page where you asked your question. The code works for half an hour. Then your question goes to"
        " the network.",
    ),
    Words(
        "Of open deze pagina in dezelfde browser: {pages}/vraag/code?code={key}",
        "Or open this page in the same browser: {pages}/vraag/code?code={key}",
    ),
)


ADDRESS_SUBJECT = Words("Uw code om uw e-mailadres te wijzigen", "Your code to change your e-mail address")
ADDRESS_CODE = (
    CODE[0],
    Words(
        "Vul de code in op de pagina waar u dit e-mailadres invulde. De code werkt een half uur.",
        "Fill in the code on the page where you filled in this e-mail address. The code works for half an hour.",
    ),
)

NOTICES: Mapping[NoticeKind, tuple[Words, tuple[Words, ...]]] = {
    NoticeKind.ADDRESS_CHANGED: (
        Words("Uw e-mailadres is gewijzigd", "Your e-mail address was changed"),
        (
            Words(
                "Uw post van de partijnetwerken gaat voortaan naar een ander e-mailadres. U krijgt hier geen post meer.",
                "Your mail of the party networks goes to another e-mail address from now on. You get no more mail here.",
            ),
            Words(
                "Hebt u dit niet zelf gevraagd? Laat het dan meteen weten aan het partijbureau.",
                "Did you not ask for this yourself? Then tell the party bureau at once.",
            ),
        ),
    ),
    NoticeKind.MEMBER_FOUND: (
        Words("U kunt zich aanmelden", "You can sign in"),
        (
            Words(
                "U liet weten dat u lid bent. Met dit e-mailadres kunt u zich nu aanmelden: {pages}/aanmelden",
                "You told us that you are a member. With this e-mail address you can sign in now: {pages}/aanmelden",
            ),
        ),
    ),
    NoticeKind.MEMBER_NOT_FOUND: (
        Words("Uw verzoek om u aan te melden", "Your request to sign in"),
        (
            Words(
                "U liet weten dat u lid bent. Het lukte ons niet om dit e-mailadres vast te leggen.",
                "You told us that you are a member. We did not succeed in recording this e-mail address.",
            ),
            Words(
                "Probeer een ander e-mailadres van u, of vraag het partijbureau wat u kunt doen.",
                "Try another e-mail address of yours, or ask the party bureau what you can do.",
            ),
        ),
    ),
}


def notice_letter(kind: NoticeKind, sender: Sender, language: Language) -> Text:
    """Write a short letter to an address: it says nothing of who is known here."""
    subject, paragraphs = NOTICES[kind]
    return letter(subject, paragraphs, {}, sender, language)


CODE_LETTERS: Mapping[WaitsForCode, tuple[Words, tuple[Words, ...]]] = {
    WaitsForCode.NOTHING: (CODE_SUBJECT, CODE),
    WaitsForCode.QUESTION: (QUESTION_SUBJECT, QUESTION_CODE),
    WaitsForCode.ADDRESS: (ADDRESS_SUBJECT, ADDRESS_CODE),
}


def code_letter(codes: CodeLetter, sender: Sender, language: Language, *, is_known: bool, waits: WaitsForCode) -> Text:
    """
    Write the letter with a code: to an address that nobody is known by it says how to go on.

    :param waits: what waits for the code: when something does, nobody has to be known
    """
    subject, paragraphs = CODE_LETTERS[waits]
    how_to_go_on = () if is_known or waits is not WaitsForCode.NOTHING else (ADDRESS_UNKNOWN,)
    asked_before = (ASKED_BEFORE,) if codes.earlier else ()
    facts = {"code": _in_fours(codes.code, " "), "long": _in_fours(codes.key, "-"), "key": codes.key}
    return letter(subject, (*paragraphs, *how_to_go_on, LONG_CODE, *asked_before, NOT_ASKED), facts, sender, language)


def _in_fours(code: str, between: str) -> str:
    return between.join(code[start : start + 4] for start in range(0, len(code), 4))
