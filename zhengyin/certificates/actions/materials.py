"""Materials: what was brought, what was only looked at; pictures of it, and taking a picture away."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from zhengyin.certificates.actions.taking import carry_out, signed_step, taken, taken_by_resident
from zhengyin.certificates.kinds import Became
from zhengyin.certificates.models import Attachment, Certificate, Material
from zhengyin.certificates.policy.give_back import refusals_without_reason
from zhengyin.certificates.policy.materials import refusals_to_record_materials
from zhengyin.certificates.queries.materials import (
    attachment_of,
    facts_for_attach,
    facts_for_materials,
    listed_of,
    not_attached_yet,
    ticked_already,
)
from zhengyin.certificates.words import WORDS
from zhengyin.certificates.workflow import Act
from zhengyin.documents import files
from zhengyin.documents.models import StoredFile
from zhengyin.documents.uploads import Checked
from zhengyin.people.actor import Actor
from zhengyin.shared.refusal import Refusal, refuse_if


@dataclass(frozen=True, slots=True)
class MaterialGiven:
    """One material as ticked, with pictures that were checked by their content."""

    name: str
    became: Became = Became.NOT_SAID
    pictures: tuple[Checked, ...] = ()

    @property
    def says_something(self) -> bool:
        """It was ticked, or photographed."""
        return bool(self.became or self.pictures)


@transaction.atomic
def record_materials(
    *, certificate_id: UUID, given: Sequence[MaterialGiven], actor: Actor, at: datetime
) -> None:
    """Write down what became of some materials; a later look replaces the earlier, pictures are added.

    Sent twice, the second changes nothing. A row without tick and picture says nothing.
    """
    certificate, *_ = taken(certificate_id, Act.RECORD_MATERIALS, actor)
    new = new_in(certificate, given)
    if not new and any(one.says_something for one in given):
        return
    refuse_if(reasons_against(certificate, new))
    write_down(certificate, new, actor, at)


def reasons_against(certificate: Certificate, given: Sequence[MaterialGiven]) -> tuple[Refusal, ...]:
    """What stands in the way of writing this down."""
    names, pictures = [one.name for one in given], sum(len(one.pictures) for one in given)
    return tuple(refusals_to_record_materials(facts_for_materials(certificate, names, pictures)))


def write_down(certificate: Certificate, given: Sequence[MaterialGiven], actor: Actor, at: datetime) -> None:
    """Keep what was judged, of a certificate that is held, with its line."""
    step, signature = signed_step(certificate, Act.RECORD_MATERIALS, actor)
    for one in given:
        _record(certificate, one, actor, at)
    words = "；".join(f"{one.name}：{words_of(one)}" for one in given)
    carry_out(
        certificate, step, signature, at,
        columns={"pictures": str(sum(len(one.pictures) for one in given))}, personal={"materials": words},
    )  # fmt: skip


def new_in(certificate: Certificate, given: Sequence[MaterialGiven]) -> list[MaterialGiven]:
    """What says something that is not written down yet."""
    said = [one for one in given if one.says_something]
    new = [replace(one, pictures=not_attached_yet(certificate, one.name, one.pictures)) for one in said]
    return [one for one in new if one.pictures or not ticked_already(certificate, one.name, one.became)]


def words_of(given: MaterialGiven) -> str:
    """看过原件，照片2张."""
    words = [WORDS[f"became.{given.became.value}"]] if given.became else []
    words += [f"照片{len(given.pictures)}张"] if given.pictures else []
    return "，".join(words)


def _record(certificate: Certificate, given: MaterialGiven, actor: Actor, at: datetime) -> None:
    said = {"recorded_by_id": actor.person_id, "recorded_at": at}
    if given.became:  # a picture alone does not undo what was ticked before
        said["became"] = given.became.value
    material, _ = Material.objects.update_or_create(certificate=certificate, name=given.name, defaults=said)
    _keep(certificate, material, given.pictures, actor, at)


def _keep(
    certificate: Certificate,
    material: Material,
    pictures: Sequence[Checked],
    actor: Actor | None,
    at: datetime,
) -> None:
    by = actor.person_id if actor else None
    for picture in pictures:
        file = _file(certificate, picture, at)
        Attachment.objects.create(material=material, file=file, added_by_id=by, added_at=at)


def _file(certificate: Certificate, picture: Checked, at: datetime) -> StoredFile:
    return files.put(
        data=picture.data, content_type=picture.content_type, purpose="material",
        owner=certificate.organization_id, county_code=certificate.county_code, at=at,
    )  # fmt: skip


def copy_materials(old: Certificate, new: Certificate, at: datetime) -> None:
    """What was written down of an application that is entered anew; its lines name the old one."""
    for material in Material.objects.filter(certificate=old, name__in=listed_of(new)).order_by("name"):
        kept = material.attachments.filter(removed_at=None).order_by("added_at", "id")
        pictures = list(kept.select_related("file"))
        material.pk, material.certificate = uuid4(), new
        material.save(force_insert=True)
        for one in pictures:
            seen = Checked(files.plain_of(one.file), one.file.content_type)
            Attachment.objects.create(
                material=material,
                file=_file(new, seen, at),
                added_by_id=one.added_by_id,
                added_at=one.added_at,
            )


@transaction.atomic
def attach(*, certificate_id: UUID, name: str, pictures: Sequence[Checked], at: datetime) -> None:
    """The resident sends pictures of a material ahead; the caller has checked code and telephone.

    Sent twice, the second adds nothing.
    """
    certificate, step, signature = taken_by_resident(certificate_id, Act.ATTACH)
    new = not_attached_yet(certificate, name, pictures)
    if pictures and not new:
        return
    pictures = new
    refuse_if(refusals_to_record_materials(facts_for_attach(certificate, name, len(pictures))))
    material, _ = Material.objects.get_or_create(
        certificate=certificate, name=name, defaults={"recorded_at": at}
    )
    _keep(certificate, material, pictures, None, at)
    carry_out(
        certificate, step, signature, at,
        columns={"pictures": str(len(pictures))}, personal={"material": name},
    )  # fmt: skip


@transaction.atomic
def remove_attachment(
    *, certificate_id: UUID, attachment_id: UUID, reason: str, actor: Actor, at: datetime
) -> None:
    """Take a picture away before the approval; from then on nobody is shown it."""
    certificate, step, signature = taken(certificate_id, Act.REMOVE_ATTACHMENT, actor)
    refuse_if(refusals_without_reason(reason))
    attachment = attachment_of(certificate.id, attachment_id)
    attachment.removed_by_id, attachment.removed_at = actor.person_id, at
    attachment.save(update_fields=["removed_by", "removed_at"])
    carry_out(
        certificate, step, signature, at,
        personal={"material": attachment.material.name, "reason": reason.strip()},
    )  # fmt: skip
