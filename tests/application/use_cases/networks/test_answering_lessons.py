"""The board answers what should change: read where lessons are, quoted in the evaluation, and told in the register."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from application.commands.lessons import AnswerLessons, TellLessons
from application.commands.networks import CloseNetwork, CorrectEntry, RenameNetwork, WithdrawEntry
from application.errors import AccessDenied
from application.queries.auditing.record import History
from application.queries.evaluating.evaluation import Evaluation
from application.queries.meetings import LessonsOfNetworks
from application.queries.plans import DecisionEntry, DecisionRegister
from domain.kernel.acts import Role
from domain.kernel.days import day_of
from domain.kernel.entries import Mistake
from domain.networks.network import Network
from tests.application.party import FOUNDERS, SOMEBODY, Party

WISH, ANSWER = "Bel eerder.", "Wij bellen voortaan op maandag."


def tell(party: Party, network: UUID, what_to_change: str = WISH, **more: str) -> UUID:
    told = TellLessons(network=network, what_to_change=what_to_change, **more)  # type: ignore[arg-type]  # texts alone
    lessons: UUID = party.give(told, party.bureau).data.lessons
    party.clock.pass_time(days=1)
    return lessons


def answer(party: Party, lessons: UUID, said: str = ANSWER) -> None:
    party.give(AnswerLessons(lessons=lessons, answer=said), party.board)
    party.clock.pass_time(days=1)


@pytest.fixture
def answered(party: Party, network: UUID) -> UUID:
    lessons = tell(party, network)
    answer(party, lessons)
    return lessons


def read(party: Party) -> list[str | None]:
    return [each.answer for each in party.ask(LessonsOfNetworks(), party.board).items]


def quoted(party: Party, network: UUID) -> list[str | None]:
    figures = party.ask(Evaluation(), party.bureau).figures
    (figure,) = [each for each in figures if (each.figure, each.of) == ("lessons", network)]
    return [each["answer"] for each in figure.model_dump(mode="json", by_alias=True)["detail"]["told"]]


def register(party: Party) -> list[DecisionEntry]:
    found = party.ask(DecisionRegister(), party.bureau).items
    return [each for each in found if each.decision == "LessonsAnswered"]


def test_an_answer_is_read_with_the_lessons_and_quoted_in_the_evaluation(party: Party, network: UUID, answered: UUID):
    assert (read(party), quoted(party, network)) == ([ANSWER], [ANSWER])
    assert party.ask(LessonsOfNetworks(), party.core_group(FOUNDERS[0], network)).items[0].answer == ANSWER
    with pytest.raises(AccessDenied):
        party.ask(History(item=answered), party.member(SOMEBODY))


@pytest.mark.parametrize(("said_anew", "counts"), [(WISH, ANSWER), ("Bel later.", None)])
def test_it_holds_for_as_long_as_the_core_group_says_the_same(
    party: Party, network: UUID, answered: UUID, said_anew: str, counts: str | None
):
    assert tell(party, network, said_anew, what_worked="Korte avonden.") == answered
    assert (read(party), quoted(party, network)) == ([counts], [counts])


def test_the_register_tells_that_the_board_answered_and_its_words_are_for_who_reads_lessons(
    party: Party, network: UUID, answered: UUID
):
    (told,) = register(party)
    assert (told.network, told.name, told.reasons, told.event) == (
        network,
        party.load(Network, network).name,
        None,
        f"{answered}:2",
    )
    assert told.decided is not None
    assert ANSWER not in party.ask(DecisionRegister(), party.session(Role.REQUESTER)).model_dump_json()


def test_a_network_is_called_in_the_register_what_it_was_called_by_then(party: Party, network: UUID, answered: UUID):
    before, day = register(party)[0].name, day_of(party.clock())
    party.clock.pass_time(days=1)
    party.give(RenameNetwork(network=network, name="Netwerk stilte"), party.board)
    (then,) = [each for each in party.ask(DecisionRegister(on=day), party.bureau).items if each.event == f"{answered}:2"]
    assert (then.name, register(party)[0].name) == (before, "Netwerk stilte")


def test_an_answer_that_is_struck_is_nowhere_and_the_one_before_it_counts(party: Party, network: UUID, answered: UUID):
    answer(party, answered, "Dat kan niet.")
    known = datetime.fromtimestamp(party.clock().timestamp() - 3600, UTC)
    party.give(WithdrawEntry(of=f"{answered}:3", mistake=Mistake.WRONG_WORDS), party.bureau)
    assert (read(party), quoted(party, network), len(register(party))) == ([ANSWER], [ANSWER], 1)
    then = party.ask(LessonsOfNetworks(known_at=known), party.board).items
    assert [each.answer for each in then] == ["Dat kan niet."]


def test_an_answer_of_another_day_is_corrected_also_once_the_network_is_closed(party: Party, network: UUID, answered: UUID):
    party.give(CloseNetwork(network=network, reason="Klaar."), party.board)
    party.clock.pass_time(days=2)
    at = party.clock.now
    party.clock.pass_time(days=1)
    party.give(CorrectEntry(of=f"{answered}:2", corrected_at=at, mistake=Mistake.WRONG_DAY), party.bureau)
    assert [each.at for each in register(party)] == [at]


def test_it_can_be_answered_long_after_the_half_year_and_after_the_network_is_gone(party: Party, network: UUID):
    lessons = tell(party, network)
    party.give(CloseNetwork(network=network, reason="Klaar."), party.board)
    party.clock.pass_time(days=300)
    answer(party, lessons)
    assert read(party) == [ANSWER]


@pytest.mark.usefixtures("answered")
def test_as_of_a_day_before_it_there_is_no_answer(party: Party):
    (told,) = party.ask(LessonsOfNetworks(), party.board).items
    then = party.ask(LessonsOfNetworks(on=day_of(told.told_at)), party.board).items
    assert [each.answer for each in then] == [None]
