"""The scan's inner loops: a small interface, a plain form, and loops that numba compiles."""
