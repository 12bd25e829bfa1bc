"""The tables of this room."""

from zhengyin.workuse.models.file import WorkFile
from zhengyin.workuse.models.grant import WorkGrant
from zhengyin.workuse.models.work_use import WorkUse

__all__ = ["WorkFile", "WorkGrant", "WorkUse"]
