"""The dataset of a county, read from the database."""

from datetime import date

from zhengyin.catalogue.dataset import Dataset, Facts, dataset_of
from zhengyin.catalogue.history import history
from zhengyin.catalogue.queries import lists_in, rules_in
from zhengyin.regions.queries import is_demonstration, place, remembering, unit_classes


def published(county_code: str, day: date) -> Dataset:
    """What is published of a county's lists on a day; nine statements at most, however long they are.

    Raises County.DoesNotExist or Division.DoesNotExist for a place no pack was loaded for.
    """
    with remembering():
        return dataset_of(
            Facts(
                county=place(county_code).name,
                lists=lists_in(county_code, day),
                rules=rules_in(county_code, day),
                versions=history(county_code),
                units={one.key: one.name for one in unit_classes()},
                demonstration=is_demonstration(),
            )
        )
