package dev.amikit.awssdk;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableListMultimap;

/**
 * An answer of EC2, or of the Recycle Bin, as it goes over the wire.
 *
 * @param status the HTTP status: 200, or 400 and above for an error
 * @param headers names and values in ASCII; where the library refused, {@code x-amikit-violation}
 *     explains every broken rule, one header each
 * @param body the document, to be encoded in UTF-8
 */
public record QueryAnswer(int status, ImmutableListMultimap<String, String> headers, String body) {
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
}
