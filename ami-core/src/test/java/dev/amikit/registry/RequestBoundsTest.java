package dev.amikit.registry;

import static dev.amikit.registry.TestLaunch.ebs;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.rule.Refusals.assertRefused;
import static dev.amikit.rule.Refusals.assertSays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.filter.Filter;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Architecture;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.page.PageRequest;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.registry.image.CreateImage;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.instance.DescribeInstanceImageMetadata;
import dev.amikit.registry.instance.DescribeInstances;
import dev.amikit.registry.instance.DescribeVolumes;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.instance.StartInstances;
import dev.amikit.registry.instance.StopInstances;
import dev.amikit.registry.instance.TerminateInstances;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.recyclebin.ListSnapshotsInRecycleBin;
import dev.amikit.registry.snapshot.DescribeLockedSnapshots;
import dev.amikit.registry.tag.CreateTags;
import dev.amikit.registry.tag.DeleteTags;
import dev.amikit.registry.tag.DeleteTags.TagToDelete;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rules;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import java.util.Collections;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How much a request may ask for when nobody configured anything: the limit, and one beyond. */
@Timeout(20)
class RequestBoundsTest {
  private static final int MILLION = 1_000_000;

  private final TestRegistry ec2 = new TestRegistry();
  private final TestLaunch at = new TestLaunch(ec2);

