package dev.amikit.registry.instance;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static dev.amikit.filter.match.FilterAttributes.always;
import static dev.amikit.filter.match.FilterAttributes.each;
import static dev.amikit.filter.match.FilterAttributes.optional;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import dev.amikit.device.DeviceName;
import dev.amikit.filter.Filter;
import dev.amikit.filter.match.FilterAttribute;
import dev.amikit.filter.match.FilterAttributes;
import dev.amikit.filter.match.Filters;
import dev.amikit.filter.match.Timestamps;
import dev.amikit.id.InstanceId;
import dev.amikit.id.ProductCode;
import dev.amikit.image.Ami;
import dev.amikit.image.StateReason;
import dev.amikit.page.PageRequest;
import dev.amikit.page.PageRules;
import dev.amikit.page.Result;
import dev.amikit.registry.operation.Listing;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.Instance;
import dev.amikit.rule.Violation;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code DescribeInstances}: the instances of the caller, those of one launch together, by the ID
 * of the launch. Terminated ones are told for an hour.
 *
 * @param instanceIds those that are asked for, at most 1,000; empty for all
 * @param filters the filters; one on what instances have not here, such as networks, finds none
 * @param page which page; of launches it has 5 to 1,000, and 1,000 if more are asked for; by
 *     default all come at once
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstances.html">DescribeInstances</a>
 */
