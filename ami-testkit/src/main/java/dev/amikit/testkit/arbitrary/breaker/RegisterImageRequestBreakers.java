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
import static dev.amikit.testkit.arbitrary.breaker.Scene.requests;

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
              requests(scene -> ofManifest(scene)
                  .addBlockDeviceMapping(BlockDeviceMapping.ebs("/dev/sdf", volume(scene)))
                  .build()))
          .put(
              "register-image.manifest-form",
              requests(scene -> ofManifest(scene)
                  .imageLocation(scene.one(
                      "golden.manifest.xml",
                      "amzn-s3-demo-bucket/",
                      "/golden.manifest.xml",
                      "b/golden.manifest.xml",
                      "Amzn-S3-Demo-Bucket/golden.manifest.xml",
                      ""))
                  .build()))
          .put(
              "register-image.manifest-device-name",
              requests(scene -> ofManifest(scene)
                  .addBlockDeviceMapping(BlockDeviceMapping.virtual(
                      DeviceRequestBreakers.malformedName(scene), "ephemeral0"))
                  .build()))
          .put(
              "register-image.root-named",
              requests(scene -> ofNothing(scene)
                  .addBlockDeviceMapping(BlockDeviceMapping.ebs(
                      scene.root(), EbsBlockDevice.ofSnapshot(scene.snapshot().snapshotId())))
                  .build()))
          .put(
              "register-image.root-has-snapshot",
              oneOf(
                  scene -> ofNothing(scene).ebsRoot(scene.root(), volume(scene)),
                  scene -> ofSnapshots(scene).rootDeviceName("xvda"),
                  scene -> ofSnapshots(scene)
                      .addBlockDeviceMapping(BlockDeviceMapping.virtual("/dev/sdb", "ephemeral0"))
                      .rootDeviceName("/dev/sdb")))
          .put(
              "register-image.nothing-suppressed",
              requests(scene -> ofSnapshots(scene)
                  .addBlockDeviceMapping(BlockDeviceMapping.builder()
                      .deviceName("/dev/sdb")
                      .noDevice(scene.one("", "true"))
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
              requests(scene -> ofSnapshots(scene)
                  .bootMode(scene.one(UEFI, UEFI_PREFERRED))
                  .uefiData(scene.one(
                      "{}", UEFI_DATA + "\n", "A".repeat(LONGEST_UEFI_DATA + scene.between(1, 9))))
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
                  scene -> ofManifest(scene).hvm(ARM64),
                  scene -> ofManifest(scene).hvm(X86_64_MAC),
                  scene -> ofManifest(scene).hvm(ARM64_MAC)))
          .put(
              "register-image.kernel-needs-paravirtual",
              oneOf(
                  scene -> ofSnapshots(scene).kernelId("aki-" + scene.digits()),
                  scene -> ofSnapshots(scene).ramdiskId("ari-" + scene.digits()),
                  scene -> ofManifest(scene).hvm(X86_64).kernelId("aki-" + scene.digits())))
          .put(
              "register-image.may-use-billing-products",
              oneOf(
                  scene -> ofSnapshots(scene).billingProducts("bp-6ba54002"),
                  scene -> ofManifest(scene).billingProducts("bp-6ba54002", "bp-68a54001")))
          .buildOrThrow();

  private RegisterImageRequestBreakers() {}

  /** A request that would be carried out, for an image of a snapshot of the caller. */
  static RegisterImage.Builder ofSnapshots(Scene scene) {
    return ofNothing(scene).ebsRoot(scene.root(), scene.snapshot().snapshotId());
  }

  private static RegisterImage.Builder ofManifest(Scene scene) {
    return RegisterImage.builder()
        .name(scene.name())
        .imageLocation("amzn-s3-demo-bucket/golden.manifest.xml")
        .architecture(scene.one(I386, X86_64));
  }

  private static RegisterImage.Builder ofNothing(Scene scene) {
    return RegisterImage.builder().name(scene.name()).hvm(X86_64);
  }

  private static EbsBlockDevice volume(Scene scene) {
    return EbsBlockDevice.blank(VolumeType.GP3, scene.between(1, 16));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // are only read
  private static Arbitrary<Request<?>> changed(UnaryOperator<RegisterImage.Builder>... changes) {
    return requests(scene -> scene.one(changes).apply(ofSnapshots(scene)).build());
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // are only read
  private static Arbitrary<Request<?>> oneOf(Function<Scene, RegisterImage.Builder>... images) {
    return requests(scene -> scene.one(images).apply(scene).build());
  }
}
