package org.separatrix.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class LogLogPlotTest {
  @Test
  void drawsALineOfSlopeOne() throws Exception {
    LogLogPlot plot = new LogLogPlot("a & b", "runs", "seconds");
    plot.add("1 thread", new double[] {1, 10, 100}, new double[] {0.1, 1, 10});

    Document svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(plot.svg().getBytes(StandardCharsets.UTF_8)));

    assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(3);
    Element line = (Element) svg.getElementsByTagName("polyline").item(0);
    assertThat(line.getAttribute("points")).isEqualTo("80.0,370.0 270.0,205.0 460.0,40.0");
  }
}
