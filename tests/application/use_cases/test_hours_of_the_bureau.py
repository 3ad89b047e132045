"""What the bureau estimates that the networks took it: said by the bureau, and counted by nobody else."""

from application.commands.pilot import EndPilot, EstimateHours
from application.errors import AccessDenied
from application.evaluation import details
from application.queries.evaluating.evaluation import Evaluation, Figure, Note
from domain.kernel.acts import Role
from domain.pilot.pilot import MonthNotOfPilot
from tests.application.party import Party


def hours(party: Party) -> Figure:
    answer = party.ask(Evaluation(events=True), party.board)
    figure: Figure = next(each for each in answer.figures if each.figure == "bureau-hours")
    return figure


def test_the_bureau_estimates_and_the_newest_counts(party: Party):
    pilot = party.pilot()
    assert (hours(party).value, hours(party).note) == (None, Note.NOT_STATED)
    for month, number in (("2025-01", 20), ("2025-02", 30), ("2025-01", 24)):
        party.give(EstimateHours(pilot=pilot, month=month, hours=number), party.bureau)
    party.give(EndPilot(pilot=pilot), party.board)
    party.give(EstimateHours(pilot=pilot, month="2025-03", hours=6), party.bureau)
    told = [{"month": "2025-01", "hours": 24}, {"month": "2025-02", "hours": 30}, {"month": "2025-03", "hours": 6}]
    assert (hours(party).value, hours(party).n, hours(party).detail) == (told, 3, details.BureauHours(total=60, median=24))
    assert len(hours(party).events) == 3


def test_nobody_else_says_what_it_took_the_bureau(party: Party):
    pilot = party.pilot()
    for session in (party.board, party.session(Role.AUDITOR)):
        with party.refused(AccessDenied):
            party.give(EstimateHours(pilot=pilot, month="2025-01", hours=20), session)
    with party.refused(MonthNotOfPilot):
        party.give(EstimateHours(pilot=pilot, month="2199-01", hours=20), party.bureau)
