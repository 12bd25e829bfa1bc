"""The kinds of line this room writes: a version of a list, in the settings book of each county it binds."""

from zhengyin.registers.lines import LineKind

LIST_PUBLISHED = "list.published"
LIST_DECIDED = "list.decided"

KINDS: tuple[LineKind, ...] = (
    LineKind(
        name=LIST_PUBLISHED,
        book="settings",
        columns=(
            ("list", "清单"),
            ("number", "文号"),
            ("version", "版次"),
            ("takes_effect_on", "生效日期"),
            ("entries", "事项变动"),
            ("digest", "校验值"),
        ),
        title="公布清单",
    ),
    LineKind(
        name=LIST_DECIDED,
        book="settings",
        columns=(
            ("list", "清单"),
            ("version", "版次"),
            ("number", "决定文号"),
            ("title", "决定标题"),
            ("issued_by", "发文机关"),
            ("issued_on", "印发日期"),
            ("takes_effect_on", "生效日期"),
            ("valid_until", "有效期至（含当日）"),
            ("entries", "事项变动"),
            ("digest", "校验值"),
        ),
        title="按决定公布清单",
    ),
)
