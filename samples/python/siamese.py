"""The twin of Siamese.java."""

import keras
import numpy as np
from keras import layers, ops


def pairs(images, labels):
    partners = []
    for i, label in enumerate(labels):
        other = (i + 1) % len(labels)
        while (labels[other] != label) != (i % 2 == 1):
            other = (other + 1) % len(labels)
        partners.append(other)
    x = images[..., None].astype("float32") / 255
    y = np.arange(len(labels), dtype="float32")[:, None] % 2
    return [x, x[partners]], y


def distance(left, right):
    squares = ops.sum(ops.square(left - right), axis=-1, keepdims=True)
    return ops.sqrt(squares + 1e-6)


def contrastive(other, apart):
    pull = (1 - other) * ops.square(apart)
    return ops.mean(pull + other * ops.square(ops.relu(1 - apart)), axis=-1)


def run(digits, epochs):
    keras.utils.set_random_seed(1)
    encoder = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(16, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Conv2D(32, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Flatten(),
            layers.Dense(16),
        ]
    )
    left = keras.Input((28, 28, 1))
    right = keras.Input((28, 28, 1))
    siamese = keras.Model([left, right], distance(encoder(left), encoder(right)))
    siamese.compile("adam", contrastive, metrics=["accuracy"])
    train, test = keras.datasets.mnist.load_data()
    x, y = pairs(train[0][:digits], train[1][:digits])
    siamese.fit(x, y, epochs=epochs, batch_size=64)
    x, y = pairs(*test)
    return siamese.evaluate(x, y, return_dict=True)


if __name__ == "__main__":
    run(9000, 10)
