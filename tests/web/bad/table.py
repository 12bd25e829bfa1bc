"""The table of the bad-input sweep: one line for each form of the product, as it is sent when all is well.

A new form fails the test until it has a line in the file of its desk: the form (or the forms a page
judges together), and who sends what to which address after what.
"""

from django import forms

from tests.web.bad import (
    admission,
    archive,
    bases,
    cleanup,
    consultations,
    guidance,
    inspections,
    letters_and_pads,
    offices,
    on_cases,
    papers,
    residents,
    work,
)  # fmt: skip
from tests.web.bad.lines import Case
from zhengyin.web.apply import forms as apply
from zhengyin.web.custodian import forms as custodian
from zhengyin.web.deliberation import forms as deliberation
from zhengyin.web.keeping import forms as keeping
from zhengyin.web.letters import forms as letters
from zhengyin.web.offices import forms as appointing
from zhengyin.web.township import sealforms
from zhengyin.web.workuse import forms as working

__all__ = ["CASES", "ONLY_INHERITED", "Case"]

# Forms others are made from; nobody is shown one, and every field of theirs is tried in those that are.
ONLY_INHERITED: set[type[forms.Form]] = {
    appointing.PersonForm, keeping.CustodyForm, keeping.KeeperForm, deliberation.Named, apply.Step,
    custodian.AskedForm, sealforms.AnywayForm, letters.LetterForm, working.WorkKinForm, working.WorkSealForm,
}  # fmt: skip

CASES = [
    *on_cases.CASES, *papers.CASES, *letters_and_pads.CASES, *offices.CASES, *residents.CASES,
    *archive.CASES,
    *inspections.CASES,
    *work.CASES,
    *admission.CASES,
    *bases.CASES,
    *consultations.CASES,
    *cleanup.CASES,
    *guidance.CASES,
]  # fmt: skip
