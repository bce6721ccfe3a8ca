"""The twin of TextGeneration.java."""

import pathlib

import keras
import numpy as np
from keras import layers

LENGTH = 40


def run(text, epochs, count):
    keras.utils.set_random_seed(1)
    alphabet = sorted(set(text))
    numbers = np.array([alphabet.index(letter) for letter in text])
    starts = range(0, len(numbers) - LENGTH, 8)
    x = np.stack([numbers[i : i + LENGTH] for i in starts])
    y = np.stack([numbers[i + 1 : i + 1 + LENGTH] for i in starts])
    model = keras.Sequential(
        [
            keras.Input((LENGTH,)),
            layers.Embedding(len(alphabet), 32),
            layers.LSTM(128, return_sequences=True),
            layers.LSTM(128, return_sequences=True),
            layers.Dense(len(alphabet)),
        ]
    )
    adam = keras.optimizers.Adam(3e-3)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(adam, loss, metrics=["accuracy"])
    history = model.fit(x, y, epochs=epochs, batch_size=64).history
    for temperature in [0.2, 0.5, 1]:
        print("\n--- temperature", temperature)
        print(write(model, alphabet, x[0], count, temperature))
    return history["loss"][-1]


def write(model, alphabet, start, count, temperature):
    seeds = keras.random.SeedGenerator(1)
    seen = list(start)
    written = ""
    for _ in range(count):
        logits = model(np.array([seen]))[0]
        drawn = keras.random.categorical(logits / temperature, 1, seed=seeds)
        number = int(drawn[-1, 0])
        written += alphabet[number]
        seen = seen[1:] + [number]
    return written


def sonnets():
    folder = pathlib.Path(__file__).parents[1] / "src/main/resources"
    return (folder / "rhyton/samples/data/sonnets.txt").read_text("utf-8")


if __name__ == "__main__":
    run(sonnets(), 6, 200)
