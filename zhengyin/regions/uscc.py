"""The unified social credit code of a committee: 18 characters, GB 32100, beginning 54. Pure."""

from stdnum.cn import uscc
from stdnum.exceptions import ValidationError

# 5 = civil affairs, 4 = primary-level self-governing mass organization (special legal person).
SPECIAL_LEGAL_PERSON = "54"


def uscc_problem(code: str) -> str:
    """Say in Chinese what is wrong with a committee's credit code, or return an empty string."""
    try:
        uscc.validate(code)
    except ValidationError:
        return "统一社会信用代码不对：应为18位，请对照证书再看一遍"
    if not code.startswith(SPECIAL_LEGAL_PERSON):
        return "村（居）委会的统一社会信用代码以54开头，请对照证书再看一遍"
    return ""
