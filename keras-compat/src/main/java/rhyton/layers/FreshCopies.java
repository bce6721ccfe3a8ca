package rhyton.layers;

import java.util.ArrayList;
import java.util.List;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.KerasObject;
import rhyton.config.Ticketed;
import rhyton.config.Tickets;

/**
 * Copies of layers as Keras makes them from configs: with the same options, but with cells, weights
 * and random numbers of their own.
 */
final class FreshCopies {
  private final List<Ticketed> made = new ArrayList<>();

  private FreshCopies() {}

  /**
   * A copy of a layer, without a name.
   *
   * @param layer the layer
   * @param changed options of the copy
   * @return the copy
   */
  static Recurrent<?> of(Recurrent<?> layer, ArgValues changed) {
    return (Recurrent<?>) new FreshCopies().copy(layer, changed);
  }

  /** Throws if a cell cannot be copied, or one of those in it. */
  static void check(Layer cell) {
    if (!(cell instanceof ArgLayer<?>)) {
      throw new IllegalArgumentException(
          ("Bidirectional: the cell " + cell.getClass().getSimpleName() + " cannot be copied:")
              + " its class declares no KerasType. Make it extend ArgLayer");
    }
    if (cell instanceof StackedRNNCells stack) {
      stack.arg(StackedRNNCells.CELLS).forEach(FreshCopies::check);
    }
  }

  private ArgLayer<?> copy(ArgLayer<?> layer, ArgValues args) {
    ArgValues fresh = args;
    for (Arg<?> arg : layer.type().args().args()) {
      fresh = args.has(arg) ? refreshed(fresh, arg) : fresh;
    }
    List<Ticketed> parts = List.copyOf(made);
    ArgLayer<?> copy = (ArgLayer<?>) layer.type().create(fresh);
    parts.forEach(part -> Tickets.adopt(copy, part));
    made.clear();
    made.add(copy);
    return copy;
  }

  @SuppressWarnings("unchecked") // a copy is of the class of what it is a copy of
  private <T> ArgValues refreshed(ArgValues args, Arg<T> arg) {
    return args.with(arg, (T) fresh(args.get(arg)));
  }

  private Object fresh(Object value) {
    if (value instanceof List<?> list) {
      List<Object> all = new ArrayList<>();
      list.forEach(item -> all.add(fresh(item)));
      return all;
    }
    if (value instanceof RNNCell cell) {
      ArgLayer<?> declared = (ArgLayer<?>) cell;
      ArgLayer<?> copy = copy(declared, declared.args());
      copy.nameLater(declared::name);
      return copy;
    }
    if (value instanceof KerasObject object && value instanceof Ticketed) {
      KerasObject pattern = object.type().create(object.args());
      Tickets.asTemplate(pattern);
      return pattern;
    }
    return value;
  }
}
