"""What is said of each subject, in Dutch and English: of its events by their topic, and of what is refused by its code."""

from collections.abc import Mapping

from application.language.sentences import Line, Sentence
from application.language.subjects import advice, evaluations, meetings, networks, party, pilot, plans

LINES: Mapping[str, Line] = (
    pilot.LINES | plans.LINES | networks.LINES | meetings.LINES | advice.LINES | evaluations.LINES | party.LINES
)
"""application.language.events adds who did it and how it came in."""

SENTENCES: Mapping[str, Sentence] = (
    pilot.SENTENCES
    | plans.SENTENCES
    | networks.SENTENCES
    | meetings.SENTENCES
    | advice.SENTENCES
    | evaluations.SENTENCES
    | party.SENTENCES
)
"""The other refusals stand in application.language.errors."""
