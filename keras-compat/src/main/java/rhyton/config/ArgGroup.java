package rhyton.config;

import java.util.List;

/** One option, or several that always come together, in a type's declaration. */
public interface ArgGroup {
  /** Returns the options, in the order in which Keras's constructor reads them. */
  List<Arg<?>> args();
}
