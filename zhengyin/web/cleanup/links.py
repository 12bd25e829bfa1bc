"""The one-time link by which a unit reviews its entries: it names its unit and nothing else."""

from zhengyin.web.one_time import OneTime

_LINKS = OneTime("zhengyin.cleanup", "cleanup-link", "cleanup-link-capitals")
link_of, scanned_link_of, unit_in = _LINKS.link_of, _LINKS.scanned_link_of, _LINKS.thing_in
