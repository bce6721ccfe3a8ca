#!/usr/bin/env python3
"""Makes the subset of Fashion-MNIST that is part of the samples.

    fashion_subset.py FULL OUT

FULL is a folder with the four files of the whole data set (Keras keeps them in ~/.keras/datasets/fashion-mnist, Debian's
package dataset-fashion-mnist in /usr/share/datasets/fashion-mnist). OUT gets four files of the same names and the same format:
the first 1,000 images of each of the ten classes of the training set and the first 200 of each class of the test set,
in their original order. Needs only Python's standard library; the same input always gives the same bytes.
"""
import gzip
import io
import os
import struct
import sys

PIXELS = 28 * 28
PARTS = (("train", 1000), ("t10k", 200))


def read(path):
    with gzip.open(path) as f:
        return f.read()


def write(path, data):
    buffer = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=buffer, mtime=0) as f:
        f.write(data)
    with open(path, "wb") as f:
        f.write(buffer.getvalue())
    print(f"{path}: {len(buffer.getvalue()):,} bytes")


def first_of_each_class(labels, count):
    """Positions of the first `count` samples of every class, in the order of the file."""
    seen, chosen = {}, []
    for i, label in enumerate(labels):
        seen[label] = seen.get(label, 0) + 1
        if seen[label] <= count:
            chosen.append(i)
    return chosen


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__.strip())
    full, out = sys.argv[1:]
    os.makedirs(out, exist_ok=True)
    for part, count in PARTS:
        images_name, labels_name = f"{part}-images-idx3-ubyte.gz", f"{part}-labels-idx1-ubyte.gz"
        images = read(os.path.join(full, images_name))[16:]
        labels = read(os.path.join(full, labels_name))[8:]
        chosen = first_of_each_class(labels, count)
        pixels = b"".join(images[i * PIXELS:(i + 1) * PIXELS] for i in chosen)
        write(os.path.join(out, images_name), struct.pack(">4i", 0x803, len(chosen), 28, 28) + pixels)
        write(os.path.join(out, labels_name), struct.pack(">2i", 0x801, len(chosen)) + bytes(labels[i] for i in chosen))


if __name__ == "__main__":
    main()
