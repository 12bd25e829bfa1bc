"""What the rooms call their codes, for commands and generated pages; no Django needed."""

from importlib import import_module

from zhengyin.cli.places import CHECKOUT
from zhengyin.shared.refusal import Refusal


def own_words() -> dict[str, str]:
    """Every room's codes with their words."""
    found: dict[str, str] = {}
    for path in sorted((CHECKOUT / "zhengyin").glob("*/words.py")):
        if path.parent.name != "cli":
            module = import_module(f"zhengyin.{path.parent.name}.words")
            found |= getattr(module, "OWN", {}) | getattr(module, "WORDS", {})
    return found


def sentence(refusal: Refusal) -> str:
    """A reason in words; the bare code only where no room has words for it."""
    return own_words().get(refusal.code, refusal.code).replace("{about}", refusal.about)
