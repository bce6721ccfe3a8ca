"""Loads what SavedModelWriterTest has written as Python and as TensorFlow Serving do, and trains it further."""

import os
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import numpy as np
import tensorflow as tf


def same(got, want):
    np.testing.assert_allclose(got, want, rtol=1e-5)


def methods(model):
    x = tf.constant([[1.0, 2.0, 3.0]])
    same(model.serve(x), [[3.75, 1.75]])
    named = model.by_name({"wide": x, "Deep part": 2 * x})
    assert sorted(named) == ["doubled", "shifted"], named
    same(named["shifted"], [[13.5, 6.25]])
    same(named["doubled"], [[26, 12]])
    many = model.many([tf.constant([2.0]), tf.constant([1.0])])
    same([m.numpy()[0] for m in many], [2 * i - 1 for i in range(12)])


def signatures(model):
    x = tf.constant([[1.0, 2.0, 3.0]])
    assert sorted(model.signatures) == ["by_name", "many", "serve", "serving_default"], list(model.signatures)
    assert list(model.signatures["serving_default"](x=x)) == ["output_0"]
    same(model.signatures["serving_default"](x=x)["output_0"], [[3.75, 1.75]])
    same(model.signatures["by_name"](**{"wide": x, "Deep part": 2 * x})["doubled"], [[26, 12]])
    many = model.signatures["many"](u=tf.constant([2.0]), a=tf.constant([1.0]))
    same(many["output_10"], [19])


def variables(model):
    assert [v.name for v in model.variables] == ["dense/kernel:0", "dense/bias:0", "steps:0"]
    assert [v.name for v in model.trainable_variables] == ["dense/kernel:0", "dense/bias:0"]
    assert [v.trainable for v in model.variables] == [True, True, False]
    same(model.variables[2], 2)  # one call under a condition has changed it


def training(model, call):
    x = tf.constant([[1.0, 2.0, 3.0]])
    losses = []
    for _ in range(3):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((call(x) - 0.3) ** 2)
        gradients = tape.gradient(loss, model.trainable_variables)
        for variable, gradient in zip(model.trainable_variables, gradients):
            variable.assign_sub(0.02 * gradient)
        losses.append(float(loss))
    assert losses[0] > losses[1] > losses[2], losses


def serving(folder):
    with tf.Graph().as_default(), tf.compat.v1.Session() as session:
        graph = tf.compat.v1.saved_model.load(session, ["serve"], folder)
        signature = graph.signature_def["serving_default"]
        x, y = signature.inputs["x"].name, signature.outputs["output_0"].name
        same(session.run(y, {x: [[1, 2, 3]]}), [[3.75, 1.75]])
        saver = graph.saver_def
        session.run(saver.save_tensor_name, {saver.filename_tensor_name: folder + "-saved"})
    keys = tf.train.load_checkpoint(folder + "-saved").get_variable_to_shape_map()
    assert "variables/0/.ATTRIBUTES/VARIABLE_VALUE" in keys, keys


folder = sys.argv[1]
model = tf.saved_model.load(folder)
methods(model)
signatures(model)
variables(model)
training(model, model.serve)
training(model, lambda x: model.signatures["serving_default"](x)["output_0"])
tf.saved_model.save(model, folder + "-again")
again = tf.saved_model.load(folder + "-again")
same(again.serve(tf.ones([1, 3])), model.serve(tf.ones([1, 3])))
serving(folder)
print("as written")
