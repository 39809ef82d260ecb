package dev.amikit;

import com.google.common.collect.ImmutableList;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.amikit.rule.Broken;
import dev.amikit.rule.Rule;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The rules that code can come to, by what it calls. A method that is called on an abstract type is
 * followed into those of its classes that are made on the way.
 */
final class ReachableRules {
  private final Set<JavaCodeUnit> seen = new HashSet<>();
  private final Set<JavaClass> made = new HashSet<>();
  private final Set<JavaMethod> called = new HashSet<>();
  private final Deque<JavaCodeUnit> left = new ArrayDeque<>();
  private final Map<String, Rule> rules = new TreeMap<>();

  private ReachableRules() {}

  /** The rules that the methods of a class can come to, sorted by ID. */
  static ImmutableList<Rule> from(JavaClass start) {
    ReachableRules reachable = new ReachableRules();
    reachable.make(start);
    start.getAllMethods().stream()
        .filter(method -> isCode(method) && !isStatic(method))
        .forEach(reachable::come);
    while (!reachable.left.isEmpty()) {
      reachable.follow(reachable.left.removeFirst());
    }
    return ImmutableList.copyOf(reachable.rules.values());
  }

  private static boolean isCode(JavaMethod method) {
    return !method.getModifiers().contains(JavaModifier.ABSTRACT);
  }

  private static boolean isStatic(JavaMethod method) {
    return method.getModifiers().contains(JavaModifier.STATIC);
  }

  private void come(JavaCodeUnit unit) {
    if (seen.add(unit)) {
      left.addLast(unit);
    }
  }

  private void follow(JavaCodeUnit unit) {
    unit.getFieldAccesses().forEach(this::note);
    Stream.<JavaAccess<?>>concat(
            unit.getCallsFromSelf().stream(), unit.getCodeUnitReferencesFromSelf().stream())
        .map(access -> (CodeUnitAccessTarget) access.getTarget())
        .forEach(target -> target.resolveMember().ifPresent(this::call));
  }

  private void call(JavaCodeUnit callee) {
    if (!(callee instanceof JavaMethod method)) {
      make(callee.getOwner());
      come(callee);
      return;
    }
    if (isCode(method) && !isPassOverValue(method)) {
      come(method);
    }
    if (!isStatic(method) && called.add(method)) {
      made.forEach(type -> overriding(type, method));
    }
  }

  /** Whether a method asks what a new value breaks, which what is made of a request never does. */
  private static boolean isPassOverValue(JavaMethod method) {
    return method.getRawReturnType().isEquivalentTo(Broken.class)
        && method.getRawParameterTypes().get(0).getModifiers().contains(JavaModifier.ABSTRACT);
  }

  private void make(JavaClass type) {
    if (made.add(type)) {
      called.forEach(method -> overriding(type, method));
    }
  }

  /** Comes to the method of a class that is meant by a method of one of its supertypes. */
  private void overriding(JavaClass type, JavaMethod method) {
    if (type.isAssignableTo(method.getOwner().getName())) {
      type.getMethods().stream()
          .filter(own -> own.getName().equals(method.getName()) && isCode(own))
          .filter(own ->
              own.getRawParameterTypes().size() == method.getRawParameterTypes().size())
          .forEach(this::come);
    }
  }

  private void note(JavaFieldAccess access) {
    if (access.getTarget().getRawType().isEquivalentTo(Rule.class)) {
      access
          .getTarget()
          .resolveMember()
          .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
          .map(ReachableRules::value)
          .ifPresent(rule -> rules.put(rule.id().value(), rule));
    }
  }

  private static Rule value(JavaField field) {
    try {
      Field reflected = field.reflect();
      reflected.setAccessible(true);
      return (Rule) reflected.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field.getFullName(), e);
    }
  }
}
