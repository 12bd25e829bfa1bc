"""Who keeps the seal, on which ground; when it was lost: shape of input only."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.datastructures import MultiValueDict

from zhengyin.documents.uploads import Checked
from zhengyin.people.offices import APPROVING, STANDING_LABELS, Office, Standing
from zhengyin.people.queries import Seated
from zhengyin.seals.policy.custody import Entrustment, Ground
from zhengyin.seals.policy.resolution import Resolution
from zhengyin.web.forms import PlainForm
from zhengyin.web.offices.fields import PhotoField, day_field, number_field, text_field
from zhengyin.web.offices.forms import PersonForm

Keep = Callable[[Checked | None], UUID | None]  # stores a picture, answers with its row
OF_WHOM = ("person", "name", "identity", "phone", "standing")


NOT_OFFERED = {*APPROVING, Office.SUPERVISION_COMMITTEE}  # approve (H3.2.4c), or watch the handover


def may_keep(known: Iterable[Seated], keeper: UUID | None = None) -> tuple[Seated, ...]:
    """Who can take the seal over from `keeper`: no one who approves or supervises, nor the keeper anew."""
    known = tuple(known)
    others = {keeper, *(one.person_id for one in known if one.office in NOT_OFFERED)}
    return tuple(one for one in known if one.person_id not in others)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Everybody in office in the committee, and who keeps the seal now, unless only acting."""

    known: tuple[Seated, ...]
    keeper: UUID | None

    @property
    def offered(self) -> tuple[Seated, ...]:
        """Who is shown, before a refusal and after it."""
        return may_keep(self.known, self.keeper)


class KeeperForm(PersonForm):
    """A person who is to keep the seal."""

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        candidates: Candidates,
        *,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(data, candidates.known, initial=initial)
        self.offer(candidates.offered)


class CustodyForm(KeeperForm):
    """Person, place and period; the ground comes with the way of the place.

    `since` is not asked where the seal passes on today, nor the person where it stays the same.
    """

    since = day_field("从哪天起保管")
    last_day = day_field("到哪天为止（含当天）", required=False, help_text="没有期限的不填")
    place = text_field("印章固定放在哪里", 120, help_text="例如：村委会办公室保险柜")
    standing = forms.ChoiceField(
        label="这个人是", choices=[(one.value, STANDING_LABELS[one]) for one in Standing]
    )
    secretary = forms.BooleanField(label="他是党组织书记；已知晓不宜由他保管，仍由他保管", required=False)

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        files: Any,
        candidates: Candidates,
        *,
        today: date,
        without: Iterable[str] = (),
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        begun = {"since": today, "standing": Standing.REGULAR.value, **(initial or {})}
        super().__init__(data, candidates, initial=begun)
        self.files = files or MultiValueDict()
        for name in without:
            del self.fields[name]

    def settle(self, person_id: UUID, name: str) -> None:
        """The person is known already: shown, chosen, and not typed again."""
        chosen = [(str(person_id), name)]
        self.fields["person"] = forms.ChoiceField(label="谁", choices=chosen, initial=str(person_id))
        for typed in ("name", "identity", "phone"):
            del self.fields[typed]

    def clean(self) -> dict[str, Any]:
        """A person is asked for where one is chosen."""
        return super().clean() if "person" in self.fields else self.cleaned_data

    @property
    def by_vote(self) -> bool:
        """Whether the representatives' meeting decided."""
        return isinstance(self, DecideForm)

    def ground(self, keep: Keep) -> Ground:
        """What the custody rests on, its pictures kept."""
        raise NotImplementedError


class EntrustForm(CustodyForm):
    """主任委托专人."""

    entrusted_on = day_field("委托书日期")
    document = text_field("委托书（名称或编号）", 200)
    document_scan = PhotoField(label="委托书照片", help_text="可以不传；传了随保管手续留存")

    def ground(self, keep: Keep) -> Ground:
        """The director's entrustment."""
        said = self.cleaned_data
        return Entrustment(said["entrusted_on"], said["document"], keep(said["document_scan"]))


class DecideForm(CustodyForm):
    """Nominated by two, decided by the representatives' meeting."""

    party_nominated_on = day_field("党组织提名日期")
    committee_nominated_on = day_field("村（居）民委员会提名日期")
    meeting = text_field("会议名称", 60, help_text="例如：嘎查村民代表会议")
    held_on = day_field("会议日期")
    presided_by = text_field("主持人", 30, kind="w-name")
    eligible = number_field("应到人数")
    present = number_field("实到人数")
    votes_for = number_field("同意票")
    votes_against = number_field("反对票")
    abstentions = number_field("弃权票")
    quorum = number_field("最少要到多少人")
    majority = number_field("最少要多少同意票")
    article = text_field("这两个数按哪一条定的", 200, help_text="本村（社区）议事规则的名称和条款")
    minutes = text_field("会议记录（名称或编号）", 200)
    minutes_scan = PhotoField(label="会议记录照片", required=True, help_text="几页的，合成一个 PDF")
    attendance_scan = PhotoField(label="签到表照片", required=True, help_text="到会的人签名的那一张")

    def ground(self, keep: Keep) -> Ground:
        """The meeting's resolution."""
        said = self.cleaned_data
        whole = {name: said[name] for name in Resolution.__dataclass_fields__}
        scans = {name: keep(said[name]) for name in ("minutes_scan", "attendance_scan")}
        return Resolution(**{**whole, **scans})


class PlaceForm(PlainForm):
    """Another place of keeping."""

    place = text_field("从现在起固定放在哪里", 120, help_text="例如：村（居）委会办公室保险柜")


class LossForm(PlainForm):
    """Since when the seal may be gone, and how."""

    lost_at = forms.DateTimeField(
        label="最早什么时候可能丢的",
        input_formats=["%Y-%m-%dT%H:%M"],
        widget=forms.DateTimeInput(
            format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local", "class": "w-idno"}
        ),
        help_text="最后一次看见它以后，随时都可能丢了：填最后看见的时间，记不清就往早里填。",
        error_messages={"invalid": "时间写成 2026-01-05T08:30 这样"},
    )
    circumstances = forms.CharField(
        label="经过", max_length=500, widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"})
    )


class KeyLossForm(LossForm):
    """Since when the key of the signing certificate may be in other hands, and how."""

    circumstances = forms.CharField(
        label="经过", max_length=200, widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"})
    )

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["lost_at"].label = "最早什么时候可能被别人拿到的"
