package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A broken study gets its exact message, exit code 2 and leaves nothing behind. */
class BrokenStudiesTest {
  private static final Path STUDIES = Path.of("src/test/resources/broken");

  @TempDir private Path folder = Path.of("");

  static List<String> studies() throws IOException {
    try (Stream<Path> files = Files.list(STUDIES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.replace(".yaml", ""))
          .sorted()
          .toList();
    }
  }

  @Test
  void thereAreManyOfThem() throws IOException {
    assertThat(studies()).hasSizeGreaterThan(50);
  }

  @ParameterizedTest
  @MethodSource("studies")
  void saysExactlyWhatIsWrong(String name) throws IOException {
    Path study = folder.resolve(name + ".yaml");
    Files.copy(STUDIES.resolve(name + ".yaml"), study);

    assertThat(messageOf(study)).isEqualTo(Files.readString(STUDIES.resolve(name + ".txt")));
  }

  @Test
  void refusesAMissingFile() throws IOException {
    assertThat(messageOf(folder.resolve("study.yaml"))).isEqualTo("study.yaml: no such file\n");
  }

  @Test
  void refusesAFolder() throws IOException {
    Path study = Files.createDirectory(folder.resolve("study.yaml"));

    assertThat(messageOf(study)).isEqualTo("study.yaml: is a folder, not a study\n");
  }

  @Test
  void refusesUtf16() throws IOException {
    assertThat(messageOf(study("schema: 1\n".getBytes(StandardCharsets.UTF_16))))
        .isEqualTo("study.yaml: the file is in UTF-16.\nMaybe save it as UTF-8.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-32BE", "UTF-32LE"})
  void refusesUtf32(String encoding) throws IOException {
    assertThat(messageOf(study("\ufeffschema: 1\n".getBytes(Charset.forName(encoding)))))
        .isEqualTo("study.yaml: the file is in UTF-32.\nMaybe save it as UTF-8.\n");
  }

  @Test
  void refusesBytesThatAreNoText() throws IOException {
    byte[] picture = {'n', 'a', 'm', 'e', ':', '\n', (byte) 0x89, 'P', 'N', 'G'};

    assertThat(messageOf(study(picture)))
        .isEqualTo("study.yaml:2:1: byte 0x89 is not UTF-8: is this a text file?\n");
  }

  @Test
  void refusesACutCharacter() throws IOException {
    byte[] cut = {'n', 'a', 'm', 'e', ':', ' ', (byte) 0xE2, (byte) 0x82};

    assertThat(messageOf(study(cut)))
        .isEqualTo("study.yaml:1:7: byte 0xE2 is not UTF-8: is this a text file?\n");
  }

  @Test
  void refusesControlCharacters() throws IOException {
    assertThat(messageOf(study("schema: 1\nname: a\u0000b\n".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("study.yaml:2:8: character U+0000 cannot stand in YAML: is this a text file?\n");
  }

  @Test
  void acceptsAByteOrderMark() throws IOException {
    byte[] marked = "\uFEFFschema: 2\n".getBytes(StandardCharsets.UTF_8);

    assertThat(messageOf(study(marked))).contains("study.yaml:1:9: schema is 2");
  }

  /** 200 MB, of which a bounded part is read. */
  @Test
  @Timeout(20)
  void refusesAHugeAliasBomb() throws IOException {
    Path study = folder.resolve("study.yaml");
    Files.copy(STUDIES.resolve("alias-bomb.yaml"), study);
    try (RandomAccessFile file = new RandomAccessFile(study.toFile(), "rw")) {
      file.setLength(200L << 20);
    }

    assertThat(messageOf(study))
        .isEqualTo(
            """
            study.yaml: the file is larger than 1 MB, the limit for a study.
            Maybe put long lists of points in a CSV file.
            """);
  }

  /** As large as a study may be, and as tangled as a parser can be led. */
  @ParameterizedTest
  @MethodSource("tangles")
  void readsTheWorstFileOfThisSizeQuickly(String part) throws IOException {
    Path study = study(part.repeat((1 << 20) / part.length()).getBytes(StandardCharsets.UTF_8));

    long started = System.nanoTime();
    messageOf(study);

    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
  }

  static List<String> tangles() {
    return List.of(
        "[", "{a: ", "? ", "- ", "a: &a\n ", "\"", "|\n", "1,", "[1], ", "#", "%", "a\n", "!");
  }

  @Test
  void reportsAtMostFiftyProblems() throws IOException {
    StringBuilder text = new StringBuilder("schema: 1\n");
    for (int i = 0; i < 70; i++) {
      text.append("key-").append(i).append(": 1\n");
    }

    String message = messageOf(study(text.toString().getBytes(StandardCharsets.UTF_8)));

    assertThat(message.lines().filter(line -> line.startsWith("study.yaml"))).hasSize(50);
    assertThat(message).endsWith("... and 24 more problems\n");
  }

  private Path study(byte[] content) throws IOException {
    return Files.write(folder.resolve("study.yaml"), content);
  }

  /** The message, with the study's folder taken out, after all else was checked. */
  private String messageOf(Path study) throws IOException {
    List<Path> before = files();
    Invocation run =
        Invocation.run("run", study, "--out", folder.resolve("results"), "--threads", "1");

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.output()).isEmpty();
    assertThat(run.errors()).doesNotContain("\tat ").doesNotContain("Exception");
    assertThat(files()).isEqualTo(before);
    return run.errors().replace(folder + "/", "");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList();
    }
  }
}
