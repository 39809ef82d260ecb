package dev.amikit.registry;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static dev.amikit.registry.TestImages.image;
import static dev.amikit.registry.TestLaunch.DATA;
import static dev.amikit.registry.TestLaunch.IMAGE;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.registry.TestRegistry.STRANGER;
import static dev.amikit.registry.TestRegistry.THERE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.amikit.account.BlockPublicAccess;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.allowed.ImageCriterion;
import dev.amikit.allowed.ImageWatermarkFilter;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.fastlaunch.FastLaunchResourceType;
import dev.amikit.fastlaunch.LaunchTemplateSpecification;
import dev.amikit.filter.Filter;
import dev.amikit.id.AccountId;
import dev.amikit.id.Arn;
import dev.amikit.id.FastLaunchId;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageReference;
import dev.amikit.id.ImageUsageReportId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.KernelId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.RamdiskId;
import dev.amikit.id.Region;
import dev.amikit.id.S3ObjectId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.UserId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.BootMode;
import dev.amikit.image.ImageAttributeName;
import dev.amikit.image.ImageName;
import dev.amikit.image.ImdsSupport;
import dev.amikit.image.RecycleBinStay;
import dev.amikit.image.SriovNetSupport;
import dev.amikit.image.TpmSupport;
import dev.amikit.image.VirtualizationType;
import dev.amikit.image.WatermarkKey;
import dev.amikit.lifecycle.ModifyDescription;
import dev.amikit.lifecycle.ModifyImdsSupport;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.page.PageRequest;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.registry.account.EnableAllowedImagesSettings;
import dev.amikit.registry.account.EnableImageBlockPublicAccess;
import dev.amikit.registry.account.EnableSnapshotBlockPublicAccess;
import dev.amikit.registry.account.ModifyEbsDefaultKmsKeyId;
import dev.amikit.registry.account.ReplaceImageCriteriaInAllowedImagesSettings;
import dev.amikit.registry.fastlaunch.DescribeFastLaunchImages;
import dev.amikit.registry.fastlaunch.DisableFastLaunch;
import dev.amikit.registry.fastlaunch.EnableFastLaunch;
import dev.amikit.registry.image.AttachImageWatermark;
import dev.amikit.registry.image.CancelImageLaunchPermission;
import dev.amikit.registry.image.CreateImage;
import dev.amikit.registry.image.DeregisterImage;
import dev.amikit.registry.image.DescribeImageAttribute;
import dev.amikit.registry.image.DescribeImages;
import dev.amikit.registry.image.DetachImageWatermark;
import dev.amikit.registry.image.DisableImage;
import dev.amikit.registry.image.DisableImageDeprecation;
import dev.amikit.registry.image.DisableImageDeregistrationProtection;
import dev.amikit.registry.image.EnableImage;
import dev.amikit.registry.image.EnableImageDeprecation;
import dev.amikit.registry.image.EnableImageDeregistrationProtection;
import dev.amikit.registry.image.GetImageAncestry;
import dev.amikit.registry.image.ModifyImageAttribute;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.image.ResetImageAttribute;
import dev.amikit.registry.instance.AttachVolume;
import dev.amikit.registry.instance.CreateVolume;
import dev.amikit.registry.instance.DeleteVolume;
import dev.amikit.registry.instance.DescribeInstanceImageMetadata;
import dev.amikit.registry.instance.DescribeInstances;
import dev.amikit.registry.instance.DescribeVolumes;
import dev.amikit.registry.instance.DetachVolume;
import dev.amikit.registry.instance.StartInstances;
import dev.amikit.registry.instance.StopInstances;
import dev.amikit.registry.instance.TerminateInstances;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Quotas;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.recyclebin.CreateRule;
import dev.amikit.registry.recyclebin.DeleteRule;
import dev.amikit.registry.recyclebin.GetRule;
import dev.amikit.registry.recyclebin.ListImagesInRecycleBin;
import dev.amikit.registry.recyclebin.ListRules;
import dev.amikit.registry.recyclebin.ListSnapshotsInRecycleBin;
import dev.amikit.registry.recyclebin.LockRule;
import dev.amikit.registry.recyclebin.RestoreImageFromRecycleBin;
import dev.amikit.registry.recyclebin.RestoreSnapshotFromRecycleBin;
import dev.amikit.registry.recyclebin.UnlockRule;
import dev.amikit.registry.recyclebin.UpdateRule;
import dev.amikit.registry.s3.CreateRestoreImageTask;
import dev.amikit.registry.s3.CreateStoreImageTask;
import dev.amikit.registry.s3.DescribeStoreImageTasks;
import dev.amikit.registry.snapshot.CreateSnapshot;
import dev.amikit.registry.snapshot.CreateSnapshots;
import dev.amikit.registry.snapshot.DeleteSnapshot;
import dev.amikit.registry.snapshot.DescribeLockedSnapshots;
import dev.amikit.registry.snapshot.DescribeSnapshotAttribute;
import dev.amikit.registry.snapshot.DescribeSnapshotTierStatus;
import dev.amikit.registry.snapshot.DescribeSnapshots;
import dev.amikit.registry.snapshot.InstanceSpecification;
import dev.amikit.registry.snapshot.LockSnapshot;
import dev.amikit.registry.snapshot.ModifySnapshotAttribute;
import dev.amikit.registry.snapshot.ModifySnapshotTier;
import dev.amikit.registry.snapshot.ResetSnapshotAttribute;
import dev.amikit.registry.snapshot.RestoreSnapshotTier;
import dev.amikit.registry.snapshot.UnlockSnapshot;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RetentionRule.ResourceTag;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.registry.state.RetentionRule.RuleLockState;
import dev.amikit.registry.tag.CreateTags;
import dev.amikit.registry.tag.DeleteTags;
import dev.amikit.registry.tag.DeleteTags.TagToDelete;
import dev.amikit.registry.tag.DescribeTags;
import dev.amikit.registry.usage.CreateImageUsageReport;
import dev.amikit.registry.usage.DeleteImageUsageReport;
import dev.amikit.registry.usage.DescribeImageReferences;
import dev.amikit.registry.usage.DescribeImageUsageReportEntries;
import dev.amikit.registry.usage.DescribeImageUsageReports;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rules;
import dev.amikit.rule.Violation;
import dev.amikit.s3.S3ObjectTag;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.SnapshotAttributeName;
import dev.amikit.snapshot.SnapshotRecycleBinStay;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.tag.Tags;
import dev.amikit.usage.ImageReferenceResourceType;
import dev.amikit.usage.ResourceTypeOption;
import dev.amikit.usage.ResourceTypeRequest;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever a request states leaves a trace, in the answer or in what the registry remembers, or is
 * refused: nothing that is accepted gets lost. Every operation that there is is asked, by requests
 * that succeed; each of their members, and of the members of their parts, is changed alone.
 */
