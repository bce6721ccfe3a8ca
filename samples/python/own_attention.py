"""The twin of OwnAttention.java."""

import random

import keras
import numpy as np
from keras import layers, ops

WORDS = ["good", "great", "fine", "bad", "dull", "awful"]
WORDS += ["not", "not", "film", "plot", "was", "and"]
LENGTH = 10
DIM = 32
HEADS = 4


def run(count, epochs):
    keras.utils.set_random_seed(1)
    x = sentences(count)
    x_test = sentences(2000)
    model = keras.Sequential(
        [
            keras.Input((LENGTH,)),
            layers.Embedding(len(WORDS), DIM),
            Positions(),
            Block(),
            layers.GlobalAveragePooling1D(),
            layers.Dense(1, activation="sigmoid"),
        ]
    )
    adam = keras.optimizers.Adam(2e-3)
    model.compile(adam, "binary_crossentropy", metrics=["accuracy"])
    model.fit(x, labels(x), epochs=epochs, batch_size=64)
    accuracy = model.evaluate(x_test, labels(x_test), return_dict=True)["accuracy"]
    print("accuracy on new sentences:", accuracy)
    return accuracy


class SelfAttention(layers.Layer):
    """Every word looks at every other one, with several heads."""

    def __init__(self):
        super().__init__()
        self.query = layers.Dense(DIM)
        self.key = layers.Dense(DIM)
        self.value = layers.Dense(DIM)
        self.combine = layers.Dense(DIM)

    def call(self, x):
        query = self.split(self.query, x)
        key = self.split(self.key, x)
        scores = ops.matmul(query, ops.transpose(key, (0, 1, 3, 2)))
        weights = ops.softmax(scores / (DIM // HEADS) ** 0.5)
        seen = ops.matmul(weights, self.split(self.value, x))
        seen = ops.transpose(seen, (0, 2, 1, 3))
        return self.combine(ops.reshape(seen, (-1, x.shape[1], DIM)))

    def split(self, layer, x):
        parts = ops.reshape(layer(x), (-1, x.shape[1], HEADS, DIM // HEADS))
        return ops.transpose(parts, (0, 2, 1, 3))


class Block(layers.Layer):
    """Attention and two dense layers, each added to what it gets, and normalized."""

    def __init__(self):
        super().__init__()
        self.attention = SelfAttention()
        self.wide = layers.Dense(64, activation="relu")
        self.narrow = layers.Dense(DIM)
        self.dropout = layers.Dropout(0.1)
        self.norm1 = layers.LayerNormalization()
        self.norm2 = layers.LayerNormalization()

    def call(self, x):
        y = self.norm1(x + self.dropout(self.attention(x)))
        return self.norm2(y + self.dropout(self.narrow(self.wide(y))))


class Positions(layers.Layer):
    """Adds what is learned for each place in the sentence."""

    def build(self, input_shape):
        self.table = self.add_weight(
            shape=input_shape[1:], initializer="random_uniform"
        )

    def call(self, x):
        return x + self.table


def sentences(count):
    found = []
    while len(found) < count:
        sentence = random.choices(range(len(WORDS)), k=LENGTH)
        if praise(sentence) != 0:
            found.append(sentence)
    return np.array(found)


def labels(x):
    return np.array([int(praise(sentence) > 0) for sentence in x])


def praise(sentence):
    total = 0
    for i, word in enumerate(sentence):
        worth = 1 if word < 3 else -1 if word < 6 else 0
        total += -worth if i > 0 and WORDS[sentence[i - 1]] == "not" else worth
    return total


if __name__ == "__main__":
    run(20_000, 18)
