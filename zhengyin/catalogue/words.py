"""What the screens say of this room's codes."""

WORDS: dict[str, str] = {
    "list_changed_without_new_version": "“{about}”的内容变了，版本号没有变。公布过的不能改，请写新的版本号。",
    "list_version_not_later": "“{about}”新版本的生效日期，要晚于上一版。",
}
