"""Every kind of aggregate. Topics resolve only after their module was imported: the wiring imports this (library trap)."""

from domain.advice_offer import AdviceOffer
from domain.advice_request import AdviceRequest
from domain.baseline import Baseline
from domain.call_answer import CallAnswer
from domain.conversation import Conversation
from domain.events import Aggregate
from domain.founding_plan import FoundingPlan
from domain.lessons import Lessons
from domain.log import Log
from domain.meeting import Meeting
from domain.membership import Membership
from domain.network import Network
from domain.network_name import NetworkName
from domain.office import Office
from domain.party_membership import PartyMembership
from domain.pilot import Pilot
from domain.rule_book import RuleBook

AGGREGATES: tuple[type[Aggregate], ...] = (
    Log,
    RuleBook,
    Baseline,
    Pilot,
    FoundingPlan,
    Network,
    NetworkName,
    Membership,
    Meeting,
    Lessons,
    Conversation,
    AdviceRequest,
    CallAnswer,
    AdviceOffer,
    PartyMembership,
    Office,
)
"""In the order in which a network's life goes."""
