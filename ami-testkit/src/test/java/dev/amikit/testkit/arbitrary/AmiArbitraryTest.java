package dev.amikit.testkit.arbitrary;

import static dev.amikit.testkit.arbitrary.AmiArbitraries.amis;
import static dev.amikit.testkit.arbitrary.SnapshotArbitraries.snapshots;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.ProductCode;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.DeviceType;
import dev.amikit.image.ImageName;
import dev.amikit.image.ImageType;
import dev.amikit.image.VirtualizationType;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** What is interesting does come up, and what is asked for comes alone. */
class AmiArbitraryTest {
  private static final ImmutableMap<String, Predicate<Ami>> INTERESTING =
      ImmutableMap.<String, Predicate<Ami>>builder()
          .put("old ID", ami -> ami.imageId().value().length() == 12)
          .put("new ID", ami -> ami.imageId().value().length() == 21)
          .put("Windows", Ami::isWindows)
          .put("macOS", ami -> ami.architecture().word().endsWith("_mac"))
          .put("arm64", ami -> ami.architecture().equals(Architecture.ARM64))
          .put("unknown architecture", ami -> !ami.architecture().isKnown())
          .put(
              "paravirtual with kernel",
              ami -> ami.kernelId().isPresent()
                  && ami.virtualizationType()
                      .filter(VirtualizationType.PARAVIRTUAL::equals)
                      .isPresent())
          .put("kernel", ami -> ami.imageType().equals(ImageType.KERNEL))
          .put("RAM disk", ami -> ami.imageType().equals(ImageType.RAMDISK))
          .put(
              "instance store",
              ami ->
                  ami.rootDeviceType().filter(DeviceType.INSTANCE_STORE::equals).isPresent())
          .put("no devices", ami -> ami.blockDeviceMappings().isEmpty())
          .put("many devices", ami -> ami.blockDeviceMappings().size() > 6)
          .put(
              "root without partition number",
              ami -> ami.hasEbsRoot()
                  && ami.rootDeviceName().isPresent()
                  && ami.rootDevice().isEmpty())
          .put(
              "encrypted",
              ami -> ami.blockDeviceMappings().stream()
                  .flatMap(mapping -> mapping.ebs().stream())
                  .anyMatch(EbsBlockDevice::isEncrypted))
          .put(
              "suppressed device",
              ami -> ami.blockDeviceMappings().stream()
                  .anyMatch(mapping -> mapping.noDevice().isPresent()))
          .put(
              "instance store volume",
              ami -> ami.blockDeviceMappings().stream()
                  .anyMatch(mapping -> mapping.virtualName().isPresent()))
          .put(
              "pending without snapshot",
              ami -> ami.state() == AmiState.PENDING
                  && ami.blockDeviceMappings().stream().anyMatch(BlockDeviceMapping::isEbs)
                  && ami.snapshotIds().isEmpty())
          .put(
              "marketplace",
              ami -> ami.productCodes().stream().anyMatch(ProductCode::isMarketplace))
          .put("public", Ami::isPublic)
          .put("shared", ami -> !ami.isPublic() && !ami.knownLaunchPermissions().isEmpty())
          .put("untold", ami -> !ami.isPublic() && ami.launchPermissions().isEmpty())
          .put(
              "untold but public",
              ami -> ami.isPublic() && ami.launchPermissions().isEmpty())
          .put("deprecated", ami -> ami.deprecationTime().isPresent())
          .put(
              "protected",
              ami -> ami.deregistrationProtection().isPresent()
                  && ami.deregistrationProtection().get().toString().startsWith("enabled"))
          .put("in the Recycle Bin", Ami::isInRecycleBin)
          .put("watermarked", ami -> !ami.imageWatermarks().isEmpty())
          .put("copied", ami -> ami.sourceImageId().isPresent())
          .put("nameless", ami -> ami.name().isEmpty())
          .put(
              "not registrable",
              ami -> ami.name().filter(name -> !name.isRegistrable()).isPresent())
          .put("sparse", ami -> ami.virtualizationType().isEmpty())
          .put("without creation date", ami -> ami.creationDate().isEmpty())
          .put("without platform details", ami -> ami.platformDetails().isEmpty())
          .buildOrThrow();

