package org.separatrix.core.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.separatrix.api.optimizer.LinearMethod;

/**
 * Moves runs of a linear method on without a look at each of them, in whichever form turns out the
 * fastest at work. Serves several threads.
 */
final class StepLoops {
  private final LinearMethod method;
  private final List<StepForm> forms;
  private final Optional<Halting> halting;
  private final FastestForm watching;
  private final FastestForm measuring;

  private StepLoops(LinearMethod method, List<StepForm> forms, Optional<Halting> halting) {
    this.method = method;
    this.forms = forms;
    this.halting = halting;
    watching = new FastestForm(forms.size());
    measuring = new FastestForm(forms.size());
  }

  /**
   * Returns the loops of an experiment.
   *
   * @return empty if its method is not linear
   */
  static Optional<StepLoops> of(Experiment experiment) {
    return experiment.optimizer() instanceof LinearMethod method && method.scalars() == 0
        ? Optional.of(
            new StepLoops(
                method,
                StepForm.of(experiment.objective(), method),
                StepForm.halting(experiment.objective(), method)))
        : Optional.empty();
  }

  /** Returns loops of some of the forms alone, none of which is picked yet. */
  StepLoops only(int... some) {
    return new StepLoops(method, Arrays.stream(some).mapToObj(forms::get).toList(), halting);
  }

  /** Returns what moves the runs. */
  LinearMethod method() {
    return method;
  }

  /** Returns the number of forms. */
  int forms() {
    return forms.size();
  }

  /**
   * Moves all lanes of a block on and keeps watch.
   *
   * @param block the block, whose clock goes on
   * @param watch receives the marks
   * @param steps an even number of steps
   */
  void watch(Block block, Watch watch, int steps) {
    run(watching, form -> form.watch(block, watch, steps), block, steps);
  }

  /** Returns the loops that halt lanes, if they were generated. */
  Optional<Halting> halting() {
    return halting;
  }

  /**
   * Moves all lanes of a block on and measures the gradients before the last step.
   *
   * @param block the block, whose clock goes on
   * @param gauge receives the squared norms as marks
   * @param steps an even number of steps
   */
  void measure(Block block, Gauge gauge, int steps) {
    run(measuring, form -> form.measure(block, gauge, steps), block, steps);
  }

  /** Returns how fast the forms were so far. */
  List<FormTime> times() {
    return Stream.concat(times("watched", watching), times("unwatched", measuring)).toList();
  }

  private Stream<FormTime> times(String work, FastestForm choice) {
    return IntStream.range(0, forms.size())
        .filter(form -> !Double.isNaN(choice.nanoseconds(form)))
        .mapToObj(
            form ->
                new FormTime(
                    work,
                    forms.get(form).name(),
                    choice.nanoseconds(form),
                    !choice.isOpen() && choice.next() == form));
  }

  private void run(FastestForm choice, Consumer<StepForm> move, Block block, int steps) {
    int form = choice.next();
    boolean timed = choice.isOpen();
    long started = timed ? System.nanoTime() : 0;
    move.accept(forms.get(form));
    if (timed) {
      choice.note(form, System.nanoTime() - started, (long) steps * block.lanes());
    }
    block.advance(steps);
  }
}
