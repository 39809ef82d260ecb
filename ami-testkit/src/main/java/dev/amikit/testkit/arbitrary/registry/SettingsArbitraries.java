package dev.amikit.testkit.arbitrary.registry;

import com.google.common.collect.ImmutableSet;
import dev.amikit.image.Architecture;
import dev.amikit.image.BootMode;
import dev.amikit.image.DeviceType;
import dev.amikit.image.VirtualizationType;
import dev.amikit.registry.operation.BillingProduct;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.InstanceTypeInfo;
import dev.amikit.registry.operation.Quotas;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.operation.TagSpecification;
import dev.amikit.registry.state.Task;
import dev.amikit.testkit.arbitrary.AmiArbitraries;
import dev.amikit.testkit.arbitrary.TagArbitraries;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What registries are built with, and tags for what an operation makes. */
public final class SettingsArbitraries {
  private SettingsArbitraries() {}

  /**
   * {@return when and how work ends: at once, which is the plainest, after a while, or when told;
   * now and then it fails}
   */
  public static Arbitrary<CompletionPolicy> completionPolicies() {
    Arbitrary<CompletionPolicy> well = Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.just(CompletionPolicy.atOnce())),
        Tuple.of(
            3,
            Arbitraries.integers()
                .between(1, 10_000)
                .map(minutes -> CompletionPolicy.after(Duration.ofMinutes(minutes)))),
        Tuple.of(1, Arbitraries.just(CompletionPolicy.whenTold())));
    Arbitrary<CompletionPolicy> failing =
        Combinators.combine(well, AmiArbitraries.stateReasons()).as(CompletionPolicy::failing);
    return Arbitraries.frequencyOf(Tuple.of(5, well), Tuple.of(1, failing)).withoutEdgeCases();
  }

  /** {@return EC2's own quotas, which are the plainest, and small ones that are soon reached} */
  public static Arbitrary<Quotas> quotas() {
    Arbitrary<Quotas> small = Combinators.combine(
            Arbitraries.integers().between(1, 5).list().ofSize(6),
            Arbitraries.integers().between(1, 5).optional())
        .as((few, instances) -> {
          Quotas.Builder quotas = Quotas.builder()
              .images(few.get(0))
              .publicImages(few.get(1))
              .sharingEntities(few.get(2))
              .imageCopies(few.get(3))
              .usageReports(few.get(4))
              .tags(few.get(5));
          instances.ifPresent(quotas::instances);
          return quotas.build();
        });
    return Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.just(Quotas.standard())), Tuple.of(1, small))
        .withoutEdgeCases();
  }

  /** {@return what gives IDs: in a row, which is the plainest, or scattered} */
  public static Arbitrary<IdSource> idSources() {
    return Arbitraries.of(IdSource.counting(), IdSource.scattered());
  }

  /** {@return settings with quotas, IDs and work of every kind; some know instance types} */
  public static Arbitrary<RegistrySettings> registrySettings() {
    return Combinators.combine(
            quotas(),
            idSources(),
            completionPolicies(),
            Arbitraries.maps(
                    Arbitraries.of(Set.of(Task.Kind.values())).filter(Task.Kind::isWork),
                    completionPolicies())
                .ofMaxSize(2),
            instanceTypes().list().ofMaxSize(2).uniqueElements(InstanceTypeInfo::instanceType),
            billingProducts().optional(),
            Arbitraries.of(false, true))
        .as((quotas, ids, all, some, types, product, isFree) -> {
          RegistrySettings.Builder settings = RegistrySettings.builder()
              .quotas(quotas)
              .ids(ids)
              .completion(all)
              .freeTierEligible(isFree);
          some.forEach(settings::completion);
          types.forEach(type -> settings.putInstanceType(type.instanceType(), type));
          product.ifPresent(it -> settings.putBillingProduct("bp-6ba54002", it));
          return settings.build();
        })
        .withoutEdgeCases();
  }

  /** {@return types of instances, of each family as it is, or of all that there could be} */
  public static Arbitrary<InstanceTypeInfo> instanceTypes() {
    Arbitrary<Boolean> either = Arbitraries.of(false, true);
    return Combinators.combine(
            Arbitraries.of("m7i.large", "m7g.large", "t3.micro", "m3.medium", "mac2.metal"),
            Arbitraries.subsetOf(Architecture.X86_64, Architecture.ARM64).ofMinSize(1),
            Arbitraries.subsetOf(VirtualizationType.HVM, VirtualizationType.PARAVIRTUAL)
                .ofMinSize(1),
            Arbitraries.subsetOf(BootMode.UEFI, BootMode.LEGACY_BIOS).ofMinSize(1),
            either,
            either,
            either)
        .as((name, architectures, virtualization, boot, ena, tpm, encryption) ->
            InstanceTypeInfo.builder()
                .instanceType(name)
                .supportedArchitectures(architectures)
                .supportedVirtualizationTypes(virtualization)
                .supportedRootDeviceTypes(ImmutableSet.of(DeviceType.EBS))
                .supportedBootModes(boot)
                .enaRequired(ena)
                .nitroTpmSupported(tpm)
                .encryptionSupported(encryption)
                .build())
        .withoutEdgeCases();
  }

  /** {@return billing products: of Windows, of RHEL, of SUSE} */
  public static Arbitrary<BillingProduct> billingProducts() {
    return Arbitraries.of(
        new BillingProduct("Windows", "RunInstances:0002"),
        new BillingProduct("Red Hat Enterprise Linux", "RunInstances:0010"),
        new BillingProduct("SUSE Linux", "RunInstances:000g"));
  }

  /** {@return tags for an image, a snapshot, an instance, a volume or a report that is made} */
  public static Arbitrary<TagSpecification> tagSpecifications() {
    return Combinators.combine(
            Arbitraries.of(List.of(
                TagSpecification.IMAGE,
                TagSpecification.SNAPSHOT,
                TagSpecification.INSTANCE,
                TagSpecification.VOLUME,
                TagSpecification.IMAGE_USAGE_REPORT)),
            TagArbitraries.tagSets())
        .as(TagSpecification::new)
        .withoutEdgeCases();
  }
}