  private static final ImmutableMap<String, Predicate<Snapshot>> SNAPSHOTS = ImmutableMap.of(
      "old ID", snapshot -> snapshot.snapshotId().value().length() == 13,
      "pending", snapshot -> snapshot.state().equals(SnapshotState.PENDING),
      "failed", snapshot -> snapshot.stateMessage().isPresent(),
      "encrypted", Snapshot::isEncrypted,
      "archived", Snapshot::isArchived,
      "restored", snapshot -> snapshot.restoreExpiryTime().isPresent(),
      "copied", snapshot -> snapshot.transferType().isPresent(),
      "public", Snapshot::isPublic,
      "sparse",
          snapshot -> snapshot.storageTier().isEmpty() && snapshot.encrypted().isEmpty());

  @Property(tries = 3000)
  @StatisticsReport(StatisticsReportMode.OFF)
  void images_of_every_interesting_kind_come_up(@ForAll Ami ami) {
    Cases.count(INTERESTING, ami);
  }

  @Property
  @StatisticsReport(StatisticsReportMode.OFF)
  void images_in_every_state_come_up(@ForAll Ami ami) {
    Statistics.collect(ami.state());
    Statistics.coverage(coverage -> {
      for (AmiState state : AmiState.values()) {
        coverage.check(state).count(count -> count > 0);
      }
      coverage.check(AmiState.AVAILABLE).percentage(share -> share > 20);
    });
  }

  @Property(tries = 3000)
  @StatisticsReport(StatisticsReportMode.OFF)
  void snapshots_of_every_interesting_kind_come_up(@ForAll Snapshot snapshot) {
    Cases.count(SNAPSHOTS, snapshot);
  }

  @Property(tries = 200)
  void an_image_of_a_narrowed_kind_is_of_that_kind(
      @ForAll("usableWindows") Ami windows,
      @ForAll("sharedArm") Ami arm,
      @ForAll("oldParavirtual") Ami old) {
    assertThat(windows.isWindows()).isTrue();
    assertThat(windows.state()).isEqualTo(AmiState.AVAILABLE);
    assertThat(windows.isInRecycleBin()).isFalse();
    assertThat(arm.architecture().word()).startsWith("arm64");
    assertThat(arm.isPublic()).isFalse();
    assertThat(arm.launchPermissions().orElseThrow()).isNotEmpty();
    assertThat(old.hasEbsRoot()).isFalse();
    assertThat(old.isWindows()).isFalse();
    assertThat(old.launchPermissions().orElseThrow()).isEmpty();
  }

  @Property(tries = 200)
  void names_that_can_be_given_are_registrable(@ForAll("registrable") ImageName name) {
    assertThat(name.isRegistrable()).isTrue();
  }

  @Example
  void what_EC2_has_none_of_is_refused_when_asked_for() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> amis().inState(AmiState.DISABLED).isPublic())
        .withMessage("public: with what was asked before, there can be no such value");
    assertThatIllegalArgumentException().isThrownBy(() -> amis().windows().paravirtual());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> snapshots().encrypted().isPublic());
  }

  @Example
  void narrowing_leaves_the_wider_arbitrary_as_it_was() {
    AmiArbitrary all = amis();
    AmiArbitrary windows = all.windows();
    assertThat(windows.sampleStream().limit(50)).allMatch(Ami::isWindows);
    assertThat(all.sampleStream().limit(200)).anyMatch(ami -> !ami.isWindows());
  }

  @Provide
  Arbitrary<Ami> usableWindows() {
    return amis().windows().usable();
  }

  @Provide
  Arbitrary<Ami> sharedArm() {
    return amis().arm().isShared();
  }

  @Provide
  Arbitrary<Ami> oldParavirtual() {
    return amis().paravirtual().instanceStoreBacked().isPrivate();
  }

  @Provide
  Arbitrary<ImageName> registrable() {
    return AmiArbitraries.registrableNames();
  }
}
