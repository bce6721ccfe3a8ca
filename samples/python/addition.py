"""The twin of Addition.java."""

import random

import keras
import numpy as np
from keras import layers

LETTERS = "0123456789+ "


def run(epochs):
    keras.utils.set_random_seed(1)
    pairs = list(range(10_000))
    random.shuffle(pairs)
    seen = pairs[1000:]
    unseen = pairs[:1000]
    model = keras.Sequential(
        [
            keras.Input((5,)),
            layers.Embedding(len(LETTERS), 32),
            layers.LSTM(128),
            layers.RepeatVector(3),
            layers.LSTM(128, return_sequences=True),
            layers.Dense(len(LETTERS), activation="softmax"),
        ]
    )
    adam = keras.optimizers.Adam(3e-3)
    model.compile(adam, "sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(questions(seen), answers(seen), epochs=epochs, batch_size=128)

    expected = answers(unseen)
    given = np.argmax(model.predict(questions(unseen)), axis=-1)
    right = 0
    for i in range(len(expected)):
        right += int((given[i] == expected[i]).all())
        if i < 5:
            print(question(unseen[i]), "=", text(given[i]))
    print("right:", right, "of", len(expected))
    return right / len(expected)


def question(pair):
    return f"{pair // 100}+{pair % 100}"


def questions(pairs):
    return np.array([letters(question(pair), 5) for pair in pairs])


def answers(pairs):
    return np.array([letters(str(pair // 100 + pair % 100), 3) for pair in pairs])


def letters(text, length):
    """The numbers of the letters, with spaces at the end."""
    return [LETTERS.index(letter) for letter in text.ljust(length)]


def text(numbers):
    return "".join(LETTERS[i] for i in numbers)


if __name__ == "__main__":
    run(40)