class RequestMembersTest {
  /** Its documentation says that it has no effect that can be seen. */
  private static final ImmutableSet<String> UNSEEN = ImmutableSet.of("CreateImage.noReboot");

  /**
   * Members that requests call otherwise than their builders, and none where a part is refused as a
   * whole, before there is a request.
   */
  private static final ImmutableSet<String> OF_VALUES =
      ImmutableSet.of("", "size", "createVolumePermission", "imageProviders", "state");

  /** What has members of its own, each of which is changed. */
  private static final ImmutableSet<Class<?>> PARTS = ImmutableSet.of(
      BlockDeviceMapping.class,
      EbsBlockDevice.class,
      TagSpecification.class,
      S3ObjectTag.class,
      LaunchTemplateSpecification.class,
      TagToDelete.class,
      InstanceSpecification.class,
      ResourceTypeRequest.class,
      ResourceTag.class,
      Filter.class,
      PageRequest.class,
      ImageQuery.class,
      SnapshotQuery.class,
      ImageCriterion.class,
      ImageWatermarkFilter.class,
      ModifyLaunchPermission.class);

  private static final ImageId BINNED = TestImages.id(3);
  private static final ImageId ALSO_BINNED = TestImages.id(2);
  private static final ImageId DISABLED = TestImages.id(4);
  private static final ImageId SHARED = TestImages.id(5);
  private static final ImageId PUBLIC = TestImages.id(6);
  private static final ImageId OF_FRIEND = TestImages.id(7);
  private static final ImageId MARKED = TestImages.id(8);
  private static final ImageId PROTECTED = TestImages.id(9);
  private static final ImageId BACKED = TestImages.id(10);
  private static final ImageId DEPRECATED = TestImages.id(11);
  private static final ImageId STORED = TestImages.id(13);
  private static final ImageId ALSO_STORED = TestImages.id(14);
  private static final ImageId FAST = TestImages.id(16);
  private static final ImageId ALSO_FAST = TestImages.id(17);
  private static final ImageId WINDOWS = TestImages.id(18);
  private static final ImageId STILL_FAST = TestImages.id(19);
  private static final CreateVolumePermission TO_FRIEND = CreateVolumePermission.userId(FRIEND);
  private static final WatermarkKey MARK = new WatermarkKey(OWNER, "mark");

  /** What a request that succeeds comes to. */
  private record Result(Object answer, PartitionState state) {}

  /** What a request that is refused comes to. */
  private record Violations(ImmutableList<Violation> violations) {}

  /** A registry in which all that the requests name is ready, each time by the same IDs. */
  private static final class World {
    final TestRegistry ec2 = new TestRegistry(RegistrySettings.builder()
        .ids(IdSource.counting())
        .quotas(Quotas.builder().instances(5).build())
        .build());
    final SnapshotId snapshot = ec2.snapshot(OWNER, it -> it.tags(Tags.of("env", "prod")));
    final SnapshotId other = ec2.snapshot();
    final SnapshotId encrypted =
        ec2.snapshot(OWNER, it -> it.encrypted(true).kmsKeyId(TestKeys.CUSTOMER));
    final SnapshotId archived = ec2.snapshot(OWNER, it -> it.storageTier(StorageTier.ARCHIVE));
    final SnapshotId shared = ec2.snapshot(OWNER, it -> it.addCreateVolumePermission(TO_FRIEND));
    final SnapshotId binned = binnedSnapshot();
    final SnapshotId alsoBinned = binnedSnapshot();
    final SnapshotId locked = ec2.snapshot();
    final SnapshotId backing = ec2.snapshot();
    final InstanceId instance;
    final InstanceId stopped;
    final InstanceId bare;
    final VolumeId free;
    final VolumeId attached;
    final ImageUsageReportId report;
    final ImageUsageReportId untagged;
    final String rule;
    final String lockedRule;

