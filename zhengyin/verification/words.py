"""What this room's codes are called on screen."""

WORDS: dict[str, str] = {
    # outcomes
    "in_force": "登记在案，现行有效",
    "expired": "已过有效期",
    "paper_void": "已作废",
    "paper_replaced": "已被更正",
    "sealed_after_loss": "印章报失后出具，待核",
    "signed_after_key_loss": "校验证书挂失后出具，待核",
    "slip_pending": "应急件尚未补登",
    "slip_void": "已作废",
    "not_found": "没有查到这份证明",
    # refusals
    "too_many_misses": "您这个网络上刚才查错太多次，先停10分钟。扫纸上的方码不受影响，也可以打电话问。",
    "too_many_hits": "这张证明刚才被查得太多，先停10分钟。急着用的，打村（社区）的电话问。",
    "too_many_differences": "这张证明的姓名和号码对错的次数太多，先停1小时。急着用的，打村（社区）的电话问。",
    "too_many_applications": "您这个网络上刚才提交的预约太多，先停1小时。也可以直接来，或者打电话。",
    "too_many_not_tracked": "您这个网络上刚才查错的次数太多，先停10分钟。也可以打村（社区）的电话问。",
    "too_many_questions": "这个网络上的程序问得太多，先停10分钟再问。",
}
