package dev.amikit.testkit.ec2;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.account.BlockPublicAccess;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.allowed.ImageCriterion;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.fastlaunch.LaunchTemplateSpecification;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageUsageReportId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Architecture;
import dev.amikit.image.ImageAttributeName;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.page.PageRequest;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.RecycleBin;
import dev.amikit.registry.fastlaunch.EnableFastLaunch;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.image.CreateImage;
import dev.amikit.registry.image.DeregisterImage;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.instance.DescribeInstanceImageMetadata;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.recyclebin.CreateRule;
import dev.amikit.registry.recyclebin.UpdateRule;
import dev.amikit.registry.s3.CreateRestoreImageTask;
import dev.amikit.registry.snapshot.CopySnapshot;
import dev.amikit.registry.snapshot.CreateSnapshots;
import dev.amikit.registry.snapshot.InstanceSpecification;
import dev.amikit.registry.snapshot.LockSnapshot;
import dev.amikit.registry.snapshot.ModifySnapshotAttribute;
import dev.amikit.registry.snapshot.RestoreSnapshotTier;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.registry.tag.DeleteTags;
import dev.amikit.registry.tag.DescribeTags;
import dev.amikit.registry.usage.CreateImageUsageReport;
import dev.amikit.registry.usage.DescribeImageReferences;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.SnapshotAttributeName;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.tag.Tags;
import dev.amikit.testkit.fixture.Accounts;
import dev.amikit.usage.ImageReferenceResourceType;
import dev.amikit.usage.ResourceTypeOption;
import dev.amikit.usage.ResourceTypeRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A life in which every operation of EC2 and of the Recycle Bin is called, at least once and with
 * success. It is for whoever carries operations and their answers elsewhere, such as over a
 * protocol or into a format, and wants to know that none was forgotten and none is answered
 * otherwise than by the registry.
 *
 * <pre>{@code
 * EveryOperation.call(ec2 -> new Recording(ec2), bin -> bin);
 * }</pre>
 */
public final class EveryOperation {
  private static final Region HERE = Region.US_EAST_1;

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-01T12:00:00Z"));
  private final InMemoryAmiRegistry registry = InMemoryAmiRegistry.create(clock);
  private final UnaryOperator<Ec2> ec2Of;
  private final Ec2 ec2;
  private final RecycleBin bin;

  private EveryOperation(UnaryOperator<Ec2> ec2Of, UnaryOperator<RecycleBin> binOf) {
    this.ec2Of = ec2Of;
    this.ec2 = ec2Of.apply(registry.account(Accounts.OWNER).in(HERE));
    this.bin = binOf.apply(registry.account(Accounts.OWNER).recycleBinIn(HERE));
  }

  /**
   * Calls every operation, on a registry of its own.
   *
   * @param ec2 makes the EC2 that is called of that of the registry; it is asked for one for each
   *     account
   * @param recycleBin makes the Recycle Bin that is called of that of the registry
   * @throws AssertionError if what was made is not told afterwards
   */
  public static void call(UnaryOperator<Ec2> ec2, UnaryOperator<RecycleBin> recycleBin) {
    requireNonNull(ec2, "ec2");
    requireNonNull(recycleBin, "recycleBin");
    EveryOperation life = new EveryOperation(ec2, recycleBin);
    life.liveWithSnapshots();
    life.liveWithImages();
    life.liveWithUsage();
    life.liveWithTheRecycleBin();
    life.liveWithSettings();
  }

  private void liveWithSnapshots() {
    VolumeId volume = ec2.createVolume(EbsBlockDevice.blank(VolumeType.GP3, 8)).volumeId();
    SnapshotId snapshot = ec2.createSnapshot(volume).snapshotId();
    ec2.modifySnapshotAttribute(
        ModifySnapshotAttribute.grant(snapshot, CreateVolumePermission.userId(Accounts.OTHER)));
    ec2.describeSnapshotAttribute(snapshot, SnapshotAttributeName.CREATE_VOLUME_PERMISSION);
    ec2.resetSnapshotAttribute(snapshot, SnapshotAttributeName.CREATE_VOLUME_PERMISSION);
    SnapshotId copy = ec2.copySnapshot(
        CopySnapshot.builder().sourceRegion(HERE).sourceSnapshotId(snapshot).build());
    ec2.lockSnapshot(LockSnapshot.builder()
        .snapshotId(copy)
        .lockMode(LockMode.GOVERNANCE)
        .lockDuration(7)
        .build());
    ec2.describeLockedSnapshots();
    ec2.unlockSnapshot(copy);
    ec2.modifySnapshotTier(copy, StorageTier.ARCHIVE);
    clock.pass(Duration.ofDays(4));
    ec2.restoreSnapshotTier(RestoreSnapshotTier.temporary(copy, 5));
    ec2.describeSnapshotTierStatus();
    ec2.describeSnapshots(SnapshotQuery.builder().build());
  }

