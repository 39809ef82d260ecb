package dev.amikit.jackson;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserSequence;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.amikit.image.Ami;
import dev.amikit.rule.RefusedException;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.testkit.jqwik.AmiDomain;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

/**
 * Reading token by token comes to what reading the tree does, which formats do that keep unknown
 * members.
 */
@Domain(AmiDomain.class)
@Domain(DomainContext.Global.class)
@Tag("long")
class TokensTest {
  private static final JsonMapper MAPPER = JsonMapper.builder()
      .addModule(new AmiModule())
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .build();
  private static final String RULE = """
      {"Identifier": "abcdef12345", "Description": "d", "ResourceType": "EC2_IMAGE",
       "RetentionPeriod": {"RetentionPeriodValue": 9, "RetentionPeriodUnit": "DAYS"},
       "ResourceTags": [{"ResourceTagKey": "a", "ResourceTagValue": "b"}], "Status": "available",
       "RuleArn": "arn:aws:rbin:us-east-1:111122223333:rule/abcdef12345"}""";
  private static final String SETTINGS = """
      {"State": "enabled", "ManagedBy": "account", "ImageCriteria": [
        {"ImageProviders": ["amazon", "111122223333"], "ImageNames": ["golden-*"],
         "CreationDateCondition": {"MaximumDaysSinceCreated": 30},
         "ImageWatermarks": [{"SourceImageRegion": "us-*"}]}]}""";
  private static final String DEREGISTRATION = """
      {"Return": true, "DeleteSnapshotResults":
        [{"SnapshotId": "snap-01234567", "ReturnCode": "success"}]}""";

  /** A kind of document, and one of it. */
  record Sample(RecordFormat<?> format, String document) {}

  private static final ImmutableList<Sample> SAMPLES = ImmutableList.of(
      new Sample(AmiJson.image(), Documents.image().toString()),
      new Sample(AmiJson.imageAttributes(), Documents.text("image-attributes.json")),
      new Sample(AmiJson.snapshot(), first("snapshots.json", "Snapshots")),
      new Sample(AmiJson.snapshotAttributes(), Documents.text("snapshot-attributes.json")),
      new Sample(AmiJson.rule(), RULE),
      new Sample(AmiJson.rule(), RULE.replace("available", "pending")),
      new Sample(AmiJson.allowedImagesSettings(), SETTINGS),
      new Sample(AmiJson.deleteSnapshotResults(), DEREGISTRATION),
      new Sample(AmiJson.deleteSnapshotResults(), "{}"));

  @Property
  void images_come_to_the_same(
      @ForAll @Size(max = 3) List<Ami> amis, @ForAll Random random, @ForAll("odds") double odds) {
    String document = distorted("Images", amis, AmiJson.image(), random, odds);
    Object outcome = outcome(() -> AmiJson.images().keepingUnknownMembers().read(document));

    assertThat(outcome(() -> AmiJson.images().read(document))).isEqualTo(outcome);
    assertThat(outcome(() -> AmiJson.images().read(new StringReader(document)))).isEqualTo(outcome);
  }

  @Property
  void snapshots_come_to_the_same(
      @ForAll @Size(max = 3) List<Snapshot> snapshots,
      @ForAll Random random,
      @ForAll("odds") double odds) {
    byte[] document = distorted("Snapshots", snapshots, AmiJson.snapshot(), random, odds)
        .getBytes(StandardCharsets.UTF_8);

    assertThat(outcome(() -> AmiJson.snapshots().read(new ByteArrayInputStream(document))))
        .isEqualTo(outcome(() ->
            AmiJson.snapshots().keepingUnknownMembers().read(new ByteArrayInputStream(document))));
  }

  @Property
  void any_record_comes_to_the_same(
      @ForAll("samples") Sample sample, @ForAll Random random, @ForAll("odds") double odds) {
    String document = DistortedJson.of(Documents.tree(sample.document()), random, odds);
    Object outcome = outcome(() -> sample.format().keepingUnknownMembers().read(document));

    assertThat(outcome(() -> sample.format().read(document))).isEqualTo(outcome);
    Statistics.collect(outcome.getClass().getSimpleName());
    Statistics.coverage(coverage -> Stream.of("Read", "Refused", "String")
        .forEach(kind -> coverage.check(kind).percentage(share -> share > 5)));
  }

  @Property
  void what_the_mapper_of_a_user_reads_comes_to_the_same(
      @ForAll Random random, @ForAll("odds") double odds) throws IOException {
    String document = DistortedJson.of(Documents.image(), random, odds);
    Object outcome = outcome(() -> AmiJson.image().keepingUnknownMembers().read(document));

    if (outcome instanceof ReadResult.Read<?> read) {
      assertThat(MAPPER.readValue(document, Ami.class)).isEqualTo(read.value());
    } else if (outcome instanceof ReadResult.Refused<?> refused) {
      assertThatThrownBy(() -> MAPPER.readValue(document, Ami.class))
          .cause()
          .isInstanceOfSatisfying(
              RefusedException.class,
              e -> assertThat(e.violations()).isEqualTo(refused.violations()));
    }
  }

