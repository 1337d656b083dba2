package org.separatrix.runner.figure;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** An axis of the chart library with our scale and marks. */
@SuppressWarnings("serial") // never serialized
final class ScaledAxis extends NumberAxis {
  /** Least distance of labelled marks, in points. */
  private static final double HORIZONTAL_DISTANCE = 34;

  private static final double VERTICAL_DISTANCE = 26;

  /** Least gap between labels side by side, in points. */
  private static final double GAP = 10;

  private final Scale scale;

  /**
   * Creates an axis.
   *
   * @param label as an analyzer writes it
   * @param scale its values
   * @param room for the label along the axis, in points; a longer one is set smaller
   */
  ScaledAxis(String label, Scale scale, double room) {
    super(Typography.set(label));
    this.scale = scale;
    setAutoRange(false);
    setRange(scale.low(), scale.high());
    setLabelFont(Theme.label(getLabel(), room));
    setTickLabelFont(Theme.TEXT);
    setLabelPaint(Theme.AXIS);
    setTickLabelPaint(Theme.AXIS);
    setAxisLinePaint(Theme.AXIS);
    setTickMarkPaint(Theme.AXIS);
    boolean isQuantity = !label.isEmpty();
    setTickLabelsVisible(isQuantity);
    setTickMarksVisible(isQuantity);
    setMinorTickMarksVisible(isQuantity);
    setTickMarkOutsideLength(3f);
    setMinorTickMarkOutsideLength(1.5f);
    setTickLabelInsets(new RectangleInsets(2, 3, 2, 3));
    setLabelInsets(new RectangleInsets(2, 2, 2, 2));
  }

  @Override
  public double valueToJava2D(double value, Rectangle2D area, RectangleEdge edge) {
    double position = scale.position(value);
    return RectangleEdge.isTopOrBottom(edge)
        ? area.getMinX() + position * area.getWidth()
        : area.getMaxY() - position * area.getHeight();
  }

  @Override
  public double java2DToValue(double place, Rectangle2D area, RectangleEdge edge) {
    return scale.value(
        RectangleEdge.isTopOrBottom(edge)
            ? (place - area.getMinX()) / area.getWidth()
            : (area.getMaxY() - place) / area.getHeight());
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
    boolean horizontal = RectangleEdge.isTopOrBottom(edge);
    TextAnchor anchor = horizontal ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
    List<TickMark> marks =
        horizontal
            ? sideBySide(graphics, area.getWidth())
            : TickMarks.of(scale, Math.max(2, (int) (area.getHeight() / VERTICAL_DISTANCE)));
    return marks.stream()
        .map(
            mark ->
                new NumberTick(
                    mark.isLabelled() ? TickType.MAJOR : TickType.MINOR,
                    mark.value(),
                    mark.label(),
                    anchor,
                    TextAnchor.CENTER,
                    0))
        .toList();
  }

  /** As many marks as have room for their labels. */
  private List<TickMark> sideBySide(Graphics2D graphics, double length) {
    FontMetrics metrics = graphics.getFontMetrics(getTickLabelFont());
    int most = Math.max(2, (int) (length / HORIZONTAL_DISTANCE));
    List<TickMark> marks = TickMarks.of(scale, most);
    while (most > 2 && !haveRoom(marks, metrics, length)) {
      most--;
      marks = TickMarks.of(scale, most);
    }
    return marks;
  }

  private boolean haveRoom(List<TickMark> marks, FontMetrics metrics, double length) {
    double free = Double.NEGATIVE_INFINITY;
    for (TickMark mark : marks) {
      if (mark.isLabelled()) {
        double middle = scale.position(mark.value()) * length;
        double half = metrics.stringWidth(mark.label()) / 2.0;
        if (middle - half < free) {
          return false;
        }
        free = middle + half + GAP;
      }
    }
    return true;
  }
}
