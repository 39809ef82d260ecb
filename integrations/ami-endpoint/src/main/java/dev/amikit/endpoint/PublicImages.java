package dev.amikit.endpoint;

import static dev.amikit.image.Architecture.ARM64;
import static dev.amikit.image.Architecture.X86_64;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.ImageId;
import dev.amikit.id.OwnerAlias;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.BootMode;
import dev.amikit.image.Hypervisor;
import dev.amikit.image.ImdsSupport;
import dev.amikit.image.SriovNetSupport;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import java.time.Instant;

/**
 * Public images for tools to begin with. Their names are such as those of Amazon, Canonical and
 * Debian; their owners and descriptions tell that they were made here. Their IDs are always the
 * same.
 */
final class PublicImages {
  static final ImmutableList<Region> REGIONS = ImmutableList.of(
      Region.US_EAST_1,
      Region.US_EAST_2,
      Region.US_WEST_2,
      Region.EU_WEST_1,
      Region.EU_CENTRAL_1,
      Region.AP_NORTHEAST_1);

  /** Goes by the alias {@code amazon}. */
  static final String AMAZON = "999900001111";

  static final String OTHERS = "999900002222";

  private static final Instant MADE = Instant.parse("2026-11-03T12:00:00Z");
  private static final Instant MADE_BEFORE = Instant.parse("2026-10-06T12:00:00Z");

  private PublicImages() {}

  static void putInto(InMemoryAmiRegistry registry) {
    for (Region region : REGIONS) {
      new Making(registry, region).makeAll();
    }
  }

  private record Making(InMemoryAmiRegistry registry, Region region) {
    void makeAll() {
      for (Architecture architecture : ImmutableList.of(X86_64, ARM64)) {
        amazonLinux("2023.9.20261006.0", architecture, MADE_BEFORE);
        amazonLinux("2023.9.20261103.0", architecture, MADE);
        String deb = architecture.equals(X86_64) ? "amd64" : "arm64";
        put(linux("debian-12-" + deb + "-20261103-2285", architecture, MADE).ownerId(OTHERS));
        put(linux(
                "ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-" + deb + "-server-20261103",
                architecture,
                MADE)
            .ownerId(OTHERS));
      }
      put(image("Windows_Server-2025-English-Full-Base-2026.11.03", X86_64, MADE, "/dev/sda1", 30)
          .windows()
          .imageOwnerAlias(OwnerAlias.AMAZON));
    }

    private void amazonLinux(String version, Architecture architecture, Instant made) {
      put(linux("al2023-ami-" + version + "-kernel-6.12-" + architecture, architecture, made)
          .imageOwnerAlias(OwnerAlias.AMAZON)
          .imdsSupport(ImdsSupport.V2_0));
    }

    private Ami.Builder linux(String name, Architecture architecture, Instant made) {
      return image(name, architecture, made, "/dev/xvda", 8)
          .linux()
          .bootMode(architecture.equals(ARM64) ? BootMode.UEFI : BootMode.UEFI_PREFERRED);
    }

    private Ami.Builder image(
        String name, Architecture architecture, Instant made, String root, int gib) {
      String id = "0" + Hashing.farmHashFingerprint64().hashString(region + name, UTF_8);
      return Ami.builder()
          .imageId(ImageId.of("ami-" + id))
          .ownerId(AMAZON)
          .name(name)
          .description("Made by amikit, of nothing but a name: " + name)
          .state(AmiState.AVAILABLE)
          .creationDate(made)
          .hvm(architecture)
          .enaSupport(true)
          .sriovNetSupport(SriovNetSupport.SIMPLE)
          .hypervisor(Hypervisor.XEN)
          .ebsRoot(
              root,
              EbsBlockDevice.of(VolumeType.GP3, gib, SnapshotId.of("snap-" + id)).toBuilder()
                  .deleteOnTermination(true)
                  .encrypted(false)
                  .iops(3000)
                  .throughput(125)
                  .build())
          .addLaunchPermission(LaunchPermission.everyone());
    }

    private void put(Ami.Builder builder) {
      Ami named = builder.build();
      String place =
          named.imageOwnerAlias().map(OwnerAlias::word).orElse(named.ownerId().value());
      Ami image = named.toBuilder()
          .imageLocation(place + "/" + named.name().orElseThrow())
          .build();
      EbsBlockDevice root = image.rootDevice().orElseThrow().ebs().orElseThrow();
      Snapshot.Builder snapshot = Snapshot.builder()
          .snapshotId(root.snapshotId().orElseThrow())
          .ownerId(image.ownerId())
          .state(SnapshotState.COMPLETED)
          .progress(100)
          .startTime(MADE_BEFORE)
          .volumeSize(root.volumeSize().orElseThrow());
      registry.aws().put(region, snapshot.build());
      registry.aws().put(region, image);
    }
  }
}
