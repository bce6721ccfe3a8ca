"""Writes the files of this folder with NumPy: what NpyTest reads, and compares with what it writes."""

import io
import zipfile

import numpy as np

NUMBERS = "b1 i1 i2 i4 i8 u1 u2 u4 u8 f2 f4 f8 c8 c16".split()


def numbers(descr):
    x = np.arange(6).reshape(2, 3)
    if "b1" in descr:
        return (x % 2).astype(bool)
    return (x + 1j * (x + 1) if "c" in descr else x).astype(descr)


def words(descr):
    return np.array([["", "é0", "a"], ["𝄞b", "c d", "longer"]]).astype(descr)


plain = {d: numbers("<" + d) for d in NUMBERS}
plain["U"] = words("<U")
plain["scalar"] = np.float32(7)
plain["scalar_word"] = np.array("word")
plain["nothing"] = np.zeros((0, 3), "<f4")
plain["line"] = np.arange(4, dtype="<i4")
np.savez("plain.npz", **plain)
np.savez_compressed("deflated.npz", **plain)

other = {}
for d in NUMBERS:
    other["big_" + d] = numbers(">" + d)
    other["fortran_" + d] = np.asfortranarray(numbers("<" + d))
    other["both_" + d] = np.asfortranarray(numbers(">" + d))
other["big_U"] = words(">U")
other["fortran_U"] = np.asfortranarray(words("<U"))
other["S"] = np.array([[b"", b"x0", b"a"], [b"\xff\xfe", b"c d", b"longer"]])
other["fortran_rank_3"] = np.asfortranarray(np.arange(24, dtype="<i4").reshape(2, 3, 4))
np.savez_compressed("orders.npz", **other)

for version in (1, 2, 3):
    with open(f"version_{version}.npy", "wb") as file:
        np.lib.format.write_array(file, np.arange(3, dtype="<i8"), version=(version, 0))

with open("python_2.npy", "wb") as file:
    text = b"{'descr': '<i4', 'fortran_order': False, 'shape': (2L, 1L), }"
    text += b" " * (63 - (10 + len(text)) % 64) + b"\n"
    file.write(b"\x93NUMPY\x01\x00" + len(text).to_bytes(2, "little") + text)
    file.write(np.arange(2, dtype="<i4").tobytes())

# A member that declares 4 TiB, of which six values are there.
lie = io.BytesIO()
np.lib.format.write_array_header_1_0(
    lie, {"descr": "<f4", "fortran_order": False, "shape": (1 << 20, 1 << 20)}
)
with zipfile.ZipFile("lies.npz", "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("x.npy", lie.getvalue() + bytes(24))
    archive.writestr("notes.txt", "no array")
