package org.separatrix.bench.compare;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.separatrix.bench.compare.Column.Program;
import org.separatrix.bench.peer.PeerMain;
import org.separatrix.bench.peer.Request;

/** The processes of all peers. */
final class Peers implements AutoCloseable {
  private final Map<Program, PeerProcess> processes = new EnumMap<>(Program.class);

  /**
   * Starts them.
   *
   * @param sources folder of the peers that are not in Java
   * @param compiled the compiled peer in C
   * @param log receives what they complain of
   */
  Peers(Path sources, Path compiled, Path log) throws IOException {
    for (Program program : Program.values()) {
      List<String> command = command(program, sources, compiled);
      processes.put(program, new PeerProcess(program.name(), log, command));
    }
  }

  private static List<String> command(Program program, Path sources, Path compiled) {
    String name = program.name().toLowerCase(Locale.ROOT);
    return switch (program) {
      case C -> List.of(compiled.toString());
      case NUMPY, TORCH -> List.of("python3", sources.resolve("arrays.py").toString(), name);
      case SEPARATRIX, HIPPARCHUS, ND4J -> java(name);
    };
  }

  /** A virtual machine with the options of this one. */
  private static List<String> java(String peer) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(PeerMain.class.getName());
    command.add(peer);
    return command;
  }

  /** Returns a note on each peer that cannot work. */
  List<String> absent() {
    return processes.entrySet().stream()
        .filter(entry -> !entry.getValue().isReady())
        .map(
            entry ->
                "%s: %s"
                    .formatted(
                        entry.getKey().name().toLowerCase(Locale.ROOT),
                        entry.getValue().greeting()))
        .toList();
  }

  /**
   * Asks for a column.
   *
   * @return the answer; empty if the peer does not do this
   */
  Optional<String> ask(Column column, Request request) {
    PeerProcess process = processes.get(column.program());
    if (process == null || !process.isReady()) {
      return Optional.empty();
    }
    String answer = process.ask(request.with("form", column.form()));
    return answer.equals("none") ? Optional.empty() : Optional.of(answer);
  }

  @Override
  public void close() throws IOException {
    for (PeerProcess process : processes.values()) {
      process.close();
    }
  }
}