  private void liveWithImages() {
    SnapshotId root = ec2.createSnapshot(
            ec2.createVolume(EbsBlockDevice.blank(VolumeType.GP3, 8)).volumeId())
        .snapshotId();
    ImageId image = ec2.registerImage(RegisterImage.builder()
        .name("golden")
        .hvm(Architecture.X86_64)
        .ebsRoot("/dev/xvda", root)
        .build());
    ec2.attachImageWatermark(image, "origin");
    ec2.detachImageWatermark(image, ec2.attachImageWatermark(image, "second"));
    ec2.getImageAncestry(image);
    ec2.enableImageDeprecation(image, clock.instant().plus(Duration.ofDays(90)));
    ec2.disableImageDeprecation(image);
    ec2.enableImageDeregistrationProtection(image, false);
    ec2.disableImageDeregistrationProtection(image);
    ec2.modifyImageAttribute(
        image, ModifyLaunchPermission.grant(LaunchPermission.userId(Accounts.OTHER)));
    ec2Of.apply(registry.account(Accounts.OTHER).in(HERE)).cancelImageLaunchPermission(image);
    ec2.describeImageAttribute(image, ImageAttributeName.LAUNCH_PERMISSION);
    ec2.resetImageAttribute(image, ImageAttributeName.LAUNCH_PERMISSION);
    ec2.disableImage(image);
    ec2.enableImage(image);
    ec2.copyImage(
        CopyImage.builder().sourceRegion(HERE).sourceImageId(image).name("copy").build());
    ec2.describeImages(ImageQuery.builder().owners("self").build());
    InstanceId instance = ec2.runInstances(
            RunInstances.builder().imageId(image).instanceType("m7i.large").build())
        .instances()
        .get(0)
        .instanceId();
    ec2.describeInstances();
    assertThat(ec2.createSnapshots(CreateSnapshots.builder()
            .instanceSpecification(InstanceSpecification.of(instance))
            .description("set")
            .copyTagsFromSource("volume")
            .addTagSpecification(TagSpecification.snapshot(Tags.of("env", "prod")))
            .build()))
        .hasSize(1);
    ec2.describeInstanceImageMetadata(new DescribeInstanceImageMetadata(ImmutableSet.of(instance)));
    VolumeId data = ec2.createVolume(EbsBlockDevice.blank(VolumeType.GP3, 1)).volumeId();
    ec2.attachVolume(data, instance, DeviceName.of("/dev/sdf"));
    ec2.describeVolumes();
    ec2.detachVolume(data, instance);
    ec2.deleteVolume(data);
    ec2.createImage(
        CreateImage.builder().instanceId(instance).name("made of it").build());
    ec2.stopInstances(instance);
    ec2.startInstances(instance);
    ec2.terminateInstances(instance);
    ec2.createRestoreImageTask(CreateRestoreImageTask.builder()
        .object(ec2.createStoreImageTask(image, "amzn-s3-demo-bucket"))
        .name("restored")
        .build());
    ec2.describeStoreImageTasks();
    ImageId windows = ImageId.of("ami-0abcdef1234567890");
    registry
        .aws()
        .put(
            HERE,
            registry.state().image(HERE, image).orElseThrow().toBuilder()
                .imageId(windows)
                .name("windows")
                .windows()
                .build());
    ec2.enableFastLaunch(EnableFastLaunch.builder()
        .imageId(windows)
        .launchTemplate(LaunchTemplateSpecification.ofName("golden", "$Latest"))
        .build());
    ec2.describeFastLaunchImages();
    ec2.disableFastLaunch(windows);
    ec2.createTags(Tags.of("env", "prod"), image);
    ec2.describeTags(DescribeTags.of());
    ec2.deleteTags(List.of(DeleteTags.TagToDelete.of("env")), image);
  }

