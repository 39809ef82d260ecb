package dev.amikit.registry;

import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;

import com.google.common.collect.ImmutableList;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.VirtualizationType;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.instance.Reservation;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.Volume;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A registry with an image to launch. */
public final class TestLaunch {
  public static final DeviceName ROOT = DeviceName.of("/dev/xvda");
  public static final DeviceName DATA = DeviceName.of("/dev/sdf");
  public static final ImageId IMAGE = ImageId.of("ami-00000000000000abc");

  public final TestRegistry ec2;

  public TestLaunch(TestRegistry ec2) {
    this.ec2 = ec2;
  }

  public TestLaunch() {
    this(new TestRegistry());
  }

  /** An available x86_64 hvm image of the owner, gp3 of 8 GiB at /dev/xvda, over a new snapshot. */
  public Ami.Builder image() {
    return image(ec2.snapshot());
  }

  public static Ami.Builder image(SnapshotId root) {
    return Ami.builder()
        .imageId(IMAGE)
        .ownerId(OWNER)
        .name("golden")
        .state(AmiState.AVAILABLE)
        .creationDate(TestRegistry.START)
        .architecture(Architecture.X86_64)
        .virtualizationType(VirtualizationType.HVM)
        .linux()
        .ebsRoot(
            "/dev/xvda",
            EbsBlockDevice.builder()
                .snapshotId(root)
                .volumeSize(8)
                .volumeType(VolumeType.GP3)
                .iops(3_000)
                .throughput(125)
                .deleteOnTermination(true)
                .encrypted(false)
                .build());
  }

  public Ami put(UnaryOperator<Ami.Builder> change) {
    return ec2.put(change.apply(image()).build());
  }

  /** The image, open to everyone. */
  public Ami putPublic() {
    return put(image -> image
        .addLaunchPermission(LaunchPermission.everyone())
        .deprecationTime(TestRegistry.START.plusSeconds(86_400)));
  }

  /** The instance as it is now. */
  public Instance now(InstanceId id) {
    return ec2.registry.state().instance(HERE, id).orElseThrow();
  }

  /** The instances of reservations. */
  public static ImmutableList<Instance> instances(List<Reservation> reservations) {
    return reservations.stream()
        .flatMap(reservation -> reservation.instances().stream())
        .collect(ImmutableList.toImmutableList());
  }

  public static RunInstances.Builder request() {
    return RunInstances.builder().imageId(IMAGE).instanceType("m7i.large");
  }

  public Instance launch(UnaryOperator<RunInstances.Builder> change) {
    return ec2.owner().runInstances(change.apply(request()).build()).instances().get(0);
  }

  /** Another account launches the image, which it may. */
  public Instance launchAs(AccountId account) {
    return ec2.as(account).runInstances(request().build()).instances().get(0);
  }

  public Instance launch() {
    return launch(request -> request);
  }

  public Instance launch(BlockDeviceMapping... devices) {
    return launch(request -> request.blockDeviceMappings(List.of(devices)));
  }

  public static Instance.Attachment attachment(Instance instance, DeviceName device) {
    return Optional.ofNullable(instance.volumes().get(device)).orElseThrow();
  }

  public Volume volume(Instance instance, DeviceName device) {
    return ec2.registry
        .state()
        .volume(HERE, attachment(instance, device).volumeId())
        .orElseThrow();
  }

  public static BlockDeviceMapping ebs(
      DeviceName name, UnaryOperator<EbsBlockDevice.Builder> volume) {
    return BlockDeviceMapping.ebs(name, volume.apply(EbsBlockDevice.builder()).build());
  }
}
