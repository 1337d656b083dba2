package org.separatrix.runner.doctor;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.separatrix.core.plugin.Failure;

/** What studies need besides the processor: fonts for pictures, a folder for temporary files. */
final class Surroundings {
  private static final long MEGABYTE = 1 << 20;
  private static final long COMFORTABLE_SPACE = 500 * MEGABYTE;

  private Surroundings() {}

  static Diagnosis fonts() {
    String advice =
        "install fonts, as in apt-get install fontconfig fonts-dejavu-core; or write no pictures,"
            + " with output: {figures: [csv]}";
    try {
      int families =
          GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length;
      return families == 0
          ? Diagnosis.warning("fonts", "none, so that pictures have no text", advice)
          : Diagnosis.fine("fonts", families + " families");
    } catch (RuntimeException | LinkageError failure) {
      return Diagnosis.warning("fonts", new Failure(failure).describe(), advice);
    }
  }

  static Diagnosis temporaryFolder() {
    return temporaryFolder(Path.of(System.getProperty("java.io.tmpdir", "")));
  }

  static Diagnosis temporaryFolder(Path folder) {
    String subject = "temporary folder";
    String advice =
        "free space there, or name another, as in SEPARATRIX_JAVA_OPTIONS=-Djava.io.tmpdir=DIR";
    try {
      Files.delete(Files.createTempFile(folder, "separatrix", ".tmp"));
      long free = Files.getFileStore(folder).getUsableSpace();
      String seen = String.format(Locale.ROOT, "%s, %,d MB free", folder, free / MEGABYTE);
      return free < COMFORTABLE_SPACE
          ? Diagnosis.warning(subject, seen, advice)
          : Diagnosis.fine(subject, seen);
    } catch (IOException unwritable) {
      return Diagnosis.broken(subject, folder + " cannot be written to", advice);
    }
  }
}
