package org.separatrix.bench.compare;

import java.util.List;

/**
 * A column of the table.
 *
 * @param title what it is called
 * @param program which program answers for it
 * @param form which of the program's forms is asked for
 */
record Column(String title, Program program, String form) {
  /** The programs that are compared. */
  enum Program {
    /** Separatrix itself. */
    SEPARATRIX,
    /** C, compiled for this processor. */
    C,
    /** numpy. */
    NUMPY,
    /** torch. */
    TORCH,
    /** Hipparchus. */
    HIPPARCHUS,
    /** ND4J. */
    ND4J
  }

  /** Separatrix, to which the others are compared. */
  static final Column OURS = new Column("Separatrix", Program.SEPARATRIX, "ensemble");

  /** The others. */
  static final List<Column> OTHERS =
      List.of(
          new Column("C registers", Program.C, "registers"),
          new Column("C fused", Program.C, "fused"),
          new Column("C separate", Program.C, "separate"),
          new Column("numpy", Program.NUMPY, "tile"),
          new Column("torch", Program.TORCH, "tile"),
          new Column("Hipparchus", Program.HIPPARCHUS, "run"),
          new Column("ND4J 1,024", Program.ND4J, "1024"),
          new Column("ND4J 65,536", Program.ND4J, "65536"));
}
