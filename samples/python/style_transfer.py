"""The twin of StyleTransfer.java."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers, ops


def run(epochs, steps, picture):
    keras.utils.set_random_seed(1)
    inputs = keras.Input((28, 28, 1))
    edges = layers.Conv2D(32, 3, activation="relu", padding="same")(inputs)
    parts = layers.Conv2D(64, 3, activation="relu")(layers.MaxPooling2D(2)(edges))
    things = layers.Conv2D(64, 3, activation="relu")(layers.MaxPooling2D(2)(parts))
    scores = layers.Dense(10)(layers.GlobalAveragePooling2D()(things))
    model = keras.Model(inputs, scores)
    seen = keras.Model(inputs, [edges, parts, things])
    (x, y), _ = keras.datasets.fashion_mnist.load_data()
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile("adam", loss, metrics=["accuracy"])
    x = x[..., None].astype("float32") / 255
    model.fit(x, y, epochs=epochs, batch_size=64)

    content = x[:1]
    style = stripes()
    things0 = seen(content)[2]
    grams = [gram(t) for t in seen(style)]
    image = keras.Variable(content)
    adam = keras.optimizers.Adam(0.02)
    adam.build([image])
    step = make_step(seen, things0, grams, image, adam)
    losses = []
    for i in range(steps):
        losses.append(float(step()))
        if i % 100 == 0 or i == steps - 1:
            print(f"step {i}: loss {losses[i]}")
    row = ops.concatenate([content[0], style[0], image[0]], axis=1)
    tf.io.write_file(picture, tf.io.encode_png(ops.cast(255 * row, "uint8")))
    return losses


def make_step(seen, content, grams, image, adam):
    @tf.function
    def step():
        with tf.GradientTape() as tape:
            now = seen(image.value)
            loss = ops.mean(ops.square(now[2] - content))
            for t, wanted in zip(now, grams):
                loss += ops.mean(ops.square(gram(t) - wanted))
        gradients = tape.gradient(loss, [image.value])
        adam.apply(gradients, [image])
        image.assign(ops.clip(image, 0, 1))
        return loss

    return step


def gram(x):
    flat = ops.reshape(x, (-1, x.shape[-1]))
    return ops.matmul(ops.transpose(flat), flat) / (x.shape[1] * x.shape[2])


def stripes():
    image = np.zeros((1, 28, 28, 1), "float32")
    for i in range(28 * 28):
        image[0, i // 28, i % 28, 0] = (i // 28 + i % 28) % 6 < 3
    return image


if __name__ == "__main__":
    run(3, 500, "style.png")
