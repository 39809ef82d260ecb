package dev.amikit.testkit.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.amikit.image.Ami;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.Volume;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Violation;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.testkit.registry.History.Attempts;
import dev.amikit.testkit.registry.History.Call;
import dev.amikit.testkit.registry.History.Step;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whoever is refused is told where in the request the fault is. */
class RefusalPathsTest {
  private static final Pattern MEMBER = Pattern.compile("([a-z]\\w*)(?:\\[(\\d+)])?");
  private static final ImmutableList<Class<?>> RESOURCES = ImmutableList.of(
      Ami.class, Snapshot.class, Instance.class, Volume.class, RetentionRule.class);

  @Provide
  Arbitrary<Attempts> attempts() {
    return Attempts.any();
  }

  @Property(tries = 12)
  void a_refusal_names_members_that_the_request_has(@ForAll("attempts") Attempts attempts) {
    for (Step step : History.of(attempts).steps()) {
      if (step.refusal().isPresent() && step.call().isPresent()) {
        Call call = step.call().orElseThrow();
        for (Violation violation : step.refusal().orElseThrow().refusal().violations()) {
          assertThat(leadsSomewhere(call.operation(), violation.path())
                  || isOfResource(violation)
                  || isOfAccount(violation))
              .as("'%s' of %s: %s", violation.path(), call, violation)
              .isTrue();
        }
      }
    }
  }

  /** Whether a path names what is at fault with the resource that the request is about. */
  private static boolean isOfResource(Violation violation) {
    Matcher name = MEMBER.matcher(violation.path());
    return name.lookingAt()
        && RESOURCES.stream()
            .flatMap(type -> Stream.of(type.getMethods()))
            .anyMatch(member ->
                member.getParameterCount() == 0 && member.getName().equals(name.group(1)));
  }

  /** Whether an account has all that it can have, whatever the request says. */
  private static boolean isOfAccount(Violation violation) {
    return violation.path().isEmpty()
        && violation.rule().errorCode() == ErrorCode.RESOURCE_LIMIT_EXCEEDED;
  }

  private static boolean leadsSomewhere(Operation<?> operation, String path) {
    Object at = operation;
    for (String member : Splitter.on('.').split(path)) {
      Matcher name = MEMBER.matcher(member);
      if (!name.matches()) {
        return false;
      }
      Optional<Object> next = member(at, name.group(1));
      if (next.isPresent() && name.group(2) != null) {
        Iterable<?> elements = (Iterable<?>) next.get();
        int index = Integer.parseInt(name.group(2));
        next = Optional.ofNullable(Iterables.get(elements, index, null));
      }
      if (next.isEmpty()) {
        return false;
      }
      at = next.get();
    }
    return true;
  }

  /** What an accessor answers, of a type that is exported: those of generated classes are not. */
  private static Optional<Object> member(Object of, String name) {
    for (Class<?> type = of.getClass(); type != null; type = type.getSuperclass()) {
      if (Modifier.isPublic(type.getModifiers())) {
        try {
          Object value = type.getMethod(name).invoke(of);
          return value instanceof Optional<?> optional && optional.isPresent()
              ? Optional.of(optional.get())
              : Optional.of(value);
        } catch (ReflectiveOperationException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
