package dev.amikit.benchmarks;

import dev.amikit.image.Ami;
import dev.amikit.testkit.arbitrary.AmiArbitraries;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;

/** Images of every kind, drawn as a property draws them. */
final class Drawing implements Topic {
  private static final int TRIES = 1_000;

  @Override
  public void measure(Meter meter) {
    JqwikSession.run(() -> {
      double nanos = Quiet.nanosOf(Work.repeated(images()));
      meter.figure("1,000 tries", Goal.atMost("16", 250, 100), nanos * TRIES / Figures.MILLI, "ms");
    });
    meter.figure(
        "first 1,000 tries",
        Goal.atMost("16", 1_000),
        StartUp.quietNanosOf("tries") / Figures.MILLI,
        "ms");
  }

  /** The last of so many images as a property asks for. */
  static Ami tries() {
    Ami[] last = new Ami[1];
    JqwikSession.run(() -> {
      Supplier<Ami> images = images();
      for (int i = 0; i < TRIES; i++) {
        last[0] = images.get();
      }
    });
    return last[0];
  }

  private static Supplier<Ami> images() {
    RandomGenerator<Ami> images = AmiArbitraries.amis().generator(TRIES, true);
    Random random = new Random(TRIES);
    return () -> images.next(random).value();
  }
}
