package dev.amikit.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMultiset;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageAttribute;
import dev.amikit.tag.Tags;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A document that is kept is written back as it was, but for what was changed. */
class KeptTest {
  private static final AnswerFormat<Ami> KEEPING = AmiJson.images().keepingUnknownMembers();

  /** An image with much that the library does not know, or writes otherwise. */
  private static final ObjectNode IMAGE = Documents.image(image -> {
    image.put("Colour", "blue").put("Weight", 1.10).putNull("Smell").putNull("Description");
    image.remove(List.of("Public", "ImageType"));
    image.put("CreationDate", "2026-11-01T12:30:00+00:00");
    ((ObjectNode) image.at("/BlockDeviceMappings/0")).put("Bus", "nvme");
    ((ObjectNode) image.at("/BlockDeviceMappings/0/Ebs")).putObject("Heads").put("Count", 4);
    ((ObjectNode) image.at("/Tags/1")).put("Since", 2026);
  });

  @Test
  void a_document_is_written_back_as_it_was() {
    String document = "{\"Meta\":{\"A\":[1]},\"NextToken\":null,\"Images\":["
        + IMAGE
        + ",{\"ImageId\":\"x\",\"New\":[]},7]}";
    AnswerDocument<Ami> read = KEEPING.read(document);

    assertThat(read.values()).hasSize(1);
    assertThat(Documents.tree(KEEPING.write(read))).isEqualTo(Documents.tree(document));
    assertThat(KEEPING.read(KEEPING.write(read))).isEqualTo(read);
  }

  @Test
  void a_document_is_written_to_whatever_it_is_to_go_to() {
    AnswerDocument<Ami> read = KEEPING.read("{\"Images\":[" + IMAGE + "],\"NextToken\":\"abc\"}");
    StringWriter text = new StringWriter();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    KEEPING.compact().write(read, text);
    KEEPING.compact().write(read, bytes);

    assertThat(text).hasToString("{\"Images\":[" + IMAGE + "],\"NextToken\":\"abc\"}");
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(text.toString());
  }

  @Test
  void without_being_kept_what_is_not_known_is_told_and_not_written() {
    AnswerDocument<Ami> read =
        AmiJson.images().read("{\"Images\":[" + IMAGE + ",7],\"NextToken\":\"abc\",\"Meta\":1}");
    JsonNode back = Documents.tree(AmiJson.images().write(read));

    assertThat(read.records().get(0).unknownMembers()).contains("Colour", "Tags[1].Since");
    assertThat(back.at("/Images/0").has("Colour")).isFalse();
    assertThat(back.at("/Images/0"))
        .isEqualTo(Documents.tree(AmiJson.image().write(read.values().get(0))));
    assertThat(back.at("/Images/1").intValue()).isEqualTo(7);
    assertThat(back.get("NextToken").textValue()).isEqualTo("abc");
    assertThat(back.has("Meta")).isFalse();
  }

  @Test
  void a_member_that_is_changed_changes_alone() {
    assertThat(changed(ami -> ami.withDescription(Optional.of("new"))))
        .isEqualTo(expected(image -> image.put("Description", "new")));
    assertThat(changed(ami -> ami.toBuilder().name("other").isPublic(true).build()))
        .isEqualTo(expected(image -> image.put("Name", "other").put("Public", true)));
    assertThat(changed(ami -> ami.toBuilder().kernelId(Optional.empty()).build()))
        .isEqualTo(expected(image -> image.remove("KernelId")));
  }

  @Test
  void a_change_deep_inside_leaves_what_is_beside_it() {
    assertThat(changed(ami -> {
          BlockDeviceMapping root = ami.blockDeviceMappings().get(0);
          BlockDeviceMapping larger = root.toBuilder()
              .ebs(root.ebs().orElseThrow().toBuilder().volumeSize(77).build())
              .build();
          return ami.toBuilder()
              .blockDeviceMappings(ImmutableList.<BlockDeviceMapping>builder()
                  .add(larger)
                  .addAll(ami.blockDeviceMappings()
                      .subList(1, ami.blockDeviceMappings().size()))
                  .build())
              .build();
        }))
        .isEqualTo(expected(
            image -> ((ObjectNode) image.at("/BlockDeviceMappings/0/Ebs")).put("VolumeSize", 77)));
  }

