package org.separatrix.runner.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.plugin.Component;
import org.separatrix.runner.scaffold.PluginProject;
import org.separatrix.runner.scaffold.ScaffoldKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the project of a new plugin. */
@Command(
    name = "new",
    description = {
      "Write a small Maven project that adds a component.",
      "It is commented, with its configuration, documentation and contract test, and works as it",
      "stands."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  separatrix plugins new optimizer my-method",
      "  separatrix plugins new objective my-function --package com.example.functions"
    })
final class PluginsNewCommand implements Callable<Integer> {
  private final SeparatrixCommand root;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "KIND",
      description = "What it adds: ${COMPLETION-CANDIDATES}.")
  private ScaffoldKind kind = ScaffoldKind.OPTIMIZER;

  @Parameters(
      index = "1",
      paramLabel = "NAME",
      description = "Its id in studies: lower-case words joined by hyphens.")
  private String id = "";

  @Option(
      names = "--package",
      paramLabel = "P",
      description = "Java package of its classes; ${DEFAULT-VALUE} by default.")
  private String packageName = "org.example";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the project; NAME in the current folder by default.")
  private @Nullable Path out;

  PluginsNewCommand(SeparatrixCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    PluginProject project;
    try {
      project = new PluginProject(kind, id, packageName);
    } catch (IllegalArgumentException refused) {
      throw new CommandException(String.valueOf(refused.getMessage()), ExitCode.BAD_INPUT);
    }
    refuseTaken();
    Path folder = out == null ? Path.of(id) : out;
    if (Files.exists(folder)) {
      throw new CommandException(
          "%s exists already.%nMaybe choose another folder with --out.".formatted(folder),
          ExitCode.BAD_INPUT);
    }
    PrintWriter printer = Printers.out(spec);
    try {
      for (Map.Entry<String, String> file : project.files().entrySet()) {
        Path target = folder.resolve(file.getKey());
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.writeString(target, file.getValue(), UTF_8);
        printer.println("wrote " + target);
      }
    } catch (IOException unwritable) {
      throw new CommandException(
          "cannot write to %s: %s".formatted(folder, ResultsFolder.reason(folder, unwritable)),
          ExitCode.BAD_INPUT);
    }
    printer.printf(
        "%nMaybe go on with%n  mvn install -Dmaven.test.skip=true   (once, in a checkout of"
            + " Separatrix)%n  cd %s && mvn verify%n",
        folder);
    printer.flush();
    return ExitCode.DONE;
  }

  /** Two components of one id cannot be loaded together. */
  private void refuseTaken() {
    Component.Kind component = Component.Kind.valueOf(kind.name());
    if (root.services(Printers.err(spec)).registry().ids(component).contains(id)) {
      throw new CommandException(
          "NAME is '%s': another %s has this id.%nMaybe choose another, such as my-%1$s."
              .formatted(id, kind),
          ExitCode.BAD_INPUT);
    }
  }
}
