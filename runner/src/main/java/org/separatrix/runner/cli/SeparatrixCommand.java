package org.separatrix.runner.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.separatrix.core.code.SourceCompiler;
import org.separatrix.core.plugin.MemoryExhaustion;
import org.separatrix.core.plugin.PluginLoader;
import org.separatrix.core.plugin.Plugins;
import org.separatrix.runner.render.OutputWidth;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program's command line; plugins are loaded only by a subcommand that needs them. */
@Command(
    name = "separatrix",
    description = "Tests the theory of saddle avoidance on ensembles of runs.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  separatrix init my.yaml",
      "  separatrix run my.yaml",
      "  separatrix run --help",
      "",
      "Exit codes: 0 done, 1 internal error or a broken machine, 2 bad study or usage,",
      "3 some cells failed, 4 a prediction was contradicted, a control or a contract failed,",
      "or a result was not confirmed, 130 interrupted."
    })
public final class SeparatrixCommand implements Runnable {
  private static final Path DEFAULT_FOLDER = Path.of("plugins");

  private static final Set<String> VERSION = Set.of("-V", "--version");

  /** Commands that tell of all the others. */
  private static final Set<String> ABOUT_ALL = Set.of("completion", "help", "man");

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Folder of plugin jars; ./plugins if it exists.")
  private @Nullable Path folder;

  @Option(
      names = "--stack-trace",
      scope = ScopeType.INHERIT,
      description = "Print where in the program an internal error happened.")
  private boolean stackTrace;

  private SeparatrixCommand() {}

  /**
   * Runs the program.
   *
   * @param out standard output
   * @param err standard error
   * @param arguments of the command line
   * @return the exit code
   */
  public static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine program = program(out, err, List.of(arguments));
    // Made beforehand: when it is needed there may be no memory left to make it.
    String outOfMemory = OutOfMemory.message();
    try {
      return program.execute(arguments);
    } catch (Error broken) { // picocli hands on exceptions only
      if (MemoryExhaustion.behind(broken).isPresent()) {
        err.println(outOfMemory);
        return ExitCode.INTERNAL_ERROR;
      }
      return new Failures(program.<SeparatrixCommand>getCommand()).internalError(broken, err);
    }
  }

  /**
   * Makes the command line.
   *
   * @param out standard output
   * @param err standard error
   */
  static CommandLine program(PrintWriter out, PrintWriter err) {
    return program(out, err, List.of());
  }

  /** Leaves out commands that are not called: making all takes a tenth of a second. */
  private static CommandLine program(PrintWriter out, PrintWriter err, List<String> words) {
    SeparatrixCommand root = new SeparatrixCommand();
    Map<String, Supplier<Object>> commands = root.commands();
    if (!words.isEmpty()
        && commands.containsKey(words.get(0))
        && !ABOUT_ALL.contains(words.get(0))) {
      commands.keySet().retainAll(words.subList(0, 1));
    } else if (VERSION.containsAll(words) && words.size() == 1) {
      commands.clear();
    }
    CommandLine program = new CommandLine(root);
    commands.values().forEach(command -> program.addSubcommand(command.get()));
    Converters.register(program);
    Failures failures = new Failures(root);
    return program
        .setOut(out)
        .setErr(err)
        .setUsageHelpWidth(OutputWidth.columns())
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
  }

  private Map<String, Supplier<Object>> commands() {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("help", HelpCommand::new);
    commands.put("init", InitCommand::new);
    commands.put("run", () -> new RunCommand(this));
    commands.put("resume", () -> new ResumeCommand(this));
    commands.put("status", () -> new StatusCommand(this));
    commands.put("collect", () -> new CollectCommand(this));
    commands.put("query", QueryCommand::new);
    commands.put("merge", MergeCommand::new);
    commands.put("clean", CleanCommand::new);
    commands.put("compare", CompareCommand::new);
    commands.put("certify", () -> new CertifyCommand(this));
    commands.put("report", () -> new ReportCommand(this));
    commands.put("export", ExportCommand::new);
    commands.put("verify", () -> new VerifyCommand(this));
    commands.put("validate", () -> new ValidateCommand(this));
    commands.put("plan", () -> new PlanCommand(this));
    commands.put("schema", () -> new SchemaCommand(this));
    commands.put("predictions", this::predictions);
    commands.put("plugins", this::plugins);
    commands.put("doctor", () -> new DoctorCommand(this));
    commands.put("completion", CompletionCommand::new);
    commands.put("man", ManCommand::new);
    commands.put("reference", () -> new ReferenceCommand(this));
    return commands;
  }

  private CommandLine predictions() {
    return new CommandLine(new PredictionsCommand())
        .addSubcommand(new PredictionsListCommand(this))
        .addSubcommand(new PredictionsDescribeCommand(this));
  }

  private CommandLine plugins() {
    return new CommandLine(new PluginsCommand())
        .addSubcommand(new PluginsListCommand(this))
        .addSubcommand(new PluginsDescribeCommand(this))
        .addSubcommand(new PluginsNewCommand(this))
        .addSubcommand(new PluginsCheckCommand(this));
  }

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }

  boolean wantsStackTrace() {
    return stackTrace;
  }

  /** Loads the plugins, says which of them do not work, and makes the services. */
  Services services(PrintWriter err) {
    return services(err, new SourceCompiler());
  }

  /**
   * Likewise, with another compiler of generated sources.
   *
   * @param err where broken plugins are named
   * @param sources the compiler
   */
  Services services(PrintWriter err, SourceCompiler sources) {
    ClassLoader program = SeparatrixCommand.class.getClassLoader();
    Path jars = folder == null && Files.isDirectory(DEFAULT_FOLDER) ? DEFAULT_FOLDER : folder;
    Plugins plugins = jars == null ? PluginLoader.load(program) : PluginLoader.load(program, jars);
    plugins.broken().forEach(broken -> err.println("separatrix: " + broken.message()));
    return Services.create(plugins, sources);
  }
}
