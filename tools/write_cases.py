#!/usr/bin/env python3
"""Writes what a Keras model of yours computes in Python, for `./rhyton verify` to repeat in Java.

    write_cases.py DIR MODEL --data data.npz
    write_cases.py DIR my_model.py:build --data data.npz --epochs 1 --batch-size 64
    ./rhyton verify DIR

MODEL is a .keras file (or another that Keras loads), or FILE.py:FUNCTION, a function without arguments that
returns the model; compile it if training is to be compared. Every call adds one case, the folder DIR/NAME:

    model.keras     architecture, initial weights, compile settings
    data.npz        inputs, targets and sample weights, as given
    expected.npz    predictions of the untrained model, and all weights after training
    case.json       what was done, with evaluate's results, the history of fit, and the tolerance

Arrays of data.npz: inputs `x`, or `x0`, `x1`, ... in the order of the model's inputs (in the order of the sorted keys
where they are a dictionary); targets `y`, or `y0`, ...; maybe `sample_weight`, or `sample_weight0`, ...
Without targets, or with a model that is not compiled, only predictions are written.

Training has to be repeatable: random layers (Dropout, ...) need an integer `seed`, nothing is shuffled. The work is
done three times from the same file, the last time with initial weights changed in their last bits. Runs that differ
without that change are refused; the effect of the change, times ten, is the tolerance, at least 1e-5. Training
magnifies such differences, so a few steps (--epochs 1, a part of the data) make the sharper test.

Works with Keras 3.5 to 3.15 on TensorFlow.
"""
import argparse
import json
import os
import re
import runpy
import sys
import tempfile

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
import keras  # noqa: E402
import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402

tf.get_logger().setLevel("ERROR")
MIN_TOLERANCE = 1e-5
SOFT_TOLERANCE = 1e-3


def group(arrays, prefix):
    """The arrays prefix, or prefix0, prefix1, ... in order."""
    if prefix in arrays:
        return [arrays[prefix]]
    names = [k for k in arrays if re.fullmatch(prefix + r"\d+", k)]
    return [arrays[k] for k in sorted(names, key=lambda k: int(k[len(prefix):]))]


def numbered(prefix, values):
    """{prefix: value}, or {prefix0: ..., prefix1: ...} if there are several."""
    return {prefix: values[0]} if len(values) == 1 else {f"{prefix}{i}": v for i, v in enumerate(values)}


def flat(value):
    if isinstance(value, dict):
        return [v for k in sorted(value) for v in flat(value[k])]
    if isinstance(value, (list, tuple)):
        return [v for item in value for v in flat(item)]
    return [value]


def like(structure, values):
    """The values, a list, in the structure of a model's inputs or outputs."""
    if isinstance(structure, dict):
        return dict(zip(sorted(structure), values))
    return values[0] if len(values) == 1 else list(values)


def structure_of(model, name):
    """model.input or model.output where a model has them (a subclassed one need not)."""
    try:
        return getattr(model, name)
    except (AttributeError, ValueError):
        return None


def load_or_build(model):
    file, colon, function = model.rpartition(":")
    if colon and file.endswith(".py"):
        return runpy.run_path(file)[function]()
    return keras.models.load_model(model)


def as_array(value):
    value = keras.ops.convert_to_numpy(value)
    return value.astype("float32") if value.dtype.name == "bfloat16" else value


def results_of(path, data, args, change=0.0):
    """Predict, evaluate, fit on a freshly loaded model: the arrays, and the numbers for case.json."""
    model = keras.models.load_model(path)
    if change:
        rng = np.random.default_rng(0)
        for v in model.weights:
            if "float" in v.dtype:
                value = keras.ops.convert_to_numpy(v).astype("float64")
                v.assign(value * (1 + change * rng.choice([-1, 1], value.shape)))
    inputs, targets, weights = (group(data, k) for k in ("x", "y", "sample_weight"))
    if not inputs:
        sys.exit(f"{args.data}: no input `x` or `x0`, `x1`, ... Available: {sorted(data)}")
    x = like(structure_of(model, "input"), inputs)
    predicted = [as_array(v) for v in flat(model.predict(x, batch_size=args.batch_size, verbose=0))]
    arrays, numbers = numbered("predict", predicted), {}
    if targets and model.compiled and args.epochs:
        y = like(structure_of(model, "output"), targets)
        more = {"sample_weight": like(structure_of(model, "output"), weights)} if weights else {}
        fit = {"epochs": args.epochs, "batch_size": args.batch_size, "shuffle": False}
        if args.class_weight:
            fit["class_weight"] = json.loads(args.class_weight)
        evaluated = model.evaluate(x, y, batch_size=args.batch_size, return_dict=True, verbose=0, **more)
        numeric = {"class_weight": {int(k): v for k, v in fit["class_weight"].items()}} if args.class_weight else {}
        history = model.fit(x, y, verbose=0, **{**fit, **numeric}, **more).history
        numbers = {
            "fit": fit,
            "evaluate_before": {k: float(v) for k, v in sorted(evaluated.items())},
            "history": {k: [float(n) for n in v] for k, v in sorted(history.items())},
        }
        arrays.update({f"after{i:03}": as_array(v) for i, v in enumerate(model.weights)})
    return model, arrays, numbers


