"""The one-time link by which a unit answers: good until the answers are closed, it names its unit alone."""

from zhengyin.web.one_time import OneTime

_LINKS = OneTime("zhengyin.consulted", "consulted", "consulted-capitals")
link_of, scanned_link_of, unit_in = _LINKS.link_of, _LINKS.scanned_link_of, _LINKS.thing_in
token_of = _LINKS.token_of
