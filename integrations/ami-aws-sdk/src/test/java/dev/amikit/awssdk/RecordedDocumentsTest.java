package dev.amikit.awssdk;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.jackson.AmiJson;
import dev.amikit.jackson.AnswerFormat;
import dev.amikit.jackson.ReadResult;
import dev.amikit.jackson.RecordFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Request;

/**
 * Answers of EC2 as the AWS CLI printed them go through the SDK's objects and over the wire, and
 * lose nothing. They are the documents of the tests of {@code ami-jackson}, and those of the folder
 * that the system property {@code amikit.corpus} names, if it is given; what its sub-folders hold,
 * the test of that module of the same name tells.
 */
class RecordedDocumentsTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Path DOCUMENTS = Path.of(
      System.getProperty("basedir", System.getProperty("user.dir")),
      "../ami-jackson/src/test/resources/dev/amikit/jackson");

  /** Members that are instants in the SDK's objects, where others that tell times are texts. */
  private static final ImmutableSet<String> INSTANTS = ImmutableSet.of(
      "CompletionTime",
      "RestoreExpiryTime",
      "SourceImageCreationTime",
      "StartTime",
      "WatermarkCreationTime");

  /** What EC2 answered, or could have answered. */
  static Stream<Path> documents() throws IOException {
    Stream<Path> documents = json(DOCUMENTS).stream();
    String corpus = System.getProperty("amikit.corpus");
    if (corpus != null) {
      for (String folder :
          ImmutableList.of("images", "snapshots", "attributes", "derived", "edited")) {
        documents = Stream.concat(documents, json(Path.of(corpus, folder)).stream());
      }
    }
    return documents;
  }

  private static ImmutableList<Path> json(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      ImmutableList<Path> found = files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .collect(toImmutableList());
      assertThat(found).isNotEmpty();
      return found;
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void a_value_comes_back_from_the_SDK_as_it_went(Path file) throws IOException {
    JsonNode document = MAPPER.readTree(file.toFile());
    if (document.has("Images")) {
      comeBack("DescribeImages", AmiJson.images(), document);
    } else if (document.has("Snapshots")) {
      comeBack("DescribeSnapshots", AmiJson.snapshots(), document);
    } else if (document.has("ImageId")) {
      comesBack("DescribeImageAttribute", AmiJson.imageAttributes(), document);
    } else {
      comesBack("DescribeSnapshotAttribute", AmiJson.snapshotAttributes(), document);
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void a_document_comes_back_from_the_SDK_as_it_went(Path file) throws IOException {
    JsonNode document = changed(MAPPER.readTree(file.toFile()), text -> text);

    assertThat(back(action(document), document)).isEqualTo(document);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void words_that_nobody_knows_yet_come_back(Path file) throws IOException {
    JsonNode unknown =
        changed(MAPPER.readTree(file.toFile()), text -> "un-" + text + " <&> \r\n\"'");

    assertThat(back(action(unknown), unknown)).isEqualTo(unknown);
  }

  private static String action(JsonNode document) {
    return document.has("Images")
        ? "DescribeImages"
        : document.has("Snapshots")
            ? "DescribeSnapshots"
            : document.has("ImageId") ? "DescribeImageAttribute" : "DescribeSnapshotAttribute";
  }

  private static <T> void comeBack(String action, AnswerFormat<T> format, JsonNode document) {
    ImmutableList<T> values = format.read(document.toString()).values();

    assertThat(format.read(back(action, tree(format.write(values))).toString()).orThrow())
        .isEqualTo(values);
  }

  private static <T> void comesBack(String action, RecordFormat<T> format, JsonNode document) {
    ReadResult<T> read = format.read(document.toString());
    read.asOptional()
        .ifPresent(value ->
            assertThat(format.read(back(action, format.tree(value))).orThrow()).isEqualTo(value));
  }

  /** Returns what an answer says after it was an object of the SDK, XML, and an object again. */
  private static JsonNode back(String action, JsonNode answer) {
    Shape shape = Actions.get(action).response();
    SdkPojo sent = shape.pojo(answer);
    SdkPojo received = overTheWire(action, shape.tree(sent));

    assertThat(sent.equalsBySdkFields(received))
        .as("%s became %s", sent, received)
        .isTrue();
    return shape.tree(received);
  }

  /** Returns what the SDK's own client makes of the XML of an answer. */
  private static SdkPojo overTheWire(String action, JsonNode answer) {
    XmlWriter xml = new XmlWriter();
    xml.begin(action + "Response");
    Actions.get(action).response().writeXml(answer, xml);
    xml.end(action + "Response");
    QueryAnswer told = new QueryAnswer(200, ImmutableListMultimap.of(), xml.toString());
    try (Ec2Client client = Ec2Clients.of(QueryProtocol.of((account, region) -> {
          throw new AssertionError();
        }))
        .client(
            AccountId.of("111122223333"),
            Region.US_EAST_1,
            builder -> builder.httpClient(InProcessHttpClient.of((request, body) -> told)))) {
      return Requests.call(
          client, (Ec2Request) Actions.get(action).request().pojo(NODES.objectNode()));
    }
  }

  private static JsonNode tree(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException malformed) {
      throw new AssertionError(text, malformed);
    }
  }

  /** Returns a document with other texts, and with instants as the SDK spells them. */
  private static JsonNode changed(JsonNode node, UnaryOperator<String> change) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = MAPPER.createObjectNode();
      object
          .properties()
          .forEach(member -> copy.set(
              member.getKey(),
              INSTANTS.contains(member.getKey())
                  ? NODES.textNode(Instant.parse(member.getValue().textValue()).toString())
                  : changed(member.getValue(), change)));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = MAPPER.createArrayNode();
      array.forEach(element -> copy.add(changed(element, change)));
      return copy;
    }
    return node.isTextual() ? NODES.textNode(change.apply(node.textValue())) : node;
  }
}
