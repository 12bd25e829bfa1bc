"""The one-time link by which a body without a desk answers: it names its question and nothing else."""

from zhengyin.web.one_time import OneTime

_LINKS = OneTime("zhengyin.opinion", "opinion", "opinion-capitals")
link_of, scanned_link_of, question_in = _LINKS.link_of, _LINKS.scanned_link_of, _LINKS.thing_in
whole_link_of = _LINKS.whole_link_of
