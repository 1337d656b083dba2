package org.separatrix.runner.store;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives figures and cells names of files that every system can keep, each its own. */
public final class FileNames {
  private static final int LONGEST = 120;
  private static final int HASH = 8;

  /** In lower case, since some systems do not tell the cases apart. */
  private final Set<String> taken = new HashSet<>();

  /**
   * Returns a name without an extension.
   *
   * @param id of the figure, such as {@code escape-time/lee-gradient-descent/c1}
   */
  public String name(String id) {
    String safe = id.replaceAll("[^A-Za-z0-9.=_-]+", "_").replaceFirst("^[._-]+", "");
    if (safe.isEmpty()) {
      safe = "figure";
    }
    if (safe.length() > LONGEST || !taken.add(safe.toLowerCase(Locale.ROOT))) {
      String hash = Hashing.sha256().hashString(id, StandardCharsets.UTF_8).toString();
      int kept = Math.min(safe.length(), LONGEST - HASH - 1);
      safe = safe.substring(0, kept) + "-" + hash.substring(0, HASH);
      taken.add(safe.toLowerCase(Locale.ROOT));
    }
    return safe;
  }
}
