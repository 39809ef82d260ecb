package dev.amikit.registry.state;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.AccountId;
import dev.amikit.id.ResourceId;
import dev.amikit.image.StateReason;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that goes on in the background and will end: an image or a snapshot that is being made,
 * a snapshot that is moved between tiers, a launch that is reported a day later. A task knows what
 * happens when it ends.
 */
public sealed interface Task permits ImageCreation, SnapshotCreation, TierMove, LaunchReport {
  /** What tasks are counted by. */
  enum Kind {
    /** An image is being made by CreateImage or RegisterImage. */
    IMAGE_CREATION,
    /** An image is being made by CopyImage. */
    IMAGE_COPY,
    /** A snapshot is being made by CreateSnapshot. */
    SNAPSHOT_CREATION,
    /** A snapshot is being made by CopySnapshot. */
    SNAPSHOT_COPY,
    /** A snapshot is being archived. */
    ARCHIVAL,
    /** A snapshot is being restored from the archive, for some days or for good. */
    RESTORE,
    /** A launch is yet to be reported. */
    LAUNCH_REPORT
  }

  /** {@return what it is counted as} */
  Kind kind();

  /** {@return what it works on, of which there is one task at a time} */
  ResourceId resourceId();

  /** {@return the account that it is done for} */
  AccountId ownerId();

  /** {@return when it began} */
  Instant begun();

  /** {@return when it ends; empty if only when told} */
  Optional<Instant> due();

  /** {@return why it will fail; empty if it will succeed} */
  Optional<StateReason> failure();

  /**
   * Returns what happens when it ends well.
   *
   * @param here the Region as it is then
   * @param end when it ends
   * @return the events, in their order
   */
  ImmutableList<RegistryEvent> completed(RegionState here, Instant end);

  /**
   * Returns what happens when it fails.
   *
   * @param here the Region as it is then
   * @param reason why it fails
   * @param end when it ends
   * @return the events, in their order
   */
  ImmutableList<RegistryEvent> failed(RegionState here, StateReason reason, Instant end);

  /**
   * Returns what happens when its time has come.
   *
   * @param here the Region as it is then
   * @param end when it ends
   * @return the events, in their order
   */
  default ImmutableList<RegistryEvent> ended(RegionState here, Instant end) {
    requireNonNull(here, "here");
    requireNonNull(end, "end");
    return failure().map(reason -> failed(here, reason, end)).orElseGet(() -> completed(here, end));
  }

  /**
   * Tells how far it is, by the clock.
   *
   * @param now the present time
   * @return the percentage, from 0 to 99; empty for a task that ends only when told
   */
  default OptionalInt progressAt(Instant now) {
    requireNonNull(now, "now");
    if (due().isEmpty()) {
      return OptionalInt.empty();
    }
    long whole = Math.max(1, due().get().toEpochMilli() - begun().toEpochMilli());
    long gone = Math.max(0, now.toEpochMilli() - begun().toEpochMilli());
    return OptionalInt.of((int) Math.min(99, 100 * gone / whole));
  }
}
