"""One page for everybody: whose turn it is, one main deed, and what was done with the advice."""

import re
from uuid import UUID

import pytest

from application.commands.advice import AcceptRequest, AskClarification, DeliverAdvice, ReportUse, UseText
from application.ports.vault.sessions import Session
from application.queries.acts import PossibleActs
from application.queries.advice import AdviceRequestDetails, PublishedUses
from domain.advice.values import AdviceUse
from domain.kernel.acts import Role
from tests.application.party import REQUEST, SOMEBODY, Party
from tests.web.conftest import POLITICIAN, Enter

QUESTION = str(REQUEST["question"])
MAIN = re.compile(r'<div class="np-daad.*?<a class="govuk-button" role="button" href="([^"]+)"', re.DOTALL)


def main_deed(text: str) -> str | None:
    found = MAIN.search(text)
    return found and found[1].rsplit("/", 1)[1]


def test_each_side_reads_whose_turn_it_is_and_has_one_main_deed(party: Party, asked: UUID, enter: Enter, core_group: Session):
    group, requester, bureau = enter(core_group), enter(party.requester(POLITICIAN)), enter(party.bureau)
    page = f"/adviesvragen/{asked}"
    told = [each.get(page).text for each in (group, requester, bureau)]

    assert all(QUESTION in each for each in told)
    assert ["Uw kerngroep is aan zet." in each for each in told] == [True, False, False]
    assert ["De kerngroep is aan zet." in each for each in told] == [False, True, True]
    assert [main_deed(each) for each in told] == ["aannemen", None, None]

    party.give(AskClarification(advice_request=asked, question="Voor wie?"), core_group)
    told = [each.get(page).text for each in (group, requester, bureau)]
    assert [main_deed(each) for each in told] == [None, "uitleg", None]
    assert "Voor wie?" in told[1]


def test_what_is_offered_is_what_may_be_done(party: Party, asked: UUID, enter: Enter, core_group: Session):
    text = enter(core_group).get(f"/adviesvragen/{asked}").text
    offered = set(re.findall(rf'href="/adviesvragen/{asked}/([\w-]+)"', text))
    may = {act.command for act in party.ask(PossibleActs(item=asked), core_group).items if act.may}

    assert {"aannemen", "antwoord", "uitleg-vragen", "andere-dag", "niet-aannemen", "intrekken", "leden-vragen"} <= offered
    assert "AcceptRequest" in may
    assert "AcknowledgeAdvice" not in may
    assert "ontvangen" not in offered
    party.give(AcceptRequest(advice_request=asked), core_group)
    text = enter(core_group).get(f"/adviesvragen/{asked}").text
    assert (main_deed(text), "/aannemen" in text) == ("antwoord", False)


def test_the_past_of_a_request_offers_nothing(asked: UUID, enter: Enter, core_group: Session):
    text = enter(core_group).get(f"/adviesvragen/{asked}", params={"knownAt": "2100-01-01T00:00:00Z"}).text
    assert "np-daad" not in text


@pytest.mark.parametrize("path", ["", "/aannemen", "/antwoord", "/terugkoppeling", "/intrekken"])
def test_who_may_not_see_a_request_learns_nothing_of_it(party: Party, asked: UUID, enter: Enter, path: str):
    for session in (party.requester("Xander Fictief"), party.member("Kees Verzonnen")):
        inside = enter(session)
        there, nowhere = (inside.get(f"/adviesvragen/{item}{path}") for item in (asked, UUID(int=9)))
        assert there.status_code == nowhere.status_code in {403, 404}
        assert QUESTION not in there.text


def test_what_was_done_is_told_for_each_recommendation(party: Party, asked: UUID, enter: Enter, core_group: Session):
    party.give(DeliverAdvice(advice_request=asked, advice="Doen.", recommendations=("Begin.", "Ga door.")), core_group)
    inside, path = enter(party.requester(POLITICIAN)), f"/adviesvragen/{asked}/terugkoppeling"
    assert "Aanbeveling 2: Ga door." in inside.get(path).text

    again = inside.submit(path, **{"use-1": "adopted", "remark-1": "Meteen.", "remark-2": "x" * 501})
    assert again.status_code == 400
    assert 'href="#use-2"' in again.text
    assert 'value="Meteen."' in again.text

    done = inside.submit(path, **{"use-1": "adopted", "remark-1": "Meteen.", "use-2": "not"})
    assert (done.status_code, done.headers["location"]) == (303, f"/adviesvragen/{asked}")
    told = party.ask(AdviceRequestDetails(advice_request=asked), party.requester(POLITICIAN)).uses_reported
    assert [(each.number, each.use) for each in told] == [(1, AdviceUse.ADOPTED), (2, AdviceUse.NOT)]
    assert [each.remark and each.remark.text for each in told] == ["Meteen.", None]
    assert main_deed(inside.get(f"/adviesvragen/{asked}").text) == "openbaar"


