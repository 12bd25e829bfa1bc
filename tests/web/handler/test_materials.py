"""The checklist on the page of a case: ticks, pictures, who is shown them."""

import io
from uuid import UUID

import pytest
from PIL import Image

from tests.certificates.cast import PINGTOUCHUAN
from tests.web.desk import Officer
from tests.web.walking import Walk, huining, photo
from tests.world import World
from zhengyin.certificates.models import Attachment, Material
from zhengyin.documents.uploads import MESSAGES


@pytest.fixture
def walk(desks: World) -> Walk:
    return huining(desks).apply()


def named(content: bytes, name: str) -> io.BytesIO:
    made = io.BytesIO(content)
    made.name = name
    return made


def photographed(walk: Walk) -> UUID:
    walk.handler.post("handler-materials", walk.case, **{"m0-became": "seen", "m0-shot": photo()})
    return Attachment.objects.get(material__certificate=walk.case).id


def test_a_tick_with_a_picture(walk: Walk) -> None:
    attachment = photographed(walk)
    page = walk.handler.get("handler-case", walk.case)
    assert "看过原件" in page.select_one("#materials").text  # type: ignore[union-attr]
    shown = walk.handler.client.get(walk.handler.url("committee-attachment", walk.case, attachment))
    assert (shown.status_code, shown["Content-Type"], shown["Cache-Control"]) == (
        200,
        "image/jpeg",
        "no-store",
    )
    with Image.open(io.BytesIO(shown.content)) as picture:
        assert picture.size == (300, 200)


def test_the_phones_camera_opens_by_itself(walk: Walk) -> None:
    shot = walk.handler.get("handler-case", walk.case).select_one("input[name=m0-shot]")
    assert shot is not None
    assert (shot["accept"], shot["capture"]) == ("image/*", "environment")


def test_who_decides_is_shown_it_and_nobody_else(walk: Walk, desks: World) -> None:
    attachment = photographed(walk)

    def status(who: Officer) -> int:
        return who.client.get(who.url("committee-attachment", walk.case, attachment)).status_code

    assert [status(who) for who in (walk.handler, walk.director, walk.custodian)] == [200] * 3
    supervisor = Officer(desks, "hn.ljw.supervisor", walk.at)
    assert status(supervisor) == 403
    assert "只有经办、签批、盖章的人看得到" in supervisor.get("handler-case", walk.case).text
    assert status(Officer(desks, "hn.ptc.clerk", walk.at)) == 403  # not an office of this village
    assert status(Officer(desks, "hn.ptc.clerk", PINGTOUCHUAN)) == 404  # at home, another village's case


@pytest.mark.parametrize(
    "content, name, message",
    [
        (b"", "empty.jpg", None),
        (b"MZ not a picture", "card.jpg", MESSAGES["upload_kind"]),
        (b"\0\0\0\x18ftypheic" + b"\0" * 40, "card.heic", MESSAGES["upload_heic"]),
        (b"\xff\xd8\xff\xe0 broken", "card.jpg", None),
    ],
)
def test_what_is_no_picture_is_refused_at_the_field_and_the_tick_stays(
    walk: Walk, content: bytes, name: str, message: str | None
) -> None:
    answer = walk.handler.post(
        "handler-materials", walk.case, status=422, **{"m0-became": "seen", "m0-shot": named(content, name)}
    )
    text = answer.content.decode()
    assert message is None or message in text
    assert 'id="id_m0-shot-wrong"' in text
    assert 'value="seen" class="form-check-input" id="id_m0-became_1" checked' in text
    assert not Material.objects.filter(certificate=walk.case).exists()


def test_nothing_ticked_says_what_to_do(walk: Walk) -> None:
    answer = walk.handler.post("handler-materials", walk.case, status=409)
    assert "还没有记新的一样" in answer.content.decode()


def test_something_else_wants_a_name(walk: Walk) -> None:
    answer = walk.handler.post("handler-materials", walk.case, status=422, **{"other-became": "seen"})
    assert "写上这样材料叫什么" in answer.content.decode()
    walk.handler.post("handler-materials", walk.case, **{"other-name": "租房合同", "other-became": "seen"})
    assert "租房合同" in walk.handler.get("handler-case", walk.case).text


def test_a_picture_is_taken_away(walk: Walk) -> None:
    attachment = photographed(walk)
    page = walk.handler.get("handler-attachment", walk.case, attachment)
    assert "撤下这一张" in page.text
    answer = walk.handler.post("handler-remove-attachment", walk.case, attachment, status=409, reason="")
    assert "原因" in answer.content.decode()
    walk.handler.post("handler-remove-attachment", walk.case, attachment, reason="拍错了")
    twice = walk.handler.post("handler-remove-attachment", walk.case, attachment, status=409, reason="拍错了")
    assert "这张照片已经撤下了" in twice.content.decode()
    gone = walk.handler.client.get(walk.handler.url("committee-attachment", walk.case, attachment))
    assert gone.status_code == 404
