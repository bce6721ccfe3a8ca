package rhyton.config;

import java.util.List;

/**
 * A list of classes that files may contain. A jar with layers or other classes of its own names its
 * provider in {@code META-INF/services/rhyton.config.TypeProvider}; every program that has the jar
 * on its class path then reads files with these classes.
 */
public interface TypeProvider {
  /** Returns the classes. */
  List<Revivable<?>> types();
}
