"""重复开具 at the counter: a neutral word once the number is typed, and one tap to go on."""

import pytest

from tests.web.walking import QUESTION, TYPED, huining
from tests.world import World
from zhengyin.certificates.models import Certificate


@pytest.mark.clause("O1c")
def test_a_word_and_one_tap(desks: World) -> None:
    first, again = huining(desks).sealed(), huining(desks)
    said = {**QUESTION, **TYPED, "case_id": str(again.case)}
    before = first.handler.get("handler-new", query=f"?item={QUESTION['item']}").text
    assert "开过" not in before  # nobody typed a number yet
    page = first.handler.post("handler-register", status=200, **said).content.decode()
    assert "这份证明申请人在" in page and first.row.number in page and "继续登记" in page
    assert "办理租房合同" in page and not Certificate.objects.filter(pk=again.case).exists()
    other = {**said, "f_subject_identity": "620422199505120005"}
    first.handler.post("handler-register", **{**other, "case_id": str(huining(desks).case)})
    first.handler.post("handler-register", **said, again="yes")
    case = first.handler.get("handler-case", again.case).text
    assert first.row.number in case and "要再开一份的，照常办" in case
    assert "这次不能" not in case
