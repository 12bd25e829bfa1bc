"""The search itself finds what is hidden, and not its near miss."""

import base64
import io
import zipfile
import zlib

import pytest
from django.core import signing

from tests.architecture.needles import Needles

NUMBER, PHONE = "62042219710315032X", "13909437284"
NEEDLES = Needles(NUMBER, PHONE)


def archived(text: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", text)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        f"<td>{NUMBER}</td>".encode(),
        NUMBER.lower().encode(),
        b"620422 19710315 032X",
        b"6204-2219-7103-1503-2X",
        "６２０４２２１９７１０３１５０３２Ｘ".encode(),
        NUMBER[6:].encode(),  # whoever knows the county knows the rest
        NUMBER.encode("utf-16-le"),
        b"xx" + NUMBER.encode("utf-16-be"),
        rf"\x00{NUMBER.encode().hex()}".encode(),
        *(base64.b64encode(b"a" * offset + NUMBER.encode() + b"tail") for offset in range(4)),
        base64.b64encode(b"a" + NUMBER.encode("utf-16-le")),
        "".join(f"&#{ord(one)};" for one in NUMBER).encode(),
        archived(f"<t>{NUMBER}</t>"),
        base64.b64encode(zlib.compress(f'{{"identity": "{NUMBER}", "more": "and more and more"}}'.encode())),
        signing.dumps({"identity": NUMBER, "padding": "x" * 200}, key="k", compress=True).encode(),
    ],
)
def test_a_number_is_found(data: bytes) -> None:
    assert NEEDLES.found_in(data) == {NUMBER}


@pytest.mark.parametrize("data", ["139 0943 7284", "139-0943-7284", "+8613909437284", "(139)09437284"])
def test_a_telephone_is_found(data: str) -> None:
    assert NEEDLES.found_in(data.encode()) == {PHONE}


@pytest.mark.parametrize(
    "data", [b"", b"6204**********032X", b"139****7284", b"620422197103150320", b"13909437285", bytes(1000)]
)
def test_a_mask_or_another_number_is_not(data: bytes) -> None:
    assert NEEDLES.found_in(data) == set()
