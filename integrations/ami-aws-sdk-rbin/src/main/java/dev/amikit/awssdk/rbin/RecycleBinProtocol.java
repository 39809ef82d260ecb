package dev.amikit.awssdk.rbin;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import dev.amikit.awssdk.QueryAnswer;
import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.jackson.AmiJson;
import dev.amikit.jackson.JsonRules;
import dev.amikit.jackson.ReadResult;
import dev.amikit.page.PageRules;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.RecycleBin;
import dev.amikit.registry.operation.Operation;
import dev.amikit.rule.MissingAttributesException;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Violation;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The protocol of the Recycle Bin's own service over a registry: JSON, under paths such as
 * {@code /rules}.
 *
 * <pre>{@code
 * RecycleBinProtocol rbin = RecycleBinProtocol.of(registry);
 * QueryAnswer answer = rbin.answer(
 *     account, Region.US_EAST_1, "POST", "/list-rules", "{\"ResourceType\": \"EC2_IMAGE\"}");
 * }</pre>
 *
 * <p>A member that the operation of the API has and the library has not is refused by a
 * {@code ValidationException}, as is one that neither has. Retention rules have no tags of their
 * own: none is listed, none is removed, and those that are to be added are refused.
 *
 * <p>Safe for many threads, as far as what it asks is.
 *
 * @see <a href="https://docs.aws.amazon.com/recyclebin/latest/APIReference/Welcome.html">Recycle
 *     Bin API Reference</a>
 */
public final class RecycleBinProtocol {
  private static final int BAD_REQUEST = 400;
  private static final int NO_CONTENT = 204;
  private static final Pattern RULE_ARN =
      Pattern.compile("arn:(?<partition>[^:\\s]+):rbin:(?<region>[a-z\\-0-9]{0,63})"
          + ":(?<account>[0-9]{12}):rule/(?<identifier>[0-9a-zA-Z]{11})");
  private static final Pattern TAG_KEYS = Pattern.compile("(^|&)tagKeys=");

  /** The HTTP status of what the service is refused by. */
  private static final ImmutableMap<String, Integer> STATUS = ImmutableMap.of(
      "ServiceQuotaExceededException", 402,
      "ResourceNotFoundException", 404,
      "ConflictException", 409);

  /** The member Reason of the exceptions that have one. */
  private static final ImmutableMap<String, String> REASON = ImmutableMap.of(
      "ConflictException", "INVALID_RULE_STATE",
      "ResourceNotFoundException", "RULE_NOT_FOUND",
      "ServiceQuotaExceededException", "SERVICE_QUOTA_EXCEEDED",
      "ValidationException", "INVALID_PARAMETER_VALUE");

  private static final JsonMapper MAPPER = JsonMapper.builder()
      .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .build();

  private final BiFunction<AccountId, Region, RecycleBin> registry;
  private final AtomicLong requests = new AtomicLong();

  private RecycleBinProtocol(BiFunction<AccountId, Region, RecycleBin> registry) {
    this.registry = registry;
  }

  /**
   * Returns the protocol over a registry in memory.
   *
   * @param registry the registry
   * @return the protocol
   */
  public static RecycleBinProtocol of(InMemoryAmiRegistry registry) {
    requireNonNull(registry, "registry");
    return of((account, region) -> registry.account(account).recycleBinIn(region));
  }

  /**
   * Returns the protocol over whatever answers to the operations.
   *
   * @param registry the Recycle Bin as an account sees it in a Region
   * @return the protocol
   */
  public static RecycleBinProtocol of(BiFunction<AccountId, Region, RecycleBin> registry) {
    requireNonNull(registry, "registry");
    return new RecycleBinProtocol(registry);
  }

  /** {@return the operations that are answered, such as {@code CreateRule}} */
  public static ImmutableSet<String> operations() {
    return Route.ALL.stream().map(Route::operation).collect(toImmutableSet());
  }

  /**
   * Tells whether a path is the service's, such as {@code /rules/abcdef12345}.
   *
   * @param path the path, percent-encoded
   * @return whether its first step is one of the service
   */
  public static boolean hasPath(String path) {
    requireNonNull(path, "path");
    return Route.beginsLike(path);
  }

  /**
   * Answers a request. What the registry throws but refusals comes out as it is: a server answers
   * then with an {@code InternalServerException}.
   *
   * @param account who asks
   * @param region where
   * @param method the HTTP method, such as {@code PATCH}
   * @param target the path and, after a question mark, the query, both percent-encoded, such as
   *     {@code /rules/abcdef12345/lock}
   * @param body the body; may be empty
   * @return the answer, which may be an error
   */
  public QueryAnswer answer(
      AccountId account, Region region, String method, String target, String body) {
    requireNonNull(account, "account");
    requireNonNull(region, "region");
    requireNonNull(method, "method");
    requireNonNull(target, "target");
    requireNonNull(body, "body");
    String requestId = new UUID(0, requests.incrementAndGet()).toString();
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    String query = mark < 0 ? "" : target.substring(mark + 1);
    try {
      Route.Taken taken = Route.find(method, path);
      ObjectNode content = content(body);
      RecycleBin bin = registry.apply(account, region);
      String arn = taken.members().get("ResourceArn");
      ObjectNode answer = arn == null
          ? ofRules(bin, taken, content)
          : ofTags(bin, taken.route().operation(), arn, query, content);
      return new QueryAnswer(
          taken.route().status(),
          headers(requestId).build(),
          taken.route().status() == NO_CONTENT ? "" : answer.toString());
    } catch (RestRefusal refused) {
      return error(
          refused.status(),
          refused.code(),
          refused.words(),
          requestId,
          Lists.transform(refused.violations(), Violation::explanation));
    } catch (RefusedException refused) {
      String code = refused.errorCode().toString();
      return error(
          STATUS.getOrDefault(code, BAD_REQUEST),
          code,
          refused.errorMessage(),
          requestId,
          Lists.transform(refused.violations(), Violation::explanation),
          refused.refusal().names(PageRules.TOKEN_OF_RULES)
              ? "INVALID_PAGE_TOKEN"
              : REASON.get(code));
    }
  }

