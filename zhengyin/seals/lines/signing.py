"""Lines of signing certificates and of the authorities above them."""

from zhengyin.registers.lines import Column, LineKind
from zhengyin.seals.lines.book import BOOK

CERTIFICATE_ISSUED = "signing_certificate.issued"
CERTIFICATE_REVOKED = "signing_certificate.revoked"
KEY_LOST = "signing_certificate.key_lost"
AUTHORITY_MADE = "county_authority.made"
AUTHORITY_BROUGHT = "county_authority.brought"

_CERTIFICATE: tuple[Column, ...] = (("name", "名称"), ("serial", "证书序列号"), ("valid_until", "有效期至"))

KINDS: tuple[LineKind, ...] = (
    LineKind(CERTIFICATE_ISSUED, BOOK, _CERTIFICATE, title="签发校验证书"),
    LineKind(CERTIFICATE_REVOKED, BOOK, _CERTIFICATE, (("reason", "原因"),), title="吊销校验证书"),
    LineKind(
        KEY_LOST, BOOK, (*_CERTIFICATE, ("lost_at", "失密时间")), (("reason", "经过"),), title="校验证书挂失"
    ),
    LineKind(AUTHORITY_MADE, BOOK, _CERTIFICATE, title="建立县级校验根证书"),
    LineKind(AUTHORITY_BROUGHT, BOOK, _CERTIFICATE, title="启用本地自有校验根证书"),
)
