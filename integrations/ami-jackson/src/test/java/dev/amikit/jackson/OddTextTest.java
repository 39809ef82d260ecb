package dev.amikit.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.image.Ami;
import dev.amikit.rule.Rules;
import dev.amikit.rule.Violation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text with characters that JSON carries and XML, in which EC2 answers, cannot. */
class OddTextTest {
  private static final Ami IMAGE =
      AmiJson.images().read(Documents.text("images.json")).values().get(0);

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "a\uD83D", "\uDE00a", "\uD83D\uD83D\uDE00", "\uFFFF", "\u001B"})
  @Rules("NAME-08")
  void is_read_and_written_as_it_stands_in_names_and_descriptions(String text) {
    Ami odd = IMAGE.toBuilder().name(text).description(text).build();
    AnswerDocument<Ami> ofText = AmiJson.images().read(AmiJson.images().write(List.of(odd)));
    assertThat(ofText.values()).containsExactly(odd);

    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    AmiJson.images().write(List.of(odd), bytes);
    assertThat(
            AmiJson.images().read(new ByteArrayInputStream(bytes.toByteArray())).values())
        .containsExactly(odd);
  }

  @Test
  void is_refused_where_a_value_has_the_rule() {
    String document = """
        {"Images": [{"ImageId": "ami-01234567",
          "BlockDeviceMappings": [{"DeviceName": "/dev/sd\\u0000", "NoDevice": ""}],
          "Tags": [{"Key": "a\\uD83D", "Value": "b"}, {"Key": "c", "Value": "\\uFFFF"}]}]}""";
    ReadResult<Ami> read = AmiJson.images().read(document).records().get(0);
    assertThat(((ReadResult.Refused<Ami>) read).violations())
        .filteredOn(violation -> violation.rule().id().value().equals("text.characters"))
        .extracting(Violation::path)
        .containsExactly("BlockDeviceMappings[0].DeviceName", "Tags[0].Key", "Tags[1].Value");
  }
}