  private static void refused(ThrowingCallable call, String errorCode) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.errorCode()).hasToString(errorCode));
  }

  private static ImmutableList<ImageId> imageIds(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> ImageId.of("ami-%017x".formatted(i + 1)))
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<SnapshotId> snapshotIds(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> SnapshotId.of("snap-%017x".formatted(i + 1)))
        .collect(ImmutableList.toImmutableList());
  }

  @Test
  @Rules("LAUNCH-23")
  void a_launch_is_of_at_most_a_thousand_instances() {
    at.put(image -> image);
    RunInstances.Builder request = TestLaunch.request();

    assertThat(ec2.owner()
            .runInstances(request.minCount(1_000).maxCount(1_000).build())
            .instances())
        .hasSize(1_000);
    refused(
        () -> ec2.owner().runInstances(request.minCount(1_001).maxCount(1_001).build()),
        "VcpuLimitExceeded");
    refused(
        () -> ec2.owner()
            .runInstances(
                request.minCount(Integer.MAX_VALUE).maxCount(Integer.MAX_VALUE).build()),
        "VcpuLimitExceeded");
    assertThat(ec2.owner()
            .runInstances(request.minCount(1).maxCount(Integer.MAX_VALUE).build())
            .instances())
        .hasSize(1_000);
  }

  /** As many as an instance can have: 128 volumes, and ephemeral0 to ephemeral23. */
  @Test
  @Rules("BDM-10")
  void a_request_names_at_most_152_devices_and_of_more_it_is_told_that_they_are_too_many() {
    SnapshotId snapshot = ec2.snapshot();
    at.put(image -> image);
    InstanceId instance = at.launch().instanceId();
    RegisterImage.Builder register =
        RegisterImage.builder().name("registered").hvm(Architecture.X86_64);
    CreateImage.Builder create = CreateImage.builder().instanceId(instance).name("created");
    RunInstances.Builder run = TestLaunch.request();
    ImmutableList<BlockDeviceMapping> most = devices(128, 24);

    ImmutableList<BlockDeviceMapping> withRoot = ImmutableList.<BlockDeviceMapping>builder()
        .add(ebs(TestLaunch.ROOT, root -> root.snapshotId(snapshot)))
        .addAll(devices(127, 24))
        .build();
    assertThat(ec2.owner()
            .registerImage(register
                .rootDeviceName(TestLaunch.ROOT)
                .blockDeviceMappings(withRoot)
                .build()))
        .isNotNull();
    assertThat(ec2.owner().createImage(create.blockDeviceMappings(most).build()))
        .isNotNull();
    assertThat(ec2.owner()
            .runInstances(run.blockDeviceMappings(most).build())
            .instances()
            .get(0)
            .volumes())
        .hasSize(129);
    BlockDeviceMapping bad = BlockDeviceMapping.virtual(DeviceName.of("no such device"), "none");
    for (ImmutableList<BlockDeviceMapping> tooMany : ImmutableList.of(
        devices(129, 24), ImmutableList.copyOf(Collections.nCopies(10_000, bad)))) {
      assertTooManyDevices(
          () -> ec2.owner().registerImage(register.blockDeviceMappings(tooMany).build()));
      assertTooManyDevices(
          () -> ec2.owner().createImage(create.blockDeviceMappings(tooMany).build()));
      assertTooManyDevices(
          () -> ec2.owner().runInstances(run.blockDeviceMappings(tooMany).build()));
    }
  }

  private static ImmutableList<BlockDeviceMapping> devices(int volumes, int ofInstanceStore) {
    return IntStream.range(0, volumes + ofInstanceStore)
        .mapToObj(i -> {
          DeviceName name = DeviceName.of("/dev/xvd%c%c".formatted('b' + i / 26, 'a' + i % 26));
          return i < volumes
              ? ebs(name, volume -> volume.volumeSize(1))
              : BlockDeviceMapping.virtual(name, "ephemeral" + (i - volumes));
        })
        .collect(ImmutableList.toImmutableList());
  }

  private void assertTooManyDevices(ThrowingCallable call) {
    assertRefused(ec2::state, call, "InvalidParameterValue", "requested-device.few");
    assertSays(
        call,
        "InvalidParameterValue",
        "The maximum number of block device mappings specified on a single call is 152");
  }

  @Test
  @Rules({"FLT-12", "QUOTA-08"})
  void a_query_has_at_most_fifty_filters_and_two_hundred_values_of_255_characters() {
    assertThatCode(() -> describe(Collections.nCopies(50, Filter.of("name", "a"))))
        .doesNotThrowAnyException();
    for (int tooMany : new int[] {51, MILLION}) {
      assertSays(
          () -> describe(Collections.nCopies(tooMany, Filter.of("no-such-name", "a"))),
          "FilterLimitExceeded",
          "The maximum number of filters specified on a single call is 50");
    }
    assertThatCode(() -> describe(Collections.nCopies(2, values(100)))).doesNotThrowAnyException();
    for (int tooMany : new int[] {101, MILLION}) {
      assertSays(
          () -> describe(Collections.nCopies(2, values(tooMany))),
          "FilterLimitExceeded",
          "The maximum number of filter values specified on a single call is 200");
    }
    String emoji = "\uD83D\uDE00";
    assertThatCode(() -> describe(ImmutableList.of(Filter.of("name", emoji.repeat(255)))))
        .doesNotThrowAnyException();
    assertSays(
        () -> describe(ImmutableList.of(Filter.of("name", emoji.repeat(256)))),
        "FilterLimitExceeded",
        "The maximum length for a filter value is 255 characters");
  }

  private void describe(Iterable<Filter> filters) {
    assertThat(ec2.owner()
            .describeImages(ImageQuery.builder().filters(filters).build())
            .items())
        .isEmpty();
  }

  private static Filter values(int count) {
    return new Filter("name", ImmutableList.copyOf(Collections.nCopies(count, "a")));
  }

  @Test
  @Rules({"QRY-06", "QUOTA-14", "BIN-23"})
  void a_query_names_at_most_a_thousand_IDs_and_a_list_of_the_recycle_bin_twenty() {
    refused(
        () -> ec2.owner()
            .describeImages(ImageQuery.builder().imageIds(imageIds(1_000)).build()),
        "InvalidAMIID.NotFound");
    refused(
        () -> ec2.owner()
            .describeSnapshots(
                SnapshotQuery.builder().snapshotIds(snapshotIds(1_000)).build()),
        "InvalidSnapshot.NotFound");
    for (int tooMany : new int[] {1_001, 100_000}) {
      refused(
          () -> ec2.owner()
              .describeImages(ImageQuery.builder().imageIds(imageIds(tooMany)).build()),
          "InvalidParameterValue");
      refused(
          () -> ec2.owner()
              .describeSnapshots(
                  SnapshotQuery.builder().snapshotIds(snapshotIds(tooMany)).build()),
          "InvalidParameterValue");
    }
    assertThat(ec2.owner().listImagesInRecycleBin(imageIds(20).toArray(new ImageId[0])))
        .isEmpty();
    refused(
        () -> ec2.owner().listImagesInRecycleBin(imageIds(21).toArray(new ImageId[0])),
        "InvalidParameterValue");
  }

  @Test
  @Rules({"QRY-06", "REF-03"})
  void a_call_names_at_most_a_thousand_instances_volumes_or_snapshots() {
    ImmutableSet<InstanceId> instances = instanceIds(100_000);
    ImmutableSet<VolumeId> volumes = ids(100_000, "vol-", VolumeId::of);
    ImmutableSet<SnapshotId> snapshots = ids(100_000, "snap-", SnapshotId::of);
    assertBounded(instances, DescribeInstances::new);
    assertBounded(instances, StartInstances::new);
    assertBounded(instances, StopInstances::new);
    assertBounded(instances, TerminateInstances::new);
    assertBounded(instances, DescribeInstanceImageMetadata::new);
    assertBounded(volumes, DescribeVolumes::new);
    assertBounded(snapshots, DescribeLockedSnapshots::new);
    assertBounded(snapshots, ListSnapshotsInRecycleBin::new);
  }

  /** That of unknown IDs a thousand are looked up, and not one more nor very many. */
  private <T> void assertBounded(
      ImmutableSet<T> ids, Function<ImmutableSet<T>, ? extends Operation<?>> request) {
    assertThat(catchThrowable(() -> ec2.owner().call(request.apply(first(1_000, ids)))))
        .satisfiesAnyOf(
            thrown -> assertThat(thrown).isNull(),
            thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                    RefusedException.class,
                    refused -> assertThat(refused.errorCode().toString()).endsWith("NotFound")));
    for (ImmutableSet<T> tooMany : ImmutableList.of(first(1_001, ids), ids)) {
      assertSays(
          () -> ec2.owner().call(request.apply(tooMany)),
          "InvalidParameterValue",
          "The maximum number of IDs specified on a single call is 1000");
    }
  }

  private static <T> ImmutableSet<T> first(int count, ImmutableSet<T> ids) {
    return ids.stream().limit(count).collect(ImmutableSet.toImmutableSet());
  }

  @Test
  @Rules("QRY-06")
  void a_later_page_of_a_million_IDs_is_refused_like_the_first() {
    PageRequest later = PageRequest.of(5).after(tokenOfTwoPages());
    assertSays(
        () -> ec2.owner().call(new DescribeInstanceImageMetadata(instanceIds(MILLION)).on(later)),
        "InvalidParameterValue",
        "The maximum number of IDs specified on a single call is 1000");
  }

  private String tokenOfTwoPages() {
    at.put(image -> image);
    ec2.owner().runInstances(TestLaunch.request().minCount(6).maxCount(6).build());
    DescribeInstanceImageMetadata all = new DescribeInstanceImageMetadata(ImmutableSet.of());
    return ec2.owner().call(all.on(PageRequest.of(5))).nextToken().orElseThrow();
  }

  private static ImmutableSet<InstanceId> instanceIds(int count) {
    return ids(count, "i-", InstanceId::of);
  }

  private static <T> ImmutableSet<T> ids(int count, String prefix, Function<String, T> of) {
    return IntStream.range(0, count)
        .mapToObj(i -> of.apply("%s%s".formatted(prefix, Integer.toHexString(0x10000000 + i))))
        .collect(ImmutableSet.toImmutableSet());
  }

  @Test
  @Rules({"TAG-06", "TAG-10", "TAG-16", "QUOTA-09"})
  void a_request_names_at_most_a_thousand_resources_and_a_resource_has_fifty_tags() {
    at.put(image -> image);
    ImmutableList<String> one = ImmutableList.of(TestLaunch.IMAGE.value());
    for (int tooMany : new int[] {1_001, MILLION}) {
      ImmutableList<String> resources =
          ImmutableList.copyOf(Collections.nCopies(tooMany, "no-such-kind"));
      refused(
          () -> ec2.owner().createTags(new CreateTags(resources, Tags.of("a", "b"))),
          "InvalidParameterValue");
      refused(
          () -> ec2.owner().deleteTags(new DeleteTags(resources, ImmutableList.of())),
          "InvalidParameterValue");
      refused(
          () -> ec2.owner()
              .deleteTags(new DeleteTags(
                  one, ImmutableList.copyOf(Collections.nCopies(tooMany, TagToDelete.of("a"))))),
          "InvalidParameterValue");
    }
    ImmutableList<String> thousand = ImmutableList.copyOf(Collections.nCopies(1_000, one.get(0)));
    assertThat(ec2.owner().createTags(new CreateTags(thousand, Tags.of("a", "b"))))
        .isNotNull();
    assertThat(ec2.owner()
            .deleteTags(new DeleteTags(
                one, ImmutableList.copyOf(Collections.nCopies(1_000, TagToDelete.of("a"))))))
        .isNotNull();
    assertThat(ec2.owner().createTags(new CreateTags(one, tags(50)))).isNotNull();
    refused(
        () -> ec2.owner().createTags(new CreateTags(one, Tags.of("one", "more"))),
        "TagLimitExceeded");
    refused(
        () -> at.launch(
            request -> request.addTagSpecification(TagSpecification.instance(tags(100_000)))),
        "TagLimitExceeded");
  }

  private static Tags tags(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Tag.of("key-" + i, "value"))
        .collect(Collectors.collectingAndThen(
            Collectors.toList(), all -> Tags.of(all.toArray(new Tag[0]))));
  }

  @Test
  @Rules({"ATTR-10", "PERM-47", "QUOTA-03", "QUOTA-05"})
  void a_change_of_permissions_names_at_most_ten_thousand_accounts_and_an_image_has_a_thousand() {
    at.put(image -> image);
    refused(() -> share(10_000), "ResourceLimitExceeded");
    for (int tooMany : new int[] {10_001, 100_000}) {
      refused(() -> share(tooMany), "InvalidParameterValue");
    }
    share(1_000);
    refused(
        () -> ec2.owner()
            .modifyImageAttribute(
                TestLaunch.IMAGE, ModifyLaunchPermission.grant(LaunchPermission.userId(FRIEND))),
        "ResourceLimitExceeded");
  }

  private void share(int accounts) {
    ImmutableSet<LaunchPermission> permissions = IntStream.range(0, accounts)
        .mapToObj(i -> LaunchPermission.userId(AccountId.of("9%011d".formatted(i))))
        .collect(ImmutableSet.toImmutableSet());
    ec2.owner()
        .modifyImageAttribute(
            TestLaunch.IMAGE, new ModifyLaunchPermission(permissions, ImmutableSet.of()));
  }
}
