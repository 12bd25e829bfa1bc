"""What the screens say of this room's codes."""

WORDS: dict[str, str] = {
    "book_open_already": "这一册已经登记到第{about}号，不能再补启用行。",
    "paper_number_missing": "请填纸质登记簿截止的编号，至少是1。",
    "scan_missing": "请上传纸质登记簿最后一页的照片。",
    "no_such_line": "登记簿里没有这一行，请核对编号。",
    "nothing_to_erase": "这一行没有个人信息，或者已经删掉了。",
    "reason_missing": "请写明原因。",
    "year_closed": "{about}年的登记簿已经归档，不能再登记；请记在今年的登记簿里，写明是哪一年哪一号。",
}
