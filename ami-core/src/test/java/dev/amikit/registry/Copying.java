package dev.amikit.registry;

import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.registry.TestRegistry.THERE;
import static dev.amikit.rule.Refusals.assertRefused;

import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.ImageName;
import dev.amikit.image.VirtualizationType;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.plan.KmsKeys;
import dev.amikit.registry.snapshot.CopySnapshot;
import dev.amikit.registry.snapshot.ModifySnapshotAttribute;
import dev.amikit.rule.ErrorCode;
import dev.amikit.snapshot.Snapshot;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What tests of copies and of snapshots speak of. Keys are of us-east-1 unless told otherwise. */
public final class Copying {
  public static final KmsKeyId KEY = key(HERE, OWNER, 1);
  public static final KmsKeyId OTHER_KEY = key(HERE, OWNER, 2);

  private Copying() {}

  public static KmsKeyId key(Region region, AccountId account, int number) {
    return KmsKeyId.of(
        "arn:aws:kms:%s:%s:key/00000000-0000-0000-0000-%012d".formatted(region, account, number));
  }

  /** The key that AWS keeps for EBS. */
  public static KmsKeyId awsKey(AccountId account, Region region) {
    return KmsKeys.awsManagedKey(region, account);
  }

  public static SnapshotId encrypted(TestRegistry ec2, AccountId owner, KmsKeyId key) {
    return ec2.snapshot(owner, snapshot -> snapshot.encrypted(true).kmsKeyId(key));
  }

  public static Ami image(
      TestRegistry ec2, AccountId owner, SnapshotId snapshot, UnaryOperator<Ami.Builder> change) {
    String digits = snapshot.value().substring("snap-".length());
    return ec2.put(change
        .apply(Ami.builder()
            .imageId("ami-" + digits)
            .ownerId(owner)
            .name("golden-" + digits)
            .linux()
            .architecture(Architecture.X86_64)
            .virtualizationType(VirtualizationType.HVM)
            .state(AmiState.AVAILABLE)
            .creationDate(START)
            .ebsRoot("/dev/xvda", EbsBlockDevice.of(VolumeType.GP3, 8, snapshot)))
        .build());
  }

  public static Ami image(TestRegistry ec2, SnapshotId snapshot) {
    return image(ec2, OWNER, snapshot, ami -> ami);
  }

  /** A request to copy an image of us-east-1. */
  public static CopyImage.Builder copyOf(ImageId source) {
    return CopyImage.builder().sourceRegion(HERE).sourceImageId(source).name(ImageName.of("copy"));
  }

  /** A request to copy a snapshot of us-east-1. */
  public static CopySnapshot.Builder copyOf(SnapshotId source) {
    return CopySnapshot.builder().sourceRegion(HERE).sourceSnapshotId(source);
  }

  public static void share(TestRegistry ec2, SnapshotId snapshot, AccountId... accounts) {
    ec2.owner()
        .modifySnapshotAttribute(ModifySnapshotAttribute.grant(
            snapshot,
            Arrays.stream(accounts)
                .map(CreateVolumePermission::userId)
                .toArray(CreateVolumePermission[]::new)));
  }

  public static Ami image(TestRegistry ec2, Region region, ImageId id) {
    return ec2.registry.state().image(region, id).orElseThrow();
  }

  public static Snapshot stored(TestRegistry ec2, Region region, SnapshotId id) {
    return ec2.registry.state().snapshot(region, id).orElseThrow();
  }

  public static Snapshot snapshot(TestRegistry ec2, Region region, SnapshotId id) {
    return stored(ec2, region, id);
  }

  public static Snapshot snapshot(TestRegistry ec2, SnapshotId id) {
    return snapshot(ec2, HERE, id);
  }

  /** The snapshot behind the root of an image. */
  public static Snapshot root(TestRegistry ec2, Region region, ImageId id) {
    SnapshotId snapshot = image(ec2, region, id).snapshotIds().iterator().next();
    return snapshot(ec2, region, snapshot);
  }

  public static Ec2 there(TestRegistry ec2) {
    return ec2.as(OWNER, THERE);
  }

  /** Checks that a call is refused by one rule, with EC2's code, and leaves not a trace. */
  public static void refused(TestRegistry ec2, ErrorCode code, String rule, ThrowingCallable call) {
    assertRefused(ec2::state, call, code.toString(), rule);
  }
}