def test_of_an_advice_without_recommendations_the_whole_is_told(party: Party, asked: UUID, enter: Enter, core_group: Session):
    party.give(DeliverAdvice(advice_request=asked, advice="Doen."), core_group)
    inside = enter(party.requester(POLITICIAN))
    inside.submit(f"/adviesvragen/{asked}/terugkoppeling", **{"use-0": "partly"})
    (told,) = party.ask(AdviceRequestDetails(advice_request=asked), party.requester(POLITICIAN)).uses_reported
    assert (told.number, told.use, told.remark) == (None, AdviceUse.PARTLY, None)


@pytest.mark.usefixtures("asked")
def test_the_desk_says_what_waits_and_lists_what_is_done(party: Party, enter: Enter, core_group: Session):
    withdrawn = party.asked(party.network(), by=POLITICIAN, question="Is dit nog nodig?")
    enter(party.requester(POLITICIAN)).submit(f"/adviesvragen/{withdrawn}/intrekken")
    text = enter(party.bureau).get("/adviesvragen").text

    assert text.index("Wacht op een antwoord") < text.index(QUESTION) < text.index("Afgerond") < text.index("Is dit nog nodig?")
    assert "Is dit nog nodig?" not in enter(core_group).get("/adviesvragen").text
    assert enter(party.member("Kees Verzonnen")).get("/adviesvragen").status_code == 403


def test_an_empty_desk_says_so(party: Party, enter: Enter):
    assert "nog geen adviesvragen" in enter(party.bureau).get("/adviesvragen").text


def test_advice_that_nobody_asked_for_stands_on_the_page_of_the_network(network: UUID, enter: Enter, core_group: Session):
    inside = enter(core_group)
    answer = inside.submit(f"/netwerken/{network}/ongevraagd-advies", addressee="committee", advice="Luister naar leraren.")
    assert answer.status_code == 303
    assert "Luister naar leraren." in inside.get(answer.headers["location"]).text


def test_members_of_the_network_read_it_once_it_is_answered_unless_it_is_kept_back(
    party: Party, network: UUID, asked: UUID, enter: Enter, core_group: Session
):
    kept = party.asked(network, by=POLITICIAN, question="Wat mag niemand lezen?", kept_back="Het debat komt nog.")
    party.join("Kees Verzonnen", network)
    inside = enter(party.member("Kees Verzonnen"))
    assert inside.get(f"/adviesvragen/{asked}").status_code == 403
    for each in (asked, kept):
        party.give(DeliverAdvice(advice_request=each, advice="Doen."), core_group)

    text = inside.get(f"/adviesvragen/{asked}").text
    assert "Doen." in text
    assert POLITICIAN not in text
    assert inside.get(f"/adviesvragen/{kept}").status_code == 403
    page = inside.get("/netwerken/onderwijs", follow_redirects=True).text
    assert (QUESTION in page, "Wat mag niemand lezen?" in page) == (True, False)
    assert "Het debat komt nog." in enter(core_group).get(f"/adviesvragen/{kept}").text


def test_the_bureau_publishes_what_was_done_for_a_requester_who_agreed(
    party: Party, asked: UUID, enter: Enter, core_group: Session
):
    party.give(DeliverAdvice(advice_request=asked, advice="Begin klein."), core_group)
    party.give(ReportUse(advice_request=asked, uses=(UseText(use=AdviceUse.ADOPTED),)), party.requester(POLITICIAN))
    page, bureau = f"/adviesvragen/{asked}", enter(party.bureau)
    assert f'href="{page}/openbaar"' in bureau.get(page).text
    assert "als de adviesvrager dat goed vindt" in bureau.get(f"{page}/openbaar").text
    assert enter(core_group).submit(f"{page}/openbaar").status_code == 403
    assert party.ask(PublishedUses(), party.member(SOMEBODY)).items == ()

    assert bureau.submit(f"{page}/openbaar").status_code == 303
    assert [each.advice_request for each in party.ask(PublishedUses(), party.member(SOMEBODY)).items] == [asked]
    act = party.log.history(asked)[-1].event.act
    assert (act.role, act.by == act.entered_by) == (Role.REQUESTER, False)
