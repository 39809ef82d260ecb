package dev.amikit.jackson;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.ser.impl.UnsupportedTypeSerializer;
import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.reflect.TypeToken;
import dev.amikit.account.BlockPublicAccess;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.allowed.ImageCriterion;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.fastlaunch.LaunchTemplateSpecification;
import dev.amikit.id.AccountId;
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
import dev.amikit.registry.account.BlockPublicAccessState;
import dev.amikit.registry.fastlaunch.EnableFastLaunch;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.image.CreateImage;
import dev.amikit.registry.image.DeregisterImage;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.instance.DescribeInstanceImageMetadata;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.operation.Situation;
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
import dev.amikit.testkit.ec2.MovableClock;
import dev.amikit.testkit.fixture.Accounts;
import dev.amikit.usage.ImageReferenceResourceType;
import dev.amikit.usage.ResourceTypeOption;
import dev.amikit.usage.ResourceTypeRequest;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No answer of a registry is without its JSON. */
class AllAnswersTest {
  /** These ask for many and give one. */
  private static final Set<String> SHORT_FORMS = Set.of("describeImage", "describeSnapshot");

  /** EC2 has two forms of the one, and what the other tells is that there is nothing to tell. */
  private static final Set<Class<?>> OF_NO_ONE_FORM =
      Set.of(BlockPublicAccessState.class, Return.class);

  /** Of these EC2's service model has no members, and the AWS CLI prints nothing. */
  private static final Set<String> EMPTY = Set.of(
      "CreateTags",
      "DeleteRule",
      "DeleteSnapshot",
      "DeleteTags",
      "DeleteVolume",
      "ModifyImageAttribute",
      "ModifySnapshotAttribute",
      "ResetImageAttribute",
      "ResetSnapshotAttribute");

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().addModule(new AmiModule()).build();

  private static final Region HERE = Region.US_EAST_1;

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-01T12:00:00Z"));
  private final InMemoryAmiRegistry registry = InMemoryAmiRegistry.create(clock);
  private final Map<String, JsonNode> printed = new TreeMap<>();
  private final Printing ec2 = new Printing(registry.account(Accounts.OWNER).in(HERE));

  @Test
  void each_operation_of_EC2_and_the_Recycle_Bin_is_printed() {
    assertThat(Answers.operations().stream().map(Class::getSimpleName))
        .containsExactlyInAnyOrderElementsOf(operations());
  }

  static Stream<Class<?>> answers() {
    return Answers.operations().stream()
        .map(AllAnswersTest::answer)
        .filter(type -> !OF_NO_ONE_FORM.contains(type))
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("answers")
  void what_an_operation_answers_with_is_written_by_the_module_too(Class<?> answer)
      throws Exception {
    assertThat(MAPPER.getSerializerProviderInstance().findValueSerializer(answer))
        .isNotInstanceOf(UnsupportedTypeSerializer.class);
  }

  @Test
  void a_life_in_a_registry_is_printed_call_by_call() {
    liveWithSnapshots();
    liveWithImages();
    liveWithUsage();
    liveWithTheRecycleBin();
    liveWithSettings();

    assertThat(printed.keySet()).containsExactlyInAnyOrderElementsOf(operations());
    assertThat(Maps.filterValues(printed, JsonNode::isObject))
        .hasSize(printed.size() - EMPTY.size());
    assertThat(Maps.filterValues(printed, JsonNode::isMissingNode).keySet()).isEqualTo(EMPTY);
  }

  @Test
  void an_operation_of_ones_own_has_no_answer_that_is_known() {
    assertThatThrownBy(() -> AmiJson.answers().print(new MyOperation(), "done"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("MyOperation");
  }

  private record MyOperation() implements Operation<String> {
    @Override
    public Outcome<String> decide(Situation situation) {
      return Outcome.from(situation.state()).done("done");
    }
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
    new Printing(registry.account(Accounts.OTHER).in(HERE)).cancelImageLaunchPermission(image);
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
    PrintingBin bin = new PrintingBin(registry.account(Accounts.OWNER).recycleBinIn(HERE));
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

  /** The names of the operations, as the methods of the services tell them. */
  private static ImmutableSet<String> operations() {
    return Stream.of(Ec2.class, RecycleBin.class)
        .flatMap(service -> Arrays.stream(service.getDeclaredMethods()))
        .filter(Method::isDefault)
        .map(Method::getName)
        .filter(name -> !SHORT_FORMS.contains(name))
        .map(name -> CaseFormat.LOWER_CAMEL.to(CaseFormat.UPPER_CAMEL, name))
        .collect(toImmutableSet());
  }

  /** What an operation answers with, or what the list or page is of. */
  private static Class<?> answer(Class<?> operation) {
    Type answer = TypeToken.of(operation)
        .resolveType(Operation.class.getTypeParameters()[0])
        .getType();
    return TypeToken.of(
            answer instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : answer)
        .getRawType();
  }

  private <R> R print(Operation<R> operation, R answer) {
    String name = operation.getClass().getSimpleName().replaceFirst("^Immutable", "");
    String text = AmiJson.answers().print(operation, answer);
    printed.put(name, text.isEmpty() ? MissingNode.getInstance() : Documents.tree(text));
    return answer;
  }

  private final class Printing implements Ec2 {
    private final Ec2 ec2;

    Printing(Ec2 ec2) {
      this.ec2 = ec2;
    }

    @Override
    public AccountId caller() {
      return ec2.caller();
    }

    @Override
    public Region region() {
      return ec2.region();
    }

    @Override
    public <R> R call(Operation<R> operation) {
      return print(operation, ec2.call(operation));
    }
  }

  private final class PrintingBin implements RecycleBin {
    private final RecycleBin bin;

    PrintingBin(RecycleBin bin) {
      this.bin = bin;
    }

    @Override
    public AccountId caller() {
      return bin.caller();
    }

    @Override
    public Region region() {
      return bin.region();
    }

    @Override
    public <R> R call(Operation<R> operation) {
      return print(operation, bin.call(operation));
    }
  }
}
