"""Planning a meeting, moving it, calling it off, and recording that it was held: a page each."""

from collections.abc import Mapping

from application.commands.meetings import CancelMeeting, HoldMeeting, MoveMeeting, PlanMeeting, RecordMeeting
from application.language.words import Words
from application.queries.meetings import MeetingDetails, MeetingPage
from application.queries.networks import NetworkDetails
from domain.networks.meeting import MeetingAudience
from web.asking.deed import deed

OF_NETWORK = "/netwerken/{network}/bijeenkomsten"
ONE = "/bijeenkomsten/{meeting}"


def for_all_members(_: object) -> Mapping[str, str]:
    """Begin with what most meetings are."""
    return {"audience": MeetingAudience.ALL_MEMBERS}


def as_it_is(meeting: MeetingPage) -> Mapping[str, str]:
    """Begin with the day, the hour and the place that it has; its link stays when nothing is typed."""
    day = {"day-day": str(meeting.day.day), "day-month": str(meeting.day.month), "day-year": str(meeting.day.year)}
    hour = {} if meeting.begins is None else {"begins": f"{meeting.begins:%H.%M}"}
    return {**day, **hour, **({} if meeting.place is None else {"place": meeting.place})}


plan = deed(
    PlanMeeting,
    at=f"{OF_NETWORK}/plannen",
    about=lambda network: NetworkDetails(network=network),
    title=Words("Plan een bijeenkomst", "Plan a meeting"),
    asks=("title", "day", "begins", "mode", "place", "link", "audience"),
    starts=for_all_members,
    then=OF_NETWORK,
    done=Words("De bijeenkomst staat gepland.", "The meeting is planned."),
    next=Words(
        "De bijeenkomst staat op de pagina van het netwerk, en in de agenda van wie die volgt.",
        "The meeting stands on the page of the network, and in the calendar of whoever follows it.",
    ),
)

record = deed(
    RecordMeeting,
    at=f"{OF_NETWORK}/vastleggen",
    about=lambda network: NetworkDetails(network=network),
    title=Words("Leg vast dat er een bijeenkomst was", "Record a meeting that was held"),
    says={"outcome": "held"},
    asks=("title", "on", "mode", "audience", "present"),
    starts=for_all_members,
    then=OF_NETWORK,
    done=Words("De bijeenkomst is vastgelegd.", "The meeting was recorded."),
)

move = deed(
    MoveMeeting,
    at=f"{ONE}/verplaatsen",
    about=lambda meeting: MeetingDetails(meeting=meeting),
    title=Words("Verplaats de bijeenkomst", "Move the meeting"),
    lead=Words("Wat u leeg laat, blijft zoals het is.", "What you leave empty stays as it is."),
    quote=lambda meeting: meeting.title,
    asks=("day", "begins", "place", "link"),
    starts=as_it_is,
    then=ONE,
    done=Words("De bijeenkomst is verplaatst.", "The meeting was moved."),
    next=Words(
        "Wie de agenda volgt, ziet de nieuwe dag, tijd en plaats vanzelf.",
        "Whoever follows the calendar sees the new day, time and place.",
    ),
)

cancel = deed(
    CancelMeeting,
    at=f"{ONE}/afzeggen",
    about=lambda meeting: MeetingDetails(meeting=meeting),
    title=Words("Zeg de bijeenkomst af", "Call the meeting off"),
    quote=lambda meeting: meeting.title,
    asks=("reason",),
    then=ONE,
    done=Words("De bijeenkomst is afgezegd.", "The meeting was called off."),
    next=Words(
        "Op de pagina en in elke agenda staat dat de bijeenkomst niet doorgaat.", "Pages and calendars say that it is off."
    ),
)

hold = deed(
    HoldMeeting,
    at=f"{ONE}/vastleggen",
    about=lambda meeting: MeetingDetails(meeting=meeting),
    title=Words("Leg vast dat de bijeenkomst doorging", "Record that the meeting was held"),
    lead=Words("Een aantal is genoeg. Namen hoeven niet.", "A number is enough. No names are needed."),
    quote=lambda meeting: meeting.title,
    asks=("present", "on"),
    then=ONE,
    done=Words("De bijeenkomst is vastgelegd.", "The meeting was recorded."),
)
