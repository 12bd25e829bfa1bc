"""The tables of the certificate and of the 告知函: from, act, to, by which office, which line."""

from enum import StrEnum

from zhengyin.people.offices import Office
from zhengyin.shared.workflow import Step, Workflow


class State(StrEnum):
    """Where a certificate stands."""

    APPLIED = "applied"
    TO_COMPLETE = "to_complete"
    ACCEPTED = "accepted"
    VERIFYING = "verifying"
    VERIFIED = "verified"
    AWAITING_SECOND = "awaiting_second"
    APPROVED = "approved"
    RETURNED = "returned"
    SEALED = "sealed"
    DELIVERED = "delivered"
    VOIDED = "voided"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"


class Act(StrEnum):
    """What an officer or a resident does with it."""

    APPLY = "apply"
    APPLY_AGAIN = "apply_again"
    ASK_TO_COMPLETE = "ask_to_complete"
    COMPLETE = "complete"
    RECORD_MATERIALS = "record_materials"
    REMOVE_ATTACHMENT = "remove_attachment"
    PHOTOGRAPH = "photograph"
    ATTACH = "attach"
    REFUSE = "refuse"
    ACCEPT = "accept"
    START_VERIFYING = "start_verifying"
    RECORD_CHECKS = "record_checks"
    VERIFY = "verify"
    APPROVE = "approve"
    APPROVE_FIRST = "approve_first"
    COUNTERSIGN = "countersign"
    RETURN = "return"
    DECLINE = "decline"
    RECUSE = "recuse"
    TAKE_BACK = "take_back"
    SEAL = "seal"
    PRINT = "print_copies"
    REPRINT = "reprint"
    RECORD_LATE = "record_late"
    DELIVER = "deliver"
    VOID_UNSTAMPED = "void_unstamped"
    VOID = "void"
    BEGIN_CORRECTION = "begin_correction"
    CORRECT = "correct"
    REISSUE = "reissue"
    RECORD_MANDATE = "record_mandate"
    WITHDRAW = "withdraw"


HANDLER = (Office.HANDLER,)
DIRECTOR = (Office.DIRECTOR,)
SECOND = (Office.SECOND_APPROVER,)
CUSTODIAN = (Office.CUSTODIAN,)
ASKING = (Office.RESIDENT, Office.HANDLER)
BEFORE_APPROVAL = (
    State.APPLIED, State.TO_COMPLETE, State.ACCEPTED, State.VERIFYING, State.VERIFIED, State.RETURNED,
    State.AWAITING_SECOND,
)  # fmt: skip
IN_FORCE = (State.SEALED, State.DELIVERED)
ONCE_SEALED = (*IN_FORCE, State.VOIDED, State.CORRECTED)
WITH_THE_HANDLER = (State.APPLIED, State.TO_COMPLETE, State.ACCEPTED, State.VERIFYING, State.RETURNED)
WITH_A_PROXY = (*BEFORE_APPROVAL, State.APPROVED, State.SEALED)  # somebody may come for the applicant

