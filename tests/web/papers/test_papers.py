"""A paper is asked for as its page is, by whoever may see that; and what was decided is told to its group in a letter."""

import re
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from application.commands.party import EndRole
from application.commands.plans import DeferPlan, RejectPlan
from application.ports.papers import Paper, PaperState
from application.ports.vault.sessions import Session
from domain.kernel.acts import Role
from tests.application.party import FOUNDERS, SOMEBODY, Party
from tests.beginning import administrator
from tests.web.conftest import Enter
from tests.web.papers.conftest import Press
from web.pages.evaluation.charts import CHARTS

FORM_WORDS = {
    PaperState.BEING_MADE: ("Uw bestand wordt gemaakt", "Your file is being made"),
    PaperState.READY: ("Uw bestand is klaar", "Your file is ready"),
    PaperState.FAILED: ("Uw bestand is niet gemaakt", "Your file was not made"),
    PaperState.TOO_MANY: ("U wacht nog op andere bestanden", "You are still waiting for other files"),
    PaperState.NOT_HERE: ("Hier kunnen wij geen pdf maken", "We cannot make a PDF here"),
}
REASONS = "Het lijkt te veel op Netwerk zorg."


@pytest.fixture
def plan(party: Party) -> UUID:
    return party.submitted(name="Netwerk zee & strand")


def test_a_paper_is_made_of_the_page_and_given_as_a_file_with_its_name(party: Party, plan: UUID, enter: Enter, press: Press):
    inside = enter(party.board)
    answer = inside.get(f"/plannen/{plan}?als=pdf-bestand")

    assert (answer.status_code, answer.content) == (200, b"%PDF-1.7")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"] == 'attachment; filename="netwerk-zee-strand.pdf"'
    assert answer.headers["cache-control"] == "no-store"
    assert press.asked == [(inside.get(f"/plannen/{plan}").text, str(party.board.person))]


def test_the_paper_of_the_evaluation_has_every_chart_with_its_words_and_its_table(party: Party, enter: Enter, press: Press):
    party.founded()
    inside = enter(party.board)
    inside.get("/evaluatie?als=pdf-bestand")
    ((paper, _),) = press.asked
    _, *sheets = paper.split('<div class="np-blad">')
    assert [re.findall(r"<h2[^>]*>([^<]+)</h2>", sheet)[0] for sheet in sheets] == [each.title.nl for each in CHARTS.values()]
    for sheet in sheets:
        assert "<caption" in sheet
        assert sheet.count("<svg") == len(re.findall(r"<svg[^>]*>\s*<title>[^<]+</title>", sheet))
    assert '<div class="np-blad">' not in inside.get("/evaluatie").text


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("state", list(PaperState))
def test_a_page_says_how_far_it_is(party: Party, plan: UUID, enter: Enter, press: Press, *, state: PaperState, language: str):
    press.answer = Paper(state)
    answer = enter(party.board).get(f"/plannen/{plan}?als=pdf&lang={language}")

    assert answer.status_code == 200
    assert f">{FORM_WORDS[state][language == 'en']}</h1>" in answer.text
    assert ("data-np-ververs" in answer.text) is (state is PaperState.BEING_MADE)
    assert ("als=pdf-bestand" in answer.text) is (state is PaperState.READY)
    assert f'href="/plannen/{plan}"' in answer.text


def test_a_file_that_is_not_ready_is_waited_for(party: Party, plan: UUID, enter: Enter, press: Press):
    press.answer = Paper(PaperState.BEING_MADE)
    assert FORM_WORDS[PaperState.BEING_MADE][0] in enter(party.board).get(f"/plannen/{plan}?als=pdf-bestand").text


@pytest.mark.parametrize("who", ["member", "requester", "nobody"])
@pytest.mark.parametrize("kind", ["pdf", "pdf-bestand"])
def test_who_may_not_see_the_page_asks_for_no_paper(party: Party, plan: UUID, enter: Enter, press: Press, who: str, kind: str):
    sessions: dict[str, Session] = {"member": party.member(SOMEBODY), "requester": party.requester()}
    inside = enter(sessions.get(who, party.board))
    if who == "nobody":
        inside.cookies.clear()
    answers = [inside.get(f"{path}?als={kind}") for path in (f"/plannen/{plan}", f"/plannen/{plan}/besluit", "/bestuur/vanavond")]

    assert all(each.status_code in {401, 403, 404} for each in answers)
    assert press.asked == []


def test_once_a_right_ended_there_is_no_paper_any_more(party: Party, plan: UUID, enter: Enter, press: Press):
    inside = enter(party.board)
    assert inside.get(f"/plannen/{plan}?als=pdf-bestand").status_code == 200
    assert party.board.person is not None
    party.give(EndRole(person=party.board.person, role=Role.NATIONAL_BOARD), administrator(party.opened))
    press.asked.clear()

    assert inside.get(f"/plannen/{plan}?als=pdf-bestand").status_code in {401, 403, 404}
    assert press.asked == []


def test_what_is_no_paper_cannot_be_had_as_one(party: Party, enter: Enter, press: Press):
    assert "<h1" in enter(party.board).get("/netwerken?als=pdf").text
    assert press.asked == []


def letter_of(enter: Enter, who: Session, plan: UUID) -> str:
    html = enter(who).get(f"/plannen/{plan}/besluit").text
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html[html.index("<article") : html.index("</article")]))


def decide(party: Party, command: type[Any], plan: UUID, **more: Any) -> None:
    party.give(command(plan=plan, plan_version=1, reasons=REASONS, **more), party.board)


def test_a_rejected_plan_has_a_letter_with_its_reasons_for_group_and_board(party: Party, plan: UUID, enter: Enter):
    decide(party, RejectPlan, plan, outcome="rejected")
    for who in (party.board, party.bureau, party.member(FOUNDERS[0])):
        told = letter_of(enter, who, plan)
        assert "Het Landelijk Bestuur wees het plan voor Netwerk zee &amp; strand af." in told
        assert REASONS in told
        assert "U kunt een nieuw plan indienen." in told
        assert "besloot het bestuur over versie 1 van uw plan." in told


def test_a_postponed_plan_has_a_letter_and_then_one_of_what_was_decided(party: Party, plan: UUID, enter: Enter):
    decide(party, DeferPlan, plan, outcome="deferred", until=date(2025, 5, 1))
    assert "stelde het besluit over het plan voor Netwerk zee &amp; strand uit." in letter_of(enter, party.board, plan)
    party.approved(plan)
    told = letter_of(enter, party.board, plan)
    assert "keurde het plan voor Netwerk zee &amp; strand goed. Wij feliciteren u." in told
    assert REASONS not in told


def test_a_plan_on_which_nothing_was_decided_has_no_letter(party: Party, plan: UUID, enter: Enter):
    inside = enter(party.board)
    assert inside.get(f"/plannen/{plan}/besluit").status_code == 404
    assert '/besluit"' not in inside.get(f"/plannen/{plan}").text


def test_somebody_elses_plan_has_no_letter_for_a_member(party: Party, plan: UUID, enter: Enter):
    decide(party, RejectPlan, plan, outcome="rejected")
    assert party.member(SOMEBODY).role is Role.MEMBER
    assert enter(party.member(SOMEBODY)).get(f"/plannen/{plan}/besluit").status_code in {403, 404}
