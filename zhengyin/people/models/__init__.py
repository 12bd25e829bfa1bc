"""Tables of the room: fields and constraints, no rules."""

from zhengyin.people.models.account import Account
from zhengyin.people.models.appointment import Appointment
from zhengyin.people.models.factors import CodeSheet, Device, DevicePin, FactorLock, SheetCode, SmsCode, Totp
from zhengyin.people.models.person import Person
from zhengyin.people.models.reset import Reset
from zhengyin.people.models.session import Session

__all__ = [
    "Account",
    "Appointment",
    "CodeSheet",
    "Device",
    "DevicePin",
    "FactorLock",
    "Person",
    "Reset",
    "Session",
    "SheetCode",
    "SmsCode",
    "Totp",
]
