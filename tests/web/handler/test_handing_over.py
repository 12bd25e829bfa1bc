"""交付 at the counter: posted with carrier and number, or carried to the unit; what is missing is said."""

import pytest

from tests.web.walking import Walk, huining, photo
from tests.world import World
from zhengyin.certificates.models import Delivery

POSTED = {"how": "by_post", "recipient": "马桂花", "carrier": "中国邮政", "post_number": "1234567890123"}


@pytest.mark.clause("H3.2.3d")
def test_by_post_and_to_the_unit(desks: World) -> None:
    walk: Walk = huining(desks).sealed()
    page = walk.handler.post("handler-deliver", walk.case, status=409, **POSTED).content.decode()
    assert "请拍下寄件的回执" in page and "1234567890123" in page
    without = {**POSTED, "post_number": "", "photo": photo()}
    page = walk.handler.post("handler-deliver", walk.case, status=409, **without).content.decode()
    assert "邮寄的，请写单号" in page
    walk.handler.post("handler-deliver", walk.case, **POSTED, photo=photo())
    assert (walk.row.state, Delivery.objects.get(pk=walk.case).signed_by) == ("delivered", "posted")
    assert "邮寄，邮寄回执" in walk.handler.get("handler-case", walk.case).text
    other = huining(desks)
    other.__dict__.update({name: getattr(walk, name) for name in ("handler", "director", "custodian")})
    other.sealed()
    other.handler.post("handler-deliver", other.case, how="to_unit", recipient="王会计", photo=photo())
    assert "送到单位，签收单" in other.handler.get("handler-case", other.case).text
