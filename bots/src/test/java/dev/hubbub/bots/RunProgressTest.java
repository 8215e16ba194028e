package dev.hubbub.bots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.bots.worker.WorkerEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunProgressTest {
  private final List<String> heard = new ArrayList<>();
  private final RunProgress progress = new RunProgress(Set.of(0, 1), new Recorder());

  @Test
  void the_window_starts_and_ends_once_it_has_in_every_worker() {
    progress.note(0, new WorkerEvent.WindowStarted());
    assertThat(heard).isEmpty();
    progress.note(1, new WorkerEvent.WindowStarted());
    progress.note(1, new WorkerEvent.WindowEnded());
    assertThat(heard).containsExactly("started");
    progress.note(0, new WorkerEvent.WindowEnded());

    assertThat(heard).containsExactly("started", "ended");
  }

  @Test
  void progress_is_the_sum_of_the_workers_and_the_latency_of_the_slowest() {
    progress.note(0, new WorkerEvent.Progress(10, 9, 1.5));
    progress.note(1, new WorkerEvent.Progress(20, 18, 7.5));
    progress.note(0, new WorkerEvent.Progress(15, 14, null));

    assertThat(heard).containsExactly("SETTLE 10 9 1.5", "SETTLE 30 27 7.5", "SETTLE 35 32 7.5");
  }

  @Test
  void figures_begin_anew_with_each_phase() {
    progress.note(0, new WorkerEvent.Progress(10, 9, 1.5));
    progress.note(0, new WorkerEvent.WindowStarted());
    progress.note(1, new WorkerEvent.WindowStarted());
    progress.note(1, new WorkerEvent.Progress(2, 1, null));

    assertThat(heard).last().isEqualTo("WINDOW 2 1 null");
  }

  private final class Recorder implements WindowListener {
    @Override
    public void windowStarted() {
      heard.add("started");
    }

    @Override
    public void windowEnded() {
      heard.add("ended");
    }

    @Override
    public void progress(StepProgress step) {
      heard.add(step.phase() + " " + step.sent() + " " + step.delivered() + " " + step.p99Ms());
    }
  }
}
