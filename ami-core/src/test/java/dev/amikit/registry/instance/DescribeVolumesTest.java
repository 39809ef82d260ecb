package dev.amikit.registry.instance;

import static dev.amikit.registry.TestLaunch.DATA;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.registry.TestRegistry.STRANGER;
import static dev.amikit.registry.TestRegistry.THERE;
import static dev.amikit.rule.Refusals.assertRefused;
import static dev.amikit.rule.Refusals.assertSays;
import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.RuleCatalogue;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.filter.Filter;
import dev.amikit.id.AccountId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.page.Page;
import dev.amikit.page.PageRequest;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.TestKeys;
import dev.amikit.registry.TestLaunch;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.Volume;
import dev.amikit.registry.state.VolumeAttachment;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.rule.RuleId;
import dev.amikit.rule.Rules;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class DescribeVolumesTest {
  private static final SnapshotId SNAPSHOT = SnapshotId.of("snap-0123456789abcdef0");

  /** What filters look at, by hand. */
  private static final ImmutableMap<String, Function<Volume, Stream<String>>> LOOKS =
      ImmutableMap.<String, Function<Volume, Stream<String>>>builder()
          .put("attachment.delete-on-termination", attached(a -> "" + a.deleteOnTermination()))
          .put("attachment.device", attached(a -> a.device().value()))
          .put("attachment.instance-id", attached(a -> a.instanceId().value()))
          .put("attachment.status", attached(a -> "attached"))
          .put("availability-zone", volume -> volume.availabilityZone().stream())
          .put("encrypted", volume -> Stream.of("" + volume.kmsKeyId().isPresent()))
          .put("multi-attach-enabled", volume -> Stream.of("false"))
          .put("size", volume -> Stream.of("" + volume.size()))
          .put("snapshot-id", volume -> volume.snapshotId().stream().map(SnapshotId::value))
          .put(
              "status",
              volume -> Stream.of(volume.attachment().isPresent() ? "in-use" : "available"))
          .put("tag:env", volume -> volume.tags().get("env").stream())
          .put("tag-key", volume -> volume.tags().asMap().keySet().stream())
          .put("volume-id", volume -> Stream.of(volume.volumeId().value()))
          .put("volume-type", volume -> Stream.of(volume.volumeType().word()))
          .buildOrThrow();

  private static Function<Volume, Stream<String>> attached(
      Function<VolumeAttachment, String> member) {
    return volume -> volume.attachment().stream().map(member);
  }

  @Provide
  Arbitrary<List<Volume>> volumes() {
    Arbitrary<Optional<VolumeAttachment>> attachments = Combinators.combine(
            Arbitraries.of("i-0123456789abcdef0", "i-0abcdef1234567890"),
            Arbitraries.of("/dev/sdf", "/dev/sdg"),
            Arbitraries.of(true, false))
        .as((instance, device, goes) -> new VolumeAttachment(
            InstanceId.of(instance), DeviceName.of(device), START, goes, OptionalInt.empty()))
        .optional(0.6);
    Arbitrary<Volume.Builder> volumes = Combinators.combine(
            Arbitraries.integers().between(0, 40),
            Arbitraries.of(OWNER, OWNER, OWNER, FRIEND),
            Arbitraries.integers().between(1, 3),
            Arbitraries.of(VolumeType.GP2, VolumeType.GP3),
            attachments,
            Arbitraries.of(Tags.none(), Tags.of("env", "dev"), Tags.of("env", "prod")),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false))
        .as((id, owner, size, type, attachment, tags, encrypted, ofSnapshot) -> Volume.builder()
            .volumeId(VolumeId.of("vol-%017x".formatted(id)))
            .ownerId(owner)
            .createTime(START)
            .size(size)
            .volumeType(type)
            .attachment(attachment)
            .tags(tags)
            .availabilityZone(encrypted ? Optional.empty() : Optional.of(HERE + "b"))
            .kmsKeyId(encrypted ? Optional.of(TestKeys.CUSTOMER) : Optional.empty())
            .snapshotId(ofSnapshot ? Optional.of(SNAPSHOT) : Optional.empty()));
    return volumes.map(Volume.Builder::build).list().ofMaxSize(25).uniqueElements(Volume::volumeId);
  }

  @Provide
  Arbitrary<List<Filter>> filters() {
    return Combinators.combine(
            Arbitraries.of(LOOKS.keySet()),
            Arbitraries.of(
                    "true",
                    "false",
                    "/dev/sdf",
                    "attached",
                    HERE + "b",
                    "i-0123456789abcdef0",
                    "2",
                    "available",
                    "in-use",
                    "env",
                    "prod",
                    "gp2",
                    SNAPSHOT.value(),
                    "vol-00000000000000001")
                .set()
                .ofMinSize(1)
                .ofMaxSize(4))
        .as((name, values) -> Filter.of(name, values.toArray(String[]::new)))
        .list()
        .ofMaxSize(2);
  }

  @Property(tries = 300)
  void tells_what_a_plain_scan_finds_and_its_pages_join_to_the_whole(
      @ForAll("volumes") List<Volume> volumes,
      @ForAll("filters") List<Filter> filters,
      @ForAll @IntRange(min = 5, max = 9) int size) {
    TestRegistry ec2 = new TestRegistry();
    volumes.forEach(volume -> ec2.put(volume));
    List<Volume> scan = volumes.stream()
        .filter(volume -> volume.ownerId().equals(OWNER))
        .filter(volume -> filters.stream().allMatch(filter -> fits(volume, filter)))
        .sorted(comparing(Volume::volumeId))
        .toList();
    DescribeVolumes request =
        new DescribeVolumes(ImmutableSet.of(), filters.toArray(Filter[]::new));

    assertThat(ec2.owner().describeVolumes(request)).isEqualTo(page(scan));
    assertThat(pages(ec2.owner(), request.on(PageRequest.of(size))))
        .allSatisfy(page -> assertThat(page.items()).hasSizeLessThanOrEqualTo(size))
        .flatExtracting(Page::items)
        .isEqualTo(scan);
  }

  private static boolean fits(Volume volume, Filter filter) {
    return LOOKS.get(filter.name()).apply(volume).anyMatch(filter.values()::contains);
  }

  private static Page<Volume> page(List<Volume> volumes) {
    return new Page<>(ImmutableList.copyOf(volumes), Optional.empty());
  }

  private static List<Page<Volume>> pages(Ec2 ec2, DescribeVolumes request) {
    List<Page<Volume>> pages = new ArrayList<>();
    Page<Volume> page = ec2.describeVolumes(request);
    pages.add(page);
    while (page.nextToken().isPresent()) {
      page =
          ec2.describeVolumes(request.on(request.page().after(page.nextToken().get())));
      pages.add(page);
    }
    return pages;
  }

  @Example
  void tells_when_a_volume_was_made_and_attached_and_to_what() {
    TestLaunch at = new TestLaunch();
    at.put(image -> image);
    Instance instance = at.launch();
    at.ec2.clock.pass(Duration.ofMillis(3_500));
    VolumeId id = at.ec2
        .owner()
        .createVolume(new CreateVolume(
            EbsBlockDevice.blank(VolumeType.GP3, 10),
            TagSpecification.volume(Tags.of("env", "prod"))))
        .volumeId();
    at.ec2.clock.pass(Duration.ofMillis(1_250));
    at.ec2.owner().attachVolume(id, instance.instanceId(), DATA);

    Volume volume = at.ec2.owner().describeVolumes(id).get(0);
    assertThat(volume.createTime()).isEqualTo(START.plusMillis(3_500));
    assertThat(volume.attachment())
        .contains(new VolumeAttachment(
            instance.instanceId(), DATA, START.plusSeconds(4), false, OptionalInt.empty()));
    assertThat(TestLaunch.attachment(
            at.ec2.owner().describeInstances().get(0).instances().get(0), DATA))
        .isEqualTo(new Instance.Attachment(id, START.plusSeconds(4), false, OptionalInt.empty()));
    for (Filter filter : new Filter[] {
      Filter.of("create-time", "2026-11-01T12:00:03.500Z"),
      Filter.of("attachment.attach-time", "2026-11-01T12:00:04.*"),
      Filter.of("attachment.delete-on-termination", "false"),
      Filter.of("fast-restored", "false"),
      Filter.of("operator.managed", "false"),
      Filter.of("volume-type", "gp3"),
      Filter.of("tag:env", "pr*"),
    }) {
      assertThat(at.ec2.owner().describeVolumes(DescribeVolumes.of(filter)).items())
          .as(filter.toString())
          .contains(volume);
    }
    for (String name : new String[] {"availability-zone-id", "operator.principal"}) {
      assertThat(at.ec2
              .owner()
              .describeVolumes(DescribeVolumes.of(Filter.of(name, "*")))
              .items())
          .isEmpty();
    }
  }

  @Example
  @Rules("ID-25")
  void tells_volumes_of_the_caller_in_the_region_alone() {
    TestRegistry ec2 = new TestRegistry();
    VolumeId one = create(ec2, OWNER);
    VolumeId two = create(ec2, OWNER);
    create(ec2, FRIEND);

    assertThat(ec2.owner().describeVolumes())
        .extracting(Volume::volumeId)
        .containsExactly(one, two);
    assertThat(ec2.owner().describeVolumes(two, one))
        .extracting(Volume::volumeId)
        .containsExactly(one, two);
    assertThat(ec2.as(STRANGER).describeVolumes()).isEmpty();
    assertThat(ec2.as(OWNER, THERE).describeVolumes()).isEmpty();
    assertSays(
        () -> ec2.as(FRIEND).describeVolumes(two),
        "InvalidVolume.NotFound",
        "The volume '%s' does not exist.".formatted(two));
  }

  @Example
  void refuses_what_no_request_can_have() {
    TestRegistry ec2 = new TestRegistry();
    VolumeId id = create(ec2, OWNER);
    refused(
        ec2,
        DescribeVolumes.of(Filter.of("owner-id", "x")),
        ErrorCode.INVALID_PARAMETER_VALUE,
        "query.filter-name");
    for (int size : new int[] {-1, 0, 4}) {
      refused(
          ec2,
          DescribeVolumes.of().on(PageRequest.of(size)),
          ErrorCode.INVALID_PARAMETER_VALUE,
          "query.max-results");
    }
    refused(
        ec2,
        new DescribeVolumes(ImmutableSet.of(id)).on(PageRequest.of(5)),
        ErrorCode.INVALID_PARAMETER_COMBINATION,
        "query.max-results-or-ids");
    refused(
        ec2,
        DescribeVolumes.of().on(PageRequest.first().after("x")),
        ErrorCode.INVALID_NEXT_TOKEN,
        "query.next-token");
  }

  @Example
  void a_page_has_at_most_500_volumes() {
    TestRegistry ec2 = new TestRegistry();
    for (int i = 0; i < 501; i++) {
      create(ec2, OWNER);
    }
    DescribeVolumes request = DescribeVolumes.of().on(PageRequest.of(1_000));
    assertThat(pages(ec2.owner(), request))
        .extracting(page -> page.items().size())
        .containsExactly(500, 1);
    assertThat(ec2.owner().describeVolumes(DescribeVolumes.of()).items()).hasSize(501);
  }

  private static VolumeId create(TestRegistry ec2, AccountId account) {
    return ec2.as(account).createVolume(EbsBlockDevice.blank(VolumeType.GP3, 1)).volumeId();
  }

  private static void refused(
      TestRegistry ec2, DescribeVolumes request, ErrorCode code, String rule) {
    Rule broken = RuleCatalogue.find(new RuleId(rule)).orElseThrow();
    assertRefused(ec2::state, () -> ec2.owner().describeVolumes(request), code, broken);
  }
}
