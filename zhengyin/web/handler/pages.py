"""拍对方的表: the pages as the camera took them; straightening is done when they are taken in."""

from zhengyin.certificates.brought import MOST_PAGES
from zhengyin.documents.uploads import Checked
from zhengyin.shared.refusal import Refused
from zhengyin.web.forms import PlainForm
from zhengyin.web.photos import PhotosField
from zhengyin.web.words import sentences

OF_THE_PICTURES = ("page_blank", "pages_too_many", "page_not_taken")


class PagesForm(PlainForm):
    """Front and back, several at once or one after the other."""

    shot = PhotosField(label="用手机拍", most=MOST_PAGES, from_camera=True)
    chosen = PhotosField(label="或者选照片", most=MOST_PAGES)
    prefix = "page"

    @property
    def pictures(self) -> tuple[Checked, ...]:
        """What was photographed and what was chosen, in this order."""
        said = self.cleaned_data
        return (*said["shot"], *said["chosen"])

    def take(self, refused: Refused) -> Refused | None:
        """Put what is wrong with the pictures at their box; return what is wrong besides."""
        box = "chosen" if self.cleaned_data["chosen"] and not self.cleaned_data["shot"] else "shot"
        own = [refusal for refusal in refused.refusals if refusal.code in OF_THE_PICTURES]
        for words in sentences(own):
            self.add_error(box, words)
        others = [refusal for refusal in refused.refusals if refusal.code not in OF_THE_PICTURES]
        return Refused(others) if others else None
