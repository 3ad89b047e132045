"""What the application refuses before or beside the rules of the domain."""

from enum import StrEnum

from domain.kernel.errors import DomainError


class AccessDenied(DomainError):
    """The access table does not let this role do or see this."""


class PersonsOfSensitiveNetwork(DomainError):
    """Of a sensitive network nobody but its own people records anything about one person."""


class NotConfirmedByMail(DomainError):
    """What somebody asks without a session waits until they have confirmed it with a code from their mail."""


class AddressNotConfirmed(DomainError):
    """Mail goes to another address once a code that was sent there was filled in."""


class UnknownItem(DomainError):
    """There is nothing under this id."""


class PersonNotFound(DomainError):
    """A search by name finds one person, and nobody when none or several are called so."""


class PossiblySamePerson(DomainError):
    """Whoever has the name or the address of somebody who is known is registered when it is said that it is somebody else."""


class MergedWithOneself(DomainError):
    """A person is merged with another, and not with themselves."""


class PersonMergedAlready(DomainError):
    """Somebody is merged into somebody else once."""


class PersonNotMerged(DomainError):
    """Only a merger that stands is undone."""


class NeededFor(StrEnum):
    """What keeps a reference from being given up."""

    SEAT = "seat"
    NOMINATION = "nomination"
    EXPERT = "expert"
    ATTENDANCE = "attendance"
    CALL_ANSWER = "call-answer"
    MEMBERSHIP = "membership"
    ROLE = "role"


class BothStillNeeded(DomainError):
    """Two people are merged once not both have something in one place that rests on them."""


class NominatedPersonNotFound(DomainError):
    """Who is named among several is one person."""


class RequesterMissing(DomainError):
    """Who records a request for somebody says for whom."""


class UnknownConsentWording(DomainError):
    """A consent is to a wording that was read: the one of its day."""


class LookPurposeMissing(DomainError):
    """Who reads many people at once says what for."""


class JoiningGivesConsent(DomainError):
    """The consent to being in a sensitive network is said with joining it, or with accepting a seat."""


class ConsentNeedsNetwork(DomainError):
    """There can be consents for several sensitive networks: it is said which one is withdrawn."""


class StaleVersion(DomainError):
    """Somebody changed it since you looked at it."""


class VersionNeeded(DomainError):
    """This change must name the version it was made on (If-Match)."""


class CommandIdReused(DomainError):
    """The command id was used before for something else."""


class TooManyWishes(DomainError):
    """Somebody wishes for a number of things at once, and takes one back before the next."""


class NoAddressInUse(DomainError):
    """Only an address to which mail goes can bounce."""


class InTheFuture(DomainError):
    """Only what has happened can be recorded."""


class NotOnAnotherDay(DomainError):
    """What others count days from happens when it is asked for."""


class UnknownEventType(DomainError):
    """Only what can happen can be asked for by its name."""


class LastDayTooEarly(DomainError):
    """A period begins on its first day and ends on its last, or on the same one."""


class CurveTooLong(DomainError):
    """A curve tells so many days and no more at once."""


class UnknownFigure(DomainError):
    """It is asked on what a figure rests that the evaluation knows."""


class FigureNeedsItem(DomainError):
    """Of which network, plan or pilot a figure is asked, is said."""


class FigureNeedsNoItem(DomainError):
    """A figure of all networks together is of no single one."""


class DayNotBegun(DomainError):
    """Of a day that has not begun nothing is known, and nothing rests on it."""


class NetworkNotBegunThen(DomainError):
    """A network is asked about on a day on which it was there."""


class NothingRecordedThen(DomainError):
    """A figure of all networks is asked of a day on which there was anything to count."""


class NoRulesThen(DomainError):
    """Before the day from which the first rules hold, no rules were in force."""


class UnknownRulesVersion(DomainError):
    """Only versions of the rules that were adopted can be compared."""


class UnknownPlanVersion(DomainError):
    """Only versions of a plan that were handed in can be compared."""


class NotKnownThen(DomainError):
    """A figure is compared with what was known of it."""


class ClosedRequestNotRecorded(DomainError):
    """The party bureau does not read closed requests, so it does not type them either."""


class TimeGoesForward(DomainError):
    """In a demo, whose clock can be set, time goes on from the newest event."""
