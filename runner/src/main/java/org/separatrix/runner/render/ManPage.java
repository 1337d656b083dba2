package org.separatrix.runner.render;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A manual page in troff's man macros, made from the specification of commands.
 *
 * <p>Picocli's own generator writes AsciiDoc, which takes a tool much larger than this program to
 * become a manual page.
 */
public final class ManPage {
  private final StringBuilder text = new StringBuilder();

  private ManPage() {}

  /**
   * Returns the page.
   *
   * @param program the program's command, with all others below it
   * @param version its version
   */
  public static String of(CommandSpec program, String version) {
    ManPage page = new ManPage();
    String name = program.name();
    page.line(
        ".TH %s 1 \"\" \"%s %s\""
            .formatted(name.toUpperCase(Locale.ROOT), escape(name), escape(version)));
    page.section("NAME");
    page.line(escape(name + " - " + joined(program.usageMessage().description())));
    page.section("SYNOPSIS");
    page.line(".B " + escape(name));
    page.line("COMMAND [OPTIONS]");
    page.section("OPTIONS");
    program.options().stream().filter(option -> !option.hidden()).forEach(page::argument);
    page.section("COMMANDS");
    page.commands(program);
    page.footer(program);
    return page.text.toString();
  }

  private void commands(CommandSpec parent) {
    // An alias is a second key of the same command.
    Set<CommandLine> seen = new HashSet<>();
    for (CommandLine command : parent.subcommands().values()) {
      CommandSpec spec = command.getCommandSpec();
      if (seen.add(command) && !spec.usageMessage().hidden()) {
        command(spec);
        commands(spec);
      }
    }
  }

  private void command(CommandSpec command) {
    String parameters =
        command.positionalParameters().stream()
            .map(PositionalParamSpec::paramLabel)
            .collect(Collectors.joining(" "));
    line(".SS " + escape(command.qualifiedName() + " " + parameters).strip());
    line(escape(joined(command.usageMessage().description())));
    command.positionalParameters().forEach(this::argument);
    command.options().stream()
        .filter(option -> !option.inherited() && !option.hidden() && !option.usageHelp())
        .filter(option -> !option.versionHelp())
        .forEach(this::argument);
    footer(command);
  }

  private void argument(ArgSpec argument) {
    String names =
        argument instanceof OptionSpec option ? String.join(", ", option.names()) + " " : "";
    boolean flag = argument.isOption() && argument.arity().max() == 0;
    line(".TP");
    line(".B " + escape((names + (flag ? "" : argument.paramLabel())).strip()));
    line(escape(joined(rendered(argument))));
  }

  private static String[] rendered(ArgSpec argument) {
    String candidates =
        argument.completionCandidates() == null
            ? ""
            : String.join(", ", argument.completionCandidates());
    return Stream.of(argument.description())
        .map(
            line ->
                line.replace("${COMPLETION-CANDIDATES}", candidates)
                    .replace("${DEFAULT-VALUE}", String.valueOf(argument.initialValue())))
        .toArray(String[]::new);
  }

  /** Examples and exit codes, in lines of their own. */
  private void footer(CommandSpec command) {
    String[] footer = command.usageMessage().footer();
    if (footer.length > 0) {
      line(".PP");
      line(".nf");
      Arrays.stream(footer).filter(each -> !each.isEmpty()).forEach(each -> line(escape(each)));
      line(".fi");
    }
  }

  private void section(String title) {
    line(".SH " + title);
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private static String joined(String[] lines) {
    return String.join(" ", lines).replace("%%", "%");
  }

  /** Keeps what troff would take for its own: backslashes, hyphens, a dot or quote in front. */
  private static String escape(String plain) {
    String escaped = plain.replace("\\", "\\e").replace("-", "\\-");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
