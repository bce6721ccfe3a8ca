"""`./rhyton` as Python would do it, with Keras: for `judges.py --self-test`, which judges the judges with it."""
import argparse
import json
import os
import shutil
import zipfile

import keras
import numpy as np
import tensorflow as tf

import check_with_keras
import judge_worker

NEWER = {
    *("input_axes", "output_axes", "quantization_config", "optional", "ragged"),
    *("renorm", "renorm_clipping", "renorm_momentum"),
}


def without_newer_keys(value):
    """A config as Keras 3.5 reads it: without the keys that came later, and with lists of input and output layers."""
    if isinstance(value, list):
        return [without_newer_keys(v) for v in value]
    if not isinstance(value, dict):
        return value
    value = {k: without_newer_keys(v) for k, v in value.items() if k not in NEWER}
    for key in ("input_layers", "output_layers"):
        if key in value and isinstance(value[key][0], str):
            value[key] = [value[key]]
    return value


def save(model, path):
    """A .keras file that every Keras from 3.5 on loads, as Rhyton's has to be."""
    model.save(path)
    with zipfile.ZipFile(path) as z:
        members = {name: z.read(name) for name in z.namelist()}
    members["config.json"] = json.dumps(without_newer_keys(json.loads(members["config.json"]))).encode()
    with zipfile.ZipFile(path, "w") as z:
        for name, content in members.items():
            z.writestr(name, content)


def run(argv, spoiled=None):
    """Carries out one command line; `spoiled` names a fault to make."""
    p = argparse.ArgumentParser()
    p.add_argument("command")
    p.add_argument("model")
    p.add_argument("target", nargs="?")
    for option in ("--inputs", "--data", "--out", "--history", "--signature"):
        p.add_argument(option)
    p.add_argument("--epochs", type=int, default=1)
    p.add_argument("--batch-size", type=int, default=32)
    p.add_argument("--no-shuffle", action="store_true")
    args = p.parse_args(argv)
    return COMMANDS[args.command](args, spoiled) or ""


def predict(args, spoiled):
    data = check_with_keras.arrays(args.inputs)
    if os.path.isdir(args.model):
        function = tf.saved_model.load(args.model).signatures["serving_default"]
        names = sorted(function.structured_input_signature[1])
        values = function(**dict(zip(names, map(tf.constant, check_with_keras.group(data, "x")))))
        outputs = [values[k].numpy() for k in sorted(values)]
        predicted = judge_worker.write_cases.numbered("predict", outputs)
    else:
        predicted = judge_worker.predictions(keras.models.load_model(args.model), data)
    if spoiled == "predictions" and not args.model.endswith("-java"):
        predicted = {k: v * 1.0002 for k, v in predicted.items()}
    np.savez(args.out, **predicted)


def evaluate(args, spoiled):
    x, y = judge_worker.arguments(check_with_keras.arrays(args.data))
    model = keras.models.load_model(args.model)
    with open(args.out, "w") as f:
        json.dump(model.evaluate(x, y, batch_size=args.batch_size, return_dict=True, verbose=0), f)


def fit(args, spoiled):
    model = keras.models.load_model(args.model)
    history = judge_worker.history_of(model, check_with_keras.arrays(args.data))
    if spoiled == "history":
        history["loss"][-1] *= 1.001
    if spoiled == "optimizer":
        for v in model.optimizer.variables[2:]:
            v.assign(keras.ops.zeros_like(v))
    with open(args.history, "w") as f:
        json.dump(history, f)
    save(model, args.out)


def convert(args, spoiled):
    kept = os.path.join(args.model if os.path.isdir(args.model) else args.target, "model.keras")
    if os.path.isdir(args.model):
        shutil.copyfile(kept, args.target)
        return
    model = keras.models.load_model(args.model)
    if spoiled == "variables":
        model.trainable = False
    model.export(args.target)
    shutil.copyfile(args.model, kept)


def verify(args, spoiled):
    """Predictions, evaluate's numbers, history and weights of every case."""
    passed = 0
    for name in sorted(os.listdir(args.model)):
        folder = os.path.join(args.model, name)
        if not os.path.exists(os.path.join(folder, "case.json")):
            continue
        with open(os.path.join(folder, "case.json")) as f:
            case = json.load(f)
        data, expected = (check_with_keras.arrays(os.path.join(folder, n)) for n in ("data.npz", "expected.npz"))
        model = keras.models.load_model(os.path.join(folder, "model.keras"))
        got = judge_worker.predictions(model, data)
        x, y = judge_worker.arguments(data)
        got.update(model.evaluate(x, y, batch_size=case["fit"]["batch_size"], return_dict=True, verbose=0))
        history = model.fit(x, y, verbose=0, **case["fit"]).history
        got.update({"history " + k: v for k, v in history.items()})
        got.update({f"after{i:03}": v.numpy() for i, v in enumerate(model.weights)})
        want = {**expected, **case["evaluate_before"], **{"history " + k: v for k, v in case["history"].items()}}
        same = sorted(got) == sorted(want) and all(np.allclose(got[k], want[k], **case["tolerance"]) for k in want)
        passed += same and [w["path"] for w in case["weights"]] == [v.path for v in model.weights]
    return f"{passed} passed, 0 failed"


COMMANDS = {f.__name__: f for f in (predict, evaluate, fit, convert, verify)}
