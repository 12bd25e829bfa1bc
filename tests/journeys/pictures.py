"""The pictures of the README, from the served demonstration: `.venv/bin/python -m tests.journeys.pictures`.

One certificate of 李家湾村 goes over the desks; what people see on the way stands in docs/pictures/.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from uuid import UUID

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests import harness
from tests.documents.reading import picture_of
from tests.journeys.conftest import ARGUMENTS, CHROMIUM
from tests.journeys.desk import next_code, sign_in
from tests.journeys.site import Site, served

PICTURES = harness.CHECKOUT / "docs" / "pictures"
VILLAGE = "620422115203"
PHONE, DESKTOP = (360, 780), (1440, 900)
MOST_BYTES = 200_000


def keep(picture: bytes, name: str, width: int = 0) -> None:
    """Write a picture with as few colours as it needs to stay under MOST_BYTES."""
    image = Image.open(BytesIO(picture)).convert("RGB")
    if width:
        image = image.resize((width, image.height * width // image.width), Image.Resampling.LANCZOS)
    for colours in (256, 128, 64, 32):
        file = BytesIO()
        image.quantize(colours).save(file, "PNG", optimize=True)
        if file.tell() < MOST_BYTES:
            break
    (PICTURES / f"{name}.png").write_bytes(file.getvalue())
    print(f"{name}.png {image.width}×{image.height} {file.tell() // 1024} KB", flush=True)


@contextmanager
def page_of(browser: Browser, site: Site, size: tuple[int, int]) -> Iterator[Page]:
    context = browser.new_context(
        base_url=site.url, viewport={"width": size[0], "height": size[1]}, locale="zh-CN",
        device_scale_factor=2 if size is PHONE else 1, reduced_motion="reduce",
    )  # fmt: skip
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


def resident(browser: Browser, site: Site) -> None:
    """The question on a phone and on a desktop, the first questions of a 预约."""
    with page_of(browser, site, PHONE) as page:
        page.goto(f"/c/{VILLAGE}/ask?q=领养老金的健在证明")
        page.get_by_role("link", name="健在证明").first.click()
        keep(page.screenshot(), "question-no")
        page.goto(f"/c/{VILLAGE}/apply/ISS-ZQ-01?unit=bank&tie=registered")
        keep(page.screenshot(), "apply")
    with page_of(browser, site, DESKTOP) as page:
        page.goto(f"/c/{VILLAGE}/ask?q=收养")
        page.get_by_role("link", name="收养人婚姻状况").first.click()
        page.goto(f"{page.url}&tie=registered&unit=government")
        keep(page.screenshot(), "question-yes")


def desks(browser: Browser, site: Site, case: UUID, committee: UUID) -> None:
    """The same case at the handler's, on the director's phone, at the custodian's."""
    with page_of(browser, site, DESKTOP) as page:
        sign_in(page, site, "hn.ljw.clerk")
        page.goto(f"/d/{committee}/cases/{case}")
        keep(page.screenshot(), "case")
    with page_of(browser, site, PHONE) as page:
        sign_in(page, site, "hn.ljw.director")
        page.goto(f"/d/{committee}/decisions/{case}")
        keep(page.screenshot(), "approve-phone")
    approve(case)
    with page_of(browser, site, DESKTOP) as page:
        who = sign_in(page, site, "hn.ljw.custodian")
        page.goto(f"/d/{committee}/sealing/{case}")
        page.locator("[name=impressions]").fill("1")
        page.locator("[name=kin][value=no]").check()
        page.locator("[name=code]").fill(next_code(who["totp_secret"]))
        keep(page.screenshot(), "seal")
        page.get_by_role("button", name="确认是我").click()
        page.get_by_role("button", name="登记并盖章").click()
        page.wait_for_url("**/receipt")
        keep(page.screenshot(), "receipt")


def approve(case: UUID) -> None:
    from tests.certificates import cast
    from zhengyin.registers.queries import now

    director = cast.officer("hn.ljw.director")
    cast.agree(certificate_id=case, near_relative=False, actor=director, at=now())


def stranger(browser: Browser, site: Site, case: UUID) -> None:
    """The paper, and what whoever receives it sees after scanning its code."""
    from zhengyin.certificates.models import Certificate
    from zhengyin.certificates.queries.papers import sealed_pdf
    from zhengyin.documents import qr

    paper = picture_of(sealed_pdf(Certificate.objects.get(pk=case)))
    keep(paper, "paper", width=900)
    token = qr.read(paper)[0].rsplit("/", 1)[1]
    with page_of(browser, site, PHONE) as page:
        page.goto(f"/v/{token}")
        keep(page.screenshot(), "verify")


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    with served() as site, sync_playwright() as playwright:
        os.environ.update(site.environment)
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # playwright's loop runs in this thread
        import django

        django.setup()
        from tests.certificates import cast

        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        resident(browser, site)
        case = cast.verified()
        desks(browser, site, case, cast.LIJIAWAN)
        stranger(browser, site, case)
        browser.close()


if __name__ == "__main__":
    main()
