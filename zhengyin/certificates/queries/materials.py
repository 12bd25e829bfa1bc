"""The materials of a case: what the guide asks for, what became of each, its pictures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from zhengyin.catalogue.entries import PENDING, Entry
from zhengyin.certificates.facts.applying import MaterialsFacts
from zhengyin.certificates.kinds import Became
from zhengyin.certificates.models import Attachment, Certificate, Material
from zhengyin.certificates.policy.materials import refusals_of_an_attachment
from zhengyin.certificates.typed import words_problem
from zhengyin.documents import files
from zhengyin.documents.uploads import Checked
from zhengyin.shared.refusal import refuse_if

LONGEST = 60
BY_RESIDENT = "申请人"


@dataclass(frozen=True, slots=True)
class AttachmentShown:
    """One picture or PDF; `is_picture` says whether a page can show it."""

    id: UUID
    is_picture: bool
    added_by: str
    added_at: datetime


@dataclass(frozen=True, slots=True)
class MaterialShown:
    """One material with what became of it; `listed` says that the guide asks for it."""

    name: str
    listed: bool
    became: Became
    recorded_by: str
    attachments: tuple[AttachmentShown, ...]


def asked_for_by(entry: Entry) -> tuple[str, ...]:
    """What an entry's guide says is to be brought; what is not known yet is not asked for."""
    materials = entry.guide.materials if entry.guide else ()
    return tuple(dict.fromkeys(one[:LONGEST] for one in materials if PENDING not in one))


def materials_shown(certificate: Certificate) -> tuple[MaterialShown, ...]:
    """First what the guide asks for, in its order, then what else was brought."""
    listed = listed_of(certificate)
    rows = Material.objects.filter(certificate=certificate).select_related("recorded_by")
    kept = {row.name: row for row in rows.order_by("recorded_at", "name")}
    pictures = _pictures(certificate) if kept else {}
    names = dict.fromkeys([*listed, *kept])
    return tuple(_shown(name, name in listed, kept.get(name), pictures) for name in names)


def listed_of(certificate: Certificate) -> list[str]:
    """What the guide asked for when the case was applied for."""
    return [name for name in certificate.materials.split("\n") if name]


def _pictures(certificate: Certificate) -> dict[UUID, list[Attachment]]:
    shown = Attachment.objects.filter(material__certificate=certificate, removed_at__isnull=True)
    found: dict[UUID, list[Attachment]] = {}
    for one in shown.select_related("file", "added_by").order_by("added_at", "id"):
        found.setdefault(one.material_id, []).append(one)
    return found


def _shown(
    name: str, listed: bool, row: Material | None, pictures: dict[UUID, list[Attachment]]
) -> MaterialShown:
    if row is None:
        return MaterialShown(name, listed, Became.NOT_SAID, "", ())
    attachments = tuple(
        AttachmentShown(
            one.id,
            one.file.content_type.startswith("image/"),
            one.added_by.name if one.added_by else BY_RESIDENT,
            one.added_at,
        )
        for one in pictures.get(row.id, ())
    )
    looked = row.recorded_by.name if row.recorded_by else ""
    return MaterialShown(name, listed, Became(row.became), looked, attachments)


def facts_for_materials(certificate: Certificate, names: Iterable[str], new: int) -> MaterialsFacts:
    """What is given, and how many pictures there would be."""
    names = tuple(names)
    there = Attachment.objects.filter(material__certificate=certificate, removed_at__isnull=True).count()
    found = [words_problem("材料", name, LONGEST) if name else "材料的名字还没有填" for name in names]
    return MaterialsFacts(len(names), there + new, tuple(words for words in found if words))


def facts_for_attach(certificate: Certificate, name: str, new: int) -> MaterialsFacts:
    """A resident sends pictures of what is asked for, and of nothing else."""
    facts = facts_for_materials(certificate, [name] if new else [], new)
    return replace(facts, not_asked_for="" if name in listed_of(certificate) else name)


def not_attached_yet(certificate: Certificate, name: str, pictures: Sequence[Checked]) -> tuple[Checked, ...]:
    """The pictures that this material does not show yet: a second click sends the same ones."""
    shown = Attachment.objects.filter(
        material__certificate=certificate, material__name=name, removed_at__isnull=True
    )
    there = set(shown.values_list("file__sha256", flat=True)) if pictures else set()
    return tuple(one for one in pictures if files.digest_of(one.data) not in there)


def ticked_already(certificate: Certificate, name: str, became: Became) -> bool:
    """Whether this is what the material became anyway."""
    return (
        not became
        or Material.objects.filter(certificate=certificate, name=name, became=became.value).exists()
    )


def attachment_of(certificate_id: UUID, attachment_id: UUID) -> Attachment:
    """One picture of this case that is still shown; raises Refused."""
    shown = Attachment.objects.filter(material__certificate=certificate_id, removed_at__isnull=True)
    found = shown.select_related("material", "file").filter(pk=attachment_id).first()
    refuse_if(refusals_of_an_attachment(there=found is not None))
    assert found is not None
    return found
