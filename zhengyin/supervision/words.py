"""Refusals of this room as sentences that say what to do."""

WORDS: dict[str, str] = {
    "register": "登记簿",
    "case": "办理经过",
    "paper": "文件",
    "print": "打印登记簿",
    # the monthly signature
    "month_not_over": "{about}还没有过完，下个月1日起才能核对。",
    "month_without_lines": "{about}没有登记，不用核对。",
    "note_too_long": "要问的事最多写{about}个字，请写短一些。",
    # letters of access
    "letter_number_missing": "请填调阅函的编号。",
    "letter_without_unit": "请填是哪个单位的调阅函。",
    "letter_recorded_already": "“{about}”已经登记过，不用再登记。",
    "letter_needs_two_persons": "调阅要两个人，请选两个不同的人。",
    "letter_person_is_no_auditor": "调阅的人要先凭调阅函登记任职，请到“乡镇和部门”里登记。",
    "letter_for_oneself": "登记的人不能是调阅的人，请由本部门另一位登记。",
    "letter_without_committees": "请选调阅哪些村（社区）。",
    "letter_committee_elsewhere": "“{about}”不在本县（旗区），不能写进来。",
    "letter_without_books": "请选调阅哪几本登记簿。",
    "letter_period_reversed": "调阅的时间段，开始的日期要早于结束的日期。",
    "letter_over_before_it_begins": "有效期要晚于今天，也要晚于开始的那天，请核对。",
    "letter_ended_already": "这份调阅函已经提前结束了。",
    "letter_over": "这份调阅函的有效期已经过了，不用再结束。",
    "letter_end_without_reason": "请写明为什么提前结束。",
    "letter_not_yours": "这份调阅函不是给您的。",
    "letter_not_valid": "调阅函不在有效期里，要看请重新开具。",
    "letter_does_not_cover": "这一件不在调阅函写明的范围里。",
    "letter_without_papers": "调阅函没有写明可以看文件。",
}
