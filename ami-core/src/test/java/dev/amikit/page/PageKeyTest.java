package dev.amikit.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.BaseEncoding;
import dev.amikit.rule.Rules;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a key has not sealed is no token, whatever text it is. */
@Rules({"QRY-21", "ERR-39"})
class PageKeyTest {
  private final PageKey key = PageKey.fresh();

  @Provide
  Arbitrary<String> spelledBytes() {
    return Arbitraries.bytes()
        .array(byte[].class)
        .ofMaxSize(80)
        .map(BaseEncoding.base64().omitPadding()::encode);
  }

  @Property
  void bytes_that_anybody_spelled_are_no_token(@ForAll("spelledBytes") String text) {
    assertThat(key.open(text)).isEmpty();
    assertThat(PageKey.shared().open(text)).isEmpty();
  }

  @Property
  void any_text_is_no_token(@ForAll String text) {
    assertThat(key.open(text)).isEmpty();
  }

  @Property
  void a_token_is_what_was_sealed_and_no_part_of_it_is(@ForAll long number) {
    Instant at = Instant.ofEpochSecond(Math.floorMod(number, 100_000_000_000L));
    PageToken token = new PageToken(number, at, "ami-0abcdef1234567890", "digest");
    String sealed = key.seal(token);
    assertThat(key.open(sealed)).contains(token);
    for (int length = 0; length < sealed.length(); length++) {
      assertThat(key.open(sealed.substring(0, length))).isEmpty();
    }
    assertThat(PageKey.fresh().open(sealed)).isEmpty();
  }
}
