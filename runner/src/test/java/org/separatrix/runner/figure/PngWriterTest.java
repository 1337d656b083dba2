package org.separatrix.runner.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PngWriterTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "1, 300", "300, 1", "57, 211"})
  void anotherReaderSeesTheSamePixels(int width, int height) throws IOException {
    BufferedImage image = noise(width, height);

    BufferedImage read = ImageIO.read(new ByteArrayInputStream(written(image)));

    assertThat(read.getWidth()).isEqualTo(width);
    assertThat(read.getHeight()).isEqualTo(height);
    assertThat(colours(read)).containsExactly(colours(image));
  }

  @Test
  void whatIsOfOneColourIsSmall() throws IOException {
    BufferedImage black = new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB);

    assertThat(written(black)).hasSizeLessThan(20_000);
  }

  private static BufferedImage noise(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    SplittableRandom random = new SplittableRandom(1);
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        image.setRGB(column, row, random.nextInt(1 << 24));
      }
    }
    return image;
  }

  private static int[] colours(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static byte[] written(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PngWriter.write(image, out);
    return out.toByteArray();
  }
}
