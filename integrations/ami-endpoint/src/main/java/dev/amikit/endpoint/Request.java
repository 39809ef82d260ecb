package dev.amikit.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.CharMatcher;
import com.google.common.io.ByteStreams;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came, of a size that was agreed to.
 *
 * @param method such as {@code POST}
 * @param path such as {@code /}, percent-encoded
 * @param authorization the header of that name; null if there is none
 * @param query what follows the path, percent-encoded; may be empty
 * @param body may be empty
 */
record Request(
    String method, String path, @Nullable String authorization, String query, String body) {
  /** How many bytes beyond the limit are read and dropped, so that who sends them hears of it. */
  private static final long PATIENCE = 1 << 26;

  static Request read(HttpExchange exchange, int mostBytes) throws IOException, Refused {
    String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        exchange.getRequestHeaders().getFirst("Authorization"),
        query,
        body(exchange.getRequestBody(), mostBytes - query.length(), mostBytes));
  }

  private static String body(InputStream in, int most, int mostBytes) throws IOException, Refused {
    byte[] body = in.readNBytes(Math.max(0, most) + 1);
    if (body.length > most) {
      long unused =
          ByteStreams.copy(ByteStreams.limit(in, PATIENCE), OutputStream.nullOutputStream());
      throw new Refused(
          413,
          "RequestEntityTooLarge",
          "The request must not be larger than %d bytes.".formatted(mostBytes));
    }
    return new String(body, UTF_8);
  }

  /** Returns the parameters of the query and of a body that is a form. */
  String form(int mostParameters) throws Refused {
    String form = query.isEmpty() || body.isEmpty() ? query + body : query + "&" + body;
    if (CharMatcher.is('&').countIn(form) >= mostParameters) {
      throw new Refused(
          400,
          "MalformedQueryString",
          "The request must not have more than %d parameters.".formatted(mostParameters));
    }
    return form;
  }
}
