"""What of a person is shown where nobody asked for more: masked by default."""


def mask_name(name: str) -> str:
    """张建国 → 张*, 巴特孟克 → 巴特*: one character, from four on two, then one star."""
    return (name[:2] if len(name) >= 4 else name[:1]) + "*"


def mask_identity(number: str) -> str:
    """620422196805121233 → 6204**********1233; shorter numbers keep less, never most of it."""
    kept = 4 if len(number) >= 15 else 2 if len(number) >= 8 else 1 if len(number) >= 5 else 0
    hidden = "*" * (len(number) - 2 * kept)
    return number[:kept] + hidden + number[len(number) - kept :]


def mask_phone(number: str) -> str:
    """13812341234 → 138****1234; shorter numbers keep their last three digits."""
    return f"{number[:3]}****{number[-4:]}" if len(number) >= 11 else "****" + number[-3:] if number else ""


def mask_email(address: str) -> str:
    """zhangjianguo@example.cn → z***@example.cn: the first letter and where it lies."""
    name, at, host = address.partition("@")
    return f"{name[:1]}***{at}{host}"
