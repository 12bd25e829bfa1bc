"""The names of the books and of the lines that more than one place speaks of. Pure."""

JOURNAL = "journal"
REGISTER = "certificates"
NOTICES = "notices"
LETTERS = "letters"
PADS = "pads"
APPROVALS = ("certificate.approved", "certificate.countersigned")
RECUSED = "certificate.recused"
REGISTERED = "register.certificate"
REGISTERED_LATE = "register.certificate_late"
IN_REGISTER = (REGISTERED, REGISTERED_LATE)
RECTIFIED = "certificate.rectified"
TOLD = "register.notice"
LETTER_WRITTEN = "register.letter"
LETTER_DRAFTED = "letter.drafted"
VOIDED_UNSTAMPED = "certificate.voided_unstamped"
VOIDED = "certificate.voided"
CORRECTED = "certificate.corrected"
