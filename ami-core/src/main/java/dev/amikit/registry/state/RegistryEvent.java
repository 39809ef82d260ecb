package dev.amikit.registry.state;

import static com.google.common.base.Preconditions.checkArgument;
import static dev.amikit.registry.state.PartitionState.evolved;
import static dev.amikit.registry.state.PartitionState.present;
import static dev.amikit.registry.state.PartitionState.requireAbsent;
import static dev.amikit.registry.state.PartitionState.requireStep;
import static java.util.Objects.requireNonNull;

import dev.amikit.account.AccountProfile;
import dev.amikit.account.AccountSettings;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.Region;
import dev.amikit.id.ResourceId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.TaskSubject;
import dev.amikit.image.Ami;
import dev.amikit.lifecycle.AmiStage;
import dev.amikit.lifecycle.Event;
import dev.amikit.lifecycle.LifeCycle;
import dev.amikit.lifecycle.snapshot.SnapshotLifeCycle;
import dev.amikit.lifecycle.snapshot.SnapshotStage;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tags;
import java.util.Optional;

/**
 * What has happened in a partition. It says in full what is needed to apply it, and refers to no
 * request. Applying it cannot fail: what happened to a thing that is not there leaves the state as
 * it is. Replaying the events of a partition from {@link PartitionState#empty()} on gives an equal
 * state.
 */
public sealed interface RegistryEvent {
  /**
   * Returns the state after this has happened.
   *
   * @param state the state before
   * @return the state after
   * @throws IllegalArgumentException if it cannot happen in that state: to something that is not
   *     there, in a stage of its life from which nothing leads there, or for the second time
   */
  PartitionState evolve(PartitionState state);

  /** What has happened in one Region. */
  sealed interface InRegion extends RegistryEvent
      permits ImageCreated,
          ImageChanged,
          ImageTagged,
          ImagePurged,
          InstancePurged,
          SnapshotCreated,
          SnapshotChanged,
          SnapshotTagged,
          InstanceEvent,
          VolumeEvent,
          BucketEvent,
          FastLaunchInRegion,
          ImageUsageReportEvent,
          SettingsChanged,
          RetentionRuleEvent,
          ClientTokenUsed,
          TaskBegun,
          TaskEnded {
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
      requireAbsent(state.in(region).images().contains(image.imageId()), region, image.imageId());
      return state.changed(region, here -> here.changed(Optional.empty(), image));
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
      Ami before = present(state.image(region, imageId), region, imageId);
      Ami after = evolved(event, before);
      checkArgument(after.imageId().equals(imageId), "%s became %s", imageId, after.imageId());
      AmiStage from = AmiStage.of(before);
      AmiStage to = AmiStage.of(after);
      requireStep(LifeCycle.canFollow(from, to), imageId, from, to);
      return state.changed(region, here -> here.changed(Optional.of(before), after));
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
      Ami gone = present(state.image(region, imageId), region, imageId);
      return state.changed(region, here -> here.without(gone.imageId()));
    }
  }

  /**
   * The record of a terminated instance has gone.
   *
   * @param region where
   * @param instanceId the instance
   */
  record InstancePurged(Region region, InstanceId instanceId) implements InRegion {
    /**
     * Refuses null.
     *
     * @param region where
     * @param instanceId the instance
     */
    public InstancePurged {
      requireNonNull(region, "region");
      requireNonNull(instanceId, "instanceId");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      Instance gone = present(state.instance(region, instanceId), region, instanceId);
      checkArgument(gone.state() == InstanceState.TERMINATED, "%s is %s", instanceId, gone.state());
      return state.changed(region, here -> here.without(instanceId));
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
      SnapshotId id = snapshot.snapshotId();
      requireAbsent(state.snapshot(region, id).isPresent(), region, id);
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
      Snapshot before = present(state.snapshot(region, snapshotId), region, snapshotId);
      Snapshot after = evolved(event, before);
      checkArgument(
          after.snapshotId().equals(snapshotId), "%s became %s", snapshotId, after.snapshotId());
      SnapshotStage from = SnapshotStage.of(before);
      SnapshotStage to = SnapshotStage.of(after);
      requireStep(SnapshotLifeCycle.canFollow(from, to), snapshotId, from, to);
      return state.changed(
          region, here -> after.deleted() ? here.without(snapshotId) : here.with(after));
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
      Ami ami = present(state.image(region, imageId), region, imageId);
      return state.changed(
          region,
          here -> ami.ownerId().equals(account)
              ? here.changed(Optional.of(ami), ami.withTags(tags))
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
      Snapshot snapshot = present(state.snapshot(region, snapshotId), region, snapshotId);
      return state.changed(
          region,
          here -> snapshot.ownerId().equals(account)
              ? here.with(snapshot.toBuilder().tags(tags).build())
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
   * A client token came to stand for an answer.
   *
   * @param region where
   * @param account the account
   * @param operation the operation that the token counts for, such as {@code CopyImage}
   * @param token the token
   * @param digest a digest of the request that it came with, by which the same request is known
   * @param answer the resource that it stands for; of a launch the first instance
   */
  record ClientTokenUsed(
      Region region,
      AccountId account,
      String operation,
      String token,
      String digest,
      ResourceId answer)
      implements InRegion {
    /**
     * Refuses null.
     *
     * @param region where
     * @param account the account
     * @param operation the operation that the token counts for, such as {@code CopyImage}
     * @param token the token
     * @param digest a digest of the request that it came with, by which the same request is known
     * @param answer the resource that it stands for; of a launch the first instance
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
      requireAbsent(
          state.in(region).clientTokens().use(account, operation, token).isPresent(),
          region,
          token);
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
      checkArgument(
          state.in(region).holds(task.subject()), "There is no %s in %s", task.subject(), region);
      requireAbsent(state.in(region).agenda().task(task.subject()).isPresent(), region, task);
      return state.changed(region, here -> here.with(here.agenda().with(task)));
    }
  }

  /**
   * A task ended.
   *
   * @param region where
   * @param subject what it worked on
   */
  record TaskEnded(Region region, TaskSubject subject) implements InRegion {
    /**
     * Refuses null.
     *
     * @param region where
     * @param subject what it worked on
     */
    public TaskEnded {
      requireNonNull(region, "region");
      requireNonNull(subject, "subject");
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      Optional<Task> ended = state.in(region).agenda().task(subject);
      checkArgument(ended.isPresent(), "There is no task for %s in %s", subject, region);
      return state.changed(region, here -> here.with(here.agenda().without(ended.get())));
    }
  }

  /**
   * New IDs were given.
   *
   * @param count how many
   */
  record IdsGiven(long count) implements RegistryEvent {
    /**
     * Refuses a number that is not positive, by which IDs would be given again.
     *
     * @param count how many
     */
    public IdsGiven {
      checkArgument(count > 0, "%s IDs cannot be given", count);
    }

    @Override
    public PartitionState evolve(PartitionState state) {
      requireNonNull(state, "state");
      return state.withIdsGiven(count);
    }
  }
}
