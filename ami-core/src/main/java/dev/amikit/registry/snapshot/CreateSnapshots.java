package dev.amikit.registry.snapshot;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.id.InstanceId;
import dev.amikit.id.VolumeId;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.plan.NewSnapshots;
import dev.amikit.registry.plan.NewTags;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.plan.SnapshotCopy;
import dev.amikit.registry.plan.TagRules;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.Volume;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tags;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * {@code CreateSnapshots}: a snapshot of each volume of an instance, all of one moment. They are
 * made together or not at all: where one fails, those that are still being made fail with it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSnapshots.html">CreateSnapshots</a>
 */
@Value.Immutable
public abstract class CreateSnapshots implements Operation<ImmutableList<Snapshot>> {
  private static final int MOST_EXCLUDED = 40;
  private static final String SPECIFICATION = "instanceSpecification";
  private static final String EXCLUDED = "excludeDataVolumeIds";

  /** A request leaves out at most 40 volumes. */
  public static final Rule FEW_EXCLUDED = Rule.rule(
          "create-snapshots.few-excluded",
          "a request leaves out at most 40 data volumes",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, InstanceSpecification, ExcludeDataVolumeIds",
          "SNAP-22")
      .saying(own("The maximum number of volume IDs specified on a single call is 40"));

  /** What is left out is a data volume of the instance. */
  public static final Rule EXCLUDED_IS_DATA = Rule.rule(
          "create-snapshots.excluded-is-data",
          "the volumes that are left out are attached to the instance, and none is its root",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, InstanceSpecification, ExcludeDataVolumeIds",
          "SNAP-22")
      .saying(own("Value ({value}) for parameter excludeDataVolumeId is invalid. It must be a data"
          + " volume of instance {instanceId}."));

  /** There is something to make snapshots of. */
  public static final Rule HAS_VOLUMES = Rule.rule(
          "create-snapshots.has-volumes",
          "the instance has volumes that are not left out",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "inferred: a request that would make nothing",
          "SNAP-22")
      .saying(own("Invalid value '{value}' for instanceId. It has no volumes to create snapshots"
          + " of."));

  /** Tags are copied from volumes only. */
  public static final Rule TAGS_OF_VOLUME = Rule.rule(
          "create-snapshots.tags-of-volume",
          "tags are copied from the source volume of each snapshot, or not at all",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "API reference, CreateSnapshots, CopyTagsFromSource",
          "TAG-17")
      .saying(own("Invalid value '{value}' for copyTagsFromSource. Allowed values are ('volume')"));

  CreateSnapshots() {}

  /** {@return which volumes of which instance} */
  public abstract InstanceSpecification instanceSpecification();

  /** {@return what the snapshots are to be described as} */
  public abstract Optional<String> description();

  /** {@return the tags of the snapshots, the same for each; they win over copied ones} */
  public abstract ImmutableList<TagSpecification> tagSpecifications();

  /** {@return {@code volume}, if each snapshot gets the tags of its volume too} */
  public abstract Optional<String> copyTagsFromSource();

  /** {@return an Outpost for the snapshots, which is refused} */
  public abstract Optional<String> outpostArn();

  /** {@return a zone for the snapshots, which is refused} */
  public abstract Optional<String> location();

  /** {@return a builder without a value} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Asks for snapshots of all volumes of an instance.
   *
   * @param instanceId the instance, which the caller owns
   * @return the request
   */
  public static CreateSnapshots of(InstanceId instanceId) {
    return builder().instanceSpecification(InstanceSpecification.of(instanceId)).build();
  }

