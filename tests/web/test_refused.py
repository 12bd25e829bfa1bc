"""A refusal about a number is said at every field that holds it, and only there."""

from django import forms

from zhengyin.shared.refusal import Refusal, Refused
from zhengyin.web.refused import at_fields, status_of

FIRST, SECOND = "13812345678", "0943-7654321"


class Form(forms.Form):
    """Two fields of words."""

    place = forms.CharField(label="放在哪里")
    how = forms.CharField(label="怎么办")


def refused(place: str, how: str, *refusals: Refusal) -> tuple[Form, tuple[str, ...]]:
    form = Form({"place": place, "how": how})
    assert form.is_valid()
    return form, at_fields(form, Refused(refusals))


def told(*numbers: str) -> tuple[Refusal, ...]:
    return tuple(Refusal("work_matter_tells_a_person", one) for one in numbers)


def test_two_numbers_of_one_field_are_both_said_there() -> None:
    form, others = refused(f"柜，{FIRST}，{SECOND}", "二楼", *told(FIRST, SECOND))
    assert len(form.errors["place"]) == 2 and "how" not in form.errors and not others


def test_the_same_number_of_two_fields_is_said_once_at_each() -> None:
    form, others = refused(f"柜，{FIRST}", f"打{FIRST}", *told(FIRST, FIRST))
    assert [len(form.errors[name]) for name in ("place", "how")] == [1, 1] and not others


def test_what_no_field_holds_is_a_general_reason() -> None:
    form, others = refused(f"柜，{FIRST}", "二楼", *told(FIRST, SECOND))
    assert set(form.errors) == {"place"} and len(others) == 1 and SECOND in others[0]


def test_a_page_with_a_refused_form_is_a_conflict_and_one_with_a_form_to_mend_is_none() -> None:
    form, others = refused(f"柜，{FIRST}", "二楼", *told(FIRST))
    assert status_of({"form": form, "reasons": others}) == 409
    form, others = refused("柜", "二楼", *told(FIRST))
    assert status_of({"form": form, "reasons": others}) == 409, "above the form"
    assert status_of({"naming": Form({"place": ""}), "reasons": ()}) == 200
    assert status_of({"form": Form()}) == 200
