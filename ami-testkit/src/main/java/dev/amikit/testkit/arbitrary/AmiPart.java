package dev.amikit.testkit.arbitrary;

import static dev.amikit.testkit.arbitrary.WordArbitraries.wordsOf;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.id.ImageId;
import dev.amikit.id.OwnerAlias;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.BootMode;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.DeviceType;
import dev.amikit.image.Hypervisor;
import dev.amikit.image.ImdsSupport;
import dev.amikit.image.Platform;
import dev.amikit.image.RecycleBinStay;
import dev.amikit.image.SriovNetSupport;
import dev.amikit.image.TpmSupport;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.testkit.arbitrary.AmiShape.Sharing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Members of an image that are generated together; each part fits every shape. */
interface AmiPart {
  void addTo(Ami.Builder ami, AmiShape shape);

  static Arbitrary<List<AmiPart>> all() {
    return Combinators.combine(ImmutableList.of(
            identity(),
            billing(),
            features(),
            boot(),
            devices(),
            times(),
            sharing(),
            ancestry(),
            extras()))
        .as(parts -> parts);
  }

  private static Arbitrary<AmiPart> identity() {
    return Combinators.combine(
            IdArbitraries.digits(),
            AmiArbitraries.existingNames(),
            mostly(true),
            Arbitraries.of("", "Golden image", "Created by us").optional(0.5),
            mostly(true),
            Arbitraries.of("", "", "amazon", "aws-marketplace", "new-seller"))
        .as((digits, name, named, description, located, alias) -> (ami, shape) -> {
          ami.imageId(ImageId.of(shape.kind().idPrefix() + digits))
              .imageType(shape.kind().imageType())
              .description(description);
          if (named || !shape.mayBeNameless()) {
            ami.name(name);
          }
          if (located) {
            ami.imageLocation(
                shape.kind().isEbsBacked()
                    ? "owner/" + name
                    : "bucket/" + digits + ".manifest.xml");
          }
          if (!alias.isEmpty()) {
            ami.imageOwnerAlias(OwnerAlias.of(alias));
          }
        });
  }

  private static Arbitrary<AmiPart> billing() {
    return Combinators.combine(
            Arbitraries.of(
                Tuple.of("Linux/UNIX", "RunInstances"),
                Tuple.of("Red Hat Enterprise Linux", "RunInstances:0010"),
                Tuple.of("SUSE Linux", "RunInstances:000g"),
                Tuple.of("SQL Server Web", "RunInstances:0200")),
            Arbitraries.of(
                Tuple.of("Windows", "RunInstances:0002"),
                Tuple.of("Windows BYOL", "RunInstances:0800"),
                Tuple.of("Windows with SQL Server Standard", "RunInstances:0006")),
            mostly(true))
        .as((other, windows, told) -> (ami, shape) -> {
          if (shape.kind().isWindows()) {
            ami.platform(Platform.WINDOWS);
          }
          if (told && shape.kind().isMachine()) {
            Tuple.Tuple2<String, String> billed = shape.kind().isWindows() ? windows : other;
            ami.platformDetails(billed.get1()).usageOperation(billed.get2());
          }
        });
  }

  private static Arbitrary<AmiPart> features() {
    return Combinators.combine(
            mostly(true),
            wordsOf(Hypervisor.WORDS),
            yesNoOrAbsent(),
            wordsOf(SriovNetSupport.WORDS).optional(0.5),
            wordsOf(ImdsSupport.WORDS).optional(0.3),
            IdArbitraries.kernelIds().optional(0.8),
            IdArbitraries.ramdiskIds().optional(0.5))
        .as((told, hypervisor, ena, sriov, imds, kernel, ramdisk) -> (ami, shape) -> {
          AmiKind kind = shape.kind();
          ami.architecture(kind.architecture);
          if (told) {
            ami.virtualizationType(kind.virtualizationType).hypervisor(hypervisor);
          }
          if (kind.isHvm()) {
            ami.enaSupport(ena).sriovNetSupport(sriov).imdsSupport(imds);
          }
          if (kind.isMachine() && kind.isParavirtual()) {
            ami.kernelId(kernel).ramdiskId(kernel.flatMap(any -> ramdisk));
          }
        });
  }

  private static Arbitrary<AmiPart> boot() {
    return Combinators.combine(
            wordsOf(BootMode.WORDS).optional(0.5),
            wordsOf(TpmSupport.WORDS).optional(0.2),
            Arbitraries.of("QU1aTlVFRkk=").optional(0.1))
        .as((bootMode, tpm, uefiData) -> (ami, shape) -> {
          if (shape.kind().isHvm()) {
            ami.bootMode(bootMode).tpmSupport(tpm).uefiData(uefiData);
          }
        });
  }

  private static Arbitrary<AmiPart> devices() {
    return Combinators.combine(
            Arbitraries.of("/dev/xvda", "/dev/sda1", "/dev/sda"),
            DeviceArbitraries.roots(),
            Arbitraries.frequencyOf(
                Tuple.of(20, DeviceArbitraries.devices().list().ofMaxSize(2)),
                Tuple.of(1, DeviceArbitraries.devices().list().ofMaxSize(30))),
            Arbitraries.of("/dev/sd", "/dev/xvd", "xvd", "sd"),
            Arbitraries.of(RootEntry.class),
            mostly(false))
        .as((root, ebs, others, start, entry, unnamed) -> (ami, shape) -> {
          if (!shape.kind().isMachine()) {
            if (unnamed) {
              ami.rootDeviceType(DeviceType.INSTANCE_STORE);
            }
            return;
          }
          ami.rootDeviceType(shape.kind().rootDeviceType);
          if (!unnamed || !shape.mayBeNameless()) {
            ami.rootDeviceName(DeviceName.of(root));
          }
          if (shape.kind().isEbsBacked()) {
            entry.addTo(ami, shape.state(), root, ebs);
          }
          if (shape.state() != AmiState.PENDING || entry != RootEntry.LACKING_WHILE_PENDING) {
            for (int i = 0; i < others.size(); i++) {
              ami.addBlockDeviceMapping(others.get(i).under(DeviceName.of(start + letters(i))));
            }
          }
        });
  }

  private static Arbitrary<AmiPart> times() {
    return Combinators.combine(
            AmiArbitraries.instants(),
            mostly(true),
            days().optional(0.3),
            days().optional(0.2),
            days(),
            Arbitraries.integers().between(1, 365),
            PermissionArbitraries.launchPermissions().list().ofMaxSize(2),
            AmiArbitraries.deregistrationProtections().optional(0.7))
        .as((created, told, deprecated, launched, enter, retained, suspended, protection) ->
            (ami, shape) -> {
              if (told) {
                ami.creationDate(created);
              }
              ami.deprecationTime(deprecated.map(after -> created.plus(after)))
                  .lastLaunchedTime(launched.map(after -> created.plus(after)));
              Instant binned = created.plus(enter);
              if (shape.binned()) {
                ami.recycleBinStay(new RecycleBinStay(
                    binned,
                    binned.plus(Duration.ofDays(retained)),
                    shape.state() == AmiState.DISABLED
                        ? ImmutableSet.of()
                        : ImmutableSet.copyOf(suspended)));
              }
              ami.deregistrationProtection(protection.map(
                  wanted -> shape.mayBeProtected() ? wanted : spent(wanted, binned)));
            });
  }

  private static Arbitrary<AmiPart> sharing() {
    return PermissionArbitraries.fewLaunchPermissions()
        .optional(0.7)
        .map(explicit -> (ami, shape) -> {
          if (!shape.sharing().isTold()) {
            ami.isPublic(shape.sharing().isPublic());
          } else if (shape.sharing() == Sharing.SHARED) {
            ami.launchPermissions(
                explicit.orElse(ImmutableSet.of(LaunchPermission.userId("111122223333"))));
          } else if (shape.sharing() == Sharing.PUBLIC) {
            explicit.ifPresent(ami::launchPermissions);
            ami.addLaunchPermission(LaunchPermission.everyone());
          }
        });
  }

  private static Arbitrary<AmiPart> ancestry() {
    return Combinators.combine(
            IdArbitraries.instanceIds().optional(0.3),
            Combinators.combine(IdArbitraries.machineImageIds(), IdArbitraries.regions())
                .as(Tuple::of)
                .optional(0.3),
            AmiArbitraries.watermarkLists().optional(0.2))
        .as((instance, source, watermarks) -> (ami, shape) -> {
          if (shape.kind().isEbsBacked()) {
            ami.sourceInstanceId(instance);
          }
          source.ifPresent(from -> ami.sourceImageId(from.get1()).sourceImageRegion(from.get2()));
          watermarks.ifPresent(ami::imageWatermarks);
        });
  }

  private static Arbitrary<AmiPart> extras() {
    return Combinators.combine(
            TagArbitraries.fewTags(),
            IdArbitraries.productCodes().list().ofMaxSize(2),
            Arbitraries.of(1, 1, 1, 2),
            AmiArbitraries.stateReasons(),
            yesNoOrAbsent(),
            yesNoOrAbsent(),
            Arbitraries.of("/aws/service/ami-amazon-linux-latest/al2023-ami").optional(0.1))
        .as((tags, codes, paid, reason, allowed, free, parameter) -> (ami, shape) -> {
          ami.tags(tags).imageAllowed(allowed).freeTierEligible(free);
          ami.publicSsmParameterName(parameter);
          if (paid == 2) {
            ami.productCodes(codes);
          }
          if (shape.state() == AmiState.FAILED || shape.state() == AmiState.ERROR) {
            ami.stateReason(reason);
          }
        });
  }

  /** How the root device of an EBS image stands among its devices. */
  enum RootEntry {
    COMPLETE,
    WITHOUT_PARTITION_NUMBER,
    WITHOUT_SNAPSHOT_WHILE_PENDING,
    LACKING_WHILE_PENDING;

    void addTo(Ami.Builder ami, AmiState state, String root, EbsBlockDevice ebs) {
      boolean pending = state == AmiState.PENDING;
      if (this == LACKING_WHILE_PENDING && pending) {
        return;
      }
      String name =
          this == WITHOUT_PARTITION_NUMBER && root.equals("/dev/sda1") ? "/dev/sda" : root;
      EbsBlockDevice volume = this == WITHOUT_SNAPSHOT_WHILE_PENDING && pending
          ? ebs.toBuilder().snapshotId(Optional.empty()).build()
          : ebs;
      ami.addBlockDeviceMapping(BlockDeviceMapping.ebs(DeviceName.of(name), volume));
    }
  }

  private static DeregistrationProtection spent(DeregistrationProtection wanted, Instant time) {
    return wanted instanceof DeregistrationProtection.DisabledAfter
        ? DeregistrationProtection.disabledAfter(time)
        : DeregistrationProtection.disabled();
  }

  private static String letters(int index) {
    char last = (char) ('b' + index % 25);
    return index < 25 ? "" + last : "b" + last;
  }

  private static Arbitrary<Duration> days() {
    return Arbitraries.integers().between(0, 800).map(Duration::ofDays);
  }

  private static Arbitrary<Boolean> mostly(boolean usual) {
    return Arbitraries.of(usual, usual, usual, usual, !usual);
  }

  private static Arbitrary<Optional<Boolean>> yesNoOrAbsent() {
    return Arbitraries.of(Optional.empty(), Optional.of(true), Optional.of(false));
  }
}
