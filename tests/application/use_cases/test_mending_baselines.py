"""A count that was mistyped is struck, and recorded anew of the same day."""

from datetime import date, timedelta
from uuid import UUID

from application.commands.networks import CorrectEntry, WithdrawEntry
from application.commands.pilot import CountPartyMembers
from application.queries.evaluating.baselines import PartyMemberCounts
from domain.kernel.entries import Mistake
from domain.pilot.baseline import BaselineRecordedAlready
from tests.application.party import Party

DAY = date(2025, 1, 1)


def counted(party: Party, members: int) -> UUID:
    command = CountPartyMembers(members=members, reference_day=DAY, origin="De ledenadministratie.")
    baseline: UUID = party.give(command, party.bureau).data.baseline
    return baseline


def told(party: Party) -> list[tuple[UUID, int]]:
    return [(each.baseline, each.members) for each in party.ask(PartyMemberCounts(), party.bureau).items]


def test_a_count_that_was_mistyped_is_struck_and_recorded_anew_of_the_same_day(party: Party):
    wrong = counted(party, 2_500)
    with party.refused(BaselineRecordedAlready):
        counted(party, 25_000)
    earlier = party.clock() - timedelta(days=3)
    party.give(CorrectEntry(of=f"{wrong}:1", corrected_at=earlier, mistake=Mistake.WRONG_DAY), party.bureau)
    (entry,) = party.ask(PartyMemberCounts(), party.bureau).items
    assert (entry.at, entry.event, entry.members) == (earlier, f"{wrong}:1", 2_500)
    party.give(WithdrawEntry(of=f"{wrong}:1", mistake=Mistake.WRONG_NUMBER), party.bureau)
    assert told(party) == []
    right = counted(party, 25_000)
    assert (told(party), right == wrong) == ([(right, 25_000)], False)
    with party.refused(BaselineRecordedAlready):
        counted(party, 25_001)
