"""The bureau takes back lessons that were told by mistake: what was told before them counts again, and everything follows."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from application.commands.lessons import TellLessons
from application.commands.networks import CloseNetwork, CorrectEntry, WithdrawEntry
from application.errors import AccessDenied, InTheFuture
from application.queries.acts import PossibleActs
from application.queries.attention import AttentionKind, AttentionList
from application.queries.auditing.record import History
from application.queries.evaluating.evaluation import Evaluation
from application.queries.meetings import LessonsOfNetworks
from domain.kernel.entries import Mistake
from domain.kernel.errors import CorrectionImpossible, SomethingRestsOnEntry
from domain.networks.errors import NetworkNotBegunYet
from tests.application.party import FOUNDERS, OTHER_FOUNDERS, Party

WRONG = Mistake.WRONG_NETWORK


def tell(party: Party, network: UUID, what_worked: str, **when: Any) -> UUID:
    told = party.give(TellLessons(network=network, what_worked=what_worked, **when), party.bureau)
    lessons: UUID = told.data.lessons
    return lessons


def told(party: Party, **when: Any) -> list[tuple[str | None, int]]:
    return [(each.what_worked, each.version) for each in party.ask(LessonsOfNetworks(**when), party.bureau).items]


def quoted(party: Party, network: UUID) -> list[str | None]:
    figures = party.ask(Evaluation(), party.bureau).figures
    (figure,) = [each for each in figures if (each.figure, each.of) == ("lessons", network)]
    return [each["whatWorked"] for each in figure.model_dump(mode="json", by_alias=True)["detail"]["told"]]


@pytest.fixture
def twice(party: Party, network: UUID) -> UUID:
    """Give lessons that were told, and told anew a day later."""
    lessons = tell(party, network, "Korte avonden.")
    party.clock.pass_time(days=1)
    tell(party, network, "Lange avonden.")
    party.clock.pass_time(days=1)
    return lessons


def test_an_earlier_telling_comes_back_when_the_later_is_withdrawn(party: Party, network: UUID, twice: UUID):
    assert (told(party), quoted(party, network)) == ([("Lange avonden.", 2)], ["Lange avonden."])
    known = datetime.fromtimestamp(party.clock().timestamp() - 3600, UTC)
    party.give(WithdrawEntry(of=f"{twice}:2", mistake=WRONG), party.bureau)
    assert (told(party), quoted(party, network)) == ([("Korte avonden.", 1)], ["Korte avonden."])
    assert told(party, known_at=known) == [("Lange avonden.", 2)]
    kinds = [each.type for each in party.ask(History(item=twice), party.bureau).items]
    assert kinds == ["LessonsTold", "LessonsToldAgain", "EntryWithdrawn"]


def test_what_was_told_last_counts_when_what_was_told_before_is_withdrawn(party: Party, network: UUID, twice: UUID):
    party.give(WithdrawEntry(of=f"{twice}:1", mistake=WRONG), party.bureau)
    assert (told(party), quoted(party, network)) == ([("Lange avonden.", 1)], ["Lange avonden."])
    assert told(party, on=party.clock().date() - timedelta(days=2)) == []


def test_lessons_of_the_wrong_network_are_withdrawn_and_told_of_the_right_one(party: Party, network: UUID):
    right = party.founded(OTHER_FOUNDERS, name="Netwerk zorg")
    lessons = tell(party, network, "Korte avonden.")
    day = party.clock().date()
    party.clock.pass_time(days=3)
    party.give(WithdrawEntry(of=f"{lessons}:1", mistake=WRONG), party.bureau)
    assert (told(party), quoted(party, network)) == ([], [])
    tell(party, right, "Korte avonden.", on=day)
    assert [each.network for each in party.ask(LessonsOfNetworks(), party.bureau).items] == [right]


def test_wrong_words_are_withdrawn_and_told_anew_of_a_half_year_that_is_long_over(party: Party, network: UUID):
    lessons, day = tell(party, network, "Korte avonden."), party.clock().date()
    party.clock.pass_time(days=400)
    party.give(WithdrawEntry(of=f"{lessons}:1", mistake=Mistake.WRONG_WORDS), party.bureau)
    tell(party, network, "Vaste avonden.", half_year="2025-H1", on=day)
    assert told(party) == [("Vaste avonden.", 1)]


def test_lessons_were_told_on_another_day(party: Party, twice: UUID):
    at = party.clock() - timedelta(hours=30)
    party.give(CorrectEntry(of=f"{twice}:2", corrected_at=at, mistake=Mistake.WRONG_DAY), party.bureau)
    (entry,) = party.ask(LessonsOfNetworks(), party.bureau).items
    assert (entry.told_at, entry.event, entry.what_worked) == (at, f"{twice}:2", "Lange avonden.")
    for number, wrong, refusal in (
        (2, party.clock() + timedelta(days=1), InTheFuture),
        (1, party.clock() - timedelta(hours=1), CorrectionImpossible),
        (2, datetime(2010, 1, 1, tzinfo=UTC), NetworkNotBegunYet),
    ):
        with party.refused(refusal):
            party.give(CorrectEntry(of=f"{twice}:{number}", corrected_at=wrong, mistake=Mistake.WRONG_DAY), party.bureau)


def test_who_told_nothing_that_stands_is_asked_again(party: Party, network: UUID):
    def asked() -> bool:
        items = party.ask(AttentionList(), party.core_group(FOUNDERS[0], network)).items
        return AttentionKind.LESSONS_TO_TELL in {each.kind for each in items}

    party.clock.pass_time(days=(date(2025, 7, 10) - party.clock().date()).days)
    assert asked()
    lessons = tell(party, network, "Korte avonden.", half_year="2025-H1")
    assert not asked()
    party.give(WithdrawEntry(of=f"{lessons}:1", mistake=WRONG), party.bureau)
    assert asked()


def test_a_closing_rests_on_no_lessons_that_were_withdrawn(party: Party, network: UUID):
    lessons = tell(party, network, "Korte avonden.")
    closing = CloseNetwork(network=network, reason="Klaar.", at=party.clock() - timedelta(seconds=30))
    with party.refused(SomethingRestsOnEntry):
        party.give(closing, party.board)
    party.give(WithdrawEntry(of=f"{lessons}:1", mistake=WRONG), party.bureau)
    party.give(closing, party.board)


def test_the_bureau_is_offered_to_mend_a_line_and_nobody_else_is(party: Party, twice: UUID):
    offered = party.ask(PossibleActs(item=twice, entry=f"{twice}:2"), party.bureau).items
    assert {each.command: each.may for each in offered} == {"CorrectEntry": True, "WithdrawEntry": True}
    with party.refused(AccessDenied):
        party.give(WithdrawEntry(of=f"{twice}:2", mistake=WRONG), party.board)