    World() {
      Ec2 owner = ec2.owner();
      ec2.registry
          .aws()
          .changeProfile(
              OWNER, profile -> profile.toBuilder().mayUseBillingProducts(true).build());
      TestLaunch at = new TestLaunch(ec2);
      at.put(image -> image.addBlockDeviceMapping(
          BlockDeviceMapping.ebs(DATA, EbsBlockDevice.blank(VolumeType.GP3, 20))));
      putImages();
      owner.createTags(Tags.of("env", "prod"), IMAGE);
      owner.createTags(Tags.of("team", "one"), IMAGE);
      owner.call(new AttachImageWatermark(MARKED, "mark"));
      owner.call(new AttachImageWatermark(MARKED, "more"));
      owner.call(new EnableImageDeregistrationProtection(PROTECTED, false));
      owner.call(EnableImageDeprecation.of(DEPRECATED, START.plus(Duration.ofDays(9))));
      instance = at.launch().instanceId();
      stopped = at.launch().instanceId();
      bare = at.launch().instanceId();
      owner.call(new StopInstances(stopped));
      attached = volume(instance);
      free = volume(bare);
      owner.call(new DetachVolume(free, bare));
      owner.call(lock(locked).build());
      RecycleBin bin = ec2.registry.account(OWNER).recycleBinIn(HERE);
      rule = bin.createRule(CreateRule.ofRegion(ResourceType.EC2_IMAGE, 7)).identifier();
      lockedRule =
          bin.createRule(CreateRule.ofRegion(ResourceType.EC2_IMAGE, 8)).identifier();
      bin.lockRule(lockedRule, 7);
      owner.createStoreImageTask(STORED, "bucket");
      owner.createStoreImageTask(ALSO_STORED, "bucket");
      owner.createStoreImageTask(TestImages.id(15), "other-bucket");
      owner.enableFastLaunch(FAST);
      owner.enableFastLaunch(ALSO_FAST);
      owner.enableFastLaunch(STILL_FAST);
      for (ImageId fast : new ImageId[] {FAST, STILL_FAST}) {
        owner.lockSnapshot(lock(ec2.state()
                .in(HERE)
                .fastLaunches()
                .snapshots(new FastLaunchId(OWNER, fast))
                .findFirst()
                .orElseThrow())
            .build());
      }
      owner.disableFastLaunch(STILL_FAST);
      use(SHARED, FRIEND, 0xabcd0001L);
      use(SHARED, STRANGER, 0xabcd0002L);
      use(PUBLIC, STRANGER, 0xabcd0003L);
      report = owner.createImageUsageReport(SHARED);
      owner.createTags(Tags.of("env", "prod"), report, owner.createImageUsageReport(SHARED));
      untagged = owner.createImageUsageReport(SHARED);
      owner.createImageUsageReport(PUBLIC);
      ResourceTag tag = ResourceTag.of("env", "prod");
      for (int days : new int[] {9, 10}) {
        bin.createRule(keeping(days).addResourceTag(tag).build());
        bin.createRule(keeping(days).addExcludeResourceTag(tag).build());
      }
    }

    /** An instance of an image in an account. */
    private void use(ImageId imageId, AccountId account, long number) {
      ec2.put(Instance.builder()
          .instanceId("i-%017x".formatted(number))
          .reservationId("r-%017x".formatted(number))
          .ownerId(account)
          .image(ec2.state().image(HERE, imageId).orElseThrow())
          .state(InstanceState.RUNNING)
          .instanceType("m7i.large")
          .launchTime(START)
          .build());
    }

    private SnapshotId binnedSnapshot() {
      return ec2.snapshot(
          OWNER,
          it -> it.recycleBinStay(new SnapshotRecycleBinStay(
              START, START.plus(Duration.ofDays(7)), ImmutableSet.of())));
    }

    private void putImages() {
      RecycleBinStay stay =
          new RecycleBinStay(START, START.plus(Duration.ofDays(7)), ImmutableSet.of());
      ec2.put(image(2, backing).recycleBinStay(stay).build());
      ec2.put(image(3, backing).recycleBinStay(stay).build());
      ec2.put(image(4).state(AmiState.DISABLED).build());
      ec2.put(image(5).addLaunchPermission(TestImages.TO_FRIEND).build());
      ec2.put(TestImages.published(6).build());
      ec2.put(image(7)
          .ownerId(FRIEND)
          .addLaunchPermission(LaunchPermission.userId(OWNER))
          .deprecationTime(START.minusSeconds(60))
          .build());
      ec2.put(image(8).build());
      ec2.put(image(9).build());
      ec2.put(image(10, backing).build());
      ec2.put(image(11).build());
      ec2.put(image(13, backing).build());
      ec2.put(image(14, backing).build());
      ec2.put(image(15, backing).build());
      ec2.put(image(16, backing).windows().build());
      ec2.put(image(17, backing).windows().build());
      ec2.put(image(18, backing).windows().build());
      ec2.put(image(19, backing).windows().build());
      ec2.put(image(12)
          .ownerId(FRIEND)
          .addLaunchPermission(LaunchPermission.everyone())
          .build());
    }

    private VolumeId volume(InstanceId id) {
      return TestLaunch.attachment(ec2.state().instance(HERE, id).orElseThrow(), DATA)
          .volumeId();
    }

