"""What the database refuses of a stranger's look, tried by raw SQL as the application's role."""

import pytest
from django.db import DatabaseError, connection, transaction

LOOK = """INSERT INTO verification_seen (kind, prefix, certificate, seen_at)
          VALUES (%s, '\\x01', CASE WHEN %s THEN gen_random_uuid() END, now())"""


def look(kind: str, paper: bool) -> None:
    with connection.cursor() as cursor, transaction.atomic():
        cursor.execute(LOOK, [kind, paper])


@pytest.mark.django_db
@pytest.mark.parametrize(
    "kind, paper, guard",
    [
        ("stared", False, "seen_known_kind"),
        ("hit", False, "seen_names_a_paper_where_there_is_one"),
        ("differed", False, "seen_names_a_paper_where_there_is_one"),
        ("miss", True, "seen_names_a_paper_where_there_is_one"),
        ("applied", True, "seen_names_a_paper_where_there_is_one"),
    ],
)
def test_a_look_names_the_paper_it_saw(kind: str, paper: bool, guard: str) -> None:
    with pytest.raises(DatabaseError, match=guard):
        look(kind, paper)
    look("hit", True)
    look("miss", False)
