"""The kinds of lines this room writes, all in the settings book of the organization concerned."""

from zhengyin.regions.names import organization_id
from zhengyin.registers.lines import LineKind, Signature

NAME_CONFIRMED = "committee.name_confirmed"
COUNTER_SET = "organization.counter_set"
PACK_LOADED = "pack.loaded"
COMMITTEE_ENDED = "committee.ended"
PRACTICE_VILLAGE_SET_UP = "practice.village_set_up"

KINDS: tuple[LineKind, ...] = (
    LineKind(
        name=NAME_CONFIRMED,
        book="settings",
        columns=(
            ("committee", "村（社区）"),
            ("legal_name", "法定名称"),
            ("uscc", "统一社会信用代码"),
            ("certificate_file", "证书扫描件"),
        ),
        personal=(("why_without", "名称里为什么没有本村（社区）的名字"),),
        title="确认法定名称",
    ),
    LineKind(
        name=COUNTER_SET,
        book="settings",
        columns=(
            ("organization", "单位"),
            ("telephone", "电话"),
            ("address", "地址"),
            ("hours", "办公时间"),
        ),
        personal=(("duty", "值班人员"),),
        title="更新办公信息",
    ),
    LineKind(
        name=COMMITTEE_ENDED,
        book="settings",
        columns=(
            ("committee", "村（社区）"),
            ("how", "撤销或合并"),
            ("ended_on", "从哪天起"),
            ("into", "并入"),
            ("document", "批准文件"),
        ),
        title="村（居）民委员会撤并",
    ),
    LineKind(
        name=PRACTICE_VILLAGE_SET_UP,
        book="settings",
        columns=(("committee", "村（社区）"),),
        title="设练习村",
    ),
    LineKind(
        name=PACK_LOADED,
        book="settings",
        columns=(("county", "县（旗、区）"), ("pack", "本地规则"), ("digest", "校验值")),
        title="载入本地规则",
    ),
)

# A pack is loaded on the server, before anybody has an account: the line says so.
BY_COMMAND = Signature(organization_id("command:"), "服务器命令行", "command", None)
