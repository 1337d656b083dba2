package org.separatrix.runner.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Inject;
import com.google.inject.Stage;
import org.separatrix.api.objective.FormulaCompiler;
import org.separatrix.core.code.SourceCompiler;
import org.separatrix.core.formula.SymbolicFormulaCompiler;
import org.separatrix.core.plugin.Plugins;
import org.separatrix.core.plugin.Registry;
import org.separatrix.core.plugin.RegistryModule;
import org.separatrix.runner.plan.Planner;
import org.separatrix.runner.prediction.PredictionCatalogue;
import org.separatrix.runner.schema.StudySchema;
import org.separatrix.runner.study.StudyReader;

/**
 * The services of the program, made by its one injector.
 *
 * @param registry the components of all plugins
 * @param planner makes plans from studies
 * @param predictions what the analyzers can answer
 * @param schema says in JSON Schema what studies may contain
 */
public record Services(
    Registry registry, Planner planner, PredictionCatalogue predictions, StudySchema schema) {
  /** For the injector. */
  @Inject
  public Services {}

  /**
   * Makes the services.
   *
   * @param plugins the plugins to use
   * @param sources compiles what is generated
   */
  public static Services create(Plugins plugins, SourceCompiler sources) {
    return Guice.createInjector(Stage.DEVELOPMENT, new ServicesModule(plugins, sources))
        .getInstance(Services.class);
  }

  private static final class ServicesModule extends AbstractModule {
    private final Plugins plugins;
    private final SourceCompiler sources;

    ServicesModule(Plugins plugins, SourceCompiler sources) {
      this.plugins = plugins;
      this.sources = sources;
    }

    @Override
    protected void configure() {
      binder().requireExplicitBindings();
      binder().requireExactBindingAnnotations();
      binder().disableCircularProxies();
      install(new RegistryModule(plugins));
      bind(FormulaCompiler.class).toInstance(new SymbolicFormulaCompiler(sources));
      bind(StudyReader.class);
      bind(Planner.class);
      bind(PredictionCatalogue.class);
      bind(StudySchema.class);
      bind(Services.class);
    }
  }
}
