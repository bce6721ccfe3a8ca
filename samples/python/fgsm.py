"""The twin of Fgsm.java."""

import keras
import tensorflow as tf
from keras import layers


def run(epochs):
    keras.utils.set_random_seed(1)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(32, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Conv2D(64, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Flatten(),
            layers.Dense(10),
        ]
    )
    (x, y), (x_test, y_test) = keras.datasets.fashion_mnist.load_data()
    model.compile("adam", loss, metrics=["accuracy"])
    x = x[..., None].astype("float32") / 255
    model.fit(x, y, epochs=epochs, batch_size=64)

    images = tf.constant(x_test[..., None].astype("float32") / 255)
    labels = tf.constant(y_test)
    with tf.GradientTape() as tape:
        tape.watch(images)
        value = loss(labels, model(images))
    slope = tape.gradient(value, images)
    accuracies = []
    for step in [0, 0.02, 0.05, 0.1]:
        attacked = tf.clip_by_value(images + step * tf.sign(slope), 0, 1)
        measured = model.evaluate(attacked, labels, verbose=0, return_dict=True)
        accuracies.append(measured["accuracy"])
        print("step", step, "accuracy", accuracies[-1])
    return accuracies


if __name__ == "__main__":
    run(3)
