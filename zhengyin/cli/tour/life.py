"""A seal's life in a community: out and back, a vote, another custodian, lost, given out anew."""

import random
from collections.abc import Callable

from zhengyin.cli.tour import contract, handover, loss, take_out, year_end
from zhengyin.cli.tour.browser import Browser
from zhengyin.cli.tour.cast import Account, Place, account_name, somebody
from zhengyin.cli.tour.officers import Custodian, Director, Handler, Officer
from zhengyin.cli.tour.record import Record, Stopped
from zhengyin.cli.tour.route import Where

Act = Callable[[], None]


class Life:
    """One community with its people; the steps of each part stand in a file of its own."""

    def __init__(self, place: Place, where: Where, record: Record) -> None:
        self.place, self.where, self.record = place, where, record
        self.outside = Browser(where.url)
        self.clerk = Handler(where.url, self.account("clerk"), where.began)
        self.director = Director(where.url, self.account("director"), where.began)
        self.custodian = Custodian(where.url, self.account("custodian"), where.began)
        self.supervisor = Officer(where.url, self.account("supervisor"), where.began)
        self.township = Officer(where.url, where.accounts[place.above], where.began)
        self.before, self.after = somebody(place), somebody(place)
        self.contract = f"{random.SystemRandom().randrange(100, 1000)}号门面租赁合同"
        self.doubted = ""  # where the code of a paper leads that was sealed after the loss

    def walk(self) -> None:
        """All steps; the first that fails ends this community's walk."""
        try:
            for words, act in self.steps():
                with self.record.step(self.place.pack, f"{self.place.name}（社区）", words):
                    act()
        except Stopped:
            pass

    def steps(self) -> list[tuple[str, Act]]:
        """What is done, in words."""
        return [
            ("经办人登录", self.clerk.log_in),
            ("主任登录", self.director.log_in),
            ("保管人登录", self.custodian.log_in),
            *year_end.steps(self),
            *contract.decided(self),
            *take_out.steps(self),
            *handover.steps(self),
            *loss.steps(self),
        ]

    def account(self, office: str) -> Account:
        """The log-in of one officer of this community."""
        return self.where.accounts[account_name(self.place, office)]
