"""Forms of 征求意见: the draft, its enclosures, whom it goes to, what a unit returns, what becomes of it."""

from typing import Any

from django.test import Client

from tests.web.bad.lines import Case, at
from tests.web.bad.sweep import Sent
from tests.web.consultation import test_pages as made
from tests.web.deskcast import lead, officer
from tests.web.walking import photo
from tests.world import World
from zhengyin.consultation.queries.facts import opinions_that_count
from zhengyin.web.consultation import answering, forms
from zhengyin.web.consultation.links import link_of

ANSWER: dict[str, Any] = {
    "words_1": "改一个字", "words_2": "写明谁来办", "words_3": "写明由谁制定", "words_4": "写明几天",
    "words_5": "写明样式", "words_0": "分两步走", "pasted": "戊说明|依据|用途", "liaison": "李联络",
    "telephone": "0943-0000777",
    **{f"name_{no}": f"第{no}项说明" for no in range(1, 5)},
    **{f"basis_{no}": "《示例办法》第八条" for no in range(1, 5)},
    **{f"purpose_{no}": "过户" for no in range(1, 5)},
    **{f"class_{no}": "protection" for no in range(1, 5)},
}  # fmt: skip


def drafting(world: World) -> Sent:
    return at(lead(world), "consultation-new", **made.DRAFT)


def changing(world: World) -> Sent:
    row = made.drafted(world)
    return at(lead(world), "consultation-change", row.pk, **(made.DRAFT | {"title": row.title}))


def enclosing(world: World) -> Sent:
    return at(lead(world), "consultation-enclose", made.drafted(world).pk, name="附表", file=photo())


def sending(world: World) -> Sent:
    row = made.drafted(world)
    return at(lead(world), "consultation-send", row.pk, **made.sending(row))


def cancelling(world: World) -> Sent:
    return at(lead(world), "consultation-cancel", made.drafted(world).pk, reason="文件不发了")


def at_a_desk(world: World) -> Sent:
    return at(officer(world), "consultation-answer", made.sent(world).pk, **ANSWER)


def by_link(world: World) -> Sent:
    unit = made.unit(made.sent(world))
    return Sent(Client(), link_of(unit.pk), {**ANSWER, "answered_by": "张主任"})


def on_paper(world: World) -> Sent:
    row = made.sent(world)
    said = {**ANSWER, "answered_by": "赵科长", "answered_on": made.today(), "scan": photo()}
    return at(lead(world), "consultation-paper", row.pk, made.unit(row).pk, **said)


def weighing(world: World) -> Sent:
    row = made.closed(world)
    one = opinions_that_count(row.pk)[0]
    return at(lead(world), "consultation-weigh", row.pk, one.pk, taken="yes", because="写进第二条")


CASES = [
    Case((forms.DraftForm,), drafting),
    Case((forms.ChangeForm,), changing),
    Case((forms.EnclosureForm,), enclosing),
    Case((forms.SendForm,), sending),
    Case((forms.CancelForm,), cancelling),
    Case((answering.AnswerForm,), at_a_desk),
    Case((answering.LinkAnswerForm,), by_link),
    Case((answering.PaperAnswerForm,), on_paper),
    Case((forms.WeighForm,), weighing),
]
