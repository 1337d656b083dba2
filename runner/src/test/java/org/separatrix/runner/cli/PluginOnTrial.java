package org.separatrix.runner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.separatrix.runner.PluginJar;

/**
 * A plugin in a folder of its own, with which the program is called. Messages name its jar JAR, and
 * files of the folder by their names alone.
 */
record PluginOnTrial(Path folder, Path jar) {
  /** Compiles the plugin into a jar of the folder. */
  static PluginOnTrial write(Path folder, String className, String source) throws IOException {
    Path jar = folder.resolve("plugin.jar");
    PluginJar.write(jar, className, source);
    return new PluginOnTrial(folder, jar);
  }

  /** Returns where {@link #run} keeps results. */
  Path results() {
    return folder.resolve("out");
  }

  /** Writes study.yaml. */
  Path writeStudy(String text) throws IOException {
    return Files.writeString(folder.resolve("study.yaml"), text);
  }

  /** Runs a study, which becomes study.yaml, without a word about its results. */
  Invocation run(String study, String... options) throws IOException {
    Path file = writeStudy(study);
    Stream<Object> words = Stream.of("run", file, "--quiet", "--out", results());
    return invoke(Stream.concat(words, Stream.of(options)).toArray());
  }

  Invocation invoke(Object... words) {
    Invocation run =
        Invocation.run(Stream.concat(Stream.of("--plugins", folder), Stream.of(words)).toArray());
    String errors = run.errors().replace(jar.toString(), "JAR").replace(folder + "/", "");
    return new Invocation(run.exitCode(), run.output(), errors);
  }
}
