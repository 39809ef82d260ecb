package dev.amikit.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.io.BaseEncoding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What stands in the next token of a page; to everybody else the text is opaque. A token belongs to
 * one request of one account, tells when that was made first, and goes on after the last item.
 *
 * @param request the fingerprint of request and account
 * @param result the number of the result that the page was cut from, as its keeper counts
 * @param at the time of the first request
 * @param after the ID of the last item so far
 */
public record PageToken(long request, long result, Instant at, String after) {
  private static final BaseEncoding ENCODING = BaseEncoding.base64Url().omitPadding();
  private static final Splitter FIELDS = Splitter.on(' ').limit(4);

  /**
   * Returns what stands in a token.
   *
   * @param text the token
   * @return its content; empty if the text is no token
   */
  public static Optional<PageToken> parse(String text) {
    if (!ENCODING.canDecode(text)) {
      return Optional.empty();
    }
    List<String> fields = FIELDS.splitToList(new String(ENCODING.decode(text), UTF_8));
    try {
      PageToken token = new PageToken(
          Long.parseLong(fields.get(0)),
          Long.parseLong(fields.get(1)),
          Instant.parse(fields.get(2)),
          fields.get(3));
      return token.toString().equals(text) ? Optional.of(token) : Optional.empty();
    } catch (RuntimeException noToken) {
      return Optional.empty();
    }
  }

  /** Returns the token as it stands in the answer. */
  @Override
  public String toString() {
    return ENCODING.encode(
        String.join(" ", Long.toString(request), Long.toString(result), at.toString(), after)
            .getBytes(UTF_8));
  }
}
