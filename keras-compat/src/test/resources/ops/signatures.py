"""Writes signatures.json: for each function of keras.ops that the golden cases call, its parameters,
the name of its class, and which parameters its class is called with (the others are its config)."""

import inspect
import json
import os
import re
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../golden/functions/ops")
FILES = "core math nn numpy linalg image fft segment".split()
ALIASES = {"abs": "Absolute", "conj": "Conjugate", "shape": "Shape"}


def names(function):
    kinds = inspect.Parameter
    return [
        ("*" if p.kind == kinds.VAR_POSITIONAL else "") + p.name
        for p in inspect.signature(function).parameters.values()
        if p.kind != kinds.VAR_KEYWORD
    ]


def signature(name):
    function = keras.ops
    for part in name.split("."):
        function = getattr(function, part)
    module = sys.modules[function.__module__]
    for word in re.findall(r"\b([A-Z]\w*)\(", inspect.getsource(function)):
        found = getattr(module, word, None)
        if inspect.isclass(found) and issubclass(found, keras.Operation):
            return {
                "class": word,
                "parameters": names(function),
                "call": names(found.call)[1:],
            }
    alias = ALIASES.get(name)
    parameters = names(function)
    return {"class": alias, "parameters": parameters, "call": parameters if alias else []}


used = set()
for file in FILES:
    with open(f"{FOLDER}/{file}.json") as cases:
        used.update(case["op"] for case in json.load(cases))
with open("signatures.json", "w") as out:
    lines = [f"{json.dumps(name)}: {json.dumps(signature(name))}" for name in sorted(used)]
    out.write("{\n" + ",\n".join(lines) + "\n}\n")
