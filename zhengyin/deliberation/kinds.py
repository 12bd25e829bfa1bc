"""Kinds of meetings, ways an objection came, what became of it. Pure."""

from enum import StrEnum


class MeetingKind(StrEnum):
    """Who met."""

    VILLAGERS = "villagers_assembly"
    VILLAGERS_REPRESENTATIVES = "villagers_representatives"
    RESIDENTS = "residents_assembly"
    RESIDENTS_REPRESENTATIVES = "residents_representatives"
    GROUP = "group_meeting"
    COUNCIL = "council"
    JOINT_COMMITTEES = "joint_committees"

    @property
    def of_residents(self) -> bool:
        """False for the two committees alone: nobody else was asked."""
        return self is not MeetingKind.JOINT_COMMITTEES

    @property
    def by_law(self) -> bool:
        """Assemblies and representatives' meetings, of which the organic laws speak."""
        return self in _BY_LAW


_BY_LAW = frozenset(
    {
        MeetingKind.VILLAGERS, MeetingKind.VILLAGERS_REPRESENTATIVES,
        MeetingKind.RESIDENTS, MeetingKind.RESIDENTS_REPRESENTATIVES,
    }
)  # fmt: skip

MEETING_LABELS: dict[MeetingKind, str] = {
    MeetingKind.VILLAGERS: "村民会议",
    MeetingKind.VILLAGERS_REPRESENTATIVES: "村民代表会议",
    MeetingKind.RESIDENTS: "居民会议",
    MeetingKind.RESIDENTS_REPRESENTATIVES: "居民代表会议",
    MeetingKind.GROUP: "村（居）民小组会议",
    MeetingKind.COUNCIL: "议事协商会",
    MeetingKind.JOINT_COMMITTEES: "两委联席会议",
}


class Heard(StrEnum):
    """How an objection came."""

    IN_PERSON = "spoken"
    TELEPHONE = "telephoned"
    WRITTEN = "written"


HEARD_LABELS: dict[Heard, str] = {
    Heard.IN_PERSON: "当面说",
    Heard.TELEPHONE: "打电话",
    Heard.WRITTEN: "写纸条、书面",
}


class Handling(StrEnum):
    """What became of an objection."""

    FOLLOWED = "followed"
    PARTLY = "partly_followed"
    EXPLAINED = "explained"


HANDLING_LABELS: dict[Handling, str] = {
    Handling.FOLLOWED: "采纳",
    Handling.PARTLY: "部分采纳",
    Handling.EXPLAINED: "没有采纳，已经说明理由",
}
