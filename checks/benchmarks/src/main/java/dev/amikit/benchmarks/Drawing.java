package dev.amikit.benchmarks;

import dev.amikit.image.Ami;
import dev.amikit.testkit.arbitrary.AmiArbitraries;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;

/** Images of every kind, drawn as a property draws them, beside typical ones made from text. */
final class Drawing implements Topic {
  private static final int LAST = 255;
  private static final int TRIES = 1_000;
  private static final double WARM_MICROS = 250_000;
  private static final double FIRST_MICROS = 1_000_000;

  @Override
  public void measure(Ratios ratios) {
    JqwikSession.run(() -> measureWarm(ratios));
    ratios.compareFigures("first 1,000 tries, us", 1.0, StartUp.microsOf("tries"), FIRST_MICROS);
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

  private static void measureWarm(Ratios ratios) {
    RawImage[] raw = RawImage.numbered(0, LAST + 1);
    Supplier<Ami> images = images();
    Ratios.Times times = ratios.compare(
        "image drawn, beside made from text",
        Ratios.NO_GOAL,
        (number, kept) -> {
          for (int i = 0; i < number; i++) {
            kept[i & LAST] = images.get();
          }
        },
        (number, kept) -> {
          for (int i = 0; i < number; i++) {
            kept[i & LAST] = TypicalAmi.of(raw[i & LAST]);
          }
        });
    ratios.compareFigures("1,000 tries, us", 1.0, times.subject() * TRIES / 1_000, WARM_MICROS);
  }

  private static Supplier<Ami> images() {
    RandomGenerator<Ami> images = AmiArbitraries.amis().generator(TRIES, true);
    Random random = new Random(TRIES);
    return () -> images.next(random).value();
  }
}
