package dev.amikit.lifecycle;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a command comes to: events that are to happen, or a refusal. Nothing has changed yet.
 *
 * @param <T> the type of what the command was asked of
 */
public sealed interface Decision<T> {
  /**
   * The command is carried out.
   *
   * @param <T> the type of what the command was asked of
   * @param events what happens, in this order; none if all is as the command wants it
   */
  record Accepted<T>(ImmutableList<Event<T>> events) implements Decision<T> {
    /**
     * Refuses null.
     *
     * @param events what happens, in this order; none if all is as the command wants it
     */
    public Accepted {
      requireNonNull(events, "events");
    }

    @Override
    public T applyTo(T value) {
      requireNonNull(value, "value");
      return Event.replay(value, events);
    }

    @Override
    public Optional<Refusal> refusal() {
      return Optional.empty();
    }

    @Override
    public Accepted<T> orThrow() {
      return this;
    }
  }

  /**
   * The command is refused.
   *
   * @param <T> the type of what the command was asked of
   * @param reason why
   */
  record Refused<T>(Refusal reason) implements Decision<T> {
    /**
     * Refuses null.
     *
     * @param reason why
     */
    public Refused {
      requireNonNull(reason, "reason");
    }

    @Override
    public ImmutableList<Event<T>> events() {
      return ImmutableList.of();
    }

    @Override
    public T applyTo(T value) {
      requireNonNull(value, "value");
      return value;
    }

    @Override
    public Optional<Refusal> refusal() {
      return Optional.of(reason);
    }

    @Override
    public Accepted<T> orThrow() {
      throw reason.toException();
    }
  }

  /**
   * Returns that a command is carried out by one event.
   *
   * @param <T> the type of what the command was asked of
   * @param event what happens
   * @return the decision
   */
  static <T> Decision<T> accepted(Event<T> event) {
    requireNonNull(event, "event");
    return new Accepted<>(ImmutableList.of(event));
  }

  /**
   * Returns that a command succeeds and changes nothing.
   *
   * @param <T> the type of what the command was asked of
   * @return the decision
   */
  static <T> Decision<T> unchanged() {
    return new Accepted<>(ImmutableList.of());
  }

  /**
   * Returns that a command is refused by a rule.
   *
   * @param <T> the type of what the command was asked of
   * @param rule the rule
   * @param path the attribute at fault
   * @param found what it holds
   * @return the decision
   */
  static <T> Decision<T> refused(Rule rule, String path, Object found) {
    requireNonNull(rule, "rule");
    requireNonNull(found, "found");
    return refused(rule.brokenBy(path, found));
  }

  /**
   * Returns that a command is refused by a violation.
   *
   * @param <T> the type of what the command was asked of
   * @param violation the broken rule, and what broke it
   * @return the decision
   */
  static <T> Decision<T> refused(Violation violation) {
    return new Refused<>(Refusal.of(violation));
  }

  /**
   * Returns that a command is refused, if there is a reason to; decides only otherwise.
   *
   * @param <T> the type of what the command was asked of
   * @param refusal the reason, if there is one
   * @param permitted the decision on a command that nothing stands against so far
   * @return the decision
   */
  static <T> Decision<T> of(Optional<Refusal> refusal, Supplier<Decision<T>> permitted) {
    requireNonNull(refusal, "refusal");
    requireNonNull(permitted, "permitted");
    return refusal.isPresent() ? new Refused<>(refusal.get()) : permitted.get();
  }

  /**
   * Returns a value as it is after the decision.
   *
   * @param value what the decision was made for
   * @return the value after all events; the same value after a refusal
   */
  T applyTo(T value);

  /** {@return whether the command is carried out} */
  default boolean isAccepted() {
    return this instanceof Accepted;
  }

  /** {@return why the command is refused; empty if it is carried out} */
  Optional<Refusal> refusal();

  /**
   * Returns the decision, if the command is carried out.
   *
   * @return this decision
   * @throws RefusedException if the command is refused
   */
  Accepted<T> orThrow();

  /** {@return what happens, in this order; nothing if the command changes nothing or is refused} */
  ImmutableList<Event<T>> events();
}
