"""The pages of a core group: who is a member, once it says what for; its seats, its lessons, its desk."""

from uuid import UUID

import pytest

from application.commands.networks import WithdrawEntry
from application.ports.vault.looks import LookPurpose
from application.ports.vault.sessions import Session
from application.queries.meetings import LessonsOfNetworks
from application.queries.privacy import MyFile
from domain.kernel.acts import Role
from domain.kernel.days import day_of
from domain.kernel.entries import Mistake
from tests.application.party import FOUNDERS, SOMEBODY, Party
from tests.web.conftest import Enter


def test_a_list_of_members_asks_what_for_and_whoever_is_on_it_sees_that(
    party: Party, network: UUID, enter: Enter, core_group: Session
):
    party.join(SOMEBODY, network)
    browser, path = enter(core_group), f"/netwerken/{network}/leden"
    assert SOMEBODY not in browser.get(path).text
    told = browser.get(path, params={"waarvoor": "advice-work"})
    assert SOMEBODY in told.text
    assert told.headers["cache-control"] == "no-store"
    sheet = browser.get(path, params={"waarvoor": "advice-work", "als": "csv"})
    assert SOMEBODY in sheet.content.decode("utf-8-sig")
    looks = party.ask(MyFile(), party.member(SOMEBODY)).looks
    assert {(each.role, each.purpose) for each in looks} == {(Role.CORE_GROUP, LookPurpose.ADVICE_WORK)}


@pytest.mark.parametrize("role", [Role.MEMBER, Role.NATIONAL_BOARD, Role.REQUESTER, Role.PRIVACY_OFFICER, Role.ADMINISTRATOR])
@pytest.mark.parametrize("page", ["leden", "leden?waarvoor=network-work", "kerngroep"])
def test_nobody_else_is_shown_people(party: Party, network: UUID, enter: Enter, role: Role, page: str):
    answer = enter(party.session(role)).get(f"/netwerken/{network}/{page}")
    assert answer.status_code == 403
    assert FOUNDERS[1] not in answer.text


def test_somebody_of_a_core_group_steps_down_on_a_page(network: UUID, enter: Enter, core_group: Session):
    browser = enter(core_group)
    assert FOUNDERS[1] in browser.get(f"/netwerken/{network}/kerngroep").text
    assert browser.submit(f"/netwerken/{network}/kerngroep/verlaten").status_code == 303
    assert browser.get(f"/netwerken/{network}/kerngroep").status_code == 403


def test_a_core_group_tells_its_lessons_and_reads_them(party: Party, network: UUID, enter: Enter, core_group: Session):
    browser, path = enter(core_group), f"/netwerken/{network}/lessen"
    assert "Er is nog niets verteld." in browser.get(path).text
    assert "Eén antwoord is genoeg." in browser.get(f"{path}/vertellen").text
    assert browser.submit(f"{path}/vertellen", what_worked="Korte avonden.").status_code == 303
    assert "Korte avonden." in browser.get(path).text
    assert party.ask(LessonsOfNetworks(), core_group).items[0].what_worked == "Korte avonden."
    assert enter(party.member(SOMEBODY)).get(path).status_code == 403


def test_the_board_answers_on_a_page_what_should_change_and_the_core_group_reads_it(
    party: Party, network: UUID, enter: Enter, core_group: Session
):
    path, answer = f"/netwerken/{network}/lessen", "Wij bellen voortaan op maandag."
    assert enter(core_group).submit(f"{path}/vertellen", what_to_change="Bel eerder.").status_code == 303
    lessons = party.newest().originator_id
    assert "/antwoord" not in enter(core_group).get(path).text
    board = enter(party.board)
    assert f"{path}" in board.get("/te-doen").text
    assert f"/lessen/{lessons}/antwoord" in board.get(path).text
    assert "Bel eerder." in board.get(f"{path}/{lessons}/antwoord").text
    day = {name: str(getattr(day_of(party.clock()), name)) for name in ("year", "month", "day")}
    how = {f"decided.0.day-{part}": text for part, text in day.items()} | {"decided.0.form": "written-round"}
    assert board.submit(f"{path}/{lessons}/antwoord", answer=answer, **how).status_code == 303
    assert answer in enter(core_group).get(path).text
    assert f"{path}" not in board.get("/te-doen").text


def test_lessons_that_are_wrong_are_struck_from_their_history_and_told_anew_of_their_half_year(
    party: Party, network: UUID, enter: Enter, core_group: Session
):
    path = f"/netwerken/{network}/lessen"
    assert enter(core_group).submit(f"{path}/vertellen", what_worked="Korte avonden.").status_code == 303
    lessons = party.newest().originator_id
    bureau = enter(party.bureau)
    assert f"/geschiedenis/{lessons}" in bureau.get(path).text
    assert f"/geschiedenis/{lessons}/regel?nr=1" in bureau.get(f"/geschiedenis/{lessons}").text
    party.give(WithdrawEntry(of=f"{lessons}:1", mistake=Mistake.WRONG_WORDS), party.bureau)
    assert "Er is nog niets verteld." in bureau.get(path).text
    assert "eerste halfjaar van 2025" in bureau.get(f"{path}/vertellen").text
    again = enter(core_group).submit(f"{path}/vertellen", what_worked="Vaste avonden.", half_year="2025-H1")
    assert again.status_code == 303
    assert "Vaste avonden." in bureau.get(path).text


def test_the_desk_leads_a_core_group_to_all_of_its_network(party: Party, enter: Enter, core_group: Session):
    text = enter(core_group).get("/kerngroep").text
    for page in ("bijeenkomsten/plannen", "leden", "kerngroep", "lessen"):
        assert f"/{page}" in text
    assert enter(party.member(SOMEBODY)).get("/kerngroep").status_code in {401, 403}