    /** What comes of a request: all that there is then, or all that is wrong with it. */
    static Object outcome(Supplier<Object> request) {
      TestRegistry ec2 = new World().ec2;
      try {
        Object answer = ec2.owner().call((Operation<?>) request.get());
        return new Result(answer, ec2.state());
      } catch (RefusedException e) {
        return new Violations(e.refusal().violations());
      }
    }
  }

  private static final World WORLD = new World();
  private static final EbsBlockDevice ROOT = EbsBlockDevice.builder()
      .snapshotId(WORLD.snapshot)
      .deleteOnTermination(false)
      .build();
  private static final TagSpecification OF_IMAGE = TagSpecification.image(Tags.of("env", "test"));
  private static final TagSpecification OF_SNAPSHOT =
      TagSpecification.snapshot(Tags.of("env", "test"));
  private static final ImmutableList<BlockDeviceMapping> MORE_DEVICES = ImmutableList.of(
      device("/dev/sdg", EbsBlockDevice.builder().snapshotId(WORLD.snapshot)),
      device("/dev/sdh", EbsBlockDevice.builder().volumeType(VolumeType.GP3).volumeSize(20)),
      BlockDeviceMapping.virtual(DeviceName.of("/dev/sdi"), "ephemeral0"));

  /** Requests that succeed, of every operation that has members. */
  private static final ImmutableList<Operation<?>> REQUESTS = ImmutableList.<Operation<?>>builder()
      .addAll(aboutImages())
      .addAll(aboutSharingAndSettings())
      .addAll(aboutS3())
      .addAll(aboutFastLaunch())
      .addAll(aboutUsage())
      .addAll(aboutSnapshots())
      .addAll(aboutInstances())
      .addAll(aboutTags())
      .addAll(aboutTheRecycleBin())
      .build();

  private static BlockDeviceMapping device(String name, EbsBlockDevice.Builder volume) {
    return BlockDeviceMapping.ebs(
        DeviceName.of(name), volume.deleteOnTermination(false).build());
  }

  private static CreateRule.Builder keeping(int days) {
    return CreateRule.builder().resourceType(ResourceType.EC2_IMAGE).retentionPeriodDays(days);
  }

  private static LockSnapshot.Builder lock(SnapshotId id) {
    return LockSnapshot.builder().snapshotId(id).lockMode(LockMode.GOVERNANCE).lockDuration(30);
  }

  private static ImmutableList<Operation<?>> aboutImages() {
    return ImmutableList.of(
        RegisterImage.builder()
            .name("made")
            .hvm(Architecture.X86_64)
            .ebsRoot("/dev/xvda", ROOT)
            .addBlockDeviceMapping(MORE_DEVICES.get(0))
            .addBlockDeviceMapping(MORE_DEVICES.get(1))
            .addBlockDeviceMapping(MORE_DEVICES.get(2))
            .addTagSpecification(OF_IMAGE)
            .build(),
        RegisterImage.builder()
            .name("made")
            .hvm(Architecture.X86_64)
            .bootMode(BootMode.UEFI)
            .billingProducts("bp-1")
            .ebsRoot("/dev/xvda", ROOT)
            .build(),
        RegisterImage.builder()
            .name("made")
            .imageLocation("bucket/key")
            .rootDeviceName("/dev/sda1")
            .addBlockDeviceMapping(MORE_DEVICES.get(2))
            .build(),
        CreateImage.builder()
            .instanceId(WORLD.instance)
            .name("made")
            .addBlockDeviceMapping(device("/dev/sdf", EbsBlockDevice.builder()))
            .addBlockDeviceMapping(MORE_DEVICES.get(0))
            .addBlockDeviceMapping(MORE_DEVICES.get(1))
            .addBlockDeviceMapping(MORE_DEVICES.get(2))
            .addTagSpecification(OF_IMAGE)
            .addTagSpecification(OF_SNAPSHOT)
            .build(),
        CreateImage.builder()
            .instanceId(WORLD.instance)
            .name("made")
            .addBlockDeviceMapping(BlockDeviceMapping.suppressed(DATA))
            .build(),
        Copying.copyOf(IMAGE)
            .addTagSpecification(OF_IMAGE)
            .addTagSpecification(OF_SNAPSHOT)
            .build(),
        Copying.copyOf(IMAGE).encrypted(true).kmsKeyId(TestKeys.CUSTOMER).build(),
        Copying.copyOf(IMAGE).clientToken("token").build(),
        new DeregisterImage(BACKED, false),
        new DisableImage(BACKED),
        new EnableImage(DISABLED),
        EnableImageDeprecation.of(BACKED, START.plus(Duration.ofDays(1))),
        new DisableImageDeprecation(DEPRECATED),
        new EnableImageDeregistrationProtection(BACKED, false),
        new DisableImageDeregistrationProtection(PROTECTED),
        new AttachImageWatermark(BACKED, "mark"),
        new DetachImageWatermark(MARKED, MARK),
        new GetImageAncestry(BACKED),
        DescribeImageAttribute.of(BACKED, ImageAttributeName.LAUNCH_PERMISSION),
        new DescribeImages(ImageQuery.builder()
            .owners("self", FRIEND.value())
            .filter("name", "golden-*")
            .build()));
  }

