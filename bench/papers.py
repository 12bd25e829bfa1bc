"""Twenty of the papers sealed in this run, looked at with other people's tools."""

import subprocess
import tempfile
from pathlib import Path
from uuid import UUID

COUNT = 20


def checked(cases: list[UUID]) -> int:
    """pdfsig finds each signature valid and the whole file signed; the register has its digest."""
    import hashlib

    from zhengyin.certificates.models import Certificate
    from zhengyin.certificates.queries.papers import sealed_pdf
    from zhengyin.registers.queries import lines_of

    step = max(len(cases) // COUNT, 1)
    rows = Certificate.objects.filter(pk__in=cases[::step][:COUNT]).order_by("organization_id", "no")
    for certificate in rows:
        pdf = sealed_pdf(certificate)
        digests = {line.document_digest for line in lines_of(certificate.pk)}
        if hashlib.sha256(pdf).hexdigest() not in digests:
            raise SystemExit(f"{certificate.number}: the register has another file")
        told = pdfsig(pdf)
        if "Signature is Valid." not in told or "Total document signed" not in told:
            raise SystemExit(f"{certificate.number}: pdfsig says {told}")
    return len(rows)


def pdfsig(pdf: bytes) -> str:
    """What pdfsig says of a file; its exit code says nothing."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "paper.pdf")
        path.write_bytes(pdf)
        done = subprocess.run(["pdfsig", str(path)], capture_output=True, text=True, check=False)
    return done.stdout
