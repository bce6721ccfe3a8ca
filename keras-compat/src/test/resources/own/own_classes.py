"""The classes and functions of OwnFilesTest in Python: loads what Java saved, and saves it again.

Usage: own_classes.py FROM_JAVA.keras TO_JAVA.keras
Prints the predictions and the names in the weights file, which the test compares.
"""

import json
import sys
import zipfile

import h5py
import keras
import numpy as np
from keras import ops

register = keras.saving.register_keras_serializable(package="own")


@register
class Scale(keras.layers.Layer):
    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.inner = keras.layers.Dense(units)

    def build(self, input_shape):
        self.factor = self.add_weight(name="factor", shape=(input_shape[-1],), initializer="ones")

    def call(self, x):
        return self.inner(x * self.factor)

    def get_config(self):
        return {**super().get_config(), "units": self.units}


@register
class Net(keras.Model):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.encoder = Scale(3, name="enc")
        self.blocks = [keras.layers.Dense(units), keras.layers.Dense(units)]
        self.drop = keras.layers.Dropout(0)
        self.head = keras.Sequential([keras.layers.Dense(1)])

    def call(self, x):
        y = self.encoder(x)
        for block in self.blocks:
            y = block(y)
        return self.head(self.drop(y))

    def get_config(self):
        return {**super().get_config(), "units": self.units}


@register
def my_loss(y_true, y_pred):
    return ops.mean(ops.square(y_true - y_pred), -1)


@register
def my_metric(y_true, y_pred):
    return ops.mean(ops.abs(y_true - y_pred), -1)


@register
def my_start(shape, dtype=None):
    return ops.full(shape, 0.5, dtype)


@register
def my_penalty(x):
    return 0.001 * ops.sum(ops.square(x))


@register
def my_activation(x):
    return ops.minimum(ops.relu(x), 2)


@register
def twice(x):
    return 2 * x


def names(path):
    found = []
    with zipfile.ZipFile(path) as archive, archive.open("model.weights.h5") as member:
        with h5py.File(member) as file:
            file.visititems(lambda name, item: found.append(name))
    return sorted(found)


def config(path):
    with zipfile.ZipFile(path) as archive:
        return json.loads(archive.read("config.json"))


def main():
    source, target = sys.argv[1:]
    model = keras.saving.load_model(source)
    x = np.array([[1, 0], [0, 1], [1, 1], [2, 1], [0, 0]], "float32")
    y = np.array([[1], [2], [3], [4], [0]], "float32")
    predicted = model.predict(x, verbose=0)
    measured = model.evaluate(x, y, verbose=0, return_dict=True)
    model.save(target)
    print(
        "RESULT"
        + json.dumps(
            {
                "predicted": predicted.ravel().tolist(),
                "measured": measured,
                "names": names(target),
                "config": config(target),
            }
        )
    )


main()
