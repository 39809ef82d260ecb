package dev.amikit.endpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import dev.amikit.awssdk.QueryAnswer;
import dev.amikit.id.Region;
import dev.amikit.id.TaskSubject;
import dev.amikit.image.Ami;
import dev.amikit.image.StateReason;
import dev.amikit.jackson.AmiJson;
import dev.amikit.jackson.AnswerFormat;
import dev.amikit.jackson.MalformedAnswerException;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.Task;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What is not EC2's: for tests of tools that only speak HTTP. Parameters stand in the query, and
 * one that is not known is refused; answers are JSON.
 */
final class ControlService implements Service {
  static final String PATH = "/_amikit/";

  /** Does what a path asks for. */
  private interface Control {
    ObjectNode carryOut(Arguments arguments, String body) throws Refused;
  }

  private final InMemoryAmiRegistry registry;
  private final Optional<Consumer<Duration>> passing;
  private final PartitionState initial;
  private final Journal journal;

  private final ImmutableMap<String, Control> controls = ImmutableMap.<String, Control>builder()
      .put("POST reset", (arguments, body) -> reset(arguments))
      .put("POST advance", (arguments, body) -> advance(arguments))
      .put("POST complete", (arguments, body) -> complete(arguments))
      .put("POST fail", (arguments, body) -> fail(arguments))
      .put("POST images", this::putImages)
      .put("POST snapshots", this::putSnapshots)
      .put("GET events", (arguments, body) -> events(arguments))
      .buildOrThrow();

  ControlService(InMemoryAmiRegistry registry, Optional<Consumer<Duration>> passing) {
    this.registry = registry;
    this.passing = passing;
    this.initial = registry.state();
    this.journal = Journal.of(registry);
  }

  @Override
  public QueryAnswer answer(Request request) throws Refused {
    String name = request.path().substring(PATH.length());
    Control control = controls.get(request.method() + " " + name);
    if (control == null) {
      throw controls.keySet().stream().anyMatch(each -> each.endsWith(" " + name))
          ? Refused.method(request.method())
          : new Refused(404, "NotFound", "There is no %s%s.".formatted(PATH, name));
    }
    Arguments arguments = Arguments.parse(request.query());
    try {
      return json(200, control.carryOut(arguments, request.body()));
    } catch (RefusedException refused) {
      ObjectNode error =
          error(refused.refusal().errorCode().toString(), refused.refusal().message());
      ArrayNode violations = error.putArray("Violations");
      refused.violations().stream().map(Violation::explanation).forEach(violations::add);
      return json(400, error);
    }
  }

  @Override
  public QueryAnswer refusal(Refused refused, String requestId) {
    return json(
        refused.status(), error(refused.code(), refused.words()).put("RequestId", requestId));
  }

  private static ObjectNode error(String code, String message) {
    return empty().put("Code", code).put("Message", message);
  }

  private static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static QueryAnswer json(int status, ObjectNode tree) {
    return new QueryAnswer(
        status,
        ImmutableListMultimap.of("Content-Type", "application/json"),
        tree.toPrettyString() + "\n");
  }

  private ObjectNode reset(Arguments arguments) throws Refused {
    arguments.end();
    registry.restore(initial);
    journal.clear();
    return empty();
  }

  private ObjectNode advance(Arguments arguments) throws Refused {
    Duration by = arguments.duration("by");
    arguments.end();
    if (passing.isEmpty()) {
      throw new Refused(
          400, "UnsupportedOperation", "The clock of this registry is not the endpoint's to move.");
    }
    passing.get().accept(by);
    registry.advance();
    return empty();
  }

  private ObjectNode complete(Arguments arguments) throws Refused {
    Optional<String> resource = arguments.take("resource");
    if (resource.isPresent()) {
      Region here = arguments.region();
      arguments.end();
      registry.aws().complete(here, TaskSubject.parse(resource.get()));
      return empty();
    }
    Optional<Region> region = arguments.take("region").map(Region::of);
    arguments.end();
    ObjectNode answer = empty();
    ArrayNode ended = answer.putArray("Ended");
    region
        .map(here -> ImmutableMap.of(here, registry.aws().completeAll(here)))
        .orElseGet(registry.aws()::completeAll)
        .forEach((here, tasks) -> tasks.forEach(task -> ended.add(tree(here, task))));
    return answer;
  }

  private static ObjectNode tree(Region region, Task task) {
    ObjectNode tree = empty()
        .put("Region", region.toString())
        .put("ResourceId", task.subject().toString())
        .put("Kind", task.kind().toString());
    task.failure().ifPresent(reason -> tree.put("Failure", reason.code()));
    return tree;
  }

  private ObjectNode fail(Arguments arguments) throws Refused {
    Region here = arguments.region();
    TaskSubject resource = TaskSubject.parse(arguments.require("resource"));
    StateReason reason = new StateReason(
        arguments.take("code").orElse("Server.InternalError"),
        arguments.take("message").orElse("Server.InternalError: Internal error"));
    arguments.end();
    registry.aws().fail(here, resource, reason);
    return empty();
  }

  private ObjectNode putImages(Arguments arguments, String body) throws Refused {
    return put(
        arguments,
        AmiJson.images(),
        body,
        (here, all) -> registry.aws().put(here, all.toArray(Ami[]::new)));
  }

  private ObjectNode putSnapshots(Arguments arguments, String body) throws Refused {
    return put(
        arguments,
        AmiJson.snapshots(),
        body,
        (here, all) -> registry.aws().put(here, all.toArray(Snapshot[]::new)));
  }

  private static <T> List<T> read(AnswerFormat<T> format, String body) throws Refused {
    try {
      return format.read(body).orThrow();
    } catch (MalformedAnswerException malformed) {
      throw new Refused(400, "MalformedDocument", String.valueOf(malformed.getMessage()));
    }
  }

  private static <T> ObjectNode put(
      Arguments arguments, AnswerFormat<T> format, String body, BiConsumer<Region, List<T>> putting)
      throws Refused {
    Region here = arguments.region();
    arguments.end();
    List<T> all = read(format, body);
    try {
      putting.accept(here, all);
    } catch (RefusedException refused) {
      throw refused;
    } catch (IllegalArgumentException isThere) {
      throw new Refused(409, "Conflict", String.valueOf(isThere.getMessage()));
    }
    return empty().put("Put", all.size());
  }

  private ObjectNode events(Arguments arguments) throws Refused {
    long after = arguments.number("after");
    arguments.end();
    ObjectNode answer = empty();
    ArrayNode events = answer.putArray("Events");
    journal.after(after).forEach(event -> events.add(EventTrees.tree(event)));
    return answer;
  }
}
