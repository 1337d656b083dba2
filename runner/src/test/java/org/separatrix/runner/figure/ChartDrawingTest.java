package org.separatrix.runner.figure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jfree.chart.ChartRenderingInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.figure.Series;

class ChartDrawingTest {
  private static final Drawing DRAWING = ChartDrawing.create();

  @Test
  void theSameFigureGivesTheSameBytes() throws IOException {
    assertThat(svg(Examples.landscape())).isEqualTo(svg(Examples.landscape()));
    assertThat(png(Examples.landscape())).isEqualTo(png(Examples.landscape()));
  }

  @Test
  void aPictureIs16By11CentimetresAt192DotsPerInch() throws IOException {
    BufferedImage image = image(line(Axis.linear("x"), Axis.linear("y")));

    assertThat(image.getWidth() / 192.0 * 2.54).isCloseTo(16, within(0.05));
    assertThat(image.getHeight() / 192.0 * 2.54).isCloseTo(11, within(0.05));
  }

  /** The line from corner to corner of a square is as long to the right as upwards. */
  @Test
  void coordinatesOfOneSpaceHaveOneScale() {
    Figure square = line(Axis.linear("x").between(0, 1), Axis.linear("y").between(0, 1));
    FigureChart free = FigureChart.of(square);
    FigureChart equal = FigureChart.of(square.with(Figure.Aspect.EQUAL));

    assertThat(aspect(free)).isLessThan(0.7);
    assertThat(aspect(equal)).isCloseTo(1, within(0.01));
  }

  @Test
  void tallRegionsStayOnThePage() {
    Figure tall =
        line(Axis.linear("x").between(0, 1), Axis.linear("y").between(0, 4))
            .with(Figure.Aspect.EQUAL);

    FigureChart chart = FigureChart.of(tall);

    assertThat(aspect(chart)).isCloseTo(4, within(0.05));
    assertThat(chart.height()).isLessThan(600);
  }

  @Test
  void labelsAndNamesAreInThePicture() throws Exception {
    String picture = new String(svg(Examples.landscape()), UTF_8);

    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(picture.getBytes(UTF_8)));
    for (String text : List.of("A figure", "x₁", "x₂", "above", "curve", "band", "marks of")) {
      assertThat(picture.contains(text)).as(text).isTrue();
    }
  }

  @Test
  void textIsNotTakenForMarkup() throws Exception {
    Figure figure = line(Axis.linear("P(T < k) & \"so\""), Axis.linear("'y' > 0"));

    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg(figure)));
  }

  @Test
  void theoryIsDrawnOverWhatIsMeasured() throws IOException {
    Series x = Series.of(0, 1);
    Figure figure =
        Examples.of(
            "order",
            Axis.linear("x"),
            Axis.linear("y"),
            List.of(
                new Layer.Curve("", Role.MEASURED, x, x),
                new Layer.Curve("", Role.STABLE_MANIFOLD, x, x)));

    assertThat(pixels(image(figure), Palette.BLUE.getRGB())).isPositive();
    assertThat(new String(svg(figure), UTF_8).indexOf("stroke-width:1.5"))
        .isLessThan(new String(svg(figure), UTF_8).indexOf("stroke-width:2.0"));
  }

  /** Not a number, infinite, negative on a logarithmic axis: left out, and quickly. */
  @ParameterizedTest
  @CsvSource({"LINEAR, LINEAR", "LINEAR, LOGARITHMIC", "LOGARITHMIC, LINEAR"})
  void wildDataAreDrawnAsFarAsTheyCanBe(Axis.Scale x, Axis.Scale y) throws IOException {
    Axis horizontal = x == Axis.Scale.LINEAR ? Axis.linear("x") : Axis.logarithmic("x");
    Axis vertical = y == Axis.Scale.LINEAR ? Axis.linear("y") : Axis.logarithmic("y");

    assertThat(png(Examples.hostile(horizontal, vertical))).isNotEmpty();
    assertThat(png(Examples.hostile(horizontal.between(1, 5), vertical.between(1, 2))))
        .isNotEmpty();
    String picture = new String(svg(Examples.hostile(horizontal, vertical)), UTF_8);
    assertThat(picture.contains("NaN") || picture.contains("Infinity")).isFalse();
  }

  @Test
  void manyMarksAreDots() throws IOException {
    Series x = Series.of(20_000, i -> i % 141);
    Series y = Series.of(20_000, i -> i / 141.0);
    Figure figure =
        Examples.of(
            "many",
            Axis.linear("x"),
            Axis.linear("y"),
            List.of(new Layer.Markers("orbit", Role.MEASURED, x, y)));

    assertThat(svg(figure)).hasSizeLessThan(2_000_000);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.001, 0",
    "12, 12",
    "-12.5, -12.5",
    "3.14159, 3.14",
    "-0.05, -0.05",
    "7.999, 8",
    "1234567.891, 1234567.89"
  })
  void coordinatesHaveTwoDigits(double value, String text) {
    assertThat(ChartDrawing.rounded(value)).isEqualTo(text);
  }

  private static Figure line(Axis x, Axis y) {
    return Examples.of(
        "line",
        x,
        y,
        List.of(new Layer.Curve("f", Role.MEASURED, Series.of(0, 1), Series.of(0, 1))));
  }

  /** Length of a unit upwards over that of a unit to the right, of the plot's area. */
  private static double aspect(FigureChart chart) {
    ChartRenderingInfo info = new ChartRenderingInfo();
    chart
        .chart()
        .draw(
            new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB).createGraphics(),
            new Rectangle2D.Double(0, 0, chart.width(), chart.height()),
            info);
    Rectangle2D area = info.getPlotInfo().getDataArea();
    return area.getHeight() / area.getWidth();
  }

  private static int pixels(BufferedImage image, int rgb) {
    int count = 0;
    for (int i = 0; i < image.getHeight(); i++) {
      for (int j = 0; j < image.getWidth(); j++) {
        count += image.getRGB(j, i) == rgb ? 1 : 0;
      }
    }
    return count;
  }

  private static BufferedImage image(Figure figure) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png(figure)));
  }

  private static byte[] png(Figure figure) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DRAWING.picture(figure).png(out);
    return out.toByteArray();
  }

  private static byte[] svg(Figure figure) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DRAWING.picture(figure).svg(out);
    return out.toByteArray();
  }
}
