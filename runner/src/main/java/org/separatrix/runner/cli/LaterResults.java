package org.separatrix.runner.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.separatrix.runner.certify.CertificateFile;
import org.separatrix.runner.certify.StudyCertificate;
import org.separatrix.runner.ledger.StudyStore;
import org.separatrix.runner.parts.StoreException;
import org.separatrix.runner.store.JsonFiles;
import org.separatrix.runner.store.MalformedFileException;
import org.separatrix.runner.store.ResultDirectory;
import org.separatrix.runner.store.Summary;
import org.separatrix.runner.study.StudyFile;
import org.separatrix.runner.yaml.Diagnostics;
import org.separatrix.runner.yaml.InvalidStudyException;
import org.separatrix.runner.yaml.YamlReader;
import org.separatrix.runner.yaml.YamlScalar;

/**
 * Refuses a folder of results that a later version of the program wrote, before anything in it is
 * read, replaced or removed. What is damaged in other ways is left to those who read it.
 */
final class LaterResults {
  private LaterResults() {}

  /**
   * Checks a folder, which may be missing.
   *
   * @param results the folder
   * @throws MalformedFileException if one of its files has a later schema
   */
  static void refuse(Path results) {
    StudyStore store = StudyStore.of(results, warning -> {});
    for (Path study : new Path[] {results.resolve(ResultDirectory.STUDY), store.study()}) {
      refuse(study, schemaOfStudy(study), StudyFile.SCHEMA);
    }
    refuse(results.resolve(ResultDirectory.SUMMARY), Summary.SCHEMA);
    refuse(results.resolve(ResultDirectory.PARTIAL_SUMMARY), Summary.SCHEMA);
    refuse(results.resolve(CertificateFile.NAME), StudyCertificate.SCHEMA);
    try {
      store.checkSchemas();
    } catch (StoreException unreadable) {
      // Said by whoever reads it.
    }
  }

  private static void refuse(Path file, int known) {
    if (Files.exists(file)) {
      refuse(file, JsonFiles.schema(file), known);
    }
  }

  private static void refuse(Path file, OptionalInt schema, int known) {
    if (schema.isPresent() && schema.getAsInt() > known) {
      throw JsonFiles.later(file.toString(), schema.getAsInt(), known);
    }
  }

  private static OptionalInt schemaOfStudy(Path file) {
    if (!Files.isRegularFile(file)) {
      return OptionalInt.empty();
    }
    try {
      return YamlReader.read(file, new Diagnostics()).get("schema") instanceof YamlScalar schema
              && schema.text().matches("[0-9]{1,9}")
          ? OptionalInt.of(Integer.parseInt(schema.text()))
          : OptionalInt.empty();
    } catch (InvalidStudyException unreadable) {
      return OptionalInt.empty();
    }
  }
}