  @Test
  void an_element_that_stays_is_found_again_wherever_it_stands() {
    Tags more = Tags.of(Map.of("first", "1", "Name", "golden", "empty", ""));
    JsonNode tags = changed(ami -> ami.withTags(more)).get("Tags");

    assertThat(tags).hasSize(3);
    assertThat(tags)
        .filteredOn(tag -> tag.get("Key").textValue().equals("empty"))
        .containsExactly(IMAGE.at("/Tags/1"));
    assertThat(changed(ami -> ami.withTags(Tags.none())))
        .isEqualTo(expected(image -> image.remove("Tags")));
  }

  @Test
  void what_nobody_changes_is_not_touched_by_a_change_of_all() {
    AnswerDocument<Ami> read = KEEPING.read("{\"Images\":[" + IMAGE + ",7,{}]}");

    assertThat(KEEPING.write(read.map(ami -> ami))).isEqualTo(KEEPING.write(read));
    assertThat(read.map(ami -> ami.withTags(Tags.none())).refused()).isEqualTo(read.refused());
  }

  @Test
  void a_single_record_is_kept_too() {
    RecordFormat<ImageAttribute> keeping = AmiJson.imageAttributes().keepingUnknownMembers();
    String document = "{\"ImageId\":\"ami-01234567\",\"LastLaunchedTime\":{},"
        + "\"Description\":{\"Value\":\"old\",\"Since\":1}}";
    ReadResult.Read<ImageAttribute> read = (ReadResult.Read<ImageAttribute>) keeping.read(document);

    assertThat(keeping.compact().write((ReadResult<ImageAttribute>) read)).isEqualTo(document);
    assertThat(keeping.compact().write((ReadResult<ImageAttribute>) read.with(
            ImageAttribute.builder().imageId("ami-01234567").description("new").build())))
        .isEqualTo(document.replace("old", "new"));
    assertThat(keeping.compact().write(keeping.read("{\"ImageId\":\"x\",\"New\":1.10}")))
        .isEqualTo("{\"ImageId\":\"x\",\"New\":1.10}");
  }

  @Test
  void records_read_one_by_one_are_kept_as_well() {
    try (AnswerReader<Ami> reader =
        KEEPING.stream(new StringReader("{\"Images\":[" + IMAGE + "]}"))) {
      ReadResult<Ami> record = reader.next();
      assertThat(Documents.tree(AmiJson.image().write(record))).isEqualTo(IMAGE);
    }
  }

  @Test
  void the_unknown_members_of_a_whole_document_are_counted() {
    AnswerDocument<Ami> read = AmiJson.images()
        .read("{\"Meta\":1,\"Images\":[" + IMAGE + "," + IMAGE + ",{\"Colour\":1}]}");

    assertThat(read.allUnknownMembers())
        .isEqualTo(ImmutableSortedMultiset.<String>naturalOrder()
            .addCopies("Images[].BlockDeviceMappings[].Bus", 2)
            .addCopies("Images[].BlockDeviceMappings[].Ebs.Heads", 2)
            .addCopies("Images[].Colour", 3)
            .addCopies("Images[].Smell", 2)
            .addCopies("Images[].Tags[].Since", 2)
            .addCopies("Images[].Weight", 2)
            .add("Meta")
            .build());
    assertThat(AmiJson.images().read(Documents.text("images.json")).allUnknownMembers())
        .isEmpty();
  }

  private static JsonNode changed(UnaryOperator<Ami> change) {
    AnswerDocument<Ami> read = KEEPING.read("{\"Images\":[" + IMAGE + "]}");
    return Documents.tree(KEEPING.write(read.map(change))).at("/Images/0");
  }

  private static JsonNode expected(Consumer<ObjectNode> change) {
    ObjectNode image = IMAGE.deepCopy();
    change.accept(image);
    return image;
  }
}
