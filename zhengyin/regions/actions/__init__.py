"""The only code that changes this room's tables."""

from zhengyin.regions.actions.confirm_legal_name import confirm_legal_name
from zhengyin.regions.actions.enter_demo import enter_demo
from zhengyin.regions.actions.install import install
from zhengyin.regions.actions.load_pack import Loaded, load_pack
from zhengyin.regions.actions.practice import add_practice_village
from zhengyin.regions.actions.record_end import record_end
from zhengyin.regions.actions.set_counter import set_counter

__all__ = [
    "Loaded",
    "add_practice_village",
    "confirm_legal_name",
    "enter_demo",
    "install",
    "load_pack",
    "record_end",
    "set_counter",
]
