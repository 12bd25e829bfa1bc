"""Whether a paper was sealed while its seal or its signing key was gone, for another room's statement."""

# Each one value. Whoever answers strangers hundreds of times a second joins it to a statement of
# theirs; takes %(committee)s and %(sealed_at)s. The seal of that moment is the last one issued before;
# a loss casts its doubt from the moment the seal may have been gone until it was restored, or for good.
SEALED_AFTER_LOSS = """(SELECT EXISTS (SELECT FROM seals_stop x
            WHERE x.seal_id = s.id AND x.reason IN ('seal_lost', 'seal_declared_void')
            AND x.since <= %(sealed_at)s
            AND (x.ended_at IS NULL OR %(sealed_at)s < x.ended_at))
        FROM seals_seal s
        WHERE s.committee_id = %(committee)s AND s.kind = 'official' AND s.issued_at <= %(sealed_at)s
        ORDER BY s.issued_at DESC LIMIT 1)"""
SIGNED_AFTER_KEY_LOSS = """EXISTS (SELECT FROM seals_signingcertificate k WHERE k.committee_id = %(committee)s
        AND k.lost_at <= %(sealed_at)s AND %(sealed_at)s < k.revoked_at)"""
