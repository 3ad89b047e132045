"""An evaluation is frozen to the letter, reacted to, decided on and published; then everybody reads it."""

import hashlib
import json
import re
from datetime import date, timedelta
from typing import Any
from unittest.mock import patch
from uuid import UUID

import pytest
import rfc8785

from application.access.visitor import VISITOR
from application.commands.evaluations import (
    AddObservation,
    AddOutsideResult,
    DecideNetworkFuture,
    FreezeEvaluation,
    PublishEvaluation,
    ReactToEvaluation,
)
from application.commands.networks import CorrectEntry, JoinNetwork, MarkSensitive, WithdrawEntry
from application.commands.pilot import CountPartyMembers
from application.commands.privacy import EraseOwnData
from application.errors import AccessDenied, NothingRecordedThen, NotOnAnotherDay, UnknownItem
from application.evaluation import versions
from application.evaluation.figures import FigureName
from application.ports.vault.sessions import Session
from application.queries.attention import AttentionKind, AttentionList
from application.queries.evaluating.evaluation import Note
from application.queries.evaluating.frozen_evaluations import (
    CorrectionsSinceFreezing,
    FrozenEvaluationDetails,
    FrozenEvaluationPage,
    FrozenEvaluations,
    WhyCorrected,
)
from domain.kernel.acts import CORE_GROUP, Role, Source
from domain.kernel.days import day_of
from domain.kernel.entries import Mistake
from domain.kernel.errors import EntryNotCorrectable
from domain.pilot.frozen_evaluation import (
    EvaluationFrozenAlready,
    EvaluationNotYet,
    EvaluationTellsTooMuch,
    NetworkFuture,
    NothingToFreeze,
    ReactionsStillPossible,
    ReactionTimeOver,
)
from projections.reading.query_service import NotSettledYet
from tests.application.party import BUREAU, FOUNDERS, MONDAY, OTHER_FOUNDERS, SOMEBODY, Party

TEN_MORE = tuple(f"Lid Verzonnen {number}" for number in range(10))


def freeze(party: Party, **said: Any) -> UUID:
    """Freeze the evaluation of today, once what was recorded is settled."""
    party.clock.pass_time(minutes=1)
    command = FreezeEvaluation(**{"day": day_of(party.clock()), **said})
    item: UUID = party.give(command, party.bureau).data.frozen_evaluation
    return item


def read(party: Party, item: UUID, session: Session | None = None) -> FrozenEvaluationPage:
    page = party.ask(FrozenEvaluationDetails(frozen_evaluation=item), session or party.bureau)
    assert isinstance(page, FrozenEvaluationPage)
    return page


def published(party: Party, item: UUID) -> None:
    party.clock.pass_time(days=15)
    party.give(PublishEvaluation(frozen_evaluation=item), party.bureau)


def corrected(party: Party, item: UUID, session: Session = VISITOR) -> dict[tuple[FigureName, str | None], WhyCorrected]:
    found = party.ask(CorrectionsSinceFreezing(frozen_evaluation=item), session).corrections
    return {(each.either.figure, each.either.network): each.why for each in found}


def react(party: Party, item: UUID, network: UUID, by: str = FOUNDERS[0]) -> None:
    said = ReactToEvaluation(frozen_evaluation=item, network=network, reaction="Wij herkennen dit.")
    party.give(said, party.core_group(by, network))


@pytest.mark.usefixtures("network")
def test_it_is_kept_in_the_one_form_that_it_has_with_its_digest_day_and_versions_and_names_nobody(party: Party):
    page = read(party, freeze(party))
    assert page.document is not None
    told = json.loads(page.document)
    assert rfc8785.dumps(told).decode() == page.document
    assert hashlib.sha256(page.document.encode()).hexdigest() == page.digest
    assert told["evaluation"]["on"] == "2025-03-03"
    assert told["metricVersions"] == {str(each): 1 for each in FigureName}
    assert (told["redaction"], page.redaction) == ("everybody-1", "everybody-1")
    assert re.findall(r"r[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f]{4}-", page.document) == []
    assert [name for name in (*FOUNDERS, SOMEBODY, BUREAU) if name in page.document] == []


def test_recomputed_it_is_the_same_to_the_byte_after_a_rebuild_and_on_the_other_database(request: pytest.FixtureRequest):
    from tests.application.conftest import party_at  # noqa: PLC0415  # its fixtures are found by pytest

    documents = set()
    for url in ("sqlite_copy", "postgres_copy"):
        with party_at(request.getfixturevalue(url)) as party:
            network = party.founded()
            for name in (SOMEBODY, *TEN_MORE):
                party.join(name, network)
            party.founded(OTHER_FOUNDERS, name="LHBTIQ+ netwerk", sensitive=True)
            party.give(CountPartyMembers(members=25_000, reference_day=date(2025, 1, 1), origin="De telling."), party.bureau)
            item = freeze(party)
            party.opened.reads.rebuild(lambda _: None)
            assert corrected(party, item, party.bureau) == {}
            first = read(party, item)
            entry = WithdrawEntry(of=f"{item}:1", mistake=Mistake.ENTERED_TWICE)
            party.give(entry, party.bureau)
            again = read(party, freeze(party, day=first.day, known_at=first.known_at))
            documents |= {first.document, again.document}
    assert len(documents) == 1


