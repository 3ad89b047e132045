"""Every kind of event is applied to what was kept before it, also when somebody reads in between."""

from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest

from domain.kernel.acts import IMPORT, Act, Role, Source
from domain.kernel.log import Log
from projections.projectors.catch_up import apply_next
from projections.store.read_store import open_read_store
from tests.domain.every_decision import EVERY_DECISION, Example
from tests.domain.examples import COMMAND, PLAN, TODAY, person
from tests.projections.rows import rows_of
from tests.projections.stories import act, address, open_log

ACT = Act(
    by=person(7),
    role=Role.CORE_GROUP,
    at=TODAY,
    entered_by=person(8),
    source=Source.PHONE,
    command=COMMAND,
    cause=f"{PLAN}:3",
)


@pytest.mark.parametrize("example", EVERY_DECISION, ids=str)
def test_events_that_are_applied_one_by_one_make_the_rows_that_all_at_once_make(example: Example, tmp_path: Path):
    log = open_log(tmp_path)
    changed = example.decided(ACT, keep_history=True)
    is_of_log = str(example).startswith("Log.")
    begun = [] if is_of_log else [Log.open(act(0, by=IMPORT, role=Role.ADMINISTRATOR), log=uuid4(), demo=True)]
    log.record([*begun, *changed], command=uuid4(), digest="0" * 64, answer={})
    with closing(open_read_store(address(tmp_path))) as store, closing(open_read_store(address(tmp_path / "at-once"))) as at_once:
        while apply_next(store, log, batch=1) < log.last_position():
            rows_of(store)  # somebody reads in between
        apply_next(at_once, log)
        assert rows_of(store) == rows_of(at_once)
    log.close()
