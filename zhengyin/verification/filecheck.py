"""What a PDF proves by itself, check by check in plain words. Pure: never says that a paper is in force."""

from collections.abc import Iterable
from dataclasses import dataclass

from zhengyin.documents.checking import SignatureReport, check
from zhengyin.documents.signing import sha256


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    ok: bool
    words: str


@dataclass(frozen=True, slots=True)
class FileReport:
    """What was found in a file. `checks` are in the order they were made."""

    sha256: str
    signature: SignatureReport
    checks: tuple[Check, ...]

    @property
    def signature_ok(self) -> bool:
        """Signed once by a committee under a known county authority, whole and unchanged."""
        return self.signature.ok

    @property
    def claims(self) -> str:
        """Whose paper a changed file says it is; empty where it carries a stranger's whole signature."""
        told = self.signature.signatures == 1 and (self.signature.chain_ok or not self.signature.intact)
        return self.signature.signer_name if told else ""


def examine(pdf: bytes, roots: Iterable[bytes]) -> FileReport:
    """Check a file against the counties' authority certificates. Never raises on what is in it."""
    report = check(pdf, roots)
    return FileReport(sha256(pdf), report, tuple(_checks(report)))


def _checks(report: SignatureReport) -> Iterable[Check]:
    if report.signatures != 1:
        yield _without_one(report)
        return
    yield Check(
        report.intact, _either(report.intact, "签名和内容对得上", "签名和内容对不上：签名以后内容被改过")
    )
    yield Check(
        report.covers_whole_file,
        _either(report.covers_whole_file, "签名管住整个文件，后面没有加东西", "签名以后文件里又加了东西"),
    )
    yield Check(
        report.certifies,
        _either(report.certifies, "签名时写明不许再改", "签名没有写明不许再改，不是这里出的样子"),
    )
    signer = f"：{report.signer_name}" if report.signer_name else ""
    if not report.intact and not report.chain_ok:
        yield Check(
            False,
            f"签名对不上了，签名的证书是不是主管部门发的，没法核对；文件里写的是{signer[1:] or '（没有写）'}",
        )
        return
    yield Check(
        report.chain_ok,
        _either(
            report.chain_ok,
            f"签名用的证书由县级校验根证书签发{signer}",
            f"签名用的证书不是这里认得的县级校验根证书签发的{signer}",
        ),
    )


def _without_one(report: SignatureReport) -> Check:
    if report.signatures > 1:
        return Check(False, f"文件里有{report.signatures}个签名，这里出的只有1个：后来有人加签过")
    return Check(False, "文件里没有可以核对的签名：可能是另存、打印、拍照转成的，或者改过")


def _either(ok: bool, yes: str, no: str) -> str:
    return yes if ok else no
