"""Papers as the tests print them. Names, numbers and telephones are invented."""

import io
from dataclasses import replace
from datetime import date, datetime, timezone

from PIL import Image

from zhengyin.catalogue.entries import SECTIONS
from zhengyin.documents.paper import (
    AdvicePaper,
    CardPaper,
    CertificatePaper,
    CodeSheetPaper,
    Contacts,
    Draft,
    EmergencyPaper,
    EmergencySlip,
    FormRecordPaper,
    HandoverPaper,
    InspectionPaper,
    Issuer,
    LeafletPaper,
    LetterPaper,
    Mark,
    MinutesPaper,
    NoticePaper,
    Picture,
    PosterPaper,
    ReceiptPaper,
    ReceiptSlip,
    RegisterColumn,
    Registered,
    RegisterPaper,
    RegisterRow,
    SealPaper,
    Slip,
    SlipsPaper,
)
from zhengyin.documents.paper.parts import Entered
from zhengyin.documents.paper.poster import Sheet

AT = datetime(2026, 11, 21, 8, 30, tzinfo=timezone.utc)
RARE = "䶮㛃𬭁𬍛𫖯𬱖𱅒"
PREVIOUS = "c41e90b7" + "5a" * 28
NAME_OF_30 = ("阿依古丽买买提·" * 4)[:29] + "䶮"
UNIT_OF_50 = ("北京市朝阳区退役军人服务保障和社会救助综合管理服务中心" * 2)[:50]
ISSUER = Issuer("会宁县平头川镇", "李家湾村村民委员会")
CONTACTS = Contacts("hn.zhengyin.example", "李家湾村 0943-0000101", "会宁县民政局 0943-0000202")
BOOK = Registered(
    number="平头川镇李家湾村证字〔2026〕1号",
    previous_hash=PREVIOUS,
    address="https://hn.zhengyin.example/v/" + "A2" * 13,
    check_code="7KQ4M2XD9PTA",
)


def jpeg(level: int) -> bytes:
    """A grey page."""
    out = io.BytesIO()
    Image.new("RGB", (620, 877), (level, level, level)).save(out, "JPEG")
    return out.getvalue()


