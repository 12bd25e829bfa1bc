"""Tables of the ledger. Read freely; `store` is the only writer.

What the fields cannot say stands in migration 0002: the hash formula as a CHECK, the chain as
a foreign key to its predecessor, triggers against every change, and the rights withdrawn from
the application's role.
"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Case, CheckConstraint, F, JSONField, Q, UniqueConstraint, Value, When
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Left

SEARCHED = 100  # characters of a column that searches look at; an index takes no row without a limit


def _column(key: str) -> models.GeneratedField:
    """One column of a line as the database reads it, so that searching and writing never differ."""
    return models.GeneratedField(
        expression=Left(KeyTextTransform(key, Cast("columns", JSONField())), SEARCHED),
        output_field=models.TextField(null=True),
        db_persist=True,
    )


class Kind(models.Model):
    """A kind of line as the rooms declared it; written by the owner of the database alone."""

    name = models.CharField(max_length=60, primary_key=True)
    book = models.CharField(max_length=30, blank=True)  # empty: may stand in every book
    needs_earlier = ArrayField(models.CharField(max_length=60), default=list)
    late = models.BooleanField(default=False)


class Book(models.Model):
    """The head of one owner's book of one year, and the lock under which it grows."""

    id = models.UUIDField(primary_key=True)
    owner = models.UUIDField()
    name = models.CharField(max_length=30)
    year = models.IntegerField()
    last_no = models.IntegerField(default=0)
    last_hash = models.CharField(max_length=64)
    last_recorded_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)  # from then on it takes no line; never taken back

    class Meta:
        constraints = (UniqueConstraint(fields=("owner", "name", "year"), name="ledger_book_once"),)


class EndedBook(models.Model):
    """A book that is over in every year, because its owner is no more. Never taken back."""

    owner = models.UUIDField()
    name = models.CharField(max_length=30)

    class Meta:
        constraints = (UniqueConstraint(fields=("owner", "name"), name="ledger_book_ended_once"),)


class Entry(models.Model):
    """One line. Never updated, never deleted."""

    pk = models.CompositePrimaryKey("book_id", "no")
    book = models.ForeignKey(Book, on_delete=models.PROTECT, db_index=False, related_name="entries")
    no = models.IntegerField()
    prev_no = models.GeneratedField(
        expression=Case(When(Q(no=1) | Q(kind="book.opened"), then=Value(None)), default=F("no") - Value(1)),
        output_field=models.IntegerField(null=True),
        db_persist=True,
    )
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    algorithm = models.CharField(max_length=20)
    kind = models.CharField(max_length=60)
    subject = models.UUIDField()
    county_code = models.CharField(max_length=12)
    happened_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    person = models.UUIDField()
    person_name = models.CharField(max_length=60)
    office = models.CharField(max_length=40)
    session = models.UUIDField(null=True)
    columns = models.TextField()  # one JSON object of strings, exactly as hashed
    personal_digest = models.CharField(max_length=64, blank=True)
    text_digest = models.CharField(max_length=100, blank=True)
    document_digest = models.CharField(max_length=100, blank=True)
    pad_number = models.CharField(max_length=40, blank=True)
    slip_digest = models.CharField(max_length=100, blank=True)
    matter = _column("matter")
    demanding_unit = _column("demanding_unit")
    handler = _column("handler")

    class Meta:
        constraints = (
            UniqueConstraint(fields=("book", "no", "hash"), name="ledger_entry_chain_target"),
            UniqueConstraint(fields=("book",), condition=Q(prev_no=None), name="ledger_entry_one_start"),
            CheckConstraint(condition=Q(no__gte=1), name="ledger_entry_no_from_1"),
            CheckConstraint(
                condition=Q(happened_at__lte=F("recorded_at")), name="ledger_entry_happened_first"
            ),
            CheckConstraint(
                condition=Q(pad_number="", slip_digest="") | (~Q(pad_number="") & ~Q(slip_digest="")),
                name="ledger_entry_pad_with_slip",
            ),
        )
        indexes = (
            models.Index(fields=("subject", "kind"), name="ledger_entry_subject"),
            # Whatever is searched for, in whatever combination: one book's part of this index, never the
            # lines themselves. Words are looked for by reading it, so words of two characters are found too.
            models.Index(
                fields=("book", "no"),
                include=("happened_at", "pad_number", "matter", "demanding_unit", "handler"),
                name="ledger_entry_searched",
            ),
            models.Index(fields=("book", "no"), condition=~Q(pad_number=""), name="ledger_entry_late"),
        )


class Personal(models.Model):
    """Personal fields of a line, encrypted, with their own salt; deleting the row erases them."""

    pk = models.CompositePrimaryKey("book_id", "no")
    book = models.ForeignKey(Book, on_delete=models.PROTECT, db_index=False, related_name="+")
    no = models.IntegerField()
    algorithm = models.CharField(max_length=40)
    salt = models.BinaryField()
    sealed = models.BinaryField()
    found_by = ArrayField(models.CharField(max_length=64), default=list)  # blind indexes

    class Meta:
        indexes = (GinIndex(fields=("found_by",), name="ledger_personal_found_by"),)
