"""What may be handed to a statement as a parameter: the same on every store."""

from __future__ import annotations

from collections.abc import Mapping

from graphmou.errors import ParameterError
from graphmou.language import Text
from graphmou.store.protocol import Cell, Parameters

__all__ = ["checked_parameters"]

_WHOLE_NUMBERS = range(-(2**63), 2**63)


def checked_parameters(parameters: Parameters | None) -> dict[str, Cell]:
    """The parameters as they are.

    Raises:
        ParameterError: a value that no store can hold: a whole number beyond 63 bits, broken text, a date.
    """
    given = dict(parameters or {})
    for name, value in given.items():
        try:
            _check(name, value)
        except RecursionError as error:
            raise ParameterError(
                Text(f"parameter {name!r} is nested too deeply", f"พารามิเตอร์ {name!r} ซ้อนกันลึกเกินไป")
            ) from error
    return given


def _check(name: str, value: object) -> None:
    if isinstance(value, Mapping):
        for key, one in value.items():
            if not isinstance(key, str):
                raise ParameterError(
                    Text(
                        f"parameter {name!r}: the keys of a map are texts, not {key!r}",
                        f"พารามิเตอร์ {name!r}: คีย์ของแมปต้องเป็นข้อความ ไม่ใช่ {key!r}",
                    )
                )
            _check(name, key)
            _check(name, one)
    elif isinstance(value, list | tuple):
        for one in value:
            _check(name, one)
    elif isinstance(value, str):
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            raise ParameterError(
                Text(
                    f"parameter {name!r} holds text that is not valid Unicode",
                    f"พารามิเตอร์ {name!r} มีข้อความที่ไม่ใช่ Unicode ที่ถูกต้อง",
                )
            ) from error
    elif isinstance(value, int):
        if value not in _WHOLE_NUMBERS:
            raise ParameterError(
                Text(
                    f"parameter {name!r}: {value} is too large; whole numbers have 63 bits",
                    f"พารามิเตอร์ {name!r}: {value} มีค่ามากเกินไป จำนวนเต็มมีได้ 63 บิต",
                )
            )
    elif not (value is None or isinstance(value, float)):
        raise ParameterError(
            Text(
                f"parameter {name!r} is a {type(value).__name__}; expected text, a number, "
                "true or false, a list or a map",
                f"พารามิเตอร์ {name!r} เป็นชนิด {type(value).__name__} ต้องเป็นข้อความ จำนวน ค่าจริงเท็จ รายการ หรือแมป",
            ),
            hint=Text(
                "write a date as ISO text and use date($name) in the statement",
                "เขียนวันที่เป็นข้อความ ISO แล้วใช้ date($name) ในคำสั่ง",
            ),
        )
