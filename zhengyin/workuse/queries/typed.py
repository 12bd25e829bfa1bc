"""What was typed for a request, as its form takes it, so that nobody types again what came back."""

from zhengyin.workuse.facts import NOT_MAJOR
from zhengyin.workuse.kinds import Kind
from zhengyin.workuse.models import WorkUse
from zhengyin.workuse.secrets import opened_personal


def typed_before(work_use: WorkUse) -> dict[str, str]:
    """Every field of the form by its name, personal ones decrypted. For the handler alone."""
    said = {key: str(value) for key, value in work_use.details.items()}
    said |= opened_personal(work_use.id, work_use.personal_encrypted)
    said |= {
        "scope": work_use.scope_code,
        "matter": work_use.matter,
        "copies": str(work_use.copies),
        "major": work_use.major_code or said.get("major", NOT_MAJOR),
        "whose": work_use.whose,
        "override": work_use.override,
        "inquirer": work_use.inquirer,
    }
    if work_use.kind == Kind.ORDINARY:
        said["for_resident"] = "no"  # the other answer is never kept: such a request is refused
    return said
