package org.separatrix.core.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import org.separatrix.api.plugin.AnalyzerFactory;
import org.separatrix.api.plugin.Component;
import org.separatrix.api.plugin.ControlFactory;
import org.separatrix.api.plugin.ObjectiveFactory;
import org.separatrix.api.plugin.OptimizerFactory;
import org.separatrix.api.plugin.StartFactory;

/** Installs plugins and binds the {@link Registry} of what they add. */
public final class RegistryModule extends AbstractModule {
  private final Plugins plugins;

  /**
   * Creates the module.
   *
   * @param plugins the plugins
   */
  public RegistryModule(Plugins plugins) {
    this.plugins = plugins;
  }

  @Override
  protected void configure() {
    declare(new TypeLiteral<Component<ObjectiveFactory<Record>>>() {});
    declare(new TypeLiteral<Component<OptimizerFactory<Record>>>() {});
    declare(new TypeLiteral<Component<StartFactory<Record>>>() {});
    declare(new TypeLiteral<Component<AnalyzerFactory<Record>>>() {});
    declare(new TypeLiteral<Component<ControlFactory<Record>>>() {});
    plugins.working().forEach(loaded -> install(loaded.plugin()));
    bind(Plugins.class).toInstance(plugins);
    bind(Registry.class).in(Singleton.class);
  }

  /** Makes the map of a kind exist even if no plugin adds to it. */
  private void declare(TypeLiteral<?> component) {
    MapBinder.newMapBinder(binder(), TypeLiteral.get(String.class), component);
  }
}
