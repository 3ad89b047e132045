"""Signing in by mail: an address, a code from the letter, and who it is where several share the address."""

import re
from dataclasses import dataclass, field

import pytest

from application.language.letters import Sender
from application.ports.mail import Delivery, Letter
from application.signing_in.by_mail import ByMail, WhoItIs
from application.signing_in.errors import CodeNotRight, CodeOver, NobodyChosen, NotAnAddress
from application.signing_in.mailing import FIRST_WAIT, CodeMail
from netwerkpartij.wiring import system_clock
from tests.application.party import SOMEBODY, SOMEBODY_ELSE, Party
from tests.vaults import keep_address

ADDRESS, NOBODYS = "huis@voorbeeld.example", "niemand@voorbeeld.example"


@dataclass
class Mailbox:
    """Takes letters, as it is told to."""

    answers: list[Delivery] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)

    def deliver(self, letter: Letter) -> Delivery:
        answer = self.answers.pop(0) if self.answers else Delivery.SENT
        if answer is Delivery.SENT:
            self.letters.append(letter)
        return answer


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def by_mail(party: Party) -> ByMail:
    for name in (SOMEBODY, SOMEBODY_ELSE):
        party.party_member(name)
    keep_address(party.vault, party.person(SOMEBODY), ADDRESS)
    return party.opened.by_mail


def send(party: Party, mailbox: Mailbox) -> int:
    sender = Sender("https://netwerken.example", mail="bureau@voorbeeld.example")
    return CodeMail(party.vault.sign_in_codes, party.vault, mailbox, sender, system_clock).run()


def code_in(letter: Letter) -> str:
    found: list[str] = re.findall(r"\b\d{4} \d{4}\b", letter.text)
    (code,) = found
    return code


def shown(party: Party, by_mail: ByMail, mailbox: Mailbox, address: str = ADDRESS) -> str:
    """Ask for a code, read the letter and fill the code in, as it stands there."""
    secret = by_mail.ask(address, language="nl")
    send(party, mailbox)
    by_mail.enter(secret, code_in(mailbox.letters[-1]))
    return secret


def test_who_fills_in_the_code_of_the_letter_is_signed_in(party: Party, by_mail: ByMail, mailbox: Mailbox):
    secret = shown(party, by_mail, mailbox)
    assert [each.name for each in by_mail.choices(secret)] == [SOMEBODY]
    who = party.opened.door.who(by_mail.let_in(secret, own_device=True))
    assert who is not None
    assert (who.person, who.browser.own_device) == (party.person(SOMEBODY), True)


def test_in_which_language_somebody_signed_in_is_kept_for_letters(party: Party, by_mail: ByMail, mailbox: Mailbox):
    assert party.vault.languages.of(party.person(SOMEBODY)) is None
    by_mail.let_in(shown(party, by_mail, mailbox), language="en")
    assert party.vault.languages.of(party.person(SOMEBODY)) == "en"
    by_mail.let_in(shown(party, by_mail, mailbox))
    assert party.vault.languages.of(party.person(SOMEBODY)) == "nl"


def test_what_was_shown_lets_in_once(party: Party, by_mail: ByMail, mailbox: Mailbox):
    secret = shown(party, by_mail, mailbox)
    by_mail.let_in(secret)
    with pytest.raises(CodeOver):
        by_mail.let_in(secret)


def test_the_session_that_the_browser_came_with_ends(party: Party, by_mail: ByMail, mailbox: Mailbox):
    fixed = party.opened.door.begin(party.person(SOMEBODY_ELSE))
    session = by_mail.let_in(shown(party, by_mail, mailbox), instead_of=fixed)
    assert party.opened.door.who(fixed) is None
    assert session != fixed


def test_where_several_share_an_address_nothing_is_done_before_it_is_said_who_it_is(
    party: Party, by_mail: ByMail, mailbox: Mailbox
):
    keep_address(party.vault, party.person(SOMEBODY_ELSE), ADDRESS)
    secret = shown(party, by_mail, mailbox)
    choices = by_mail.choices(secret)
    assert [each.name for each in choices] == sorted([SOMEBODY, SOMEBODY_ELSE])
    for chosen in (None, "", str(party.person(SOMEBODY)), "A" * 32):
        with pytest.raises(NobodyChosen):
            by_mail.let_in(secret, chosen=chosen)
    assert party.vault.browser_sessions.every() == []
    who = party.opened.door.who(by_mail.let_in(secret, chosen=choices[1].key))
    assert who is not None
    assert party.vault.details([who.person])[who.person].name == choices[1].name


def test_what_was_chosen_in_another_browser_means_nothing(party: Party, by_mail: ByMail, mailbox: Mailbox):
    keep_address(party.vault, party.person(SOMEBODY_ELSE), ADDRESS)
    secrets = [shown(party, by_mail, mailbox), shown(party, by_mail, mailbox)]
    keys = [{each.key for each in by_mail.choices(secret)} for secret in secrets]
    assert keys[0] & keys[1] == set()
    with pytest.raises(NobodyChosen):
        by_mail.let_in(secrets[0], chosen=keys[1].pop())


def test_before_the_code_nobody_is_told_who_is_known(by_mail: ByMail):
    secret = by_mail.ask(ADDRESS, language="nl")
    with pytest.raises(CodeOver):
        by_mail.choices(secret)
    with pytest.raises(CodeOver):
        by_mail.let_in(secret)


