"""Materials: ticked or photographed by the handler, kept encrypted, taken away before the approval."""

import dataclasses
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings

from tests.certificates import cast
from tests.certificates.attempts import execute, last_line, refused, refuses
from tests.world import World
from zhengyin.catalogue.kinds import Tie
from zhengyin.certificates import actions
from zhengyin.certificates.actions import MaterialGiven
from zhengyin.certificates.asked import IdentityMethod
from zhengyin.certificates.kinds import Became
from zhengyin.certificates.models import Attachment, Certificate, Material
from zhengyin.certificates.policy.materials import MOST_PICTURES
from zhengyin.certificates.queries.materials import materials_shown
from zhengyin.certificates.workflow import State
from zhengyin.documents import files
from zhengyin.documents.models import StoredFile
from zhengyin.documents.uploads import Checked
from zhengyin.people.actor import Actor
from zhengyin.registers.queries import now

PICTURE = Checked(b"the household book, page 3", "image/jpeg")
OTHER = Checked(b"the household book, page 4", "image/jpeg")
BOOK = MaterialGiven("户口簿", Became.SEEN, (PICTURE,))


def record(case: UUID, actor: Actor, *given: MaterialGiven) -> None:
    actions.record_materials(certificate_id=case, given=given or (BOOK,), actor=actor, at=now())


def remove(case: UUID, attachment: UUID, actor: Actor, reason: str = "拍错了") -> None:
    actions.remove_attachment(
        certificate_id=case, attachment_id=attachment, reason=reason, actor=actor, at=now()
    )


def test_the_list_is_the_guides_as_it_stood(world: World) -> None:
    certificate = Certificate.objects.get(pk=cast.applied())
    shown = materials_shown(certificate)
    assert shown
    assert all(one.listed and one.became is Became.NOT_SAID for one in shown)
    assert not any("待核" in one.name for one in shown)


def test_a_tick_and_a_picture_are_kept(world: World) -> None:
    case, clerk = cast.applied(), cast.officer("hn.ljw.clerk")
    record(case, clerk)
    (attachment,) = Attachment.objects.filter(material__certificate=case)
    assert files.get(attachment.file_id) == PICTURE.data
    stored = StoredFile.objects.get(pk=attachment.file_id)
    on_disk = (Path(settings.FILES_DIR) / str(stored.owner) / stored.name).read_bytes()
    assert PICTURE.data not in on_disk
    line = last_line(case)
    assert (line.kind, line.columns["pictures"]) == ("certificate.materials", "1")
    assert line.personal == {"materials": "户口簿：看过原件，照片1张"}
    assert cast.state_of(case) is State.APPLIED


def test_a_later_look_replaces_a_picture_alone_does_not(world: World) -> None:
    case, clerk = cast.applied(), cast.officer("hn.ljw.clerk")
    record(case, clerk)
    record(case, clerk, dataclasses.replace(BOOK, became=Became.NOT_SAID, pictures=(OTHER,)))
    assert Material.objects.get(certificate=case).became == Became.SEEN
    record(case, clerk, MaterialGiven("户口簿", Became.HANDED_IN))
    assert Material.objects.get(certificate=case).became == Became.HANDED_IN
    assert Attachment.objects.filter(material__certificate=case).count() == 2


def test_what_is_sent_twice_is_written_once(world: World) -> None:
    case, clerk = cast.applied(), cast.officer("hn.ljw.clerk")
    record(case, clerk)
    before = last_line(case)
    record(case, clerk)
    assert last_line(case) == before
    record(case, clerk, dataclasses.replace(BOOK, pictures=(PICTURE, OTHER)))  # the new one of the two
    assert last_line(case).columns["pictures"] == "1"
    before = last_line(case)
    record(case, clerk, MaterialGiven("结婚证"), dataclasses.replace(BOOK, became=Became.NOT_SAID))
    assert last_line(case) == before  # one says nothing, one was sent before
    assert Attachment.objects.filter(material__certificate=case).count() == 2


def test_refusals_write_nothing(world: World) -> None:
    case, clerk = cast.applied(), cast.officer("hn.ljw.clerk")
    many = MaterialGiven("户口簿", Became.SEEN, (PICTURE,) * (MOST_PICTURES + 1))
    refused(lambda: actions.record_materials(certificate_id=case, given=(), actor=clerk, at=now()),
            "material_not_given")  # fmt: skip
    refused(lambda: record(case, clerk, MaterialGiven("户口簿")), "material_not_given")  # no tick, no picture
    refused(lambda: record(case, clerk, many), "pictures_too_many")
    refused(lambda: record(case, clerk, MaterialGiven("户<口>簿", Became.SEEN)), "field_wrong")
    for other in ("hn.ljw.director", "hn.ljw.custodian", "hn.ptc.clerk", "hn.pt.officer"):
        refused(lambda who=other: record(case, cast.officer(who)), "wrong_office")  # type: ignore[misc]


def test_nothing_is_added_or_taken_away_once_it_went_on(world: World) -> None:
    """Before the director sees it, on the director's desk, after the approval."""
    case, clerk = cast.applied(), cast.officer("hn.ljw.clerk")
    record(case, clerk)
    attachment = Attachment.objects.get(material__certificate=case).id
    cast.accept(case, clerk)
    actions.start_verifying(certificate_id=case, actor=clerk, at=now())
    actions.record_checks(certificate_id=case, checks=cast.CHECKS, actor=clerk, at=now())
    actions.verify(certificate_id=case, actor=clerk, at=now())
    for _ in ("verified", "approved"):
        refused(lambda: record(case, clerk), "wrong_state")
        refused(lambda: remove(case, attachment, clerk), "wrong_state")
        refuses("attachment_stays", *taking_away(attachment, clerk))
        refuses(
            "material_stays",
            "UPDATE certificates_material SET became = 'seen' WHERE certificate_id = %s",
            case,
        )
        if cast.state_of(case) is State.VERIFIED:
            director = cast.officer("hn.ljw.director")
            cast.agree(certificate_id=case, near_relative=False, actor=director, at=now())


