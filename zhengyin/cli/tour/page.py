"""A page in front of a person: its words, its fields by their labels, its buttons by theirs.

What is filled in stands in the parsed page itself, as in a browser: `value`, `checked`, `selected`.
What is sent is what a browser would send, hidden fields and the pressed button included.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag

from zhengyin.cli.tour.words import NotThere, find, listed, text_of, tight

Photo = tuple[str, bytes, str]  # name, content, content type
Value = str | bool | list[str] | Photo
FIELDS = ("input", "select", "textarea")
NO_PHOTO: Photo = ("", b"", "application/octet-stream")
COMPLAINTS = ".wrong, .wrong-here, .verdict, main .ways, .cannot ol, .limited"


@dataclass(frozen=True, slots=True)
class Sending:
    """What goes out when a button is pressed."""

    method: str
    action: str
    fields: list[tuple[str, str]]
    files: list[tuple[str, Photo]]


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it was answered."""

    address: str
    status: int
    content: bytes
    soup: BeautifulSoup
    photos: dict[int, Photo] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """All that stands in the page's main part."""
        main = self.soup.find("main")
        return text_of(main if isinstance(main, Tag) else self.soup)

    @property
    def heading(self) -> str:
        """The page's first heading."""
        return text_of(self.soup.h1) if self.soup.h1 else ""

    @property
    def complaint(self) -> str:
        """What the page says is wrong, in its own words."""
        return listed(self.soup.select(COMPLAINTS)) or self.words[:300]

    def says(self, *words: str) -> None:
        """Fail with the page's words unless all of these stand on it."""
        here = tight(self.soup.get_text())
        for one in words:
            if tight(one) not in here:
                raise NotThere(f"页面上没有“{one}”。页面写的是：{self.complaint}")

    def find(self, selector: str, words: str = "") -> Tag:
        """The element that a person would recognise by its words."""
        found = find(self.soup.select(selector), words)
        if found is None:
            raise NotThere(f"页面上没有“{words or selector}”。页面写的是：{self.complaint}")
        return found

    def value_of(self, term: str) -> str:
        """What stands beside a term in a list of terms."""
        definition = self.find("dt", term).find_next_sibling("dd")
        return text_of(definition) if isinstance(definition, Tag) else ""

    def link(self, words: str) -> str:
        """Where the link with these words leads."""
        return str(self.find("main a[href], a[href]", words)["href"])

    def fill(self, label: str, value: Value, under: Tag | None = None) -> None:
        """Fill in the field with this label; `under` is the group, where several have the same one."""
        within = under or self.soup
        legend = find(within.select("legend"), label)
        if legend is not None and legend.parent is not None and legend.parent is not under:
            choose(legend.parent, label, [value] if isinstance(value, str) else value)
            return
        named = find(within.select("label"), label)
        if named is None:
            raise NotThere(f"没有“{label}”这个框")
        control = self.soup.find(id=str(named["for"])) if named.get("for") else named.find(FIELDS)
        if not isinstance(control, Tag):
            raise NotThere(f"“{label}”后面没有可以填的地方")
        if isinstance(value, tuple):
            self.photos[id(control)] = value
        else:
            put(control, label, value)

    def press(self, words: str) -> Sending:
        """What pressing the button sends; a greyed button says why it cannot be pressed."""
        button = find(self.soup.select("button:not([type=button]):not([disabled])"), words)
        if button is None:
            raise NotThere(f"没有“{words}”这个按钮，或者按不了。页面写的是：{self.complaint}")
        named = button.get("form")
        form = self.soup.find("form", id=str(named)) if named else button.find_parent("form")
        if not isinstance(form, Tag):
            raise NotThere(f"“{words}”按了没有用：它不属于任何表单")
        controls = list(self._controls(form))
        own = [(str(button["name"]), str(button.get("value", "")))] if button.get("name") else []
        files = [one for one in controls if one.get("type") == "file"]
        return Sending(
            method=str(form.get("method") or "get").lower(),
            action=str(button.get("formaction") or form.get("action") or ""),
            fields=[pair for control in controls for pair in said_by(control)] + own,
            files=[(str(one["name"]), self.photos.get(id(one), NO_PHOTO)) for one in files],
        )

    def _controls(self, form: Tag) -> Iterator[Tag]:
        """The form's controls that would be sent, wherever on the page they stand."""
        elsewhere = self.soup.select(f"[form='{form['id']}']") if form.get("id") else []
        inside = [one for one in form.find_all(FIELDS) if not one.get("form")]
        for control in [*inside, *(one for one in elsewhere if one.name in FIELDS)]:
            if control.get("name") and not control.has_attr("disabled"):
                yield control


def choose(group: Tag, words: str, value: object) -> None:
    """Tick the choices of a group: one of several, or several."""
    for said in value if isinstance(value, list) else []:
        label = find(group.select("label"), said)
        box = label.find("input") if label is not None else None
        if not isinstance(box, Tag):
            raise NotThere(f"“{words}”下面没有“{said}”，只有{listed(group.select('label'))}")
        if box.get("type") == "radio":
            for other in group.find_all("input", attrs={"name": box["name"]}):
                del other["checked"]
        box["checked"] = ""


def put(control: Tag, words: str, value: str | bool | list[str]) -> None:
    """Type into a box, pick from a list, tick or clear a box."""
    if control.name == "select":
        option = find(control.select("option"), str(value))
        if option is None:
            raise NotThere(f"“{words}”里没有“{value}”，只有{listed(control.select('option'))}")
        for other in control.select("option"):
            del other["selected"]
        option["selected"] = ""
    elif control.get("type") in ("checkbox", "radio"):
        del control["checked"]
        if value:
            control["checked"] = ""
    elif control.name == "textarea":
        control.string = str(value)
    else:
        control["value"] = str(value)


def said_by(control: Tag) -> Iterator[tuple[str, str]]:
    """What one control adds to the form's data."""
    name, kind = str(control["name"]), str(control.get("type", "text"))
    if control.name == "select":
        chosen = control.select("option[selected]") or control.select("option")[:1]
        yield from ((name, str(one.get("value", text_of(one)))) for one in chosen)
    elif control.name == "textarea":
        yield name, control.get_text()
    elif kind in ("checkbox", "radio"):
        if control.has_attr("checked"):
            yield name, str(control.get("value", "on"))
    elif kind not in ("file", "submit", "button", "image", "reset"):
        yield name, str(control.get("value", ""))
