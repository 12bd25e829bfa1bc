"""The certificate of a name, the paper of a seal: shape of input only."""

from django import forms

from zhengyin.documents.tables import Unreadable, rows_of
from zhengyin.seals.roster import Roster, roster_of
from zhengyin.web.forms import PlainForm
from zhengyin.web.offices.fields import PhotoField, text_field


class NameForm(PlainForm):
    """What stands on the 统一社会信用代码证书."""

    legal_name = text_field(
        "证书上的机构名称", 120, help_text="一字不差地抄，以“村民委员会”或“居民委员会”结尾"
    )
    uscc = text_field("统一社会信用代码", 18, kind="w-idno", help_text="18位，以54开头")
    why_without = text_field(
        "名称里为什么没有本村的名字",
        200,
        required=False,
        help_text="名称里有本村（社区）名字的不填。没有的，先核对是不是别的村的证书",
    )
    photo = PhotoField(label="证书照片", help_text="拍清楚整张证书；JPG、PNG 或 PDF，不超过10 MB")

    def clean_legal_name(self) -> str:
        """No blanks slip in between."""
        return "".join(str(self.cleaned_data["legal_name"]).split())

    def clean_uscc(self) -> str:
        """Letters are written large."""
        return "".join(str(self.cleaned_data["uscc"]).split()).upper()


class RevokeForm(PlainForm):
    """Why nothing may be signed with a certificate any more."""

    reason = text_field("原因", 200, help_text="例如：印章报失、换发")


class RosterForm(PlainForm):
    """The roster of an election, as a table."""

    table = forms.FileField(
        label="换届名单",
        help_text="Excel 工作簿（.xlsx）或 CSV，不超过 2 MB；列名和样表一样",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={"empty": "这个文件是空的，请重新选一个。"},
    )

    def clean_table(self) -> Roster:
        """The committees of the file; what is wrong with it as a whole is said here."""
        try:
            found = roster_of(rows_of(self.cleaned_data["table"].read()))
        except Unreadable as error:
            raise forms.ValidationError(str(error), code="unreadable") from error
        if found.wrong:
            raise forms.ValidationError(list(found.wrong), code="no_roster")
        return found
