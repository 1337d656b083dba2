package org.separatrix.runner.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.plugin.Component;
import org.separatrix.core.code.SourceCompiler;
import org.separatrix.core.plugin.BrokenPlugin;
import org.separatrix.core.plugin.PluginLoader;
import org.separatrix.core.plugin.Plugins;
import org.separatrix.runner.check.Complaint;
import org.separatrix.runner.check.ComponentCheck;
import org.separatrix.runner.render.ComplaintReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds components to their contracts. */
@Command(
    name = "check",
    description = {
      "Check components against the contract of their kind.",
      "It asks for derivatives, linearization, the same bytes on one and on several threads, alone",
      "and in a block, documentation, example."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  separatrix plugins check heavy-ball",
      "  separatrix plugins check my-method/target/my-method-1.0.0.jar"
    })
final class PluginsCheckCommand implements Callable<Integer> {
  private final SeparatrixCommand root;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "JAR|ID", description = "A plugin's jar, or the id of a component.")
  private String subject = "";

  PluginsCheckCommand(SeparatrixCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    if (subject.isEmpty()) {
      return checkId();
    }
    Path jar = Path.of(subject);
    return subject.endsWith(".jar") || Files.exists(jar) ? checkJar(jar) : checkId();
  }

  private int checkJar(Path jar) {
    if (!Files.isRegularFile(jar)) {
      throw new CommandException(
          jar + (Files.exists(jar) ? ": is not a jar" : ": no such file"), ExitCode.BAD_INPUT);
    }
    Plugins plugins = PluginLoader.loadJar(SeparatrixCommand.class.getClassLoader(), jar);
    List<BrokenPlugin> broken =
        plugins.broken().stream().filter(plugin -> plugin.origin().equals(jar.toString())).toList();
    PrintWriter out = Printers.out(spec);
    broken.forEach(plugin -> out.println("failed  " + plugin.message()));
    Services services = Services.create(plugins, new SourceCompiler());
    List<Component<?>> components =
        services.registry().plugins().working().stream()
            .filter(plugin -> plugin.origin().equals(jar.toString()))
            .flatMap(plugin -> plugin.components().stream())
            .toList();
    if (components.isEmpty() && broken.isEmpty()) {
      throw new CommandException(
          "%s adds nothing.%nMaybe its plugin is on the class path already.".formatted(jar),
          ExitCode.BAD_INPUT);
    }
    boolean sound = check(services, components);
    return sound && broken.isEmpty() ? ExitCode.DONE : ExitCode.CONTRADICTED;
  }

  private int checkId() {
    Services services = root.services(Printers.err(spec));
    List<Component<?>> found =
        PluginsDescribeCommand.components(services.registry(), subject, List.of());
    return check(services, found) ? ExitCode.DONE : ExitCode.CONTRADICTED;
  }

  private boolean check(Services services, List<Component<?>> components) {
    ComponentCheck check = new ComponentCheck(services.registry(), services.planner());
    ComplaintReport report = new ComplaintReport(Printers.out(spec));
    boolean sound = true;
    for (Component<?> component : components) {
      List<Complaint> complaints = check.complaints(component);
      report.print(component, complaints);
      sound &= complaints.isEmpty();
    }
    return sound;
  }
}