CERTIFICATE = CertificatePaper(
    book=BOOK,
    issuer=ISSUER,
    signed_on=date(2026, 11, 21),
    title="居住证明",
    to="中国农业银行股份有限公司会宁县支行",
    facts=("马桂花，女，汉族，公民身份号码620422196805120003，自2009年3月起在本村三社12号常住。",),
    people=(),
    closing=("本证明仅用于向你行申请农户小额贷款，用于其他事项无效。有效期至2027年2月20日。", "特此证明。"),
    copies=1,
    handler="王秀兰",
    office_phone="0943-0000101",
    contacts=CONTACTS,
    mark=Mark.NONE,
)
DRAFT = replace(CERTIFICATE, book=Draft("平头川镇李家湾村证字〔2026〕"), mark=Mark.UNSEALED)
PERSON = ("1", NAME_OF_30, "男", "长子之妻", "620422196603080007", "居民户口簿；现在兰州务工，电话核实")
FAMILY = replace(CERTIFICATE, to=UNIT_OF_50, people=(PERSON,) * 25)
LONG_NAMES = replace(
    CERTIFICATE,
    issuer=Issuer("鄂尔多斯市鄂托克前旗" + "某" * 30, "某" * 30 + "嘎查村民委员会"),
    book=replace(BOOK, number="某" * 40 + "证字〔2026〕12345号"),
    title="证明" * 30,
    facts=("A" * 400, "（" * 80, "1234567890" * 30),
)
ADVICE = AdvicePaper(
    book=BOOK,
    issuer=ISSUER,
    signed_on=date(2026, 11, 21),
    title="告知单：这样办就行",
    legal_name="不予出具告知单",
    to="马桂花同志",
    answer="“亲属关系证明”，不用开。",
    why="您和儿子的关系，居民户口簿上写得清清楚楚。",
    basis="民发〔2020〕20号附件第1项。",
    ways=((("去哪里", "要您开证明的那家。"), ("带什么", "居民户口簿。")),),
    stuck="打县里电话0943-0000202，反映不合理要求。",
    handler="王秀兰",
    office_phone="0943-0000101",
    contacts=CONTACTS,
    mark=Mark.NONE,
)
SLIP = ReceiptSlip(
    number=BOOK.number,
    title="居住证明",
    names=("马桂花",),
    to=UNIT_OF_50,
    copies=2,
    address="https://hn.zhengyin.example/s/" + "A2" * 13,
    check_code="7KQ4M2XD9PTA",
    handler="王秀兰",
    phone="0943-0000101",
    place="李家湾村",
)
RECEIPT = ReceiptPaper(ISSUER, (SLIP, replace(SLIP, names=(NAME_OF_30,) * 25)), Mark.DEMONSTRATION)
EMERGENCY = EmergencyPaper(
    issuer=ISSUER,
    slips=tuple(EmergencySlip(f"应急{no:04d}", BOOK.address, BOOK.check_code) for no in (19, 20, 21)),
    site=f"{CONTACTS.site}/v",
    help="平头川镇 0943-0000110",
    within=2,
    mark=Mark.DEMONSTRATION,
)
CODE_SHEET = CodeSheetPaper(
    issuer=ISSUER,
    holder="王秀兰",
    login_name="wangxiulan",
    sheet_number="2026-01",
    codes=tuple(f"{n * 7919 % 1000000:06d}" for n in range(40)),
    printed_on=date(2026, 11, 21),
    lost="马上打平头川镇电话 0943-0000110，当场停用这张表。",
    mark=Mark.NONE,
)
LETTER = LetterPaper(
    book=BOOK,
    issuer=ISSUER,
    signed_on=date(2026, 11, 21),
    title="关于不再出具亲属关系证明的告知函",
    to=UNIT_OF_50,
    paragraphs=("现将有关情况函告如下：", "一、该事项不应由村民委员会出具证明。见附件第1项。"),
    last="专此函告。",
    attachment="",
    handler="王秀兰",
    office_phone="0943-0000101",
    contacts=CONTACTS,
    mark=Mark.NONE,
)
SIGNED_LETTER = replace(
    LETTER,
    book=Entered("平头川镇李家湾村函〔2026〕2号", PREVIOUS),
    address="会宁县会师镇长征南路18号",
)
NOTICE = NoticePaper(
    book=Entered("平头川镇李家湾村公示〔2026〕6号", PREVIOUS),
    issuer=ISSUER,
    signed_on=date(2026, 11, 21),
    paragraphs=(
        "拟办理的事：三社一户申请宅基地，占用村里的公用地。此事关系多数村民的切身利益，现予公示，请大家看清楚。",
    ),
    key=(
        ("公示时间", "2026年11月21日至2026年11月30日（10天）"),
        ("公示地点", "村务公开栏、三社社长家门口"),
        ("有意见找谁", "村委会王秀兰，0943-0000101\n村务监督委员会陈玉莲，0943-0000101"),
        ("怎样提", "当面说、打电话、写纸条都行，不留名字也行，都会登记、都有答复"),
    ),
    last="公示期满没有异议，或者异议已经答复的，再往下办。",
    address="https://hn.zhengyin.example/c/620422115203",
    handler="王秀兰",
    office_phone="0943-0000101",
    contacts=CONTACTS,
    mark=Mark.DEMONSTRATION,
)
SEAL_SHEET = SealPaper(
    title="印模采集纸",
    issuer=Issuer("会宁县", "平头川镇"),
    signed_on=None,
    paragraphs=("把印章端正地盖在黑框正中，印油要匀。",),
    rows=(("印章名称", ISSUER.full), ("公安备案号", "")),
    last=("黑框外边要正好90毫米。",),
    signers=("盖章人",),
    footing="李家湾村",
    mark=Mark.NONE,
    frame=True,
)
MINUTES = MinutesPaper(
    issuer=ISSUER,
    kind="村民代表会议",
    matter="三社一户申请宅基地，占用村里的公用地",
    rows=(
        ("时间", "2026年11月25日"),
        ("地点", "村委会会议室"),
        ("主持人", ""),
        ("党组织研究", "2026年11月20日"),
    ),
    counts=(("应到", "31"), ("实到", ""), ("同意", ""), ("反对", ""), ("弃权", "")),
    conclusion="",
    basis=("本地规则：《通知》（转载件，待核对原件）", "到会人数、通过票数按议事规则，条款待核"),
    mark=Mark.DEMONSTRATION,
)
INSPECTION = InspectionPaper(
    title="检查单",
    by="平头川镇",
    rows=(("检查名称", "2026年第四季度印章检查"), ("检查人", f"{NAME_OF_30}、何小兵")),
    known=(("印章名称", "会宁县平头川镇李家湾村村民委员会"), ("没有核对的月份", "没有")),
    heads=("检查内容", "现场情况", "有问题吗"),
    widths=(3, 6, 2),
    table=(("印章实物与台账", "", "□有　□没有"), ("保管地点", "", "□有　□没有")),
    last="",
    signers=("检查人", "检查人", "村（社区）负责人", "印章保管人"),
    mark=Mark.DEMONSTRATION,
)
INSPECTED = replace(
    INSPECTION,
    title="检查记录和整改通知",
    known=(),
    heads=("序号", "内容", "问题", "怎样整改", "期限"),
    widths=(2, 4, 8, 8, 4),
    table=tuple(
        (str(no), "用印登记簿与存根", "没有存根" * 70, "补齐" * 140, "2026年12月8日") for no in (1, 2, 3)
    ),
    last="请在期限以前改好。",
)
MINUTES_ENTERED = replace(
    MINUTES,
    rows=(*MINUTES.rows[:2], ("主持人", NAME_OF_30)),
    counts=tuple((label, "27") for label, _ in MINUTES.counts),
    conclusion="同意出具" * 50,
)
HANDOVER = HandoverPaper(
    number="平头川镇李家湾村印交〔2026〕1号",
    issuer=ISSUER,
    intro="因换届，李家湾村印章由赵德海移交周文斌保管，变动日期2026年11月11日，应于2026年11月23日前移交完毕。三方当面点清，内容如下：",
    seals=(
        (
            "1",
            "公章",
            "会宁县平头川镇李家湾村村民委员会",
            "圆形，直径42毫米，铜质",
            "启用",
            "村委会保险柜",
            "完好，字迹清晰",
        ),
        (
            "2",
            "专用章",
            "会宁县平头川镇李家湾村村民委员会档案专用章",
            "圆形，直径待核，质料待核",
            "启用",
            "档案室",
            "完好",
        ),
    ),
    items=(
        ("存放处和钥匙", "村委会办公室铁皮柜第二格，钥匙两把（一并移交）"),
        ("登记簿", "《为村（居）民出具证明事项登记簿》2026年登记至第48号"),
        ("应急用印单", "0019至0050号未用，共32张"),
        ("随交档案", "2021年至2025年登记簿5本；签收单一盒"),
        ("未办完的", "已签批、还没盖章2件，移交后由接交人办"),
    ),
    signatures=(("赵德海", "原印章保管人"), ("周文斌", "新任印章保管人"), (NAME_OF_30, "村务监督委员会主任")),
    note="一式三份：移交人、接交人各一份，村里存档一份。签批人不得保管印章。",
    contacts=CONTACTS,
    mark=Mark.DEMONSTRATION,
)
REGISTER = RegisterPaper(
    issuer=ISSUER,
    title="为村（居）民出具证明事项登记簿",
    year=2026,
    period="2026年11月",
    volume="第1本，共3本",
    columns=tuple(
        RegisterColumn(title, width)
        for title, width in (
            ("登记号", 11), ("用印的时间", 22), ("姓名", 17), ("办理事项内容", 0), ("需要单位", 31),
            ("用途", 26), ("联系电话", 22), ("份数/枚数", 11), ("签批人", 14), ("经办人", 14), ("盖章人", 14),
            ("村（居）民签字确认", 20), ("备注", 34),
        )
    ),
    rows=(
        RegisterRow(
            41,
            ("11月6日 11:03", "马*花", "居住证明", UNIT_OF_50, "宽带迁装", "187****3456", "1/1",
             "李长顺", "王秀兰", "赵德海", "本人领取，签收单"),
            (("作废", "姓名有误，11月6日收回"), ("补登", "停电"), ("", "11月6日交付")),
            "5b07e2d4" + "0" * 56,
        ),
    ),
    keeper="赵德海",
    supervisors="村务监督委员会",
    phones="本村（社区）0943-0000101、主管部门 0943-0000202",
    mark=Mark.NONE,
)  # fmt: skip
CARD = CardPaper(
    issuer=ISSUER,
    who="经办人",
    opening="来人要开证明，先问清楚。",
    steps=("有人来，按【新申请】。", "写要开什么，按【找】。"),
    entry="打开网址，点【工作人员登录】。",
    never=("空白纸不盖章。",),
    troubles=(("停电", "来电再办。"),),
    calling="办不下去，就打电话",
    telephones=(("平头川镇", "0943-0000201"),),
    printed_on=date(2026, 11, 21),
    mark=Mark.NONE,
)
CARD_LONG = replace(
    CARD,
    issuer=Issuer("鄂尔多斯市鄂托克前旗" + "某" * 17, "某" * 10 + "嘎查村民委员会"),
    steps=("某" * 24 + "【看能不能开】" + "某" * 16,) * 5,
    never=("某" * 30,) * 3,
    troubles=(("停电、断网", "某" * 45),) * 3,
    telephones=(("某" * 20, "0943-0000201"),) * 3,
    address="https://hn.zhengyin.example/c/620422115203",
)
GLUED = Slip(
    form_title="住房租赁备案申请表",
    pages=2,
    names=("马桂花",),
    to="会宁县安居房屋租赁公司",
    signed_on=date(2026, 11, 21),
    copies=3,
    text_digest=PREVIOUS,
)
SLIPS = SlipsPaper(BOOK, ISSUER, GLUED, CONTACTS, Mark.NONE)
LONG_SLIPS = replace(
    SLIPS,
    book=LONG_NAMES.book,
    issuer=LONG_NAMES.issuer,
    slip=replace(
        GLUED, form_title="汇总审批登记申请表" * 5, names=(NAME_OF_30,) * 7, to=UNIT_OF_50, copies=12
    ),
    mark=Mark.DEMONSTRATION_UNSEALED,
)
FORM_RECORD = FormRecordPaper(
    book=BOOK,
    issuer=ISSUER,
    slip=GLUED,
    facts=CERTIFICATE.facts,
    closing=CERTIFICATE.closing,
    pictures=tuple(Picture(jpeg(level), 620, 877) for level in (180, 220)),
    contacts=CONTACTS,
    mark=Mark.DEMONSTRATION,
)
POSTER = PosterPaper(
    sheet=Sheet.A3,
    issuer=ISSUER,
    can=(("居住证明", "当场办。带居民身份证。"),) * 14,
    cannot=(("居民身份信息证明", "公安派出所：直接去，带能说明情况的原始材料"),) * 20,
    note="对方非要村里开？打主管部门的电话。",
    telephones=(("村（社区）电话", "0943-0000101"), ("会宁县民政局", "0943-0000202")),
    address="https://hn.zhengyin.example/c/620422115203",
    standing="依据：不应由基层群众性自治组织出具证明事项清单（第一批）第1版。2026年11月21日的清单。",
    mark=Mark.DEMONSTRATION,
)
LEAFLET = LeafletPaper(
    issuer=ISSUER,
    name="居（租）住证明",
    glance=(("几天", "当场办"), ("多少钱", "不收钱"), ("带什么", "2样"), ("有效期", "90天")),
    parts=tuple((title, ("某" * 60,)) for title in SECTIONS),
    not_written="不写户籍、婚姻、收入。",
    sample_title="居住证明",
    sample=("×××现住本村（社区）×××。", "本证明仅用于××××，用于其他事项无效。"),
    telephones=POSTER.telephones,
    address="https://hn.zhengyin.example/c/620422115203/guides/ISS-ZQ-01",
    standing="会宁县可以出具清单第1版。2026年11月21日打印，过后变了的以扫码看到的为准",
    mark=Mark.DEMONSTRATION,
)
ALL = {
    "card": CARD,
    "poster": POSTER,
    "poster with more than a page": replace(POSTER, cannot=POSTER.cannot * 4),
    "poster on A4": replace(POSTER, sheet=Sheet.A4),
    "leaflet": LEAFLET,
    "long leaflet": replace(LEAFLET, parts=tuple((title, ("某" * 400,)) for title in SECTIONS)),
    "card full of words": CARD_LONG,
    "slips": SLIPS,
    "long slips": LONG_SLIPS,
    "form record": FORM_RECORD,
    "form record before the seal": replace(
        FORM_RECORD, book=DRAFT.book, slip=replace(GLUED, text_digest=""), mark=Mark.UNSEALED
    ),
    "certificate": CERTIFICATE,
    "draft": DRAFT,
    "family": FAMILY,
    "long names": LONG_NAMES,
    "advice": ADVICE,
    "answer without a number": replace(ADVICE, book=None, to=""),
    "receipt": RECEIPT,
    "emergency": EMERGENCY,
    "emergency, long names": replace(EMERGENCY, issuer=LONG_NAMES.issuer),
    "code sheet": CODE_SHEET,
    "letter": LETTER,
    "signed letter": SIGNED_LETTER,
    "notice": NOTICE,
    "sealpaper": SEAL_SHEET,
    "handover": HANDOVER,
    "handover to be signed": replace(HANDOVER, signatures=(("", ""),) * 3, mark=Mark.NONE),
    "minutes": MINUTES,
    "minutes entered": MINUTES_ENTERED,
    "inspection sheet": INSPECTION,
    "inspection record": INSPECTED,
    "register": REGISTER,
}
