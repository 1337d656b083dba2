package org.separatrix.core.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;

/**
 * Looks through a jar before anything of it is loaded: nothing is unpacked here, but a jar that is
 * made to leave its folder or to fill the memory is not to be trusted, and one that was damaged not
 * to be run.
 */
final class JarInspection {
  /** In bytes; Java's own limits keep class files below. */
  private static final long LARGEST = 16L << 20;

  private static final int BUFFER = 1 << 14;

  private JarInspection() {}

  /**
   * Returns what speaks against a jar, if anything does.
   *
   * @param jar the jar, opened with verification of its signatures
   */
  static Optional<String> problem(JarFile jar) {
    return jar.stream()
        .flatMap(entry -> problem(jar, entry).stream())
        .findFirst()
        .or(() -> problemOfManifest(jar));
  }

  private static Optional<String> problemOfManifest(JarFile jar) {
    try {
      jar.getManifest();
      return Optional.empty();
    } catch (IOException malformed) {
      return Optional.of("its manifest cannot be read: " + malformed.getMessage());
    }
  }

  private static Optional<String> problem(JarFile jar, JarEntry entry) {
    String name = entry.getName().replaceAll("\\p{Cntrl}", "?");
    if (leaves(name)) {
      return Optional.of("its entry '%s' would be unpacked outside of its folder".formatted(name));
    }
    if (!name.endsWith(".class") && !name.startsWith("META-INF/")) {
      return Optional.empty(); // read only if the plugin asks for it
    }
    if (entry.getSize() > LARGEST) {
      return Optional.of(tooLarge(entry));
    }
    try (InputStream content = jar.getInputStream(entry)) {
      return read(content, entry);
    } catch (IOException | IllegalArgumentException damaged) {
      return Optional.of("its entry '%s' is damaged: %s".formatted(name, damaged.getMessage()));
    } catch (SecurityException changed) {
      return Optional.of("its entry '%s' is not the one that was signed".formatted(name));
    }
  }

  /** Of an archive that was opened at random Java checks no checksums. */
  private static Optional<String> read(InputStream content, JarEntry entry) throws IOException {
    CRC32 checksum = new CRC32();
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
      checksum.update(buffer, 0, read);
      size += read;
      if (size > LARGEST) {
        return Optional.of(tooLarge(entry));
      }
    }
    return checksum.getValue() == entry.getCrc() || entry.isDirectory()
        ? Optional.empty()
        : Optional.of(
            "its entry '%s' is damaged: its checksum is wrong".formatted(entry.getName()));
  }

  private static String tooLarge(JarEntry entry) {
    return "its entry '%s' unpacks to more than %d MB".formatted(entry.getName(), LARGEST >> 20);
  }

  private static boolean leaves(String entry) {
    return entry.startsWith("/")
        || entry.indexOf('\\') >= 0
        || entry.indexOf(':') >= 0
        || List.of(entry.split("/")).contains("..");
  }
}