def taking_away(attachment: UUID, clerk: Actor) -> tuple[object, ...]:
    return (
        "UPDATE certificates_attachment SET removed_at = now(), removed_by_id = %s WHERE id = %s",
        clerk.person_id,
        attachment,
    )


def test_a_picture_is_taken_away_once_with_a_reason(world: World) -> None:
    case, clerk = cast.applied(), cast.officer("hn.ljw.clerk")
    record(case, clerk)
    attachment = Attachment.objects.get(material__certificate=case).id
    refused(lambda: remove(case, attachment, clerk, " "), "reason_missing")
    refused(lambda: remove(case, uuid4(), clerk), "attachment_gone")
    refused(lambda: remove(case, attachment, cast.officer("hn.ptc.clerk")), "wrong_office")
    other = cast.applied()
    refused(lambda: remove(other, attachment, clerk), "attachment_gone")  # of another case
    remove(case, attachment, clerk)
    (shown,) = [one for one in materials_shown(Certificate.objects.get(pk=case)) if one.name == "户口簿"]
    assert shown.attachments == ()
    assert last_line(case).personal == {"material": "户口簿", "reason": "拍错了"}
    refused(lambda: remove(case, attachment, clerk), "attachment_gone")


def test_the_database_says_so_too(world: World) -> None:
    case, clerk = cast.applied(), cast.officer("hn.ljw.clerk")
    record(case, clerk)
    attachment = Attachment.objects.get(material__certificate=case).id
    for table in ("material", "attachment"):
        refuses("permission denied", f"DELETE FROM certificates_{table}")
    refuses("permission denied", "UPDATE certificates_material SET name = 'x'")
    refuses("permission denied", "UPDATE certificates_attachment SET file_id = NULL")
    refuses("material_known_way", "UPDATE certificates_material SET became = 'lost'")
    refuses(
        "certificates_attachment_file_id_key",
        "INSERT INTO certificates_attachment SELECT (jsonb_populate_record(a, "
        "jsonb_build_object('id', gen_random_uuid()))).* FROM certificates_attachment a WHERE id = %s",
        attachment,
    )
    refuses("attachment_removed_by_somebody", "UPDATE certificates_attachment SET removed_at = now()")
    insert = (
        "INSERT INTO certificates_material (id, certificate_id, name, became, recorded_by_id, recorded_at) "
        "VALUES (gen_random_uuid(), %s, %s, '', %s, now())"
    )
    refuses("material_named_once", insert, case, "户口簿", clerk.person_id)
    refuses("material_has_a_name", insert, case, "", clerk.person_id)
    execute(insert, case, "结婚证", clerk.person_id)
    execute(*taking_away(attachment, clerk))
    refuses("attachment_stays", *taking_away(attachment, clerk))


def test_a_resident_sends_pictures_ahead(world: World) -> None:
    case, name = cast.applied(), "居民身份证（没有的，经办人熟悉也可以）（示例内容）"
    assert name in Certificate.objects.get(pk=case).materials.split("\n")

    def attach(wanted: str = name, *pictures: Checked) -> None:
        actions.attach(certificate_id=case, name=wanted, pictures=pictures or (PICTURE,), at=now())

    attach()
    (attachment,) = Attachment.objects.filter(material__certificate=case)
    assert attachment.added_by is None
    assert last_line(case).personal == {"material": name}
    (shown,) = [one for one in materials_shown(Certificate.objects.get(pk=case)) if one.attachments]
    assert (shown.became, shown.recorded_by, shown.attachments[0].added_by) == (Became.NOT_SAID, "", "申请人")
    refused(lambda: attach("存折"), "material_not_asked_for")
    refused(lambda: attach(name, *(OTHER,) * MOST_PICTURES), "pictures_too_many")
    refused(
        lambda: actions.attach(certificate_id=case, name=name, pictures=(), at=now()), "material_not_given"
    )
    refuses("material_ticked_by_somebody", "UPDATE certificates_material SET became = 'seen'")
    clerk = cast.officer("hn.ljw.clerk")
    record(case, clerk, MaterialGiven(name, Became.SEEN))  # looked at afterwards
    assert Material.objects.get(certificate=case, name=name).recorded_by_id == clerk.person_id
    cast.accept(case, clerk)
    refused(attach, "wrong_state")  # once taken in, the counter takes what is brought


def test_taken_in_with_them_all_or_nothing(world: World) -> None:
    case, clerk = cast.applied(), cast.officer("hn.ljw.clerk")
    said: dict[str, Any] = {
        "certificate_id": case, "identity_method": IdentityMethod.DOCUMENT, "identity_note": "",
        "actor": clerk, "at": now(),
    }  # fmt: skip
    wrong = [MaterialGiven("", Became.SEEN)]
    refused(lambda: actions.accept(**said, ties=[], materials=wrong), "tie_not_confirmed", "field_wrong")
    good = [MaterialGiven("居民身份证", Became.SEEN)]
    refused(lambda: actions.accept(**said, ties=[], materials=good), "tie_not_confirmed")
    actions.accept(**said, ties=[Tie.RESIDENT], materials=good)
    assert Material.objects.get(certificate=case).became == "seen"
