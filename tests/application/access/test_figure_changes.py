"""A figure as it was known once and as it is now, with the entries between."""

from datetime import timedelta
from uuid import UUID

import pytest

from application.commands.networks import LeaveNetwork
from application.errors import NotKnownThen, UnknownItem
from application.language.answers import in_sentences
from application.language.words import Language
from application.queries.auditing.figure_changes import FigureChanges, HowChanged
from application.queries.auditing.reasons import ReasonPart
from application.queries.evaluating.evaluation import WhyLeftOut
from domain.kernel.acts import Role
from tests.application.party import SOMEBODY, SOMEBODY_ELSE, Party


def test_what_was_recorded_since_then_came_to_a_figure_or_went_from_it(party: Party, network: UUID):
    party.clock.pass_time(days=1)
    since = party.clock()
    party.clock.pass_time(days=1)
    party.join(SOMEBODY_ELSE, network)
    party.give(LeaveNetwork(network=network), party.member(SOMEBODY))
    party.clock.pass_time(minutes=1)
    for session in (party.bureau, party.session(Role.AUDITOR)):
        found = in_sentences(party.ask(FigureChanges(figure="members", network=network, since=since), session), Language.NL)
        assert (found.then.sentence, found.now.sentence) == ("Leden, Onderwijsnetwerk: 5.", "Leden, Onderwijsnetwerk: 5.")
        joined = f"{party.membership(SOMEBODY_ELSE, network).id}:1"
        left = party.membership(SOMEBODY, network).id
        assert {(each.event, each.part, each.why, each.change) for each in found.lines} == {
            (joined, ReasonPart.COUNTED, None, HowChanged.CAME),
            (f"{left}:2", ReasonPart.LEFT_OUT, WhyLeftOut.LEFT, HowChanged.CAME),
            (f"{left}:1", ReasonPart.COUNTED, None, HowChanged.WENT),
        }
        assert all(each.sentence for each in found.lines)


def test_of_what_is_not_there_and_was_not_known_then_nothing_is_compared(party: Party, network: UUID):
    long_ago = party.clock() - timedelta(days=900)
    for about, refusal in ((network, NotKnownThen), (UUID(int=7), UnknownItem)):
        with pytest.raises(refusal):
            party.ask(FigureChanges(figure="members", network=about, since=long_ago), party.bureau)
