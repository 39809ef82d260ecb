package dev.amikit.registry;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.rule.Violation;
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
  /**
   * Makes a volume without tags.
   *
   * @param ebs the volume as a mapping would describe it
   */
  public CreateVolume(EbsBlockDevice ebs) {
    this(ebs, ImmutableList.of());
  }

  @Override
  public Outcome<Volume> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(ImmutableList.<Violation>builder()
          .addAll(DeviceRules.malformed(ebs, "ebs"))
          .addAll(DeviceRules.malformedInLaunch(ebs, "ebs"))
          .addAll(TagSpecification.malformed(tagSpecifications, TagSpecification.VOLUME))
          .build());
      Optional<StoredSnapshot> snapshot = ebs.snapshotId().map(plan::readableSnapshot);
      snapshot.ifPresent(stored -> UsableSnapshots.requireUsable(
          plan,
          ImmutableMap.<SnapshotId, StoredSnapshot>of(stored.snapshot().snapshotId(), stored)));
      NewVolume figures = NewVolume.of(ebs, snapshot);
      plan.requireNone(figures.violations("ebs", false));
      plan.requireNone(
          TagSpecification.tooMany(tagSpecifications, plan.settings().quotas().tags()));
      Volume volume = figures
          .volume(
              VolumeId.of(plan.newId("vol-")),
              plan.caller(),
              VolumeEncryption.of(plan, ebs, EbsBlockDevice.builder().build(), snapshot),
              ImmutableSet.of())
          .toBuilder()
          .tags(TagSpecification.tagsOf(tagSpecifications, TagSpecification.VOLUME))
          .build();
      plan.happens(new RegistryEvent.VolumeStored(plan.region(), volume));
      return volume;
    });
  }
}
