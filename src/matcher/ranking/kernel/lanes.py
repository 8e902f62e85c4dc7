"""Many neighbours at once, and memory asked for ahead. Importing this module imports numba.

Of 32 numbers in a row, whether each is at least something, and which is the greatest: one or two steps of a processor,
which compilers do not find in a loop that says the same. Whoever asks sees to it that there are as many from the place
on. On a processor without such steps the compiler spells them out.
"""

# ruff: noqa: ANN001, ANN201, ANN202
# mypy: allow-untyped-defs, allow-untyped-calls

from __future__ import annotations

from typing import Any

from llvmlite import ir
from numba.core import cgutils, types
from numba.extending import intrinsic

LANES = 32
"""Numbers at once."""
_intrinsic: Any = intrinsic


def _vector(context, builder, kinds, values, n):
    """Load n numbers of an array from a place on."""
    data = context.make_array(kinds[0])(context, builder, values[0]).data
    kind = ir.VectorType(data.type.pointee, n)
    place = context.cast(builder, values[1], kinds[1], types.intp)
    loaded = builder.load(builder.bitcast(builder.gep(data, [place]), ir.PointerType(kind)))
    loaded.align = data.type.pointee.width // 8
    return loaded


def _each(context, builder, kind, value, lanes):
    """Return a number in every lane, of the same kind as the others."""
    number = context.cast(builder, value, kind, types.int64)
    bits = lanes.type.element
    number = builder.trunc(number, bits) if bits.width < 64 else number
    nothing, one = ir.Constant(lanes.type, ir.Undefined), ir.IntType(32)
    first = builder.insert_element(nothing, number, ir.Constant(one, 0))
    return builder.shuffle_vector(first, nothing, ir.Constant(ir.VectorType(one, lanes.type.count), None))


@_intrinsic
def at_least(typing, array, place, least):
    """Return a bit for each of 32 numbers from a place on: whether it is at least ``least``."""

    def made(context, builder, signature, values):
        lanes = _vector(context, builder, signature.args, values, LANES)
        found = builder.icmp_signed(">=", lanes, _each(context, builder, signature.args[2], values[2], lanes))
        return builder.bitcast(found, ir.IntType(LANES))

    return types.uint32(array, place, least), made


@_intrinsic
def at_least_with(typing, array, index, table, place, least):
    """Return a bit for each of 32 numbers from a place on: whether it and what is at its index come to ``least``.

    The table is of 32 bits, the index of numbers that are not negative.
    """

    def made(context, builder, signature, values):
        kinds, number = signature.args, ir.IntType(32)
        lanes = _vector(context, builder, (kinds[0], kinds[3]), (values[0], values[3]), LANES)
        which = _vector(context, builder, (kinds[1], kinds[3]), (values[1], values[3]), LANES)
        data = context.make_array(kinds[2])(context, builder, values[2]).data
        wide = ir.VectorType(number, LANES)
        more = ir.Constant(wide, ir.Undefined)
        for lane in range(LANES):
            at = builder.zext(builder.extract_element(which, ir.Constant(number, lane)), ir.IntType(64))
            more = builder.insert_element(more, builder.load(builder.gep(data, [at])), ir.Constant(number, lane))
        total = builder.add(builder.sext(lanes, wide), more)
        return builder.bitcast(
            builder.icmp_signed(">=", total, _each(context, builder, kinds[4], values[4], total)), ir.IntType(LANES)
        )

    return types.uint32(array, index, table, place, least), made


@_intrinsic
def come_to(typing, array, needed, place, more):
    """Return a bit for each of 32 numbers from a place on: whether it and ``more`` come to what is needed there.

    What is needed is of 32 bits.
    """

    def made(context, builder, signature, values):
        kinds = signature.args
        lanes = _vector(context, builder, (kinds[0], kinds[2]), (values[0], values[2]), LANES)
        least = _vector(context, builder, (kinds[1], kinds[2]), (values[1], values[2]), LANES)
        if lanes.type != least.type:
            lanes = builder.sext(lanes, least.type)
        total = builder.add(lanes, _each(context, builder, kinds[3], values[3], least))
        return builder.bitcast(builder.icmp_signed(">=", total, least), ir.IntType(LANES))

    return types.uint32(array, needed, place, more), made


@_intrinsic
def with_bit(typing, array, place, bit):
    """Return a bit for each of 32 numbers of 64 bits from a place on: whether one of its bits is set."""

    def made(context, builder, signature, values):
        lanes = _vector(context, builder, signature.args, values, LANES)
        place = context.cast(builder, values[2], signature.args[2], types.int64)
        mask = builder.shl(ir.Constant(ir.IntType(64), 1), place)
        found = builder.and_(lanes, _each(context, builder, types.int64, mask, lanes))
        return builder.bitcast(builder.icmp_unsigned("!=", found, ir.Constant(lanes.type, None)), ir.IntType(LANES))

    return types.uint32(array, place, bit), made


@_intrinsic
def equal(typing, array, place, value):
    """Return a bit for each of 64 numbers from a place on: whether it is ``value``."""

    def made(context, builder, signature, values):
        lanes = _vector(context, builder, signature.args, values, 2 * LANES)
        found = builder.icmp_signed("==", lanes, _each(context, builder, signature.args[2], values[2], lanes))
        return builder.bitcast(found, ir.IntType(2 * LANES))

    return types.uint64(array, place, value), made


@_intrinsic
def greatest(typing, array, place):
    """Return the greatest of 32 numbers from a place on."""

    def made(context, builder, signature, values):
        lanes = _vector(context, builder, signature.args, values, LANES)
        kind, bits = lanes.type, lanes.type.element
        name = f"llvm.vector.reduce.smax.v{LANES}i{bits.width}"
        return builder.call(
            cgutils.get_or_insert_function(builder.module, ir.FunctionType(bits, [kind]), name), [lanes]
        )

    return array.dtype(array, place), made


@_intrinsic
def lowest(typing, bits):
    """Return the place of the lowest bit that is set; one is."""

    def made(context, builder, signature, values):
        found = builder.cttz(values[0], ir.Constant(ir.IntType(1), 1))
        return builder.zext(found, ir.IntType(64)) if found.type.width < 64 else found

    return types.int64(bits), made


@_intrinsic
def touch(typing, array, place):
    """Ask for the memory at a place of an array, which need not exist, and do not wait for it."""

    def made(context, builder, signature, values):
        data = context.make_array(signature.args[0])(context, builder, values[0]).data
        place = context.cast(builder, values[1], signature.args[1], types.intp)
        byte, number = ir.IntType(8).as_pointer(), ir.IntType(32)
        at = builder.bitcast(builder.gep(data, [place]), byte)
        kind = ir.FunctionType(ir.VoidType(), [byte, number, number, number])
        ask = builder.module.declare_intrinsic("llvm.prefetch", [byte], kind)
        builder.call(ask, [at, *(ir.Constant(number, choice) for choice in (0, 3, 1))])
        return context.get_dummy_value()

    return types.void(array, place), made
