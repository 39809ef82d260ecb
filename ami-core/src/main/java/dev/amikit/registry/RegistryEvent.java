package dev.amikit.registry;

import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.lifecycle.Event;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tags;
import java.util.Optional;

/**
 * What has happened in a partition. Applying it cannot fail, and replaying the events of a
 * partition from {@link PartitionState#empty()} on gives an equal state.
 */
public sealed interface RegistryEvent {
  /**
   * Returns the state after this has happened.
   *
   * @param state the state before
   * @return the state after
   */
  PartitionState evolve(PartitionState state);

  /**
   * An image came to be.
   *
   * @param region where
   * @param image the image
   */
  record ImageCreated(Region region, Ami image) implements RegistryEvent {
    @Override
    public PartitionState evolve(PartitionState state) {
      return state.changed(region, draft -> draft.image(image));
    }
  }

  /**
   * Something happened to an image.
   *
   * @param region where
   * @param imageId the image
   * @param event what
   */
  record ImageChanged(Region region, ImageId imageId, Event<Ami> event) implements RegistryEvent {
    @Override
    public PartitionState evolve(PartitionState state) {
      return state
          .image(region, imageId)
          .map(ami -> state.changed(region, draft -> draft.image(event.evolve(ami))))
          .orElse(state);
    }
  }

  /**
   * The record of a deregistered image was given up.
   *
   * @param region where
   * @param imageId the image
   */
  record ImagePurged(Region region, ImageId imageId) implements RegistryEvent {
    @Override
    public PartitionState evolve(PartitionState state) {
      return state.changed(region, draft -> draft.withoutImage(imageId));
    }
  }

  /**
   * A snapshot came to be, or changed.
   *
   * @param region where
   * @param snapshot the snapshot as it is now
   */
  record SnapshotStored(Region region, StoredSnapshot snapshot) implements RegistryEvent {
    @Override
    public PartitionState evolve(PartitionState state) {
      return state.changed(region, draft -> draft.snapshot(snapshot));
    }
  }

  /**
   * A snapshot is gone for good.
   *
   * @param region where
   * @param snapshotId the snapshot
   */
  record SnapshotDeleted(Region region, SnapshotId snapshotId) implements RegistryEvent {
    @Override
    public PartitionState evolve(PartitionState state) {
      return state.changed(region, draft -> draft.withoutSnapshot(snapshotId));
    }
  }

  /**
   * An instance came to be, or changed.
   *
   * @param region where
   * @param instance the instance as it is now
   */
  record InstanceStored(Region region, Instance instance) implements RegistryEvent {
    @Override
    public PartitionState evolve(PartitionState state) {
      return state.changed(region, draft -> draft.instance(instance));
    }
  }

  /**
   * A volume came to be, or changed.
   *
   * @param region where
   * @param volume the volume as it is now
   */
  record VolumeStored(Region region, Volume volume) implements RegistryEvent {
    @Override
    public PartitionState evolve(PartitionState state) {
      return state.changed(region, draft -> draft.volume(volume));
    }
  }

  /**
   * A volume is gone for good.
   *
   * @param region where
   * @param volumeId the volume
   */
  record VolumeDeleted(Region region, VolumeId volumeId) implements RegistryEvent {
    @Override
    public PartitionState evolve(PartitionState state) {
      return state.changed(region, draft -> draft.withoutVolume(volumeId));
    }
  }

  /**
   * An account changed the tags that it has on an image.
   *
   * @param region where
   * @param imageId the image
   * @param account the account
   * @param tags its tags on the image now
   */
  record ImageTagged(Region region, ImageId imageId, AccountId account, Tags tags)
      implements RegistryEvent {
    @Override
    public PartitionState evolve(PartitionState state) {
      Optional<Ami> own =
          state.image(region, imageId).filter(ami -> ami.ownerId().equals(account));
      return state.changed(
          region,
          draft -> own.isPresent()
              ? draft.image(own.get().withTags(tags))
              : draft.foreignTags(account, imageId, tags));
    }
  }

