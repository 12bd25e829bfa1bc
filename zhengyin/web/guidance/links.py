"""The one-time link by which a department without a desk answers a question."""

from zhengyin.web.one_time import OneTime

_LINKS = OneTime("zhengyin.enquiry", "enquiry-link")
link_of, whole_link_of, enquiry_in = _LINKS.link_of, _LINKS.whole_link_of, _LINKS.thing_in
