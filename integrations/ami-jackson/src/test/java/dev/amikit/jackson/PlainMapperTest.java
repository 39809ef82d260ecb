package dev.amikit.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.filter.FilterPattern;
import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.id.VolumeId;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.ImageAttribute;
import dev.amikit.lifecycle.AmiAction;
import dev.amikit.lifecycle.DescriptionChanged;
import dev.amikit.lifecycle.Disable;
import dev.amikit.lifecycle.ImageBecameAvailable;
import dev.amikit.page.Page;
import dev.amikit.query.ImageQuery;
import dev.amikit.registry.image.DisableImage;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.Volume;
import dev.amikit.registry.state.VolumeEvent;
import dev.amikit.rule.Refusal;
import dev.amikit.tag.Tag;
import dev.amikit.testkit.fixture.Accounts;
import dev.amikit.testkit.fixture.Amis;
import dev.amikit.testkit.fixture.Snapshots;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mapper does with what it has no form for: it says so, and writes nothing by halves. */
class PlainMapperTest {
  private static final ObjectMapper PLAIN = new ObjectMapper();
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().addModule(new AmiModule()).build();
  private static final Volume VOLUME = Volume.builder()
      .volumeId("vol-01234567")
      .ownerId(Accounts.OWNER)
      .size(8)
      .createTime(Amis.CREATION_DATE)
      .volumeType(VolumeType.GP3)
      .build();

  static Stream<Object> builtValues() {
    return Stream.of(
        Amis.availableAmi(),
        Amis.ID,
        Snapshots.completedSnapshot(),
        Amis.availableAmi().blockDeviceMappings().get(0),
        EbsBlockDevice.blank(VolumeType.GP3, 8),
        ImageAttribute.of(Amis.availableAmi()),
        VOLUME,
        FilterPattern.of("golden-*"),
        new Page<>(ImmutableList.of(Amis.availableAmi()), Optional.empty()),
        List.of(Snapshots.completedSnapshot()),
        Map.of("golden", Amis.availableAmi()));
  }

  @ParameterizedTest
  @MethodSource("builtValues")
  void a_mapper_without_the_module_refuses_what_is_no_record(Object value) {
    assertThatThrownBy(() -> PLAIN.writeValueAsString(value))
        .isInstanceOf(InvalidDefinitionException.class);
  }

  @Test
  void a_mapper_without_the_module_writes_records_and_words_by_their_components()
      throws JsonProcessingException {
    assertThat(PLAIN.writeValueAsString(AccountId.of("111122223333")))
        .isEqualTo("{\"value\":\"111122223333\"}");
    assertThat(PLAIN
            .readTree(PLAIN.writeValueAsString(Tag.of("a", "b")))
            .get("key")
            .textValue())
        .isEqualTo("a");
    assertThat(PLAIN
            .readTree(PLAIN.writeValueAsString(Architecture.ARM64))
            .get("word")
            .textValue())
        .isEqualTo("arm64");
    assertThat(PLAIN.writeValueAsString(AmiState.AVAILABLE)).isEqualTo("\"AVAILABLE\"");
  }

  static Stream<Object> valuesWithoutForm() {
    return Stream.of(
        new ImageBecameAvailable(ImmutableMap.of()),
        new DescriptionChanged("new"),
        new VolumeEvent.VolumeDeleted(Region.US_EAST_1, VolumeId.of("vol-01234567")),
        new Disable(),
        new DisableImage(Amis.ID),
        RegisterImage.builder()
            .name("golden")
            .hvm(Architecture.X86_64)
            .ebsRoot("/dev/xvda", Snapshots.ID)
            .build(),
        ImageQuery.builder().build(),
        PartitionState.empty(),
        FilterPattern.of("golden-*"),
        Refusal.of(AmiState.KNOWN.brokenBy("state", "asleep")),
        AmiState.KNOWN,
        AmiState.KNOWN.errorCode(),
        new Page<>(ImmutableList.of(Amis.availableAmi()), Optional.empty()));
  }

  @ParameterizedTest
  @MethodSource("valuesWithoutForm")
  void the_module_refuses_what_it_has_no_form_for(Object value) {
    for (ObjectMapper mapper : List.of(
        MAPPER,
        JsonMapper.builder()
            .addModule(new AmiModule())
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build())) {
      assertThatThrownBy(() -> mapper.writeValueAsString(Map.of("value", value)))
          .isInstanceOf(InvalidDefinitionException.class)
          .hasMessageContaining("amikit has no JSON for dev.amikit.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        DescriptionChanged.class,
        Disable.class,
        RegistryEvent.class,
        RegisterImage.class,
        Page.class,
        Refusal.class,
        AmiAction.class,
      })
  void the_module_refuses_to_read_what_it_has_no_form_for(Class<?> type) {
    assertThatThrownBy(() -> MAPPER.readValue("{}", type))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("amikit has no JSON for dev.amikit.");
  }

  @Test
  void what_EC2_tells_less_of_than_it_holds_is_written_and_not_read()
      throws JsonProcessingException {
    String text = MAPPER.writeValueAsString(VOLUME);
    assertThat(text).contains("\"VolumeId\":\"vol-01234567\"");
    assertThatThrownBy(() -> MAPPER.readValue(text, Volume.class))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("amikit has no JSON for dev.amikit.registry.state.Volume");
  }

  private record Own(Architecture architecture, Thread.State state) {}

  @Test
  void types_of_others_are_left_alone() throws JsonProcessingException {
    Own own = new Own(Architecture.ARM64, Thread.State.NEW);
    assertThat(MAPPER.writeValueAsString(own))
        .isEqualTo("{\"architecture\":\"arm64\",\"state\":\"NEW\"}");
    assertThat(MAPPER.readValue(MAPPER.writeValueAsString(own), Own.class)).isEqualTo(own);
  }
}