  /**
   * An account changed the tags that it has on a snapshot.
   *
   * @param region where
   * @param snapshotId the snapshot
   * @param account the account
   * @param tags its tags on the snapshot now
   */
  record SnapshotTagged(Region region, SnapshotId snapshotId, AccountId account, Tags tags)
      implements RegistryEvent {
    @Override
    public PartitionState evolve(PartitionState state) {
      Optional<StoredSnapshot> own = state
          .snapshot(region, snapshotId)
          .filter(stored -> stored.snapshot().ownerId().equals(account));
      return state.changed(
          region,
          draft -> own.isPresent()
              ? draft.snapshot(tagged(own.get(), tags))
              : draft.foreignTags(account, snapshotId, tags));
    }

    private static StoredSnapshot tagged(StoredSnapshot stored, Tags tags) {
      Snapshot snapshot = stored.snapshot().toBuilder().tags(tags).build();
      return stored.toBuilder().snapshot(snapshot).build();
    }
  }

  /**
   * An account set up EC2 in a Region otherwise.
   *
   * @param region where
   * @param account the account
   * @param settings its settings now
   */
  record SettingsChanged(Region region, AccountId account, AccountSettings settings)
      implements RegistryEvent {
    @Override
    public PartitionState evolve(PartitionState state) {
      return state.changed(region, draft -> draft.settings(account, settings));
    }
  }

  /**
   * What AWS knows of an account changed.
   *
   * @param account the account
   * @param profile its profile now
   */
  record ProfileChanged(AccountId account, AccountProfile profile) implements RegistryEvent {
    @Override
    public PartitionState evolve(PartitionState state) {
      return state.withProfile(account, profile);
    }
  }

  /**
   * A retention rule came to be, or changed.
   *
   * @param region where
   * @param account the account
   * @param rule the rule as it is now
   */
  record RetentionRuleStored(Region region, AccountId account, RetentionRule rule)
      implements RegistryEvent {
    @Override
    public PartitionState evolve(PartitionState state) {
      return state.changed(region, draft -> draft.retentionRule(account, rule));
    }
  }

  /**
   * A retention rule is gone.
   *
   * @param region where
   * @param account the account
   * @param identifier the rule
   */
  record RetentionRuleDeleted(Region region, AccountId account, String identifier)
      implements RegistryEvent {
    @Override
    public PartitionState evolve(PartitionState state) {
      return state.changed(region, draft -> draft.withoutRetentionRule(account, identifier));
    }
  }

  /**
   * A client token came to stand for an image.
   *
   * @param region where
   * @param account the account
   * @param token the token, and the operation that it counts for
   * @param request the request that it came with
   * @param answer the image that it stands for
   */
  record TokenUsed(
      Region region, AccountId account, String token, Operation<?> request, ImageId answer)
      implements RegistryEvent {
    @Override
    public PartitionState evolve(PartitionState state) {
      return state.changed(
          region,
          draft -> draft.token(
              new RegionState.Owned<>(account, token), new RegionState.TokenUse(request, answer)));
    }
  }

  /**
   * Work in the background began.
   *
   * @param region where
   * @param work the work
   */
  record WorkBegun(Region region, Work work) implements RegistryEvent {
    @Override
    public PartitionState evolve(PartitionState state) {
      return state.changed(region, draft -> draft.work(work));
    }
  }

  /**
   * Work in the background ended.
   *
   * @param region where
   * @param resource what was being made
   */
  record WorkEnded(Region region, String resource) implements RegistryEvent {
    @Override
    public PartitionState evolve(PartitionState state) {
      return state.changed(region, draft -> draft.withoutWork(resource));
    }
  }

  /**
   * New IDs were given.
   *
   * @param count how many
   */
  record IdsGiven(long count) implements RegistryEvent {
    @Override
    public PartitionState evolve(PartitionState state) {
      return state.withIdsGiven(count);
    }
  }
}
