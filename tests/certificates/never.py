"""What must never be, in SQL over the lines and the tables, whatever was done in whatever order.

Asked of the stored rows alone: none of these statements knows how the product decides.
"""

_DAY = "(u.happened_at AT TIME ZONE 'Asia/Shanghai')::date"
# Uses that were made by whoever kept the seal: from the hour of its entrusting to the hour of its end.
_KEPT = f"""
    kept AS (
        SELECT u.subject FROM u JOIN seals_custody AS c ON c.seal_id = u.seal AND c.person_id = u.person
        JOIN people_appointment AS a ON a.id = c.appointment_id
        LEFT JOIN registers_line AS ended ON ended.subject = c.id
            AND ended.kind IN ('custody.ended', 'custody.ended_with_seal')
        WHERE c.valid_from <= {_DAY} AND (c.valid_from < {_DAY} OR c.recorded_at <= u.happened_at)
            AND (c.valid_until IS NULL OR c.valid_until > {_DAY}
                OR c.valid_until = {_DAY} AND ended.happened_at > u.happened_at
                AND NOT (a.valid_until = c.valid_until AND a.ended_at IS NULL)))
"""
# A use of the official seal as the journal has it, with the seal that was the committee's at that moment.
_USES = f"""
    WITH u AS (
        SELECT line.subject, line.person, line.happened_at, said ->> 'where' AS place, owner, seal.id AS seal
        FROM registers_line AS line LEFT JOIN LATERAL (
            SELECT id FROM seals_seal WHERE committee_id = owner AND kind = 'official'
                AND issued_at <= line.happened_at ORDER BY issued_at DESC LIMIT 1) AS seal ON true
        WHERE line.kind IN ('certificate.sealed', 'work.sealed')),
    {_KEPT}
"""
# A paper stamped first and entered late: judged as of its moment, marked where something was wrong.
_LATE = """
    WITH u AS (
        SELECT s.failed, s.ended_at AS entered_at, c.sealed_by_id AS person, c.approved_by_id AS approver,
            c.sealed_at AS happened_at, seal.id AS seal, c.organization_id AS owner, c.id AS subject
        FROM certificates_slip AS s JOIN certificates_certificate AS c ON c.id = s.certificate_id
        LEFT JOIN LATERAL (
            SELECT id FROM seals_seal WHERE committee_id = c.organization_id AND kind = 'official'
                AND issued_at <= c.sealed_at ORDER BY issued_at DESC LIMIT 1) AS seal ON true
        WHERE s.failed = '')
"""

