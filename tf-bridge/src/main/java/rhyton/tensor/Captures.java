package rhyton.tensor;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rhyton.tensor.runtime.NativeGraph;
import rhyton.tensor.runtime.NativeHandle;

/** How tensors from outside come into a trace: values as constants, symbols as arguments. */
final class Captures {
  private final Trace outer;
  private final NativeGraph graph;
  private final Trace.Captor captor;
  private final Map<NativeHandle, Tensor> constants = new IdentityHashMap<>();
  private final Map<Symbol, Tensor> copies = new HashMap<>();
  private final Map<Symbol, Tensor> captured = new LinkedHashMap<>();

  Captures(Trace outer, NativeGraph graph, Trace.Captor captor) {
    this.outer = outer;
    this.graph = graph;
    this.captor = captor;
  }

  Tensor local(Trace here, Tensor tensor) {
    if (tensor.state() instanceof Symbol symbol) {
      return symbol.trace() == here ? tensor : capture(here, symbol, tensor);
    }
    return constants.computeIfAbsent(
        tensor.handle(),
        handle -> here.constant(graph.constant(handle, here.unique("Const")), known(handle)));
  }

  /** What is kept of a constant for those who look at the ops: small whole numbers, as axes are. */
  private static Map<String, Object> known(NativeHandle handle) {
    boolean whole = handle.dtype() == DType.INT32 || handle.dtype() == DType.INT64;
    return whole && handle.shape().size() <= 64
        ? Map.of("ints", HostArrays.longs(handle))
        : Map.of();
  }

  private Tensor capture(Trace here, Symbol symbol, Tensor tensor) {
    requireAround(symbol);
    TraceNode node = symbol.node();
    if (node.type().equals("Const")) {
      return copies.computeIfAbsent(
          symbol,
          s ->
              here.constant(
                  graph.copyOf(node.operation(), here.unique("Const")), node.attributes()));
    }
    Tensor known = captured.get(symbol);
    if (known == null) {
      known = captor.capture(here, tensor);
      captured.put(symbol, known);
    }
    return known;
  }

  private void requireAround(Symbol symbol) {
    for (Trace around = outer; around != symbol.trace(); around = around.outer()) {
      if (around == null) {
        throw new IllegalStateException(
            "A tensor of a function that has been traced already is used outside of it. Return it"
                + " from the function instead");
      }
    }
  }

  List<Tensor> all() {
    return captured.keySet().stream().map(s -> s.node().outputs().get(s.index())).toList();
  }

  Tensor of(Tensor tensor) {
    return captured.get((Symbol) tensor.state());
  }
}