def test_core_groups_react_the_researcher_and_others_are_heard_the_board_decides_and_then_everybody_reads_it(
    party: Party, network: UUID
):
    item = freeze(party)
    auditor = party.session(Role.AUDITOR)
    react(party, item, network)
    act = party.newest().act
    assert (act.by, act.entered_by, act.source) == (CORE_GROUP, None, Source.SELF)
    party.give(AddObservation(frozen_evaluation=item, observation="Eén netwerk is weinig."), auditor)
    survey = AddOutsideResult(
        frozen_evaluation=item, result="De helft koos armoede.", origin="Een bericht.", result_day=date(2022, 8, 29)
    )
    party.give(survey, party.bureau)
    for session in (VISITOR, party.member(SOMEBODY), party.session(Role.ADMINISTRATOR)):
        assert party.ask(FrozenEvaluations(), session).items == ()
        with party.refused(UnknownItem):
            read(party, item, session)
        with party.refused(UnknownItem):
            corrected(party, item, session)
    with party.refused(ReactionsStillPossible):
        party.give(PublishEvaluation(frozen_evaluation=item), party.bureau)
    decided = DecideNetworkFuture(
        frozen_evaluation=item, network=network, future=NetworkFuture.GO_ON, ground="Het groeit.", digest=read(party, item).digest
    )
    party.give(decided, party.board)
    published(party, item)
    (listed,) = party.ask(FrozenEvaluations(), VISITOR).items
    page = read(party, item, VISITOR)
    assert listed.frozen_evaluation == page.frozen_evaluation == item
    assert [(each.network, each.reaction) for each in page.reactions] == [("Onderwijsnetwerk", "Wij herkennen dit.")]
    assert [each.observation for each in page.observations] == ["Eén netwerk is weinig."]
    assert [(each.result_day, each.counted) for each in page.outside_results] == [(date(2022, 8, 29), None)]
    assert [(each.network, each.future, each.digest) for each in page.futures] == [
        ("Onderwijsnetwerk", NetworkFuture.GO_ON, page.digest)
    ]


def test_only_the_core_group_of_a_network_reacts_for_it_and_only_in_its_fourteen_days(party: Party, network: UUID):
    item = freeze(party)
    other = party.founded(OTHER_FOUNDERS, name="Netwerk zorg")
    with party.refused(AccessDenied):
        party.give(
            ReactToEvaluation(frozen_evaluation=item, network=network, reaction="Wij ook."),
            party.core_group(OTHER_FOUNDERS[0], other),
        )
    react(party, item, network)
    party.clock.pass_time(days=15)
    with party.refused(ReactionTimeOver):
        react(party, item, network)


def test_who_reacts_and_who_publishes_has_it_on_the_list_until_it_is_done(party: Party, network: UUID):
    item = freeze(party)

    def waits(session: Session) -> list[tuple[AttentionKind, date | None]]:
        listed = party.ask(AttentionList(), session).items
        return [(each.kind, each.due_on) for each in listed if each.item == item]

    own = party.core_group(FOUNDERS[0], network)
    assert waits(own) == [(AttentionKind.EVALUATION_TO_REACT_TO, date(2025, 3, 17))]
    assert waits(party.bureau) == []
    react(party, item, network)
    assert waits(own) == []
    party.clock.pass_time(days=15)
    assert waits(party.bureau) == [(AttentionKind.EVALUATION_TO_PUBLISH, None)]
    party.give(PublishEvaluation(frozen_evaluation=item), party.bureau)
    assert waits(party.bureau) == []


@pytest.mark.usefixtures("network")
def test_what_was_frozen_stays_as_it_was_after_an_erasure_and_when_it_is_asked_again(party: Party):
    item = freeze(party)
    before = read(party, item)
    party.give(EraseOwnData(), party.member(SOMEBODY))
    published(party, item)
    after = read(party, item, VISITOR)
    assert (after.document, after.digest) == (before.document, before.digest)
    with party.refused(EvaluationFrozenAlready):
        freeze(party, day=before.day, known_at=before.known_at)


