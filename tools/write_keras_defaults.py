"""Writes what Keras's classes look like when only their required arguments are given.

The contract tests compare the declarations in Java with it. Run once for a release of Keras:

    python tools/write_keras_defaults.py > keras-compat/src/test/resources/contract/keras_3.15.json

The result is a list of objects: `module`, `class_name`, `given` (the arguments that were passed)
and `config` (all of `get_config()`). Classes that cannot be made without data are left out.
Layers have `call`, too: shapes of `inputs` that they take, the shape of the `output`, and the
`weights`, each with its name, its shape and whether it is trainable.
"""

import inspect
import json
import os
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras  # noqa: E402

MODULES = [
    "layers",
    "losses",
    "metrics",
    "optimizers",
    "optimizers.schedules",
    "initializers",
    "regularizers",
    "constraints",
]

# Values for required arguments, by name; a class may need others of its own.
REQUIRED = {
    "activation": "relu",
    "axes": 1,
    "boundaries": [1, 2],
    "cropping": 1,
    "decay_rate": 0.5,
    "decay_steps": 10,
    "dims": (2, 1),
    "equation": "ab,bc->ac",
    "factor": 0.5,
    "filters": 4,
    "first_decay_steps": 10,
    "head_dim": 4,
    "height": 8,
    "height_factor": 0.5,
    "initial_learning_rate": 0.1,
    "input_dim": 5,
    "kernel_size": 3,
    "key_dim": 4,
    "learning_rate": 0.1,
    "max_number": 3,
    "max_value": 2,
    "n": 3,
    "num_bins": 4,
    "num_classes": 3,
    "num_heads": 2,
    "num_key_value_heads": 2,
    "num_query_heads": 2,
    "num_tokens": 4,
    "output_dim": 4,
    "output_shape": 4,
    "output_size": 2,
    "pool_size": 2,
    "precision": 0.5,
    "rate": 0.5,
    "recall": 0.5,
    "scale": 0.5,
    "sensitivity": 0.5,
    "specificity": 0.5,
    "stddev": 0.5,
    "target_class_ids": [0],
    "target_shape": (2, 3),
    "theta": 1.0,
    "units": 4,
    "values": [0.1, 0.2, 0.3],
    "width": 8,
    "width_factor": 0.5,
}

# Arguments without which a class refuses to be made, though they have defaults, or other values of
# required ones. The windows of STFT need SciPy.
ALSO = {
    "InputLayer": {"batch_shape": (None, 3)},
    "CategoryEncoding": {"num_tokens": 4},
    "Discretization": {"num_bins": 4},
    "RandomPosterization": {"factor": 3},
    "STFT": {"window": None},
    "STFTSpectrogram": {"window": None},
}

# Layers that are arguments of other layers; each call makes new ones.
INSIDE = {
    "Bidirectional": lambda: {"layer": keras.layers.LSTM(4)},
    "RNN": lambda: {"cell": keras.layers.LSTMCell(4)},
    "StackedRNNCells": lambda: {"cells": [keras.layers.LSTMCell(4), keras.layers.GRUCell(3)]},
    "TimeDistributed": lambda: {"layer": keras.layers.Dense(3)},
}


def arguments(cls, given):
    return INSIDE.get(cls.__name__, lambda: given)()


# Shapes that layers are called with: the first that a layer takes.
SHAPES = [(2, 6), (2, 32), (2, 6, 4), (2, 6, 4, 3), (2, 6, 4, 3, 2)]
MERGING = (
    "Add",
    "Average",
    "Concatenate",
    "Dot",
    "Maximum",
    "Minimum",
    "Multiply",
    "Subtract",
)


def call(cls, given):
    for shape in SHAPES:
        layer = cls(**arguments(cls, given))
        try:
            x = keras.ops.ones(shape)
            inputs = [x, x] if cls.__name__ in MERGING else [x]
            output = layer(inputs if len(inputs) > 1 else x)
            return {
                "inputs": [list(x.shape) for x in inputs],
                "output": list(output.shape),
                "weights": [[w.name, list(w.shape), w.trainable] for w in layer.weights],
            }
        except Exception:
            continue
    return None


def required(cls):
    if cls.__name__ in INSIDE:
        return keras.saving.serialize_keras_object(INSIDE[cls.__name__]())
    given = dict(ALSO.get(cls.__name__, {}))
    for name, parameter in inspect.signature(cls.__init__).parameters.items():
        if name == "self" or parameter.default is not inspect.Parameter.empty:
            continue
        if parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD):
            continue
        if name not in REQUIRED:
            return None
        given.setdefault(name, REQUIRED[name])
    return given


def classes():
    for path in MODULES:
        module = keras
        for part in path.split("."):
            module = getattr(module, part)
        for name in sorted(dir(module)):
            cls = getattr(module, name)
            if inspect.isclass(cls) and name[0].isupper():
                yield "keras." + path, name, cls


def main():
    keras.utils.set_random_seed(1)
    objects = []
    for module, name, cls in classes():
        keras.utils.clear_session()
        given = required(cls)
        if given is None:
            print("left out: " + name, file=sys.stderr)
            continue
        keras.utils.clear_session()
        try:
            serialized = keras.saving.serialize_keras_object(cls(**arguments(cls, given)))
        except Exception as e:
            print(f"left out: {name} ({type(e).__name__})", file=sys.stderr)
            continue
        if serialized["class_name"] == name:
            one = {
                "module": module,
                "class_name": name,
                "given": given,
                "config": serialized["config"],
            }
            if module == "keras.layers":
                one["call"] = call(cls, given)
            objects.append(one)
    print("[")
    print(",\n".join(json.dumps(one) for one in objects))
    print("]")


main()
