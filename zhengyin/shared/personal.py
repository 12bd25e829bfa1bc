"""What free words must not hold where they stay in a book: the number of a person or a telephone. Pure.

A name cannot be told from any other word; a hint beside the field asks for none. Numbers of things stay:
those of documents and archives, whose year is a group of its own, days, sums. Read as NFKC says, so that
２０２６ is 2026, and with what people put between the figures. The database reads with the same pattern
(seals_number_in); one list of cases is put to both (tests/shared/numbers.py).
"""

import re
import unicodedata

_G = "[ ()‐–—-]{0,2}"
_MORE = f"(?:{_G}[0-9])"
_DASH = "[‐–—-]"
_FILE = f"[0-9]{{6}}{_DASH}(?:19|20)[0-9]{{2}}{_DASH}[0-9]{{4}}{_DASH}"  # 150202-2026-0101-0001
_OF_A_YEAR = "[ (‐–—-]{1,2}(?:19|20)[0-9]{2}[ )‐–—-]{1,2}[0-9]"  # 0415-2026-0012
_IDENTITY = (
    f"(?!{_FILE})[1-9]{_MORE}{{5}}{_G}[12]{_G}[09]{_MORE}{{2}}{_G}[01]{_MORE}{_G}[0-3]{_MORE}{{4}}{_G}[0-9Xx]"
)
_MOBILE = f"(?<![0-9])(?<![0-9]-)(?:86{_G})?1{_G}[3-9]{_MORE}{{9}}(?![0-9])"
_LANDLINE = (
    f"(?<![0-9])(?:010|02[0-9]|0[3-9][0-9]{{2}})(?!{_OF_A_YEAR}){_G}[0-9]{{3,4}}{_G}[0-9]{{4}}(?![0-9])"
)
NUMBER = "|".join(("[0-9]{11,}[Xx]?", _IDENTITY, _MOBILE, _LANDLINE))
_NUMBER = re.compile(NUMBER)


def numbers_in(words: str) -> tuple[str, ...]:
    """Every such number, of whatever width its digits are, in the order they stand there."""
    return tuple(_NUMBER.findall(unicodedata.normalize("NFKC", words)))
