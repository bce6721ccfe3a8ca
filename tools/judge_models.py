"""The models and data of judges.py. Every function builds a compiled model; write_cases.py can take them too."""
import keras
import numpy as np
from keras import layers

SAMPLES = 40
BATCH_SIZE = 16  # two batches of 16 and one of 8: six steps in two epochs


def convnet():
    """Sequential; Adam; a dropout with a seed."""
    keras.utils.set_random_seed(1)
    model = keras.Sequential(
        [
            keras.Input((12, 12, 1), name="image"),
            layers.Conv2D(4, 3, use_bias=False),
            layers.BatchNormalization(),
            layers.Activation("relu"),
            layers.MaxPooling2D(2),
            layers.Conv2D(6, 3, strides=2, padding="same", activation="relu"),
            layers.Flatten(),
            layers.Dropout(0.25, seed=11),
            layers.Dense(5, activation="softmax"),
        ],
        name="convnet",
    )
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def two_inputs():
    """Functional, two inputs (one of them integers with a mask) and two outputs; RMSprop with momentum."""
    keras.utils.set_random_seed(2)
    words = keras.Input((7,), dtype="int32", name="a_words")
    numbers = keras.Input((4,), name="b_numbers")
    text = layers.GlobalAveragePooling1D()(layers.Embedding(20, 6, mask_zero=True)(words))
    normed = layers.LayerNormalization()(layers.Dense(6, activation="tanh")(numbers))
    x = layers.Dense(8, activation="relu")(layers.Concatenate()([text, normed]))
    outputs = [layers.Dense(3, activation="softmax", name="kind")(x), layers.Dense(1, name="size")(x)]
    model = keras.Model([words, numbers], outputs, name="two_inputs")
    model.compile(
        keras.optimizers.RMSprop(0.01, rho=0.8, momentum=0.5),
        ["sparse_categorical_crossentropy", "mse"],
        metrics=[["accuracy"], ["mae"]],
    )
    return model


def sequence():
    """1D convolution; SGD with momentum and gradients accumulated over four steps, so that files hold half a sum."""
    keras.utils.set_random_seed(3)
    model = keras.Sequential(
        [
            keras.Input((16, 3), name="series"),
            layers.Conv1D(6, 3, kernel_regularizer=keras.regularizers.L2(1e-3)),
            layers.LeakyReLU(negative_slope=0.2),
            layers.AveragePooling1D(2),
            layers.GlobalMaxPooling1D(),
            layers.Dense(2, kernel_constraint=keras.constraints.MaxNorm(1.5)),
        ],
        name="sequence",
    )
    sgd = keras.optimizers.SGD(0.05, momentum=0.9, nesterov=True, gradient_accumulation_steps=4)
    model.compile(sgd, keras.losses.Huber(), metrics=["mse"])
    return model


def shared_average():
    """A model inside a model, used twice; Adam with moving averages of the weights, clipping and weight decay."""
    keras.utils.set_random_seed(4)
    inner = keras.Sequential(
        [
            keras.Input((6,)),
            layers.Dense(6, use_bias=False),
            layers.BatchNormalization(momentum=0.9),
            layers.ReLU(),
        ],
        name="inner",
    )
    x = keras.Input((6,), name="features")
    once = inner(x)
    y = layers.Multiply()([layers.Add()([x, inner(once)]), once])
    model = keras.Model(x, layers.Dense(1)(y), name="shared_average")
    adam = keras.optimizers.Adam(0.01, use_ema=True, ema_momentum=0.9, clipnorm=1.0, weight_decay=1e-3, amsgrad=True)
    model.compile(adam, keras.losses.BinaryCrossentropy(from_logits=True), metrics=["mae"])
    return model


MODELS = {f.__name__: f for f in (convnet, two_inputs, sequence, shared_average)}


def data_of(name):
    """Inputs and targets under the names that the command line and the golden cases use."""
    r = np.random.default_rng(list(MODELS).index(name))
    normal = lambda *shape: r.normal(size=(SAMPLES, *shape)).astype("float32")
    if name == "convnet":
        return {"x": r.random((SAMPLES, 12, 12, 1), dtype="float32"), "y": r.integers(0, 5, SAMPLES).astype("int32")}
    if name == "two_inputs":
        words = r.integers(0, 20, (SAMPLES, 7)).astype("int32")
        return {"x0": words, "x1": normal(4), "y0": r.integers(0, 3, SAMPLES).astype("int32"), "y1": normal(1)}
    if name == "sequence":
        return {"x": normal(16, 3), "y": normal(2)}
    return {"x": normal(6), "y": r.integers(0, 2, (SAMPLES, 1)).astype("float32")}
