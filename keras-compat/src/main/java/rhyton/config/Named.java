package rhyton.config;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A declared object with a name, found automatically where none is asked for. Its config has the
 * name that was found.
 *
 * @param <S> the class itself
 */
@CheckReturnValue
public interface Named<S extends KerasObject> extends Declared<S> {
  /** The object's name; found automatically when it is null. */
  Arg<String> NAME = Arg.optional("name", Codec.TEXT);

  /** Returns the name; the first call settles it. */
  String name();

  /**
   * The name under which logs show the object.
   *
   * @param name the name
   * @return a copy with this option
   */
  default S name(String name) {
    return with(NAME, name);
  }

  /** The config with the name that was found, where the class lists a name at all. */
  @Override
  default ObjectNode config(ConfigStyle style) {
    ObjectNode config = type().config(args(), style);
    if (config.has(NAME.name())) {
      config.put(NAME.name(), name());
    }
    return config;
  }
}
