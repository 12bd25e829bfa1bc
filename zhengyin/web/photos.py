"""A field for photographs: straight from the phone's camera, or files; judged by content, not by name."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from zhengyin.documents import uploads
from zhengyin.documents.uploads import Checked

KINDS = "image/jpeg,image/png"


class Several(forms.FileInput):
    """A file box that takes several."""

    allow_multiple_selected = True


class PhotosField(forms.FileField):
    """Any number of pictures, and PDFs where `pdf` is set; each is checked, the first wrong one is named."""

    def __init__(self, *, most: int, pdf: bool = False, from_camera: bool = False, **said: Any) -> None:
        self.most, self.pdf = most, pdf
        attrs = {"accept": f"{KINDS},application/pdf" if pdf else KINDS}
        if from_camera:
            attrs = {"accept": "image/*", "capture": "environment"}
        super().__init__(required=False, widget=Several(attrs={**attrs, "multiple": True}), **said)

    def clean(self, data: Any, initial: Any = None) -> tuple[Checked, ...]:
        """The pictures as they may be kept."""
        given: Sequence[UploadedFile[bytes]] = (
            data if isinstance(data, list | tuple) else [data] if data else []
        )
        if len(given) > self.most:
            raise ValidationError(f"一次最多{self.most}张，这次选了{len(given)}张")
        return tuple(self._checked(upload, place) for place, upload in enumerate(given, 1))

    def _checked(self, upload: "UploadedFile[bytes]", place: int) -> Checked:
        try:
            found = uploads.checked(upload)
        except ValidationError as wrong:
            raise ValidationError(f"第{place}张：{wrong.messages[0]}", code=wrong.code) from wrong
        if found.content_type == "application/pdf" and not self.pdf:
            raise ValidationError(f"第{place}张是PDF，这里要照片：请用手机拍一张。")
        return found
