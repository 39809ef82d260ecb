package dev.amikit.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.collect.ImmutableList;
import dev.amikit.account.ManagedBy;
import dev.amikit.allowed.ImageCriterion;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.fastlaunch.FastLaunch;
import dev.amikit.fastlaunch.FastLaunchConfiguration;
import dev.amikit.fastlaunch.FastLaunchResourceType;
import dev.amikit.fastlaunch.FastLaunchState;
import dev.amikit.fastlaunch.LaunchTemplateSpecification;
import dev.amikit.id.AccountId;
import dev.amikit.id.FastLaunchId;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.registry.state.RetentionRule.RuleLockState;
import dev.amikit.rule.RuleViolationException;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tags;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AmiModuleTest {
  private static final ImmutableList<Ami> AMIS =
      AmiJson.images().read(Documents.text("images.json")).orThrow();
  private static final Snapshot SNAPSHOT =
      AmiJson.snapshots().read(Documents.text("snapshots.json")).orThrow().get(0);
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().addModule(new AmiModule()).build();

  record Catalogue(
      Ami golden,
      List<Snapshot> snapshots,
      Map<ImageId, Region> copies,
      Map<AmiState, Integer> counts,
      Architecture architecture,
      DeregistrationProtection protection,
      List<LaunchPermission> launch,
      List<CreateVolumePermission> create,
      BlockDeviceMapping device,
      Tags tags) {}

  private static final Catalogue CATALOGUE = new Catalogue(
      AMIS.get(0),
      List.of(SNAPSHOT),
      Map.of(ImageId.of("ami-01234567"), Region.EU_WEST_1),
      Map.of(AmiState.AVAILABLE, 3),
      Architecture.ARM64,
      DeregistrationProtection.enabledWithCooldown(),
      List.of(LaunchPermission.everyone(), LaunchPermission.userId("111122223333")),
      List.of(CreateVolumePermission.everyone()),
      AMIS.get(0).blockDeviceMappings().get(0),
      Tags.of("env", "prod"));

  @Test
  void values_are_members_of_own_types() throws JsonProcessingException {
    String text = MAPPER.writeValueAsString(CATALOGUE);
    assertThat(MAPPER.readValue(text, Catalogue.class)).isEqualTo(CATALOGUE);
  }

  @Test
  void values_stand_as_the_AWS_CLI_prints_them_whatever_the_mapper_does_to_others()
      throws JsonProcessingException {
    ObjectMapper snake = JsonMapper.builder()
        .addModule(new AmiModule())
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .build();
    assertThat(snake.valueToTree(CATALOGUE).get("golden")).isEqualTo(Documents.image());
    assertThat(snake.readValue(snake.writeValueAsString(CATALOGUE), Catalogue.class))
        .isEqualTo(CATALOGUE);
    assertThat(snake.writeValueAsString(Map.of(AmiState.AVAILABLE, Architecture.ARM64)))
        .isEqualTo("{\"available\":\"arm64\"}");
  }

  @Test
  void what_EC2_tells_beside_images_is_read_and_written_as_well() throws JsonProcessingException {
    RetentionRule rule = RetentionRule.builder()
        .identifier("abcdef12345")
        .resourceType(ResourceType.EC2_IMAGE)
        .retentionPeriodDays(7)
        .build();
    assertThat(MAPPER.readValue(MAPPER.writeValueAsString(rule), RetentionRule.class))
        .isEqualTo(rule);
    ImageCriterion criterion = ImageCriterion.imageProviders("amazon", "111122223333");
    assertThat(MAPPER.writeValueAsString(criterion))
        .isEqualTo("{\"ImageProviders\":[\"amazon\",\"111122223333\"]}");
    assertThat(MAPPER.readValue(MAPPER.writeValueAsString(criterion), ImageCriterion.class))
        .isEqualTo(criterion);
    assertThat(MAPPER.writeValueAsString(List.of(ManagedBy.ACCOUNT, RuleLockState.PENDING_UNLOCK)))
        .isEqualTo("[\"account\",\"pending_unlock\"]");
    assertThat(MAPPER.readValue("\"declarative-policy\"", ManagedBy.class))
        .isEqualTo(ManagedBy.DECLARATIVE_POLICY);
  }

  @Test
  void fast_launch_is_read_and_written_as_the_AWS_CLI_prints_it() throws JsonProcessingException {
    FastLaunch fastLaunch = new FastLaunch(
        FastLaunchId.parse("111122223333:ami-0abcdef1234567890"),
        new FastLaunchConfiguration(
            FastLaunchResourceType.SNAPSHOT,
            10,
            6,
            Optional.of(LaunchTemplateSpecification.ofId("lt-0abcdef1234567890", "$Latest"))),
        FastLaunchState.ENABLING_FAILED,
        "Client.UserInitiated",
        Instant.parse("2026-01-27T22:16:03Z"));

    String text = MAPPER.writeValueAsString(fastLaunch);

    assertThat(text)
        .isEqualTo("{'ImageId':'ami-0abcdef1234567890','ResourceType':'snapshot',"
            .concat("'SnapshotConfiguration':{'TargetResourceCount':10},")
            .concat("'LaunchTemplate':{'LaunchTemplateId':'lt-0abcdef1234567890',")
            .concat("'Version':'$Latest'},'MaxParallelLaunches':6,")
            .concat("'OwnerId':'111122223333','State':'enabling-failed',")
            .concat("'StateTransitionReason':'Client.UserInitiated',")
            .concat("'StateTransitionTime':'2026-01-27T22:16:03.000Z'}")
            .replace('\'', '"'));
    assertThat(MAPPER.readValue(text, FastLaunch.class)).isEqualTo(fastLaunch);
    assertThatThrownBy(() -> MAPPER.readValue("\"disabled\"", FastLaunchState.class))
        .hasRootCauseInstanceOf(RuleViolationException.class);
  }

  @Test
  void the_module_is_found_by_itself() throws JsonProcessingException {
    ObjectMapper mapper = new ObjectMapper().findAndRegisterModules();
    assertThat(mapper.readValue("\"111122223333\"", AccountId.class))
        .isEqualTo(AccountId.of("111122223333"));
  }

  @Test
  void a_refusal_tells_every_broken_rule_and_the_place() {
    String text = MAPPER
        .createObjectNode()
        .set("golden", Documents.image(image -> image.put("State", "asleep").put("OwnerId", "me")))
        .toString();
    assertThatThrownBy(() -> MAPPER.readValue(text, Catalogue.class))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageContaining("Catalogue[\"golden\"]")
        .cause()
        .isInstanceOfSatisfying(
            RuleViolationException.class,
            refusal -> assertThat(refusal.violations())
                .extracting(Violation::path)
                .containsExactlyInAnyOrder("State", "OwnerId"));
  }

  @Test
  void a_key_that_breaks_a_rule_is_refused() {
    assertThatThrownBy(() -> MAPPER.readValue("{\"copies\": {\"ami\": 1}}", Catalogue.class))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageContaining("image-id.format");
  }

  @Test
  void unknown_members_are_refused_unless_the_mapper_passes_them_over() throws Exception {
    String text = Documents.image(image -> image.put("Colour", "blue")).toString();
    assertThatThrownBy(() -> MAPPER.readValue(text, Ami.class))
        .isInstanceOf(UnrecognizedPropertyException.class)
        .hasMessageContaining("Colour");
    assertThat(MAPPER
            .readerFor(Ami.class)
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .<Ami>readValue(text))
        .isEqualTo(AMIS.get(0));
  }

  @Test
  void a_member_that_comes_twice_is_refused() {
    assertThatThrownBy(
            () -> MAPPER.readValue("{\"Key\": \"a\", \"Key\": \"b\"}", dev.amikit.tag.Tag.class))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageContaining("Duplicate");
  }
}