public record DescribeInstances(
    ImmutableSet<InstanceId> instanceIds, ImmutableList<Filter> filters, PageRequest page)
    implements Listing<Reservation> {
  /** Filters on what instances have not here. */
  private static final ImmutableList<String> OF_NOTHING = ImmutableList.of(
      "affinity",
      "availability-zone-id",
      "capacity-reservation-id",
      "capacity-reservation-specification.capacity-reservation-preference",
      "capacity-reservation-specification.capacity-reservation-target.capacity-reservation-id",
      "capacity-reservation-specification.capacity-reservation-target"
          + ".capacity-reservation-resource-group-arn",
      "client-token",
      "dns-name",
      "ebs-optimized",
      "enclave-options.enabled",
      "hibernation-options.configured",
      "host-id",
      "iam-instance-profile.arn",
      "iam-instance-profile.id",
      "iam-instance-profile.name",
      "instance-lifecycle",
      "instance.group-id",
      "instance.group-name",
      "ip-address",
      "ipv6-address",
      "key-name",
      "maintenance-options.auto-recovery",
      "metadata-options.http-endpoint",
      "metadata-options.http-protocol-ipv4",
      "metadata-options.http-protocol-ipv6",
      "metadata-options.instance-metadata-tags",
      "metadata-options.state",
      "monitoring-state",
      "network-interface.addresses.association.allocation-id",
      "network-interface.addresses.association.association-id",
      "network-interface.addresses.association.carrier-ip",
      "network-interface.addresses.association.customer-owned-ip",
      "network-interface.addresses.association.ip-owner-id",
      "network-interface.addresses.association.public-dns-name",
      "network-interface.addresses.association.public-ip",
      "network-interface.addresses.primary",
      "network-interface.addresses.private-dns-name",
      "network-interface.addresses.private-ip-address",
      "network-interface.association.allocation-id",
      "network-interface.association.association-id",
      "network-interface.association.carrier-ip",
      "network-interface.association.customer-owned-ip",
      "network-interface.association.ip-owner-id",
      "network-interface.association.public-dns-name",
      "network-interface.association.public-ip",
      "network-interface.attachment.attach-time",
      "network-interface.attachment.attachment-id",
      "network-interface.attachment.delete-on-termination",
      "network-interface.attachment.device-index",
      "network-interface.attachment.instance-id",
      "network-interface.attachment.instance-owner-id",
      "network-interface.attachment.network-card-index",
      "network-interface.attachment.status",
      "network-interface.availability-zone",
      "network-interface.deny-all-igw-traffic",
      "network-interface.description",
      "network-interface.group-id",
      "network-interface.group-name",
      "network-interface.ipv4-prefixes.ipv4-prefix",
      "network-interface.ipv6-address",
      "network-interface.ipv6-addresses.ipv6-address",
      "network-interface.ipv6-addresses.is-primary-ipv6",
      "network-interface.ipv6-native",
      "network-interface.ipv6-prefixes.ipv6-prefix",
      "network-interface.mac-address",
      "network-interface.network-interface-id",
      "network-interface.operator.managed",
      "network-interface.operator.principal",
      "network-interface.outpost-arn",
      "network-interface.owner-id",
      "network-interface.private-dns-name",
      "network-interface.private-ip-address",
      "network-interface.public-dns-name",
      "network-interface.requester-id",
      "network-interface.requester-managed",
      "network-interface.source-dest-check",
      "network-interface.status",
      "network-interface.subnet-id",
      "network-interface.tag-key",
      "network-interface.tag-value",
      "network-interface.vpc-id",
      "network-performance-options.bandwidth-weighting",
      "operator.managed",
      "operator.principal",
      "outpost-arn",
      "placement-group-name",
      "placement-partition-number",
      "private-dns-name",
      "private-dns-name-options.enable-resource-name-dns-a-record",
      "private-dns-name-options.enable-resource-name-dns-aaaa-record",
      "private-dns-name-options.hostname-type",
      "private-ip-address",
      "reason",
      "requester-id",
      "source-dest-check",
      "spot-instance-request-id",
      "subnet-id",
      "usage-operation-update-time",
      "vpc-id");

  private static final Filters<Instance> FILTERS = new Filters<>(
      ImmutableMap.<String, FilterAttribute<Instance>>builder()
          .putAll(Maps.toMap(OF_NOTHING, name -> optional(instance -> Optional.empty())))
          .put("architecture", image(image -> Optional.of(image.architecture())))
          .put("availability-zone", optional(Instance::availabilityZone))
          .put(
              "block-device-mapping.attach-time",
              volume(volume -> Timestamps.milliseconds(volume.getValue().attachTime())))
          .put(
              "block-device-mapping.delete-on-termination",
              volume(volume -> volume.getValue().deleteOnTermination()))
          .put("block-device-mapping.device-name", volume(Map.Entry::getKey))
          .put("block-device-mapping.status", volume(volume -> "attached"))
          .put(
              "block-device-mapping.volume-id",
              volume(volume -> volume.getValue().volumeId()))
          .put("boot-mode", image(Ami::bootMode))
          .put("current-instance-boot-mode", optional(Instance::currentInstanceBootMode))
          .put("ena-support", image(Ami::enaSupport))
          .put("hypervisor", image(Ami::hypervisor))
          .put("image-id", image(image -> Optional.of(image.imageId())))
          .put("instance-id", always(Instance::instanceId))
          .put("instance-state-code", always(instance -> instance.state().code()))
          .put("instance-state-name", always(Instance::state))
          .put("instance-type", always(Instance::instanceType))
          .put("kernel-id", image(Ami::kernelId))
          .put("launch-index", always(Instance::amiLaunchIndex))
          .put("launch-time", always(instance -> Timestamps.milliseconds(instance.launchTime())))
          .put(
              "metadata-options.http-put-response-hop-limit",
              always(Instance::httpPutResponseHopLimit))
          .put(
              "metadata-options.http-tokens",
              always(instance -> instance.httpTokensRequired() ? "required" : "optional"))
          .put("owner-id", always(Instance::ownerId))
          .put("platform", image(Ami::platform))
          .put("platform-details", image(Ami::platformDetails))
          .put(
              "product-code",
              each(Instance::productCodes, code -> Optional.of(code.productCodeId())))
          .put("product-code.type", each(Instance::productCodes, ProductCode::productCodeType))
          .put("ramdisk-id", image(Ami::ramdiskId))
          .put("reservation-id", always(Instance::reservationId))
          .put("root-device-name", image(Ami::rootDeviceName))
          .put("root-device-type", image(Ami::rootDeviceType))
          .put(
              "state-reason-code",
              optional(instance -> instance.stateReason().map(StateReason::code)))
          .put(
              "state-reason-message",
              optional(instance -> instance.stateReason().map(StateReason::message)))
          .put("tag-key", FilterAttributes.tagKeys(Instance::tags))
          .put("tenancy", always(instance -> "default"))
          .put("tpm-support", image(Ami::tpmSupport))
          .put("usage-operation", image(Ami::usageOperation))
          .put("virtualization-type", image(Ami::virtualizationType))
          .buildOrThrow(),
      key -> FilterAttributes.tag(Instance::tags, key));

  /**
   * Refuses null.
   *
   * @param instanceIds those that are asked for, at most 1,000; empty for all
   * @param filters the filters; one on what instances have not here, such as networks, finds none
   * @param page which page; of launches it has 5 to 1,000, and 1,000 if more are asked for; by
   *     default all come at once
   */
  public DescribeInstances {
    requireNonNull(instanceIds, "instanceIds");
    requireNonNull(filters, "filters");
    requireNonNull(page, "page");
  }

  /**
   * Asks for instances, all at once.
   *
   * @param instanceIds the instances; empty for all
   * @param filters the filters
   */
  public DescribeInstances(ImmutableSet<InstanceId> instanceIds, Filter... filters) {
    this(
        instanceIds, ImmutableList.copyOf(requireNonNull(filters, "filters")), PageRequest.first());
  }

  /**
   * Asks for the instances that filters find, all at once.
   *
   * @param filters the filters
   * @return the request
   */
  public static DescribeInstances of(Filter... filters) {
    return new DescribeInstances(ImmutableSet.of(), filters);
  }

  @Override
  public DescribeInstances on(PageRequest page) {
    return new DescribeInstances(instanceIds, filters, page);
  }

  @Override
  public PageRequest cut() {
    return page.atMost(PageRules.LARGEST_PAGE);
  }

  @Override
  public ImmutableList<Violation> malformed() {
    return ImmutableList.<Violation>builder()
        .addAll(
            PageRules.ofIds("instanceIds", "instancesSet", instanceIds.size(), page.maxResults()))
        .addAll(FILTERS.violations(filters))
        .addAll(PageRules.ofSnapshots(page.maxResults()))
        .build();
  }

  @Override
  public String request() {
    return "instances " + ImmutableSortedSet.copyOf(instanceIds) + " " + filters;
  }

  @Override
  public Outcome<Result<Reservation>> find(Situation situation) {
    return Plan.outcome(situation, plan -> {
      plan.requireNone(malformed());
      ImmutableList<Instance> found = described(plan, instanceIds).stream()
          .filter(FILTERS.predicate(filters))
          .collect(toImmutableList());
      return Result.of(
          Reservation.of(found), Reservation::reservationId, () -> asked(situation), plan.now());
    });
  }

  /** The instances asked for; refuses those that the caller does not have, or has no more. */
  static ImmutableList<Instance> described(Plan plan, ImmutableSet<InstanceId> ids) {
    if (ids.isEmpty()) {
      return plan.here().instances().ownedBy(plan.caller()).collect(toImmutableList());
    }
    ImmutableMap<InstanceId, Instance> present = ids.stream()
        .flatMap(id -> plan.here().instances().get(id).stream())
        .filter(instance -> instance.ownerId().equals(plan.caller()))
        .collect(toImmutableMap(Instance::instanceId, instance -> instance));
    requirePresent(plan, Sets.difference(ids, present.keySet()).immutableCopy());
    return ImmutableSortedMap.copyOf(present).values().asList();
  }

  /** EC2 names all instances that are missing, in the order of the request. */
  private static void requirePresent(Plan plan, ImmutableSet<InstanceId> missing) {
    String all = Joiner.on(", ").join(missing);
    plan.requireNone(missing.stream()
        .map(id -> Instance.EXISTS.brokenBy("instanceIds", id).with("instanceId", id))
        .map(broken -> missing.size() == 1
            ? broken
            : broken.saying(Instance.SEVERAL_MISSING).with("instanceIds", all))
        .collect(toImmutableList()));
  }

  private static FilterAttribute<Instance> image(Function<Ami, ? extends Optional<?>> member) {
    return optional(instance -> member.apply(instance.image()));
  }

  private static FilterAttribute<Instance> volume(
      Function<Map.Entry<DeviceName, Instance.Attachment>, ?> member) {
    return each(
        instance -> instance.volumes().entrySet(), volume -> Optional.of(member.apply(volume)));
  }
}
