"""Where the packs lie: beside the program, in the checkout as in its copy."""

from pathlib import Path

PACKS = Path(__file__).resolve().parents[2] / "packs"
LOADED = ("huining", "ordos")  # the national one comes with each
