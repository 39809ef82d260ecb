package dev.amikit.jackson;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageAttribute;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotAttribute;
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
        of("values", () -> images.write(null)),
        of("values", () -> images.write(null, Writer.nullWriter())),
        of("values", () -> images.write(null, OutputStream.nullOutputStream())),
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
        of("value", () -> snapshot.write(null)));
  }

  static Stream<Arguments> results() {
    Snapshot snapshot =
        AmiJson.snapshots().read(Documents.text("snapshots.json")).values().get(0);
    ImageAttribute ofImage =
        AmiJson.imageAttributes().read(Documents.text("image-attributes.json")).orThrow();
    SnapshotAttribute ofSnapshot = SnapshotAttribute.of(snapshot);
    return Stream.of(
        of("records", () -> new AnswerDocument<>(null, Optional.empty(), ImmutableList.of())),
        of("nextToken", () -> new AnswerDocument<>(ImmutableList.of(), null, ImmutableList.of())),
        of(
            "unknownMembers",
            () -> new AnswerDocument<>(ImmutableList.of(), Optional.empty(), null)),
        of("value", () -> new ReadResult.Read<>(null, ImmutableList.of())),
        of("unknownMembers", () -> new ReadResult.Read<>(snapshot, null)),
        of("violations", () -> new ReadResult.Refused<>(null, Documents.image())),
        of("content", () -> new ReadResult.Refused<>(ImmutableList.of(), null)),
        of("ami", () -> ImageAttribute.of(null)),
        of("ami", () -> ofImage.joinTo(null)),
        of("imageId", () -> ImageAttribute.builder().imageId((String) null)),
        of("uefiData", () -> ImageAttribute.builder().uefiData((String) null)),
        of("snapshot", () -> SnapshotAttribute.of(null)),
        of("snapshot", () -> ofSnapshot.joinTo(null)),
        of("snapshotId", () -> new SnapshotAttribute(null, Optional.empty(), Optional.empty())));
  }

  private static Arguments of(String name, ThrowingCallable call) {
    return arguments(name, call);
  }
}
