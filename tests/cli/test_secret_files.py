"""A secret file is its owner's alone, whatever its mode was before."""

from pathlib import Path

from zhengyin.cli.os_users import write_secret


def test_new_and_old_files_are_shut(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_text("longer than what comes")
    old.chmod(0o644)
    for path in (old, new):
        write_secret(path, "secret")
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.read_text() == "secret"
