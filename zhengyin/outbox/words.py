"""What the screens say of this room's codes."""

WORDS: dict[str, str] = {
    "sms": "短信",
    "email": "邮件",
    "message_waiting": "等着发",
    "message_sent": "已发出",
    "message_failed": "没发出去",
    "message_has_not_failed": "这一条没有失败，不用再发。刷新这一页看看。",
    "message_is_of_another_day": "这一条是以前那天的提醒，过了时候。事情还在的，下一个工作日早上会再提醒。",
}
