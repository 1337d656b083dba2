package org.separatrix.runner.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import org.separatrix.runner.store.JsonFiles;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option to print for machines: one JSON document on standard output, and nothing else. */
final class JsonOption {
  @Option(
      names = "--json",
      description = "Print one JSON document for machines, and nothing else, on standard output.")
  private boolean wanted;

  boolean isWanted() {
    return wanted;
  }

  /** Prints the document. */
  void print(@Nullable CommandSpec spec, JsonNode document) {
    try {
      PrintWriter out = Printers.out(spec);
      out.print(JsonFiles.text(document));
      out.flush();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree is always JSON", impossible);
    }
  }
}
