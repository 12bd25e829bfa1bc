"""`zhengyin archive check`: a whole package passes in a bare process, each way of tampering has its words."""

import json
import shutil
import subprocess
import sys
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from tests import harness
from tests.archive import cast
from tests.conftest import connect_to
from tests.harness import CHECKOUT
from tests.world import loaded
from zhengyin.cli.archive import KEY_INSIDE, NOT_WHOLE, WHOLE
from zhengyin.ledger import heads, keys
from zhengyin.registers.package import shape
from zhengyin.registers.package.checking import check

NOTHING = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}  # no database, no settings
LINES = "数据/01为村（居）民出具证明事项登记簿{year}年.jsonl"
SECRETS = "个人信息/01为村（居）民出具证明事项登记簿{year}年.jsonl"
PRINT = "登记簿/01为村（居）民出具证明事项登记簿{year}年.pdf"
Files = dict[str, bytes]


@dataclass(frozen=True)
class Package:
    """A package as it was taken away, and the key that signed it: who forges has it or has it not."""

    path: Path
    year: int
    key: Ed25519PrivateKey

    @property
    def files(self) -> Files:
        with zipfile.ZipFile(self.path) as package:
            return {name: package.read(name) for name in package.namelist()}


@pytest.fixture(scope="module")
def package(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Package]:
    """One package for all: a year brought to its end in a database of its own."""
    folder, database = tmp_path_factory.mktemp("package"), harness.copy_of(loaded()[0])
    before = str(connections["default"].settings_dict["NAME"])
    kept = settings.CHECKPOINTS_FILE, settings.CHECKPOINT_KEY_FILE
    settings.CHECKPOINTS_FILE, settings.CHECKPOINT_KEY_FILE = folder / "checkpoints.jsonl", folder / "key.pem"
    with django_db_blocker.unblock():
        connect_to(database)
        cast.put_last_year(database)
        path = cast.zip_of(cast.brought_to("year_packed"), folder)
        year = cast.last()
        connect_to(before)
    key = keys.ensure(folder / "key.pem", settings.SIGNING_PASSPHRASE, first=False)
    settings.CHECKPOINTS_FILE, settings.CHECKPOINT_KEY_FILE = kept
    yield Package(path, year, key)
    harness.drop(database)


def zipped(files: Files, folder: Path) -> Path:
    """Packed as the product does it."""
    path = folder / "forged.zip"
    with zipfile.ZipFile(path, "w") as out:
        for name, data in files.items():
            out.writestr(name, data, zipfile.ZIP_STORED if name.endswith(".pdf") else zipfile.ZIP_DEFLATED)
    return path


def resigned(files: Files, key: Ed25519PrivateKey, **changed: object) -> Files:
    """The list made to fit the files again, and signed: by whoever has the key."""
    manifest = replace(shape.read(files[shape.MANIFEST]), **changed)  # type: ignore[arg-type]
    listed = {one.path: one for one in manifest.files}
    fitting = tuple(
        shape.PackedFile(name, len(data), shape.digest_of(data), listed[name].what if name in listed else "?")
        for name, data in files.items()
        if name not in (shape.MANIFEST, shape.SIGNATURE)
    )
    written = replace(manifest, files=fitting).written()
    return {**files, shape.MANIFEST: written, shape.SIGNATURE: signature(key, written)}


def signature(key: Ed25519PrivateKey, written: bytes) -> bytes:
    from base64 import b64encode

    signed = b64encode(key.sign(shape.signed_bytes(written))).decode()
    return shape.signature_file(b64encode(key.public_key().public_bytes_raw()).decode(), signed)


def faults(files: Files, folder: Path, **given: object) -> list[str]:
    report = check(zipped(files, folder), **given)  # type: ignore[arg-type]
    assert report.whole is not any(not one.ok for one in report.checks)
    return [one.words for one in report.checks if not one.ok]


def flipped(data: bytes) -> bytes:
    at = len(data) // 2
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def run(*words: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "zhengyin.cli", "archive", "check", *words]
    return subprocess.run(command, cwd=CHECKOUT, env=NOTHING, capture_output=True, text=True, check=False)


@pytest.mark.clause("H3.2.3e")
def test_a_whole_package_passes_in_a_bare_process(package: Package) -> None:
    done = run(str(package.path))
    said = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert said[-1] == WHOLE and KEY_INSIDE in said and not [one for one in said if one.startswith("没通过")]
    assert said[0] == f"会宁县平头川镇李家湾村村民委员会　{package.year}年登记簿归档包"


def test_a_changed_one_does_not_and_a_missing_one_is_said(package: Package, tmp_path: Path) -> None:
    files = package.files
    name = PRINT.format(year=package.year)
    done = run(str(zipped({**files, name: flipped(files[name])}, tmp_path)))
    assert done.returncode == 1 and done.stdout.splitlines()[-1] == NOT_WHOLE
    assert f"没通过　文件和清单记的不一样，被改过：{name}" in done.stdout
    assert run("nowhere.zip").returncode == 2 and "nowhere.zip" in run("nowhere.zip").stderr


