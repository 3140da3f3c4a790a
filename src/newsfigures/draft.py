"""Frozen values that are filled as quickly as plain ones, for what is made thousands of times a megabyte."""

from typing import TypeVar, cast

import attrs

T = TypeVar("T")


def draft(kind: type[T]) -> type[T]:
    """Return what builds values of a frozen class from keywords, in half the time that the class takes itself.

    Filling the slot of a frozen value is a call; here plain slots of the same layout are filled, and the object then
    becomes one of its class. The class must have slots, none of them for weak references, and neither converters nor
    validators.

    >>> @attrs.frozen(weakref_slot=False)
    ... class Point:
    ...     x: int
    ...     y: int = 0
    >>> draft(Point)(x=1) == Point(1, 0)
    True
    """

    def become(self: object) -> None:
        self.__class__ = kind

    every = attrs.fields(cast("type[attrs.AttrsInstance]", kind))
    fields = {field.name: attrs.field(default=field.default) for field in every}
    made = attrs.make_class(
        kind.__name__, fields, class_body={"__attrs_post_init__": become},
        slots=True, weakref_slot=False, kw_only=True, eq=False, repr=False,
    )  # fmt: skip
    return cast("type[T]", made)
