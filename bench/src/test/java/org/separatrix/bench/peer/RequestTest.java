package org.separatrix.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.separatrix.bench.work.Goal;
import org.separatrix.bench.work.Method;
import org.separatrix.bench.work.Task;
import org.separatrix.bench.work.Work;

class RequestTest {
  @Test
  void aLineSaysAll() {
    Task task = new Task(Work.ROSENBROCK, Method.HEAVY_BALL, 16, 2, Goal.TOLERANCE);
    Request request = Request.of("time", task).with("seconds", 0.25);

    Request read = Request.parse(request.line());

    assertThat(read).isEqualTo(request);
    assertThat(read.task()).isEqualTo(task);
    assertThat(read.number("seconds")).isEqualTo(0.25);
  }
}
