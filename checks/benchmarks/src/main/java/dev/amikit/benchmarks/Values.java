package dev.amikit.benchmarks;

import static dev.amikit.image.AmiState.DISABLED;

import dev.amikit.image.Ami;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.ImageState;

/** Making images, changing them, and comparing them, beside the plain record and the AWS SDK's. */
final class Values implements Topic {
  private static final int LAST = Work.LAST;
  private static final double MOST_BYTES_OF_COPY = 176;

  private final RawImage[] raw = RawImage.numbered(0, LAST + 1);
  private final RawImage[] equalRaw = RawImage.numbered(0, LAST + 1);
  private final Ami[] amis = TypicalAmi.of(raw);
  private final Ami[] equalAmis = TypicalAmi.of(equalRaw);
  private final PlainAmi[] records = PlainAmi.of(raw);
  private final PlainAmi[] equalRecords = PlainAmi.of(equalRaw);
  private final Image[] images = SdkImage.of(raw);
  private final Image[] equalImages = SdkImage.of(equalRaw);

  @Override
  public void measure(Meter meter) {
    build(meter);
    copies(meter);
    throughBuilder(meter);
    equality(meter);
    hashCodes(meter);
  }

  private void build(Meter meter) {
    Meter.Cost cost = meter.compare(
        "build",
        (count, kept) -> {
          for (int i = 0; i < count; i++) {
            kept[i & LAST] = TypicalAmi.of(raw[i & LAST]);
          }
        },
        record(Goal.atMost("1", 4.0, 2.5), (count, kept) -> {
          for (int i = 0; i < count; i++) {
            kept[i & LAST] = PlainAmi.of(raw[i & LAST]);
          }
        }),
        sdk(Goal.atMost("0", 1.2, 1.0), (count, kept) -> {
          for (int i = 0; i < count; i++) {
            kept[i & LAST] = SdkImage.of(raw[i & LAST]);
          }
        }));
    meter.compareFigures(
        "  B of a build, beside the record",
        Goal.atMost("3", 2.2, 1.7),
        cost.bytes(),
        cost.ofFloors().get(0));
  }

  private void copies(Meter meter) {
    Meter.Cost ofState = meter.compare(
        "withState",
        (count, kept) -> {
          for (int i = 0; i < count; i++) {
            kept[i & LAST] = amis[i & LAST].withState(DISABLED);
          }
        },
        record(Goal.atMost("2", 1.45), this::recordsWithState),
        sdk(Goal.atMost("0", 0.45), this::imagesThroughBuilder));
    bytesOfCopy(meter, "withState", ofState);
    Optional<String> description = Optional.of("changed");
    Meter.Cost ofDescription = meter.compare(
        "withDescription",
        (count, kept) -> {
          for (int i = 0; i < count; i++) {
            kept[i & LAST] = amis[i & LAST].withDescription(description);
          }
        },
        record(Goal.atMost("2", 1.45), (count, kept) -> {
          for (int i = 0; i < count; i++) {
            kept[i & LAST] = records[i & LAST].withDescription(description);
          }
        }),
        sdk(Goal.atMost("0", 0.45), (count, kept) -> {
          for (int i = 0; i < count; i++) {
            kept[i & LAST] = images[i & LAST].toBuilder().description("changed").build();
          }
        }));
    bytesOfCopy(meter, "withDescription", ofDescription);
  }

  private static void bytesOfCopy(Meter meter, String copy, Meter.Cost cost) {
    meter.figure("  B of " + copy, Goal.atMost("2", MOST_BYTES_OF_COPY), cost.bytes(), "B");
  }

  private void throughBuilder(Meter meter) {
    meter.compare(
        "toBuilder().state(...).build()",
        (count, kept) -> {
          for (int i = 0; i < count; i++) {
            kept[i & LAST] = amis[i & LAST].toBuilder().state(DISABLED).build();
          }
        },
        record(Goal.NONE, this::recordsWithState),
        sdk(Goal.atMost("0", 1.0), this::imagesThroughBuilder));
  }

  private void recordsWithState(int count, Object[] kept) {
    for (int i = 0; i < count; i++) {
      kept[i & LAST] = records[i & LAST].withState(DISABLED);
    }
  }

  private void imagesThroughBuilder(int count, Object[] kept) {
    for (int i = 0; i < count; i++) {
      kept[i & LAST] = images[i & LAST].toBuilder().state(ImageState.DISABLED).build();
    }
  }

  private void equality(Meter meter) {
    Meter.Cost cost = meter.compare(
        "equals, of equal images",
        (count, kept) -> {
          int equal = 0;
          for (int i = 0; i < count; i++) {
            equal += amis[i & LAST].equals(equalAmis[i & LAST]) ? 1 : 0;
          }
          kept[0] = equal;
        },
        record(Goal.atMost("5", 1.5), (count, kept) -> {
          int equal = 0;
          for (int i = 0; i < count; i++) {
            equal += records[i & LAST].equals(equalRecords[i & LAST]) ? 1 : 0;
          }
          kept[0] = equal;
        }),
        sdk(Goal.atMost("0", 0.4), (count, kept) -> {
          int equal = 0;
          for (int i = 0; i < count; i++) {
            equal += images[i & LAST].equals(equalImages[i & LAST]) ? 1 : 0;
          }
          kept[0] = equal;
        }));
    noGarbage(meter, "  B of equals", cost);
  }

  private void hashCodes(Meter meter) {
    Meter.Cost cost = meter.compare(
        "hashCode",
        (count, kept) -> {
          int sum = 0;
          for (int i = 0; i < count; i++) {
            sum += amis[i & LAST].hashCode();
          }
          kept[0] = sum;
        },
        record(Goal.atMost("5", 1.5), (count, kept) -> {
          int sum = 0;
          for (int i = 0; i < count; i++) {
            sum += records[i & LAST].hashCode();
          }
          kept[0] = sum;
        }),
        sdk(Goal.atMost("0", 0.7), (count, kept) -> {
          int sum = 0;
          for (int i = 0; i < count; i++) {
            sum += images[i & LAST].hashCode();
          }
          kept[0] = sum;
        }));
    noGarbage(meter, "  B of hashCode", cost);
  }

  /** Of less than a byte there is none: the sum that is kept is one object in a slice. */
  private static void noGarbage(Meter meter, String what, Meter.Cost cost) {
    meter.figure(what, Goal.atMost("5", 0), Math.floor(cost.bytes()), "B");
  }

  private static Floor record(Goal goal, Work work) {
    return new Floor("the record", goal, work);
  }

  private static Floor sdk(Goal goal, Work work) {
    return new Floor("the SDK", goal, work);
  }
}
