"""Every row of a read store, so that two stores can be compared, and random histories that are long enough to be killed in."""

from pathlib import Path
from random import Random

from application.ports.event_log import EventLog
from projections.store.read_store import ReadStore
from projections.store.tables import FACT_TABLES
from tests.projections.asking import reads_of
from tests.projections.meeting_steps import MEETING_STEPS
from tests.projections.network_steps import NETWORK_STEPS
from tests.projections.pilot_steps import PILOT_STEPS
from tests.projections.plan_steps import PLAN_STEPS
from tests.projections.stories import LAST, Step, Story

Rows = dict[str, list[tuple[str, ...]]]

BEGUN = ("begin_network", "join", "appoint", "open_pilot", "draft", "nominate", "accept", "submit", "start_in_party")


def rows_of(store: ReadStore) -> Rows:
    """Give all rows, each without its number, and the position."""
    with store.reading() as connection:
        rows: Rows = {"position": [(str(store.position(connection)),)]}
        for table in FACT_TABLES:
            found = connection.execute(table.select()).mappings()
            rows[table.name] = sorted(tuple(str(row[name]) for name in row if name != "fact") for row in found)
    return rows


def expected_rows(folder: Path, log: EventLog) -> Rows:
    """Give the rows of a store that was built in one go, by one process, on SQLite."""
    with reads_of(folder / "expected", log) as reads:
        return rows_of(reads.store)


def a_long_story(log: EventLog, tries: int = 1_200) -> Story:
    """Try many things, always the same ones."""
    random = Random(20_220_628)  # noqa: S311  # not to keep a secret, but to be the same again
    story = Story(log)
    story.tries(*(Step(does, 4 * one, one, one) for does in BEGUN for one in range(3)))
    kinds = (*NETWORK_STEPS, *MEETING_STEPS, *PLAN_STEPS, *PILOT_STEPS)
    for _ in range(tries):
        story.tries(Step(random.choice(kinds), random.randrange(LAST + 1), random.randrange(12), random.randrange(12)))
    return story
