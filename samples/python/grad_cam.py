"""The twin of GradCam.java."""

import keras
import tensorflow as tf
from keras import layers, ops


def run(epochs, picture):
    keras.utils.set_random_seed(1)
    image = keras.Input((28, 28, 1))
    first = layers.Conv2D(32, 3, activation="relu")(image)
    inner = layers.Conv2D(64, 3, activation="relu")(layers.MaxPooling2D(2)(first))
    scores = layers.Dense(10)(layers.Flatten()(layers.MaxPooling2D(2)(inner)))
    model = keras.Model(image, scores)
    lower = keras.Model(image, inner)
    upper = keras.Model(inner, scores)
    (train, labels), (x, y) = keras.datasets.fashion_mnist.load_data()
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile("adam", loss, metrics=["accuracy"])
    train = train[..., None].astype("float32") / 255
    model.fit(train, labels, epochs=epochs, batch_size=64)

    x = tf.constant(x[..., None].astype("float32") / 255)
    chosen = ops.one_hot(ops.argmax(model.predict(x), -1), 10)
    with tf.GradientTape() as tape:
        tape.watch(x)
        score = ops.sum(model(x) * chosen)
    saliency = ops.abs(tape.gradient(score, x))

    features = tf.constant(lower.predict(x))
    with tf.GradientTape() as tape:
        tape.watch(features)
        score = ops.sum(upper(features) * chosen)
    slope = tape.gradient(score, features)
    weights = ops.mean(slope, axis=(1, 2), keepdims=True)
    heat = ops.relu(ops.sum(features * weights, axis=-1, keepdims=True))
    heat = ops.image.resize(heat, (28, 28))

    rows = [x[:6], shades(saliency)[:6], shades(heat)[:6]]
    grid = ops.concatenate([ops.concatenate(list(row), axis=1) for row in rows], axis=0)
    tf.io.write_file(picture, tf.io.encode_png(ops.cast(255 * grid, "uint8")))
    return [
        accuracy("all pixels", model, x, y),
        accuracy("without the most salient", model, without(x, saliency), y),
        accuracy("without the hottest", model, without(x, heat), y),
        accuracy("without the coldest", model, without(x, -heat), y),
    ]


def shades(heat_map):
    return heat_map / ops.maximum(ops.max(heat_map, axis=(1, 2), keepdims=True), 1e-9)


def without(x, heat_map):
    rank = ops.argsort(ops.argsort(ops.reshape(heat_map, (-1, 784))))
    return x * ops.reshape(ops.cast(rank < 706, "float32"), (-1, 28, 28, 1))


def accuracy(what, model, x, y):
    value = model.evaluate(x, y, verbose=0, return_dict=True)["accuracy"]
    print(f"accuracy, {what}: {value}")
    return value


if __name__ == "__main__":
    run(3, "gradcam.png")
