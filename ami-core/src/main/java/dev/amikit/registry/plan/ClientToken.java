package dev.amikit.registry.plan;

import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.MessageTemplate.quoted;
import static dev.amikit.rule.MessageTemplate.recorded;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import dev.amikit.id.ResourceId;
import dev.amikit.registry.state.ClientTokens;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.rule.Characters;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The client token of a request, by which the same request has the same answer again, as long as
 * what was answered is on record.
 *
 * @param operation the operation that the token counts for, such as {@code CopyImage}
 * @param token the token
 * @param digest a digest of the request, the same for equal requests
 */
public record ClientToken(String operation, String token, String digest) {
  private static final String PATH = "clientToken";
  private static final int LONGEST_OF_LONG = 128;
  private static final int LONGEST = 64;

  /** The token of a copy or of a usage report is not too long. */
  public static final Rule LENGTH_OF_LONG = Rule.rule(
          "client-token.length",
          "the client token of a copy or of an image usage report has at most 128 characters",
          ErrorCode.INVALID_CLIENT_TOKEN,
          "API reference, CopyImage and CreateImageUsageReport, ClientToken",
          "IDEM-02")
      .saying(own("Client token must be less than or equal to 128 characters."));

  /** The token of a launch or a volume is not too long. */
  public static final Rule LENGTH = Rule.rule(
          "client-token.short",
          "the client token of a launch or of a volume has at most 64 characters",
          ErrorCode.INVALID_PARAMETER_VALUE,
          "EC2 Developer Guide, Ensuring idempotency; observed: a recorded answer of CreateVolume,"
              + " September 2026",
          "IDEM-02")
      .saying(recorded("Client token must be less than or equal to 64 characters."));

  /** A client token stands for one request. */
  public static final Rule MATCHES = Rule.rule(
          "client-token.matches",
          "a client token comes back only with the same request",
          ErrorCode.IDEMPOTENT_PARAMETER_MISMATCH,
          "EC2 Developer Guide, Ensuring idempotency",
          "IDEM-04",
          "COPY-37")
      .saying(quoted("Client token already used before."));

  /**
   * The token of a request, if it has one.
   *
   * @param request gives the request, with what has no order in an order of its own
   */
  public static Optional<ClientToken> of(
      String operation, Optional<String> token, Supplier<?> request) {
    return token.map(given -> new ClientToken(
        operation,
        given,
        Hashing.sha256().hashString(request.get().toString(), UTF_8).toString()));
  }

  /** What is wrong with the form of the token of a copy or of a usage report. */
  public static Optional<Violation> malformedLong(Optional<String> token) {
    return malformed(token, LONGEST_OF_LONG, LENGTH_OF_LONG);
  }

  /** What is wrong with the form of the token of a launch or of a volume. */
  public static Optional<Violation> malformed(Optional<String> token) {
    return malformed(token, LONGEST, LENGTH);
  }

  private static Optional<Violation> malformed(Optional<String> token, int longest, Rule rule) {
    return token
        .filter(given ->
            given.codePointCount(0, given.length()) > longest || !Characters.areLegal(given))
        .map(given -> rule.brokenBy(PATH, given));
  }

  /** What the request was answered with before; refuses another request with the same token. */
  public Optional<ResourceId> answeredBefore(Plan plan) {
    Optional<ClientTokens.Use> use =
        plan.here().clientTokens().use(plan.caller(), operation, token);
    use.ifPresent(known -> plan.require(known.digest().equals(digest), MATCHES, PATH, token));
    return use.map(ClientTokens.Use::answer);
  }

  /** Plans that the token stands for an answer. */
  public void standsFor(Plan plan, ResourceId answer) {
    plan.happens(new RegistryEvent.ClientTokenUsed(
        plan.region(), plan.caller(), operation, token, digest, answer));
  }
}
