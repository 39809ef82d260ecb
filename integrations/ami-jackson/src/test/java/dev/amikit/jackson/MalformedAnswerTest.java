package dev.amikit.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.amikit.image.Ami;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedAnswerTest {
  private static final String IMAGES = Documents.text("images.json");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "                             | 1 | 1  | the document is empty",
        "[]                           | 1 | 1  | an answer of EC2 is an object",
        "\"Images\"                   | 1 | 1  | an answer of EC2 is an object",
        "{}                           | 1 | 2  | the answer has no member Images",
        "{\"Snapshots\": []}          | 1 | 17 | the answer has no member Images",
        "{\"Images\": {}}             | 1 | 12 | Images is not a list",
        "{\"Images\": null}           | 1 | 12 | Images is not a list",
        "{\"Images\": [], \"Images\": []} | 1 | 26 | the answer has the member Images twice",
        "{\"Images\": []} {\"Images\": []} | 1 | 16 | something follows the answer",
        "{\"Images\": []}]            | 1 | 15 | ",
        "{\"Images\": [}              | 1 | 13 | ",
        "{\"Images\": [{\"A\": 01}]}  | 1 | 20 | ",
        "{\"Images\": [{\"A\": 1, \"A\": 2}]}  | 1 | 27 | Duplicate field 'A'",
      })
  void tells_the_place_and_the_problem(String document, int line, int column, String problem) {
    MalformedAnswerException refusal = catchThrowableOfType(
        MalformedAnswerException.class,
        () -> AmiJson.images().read(document == null ? "" : document));
    assertThat(refusal).hasMessageContaining(problem == null ? "" : problem);
    assertThat(refusal.line()).isEqualTo(line);
    assertThat(refusal.column()).isEqualTo(column);
  }

  @Test
  void tells_the_line() {
    assertThatThrownBy(() -> AmiJson.images().read("{\n  \"Images\": [\n    {,}\n  ]\n}"))
        .isInstanceOf(MalformedAnswerException.class)
        .hasMessageStartingWith("line 3, column 6: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"A\":"})
  void deep_nesting_is_refused_with_its_place(String opening) {
    String document = "{\"Images\": [{\"Deep\": " + opening.repeat(200_000);
    assertThatThrownBy(() -> AmiJson.images().read(document))
        .isInstanceOf(MalformedAnswerException.class)
        .hasMessageContaining("nesting");
    assertThatThrownBy(() -> AmiJson.images().read("{\"Deep\": " + opening.repeat(200_000)))
        .isInstanceOf(MalformedAnswerException.class)
        .hasMessageContaining("nesting");
  }

  @Test
  void a_number_of_very_many_digits_is_refused_with_its_place() {
    String document = "{\"Images\": [{\"VolumeSize\": " + "9".repeat(100_000) + "}]}";
    assertThatThrownBy(() -> AmiJson.images().read(document))
        .isInstanceOf(MalformedAnswerException.class)
        .hasMessageContaining("Number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void a_byte_order_mark_does_not_matter(String charset) {
    AnswerDocument<Ami> expected = AmiJson.images().read(IMAGES);
    String marked = "\uFEFF" + IMAGES;
    byte[] bytes = marked.getBytes(Charset.forName(charset));
    assertThat(AmiJson.images().read(new ByteArrayInputStream(bytes))).isEqualTo(expected);
    assertThat(AmiJson.images().read(marked)).isEqualTo(expected);
    assertThat(AmiJson.images().read(new StringReader(marked))).isEqualTo(expected);
    assertThat(AmiJson.images().read(new StringReader(IMAGES))).isEqualTo(expected);
  }

  @Test
  void bytes_that_are_no_text_are_refused() {
    byte[] bytes = "{\"Images\": [{\"Name\": \"\u00FC\"}]}".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> AmiJson.images().read(new ByteArrayInputStream(bytes)))
        .isInstanceOf(MalformedAnswerException.class)
        .hasMessageStartingWith("line 1, column ");
  }

  @Test
  void a_file_is_read(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("images.json"), IMAGES);
    assertThat(AmiJson.images().read(file)).isEqualTo(AmiJson.images().read(IMAGES));
    assertThatThrownBy(() -> AmiJson.images().read(folder.resolve("absent.json")))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void the_next_token_and_unknown_members_are_told() {
    AnswerDocument<Ami> answer = AmiJson.images()
        .read("{\"Meta\": {\"A\": [1]}, \"Images\": [], \"NextToken\": \"abc\", \"More\": 1}");
    assertThat(answer.nextToken()).contains("abc");
    assertThat(answer.unknownMembers()).containsExactly("Meta", "More");
    assertThat(AmiJson.images().read("{\"NextToken\": null, \"Images\": []}").nextToken())
        .isEmpty();
  }

  @Test
  void a_reader_hands_out_what_comes_before_the_fault() {
    String broken = IMAGES.substring(0, IMAGES.length() / 2) + "]";
    try (AnswerReader<Ami> reader = AmiJson.images().stream(new StringReader(broken))) {
      assertThatThrownBy(reader::hasNext).isInstanceOf(MalformedAnswerException.class);
      assertThatThrownBy(reader::hasNext).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(reader::nextToken).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void a_reader_that_was_closed_early_does_not_pretend_to_be_at_the_end() {
    AnswerReader<Ami> reader = AmiJson.images().stream(new StringReader(IMAGES));
    assertThat(reader.next().asOptional()).isPresent();
    reader.close();
    assertThatThrownBy(reader::hasNext).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_reader_at_the_end_has_no_more() {
    try (AnswerReader<Ami> reader = AmiJson.images().stream(new StringReader(IMAGES))) {
      assertThat(reader.stream()).hasSize(3);
      assertThat(reader.nextToken()).isEmpty();
      assertThat(reader.unknownMembers()).isEmpty();
      assertThatThrownBy(reader::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"ImageId\": \"ami-01234567\"} 1", "{\"ImageId\": "})
  void a_document_of_one_record_is_held_to_the_same(String document) {
    assertThatThrownBy(() -> AmiJson.imageAttributes().read(document))
        .isInstanceOf(MalformedAnswerException.class)
        .hasMessageStartingWith("line 1, column ");
  }

  @Test
  void a_source_that_fails_is_no_malformed_answer() throws IOException {
    InputStream closed = InputStream.nullInputStream();
    closed.close();
    assertThatThrownBy(() -> AmiJson.images().read(closed))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("Stream closed");
  }
}