def all_values(arrays, numbers):
    """Every number that is compared, under a name that a message can use."""
    values = dict(arrays)
    for part in ("evaluate_before", "history"):
        values.update({f"{part} {k}": np.asarray(v) for k, v in numbers.get(part, {}).items()})
    return values


def difference(first, second):
    """The largest |a - b| / (1 + |b|), and where: the tolerance t that `|a - b| <= t + t * |b|` needs."""
    worst, where = 0.0, ""
    for name, a in first.items():
        if a.dtype.kind in "fc" and a.size:
            b = second[name]
            d = float(np.max(np.abs(a.astype("float64") - b) / (1 + np.abs(b.astype("float64")))))
            if d > worst:
                worst, where = d, name
    return worst, where


def write_case(folder, name, data, args):
    """Everything but model.keras, which is there. Returns a line for the user."""
    path = os.path.join(folder, "model.keras")
    model, arrays, numbers = results_of(path, data, args)
    again, where = difference(all_values(arrays, numbers), all_values(*results_of(path, data, args)[1:]))
    if again > MIN_TOLERANCE:
        sys.exit(
            f"{name}: two runs from the same file differ by {again:.1e} in {where}. "
            "Give every random layer an integer `seed`, or use --epochs 0."
        )
    noise, where = difference(all_values(*results_of(path, data, args, change=1e-7)[1:]), all_values(arrays, numbers))
    tolerance = args.tolerance or max(MIN_TOLERANCE, float(f"{10 * noise:.1e}"))
    if not args.tolerance and tolerance > SOFT_TOLERANCE:
        print(
            f"{name}: training magnifies rounding errors in {where}, so the tolerance is {tolerance:g}; "
            "fewer steps make a sharper test",
            file=sys.stderr,
        )

    np.savez_compressed(os.path.join(folder, "data.npz"), **data)
    np.savez_compressed(os.path.join(folder, "expected.npz"), **arrays)
    case = {
        "area": "user",
        "name": name,
        "note": args.note,
        "keras": keras.__version__,
        "tensorflow": tf.__version__,
        "predict": {"batch_size": args.batch_size},
        "tolerance": {"rtol": tolerance, "atol": tolerance},
        "inputs": len(group(data, "x")),
        "outputs": len(group(arrays, "predict")),
        "parameters": int(model.count_params()),
        "weights": [
            {"path": v.path, "shape": list(v.shape), "dtype": str(v.dtype), "trainable": bool(v.trainable)}
            for v in model.weights
        ],
        **numbers,
    }
    for key, side in (("input_names", "input"), ("output_names", "output")):
        if isinstance(structure_of(model, side), dict):
            case[key] = sorted(structure_of(model, side))
    with open(os.path.join(folder, "case.json"), "w") as f:
        json.dump(case, f, indent=1)
        f.write("\n")
    done = "predict, evaluate and fit" if numbers else "predict only"
    return f"{done}, {len(arrays)} arrays, tolerance {tolerance:g}"


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("dir", metavar="DIR", help="the folder that gets the case")
    p.add_argument("model", metavar="MODEL", help="a model file, or FILE.py:FUNCTION")
    p.add_argument("--data", required=True, metavar="NPZ", help="inputs and, for training, targets")
    p.add_argument("--name", help="name of the case (default: the model's name)")
    p.add_argument("--epochs", type=int, default=2, help="epochs of fit, 0: only predict (default 2)")
    p.add_argument("--batch-size", type=int, default=32, help="for all calls (default 32)")
    p.add_argument("--class-weight", metavar="JSON", help='for fit, e.g. {"0": 1.0, "1": 2.5}')
    p.add_argument("--tolerance", type=float, help="relative and absolute (default: measured)")
    p.add_argument("--note", default="", help="a text for case.json")
    args = p.parse_args()

    with np.load(args.data, allow_pickle=False) as f:
        data = {k: f[k] for k in f.files}
    model = load_or_build(args.model)
    if model.compiled and not model.optimizer.built:
        model.optimizer.build(model.trainable_variables)
    os.makedirs(args.dir, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=args.dir, prefix=".") as folder:
        model.save(os.path.join(folder, "model.keras"))
        text = write_case(folder, args.name or model.name, data, args)
        target = os.path.join(args.dir, args.name or model.name)
        os.makedirs(target, exist_ok=True)
        for file in os.listdir(folder):
            os.replace(os.path.join(folder, file), os.path.join(target, file))
    print(f"{target}: {text}")


if __name__ == "__main__":
    main()
