"""领取单, 收缴销毁记录, 印模采集纸: printed before the act, signed by hand, photographed with it."""

from datetime import datetime

from zhengyin.documents import files, sheet
from zhengyin.documents.models import StoredFile
from zhengyin.documents.paper.formrecord import Picture
from zhengyin.documents.paper.parts import Drawing, Issuer, mark_for
from zhengyin.documents.paper.sealpaper import SealPaper
from zhengyin.documents.pdfpages import page_picture
from zhengyin.documents.uploads import Checked
from zhengyin.regions import queries as regions
from zhengyin.regions.queries import CommitteeCard
from zhengyin.seals.kinds import SHAPE_LABELS, Shape
from zhengyin.seals.models import Seal
from zhengyin.seals.queries.returned import collected, destroyed_among
from zhengyin.shared.days import day_of, in_words
from zhengyin.web.keeping.papers import footing

PDF = "application/pdf"


def receipt(seal: Seal, at: datetime) -> SealPaper:
    """印章领取单."""
    card = regions.committee(seal.committee_id)
    diameter = f"{seal.diameter_mm:f}毫米" if seal.diameter_mm else "待核"
    rows = (
        ("印章名称", seal.name),
        ("形状、直径", f"{SHAPE_LABELS[Shape(seal.shape)]}，{diameter}"),
        *([("第二种文字", "照下面的图样刻，领取时对着图样看过")] if seal.second_script_id else []),
        ("质料", seal.material),
        ("刻制单位", seal.engraver),
        ("公安备案号", seal.police_number),
    )
    said = f"今领到{card.township_name}颁发的印章一枚。印章由专人保管、固定存放，先审核、后用印、逐次登记。"
    last = ("旧印章已经收缴的，一并核对收缴单。",) if seal.replaces else ()
    picture = _second_script(seal.second_script) if seal.second_script else None
    return _paper(
        "印章领取单", card, said, rows=rows, last=last, signers=("领取人", "颁发人"), at=at, picture=picture
    )


def _second_script(file: StoredFile) -> Drawing:
    """The picture that came with the order; of a PDF its first page."""
    whole = Checked(files.plain_of(file), file.content_type)
    if whole.content_type == PDF:
        whole = page_picture(whole.data, 1)
    small = sheet.kept(sheet.opened(whole))
    wide, high = sheet.opened(small).size
    return Picture(small.data, wide, high).svg


def returned(seal: Seal, at: datetime) -> SealPaper:
    """印章收缴、销毁单: to be filled in by hand before the act, filled in by what was recorded after it."""
    card = regions.committee(seal.committee_id)
    back, gone = collected(seal), destroyed_among([seal]).get(seal.pk)
    rows = (
        ("印章名称", seal.name),
        ("颁发日期", in_words(seal.issued_on) if seal.issued_on else ""),
        ("收缴原因", f"{card.ended.words}（{card.ended.document}）" if card.ended else ""),
        ("收缴日期", back.words if back else ""),
        ("销毁日期", in_words(gone.on) if gone else ""),
        ("销毁地点", gone.place if gone else ""),
        ("销毁方式", gone.how if gone else ""),
        ("见证人", "、".join(gone.witnesses) if gone else ""),
    )
    said = f"{card.township_name}收回下面这枚印章。收回以后不再使用；销毁要有两人见证，经办人自己不算。"
    signers = ("交印人", "收缴人", "见证人一", "见证人二")
    return _paper("印章收缴、销毁单", card, said, rows=rows, signers=signers, at=at)


def impression_sheet(seal: Seal, at: datetime) -> SealPaper:
    """印模采集纸: the frame a photograph is measured by."""
    card = regions.committee(seal.committee_id)
    said = "把印章端正地盖在黑框正中，印油要匀。从正上方拍照，黑框四个角都要拍到，再上传。"
    note = "打印时选“实际大小”，不要缩放：黑框外边要正好90毫米。印模只留着比对。"
    return _paper(
        "印模采集纸", card, said, rows=(("印章名称", seal.name),), last=(note,), signers=("盖章人",), at=at,
        frame=True,
    )  # fmt: skip


def _paper(
    title: str,
    card: CommitteeCard,
    said: str,
    *,
    rows: tuple[tuple[str, str], ...],
    signers: tuple[str, ...],
    at: datetime,
    last: tuple[str, ...] = (),
    frame: bool = False,
    picture: Drawing | None = None,
) -> SealPaper:
    return SealPaper(
        title=title,
        issuer=Issuer(card.county_name, card.township_name),
        signed_on=None,
        paragraphs=(said,),
        rows=rows,
        last=last,
        signers=signers,
        footing=footing(card, day_of(at)),
        mark=mark_for(sealed=True, demonstration=regions.is_demonstration()),
        frame=frame,
        picture=picture,
    )
