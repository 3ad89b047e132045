"""Turns that random histories seldom take: short stories about core groups, meetings and advice, each with a point."""

from tests.projections.stories import Step

BEGUN = [Step("adopt_rules", 0, 0, 0), Step("begin_network", 0, 0, 0), Step("begin_network", 0, 1, 1)]
JOINED = [*BEGUN, Step("join", 1, 0, 0), Step("join", 1, 0, 1)]
ASKED = [*BEGUN, Step("ask_network", 1, 0, 2)]

A_MEMBER_LEAVES_BETWEEN_TWO_MEETINGS = [
    *JOINED,
    Step("plan_meeting", 2, 0, 0),
    Step("hold_meeting", 3, 0, 2),
    Step("leave", 9, 0, 1),
    Step("plan_meeting", 12, 2, 0),
    Step("hold_meeting", 13, 2, 1),
]
A_MEETING_AFTER_THE_CLOSING = [*JOINED, Step("record_meeting", 2, 0, 3), Step("close", 9, 0, 0), Step("record_meeting", 20, 2, 4)]
ANOTHER_NETWORK_BEGINS_WITHOUT_THE_EXPERTS = [
    *ASKED,
    Step("invite_expert", 2, 0, 0),
    Step("expert_accepts", 3, 0, 0),
    Step("redirect_request", 4, 0, 1),
    Step("deliver", 5, 0, 1),
]
A_CLARIFICATION_IS_GIVEN_AND_NOTHING_COMES_OF_IT = [*ASKED, Step("ask_clarification", 2, 0, 0), Step("clarify", 9, 0, 0)]
A_CLARIFICATION_NEVER_COMES = [
    *ASKED,
    Step("ask_clarification", 2, 0, 1),
    Step("time_passes", 30, 0, 0),
    Step("clarify", 4, 0, 0),
    Step("time_passes", 31, 0, 0),
]
AN_EXPERT_WITH_AN_INTEREST_COMES_BACK = [
    *ASKED,
    Step("invite_expert", 2, 0, 0),
    Step("expert_accepts", 3, 0, 0),
    Step("expert_has_interest", 4, 0, 0),
    Step("disclose_interest", 5, 0, 0),
    Step("deliver", 6, 0, 1),
    Step("report_use", 7, 0, 1),
    Step("report_use", 8, 0, 2),
]
SOME_EXPERTS_TAKE_NO_PART = [
    *ASKED,
    Step("invite_expert", 2, 0, 0),
    Step("invite_expert", 2, 0, 1),
    Step("expert_accepts", 3, 0, 1),
    Step("expert_has_interest", 4, 0, 1),
    Step("deliver", 6, 0, 1),
]

A_MIX_IS_MENDED_AND_TAKEN_BACK = [
    *JOINED,
    Step("appoint", 2, 0, 0),
    Step("appoint", 2, 0, 1),
    Step("state_mix", 3, 0, 1),
    Step("state_mix", 4, 0, 2),
    Step("state_mix", 4, 0, 1),
    Step("correct_network", 5, 0, 3),
    Step("withdraw_seat", 6, 0, 4),
]
A_MIX_IS_STATED_AND_THE_NETWORK_CLOSED_BEFORE = [
    *JOINED,
    Step("appoint", 2, 0, 0),
    Step("state_mix", 14, 0, 1),
    Step("close", 15, 0, 0),
    Step("correct_network", 16, 0, 3),
]

