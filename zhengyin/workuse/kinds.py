"""Kinds of requests and files, whose matter it is, who inquires, why the unfinished is let through. Pure."""

from enum import StrEnum

MOST_COPIES = 999
ON_A_LETTER = 2  # impressions: under the text, and across the number of the stub
MOST_FILES = 10
SHORTEST_NAME = 2  # one character alone is a word like any other
LEAST_INK = 6  # ten-thousandths of a page: below that nobody wrote on it


class Kind(StrEnum):
    """What is sealed. An introduction's paper is ours; an inquiry is counted apart."""

    ORDINARY = "work_ordinary"
    INTRODUCTION = "work_introduction"
    EVIDENCE = "work_evidence"


class Role(StrEnum):
    """What a file is for: what is sealed, the letter that asks for evidence, the stamped paper scanned."""

    CONTENT = "content"
    LETTER = "letter"
    SCAN = "scan"


class Whose(StrEnum):
    """Whose matter a major matter is; each has its own seal."""

    COMMITTEE = "of_committee"
    COLLECTIVE = "of_collective"


class Inquirer(StrEnum):
    """Who may ask for evidence by a letter."""

    COURT = "court"
    PROCURATORATE = "procuratorate"
    POLICE = "police"
    DISCIPLINE = "discipline"


class CodeSeen(StrEnum):
    """What the code on a stamped paper says. Of work uses only letters of introduction have their own."""

    OWN = "code_own"
    ANOTHER = "code_another"
    UNREAD = "code_unread"
    NONE = "code_none"


class Override(StrEnum):
    """Why something is left blank on purpose; always with a second approver."""

    FILLED_BY_RECEIVER = "filled_by_receiver"
    FILLED_BY_OTHER_PARTY = "filled_by_other_party"
    SIGNED_BY_HAND = "signed_by_hand"
    LINES_OF_THE_FORM = "lines_of_the_form"


class VoidWhy(StrEnum):
    """Why what was sealed for the committee's work no longer holds."""

    SPOILED = "void_spoiled"
    WRONG = "void_wrong"
    UNUSED = "void_unused"
    LOST = "void_lost"
