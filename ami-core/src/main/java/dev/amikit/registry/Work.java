package dev.amikit.registry;

import com.google.common.collect.ImmutableMap;
import dev.amikit.device.DeviceName;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.StateReason;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Work in the background: an image or a snapshot that is being made. */
public sealed interface Work {
  /** {@return what is being made, as text: the ID of an image or of a snapshot} */
  String resource();

  /** {@return the account that it is made for} */
  AccountId ownerId();

  /** {@return when it was begun} */
  Instant begun();

  /** {@return when it ends; empty if only when told} */
  Optional<Instant> due();

  /** {@return why it will fail; empty if it will succeed} */
  Optional<StateReason> failure();

  /**
   * An image is being made, with the snapshots that are made for it.
   *
   * @param imageId the image
   * @param snapshots the snapshots that are made for its devices
   * @param isCopy whether CopyImage makes it
   * @param ownerId the account that it is made for
   * @param begun when it was begun
   * @param due when it ends; empty if only when told
   * @param failure why it will fail; empty if it will succeed
   */
  record OnImage(
      ImageId imageId,
      ImmutableMap<DeviceName, SnapshotId> snapshots,
      boolean isCopy,
      AccountId ownerId,
      Instant begun,
      Optional<Instant> due,
      Optional<StateReason> failure)
      implements Work {
    @Override
    public String resource() {
      return imageId.value();
    }
  }

  /**
   * A snapshot is being made on its own.
   *
   * @param snapshotId the snapshot
   * @param isCopy whether CopySnapshot makes it
   * @param ownerId the account that it is made for
   * @param begun when it was begun
   * @param due when it ends; empty if only when told
   * @param failure why it will fail; empty if it will succeed
   */
  record OnSnapshot(
      SnapshotId snapshotId,
      boolean isCopy,
      AccountId ownerId,
      Instant begun,
      Optional<Instant> due,
      Optional<StateReason> failure)
      implements Work {
    @Override
    public String resource() {
      return snapshotId.value();
    }
  }

  /**
   * Tells how far the work is, by the clock.
   *
   * @param now the present time
   * @return the percentage, from 0 to 99; empty for work that ends only when told
   */
  default OptionalInt progressAt(Instant now) {
    if (due().isEmpty()) {
      return OptionalInt.empty();
    }
    long whole = Math.max(1, due().get().toEpochMilli() - begun().toEpochMilli());
    long gone = Math.max(0, now.toEpochMilli() - begun().toEpochMilli());
    return OptionalInt.of((int) Math.min(99, 100 * gone / whole));
  }
}
