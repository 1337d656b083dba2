package org.separatrix.core.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.separatrix.core.start.Samples.draw;
import static org.separatrix.core.start.Samples.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.objective.Box;
import org.separatrix.api.start.StartDistribution;

class ListedStartsTest {
  private static final RandomGenerator NONE = RandomGenerator.of("L64X128MixRandom");

  @TempDir Path folder;

  @Test
  void aGridGoesThroughItsPointsInOrder() {
    Box box = new Box(new double[] {-1, 10}, new double[] {1, 20});
    StartDistribution grid = new Grid(new Grid.Config(3, box), problem(2));

    assertThat(grid.count()).hasValue(9);
    assertThat(draw(grid, 2, 9))
        .isDeepEqualTo(
            new double[][] {
              {-1, 10}, {-1, 15}, {-1, 20}, {0, 10}, {0, 15}, {0, 20}, {1, 10}, {1, 15}, {1, 20}
            });
    assertThat(grid.isAbsolutelyContinuous()).isFalse();
    assertThatThrownBy(() -> grid.draw(NONE, 9, new double[2]))
        .hasMessage("run 9: the grid has 9 points");
  }

  @Test
  void aSymmetricGridIsSymmetricToTheLastBit() {
    StartDistribution grid = new Grid(new Grid.Config(102, Box.cube(1, -0.3, 0.3)), problem(1));

    double[][] points = draw(grid, 1, 102);

    for (int i = 0; i < 102; i++) {
      assertThat(points[i][0]).isEqualTo(-points[101 - i][0]);
    }
  }

  @Test
  void aLargeGridIsCountedRight() {
    StartDistribution grid = new Grid(new Grid.Config(1000, null), problem(6));
    double[] last = new double[6];
    grid.draw(NONE, 999_999_999_999_999_999L, last);

    assertThat(grid.count()).hasValue(1_000_000_000_000_000_000L);
    assertThat(last).containsOnly(3);
    assertThatThrownBy(() -> new Grid(new Grid.Config(1000, null), problem(7)))
        .hasMessage(
            "points-per-axis is 1000: in dimension 7 the grid has 1000^7 points, more than 2^63.%n"
                    .formatted()
                + "Maybe use uniform-box.");
  }

  @Test
  void pointsAreTakenAsGiven() {
    double[][] given = {{0.5, 1e-8}, {-0.0, 7}};
    StartDistribution points = new Points(new Points.Config(given, null), problem(2), folder);
    given[0][0] = 99;

    assertThat(draw(points, 2, 2)).isDeepEqualTo(new double[][] {{0.5, 1e-8}, {-0.0, 7}});
    assertThat(points.count()).hasValue(2);
    assertThat(points.isAbsolutelyContinuous()).isFalse();
    assertThatThrownBy(() -> points.draw(NONE, 2, new double[2]))
        .hasMessage("run 2: there are 2 starting points");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x,y\\n1,2\\n3,4e-1\\n",
        "1,2\\n3,.4",
        "\\uFEFF\"first x\",\"y\"\\r\\n +1 , 2.\\r\\n\\r\\n\"3\",0.4\\r\\n"
      })
  void aFileIsReadWithOrWithoutHeadings(String text) throws IOException {
    write(text);

    assertThat(draw(fromFile(), 2, 2)).isDeepEqualTo(new double[][] {{1, 2}, {3, 0.4}});
    assertThat(fromFile().count()).hasValue(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x,y\\n1,2\\n3,abc\\n | :3: column 2 is 'abc': it must be a finite number",
        "1,2\\n\\n3,NaN\\n | :3: column 2 is 'NaN': it must be a finite number",
        "NaN,NaN | :1: column 1 is 'NaN': it must be a finite number",
        "1e999,0 | :1: column 1 is '1e999': it must be a finite number",
        "1,2\\n1d,0 | :2: column 1 is '1d': it must be a finite number",
        "1,2\\n3, | :2: column 2 is '': it must be a finite number",
        "x,y\\n1,2,3 | :2: 3 columns, but objective 'zero' has dimension 2",
        "x,y\\n1,2\\n1;2 | :3: '1;2' has a ';': columns are separated by commas, and numbers have"
            + " decimal points",
        "1 2\\n3 4\\n | :1: '1 2' has a space: columns are separated by commas, and numbers have"
            + " decimal points",
        "x\\ty\\n1\\t2\\n | :2: '1\\t2' has a tab: columns are separated by commas, and numbers have"
            + " decimal points",
        "x,y\\n | : there are no points in it",
        "1f,2d\\n | :1: column 1 is '1f': it must be a finite number",
        "x;y\\n1;2\\n | :1: 'x;y' has a ';': columns are separated by commas, and numbers have"
            + " decimal points",
        "1,5;2,5\\n | :1: '1,5;2,5' has a ';': columns are separated by commas, and numbers have"
            + " decimal points",
        "'' | : there are no points in it"
      })
  void aFileWithSomethingElseIsRefused(String text, String problem) throws IOException {
    Path file = write(text);

    assertThatThrownBy(this::fromFile)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("file " + file + problem.replace("\\t", "\t"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,2\n\"3,4\n5,6\n", "1,2\n\"3\"x,4\n"})
  void aQuotationMarkInTheWrongPlaceIsRefused(String text) throws IOException {
    Path file = write(text);

    assertThatThrownBy(this::fromFile)
        .hasMessage(
            "file %s:2: a quotation mark does not end its column.%nMaybe write numbers without any."
                .formatted(file));
  }

  @Test
  void aFileThatIsNotTextIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("starts.csv"), new byte[] {'1', ',', (byte) 0xff, '\n'});

    assertThatThrownBy(this::fromFile).hasMessage("file " + file + ": it is not text in UTF-8");
  }

  @Test
  void aFolderIsNoFile() throws IOException {
    Path file = Files.createDirectory(folder.resolve("starts.csv"));

    assertThatThrownBy(this::fromFile)
        .hasMessage("file %s is a folder.%nMaybe name a CSV file in it.".formatted(file));
  }

  /** Reading from it would never end. */
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aDeviceIsNoFile() {
    Path device = Path.of("/dev/zero");

    assertThatThrownBy(() -> fromFile(device))
        .hasMessage(
            "file /dev/zero is a device or a pipe.%nMaybe write its content to a file."
                .formatted());
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(this::fromFile)
        .hasMessage(
            "file %s does not exist.%nMaybe give its name relative to the study's folder."
                .formatted(folder.resolve("starts.csv")));
  }

  private Path write(String text) throws IOException {
    String unescaped =
        text.replace("\\n", "\n")
            .replace("\\r", "\r")
            .replace("\\t", "\t")
            .replace("\\uFEFF", "\uFEFF");
    return Files.writeString(folder.resolve("starts.csv"), unescaped, StandardCharsets.UTF_8);
  }

  private StartDistribution fromFile() {
    return fromFile(Path.of("starts.csv"));
  }

  @SuppressWarnings("NullAway") // javac loses @Nullable of an array in a record's constructor
  private StartDistribution fromFile(Path file) {
    return new Points(new Points.Config(null, file), problem(2), folder);
  }
}