  private static ObjectNode ofRules(RecycleBin bin, Route.Taken taken, ObjectNode content) {
    taken.members().forEach((name, value) -> {
      if (content.has(name)) {
        throw RestRefusal.unknown(name);
      }
      content.put(name, value);
    });
    ObjectNode answer = call(bin, operation(taken.route().operation(), content));
    JsonNode end = answer.get("LockEndTime");
    if (end != null) {
      answer.put("LockEndTime", Instant.parse(end.textValue()).getEpochSecond());
    }
    return answer;
  }

  private static <R> ObjectNode call(RecycleBin bin, Operation<R> operation) {
    return AmiJson.answers().tree(operation, bin.call(operation));
  }

  private static Operation<?> operation(String name, ObjectNode content) {
    ReadResult<? extends Operation<?>> result = AmiJson.requests().read(name, content);
    Operation<?> operation = read(result);
    if (!result.unknownMembers().isEmpty()) {
      throw RestRefusal.unknown(result.unknownMembers().get(0));
    }
    return operation;
  }

  private static Operation<?> read(ReadResult<? extends Operation<?>> result) {
    try {
      return result.orThrow();
    } catch (RefusedException refused) {
      Violation first = refused.violations().get(0);
      String member = inSmallLetters(first.path());
      if (first.rule().equals(MissingAttributesException.REQUIRED)) {
        throw RestRefusal.unsatisfied("", member, "not be null").because(refused.violations());
      }
      if (first.rule().equals(JsonRules.WORD)) {
        throw RestRefusal.unsatisfied(
                " '" + first.found() + "'",
                member,
                "satisfy enum value set: [" + first.places().get("words") + "]")
            .because(refused.violations());
      }
      throw JsonRules.ALL.contains(first.rule())
          ? RestRefusal.unreadable(first.at(member).message()).because(refused.violations())
          : refused;
    }
  }

  /** The service spells members in its messages with a small letter. */
  private static String inSmallLetters(String path) {
    return Splitter.on('.')
        .splitToStream(path)
        .map(member ->
            member.isEmpty() ? member : Ascii.toLowerCase(member.charAt(0)) + member.substring(1))
        .collect(joining("."));
  }

  /** Carries out what is about the tags of a rule, of which there are none. */
  private static ObjectNode ofTags(
      RecycleBin bin, String operation, String arn, String query, ObjectNode content) {
    String identifier = identifier(bin, arn);
    if (operation.equals("TagResource") && !content.path("Tags").isArray()) {
      throw RestRefusal.unsatisfied("", "tags", "not be null");
    }
    if (operation.equals("UntagResource") && !TAG_KEYS.matcher(query).find()) {
      throw RestRefusal.unsatisfied("", "tagKeys", "not be null");
    }
    bin.getRule(identifier);
    if (!content.path("Tags").isEmpty()) {
      throw RestRefusal.unknown("Tags");
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    if (operation.equals("ListTagsForResource")) {
      answer.putArray("Tags");
    }
    return answer;
  }

  /** The ID of the rule that an ARN names, if it is one of the caller in the Region. */
  private static String identifier(RecycleBin bin, String text) {
    Matcher arn = RULE_ARN.matcher(text);
    if (!arn.matches()) {
      throw RestRefusal.unsatisfied(
          " '" + text + "'", "resourceArn", "satisfy regular expression pattern: " + RULE_ARN);
    }
    String identifier = arn.group("identifier");
    if (!arn.group("partition").equals(bin.region().partition())
        || !arn.group("region").equals(bin.region().code())
        || !arn.group("account").equals(bin.caller().value())) {
      throw RestRefusal.noRule(identifier);
    }
    return identifier;
  }

  private static ObjectNode content(String body) {
    try {
      JsonNode content = MAPPER.readTree(body);
      if (content.isMissingNode()) {
        return MAPPER.createObjectNode();
      }
      if (content instanceof ObjectNode object) {
        return object;
      }
      throw RestRefusal.unreadable("The body is no JSON object");
    } catch (JsonProcessingException malformed) {
      throw RestRefusal.unreadable("The body is no JSON: " + malformed.getOriginalMessage());
    }
  }

  /**
   * Returns an error as the service writes it.
   *
   * @param status the HTTP status, 400 and above
   * @param code the exception, such as {@code InternalServerException}
   * @param message the words
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
    return error(status, code, message, requestId, explanations, REASON.get(code));
  }

  private static QueryAnswer error(
      int status,
      String code,
      String message,
      String requestId,
      Iterable<String> explanations,
      @Nullable String reason) {
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    error.put("__type", code);
    error.put("Message", message);
    if (reason != null) {
      error.put("Reason", reason);
    }
    return new QueryAnswer(
            status, headers(requestId).put("x-amzn-ErrorType", code).build(), error.toString())
        .explainedBy(explanations);
  }

  private static ImmutableListMultimap.Builder<String, String> headers(String requestId) {
    return ImmutableListMultimap.<String, String>builder()
        .put("Content-Type", "application/json")
        .put("x-amzn-RequestId", requestId);
  }
}
