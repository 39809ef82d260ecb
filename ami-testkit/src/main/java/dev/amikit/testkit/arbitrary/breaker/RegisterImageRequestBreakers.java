package dev.amikit.testkit.arbitrary.breaker;

import static dev.amikit.image.Architecture.ARM64;
import static dev.amikit.image.Architecture.ARM64_MAC;
import static dev.amikit.image.Architecture.I386;
import static dev.amikit.image.Architecture.X86_64;
import static dev.amikit.image.Architecture.X86_64_MAC;
import static dev.amikit.image.BootMode.LEGACY_BIOS;
import static dev.amikit.image.BootMode.UEFI;
import static dev.amikit.image.BootMode.UEFI_PREFERRED;
import static dev.amikit.image.TpmSupport.V2_0;
import static dev.amikit.image.VirtualizationType.PARAVIRTUAL;
import static dev.amikit.testkit.arbitrary.breaker.Given.requests;

import com.google.common.collect.ImmutableMap;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.image.Architecture;
import dev.amikit.image.BootMode;
import dev.amikit.image.ImdsSupport;
import dev.amikit.image.SriovNetSupport;
import dev.amikit.image.TpmSupport;
import dev.amikit.image.VirtualizationType;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.testkit.arbitrary.registry.Request;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;

/** Requests that break the rules that only RegisterImage has. */
final class RegisterImageRequestBreakers {
  private static final int LONGEST_UEFI_DATA = 64_000;
  private static final String UEFI_DATA = "QU1aTlVFRkk=";