A_NETWORK_CLOSES_AND_THE_BUREAU_LOOKS_FOR_ANOTHER = [
    *ASKED,
    Step("leave_to_bureau", 3, 0, 0),
    Step("redirect_request", 12, 0, 1),
    Step("leave_to_bureau", 15, 0, 1),
    Step("withdraw_request", 30, 0, 1),
]
THE_BUREAU_STILL_LOOKS = [*ASKED, Step("leave_to_bureau", 3, 0, 0)]
THE_BUREAU_LOOKED_AND_THE_END_IS_CORRECTED = [
    *ASKED,
    Step("leave_to_bureau", 1, 0, 0),
    Step("decline_request", 1, 0, 0),
    Step("correct_request", 4, 0, 0),
]
THE_BUREAU_IS_LEFT_IT_AGAIN_WHILE_IT_LIES_THERE = [
    *ASKED,
    Step("leave_to_bureau", 7, 0, 0),
    Step("redirect_request", 39, 0, 2),
    Step("leave_to_bureau", 18, 0, 3),
]
IT_IS_DECLINED_AND_BROUGHT_TO_ANOTHER_ON_ONE_DAY = [
    *ASKED,
    Step("leave_to_bureau", 27, 0, 0),
    Step("decline_request", 27, 0, 0),
    Step("redirect_request", 27, 0, 1),
]
AN_EXPERT_HELPS_TWICE = [
    *ASKED,
    Step("ask_network", 1, 1, 2),
    Step("invite_expert", 2, 0, 0),
    Step("expert_accepts", 3, 0, 0),
    Step("deliver", 4, 0, 1),
    Step("invite_expert", 5, 1, 0),
    Step("expert_accepts", 6, 1, 0),
    Step("deliver", 7, 1, 1),
]

A_PLAN_IS_BROUGHT_INTO_A_PILOT = [
    Step("open_pilot", 0, 0, 0),
    Step("draft", 1, 0, 0),
    Step("nominate", 1, 0, 0),
    Step("accept", 1, 0, 0),
    Step("submit", 2, 0, 0),
    Step("bring_into_pilot", 3, 0, 0),
]

A_DOUBLE_TURNS_OUT_TO_BE_NONE = [
    *JOINED,
    Step("appoint", 2, 0, 0),
    Step("withdraw_double", 3, 0, 0),
    Step("restore_double", 9, 0, 0),
    Step("leave", 12, 0, 0),
]
SOMEBODY_WITH_A_SEAT_LEAVES_AT_THE_MOMENT_OF_THE_CLOSING = [
    *JOINED,
    Step("appoint", 2, 0, 0),
    Step("close", 35, 0, 0),
    Step("leave", 35, 0, 0),
]
A_CLOSING_IS_TAKEN_BACK_AND_ITS_ENDINGS_ARE_NOT_YET = [
    *JOINED,
    Step("close", 3, 0, 0),
    Step("end_by_closing", 3, 0, 0),
    Step("reopen", 6, 0, 0),
    Step("join_again", 9, 0, 0),
]
SOMEBODY_JOINS_AND_LEAVES_AND_JOINS_AT_ONE_MOMENT = [
    *BEGUN,
    *(Step(each, 22, 0, 0) for each in ("join", "leave", "join_again")),
    Step("leave", 30, 0, 0),
    *(Step("join", 31, network, person) for network, person in ((0, 1), (0, 2), (1, 0), (1, 1), (1, 2))),
]
"""Halfway it is known of both joinings, and not that the second ended."""
A_JOINING_IS_TYPED_AT_THE_MOMENT_OF_THE_CLOSING = [
    *BEGUN,
    Step("close", 7, 0, 0),
    Step("join", 7, 0, 0),
    Step("end_by_closing", 24, 0, 0),
    Step("join_again", 7, 0, 0),
]
A_CLOSING_IS_CORRECTED_AND_ITS_ENDINGS_ARE_NOT_YET = [
    *BEGUN,
    Step("join", 2, 0, 0),
    Step("close", 6, 0, 0),
    Step("end_by_closing", 6, 0, 0),
    Step("correct_network", 4, 0, 5),
]
A_CLOSING_IS_CORRECTED_AFTER_A_SEAT_ENDED_WITH_IT = [
    *BEGUN,
    Step("join", 4, 1, 1),
    Step("appoint", 4, 1, 1),
    Step("merge", 16, 1, 0),
    Step("end_by_closing", 24, 1, 1),
    Step("correct_network", 22, 1, 11),
]
A_MIX_IS_STATED_AT_THE_MOMENT_OF_THE_CLOSING = [
    *BEGUN,
    Step("appoint", 0, 0, 0),
    Step("state_mix", 2, 0, 0),
    Step("close", 2, 0, 0),
]

