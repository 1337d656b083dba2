package org.separatrix.runner.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.Hashing;
import com.google.common.io.ByteSource;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Changes files of results that are JSON. */
final class StoredJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private StoredJson() {}

  static void edit(Path file, Consumer<ObjectNode> change) throws IOException {
    ObjectNode root = (ObjectNode) MAPPER.readTree(file.toFile());
    change.accept(root);
    MAPPER.writeValue(file.toFile(), root);
  }

  /**
   * Replaces a value.
   *
   * @param pointer where it stands, a JSON pointer
   * @param json what replaces it
   */
  static void replace(Path file, String pointer, String json) throws IOException {
    JsonNode value = MAPPER.readTree(json);
    int slash = pointer.lastIndexOf('/');
    String key = pointer.substring(slash + 1);
    edit(
        file,
        root -> {
          if (root.at(pointer.substring(0, slash)) instanceof ArrayNode list) {
            list.set(Integer.parseInt(key), value);
          } else {
            ((ObjectNode) root.at(pointer.substring(0, slash))).set(key, value);
          }
        });
  }

  /** Makes the summary agree with a file that was changed. */
  static void relist(Path results, String name) throws IOException {
    ByteSource content = MoreFiles.asByteSource(results.resolve(name));
    String checksum = content.hash(Hashing.sha256()).toString();
    long length = content.size();
    edit(
        results.resolve("summary.json"),
        root -> {
          for (JsonNode file : root.path("files")) {
            if (file.path("name").asText().equals(name)) {
              ((ObjectNode) file).put("bytes", length).put("sha256", checksum);
            }
          }
        });
  }

  /** Sets a number of a certificate, in both of its forms. */
  static void set(JsonNode number, double value) {
    ((ObjectNode) number).put("hex", Double.toHexString(value)).put("decimal", value);
  }

  /** Sets an interval of a certificate, in both of its forms. */
  static void set(JsonNode interval, double low, double high) {
    ObjectNode node = (ObjectNode) interval;
    node.putArray("hex").add(Double.toHexString(low)).add(Double.toHexString(high));
    node.putArray("decimal").add(low).add(high);
  }
}
