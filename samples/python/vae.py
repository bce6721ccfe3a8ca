"""The twin of Vae.java."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers, ops, random

SIDE = 15


class Sampling(layers.Layer):
    def __init__(self):
        super().__init__()
        self.seeds = random.SeedGenerator(1)

    def call(self, inputs):
        mean, log_var = inputs
        kl = (ops.square(mean) + ops.exp(log_var) - log_var - 1) / 2
        self.add_loss(ops.mean(ops.sum(kl, axis=-1)))
        noise = random.normal(ops.shape(mean), seed=self.seeds)
        return mean + ops.exp(log_var / 2) * noise


def reconstruction(y_true, y_pred):
    return ops.sum(ops.binary_crossentropy(y_true, y_pred), axis=(1, 2, 3))


def run(digits, epochs, picture):
    keras.utils.set_random_seed(1)
    image = keras.Input((28, 28, 1))
    x = layers.Conv2D(32, 3, strides=2, padding="same", activation="relu")(image)
    x = layers.Conv2D(64, 3, strides=2, padding="same", activation="relu")(x)
    x = layers.Dense(16, activation="relu")(layers.Flatten()(x))
    z = Sampling()([layers.Dense(2)(x), layers.Dense(2)(x)])
    decoder = keras.Sequential(
        [
            keras.Input((2,)),
            layers.Dense(7 * 7 * 64, activation="relu"),
            layers.Reshape((7, 7, 64)),
            layers.Conv2DTranspose(32, 3, strides=2, padding="same", activation="relu"),
            layers.Conv2DTranspose(1, 3, strides=2, padding="same", activation="sigmoid"),
        ]
    )
    vae = keras.Model(image, decoder(z))
    vae.compile("adam", reconstruction, metrics=[reconstruction])
    (train, _), (test, _) = keras.datasets.mnist.load_data()
    train = train[:digits, ..., None].astype("float32") / 255
    test = test[..., None].astype("float32") / 255
    vae.fit(train, train, epochs=epochs, batch_size=128)
    plane = np.stack(np.meshgrid(*2 * [np.linspace(-2, 2, SIDE)]), -1).reshape(-1, 2)
    images = ops.reshape(decoder.predict(plane), (SIDE, SIDE, 28, 28))
    grid = ops.reshape(ops.transpose(images, (0, 2, 1, 3)), (28 * SIDE, 28 * SIDE, 1))
    tf.io.write_file(picture, tf.io.encode_png(ops.cast(255 * grid, "uint8")))
    return vae.evaluate(test, test, return_dict=True)


if __name__ == "__main__":
    run(9000, 15, "vae.png")
