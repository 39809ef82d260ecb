package dev.amikit.testkit.arbitrary.breaker;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.lifecycle.Command;
import dev.amikit.lifecycle.snapshot.Archive;
import dev.amikit.lifecycle.snapshot.Delete;
import dev.amikit.lifecycle.snapshot.Lock;
import dev.amikit.lifecycle.snapshot.ModifyCreateVolumePermission;
import dev.amikit.lifecycle.snapshot.ResetCreateVolumePermission;
import dev.amikit.lifecycle.snapshot.RestorePermanently;
import dev.amikit.lifecycle.snapshot.RestoreTemporarily;
import dev.amikit.lifecycle.snapshot.Unlock;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.snapshot.DeleteSnapshot;
import dev.amikit.registry.snapshot.LockSnapshot;
import dev.amikit.registry.snapshot.ModifySnapshotAttribute;
import dev.amikit.registry.snapshot.ModifySnapshotTier;
import dev.amikit.registry.snapshot.ResetSnapshotAttribute;
import dev.amikit.registry.snapshot.RestoreSnapshotTier;
import dev.amikit.registry.snapshot.UnlockSnapshot;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotAttributeName;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.testkit.arbitrary.CommandBreakers;
import dev.amikit.testkit.arbitrary.RefusedCommand;
import dev.amikit.testkit.arbitrary.registry.Request;
import java.util.Optional;
import net.jqwik.api.Arbitrary;

/**
 * Requests for commands that rules of the life cycle of a snapshot do not let pass. The snapshot is
 * all that there is, and its owner asks.
 */
final class SnapshotLifeRequestBreakers {
  private static final ImmutableList<String> RULES = ImmutableList.of(
      "delete-snapshot.stage",
      "delete-snapshot.unlocked",
      "lock-snapshot.compliance-stays",
      "lock-snapshot.cool-off-fits",
      "lock-snapshot.cool-off-in-range",
      "lock-snapshot.end-given",
      "lock-snapshot.end-in-range",
      "lock-snapshot.mode-known",
      "lock-snapshot.not-failed",
      "lock-snapshot.one-end",
      "modify-create-volume-permission.stage",
      "modify-snapshot-attribute.few-changes",
      "modify-snapshot-attribute.not-archived",
      "modify-snapshot-attribute.not-empty",
      "modify-snapshot-attribute.one-direction",
      "modify-snapshot-attribute.public-without-encryption",
      "modify-snapshot-attribute.public-without-marketplace",
      "modify-snapshot-tier.standard",
      "reset-create-volume-permission.stage",
      "restore-snapshot-tier.archived",
      "restore-snapshot-tier.days-in-range",
      "unlock-snapshot.stage");

  static final ImmutableMap<String, Arbitrary<Request<?>>> ALL =
      RULES.stream().collect(toImmutableMap(rule -> rule, SnapshotLifeRequestBreakers::requests));

  private SnapshotLifeRequestBreakers() {}

  private static Arbitrary<Request<?>> requests(String rule) {
    return CommandBreakers.ofSnapshots()
        .of(rule)
        .filter(refused -> operation(refused).isPresent())
        .map(refused -> new Request<>(situation(refused), operation(refused).orElseThrow()));
  }

  private static Situation situation(RefusedCommand<Snapshot> refused) {
    Region region = Region.US_EAST_1;
    Snapshot snapshot = refused.value();
    return new Situation(
        PartitionState.empty().after(new RegistryEvent.SnapshotCreated(region, snapshot)),
        snapshot.ownerId(),
        region,
        refused.command().time(),
        RegistrySettings.builder().build());
  }

  private static Optional<Operation<?>> operation(RefusedCommand<Snapshot> refused) {
    return operation(refused.value().snapshotId(), refused.command().command());
  }

  /** The operation that gives a command; empty for what AWS itself does. */
  private static Optional<Operation<?>> operation(SnapshotId id, Command<Snapshot> command) {
    if (command instanceof Delete) {
      return Optional.of(new DeleteSnapshot(id));
    }
    if (command instanceof Lock lock) {
      return Optional.of(LockSnapshot.builder()
          .snapshotId(id)
          .lockMode(lock.lockMode())
          .lockDuration(lock.lockDuration())
          .expirationDate(lock.expirationDate())
          .coolOffPeriod(lock.coolOffPeriod())
          .build());
    }
    if (command instanceof Unlock) {
      return Optional.of(new UnlockSnapshot(id));
    }
    if (command instanceof ModifyCreateVolumePermission change) {
      return Optional.of(ModifySnapshotAttribute.builder()
          .snapshotId(id)
          .add(change.add())
          .remove(change.remove())
          .build());
    }
    if (command instanceof ResetCreateVolumePermission) {
      return Optional.of(
          new ResetSnapshotAttribute(id, SnapshotAttributeName.CREATE_VOLUME_PERMISSION));
    }
    if (command instanceof Archive) {
      return Optional.of(new ModifySnapshotTier(id, StorageTier.ARCHIVE));
    }
    if (command instanceof RestoreTemporarily restore) {
      return Optional.of(RestoreSnapshotTier.temporary(id, restore.temporaryRestoreDays()));
    }
    return command instanceof RestorePermanently
        ? Optional.of(RestoreSnapshotTier.permanent(id))
        : Optional.empty();
  }
}
