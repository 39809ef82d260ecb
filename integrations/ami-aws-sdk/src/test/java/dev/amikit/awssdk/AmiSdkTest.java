package dev.amikit.awssdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.filter.Filter;
import dev.amikit.image.Ami;
import dev.amikit.image.Architecture;
import dev.amikit.jackson.AmiJson;
import dev.amikit.jackson.ReadResult;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.operation.Operation;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tag;
import dev.amikit.testkit.arbitrary.AmiArbitraries;
import dev.amikit.testkit.arbitrary.DeviceArbitraries;
import dev.amikit.testkit.arbitrary.SnapshotArbitraries;
import dev.amikit.testkit.contract.MappingContract;
import dev.amikit.testkit.fixture.Amis;
import dev.amikit.testkit.jqwik.AmiDomain;
import dev.amikit.testkit.registry.History;
import dev.amikit.testkit.registry.History.Attempts;
import dev.amikit.testkit.registry.TestRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Group;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Request;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.ModifyImageAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifySnapshotAttributeRequest;

/** Values go to the SDK and come back; what JSON tells of them, the SDK does. */
@Domain(AmiDomain.class)
@Domain(DomainContext.Global.class)
@net.jqwik.api.Tag("long")
@SuppressWarnings("ClassCanBeStatic") // groups of jqwik are inner classes
class AmiSdkTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  @Group
  class An_image implements MappingContract<Ami, Image> {
    @Override
    public Arbitrary<Ami> values() {
      return AmiArbitraries.amis();
    }

    @Override
    public Image write(Ami ami) {
      return AmiSdk.toSdk(ami);
    }

    @Override
    public Ami read(Image image) {
      return AmiSdk.fromSdk(image).orThrow();
    }

    /** As DescribeImages tells it. */
    @Override
    public Ami told(Ami ami) {
      return AmiJson.image().read(AmiJson.image().tree(ami)).orThrow();
    }
  }

  @Property(tries = 300)
  void an_image_tells_the_SDK_whether_it_is_public(@ForAll Ami ami) {
    assertThat(AmiSdk.toSdk(ami).publicLaunchPermissions()).isEqualTo(ami.isPublic());
  }

  @Group
  class A_snapshot
      implements MappingContract<Snapshot, software.amazon.awssdk.services.ec2.model.Snapshot> {
    @Override
    public Arbitrary<Snapshot> values() {
      return SnapshotArbitraries.snapshots();
    }

    @Override
    public software.amazon.awssdk.services.ec2.model.Snapshot write(Snapshot snapshot) {
      return AmiSdk.toSdk(snapshot);
    }

    @Override
    public Snapshot read(software.amazon.awssdk.services.ec2.model.Snapshot snapshot) {
      return AmiSdk.fromSdk(snapshot).orThrow();
    }

    /** As DescribeSnapshots tells it. */
    @Override
    public Snapshot told(Snapshot snapshot) {
      return AmiJson.snapshot().read(AmiJson.snapshot().tree(snapshot)).orThrow();
    }
  }

  @Group
  class A_mapping
      implements MappingContract<
          BlockDeviceMapping, software.amazon.awssdk.services.ec2.model.BlockDeviceMapping> {
    @Override
    public Arbitrary<BlockDeviceMapping> values() {
      return DeviceArbitraries.blockDeviceMappings();
    }

    @Override
    public software.amazon.awssdk.services.ec2.model.BlockDeviceMapping write(
        BlockDeviceMapping mapping) {
      return AmiSdk.toSdk(mapping);
    }

    @Override
    public BlockDeviceMapping read(
        software.amazon.awssdk.services.ec2.model.BlockDeviceMapping mapping) {
      return AmiSdk.fromSdk(mapping).orThrow();
    }
  }

  @Property(tries = 100)
  void permissions_and_tags_come_back_as_they_went(
      @ForAll LaunchPermission launch, @ForAll CreateVolumePermission create, @ForAll Tag tag) {
    assertThat(AmiSdk.fromSdk(AmiSdk.toSdk(launch)).orThrow()).isEqualTo(launch);
    assertThat(AmiSdk.fromSdk(AmiSdk.toSdk(create)).orThrow()).isEqualTo(create);
    assertThat(AmiSdk.fromSdk(AmiSdk.toSdk(tag)).orThrow()).isEqualTo(tag);
  }

  @Provide
  Arbitrary<Attempts> histories() {
    return Attempts.any();
  }

  @Property(tries = 20)
  void a_request_comes_back_as_it_went(@ForAll("histories") Attempts attempts) {
    for (History.Step step : History.of(attempts).steps()) {
      step.call()
          .map(History.Call::operation)
          .filter(AmiSdkTest::isOfEc2)
          .ifPresent(operation -> assertThat(
                  (Object) AmiSdk.fromSdk(AmiSdk.toSdk(operation)).orThrow())
              .isEqualTo(operation));
    }
  }

  @Property(tries = 100)
  void an_image_comes_over_the_wire_as_it_is_unless_XML_cannot_write_it(@ForAll Ami ami) {
    Assume.that(Parameters.UNWRITABLE.matchesNoneOf(ami.toString()));
    InMemoryAmiRegistry registry = InMemoryAmiRegistry.create(Clock.fixed(NOW, ZoneOffset.UTC));
    Ami stored = ami.withRecycleBinStay(Optional.empty());
    registry.aws().put(TestRegistry.HERE, stored);
    Ec2Client ec2 = Ec2Clients.of(registry).client(ami.ownerId(), TestRegistry.HERE);

    registry
        .account(ami.ownerId())
        .in(TestRegistry.HERE)
        .describeImage(ami.imageId())
        .ifPresent(described -> assertThat(
                ec2.describeImages(r -> r.imageIds(ami.imageId().value())).images())
            .containsExactly(AmiSdk.toSdk(described)));
  }

  @Example
  void a_character_that_XML_cannot_write_is_replaced() {
    XmlWriter xml = new XmlWriter();
    xml.text("a\0<b>\r&");

    assertThat(xml.toString()).endsWith("a\uFFFD&lt;b&gt;&#xD;&amp;");
  }

  @Example
  void a_word_that_nobody_knows_yet_is_kept() {
    Image image =
        AmiSdk.toSdk(Amis.availableAmi()).toBuilder().architecture("riscv64").build();

    assertThat(AmiSdk.fromSdk(image).orThrow().architecture())
        .isEqualTo(Architecture.of("riscv64"));
    assertThat(AmiSdk.toSdk(AmiSdk.fromSdk(image).orThrow()).architectureAsString())
        .isEqualTo("riscv64");
  }

  @Example
  void what_is_no_image_is_refused_with_every_broken_rule() {
    ReadResult<Ami> result = AmiSdk.fromSdk(Image.builder().imageId("ami-1").build());

    assertThat(result)
        .isInstanceOfSatisfying(
            ReadResult.Refused.class,
            refused -> assertThat(refused.violations().toString())
                .contains("image-id.format", "OwnerId", "State", "Architecture"));
  }

  @Example
  void a_change_in_the_flat_form_that_says_too_little_is_refused_as_everything_else_is() {
    assertRefused(
        ModifyImageAttributeRequest.builder()
            .imageId("ami-01234567")
            .operationType("add")
            .build(),
        "MissingParameter",
        "The request must contain the parameter LaunchPermission",
        "Attribute");
    assertRefused(
        ModifyImageAttributeRequest.builder()
            .imageId("ami-01234567")
            .attribute("description")
            .operationType("add")
            .build(),
        "InvalidParameterCombination",
        "The parameter OperationType cannot be used with the attribute description",
        "OperationType");
    assertRefused(
        ModifyImageAttributeRequest.builder()
            .imageId("ami-01234567")
            .attribute("launchPermission")
            .operationType("{words}")
            .userIds("111122223333")
            .build(),
        "InvalidParameterValue",
        "Value ({words}) for parameter operationType is invalid. Valid values: add, remove.",
        "OperationType");
    assertRefused(
        ModifySnapshotAttributeRequest.builder().snapshotId("snap-01234567").build(),
        "MissingParameter",
        "Value for parameter attribute is invalid. Parameter may not be null or empty.",
        "Attribute");
  }

  private static void assertRefused(Ec2Request request, String code, String words, String path) {
    assertThat(AmiSdk.fromSdk(request).refusal()).hasValueSatisfying(refusal -> {
      assertThat(refusal.errorCode()).hasToString(code);
      assertThat(refusal.message()).isEqualTo(words);
      assertThat(refusal.violations()).extracting(Violation::path).containsExactly(path);
    });
  }

  @Example
  void a_member_that_the_library_does_not_know_is_told() {
    Image image = AmiSdk.toSdk(Amis.availableAmi()).toBuilder()
        .scanResults(scan -> scan.findingScanDate(NOW))
        .build();

    assertThat(AmiSdk.fromSdk(image).unknownMembers()).containsExactly("ScanResults");
  }

  @Example
  void a_filter_comes_back_as_it_went() {
    Filter filter = Filter.of("tag:env", "prod", "te*");

    assertThat(AmiSdk.fromSdk(AmiSdk.toSdk(filter)).orThrow()).isEqualTo(filter);
  }

  private static boolean isOfEc2(Operation<?> operation) {
    return QueryProtocol.actions().contains(Requests.nameOf(operation));
  }
}
