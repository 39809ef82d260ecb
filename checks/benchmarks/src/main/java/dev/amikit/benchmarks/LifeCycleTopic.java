package dev.amikit.benchmarks;

import dev.amikit.image.Ami;
import dev.amikit.lifecycle.AmiAction;
import dev.amikit.lifecycle.AmiStage;
import dev.amikit.lifecycle.Disable;
import dev.amikit.lifecycle.LifeCycle;
import java.time.Instant;
import java.util.Random;

/** Asking the transition table, deciding a command, and applying what was decided. */
final class LifeCycleTopic implements Topic {
  private static final int LAST = Work.LAST;
  private static final int LAST_CELL = 4095;
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  @Override
  public void measure(Meter meter) {
    Ami[] amis = TypicalAmi.of(RawImage.numbered(0, LAST + 1));
    PlainAmi[] records = PlainAmi.of(RawImage.numbered(0, LAST + 1));
    PlainLifeCycle plain = new PlainLifeCycle();
    Disable command = new Disable();
    AmiStage[] stages = new AmiStage[LAST_CELL + 1];
    AmiAction[] actions = new AmiAction[LAST_CELL + 1];
    AmiStage[] everyStage = AmiStage.values();
    AmiAction[] everyAction = AmiAction.values();
    Random random = new Random(20260101);
    for (int i = 0; i <= LAST_CELL; i++) {
      stages[i] = everyStage[random.nextInt(everyStage.length)];
      actions[i] = everyAction[random.nextInt(everyAction.length)];
    }

    meter.compare(
        "transition, any cell",
        Goal.atMost("14", 2.0),
        (times, kept) -> {
          int refused = 0;
          for (int i = 0; i < times; i++) {
            int cell = i & LAST_CELL;
            refused += LifeCycle.transition(stages[cell], actions[cell]).isRefused() ? 1 : 0;
          }
          kept[0] = refused;
        },
        (times, kept) -> {
          int refused = 0;
          for (int i = 0; i < times; i++) {
            int cell = i & LAST_CELL;
            refused += plain.transition(stages[cell], actions[cell]).isRefused() ? 1 : 0;
          }
          kept[0] = refused;
        });
    meter.compare(
        "decide",
        Goal.atMost("14", 2.0),
        (times, kept) -> {
          for (int i = 0; i < times; i++) {
            kept[i & LAST] = command.decide(amis[i & LAST], NOW);
          }
        },
        (times, kept) -> {
          for (int i = 0; i < times; i++) {
            kept[i & LAST] = plain.disable(records[i & LAST]);
          }
        });
    meter.compare(
        "decide and applyTo",
        Goal.atMost("14", 1.5),
        (times, kept) -> {
          for (int i = 0; i < times; i++) {
            Ami ami = amis[i & LAST];
            kept[i & LAST] = command.decide(ami, NOW).applyTo(ami);
          }
        },
        (times, kept) -> {
          for (int i = 0; i < times; i++) {
            PlainAmi ami = records[i & LAST];
            kept[i & LAST] = plain.apply(ami, plain.disable(ami));
          }
        });
  }
}
