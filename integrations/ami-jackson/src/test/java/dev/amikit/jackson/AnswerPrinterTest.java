package dev.amikit.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.account.BlockPublicAccess;
import dev.amikit.account.ManagedBy;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.allowed.ImageCriterion;
import dev.amikit.allowed.ImageWatermarkFilter;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.Arn;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageUsageReportId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.OwnerAlias;
import dev.amikit.id.ProductCode;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.UserId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.AmiState;
import dev.amikit.image.BootMode;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.ImageName;
import dev.amikit.image.WatermarkKey;
import dev.amikit.page.Page;
import dev.amikit.page.PageRequest;
import dev.amikit.query.ImageQuery;
import dev.amikit.registry.account.AllowedImagesState;
import dev.amikit.registry.account.BlockPublicAccessState;
import dev.amikit.registry.account.DisableSnapshotBlockPublicAccess;
import dev.amikit.registry.account.EnableAllowedImagesSettings;
import dev.amikit.registry.account.EnableImageBlockPublicAccess;
import dev.amikit.registry.account.GetAllowedImagesSettings;
import dev.amikit.registry.account.GetEbsDefaultKmsKeyId;
import dev.amikit.registry.account.GetEbsEncryptionByDefault;
import dev.amikit.registry.account.GetImageBlockPublicAccessState;
import dev.amikit.registry.account.GetSnapshotBlockPublicAccessState;
import dev.amikit.registry.account.ReplaceImageCriteriaInAllowedImagesSettings;
import dev.amikit.registry.image.AttachImageWatermark;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.image.DeleteSnapshotReturnCode;
import dev.amikit.registry.image.DeleteSnapshotReturnCode.ReturnCode;
import dev.amikit.registry.image.DeregisterImage;
import dev.amikit.registry.image.DescribeImages;
import dev.amikit.registry.image.DisableImage;
import dev.amikit.registry.image.EnableImageDeregistrationProtection;
import dev.amikit.registry.image.GetImageAncestry;
import dev.amikit.registry.image.ImageAncestryEntry;
import dev.amikit.registry.instance.AttachVolume;
import dev.amikit.registry.instance.CreateVolume;
import dev.amikit.registry.instance.DeleteVolume;
import dev.amikit.registry.instance.DescribeInstanceImageMetadata;
import dev.amikit.registry.instance.DescribeInstances;
import dev.amikit.registry.instance.DescribeVolumes;
import dev.amikit.registry.instance.DetachVolume;
import dev.amikit.registry.instance.ImageMetadata;
import dev.amikit.registry.instance.InstanceImageMetadata;
import dev.amikit.registry.instance.InstanceStateChange;
import dev.amikit.registry.instance.Reservation;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.instance.StopInstances;
import dev.amikit.registry.instance.VolumeAttachmentChange;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.recyclebin.DeleteRule;
import dev.amikit.registry.recyclebin.GetRule;
import dev.amikit.registry.recyclebin.ImageRecycleBinInfo;
import dev.amikit.registry.recyclebin.ListImagesInRecycleBin;
import dev.amikit.registry.recyclebin.ListRules;
import dev.amikit.registry.recyclebin.ListSnapshotsInRecycleBin;
import dev.amikit.registry.recyclebin.RestoreSnapshotFromRecycleBin;
import dev.amikit.registry.recyclebin.RuleSummary;
import dev.amikit.registry.recyclebin.SnapshotRecycleBinInfo;
import dev.amikit.registry.snapshot.CopySnapshot;
import dev.amikit.registry.snapshot.CreateSnapshot;
import dev.amikit.registry.snapshot.DeleteSnapshot;
import dev.amikit.registry.snapshot.DescribeLockedSnapshots;
import dev.amikit.registry.snapshot.DescribeSnapshotTierStatus;
import dev.amikit.registry.snapshot.LockSnapshot;
import dev.amikit.registry.snapshot.LockedSnapshotsInfo;
import dev.amikit.registry.snapshot.ModifySnapshotTier;
import dev.amikit.registry.snapshot.RestoreSnapshotTier;
import dev.amikit.registry.snapshot.SnapshotRestoration;
import dev.amikit.registry.snapshot.SnapshotTierStatus;
import dev.amikit.registry.snapshot.SnapshotTiering;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.RetentionRule.ResourceTag;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.registry.state.RetentionRule.RuleLockState;
import dev.amikit.registry.state.Volume;
import dev.amikit.registry.state.VolumeAttachment;
import dev.amikit.registry.tag.DescribeTags;
import dev.amikit.registry.tag.TagDescription;
import dev.amikit.registry.usage.CreateImageUsageReport;
import dev.amikit.registry.usage.DeleteImageUsageReport;
import dev.amikit.registry.usage.DescribeImageReferences;
import dev.amikit.registry.usage.DescribeImageUsageReportEntries;
import dev.amikit.registry.usage.DescribeImageUsageReports;
import dev.amikit.snapshot.LockMode;
import dev.amikit.snapshot.LockState;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotLock;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import dev.amikit.snapshot.TieringOperationStatus;
import dev.amikit.tag.Tags;
import dev.amikit.testkit.fixture.Accounts;
import dev.amikit.testkit.fixture.Amis;
import dev.amikit.testkit.fixture.Snapshots;
import dev.amikit.usage.ImageReferenceResourceType;
import dev.amikit.usage.ImageUsageReport;
import dev.amikit.usage.ImageUsageReportEntry;
import dev.amikit.usage.ImageUsageReportState;
import dev.amikit.usage.ResourceReference;
import dev.amikit.usage.ResourceTypeOption;
import dev.amikit.usage.ResourceTypeRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerPrinterTest {
  private static final ImageId IMAGE = Amis.ID;
  private static final SnapshotId SNAPSHOT = Snapshots.ID;
  private static final InstanceId INSTANCE = InstanceId.of("i-0abcdef1234567890");
  private static final VolumeId VOLUME = VolumeId.of("vol-0abcdef1234567890");
  private static final DeviceName SDF = DeviceName.of("/dev/sdf");
  private static final Instant TIME = Amis.CREATION_DATE;
  private static final Instant LATER = TIME.plus(Duration.ofDays(7)).plusMillis(25);

  private static final Instance RUNNING = Instance.builder()
      .instanceId(INSTANCE)
      .reservationId("r-0abcdef1234567890")
      .amiLaunchIndex(2)
      .ownerId(Accounts.OWNER)
      .availabilityZone("us-east-1a")
      .image(Amis.windowsAmi())
      .state(InstanceState.RUNNING)
      .instanceType("m7i.large")
      .launchTime(TIME)
      .currentInstanceBootMode(BootMode.UEFI)
      .httpTokensRequired(true)
      .putVolume(SDF, new Instance.Attachment(VOLUME, Amis.CREATION_DATE, true, OptionalInt.of(1)))
      .addProductCode(ProductCode.marketplace("abc"))
      .tags(Tags.of("Name", "web"))
      .build();

  static Stream<Arguments> images() {
    return Stream.of(
        of(
            CopyImage.builder()
                .sourceImageId(IMAGE)
                .sourceRegion(Region.US_EAST_1)
                .name("copy")
                .build(),
            IMAGE,
            "{'ImageId':'ami-0abcdef1234567890'}"),
        of(new DisableImage(IMAGE), Return.TRUE, "{'Return':true}"),
        of(
            new EnableImageDeregistrationProtection(IMAGE, true),
            DeregistrationProtection.enabledWithCooldown(),
            "{'Return':'enabled-with-cooldown'}"),
        of(
            new AttachImageWatermark(IMAGE, "origin"),
            new WatermarkKey(Accounts.OWNER, "origin"),
            "{'WatermarkKey':'111122223333:origin'}"),
        of(new DeregisterImage(IMAGE, false), ImmutableList.of(), "{'Return':true}"),
        of(
            new DeregisterImage(IMAGE, true),
            ImmutableList.of(new DeleteSnapshotReturnCode(SNAPSHOT, ReturnCode.SKIPPED)),
            "{'Return':true,'DeleteSnapshotResults':"
                + "[{'SnapshotId':'snap-0abcdef1234567890','ReturnCode':'skipped'}]}"),
        of(
            new GetImageAncestry(IMAGE),
            ImmutableList.of(new ImageAncestryEntry(
                Optional.of(TIME),
                IMAGE,
                Optional.of(OwnerAlias.AMAZON),
                Optional.of(ImageId.of("ami-01234567")),
                Optional.of(Region.EU_WEST_1))),
            "{'ImageAncestryEntries':[{'CreationDate':'2026-01-01T00:00:00.000Z',"
                + "'ImageId':'ami-0abcdef1234567890','ImageOwnerAlias':'amazon',"
                + "'SourceImageId':'ami-01234567','SourceImageRegion':'eu-west-1'}]}"),
        of(
            new DescribeImages(ImageQuery.builder().build()),
            new Page<>(ImmutableList.of(), Optional.of("abc")),
            "{'Images':[],'NextToken':'abc'}"));
  }

  static Stream<Arguments> usage() {
    ImageUsageReportId report = ImageUsageReportId.of("amiur-0abcdef1234567890");
    ImageUsageReport failed = new ImageUsageReport(
            report,
            IMAGE,
            ImmutableList.of(ResourceTypeRequest.of(
                ImageReferenceResourceType.LAUNCH_TEMPLATE,
                ResourceTypeOption.of("version-depth", "5"))),
            ImmutableList.of(Accounts.OTHER),
            TIME,
            ImageUsageReportState.PENDING,
            Optional.empty(),
            Tags.of("a", "b"))
        .failed("No data");
    return Stream.of(
        of(CreateImageUsageReport.of(IMAGE), report, "{'ReportId':'amiur-0abcdef1234567890'}"),
        of(
            DescribeImageUsageReports.of(),
            new Page<>(ImmutableList.of(failed), Optional.of("next")),
            "{'ImageUsageReports':[{'ImageId':'ami-0abcdef1234567890',"
                + "'ReportId':'amiur-0abcdef1234567890',"
                + "'ResourceTypes':[{'ResourceType':'ec2:LaunchTemplate','ResourceTypeOptions':"
                + "[{'OptionName':'version-depth','OptionValues':['5']}]}],"
                + "'AccountIds':['444455556666'],'State':'error','StateReason':'No data',"
                + "'CreationTime':'2026-01-01T00:00:00.000Z',"
                + "'ExpirationTime':'2026-01-31T00:00:00.000Z',"
                + "'Tags':[{'Key':'a','Value':'b'}]}],'NextToken':'next'}"),
        of(
            DescribeImageUsageReportEntries.of(),
            new Page<>(
                ImmutableList.of(new ImageUsageReportEntry(
                    report,
                    IMAGE,
                    TIME,
                    Accounts.OTHER,
                    ImageReferenceResourceType.INSTANCE,
                    3_000_000_000L)),
                Optional.empty()),
            "{'ImageUsageReportEntries':[{'ResourceType':'ec2:Instance',"
                + "'ReportId':'amiur-0abcdef1234567890','UsageCount':3000000000,"
                + "'AccountId':'444455556666','ImageId':'ami-0abcdef1234567890',"
                + "'ReportCreationTime':'2026-01-01T00:00:00.000Z'}]}"),
        of(new DeleteImageUsageReport(report), Return.TRUE, "{'Return':true}"),
        of(
            DescribeImageReferences.of(IMAGE),
            new Page<>(
                ImmutableList.of(new ResourceReference(
                    IMAGE,
                    ImageReferenceResourceType.INSTANCE,
                    Arn.parse("arn:aws:ec2:us-east-1:111122223333:instance/" + INSTANCE))),
                Optional.empty()),
            "{'ImageReferences':[{'ImageId':'ami-0abcdef1234567890',"
                + "'ResourceType':'ec2:Instance','Arn':"
                + "'arn:aws:ec2:us-east-1:111122223333:instance/i-0abcdef1234567890'}]}"));
  }

  static Stream<Arguments> snapshots() {
    LockedSnapshotsInfo locked = new LockedSnapshotsInfo(
        SNAPSHOT,
        Accounts.OWNER,
        LockState.COMPLIANCE_COOLOFF,
        new SnapshotLock(
            LockMode.COMPLIANCE,
            TIME,
            Optional.of(TIME.plus(Duration.ofHours(48))),
            OptionalInt.of(7),
            Optional.of(TIME.plus(Duration.ofDays(7)))));
    String lock = "'SnapshotId':'snap-0abcdef1234567890','LockState':'compliance-cooloff',"
        + "'LockDuration':7,'CoolOffPeriod':48,'CoolOffPeriodExpiresOn':'2026-01-03T00:00:00.000Z',"
        + "'LockCreatedOn':'2026-01-01T00:00:00.000Z',"
        + "'LockDurationStartTime':'2026-01-01T00:00:00.000Z',"
        + "'LockExpiresOn':'2026-01-08T00:00:00.000Z'}";
    return Stream.of(
        of(
            CreateSnapshot.builder().volumeId(VOLUME).build(),
            Snapshots.pendingSnapshot().toBuilder()
                .progress(OptionalInt.empty())
                .build(),
            "{'StorageTier':'standard','SnapshotId':'snap-0abcdef1234567890',"
                + "'VolumeId':'vol-0abcdef1234567890','State':'pending',"
                + "'StartTime':'2026-01-01T00:00:00.000Z','OwnerId':'111122223333','VolumeSize':8,"
                + "'Encrypted':false,'Progress':''}"),
        of(new DeleteSnapshot(SNAPSHOT), Return.TRUE, ""),
        of(
            CopySnapshot.builder()
                .sourceRegion(Region.EU_WEST_1)
                .sourceSnapshotId(SNAPSHOT)
                .addTagSpecification(TagSpecification.snapshot(Tags.of("a", "b")))
                .build(),
            SNAPSHOT,
            "{'Tags':[{'Key':'a','Value':'b'}],'SnapshotId':'snap-0abcdef1234567890'}"),
        of(
            CopySnapshot.builder()
                .sourceRegion(Region.EU_WEST_1)
                .sourceSnapshotId(SNAPSHOT)
                .build(),
            SNAPSHOT,
            "{'SnapshotId':'snap-0abcdef1234567890'}"),
        of(
            new ModifySnapshotTier(SNAPSHOT, StorageTier.ARCHIVE),
            new SnapshotTiering(SNAPSHOT, TIME),
            "{'SnapshotId':'snap-0abcdef1234567890',"
                + "'TieringStartTime':'2026-01-01T00:00:00.000Z'}"),
        of(
            RestoreSnapshotTier.temporary(SNAPSHOT, 5),
            new SnapshotRestoration(SNAPSHOT, TIME, OptionalInt.of(5)),
            "{'SnapshotId':'snap-0abcdef1234567890',"
                + "'RestoreStartTime':'2026-01-01T00:00:00.000Z','RestoreDuration':5,"
                + "'IsPermanentRestore':false}"),
        of(
            RestoreSnapshotTier.permanent(SNAPSHOT),
            new SnapshotRestoration(SNAPSHOT, TIME, OptionalInt.empty()),
            "{'SnapshotId':'snap-0abcdef1234567890',"
                + "'RestoreStartTime':'2026-01-01T00:00:00.000Z','IsPermanentRestore':true}"),
        of(
            DescribeSnapshotTierStatus.of(),
            new Page<>(
                ImmutableList.of(new SnapshotTierStatus(
                    SNAPSHOT,
                    Optional.of(VOLUME),
                    SnapshotState.COMPLETED,
                    Accounts.OWNER,
                    Tags.of("a", "b"),
                    StorageTier.ARCHIVE,
                    Optional.of(TIME),
                    OptionalInt.of(100),
                    Optional.of(TieringOperationStatus.ARCHIVAL_COMPLETED),
                    Optional.of("by its user"),
                    Optional.of(LATER),
                    Optional.of(LATER))),
                Optional.of("next")),
            "{'SnapshotTierStatuses':[{'SnapshotId':'snap-0abcdef1234567890',"
                + "'VolumeId':'vol-0abcdef1234567890','Status':'completed',"
                + "'OwnerId':'111122223333','Tags':[{'Key':'a','Value':'b'}],"
                + "'StorageTier':'archive','LastTieringStartTime':'2026-01-01T00:00:00.000Z',"
                + "'LastTieringProgress':100,'LastTieringOperationStatus':'archival-completed',"
                + "'LastTieringOperationStatusDetail':'by its user',"
                + "'ArchivalCompleteTime':'2026-01-08T00:00:00.025Z',"
                + "'RestoreExpiryTime':'2026-01-08T00:00:00.025Z'}],'NextToken':'next'}"),
        of(
            LockSnapshot.builder()
                .snapshotId(SNAPSHOT)
                .lockMode(LockMode.COMPLIANCE)
                .lockDuration(7)
                .build(),
            locked,
            "{" + lock),
        of(
            new DescribeLockedSnapshots(ImmutableSet.of()),
            new Page<>(ImmutableList.of(locked), Optional.empty()),
            "{'Snapshots':[{'OwnerId':'111122223333'," + lock + "]}"));
  }

  static Stream<Arguments> instancesAndVolumes() {
    String instance = "{'Architecture':'x86_64','BlockDeviceMappings':[{'DeviceName':'/dev/sdf',"
        + "'Ebs':{'AttachTime':'2026-01-01T00:00:00.000Z',"
        + "'DeleteOnTermination':true,'Status':'attached',"
        + "'VolumeId':'vol-0abcdef1234567890','EbsCardIndex':1}}],'EnaSupport':true,'Hypervisor':'xen',"
        + "'RootDeviceName':'/dev/xvda','RootDeviceType':'ebs','Tags':[{'Key':'Name',"
        + "'Value':'web'}],'VirtualizationType':'hvm','MetadataOptions':{'HttpTokens':'required',"
        + "'HttpPutResponseHopLimit':1},"
        + "'PlatformDetails':'Windows','UsageOperation':'RunInstances:0002',"
        + "'CurrentInstanceBootMode':'uefi','InstanceId':'i-0abcdef1234567890',"
        + "'ImageId':'ami-0abcdef1234567890','State':{'Code':16,'Name':'running'},"
        + "'AmiLaunchIndex':2,"
        + "'ProductCodes':[{'ProductCodeId':'abc','ProductCodeType':'marketplace'}],"
        + "'InstanceType':'m7i.large','LaunchTime':'2026-01-01T00:00:00.000Z',"
        + "'Placement':{'AvailabilityZone':'us-east-1a','GroupName':'','Tenancy':'default'},"
        + "'Platform':'windows'}";
    Reservation reservation =
        new Reservation("r-0abcdef1234567890", Accounts.OWNER, ImmutableList.of(RUNNING));
    VolumeAttachment attachment =
        new VolumeAttachment(INSTANCE, SDF, Amis.CREATION_DATE, true, OptionalInt.of(1));
    Volume free = Volume.builder()
        .volumeId(VOLUME)
        .ownerId(Accounts.OWNER)
        .createTime(Amis.CREATION_DATE)
        .availabilityZone("us-east-1a")
        .size(8)
        .volumeType(VolumeType.GP3)
        .iops(3000)
        .throughput(125)
        .build();
    return Stream.of(
        of(
            RunInstances.builder().imageId(IMAGE).instanceType("m7i.large").build(),
            reservation,
            "{'ReservationId':'r-0abcdef1234567890','OwnerId':'111122223333','Instances':["
                + instance + "]}"),
        of(
            new DescribeInstances(ImmutableSet.of()),
            new Page<>(ImmutableList.of(reservation), Optional.of("next")),
            "{'Reservations':[{'ReservationId':'r-0abcdef1234567890','OwnerId':'111122223333',"
                + "'Instances':[" + instance + "]}],'NextToken':'next'}"),
        of(
            new DescribeInstances(ImmutableSet.of()),
            new Page<>(ImmutableList.of(), Optional.empty()),
            "{'Reservations':[]}"),
        of(
            new StopInstances(INSTANCE),
            ImmutableList.of(
                new InstanceStateChange(INSTANCE, InstanceState.STOPPED, InstanceState.RUNNING)),
            "{'StoppingInstances':[{'InstanceId':'i-0abcdef1234567890',"
                + "'CurrentState':{'Code':80,'Name':'stopped'},"
                + "'PreviousState':{'Code':16,'Name':'running'}}]}"),
        of(
            new AttachVolume(VOLUME, INSTANCE, SDF),
            new VolumeAttachmentChange(VOLUME, attachment, VolumeAttachmentChange.State.ATTACHED),
            "{'DeleteOnTermination':true,'EbsCardIndex':1,'VolumeId':'vol-0abcdef1234567890',"
                + "'InstanceId':'i-0abcdef1234567890','Device':'/dev/sdf','State':'attached',"
                + "'AttachTime':'2026-01-01T00:00:00.000Z'}"),
        of(
            new DetachVolume(VOLUME, INSTANCE),
            new VolumeAttachmentChange(VOLUME, attachment, VolumeAttachmentChange.State.DETACHED),
            "{'DeleteOnTermination':true,'EbsCardIndex':1,'VolumeId':'vol-0abcdef1234567890',"
                + "'InstanceId':'i-0abcdef1234567890','Device':'/dev/sdf','State':'detached',"
                + "'AttachTime':'2026-01-01T00:00:00.000Z'}"),
        of(
            new CreateVolume(EbsBlockDevice.blank(VolumeType.GP3, 8)),
            free,
            "{'Iops':3000,'VolumeType':'gp3','MultiAttachEnabled':false,'Throughput':125,'VolumeId':'vol-0abcdef1234567890',"
                + "'AvailabilityZone':'us-east-1a','Size':8,'SnapshotId':'','State':'available',"
                + "'CreateTime':'2026-01-01T00:00:00.000Z','Encrypted':false}"),
        of(
            DescribeVolumes.of(),
            new Page<>(ImmutableList.of(free), Optional.of("next")),
            "{'Volumes':[{'Iops':3000,'VolumeType':'gp3','MultiAttachEnabled':false,'Throughput':125,"
                + "'VolumeId':'vol-0abcdef1234567890','AvailabilityZone':'us-east-1a','Size':8,"
                + "'SnapshotId':'',"
                + "'State':'available','CreateTime':'2026-01-01T00:00:00.000Z',"
                + "'Attachments':[],'Encrypted':false}],'NextToken':'next'}"),
        of(new DeleteVolume(VOLUME), Return.TRUE, ""),
        of(
            new DescribeInstanceImageMetadata(ImmutableSet.of()),
            new Page<>(
                ImmutableList.of(new InstanceImageMetadata(
                    INSTANCE,
                    "m7i.large",
                    LATER,
                    Optional.of("us-east-1b"),
                    InstanceState.STOPPED,
                    Accounts.OTHER,
                    Tags.of("a", "b"),
                    new ImageMetadata(
                        IMAGE,
                        Optional.of(ImageName.of("golden")),
                        Accounts.OWNER,
                        UserId.of(Accounts.OWNER),
                        AmiState.DEREGISTERED,
                        Optional.of(TIME),
                        Optional.of(LATER),
                        Optional.of(true),
                        false,
                        ImmutableList.of()))),
                Optional.empty()),
            "{'InstanceImageMetadata':[{'InstanceId':'i-0abcdef1234567890',"
                + "'InstanceType':'m7i.large','LaunchTime':'2026-01-08T00:00:00.025Z',"
                + "'AvailabilityZone':'us-east-1b',"
                + "'State':{'Code':80,'Name':'stopped'},'OwnerId':'444455556666',"
                + "'Tags':[{'Key':'a','Value':'b'}],'ImageMetadata':"
                + "{'ImageId':'ami-0abcdef1234567890','Name':'golden','OwnerId':'111122223333',"
                + "'State':'deregistered','ImageOwnerAlias':'111122223333',"
                + "'CreationDate':'2026-01-01T00:00:00Z',"
                + "'DeprecationTime':'2026-01-08T00:00:00.025Z','ImageAllowed':true,"
                + "'IsPublic':false}}]}"));
  }

  static Stream<Arguments> tagsAndTheRecycleBin() {
    RetentionRule rule = RetentionRule.builder()
        .identifier("abcdef12345")
        .resourceType(ResourceType.EC2_IMAGE)
        .retentionPeriodDays(7)
        .description("golden images")
        .resourceTags(List.of(ResourceTag.of("env", "prod"), ResourceTag.of("keep")))
        .lockState(RuleLockState.PENDING_UNLOCK)
        .unlockDelayDays(8)
        .lockEndTime(LATER)
        .ruleArn(Arn.parse("arn:aws:rbin:us-east-1:111122223333:rule/abcdef12345"))
        .build();
    return Stream.of(
        of(
            DescribeTags.of(),
            new Page<>(
                ImmutableList.of(new TagDescription("env", "ami-01234567", "image", "prod")),
                Optional.empty()),
            "{'Tags':[{'Key':'env','ResourceId':'ami-01234567','ResourceType':'image',"
                + "'Value':'prod'}]}"),
        of(
            new ListImagesInRecycleBin(ImmutableSet.of()),
            new Page<>(
                ImmutableList.of(new ImageRecycleBinInfo(
                    IMAGE, Optional.of(ImageName.of("golden")), Optional.of(""), TIME, LATER)),
                Optional.empty()),
            "{'Images':[{'ImageId':'ami-0abcdef1234567890','Name':'golden','Description':'',"
                + "'RecycleBinEnterTime':'2026-01-01T00:00:00.000Z',"
                + "'RecycleBinExitTime':'2026-01-08T00:00:00.025Z'}]}"),
        of(
            new ListSnapshotsInRecycleBin(ImmutableSet.of()),
            new Page<>(
                ImmutableList.of(new SnapshotRecycleBinInfo(
                    SNAPSHOT, Optional.of(VOLUME), Optional.empty(), TIME, LATER)),
                Optional.empty()),
            "{'Snapshots':[{'SnapshotId':'snap-0abcdef1234567890',"
                + "'RecycleBinEnterTime':'2026-01-01T00:00:00.000Z',"
                + "'RecycleBinExitTime':'2026-01-08T00:00:00.025Z',"
                + "'VolumeId':'vol-0abcdef1234567890'}]}"),
        of(
            new RestoreSnapshotFromRecycleBin(SNAPSHOT),
            Snapshot.builder()
                .snapshotId(SNAPSHOT)
                .description("")
                .encrypted(false)
                .ownerId(Accounts.OWNER)
                .progress(100)
                .startTime(TIME)
                .state(SnapshotState.RECOVERING)
                .volumeId(VOLUME)
                .volumeSize(8)
                .build(),
            "{'SnapshotId':'snap-0abcdef1234567890','VolumeId':'vol-0abcdef1234567890',"
                + "'State':'recovering','StartTime':'2026-01-01T00:00:00.000Z',"
                + "'Progress':'100%','OwnerId':'111122223333','Description':'','VolumeSize':8,"
                + "'Encrypted':false}"),
        of(
            new GetRule("abcdef12345"),
            rule,
            "{'Identifier':'abcdef12345','Description':'golden images',"
                + "'ResourceType':'EC2_IMAGE','RetentionPeriod':{'RetentionPeriodValue':7,"
                + "'RetentionPeriodUnit':'DAYS'},'ResourceTags':[{'ResourceTagKey':'env',"
                + "'ResourceTagValue':'prod'},{'ResourceTagKey':'keep'}],'Status':'available',"
                + "'LockConfiguration':{'UnlockDelay':{'UnlockDelayValue':8,"
                + "'UnlockDelayUnit':'DAYS'}},'LockState':'pending_unlock',"
                + "'LockEndTime':'2026-01-08T00:00:00.025Z',"
                + "'RuleArn':'arn:aws:rbin:us-east-1:111122223333:rule/abcdef12345'}"),
        of(
            new ListRules(ResourceType.EC2_IMAGE).on(PageRequest.first()),
            new Page<>(
                ImmutableList.of(new RuleSummary(
                    "abcdef12345",
                    "",
                    7,
                    RuleLockState.NONE,
                    Optional.of(
                        Arn.parse("arn:aws:rbin:us-east-1:111122223333:rule/abcdef12345")))),
                Optional.of("next")),
            "{'Rules':[{'Identifier':'abcdef12345','RetentionPeriod':{'RetentionPeriodValue':7,"
                + "'RetentionPeriodUnit':'DAYS'},"
                + "'RuleArn':'arn:aws:rbin:us-east-1:111122223333:rule/abcdef12345'}],"
                + "'NextToken':'next'}"),
        of(new DeleteRule("abcdef12345"), Return.TRUE, ""));
  }

  static Stream<Arguments> settings() {
    AllowedImagesSettings allowed = AllowedImagesSettings.enabled(ImageCriterion.builder()
        .imageProviders("amazon", "111122223333")
        .marketplaceProductCodes("abc")
        .imageNames("golden-*")
        .maximumDaysSinceDeprecated(0)
        .maximumDaysSinceCreated(90)
        .addImageWatermark(ImageWatermarkFilter.builder()
            .watermarkKey("111122223333:*")
            .sourceImageRegion("us-*")
            .maximumDaysSinceSourceImageCreated(30)
            .maximumDaysSinceWatermarkCreated(20)
            .build())
        .build());
    return Stream.of(
        of(
            EnableImageBlockPublicAccess.of(BlockPublicAccess.BLOCK_NEW_SHARING),
            BlockPublicAccess.BLOCK_NEW_SHARING,
            "{'ImageBlockPublicAccessState':'block-new-sharing'}"),
        of(
            new GetImageBlockPublicAccessState(),
            new BlockPublicAccessState(BlockPublicAccess.UNBLOCKED, ManagedBy.ACCOUNT),
            "{'ImageBlockPublicAccessState':'unblocked','ManagedBy':'account'}"),
        of(
            new DisableSnapshotBlockPublicAccess(),
            BlockPublicAccess.UNBLOCKED,
            "{'State':'unblocked'}"),
        of(
            new GetSnapshotBlockPublicAccessState(),
            new BlockPublicAccessState(
                BlockPublicAccess.BLOCK_ALL_SHARING, ManagedBy.DECLARATIVE_POLICY),
            "{'State':'block-all-sharing','ManagedBy':'declarative-policy'}"),
        of(
            new EnableAllowedImagesSettings(AllowedImagesSettings.State.ENABLED),
            allowed,
            "{'AllowedImagesSettingsState':'enabled'}"),
        of(
            new ReplaceImageCriteriaInAllowedImagesSettings(ImmutableList.of()),
            allowed,
            "{'ReturnValue':true}"),
        of(
            new GetAllowedImagesSettings(),
            new AllowedImagesState(allowed, ManagedBy.ACCOUNT),
            "{'State':'enabled','ImageCriteria':[{'ImageProviders':['amazon','111122223333'],"
                + "'MarketplaceProductCodes':['abc'],'ImageNames':['golden-*'],"
                + "'DeprecationTimeCondition':{'MaximumDaysSinceDeprecated':0},"
                + "'CreationDateCondition':{'MaximumDaysSinceCreated':90},"
                + "'ImageWatermarks':[{'WatermarkKey':'111122223333:*',"
                + "'SourceImageRegion':'us-*','MaximumDaysSinceSourceImageCreated':30,"
                + "'MaximumDaysSinceWatermarkCreated':20}]}],'ManagedBy':'account'}"),
        of(new GetEbsEncryptionByDefault(), true, "{'EbsEncryptionByDefault':true}"),
        of(
            new GetEbsDefaultKmsKeyId(),
            KmsKeyId.of("alias/aws/ebs"),
            "{'KmsKeyId':'alias/aws/ebs'}"));
  }

  @ParameterizedTest
  @MethodSource({
    "images",
    "usage",
    "snapshots",
    "instancesAndVolumes",
    "tagsAndTheRecycleBin",
    "settings"
  })
  <R> void an_answer_has_the_members_of_EC2(Operation<R> operation, R answer, String json) {
    assertThat(AmiJson.answers().compact().print(operation, answer)).isEqualTo(json);
  }

  @Test
  void an_answer_is_set_out_as_the_AWS_CLI_does_unless_it_is_to_be_compact() {
    assertThat(AmiJson.answers()
            .print(
                new DeregisterImage(IMAGE, true),
                ImmutableList.of(new DeleteSnapshotReturnCode(SNAPSHOT, ReturnCode.SUCCESS))))
        .isEqualTo("""
            {
                "Return": true,
                "DeleteSnapshotResults": [
                    {
                        "SnapshotId": "snap-0abcdef1234567890",
                        "ReturnCode": "success"
                    }
                ]
            }""");
  }

  @Test
  void a_volume_in_use_tells_its_instance_and_what_it_was_made_of() {
    Volume used = Volume.builder()
        .volumeId(VOLUME)
        .ownerId(Accounts.OWNER)
        .createTime(Amis.CREATION_DATE)
        .size(8)
        .volumeType(VolumeType.STANDARD)
        .volumeInitializationRate(200)
        .kmsKeyId("alias/aws/ebs")
        .snapshotId(SNAPSHOT)
        .attachment(
            new VolumeAttachment(INSTANCE, SDF, Amis.CREATION_DATE, true, OptionalInt.empty()))
        .tags(Tags.of("a", "b"))
        .build();
    assertThat(AmiJson.answers()
            .compact()
            .print(new CreateVolume(EbsBlockDevice.ofSnapshot(SNAPSHOT)), used))
        .isEqualTo(
            quoted(
                "{'Tags':[{'Key':'a','Value':'b'}],'VolumeType':'standard',"
                    + "'MultiAttachEnabled':false,'VolumeInitializationRate':200,"
                    + "'VolumeId':'vol-0abcdef1234567890','Size':8,"
                    + "'SnapshotId':'snap-0abcdef1234567890','State':'in-use',"
                    + "'CreateTime':'2026-01-01T00:00:00.000Z','Attachments':"
                    + "[{'DeleteOnTermination':true,'VolumeId':'vol-0abcdef1234567890',"
                    + "'InstanceId':'i-0abcdef1234567890','Device':'/dev/sdf',"
                    + "'State':'attached','AttachTime':'2026-01-01T00:00:00.000Z'}],'Encrypted':true,'KmsKeyId':'alias/aws/ebs'}"));
  }

  private static <R> Arguments of(Operation<R> operation, R answer, String json) {
    return arguments(operation, answer, quoted(json));
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }
}
