package dev.amikit.jackson;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageAttribute;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.snapshot.DeleteSnapshot;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotAttribute;
import dev.amikit.testkit.fixture.Snapshots;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NullTest {
  private static final ImmutableList<ReadResult<Ami>> NO_RECORDS = ImmutableList.of();
  private static final ImmutableList<String> NONE = ImmutableList.of();
  private static final ImmutableMap<String, JsonNode> NOTHING = ImmutableMap.of();

  @ParameterizedTest
  @MethodSource({"documents", "records", "results"})
  void null_is_refused_by_name(String name, ThrowingCallable call) {
    assertThatNullPointerException().isThrownBy(call).withMessage(name);
  }

  static Stream<Arguments> documents() {
    AnswerFormat<Ami> images = AmiJson.images();
    return Stream.of(
        of("text", () -> images.read((String) null)),
        of("file", () -> images.read((Path) null)),
        of("stream", () -> images.read((InputStream) null)),
        of("reader", () -> images.read((Reader) null)),
        of("file", () -> images.stream((Path) null)),
        of("stream", () -> images.stream((InputStream) null)),
        of("reader", () -> images.stream((Reader) null)),
        of("values", () -> images.write((Iterable<Ami>) null)),
        of("document", () -> images.write((AnswerDocument<Ami>) null)),
        of("document", () -> images.write((AnswerDocument<Ami>) null, Writer.nullWriter())),
        of(
            "document",
            () -> images.write((AnswerDocument<Ami>) null, OutputStream.nullOutputStream())),
        of("values", () -> images.write((Iterable<Ami>) null, Writer.nullWriter())),
        of("values", () -> images.write((Iterable<Ami>) null, OutputStream.nullOutputStream())),
        of("writer", () -> images.write(ImmutableList.of(), (Writer) null)),
        of("stream", () -> images.write(ImmutableList.of(), (OutputStream) null)));
  }

  static Stream<Arguments> records() {
    RecordFormat<Snapshot> snapshot = AmiJson.snapshot();
    return Stream.of(
        of("text", () -> snapshot.read((String) null)),
        of("file", () -> snapshot.read((Path) null)),
        of("stream", () -> snapshot.read((InputStream) null)),
        of("reader", () -> snapshot.read((Reader) null)),
        of("content", () -> snapshot.read((JsonNode) null)),
        of("value", () -> snapshot.write((Snapshot) null)),
        of("record", () -> snapshot.write((ReadResult<Snapshot>) null)),
        of("operation", () -> AmiJson.answers().print(null, Return.TRUE)),
        of("answer", () -> AmiJson.answers().print(new DeleteSnapshot(Snapshots.ID), null)));
  }

  static Stream<Arguments> results() {
    Snapshot snapshot =
        AmiJson.snapshots().read(Documents.text("snapshots.json")).values().get(0);
    ImageAttribute ofImage =
        AmiJson.imageAttributes().read(Documents.text("image-attributes.json")).orThrow();
    SnapshotAttribute ofSnapshot = SnapshotAttribute.of(snapshot);
    return Stream.of(
        of("list", () -> document(null, NO_RECORDS, Optional.empty(), NONE, NOTHING)),
        of("records", () -> document("Images", null, Optional.empty(), NONE, NOTHING)),
        of("nextToken", () -> document("Images", NO_RECORDS, null, NONE, NOTHING)),
        of("unknownMembers", () -> document("Images", NO_RECORDS, Optional.empty(), null, NOTHING)),
        of("kept", () -> document("Images", NO_RECORDS, Optional.empty(), NONE, null)),
        of("change", () -> AmiJson.images().read("{\"Images\": []}").map(null)),
        of("value", () -> new ReadResult.Read<>(null, NONE, Optional.empty())),
        of("unknownMembers", () -> new ReadResult.Read<>(snapshot, null, Optional.empty())),
        of("kept", () -> new ReadResult.Read<>(snapshot, NONE, null)),
        of("value", () -> new ReadResult.Read<>(snapshot, NONE, Optional.empty()).with(null)),
        of("violations", () -> new ReadResult.Refused<>(null, NONE, Documents.image())),
        of(
            "unknownMembers",
            () -> new ReadResult.Refused<>(ImmutableList.of(), null, Documents.image())),
        of("content", () -> new ReadResult.Refused<>(ImmutableList.of(), NONE, null)),
        of("ami", () -> ImageAttribute.of(null)),
        of("ami", () -> ofImage.joinTo(null)),
        of("imageId", () -> ImageAttribute.builder().imageId((String) null)),
        of("uefiData", () -> ImageAttribute.builder().uefiData((String) null)),
        of("snapshot", () -> SnapshotAttribute.of(null)),
        of("snapshot", () -> ofSnapshot.joinTo(null)),
        of("snapshotId", () -> new SnapshotAttribute(null, Optional.empty(), Optional.empty())));
  }

  private static AnswerDocument<Ami> document(
      String list,
      ImmutableList<ReadResult<Ami>> records,
      Optional<String> nextToken,
      ImmutableList<String> unknownMembers,
      ImmutableMap<String, JsonNode> kept) {
    return new AnswerDocument<>(list, records, nextToken, unknownMembers, kept);
  }

  private static Arguments of(String name, ThrowingCallable call) {
    return arguments(name, call);
  }
}
