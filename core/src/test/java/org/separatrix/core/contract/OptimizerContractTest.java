package org.separatrix.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.Oracle;

/** Each promise is broken once, and that is reported. */
class OptimizerContractTest {
  private static final double ALPHA = 0.1;

  /** x - alpha grad f(x), not as a linear method. */
  private static class Descent implements Optimizer {
    @Override
    public int memory() {
      return 0;
    }

    @Override
    public void step(Iterates block, Oracle oracle) {
      for (int k = 0; k < block.dimension(); k++) {
        for (int i = 0; i < block.lanes(); i++) {
          block.position()[k][i] -= ALPHA * block.gradient()[k][i];
        }
      }
    }

    @Override
    public Optional<Linearization> linearization() {
      return Optional.of(lambda -> new double[][] {{1 - ALPHA * lambda}});
    }
  }

  /** Counts its steps, too. */
  private static final class Counting extends Descent {
    @Override
    public int scalars() {
      return 1;
    }

    @Override
    public void step(Iterates block, Oracle oracle) {
      super.step(block, oracle);
      for (int i = 0; i < block.lanes(); i++) {
        block.scalar(0)[i] += 1;
      }
    }
  }

  private static final class HeavyBall extends LinearMethod {
    HeavyBall() {
      super(new double[][] {{1.9, -0.9}, {1, 0}}, new double[] {-ALPHA, 0}, new double[] {1, 0});
    }
  }

  @Test
  void acceptsWhatIsRight() {
    assertThat(violations(new Descent())).isEmpty();
    assertThat(violations(new Counting())).isEmpty();
    assertThat(violations(new HeavyBall())).isEmpty();
  }

  @Test
  void reportsAWrongLinearization() {
    assertOnly(
        "linearization: at the eigenvalue -1.0 entry (1, 1) is declared as 1.2",
        new Descent() {
          @Override
          public Optional<Linearization> linearization() {
            return Optional.of(lambda -> new double[][] {{1 - 2 * ALPHA * lambda}});
          }
        });
  }

  @Test
  void reportsALinearizationOfAnotherSize() {
    assertOnly(
        "linearization: has 2 x 2 blocks, but a run has 1 vectors",
        new Descent() {
          @Override
          public Optional<Linearization> linearization() {
            return Optional.of(lambda -> new double[2][2]);
          }
        });
  }

  @Test
  void reportsADriftAtRest() {
    assertOnly(
        "rest: a run at rest at a critical point moves",
        new Descent() {
          @Override
          public void step(Iterates block, Oracle oracle) {
            super.step(block, oracle);
            for (int i = 0; i < block.lanes(); i++) {
              block.position()[0][i] += 1e-6;
            }
          }
        });
  }

  @Test
  void reportsNoiseInAMethodThatIsCalledDeterministic() {
    assertThat(
            violations(
                new Descent() {
                  @Override
                  public void step(Iterates block, Oracle oracle) {
                    super.step(block, oracle);
                    for (int i = 0; i < block.lanes(); i++) {
                      block.position()[0][i] *= 1 + 1e-9 * block.random(i).nextDouble();
                    }
                  }
                }))
        .anySatisfy(violation -> assertThat(violation).startsWith("deterministic: runs from"));
  }

  @Test
  void reportsALaneThatDependsOnItsNeighbour() {
    assertThat(
            violations(
                new Descent() {
                  @Override
                  public void step(Iterates block, Oracle oracle) {
                    super.step(block, oracle);
                    for (int i = 1; i < block.lanes(); i++) {
                      block.position()[0][i] += 1e-9 * block.position()[0][0];
                    }
                  }
                }))
        .anySatisfy(violation -> assertThat(violation).startsWith("lanes: run"));
  }

  @Test
  void reportsAnException() {
    assertOnly(
        "step: throws",
        new Descent() {
          @Override
          public void step(Iterates block, Oracle oracle) {
            throw new IllegalStateException("no");
          }
        });
  }

  private static List<String> violations(Optimizer optimizer) {
    return OptimizerContract.violations(problem -> optimizer, 5);
  }

  private static void assertOnly(String start, Optimizer wrong) {
    assertThat(violations(wrong))
        .singleElement()
        .satisfies(violation -> assertThat(violation).startsWith(start));
  }
}