def test_what_was_recorded_later_is_listed_figure_by_figure_and_changes_nothing(party: Party, network: UUID):
    person = party.party_member("Late Verzonnen")
    item = freeze(party)
    before = read(party, item)
    assert corrected(party, item, party.bureau) == {}
    party.clock.pass_time(days=3)
    party.asked(network)
    assert corrected(party, item, party.bureau) == {}
    joined = JoinNetwork(network=network, purpose_version=1, person=person, on=before.day, source=Source.PHONE)
    party.give(joined, party.bureau)
    found = corrected(party, item, party.bureau)
    assert found[FigureName.MEMBERS, "Onderwijsnetwerk"] is WhyCorrected.LATER_ENTRIES
    assert set(found.values()) == {WhyCorrected.LATER_ENTRIES}
    (members,) = [
        each
        for each in party.ask(CorrectionsSinceFreezing(frozen_evaluation=item), party.bureau).corrections
        if each.either.figure is FigureName.MEMBERS
    ]
    assert (members.then.value, members.now.value) == (5, 6)
    assert read(party, item).document == before.document


def test_a_figure_that_is_counted_otherwise_from_now_on_is_listed_and_what_is_hidden_since_too(party: Party, network: UUID):
    for name in TEN_MORE:
        party.join(name, network)
    party.give(CountPartyMembers(members=25_000, reference_day=date(2025, 1, 1), origin="De telling."), party.bureau)
    item = freeze(party)
    with patch.object(versions, "DEFINED_ANEW", {FigureName.NETWORKS_FOUNDED: 1}):
        assert corrected(party, item, party.bureau) == {(FigureName.NETWORKS_FOUNDED, None): WhyCorrected.NEWER_METRIC}
    party.give(MarkSensitive(network=network), party.board)
    assert corrected(party, item, party.bureau) == {
        (FigureName.REACH, None): WhyCorrected.NO_LONGER_TOLD,
        (FigureName.OVERLAP, None): WhyCorrected.NO_LONGER_TOLD,
    }


def test_what_a_band_hides_is_not_published_and_once_it_was_it_is_hidden(party: Party, network: UUID):
    other = party.founded(OTHER_FOUNDERS, name="Netwerk zorg")
    item = freeze(party)
    party.give(MarkSensitive(network=network), party.board)
    with party.refused(EvaluationTellsTooMuch) as refusal:
        published(party, item)
    assert refusal.value.facts == {"networks": ("Onderwijsnetwerk",)}
    party.give(WithdrawEntry(of=f"{item}:1", mistake=Mistake.WRONG_NUMBER), party.bureau)
    again = freeze(party)
    published(party, again)
    page = read(party, again, VISITOR)
    assert (page.withheld, told_of(page, network)) == ((), (None, Note.SENSITIVE))
    assert told_of(page, other) == (4, None)
    party.give(MarkSensitive(network=other), party.board)
    hidden = read(party, again, VISITOR)
    assert (hidden.document, hidden.withheld) == (None, ("Netwerk zorg",))
    assert told_of(hidden, other) == (None, Note.SENSITIVE)
    assert hidden.digest == page.digest


def told_of(page: FrozenEvaluationPage, network: UUID) -> tuple[object, Note | None]:
    (members,) = [each for each in page.report.figures if each.figure is FigureName.MEMBERS and each.of == network]
    return members.value, members.note


@pytest.mark.usefixtures("network")
@pytest.mark.parametrize("hidden", [FigureName.GROWTH_PER_MONTH, FigureName.CORE_GROUP_MIX, FigureName.ATTENDANCE])
def test_what_strangers_are_not_told_of_a_network_is_not_in_it(party: Party, hidden: FigureName):
    assert [each for each in read(party, freeze(party)).report.figures if each.figure is hidden] == []


@pytest.mark.usefixtures("network")
def test_no_day_to_come_no_day_before_the_first_and_nothing_that_is_not_settled_is_frozen(party: Party):
    today = day_of(party.clock())
    for said, refusal in (
        ({"day": today + timedelta(days=1)}, EvaluationNotYet),
        ({"day": date(1900, 1, 1)}, NothingRecordedThen),
        ({"day": today, "known_at": MONDAY - timedelta(days=365)}, NothingToFreeze),
        ({"day": today, "known_at": MONDAY + timedelta(days=365)}, NotSettledYet),
        ({"day": today, "pilot": UUID(int=9)}, UnknownItem),
        ({"day": today - timedelta(days=30), "on": today - timedelta(days=20)}, NotOnAnotherDay),
    ):
        with party.refused(refusal):
            freeze(party, **said)


@pytest.mark.usefixtures("network")
def test_it_is_frozen_once_until_it_is_published_or_struck_and_corrected_by_nothing_else(party: Party):
    item = freeze(party)
    day = read(party, item).day
    with party.refused(EvaluationFrozenAlready):
        freeze(party, day=day)
    with party.refused(EntryNotCorrectable):
        party.give(CorrectEntry(of=f"{item}:1", corrected_at=MONDAY, mistake=Mistake.WRONG_DAY), party.bureau)
    published(party, item)
    assert freeze(party, day=day) != item
