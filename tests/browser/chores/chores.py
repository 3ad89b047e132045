"""The chores: what people come for, each walked from where it begins to its result."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from domain.kernel.acts import Role
from tests.browser.chores.walking import Walk, code_in, letter_to, link_in, written_until_now
from tests.browser.conftest import Visitors
from tests.browser.site import VISITOR, Site

QUESTION = "Hoe houden kleine scholen genoeg leraren?"
JOINER, JOINERS_ADDRESS = "Rosa Fictief", "rosa@voorbeeld.example"
POLITICIAN = "kamerlid@voorbeeld.example"
SIGNERS = tuple(
    f"{first} {last}"
    for last in ("Onbestaand", "Zogenaamd")
    for first in ("Anne", "Bas", "Casper", "Dina", "Elif", "Femke", "Gijs", "Hanna", "Ivo", "Jamila")
)
PLAN = "Netwerk sport"


@dataclass(frozen=True)
class Place:
    """Where a chore is done: a demo, and browsers for whoever comes."""

    site: Site
    visitor: Visitors

    def walk(self, role: Role) -> Walk:
        """Let somebody begin: who works with it daily is signed in on a device of their own."""
        return Walk(self.visitor(role).new_page())

    def as_person(self, name: str) -> Walk:
        """Let somebody of the demo begin who is signed in."""
        page = self.visitor().new_page()
        page.goto("/demo")
        page.get_by_role("button", name=name).first.click()
        return Walk(page)


Chore = Callable[[Place], Walk]


@dataclass(frozen=True)
class Told:
    """A chore as the document tells of it, and its goal: at most so many seconds, forms and fields."""

    who: str
    what: str
    walk: Chore
    seconds: int
    forms: int
    fields: int


def _phone_call(place: Place) -> Walk:
    walk = place.walk(Role.PARTY_BUREAU)
    walk.open("/bureau/telefoon")
    walk.type("Wie vraagt dit?", "Xander Fictief")
    walk.choose("commissie")
    walk.select("Welk netwerk?", "Onderwijsnetwerk")
    walk.type("Wat is uw vraag?", QUESTION)
    walk.day(1, 9, 2099)
    walk.press("Leg dit vast")
    walk.reads("De vraag is vastgelegd.")
    return walk


def _joining(place: Place) -> Walk:
    bureau = place.walk(Role.PARTY_BUREAU)
    bureau.open("/bureau/telefoon/adres")
    bureau.type("Om wie gaat het?", JOINER)
    bureau.type("E-mailadres", JOINERS_ADDRESS)
    bureau.press("Leg dit vast")

    walk = place.walk(VISITOR)
    begun = written_until_now(place.site.letters)
    walk.open("/")
    walk.follow("Netwerk zorg")
    walk.follow(re.compile("^Word lid"))
    walk.type("E-mailadres", JOINERS_ADDRESS)
    walk.press(re.compile("code"))
    walk.type("Code uit de mail", code_in(letter_to(place.site.letters, JOINERS_ADDRESS, begun)))
    walk.press("Aanmelden")
    walk.press("Ik onderschrijf het doel en word lid")
    walk.reads("U bent nu lid van dit netwerk.")
    return walk


def _asking(place: Place) -> Walk:
    walk = place.walk(VISITOR)
    begun = written_until_now(place.site.letters)
    walk.open("/netwerken/onderwijs")
    walk.follow("Vraag dit netwerk om advies")
    walk.type("Wat is uw vraag?", QUESTION)
    walk.day(1, 9, 2099)
    walk.choose("politicus")
    walk.type(re.compile("[Nn]aam"), "Kim Voorbeeld")
    walk.type("E-mailadres", POLITICIAN)
    walk.press("Ga verder")
    walk.open(link_in(letter_to(place.site.letters, POLITICIAN, begun)))
    walk.press(re.compile("[Vv]erstuur"))
    walk.reads(QUESTION)
    return walk


def _plan_for_the_board(place: Place) -> str:
    """Let a plan be written and found complete, and give where it is."""
    with place.site.client(Role.MEMBER) as member, place.site.client(Role.PARTY_BUREAU) as bureau:
        begun = member.post("/plannen/nieuw", data={"name": PLAN, "network_type": "theme-network"})
        address = begun.headers["location"].removesuffix("/opstellen")
        parts: Mapping[str, Mapping[str, str]] = {
            "doel": {"purpose": "Sporters denken mee over bewegen."},
            "organisatie": {"organisation": "De kerngroep komt elke maand bijeen."},
            "duur": {"duration_months": "24"},
            "samenwerking": {"intended_cooperation": "Met de fracties."},
        }
        for part, typed in parts.items():
            member.post(f"{address}/opstellen/{part}", data=typed)
        group = {"names": "Anne Verzonnen\nBas Fictief\nCasper Voorbeeld\nDina Verzonnen", "accepted": "yes", "source": "phone"}
        for step, typed in {"kerngroep/namen": group, "indienen": {}, "compleet": {}}.items():
            assert bureau.post(f"{address}/{step}", data=typed).status_code == 303, step
        return address


def _board_paper(place: Place) -> Walk:
    walk = place.walk(Role.NATIONAL_BOARD)
    walk.open("/bestuur/vanavond")
    walk.follow("Netwerk EU")
    walk.reads("Gevraagd")
    printed = re.findall(rb"/Type\s*/Page\b", walk.page.pdf(prefer_css_page_size=True))
    assert len(printed) == 1
    return walk


def _outcome(place: Place) -> Walk:
    _plan_for_the_board(place)
    walk = place.walk(Role.PARTY_BUREAU)
    walk.open("/bestuur/vanavond")
    walk.follow(PLAN)
    walk.press("Keur het plan goed")
    walk.day(31, 12, 2023)
    walk.press("Leg de goedkeuring vast")
    walk.reads("Het plan is goedgekeurd.")
    return walk


def _week(place: Place) -> Walk:
    with place.site.client(Role.PARTY_BUREAU) as bureau:
        network = re.search(r'value="([0-9a-f-]{36})"[^>]*>Onderwijsnetwerk', bureau.get("/bureau/telefoon").text)
        assert network is not None
        day = {"due-day": "1", "due-month": "9", "due-year": "2099"}
        asked = {"person": "Xander Fictief", "requester_kind": "committee", "network": network[1], "question": QUESTION, **day}
        assert bureau.post("/bureau/telefoon", data=asked).status_code == 303
    walk = place.walk(Role.CORE_GROUP)
    walk.open("/te-doen")
    walk.follow(re.compile("^Bekijk"), within=".np-zaken")
    walk.press(re.compile("in behandeling"))
    walk.press(re.compile("in behandeling|[Nn]eem"))
    walk.press("Advies geven")
    walk.type("Wat is het advies?", "Begin bij de opleiding, en houd ervaren leraren langer vast met kleinere klassen.")
    walk.press(re.compile("[Aa]dvies"))
    walk.follow("Kerngroep", within="nav")
    walk.follow("Plan een bijeenkomst")
    walk.type("Waar gaat het over?", "Leraren houden")
    walk.day(20, 3, 2099)
    walk.type("Hoe laat begint het?", "19.30")
    walk.choose("online")
    walk.press("Plan een bijeenkomst")
    walk.follow("Kerngroep", within="nav")
    walk.follow("Bijeenkomsten", within="main")
    walk.follow("Leg vast dat er een was")
    walk.type("Waar gaat het over?", "Kennismaking")
    walk.choose("online")
    walk.type("Hoeveel mensen waren er?", "14")
    walk.press("Leg vast dat er een bijeenkomst was")
    walk.follow("Kerngroep", within="nav")
    walk.follow(re.compile("^Leden"), within="main")
    walk.press("Toon de leden")
    walk.reads("Leden")
    return walk


def _outcome_of_advice(place: Place) -> Walk:
    walk = place.walk(Role.MEMBER)
    walk.open("/")
    walk.follow("Onderwijsnetwerk", within="#netwerken ~ *")
    walk.reads("Wat wij adviseerden", "overgenomen")
    return walk


def _own_file(place: Place) -> Walk:
    walk = place.walk(Role.MEMBER)
    walk.open("/")
    walk.follow(re.compile("Quirijn"))
    walk.follow(re.compile("^Uw gegevens"))
    walk.reads("Dit is alles wat wij van u bewaren.", "Quirijn Verzonnen")
    return walk


def _who_decided(place: Place) -> Walk:
    walk = place.walk(Role.AUDITOR)
    walk.open("/")
    walk.follow("Besluiten")
    walk.follow("Netwerk landbouw, natuur en voedsel")
    walk.follow("Wat er gebeurde, van begin tot nu")
    walk.reads("Landelijk Bestuur")
    return walk


def _evaluation(place: Place) -> Walk:
    walk = place.walk(Role.NATIONAL_BOARD)
    walk.open("/")
    walk.follow("Evaluatie")
    walk.unfold("Toon zoals het was op een dag")
    walk.day(2, 1, 2024)
    walk.press("Toon die dag")
    walk.reads("2 januari 2024", "Werkt het?")
    return walk


def _signed_list(place: Place) -> Walk:
    walk = place.walk(Role.PARTY_BUREAU)
    walk.open("/mensen")
    walk.follow(re.compile("getekende lijst"))
    walk.choose("Netwerk landbouw, natuur en voedsel")
    walk.type("Wie tekenden er?", "\n".join(SIGNERS))
    walk.press("Controleer de namen")
    walk.press("Leg vast dat zij lid zijn")
    walk.reads("mensen zijn nu lid.")
    return walk


CHORES: Mapping[str, Told] = {
    "phone": Told("the bureau", "records a phone call", _phone_call, 30, 1, 5),
    "joining": Told("a member", "joins, from the public page to joined, with the code from a mail", _joining, 60, 2, 3),
    "asking": Told("an MP without an account", "asks advice, with the link from a mail", _asking, 120, 1, 5),
    "paper": Told("the board", "reads the paper of a plan, which prints on one page", _board_paper, 60, 0, 0),
    "outcome": Told("the secretary", "records the outcome of a meeting", _outcome, 60, 1, 5),
    "week": Told("a core group", "does its week: answers, plans, records, and looks who is new", _week, 600, 3, 12),
    "heard": Told("a member", "hears what became of the advice", _outcome_of_advice, 60, 0, 0),
    "own-file": Told("a member", "asks for the own file", _own_file, 60, 0, 0),
    "who-decided": Told("the auditor", "asks who decided", _who_decided, 60, 0, 0),
    "evaluation": Told("the board", "opens the evaluation on 2 January 2024", _evaluation, 60, 1, 1),
    "signed-list": Told("the bureau", "types twenty names from a signed list", _signed_list, 180, 1, 3),
}
"""In the order of the document. The first three and those of the secretary and the core group have the party's own goals."""
