"""The kind of line this room writes: a version of a list, in the settings book of each county it binds."""

from zhengyin.registers.lines import LineKind

LIST_PUBLISHED = "list.published"

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
)