def test_what_the_receipt_names_is_held_against_the_list(package: Package, tmp_path: Path) -> None:
    digest = shape.digest_of(package.files[shape.MANIFEST])
    assert run(str(package.path), "--digest", f"{digest[:8].upper()} {digest[8:]}").returncode == 0
    done = run(str(package.path), "--digest", "0" * 64)
    assert done.returncode == 1 and "清单的校验值和回执、盒签上的不一样：清单换过" in done.stdout


def test_a_key_from_elsewhere_decides(package: Package, tmp_path: Path) -> None:
    own, other = tmp_path / "own.pem", tmp_path / "other.pem"
    for path, key in ((own, package.key), (other, Ed25519PrivateKey.generate())):
        path.write_bytes(key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    done = run(str(package.path), "--key", str(own))
    assert done.returncode == 0 and KEY_INSIDE not in done.stdout
    assert run(str(package.path), "--key", str(other)).returncode == 1


@pytest.mark.clause("H3.2.3e")
@pytest.mark.parametrize("change, words", [
    (lambda f, y: {**f, PRINT.format(year=y): flipped(f[PRINT.format(year=y)])},
     "文件和清单记的不一样，被改过：" + PRINT),
    (lambda f, y: {n: d for n, d in f.items() if n != PRINT.format(year=y)}, "少了文件：" + PRINT),
    (lambda f, y: {**f, "登记簿/补充.pdf": b"%PDF"}, "多出文件，清单里没有：登记簿/补充.pdf"),
    (lambda f, y: {n: d for n, d in f.items() if n != shape.MANIFEST}, "少了文件：清单.json"),
    (lambda f, y: {n: d for n, d in f.items() if n != shape.SIGNATURE}, "少了文件：清单.签名.json"),
    (lambda f, y: {**f, shape.MANIFEST: b"{}"}, "清单读不出来，不是这里出的归档包"),
], ids=["changed byte", "removed file", "added file", "no list", "no signature", "another list"])  # fmt: skip
def test_who_has_no_key(package: Package, tmp_path: Path, change: "Callable[..., Files]", words: str) -> None:
    assert faults(change(package.files, package.year), tmp_path) == [words.format(year=package.year)]


def test_a_list_made_to_fit_needs_the_key(package: Package, tmp_path: Path) -> None:
    """Re-zipped: a print exchanged, list and sums fitting, the signature as it was or one's own."""
    files = package.files
    forged = {**files, PRINT.format(year=package.year): b"%PDF-1.7"}
    fitting = resigned(forged, Ed25519PrivateKey.generate())
    words = "清单的签名不对：清单在归档以后被改过，或者不是用这把钥匙签的"
    assert faults({**fitting, shape.SIGNATURE: files[shape.SIGNATURE]}, tmp_path) == [words]
    assert faults(fitting, tmp_path) == [words]


def test_another_key_in_the_package_is_seen_by_the_checkpoints(package: Package, tmp_path: Path) -> None:
    """Who makes everything anew with a key of his own cannot make the checkpoints that were public."""
    own = Ed25519PrivateKey.generate()
    public = own.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    found = faults(resigned({**package.files, shape.KEY: public}, own), tmp_path)
    assert "校验点第1行的签名不对，不能采信" in found
    assert any("没有一个签名的校验点记着最后一号" in words for words in found)


def lines_of(files: Files, name: str) -> list[bytes]:
    return files[name].splitlines(keepends=True)


def without_line(files: Files, year: int) -> Files:
    lines = lines_of(files, LINES.format(year=year))
    secrets = [one for one in lines_of(files, SECRETS.format(year=year)) if json.loads(one)["no"] != 7]
    return {**files, LINES.format(year=year): b"".join(lines[:6] + lines[7:]),
            SECRETS.format(year=year): b"".join(secrets)}  # fmt: skip


def with_changed_line(files: Files, year: int) -> Files:
    lines = lines_of(files, LINES.format(year=year))
    lines[6] = lines[6].replace("李国栋".encode(), "李国梁".encode())
    return {**files, LINES.format(year=year): b"".join(lines)}


def with_changed_name(files: Files, year: int) -> Files:
    secrets = lines_of(files, SECRETS.format(year=year))
    said = json.loads(secrets[6])
    secrets[6] = shape.personal_of(
        said["no"], bytes.fromhex(said["salt"]), said["personal"].replace("138", "139")
    )
    return {**files, SECRETS.format(year=year): b"".join(secrets)}


def with_name_gone(files: Files, year: int) -> Files:
    secrets = lines_of(files, SECRETS.format(year=year))
    return {**files, SECRETS.format(year=year): b"".join(secrets[:6] + secrets[7:])}


@pytest.mark.clause("H3.2.3e")
@pytest.mark.parametrize("change, words", [
    (without_line, "《为村（居）民出具证明事项登记簿》{year}年：第6号之后就是第8号：中间的登记被删掉了"),
    (with_changed_line, "《为村（居）民出具证明事项登记簿》{year}年：第7号的内容与登记时留下的校验值不符："
                        "这一号登记以后被改过"),
    (with_changed_name, "《为村（居）民出具证明事项登记簿》{year}年第7号的个人信息和登记时不一样"),
    (with_name_gone, "《为村（居）民出具证明事项登记簿》{year}年第7号的个人信息不见了，清单也没有写已经删除"),
])  # fmt: skip
def test_who_has_the_key_still_cannot_change_a_line(
    package: Package, tmp_path: Path, change: "Callable[[Files, int], Files]", words: str
) -> None:
    forged = resigned(change(package.files, package.year), package.key)
    assert words.format(year=package.year) in faults(forged, tmp_path)


def test_a_swapped_head_contradicts_the_checkpoint(package: Package, tmp_path: Path) -> None:
    """The last line dropped and the list saying that the book ended one number earlier."""
    files, name = package.files, LINES.format(year=package.year)
    lines, manifest = lines_of(files, name), shape.read(files[shape.MANIFEST])
    secrets = lines_of(files, SECRETS.format(year=package.year))
    shorter = replace(manifest.books[0], last_no=cast.COUNT - 1, last_hash=json.loads(lines[-2])["hash"])
    forged = {**files, name: b"".join(lines[:-1]), SECRETS.format(year=package.year): b"".join(secrets[:-1])}
    found = faults(resigned(forged, package.key, books=(shorter, *manifest.books[1:])), tmp_path)
    title = f"《为村（居）民出具证明事项登记簿》{package.year}年："
    assert f"{title}没有一个签名的校验点记着最后一号（第{cast.COUNT - 1}号）" in found
    assert any(
        words.startswith(title) and "签存时已登记到第120号，现在只到第119号" in words for words in found
    )
    other = replace(manifest.books[0], last_hash="0" * 64)
    found = faults(resigned(files, package.key, books=(other, *manifest.books[1:])), tmp_path)
    assert found == [f"{title}首页记的末号与第120号对不上：首页或末尾的登记被改过"]


def test_a_checkpoint_wrongly_signed_answers_for_nothing(package: Package, tmp_path: Path) -> None:
    files = package.files
    told = heads.parse(files[shape.CHECKPOINTS].splitlines()[0])
    forged = replace(told, signature=told.signature[::-1]).line() + b"\n"
    found = faults(resigned({**files, shape.CHECKPOINTS: forged}, package.key), tmp_path)
    assert found[0] == "校验点第1行的签名不对，不能采信"


def test_a_whole_book_left_out_is_seen_by_the_checkpoint(package: Package, tmp_path: Path) -> None:
    manifest = shape.read(package.files[shape.MANIFEST])
    journal = manifest.books[1]
    files = {name: data for name, data in package.files.items() if "办理流水" not in name}
    found = faults(resigned(files, package.key, books=manifest.books[:1]), tmp_path)
    assert found == [f"少了一册：校验点记着《{journal.title}》{package.year}年登记到第{journal.last_no}号"]


def test_no_package_at_all(tmp_path: Path) -> None:
    path = tmp_path / "note.zip"
    path.write_bytes(b"no package")
    assert not check(path).whole and "压缩包打不开" in check(path).checks[0].words
    shutil.copy(CHECKOUT / "README.md", path)
    assert not check(path).whole


def test_half_a_package(package: Package, tmp_path: Path) -> None:
    path = tmp_path / "half.zip"
    path.write_bytes(package.path.read_bytes()[:-2000])
    assert not check(path).whole


@pytest.mark.clause("H3.2.3e")
def test_any_changed_byte_of_the_file_as_it_was_taken_away_is_said_in_words(
    package: Package, tmp_path: Path
) -> None:
    """Wherever it lies: in what is packed, in the names, in the figures of the ZIP itself."""
    data, path = package.path.read_bytes(), tmp_path / "changed.zip"
    every = [*range(0, len(data), len(data) // 97), *range(len(data) - 1500, len(data), 13)]
    for at in every:
        path.write_bytes(data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :])
        report = check(path)
        assert not any("Error" in one.words for one in report.checks), at
        if report.whole:  # the ZIP has bytes nobody reads: dates, rights
            assert package.files == Package(path, package.year, package.key).files, at


@pytest.mark.parametrize("place", ["name", "first packed byte"])
def test_what_cannot_be_unpacked_is_a_broken_file(package: Package, tmp_path: Path, place: str) -> None:
    name, path = LINES.format(year=package.year), tmp_path / "broken.zip"
    with zipfile.ZipFile(package.path) as whole:
        at = whole.getinfo(name).header_offset + 30 + (0 if place == "name" else len(name.encode()))
    data = bytearray(package.path.read_bytes())
    data[at] ^= 0xFF
    path.write_bytes(data)
    assert [one.words for one in check(path).checks if not one.ok] == [f"文件坏了，解不开：{name}"]


BOMB = b"0" * (80 << 20)


@pytest.mark.parametrize("name", [shape.MANIFEST, shape.SIGNATURE, shape.KEY])
def test_what_unpacks_to_more_than_such_a_file_has_is_not_read_on(
    package: Package, tmp_path: Path, name: str
) -> None:
    path = zipped({**package.files, name: BOMB}, tmp_path)
    tracemalloc.start()
    report = check(path)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert f"压缩包打不开，或者坏了：{name}比这种文件大得多" in [one.words for one in report.checks]
    assert most < len(BOMB)


@pytest.mark.parametrize("name", [LINES, PRINT, shape.CHECKPOINTS])
def test_a_file_larger_than_listed_is_read_no_further_and_no_book_is_followed(
    package: Package, tmp_path: Path, name: str
) -> None:
    name = name.format(year=package.year)
    path = zipped({**package.files, name: BOMB}, tmp_path)
    tracemalloc.start()
    found = [one.words for one in check(path).checks if not one.ok]
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found == [f"文件和清单记的不一样，被改过：{name}"]
    assert most < len(BOMB) // 4


def test_a_line_without_an_end_is_no_line(package: Package, tmp_path: Path) -> None:
    """Whoever has the key listed it as it is: it is followed, but not taken into memory."""
    forged = resigned({**package.files, LINES.format(year=package.year): BOMB}, package.key)
    title = f"《为村（居）民出具证明事项登记簿》{package.year}年"
    assert f"{title}：数据读不出来" in faults(forged, tmp_path)


def test_names_in_the_file_write_no_line_of_their_own(package: Package, tmp_path: Path) -> None:
    evil = f"a\x1b[2J\x1b[H\r\n{WHOLE}\u202e\x1b[8m"
    done = run(str(zipped({**package.files, evil: b"x"}, tmp_path)))
    assert done.returncode == 1 and WHOLE not in done.stdout.splitlines()
    assert not set(done.stdout) & set("\x1b\r\u202e")
    assert (
        f"没通过　多出文件，清单里没有：a\ufffd[2J\ufffd[H\ufffd\ufffd{WHOLE}\ufffd\ufffd[8m" in done.stdout
    )


@pytest.mark.parametrize("change", [
    lambda said: {**said, "files": [{**said["files"][0], "path": []}]},
    lambda said: {**said, "files": [{**said["files"][0], "size": "1"}]},
    lambda said: {**said, "documents": [{**DOCUMENT, "digest": None}]},
    lambda said: {**said, "books": [{**said["books"][0], "erased": ["7"]}]},
    lambda said: {**said, "books": [{**said["books"][0], "data": [None]}]},
    lambda said: {**said, "books": 7},
    lambda said: {**said, "year": True},
    lambda said: {**said, "more": ""},
    lambda said: [said],
])  # fmt: skip
def test_a_list_of_other_values_is_none_of_ours(
    change: "Callable[[object], object]", package: Package
) -> None:
    """Near miss: the list as it is, with one document of the right types."""
    said = json.loads(package.files[shape.MANIFEST])
    assert shape.read(json.dumps({**said, "documents": [DOCUMENT]}).encode())
    with pytest.raises(shape.UnableToRead):
        shape.read(json.dumps(change(said)).encode())


DOCUMENT = {"digest": "0" * 64, "path": "", "book": "certificates", "no": 1, "signed": False}


def test_a_list_that_does_not_name_what_is_needed(package: Package, tmp_path: Path) -> None:
    files = {name: data for name, data in package.files.items() if name != shape.CHECKPOINTS}
    assert faults(resigned(files, package.key), tmp_path) == [f"少了文件：{shape.CHECKPOINTS}"]


def test_a_list_of_brackets_and_nothing_else(package: Package, tmp_path: Path) -> None:
    found = faults({**package.files, shape.MANIFEST: b"[" * 100_000}, tmp_path)
    assert found == ["清单读不出来，不是这里出的归档包"]


def test_another_way_of_packing_is_not_ours(package: Package, tmp_path: Path) -> None:
    path = tmp_path / "other.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_BZIP2) as out:
        out.writestr(shape.MANIFEST, b"{}")
    assert [one.words for one in check(path).checks] == [f"压缩方式不是归档包用的：{shape.MANIFEST}"]