@pytest.mark.parametrize("address", [ADDRESS, NOBODYS])
def test_known_and_unknown_addresses_are_answered_alike(by_mail: ByMail, address: str):
    secret = by_mail.ask(address, language="nl")
    assert re.fullmatch("[A-Za-z0-9_-]{43}", secret)
    said = []
    for _ in range(6):
        with pytest.raises((CodeNotRight, CodeOver)) as caught:
            by_mail.enter(secret, "nee")
        said.append((type(caught.value), caught.value.facts))
    assert said == [*((CodeNotRight, {"left": left}) for left in (4, 3, 2, 1)), (CodeOver, {}), (CodeOver, {})]


def test_who_has_an_unknown_address_may_sign_in_as_nobody(party: Party, by_mail: ByMail, mailbox: Mailbox):
    secret = shown(party, by_mail, mailbox, NOBODYS)
    assert by_mail.choices(secret) == []
    with pytest.raises(NobodyChosen):
        by_mail.let_in(secret)


def test_who_is_known_and_may_do_nothing_is_as_unknown(party: Party, by_mail: ByMail, mailbox: Mailbox):
    keep_address(party.vault, party.person("Niek Verzonnen"), NOBODYS)
    assert by_mail.choices(shown(party, by_mail, mailbox, NOBODYS)) == []


@pytest.mark.parametrize("written", ["{} {}", "{}{}", " {}-{} ", "{}\u00a0{}", "{}.{}"])
def test_a_code_may_be_written_as_people_do(party: Party, by_mail: ByMail, mailbox: Mailbox, written: str):
    secret = by_mail.ask(ADDRESS, language="nl")
    send(party, mailbox)
    by_mail.enter(secret, written.format(*code_in(mailbox.letters[-1]).split()))
    assert by_mail.choices(secret) != []


@pytest.mark.parametrize(
    "typed", ["", "huis", "huis@", "@voorbeeld.example", "a@b", "a b@c.example", "a@b.example,c@d.example", f"{'a' * 250}@b.nl"]
)
def test_what_is_no_address_gets_no_code(party: Party, by_mail: ByMail, typed: str):
    with pytest.raises(NotAnAddress):
        by_mail.ask(typed, language="nl")
    assert party.vault.sign_in_codes.waiting(system_clock()) == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_letter_says_that_more_were_asked_for(party: Party, by_mail: ByMail, mailbox: Mailbox, language: str):
    for address in (ADDRESS, ADDRESS, NOBODYS):
        by_mail.ask(address, language=language)
    send(party, mailbox)
    more = [re.search("vaker een code gevraagd|More codes were asked", each.text) is not None for each in mailbox.letters]
    assert more == [False, True, False]


def test_letters_to_known_and_unknown_have_one_subject_and_the_second_says_how_to_go_on(
    party: Party, by_mail: ByMail, mailbox: Mailbox
):
    for address in (ADDRESS, NOBODYS):
        by_mail.ask(address, language="nl")
    assert send(party, mailbox) == 2
    known, unknown = mailbox.letters
    assert known.subject == unknown.subject == "Uw code om aan te melden"
    assert ("nog niet" in known.text, "nog niet" in unknown.text) == (False, True)
    assert [SOMEBODY in each.text for each in mailbox.letters] == [False, False]


def test_a_letter_is_in_the_language_of_the_page_that_asked(party: Party, by_mail: ByMail, mailbox: Mailbox):
    by_mail.ask(ADDRESS, language="en")
    send(party, mailbox)
    assert (mailbox.letters[0].subject, mailbox.letters[0].language) == ("Your code to sign in", "en")


def test_a_code_is_mailed_once_and_again_only_when_it_did_not_go_out(party: Party, by_mail: ByMail, mailbox: Mailbox):
    mailbox.answers = [Delivery.UNKNOWN, Delivery.NOT_NOW]
    by_mail.ask(ADDRESS, language="nl")
    assert [send(party, mailbox), send(party, mailbox)] == [0, 0]
    assert party.vault.sign_in_codes.waiting(system_clock()) == []
    by_mail.ask(ADDRESS, language="nl")
    assert send(party, mailbox) == 0
    (again,) = party.vault.sign_in_codes.waiting(system_clock() + FIRST_WAIT)
    assert again.attempts == 1


def test_choices_are_names_and_keys(party: Party, by_mail: ByMail, mailbox: Mailbox):
    (choice,) = by_mail.choices(shown(party, by_mail, mailbox))
    assert choice == WhoItIs(choice.key, SOMEBODY)
    assert str(party.person(SOMEBODY)) not in choice.key


LOOKS_LIKE_IT = ("\u017f", "\u00df", "\ufb00", "\u212a")
"""Letters that are the same as others where capitals make no difference: a long s, a sharp s, two letters as one, a sign."""


@pytest.mark.parametrize("letter", LOOKS_LIKE_IT)
@pytest.mark.parametrize("at", ["anne.{}@voorbeeld.example", "anne@{}.example"])
def test_an_address_that_is_found_by_the_same_as_anothers_gets_no_code(party: Party, by_mail: ByMail, at: str, letter: str):
    theirs, typed = at.format(letter.casefold()), at.format(letter)
    keep_address(party.vault, party.person(SOMEBODY_ELSE), theirs)
    with pytest.raises(NotAnAddress):
        by_mail.ask(typed, language="nl")
    assert by_mail.ask(theirs.upper(), language="nl")
