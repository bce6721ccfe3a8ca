package rhyton.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import rhyton.tensor.Tensor;

/**
 * Finds inputs, targets and weights of samples among the arrays of a file by their keys.
 *
 * <p>Inputs are {@code x}, or {@code x0}, {@code x1}, … in the order of the model, or the names of
 * the inputs; targets {@code y}, {@code y0}, … or {@code y:NAME}; weights {@code sample_weight},
 * {@code sample_weight0}, … or {@code sample_weight:NAME}. One form must cover a group, and every
 * key must belong to a group. Where inputs are named like {@code x1}, the numbers count.
 */
final class ArrayKeys {
  private final Path file;
  private final Map<String, Tensor> arrays;
  private final List<List<String>> inputForms;

  /** What training needs, each in the order of the model. */
  record Samples(List<Tensor> x, List<Tensor> y, List<Tensor> sampleWeight) {}

  ArrayKeys(Path file, Map<String, Tensor> arrays, List<String> inputNames) {
    this.file = file;
    this.arrays = arrays;
    this.inputForms = forms("x", inputNames, UnaryOperator.identity());
  }

  private static List<List<String>> forms(
      String stem, List<String> names, UnaryOperator<String> named) {
    List<List<String>> forms = new ArrayList<>();
    List<String> numbered = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      numbered.add(stem + i);
    }
    if (names.size() == 1) {
      forms.add(List.of(stem));
    }
    forms.add(numbered);
    if (new HashSet<>(names).size() == names.size()) {
      forms.add(names.stream().map(named).toList());
    }
    return forms;
  }

  /** The inputs, where nothing else may be in the file. */
  List<Tensor> inputs() {
    for (List<String> form : inputForms) {
      if (arrays.keySet().equals(new HashSet<>(form))) {
        return pick(form);
      }
    }
    throw unexpected("inputs " + text(inputForms));
  }

  /** Inputs, targets and, if they are there, weights of samples. */
  Samples samples(List<String> outputNames) {
    List<List<String>> targetForms = forms("y", outputNames, name -> "y:" + name);
    List<List<String>> weightForms =
        forms("sample_weight", outputNames, name -> "sample_weight:" + name);
    if (outputNames.size() > 1) {
      weightForms.add(0, List.of("sample_weight")); // for all outputs alike
    }
    List<List<String>> withNone = new ArrayList<>(weightForms);
    withNone.add(List.of());
    for (List<String> x : inputForms) {
      for (List<String> y : targetForms) {
        for (List<String> weights : withNone) {
          if (areAll(x, y, weights)) {
            return new Samples(pick(x), pick(y), pick(weights));
          }
        }
      }
    }
    throw unexpected(
        "inputs %s; targets %s; and, if samples have weights, %s"
            .formatted(text(inputForms), text(targetForms), text(weightForms)));
  }

  private boolean areAll(List<String> x, List<String> y, List<String> weights) {
    List<String> all = new ArrayList<>(x);
    all.addAll(y);
    all.addAll(weights);
    return all.size() == arrays.size() && arrays.keySet().equals(new HashSet<>(all));
  }

  private List<Tensor> pick(List<String> keys) {
    return keys.stream().map(arrays::get).toList();
  }

  private static String text(List<List<String>> forms) {
    StringJoiner text = new StringJoiner(" or ");
    forms.forEach(form -> text.add("`" + String.join("`, `", form) + "`"));
    return text.toString();
  }

  private IllegalArgumentException unexpected(String expected) {
    return new IllegalArgumentException(
        file + ": expected arrays: " + expected + ". Found: " + new TreeSet<>(arrays.keySet()));
  }
}
