"""The twin of Dqn.java."""

import math
import random

import keras
import numpy as np
import tensorflow as tf
from keras import layers, ops

BATCH = 64
DISCOUNT = 0.99


def run(episodes, wanted):
    keras.utils.set_random_seed(1)
    pole = CartPole()
    replay = []
    returns = []
    learner = Learner()
    learner.compile(keras.optimizers.Adam(1e-3))
    moves = 0
    for e in range(episodes):
        state = pole.reset()
        ended = False
        while not ended:
            explores = random.random() < max(0.05, 1 - moves / 5000)
            action = random.randrange(2) if explores else learner.best(state)
            following = pole.step(action)
            replay.append((state, following, action, 0 if pole.fell() else 1))
            state = following
            ended = pole.fell() or pole.steps == 500
            if moves >= 500:
                learner.learn(random.choices(replay, k=BATCH))
            if moves % 500 == 0:
                learner.target.set_weights(learner.q.get_weights())
            moves += 1
        returns.append(pole.steps)
        mean = np.mean(returns[-50:])
        if e % 50 == 49:
            print(f"episode {e + 1}: mean return {mean:.1f}")
        if mean >= wanted:
            break
    print(f"{len(returns)} episodes, mean return {mean:.1f}")
    return returns


class Learner(keras.Model):
    def __init__(self):
        super().__init__()
        self.q = self.network()
        self.target = self.network()
        self.built = True

    def network(self):
        return keras.Sequential(
            [
                keras.Input((4,)),
                layers.Dense(64, activation="relu"),
                layers.Dense(64, activation="relu"),
                layers.Dense(2),
            ]
        )

    def train_step(self, data):
        (state, following, action, goes_on), _, _ = (
            keras.utils.unpack_x_y_sample_weight(data)
        )
        value = ops.max(self.target(following), axis=-1)
        goal = value * ops.cast(goes_on, "float32") * DISCOUNT + 1
        action = ops.one_hot(action, 2)
        with tf.GradientTape() as tape:
            chosen = ops.sum(self.q(state) * action, axis=-1)
            loss = keras.losses.Huber()(goal, chosen)
        gradients = tape.gradient(loss, self.q.trainable_variables)
        self.optimizer.apply(gradients, self.q.trainable_variables)
        return {"loss": loss}

    def best(self, state):
        return int(np.argmax(self.q(np.array([state]))))

    def learn(self, moves):
        batch = tuple(np.array(column) for column in zip(*moves))
        self.train_on_batch(batch)


class CartPole:
    def reset(self):
        self.steps = 0
        self.state = [random.uniform(-0.05, 0.05) for _ in range(4)]
        return self.state

    def step(self, action):
        _, speed, angle, turning = self.state
        sin = math.sin(angle)
        cos = math.cos(angle)
        push = ((10 if action == 1 else -10) + 0.05 * turning**2 * sin) / 1.1
        turn = (9.8 * sin - cos * push) / (0.5 * (4 / 3 - 0.1 * cos * cos / 1.1))
        change = [speed, push - 0.05 * turn * cos / 1.1, turning, turn]
        self.steps += 1
        self.state = [old + 0.02 * new for old, new in zip(self.state, change)]
        return self.state

    def fell(self):
        return abs(self.state[0]) > 2.4 or abs(self.state[2]) > math.radians(12)


if __name__ == "__main__":
    run(1000, 150)