NEVER = {
    "two custodians of a seal on one day": """
        SELECT a.id FROM seals_custody a JOIN seals_custody b ON b.seal_id = a.seal_id AND b.id > a.id
        WHERE daterange(a.valid_from, a.valid_until) && daterange(b.valid_from, b.valid_until)""",
    "whoever may approve keeps the seal of the same committee": """
        SELECT a.id FROM people_appointment a JOIN seals_custody c ON c.person_id = a.person_id
        JOIN seals_seal s ON s.id = c.seal_id AND s.committee_id = a.organization_id
        WHERE a.office IN ('director', 'second_approver')
            AND daterange(a.valid_from, a.valid_until) && daterange(c.valid_from, c.valid_until)""",
    "approved and sealed by one person": """
        SELECT sealed.subject FROM registers_line sealed JOIN registers_line agreed USING (subject, person)
        WHERE sealed.kind IN ('register.certificate', 'register.work', 'register.introduction')
            AND agreed.kind IN ('certificate.approved', 'certificate.approved_first',
                'certificate.countersigned', 'work.approved', 'work.approved_first', 'work.countersigned')
            AND NOT EXISTS (SELECT FROM registers_line AS undone WHERE undone.subject = agreed.subject
                AND undone.kind IN ('certificate.taken_back', 'work.taken_back')
                AND undone.happened_at BETWEEN agreed.happened_at AND sealed.happened_at)""",
    "approved and sealed on one day by one person, whatever the papers": f"""
        SELECT u.subject FROM registers_line u JOIN registers_line a ON a.owner = u.owner
            AND a.person = u.person AND {_DAY} = (a.happened_at AT TIME ZONE 'Asia/Shanghai')::date
        WHERE u.kind IN ('certificate.sealed', 'work.sealed')
            AND a.kind IN ('certificate.approved', 'certificate.approved_first',
                'certificate.countersigned', 'work.approved', 'work.approved_first', 'work.countersigned')""",
    "approved and handled by one person": """
        SELECT agreed.subject FROM registers_line agreed JOIN registers_line handled USING (subject, person)
        WHERE agreed.kind IN ('certificate.approved', 'work.approved')
            AND handled.kind IN ('certificate.applied', 'certificate.verified', 'work.asked')""",
    "sealed without an approval before it": """
        SELECT subject FROM registers_line u WHERE kind IN ('register.certificate', 'register.work')
        AND NOT EXISTS (SELECT FROM registers_line a WHERE a.subject = u.subject
            AND a.kind IN ('certificate.approved', 'work.approved') AND a.happened_at <= u.happened_at
            AND a.text_digest = u.text_digest)""",
    "approved by somebody who was no director that day": f"""
        SELECT subject FROM registers_line u WHERE kind IN ('certificate.approved', 'work.approved')
        AND NOT EXISTS (SELECT FROM people_appointment a WHERE a.person_id = u.person
            AND a.organization_id = u.owner AND a.office = 'director' AND a.valid_from <= {_DAY}
            AND (a.valid_until IS NULL OR a.valid_until > {_DAY} OR a.ended_at > u.happened_at))""",
    "sealed by somebody who did not keep the seal": f"""
        {_USES} SELECT subject FROM u WHERE subject NOT IN (SELECT subject FROM kept)""",
    "sealed while the seal was lost or stopped": f"""
        {_USES} SELECT u.subject FROM u JOIN seals_stop x ON x.seal_id = u.seal
        WHERE x.stopped_at <= u.happened_at AND (x.ended_at IS NULL OR x.ended_at > u.happened_at)""",
    "sealed with a seal that was collected": f"""
        {_USES} SELECT u.subject FROM u JOIN seals_collection x ON x.seal_id = u.seal
        WHERE x.recorded_at <= u.happened_at""",
    "sealed at the office while the seal was out": f"""
        {_USES} SELECT u.subject FROM u JOIN seals_takeout t ON t.seal_id = u.seal
        WHERE u.place = '保管处' AND t.left_at <= u.happened_at
            AND (t.ended_at IS NULL OR t.ended_at > u.happened_at)""",
    "sealed outside while the seal was at the office, or by another than its carrier": f"""
        {_USES} SELECT u.subject FROM u WHERE u.place <> '保管处' AND NOT EXISTS (
            SELECT FROM seals_takeout t WHERE t.seal_id = u.seal AND t.carrier_id = u.person
            AND t.left_at <= u.happened_at
            AND coalesce(t.back_at, t.ended_at, 'infinity') >= u.happened_at)""",
    "a seal that is out and lost, or out without an approval by another": """
        SELECT t.id FROM seals_takeout t JOIN seals_seal s ON s.id = t.seal_id
        WHERE t.state = 'taken_out' AND (s.state IN ('seal_collected', 'seal_destroyed') OR EXISTS (
                SELECT FROM seals_stop x WHERE x.seal_id = s.id AND x.ended_at IS NULL
                AND x.reason = 'seal_lost'))
            OR t.left_at IS NOT NULL AND (t.decided_by_id IS NULL OR t.decided_by_id = t.carrier_id)""",
    "entered late without a mark: approved and stamped by one person": f"""
        {_LATE} SELECT subject FROM u WHERE person = approver OR approver IS NULL""",
    "entered late without a mark: the seal was known to be lost or stopped then": f"""
        {_LATE} SELECT u.subject FROM u JOIN seals_stop x ON x.seal_id = u.seal
        WHERE x.since <= u.happened_at AND x.stopped_at <= u.entered_at
            AND (x.ended_at IS NULL OR x.ended_at > u.happened_at)""",
    "entered late without a mark: the seal was collected by then": f"""
        {_LATE} SELECT u.subject FROM u JOIN seals_collection x ON x.seal_id = u.seal
        WHERE x.recorded_at <= u.happened_at""",
    "entered late without a mark: another carried the seal then": f"""
        {_LATE} SELECT u.subject FROM u JOIN seals_takeout t ON t.seal_id = u.seal
        WHERE t.carrier_id <> u.person AND t.left_at <= u.happened_at
            AND coalesce(t.back_at, t.ended_at, 'infinity') > u.happened_at""",
    "entered late without a mark: whoever stamped did not keep the seal then": f"""
        {_LATE} , {_KEPT} SELECT subject FROM u WHERE subject NOT IN (SELECT subject FROM kept)""",
    "entered late and marked, though whoever stamped kept the seal then": f"""
        {_LATE.replace("s.failed = ''", "s.failed LIKE '%那时不由%'")} , {_KEPT} SELECT subject FROM kept""",
    "a book whose numbers do not run from 1 without a gap": """
        SELECT b.id FROM ledger_book b LEFT JOIN ledger_entry e ON e.book_id = b.id
        GROUP BY b.id HAVING count(e.no) <> b.last_no OR min(e.no) > 1 OR max(e.no) <> b.last_no""",
    "a paper whose number is not its line's": """
        SELECT c.id FROM certificates_certificate c LEFT JOIN registers_line line ON line.subject = c.id
            AND line.kind IN ('register.certificate', 'register.certificate_late')
        WHERE (c.year, c.no, c.number) IS DISTINCT FROM
            (line.year, line.no, coalesce(line.said ->> 'number', ''))""",
    "a paper in the register twice, or one grant for two": """
        SELECT subject FROM registers_line WHERE kind IN ('register.certificate',
            'register.certificate_late', 'register.work') GROUP BY subject HAVING count(*) > 1""",
    "a line in a year that was closed, or a book of it left open": """
        SELECT y.id FROM archive_yearend y JOIN ledger_book b ON b.owner = y.organization_id
            AND b.year = y.year WHERE y.closed_at IS NOT NULL
        GROUP BY y.id, y.lines HAVING sum(b.last_no) <> y.lines OR bool_or(b.closed_at IS NULL)""",
    "a year closed by fewer than three people": """
        SELECT id FROM archive_yearend WHERE closed_at IS NOT NULL
        AND (prepared_by_id = signed_by_id OR signed_by_id = closed_by_id
            OR prepared_by_id = closed_by_id)""",
}
