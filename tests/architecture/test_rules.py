"""Rules stand where rules stand, and none escapes the tool that takes each of them out."""

from pathlib import Path

from tests.harness import CHECKOUT
from tests.mutation import rules

PACKAGE = CHECKOUT / "zhengyin"
SOURCES = sorted(PACKAGE.rglob("*.py"))
# What refuses outside a policy, with the reason. A new line here wants a better reason than habit.
ELSEWHERE = {
    "shared/workflow.py": "the engine: the table refuses state and office, and its rows are taken out too",
    "consultation/actions/demo.py": "the mode of the database",
    "deliberation/actions/objection.py": "the state of another table's row, refused as the engine does",
    "catalogue/bases/actions.py": "whose office it is; the table of bases has no table of steps either",
    "catalogue/deciding.py": "whose office it is; the lists have no table of steps that could say so",
    "cleanup/actions/plans.py": "whose office it is; a plan has no table of steps that could say so",
    "catalogue/actions.py": "compares the published version with the file that is read",
    "people/actions/accounts.py": "the shape of a log-in name, and whether its row is there",
    "people/actions/appoint.py": "whether the set-up was done, and by whom",
    "people/actions/demo.py": "the mode of the database",
    "people/actions/devices.py": "what a form leaves empty, and whose computer it is",
    "people/actions/factors.py": "a wrong try counts in the same breath as it is judged",
    "people/actions/own.py": "the shape of a password, and whose it is",
    "people/actions/practice.py": "the mode of the database",
    "people/actions/tries.py": "a wrong try counts in the same breath as it is judged",
    "regions/actions/enter_demo.py": "the mode of the database",
    "regions/actions/install.py": "the mode of the database",
    "regions/actions/practice.py": "the mode of the database, and a number that is used up",
    "reminders/actions/email.py": "what the mail server answered",
    "seals/actions/authority.py": "whether the row is there",
    "seals/actions/demo.py": "the mode of the database",
    "seals/queries/signing.py": "whether the row is there",
    "supervision/actions/look.py": "whether somebody is logged in",
    "workuse/actions/demo.py": "the mode of the database",
    "verification/queries.py": "a count of looks, kept and judged in one query",
}


def test_rules_stand_in_policies() -> None:
    found = {
        source.relative_to(PACKAGE).as_posix()
        for source in SOURCES
        if not rules.is_policy(source, PACKAGE) and any(rules.refusals_in(rules.tree_of(source)))
    }
    assert found == set(ELSEWHERE)


def test_no_rule_escapes_the_mutation() -> None:
    assert [where for source in SOURCES for where in rules.escaping(source, PACKAGE)] == []


def test_what_escapes_is_named(tmp_path: Path) -> None:
    """Near misses: a reason raised, listed or answered in a tuple is reached, one appended is not."""
    source = tmp_path / "room" / "actions.py"
    source.parent.mkdir()
    source.write_text(
        "def act(found):\n"
        "    if not found:\n"
        "        raise Refused([Refusal('gone')])\n"
        "    refuse_if([] if found else [Refusal('gone')])\n"
        "    found.append(Refusal('gone'))\n"
        "    return (Refusal('gone'),)\n"
    )
    assert list(rules.escaping(source, tmp_path / "room")) == ["room/actions.py:5"]
