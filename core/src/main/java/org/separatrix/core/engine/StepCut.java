package org.separatrix.core.engine;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.core.formula.Instruction;
import org.separatrix.core.formula.Operation;
import org.separatrix.core.formula.Program;

/**
 * Cuts the pieces of a {@link StepProgram} into loops that C2 vectorises. Sines and cosines share a
 * loop with other instructions; all other elementary functions have one of their own.
 */
final class StepCut {
  /** Most arithmetic operations in a loop. */
  private static final int MOST_OPERATIONS = 40;

  /** Most pieces that end in a loop. */
  private static final int MOST_PIECES = 2;

  /** Number of operations of a sine or a cosine. */
  private static final int SINE = 24;

  private final List<List<Instruction>> loops = new ArrayList<>();
  private List<Instruction> loop = new ArrayList<>();
  private int operations;
  private int ended;

  private StepCut() {}

  /** Returns the instructions of each loop, in order. */
  static List<List<Instruction>> loops(List<List<Instruction>> pieces) {
    StepCut cut = new StepCut();
    for (List<Instruction> piece : pieces) {
      cut.add(piece);
    }
    cut.end();
    return cut.loops;
  }

  /** Returns the number of operations of a program, those of elementary functions included. */
  static int operations(Program program) {
    return operations(program.instructions());
  }

  private static int operations(List<Instruction> instructions) {
    return instructions.stream().mapToInt(StepCut::operations).sum();
  }

  private void add(List<Instruction> piece) {
    if (ended == MOST_PIECES || !fits(operations(piece))) {
      end();
    }
    for (Instruction instruction : piece) {
      if (!fits(operations(instruction))) {
        end();
      }
      loop.add(instruction);
      operations += operations(instruction);
    }
    ended++;
  }

  private boolean fits(int more) {
    return operations + more <= MOST_OPERATIONS;
  }

  private void end() {
    if (!loop.isEmpty()) {
      loops.add(loop);
    }
    loop = new ArrayList<>();
    operations = 0;
    ended = 0;
  }

  private static int operations(Instruction instruction) {
    Operation operation = instruction.operation();
    if (operation.isArithmetic()) {
      return operation == Operation.COPY ? 0 : 1;
    }
    return switch (operation) {
      case SIN, COS, SIN_TURNS, COS_TURNS -> SINE;
      default -> MOST_OPERATIONS + 1;
    };
  }
}
