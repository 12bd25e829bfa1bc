"""材料: a row for each that the guide asks for, one for anything else; pictures straight from the phone."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from zhengyin.certificates.actions import MaterialGiven
from zhengyin.certificates.kinds import Became
from zhengyin.certificates.queries.case import CasePage
from zhengyin.certificates.queries.materials import LONGEST, MaterialShown
from zhengyin.certificates.typed import words_problem
from zhengyin.certificates.words import WORDS
from zhengyin.documents.uploads import Checked
from zhengyin.web.forms import PlainForm
from zhengyin.web.photos import PhotosField

AT_ONCE = 6  # pictures of one material in one sending
CHOICES = [(one.value, WORDS[f"became.{one.value}"]) for one in Became if one]


class MaterialForm(PlainForm):
    """What became of one material, with its pictures; a row left as it was says nothing."""

    became = forms.ChoiceField(label="怎么样了", choices=CHOICES, widget=forms.RadioSelect, required=False)
    shot = PhotosField(label="用手机拍", most=AT_ONCE, from_camera=True)
    chosen = PhotosField(label="或者选照片、PDF", most=AT_ONCE, pdf=True)

    def __init__(
        self,
        material: MaterialShown,
        place: int,
        data: Mapping[str, Any] | None = None,
        files: Mapping[str, Any] | None = None,
    ) -> None:
        initial = {"became": material.became.value}
        super().__init__(data, files, prefix=f"m{place}", initial=initial)  # type: ignore[arg-type]
        self.material = material

    def given(self) -> MaterialGiven | None:
        """What is new in this row, or None."""
        said, pictures = self.cleaned_data, pictures_in(self)
        became = Became(said["became"])
        if not pictures and became == self.material.became:
            return None
        return MaterialGiven(self.material.name, became, pictures)


class OtherForm(PlainForm):
    """Something that the guide does not ask for."""

    material = None
    name = forms.CharField(
        label="别的材料，叫什么", max_length=LONGEST, required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    became = forms.ChoiceField(
        label="怎么样了", choices=CHOICES[:2], widget=forms.RadioSelect, required=False
    )
    shot = PhotosField(label="用手机拍", most=AT_ONCE, from_camera=True)
    chosen = PhotosField(label="或者选照片、PDF", most=AT_ONCE, pdf=True)

    def __init__(self, data: Mapping[str, Any] | None = None, files: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, files, prefix="other")  # type: ignore[arg-type]

    def clean(self) -> dict[str, Any]:
        """A picture or a tick wants a name, a name wants one of them."""
        said = self.cleaned_data
        name, rest = said.get("name", ""), bool(said.get("became") or pictures_in(self))
        if wrong := words_problem("别的材料", name, LONGEST):
            self.add_error("name", wrong)
        if rest and not name:
            self.add_error("name", "写上这样材料叫什么")
        if name and not rest and not self.errors:
            self.add_error("became", "选交来了还是看过原件，或者拍一张")
        return said

    def given(self) -> MaterialGiven | None:
        """What was brought, or None."""
        said = self.cleaned_data
        if not said["name"]:
            return None
        return MaterialGiven(" ".join(said["name"].split()), Became(said["became"]), pictures_in(self))


def pictures_in(form: PlainForm) -> tuple[Checked, ...]:
    """What was photographed and what was chosen."""
    said = form.cleaned_data
    return (*said.get("shot", ()), *said.get("chosen", ()))


Row = MaterialForm | OtherForm


def photograph_again(rows: Sequence[Row]) -> None:
    """No browser keeps the pictures of a page that came back: say so where they were chosen."""
    for row in rows:
        for box in [name for name in ("shot", "chosen") if row.cleaned_data.get(name)]:
            row.add_error(box, "照片还没有存下，请再拍、再选一次")


def material_forms(
    page: CasePage, data: Mapping[str, Any] | None = None, files: Mapping[str, Any] | None = None
) -> tuple[Row, ...]:
    """One row a material, and one for anything else."""
    rows = [MaterialForm(one, place, data, files) for place, one in enumerate(page.materials)]
    return (*rows, OtherForm(data, files))


def given_in(forms_sent: Sequence[Row]) -> list[MaterialGiven]:
    """Everything new; the forms have been found valid."""
    found = [form.given() for form in forms_sent]
    return [one for one in found if one]
