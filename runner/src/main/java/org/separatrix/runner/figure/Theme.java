package org.separatrix.runner.figure;

import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import org.separatrix.api.figure.Role;

/** The looks of roles, and the type of texts. Lengths are in points, 1/72 inch. */
final class Theme {
  /** Width of a picture: 16 cm. */
  static final double WIDTH = 454;

  /** Height of a picture whose axes are free: 11 cm. */
  static final double HEIGHT = 312;

  static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 11);
  private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

  static final Color AXIS = new Color(0x333333);

  private static final float[] SOLID = {};
  private static final float[] DASHED = {7, 3.5f};
  private static final float[] DOTTED = {1.5f, 2.5f};
  private static final float[] DASH_DOTTED = {8, 2.5f, 1.5f, 2.5f};
  private static final float[][] FURTHER = {{3.5f, 2.5f}, {10, 3, 2, 3}, {2, 2}, {12, 4}};

  private static final Color[] COMPARED = {
    Palette.ORANGE,
    Palette.BLUE,
    Palette.GREEN,
    Palette.PURPLE,
    Palette.BLACK,
    Palette.VERMILLION,
    Palette.SKY_BLUE
  };

  /** Labels are not set smaller than this, in points. */
  private static final float SMALLEST = 6;

  private Theme() {}

  /**
   * Returns the type of an axis's label.
   *
   * @param text the label
   * @param room that it has, in points
   */
  static Font label(String text, double room) {
    FontRenderContext exact = new FontRenderContext(null, true, true);
    double needed = LABEL.getStringBounds(text, exact).getWidth();
    double size = LABEL.getSize2D() * Math.min(1, room / needed);
    return LABEL.deriveFont((float) Math.max(SMALLEST, size));
  }

  /**
   * Returns the look of a layer.
   *
   * @param role of the layer
   * @param variant how many layers of its kind and role, with other names, lie below it
   */
  static Look look(Role role, int variant) {
    Look first = look(role);
    if (variant == 0) {
      return first;
    }
    if (role == Role.COMPARED) {
      // What is compared is of equal standing, so that each has a colour of its own.
      return new Look(
          COMPARED[variant % COMPARED.length],
          first.width(),
          FURTHER[(variant - 1) % FURTHER.length],
          first.glyph().next(variant),
          first.radius());
    }
    boolean darker = variant % 2 == 1;
    double share = Math.min(0.75, 0.45 + 0.12 * (variant - 1) / 2);
    return new Look(
        Palette.mix(first.color(), darker ? Color.BLACK : Color.WHITE, share),
        first.width(),
        FURTHER[(variant - 1) % FURTHER.length],
        first.glyph().next(variant),
        first.radius());
  }

  private static Look look(Role role) {
    return switch (role) {
      case MEASURED -> new Look(Palette.BLUE, 1.5f, SOLID, Glyph.DISK, 2.4);
      case COMPARED -> new Look(Palette.ORANGE, 1.5f, DASH_DOTTED, Glyph.SQUARE, 2.6);
      case THEORY -> new Look(Palette.VERMILLION, 1.7f, DASHED, Glyph.DIAMOND, 2.6);
      case REFERENCE -> new Look(Palette.BLACK, 1.1f, DOTTED, Glyph.CROSS, 2.6);
      case LANDSCAPE -> new Look(Palette.LIGHT_GREY, 0.7f, SOLID, Glyph.CIRCLE, 2);
      case TRAJECTORY -> new Look(Palette.PURPLE, 1.1f, SOLID, Glyph.DISK, 1.6);
      case MINIMUM -> new Look(Palette.GREEN, 1.5f, SOLID, Glyph.DISK, 4);
      case SADDLE -> new Look(Palette.BLACK, 1.5f, SOLID, Glyph.CROSS, 4);
      case MAXIMUM -> new Look(Palette.ORANGE, 1.5f, SOLID, Glyph.TRIANGLE, 4);
      case DEGENERATE -> new Look(Palette.PURPLE, 1.5f, SOLID, Glyph.DIAMOND, 4);
      case STABLE_MANIFOLD -> new Look(Palette.BLUE, 2f, SOLID, Glyph.DISK, 2);
      case STABLE_SURFACE -> new Look(Palette.BLUE, 0.6f, SOLID, Glyph.DISK, 2);
      case UNSTABLE_SURFACE -> new Look(Palette.VERMILLION, 0.6f, SOLID, Glyph.DISK, 2);
      case UNSTABLE_MANIFOLD -> new Look(Palette.VERMILLION, 1.7f, DASHED, Glyph.DISK, 2);
    };
  }

  /** Tells whether points of a role are few and stand above all else. */
  static boolean isCriticalPoint(Role role) {
    return switch (role) {
      case MINIMUM, SADDLE, MAXIMUM, DEGENERATE -> true;
      case MEASURED,
          COMPARED,
          THEORY,
          REFERENCE,
          LANDSCAPE,
          TRAJECTORY,
          STABLE_MANIFOLD,
          STABLE_SURFACE,
          UNSTABLE_MANIFOLD,
          UNSTABLE_SURFACE ->
          false;
    };
  }
}
