package org.separatrix.runner.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.plugin.Component;
import org.separatrix.core.plugin.Registry;
import org.separatrix.runner.study.StudyFile;
import org.separatrix.runner.yaml.ConfigSchema;
import org.separatrix.runner.yaml.Suggestions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Describes the keys of something that studies can name, or of studies themselves. */
@Command(
    name = "describe",
    description = "Describe every key of a component, or of a study.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  separatrix plugins describe heavy-ball",
      "  separatrix plugins describe study --json"
    })
final class PluginsDescribeCommand implements Callable<Integer> {
  private static final String STUDY = "study";

  private final SeparatrixCommand root;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private JsonOption json = new JsonOption();

  @Parameters(paramLabel = "ID", description = "Id of a component, or the word study.")
  private String id = "";

  PluginsDescribeCommand(SeparatrixCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    Description description = new Description(Printers.out(spec));
    if (id.equals(STUDY)) {
      ConfigSchema study = ConfigSchema.of(StudyFile.class);
      if (json.isWanted()) {
        json.print(spec, Documents.config(study));
      } else {
        description.print("the study", study);
      }
      return ExitCode.DONE;
    }
    Registry registry = root.services(Printers.err(spec)).registry();
    List<Component<?>> found = components(registry, id, List.of(STUDY));
    if (json.isWanted()) {
      ObjectNode document = Documents.object();
      ArrayNode components = document.putArray("components");
      found.forEach(component -> components.add(Documents.component(component, registry)));
      json.print(spec, document);
      return ExitCode.DONE;
    }
    for (Component<?> component : found) {
      description.print(component, registry.origin(component));
    }
    return ExitCode.DONE;
  }

  /**
   * Returns the components of all kinds that have an id.
   *
   * @param others what else the command takes for an id
   * @throws CommandException if there is none
   */
  static List<Component<?>> components(Registry registry, String id, List<String> others) {
    List<Component<?>> found =
        Arrays.stream(Component.Kind.values())
            .map(kind -> registry.find(kind, id))
            .flatMap(Optional::stream)
            .toList();
    if (found.isEmpty()) {
      throw new CommandException(unknown(registry, id, others), ExitCode.BAD_INPUT);
    }
    return found;
  }

  private static String unknown(Registry registry, String id, List<String> others) {
    List<String> ids = new ArrayList<>(others);
    for (Component.Kind kind : Component.Kind.values()) {
      ids.addAll(registry.ids(kind));
    }
    return "nothing has the id '%s'.%s%nMaybe run separatrix plugins list."
        .formatted(id, Suggestions.didYouMean(id, ids));
  }
}
