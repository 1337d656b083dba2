package org.separatrix.runner.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.separatrix.runner.render.ManPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the manual page. */
@Command(
    name = "man",
    description = "Print the manual page of the program and its commands, for man.",
    mixinStandardHelpOptions = true,
    footer = {"", "Examples:", "  separatrix man > separatrix.1", "  separatrix man | man -l -"})
final class ManCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandSpec program = Printers.require(spec).root();
    Printers.out(spec).print(ManPage.of(program, VersionProvider.version()));
    Printers.out(spec).flush();
    return ExitCode.DONE;
  }
}
