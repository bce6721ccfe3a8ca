"""The twin of WganGp.java."""

import keras
import tensorflow as tf
from keras import layers, ops, random

LATENT = 64
CRITIC_STEPS = 3
PENALTY = 10


class Wgan(keras.Model):
    def __init__(self, critic, generator):
        super().__init__()
        self.critic = critic
        self.generator = generator
        self.seeds = random.SeedGenerator(1)
        self.c_loss = keras.metrics.Mean(name="c_loss")
        self.g_loss = keras.metrics.Mean(name="g_loss")

    def compile(self, c_optimizer, g_optimizer):
        super().compile()
        self.c_optimizer = c_optimizer
        self.g_optimizer = g_optimizer

    @property
    def metrics(self):
        return [self.c_loss, self.g_loss]

    def penalty(self, real, fake):
        share = random.uniform((ops.shape(real)[0], 1, 1, 1), seed=self.seeds)
        between = real + share * (fake - real)
        with tf.GradientTape() as tape:
            tape.watch(between)
            score = ops.sum(self.critic(between, training=True))
        slope = tape.gradient(score, between)
        norm = ops.sqrt(ops.sum(ops.square(slope), axis=(1, 2, 3)))
        return ops.mean(ops.square(norm - 1))

    def train_step(self, real):
        shape = (ops.shape(real)[0], LATENT)
        for _ in range(CRITIC_STEPS):
            noise = random.normal(shape, seed=self.seeds)
            fake = self.generator(noise, training=True)
            with tf.GradientTape() as tape:
                wrong = ops.mean(self.critic(fake, training=True))
                right = ops.mean(self.critic(real, training=True))
                c_loss = wrong - right + PENALTY * self.penalty(real, fake)
            weights = self.critic.trainable_weights
            self.c_optimizer.apply(tape.gradient(c_loss, weights), weights)
            self.c_loss.update_state(c_loss)
        noise = random.normal(shape, seed=self.seeds)
        with tf.GradientTape() as tape:
            fake = self.generator(noise, training=True)
            g_loss = -ops.mean(self.critic(fake, training=True))
        weights = self.generator.trainable_weights
        self.g_optimizer.apply(tape.gradient(g_loss, weights), weights)
        self.g_loss.update_state(g_loss)
        return {"c_loss": self.c_loss.result(), "g_loss": self.g_loss.result()}


def run(digits, epochs, picture):
    keras.utils.set_random_seed(1)
    critic = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(32, 4, strides=2, padding="same"),
            layers.LeakyReLU(0.2),
            layers.Conv2D(64, 4, strides=2, padding="same"),
            layers.LeakyReLU(0.2),
            layers.Flatten(),
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
    wgan = Wgan(critic, generator)
    wgan.compile(
        keras.optimizers.Adam(4e-4, beta_1=0.5, beta_2=0.9),
        keras.optimizers.Adam(4e-4, beta_1=0.5, beta_2=0.9),
    )
    (x, _), _ = keras.datasets.mnist.load_data()
    x = x[:digits, ..., None].astype("float32") / 255
    history = wgan.fit(x, epochs=epochs, batch_size=64)
    noise = random.normal((60, LATENT), seed=2)
    images = ops.reshape(generator.predict(noise), (6, 10, 28, 28))
    grid = ops.reshape(ops.transpose(images, (0, 2, 1, 3)), (168, 280, 1))
    tf.io.write_file(picture, tf.io.encode_png(ops.cast(255 * grid, "uint8")))
    return history.history


if __name__ == "__main__":
    run(9000, 4, "wgan_gp.png")
