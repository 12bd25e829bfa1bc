"""Whether a paper was stamped with a seal that had been lost, for a statement of another room."""

# One value: NULL without such a seal or loss. Whoever answers strangers hundreds of times a second
# joins it to a statement of theirs; takes %(committee)s and %(sealed_at)s. The seal of that moment
# is the last one issued before.
SEALED_AFTER_LOSS = """(SELECT s.lost_at <= %(sealed_at)s FROM seals_seal s
        WHERE s.committee_id = %(committee)s AND s.kind = 'official' AND s.issued_at <= %(sealed_at)s
        ORDER BY s.issued_at DESC LIMIT 1)"""
