"""The words the lists are made of, each with what a user reads for it. Pure."""

from enum import StrEnum


class Worded(StrEnum):
    """A stable code with its Chinese words, written `NAME = "code", "中文"`."""

    _value_: str
    words: str

    def __new__(cls, code: str, words: str = "") -> "Worded":
        """`words` is always given; its default lets `Level("city")` be a look-up for the type checker."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.words = words
        return member


class EntryKind(Worded):
    """What an entry of a list says."""

    PROHIBITED = "prohibited", "不用开的"
    ISSUABLE = "issuable", "可以开的"
    ROUTE = "route", "清单以外、常有人问的"
    STATUTORY_DOCUMENT = "statutory_document", "有法定证件的"
    PRINCIPLE = "principle", "总的规定"


class Level(Worded):
    """Whose list it is; earlier ones bind later ones."""

    NATION = "nation", "国家"
    PROVINCE = "province", "省（自治区）"
    CITY = "city", "市"
    COUNTY = "county", "县（旗、区）"


class Standing(Worded):
    """How far a document may be relied on; only one in force is cited to a resident."""

    IN_FORCE = "in_force", "现行"
    DRAFT = "draft", "征求意见稿，未生效"
    THIRD_PARTY_COPY = "third_party_copy", "转载件，待核对原件"
    DEMONSTRATION = "demonstration", "示例内容"


class Confidence(Worded):
    """How well a statement about the law was seen in a text."""

    SOURCE = "source", "见于公开文本"
    PARTIAL = "partial", "部分见于公开文本，待核"
    MEMORY = "memory", "待核"


class ClassOfUse(Worded):
    """The three classes of certificate use."""

    PROTECTION = "protection", "（村）居民申请相关保障事项，需村（居）委会提供证明的"
    RESIDENTS_NEED = "residents_need", "应村（居）民办事需要，村（居）委会根据掌握情况有能力提供证明的"
    ADMINISTRATION = "administration", "其他协助行政事务需要提供相关证明的"


class Tie(Worded):
    """What ties a person to the committee."""

    REGISTERED = "registered", "户籍在本村（社区）"
    FORMERLY_REGISTERED = "formerly_registered", "原户籍在本村（社区）"
    RESIDENT = "resident", "常住本村（社区）"
    FORMERLY_RESIDENT = "formerly_resident", "曾经住在本村（社区）"
    TENANT = "tenant", "在本村（社区）租住"
    RELOCATED = "relocated", "易地搬迁到本村（社区）"


class MatterOf(Worded):
    """Whose matter it is, so whose seal belongs on it."""

    COMMITTEE = "committee", "村（居）民委员会"
    PARTY = "party", "村（社区）党组织"
    COLLECTIVE = "collective", "农村集体经济组织"


class Completion(Worded):
    """On the spot, or within a number of working days."""

    ON_THE_SPOT = "on_the_spot", "当场办结"
    TIME_LIMITED = "time_limited", "限时办结"


class FieldKind(Worded):
    """What may be typed into a field of the form."""

    TEXT = "text", "文字"
    DATE = "date", "日期"
    SINCE = "since", "年月日（记不清的可以只写年月或者年份）"
    NAME = "name", "姓名"
    IDENTITY = "identity", "证件号码"
    CHOICE = "choice", "选一项"
    NUMBER = "number", "数字"


class Method(Worded):
    """How a fact is verified, as it is really done."""

    DOCUMENT_SEEN = "document_seen", "看证件原件"
    LEDGER = "ledger", "查台账"
    HOUSEHOLD_BOOK = "household_book", "查户籍册"
    GROUP_HEAD = "group_head", "村民小组长证实"
    TWO_INFORMANTS = "two_informants", "两名知情人"
    HOME_VISIT = "home_visit", "入户查看"
    TELEPHONE_OR_VIDEO = "telephone_or_video", "电话或视频"
    HANDLER_KNOWS = "handler_knows", "经办人熟悉情况"


class Said(Worded):
    """An answer to a question of the procedure; not asked is an answer of its own."""

    NOT_ASKED = "not_asked", "还没有问"
    YES = "yes", "是"
    NO = "no", "不是"


class Side(Worded):
    """On which side the demanding unit stands."""

    NOT_SAID = "not_said", "还没有说"
    PUBLIC = "public", "政府部门、公用企事业单位等公共机构"
    PRIVATE = "private", "企业、个人等民商事主体"
    INVESTIGATING = "investigating", "法院、检察院、公安、纪检监察机关"


class Ground(Worded):
    """Why a prohibited certificate is asked for all the same."""

    NOT_SAID = "not_said", "还没有说"
    NONE = "none", "没有下面两种情形"
    POLICY_GAP = "policy_gap", "政策措施衔接不到位"
    EXPRESS_DEMAND = "express_demand", "民商事主体明确要求"


class Lock(Worded):
    """Which act waits until the deliberation is recorded."""

    NONE = "none", "不用等"
    APPROVE = "approve", "议事协商、讨论同意、负责人签字以后才能签批"
    SEAL = "seal", "公示结束或者表决通过以后才能盖章"


class ProhibitedMode(Worded):
    """What the pack does with a prohibited item whose named exception is not met."""

    STOP = "stop", "停止出具"
    TRUTHFUL_EXCEPTION = "truthful_exception", "据实出具（特殊情形）"


class PrivateDemand(Worded):
    """What the pack does when a private party asks for something on neither list."""

    NO = "no", "没有依据不予出具"
    DISCRETIONARY = "discretionary", "属于职责范围、能够核实的，可以据实出具"
