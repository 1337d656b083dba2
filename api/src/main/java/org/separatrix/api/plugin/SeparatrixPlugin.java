package org.separatrix.api.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import java.util.ArrayList;
import java.util.List;

/**
 * A plugin: declares objectives, optimizers, starts, analyzers and controls under the ids by which
 * studies name them.
 *
 * <p>Found with {@link java.util.ServiceLoader}, so a plugin is a public class with a public
 * constructor without arguments, listed in {@code
 * META-INF/services/org.separatrix.api.plugin.SeparatrixPlugin}.
 *
 * <p>As a Guice module it binds each component in a map from id to {@link Component}, one map for
 * each kind of factory.
 */
public abstract class SeparatrixPlugin extends AbstractModule {
  private static final TypeLiteral<Component<ObjectiveFactory<Record>>> OBJECTIVE =
      new TypeLiteral<>() {};
  private static final TypeLiteral<Component<OptimizerFactory<Record>>> OPTIMIZER =
      new TypeLiteral<>() {};
  private static final TypeLiteral<Component<StartFactory<Record>>> START = new TypeLiteral<>() {};
  private static final TypeLiteral<Component<AnalyzerFactory<Record>>> ANALYZER =
      new TypeLiteral<>() {};
  private static final TypeLiteral<Component<ControlFactory<Record>>> CONTROL =
      new TypeLiteral<>() {};

  private final List<Component<?>> components = new ArrayList<>();
  private final List<Runnable> bindings = new ArrayList<>();

  /** For subclasses. */
  protected SeparatrixPlugin() {}

  /** Declares what this plugin adds, by calls of the methods below. Called once. */
  protected abstract void contribute();

  /** Returns what this plugin adds, in the order of declaration. */
  public final List<Component<?>> components() {
    if (components.isEmpty()) {
      contribute();
    }
    return List.copyOf(components);
  }

  @Override
  protected final void configure() {
    components();
    bindings.forEach(Runnable::run);
  }

  /**
   * Adds an objective.
   *
   * @param <C> the config record
   * @param id the {@code type:} in YAML
   * @param config the config record's class
   * @param factory makes the objective
   */
  protected final <C extends Record> void objective(
      String id, Class<C> config, ObjectiveFactory<C> factory) {
    ObjectiveFactory<Record> any =
        (record, formulas) -> factory.create(config.cast(record), formulas);
    add(OBJECTIVE, Component.Kind.OBJECTIVE, id, config, any);
  }

  /**
   * Adds an optimizer.
   *
   * @param <C> the config record
   * @param id the {@code type:} in YAML
   * @param config the config record's class
   * @param factory makes the optimizer
   */
  protected final <C extends Record> void optimizer(
      String id, Class<C> config, OptimizerFactory<C> factory) {
    OptimizerFactory<Record> any =
        (record, problem) -> factory.create(config.cast(record), problem);
    add(OPTIMIZER, Component.Kind.OPTIMIZER, id, config, any);
  }

  /**
   * Adds a distribution of starting points.
   *
   * @param <C> the config record
   * @param id the {@code type:} in YAML
   * @param config the config record's class
   * @param factory makes the distribution
   */
  protected final <C extends Record> void start(
      String id, Class<C> config, StartFactory<C> factory) {
    StartFactory<Record> any =
        (record, problem, directory) -> factory.create(config.cast(record), problem, directory);
    add(START, Component.Kind.START, id, config, any);
  }

  /**
   * Adds an analyzer.
   *
   * @param <C> the config record
   * @param id the name in a study's {@code analyze:}
   * @param config the config record's class
   * @param factory makes the analyzer
   */
  protected final <C extends Record> void analyzer(
      String id, Class<C> config, AnalyzerFactory<C> factory) {
    AnalyzerFactory<Record> any = record -> factory.create(config.cast(record));
    add(ANALYZER, Component.Kind.ANALYZER, id, config, any);
  }

  /**
   * Adds a control.
   *
   * @param <C> the config record
   * @param id the name in a study's {@code controls:}
   * @param config the config record's class
   * @param factory makes the control
   */
  protected final <C extends Record> void control(
      String id, Class<C> config, ControlFactory<C> factory) {
    ControlFactory<Record> any = record -> factory.create(config.cast(record));
    add(CONTROL, Component.Kind.CONTROL, id, config, any);
  }

  private <F> void add(
      TypeLiteral<Component<F>> type,
      Component.Kind kind,
      String id,
      Class<? extends Record> config,
      F factory) {
    Component<F> component = new Component<>(kind, id, config, factory, getClass().getName());
    components.add(component);
    bindings.add(
        () ->
            MapBinder.newMapBinder(binder(), TypeLiteral.get(String.class), type)
                .addBinding(id)
                .toInstance(component));
  }
}
