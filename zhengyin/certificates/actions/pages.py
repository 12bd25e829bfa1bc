"""Photograph the other side's form, front and back; take a page another way; drop one."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.certificates.actions.taking import carry_out, taken
from zhengyin.certificates.facts.applying import PagesFacts
from zhengyin.certificates.kinds import ShownAs
from zhengyin.certificates.models import Certificate, FormPage
from zhengyin.certificates.policy.pages import refusals_to_photograph, refusals_to_redo_page
from zhengyin.certificates.queries.pages import (
    digests_of,
    facts_for_photograph,
    free_places,
    not_taken_yet,
    page_of,
)
from zhengyin.certificates.words import WORDS
from zhengyin.certificates.workflow import Act, State
from zhengyin.documents import files, sheet
from zhengyin.documents.models import StoredFile
from zhengyin.documents.sheet import Sheet
from zhengyin.documents.uploads import Checked
from zhengyin.people.actor import Actor
from zhengyin.registers.lines import Signature
from zhengyin.shared.refusal import refuse_if
from zhengyin.shared.workflow import Step

APART = "；"
Taken = tuple[Certificate, Step[State, Act], Signature]


@transaction.atomic
def photograph(*, certificate_id: UUID, pictures: Sequence[Checked], actor: Actor, at: datetime) -> None:
    """Add pages, each laid flat where its corners are found; blank paper is refused (H3.2.4d).

    Sent twice, the second adds nothing.
    """
    begun = taken(certificate_id, Act.PHOTOGRAPH, actor)
    certificate, new = begun[0], not_taken_yet(begun[0], pictures)
    if pictures and not new:
        return
    places, sheets = free_places(certificate, len(new)), [sheet.flat(picture) for picture in new]
    refuse_if(refusals_to_photograph(facts_for_photograph(certificate, sheets, places)))
    for place, picture, page in zip(places, new, sheets, strict=True):
        original, shown = stored(certificate, picture, at), stored(certificate, page.picture, at)
        FormPage.objects.create(
            certificate=certificate, position=place, taken=original, shown=shown,
            flattened=page.flattened, ink=page.ink, added_by_id=actor.person_id, added_at=at,
        )  # fmt: skip
    _said(begun, f"拍了第{'、'.join(map(str, places))}页", at)


@transaction.atomic
def redo_page(*, certificate_id: UUID, page_id: UUID, shown_as: ShownAs, actor: Actor, at: datetime) -> None:
    """Show a page laid flat, as it was taken, or turned a quarter; what counts is how it is shown."""
    begun = taken(certificate_id, Act.PHOTOGRAPH, actor)
    page = page_of(begun[0], page_id)
    made = _made(page, shown_as)
    found = shown_as is not ShownAs.FLAT or made.flattened
    refuse_if(refusals_to_redo_page(PagesFacts(True, ((page.position, made.ink),), 1), corners_found=found))
    page.shown, page.flattened, page.ink = stored(begun[0], made.picture, at), made.flattened, made.ink
    page.save(update_fields=["shown", "flattened", "ink"])
    _said(begun, f"第{page.position}页{WORDS[f'shown_as.{shown_as.value}']}", at)


@transaction.atomic
def drop_page(*, certificate_id: UUID, page_id: UUID, actor: Actor, at: datetime) -> None:
    """Take a page away, to photograph it again or because it is not part of the form."""
    begun = taken(certificate_id, Act.PHOTOGRAPH, actor)
    page = page_of(begun[0], page_id)
    page.removed_by_id, page.removed_at = actor.person_id, at
    page.save(update_fields=["removed_by", "removed_at"])
    _said(begun, f"撤下第{page.position}页", at)


def _made(page: FormPage, shown_as: ShownAs) -> Sheet:
    if shown_as is ShownAs.TURNED:
        return sheet.turned(_picture(page.shown), flattened=page.flattened)
    return (sheet.flat if shown_as is ShownAs.FLAT else sheet.as_taken)(_picture(page.taken))


def _picture(file: StoredFile) -> Checked:
    return Checked(files.plain_of(file), file.content_type)


def stored(certificate: Certificate, picture: Checked, at: datetime) -> StoredFile:
    """A picture of the case, encrypted on disk."""
    return files.put(
        data=picture.data, content_type=picture.content_type, purpose="form",
        owner=certificate.organization_id, county_code=certificate.county_code, at=at,
    )  # fmt: skip


def _said(begun: Taken, done: str, at: datetime) -> None:
    """The line names every page that counts now by its digest."""
    certificate, step, signature = begun
    digests = digests_of(certificate)
    said = {"done": done, "pages": str(len(digests)), "digests": APART.join(digests)}
    carry_out(certificate, step, signature, at, columns=said)
