package org.separatrix.runner.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Figure;

/**
 * A figure, laid out.
 *
 * @param chart draws it
 * @param width in points
 * @param height in points
 */
record FigureChart(JFreeChart chart, double width, double height) {
  /** Ranges of axes that differ by more than this factor are not drawn to one scale. */
  private static final double LARGEST_RATIO = 5;

  /** A legend with a longer name, in characters, would leave little room beside it. */
  private static final int LONGEST_BESIDE = 24;

  /** Most height of a picture to one scale, in points: 20 cm. */
  private static final double TALLEST = 567;

  /**
   * Lays a figure out.
   *
   * @param figure the figure
   */
  static FigureChart of(Figure figure) {
    Scale horizontal = DataRange.horizontal(figure);
    Scale vertical = DataRange.vertical(figure);
    List<LayerPainter> painters = LayerPainters.of(figure);
    double ratio = (vertical.high() - vertical.low()) / (horizontal.high() - horizontal.low());
    boolean equal =
        figure.aspect() == Figure.Aspect.EQUAL
            && figure.x().scale() == Axis.Scale.LINEAR
            && figure.y().scale() == Axis.Scale.LINEAR
            && Math.max(ratio, 1 / ratio) <= LARGEST_RATIO;
    XYPlot plot = plot(figure, horizontal, vertical);
    plot.setFixedLegendItems(legend(painters));
    boolean isBrief =
        figure.layers().stream().allMatch(layer -> layer.name().length() <= LONGEST_BESIDE);
    JFreeChart chart = chart(figure, plot, equal && ratio > 0.6 && isBrief);
    FigureChart laidOut =
        equal ? toScale(chart, ratio) : new FigureChart(chart, Theme.WIDTH, Theme.HEIGHT);
    plot.addAnnotation(new LayersAnnotation(painters, horizontal, vertical));
    return laidOut;
  }

  /**
   * Draws it.
   *
   * @param graphics where, from its origin on
   */
  void draw(Graphics2D graphics) {
    chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
  }

  private static XYPlot plot(Figure figure, Scale horizontal, Scale vertical) {
    XYPlot plot =
        new XYPlot(
            null,
            new ScaledAxis(figure.x().label(), horizontal, Theme.WIDTH - 80),
            new ScaledAxis(figure.y().label(), vertical, Theme.HEIGHT - 90),
            null);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlinePaint(Theme.AXIS);
    plot.setOutlineStroke(new BasicStroke(0.8f));
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setInsets(new RectangleInsets(4, 4, 2, 10));
    return plot;
  }

  private static JFreeChart chart(Figure figure, XYPlot plot, boolean legendBeside) {
    JFreeChart chart = new JFreeChart(null, Theme.TITLE, plot, false);
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(4, 2, 2, 2));
    TextTitle title = new TextTitle(Typography.set(figure.title()), Theme.TITLE);
    title.setPaint(Theme.AXIS);
    title.setPadding(2, 6, 4, 6);
    chart.setTitle(title);
    if (plot.getFixedLegendItems().getItemCount() > 0) {
      LegendTitle legend = new LegendTitle(plot);
      legend.setItemFont(Theme.TEXT);
      legend.setItemPaint(Theme.AXIS);
      legend.setFrame(BlockBorder.NONE);
      legend.setBackgroundPaint(Color.WHITE);
      legend.setPosition(legendBeside ? RectangleEdge.RIGHT : RectangleEdge.BOTTOM);
      legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 8));
      legend.setPadding(2, 2, 2, 2);
      chart.addLegend(legend);
    }
    return chart;
  }

  private static LegendItemCollection legend(List<LayerPainter> painters) {
    LegendItemCollection items = new LegendItemCollection();
    Set<String> names = new HashSet<>();
    for (LayerPainter painter : painters) {
      for (LegendItem item : painter.legend()) {
        if (names.add(item.getLabel())) {
          items.add(item);
        }
      }
    }
    return items;
  }

  /** Finds the height, and if that is too much the width, at which both axes have one scale. */
  private static FigureChart toScale(JFreeChart chart, double ratio) {
    double width = Theme.WIDTH;
    double height = Theme.WIDTH;
    for (int round = 0; round < 4; round++) {
      Rectangle2D area = dataArea(chart, width, height);
      double besides = height - area.getHeight();
      double inner = area.getWidth();
      if (inner * ratio + besides > TALLEST) {
        double narrower = (TALLEST - besides) / ratio;
        width -= inner - narrower;
        inner = narrower;
      }
      height = inner * ratio + besides;
    }
    return new FigureChart(chart, width, height);
  }

  private static Rectangle2D dataArea(JFreeChart chart, double width, double height) {
    ChartRenderingInfo info = new ChartRenderingInfo();
    Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    try {
      chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height), info);
    } finally {
      graphics.dispose();
    }
    return info.getPlotInfo().getDataArea();
  }
}
