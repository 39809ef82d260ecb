package dev.amikit.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.hash.Hashing;
import java.time.Instant;
import java.util.List;

/**
 * What stands in the next token of a page, {@linkplain PageKey sealed}. A token tells when the
 * first page was asked for and goes on after the last item; it serves one request of one account.
 *
 * @param result the number of the result that the page was cut from, as its keeper counts
 * @param at the time of the first request
 * @param after the ID of the last item so far, a text without spaces
 * @param request a digest of the request
 */
public record PageToken(long result, Instant at, String after, String request) {
  private static final Splitter FIELDS = Splitter.on(' ');

  /**
   * Refuses null.
   *
   * @param result the number of the result that the page was cut from, as its keeper counts
   * @param at the time of the first request
   * @param after the ID of the last item so far, a text without spaces
   * @param request a digest of the request
   */
  public PageToken {
    requireNonNull(at, "at");
    requireNonNull(after, "after");
    requireNonNull(request, "request");
  }

  static PageToken of(String request, long result, Instant at, String after) {
    return new PageToken(result, at, after, digest(request));
  }

  /** The token of a text that one was written as. */
  static PageToken parse(String text) {
    List<String> fields = FIELDS.splitToList(text);
    return new PageToken(
        Long.parseLong(fields.get(0)), Instant.parse(fields.get(1)), fields.get(2), fields.get(3));
  }

  boolean isOf(String asked) {
    return request.equals(digest(asked));
  }

  private static String digest(String request) {
    return Hashing.sha256().hashString(request, UTF_8).toString();
  }

  /** Returns the content, as it is sealed. */
  @Override
  public String toString() {
    return result + " " + at + " " + after + " " + request;
  }
}
