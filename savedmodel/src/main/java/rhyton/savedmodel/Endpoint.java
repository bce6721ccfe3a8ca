package rhyton.savedmodel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rhyton.tensor.Tensor;
import rhyton.tensor.function.TensorSpec;

/**
 * A function to be written into a SavedModel: a method of the object that Python loads, and a
 * signature of the same name.
 *
 * <pre>{@code
 * var x = new TensorSpec(DType.FLOAT32, Shape.of(-1, 3), "x");
 * Endpoint serve = Endpoint.of("serve", List.of(x), in -> List.of(in.get(0).matmul(w.read())));
 * }</pre>
 *
 * @param name the method's and signature's name
 * @param inputs the arguments: type, shape (-1 for dimensions that vary) and name in the signature
 * @param arguments what the method's one argument in Python is made of; the names are the keys of a
 *     dictionary
 * @param results what the method returns in Python
 * @param resultNames the keys of a dictionary of results; otherwise empty, and the signature calls
 *     the results {@code output_0}, {@code output_1}, …
 * @param body computes the results from the arguments; it runs once, with symbols, and may read and
 *     change variables
 */
public record Endpoint(
    String name,
    List<TensorSpec> inputs,
    Structure arguments,
    Structure results,
    List<String> resultNames,
    UnaryOperator<List<Tensor>> body) {

  /** Checks that names are there and differ. */
  public Endpoint {
    inputs = List.copyOf(inputs);
    resultNames = List.copyOf(resultNames);
    if (new HashSet<>(inputs.stream().map(TensorSpec::name).toList()).size() != inputs.size()) {
      throw new IllegalArgumentException(
          "Endpoint `"
              + name
              + "`: arguments must have different names. Received: "
              + inputs.stream().map(TensorSpec::name).toList());
    }
    if (arguments == Structure.SINGLE && inputs.size() != 1) {
      throw new IllegalArgumentException(
          "Endpoint `" + name + "`: expected one argument. Received: " + inputs.size());
    }
    if (new HashSet<>(resultNames).size() != resultNames.size()) {
      throw new IllegalArgumentException(
          "Endpoint `" + name + "`: results must have different names. Received: " + resultNames);
    }
  }

  /**
   * An endpoint that takes one tensor, or a list of them, and returns one tensor.
   *
   * @param name the method's and signature's name
   * @param inputs the arguments
   * @param body computes the result from the arguments
   * @return the endpoint
   */
  public static Endpoint of(
      String name, List<TensorSpec> inputs, UnaryOperator<List<Tensor>> body) {
    Structure arguments = inputs.size() == 1 ? Structure.SINGLE : Structure.LIST;
    return new Endpoint(name, inputs, arguments, Structure.SINGLE, List.of(), body);
  }

  /**
   * The same endpoint with another form of its argument.
   *
   * @param structure what the argument is made of
   * @return the changed endpoint
   */
  public Endpoint withArguments(Structure structure) {
    return new Endpoint(name, inputs, structure, results, resultNames, body);
  }

  /** Returns the same endpoint, returning a list. */
  public Endpoint returningList() {
    return new Endpoint(name, inputs, arguments, Structure.LIST, List.of(), body);
  }

  /**
   * The same endpoint, returning a dictionary.
   *
   * @param keys the names of the results, in the order in which the body returns them
   * @return the changed endpoint
   */
  public Endpoint returningDictionary(List<String> keys) {
    return new Endpoint(name, inputs, arguments, Structure.DICTIONARY, keys, body);
  }

  /** The same endpoint with dictionaries in the order in which Python flattens them: sorted. */
  Endpoint inPythonsOrder() {
    List<Integer> inputOrder =
        sorted(arguments == Structure.DICTIONARY, inputs.size(), i -> inputs.get(i).name());
    List<Integer> resultOrder = sorted(true, resultNames.size(), resultNames::get);
    UnaryOperator<List<Tensor>> reordered =
        sorted -> {
          Tensor[] given = new Tensor[inputs.size()];
          for (int i = 0; i < given.length; i++) {
            given[inputOrder.get(i)] = sorted.get(i);
          }
          List<Tensor> made = body.apply(List.of(given));
          outputNames(made.size());
          return results == Structure.DICTIONARY
              ? resultOrder.stream().map(i -> made.get(i)).toList()
              : made;
        };
    return new Endpoint(
        name,
        inputOrder.stream().map(i -> inputs.get(i)).toList(),
        arguments,
        results,
        resultOrder.stream().map(i -> resultNames.get(i)).toList(),
        reordered);
  }

  private static List<Integer> sorted(boolean sorts, int count, IntFunction<String> names) {
    Stream<Integer> places = IntStream.range(0, count).boxed();
    return (sorts ? places.sorted(Comparator.comparing(names::apply)) : places).toList();
  }

  /** The results' names in the signature. */
  List<String> outputNames(int count) {
    boolean fits =
        switch (results) {
          case SINGLE -> count == 1;
          case LIST -> true;
          case DICTIONARY -> count == resultNames.size();
        };
    if (!fits) {
      throw new IllegalArgumentException(
          "Endpoint `"
              + name
              + "`: expected "
              + (results == Structure.SINGLE ? "one result" : "the results " + resultNames)
              + ". Received: "
              + count);
    }
    if (results == Structure.DICTIONARY) {
      return resultNames;
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add("output_" + i);
    }
    return names;
  }
}
