"""What the copy for another OS user leaves out."""

from zhengyin.cli.program import skipped


def test_tests_are_left_out_and_what_a_package_needs_is_not() -> None:
    assert skipped("/site/django", ["test", "tests", "db"]) == {"tests"}
    assert skipped("/lib/python3.11", ["test", "json"]) == {"test"}
