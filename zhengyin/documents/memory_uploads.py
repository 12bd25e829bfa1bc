"""Keeps what is uploaded in memory: Django's own way writes larger files, in plain, to a temporary folder."""

import io
from typing import IO

from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from zhengyin.documents.uploads import MAX_BYTES


class MemoryOnly(FileUploadHandler):
    """Collects one byte more than may be kept and drops the rest, so that the form can say what is wrong."""

    held: IO[bytes]

    def new_file(self, *args: object, **kwargs: object) -> None:
        super().new_file(*args, **kwargs)  # type: ignore[arg-type]
        self.held = io.BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        room = MAX_BYTES + 1 - self.held.tell()
        self.held.write(raw_data[: max(room, 0)])

    def file_complete(self, file_size: int) -> "UploadedFile[bytes]":
        self.held.seek(0)
        return InMemoryUploadedFile(
            file=self.held,
            field_name=self.field_name,
            name=self.file_name,
            content_type=self.content_type,
            size=file_size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )
