package dev.amikit.awssdk.rbin;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.net.URLDecoder;
import java.util.List;
import java.util.Optional;

/**
 * The way to an operation.
 *
 * @param operation the operation
 * @param method the HTTP method
 * @param path the path; a step in braces is a member of the request
 * @param status the HTTP status of its answer
 */
record Route(String operation, String method, ImmutableList<String> path, int status) {
  static final ImmutableList<Route> ALL = ImmutableList.of(
      of("CreateRule", "POST", "/rules", 201),
      of("GetRule", "GET", "/rules/{Identifier}", 200),
      of("ListRules", "POST", "/list-rules", 200),
      of("UpdateRule", "PATCH", "/rules/{Identifier}", 200),
      of("DeleteRule", "DELETE", "/rules/{Identifier}", 204),
      of("LockRule", "PATCH", "/rules/{Identifier}/lock", 200),
      of("UnlockRule", "PATCH", "/rules/{Identifier}/unlock", 200),
      of("TagResource", "POST", "/tags/{ResourceArn}", 201),
      of("UntagResource", "DELETE", "/tags/{ResourceArn}", 204),
      of("ListTagsForResource", "GET", "/tags/{ResourceArn}", 200));

  private static final ImmutableSet<String> FIRST_STEPS =
      ALL.stream().map(route -> route.path.get(0)).collect(toImmutableSet());

  private static Route of(String operation, String method, String path, int status) {
    return new Route(operation, method, ImmutableList.copyOf(steps(path)), status);
  }

  /** A route that a request takes, and the members that its path tells. */
  record Taken(Route route, ImmutableMap<String, String> members) {}

  /**
   * Returns the route that a request takes.
   *
   * @param method the HTTP method
   * @param path the path, percent-encoded
   * @throws RestRefusal if there is none
   */
  static Taken find(String method, String path) {
    List<String> steps = steps(path);
    return ALL.stream()
        .filter(route -> route.method.equals(method))
        .flatMap(route -> route.members(steps).map(told -> new Taken(route, told)).stream())
        .findFirst()
        .orElseThrow(() -> RestRefusal.unknownOperation(method, path));
  }

  /** Whether some request takes a path that begins as this one does. */
  static boolean beginsLike(String path) {
    return FIRST_STEPS.contains(steps(path).get(0));
  }

  private static List<String> steps(String path) {
    return Splitter.on('/').splitToList(path.startsWith("/") ? path.substring(1) : path);
  }

  private Optional<ImmutableMap<String, String>> members(List<String> steps) {
    if (steps.size() != path.size()) {
      return Optional.empty();
    }
    ImmutableMap.Builder<String, String> members = ImmutableMap.builder();
    for (int i = 0; i < path.size(); i++) {
      String step = path.get(i);
      if (step.startsWith("{")) {
        members.put(step.substring(1, step.length() - 1), decode(steps.get(i)));
      } else if (!step.equals(steps.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(members.buildOrThrow());
  }

  /** Decodes a step of a path, in which a plus sign is one. */
  private static String decode(String step) {
    try {
      return URLDecoder.decode(step.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw RestRefusal.unreadable("The path contains a syntax error");
    }
  }
}
