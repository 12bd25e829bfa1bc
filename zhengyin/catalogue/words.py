"""What the screens say of this room's codes."""

WORDS: dict[str, str] = {
    "list_changed_without_new_version": "“{about}”的内容变了，版本号没有变。公布过的不能改，请写新的版本号。",
    "list_decided_since": "“{about}”已经由本县（旗、区）的决定改过，不能再用规则包更新，请用决定来改。",
    "list_version_not_later": "“{about}”新版本的生效日期，要晚于上一版。",
    "decision_piece_missing": "决定的{about}还没有填。",
    "decision_not_scanned": "请附上决定的扫描件或者照片。",
    "decision_number_taken": "文号“{about}”已经登记过了。",
    "decision_days_backward": "日期对不上：合法性审核在前，印发不早于审核，施行不早于印发。",
    "decision_not_issued_yet": "印发日期还没有到，印发以后再公布。",
    "decision_over": "这份决定的有效期到{about}，已经过了。",
    "emergency_without_end": "应急事项要写明到哪一天为止。",
    "decision_before_version": "{about}起生效，这一次不能比它早。",
    "change_empty": "还没有说要新增、修改或者停止哪一项。",
    "entry_begins_that_day": "“{about}”就是这一天开始的，同一天不能再改，请另定一天。",
    "not_on_own_list": "“{about}”不在本县（旗、区）自己的清单里，这里不能停止。",
    "guide_unfilled": "办事指南还没有写全：{about}",
    "higher_list_forbids": "上级清单不允许：{about}。",
}
