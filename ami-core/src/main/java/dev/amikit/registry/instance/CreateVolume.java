package dev.amikit.registry.instance;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.MessageTemplate.recorded;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.VolumeId;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.plan.ClientToken;
import dev.amikit.registry.plan.DeviceRules;
import dev.amikit.registry.plan.NewTags;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.plan.SnapshotCopy;
import dev.amikit.registry.plan.UsableSnapshots;
import dev.amikit.registry.plan.VolumeEncryption;
import dev.amikit.registry.plan.VolumeFigures;
import dev.amikit.registry.plan.Zones;
import dev.amikit.registry.state.Volume;
import dev.amikit.registry.state.VolumeEvent;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import java.util.Optional;

/**
 * {@code CreateVolume}: makes a volume, blank or of a snapshot that the caller may read. One that
 * is asked for smaller than its snapshot is as large as that.
 *
 * @param ebs the volume as a mapping would describe it
 * @param tagSpecifications the tags of the volume
 * @param clientToken the client token, at most 64 characters: the same request with the same token
 *     has the same volume again; empty for none
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html">CreateVolume</a>
 */
public record CreateVolume(
    EbsBlockDevice ebs,
    ImmutableList<TagSpecification> tagSpecifications,
    Optional<String> clientToken)
    implements Operation<Volume> {
  private static final String EBS = "ebs";

  /** What tells the size of the volume; mappings say so by a code of their own. */
  public static final Rule SIZE_OR_SNAPSHOT = Rule.rule(
          "create-volume.size-or-snapshot",
          "CreateVolume is asked for a volume of a size, of a snapshot, or both",
          ErrorCode.MISSING_PARAMETER,
          "API reference, CreateVolume, Size; observed: a recorded answer of CreateVolume,"
              + " September 2026",
          "BDM-19")
      .saying(recorded("The request must contain the parameter size/snapshot"));

  /** What an instance has to do with a volume is said when it is attached. */
  public static final Rule NOT_ATTACHED = Rule.rule(
          "create-volume.not-attached",
          "CreateVolume says nothing of an instance: neither whether the volume goes with it nor to"
              + " which card it is attached",
          ErrorCode.INVALID_PARAMETER,
          "API reference, CreateVolume",
          "BDM-37")
      .saying(own("Parameter {parameter} is invalid. You cannot specify it for a volume that is"
          + " not attached to an instance."));

  /**
   * Refuses null.
   *
   * @param ebs the volume as a mapping would describe it
   * @param tagSpecifications the tags of the volume
   * @param clientToken the client token, at most 64 characters; empty for none
   */
  public CreateVolume {
    requireNonNull(ebs, "ebs");
    requireNonNull(tagSpecifications, "tagSpecifications");
    requireNonNull(clientToken, "clientToken");
  }

  /**
   * Makes a request without a client token.
   *
   * @param ebs the volume as a mapping would describe it
   * @param tagSpecifications the tags of the volume
   */
  public CreateVolume(EbsBlockDevice ebs, ImmutableList<TagSpecification> tagSpecifications) {
    this(ebs, tagSpecifications, Optional.empty());
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
      requireNone(plan, malformed());
      Zones.requireExisting(plan, ebs.availabilityZone(), "availabilityZone");
      Optional<ClientToken> token = ClientToken.of("CreateVolume", clientToken, this::inOrder);
      Optional<Volume> earlier = token
          .flatMap(known -> known.answeredBefore(plan))
          .flatMap(id -> plan.state().volume(plan.region(), (VolumeId) id));
      if (earlier.isPresent()) {
        return earlier.get();
      }
      Optional<Snapshot> snapshot = ebs.snapshotId().map(plan::readableSnapshot);
      snapshot.ifPresent(source -> UsableSnapshots.requireUsable(ImmutableList.of(source)));
      VolumeFigures figures = VolumeFigures.of(ebs, snapshot).withRoomForSnapshot();
      requireNone(plan, figures.violations(false));
      NewTags.requireRoom(plan, tagSpecifications);
      VolumeEncryption encryption =
          VolumeEncryption.of(plan, ebs, EbsBlockDevice.builder().build(), snapshot);
      Volume volume = figures.volume(
          plan,
          ebs.availabilityZone(),
          encryption,
          ebs.volumeInitializationRate(),
          ImmutableSet.of(),
          NewTags.tagsOf(tagSpecifications, TagSpecification.VOLUME));
      plan.happens(new VolumeEvent.VolumeCreated(plan.region(), volume));
      if (encryption.succeeds()) {
        token.ifPresent(used -> used.standsFor(plan, volume.volumeId()));
      } else {
        plan.happens(new VolumeEvent.VolumeDeleted(plan.region(), volume.volumeId()));
      }
      return volume;
    });
  }

  private ImmutableList<Violation> malformed() {
    boolean isSized = ebs.volumeSize().isPresent() || ebs.snapshotId().isPresent();
    return ImmutableList.<Violation>builder()
        .addAll(
            isSized
                ? ImmutableList.of()
                : ImmutableList.of(SIZE_OR_SNAPSHOT.brokenBy(EBS + ".volumeSize", "absent")))
        .addAll(ofInstance())
        .addAll(DeviceRules.malformed(
            ebs.toBuilder().availabilityZone(Optional.empty()).build()))
        .addAll(DeviceRules.malformedInLaunch(ebs))
        .addAll(DeviceRules.rateWithoutSnapshot(ebs, ebs.snapshotId(), EBS))
        .addAll(ClientToken.malformed(clientToken).stream().toList())
        .addAll(NewTags.malformed(tagSpecifications, TagSpecification.VOLUME))
        .build();
  }

  /** Equal to equal requests; tags have no order. */
  private CreateVolume inOrder() {
    return new CreateVolume(ebs, NewTags.inOrder(tagSpecifications), clientToken);
  }

  /** What a mapping can say of the instance that has the volume, and CreateVolume cannot. */
  private ImmutableList<Violation> ofInstance() {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    ebs.deleteOnTermination()
        .ifPresent(goes -> broken.add(NOT_ATTACHED.brokenBy(EBS + ".deleteOnTermination", goes)));
    ebs.ebsCardIndex()
        .ifPresent(card -> broken.add(NOT_ATTACHED.brokenBy(EBS + ".ebsCardIndex", card)));
    return broken.build();
  }

  private static void requireNone(Plan plan, ImmutableList<Violation> violations) {
    plan.requireNone(
        violations.stream().map(CreateVolume::ofThisOperation).collect(toImmutableList()));
  }

  /**
   * The members of a mapping's volume are members of CreateVolume itself, by much the same names.
   */
  private static Violation ofThisOperation(Violation violation) {
    String member = violation.path().replaceFirst("^ebs\\.", "");
    if (violation.rule().equals(DeviceRules.WITHOUT_PLACE)) {
      return SnapshotCopy.IN_REGION.brokenBy(member, violation.found());
    }
    Violation told = violation.at(member.equals("volumeSize") ? "size" : member);
    return told.rule().equals(DeviceRules.THROUGHPUT_ALLOWED)
        ? told.saying(DeviceRules.THROUGHPUT_OF_CREATE_VOLUME)
        : told;
  }
}
