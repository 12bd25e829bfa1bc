"""介绍信登记簿 is signed month by month; a letter of access may open it and 工作用印登记簿 too.

Each book opens as far as kinds.OPENED says, and the trigger says so to every hand in psql.
"""

from importlib import import_module

from django.db import migrations, models
from django.db.models import Q

ENDING = import_module("zhengyin.supervision.migrations.0004_letter_ended")
BEFORE = ENDING.BODY.replace("{ended}", ENDING.ENDED)
PAPERS = "NEW.sight = 'paper' AND NOT letter.papers"
AS_FAR = """
        OR NEW.sight = 'paper' AND NEW.book <> 'certificates'
        OR NEW.sight = 'print' AND NEW.book NOT IN ('certificates', 'work', 'introductions')"""
AFTER = BEFORE.replace(PAPERS, PAPERS + AS_FAR)
assert AFTER != BEFORE
SIGNED = ("certificates", "work", "introductions", "notices")
READ = ["certificates", "notices", "work", "introductions"]


class Migration(migrations.Migration):
    """Widen the books of a signature and of a letter; narrow what a look may open of each."""

    dependencies = (("supervision", "0008_work_register_signed"),)
    operations = (
        migrations.RemoveConstraint("checkedbook", "checked_book_known"),
        migrations.AddConstraint(
            "checkedbook",
            models.CheckConstraint(condition=Q(book__in=SIGNED), name="checked_book_known"),
        ),
        migrations.RemoveConstraint("accessletter", "letter_names_books"),
        migrations.AddConstraint(
            "accessletter",
            models.CheckConstraint(
                condition=Q(books__len__gte=1, books__contained_by=READ), name="letter_names_books"
            ),
        ),
        migrations.RunSQL(AFTER, BEFORE),
    )
