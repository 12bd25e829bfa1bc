"""What the screens say of this room's codes."""

WORDS: dict[str, str] = {
    "enquiry_asked": "等部门答复",
    "enquiry_answered": "部门已答复",
    "ask_department": "提问",
    "answer_enquiry": "答复提问",
    "enquiry_item_unknown": "请选是哪一项。",
    "enquiry_words_missing": "请写明要问什么。",
    "enquiry_names_somebody": "不要写身份证号码和手机号：问题和答复各村（社区）都看得到。",
    "enquiry_answer_missing": "请写明答复。",
    "enquiry_answerer_missing": "请写明谁答复的。",
    "enquiry_answer_day_wrong": "答复日期要在{about}（提问那天）到今天之间。",
    "contact_department_missing": "请填写联系部门。",
    "contact_telephone_is_no_office_line": "请填办公电话，例如 0943-3221956；不要填个人手机号。",
}
