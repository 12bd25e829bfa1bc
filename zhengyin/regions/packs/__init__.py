"""Packs as data: YAML read with line numbers, checked by shape, handed on frozen. No Django."""

from zhengyin.regions.packs.check import check, check_all
from zhengyin.regions.packs.demo import Demo, load_demo
from zhengyin.regions.packs.marks import Problem
from zhengyin.regions.packs.reading import Pack, PackFaulty, read_pack
from zhengyin.regions.packs.settings import Settings

__all__ = [
    "Demo",
    "Pack",
    "PackFaulty",
    "Problem",
    "Settings",
    "check",
    "check_all",
    "load_demo",
    "read_pack",
]
