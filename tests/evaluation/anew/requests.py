"""A request for advice as it stood at a moment, as it is known now."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tests.evaluation.anew.figure import Party
from tests.evaluation.anew.log import Entry, as_known
from tests.evaluation.anew.networks import Network

STEPS = {
    "AdviceRequested": "open",
    "AdviceRequestRedirected": "open",
    "AdviceRequestDeclined": "declined",
    "AdviceDelivered": "answered",
    "AdviceRequestWithdrawn": "withdrawn",
    "AdviceRequestLapsed": "lapsed",
    "ClarificationNotGiven": "unclarified",
}
TAKES_FROM_BUREAU = {
    "AdviceRequestRedirected",
    "AdviceDelivered",
    "AdviceRequestDeclined",
    "AdviceRequestWithdrawn",
    "AdviceRequestLapsed",
}
STOPS_WAITING = TAKES_FROM_BUREAU | {"ClarificationGiven", "RequestLeftToBureau"}


@dataclass
class Request:
    """What became of one request."""

    life: list[Entry]
    """What happened by the moment, in the order in which it was recorded."""
    network: Any = None
    outcome: str = "open"
    brought: bool = False
    clarifying: bool = False
    due: date | None = None
    first_due: date | None = None
    overdue: bool = False
    decided: Entry | None = None
    """What settled it."""
    experts: dict[str, tuple[bool, bool]] = field(default_factory=dict)
    """Whether each takes part, and has an interest that is not disclosed."""
    acknowledged: bool = False
    uses: dict[int | None, str] = field(default_factory=dict)

    @property
    def asked(self) -> Entry:
        return self.life[0]

    def happened(self, each: Entry) -> None:
        said = each.said
        if each.kind in STEPS:
            self.outcome, self.decided = STEPS[each.kind], each
        if each.kind in {"AdviceRequested", "AdviceRequestRedirected"}:
            self.brought = said.network != self.asked.said.network
            self.network, self.experts = said.network, {}
        if each.kind in STOPS_WAITING:
            self.clarifying = False
        if each.kind in {"AdviceRequested", "AdviceRequestRedirected", "NewDayAgreed", "NewDayRefused", "ClarificationGiven"}:
            self.due = said.days.due
            self.first_due = self.first_due or self.due
        self._of_clarification(each)
        self._afterwards(each)
        if each.kind.startswith("Expert"):
            self._of_expert(each)

    def _of_clarification(self, each: Entry) -> None:
        if each.kind == "ClarificationAsked":
            self.clarifying = True
        if each.kind == "ClarificationGiven" and self.outcome == "unclarified":
            self.outcome = "open"

    def _afterwards(self, each: Entry) -> None:
        if each.kind == "AdviceOverdue":
            self.overdue = True
        if each.kind == "AdviceAcknowledged":
            self.acknowledged = True
        if each.kind == "AdviceUseReported":  # told again, the newest counts
            self.uses = {one.number: str(one.use) for one in each.said.uses}

    def _of_expert(self, each: Entry) -> None:
        who = each.said.reference
        if each.kind != "ExpertInvited" and who not in self.experts:
            return
        accepted, interest = self.experts.get(who, (False, False))
        self.experts[who] = {
            "ExpertInvited": (False, False),
            "ExpertAccepted": (True, interest),
            "ExpertDeclined": (False, interest),
            "ExpertConflictDeclared": (accepted, True),
            "ExpertConflictDisclosed": (accepted, False),
        }[each.kind]

    @property
    def took_part(self) -> list[str]:
        return [who for who, (accepted, interest) in self.experts.items() if accepted and not interest]

    def days_with_bureau(self, until: date) -> list[int]:
        """How many days each time that it lay there: none, where it was settled on an earlier day, as was typed later."""
        found, since = [], None
        for each in self.life:
            if each.kind == "RequestLeftToBureau":
                since = since or each.day  # left again while it lies there, it lies there since the first
            elif since is not None and each.kind in TAKES_FROM_BUREAU:
                found.append(max((each.day - since).days, 0))
                since = None
        return found if since is None else [*found, (until - since).days]


def request_at(life: Iterable[Entry], before: Any) -> Request | None:  # a moment
    """The request as of a moment, None when it was not asked by then."""
    happened = [each for each in as_known(life) if each.at < before]
    if not happened or happened[0].kind != "AdviceRequested":
        return None
    request = Request(happened)
    for each in happened:
        request.happened(each)
    return request


def requests_of(party: Party, network: Network) -> list[Request]:
    """The requests that a network leads."""
    lives = (life for life in party.of_networks[network.id] if life[0].kind == "AdviceRequested")
    found = (request_at(life, party.asked.before) for life in lives)
    return [each for each in found if each is not None and each.network == network.id]
