"""The lines this room writes: acts into the journal (办理流水), sealing into the statutory register too."""

from zhengyin.certificates.lines.letters import OF_LETTERS
from zhengyin.certificates.lines.pads import OF_PADS
from zhengyin.certificates.lines.running import RUNNING
from zhengyin.certificates.lines.sealed import SEALED

KINDS = (*RUNNING, *SEALED, *OF_LETTERS, *OF_PADS)
