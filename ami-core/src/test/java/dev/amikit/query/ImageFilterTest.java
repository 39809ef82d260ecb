package dev.amikit.query;

import static dev.amikit.query.Samples.CREATED;
import static dev.amikit.query.Samples.OTHER;
import static dev.amikit.query.Samples.ami;
import static dev.amikit.query.Samples.ids;
import static dev.amikit.query.Samples.image;
import static dev.amikit.query.Samples.other;
import static dev.amikit.query.Samples.owner;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.allowed.ImageCriterion;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.filter.Filter;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.KernelId;
import dev.amikit.id.OwnerAlias;
import dev.amikit.id.ProductCode;
import dev.amikit.id.RamdiskId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.Hypervisor;
import dev.amikit.image.ImageType;
import dev.amikit.image.ImageWatermark;
import dev.amikit.image.SriovNetSupport;
import dev.amikit.image.StateReason;
import dev.amikit.image.WatermarkKey;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.rule.Rules;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import dev.amikit.visibility.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ImageFilterTest {
  /** An image with everything that an x86 Linux image can have at once. */
  private static final Ami FULL = image(1)
      .imageOwnerAlias(OwnerAlias.AMAZON)
      .description("Golden image, hardened")
      .imageLocation("111122223333/golden-1")
      .hypervisor(Hypervisor.XEN)
      .enaSupport(true)
      .sriovNetSupport(SriovNetSupport.SIMPLE)
      .freeTierEligible(true)
      .kernelId(KernelId.of("aki-0000000a"))
      .ramdiskId(RamdiskId.of("ari-0000000b"))
      .addProductCode(ProductCode.marketplace("first1"))
      .addProductCode(ProductCode.marketplace("abc123"))
      .addBlockDeviceMapping(BlockDeviceMapping.ebs(
          DeviceName.of("/dev/sdh"),
          EbsBlockDevice.builder()
              .snapshotId(SnapshotId.of("snap-0000000c"))
              .volumeSize(100)
              .volumeType(VolumeType.GP3)
              .deleteOnTermination(false)
              .encrypted(true)
              .build()))
      .addBlockDeviceMapping(BlockDeviceMapping.virtual(DeviceName.of("/dev/sdi"), "ephemeral0"))
      .sourceImageId(ImageId.of("ami-0000000d"))
      .sourceImageRegion(Region.of("eu-west-1"))
      .sourceInstanceId(InstanceId.of("i-0000000e"))
      .stateReason(new StateReason("Client.UserInitiated", "because"))
      .addImageWatermark(new ImageWatermark(
          WatermarkKey.parse("444455556666:scanned"),
          ImageId.of("ami-0000000b"),
          Region.of("eu-central-1"),
          Instant.parse("2022-05-06T07:08:09Z"),
          Instant.parse("2022-06-07T08:09:10Z")))
      .addImageWatermark(new ImageWatermark(
          WatermarkKey.parse("111122223333:baseline"),
          ImageId.of("ami-0000000f"),
          Region.of("us-west-2"),
          Instant.parse("2023-05-06T07:08:09.123456Z"),
          Instant.parse("2023-06-07T08:09:10Z")))
      .publicSsmParameterName("/aws/service/golden/latest")
      .tags(Tags.of(Tag.of("env", "prod"), Tag.of("Owner*", ""), Tag.of("bake", "7")))
      .build();

  /** An image that has none of what can be absent. */
  private static final Ami BARE = Ami.builder()
      .imageId("ari-00000002")
      .imageType(ImageType.RAMDISK)
      .ownerId(OTHER)
      .state(AmiState.AVAILABLE)
      .architecture(Architecture.I386)
      .launchPermissions(ImmutableSet.of(LaunchPermission.everyone()))
      .build();

  private static Viewer auditor() {
    return owner().with(AllowedImagesSettings.auditMode(ImageCriterion.imageProviders("none")));
  }

  private static boolean finds(Filter filter, Ami ami) {
    ImageQuery query = ImageQuery.builder().includeDisabled(true).filter(filter).build();
    return !ids(query.answer(ImmutableList.of(ami), auditor())).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1}={2} not {3}")
  @Rules({
    "FLT-30", "FLT-31", "FLT-32", "FLT-33", "FLT-34", "FLT-35", "FLT-36", "FLT-37", "FLT-38",
    "FLT-39", "FLT-40", "FLT-41", "FLT-42", "FLT-43", "FLT-44", "FLT-45", "FLT-46", "FLT-47",
    "FLT-48", "FLT-49", "FLT-50", "FLT-51", "FLT-52", "FLT-53", "FLT-54", "FLT-55", "FLT-57",
    "FLT-58", "FLT-59", "FLT-60", "FLT-61", "FLT-62", "FLT-63", "FLT-64", "FLT-65", "FLT-66",
    "FLT-67", "FLT-68", "FLT-69", "FLT-70", "FLT-71", "FLT-72", "FLT-05", "FLT-14", "FLT-16",
    "FLT-17", "FLT-19"
  })
  @CsvSource(delimiter = '|', textBlock = """
      FLT-30 | architecture                                 | x86_64                        | arm64
      FLT-31 | block-device-mapping.delete-on-termination   | false                         | true
      FLT-32 | block-device-mapping.device-name             | /dev/sdi                      | /dev/sdj
      FLT-33 | block-device-mapping.encrypted               | true                          | false
      FLT-34 | block-device-mapping.snapshot-id             | snap-0000000c                 | snap-0000000d
      FLT-35 | block-device-mapping.volume-size             | 100                           | 0100
      FLT-36 | block-device-mapping.volume-type             | gp3                           | gp2
      FLT-37 | creation-date                                | 2024-03-01T10:20:30.000Z      | 2024-03-01T10:20:30Z
      FLT-38 | description                                  | Golden image*                 | golden image*
      FLT-39 | ena-support                                  | true                          | false
      FLT-40 | free-tier-eligible                           | true                          | TRUE
      FLT-41 | hypervisor                                   | xen                           | ovm
      FLT-42 | image-allowed                                | true                          | false
      FLT-43 | image-id                                     | ami-00000001                  | ami-00000009
      FLT-44 | image-type                                   | machine                       | kernel
      FLT-45 | image-watermark.source-image-creation-time   | 2023-05-06T07:08:09.123456+00:00 | 2023-05-06T07:08:09.123Z
      FLT-46 | image-watermark.source-image-id              | ami-0000000f                  | ami-0000000d
      FLT-47 | image-watermark.source-image-region          | us-west-2                     | eu-west-1
      FLT-48 | image-watermark.watermark-creation-time      | 2023-06-07T08:09:10.000000+00:00 | 2023-05*
      FLT-49 | image-watermark.watermark-key                | 111122223333:base*            | baseline
      FLT-50 | is-public                                    | false                         | true
      FLT-51 | kernel-id                                    | aki-0000000a                  | aki-0000000b
      FLT-52 | manifest-location                            | 111122223333/golden-1         | golden-1
      FLT-53 | name                                         | golden-?                      | Golden-1
      FLT-54 | owner-alias                                  | amazon                        | self
      FLT-55 | owner-id                                     | 111122223333                  | self
      FLT-57 | product-code                                 | abc123                        | abc
      FLT-58 | product-code.type                            | marketplace                   | devpay
      FLT-59 | public-ssm-parameter-name                    | /aws/service/golden/*         | /aws/service/golden
      FLT-60 | ramdisk-id                                   | ari-0000000b                  | ari-0000000a
      FLT-61 | root-device-name                             | /dev/xvda                     | /dev/sdh
      FLT-62 | root-device-type                             | ebs                           | instance-store
      FLT-63 | source-image-id                              | ami-0000000d                  | ami-0000000f
      FLT-64 | source-image-region                          | eu-west-1                     | us-west-2
      FLT-65 | source-instance-id                           | i-0000000e                    | i-0000000f
      FLT-66 | state                                        | available                     | pending
      FLT-67 | state-reason-code                            | Client.*                      | Server.*
      FLT-68 | state-reason-message                         | because                       | Because
      FLT-69 | sriov-net-support                            | simple                        | none
      FLT-70 | tag:env                                      | prod                          | stage
      FLT-71 | tag-key                                      | en?                           | prod
      FLT-72 | virtualization-type                          | hvm                           | paravirtual
      """)
  void each_filter_looks_at_its_attribute(String rule, String name, String matching, String other) {
    assertThat(rule).isNotEmpty();
    assertThat(finds(Filter.of(name, matching), FULL)).isTrue();
    assertThat(finds(Filter.of(name, other), FULL)).isFalse();
    assertThat(finds(Filter.of(name, other, matching), FULL)).isTrue();
  }

  @Test
  @Rules("FLT-56")
  void the_platform_filter_finds_windows_only() {
    Ami windows = image(3).windows().build();
    assertThat(finds(Filter.of("platform", "windows"), windows)).isTrue();
    assertThat(finds(Filter.of("platform", "Windows"), windows)).isFalse();
    assertThat(finds(Filter.of("platform", "*"), FULL)).isFalse();
  }

  static Stream<String> alwaysThere() {
    return Stream.of(
        "architecture",
        "image-allowed",
        "image-id",
        "image-type",
        "is-public",
        "owner-id",
        "state");
  }

  @Test
  @Rules("FLT-14")
  void an_absent_attribute_matches_no_value() {
    ImmutableSet<String> there = alwaysThere().collect(ImmutableSet.toImmutableSet());
    for (String name : ImageFilters.names()) {
      String full = name.equals("tag:") ? "tag:env" : name;
      assertThat(finds(Filter.of(full, "*"), BARE)).as(full).isEqualTo(there.contains(full));
    }
  }

  @Test
  @Rules("FLT-04")
  void there_are_43_filters() {
    assertThat(ImageFilters.names()).hasSize(43).contains("tag:", "tag-key", "image-allowed");
  }

  @Test
  @Rules({"FLT-01", "FLT-03"})
  void filters_are_joined_by_and() {
    ImageQuery both =
        ImageQuery.builder().filter("name", "golden-*").filter("name", "*-2").build();
    assertThat(ids(both.answer(ImmutableList.of(ami(1), ami(2)), owner())))
        .containsExactly("ami-00000002");
    ImageQuery neither = ImageQuery.builder()
        .filter("name", "golden-1")
        .filter("name", "golden-2")
        .build();
    assertThat(ids(neither.answer(ImmutableList.of(ami(1), ami(2)), owner()))).isEmpty();
  }

  @Test
  @Rules("FLT-02")
  void values_are_joined_by_or() {
    ImageQuery query = ImageQuery.builder().filter("name", "golden-1", "*-3").build();
    assertThat(ids(query.answer(ImmutableList.of(ami(1), ami(2), ami(3)), owner())))
        .containsExactly("ami-00000001", "ami-00000003");
  }

  @Test
  @Rules("FLT-15")
  void a_filter_without_values_finds_nothing() {
    assertThat(finds(Filter.of("name"), FULL)).isFalse();
  }

  @Test
  @Rules("FLT-18")
  void filters_on_devices_are_judged_one_by_one() {
    ImageQuery query = ImageQuery.builder()
        .filter("block-device-mapping.device-name", "/dev/xvda")
        .filter("block-device-mapping.volume-size", "100")
        .build();
    assertThat(ids(query.answer(ImmutableList.of(FULL), owner()))).hasSize(1);
  }

  @Test
  @Rules({"FLT-20", "FLT-37"})
  void a_time_pattern_takes_a_day_a_month_or_a_year() {
    for (String pattern : List.of("2024-03-01T*", "2024-03*", "2024*")) {
      assertThat(finds(Filter.of("creation-date", pattern), FULL)).isTrue();
    }
    assertThat(finds(Filter.of("creation-date", "2024-03-02T*"), FULL)).isFalse();
    assertThat(finds(Filter.of("creation-date", "1 March 2024"), FULL)).isFalse();
  }

  @Test
  @Rules({"FLT-16", "FLT-50"})
  void a_public_image_is_found_as_one() {
    Ami open = ami(1).withLaunchPermissions(ImmutableSet.of(LaunchPermission.everyone()));
    assertThat(finds(Filter.of("is-public", "true"), open)).isTrue();
    assertThat(finds(Filter.of("is-public", "false"), open)).isFalse();
  }

  @Test
  @Rules("FLT-16")
  void a_word_that_is_no_boolean_finds_nothing() {
    for (String word : List.of("True", "yes", "1", "")) {
      assertThat(finds(Filter.of("ena-support", word), FULL)).as(word).isFalse();
      assertThat(finds(Filter.of("is-public", word), FULL)).as(word).isFalse();
    }
  }

  @Test
  @Rules("FLT-31")
  void a_device_without_the_flag_is_neither_true_nor_false() {
    Ami unflagged = ami(4);
    String name = "block-device-mapping.delete-on-termination";
    assertThat(finds(Filter.of(name, "true", "false", "*"), unflagged)).isFalse();
  }

  @Test
  @Rules({"FLT-21", "TAG-08"})
  void tag_filters_see_the_tags_of_the_viewer() {
    ImageSource source = new ImageSource() {
      @Override
      public Iterable<Ami> candidates(ImageQuery query, Viewer viewer) {
        return ImmutableList.of(
            FULL.withLaunchPermissions(ImmutableSet.of(LaunchPermission.userId(OTHER))));
      }

      @Override
      public ImmutableSet<ImageId> unknown(ImmutableSet<ImageId> ids) {
        return ImmutableSet.of();
      }

      @Override
      public Tags tags(Ami ami, AccountId viewer) {
        return viewer.equals(OTHER) ? Tags.of("mine", "yes") : ami.tags();
      }
    };
    ImageQuery mine = ImageQuery.builder().filter("tag:mine", "yes").build();
    ImageQuery theirs = ImageQuery.builder().filter("tag-key", "env").build();
    assertThat(ids(mine.answer(source, other()))).hasSize(1);
    assertThat(ids(theirs.answer(source, other()))).isEmpty();
    assertThat(ids(theirs.answer(source, owner()))).hasSize(1);
    assertThat(ids(ImageQuery.builder().executableUsers("self").build().answer(source, other())))
        .as("who may launch an image is what it says, unless the source knows better")
        .hasSize(1);
    assertThat(mine.answer(source, other()).orThrow().items().get(0).tags())
        .isEqualTo(Tags.of("mine", "yes"));
  }

  @Test
  @Rules("FLT-70")
  void the_key_of_a_tag_filter_is_literal() {
    assertThat(finds(Filter.of("tag:Owner*", ""), FULL)).isTrue();
    assertThat(finds(Filter.of("tag:e*", "*"), FULL)).isFalse();
    assertThat(finds(Filter.of("tag:ENV", "prod"), FULL)).isFalse();
    assertThat(finds(Filter.of("tag:env", ""), FULL)).isFalse();
    assertThat(finds(Filter.of("tag:none", "*"), FULL)).isFalse();
  }

  @Test
  @Rules("FLT-42")
  void not_allowed_images_are_found_in_audit_mode_only() {
    Ami shared = ami(5).withLaunchPermissions(ImmutableSet.of(LaunchPermission.everyone()));
    ImageQuery notAllowed =
        ImageQuery.builder().filter("image-allowed", "false").build();
    ImageCriterion nobody = ImageCriterion.imageProviders("none");
    List<Ami> images = List.of(shared);
    assertThat(
            ids(notAllowed.answer(images, other().with(AllowedImagesSettings.auditMode(nobody)))))
        .hasSize(1);
    assertThat(ids(notAllowed.answer(images, other().with(AllowedImagesSettings.enabled(nobody)))))
        .isEmpty();
    assertThat(ids(notAllowed.answer(images, other()))).isEmpty();
  }

  @Test
  @Rules("FLT-59")
  void a_parameter_name_finds_every_image_that_it_ever_stood_for() {
    ImageSource remembering = new ImageSource() {
      @Override
      public Iterable<Ami> candidates(ImageQuery query, Viewer viewer) {
        return ImmutableList.of(ami(1), ami(2));
      }

      @Override
      public ImmutableSet<ImageId> unknown(ImmutableSet<ImageId> ids) {
        return ImmutableSet.of();
      }

      @Override
      public Iterable<String> publicSsmParameterNames(Ami ami) {
        return ImmutableList.of("/aws/service/new", "/aws/service/old");
      }
    };
    ImageQuery query = ImageQuery.builder()
        .filter("public-ssm-parameter-name", "/aws/service/old")
        .build();
    assertThat(ids(query.answer(remembering, owner()))).hasSize(2);
  }

  @Test
  @Rules({"FLT-66", "LIFE-13", "DISABLE-08", "QRY-17", "ERR-14"})
  void the_disabled_state_needs_the_flag() {
    assertThatThrownBy(
            () -> ImageQuery.builder().filter("state", "failed", "disabled").build())
        .hasMessageContaining("image-query.disabled-state")
        .hasMessageContaining("InvalidParameter]");
    Ami disabled = image(6).state(AmiState.DISABLED).build();
    ImageQuery query =
        ImageQuery.builder().includeDisabled(true).filter("state", "disabled").build();
    assertThat(ids(query.answer(List.of(disabled, ami(7)), owner())))
        .containsExactly("ami-00000006");
    assertThat(ids(ImageQuery.builder()
            .filter("state", "dis*")
            .build()
            .answer(List.of(disabled), owner())))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = AmiState.class,
      names = {"AVAILABLE", "PENDING", "FAILED"})
  @Rules({"FLT-66", "LIFE-13"})
  void every_other_state_is_found_without_the_flag(AmiState state) {
    List<Ami> images = Stream.of(AmiState.values())
        .map(each -> image(1 + each.ordinal()).state(each).build())
        .toList();
    ImageQuery query = ImageQuery.builder().filter("state", state.toString()).build();

    assertThat(query.answer(images, owner()).orThrow().items())
        .extracting(Ami::state)
        .containsExactly(state);
  }

  @Test
  @Rules("FLT-66")
  void states_that_ec2_never_produces_are_found_by_no_filter() {
    for (AmiState state : List.of(AmiState.INVALID, AmiState.TRANSIENT, AmiState.ERROR)) {
      Ami ami = image(8).state(state).build();
      assertThat(finds(Filter.of("state", "*", state.toString()), ami))
          .as(state.toString())
          .isFalse();
    }
    assertThat(finds(
            Filter.of("state", "pending"), image(9).state(AmiState.PENDING).build()))
        .isTrue();
    assertThat(
            finds(Filter.of("state", "failed"), image(9).state(AmiState.FAILED).build()))
        .isTrue();
  }

  static Stream<Arguments> unknownNames() {
    return Stream.of(
            "deprecation-time",
            "boot-mode",
            "tpm-support",
            "imds-support",
            "platform-details",
            "usage-operation",
            "last-launched-time",
            "deregistration-protection",
            "launch-permission",
            "tag-value",
            "tag:",
            "Name",
            "",
            "image-watermark-key")
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("unknownNames")
  @Rules({"FLT-04", "FLT-22", "FLT-73", "ERR-38"})
  void an_unknown_filter_name_is_refused(String name) {
    assertThatThrownBy(() -> ImageQuery.builder().filter(name, "x").build())
        .hasMessageContaining("query.filter-name")
        .hasMessageContaining("InvalidParameterValue");
  }

  @Test
  @Rules({"FLT-12", "QUOTA-08", "ERR-38", "DEC-150"})
  void filters_and_values_are_limited() {
    ImageQuery.Builder fifty = ImageQuery.builder();
    IntStream.range(0, 50).forEach(i -> fifty.filter("name", "a"));
    assertThat(fifty.build().filters()).hasSize(50);
    assertThatThrownBy(() -> fifty.filter("name", "a").build())
        .hasMessageContaining("query.filters-limit")
        .hasMessageContaining("FilterLimitExceeded");

    String[] values = IntStream.range(0, 200).mapToObj(String::valueOf).toArray(String[]::new);
    assertThat(ImageQuery.builder().filter("name", values).build().filters()).hasSize(1);
    String[] more = IntStream.range(0, 201).mapToObj(String::valueOf).toArray(String[]::new);
    assertThatThrownBy(() -> ImageQuery.builder().filter("name", more).build())
        .hasMessageContaining("query.filter-values-limit")
        .hasMessageContaining("FilterLimitExceeded");
    ImageQuery.Builder both = ImageQuery.builder().filter("name", values);
    assertThatThrownBy(() -> both.filter("state", "available").build())
        .hasMessageContaining("query.filter-values-limit"); // DEC-150: counted over all filters

    String longest = Stream.generate(() -> "\uD83D\uDE00").limit(255).collect(joining());
    assertThat(ImageQuery.builder().filter("name", longest).build().filters()).hasSize(1);
    assertThatThrownBy(() -> ImageQuery.builder().filter("name", longest + "x").build())
        .hasMessageContaining("query.filter-value-length")
        .hasMessageContaining("FilterLimitExceeded"); // DEC-150: was InvalidParameterValue
  }

  @Test
  @Rules("FLT-13")
  @SuppressWarnings({"NullAway", "DataFlowIssue"}) // null is what the test is about
  void null_is_no_value() {
    assertThatThrownBy(() -> Filter.of("name", (String) null))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void an_attribute_tells_its_texts() {
    assertThat(ImageFilters.attribute("block-device-mapping.device-name").get().texts(FULL))
        .containsExactly("/dev/xvda", "/dev/sdh", "/dev/sdi");
    assertThat(ImageFilters.attribute("kernel-id").get().texts(BARE)).isEmpty();
    assertThat(ImageFilters.attribute("tag-key")).isEmpty();
    assertThat(ImageFilters.attribute("creation-date").get().texts(FULL))
        .containsExactly(CREATED.toString().replace("Z", ".000Z"));
  }
}