  private void liveWithUsage() {
    ImageId image = ec2.describeImages(
            ImageQuery.builder().owners("self").filter("name", "golden").build())
        .items()
        .get(0)
        .imageId();
    ec2.modifyImageAttribute(
        image, ModifyLaunchPermission.grant(LaunchPermission.userId(Accounts.OTHER)));
    registry
        .account(Accounts.OTHER)
        .in(HERE)
        .runInstances(
            RunInstances.builder().imageId(image).instanceType("m7i.large").build());
    ImageUsageReportId report = ec2.createImageUsageReport(CreateImageUsageReport.builder()
        .imageId(image)
        .addResourceType(ResourceTypeRequest.of(ImageReferenceResourceType.INSTANCE))
        .addAccountId(Accounts.OTHER)
        .clientToken("token")
        .addTagSpecification(TagSpecification.imageUsageReport(Tags.of("env", "prod")))
        .build());
    assertThat(ec2.describeImageUsageReports(report)).hasSize(1);
    assertThat(ec2.describeImageUsageReportEntries(report)).hasSize(1);
    ec2.deleteImageUsageReport(report);
    ec2.runInstances(
        RunInstances.builder().imageId(image).instanceType("m7i.large").build());
    assertThat(ec2.describeImageReferences(new DescribeImageReferences(
                ImmutableSet.of(image),
                true,
                ImmutableList.of(ResourceTypeRequest.of(
                    ImageReferenceResourceType.INSTANCE,
                    ResourceTypeOption.of("state-name", "running", "stopped"))),
                PageRequest.of(5)))
            .items())
        .hasSize(1);
  }

  private void liveWithTheRecycleBin() {
    RetentionRule rule = bin.createRule(CreateRule.ofRegion(ResourceType.EC2_IMAGE, 7));
    bin.createRule(CreateRule.ofRegion(ResourceType.EBS_SNAPSHOT, 7));
    bin.getRule(rule.identifier());
    bin.listRules(ResourceType.EC2_IMAGE);
    bin.updateRule(UpdateRule.builder()
        .identifier(rule.identifier())
        .retentionPeriodDays(8)
        .build());
    ImageId image = ec2.describeImages(
            ImageQuery.builder().owners("self").filter("name", "copy").build())
        .items()
        .get(0)
        .imageId();
    ec2.deregisterImage(new DeregisterImage(image, false));
    ec2.listImagesInRecycleBin();
    ec2.restoreImageFromRecycleBin(image);
    ec2.deregisterImage(new DeregisterImage(image, true));
    SnapshotId snapshot = ec2.createSnapshot(
            ec2.createVolume(EbsBlockDevice.blank(VolumeType.GP3, 1)).volumeId())
        .snapshotId();
    ec2.deleteSnapshot(snapshot);
    ec2.listSnapshotsInRecycleBin();
    ec2.restoreSnapshotFromRecycleBin(snapshot);
    bin.lockRule(rule.identifier(), 7);
    bin.unlockRule(rule.identifier());
    clock.pass(Duration.ofDays(8));
    bin.deleteRule(rule.identifier());
  }

  private void liveWithSettings() {
    ec2.enableImageBlockPublicAccess();
    ec2.getImageBlockPublicAccessState();
    ec2.disableImageBlockPublicAccess();
    ec2.enableSnapshotBlockPublicAccess(BlockPublicAccess.BLOCK_ALL_SHARING);
    ec2.getSnapshotBlockPublicAccessState();
    ec2.disableSnapshotBlockPublicAccess();
    ec2.replaceImageCriteriaInAllowedImagesSettings(ImageCriterion.imageProviders("amazon"));
    ec2.enableAllowedImagesSettings(AllowedImagesSettings.State.AUDIT_MODE);
    ec2.getAllowedImagesSettings();
    ec2.disableAllowedImagesSettings();
    ec2.enableEbsEncryptionByDefault();
    ec2.getEbsEncryptionByDefault();
    ec2.disableEbsEncryptionByDefault();
    ec2.modifyEbsDefaultKmsKeyId(
        KmsKeyId.of("arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"));
    ec2.getEbsDefaultKmsKeyId();
    ec2.resetEbsDefaultKmsKeyId();
  }
}
