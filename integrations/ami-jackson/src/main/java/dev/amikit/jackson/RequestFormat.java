package dev.amikit.jackson;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableSet;
import dev.amikit.registry.operation.Operation;
import dev.amikit.rule.MissingAttributesException;

/**
 * Requests for the operations of {@link dev.amikit.registry.Ec2} and
 * {@link dev.amikit.registry.RecycleBin}, as {@code --cli-input-json} of the AWS CLI takes them:
 * members are named as the API reference does, {@code DryRun} is none of them.
 *
 * <pre>{@code
 * Operation<?> request = AmiJson.requests()
 *     .read("DisableImage", "{\"ImageId\": \"ami-0abcdef1234567890\"}")
 *     .orThrow();
 * }</pre>
 *
 * <p>A member that the library does not know is told among the
 * {@linkplain ReadResult#unknownMembers() unknown members}; whoever carries the request out does
 * less than it asks for. Of ModifyImageAttribute and ModifySnapshotAttribute it is the structured
 * form that is read and written ({@code LaunchPermission} with {@code Add} and {@code Remove}).
 */
public final class RequestFormat {
  private final boolean isCompact;

  RequestFormat(boolean isCompact) {
    this.isCompact = isCompact;
  }

  /** {@return the same format, which writes without white space} */
  public RequestFormat compact() {
    return new RequestFormat(true);
  }

  /** {@return the names of the operations, such as {@code DescribeImages}} */
  public ImmutableSet<String> operations() {
    return Requests.all().keySet();
  }

  /**
   * Returns the name of the operation that a request is for.
   *
   * @param request the request
   * @return the name, such as {@code DescribeImages}
   * @throws IllegalArgumentException if the operation is none of EC2's
   */
  public String operation(Operation<?> request) {
    requireNonNull(request, "request");
    return Requests.nameOf(request);
  }

  /**
   * Reads a request.
   *
   * @param operation the name of the operation, such as {@code DescribeImages}
   * @param text the request
   * @return what became of it
   * @throws IllegalArgumentException if there is no operation of that name
   * @throws MalformedAnswerException if the text is no JSON object
   */
  public ReadResult<? extends Operation<?>> read(String operation, String text) {
    return new RecordFormat<>(form(operation)).read(text);
  }

  /**
   * Reads a request that is part of another document.
   *
   * @param operation the name of the operation, such as {@code DescribeImages}
   * @param content the request
   * @return what became of it; one without a member that every such request has is refused by
   *     {@link MissingAttributesException#REQUIRED}
   * @throws IllegalArgumentException if there is no operation of that name
   */
  public ReadResult<? extends Operation<?>> read(String operation, JsonNode content) {
    requireNonNull(content, "content");
    return new RecordFormat<>(form(operation)).read(content);
  }

  /**
   * Writes a request.
   *
   * @param request the request
   * @return the document
   * @throws IllegalArgumentException if the operation is none of EC2's
   */
  public String write(Operation<?> request) {
    requireNonNull(request, "request");
    return Json.text(request, Requests.of(request), isCompact);
  }

  /**
   * Returns what is written of a request, to be part of another document.
   *
   * @param request the request
   * @return the document
   * @throws IllegalArgumentException if the operation is none of EC2's
   */
  public ObjectNode tree(Operation<?> request) {
    requireNonNull(request, "request");
    return (ObjectNode) Json.treeOf(request, Requests.of(request));
  }

  private static Form<? extends Operation<?>> form(String operation) {
    requireNonNull(operation, "operation");
    Requests.Request<?> request = Requests.all().get(operation);
    if (request == null) {
      throw new IllegalArgumentException(operation + " is no operation that the library knows");
    }
    return request.form();
  }
}
