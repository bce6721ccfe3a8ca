"""The twin of Dcgan.java."""

import keras
import tensorflow as tf
from keras import layers, ops, random

LATENT = 64


class Gan(keras.Model):
    def __init__(self, discriminator, generator):
        super().__init__()
        self.discriminator = discriminator
        self.generator = generator
        self.seeds = random.SeedGenerator(1)
        self.d_loss = keras.metrics.Mean(name="d_loss")
        self.g_loss = keras.metrics.Mean(name="g_loss")

    def compile(self, d_optimizer, g_optimizer, loss_fn):
        super().compile()
        self.d_optimizer = d_optimizer
        self.g_optimizer = g_optimizer
        self.loss_fn = loss_fn

    @property
    def metrics(self):
        return [self.d_loss, self.g_loss]

    def train_step(self, real):
        samples = ops.shape(real)[0]
        noise = random.normal((samples, LATENT), seed=self.seeds)
        fake = self.generator(noise, training=True)
        ones = ops.ones((samples, 1))
        with tf.GradientTape() as tape:
            found = self.loss_fn(ones, self.discriminator(real, training=True))
            zeros = ops.zeros_like(ones)
            fooled = self.loss_fn(zeros, self.discriminator(fake, training=True))
            d_loss = (found + fooled) / 2
        weights = self.discriminator.trainable_weights
        self.d_optimizer.apply(tape.gradient(d_loss, weights), weights)
        with tf.GradientTape() as tape:
            fake = self.generator(noise, training=True)
            g_loss = self.loss_fn(ones, self.discriminator(fake, training=True))
        weights = self.generator.trainable_weights
        self.g_optimizer.apply(tape.gradient(g_loss, weights), weights)
        self.d_loss.update_state(d_loss)
        self.g_loss.update_state(g_loss)
        return {"d_loss": self.d_loss.result(), "g_loss": self.g_loss.result()}


def run(digits, epochs, picture):
    keras.utils.set_random_seed(1)
    discriminator = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(32, 4, strides=2, padding="same"),
            layers.LeakyReLU(0.2),
            layers.Conv2D(64, 4, strides=2, padding="same"),
            layers.LeakyReLU(0.2),
            layers.Flatten(),
            layers.Dropout(0.3),
            layers.Dense(1),
        ]
    )
    generator = keras.Sequential(
        [
            keras.Input((LATENT,)),
            layers.Dense(7 * 7 * 64, use_bias=False),
            layers.BatchNormalization(),
            layers.LeakyReLU(0.2),
            layers.Reshape((7, 7, 64)),
            layers.Conv2DTranspose(32, 4, strides=2, padding="same", use_bias=False),
            layers.BatchNormalization(),
            layers.LeakyReLU(0.2),
            layers.Conv2DTranspose(1, 4, strides=2, padding="same", activation="sigmoid"),
        ]
    )
    gan = Gan(discriminator, generator)
    gan.compile(
        keras.optimizers.Adam(2e-4, beta_1=0.5),
        keras.optimizers.Adam(2e-4, beta_1=0.5),
        keras.losses.BinaryCrossentropy(from_logits=True),
    )
    (x, _), _ = keras.datasets.mnist.load_data()
    x = x[:digits, ..., None].astype("float32") / 255
    history = gan.fit(x, epochs=epochs, batch_size=64)
    noise = random.normal((60, LATENT), seed=2)
    images = ops.reshape(generator.predict(noise), (6, 10, 28, 28))
    grid = ops.reshape(ops.transpose(images, (0, 2, 1, 3)), (168, 280, 1))
    tf.io.write_file(picture, tf.io.encode_png(ops.cast(255 * grid, "uint8")))
    return history.history


if __name__ == "__main__":
    run(9000, 8, "dcgan.png")
