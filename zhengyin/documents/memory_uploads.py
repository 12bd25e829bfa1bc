"""Keeps what is uploaded in memory: Django's own way writes larger files, in plain, to a temporary folder."""

import io

from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload

from zhengyin.documents.uploads import MAX_BYTES

MAX_BYTES_A_REQUEST = 6 * MAX_BYTES  # kept: front and back of a form, with room; more is nobody's photograph
MAX_BYTES_READ = (
    30 * MAX_BYTES
)  # a film by mistake is read to its end and dropped, so that the form can say so


class MemoryOnly(FileUploadHandler):
    """Collects what a file may have and drops one that has more, of which the form can say so by its size.

    One handler serves all files of a request: beyond either bound it breaks the connection.
    """

    held: io.BytesIO
    received = kept = 0

    def new_file(
        self,
        field_name: str,
        file_name: str,
        content_type: str,
        content_length: int | None,
        charset: str | None = None,
        content_type_extra: dict[str, bytes] | None = None,
    ) -> None:
        super().new_file(field_name, file_name, content_type, content_length, charset, content_type_extra)
        self.held = io.BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.received += len(raw_data)
        if start + len(raw_data) > MAX_BYTES:  # refused by its size whatever it holds: nothing of it is kept
            self.kept -= self.held.tell()
            self.held = io.BytesIO()
        else:
            self.kept += self.held.write(raw_data)
        if self.kept > MAX_BYTES_A_REQUEST or self.received > MAX_BYTES_READ:
            raise StopUpload(connection_reset=True)

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
