"""The rule a case rests on, written in one place: at the application and whenever it is judged anew."""

from zhengyin.catalogue.policy import Answer, Path
from zhengyin.certificates.models import Certificate


def judged(certificate: Certificate, answer: Answer) -> None:
    """Put the answer's rule into the case's row; the caller saves it.

    Where two had to approve, two go on approving: its free words were taken for that reason alone.
    """
    certificate.entry_code, certificate.list_version = answer.entry_code, answer.list_version
    certificate.path, certificate.basis = answer.path.value, "；".join(answer.basis)
    certificate.class_of_use = answer.class_of_use.value if answer.class_of_use else ""  # a no has none
    certificate.lock = answer.lock.value
    certificate.needs_second = certificate.needs_second or answer.needs_second_approver


def rule_of(certificate: Certificate) -> dict[str, str]:
    """What the lines of a case say of the rule it rests on."""
    return {"list_version": certificate.list_version, "path": Path(certificate.path).words}
