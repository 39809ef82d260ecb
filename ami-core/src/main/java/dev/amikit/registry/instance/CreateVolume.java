package dev.amikit.registry.instance;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.SnapshotId;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.plan.DeviceRules;
import dev.amikit.registry.plan.NewTags;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.plan.UsableSnapshots;
import dev.amikit.registry.plan.VolumeEncryption;
import dev.amikit.registry.plan.VolumeFigures;
import dev.amikit.registry.state.Volume;
import dev.amikit.registry.state.VolumeEvent;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import java.util.Optional;

/**
 * {@code CreateVolume}: makes a volume, blank or of a snapshot that the caller may read.
 *
 * @param ebs the volume as a mapping would describe it
 * @param tagSpecifications the tags of the volume
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html">CreateVolume</a>
 */
public record CreateVolume(EbsBlockDevice ebs, ImmutableList<TagSpecification> tagSpecifications)
    implements Operation<Volume> {
  /** The key that the volume is encrypted with, and that of its snapshot, can be used. */
  public static final Rule KEY_USABLE = Rule.rule(
      "create-volume.key-usable",
      "an encrypted volume is created only with a key that its owner can use in the Region",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "API reference, CreateVolume, KmsKeyId; inferred",
      "ENC-06",
      "ID-20");

  /** A volume has room for its snapshot; launches and images say so by a code of their own. */
  public static final Rule ROOM_FOR_SNAPSHOT = Rule.rule(
      "create-volume.room-for-snapshot",
      "CreateVolume is not asked for a volume smaller than its snapshot",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "API reference, CreateVolume, Size",
      "BDM-24");

  /**
   * Refuses null.
   *
   * @param ebs the volume as a mapping would describe it
   * @param tagSpecifications the tags of the volume
   */
  public CreateVolume {
    requireNonNull(ebs, "ebs");
    requireNonNull(tagSpecifications, "tagSpecifications");
  }

  /**
   * Makes a request.
   *
   * @param ebs the volume as a mapping would describe it, such as
   *     {@link EbsBlockDevice#ofSnapshot(String)}
   * @param tagSpecifications the tags of the volume
   */
  public CreateVolume(EbsBlockDevice ebs, TagSpecification... tagSpecifications) {
    this(ebs, ImmutableList.copyOf(requireNonNull(tagSpecifications, "tagSpecifications")));
  }

  @Override
  public Outcome<Volume> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(ImmutableList.<Violation>builder()
          .addAll(DeviceRules.malformed(ebs, "ebs"))
          .addAll(DeviceRules.malformedInLaunch(ebs, "ebs"))
          .addAll(NewTags.malformed(tagSpecifications, TagSpecification.VOLUME))
          .build());
      Optional<Snapshot> snapshot = ebs.snapshotId().map(plan::readableSnapshot);
      snapshot.ifPresent(source -> UsableSnapshots.requireUsable(
          plan, ImmutableMap.<SnapshotId, Snapshot>of(source.snapshotId(), source)));
      snapshot
          .map(Snapshot::volumeSize)
          .ifPresent(least -> plan.require(
              ebs.volumeSize().orElse(least) >= least,
              ROOM_FOR_SNAPSHOT,
              "ebs.volumeSize",
              ebs.volumeSize()));
      VolumeFigures figures = VolumeFigures.of(ebs, snapshot);
      plan.require(
          figures.size().isPresent(),
          DeviceRules.SIZE_OR_SNAPSHOT.brokenBy("ebs", "neither").with("deviceNames", "ebs"));
      plan.requireNone(figures.violations("ebs", false));
      NewTags.requireRoom(plan, tagSpecifications);
      VolumeEncryption encryption =
          VolumeEncryption.of(plan, ebs, EbsBlockDevice.builder().build(), snapshot);
      plan.require(encryption.succeeds(), KEY_USABLE, "ebs.kmsKeyId", ebs.kmsKeyId());
      Volume volume =
          figures
              .volume(plan.newVolumeId(), plan.caller(), encryption, ImmutableSet.of())
              .toBuilder()
              .tags(NewTags.tagsOf(tagSpecifications, TagSpecification.VOLUME))
              .build();
      plan.happens(new VolumeEvent.VolumeCreated(plan.region(), volume));
      return volume;
    });
  }
}
