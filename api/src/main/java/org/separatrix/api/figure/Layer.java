package org.separatrix.api.figure;

import java.util.List;

/** A part of a figure. Coordinates are in the units of the axes. */
public sealed interface Layer {
  /** Returns what the legend calls it; empty to leave it out. */
  String name();

  /**
   * Points joined by straight lines.
   *
   * @param name for the legend
   * @param role what it stands for
   * @param x abscissas; NaN in either series interrupts the line
   * @param y ordinates, as many
   */
  record Curve(String name, Role role, Series x, Series y) implements Layer {
    /** Checks the lengths. */
    public Curve {
      check(name, x, y);
    }
  }

  /**
   * Points, each marked; as dots where there are very many.
   *
   * @param name for the legend
   * @param role what they stand for
   * @param x abscissas
   * @param y ordinates, as many
   */
  record Markers(String name, Role role, Series x, Series y) implements Layer {
    /** Checks the lengths. */
    public Markers {
      check(name, x, y);
    }
  }

  /**
   * The region between two curves, such as confidence limits.
   *
   * @param name for the legend
   * @param role what it stands for
   * @param x abscissas in ascending order
   * @param low lower ordinates, as many
   * @param high upper ordinates, as many
   */
  record Band(String name, Role role, Series x, Series low, Series high) implements Layer {
    /** Checks the lengths. */
    public Band {
      check(name, x, low);
      check(name, x, high);
    }
  }

  /**
   * Vertical intervals, such as error bars.
   *
   * @param name for the legend
   * @param role what they stand for
   * @param x abscissas
   * @param low lower ends, as many
   * @param high upper ends, as many
   */
  record Intervals(String name, Role role, Series x, Series low, Series high) implements Layer {
    /** Checks the lengths. */
    public Intervals {
      check(name, x, low);
      check(name, x, high);
    }
  }

  /**
   * Bars that stand side by side.
   *
   * @param name for the legend
   * @param role what they stand for
   * @param edges n + 1 ascending abscissas
   * @param heights n ordinates
   */
  record Bars(String name, Role role, Series edges, Series heights) implements Layer {
    /** Checks the lengths. */
    public Bars {
      if (edges.size() != heights.size() + 1) {
        throw new IllegalArgumentException(
            "layer '%s': %d bars need %d edges, not %d"
                .formatted(name, heights.size(), heights.size() + 1, edges.size()));
      }
    }
  }

  /**
   * A value on each cell of a grid, drawn as contour lines.
   *
   * @param name for the legend
   * @param grid the grid
   * @param values one for each cell, row by row from the lowest; NaN where there is none
   */
  record Contours(String name, Grid grid, Series values) implements Layer {
    /** Checks the length. */
    public Contours {
      grid.check(name, values);
    }
  }

  /**
   * One of several labels on each cell of a grid, each drawn in its own colour.
   *
   * @param name for the legend
   * @param grid the grid
   * @param labels one for each cell, row by row from the lowest: an index of {@code meanings}
   * @param meanings what each label means
   */
  record Regions(String name, Grid grid, Series labels, List<String> meanings) implements Layer {
    /** Copies the meanings and checks the labels. */
    public Regions {
      meanings = List.copyOf(meanings);
      grid.check(name, labels);
      int count = meanings.size();
      if (!labels.stream().allMatch(label -> label >= 0 && label < count && label % 1 == 0)) {
        throw new IllegalArgumentException(
            "layer '%s': a label is not an index from 0 to %d".formatted(name, count - 1));
      }
    }
  }

  /**
   * Texts at points, just above them.
   *
   * @param name for the legend
   * @param role what they stand for
   * @param x abscissas
   * @param y ordinates, as many
   * @param texts what is written, as many
   * @param anchor which part of each text is at its point
   */
  record Labels(String name, Role role, Series x, Series y, List<String> texts, Anchor anchor)
      implements Layer {
    /** Copies the texts and checks the lengths. */
    public Labels {
      texts = List.copyOf(texts);
      check(name, x, y);
      if (texts.size() != x.size()) {
        throw new IllegalArgumentException(
            "layer '%s': %d texts for %d points".formatted(name, texts.size(), x.size()));
      }
    }

    /** Which part of a text is at its point. */
    public enum Anchor {
      /** Its beginning. */
      START,
      /** Its middle. */
      MIDDLE,
      /** Its end. */
      END
    }
  }

  private static void check(String name, Series x, Series y) {
    if (x.size() != y.size()) {
      throw new IllegalArgumentException(
          "layer '%s': %d abscissas, but %d ordinates".formatted(name, x.size(), y.size()));
    }
  }
}
