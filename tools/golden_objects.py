"""The custom objects of the golden model files, for check_with_keras.py --custom golden_objects.py"""
import keras
from keras import layers, ops

register = keras.saving.register_keras_serializable(package="golden")


@register
class ScaledDense(layers.Layer):
    def __init__(self, units, factor=2.0, **kwargs):
        super().__init__(**kwargs)
        self.units, self.factor = units, factor

    def build(self, input_shape):
        self.w = self.add_weight(shape=(input_shape[-1], self.units), name="w")
        self.b = self.add_weight(shape=(self.units,), initializer="zeros", name="b")
        self.built = True

    def call(self, x):
        return self.factor * (ops.matmul(x, self.w) + self.b)

    def compute_output_shape(self, shape):
        return (*shape[:-1], self.units)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "factor": self.factor}


@register
def soft_square(x):
    return x * x / (1.0 + ops.abs(x))


@register
def half_squares(y_true, y_pred):
    return ops.mean(0.5 * ops.square(y_true - y_pred), axis=-1)


@register
class TwoTower(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.left, self.right, self.head = layers.Dense(units, activation="tanh"), layers.Dense(units), layers.Dense(1)

    def call(self, x):
        return self.head(self.left(x) * self.right(x))

    def get_config(self):
        return {"units": self.units}
