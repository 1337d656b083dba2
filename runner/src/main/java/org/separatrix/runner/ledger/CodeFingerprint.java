package org.separatrix.runner.ledger;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checksums of the files that code comes from: other code may give other results. */
final class CodeFingerprint {
  private static final Map<Path, String> KNOWN = new ConcurrentHashMap<>();

  private CodeFingerprint() {}

  /** Returns the checksum of what a class was loaded from. */
  static String of(Class<?> type) {
    @Nullable CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return "none";
    }
    try {
      return of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException | IllegalArgumentException noFile) {
      return source.getLocation().toString();
    }
  }

  /** Returns the checksum of a jar or of a folder of classes; its path if there is no such file. */
  static String of(Path origin) {
    return KNOWN.computeIfAbsent(origin, CodeFingerprint::compute);
  }

  private static String compute(Path origin) {
    Hasher hash = Hashing.sha256().newHasher();
    try (Stream<Path> files = Files.walk(origin)) {
      List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
      for (Path file : sorted) {
        hash.putUnencodedChars(origin.relativize(file).toString());
        hash.putBytes(MoreFiles.asByteSource(file).hash(Hashing.sha256()).asBytes());
      }
      return hash.hash().toString();
    } catch (IOException unreadable) {
      return origin.toString();
    }
  }
}
