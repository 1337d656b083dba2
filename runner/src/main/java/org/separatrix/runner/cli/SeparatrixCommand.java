package org.separatrix.runner.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.separatrix.core.code.SourceCompiler;
import org.separatrix.core.plugin.PluginLoader;
import org.separatrix.core.plugin.Plugins;
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
    CommandLine program = program(out, err);
    // Made beforehand: when it is needed there may be no memory left to make it.
    String outOfMemory = OutOfMemory.message();
    try {
      return program.execute(arguments);
    } catch (OutOfMemoryError tooMuch) {
      err.println(outOfMemory);
      return ExitCode.INTERNAL_ERROR;
    }
  }

  /**
   * Makes the command line.
   *
   * @param out standard output
   * @param err standard error
   */
  static CommandLine program(PrintWriter out, PrintWriter err) {
    SeparatrixCommand root = new SeparatrixCommand();
    CommandLine plugins =
        new CommandLine(new PluginsCommand())
            .addSubcommand(new PluginsListCommand(root))
            .addSubcommand(new PluginsDescribeCommand(root))
            .addSubcommand(new PluginsNewCommand())
            .addSubcommand(new PluginsCheckCommand(root));
    CommandLine predictions =
        new CommandLine(new PredictionsCommand())
            .addSubcommand(new PredictionsListCommand(root))
            .addSubcommand(new PredictionsDescribeCommand(root));
    Failures failures = new Failures(root);
    return new CommandLine(root)
        .addSubcommand(new InitCommand())
        .addSubcommand(new RunCommand(root))
        .addSubcommand(new ResumeCommand(root))
        .addSubcommand(new StatusCommand())
        .addSubcommand(new CollectCommand(root))
        .addSubcommand(new QueryCommand())
        .addSubcommand(new MergeCommand())
        .addSubcommand(new CleanCommand())
        .addSubcommand(new CompareCommand())
        .addSubcommand(new CertifyCommand(root))
        .addSubcommand(new ReportCommand(root))
        .addSubcommand(new ExportCommand())
        .addSubcommand(new VerifyCommand(root))
        .addSubcommand(new ValidateCommand(root))
        .addSubcommand(new PlanCommand(root))
        .addSubcommand(new SchemaCommand(root))
        .addSubcommand(predictions)
        .addSubcommand(plugins)
        .addSubcommand(new DoctorCommand(root))
        .addSubcommand(new CompletionCommand())
        .addSubcommand(new ManCommand())
        .addSubcommand(new ReferenceCommand(root))
        .setOut(out)
        .setErr(err)
        .setUsageHelpWidth(100)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
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
