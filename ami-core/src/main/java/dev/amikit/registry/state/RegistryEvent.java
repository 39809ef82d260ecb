package dev.amikit.registry.state;

import static java.util.Objects.requireNonNull;

import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.id.ResourceId;
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

  /** What has happened in one Region. */
  sealed interface InRegion extends RegistryEvent {
    /** {@return the Region in which it happened} */
    Region region();
  }

  /**
   * An image came to be. If its launch permissions are not told, it is public or not as it says,
   * and shared with nobody.
   *
   * @param region where
   * @param image the image
   */
  record ImageCreated(Region region, Ami image) implements InRegion {
    /**
     * Refuses null.
     *
     * @param region where
     * @param image the image
     */
    public ImageCreated {
      requireNonNull(region, "region");
      requireNonNull(image, "image");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      return state.changed(region, here -> here.with(image));
    }
  }

  /**
   * Something happened to an image.
   *
   * @param region where
   * @param imageId the image
   * @param event what
   */
  record ImageChanged(Region region, ImageId imageId, Event<Ami> event) implements InRegion {
    /**
     * Refuses null.
     *
     * @param region where
     * @param imageId the image
     * @param event what
     */
    public ImageChanged {
      requireNonNull(region, "region");
      requireNonNull(imageId, "imageId");
      requireNonNull(event, "event");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      return state
          .image(region, imageId)
          .map(ami ->
              state.changed(region, here -> here.changed(Optional.of(ami), event.evolve(ami))))
          .orElse(state);
    }
  }

  /**
   * The record of a deregistered image was given up.
   *
   * @param region where
   * @param imageId the image
   */
  record ImagePurged(Region region, ImageId imageId) implements InRegion {
    /**
     * Refuses null.
     *
     * @param region where
     * @param imageId the image
     */
    public ImagePurged {
      requireNonNull(region, "region");
      requireNonNull(imageId, "imageId");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      return state.changed(region, here -> here.without(imageId));
    }
  }

  /**
   * A snapshot came to be.
   *
   * @param region where
   * @param snapshot the snapshot
   */
  record SnapshotCreated(Region region, Snapshot snapshot) implements InRegion {
    /**
     * Refuses null.
     *
     * @param region where
     * @param snapshot the snapshot
     */
    public SnapshotCreated {
      requireNonNull(region, "region");
      requireNonNull(snapshot, "snapshot");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      return state.changed(region, here -> here.with(snapshot));
    }
  }

  /**
   * Something happened to a snapshot. One that is deleted leaves no record.
   *
   * @param region where
   * @param snapshotId the snapshot
   * @param event what
   */
  record SnapshotChanged(Region region, SnapshotId snapshotId, Event<Snapshot> event)
      implements InRegion {
    /**
     * Refuses null.
     *
     * @param region where
     * @param snapshotId the snapshot
     * @param event what
     */
    public SnapshotChanged {
      requireNonNull(region, "region");
      requireNonNull(snapshotId, "snapshotId");
      requireNonNull(event, "event");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      return state
          .snapshot(region, snapshotId)
          .map(event::evolve)
          .map(after -> state.changed(
              region, here -> after.deleted() ? here.without(snapshotId) : here.with(after)))
          .orElse(state);
    }
  }

  /**
   * An instance came to be, or changed.
   *
   * @param region where
   * @param instance the instance as it is now
   */
  record InstanceStored(Region region, Instance instance) implements InRegion {
    /**
     * Refuses null.
     *
     * @param region where
     * @param instance the instance as it is now
     */
    public InstanceStored {
      requireNonNull(region, "region");
      requireNonNull(instance, "instance");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      return state.changed(region, here -> here.with(here.instances().with(instance)));
    }
  }

  /**
   * A volume came to be, or changed.
   *
   * @param region where
   * @param volume the volume as it is now
   */
  record VolumeStored(Region region, Volume volume) implements InRegion {
    /**
     * Refuses null.
     *
     * @param region where
     * @param volume the volume as it is now
     */
    public VolumeStored {
      requireNonNull(region, "region");
      requireNonNull(volume, "volume");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      return state.changed(region, here -> here.with(here.volumes().with(volume)));
    }
  }

  /**
   * A volume is gone for good.
   *
   * @param region where
   * @param volumeId the volume
   */
  record VolumeDeleted(Region region, VolumeId volumeId) implements InRegion {
    /**
     * Refuses null.
     *
     * @param region where
     * @param volumeId the volume
     */
    public VolumeDeleted {
      requireNonNull(region, "region");
      requireNonNull(volumeId, "volumeId");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      return state.changed(region, here -> here.with(here.volumes().without(volumeId)));
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
      implements InRegion {
    /**
     * Refuses null.
     *
     * @param region where
     * @param imageId the image
     * @param account the account
     * @param tags its tags on the image now
     */
    public ImageTagged {
      requireNonNull(region, "region");
      requireNonNull(imageId, "imageId");
      requireNonNull(account, "account");
      requireNonNull(tags, "tags");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      Optional<Ami> own =
          state.image(region, imageId).filter(ami -> ami.ownerId().equals(account));
      return state.changed(
          region,
          here -> own.isPresent()
              ? here.changed(own, own.get().withTags(tags))
              : here.withForeignTags(account, imageId, tags));
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
      implements InRegion {
    /**
     * Refuses null.
     *
     * @param region where
     * @param snapshotId the snapshot
     * @param account the account
     * @param tags its tags on the snapshot now
     */
    public SnapshotTagged {
      requireNonNull(region, "region");
      requireNonNull(snapshotId, "snapshotId");
      requireNonNull(account, "account");
      requireNonNull(tags, "tags");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      Optional<Snapshot> own = state
          .snapshot(region, snapshotId)
          .filter(snapshot -> snapshot.ownerId().equals(account));
      return state.changed(
          region,
          here -> own.isPresent()
              ? here.with(own.get().toBuilder().tags(tags).build())
              : here.withForeignTags(account, snapshotId, tags));
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
      implements InRegion {
    /**
     * Refuses null.
     *
     * @param region where
     * @param account the account
     * @param settings its settings now
     */
    public SettingsChanged {
      requireNonNull(region, "region");
      requireNonNull(account, "account");
      requireNonNull(settings, "settings");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      return state.changed(region, here -> here.with(here.accounts().with(account, settings)));
    }
  }

  /**
   * What AWS knows of an account changed.
   *
   * @param account the account
   * @param profile its profile now
   */
  record ProfileChanged(AccountId account, AccountProfile profile) implements RegistryEvent {
    /**
     * Refuses null.
     *
     * @param account the account
     * @param profile its profile now
     */
    public ProfileChanged {
      requireNonNull(account, "account");
      requireNonNull(profile, "profile");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
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
      implements InRegion {
    /**
     * Refuses null.
     *
     * @param region where
     * @param account the account
     * @param rule the rule as it is now
     */
    public RetentionRuleStored {
      requireNonNull(region, "region");
      requireNonNull(account, "account");
      requireNonNull(rule, "rule");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      return state.changed(region, here -> here.with(here.accounts().with(account, rule)));
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
      implements InRegion {
    /**
     * Refuses null.
     *
     * @param region where
     * @param account the account
     * @param identifier the rule
     */
    public RetentionRuleDeleted {
      requireNonNull(region, "region");
      requireNonNull(account, "account");
      requireNonNull(identifier, "identifier");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      return state.changed(region, here -> here.with(here.accounts().without(account, identifier)));
    }
  }

  /**
   * A client token came to stand for an image.
   *
   * @param region where
   * @param account the account
   * @param operation the operation that the token counts for, such as {@code CopyImage}
   * @param token the token
   * @param digest a digest of the request that it came with, by which the same request is known
   * @param answer the image that it stands for
   */
  record ClientTokenUsed(
      Region region,
      AccountId account,
      String operation,
      String token,
      String digest,
      ImageId answer)
      implements InRegion {
    /**
     * Refuses null.
     *
     * @param region where
     * @param account the account
     * @param operation the operation that the token counts for, such as {@code CopyImage}
     * @param token the token
     * @param digest a digest of the request that it came with, by which the same request is known
     * @param answer the image that it stands for
     */
    public ClientTokenUsed {
      requireNonNull(region, "region");
      requireNonNull(account, "account");
      requireNonNull(operation, "operation");
      requireNonNull(token, "token");
      requireNonNull(digest, "digest");
      requireNonNull(answer, "answer");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      ClientTokens.Use use = new ClientTokens.Use(digest, answer);
      return state.changed(
          region, here -> here.with(here.clientTokens().with(account, operation, token, use)));
    }
  }

  /**
   * A task began.
   *
   * @param region where
   * @param task the task
   */
  record TaskBegun(Region region, Task task) implements InRegion {
    /**
     * Refuses null.
     *
     * @param region where
     * @param task the task
     */
    public TaskBegun {
      requireNonNull(region, "region");
      requireNonNull(task, "task");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      return state.changed(region, here -> here.with(here.agenda().with(task)));
    }
  }

  /**
   * A task ended.
   *
   * @param region where
   * @param resourceId what it worked on
   */
  record TaskEnded(Region region, ResourceId resourceId) implements InRegion {
    /**
     * Refuses null.
     *
     * @param region where
     * @param resourceId what it worked on
     */
    public TaskEnded {
      requireNonNull(region, "region");
      requireNonNull(resourceId, "resourceId");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      return state.changed(region, here -> here.with(here.agenda().without(resourceId)));
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
      requireNonNull(state, "state");
      return state.withIdsGiven(count);
    }
  }
}
