package org.separatrix.runner.figure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.figure.Series;

class LabelsPainterTest {
  private static Layer label(Layer.Labels.Anchor anchor, String... texts) {
    return new Layer.Labels(
        "", Role.MEASURED, Series.of(0.5), Series.of(0.5), List.of(texts), anchor);
  }

  private static Figure figure(String horizontal, Layer layer) {
    return Examples.of(
        "labels",
        Axis.linear(horizontal).between(0, 1),
        Axis.linear("").between(0, 1),
        List.of(layer));
  }

  /** Ink left and right of the middle of the plot, of a long text. */
  @Test
  void theAnchorSaysOnWhichSideOfThePointATextIs() throws IOException {
    double[] start = inkBesideTheMiddle(Layer.Labels.Anchor.START);
    double[] middle = inkBesideTheMiddle(Layer.Labels.Anchor.MIDDLE);
    double[] end = inkBesideTheMiddle(Layer.Labels.Anchor.END);

    assertThat(start[0]).isZero();
    assertThat(start[1]).isGreaterThan(100);
    assertThat(end[0]).isGreaterThan(100);
    assertThat(end[1]).isZero();
    assertThat(middle[0] / middle[1]).isBetween(0.6, 1.7);
  }

  private static double[] inkBesideTheMiddle(Layer.Labels.Anchor anchor) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ChartDrawing.create().picture(figure("", label(anchor, "mmmmmmmmmmmm"))).png(out);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    // The axes have no numbers, so that the plot fills the picture but for margins and the title.
    Rectangle2D inside =
        new Rectangle2D.Double(
            0.1 * image.getWidth(),
            0.3 * image.getHeight(),
            0.8 * image.getWidth(),
            0.5 * image.getHeight());
    double middle = 0.5 * image.getWidth();
    double[] ink = new double[2];
    for (int y = (int) inside.getMinY(); y < inside.getMaxY(); y++) {
      for (int x = (int) inside.getMinX(); x < inside.getMaxX(); x++) {
        boolean dark = new Color(image.getRGB(x, y)).getGreen() < 128;
        if (dark && Math.abs(x - middle) > 0.02 * image.getWidth()) {
          ink[x < middle ? 0 : 1]++;
        }
      }
    }
    return ink;
  }

  @Test
  void anAxisWithoutAQuantityHasNoNumbers() throws IOException {
    assertThat(svg("")).contains("here").doesNotContain(">0.4<", ">0.5<", ">0.6<");
    assertThat(svg("x")).contains("here", ">0.6<");
  }

  private static String svg(String horizontal) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ChartDrawing.create()
        .picture(figure(horizontal, label(Layer.Labels.Anchor.START, "here")))
        .svg(out);
    return out.toString(UTF_8);
  }

  @Test
  void textsAndPointsMustBeAsMany() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> label(Layer.Labels.Anchor.START, "one", "two"))
        .withMessage("layer '': 2 texts for 1 points");
  }
}
