package rhyton.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rhyton.config.Revivable;

/**
 * How a model is loaded.
 *
 * <pre>{@code
 * Model model = Model.load(path, new LoadOptions().compile(false).customObjects(MyLayer.TYPE));
 * }</pre>
 *
 * @see <a href="https://keras.io/api/models/model_saving_apis/">load_model</a>
 */
public final class LoadOptions {
  private final boolean compile;
  private final List<Revivable<?>> customObjects;

  /** Keras's defaults: with compile settings, without custom objects. */
  public LoadOptions() {
    this(true, List.of());
  }

  private LoadOptions(boolean compile, List<Revivable<?>> customObjects) {
    this.compile = compile;
    this.customObjects = customObjects;
  }

  /**
   * Whether the model is compiled with the settings of the file, and its optimizer goes on where it
   * stopped.
   *
   * @param newCompile false for a model that is only asked for predictions
   * @return options with it
   */
  public LoadOptions compile(boolean newCompile) {
    return new LoadOptions(newCompile, customObjects);
  }

  /**
   * Classes of your own that the file may name. Those that a jar provides by {@link
   * rhyton.config.TypeProvider} are found without.
   *
   * @param types such as {@code MyLayer.TYPE}
   * @return options with these classes as well
   */
  public LoadOptions customObjects(Revivable<?>... types) {
    List<Revivable<?>> all = new ArrayList<>(customObjects);
    all.addAll(Arrays.asList(types));
    return new LoadOptions(compile, List.copyOf(all));
  }

  /** Returns whether the model is compiled with the settings of the file. */
  public boolean compile() {
    return compile;
  }

  /** Returns the classes that the file may name besides those of Keras. */
  public List<Revivable<?>> customObjects() {
    return customObjects;
  }
}
