import pytest

pytest.register_assert_rewrite("tests.certificates.attempts")