  private static ImmutableList<Operation<?>> aboutSharingAndSettings() {
    return ImmutableList.of(
        ModifyImageAttribute.of(BACKED, new ModifyDescription("other")),
        ModifyImageAttribute.of(BACKED, new ModifyImdsSupport(ImdsSupport.V2_0)),
        ModifyImageAttribute.of(
            SHARED,
            new ModifyLaunchPermission(
                ImmutableSet.of(TestImages.TO_UNIT), ImmutableSet.of(TestImages.TO_FRIEND))),
        new ResetImageAttribute(SHARED, ImageAttributeName.LAUNCH_PERMISSION),
        new CancelImageLaunchPermission(OF_FRIEND),
        EnableImageBlockPublicAccess.of(BlockPublicAccess.BLOCK_NEW_SHARING),
        EnableSnapshotBlockPublicAccess.of(BlockPublicAccess.BLOCK_NEW_SHARING),
        new EnableAllowedImagesSettings(AllowedImagesSettings.State.ENABLED),
        new ReplaceImageCriteriaInAllowedImagesSettings(ImmutableList.of(
            ImageCriterion.imageProviders("amazon"),
            ImageCriterion.builder()
                .imageNames("golden-*")
                .addImageWatermark(
                    ImageWatermarkFilter.builder().watermarkKey(MARK.toString()).build())
                .build())),
        new ModifyEbsDefaultKmsKeyId(TestKeys.CUSTOMER));
  }

  private static ImmutableList<Operation<?>> aboutS3() {
    return ImmutableList.of(
        CreateStoreImageTask.of(BACKED, "bucket/golden", S3ObjectTag.of("env", "test")),
        DescribeStoreImageTasks.of(Filter.of("bucket", "bucket")),
        CreateRestoreImageTask.builder()
            .object(S3ObjectId.ofImage("bucket", STORED))
            .name("restored")
            .addTagSpecification(OF_IMAGE)
            .addTagSpecification(OF_SNAPSHOT)
            .build());
  }

  private static ImmutableList<Operation<?>> aboutFastLaunch() {
    return ImmutableList.of(
        EnableFastLaunch.builder()
            .imageId(WINDOWS)
            .targetResourceCount(7)
            .maxParallelLaunches(8)
            .launchTemplate(LaunchTemplateSpecification.ofId("lt-0abcdef1234567890", "1"))
            .build(),
        new DisableFastLaunch(FAST, true),
        new DescribeFastLaunchImages(
            ImmutableSet.of(FAST, ALSO_FAST, STILL_FAST),
            ImmutableList.of(Filter.of("state", "enabled")),
            PageRequest.first()));
  }

  private static ImmutableList<Operation<?>> aboutUsage() {
    return ImmutableList.of(
        CreateImageUsageReport.builder()
            .imageId(BACKED)
            .addResourceType(ResourceTypeRequest.of(ImageReferenceResourceType.INSTANCE))
            .addTagSpecification(TagSpecification.imageUsageReport(Tags.of("env", "test")))
            .build(),
        DescribeImageUsageReports.ofReports(WORLD.report, WORLD.untagged),
        new DescribeImageUsageReports(
            ImmutableSet.of(SHARED),
            ImmutableSet.of(),
            ImmutableList.of(Filter.of("tag-key", "env")),
            PageRequest.first()),
        DescribeImageUsageReportEntries.ofReports(WORLD.report),
        new DescribeImageUsageReportEntries(
            ImmutableSet.of(SHARED),
            ImmutableSet.of(),
            ImmutableList.of(Filter.of("account-id", FRIEND.value())),
            PageRequest.first()),
        new DeleteImageUsageReport(WORLD.report),
        DescribeImageReferences.of(IMAGE));
  }

  private static ImmutableList<Operation<?>> aboutSnapshots() {
    return ImmutableList.of(
        CreateSnapshot.builder()
            .volumeId(WORLD.free)
            .addTagSpecification(OF_SNAPSHOT)
            .build(),
        CreateSnapshots.builder()
            .instanceSpecification(
                new InstanceSpecification(WORLD.instance, true, ImmutableSet.of()))
            .addTagSpecification(OF_SNAPSHOT)
            .build(),
        CreateSnapshots.builder()
            .instanceSpecification(
                new InstanceSpecification(WORLD.instance, false, ImmutableSet.of(WORLD.attached)))
            .build(),
        Copying.copyOf(WORLD.snapshot).addTagSpecification(OF_SNAPSHOT).build(),
        Copying.copyOf(WORLD.snapshot)
            .encrypted(true)
            .kmsKeyId(TestKeys.CUSTOMER)
            .build(),
        new DeleteSnapshot(WORLD.other),
        new DescribeSnapshots(SnapshotQuery.builder()
            .ownerIds("self", FRIEND.value())
            .filter("encrypted", "false")
            .build()),
        new DescribeSnapshotAttribute(WORLD.shared, SnapshotAttributeName.CREATE_VOLUME_PERMISSION),
        ModifySnapshotAttribute.grant(WORLD.other, TO_FRIEND),
        ModifySnapshotAttribute.revoke(WORLD.shared, TO_FRIEND),
        new ResetSnapshotAttribute(WORLD.shared, SnapshotAttributeName.CREATE_VOLUME_PERMISSION),
        new ModifySnapshotTier(WORLD.other, StorageTier.ARCHIVE),
        RestoreSnapshotTier.permanent(WORLD.archived),
        RestoreSnapshotTier.temporary(WORLD.archived, 3),
        DescribeSnapshotTierStatus.ofSnapshots(WORLD.archived),
        lock(WORLD.other).build(),
        LockSnapshot.builder()
            .snapshotId(WORLD.other)
            .lockMode(LockMode.COMPLIANCE)
            .coolOffPeriod(3)
            .expirationDate(START.plus(Duration.ofDays(30)))
            .build(),
        new UnlockSnapshot(WORLD.locked),
        new DescribeLockedSnapshots(ImmutableSet.of(WORLD.locked)));
  }