  static final ImmutableMap<String, Arbitrary<Request<?>>> ALL =
      ImmutableMap.<String, Arbitrary<Request<?>>>builder()
          .put("register-image.has-source", oneOf(RegisterImageRequestBreakers::ofNothing))
          .put(
              "register-image.manifest-without-ebs",
              requests(given -> ofManifest(given)
                  .addBlockDeviceMapping(BlockDeviceMapping.ebs("/dev/sdf", volume(given)))
                  .build()))
          .put(
              "register-image.manifest-form",
              requests(given -> ofManifest(given)
                  .imageLocation(given.one(
                      "golden.manifest.xml",
                      "amzn-s3-demo-bucket/",
                      "/golden.manifest.xml",
                      "b/golden.manifest.xml",
                      "Amzn-S3-Demo-Bucket/golden.manifest.xml",
                      ""))
                  .build()))
          .put(
              "register-image.manifest-device-name",
              requests(given -> ofManifest(given)
                  .addBlockDeviceMapping(BlockDeviceMapping.virtual(
                      DeviceRequestBreakers.malformedName(given), "ephemeral0"))
                  .build()))
          .put(
              "register-image.root-named",
              requests(given -> ofNothing(given)
                  .addBlockDeviceMapping(BlockDeviceMapping.ebs(
                      given.rootDevice(),
                      EbsBlockDevice.ofSnapshot(given.snapshot().snapshotId())))
                  .build()))
          .put(
              "register-image.root-has-snapshot",
              oneOf(
                  given -> ofNothing(given).ebsRoot(given.rootDevice(), volume(given)),
                  given -> ofSnapshots(given).rootDeviceName("xvda"),
                  given -> ofSnapshots(given)
                      .addBlockDeviceMapping(BlockDeviceMapping.virtual("/dev/sdb", "ephemeral0"))
                      .rootDeviceName("/dev/sdb")))
          .put(
              "register-image.nothing-suppressed",
              requests(given -> ofSnapshots(given)
                  .addBlockDeviceMapping(BlockDeviceMapping.builder()
                      .deviceName("/dev/sdb")
                      .noDevice(given.one("", "true"))
                      .build())
                  .build()))
          .put(
              "register-image.words-known",
              changed(
                  image -> image.architecture(Architecture.of("riscv64")),
                  image -> image.virtualizationType(VirtualizationType.of("HVM")),
                  image -> image.bootMode(BootMode.of("bios")),
                  image -> image.bootMode(UEFI).tpmSupport(TpmSupport.of("v1.2")),
                  image -> image.imdsSupport(ImdsSupport.of("v1.0")),
                  image -> image.sriovNetSupport(SriovNetSupport.of("ena"))))
          .put(
              "register-image.uefi-data-form",
              requests(given -> ofSnapshots(given)
                  .bootMode(given.one(UEFI, UEFI_PREFERRED))
                  .uefiData(given.one(
                      "{}", UEFI_DATA + "\n", "A".repeat(given.beyond(LONGEST_UEFI_DATA))))
                  .build()))
          .put(
              "register-image.tpm-needs-uefi",
              changed(
                  image -> image.tpmSupport(V2_0),
                  image -> image.tpmSupport(V2_0).bootMode(LEGACY_BIOS),
                  image -> image.tpmSupport(V2_0).bootMode(UEFI_PREFERRED),
                  image -> image.tpmSupport(V2_0).hvm(I386),
                  image -> image.tpmSupport(V2_0).hvm(X86_64_MAC),
                  image -> image.tpmSupport(V2_0).virtualizationType(PARAVIRTUAL)))
          .put(
              "register-image.uefi-data-needs-uefi",
              changed(
                  image -> image.uefiData(UEFI_DATA),
                  image -> image.uefiData(UEFI_DATA).bootMode(LEGACY_BIOS),
                  image -> image.uefiData(UEFI_DATA).hvm(I386),
                  image -> image.uefiData(UEFI_DATA).hvm(ARM64_MAC),
                  image -> image.uefiData(UEFI_DATA).virtualizationType(PARAVIRTUAL)))
          .put(
              "register-image.uefi-needs-hvm",
              changed(
                  image -> image.bootMode(UEFI).virtualizationType(PARAVIRTUAL),
                  image -> image.bootMode(UEFI_PREFERRED).virtualizationType(PARAVIRTUAL),
                  image -> image.bootMode(UEFI).hvm(I386),
                  image -> image.bootMode(UEFI_PREFERRED).hvm(X86_64_MAC)))
          .put(
              "register-image.arm64-without-bios",
              changed(image -> image.bootMode(LEGACY_BIOS).hvm(ARM64)))
          .put(
              "register-image.architecture-needs-hvm",
              changed(
                  image -> image.architecture(ARM64).virtualizationType(PARAVIRTUAL),
                  image -> image.architecture(X86_64_MAC).virtualizationType(PARAVIRTUAL),
                  image -> image.architecture(ARM64_MAC).virtualizationType(PARAVIRTUAL)))
          .put(
              "register-image.architecture-needs-ebs",
              oneOf(
                  given -> ofManifest(given).hvm(ARM64),
                  given -> ofManifest(given).hvm(X86_64_MAC),
                  given -> ofManifest(given).hvm(ARM64_MAC)))
          .put(
              "register-image.kernel-needs-paravirtual",
              oneOf(
                  given -> ofSnapshots(given).kernelId("aki-" + given.digits()),
                  given -> ofSnapshots(given).ramdiskId("ari-" + given.digits()),
                  given -> ofManifest(given).hvm(X86_64).kernelId("aki-" + given.digits())))
          .put(
              "register-image.may-use-billing-products",
              oneOf(
                  given -> ofSnapshots(given).billingProducts("bp-6ba54002"),
                  given -> ofManifest(given).billingProducts("bp-6ba54002", "bp-68a54001")))
          .buildOrThrow();

  private RegisterImageRequestBreakers() {}

  /** A request that would be carried out, for an image of a snapshot of the caller. */
  static RegisterImage.Builder ofSnapshots(Given given) {
    return ofNothing(given).ebsRoot(given.rootDevice(), given.snapshot().snapshotId());
  }

  private static RegisterImage.Builder ofManifest(Given given) {
    return RegisterImage.builder()
        .name(given.name())
        .imageLocation("amzn-s3-demo-bucket/golden.manifest.xml")
        .architecture(given.one(I386, X86_64));
  }

  private static RegisterImage.Builder ofNothing(Given given) {
    return RegisterImage.builder().name(given.name()).hvm(X86_64);
  }

  private static EbsBlockDevice volume(Given given) {
    return EbsBlockDevice.blank(VolumeType.GP3, given.between(1, 16));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // are only read
  private static Arbitrary<Request<?>> changed(UnaryOperator<RegisterImage.Builder>... changes) {
    return requests(given -> given.one(changes).apply(ofSnapshots(given)).build());
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // are only read
  private static Arbitrary<Request<?>> oneOf(Function<Given, RegisterImage.Builder>... images) {
    return requests(given -> given.one(images).apply(given).build());
  }
}
