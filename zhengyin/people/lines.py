"""The lines this room writes, all in the book of appointments."""

from zhengyin.registers.lines import Column, LineKind

BOOK = "appointments"
APPOINTED = "appointment.made"
ENDED = "appointment.ended"
DELEGATED = "delegation.made"
DELEGATION_ENDED = "delegation.ended"
ACCOUNT_OPENED = "account.opened"
ACCOUNT_CLOSED = "account.closed"
RESET = "login.reset"
RESET_CONFIRMED = "login.reset_confirmed"
DEVICE_REGISTERED = "device.registered"
DEVICE_REVOKED = "device.revoked"
CODE_SHEET_MADE = "codesheet.made"
PASSWORD_CHANGED = "password.changed"
PIN_SET = "pin.set"
APP_SET = "app.set"
OWN = frozenset({CODE_SHEET_MADE, PASSWORD_CHANGED, PIN_SET, APP_SET})  # owners, on their own log-ins

_WHO: tuple[Column, ...] = (("name", "姓名"), ("office", "职务"), ("organization", "所在组织"))
_TERM: tuple[Column, ...] = (
    *_WHO,
    ("position", "职位"),
    ("nature", "任职方式"),
    ("standing", "人员身份"),
    ("valid_from", "自"),
    ("valid_until", "至（不含当日）"),
)
_ACCOUNT: tuple[Column, ...] = (("name", "姓名"), ("username", "登录名"), ("organization", "所在组织"))
_DEVICE: tuple[Column, ...] = (("device", "设备名称"), ("organization", "所在组织"))

KINDS: tuple[LineKind, ...] = (
    LineKind(
        APPOINTED,
        BOOK,
        (
            *_TERM,
            ("basis", "依据"),
            ("basis_document", "依据文件"),
            ("elected_on", "选举日期"),
            ("second", "第二人"),
        ),
        title="任职",
    ),
    LineKind(ENDED, BOOK, (*_WHO, ("valid_until", "至（不含当日）"), ("reason", "原因")), title="免职、离任"),
    LineKind(DELEGATED, BOOK, (*_TERM, ("lent_by", "委托人"), ("reason", "原因")), title="委托签批"),
    LineKind(
        DELEGATION_ENDED,
        BOOK,
        (*_WHO, ("valid_until", "至（不含当日）"), ("reason", "原因")),
        title="终止委托",
    ),
    LineKind(ACCOUNT_OPENED, BOOK, _ACCOUNT, title="开通账户"),
    LineKind(ACCOUNT_CLOSED, BOOK, (*_ACCOUNT, ("reason", "原因")), title="停用账户"),
    LineKind(RESET, BOOK, (*_ACCOUNT, ("what", "重置内容"), ("reason", "原因")), title="重置登录"),
    LineKind(RESET_CONFIRMED, BOOK, (*_ACCOUNT, ("what", "重置内容")), title="确认重置"),
    LineKind(DEVICE_REGISTERED, BOOK, _DEVICE, title="登记电脑"),
    LineKind(DEVICE_REVOKED, BOOK, (*_DEVICE, ("reason", "原因")), title="注销电脑"),
    LineKind(CODE_SHEET_MADE, BOOK, _ACCOUNT, title="印制备用码表"),
    LineKind(PASSWORD_CHANGED, BOOK, _ACCOUNT, title="本人换密码"),
    LineKind(PIN_SET, BOOK, (*_ACCOUNT, ("device", "设备名称")), title="本人设口令"),
    LineKind(APP_SET, BOOK, _ACCOUNT, title="本人设置手机动态码"),
)
