package org.separatrix.runner.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.separatrix.runner.ledger.StudyStore;
import org.separatrix.runner.store.ResultDirectory;
import org.separatrix.runner.yaml.Diagnostics;
import org.separatrix.runner.yaml.YamlJson;
import org.separatrix.runner.yaml.YamlMapping;
import org.separatrix.runner.yaml.YamlNode;
import org.separatrix.runner.yaml.YamlReader;
import org.separatrix.runner.yaml.YamlSequence;
import org.separatrix.runner.yaml.YamlWriter;

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
    List<String> differences = differences(keys(first), keys(other));
    if (!differences.isEmpty()) {
      throw new CommandException(
          "%s has another study than %s: %s.%nMaybe merge folders of one study."
              .formatted(other.folder(), first.folder(), String.join(", ", differences)),
          ExitCode.BAD_INPUT);
    }
  }

  /** Studies of which one has more cells or runs than the other have parts in common. */
  private static List<String> differences(YamlMapping first, YamlMapping other) {
    List<String> differences = new ArrayList<>();
    for (String key : COMMON) {
      compare(key, first.get(key), other.get(key), differences);
    }
    for (String key : LISTS) {
      if (Collections.disjoint(items(first, key), items(other, key))) {
        differences.add("they have none of the '%s' in common".formatted(key));
      }
    }
    return differences;
  }

  /** Adds what differs, of mappings the keys that do. */
  private static void compare(
      String path, @Nullable YamlNode first, @Nullable YamlNode other, List<String> differences) {
    if (first instanceof YamlMapping here && other instanceof YamlMapping there) {
      Set<String> keys = new LinkedHashSet<>(here.keys());
      keys.addAll(there.keys());
      for (String key : keys) {
        compare(path + "." + key, here.get(key), there.get(key), differences);
      }
    } else if (!Objects.equals(json(first), json(other))) {
      differences.add("'%s' is %s, not %s".formatted(path, text(other), text(first)));
    }
  }

  private static @Nullable JsonNode json(@Nullable YamlNode node) {
    return node == null ? null : YamlJson.of(node);
  }

  private static String text(@Nullable YamlNode node) {
    return node == null ? "absent" : YamlWriter.flow(node);
  }

  private static Set<JsonNode> items(YamlMapping study, String key) {
    Set<JsonNode> items = new HashSet<>();
    if (study.get(key) instanceof YamlSequence list) {
      list.items().forEach(item -> items.add(YamlJson.of(item)));
    }
    return items;
  }

  private static YamlMapping keys(StoredStudy study) {
    return YamlReader.read(study.file(), new Diagnostics());
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
