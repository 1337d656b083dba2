package org.separatrix.runner.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.separatrix.runner.ledger.StudyStore;
import org.separatrix.runner.store.ResultDirectory;
import org.separatrix.runner.yaml.Diagnostics;
import org.separatrix.runner.yaml.YamlJson;
import org.separatrix.runner.yaml.YamlReader;

/** Refuses folders whose parts would be of no use when they are united. */
final class MergedFolders {
  /** Keys on which every part depends. */
  private static final List<String> COMMON = List.of("seed", "stop", "certify");

  /** Lists of which a part depends on one entry. */
  private static final List<String> LISTS = List.of("objectives", "optimizers", "starts");

  private MergedFolders() {}

  /**
   * Checks that folders are of one study, each is given once, and none of them is the new one.
   *
   * @param folders those that are united
   * @param out the new one, which may be missing
   * @throws CommandException if they are not
   */
  static void check(List<Path> folders, Path out) {
    Set<Path> seen = new HashSet<>();
    for (Path folder : folders) {
      if (!seen.add(place(folder))) {
        throw new CommandException(
            folder + ": given twice: name each folder once", ExitCode.BAD_INPUT);
      }
    }
    if (seen.contains(place(out))) {
      throw new CommandException(
          "--out is %s, which is one of the folders to be united.%nMaybe name a new folder."
              .formatted(out),
          ExitCode.BAD_INPUT);
    }
    StoredStudy first = StoredStudy.of(folders.get(0));
    for (Path folder : folders.subList(1, folders.size())) {
      checkSame(first, StoredStudy.of(folder));
    }
    if (hasStudy(out)) {
      checkSame(first, StoredStudy.of(out));
    }
  }

  private static void checkSame(StoredStudy first, StoredStudy other) {
    difference(keys(first), keys(other))
        .ifPresent(
            difference -> {
              throw new CommandException(
                  "%s has another study than %s: %s.%nMaybe merge folders of one study."
                      .formatted(other.folder(), first.folder(), difference),
                  ExitCode.BAD_INPUT);
            });
  }

  /** Studies of which one has more cells or runs than the other have parts in common. */
  private static Optional<String> difference(JsonNode first, JsonNode other) {
    for (String key : COMMON) {
      if (!first.path(key).equals(other.path(key))) {
        return Optional.of("'%s' is %s, not %s".formatted(key, other.path(key), first.path(key)));
      }
    }
    for (String key : LISTS) {
      Set<JsonNode> common = new HashSet<>();
      first.path(key).forEach(common::add);
      boolean shares = false;
      for (JsonNode entry : other.path(key)) {
        shares |= common.contains(entry);
      }
      if (!shares) {
        return Optional.of("they have none of the '%s' in common".formatted(key));
      }
    }
    return Optional.empty();
  }

  private static JsonNode keys(StoredStudy study) {
    return YamlJson.of(YamlReader.read(study.file(), new Diagnostics()));
  }

  private static boolean hasStudy(Path folder) {
    return Files.exists(folder.resolve(ResultDirectory.STUDY))
        || Files.exists(StudyStore.of(folder, warning -> {}).study());
  }

  /** A link to a folder is the folder. */
  private static Path place(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException missing) {
      return folder.toAbsolutePath().normalize();
    }
  }
}
