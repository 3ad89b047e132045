"""What nothing records yet: figures 20 and 27. They say so, and no nought stands where nobody counted."""

from application.queries.evaluation import Note
from projections.evaluation.frame import Measurement, of_each_network
from projections.evaluation.known import EvaluationData, NetworkData


@of_each_network("working-groups")
def working_groups(_: EvaluationData, network: NetworkData) -> Measurement:
    """Say that working groups are not recorded yet."""
    return _nothing(network)


@of_each_network("input-and-reply")
def input_and_reply(_: EvaluationData, network: NetworkData) -> Measurement:
    """Say that members' input is not recorded yet."""
    return _nothing(network)


def _nothing(network: NetworkData) -> Measurement:
    return Measurement(value=None, note=Note.NOT_RECORDED, events=[network.row["begun_by"]])
