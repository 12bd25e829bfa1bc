"""Reading from a ZIP nobody vouches for: never more than was to be expected, whatever it unpacks to. Pure."""

import zipfile
import zlib
from collections.abc import Iterator

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, UnicodeDecodeError)
MOST_LIST = 32 << 20  # bytes; a year of 10,000 lines and papers has some 6 MB
MOST_CHECKPOINTS = 64 << 20
MOST_PAPER = 64 << 20
MOST_SMALL = 1 << 20  # a signature, a key, certificates
MOST_LINE = 4 << 20  # of one line of a book
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class TooLarge(ValueError):
    """A file of the package that unpacks to more than such a file has."""


def whole(package: zipfile.ZipFile, name: str, most: int) -> bytes:
    """All of a file; raises TooLarge after `most` bytes."""
    with package.open(name) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise TooLarge(f"{name}比这种文件大得多")
    return data


def lines(package: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """The lines of a file one by one; raises TooLarge at one that does not end."""
    with package.open(name) as file:
        while line := file.readline(MOST_LINE + 1):
            if len(line) > MOST_LINE:
                raise TooLarge(f"{name}里有一行比登记大得多")
            yield line
