package org.separatrix.runner.cli;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Everything that is in a folder, by which one sees whether something was changed in it. */
final class FolderContents {
  private FolderContents() {}

  /** Returns a checksum of each file, the target of each link, by their relative names. */
  static SortedMap<String, String> of(Path folder) throws IOException {
    SortedMap<String, String> contents = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.toList()) {
        contents.put(folder.relativize(path).toString(), content(path));
      }
    }
    return contents;
  }

  private static String content(Path path) throws IOException {
    if (Files.isSymbolicLink(path)) {
      return "link to " + Files.readSymbolicLink(path);
    }
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
        ? MoreFiles.asByteSource(path).hash(Hashing.sha256()).toString()
        : "no file";
  }
}
