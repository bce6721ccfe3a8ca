package rhyton.tensor.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.Trace;
import rhyton.tensor.TraceNode;
import rhyton.tensor.control.LoopBody.Element;
import rhyton.tensor.control.Loops.Result;

/** Loops in functions that are being traced. */
final class TracedLoops {
  private TracedLoops() {}

  /** A round that knows its index. */
  @FunctionalInterface
  interface IndexedRound {
    Result apply(Tensor index, List<Tensor> state, List<Tensor> elements);
  }

  static Result scan(
      IndexedRound round,
      List<Tensor> initial,
      List<Tensor> sequences,
      Tensor rounds,
      boolean reverse) {
    Trace around = Trace.current();
    List<Tensor> first = initial.stream().map(around::local).toList();
    List<Tensor> all = sequences.stream().map(around::local).toList();
    LoopBody body = body("scan", true, first, all, round);
    TraceNode node =
        new Loop(around, body, null, null, reverse).place(around.local(rounds), first, all);
    return result(node, first.size(), body);
  }

  private static Result result(TraceNode node, int state, LoopBody body) {
    List<Tensor> outputs = new ArrayList<>();
    for (int index : body.results()) {
      outputs.add(node.outputs().get(1 + state + index));
    }
    return new Result(List.copyOf(node.outputs().subList(1, 1 + state)), outputs);
  }

  static List<Tensor> whileLoop(
      Function<List<Tensor>, Tensor> condition,
      UnaryOperator<List<Tensor>> round,
      List<Tensor> initial,
      Integer maximum) {
    Trace around = Trace.current();
    List<Tensor> first = initial.stream().map(around::local).toList();
    LoopBody body =
        body(
            "whileLoop",
            false,
            first,
            List.of(),
            (index, state, none) -> new Result(round.apply(state), List.of()));
    Tensor[] goesOn = new Tensor[1];
    Trace test = Trace.beginPart(around, Loops.NONE);
    try {
      Tensor index = test.placeholder(DType.INT32, Shape.SCALAR, "index");
      Tensor limit = test.placeholder(DType.INT32, Shape.SCALAR, "limit");
      List<Tensor> state =
          first.stream().map(s -> test.placeholder(s.dtype(), s.shape(), "state")).toList();
      Tensor more = condition.apply(state);
      if (more.dtype() != DType.BOOL || more.rank() > 0) {
        throw new IllegalArgumentException(
            "whileLoop: the condition must be a bool of shape (). Received: " + more);
      }
      goesOn[0] = test.local(maximum == null ? more : more.logicalAnd(index.less(limit)));
    } finally {
      test.suspend(around);
    }
    Tensor limit = Tensor.of(maximum == null ? Integer.MAX_VALUE : maximum);
    TraceNode node =
        new Loop(around, body, test, goesOn[0], false).place(around.local(limit), first, List.of());
    return result(node, first.size(), body).state();
  }

  private static LoopBody body(
      String loop,
      boolean counted,
      List<Tensor> first,
      List<Tensor> sequences,
      IndexedRound round) {
    Set<Object> changing = Loops.NONE;
    while (true) {
      Trace around = Trace.current();
      Trace trace = Trace.beginPart(around, changing);
      LoopBody body;
      try {
        body = new LoopBody(trace, counted);
        first.forEach(tensor -> body.addState(tensor.dtype(), tensor.shape()));
        sequences.forEach(tensor -> body.addElement(tensor.dtype(), tensor.shape().from(1)));
        Result result =
            round.apply(
                body.index(),
                List.copyOf(body.state()),
                body.elements().stream().map(Element::value).toList());
        Loops.checked(loop, first, result.state())
            .forEach(tensor -> body.next().add(trace.local(tensor)));
        result.outputs().forEach(tensor -> body.results().add(body.collect(trace.local(tensor))));
      } finally {
        trace.suspend(around);
      }
      if (trace.variables().readThenWritten().isEmpty()) {
        for (Tensor outside : trace.captures()) {
          body.constants().put(outside, trace.captured(outside));
        }
        return body;
      }
      // A variable that a round changes has to be read anew in each round.
      changing = trace.variables().readThenWritten();
    }
  }
}
