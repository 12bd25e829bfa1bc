"""An answer is kept for one look or one act: never for two, never outside."""

from zhengyin.regions.queries import remembered, remembering


def test_within_a_look_a_question_is_asked_once() -> None:
    asked = list[int]()

    def ask() -> int:
        asked.append(1)
        return len(asked)

    with remembering():
        assert remembered("settings", ask) == remembered("settings", ask) == 1
        assert remembered("another", ask) == 2
        with remembering():
            assert remembered("settings", ask) == 1
        assert remembered("another", ask) == 2
    with remembering():
        assert remembered("settings", ask) == 3
    assert remembered("settings", ask) == 4
    assert remembered("settings", ask) == 5


def test_what_could_not_be_answered_is_not_kept() -> None:
    with remembering():
        for _ in range(2):
            try:
                remembered("missing", lambda: {}["nowhere"])
            except KeyError:
                continue
            raise AssertionError
        assert remembered("missing", lambda: 1) == 1