  private static ImmutableList<Operation<?>> aboutInstances() {
    return ImmutableList.of(
        TestLaunch.request()
            .minCount(1)
            .maxCount(3)
            .addBlockDeviceMapping(device("/dev/xvda", EbsBlockDevice.builder()))
            .addBlockDeviceMapping(MORE_DEVICES.get(0))
            .addBlockDeviceMapping(MORE_DEVICES.get(1))
            .addBlockDeviceMapping(MORE_DEVICES.get(2))
            .addTagSpecification(TagSpecification.instance(Tags.of("env", "test")))
            .addTagSpecification(TagSpecification.volume(Tags.of("env", "test")))
            .build(),
        TestLaunch.request()
            .addBlockDeviceMapping(BlockDeviceMapping.suppressed(DATA))
            .build(),
        new StartInstances(WORLD.stopped),
        new StopInstances(WORLD.instance),
        new TerminateInstances(WORLD.instance),
        new DescribeInstances(ImmutableSet.of(WORLD.instance)),
        DescribeInstances.of(Filter.of("instance-state-name", "running")).on(PageRequest.of(5)),
        new DescribeInstanceImageMetadata(
            ImmutableSet.of(WORLD.instance, WORLD.stopped),
            ImmutableList.of(),
            PageRequest.first()),
        new DescribeInstanceImageMetadata(
            ImmutableSet.of(),
            ImmutableList.of(Filter.of("instance-state-name", "running")),
            PageRequest.first()),
        new CreateVolume(
            EbsBlockDevice.blank(VolumeType.GP3, 20),
            ImmutableList.of(TagSpecification.volume(Tags.of("env", "test")))),
        new CreateVolume(EbsBlockDevice.ofSnapshot(WORLD.snapshot), ImmutableList.of()),
        new AttachVolume(WORLD.free, WORLD.bare, DeviceName.of("/dev/sdg")),
        new DetachVolume(WORLD.attached, WORLD.instance),
        new DeleteVolume(WORLD.free),
        new DescribeVolumes(ImmutableSet.of(WORLD.free), ImmutableList.of(), PageRequest.first()),
        new DescribeVolumes(
            ImmutableSet.of(),
            ImmutableList.of(Filter.of("status", "in-use")),
            PageRequest.first()));
  }

  private static ImmutableList<Operation<?>> aboutTags() {
    return ImmutableList.of(
        new CreateTags(ImmutableList.of(BACKED.value()), Tags.of("env", "test")),
        new DeleteTags(ImmutableList.of(IMAGE.value()), ImmutableList.of(TagToDelete.of("env"))),
        new DescribeTags(ImmutableList.of(Filter.of("key", "env")), PageRequest.first()));
  }

  private static ImmutableList<Operation<?>> aboutTheRecycleBin() {
    return ImmutableList.of(
        keeping(7).addResourceTag(ResourceTag.of("env", "test")).build(),
        keeping(7).addExcludeResourceTag(ResourceTag.of("env", "test")).build(),
        UpdateRule.builder().identifier(WORLD.rule).retentionPeriodDays(8).build(),
        new GetRule(WORLD.rule),
        new DeleteRule(WORLD.rule),
        new LockRule(WORLD.rule, 7),
        new UnlockRule(WORLD.lockedRule),
        new ListRules(ResourceType.EC2_IMAGE),
        new ListRules(
            ResourceType.EC2_IMAGE,
            ImmutableSet.of(ResourceTag.of("env", "prod")),
            ImmutableSet.of(),
            Optional.empty(),
            PageRequest.first()),
        new ListRules(
            ResourceType.EC2_IMAGE,
            ImmutableSet.of(),
            ImmutableSet.of(ResourceTag.of("env", "prod")),
            Optional.empty(),
            PageRequest.first()),
        new ListImagesInRecycleBin(ImmutableSet.of(BINNED, ALSO_BINNED), PageRequest.first()),
        new ListSnapshotsInRecycleBin(
            ImmutableSet.of(WORLD.binned, WORLD.alsoBinned), PageRequest.first()),
        new RestoreImageFromRecycleBin(BINNED),
        new RestoreSnapshotFromRecycleBin(WORLD.binned));
  }

