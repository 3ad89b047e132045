"""What nothing records yet: figures 20 and 27. They say so, and no nought stands where nobody counted."""

from application.queries import Note
from projections.evaluation.frame import Found, of_each_network
from projections.evaluation.known import Known, NetworkKnown


@of_each_network("working-groups")
def working_groups(_: Known, network: NetworkKnown) -> Found:
    """Say that working groups are not recorded yet."""
    return _nothing(network)


@of_each_network("input-and-reply")
def input_and_reply(_: Known, network: NetworkKnown) -> Found:
    """Say that members' input is not recorded yet."""
    return _nothing(network)


def _nothing(network: NetworkKnown) -> Found:
    return Found(value=None, note=Note.NOT_RECORDED, events=[network.row["begun_by"]])
