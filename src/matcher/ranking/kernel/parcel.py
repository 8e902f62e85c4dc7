"""Many arrays handed to a loop as one. Importing this module imports numba.

Python hands over each array of a call by itself, which takes a fifth of a microsecond: for dozens of arrays that stay
the same from person to person as long as a tenth of the work. A parcel is a table of where arrays lie and how long they
are; a loop opens what it needs.
"""

# ruff: noqa: ANN001, ANN201, ANN202
# mypy: allow-untyped-defs, allow-untyped-calls

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from llvmlite import ir
from numba.core import types
from numba.extending import intrinsic
from numba.np.arrayobj import populate_array
from numpy.typing import NDArray

_intrinsic: Any = intrinsic


class Parcel:
    """Arrays in the order of their numbers, which it keeps alive.

    Parameters
    ----------
    arrays : sequence of array
    kinds : sequence of str
        What the numbers of each are, as numpy names it.

    Attributes
    ----------
    arrays : list of array
        Without a shape.
    table : array of int64, shape (n_arrays, 2)
        Where each lies and how many numbers it holds.
    """

    def __init__(self, arrays: Sequence[NDArray[Any]], kinds: Sequence[str]) -> None:
        self.arrays = [np.ascontiguousarray(a, kind).ravel() for a, kind in zip(arrays, kinds, strict=True)]
        self.table = np.array([(array.ctypes.data, array.size) for array in self.arrays], np.int64)


@_intrinsic
def opened(typing, table, number, kind):
    """Return an array of a parcel, given its table; ``kind`` is what the array's numbers are."""
    array = types.Array(kind.dtype, 1, "C")

    def made(context, builder, signature, values):
        rows = context.make_array(signature.args[0])(context, builder, values[0]).data
        place = context.cast(builder, values[1], signature.args[1], types.intp)
        two = ir.Constant(place.type, 2)
        row = builder.gep(rows, [builder.mul(place, two)])
        data, size = builder.load(row), builder.load(builder.gep(row, [ir.Constant(place.type, 1)]))
        found = context.make_array(array)(context, builder)
        width = ir.Constant(place.type, context.get_abi_sizeof(context.get_data_type(kind.dtype)))
        data = builder.inttoptr(data, found.data.type)
        populate_array(found, data=data, shape=[size], strides=[width], itemsize=width, meminfo=None)
        return found._getvalue()

    return array(table, number, kind), made