  /** What members hold instead; the first that is not there already. */
  private static final ImmutableListMultimap<Class<?>, Object> OTHERWISE =
      ImmutableListMultimap.<Class<?>, Object>builder()
          .putAll(Boolean.class, true, false)
          .putAll(Integer.class, 15, 30)
          .put(String.class, "another")
          .put(ImageUsageReportId.class, ImageUsageReportId.of("amiur-0123456789abcdef0"))
          .put(AccountId.class, FRIEND)
          .put(Instant.class, START.plus(Duration.ofDays(20)))
          .put(Region.class, THERE)
          .putAll(ImageId.class, TestImages.UNKNOWN, BACKED)
          .put(ImageReference.class, BACKED)
          .put(SnapshotId.class, SnapshotId.of("snap-0123456789abcdef0"))
          .put(VolumeId.class, VolumeId.of("vol-0123456789abcdef0"))
          .put(InstanceId.class, InstanceId.of("i-0123456789abcdef0"))
          .put(
              Arn.class,
              Arn.parse("arn:aws:outposts:us-east-1:111122223333:outpost/op-0123456789abcdef0"))
          .put(KernelId.class, KernelId.of("aki-12345678"))
          .put(RamdiskId.class, RamdiskId.of("ari-12345678"))
          .putAll(KmsKeyId.class, TestKeys.OTHER, TestKeys.CUSTOMER)
          .put(UserId.class, UserId.of("all"))
          .put(ImageName.class, ImageName.of("another"))
          .put(DeviceName.class, DeviceName.of("/dev/sdk"))
          .put(WatermarkKey.class, new WatermarkKey(OWNER, "more"))
          .put(Tags.class, Tags.of("owner", "me"))
          .put(Architecture.class, Architecture.ARM64)
          .putAll(VirtualizationType.class, VirtualizationType.PARAVIRTUAL, VirtualizationType.HVM)
          .put(BootMode.class, BootMode.UEFI_PREFERRED)
          .put(TpmSupport.class, TpmSupport.V2_0)
          .putAll(ImdsSupport.class, ImdsSupport.V2_0, ImdsSupport.of("v1.0"))
          .put(SriovNetSupport.class, SriovNetSupport.SIMPLE)
          .putAll(VolumeType.class, VolumeType.STANDARD, VolumeType.GP3)
          .put(LaunchPermission.class, TestImages.TO_ORGANIZATION)
          .put(CreateVolumePermission.class, CreateVolumePermission.userId(STRANGER))
          .put(LockMode.class, LockMode.COMPLIANCE)
          .put(FastLaunchResourceType.class, FastLaunchResourceType.of("volume"))
          .put(LaunchTemplateSpecification.class, LaunchTemplateSpecification.ofName("golden", "2"))
          .putAll(StorageTier.class, StorageTier.STANDARD, StorageTier.ARCHIVE)
          .put(SnapshotAttributeName.class, SnapshotAttributeName.PRODUCT_CODES)
          .put(
              BlockDeviceMapping.class,
              device("/dev/sdj", EbsBlockDevice.builder().volumeSize(1)))
          .put(EbsBlockDevice.class, EbsBlockDevice.blank(VolumeType.GP3, 9))
          .put(TagSpecification.class, OF_IMAGE)
          .putAll(
              ImageReferenceResourceType.class,
              ImageReferenceResourceType.INSTANCE,
              ImageReferenceResourceType.LAUNCH_TEMPLATE)
          .put(
              ResourceTypeRequest.class,
              ResourceTypeRequest.of(
                  ImageReferenceResourceType.INSTANCE,
                  ResourceTypeOption.of("state-name", "stopped")))
          .putAll(
              ResourceTypeOption.class,
              ResourceTypeOption.of("version-depth", "5"),
              ResourceTypeOption.of("state-name", "stopped"))
          .put(TagToDelete.class, TagToDelete.of("owner"))
          .put(ResourceTag.class, ResourceTag.of("owner"))
          .put(Filter.class, Filter.of("tag:env", "prod"))
          .put(ImageCriterion.class, ImageCriterion.imageNames("*"))
          .put(
              ImageWatermarkFilter.class,
              ImageWatermarkFilter.builder().sourceImageRegion("us-*").build())
          .put(
              ModifyLaunchPermission.class,
              ModifyLaunchPermission.grant(TestImages.TO_ORGANIZATION))
          .build();

  /** What single members hold instead, so that the request may well succeed. */
  private static final ImmutableListMultimap<String, Object> OTHERWISE_OF =
      ImmutableListMultimap.<String, Object>builder()
          .put("RegisterImage.uefiData", "QUJD")
          .put("RegisterImage.imageLocation", "bucket/other")
          .put("RunInstances.minCount", 3)
          .put("RunInstances.maxCount", 1)
          .put("BlockDeviceMapping.virtualName", "ephemeral3")
          .put("BlockDeviceMapping.noDevice", "")
          .put("EbsBlockDevice.volumeSize", 21)
          .put("EbsBlockDevice.iops", 4_000)
          .put("EbsBlockDevice.throughput", 200)
          .put("EbsBlockDevice.volumeInitializationRate", 200)
          .put("EbsBlockDevice.ebsCardIndex", 1)
          .putAll("TagSpecification.resourceType", "snapshot", "image")
          .put("PageRequest.maxResults", 1)
          .put("ImageQuery.maxResults", 5)
          .put("SnapshotQuery.maxResults", 5)
          .put("ListRules.lockState", RuleLockState.LOCKED)
          .putAll(
              "CreateTags.resources",
              "another",
              TestImages.UNKNOWN.value(),
              "snap-0123456789abcdef0",
              "i-0123456789abcdef0",
              "vol-0123456789abcdef0")
          .put("LockRule.unlockDelayDays", 8)
          .putAll("CreateSnapshots.copyTagsFromSource", "volume", "instance")
          .putAll(
              "InstanceSpecification.excludeDataVolumeIds",
              WORLD.free,
              VolumeId.of("vol-0123456789abcdef0"))
          .put("RestoreSnapshotTier.temporaryRestoreDays", 4)
          .build();

