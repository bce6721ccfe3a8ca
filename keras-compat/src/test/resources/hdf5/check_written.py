"""Checks with h5py the file that H5WriterPythonTest writes."""

import sys

import h5py
import numpy as np


def check_types(f):
    for name, dtype in {t: t.lower() for t in f["types"]}.items():
        data = f["types/" + name]
        assert data.shape == (2, 3) and data.chunks is None, name
        if name == "BFLOAT16":
            assert data.dtype == np.dtype("V2") and data.attrs["dtype"] == "bfloat16"
            expected = np.arange(12, dtype="uint8")
        elif name == "BOOL":
            assert data.dtype == np.dtype(bool)
            expected = np.arange(6, dtype="uint8") % 2
        else:
            assert data.dtype == np.dtype(dtype), name
            expected = np.arange(6 * data.dtype.itemsize, dtype="uint8")
        assert data[()].tobytes() == expected.tobytes(), name
    assert len(f["types"]) == 13


def check_groups(f):
    for count in (1, 8, 9, 256, 257, 300, 5000, 8193):
        group = f[f"many{count}"]
        assert len(group) == count
        assert list(group) == sorted(str(i) for i in range(count))
        for i in range(0, count, 1 if count <= 300 else 41):
            assert group[str(i)][()] == i
        assert "none" not in group and "" not in group and "99999" not in group
    assert f["scalar"][()] == np.float32(1.5) and f["scalar"].shape == ()
    assert f["nothing"].shape == (0, 3) and f["nothing"][()].size == 0
    assert len(f["größe/😀"]) == 0


def check_attributes(attrs):
    assert attrs["name"] == "größe"
    assert attrs["empty"] == ""
    assert list(attrs["texts"]) == ["a", "", "ü"]
    assert attrs["no texts"].shape == (0,)
    assert attrs["numbers"].dtype == np.float64 and list(attrs["numbers"]) == [1, 2.5]
    assert attrs["whole"].dtype == np.int64 and list(attrs["whole"]) == [-1, 1 << 40]
    assert attrs["no numbers"].shape == (0,)
    assert attrs["größe"] == "x"
    assert attrs["64 KiB and more"] == "x" * 100_000
    assert attrs["megabytes"] == "y" * 5_000_000
    assert list(attrs["layer_names"]) == [f"layer_{i}" for i in range(4000)]
    for i in range(100):
        assert attrs[f"number {i}"] == f"value {i}"
    assert len(attrs) == 111


def check(f):
    check_types(f)
    check_groups(f)
    for path in ("/", "vars", "scalar"):
        check_attributes(f[path].attrs)


if __name__ == "__main__":
    with h5py.File(sys.argv[1], "r") as f:
        check(f)
    with h5py.File(sys.argv[1], "r+") as f:
        check(f)
        f["many5000/added"] = np.int32(1)
        f["vars"].attrs["added"] = "added"
        f["new/group"] = np.arange(3)
    with h5py.File(sys.argv[1], "r+") as f:
        assert f["many5000/added"][()] == 1 and f["vars"].attrs["added"] == "added"
        del f["vars"].attrs["added"], f["many5000/added"], f["new"]
        check(f)
        f["many5000/added"] = np.int32(1)
        f["vars"].attrs["added"] = "added"
    print("as written")
