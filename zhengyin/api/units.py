"""The classes of units that demand certificates: the words `unit` takes."""

from ninja import Router

from zhengyin.api.asking import Request, failures
from zhengyin.api.shapes import UnitClasses
from zhengyin.api.standing import Coded
from zhengyin.regions.queries import unit_classes

router = Router(tags=["单位"])


@router.get(
    "", url_name="api-unit-classes", operation_id="unit_classes", summary="要证明的单位分几类",
    response={200: UnitClasses, **failures()},
)  # fmt: skip
def classes(request: Request) -> UnitClasses:
    """问“能不能开”时，unit 填这里的代码。"""
    return UnitClasses(classes=[Coded(code=one.key, words=one.name) for one in unit_classes()])
