package org.separatrix.runner.figure;

import java.awt.Color;

/**
 * Eight colours that people with any common colour vision tell apart (Okabe and Ito, Color
 * Universal Design, 2008), and how they are made lighter and darker.
 */
final class Palette {
  static final Color BLACK = new Color(0x000000);
  static final Color ORANGE = new Color(0xE69F00);
  static final Color SKY_BLUE = new Color(0x56B4E9);
  static final Color GREEN = new Color(0x009E73);
  static final Color YELLOW = new Color(0xF0E442);
  static final Color BLUE = new Color(0x0072B2);
  static final Color VERMILLION = new Color(0xD55E00);
  static final Color PURPLE = new Color(0xCC79A7);
  static final Color GREY = new Color(0x777777);
  static final Color LIGHT_GREY = new Color(0xB0B0B0);

  private static final Color[] TINTED = {
    SKY_BLUE, ORANGE, GREEN, YELLOW, PURPLE, BLUE, VERMILLION, GREY
  };

  /** Share of white in the tints, for the first eight labels, the next eight, and so on. */
  private static final double[] LIGHTNESS = {0.55, 0.78, 0.3};

  private Palette() {}

  /**
   * Returns the light tint of a labelled region.
   *
   * @param label index of the label from 0
   */
  static Color tint(int label) {
    double white = LIGHTNESS[label / TINTED.length % LIGHTNESS.length];
    return mix(TINTED[label % TINTED.length], Color.WHITE, white);
  }

  /**
   * Returns a colour between two.
   *
   * @param color one
   * @param other the other
   * @param share of the other, from 0 to 1
   */
  static Color mix(Color color, Color other, double share) {
    return new Color(
        between(color.getRed(), other.getRed(), share),
        between(color.getGreen(), other.getGreen(), share),
        between(color.getBlue(), other.getBlue(), share));
  }

  private static int between(int from, int to, double share) {
    return (int) Math.round(from + share * (to - from));
  }
}
