package dev.amikit.awssdk;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Iterables;

/**
 * An answer of EC2, or of the Recycle Bin, as it goes over the wire.
 *
 * @param status the HTTP status: 200, or 400 and above for an error
 * @param headers names and values in ASCII; where the library refused, {@code x-amikit-violation}
 *     explains the broken rules, one header each: the first 20, each in at most 1,000 characters
 * @param body the document, to be encoded in UTF-8
 */
public record QueryAnswer(int status, ImmutableListMultimap<String, String> headers, String body) {
  private static final CharMatcher UNPRINTABLE = CharMatcher.inRange(' ', '~').negate();

  /** Clients take about a hundred headers, and 64 KiB of each at most, many of all together. */
  private static final int MOST_EXPLANATIONS = 20;

  private static final int LONGEST_EXPLANATION = 1_000;

  /**
   * Refuses null.
   *
   * @param status the HTTP status
   * @param headers names and values
   * @param body the document
   */
  public QueryAnswer {
    requireNonNull(headers, "headers");
    requireNonNull(body, "body");
  }

  /**
   * Returns an error as EC2 writes it.
   *
   * @param status the HTTP status, 400 and above
   * @param code EC2's code, such as {@code AuthFailure}
   * @param message EC2's words
   * @param requestId the ID of the request
   * @param explanations the library's own words, for {@code x-amikit-violation}; may be none
   * @return the answer
   */
  public static QueryAnswer error(
      int status, String code, String message, String requestId, Iterable<String> explanations) {
    requireNonNull(code, "code");
    requireNonNull(message, "message");
    requireNonNull(requestId, "requestId");
    requireNonNull(explanations, "explanations");
    XmlWriter xml = new XmlWriter();
    xml.begin("Response");
    xml.begin("Errors");
    xml.begin("Error");
    xml.element("Code", code);
    xml.element("Message", message);
    xml.end("Error");
    xml.end("Errors");
    xml.element("RequestID", requestId);
    xml.end("Response");
    return new QueryAnswer(status, headers(requestId).build(), xml.toString())
        .explainedBy(explanations);
  }

  /**
   * Returns the same answer with more of the library's own words.
   *
   * @param explanations one for each broken rule; may be none
   * @return the answer with a header {@code x-amikit-violation} for each of the first twenty,
   *     shortened to a thousand characters
   */
  public QueryAnswer explainedBy(Iterable<String> explanations) {
    requireNonNull(explanations, "explanations");
    ImmutableListMultimap.Builder<String, String> more = ImmutableListMultimap.builder();
    more.putAll(headers);
    for (String explanation : Iterables.limit(explanations, MOST_EXPLANATIONS)) {
      more.put(
          "x-amikit-violation",
          UNPRINTABLE.replaceFrom(Ascii.truncate(explanation, LONGEST_EXPLANATION, "..."), '?'));
    }
    return new QueryAnswer(status, more.build(), body);
  }

  /** The headers of every answer. */
  static ImmutableListMultimap.Builder<String, String> headers(String requestId) {
    return ImmutableListMultimap.<String, String>builder()
        .put("Content-Type", "text/xml;charset=UTF-8")
        .put("Server", "AmazonEC2")
        .put("x-amzn-RequestId", requestId);
  }
}