  /** Answers with the new snapshots, pending, in the order of the devices of the instance. */
  @Override
  public final Outcome<ImmutableList<Snapshot>> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed());
      ImmutableList<Volume> volumes = volumes(plan);
      ImmutableMap<VolumeId, Tags> tags = requireTags(plan, volumes);
      ImmutableList<Snapshot> snapshots = volumes.stream()
          .map(volume -> NewSnapshots.pending(
                  plan, volume, description(), tags.getOrDefault(volume.volumeId(), Tags.none()))
              .build())
          .collect(toImmutableList());
      NewSnapshots.begin(plan, snapshots);
      return snapshots.stream().map(CreateSnapshot::answer).collect(toImmutableList());
    });
  }

  private ImmutableList<Violation> malformed() {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    int excluded = instanceSpecification().excludeDataVolumeIds().size();
    if (excluded > MOST_EXCLUDED) {
      broken.add(FEW_EXCLUDED.brokenBy(EXCLUDED, excluded).within(SPECIFICATION));
    }
    outpostArn().ifPresent(arn -> broken.add(SnapshotCopy.IN_REGION.brokenBy("outpostArn", arn)));
    location().ifPresent(place -> broken.add(SnapshotCopy.IN_REGION.brokenBy("location", place)));
    copyTagsFromSource()
        .filter(source -> !source.equals("volume"))
        .ifPresent(source -> broken.add(TAGS_OF_VOLUME.brokenBy("copyTagsFromSource", source)));
    SnapshotCopy.description(description()).ifPresent(broken::add);
    broken.addAll(NewTags.malformed(tagSpecifications(), TagSpecification.SNAPSHOT));
    return broken.build();
  }

  /** The volumes that snapshots are made of, in the order of the devices. */
  private ImmutableList<Volume> volumes(Plan plan) {
    InstanceSpecification asked = instanceSpecification();
    String path = SPECIFICATION + ".instanceId";
    Instance instance = plan.ownInstance(asked.instanceId(), path);
    Optional<VolumeId> root = instance.volumes().entrySet().stream()
        .filter(attached -> instance.image().bootsFrom(attached.getKey()))
        .map(attached -> attached.getValue().volumeId())
        .findFirst();
    ImmutableSet<VolumeId> data = instance.volumes().values().stream()
        .map(Instance.Attachment::volumeId)
        .filter(id -> !root.equals(Optional.of(id)))
        .collect(toImmutableSet());
    int i = 0;
    for (VolumeId id : asked.excludeDataVolumeIds()) {
      String at = SPECIFICATION + "." + EXCLUDED + "[" + i + "]";
      Volume unused = plan.ownVolume(id, at);
      plan.require(
          data.contains(id),
          () -> EXCLUDED_IS_DATA.brokenBy(at, id).with("instanceId", asked.instanceId()));
      i++;
    }
    ImmutableList<Volume> volumes = instance.volumes().values().stream()
        .map(Instance.Attachment::volumeId)
        .filter(id -> !(asked.excludeBootVolume() && root.equals(Optional.of(id))))
        .filter(id -> !asked.excludeDataVolumeIds().contains(id))
        .map(id -> plan.ownVolume(id, path))
        .collect(toImmutableList());
    plan.require(!volumes.isEmpty(), HAS_VOLUMES, path, asked.instanceId());
    return volumes;
  }

  /** The tags of each snapshot; refuses more than it can have. */
  private ImmutableMap<VolumeId, Tags> requireTags(Plan plan, ImmutableList<Volume> volumes) {
    Tags given = NewTags.tagsOf(tagSpecifications(), TagSpecification.SNAPSHOT);
    int most = plan.settings().quotas().tags();
    NewTags.requireRoom(plan, tagSpecifications());
    ImmutableMap.Builder<VolumeId, Tags> tags = ImmutableMap.builder();
    for (Volume volume : volumes) {
      Tags all = copyTagsFromSource().isPresent() ? volume.tags().userDefined().with(given) : given;
      plan.requireNone(TagRules.tooMany(all, most, "copyTagsFromSource", volume.volumeId()).stream()
          .collect(toImmutableList()));
      tags.put(volume.volumeId(), all);
    }
    return tags.buildOrThrow();
  }

  /** Builds a {@link CreateSnapshots}. Which volumes has to be set. */
  public static final class Builder {
    private final ImmutableCreateSnapshots.Builder members = new ImmutableCreateSnapshots.Builder();

    Builder() {}

    /**
     * Sets which volumes of which instance.
     *
     * @param instanceSpecification the instance, and what of it is left out
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder instanceSpecification(InstanceSpecification instanceSpecification) {
      members.instanceSpecification(instanceSpecification);
      return this;
    }

    /**
     * Sets what the snapshots are to be described as.
     *
     * @param description the description, at most 255 characters
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder description(String description) {
      members.description(description);
      return this;
    }

    /**
     * Sets the description, or none.
     *
     * @param description the description; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder description(Optional<String> description) {
      requireNonNull(description, "description");
      members.description(description);
      return this;
    }

    /**
     * Sets the tags of the snapshots.
     *
     * @param tagSpecifications the tags, by type of resource
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder tagSpecifications(Iterable<? extends TagSpecification> tagSpecifications) {
      requireNonNull(tagSpecifications, "tagSpecifications");
      members.tagSpecifications(tagSpecifications);
      return this;
    }

    /**
     * Adds tags.
     *
     * @param tagSpecification the tags, and the type of the resources that get them
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addTagSpecification(TagSpecification tagSpecification) {
      requireNonNull(tagSpecification, "tagSpecification");
      members.addTagSpecification(tagSpecification);
      return this;
    }

    /**
     * Sets an Outpost for the snapshots, which is refused.
     *
     * @param outpostArn the Outpost
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder outpostArn(String outpostArn) {
      members.outpostArn(outpostArn);
      return this;
    }

    /**
     * Sets the Outpost, or none.
     *
     * @param outpostArn the Outpost; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder outpostArn(Optional<String> outpostArn) {
      requireNonNull(outpostArn, "outpostArn");
      members.outpostArn(outpostArn);
      return this;
    }

    /**
     * Sets a zone for the snapshots, which is refused.
     *
     * @param location the name of the zone
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder location(String location) {
      members.location(location);
      return this;
    }

    /**
     * Sets the zone, or none.
     *
     * @param location the zone; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder location(Optional<String> location) {
      requireNonNull(location, "location");
      members.location(location);
      return this;
    }

    /**
     * Sets that each snapshot gets the tags of its volume too.
     *
     * @param copyTagsFromSource {@code volume}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder copyTagsFromSource(String copyTagsFromSource) {
      members.copyTagsFromSource(copyTagsFromSource);
      return this;
    }

    /**
     * Sets what tags are copied from, or nothing.
     *
     * @param copyTagsFromSource {@code volume}; empty for nothing
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder copyTagsFromSource(Optional<String> copyTagsFromSource) {
      requireNonNull(copyTagsFromSource, "copyTagsFromSource");
      members.copyTagsFromSource(copyTagsFromSource);
      return this;
    }

    /**
     * Returns the request.
     *
     * @return the request
     * @throws dev.amikit.rule.MissingAttributesException without the volumes
     */
    public CreateSnapshots build() {
      return members.build();
    }
  }
}