OF_NETWORKS = [
    SOMEBODY_JOINS_AND_LEAVES_AND_JOINS_AT_ONE_MOMENT,
    A_JOINING_IS_TYPED_AT_THE_MOMENT_OF_THE_CLOSING,
    A_CLOSING_IS_CORRECTED_AND_ITS_ENDINGS_ARE_NOT_YET,
    A_CLOSING_IS_CORRECTED_AFTER_A_SEAT_ENDED_WITH_IT,
    A_MIX_IS_STATED_AT_THE_MOMENT_OF_THE_CLOSING,
    A_CLOSING_IS_TAKEN_BACK_AND_ITS_ENDINGS_ARE_NOT_YET,
    A_CLOSING_IS_TAKEN_BACK_AND_ITS_ENDINGS_ARE_NOT_YET[:-1],
    SOMEBODY_WITH_A_SEAT_LEAVES_AT_THE_MOMENT_OF_THE_CLOSING,
    A_DOUBLE_TURNS_OUT_TO_BE_NONE,
    A_DOUBLE_TURNS_OUT_TO_BE_NONE[:-1],
    A_DOUBLE_TURNS_OUT_TO_BE_NONE[:-2],
    A_MIX_IS_MENDED_AND_TAKEN_BACK,
    A_MIX_IS_STATED_AND_THE_NETWORK_CLOSED_BEFORE,
]
LESSONS_ARE_TAKEN_BACK = [
    *JOINED,
    Step("tell_lessons", 3, 0, 1),
    Step("tell_lessons", 4, 0, 3),
    Step("mend_lessons", 5, 0, 3),
    Step("tell_lessons", 6, 0, 5),
    Step("mend_lessons", 7, 2, 5),
]
ALL_LESSONS_ARE_TAKEN_BACK_AND_TOLD_ANEW = [
    *JOINED,
    Step("tell_lessons", 4, 0, 1),
    Step("mend_lessons", 5, 0, 1),
    Step("tell_lessons", 6, 0, 1),
]
THE_FIRST_LESSONS_ARE_TAKEN_BACK = [
    *JOINED,
    Step("tell_lessons", 3, 0, 0),
    Step("tell_lessons", 4, 0, 2),
    Step("mend_lessons", 5, 0, 4),
]
WHAT_SHOULD_CHANGE_IS_ANSWERED_AND_TOLD_ANEW = [
    *JOINED,
    Step("tell_lessons", 3, 0, 2),
    Step("answer_lessons", 4, 0, 0),
    Step("tell_lessons", 5, 0, 4),
    Step("tell_lessons", 6, 0, 6),
    Step("answer_lessons", 7, 0, 2),
    Step("mend_lessons", 8, 0, 4),
]
OF_MEETINGS = [
    WHAT_SHOULD_CHANGE_IS_ANSWERED_AND_TOLD_ANEW,
    A_MEMBER_LEAVES_BETWEEN_TWO_MEETINGS,
    A_MEETING_AFTER_THE_CLOSING,
    LESSONS_ARE_TAKEN_BACK,
    ALL_LESSONS_ARE_TAKEN_BACK_AND_TOLD_ANEW,
    THE_FIRST_LESSONS_ARE_TAKEN_BACK,
]
ADVICE_UNASKED_IS_MENDED = [
    *JOINED,
    Step("offer_advice", 3, 0, 0),
    Step("offer_advice", 4, 0, 1),
    Step("mend_offer", 6, 0, 0),
    Step("mend_offer", 7, 1, 1),
]

OF_ADVICE = [
    ADVICE_UNASKED_IS_MENDED,
    ANOTHER_NETWORK_BEGINS_WITHOUT_THE_EXPERTS,
    A_CLARIFICATION_IS_GIVEN_AND_NOTHING_COMES_OF_IT,
    A_CLARIFICATION_NEVER_COMES,
    A_CLARIFICATION_NEVER_COMES[:-2],
    AN_EXPERT_WITH_AN_INTEREST_COMES_BACK,
    SOME_EXPERTS_TAKE_NO_PART,
    A_NETWORK_CLOSES_AND_THE_BUREAU_LOOKS_FOR_ANOTHER,
    THE_BUREAU_STILL_LOOKS,
    IT_IS_DECLINED_AND_BROUGHT_TO_ANOTHER_ON_ONE_DAY,
    THE_BUREAU_IS_LEFT_IT_AGAIN_WHILE_IT_LIES_THERE,
    THE_BUREAU_LOOKED_AND_THE_END_IS_CORRECTED,
    AN_EXPERT_HELPS_TWICE,
]
