package dev.amikit.registry.snapshot;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.plan.CopyEncryption;
import dev.amikit.registry.plan.NewTags;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.plan.SnapshotCopy;
import dev.amikit.registry.plan.UsableSnapshots;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.SnapshotCreation;
import dev.amikit.registry.state.Task;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.StoredSnapshot;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * {@code CopySnapshot}: a copy in the Region that is asked, which belongs to the caller. An
 * encrypted copy is encrypted with the default key of that Region, unless another is named. Tags,
 * permissions and the lock of the source stay behind.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CopySnapshot.html">CopySnapshot</a>
 */
@Value.Immutable
public abstract class CopySnapshot implements Operation<SnapshotId> {
  /** How many copies can be under way. */
  public static final Rule FEW = Rule.rule(
      "copy-snapshot.few",
      "an account has at most 20 snapshot copies under way in a Region",
      ErrorCode.RESOURCE_LIMIT_EXCEEDED,
      "EBS User Guide, Quotas",
      "SNAP-27");

  CopySnapshot() {}

  /** {@return the Region of the source} */
  public abstract Region sourceRegion();

  /** {@return the snapshot to be copied, which the caller may read} */
  public abstract SnapshotId sourceSnapshotId();

  /** {@return what the copy is to be described as} */
  public abstract Optional<String> description();

  /** {@return whether the copy is to be encrypted} */
  public abstract Optional<Boolean> encrypted();

  /** {@return the key to encrypt the copy with} */
  public abstract Optional<KmsKeyId> kmsKeyId();

  /** {@return within how many minutes the copy is asked for; it takes no less time for that} */
  public abstract OptionalInt completionDurationMinutes();

  /** {@return the tags of the copy} */
  public abstract ImmutableList<TagSpecification> tagSpecifications();

  /** {@return an Outpost for the copy, which is refused} */
  public abstract Optional<String> destinationOutpostArn();

  /** {@return a zone for the copy, which is refused} */
  public abstract Optional<String> destinationAvailabilityZone();

  /** {@return a builder without a value} */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public Outcome<SnapshotId> decide(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed(plan));
      StoredSnapshot source = readable(plan);
      UsableSnapshots.requireUsable(plan, ImmutableMap.of(sourceSnapshotId(), source));
      encryption().removed(source.snapshot()).ifPresent(v -> plan.requireNone(ImmutableList.of(v)));
      NewTags.requireRoom(plan, tagSpecifications());
      int underWay = plan.underWay(Task.Kind.SNAPSHOT_COPY);
      plan.require(
          underWay < plan.settings().quotas().snapshotCopies(), FEW, "", underWay + " copies");
      return begin(plan, source);
    });
  }

  private ImmutableList<Violation> malformed(Plan plan) {
    ImmutableList.Builder<Violation> broken = ImmutableList.builder();
    SnapshotCopy.sourceRegion(plan, sourceRegion()).ifPresent(broken::add);
    destinationOutpostArn()
        .or(this::destinationAvailabilityZone)
        .ifPresent(place -> broken.add(SnapshotCopy.IN_REGION.brokenBy("destination", place)));
    SnapshotCopy.description(description()).ifPresent(broken::add);
    encryption().malformed().ifPresent(broken::add);
    SnapshotCopy.completionDuration("completionDurationMinutes", completionDurationMinutes())
        .ifPresent(broken::add);
    broken.addAll(NewTags.malformed(tagSpecifications(), TagSpecification.SNAPSHOT));
    return broken.build();
  }

  private StoredSnapshot readable(Plan plan) {
    return plan.state()
        .snapshot(sourceRegion(), sourceSnapshotId())
        .filter(stored -> !stored.isInRecycleBin())
        .filter(stored -> plan.state().in(sourceRegion()).isReadable(plan.caller(), stored))
        .orElseThrow(() -> Plan.notFound(sourceSnapshotId()).toException());
  }

  private SnapshotId begin(Plan plan, StoredSnapshot source) {
    SnapshotId id = plan.newSnapshotId();
    CopyEncryption.Outcome outcome =
        encryption().of(plan, sourceRegion(), source.snapshot(), false);
    plan.happens(new RegistryEvent.SnapshotStored(
        plan.region(),
        SnapshotCopy.pending(
            plan,
            id,
            source,
            outcome,
            description(),
            completionDurationMinutes(),
            NewTags.tagsOf(tagSpecifications(), TagSpecification.SNAPSHOT))));
    plan.begin(new SnapshotCreation(
        id,
        true,
        plan.caller(),
        plan.now(),
        plan.due(),
        outcome.isPossible() ? plan.failure() : Optional.of(SnapshotCopy.KEY_NOT_ACCESSIBLE)));
    return id;
  }

  private CopyEncryption encryption() {
    return new CopyEncryption(encrypted(), kmsKeyId());
  }

  /** Builds a {@link CopySnapshot}. */
  public static final class Builder extends ImmutableCopySnapshot.Builder {
    Builder() {}
  }
}
