"""Names of people: normalised, never judged; no surname is assumed."""

import unicodedata

MIDDLE_DOTS = "·•．・‧∙"


def normalise_name(typed: str) -> str:
    """Trim, drop inner spaces, write every kind of middle dot as ·."""
    name = "".join(unicodedata.normalize("NFC", typed).split())
    return "".join("·" if character in MIDDLE_DOTS else character for character in name)


def name_problem(name: str) -> str:
    """Say in Chinese what is wrong with a normalised name, or return an empty string."""
    if not 2 <= len(name) <= 30:
        return "姓名要2到30个字"
    odd = [c for c in name if c != "·" and unicodedata.category(c)[0] != "L"]
    if odd:
        return f"姓名里有不能用的字符：{odd[0]}"
    if name[0] == "·" or name[-1] == "·":
        return "姓名的开头和末尾不能是间隔号"
    return ""
