package dev.amikit.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * What stands in the next token of a page; to everybody else the text is opaque. A token tells when
 * the first page was asked for and goes on after the last item. It is sealed for one request of one
 * account, so that it serves no other.
 *
 * @param result the number of the result that the page was cut from, as its keeper counts
 * @param at the time of the first request
 * @param after the ID of the last item so far
 * @param seal a digest of all this and of the request
 */
public record PageToken(long result, Instant at, String after, long seal) {
  private static final BaseEncoding ENCODING = BaseEncoding.base64Url().omitPadding();
  private static final Splitter FIELDS = Splitter.on(' ');

  /**
   * Refuses null.
   *
   * @param result the number of the result that the page was cut from, as its keeper counts
   * @param at the time of the first request
   * @param after the ID of the last item so far
   * @param seal a digest of all this and of the request
   */
  public PageToken {
    requireNonNull(at, "at");
    requireNonNull(after, "after");
  }

  static PageToken sealed(String request, long result, Instant at, String after) {
    return new PageToken(result, at, after, seal(request, result, at, after));
  }

  /**
   * Returns what stands in a token.
   *
   * @param text the token
   * @return its content; empty if the text is no token
   */
  public static Optional<PageToken> parse(String text) {
    requireNonNull(text, "text");
    if (!ENCODING.canDecode(text)) {
      return Optional.empty();
    }
    List<String> fields = FIELDS.splitToList(new String(ENCODING.decode(text), UTF_8));
    try {
      PageToken token = new PageToken(
          Long.parseLong(fields.get(0)),
          Instant.parse(fields.get(1)),
          fields.get(2),
          Long.parseLong(fields.get(3)));
      return token.toString().equals(text) ? Optional.of(token) : Optional.empty();
    } catch (NumberFormatException | DateTimeParseException | IndexOutOfBoundsException noToken) {
      return Optional.empty();
    }
  }

  /**
   * Returns when the first page was asked for.
   *
   * @param nextToken the token of the page before; empty for the first page
   * @return the time; empty for the first page, and if the text is no token
   */
  public static Optional<Instant> firstAskedAt(Optional<String> nextToken) {
    requireNonNull(nextToken, "nextToken");
    return nextToken.flatMap(PageToken::parse).map(PageToken::at);
  }

  boolean isSealedFor(String request) {
    return seal == seal(request, result, at, after);
  }

  private static long seal(String request, long result, Instant at, String after) {
    return Hashing.farmHashFingerprint64()
        .hashString(request + " " + result + " " + at + " " + after, UTF_8)
        .asLong();
  }

  /** Returns the token as it stands in the answer. */
  @Override
  public String toString() {
    return ENCODING.encode((result + " " + at + " " + after + " " + seal).getBytes(UTF_8));
  }
}
