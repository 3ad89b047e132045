"""Every letter as it is read, in both languages, with examples for what it is about."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import NamedTuple
from uuid import UUID

from application.language.digest import digest_message
from application.language.event_letters import THE_PLAN, LetterTopic, event_letter
from application.language.formatting import format_value
from application.language.letters import Sender, Text, WaitsForCode, code_letter, notice_letter
from application.language.words import Language, word
from application.letters.kinds import LetterKind
from application.letters.mailing import TOLD_BY_WHEN
from application.ports.claims import NoticeKind
from application.ports.signing_in import CodeLetter
from application.queries.attention import AttentionItem, AttentionKind, ItemKind
from domain.pilot.rules import PlanPart
from netwerkpartij.catalogues.markdown import page

HEAD = """
What we write to people, in the language in which they read the pages. Letters are plain text: every program for mail shows
them as they are. Each is sent once. Of a network with extra protection a letter says neither the name nor the word, and its
subject is the same for all.
""".strip()
SENDER = Sender(
    "https://netwerken.voorbeeldpartij.example",
    "Partijbureau van de Voorbeeldpartij",
    "085 000 00 00",
    "partijnetwerken@voorbeeldpartij.example",
)
READER, NETWORK = "Anne Voorbeeld", "Netwerk zorg"
DUE, MEETS_ON = date(2024, 1, 25), date(2024, 2, 5)
REASONS = {Language.NL: "Het onderwerp is te breed.", Language.EN: "The subject is too broad."}
WELCOME = {Language.NL: "Fijn dat u er bent.", Language.EN: "Good that you are here."}
AN_ITEM = AttentionItem(
    key="2 2024-01-25 1",
    kind=AttentionKind.ADVICE_TO_GIVE,
    item=UUID(int=1),
    about=ItemKind.ADVICE_REQUEST,
    network=UUID(int=2),
    name=NETWORK,
    sensitive=False,
    number=None,
    since=datetime(2024, 1, 8, 9, tzinfo=UTC),
    due_on=DUE,
    overdue=False,
)
SENT: Mapping[LetterKind, str] = {
    LetterKind.ADVICE_ASKED: "To the core group: a request for advice",
    LetterKind.QUESTION_RECEIVED: "To whoever asked: it was received",
    LetterKind.ADVICE_ANSWERED: "To whoever asked: it was answered",
    LetterKind.INVITED_AS_EXPERT: "Invited as an expert",
    LetterKind.INVITED_TO_SEAT: "Invited to a seat in a core group",
    LetterKind.PLAN_APPROVED: "To the group: its plan was approved",
    LetterKind.PLAN_REJECTED: "To the group: its plan was rejected",
    LetterKind.PLAN_RETURNED: "To the group: its plan was returned",
    LetterKind.YOU_JOINED: "You joined",
    LetterKind.NEW_MEMBER: "To the core group: a new member",
    LetterKind.YOU_LEFT: "You left",
    LetterKind.PURPOSE_CHANGED: "The purpose changed",
    LetterKind.NEW_NETWORK: "To whoever wished to hear: a new network",
}
NOTICED: Mapping[NoticeKind, str] = {
    NoticeKind.ADDRESS_CHANGED: "To the old address: there is another one",
    NoticeKind.MEMBER_FOUND: "To whoever said to be a member: found",
    NoticeKind.MEMBER_NOT_FOUND: "To whoever said to be a member: not found",
}
WITH_CODE: Mapping[str, tuple[bool, WaitsForCode]] = {
    "A code to sign in": (True, WaitsForCode.NOTHING),
    "A code to sign in, to an address that nobody is known by": (False, WaitsForCode.NOTHING),
    "A code to send a question without an account": (False, WaitsForCode.QUESTION),
    "A code to have another address": (True, WaitsForCode.ADDRESS),
}
"""Whether somebody is known by the address, and what waits for the code."""
CODES = CodeLetter(1, "anne@voorbeeld.example", "12345678", "nl", key="12345678901234567890", earlier=1)
"""Of the second letter of a day: it says that there was another."""


class Written(NamedTuple):
    """A letter and when it is sent."""

    title: str
    texts: Mapping[Language, Text]


def letters() -> str:
    return page("# Letters", HEAD, *map(_shown, every_letter()))


def every_letter() -> Iterable[Written]:
    """Give every letter in every language."""
    for kind in LetterKind:
        yield Written(SENT[kind], {each: event_letter(kind, _about(kind, each), SENDER, each, READER) for each in Language})
    hidden = {each: event_letter(LetterKind.YOU_JOINED, LetterTopic(None, "te-doen"), SENDER, each, READER) for each in Language}
    yield Written("You joined a network with extra protection", hidden)
    for title, (is_known, waits) in WITH_CODE.items():
        yield Written(title, {each: code_letter(CODES, SENDER, each, is_known=is_known, waits=waits) for each in Language})
    for notice, title in NOTICED.items():
        yield Written(title, {each: notice_letter(notice, SENDER, each) for each in Language})
    weekly = {each: digest_message([AN_ITEM], SENDER, each) for each in Language}
    yield Written("The weekly overview, to whoever agreed to it", weekly)


def _about(kind: LetterKind, language: Language) -> LetterTopic:
    """Give what a letter is about: as much as a letter of its kind can tell."""
    topic = LetterTopic(NETWORK, "netwerken/…")
    if kind.startswith("plan-") or kind is LetterKind.INVITED_TO_SEAT:
        topic = LetterTopic(THE_PLAN.in_language(language).format(name=NETWORK), "plannen/…")
    if kind.startswith("advice-") or kind in TOLD_BY_WHEN:
        topic = LetterTopic(NETWORK, "adviesvragen/…")
    more: Mapping[LetterKind, Mapping[str, str]] = {
        **{each: {"due": format_value(DUE, language)} for each in TOLD_BY_WHEN},
        LetterKind.PLAN_REJECTED: {"page": "plannen/…/besluit", "reasons": REASONS[language]},
        LetterKind.PLAN_RETURNED: {"missing": word(PlanPart.ORGANISATION, language)},
        LetterKind.YOU_JOINED: {"welcome": WELCOME[language], "meets_on": format_value(MEETS_ON, language)},
    }
    return replace(topic, **more.get(kind, {}))


def _shown(of: Written) -> str:
    told = (f"**{text.subject}**\n\n```text\n{text.text}```" for text in of.texts.values())
    return "\n\n".join([f"## {of.title}", *told])
