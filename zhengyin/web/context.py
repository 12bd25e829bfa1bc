"""What every template may count on, so that no page has to say it again."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from zhengyin.regions.queries import is_demonstration
from zhengyin.web.large import is_large
from zhengyin.web.place import NOWHERE


def page(request: HttpRequest) -> dict[str, Any]:
    """demonstration, practice, large, here and a place; a view's own `place` wins over this one."""
    return {
        "demonstration": is_demonstration(),
        "practice": settings.PRACTICE,
        "large": is_large(request),
        "here": request.get_full_path() if request.method == "GET" else "/",
        "place": NOWHERE,
    }
