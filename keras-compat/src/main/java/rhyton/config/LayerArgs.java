package rhyton.config;

import java.util.ArrayList;
import java.util.List;

/** The options that every layer has. */
public final class LayerArgs {
  /** The layer's name; found automatically when it is null. */
  public static final Arg<String> NAME =
      Named.NAME.check("a string without `/`", name -> !name.contains("/"));

  /** Whether training changes the layer's weights. */
  public static final Arg<Boolean> TRAINABLE = Arg.flag("trainable", true);

  /** In which precision the layer computes and keeps its weights. */
  public static final Arg<DTypePolicy> DTYPE =
      Arg.required("dtype", DTypePolicy.CODEC).defaultsTo(args -> KerasConfig.dtypePolicy());

  /** A penalty on the layer's outputs; in the config only if there is one, or a layer lists it. */
  static final Arg<Object> ACTIVITY_REGULARIZER =
      Arg.optional(
              "activity_regularizer",
              Codec.object(Family.REGULARIZER, Object.class, TypeRegistry::standard))
          .unlisted();

  private LayerArgs() {}

  /** The options of a layer with its own ones behind the common ones. */
  static ArgGroup[] and(ArgGroup... own) {
    List<ArgGroup> all = new ArrayList<>(List.of(NAME, TRAINABLE, DTYPE));
    all.addAll(List.of(own));
    if (ArgList.of(own).find(ACTIVITY_REGULARIZER.name()) == null) {
      all.add(ACTIVITY_REGULARIZER);
    }
    return all.toArray(ArgGroup[]::new);
  }
}
