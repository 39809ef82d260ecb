package dev.amikit.registry.instance;

import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.rule.Refusals.assertSays;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.device.DeviceName;
import dev.amikit.filter.Filter;
import dev.amikit.id.InstanceId;
import dev.amikit.image.StateReason;
import dev.amikit.page.Page;
import dev.amikit.page.PageRequest;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.TestLaunch;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceEvent;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.rule.Rules;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

class DescribeInstancesTest {
  /** What filters look at, by hand. */
  private static final ImmutableMap<String, Function<Instance, Stream<String>>> LOOKS =
      ImmutableMap.<String, Function<Instance, Stream<String>>>builder()
          .put("availability-zone", instance -> instance.availabilityZone().stream())
          .put("instance-id", instance -> Stream.of(instance.instanceId().value()))
          .put("instance-state-code", instance -> Stream.of(code(instance.state())))
          .put("instance-state-name", instance -> Stream.of(word(instance.state())))
          .put("instance-type", instance -> Stream.of(instance.instanceType()))
          .put("launch-index", instance -> Stream.of("" + instance.amiLaunchIndex()))
          .put("reservation-id", instance -> Stream.of(instance.reservationId()))
          .put("subnet-id", instance -> Stream.of())
          .put("tag:env", instance -> instance.tags().get("env").stream())
          .put("tag-key", instance -> instance.tags().asMap().keySet().stream())
          .buildOrThrow();

  private static String code(InstanceState state) {
    return state == InstanceState.RUNNING ? "16" : "80";
  }

  private static String word(InstanceState state) {
    return state == InstanceState.RUNNING ? "running" : "stopped";
  }

  /** An instance that somebody has launched. */
  private record Launched(
      boolean isOwn, int launch, String zone, String type, boolean isStopped, Tags tags) {
    Instance like(Instance instance, int number) {
      return instance.toBuilder()
          .instanceId(InstanceId.of("i-1%016x".formatted(number)))
          .reservationId("r-1%016x".formatted(isOwn ? launch : launch + 16))
          .amiLaunchIndex(number % 3)
          .ownerId(isOwn ? OWNER : FRIEND)
          .availabilityZone(zone)
          .instanceType(type)
          .state(InstanceState.PENDING)
          .volumes(ImmutableMap.of())
          .tags(tags)
          .build();
    }
  }

  @Provide
  Arbitrary<List<Launched>> launches() {
    return Combinators.combine(
            Arbitraries.of(true, true, true, false),
            Arbitraries.integers().between(0, 15),
            Arbitraries.of(HERE + "a", HERE + "b"),
            Arbitraries.of("t3.nano", "m7i.large"),
            Arbitraries.of(true, false),
            Arbitraries.of(Tags.none(), Tags.of("env", "dev"), Tags.of("env", "prod")))
        .as(Launched::new)
        .list()
        .ofMaxSize(25);
  }

  @Provide
  Arbitrary<List<Filter>> filters() {
    return Combinators.combine(
            Arbitraries.of(LOOKS.keySet()),
            Arbitraries.of(
                    HERE + "a",
                    "16",
                    "80",
                    "running",
                    "t3.nano",
                    "0",
                    "1",
                    "env",
                    "prod",
                    "i-10000000000000003",
                    "r-10000000000000001")
                .set()
                .ofMinSize(1)
                .ofMaxSize(4))
        .as((name, values) -> Filter.of(name, values.toArray(String[]::new)))
        .list()
        .ofMaxSize(2);
  }

  @Property(tries = 200)
  void tells_what_a_plain_scan_finds_and_its_pages_join_to_the_whole(
      @ForAll("launches") List<Launched> launches,
      @ForAll("filters") List<Filter> filters,
      @ForAll @IntRange(min = 5, max = 9) int size) {
    TestLaunch at = new TestLaunch();
    at.put(image -> image);
    Instance first = at.launch();
    List<Instance> all = new ArrayList<>(List.of(first));
    for (Launched launched : launches) {
      Instance instance = launched.like(first, all.size());
      at.ec2.registry.aws().happen(new InstanceEvent.InstanceLaunched(HERE, instance));
      at.ec2.registry.aws().happen(new InstanceEvent.InstanceStarted(HERE, instance.instanceId()));
      if (launched.isStopped()) {
        at.ec2.as(instance.ownerId()).stopInstances(instance.instanceId());
      }
      all.add(at.now(instance.instanceId()));
    }
    List<Instance> scan = all.stream()
        .filter(instance -> instance.ownerId().equals(OWNER))
        .filter(instance -> filters.stream()
            .allMatch(filter ->
                LOOKS.get(filter.name()).apply(instance).anyMatch(filter.values()::contains)))
        .sorted(comparing(Instance::reservationId).thenComparing(Instance::instanceId))
        .toList();
    DescribeInstances request = DescribeInstances.of(filters.toArray(Filter[]::new));

    List<Reservation> told = at.ec2.owner().describeInstances(request).items();
    assertThat(told).flatExtracting(Reservation::instances).isEqualTo(scan);
    assertThat(told)
        .hasSize(scan.stream().collect(groupingBy(Instance::reservationId)).size());
    assertThat(pages(at.ec2.owner(), request.on(PageRequest.of(size))))
        .allSatisfy(page -> assertThat(page.items()).hasSizeLessThanOrEqualTo(size))
        .flatExtracting(Page::items)
        .isEqualTo(told);
  }