  /** Jackson puts parsers together so, to look ahead for the type of a value. */
  @Property
  void a_record_that_two_parsers_have_in_part_comes_to_the_same(
      @ForAll Random random, @ForAll("odds") double odds, @ForAll @IntRange(max = 300) int ahead)
      throws IOException {
    String document = "[" + DistortedJson.of(Documents.image(), random, odds) + ",7]";
    Object outcome = outcome(() ->
        AmiJson.image().keepingUnknownMembers().read(document.substring(1, document.length() - 3)));
    assumeThat(outcome).isNotInstanceOf(String.class);
    try (JsonParser parser = Json.parser(document);
        TokenBuffer before = new TokenBuffer(parser)) {
      parser.nextToken();
      parser.nextToken();
      for (int i = 0; i < ahead && !parser.getParsingContext().getParent().inRoot(); i++) {
        before.copyCurrentEvent(parser);
        parser.nextToken();
      }
      JsonParser both = JsonParserSequence.createFlattened(true, before.asParser(), parser);
      both.nextToken();

      ReadResult<Ami> result = Json.read(both, ImageShapes.AMI, new Shared(), false);

      assertThat(result).isEqualTo(outcome);
      assertThat(both.nextToken()).isEqualTo(JsonToken.VALUE_NUMBER_INT);
    }
  }

  @Property
  void an_image_that_breaks_nothing_needs_no_tree(@ForAll Ami ami) throws IOException {
    ObjectNode image = (ObjectNode) AmiJson.image().tree(ami);
    image.put("Colour", "blue");
    image.withArray("Sizes").addObject().put("A", 1).put("B", 3_000_000_000L).putNull("C");
    Reading reading = new Reading(new Shared());
    try (JsonParser parser = Json.parser(image.toString())) {
      parser.nextToken();

      assertThat(ImageShapes.AMI.read(new Tokens(parser).begin(), reading))
          .isEqualTo(AmiJson.image().read(image).orThrow());
      assertThat(reading.unknownMembers()).containsExactly("Colour", "Sizes");
      assertThat(parser.currentToken()).isEqualTo(JsonToken.END_OBJECT);
      assertThat(parser.nextToken()).isNull();
    }
  }

  @Test
  void a_record_of_very_many_tokens_comes_to_the_same() {
    ObjectNode image = Documents.image();
    for (int i = 0; i < 2_000; i++) {
      image.withArray("Tags").addObject().put("Key", "key-" + i).put("Value", "");
    }
    ObjectNode refused = image.deepCopy().put("State", "?");
    String document = Documents.images(image, refused, Documents.image(), image);

    AnswerDocument<Ami> answer = AmiJson.images().read(document);

    assertThat(answer.values())
        .extracting(ami -> ami.tags().size())
        .containsExactly(2_002, 2, 2_002);
    assertThat(answer.refused()).extracting(ReadResult.Refused::content).containsExactly(refused);
  }

  @Property
  void a_time_in_seconds_is_what_it_is_to_Java(
      @ForAll @IntRange(max = 9_999) int year,
      @ForAll @IntRange(max = 13) int month,
      @ForAll @IntRange(max = 32) int day,
      @ForAll @IntRange(max = 25) int hour,
      @ForAll @IntRange(max = 61) int minute,
      @ForAll @IntRange(max = 61) int second) {
    String text =
        "%04d-%02d-%02dT%02d:%02d:%02dZ".formatted(year, month, day, hour, minute, second);
    Optional<Instant> expected;
    try {
      expected = Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      expected = Optional.empty();
    }
    Optional<Instant> found;
    try {
      found = Optional.of(Times.parse(text));
    } catch (RefusedException e) {
      found = Optional.empty();
    }
    assertThat(found).isEqualTo(expected);
  }

  @Provide
  Arbitrary<Sample> samples() {
    return Arbitraries.of(SAMPLES);
  }

  @Provide
  Arbitrary<Double> odds() {
    return Arbitraries.of(0.0, 0.003, 0.01, 0.03, 0.1);
  }

  private static <T> String distorted(
      String list, List<T> values, RecordFormat<T> format, Random random, double odds) {
    return values.stream()
        .map(value -> DistortedJson.of(format.tree(value), random, odds))
        .collect(joining(",", "{\"" + list + "\":[", "]}"));
  }

  /** What comes of reading, but for what is kept. */
  private static Object outcome(Supplier<?> reading) {
    Object read;
    try {
      read = reading.get();
    } catch (MalformedAnswerException e) {
      return e.toString();
    }
    return read instanceof AnswerDocument<?> document
        ? ImmutableList.of(
            Lists.transform(document.records(), TokensTest::unkept),
            document.nextToken(),
            document.unknownMembers())
        : unkept((ReadResult<?>) read);
  }

  private static ReadResult<?> unkept(ReadResult<?> result) {
    return result instanceof ReadResult.Read<?> read
        ? new ReadResult.Read<>(read.value(), read.unknownMembers(), Optional.empty())
        : result;
  }

  private static String first(String document, String list) {
    return Documents.tree(Documents.text(document)).get(list).get(0).toString();
  }
}
