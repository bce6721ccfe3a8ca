"""The part of judges.py that needs Keras: a process that takes one command a line from stdin, as JSON, and answers in
one line. So that two Keras versions are imported once each, and judged by the same code."""
import contextlib
import io
import json
import os
import sys
import traceback

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
import keras  # noqa: E402
import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402

import check_with_keras  # noqa: E402
import judge_models  # noqa: E402
import write_cases  # noqa: E402
from check_with_keras import arrays, flat, group, like  # noqa: E402

FIT = {"epochs": 2, "batch_size": judge_models.BATCH_SIZE, "shuffle": False, "verbose": 0}


def arguments(data):
    """Inputs and targets as `fit` takes them."""
    return tuple(v[0] if len(v) == 1 else v for v in (group(data, "x"), group(data, "y")))


def history_of(model, data):
    return {k: [float(n) for n in v] for k, v in model.fit(*arguments(data), **FIT).history.items()}


def predictions(model, data):
    outputs = flat(model.predict(arguments(data)[0], batch_size=judge_models.BATCH_SIZE, verbose=0))
    return write_cases.numbered("predict", outputs)


def state(model):
    """All weights and all variables of the optimizer, in their order."""
    values = {f"weight{i:03} {v.path}": v for i, v in enumerate(model.weights)}
    values.update({f"optimizer{i:03} {v.path}": v for i, v in enumerate(model.optimizer.variables)})
    return {k.replace("/", "."): np.asarray(v) for k, v in values.items()}


# ---- commands ------------------------------------------------------------------------------------------------------
def make(name, folder):
    """Writes a model, its data, and what Python computes: fresh, trained, and trained on from the trained file."""
    path = lambda suffix: os.path.join(folder, name + suffix)
    data = judge_models.data_of(name)
    np.savez(path(".data.npz"), **data)
    np.savez(path(".inputs.npz"), **{k: v for k, v in data.items() if k.startswith("x")})
    model = judge_models.MODELS[name]()
    model.optimizer.build(model.trainable_variables)
    model.save(path(".keras"))
    model.export(path("-export"))
    model = keras.models.load_model(path(".keras"))
    np.savez(path(".fresh.npz"), **predictions(model, data))
    facts = {
        "inputs": [t.name for t in model.inputs],
        "trainable": len(model.trainable_weights),
        "evaluate": model.evaluate(*arguments(data), batch_size=FIT["batch_size"], return_dict=True, verbose=0),
    }
    model = keras.models.load_model(path(".keras"))
    facts["history"] = history_of(model, data)
    np.savez(path(".trained-state.npz"), **state(model))
    model.save(path(".trained.keras"))
    model = keras.models.load_model(path(".trained.keras"))
    facts["history_on"] = history_of(model, data)
    np.savez(path(".trained-on.npz"), **predictions(model, data))
    np.savez(path(".trained-on-state.npz"), **state(model))
    return facts


def check(*argv):
    """check_with_keras.py in this process: its lines if it finds a difference, else none."""
    check_with_keras.problems.clear()
    text = io.StringIO()
    sys.argv = ["check_with_keras.py", *argv]
    with contextlib.redirect_stdout(text):
        code = check_with_keras.main()
    return [line for line in text.getvalue().splitlines() if not line.startswith("FAILED")] if code else []


def check_state(file, expected, rtol):
    """Does a file restore these weights and this optimizer?"""
    got, want = state(keras.models.load_model(file)), arrays(expected)
    if [k.split()[0] for k in got] != [k.split()[0] for k in want]:
        return [f"{len(got)} variables, expected {len(want)}: {sorted(set(got) ^ set(want))}"]
    problems = []
    for g, w in zip(got, want):
        a, b = got[g], want[w]
        if a.shape != b.shape:
            problems.append(f"{g}: shape {a.shape}, expected {b.shape} ({w})")
        elif a.dtype.kind in "iu" and not np.array_equal(a, b):
            problems.append(f"{g}: {a}, expected {b}")
        else:
            difference = np.max(np.abs(a.astype("float64") - b), initial=0)
            largest = np.max(np.abs(b), initial=0)
            if difference > rtol * max(largest, 1e-10):
                problems.append(f"{g}: differs by {difference:.2g}, the largest value is {largest:.2g}")
    return problems


def check_fine_tuning(folder, file, inputs):
    """Are the variables of a SavedModel those of the model, in its order, and does a gradient reach each of them?"""
    loaded, model = tf.saved_model.load(folder), keras.models.load_model(file)
    problems = []
    for title, got, want in (
        ("variables", [v for v in loaded.variables if v.dtype.is_floating], model.weights),  # no state of a seed
        ("trainable_variables", loaded.trainable_variables, model.trainable_weights),
    ):
        if len(got) != len(want):
            problems.append(f"{len(got)} {title}, expected {len(want)}")
        elif not all(np.allclose(g, w, rtol=1e-6) for g, w in zip(got, want)):
            problems.append(f"{title} are not those of the model, or not in its order")
    function = loaded.signatures["serving_default"]
    specs = function.structured_input_signature[1]
    x = {k: tf.constant(v, specs[k].dtype) for k, v in arrays(inputs).items()}
    losses = []
    for _ in range(5):
        with tf.GradientTape() as tape:
            outputs = tf.nest.flatten(function(**x))
            loss = tf.add_n([tf.reduce_mean(tf.square(y - 0.3)) for y in outputs])
        gradients = tape.gradient(loss, loaded.trainable_variables)
        missing = [v.name for v, g in zip(loaded.trainable_variables, gradients) if g is None]
        if missing:
            return problems + [f"no gradient reaches {missing}"]
        for v, g in zip(loaded.trainable_variables, gradients):
            v.assign_sub(0.02 * tf.convert_to_tensor(g))
        losses.append(float(loss))
    if not all(b < a for a, b in zip(losses, losses[1:])):
        problems.append(f"training it with a GradientTape does not lower the loss: {losses}")
    return problems


def cases(folder, names):
    """write_cases.py for some of the models."""
    text = io.StringIO()
    for name in names:
        np.savez(os.path.join(folder, name + ".npz"), **judge_models.data_of(name))
        more = ["--data", os.path.join(folder, name + ".npz"), "--batch-size", str(FIT["batch_size"])]
        sys.argv = ["write_cases.py", folder, f"{judge_models.__file__}:{name}", *more]
        with contextlib.redirect_stdout(text):
            write_cases.main()
    return text.getvalue()


def versions():
    return {"keras": keras.__version__, "tensorflow": tf.__version__}


def self_test_cli(argv, spoiled):
    import judge_self_test

    return judge_self_test.run(argv, spoiled)


COMMANDS = {f.__name__: f for f in (make, check, check_state, check_fine_tuning, cases, versions, self_test_cli)}


def main():
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # whatever prints to stdout does not get between the answers
    tf.get_logger().setLevel("ERROR")
    for line in sys.stdin:
        command, args = json.loads(line)
        try:
            answer = {"result": COMMANDS[command](*args)}
        except (Exception, SystemExit) as e:
            traceback.print_exc()
            answer = {"error": f"{type(e).__name__}: {e}"}
        print(json.dumps(answer), file=answers, flush=True)


if __name__ == "__main__":
    main()
