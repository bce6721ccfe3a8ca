"""Writes the HDF5 files of this folder with h5py; run it here to make them anew."""

import h5py
import ml_dtypes
import numpy as np

TYPES = "float16 float32 float64 int8 int16 int32 int64 uint8 uint16 uint32 uint64".split()


def earliest():
    """What Keras writes: old-style groups, contiguous data, strings in the global heap."""
    with h5py.File("earliest.h5", "w") as f:
        for name in TYPES:
            f["types/" + name] = np.arange(6).reshape(2, 3).astype(name)
        f["types/bool"] = np.array([True, False, True])
        half = np.arange(6).reshape(2, 3).astype(ml_dtypes.bfloat16)
        f["types/bfloat16"] = half.view("V2")
        f["types/bfloat16"].attrs["dtype"] = "bfloat16"
        f["scalar"] = np.int64(-7)
        f["nothing"] = np.zeros((0, 3), "float32")
        f.create_group("layers/dense/vars").attrs["name"] = "größe"
        for i in range(300):
            f[f"many/{i}"] = np.int32(i)
        f.attrs["texts"] = ["a", "", "ü"]
        f.attrs["empty_texts"] = np.array([], "S1")
        f.attrs["empty_list"] = []
        f.attrs["null"] = h5py.Empty("f4")
        f.attrs["integers"] = np.array([1, -2, 3], "int64")
        f.attrs["number"] = 0.5
        f.attrs["flag"] = True
        f.attrs["fixed"] = np.array([b"ab", b"c"], "S4")
        f.attrs["large"] = "x" * 66_000


def latest():
    """The form of HDF5 1.10: headers, links and attributes in heaps, filters."""
    with h5py.File("latest.h5", "w", libver=("v110", "v110")) as f:
        for i in range(30):
            f[f"many/{i}"] = np.int32(i)
        few = f.create_group("few", track_order=True)
        few["b"] = np.float32(1)
        few["a"] = np.float32(2)
        for i in range(20):
            f.attrs[f"attribute {i}"] = f"value {i}"
        f.attrs["large"] = np.arange(8_200, dtype="int64")
        data = np.arange(300, dtype="int32").reshape(20, 15)
        options = dict(chunks=(7, 4), compression="gzip", shuffle=True, fletcher32=True)
        f.create_dataset("compressed", data=data, **options)
        f.create_dataset("chunked", data=data, chunks=(7, 4))
    with h5py.File("compressed.h5", "w") as f:
        f.create_dataset("compressed", data=data, **options)


def odd():
    """Forms that Keras does not write but that are sound."""
    with h5py.File("odd.h5", "w") as f:
        f["big_endian_float"] = np.array([1.5, -2.0], ">f4")
        f["big_endian_long"] = np.array([1, -2], ">i8")
        f["alias"] = f["big_endian_float"]
        compact = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
        compact.set_layout(h5py.h5d.COMPACT)
        space = h5py.h5s.create_simple((3,))
        made = h5py.h5d.create(f.id, b"compact", h5py.h5t.NATIVE_INT16, space, compact)
        made.write(space, space, np.array([1, 2, 3], "int16"))


def refused():
    """What must be refused."""
    with h5py.File("refused.h5", "w") as f:
        f["target/data"] = np.float32(1)
        f["soft"] = h5py.SoftLink("/target/data")
        f["external"] = h5py.ExternalLink("other.h5", "/target")
        f["cycle/again"] = f["/"]
        f["text"] = np.array([b"a", b"b"])
        f["records"] = np.zeros(2, [("x", "f4"), ("y", "i4")])
        f["opaque"] = np.zeros(2, "V2")
        f.create_dataset("unwritten", (4, 2), "float32")
        f.create_dataset("vast", (2**40,), "float64", chunks=(1024,))
        f.create_dataset("elsewhere", (4,), "float32", external=[("other.bin", 0, 16)])
    with h5py.File("virtual.h5", "w", libver=("v110", "v110")) as f:
        layout = h5py.VirtualLayout((4,), "float32")
        layout[:] = h5py.VirtualSource("other.h5", "data", (4,))
        f.create_virtual_dataset("virtual", layout)


if __name__ == "__main__":
    earliest()
    latest()
    odd()
    refused()
