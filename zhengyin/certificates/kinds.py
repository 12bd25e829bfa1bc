"""What can be chosen in a case, each by its stable word; the Chinese stands in words.py. Pure."""

from enum import StrEnum


class How(StrEnum):
    """How the paper left the office."""

    IN_PERSON = "in_person"
    BY_PROXY = "by_proxy"
    BY_POST = "by_post"  # to the applicant
    TO_UNIT = "to_unit"  # carried to whoever demands it


class Voiding(StrEnum):
    """What became of the sheets of a void paper."""

    UNSTAMPED = "unstamped"  # the seal was never put on them
    COLLECTED = "collected"  # all are back
    ANNOUNCED = "announced"  # not all came back; a public notice was given


class Why(StrEnum):
    """Why a paper is void. Strangers read it, so it is chosen and not typed."""

    WRONG = "wrong"
    UNTRUE = "untrue"
    SPOILED = "spoiled"
    NOT_WANTED = "not_wanted"
    UNLAWFUL = "unlawful"
    OTHER = "other"


class SignedBy(StrEnum):
    """What the signature of receipt is."""

    SLIP = "slip"  # the printed 签收单, photographed
    DRAWN = "drawn"  # drawn on the screen
    POSTED = "posted"  # the carrier's receipt, photographed


class Again(StrEnum):
    """Why a paper is asked for once more."""

    CORRECTION = "correction"  # something in it is wrong; the new one takes its place
    REISSUE = "reissue"  # the same content under a new number; both hold


class Reprint(StrEnum):
    """Why a sealed paper is printed once more."""

    SPOILED = "spoiled"
    NOT_OUT = "not_out"


class Covers(StrEnum):
    """What a mandate lets the proxy do."""

    APPLY = "apply"
    COLLECT = "collect"


class Kept(StrEnum):
    """How the mandate's paper is kept."""

    PHOTO = "photo"
    ORIGINAL = "original"


class Became(StrEnum):
    """What became of one material."""

    NOT_SAID = ""  # a picture came, nobody has looked at it yet
    HANDED_IN = "handed_in"
    SEEN = "seen"
    NOT_NEEDED = "not_needed"


class ShownAs(StrEnum):
    """How a photographed page is shown."""

    FLAT = "flat"
    AS_TAKEN = "as_taken"
    TURNED = "turned"


class Purpose(StrEnum):
    """Why whole numbers and telephones are looked at."""

    CALL = "call"
    COMPARE = "compare"
    CORRECT = "correct"


class Ground(StrEnum):
    """Why no certificate is issued."""

    RULE = "rule"  # the lists say so: nobody issues it
    ELSEWHERE = "elsewhere"  # another village or organization issues it
    NO_GUIDE = "no_guide"  # on the list, but its guide is not published yet
    NOT_TRUE = "not_true"  # what was checked is not so
    CANNOT_CHECK = "cannot_check"  # what cannot be checked is not issued
    INCOMPLETE = "incomplete"  # what was asked for did not come


class SentBy(StrEnum):
    """How a 告知函 reaches the unit."""

    RESIDENT = "resident"  # whoever was sent for the paper takes it along
    POST = "post"
    OTHER = "other"
