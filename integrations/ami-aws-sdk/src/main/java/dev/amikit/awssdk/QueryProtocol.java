package dev.amikit.awssdk;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.jackson.AmiJson;
import dev.amikit.jackson.ReadResult;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.operation.Operation;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Violation;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;

/**
 * EC2's query protocol over a registry: parameters of a form in, XML out. The shapes are those of
 * the SDK's service model, so that it speaks the version of the API that the SDK at hand does.
 *
 * <pre>{@code
 * QueryProtocol ec2 = QueryProtocol.of(registry);
 * QueryAnswer answer =
 *     ec2.answer(account, Region.US_EAST_1, "Action=DescribeImages&Owner.1=self");
 * }</pre>
 *
 * <p>{@code Action} names the operation; {@code Version} and what a signature consists of are not
 * looked at. {@code DryRun} answers {@code DryRunOperation} unless the form of the request is
 * wrong, something that it names is missing, or the caller does not own it; states, policies and
 * quotas are not looked at then. What the operation of the API has and the library has not, is
 * refused as {@code UnsupportedOperation}; what neither has, as {@code UnknownParameter}; but
 * {@linkplain #withoutEffect some members} are taken and change nothing. An operation that is not
 * among {@link #actions()} is answered as EC2 answers one that it does not have.
 *
 * <p>Safe for many threads, as far as what it asks is.
 *
 * @see <a href="https://docs.aws.amazon.com/ec2/latest/devguide/ec2-low-level-api.html">Amazon EC2
 *     Query API</a>
 */
public final class QueryProtocol {
  private static final String NAMESPACE = "http://ec2.amazonaws.com/doc/2016-11-15/";
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int PRECONDITION_FAILED = 412;

  /** What says who asks, and for what; the rest are the parameters of the operation. */
  private static final ImmutableSet<String> ENVELOPE = ImmutableSet.of(
      "AWSAccessKeyId",
      "Expires",
      "SecurityToken",
      "Signature",
      "SignatureMethod",
      "SignatureVersion",
      "Timestamp",
      "Version");

  private final BiFunction<AccountId, Region, Ec2> registry;
  private final AtomicLong requests = new AtomicLong();

  private QueryProtocol(BiFunction<AccountId, Region, Ec2> registry) {
    this.registry = registry;
  }

  /**
   * Returns the protocol over a registry in memory.
   *
   * @param registry the registry
   * @return the protocol
   */
  public static QueryProtocol of(InMemoryAmiRegistry registry) {
    requireNonNull(registry, "registry");
    return of((account, region) -> registry.account(account).in(region));
  }

  /**
   * Returns the protocol over whatever answers to the operations.
   *
   * @param registry EC2 as an account sees it in a Region; it takes operations of one's own too,
   *     such as a dry run
   * @return the protocol
   */
  public static QueryProtocol of(BiFunction<AccountId, Region, Ec2> registry) {
    requireNonNull(registry, "registry");
    return new QueryProtocol(registry);
  }

  /** {@return the operations that are answered, such as {@code DescribeImages}} */
  public static ImmutableSet<String> actions() {
    return Actions.names();
  }

  /**
   * Returns the parameters of an operation that are taken and change nothing, since what they are
   * about is not modelled.
   *
   * @param action the operation, such as {@code CreateVolume}
   * @return their names, such as {@code AvailabilityZone}; mostly none
   */
  public static ImmutableSet<String> withoutEffect(String action) {
    requireNonNull(action, "action");
    return Spelling.withoutEffect(action);
  }

  /**
   * Answers a request. What the registry throws but refusals comes out as it is: a server answers
   * then with an error of its own.
   *
   * @param account who asks
   * @param region where
   * @param form the parameters as they stand in the body of a POST or the query of a GET
   * @return the answer, which may be an error
   */
  public QueryAnswer answer(AccountId account, Region region, String form) {
    requireNonNull(account, "account");
    requireNonNull(region, "region");
    requireNonNull(form, "form");
    String requestId = new UUID(0, requests.incrementAndGet()).toString();
    try {
      Parameters parameters = Parameters.parse(form);
      String name = parameters.take("Action");
      if (name == null) {
        throw new QueryRefusal(
            "MissingAction", "The request is missing an action or a required parameter.");
      }
      Actions.Action action = Actions.find(name);
      if (action == null) {
        throw new QueryRefusal(
            "InvalidAction", "The action %s is not valid for this web service.".formatted(name));
      }
      parameters
          .inner()
          .keySet()
          .removeIf(each -> ENVELOPE.contains(each) || each.startsWith("X-Amz-"));
      return answer(registry.apply(account, region), action, parameters, requestId);
    } catch (QueryRefusal refused) {
      return QueryAnswer.error(
          BAD_REQUEST, refused.code(), refused.words(), requestId, ImmutableList.of());
    } catch (RefusedException refused) {
      return error(refused.refusal(), requestId);
    }
  }

  private static QueryAnswer answer(
      Ec2 ec2, Actions.Action action, Parameters parameters, String requestId) {
    ObjectNode tree = action.request().read(parameters);
    boolean isDry = isDry(tree);
    ObjectNode request = Spelling.normal(action.name(), tree);
    Operation<?> operation = operation(action.name(), request);
    if (!isDry) {
      return success(action, call(ec2, operation), requestId);
    }
    Optional<Refusal> refusal = ec2.call(new DryRun(operation));
    return refusal.isPresent()
        ? error(refusal.get(), requestId)
        : QueryAnswer.error(
            PRECONDITION_FAILED,
            "DryRunOperation",
            "Request would have succeeded, but DryRun flag is set.",
            requestId,
            ImmutableList.of());
  }

  private static boolean isDry(ObjectNode request) {
    JsonNode dry = request.remove("DryRun");
    if (dry != null && !dry.isBoolean()) {
      throw QueryRefusal.invalidValue("dryRun", dry.asText(), "Value must be true or false.");
    }
    return dry != null && dry.booleanValue();
  }

  private static Operation<?> operation(String action, ObjectNode request) {
    ReadResult<? extends Operation<?>> result = AmiJson.requests().read(action, request);
    Operation<?> operation = read(action, result);
    if (!result.unknownMembers().isEmpty()) {
      throw new QueryRefusal(
          "UnsupportedOperation",
          "The parameter %s is not supported.".formatted(result.unknownMembers().get(0)));
    }
    return operation;
  }

  private static Operation<?> read(String action, ReadResult<? extends Operation<?>> result) {
    try {
      return result.orThrow();
    } catch (RefusedException refused) {
      throw Malformed.inWordsOf(action, refused);
    }
  }

  private static <R> ObjectNode call(Ec2 ec2, Operation<R> operation) {
    return AmiJson.answers().tree(operation, ec2.call(operation));
  }

  private static QueryAnswer success(Actions.Action action, ObjectNode answer, String requestId) {
    XmlWriter xml = new XmlWriter();
    xml.begin(action.name() + "Response", NAMESPACE);
    xml.element("requestId", requestId);
    if (action.response().names().isEmpty()) {
      xml.element("return", "true");
    } else {
      action.response().writeXml(answer, xml);
    }
    xml.end(action.name() + "Response");
    return new QueryAnswer(OK, QueryAnswer.headers(requestId).build(), xml.toString());
  }

  private static QueryAnswer error(Refusal refusal, String requestId) {
    return QueryAnswer.error(
        BAD_REQUEST,
        refusal.errorCode().toString(),
        refusal.message(),
        requestId,
        Lists.transform(refusal.violations(), Violation::explanation));
  }
}
