package dev.amikit.registry.state;

import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.AccountId;
import dev.amikit.id.TaskSubject;
import dev.amikit.image.StateReason;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.snapshot.TieringOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that goes on in the background and will end: an image or a snapshot that is being made,
 * a snapshot that is moved between tiers, an image that is stored in S3, fast launch that is
 * prepared, the use of an image that is counted, a launch that is reported a day later. A task
 * knows what happens when it ends.
 */
public sealed interface Task
    permits ImageCreation,
        SnapshotCreation,
        TierMove,
        ImageStorage,
        SnapshotProvisioning,
        SnapshotCleanUp,
        ImageUsageCount,
        LaunchReport,
        ImagePurge {
  /** Work is told to end only while it goes on. */
  Rule UNDER_WAY = Rule.rule(
          "task.under-way",
          "only work that is under way in the Region can be completed or failed",
          ErrorCode.INCORRECT_STATE,
          "not EC2's: the work of AWS itself is told to end",
          "DEC-05")
      .saying(own("There is no work under way for '{value}' in {region}."));

  /** What is being done, by which tasks are timed and counted. */
  enum Kind {
    /** An image is being made by RegisterImage. */
    IMAGE_REGISTRATION,
    /** An image is being made by CreateImage. */
    IMAGE_CREATION,
    /** An image is being made by CopyImage. */
    IMAGE_COPY,
    /** An image is being made by CreateRestoreImageTask. */
    IMAGE_RESTORE,
    /** An image is being stored in S3. */
    IMAGE_STORAGE,
    /** The use of an image is being counted for a report. */
    IMAGE_USAGE_COUNT,
    /** A snapshot is being made by CreateSnapshot. */
    SNAPSHOT_CREATION,
    /** A snapshot is being made by CopySnapshot. */
    SNAPSHOT_COPY,
    /** A snapshot is being archived. */
    ARCHIVAL,
    /** A snapshot is being restored from the archive, for some days or for good. */
    RESTORE,
    /** Snapshots are being made for fast launch of an image. */
    SNAPSHOT_PROVISIONING,
    /** Snapshots that were made for fast launch of an image are being removed. */
    SNAPSHOT_CLEAN_UP,
    /** A launch is yet to be reported. */
    LAUNCH_REPORT,
    /** The record of a deregistered image is yet to go. */
    IMAGE_PURGE;

    /**
     * Returns the kind of a move between tiers.
     *
     * @param tiering the move
     * @return its kind
     */
    public static Kind of(TieringOperation tiering) {
      requireNonNull(tiering, "tiering");
      return tiering == TieringOperation.ARCHIVAL ? ARCHIVAL : RESTORE;
    }

    /**
     * {@return whether it is work, which ends as a
     * {@link dev.amikit.registry.operation.CompletionPolicy} has it or when told; a launch is
     * reported a day later in any case, and a record goes after an hour}
     */
    public boolean isWork() {
      return this != LAUNCH_REPORT && this != IMAGE_PURGE;
    }
  }

  /** {@return what is being done} */
  Kind kind();

  /** {@return what it works on, for which there is one task at a time} */
  TaskSubject subject();

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
   * Returns what happens when it ends by itself or is told to: it fails if it
   * {@linkplain #failure() will}, and else is completed.
   *
   * @param here the Region as it is then
   * @param end when it ends
   * @return the events, in their order
   */
  default ImmutableList<RegistryEvent> ended(RegionState here, Instant end) {
    requireNonNull(here, "here");
    requireNonNull(end, "end");
    return failure().isPresent() ? failed(here, failure().get(), end) : completed(here, end);
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
    Duration whole = Duration.between(begun(), due().get());
    Duration gone = Duration.between(begun(), now);
    if (gone.isNegative()) {
      return OptionalInt.of(0);
    }
    boolean isOver = gone.compareTo(whole) >= 0;
    return OptionalInt.of(isOver ? 99 : (int) gone.multipliedBy(100).dividedBy(whole));
  }
}
