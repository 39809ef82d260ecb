package dev.amikit.benchmarks;

import static dev.amikit.image.AmiState.DISABLED;

import dev.amikit.image.Ami;
import java.util.Optional;

/** Making images, changing them, and comparing them. */
final class Values implements Topic {
  private static final int LAST = 255;

  @Override
  public void measure(Ratios ratios) {
    RawImage[] raw = RawImage.numbered(0, LAST + 1);
    Ami[] amis = TypicalAmi.of(raw);
    Ami[] equalAmis = TypicalAmi.of(RawImage.numbered(0, LAST + 1));
    PlainAmi[] records = PlainAmi.of(raw);
    PlainAmi[] equalRecords = PlainAmi.of(RawImage.numbered(0, LAST + 1));

    ratios.compare(
        "build",
        2.2,
        (times, kept) -> {
          for (int i = 0; i < times; i++) {
            kept[i & LAST] = TypicalAmi.of(raw[i & LAST]);
          }
        },
        (times, kept) -> {
          for (int i = 0; i < times; i++) {
            kept[i & LAST] = PlainAmi.of(raw[i & LAST]);
          }
        });
    ratios.compare(
        "withState",
        1.3,
        (times, kept) -> {
          for (int i = 0; i < times; i++) {
            kept[i & LAST] = amis[i & LAST].withState(DISABLED);
          }
        },
        (times, kept) -> {
          for (int i = 0; i < times; i++) {
            kept[i & LAST] = records[i & LAST].withState(DISABLED);
          }
        });
    Optional<String> description = Optional.of("changed");
    ratios.compare(
        "withDescription",
        1.3,
        (times, kept) -> {
          for (int i = 0; i < times; i++) {
            kept[i & LAST] = amis[i & LAST].withDescription(description);
          }
        },
        (times, kept) -> {
          for (int i = 0; i < times; i++) {
            kept[i & LAST] = records[i & LAST].withDescription(description);
          }
        });
    ratios.compare(
        "toBuilder().state(...).build()",
        6.4,
        (times, kept) -> {
          for (int i = 0; i < times; i++) {
            kept[i & LAST] = amis[i & LAST].toBuilder().state(DISABLED).build();
          }
        },
        (times, kept) -> {
          for (int i = 0; i < times; i++) {
            kept[i & LAST] = records[i & LAST].withState(DISABLED);
          }
        });
    ratios.compare(
        "equals, of equal images",
        1.0,
        (times, kept) -> {
          int equal = 0;
          for (int i = 0; i < times; i++) {
            equal += amis[i & LAST].equals(equalAmis[i & LAST]) ? 1 : 0;
          }
          kept[0] = equal;
        },
        (times, kept) -> {
          int equal = 0;
          for (int i = 0; i < times; i++) {
            equal += records[i & LAST].equals(equalRecords[i & LAST]) ? 1 : 0;
          }
          kept[0] = equal;
        });
    ratios.compare(
        "hashCode",
        1.1,
        (times, kept) -> {
          int sum = 0;
          for (int i = 0; i < times; i++) {
            sum += amis[i & LAST].hashCode();
          }
          kept[0] = sum;
        },
        (times, kept) -> {
          int sum = 0;
          for (int i = 0; i < times; i++) {
            sum += records[i & LAST].hashCode();
          }
          kept[0] = sum;
        });
  }
}
