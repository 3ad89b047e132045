"""What a role is told to do about what needs it: no command that it may not give."""

from application.access.scopes import Reach
from application.access.table import COMMANDS
from application.acts.answering import ANSWERED_BY
from application.queries.attention import AttentionItem, AttentionList
from application.queries.base import Many


def attention(reach: Reach, _: AttentionList, answer: Many[AttentionItem]) -> Many[AttentionItem]:
    """Say of each item which commands answer it, of those that the role may give; who only helps is told of none."""
    return answer.with_items(
        each.model_copy(
            update={
                "answered_by": tuple(
                    command.__name__ for command in ANSWERED_BY[each.kind] if reach.session.role in COMMANDS[command]
                )
            }
        )
        for each in answer.items
    )