CERTIFICATE = Workflow(
    name="certificate",
    states=State,
    steps=(
        # from, act, to, by, line
        Step(None, Act.APPLY, State.APPLIED, ASKING, "certificate.applied"),
        Step(None, Act.APPLY_AGAIN, State.APPLIED, HANDLER, "certificate.applied_again"),
        Step(State.APPLIED, Act.ASK_TO_COMPLETE, State.TO_COMPLETE, HANDLER, "certificate.to_complete"),
        Step(State.TO_COMPLETE, Act.COMPLETE, State.APPLIED, ASKING, "certificate.completed"),
        *(
            Step(state, act, state, HANDLER, line)
            for state in WITH_THE_HANDLER
            for act, line in (
                (Act.RECORD_MATERIALS, "certificate.materials"),
                (Act.REMOVE_ATTACHMENT, "certificate.attachment_removed"),
                (Act.PHOTOGRAPH, "certificate.form_pages"),
            )
        ),
        *(
            Step(state, Act.ATTACH, state, (Office.RESIDENT,), "certificate.attached")
            for state in (State.APPLIED, State.TO_COMPLETE)
        ),
        *(
            Step(state, Act.REFUSE, State.REFUSED, HANDLER, "certificate.refused")
            for state in (State.APPLIED, State.TO_COMPLETE, State.VERIFYING)
        ),
        Step(State.APPLIED, Act.ACCEPT, State.ACCEPTED, HANDLER, "certificate.accepted"),
        Step(State.ACCEPTED, Act.START_VERIFYING, State.VERIFYING, HANDLER, "certificate.verifying"),
        Step(State.RETURNED, Act.START_VERIFYING, State.VERIFYING, HANDLER, "certificate.verifying"),
        Step(State.VERIFYING, Act.RECORD_CHECKS, State.VERIFYING, HANDLER, "certificate.checked"),
        Step(State.VERIFYING, Act.VERIFY, State.VERIFIED, HANDLER, "certificate.verified"),
        Step(State.VERIFIED, Act.APPROVE, State.APPROVED, DIRECTOR, "certificate.approved"),
        Step(
            State.VERIFIED, Act.APPROVE_FIRST, State.AWAITING_SECOND, DIRECTOR, "certificate.approved_first"
        ),
        Step(State.AWAITING_SECOND, Act.COUNTERSIGN, State.APPROVED, SECOND, "certificate.countersigned"),
        Step(State.VERIFIED, Act.RETURN, State.RETURNED, DIRECTOR, "certificate.returned"),
        Step(State.AWAITING_SECOND, Act.RETURN, State.RETURNED, SECOND, "certificate.returned"),
        Step(State.VERIFIED, Act.RECUSE, State.VERIFIED, DIRECTOR, "certificate.recused"),
        Step(State.AWAITING_SECOND, Act.RECUSE, State.AWAITING_SECOND, SECOND, "certificate.recused"),
        Step(State.APPROVED, Act.RECUSE, State.APPROVED, CUSTODIAN, "certificate.recused"),
        Step(State.VERIFIED, Act.DECLINE, State.REFUSED, DIRECTOR, "certificate.declined"),
        Step(State.AWAITING_SECOND, Act.DECLINE, State.REFUSED, SECOND, "certificate.declined"),
        Step(
            State.APPROVED, Act.TAKE_BACK, State.RETURNED, (*DIRECTOR, *CUSTODIAN), "certificate.taken_back"
        ),
        Step(State.APPROVED, Act.SEAL, State.SEALED, CUSTODIAN, "certificate.sealed"),
        Step(State.SEALED, Act.PRINT, State.SEALED, (*HANDLER, *CUSTODIAN), "certificate.printed"),
        Step(State.SEALED, Act.REPRINT, State.SEALED, (*HANDLER, *CUSTODIAN), "certificate.reprinted"),
        Step(None, Act.RECORD_LATE, State.SEALED, CUSTODIAN, "certificate.recorded_late"),
        Step(State.SEALED, Act.DELIVER, State.DELIVERED, HANDLER, "certificate.delivered"),
        Step(State.SEALED, Act.VOID_UNSTAMPED, State.VOIDED, CUSTODIAN, "certificate.voided_unstamped"),
        # What is asked for again leaves the old paper as it is until the new one is sealed.
        *(
            step
            for state in IN_FORCE
            for step in (
                Step(state, Act.BEGIN_CORRECTION, state, HANDLER, "certificate.correction_begun"),
                Step(state, Act.REISSUE, state, HANDLER, "certificate.reissue_begun"),
                Step(state, Act.VOID, State.VOIDED, DIRECTOR, "certificate.voided"),
                Step(state, Act.CORRECT, State.CORRECTED, CUSTODIAN, "certificate.corrected"),
            )
        ),
        *(
            Step(state, Act.WITHDRAW, State.WITHDRAWN, ASKING, "certificate.withdrawn")
            for state in BEFORE_APPROVAL
        ),
        *(
            Step(state, Act.RECORD_MANDATE, state, HANDLER, "certificate.mandate_recorded")
            for state in WITH_A_PROXY
        ),
    ),
    ends=frozenset({State.VOIDED, State.CORRECTED, State.WITHDRAWN, State.REFUSED}),
)

# Who wrote one of these as handler has handled the case. Looking at its numbers is no step of it.
HANDLING = frozenset(
    step.line
    for step in CERTIFICATE.steps
    if Office.HANDLER in step.by and step.before in (None, *BEFORE_APPROVAL)
)


class LetterState(StrEnum):
    """Where the 告知函 to the unit stands."""

    DRAFTED = "letter_drafted"
    RETURNED = "letter_returned"
    APPROVED = "letter_approved"
    SENT = "letter_sent"
    BASIS_GIVEN = "letter_basis_given"
    DEMAND_DROPPED = "letter_demand_dropped"
    UNANSWERED = "letter_unanswered"


class LetterAct(StrEnum):
    """What is done with it."""

    DRAFT = "draft_letter"
    RETURN = "return_letter"
    APPROVE = "approve_letter"
    SEND = "send_letter"
    TAKE_BACK = "take_back_letter"
    RECORD_BASIS = "record_basis"
    RECORD_DROPPED = "record_demand_dropped"
    RECORD_SILENCE = "record_silence"


ANSWERABLE = (LetterState.SENT, LetterState.UNANSWERED)  # a late answer is an answer
LETTER_WAITS = (LetterState.DRAFTED, LetterState.RETURNED, LetterState.APPROVED, LetterState.SENT)
LETTER = Workflow(
    name="letter",
    states=LetterState,
    steps=(
        *(
            Step(state, LetterAct.DRAFT, LetterState.DRAFTED, HANDLER, "letter.drafted")
            for state in (None, LetterState.DRAFTED, LetterState.RETURNED)
        ),
        Step(LetterState.DRAFTED, LetterAct.RETURN, LetterState.RETURNED, DIRECTOR, "letter.returned"),
        Step(LetterState.DRAFTED, LetterAct.APPROVE, LetterState.APPROVED, DIRECTOR, "letter.approved"),
        Step(LetterState.APPROVED, LetterAct.SEND, LetterState.SENT, HANDLER, "letter.sent"),
        Step(LetterState.APPROVED, LetterAct.TAKE_BACK, LetterState.RETURNED, DIRECTOR, "letter.taken_back"),
        *(
            Step(state, act, after, HANDLER, line)
            for state in ANSWERABLE
            for act, after, line in (
                (LetterAct.RECORD_BASIS, LetterState.BASIS_GIVEN, "letter.basis_given"),
                (LetterAct.RECORD_DROPPED, LetterState.DEMAND_DROPPED, "letter.demand_dropped"),
            )
        ),
        Step(
            LetterState.SENT, LetterAct.RECORD_SILENCE, LetterState.UNANSWERED, HANDLER, "letter.unanswered"
        ),
    ),
    ends=frozenset({LetterState.BASIS_GIVEN, LetterState.DEMAND_DROPPED}),
)
