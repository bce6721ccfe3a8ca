package rhyton.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.function.Consumer;
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
  private final Consumer<List<Tensor>> check;

  /** What training needs, each in the order of the model. */
  record Samples(List<Tensor> x, List<Tensor> y, List<Tensor> sampleWeight) {}

  /**
   * The arrays of a file.
   *
   * @param file where they come from
   * @param arrays the arrays by their keys
   * @param inputNames what the inputs are called
   * @param check throws an {@link IllegalArgumentException} if inputs do not fit
   */
  ArrayKeys(
      Path file,
      Map<String, Tensor> arrays,
      List<String> inputNames,
      Consumer<List<Tensor>> check) {
    this.file = file;
    this.arrays = arrays;
    this.inputForms = forms("x", inputNames, UnaryOperator.identity());
    this.check = check;
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
    Choice best = closest(List.of(List.of()), List.of(List.of()));
    if (!best.fits()) {
      throw unexpected("inputs " + text(inputForms), best);
    }
    return checked(best.x());
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
    withNone.add(0, List.of());
    Choice best = closest(targetForms, withNone);
    if (!best.fits()) {
      throw unexpected(
          "inputs %s; targets %s; and, if samples have weights, %s"
              .formatted(text(inputForms), text(targetForms), text(weightForms)),
          best);
    }
    return new Samples(checked(best.x()), pick(best.y()), pick(best.weights()));
  }

  /** One form for each group, and how the keys of the file differ from it. */
  private record Choice(
      List<String> x,
      List<String> y,
      List<String> weights,
      Set<String> missing,
      Set<String> superfluous) {
    boolean fits() {
      return missing.isEmpty() && superfluous.isEmpty();
    }

    int differences() {
      return missing.size() + superfluous.size();
    }
  }

  /** The forms that the keys of the file fit, or fit best. */
  private Choice closest(List<List<String>> targetForms, List<List<String>> weightForms) {
    Choice best = null;
    for (List<String> x : inputForms) {
      for (List<String> y : targetForms) {
        for (List<String> weights : weightForms) {
          Choice choice = choice(x, y, weights);
          if (best == null || choice.differences() < best.differences()) {
            best = choice;
          }
        }
      }
    }
    return best;
  }

  private Choice choice(List<String> x, List<String> y, List<String> weights) {
    Set<String> missing = new TreeSet<>(x);
    missing.addAll(y);
    missing.addAll(weights);
    Set<String> superfluous = new TreeSet<>(arrays.keySet());
    superfluous.removeAll(missing);
    missing.removeAll(arrays.keySet());
    return new Choice(x, y, weights, missing, superfluous);
  }

  private List<Tensor> pick(List<String> keys) {
    return keys.stream().map(arrays::get).toList();
  }

  /** The inputs; those of a wrong shape are reported by their keys. */
  private List<Tensor> checked(List<String> keys) {
    List<Tensor> inputs = pick(keys);
    try {
      check.accept(inputs);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          file + ": " + text(List.of(keys)) + ": " + e.getMessage(), e);
    }
    return inputs;
  }

  private static String text(List<List<String>> forms) {
    StringJoiner text = new StringJoiner(" or ");
    forms.forEach(form -> text.add("`" + String.join("`, `", form) + "`"));
    return text.toString();
  }

  private IllegalArgumentException unexpected(String expected, Choice best) {
    String wrong =
        (best.missing().isEmpty() ? "" : ". Missing: " + best.missing())
            + (best.superfluous().isEmpty() ? "" : ". Not expected: " + best.superfluous());
    return new IllegalArgumentException(
        (file + ": expected arrays: " + expected)
            + (". Found: " + new TreeSet<>(arrays.keySet()) + wrong));
  }
}
