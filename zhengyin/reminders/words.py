"""What the screens say of this room's codes."""

WORDS: dict[str, str] = {
    "reminder_way_not_offered": "这里还没有接{about}，现在不能用这种方式提醒。",
    "reminder_phone_missing": "没有登记您的手机号，发不了短信。请乡镇（街道、苏木）的工作人员给您登记。",
    "reminder_email_missing": "还没有确认过邮箱：先在下面填邮箱，收到验证码填进来。",
    "reminder_without_office": "您现在没有职务，没有要提醒的事。",
    "email_is_wrong": "邮箱地址不对，请照“名字@网站”的样子填，例如 zhang@example.cn。",
    "email_code_sent_just_now": "验证码刚刚发过，{about}。",
    "email_codes_enough_for_today": "今天发得太多了，{about}。",
    "email_not_sent": "验证码没有发出去：{about}。请过一会儿再试。",
    "email_code_is_wrong": "验证码不对，{about}。",
    "email_code_is_over": "验证码过了10分钟，或者连错5次，不能用了。请重新发一个。",
    "outbox_is_not_yours": "这个发件箱不归您管。",
}