  private static List<Page<Reservation>> pages(Ec2 ec2, DescribeInstances request) {
    List<Page<Reservation>> pages = new ArrayList<>();
    Page<Reservation> page = ec2.describeInstances(request);
    pages.add(page);
    while (page.nextToken().isPresent()) {
      page =
          ec2.describeInstances(request.on(request.page().after(page.nextToken().get())));
      pages.add(page);
    }
    return pages;
  }

  @Example
  void finds_an_instance_by_what_it_has_of_its_image_and_by_its_volumes() {
    TestLaunch at = new TestLaunch();
    at.put(image -> image);
    Instance instance = at.launch(request -> request
        .httpTokensRequired(true)
        .addTagSpecification(TagSpecification.instance(Tags.of("env", "prod"))));
    DeviceName device = instance.volumes().keySet().iterator().next();

    for (Filter filter : new Filter[] {
      Filter.of("architecture", "x86_64"),
      Filter.of("block-device-mapping.attach-time", "2026-11-01T12:00:00.000Z"),
      Filter.of("block-device-mapping.delete-on-termination", "true", "false"),
      Filter.of("block-device-mapping.device-name", device.value()),
      Filter.of("block-device-mapping.status", "attached"),
      Filter.of("block-device-mapping.volume-id", "vol-*"),
      Filter.of("image-id", instance.image().imageId().value()),
      Filter.of("launch-time", "2026-11-01T12:00:*"),
      Filter.of("metadata-options.http-put-response-hop-limit", "1"),
      Filter.of("metadata-options.http-tokens", "required"),
      Filter.of("owner-id", OWNER.value()),
      Filter.of("root-device-name", device.value()),
      Filter.of("root-device-type", "ebs"),
      Filter.of("tenancy", "default"),
      Filter.of("virtualization-type", "hvm"),
      Filter.of("tag:env", "pr*"),
    }) {
      assertThat(at.ec2.owner().describeInstances(DescribeInstances.of(filter)).items())
          .as(filter.toString())
          .hasSize(1);
    }
    for (String name : new String[] {
      "vpc-id", "key-name", "network-interface.subnet-id", "product-code", "platform", "kernel-id"
    }) {
      assertThat(at.ec2
              .owner()
              .describeInstances(DescribeInstances.of(Filter.of(name, "*")))
              .items())
          .as(name)
          .isEmpty();
    }
  }

  @Example
  void finds_an_instance_by_why_it_is_in_its_state() {
    TestLaunch at = new TestLaunch();
    at.put(image -> image);
    InstanceId instance = at.launch().instanceId();
    at.ec2
        .registry
        .aws()
        .happen(new InstanceEvent.InstanceTerminated(
            HERE, instance, START, Optional.of(new StateReason("Client.InternalError", "why"))));

    for (Filter filter : new Filter[] {
      Filter.of("state-reason-code", "Client.*"),
      Filter.of("state-reason-message", "why"),
      Filter.of("instance-state-code", "48"),
    }) {
      assertThat(at.ec2.owner().describeInstances(DescribeInstances.of(filter)).items())
          .hasSize(1);
    }
    at.ec2.clock.pass(Duration.ofHours(2));
    assertThat(at.ec2.owner().describeInstances(DescribeInstances.of()).items()).isEmpty();
  }

  @Example
  @Rules("QRY-06")
  void refuses_what_no_request_can_have() {
    TestRegistry ec2 = new TestRegistry();
    assertSays(
        () -> ec2.owner().describeInstances(DescribeInstances.of(Filter.of("colour", "x"))),
        "InvalidParameterValue",
        "The filter 'colour' is invalid");
    assertSays(
        () -> ec2.owner()
            .describeInstances(
                new DescribeInstances(ImmutableSet.of(InstanceId.of("i-0123456789abcdef0")))
                    .on(PageRequest.of(5))),
        "InvalidParameterCombination",
        "The parameter instancesSet cannot be used with the parameter maxResults");
    assertSays(
        () -> ec2.owner().describeInstances(DescribeInstances.of().on(PageRequest.of(4))),
        "InvalidParameterValue",
        "Value ( 4 ) for parameter maxResults is invalid. Expecting a value greater than 5.");
    assertThat(ec2.owner()
            .describeInstances(DescribeInstances.of().on(PageRequest.of(5_000)))
            .items())
        .isEmpty();
  }
}
