package dev.amikit.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class GarbledAnswerTest {
  private static final String IMAGES = Documents.text("images.json").strip();

  @Property
  void a_document_that_breaks_off_is_never_taken_for_a_whole(
      @ForAll @IntRange(max = 100_000) int at) {
    String document = IMAGES;
    String part = document.substring(0, at % document.length());
    assertThatThrownBy(() -> AmiJson.images().read(part))
        .isInstanceOf(MalformedAnswerException.class);
  }

  @Property
  void a_document_with_one_wrong_character_is_read_or_refused_and_nothing_else(
      @ForAll @IntRange(max = 100_000) int at, @ForAll char wrong) {
    StringBuilder document = new StringBuilder(IMAGES);
    document.setCharAt(at % document.length(), wrong);
    try {
      assertThat(AmiJson.images().read(document.toString()).records()).hasSize(3);
    } catch (MalformedAnswerException refusal) {
      assertThat(refusal.line()).isPositive();
    }
  }
}
