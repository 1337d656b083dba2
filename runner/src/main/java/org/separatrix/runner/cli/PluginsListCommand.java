package org.separatrix.runner.cli;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.plugin.Component;
import org.separatrix.api.plugin.Doc;
import org.separatrix.core.plugin.LoadedPlugin;
import org.separatrix.core.plugin.Registry;
import org.separatrix.runner.render.LabelledLines;
import org.separatrix.runner.yaml.ConfigSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists everything that studies can name. */
@Command(
    name = "list",
    description = "List everything that studies can name, and where it comes from.",
    mixinStandardHelpOptions = true,
    footer = {"", "Examples:", "  separatrix plugins list", "  separatrix plugins list --json"})
final class PluginsListCommand implements Callable<Integer> {
  private final SeparatrixCommand root;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private JsonOption json = new JsonOption();

  PluginsListCommand(SeparatrixCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    PrintWriter out = Printers.out(spec);
    Registry registry = root.services(Printers.err(spec)).registry();
    if (json.isWanted()) {
      json.print(spec, Documents.registry(registry));
      return ExitCode.DONE;
    }
    for (Component.Kind kind : Component.Kind.values()) {
      print(out, kind, registry.components(kind));
    }
    out.println("plugins");
    for (LoadedPlugin plugin : registry.plugins().working()) {
      out.printf("  %s%n    from %s%n", plugin.name(), plugin.origin());
    }
    return ExitCode.DONE;
  }

  private static void print(
      PrintWriter out, Component.Kind kind, Collection<Component<?>> components) {
    if (components.isEmpty()) {
      return;
    }
    out.println(kind + "s");
    int width = components.stream().mapToInt(component -> component.id().length()).max().orElse(0);
    LabelledLines lines = new LabelledLines(out, width + 2);
    for (Component<?> component : components) {
      lines.print(
          component.id(), ConfigSchema.of(component.config()).doc().map(Doc::value).orElse(""));
    }
    out.println();
  }
}
