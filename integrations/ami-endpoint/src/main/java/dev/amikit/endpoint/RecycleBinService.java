package dev.amikit.endpoint;

import com.google.common.collect.ImmutableMap;
import com.sun.net.httpserver.HttpExchange;
import dev.amikit.awssdk.QueryAnswer;
import dev.amikit.awssdk.rbin.RecycleBinProtocol;
import dev.amikit.id.AccountId;

/** The protocol of the Recycle Bin's own service. */
final class RecycleBinService implements Service {
  /** What the endpoint refuses by is called otherwise by services that are newer than EC2. */
  private static final ImmutableMap<String, String> EXCEPTIONS = ImmutableMap.of(
      "AuthFailure", "UnrecognizedClientException",
      "InternalError", "InternalServerException",
      "MissingParameter", "MissingAuthenticationTokenException",
      "RequestEntityTooLarge", "RequestEntityTooLargeException",
      "Unavailable", "ServiceUnavailableException");

  private final RecycleBinProtocol protocol;
  private final ImmutableMap<String, AccountId> accessKeys;

  RecycleBinService(RecycleBinProtocol protocol, ImmutableMap<String, AccountId> accessKeys) {
    this.protocol = protocol;
    this.accessKeys = accessKeys;
  }

  /** Tells whether a request is for this service: by its path, or by what its signature is for. */
  static boolean isAsked(HttpExchange exchange) {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    return RecycleBinProtocol.hasPath(exchange.getRequestURI().getRawPath())
        || authorization != null && authorization.contains("/rbin/aws4_request");
  }

  @Override
  public QueryAnswer answer(Request request) throws Refused {
    Caller caller = Caller.of("rbin", request.authorization(), request.query(), accessKeys);
    return protocol.answer(
        caller.account(),
        caller.region(),
        request.method(),
        request.query().isEmpty() ? request.path() : request.path() + "?" + request.query(),
        request.body());
  }

  @Override
  public QueryAnswer refusal(Refused refused, String requestId) {
    return RecycleBinProtocol.error(
        refused.status(),
        EXCEPTIONS.getOrDefault(refused.code(), refused.code()),
        refused.words(),
        requestId,
        refused.explanations());
  }
}
