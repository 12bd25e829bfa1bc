"""What went wrong is said in Chinese, with what to do now and a telephone."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template import TemplateDoesNotExist
from django.test import Client, override_settings
from django.urls import include, path
from psycopg.errors import DiskFull

from tests.web.conftest import LIJIAWAN
from zhengyin.shared.refusal import Refusal, Refused
from zhengyin.web.doors import PUBLIC, door
from zhengyin.web.errors import BROKEN, broken
from zhengyin.web.words import UNKNOWN, sentences


@door(PUBLIC)
def refusing(request: HttpRequest) -> HttpResponse:
    raise Refused([Refusal("wrong_office"), Refusal("wrong_state"), Refusal("wrong_office")])


@door(PUBLIC)
def breaking(request: HttpRequest) -> HttpResponse:
    raise DatabaseError("a secret of ours")


@door(PUBLIC)
def storing(request: HttpRequest, number: int) -> HttpResponse:
    raise OSError(number, "a secret of ours")


@door(PUBLIC)
def inserting(request: HttpRequest) -> HttpResponse:
    raise DatabaseError("could not extend file") from DiskFull("could not extend file")


@door(PUBLIC)
def missing(request: HttpRequest, code: str) -> HttpResponse:
    raise Http404


@door(PUBLIC)
def form(request: HttpRequest) -> HttpResponse:
    return HttpResponse(get_token(request))


urlpatterns = [
    path("refusing", refusing, name="refusing"),
    path("breaking", breaking, name="breaking"),
    path("storing/<int:number>", storing, name="storing"),
    path("inserting", inserting, name="inserting"),
    path("missing/<code:code>", missing, name="missing"),
    path("form", form, name="form"),
    path("", include("zhengyin.web.urls")),
]
handler400 = "zhengyin.web.errors.bad_request"
handler403 = "zhengyin.web.errors.forbidden"
handler404 = "zhengyin.web.errors.not_found"
handler500 = "zhengyin.web.errors.broken"
here = override_settings(ROOT_URLCONF=__name__)


@pytest.mark.django_db
@here
def test_a_refused_act_is_a_conflict_with_every_reason_once() -> None:
    answer = Client().get("/refusing", headers={"Referer": "http://testserver/c/1?q=2"})
    assert answer.status_code == 409
    said = answer.content.decode()
    assert said.count("这一步不归您现在的职务办。") == 1
    assert "已经走到别的步骤" in said
    assert 'href="/c/1?q=2"' in said


@pytest.mark.django_db
@here
def test_the_way_back_leads_to_no_other_site() -> None:
    answer = Client().get("/refusing", headers={"Referer": "https://elsewhere.example/x"})
    assert "elsewhere" not in answer.content.decode()


@pytest.mark.django_db
@here
@pytest.mark.parametrize("said", [{"Host": "elsewhere.example"}, {"Referer": "http://[elsewhere"}])
def test_a_name_that_is_not_ours_is_said_not_stumbled_over(said: dict[str, str]) -> None:
    answer = Client().get("/refusing", headers=said)
    assert answer.status_code == (400 if "Host" in said else 409)
    assert 'href="/"' in answer.content.decode() and "elsewhere" not in answer.content.decode()


@pytest.mark.django_db
@here
def test_our_fault_says_so_and_keeps_its_secrets(caplog: pytest.LogCaptureFixture) -> None:
    answer = Client(raise_request_exception=False).get("/breaking")
    assert answer.status_code == 500
    assert "不是您的错" in answer.content.decode()
    assert "secret" not in answer.content.decode()


@pytest.mark.django_db
@here
@pytest.mark.parametrize("address", [f"/storing/{errno.ENOSPC}", f"/storing/{errno.EDQUOT}", "/inserting"])
def test_a_full_disk_is_said_and_nothing_else(address: str, caplog: pytest.LogCaptureFixture) -> None:
    answer = Client().get(address, headers={"Referer": "http://testserver/c/1"})
    said = answer.content.decode()
    assert answer.status_code == 507 and "磁盘满了" in said and 'href="/c/1"' in said
    assert "secret" not in said and "extend" not in said
    assert any(record.levelname == "ERROR" for record in caplog.records)  # who runs it sees it


@pytest.mark.django_db
@here
def test_another_fault_of_a_disk_is_no_full_one() -> None:
    answer = Client(raise_request_exception=False).get(f"/storing/{errno.EIO}")
    assert answer.status_code == 500 and "磁盘满了" not in answer.content.decode()


def test_a_broken_page_needs_not_even_its_template(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(name: str) -> None:
        raise TemplateDoesNotExist(name)

    monkeypatch.setattr("zhengyin.web.errors.loader.get_template", gone)
    answer = broken(HttpRequest())
    assert answer.status_code == 500 and "不是您的错" in answer.content.decode()


@here
def test_a_page_about_a_village_names_its_telephones(demonstration: None) -> None:
    answer = Client().get(f"/missing/{LIJIAWAN}")
    assert answer.status_code == 404
    assert "0943-0000101" in answer.content.decode()


Send = Callable[..., HttpResponse]


@pytest.fixture
def send(db: None) -> Send:
    """A form sent over HTTPS with a true token, with these headers."""
    with here:
        client = Client(enforce_csrf_checks=True)
        token = client.get("/form", secure=True).content.decode()

    def posting(**headers: str) -> HttpResponse:
        with here:
            answer: HttpResponse = client.post(
                "/form", {"csrfmiddlewaretoken": token}, secure=True, headers=headers
            )
        return answer

    return posting


def test_a_browser_that_hides_the_referer_is_let_in(send: Send) -> None:
    assert send().status_code == 200


@pytest.mark.parametrize("header", ["Referer", "Origin"])
def test_a_form_from_elsewhere_is_not(send: Send, header: str, caplog: pytest.LogCaptureFixture) -> None:
    answer = send(**{header: "https://elsewhere.example"})
    assert answer.status_code == 403
    assert "放得太久" in answer.content.decode()


def test_a_code_without_words_is_never_shown() -> None:
    assert sentences([Refusal("no_such_code_anywhere")]) == (UNKNOWN,)


def test_the_500_page_needs_neither_database_nor_context() -> None:
    text = Path("zhengyin/web/templates/errors/500.html").read_text()
    assert "{% extends" not in text and "{{" not in text
    for words in ("登记过的都在登记簿里", "回到刚才那一页", "在这里办公的"):
        assert words in text and words in BROKEN  # for residents and staff alike, and no telephone it has not
    assert "丢" not in text + BROKEN  # what was being done just then may be: nothing more is promised
    assert "电话" not in text and "电话" not in BROKEN