  /** Values that differ from another in one member alone, each in what it holds there. */
  private record Change(String path, String member, ImmutableList<Supplier<Object>> changed) {}

  private static Stream<Change> changes(Object whole) {
    return Members.of(Members.typeOf(whole)).stream().flatMap(member -> changes(whole, member));
  }

  private static Stream<Change> changes(Object whole, Method member) {
    Object value = Members.get(whole, member);
    Stream<Change> ofParts = Members.held(value)
        .filter(part -> PARTS.contains(Members.typeOf(part)))
        .flatMap(part -> changes(part)
            .map(change -> new Change(
                member.getName() + "." + change.path(),
                change.member(),
                change.changed().stream()
                    .map(changed -> (Supplier<Object>) () ->
                        Members.with(whole, member, Members.replaced(value, part, changed.get())))
                    .collect(toImmutableList()))));
    String name = Members.typeOf(whole).getSimpleName() + "." + member.getName();
    ImmutableList<Supplier<Object>> otherwise = otherwise(name, member, value).stream()
        .map(other -> (Supplier<Object>) () -> Members.with(whole, member, other))
        .collect(toImmutableList());
    return otherwise.isEmpty()
        ? ofParts
        : Stream.concat(ofParts, Stream.of(new Change(member.getName(), name, otherwise)));
  }

  /** What a member holds instead; nothing if it is one part, whose members are changed. */
  private static ImmutableList<Object> otherwise(String name, Method member, Object value) {
    Class<?> type = Members.elementType(member);
    if (PARTS.contains(type) && type.equals(member.getReturnType())) {
      return ImmutableList.of();
    }
    if (value instanceof Collection<?> all && !all.isEmpty() && PARTS.contains(type)) {
      return ImmutableList.of(Members.holding(member, ImmutableList.of()));
    }
    ImmutableList<?> known = known(name, type);
    assertThat(known).as("what %s may hold", name).isNotEmpty();
    return known.stream()
        .map(other -> Members.holding(member, ImmutableList.of(other)))
        .filter(other -> !other.equals(value))
        .collect(toImmutableList());
  }

  private static ImmutableList<?> known(String name, Class<?> type) {
    if (OTHERWISE_OF.containsKey(name)) {
      return OTHERWISE_OF.get(name);
    }
    return type.isEnum() ? ImmutableList.copyOf(type.getEnumConstants()) : OTHERWISE.get(type);
  }

  @TestFactory
  Stream<DynamicTest> a_request_succeeds() {
    return REQUESTS.stream()
        .map(request -> DynamicTest.dynamicTest(
            request.toString(),
            () -> assertThat(World.outcome(() -> request)).isInstanceOf(Result.class)));
  }

  /** Of what a member can hold one thing may be as good as nothing, but not all. */
  @TestFactory
  @Rules({"DEC-153", "DEC-158"})
  Stream<DynamicTest> a_member_leaves_a_trace_or_is_refused() {
    return REQUESTS.stream().flatMap(request -> {
      Object plain = World.outcome(() -> request);
      return changes(request)
          .map(change -> DynamicTest.dynamicTest(
              Members.typeOf(request).getSimpleName() + "." + change.path(),
              () -> assertThat(change.changed().stream().map(World::outcome))
                  .as("%s: what comes of it", change.path())
                  .matches(
                      outcomes -> outcomes.stream().allMatch(plain::equals)
                          == UNSEEN.contains(change.member()),
                      "a trace, or a refusal")));
    });
  }

  /** A value is refused by the member that holds it, as the request calls it. */
  @TestFactory
  @Rules("DEC-135")
  Stream<DynamicTest> a_refusal_names_a_member_of_the_request() {
    return REQUESTS.stream().flatMap(request -> {
      ImmutableSet<String> names = changes(request)
          .flatMap(change -> Splitter.on('.').splitToStream(change.path()))
          .collect(toImmutableSet());
      return changes(request)
          .map(change -> DynamicTest.dynamicTest(
              Members.typeOf(request).getSimpleName() + "." + change.path(),
              () -> assertThat(change.changed().stream()
                      .map(World::outcome)
                      .filter(Violations.class::isInstance)
                      .flatMap(refused -> ((Violations) refused).violations().stream()))
                  .allMatch(violation -> OF_VALUES.contains(first(violation.path()))
                      || names.contains(first(violation.path())))));
    });
  }

  private static String first(String path) {
    return path.replaceFirst("[.\\[].*", "");
  }

  @Test
  void every_operation_is_asked() {
    assertThat(REQUESTS.stream().map(Members::typeOf).collect(toImmutableSet()))
        .containsExactlyInAnyOrderElementsOf(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.amikit.registry")
                .stream()
                .filter(type -> type.isAssignableTo(Operation.class) && !type.isInterface())
                .filter(type -> !type.getSimpleName().startsWith("Immutable"))
                .map(JavaClass::reflect)
                .filter(type -> !Members.of(type).isEmpty())
                .toList());
  }
}
