"""A look at a page (GET, HEAD) asks the database each thing about a place once."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from zhengyin.regions.queries import remembering


class Looks:
    """Acts (POST) do not remember: they may change what they asked about."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, remembering while it is only a look."""
        if request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        with remembering():
            return self.get_response(request)
