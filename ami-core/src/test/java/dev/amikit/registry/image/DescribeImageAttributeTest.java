package dev.amikit.registry.image;

import static dev.amikit.image.ImageAttributeName.BLOCK_DEVICE_MAPPING;
import static dev.amikit.image.ImageAttributeName.LAST_LAUNCHED_TIME;
import static dev.amikit.registry.TestImages.TO_FRIEND;
import static dev.amikit.registry.TestImages.UNKNOWN;
import static dev.amikit.registry.TestImages.binned;
import static dev.amikit.registry.TestImages.id;
import static dev.amikit.registry.TestImages.image;
import static dev.amikit.registry.TestImages.published;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.registry.TestRegistry.STRANGER;
import static dev.amikit.rule.Refusals.assertRefused;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.KernelId;
import dev.amikit.id.ProductCode;
import dev.amikit.id.RamdiskId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.BootMode;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.ImageAttribute;
import dev.amikit.image.ImageAttributeName;
import dev.amikit.image.ImdsSupport;
import dev.amikit.image.SriovNetSupport;
import dev.amikit.image.TpmSupport;
import dev.amikit.lifecycle.ImageLaunched;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.rule.Rules;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DescribeImageAttributeTest {
  private static final Instant LONG_AGO = START.minus(Duration.ofDays(30));

  /** What the names stand for, and what the image below has there. */
  private static final ImmutableMap<String, Map.Entry<String, Object>> DOCUMENTED =
      ImmutableMap.<String, Map.Entry<String, Object>>builder()
          .put("description", entry("description", "golden"))
          .put("kernel", entry("kernelId", KernelId.of("aki-12345678")))
          .put("ramdisk", entry("ramdiskId", RamdiskId.of("ari-12345678")))
          .put("launchPermission", entry("launchPermissions", ImmutableSet.of(TO_FRIEND)))
          .put(
              "productCodes",
              entry("productCodes", ImmutableList.of(ProductCode.marketplace("abc"))))
          .put("sriovNetSupport", entry("sriovNetSupport", SriovNetSupport.SIMPLE))
          .put("bootMode", entry("bootMode", BootMode.UEFI))
          .put("tpmSupport", entry("tpmSupport", TpmSupport.V2_0))
          .put("uefiData", entry("uefiData", "QU1aTlVFRkk="))
          .put("lastLaunchedTime", entry("lastLaunchedTime", LONG_AGO))
          .put("imdsSupport", entry("imdsSupport", ImdsSupport.V2_0))
          .put(
              "deregistrationProtection",
              entry("deregistrationProtection", DeregistrationProtection.enabledWithoutCooldown()))
          .buildOrThrow();

  private final TestRegistry ec2 = new TestRegistry();

  @Test
  @Rules({"ATTR-16", "PERM-64"})
  void there_are_13_names() {
    assertThat(Arrays.stream(ImageAttributeName.values()).map(Object::toString))
        .containsExactlyInAnyOrder(
            "description",
            "kernel",
            "ramdisk",
            "launchPermission",
            "productCodes",
            "blockDeviceMapping",
            "sriovNetSupport",
            "bootMode",
            "tpmSupport",
            "uefiData",
            "lastLaunchedTime",
            "imdsSupport",
            "deregistrationProtection");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BLOCK_DEVICE_MAPPING")
  @Rules({"ATTR-19", "PERM-64", "PAID-09", "BOOT-26", "PROT-16"})
  void the_answer_has_the_member_that_was_asked_for_and_no_other(ImageAttributeName name) {
    ec2.put(full());
    Map.Entry<String, Object> expected = requireNonNull(DOCUMENTED.get(name.toString()));
    ImageAttribute answer = ec2.owner().describeImageAttribute(id(1), name);
    assertThat(answer.imageId()).isEqualTo(id(1));
    Map<String, Object> members = members(answer);
    Object found = members.remove(expected.getKey());
    assertThat(found).isEqualTo(Optional.of(expected.getValue()));
    assertThat(members.values()).containsOnly(Optional.empty());
  }

  @Test
  @Rules({"ATTR-19"})
  void that_an_image_is_shared_with_nobody_is_told() {
    ec2.put(image(1).build());
    assertThat(ec2.owner()
            .describeImageAttribute(id(1), ImageAttributeName.LAUNCH_PERMISSION)
            .launchPermissions())
        .hasValue(ImmutableSet.of());
  }

  @Test
  @Rules({"ATTR-19"})
  void that_an_image_is_part_of_no_product_is_told() {
    ec2.put(image(1).build());
    assertThat(ec2.owner()
            .describeImageAttribute(id(1), ImageAttributeName.PRODUCT_CODES)
            .productCodes())
        .hasValue(ImmutableList.of());
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"BLOCK_DEVICE_MAPPING", "LAUNCH_PERMISSION", "PRODUCT_CODES"})
  @Rules({"ATTR-19"})
  void what_was_never_set_is_empty(ImageAttributeName name) {
    ec2.put(image(1).build());
    assertThat(members(ec2.owner().describeImageAttribute(id(1), name)).values())
        .containsOnly(Optional.empty());
  }

  @Test
  void all_answers_joined_to_an_image_that_knows_none_of_it_tell_all_of_it() {
    ec2.put(full());
    Ami joined = image(1).build();
    for (ImageAttributeName name : ImageAttributeName.values()) {
      if (name != BLOCK_DEVICE_MAPPING) {
        joined = ec2.owner().describeImageAttribute(id(1), name).joinTo(joined);
      }
    }
    assertThat(joined).isEqualTo(full());
    assertThat(ImageAttribute.of(full()).joinTo(image(1).build())).isEqualTo(full());
  }

  @Test
  void attributes_are_not_joined_to_another_image() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageAttribute.of(full()).joinTo(image(2).build()))
        .withMessageContaining(id(1).toString());
  }

  @Test
  @Rules({"ATTR-16", "COM-13"})
  void an_attribute_must_be_named() {
    assertRefused(
        ec2::state,
        () -> DescribeImageAttribute.builder().imageId(UNKNOWN).build(),
        "MissingParameter",
        "value.required-attribute");
  }

  @Test
  @Rules({"ATTR-18", "PERM-65", "ERR-07", "BDM-38"})
  void the_mapping_cannot_be_read() {
    ec2.put(image(1).build());
    refused("AuthFailure", "describe-image-attribute.not-the-mapping", BLOCK_DEVICE_MAPPING);
  }

  @ParameterizedTest
  @EnumSource
  @Rules({"PERM-63", "PAID-09", "ATTR-15", "LLT-04"})
  void only_the_owner_reads_attributes_of_public_images_too(ImageAttributeName name) {
    ec2.put(published(1).build());
    assertRefused(
        ec2::state,
        () -> ec2.as(STRANGER).describeImageAttribute(id(1), name),
        "AuthFailure",
        "image.owner");
    assertRefused(
        ec2::state,
        () -> ec2.owner().describeImageAttribute(UNKNOWN, name),
        "InvalidAMIID.NotFound",
        "image.exists");
  }

  @ParameterizedTest
  @EnumSource(
      value = AmiState.class,
      names = {"PENDING", "FAILED", "DISABLED"})
  void attributes_are_read_in_every_state_but_deregistered(AmiState state) {
    ec2.put(image(1).description("golden").state(state).build());
    assertThat(ec2.owner()
            .describeImageAttribute(id(1), ImageAttributeName.DESCRIPTION)
            .description())
        .hasValue("golden");
  }

  @Test
  @Rules({"ERR-03"})
  void an_image_that_is_gone_or_in_the_recycle_bin_has_no_attributes_to_read() {
    ec2.put(image(1).state(AmiState.DEREGISTERED).build());
    refused("InvalidAMIID.Unavailable", "image.not-gone", ImageAttributeName.DESCRIPTION);
    ec2.put(binned(1));
    refused("InvalidAMIID.Unavailable", "image.not-binned", ImageAttributeName.DESCRIPTION);
  }

  @Test
  @Rules({"LLT-02", "LLT-04"})
  void a_launch_is_reported_to_the_owner_24_hours_later() {
    ec2.put(image(1).addLaunchPermission(TO_FRIEND).build());
    ec2.registry
        .aws()
        .happen(new RegistryEvent.ImageChanged(HERE, id(1), new ImageLaunched(START)));
    assertThat(lastLaunchedTime()).isEmpty();
    ec2.pass(Duration.ofHours(24).minusSeconds(1));
    assertThat(lastLaunchedTime()).isEmpty();
    ec2.pass(Duration.ofSeconds(1));
    assertThat(lastLaunchedTime()).hasValue(START);
    assertRefused(
        ec2::state,
        () -> ec2.as(FRIEND).describeImageAttribute(id(1), LAST_LAUNCHED_TIME),
        "AuthFailure",
        "image.owner");
  }

  private Optional<Instant> lastLaunchedTime() {
    return ec2.owner().describeImageAttribute(id(1), LAST_LAUNCHED_TIME).lastLaunchedTime();
  }

  private void refused(String code, String rule, ImageAttributeName name) {
    assertRefused(ec2::state, () -> ec2.owner().describeImageAttribute(id(1), name), code, rule);
  }

  private static Ami full() {
    return image(1)
        .description("golden")
        .kernelId(KernelId.of("aki-12345678"))
        .ramdiskId(RamdiskId.of("ari-12345678"))
        .addLaunchPermission(TO_FRIEND)
        .addProductCode(ProductCode.marketplace("abc"))
        .sriovNetSupport(SriovNetSupport.SIMPLE)
        .bootMode(BootMode.UEFI)
        .tpmSupport(TpmSupport.V2_0)
        .uefiData("QU1aTlVFRkk=")
        .lastLaunchedTime(LONG_AGO)
        .imdsSupport(ImdsSupport.V2_0)
        .deregistrationProtection(DeregistrationProtection.enabledWithoutCooldown())
        .build();
  }

  private static Map<String, Object> members(ImageAttribute answer) {
    return Arrays.stream(ImageAttribute.class.getMethods())
        .filter(method -> method.getDeclaringClass() == ImageAttribute.class)
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> !method.getName().equals("builder"))
        .filter(method -> !method.getName().equals("imageId"))
        .collect(Collectors.toMap(Method::getName, method -> {
          try {
            return method.invoke(answer);
          } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
          }
        }));
  }
}
