"""Every kind of aggregate. Topics resolve only after their module was imported: the wiring imports this (library trap)."""

from domain.advice.call_answer import CallAnswer
from domain.advice.offer import AdviceOffer
from domain.advice.request import AdviceRequest
from domain.kernel.events import Aggregate
from domain.kernel.log import Log
from domain.networks.conversation import Conversation
from domain.networks.lessons import Lessons
from domain.networks.meeting import Meeting
from domain.networks.membership import Membership
from domain.networks.name import NetworkName
from domain.networks.network import Network
from domain.party.consent import Consent
from domain.party.erasures import Erasures
from domain.party.office import Office
from domain.party.party_membership import PartyMembership
from domain.party.privacy_request import PrivacyRequest
from domain.party.record_lifting import RecordLifting
from domain.party.reference_lifting import ReferenceLifting
from domain.party.service_parts import ServiceParts
from domain.pilot.baseline import Baseline
from domain.pilot.frozen_evaluation import FrozenEvaluation
from domain.pilot.pilot import Pilot
from domain.pilot.rule_book import RuleBook
from domain.plans.founding_plan import FoundingPlan

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
    FrozenEvaluation,
    PartyMembership,
    Office,
    Erasures,
    PrivacyRequest,
    Consent,
    ReferenceLifting,
    RecordLifting,
    ServiceParts,
)
"""In the order in which a network's life goes."""
