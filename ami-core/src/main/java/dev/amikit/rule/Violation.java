package dev.amikit.rule;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/**
 * A rule, and what broke it.
 *
 * @param rule the rule that is broken
 * @param path the attribute at fault, such as {@code blockDeviceMappings[2].ebs.iops}; empty for
 *     the value as a whole
 * @param found what the attribute held, as text
 * @param template what EC2 says of it, one of the {@linkplain Rule#messages() messages} of the rule
 * @param places what stands at places of the template that the path and the value do not fill
 * @param hint what would help, such as the limits or the nearest right word, for the explanation;
 *     empty if there is nothing to add
 */
public record Violation(
    Rule rule,
    String path,
    String found,
    MessageTemplate template,
    ImmutableMap<String, String> places,
    String hint) {
  private static final int LONGEST_FOUND = 200;

  /**
   * Refuses null, and a template that is not the rule's.
   *
   * @param rule the rule that is broken
   * @param path the attribute at fault, such as {@code blockDeviceMappings[2].ebs.iops}; empty for
   *     the value as a whole
   * @param found what the attribute held, as text
   * @param template what EC2 says of it, one of the messages of the rule
   * @param places what stands at places of the template that the path and the value do not fill
   * @param hint what would help; empty if there is nothing to add
   */
  public Violation {
    requireNonNull(rule, "rule");
    requireNonNull(path, "path");
    requireNonNull(found, "found");
    requireNonNull(template, "template");
    requireNonNull(places, "places");
    requireNonNull(hint, "hint");
    checkArgument(rule.messages().contains(template), "%s does not say: %s", rule, template);
  }

  /**
   * Returns the same violation seen from the value that holds this one.
   *
   * @param outer the attribute through which the outer value holds this one, such as {@code ebs}
   * @return the violation with the longer path
   */
  public Violation within(String outer) {
    requireNonNull(outer, "outer");
    return at(path.isEmpty() ? outer : outer + "." + path);
  }

  /**
   * Returns the same violation told of another path.
   *
   * @param path the attribute at fault
   * @return the violation with that path
   */
  public Violation at(String path) {
    return new Violation(rule, path, found, template, places, hint);
  }

  /**
   * Returns the same violation with another of the messages of its rule.
   *
   * @param template what EC2 says of it
   * @return the violation with that message
   */
  public Violation saying(MessageTemplate template) {
    return new Violation(rule, path, found, template, places, hint);
  }

  /**
   * Returns the same violation with one more place of its message filled.
   *
   * @param place the name of the place
   * @param value what stands there
   * @return the violation with the fuller message
   */
  public Violation with(String place, Object value) {
    requireNonNull(place, "place");
    requireNonNull(value, "value");
    ImmutableMap<String, String> more = ImmutableMap.<String, String>builder()
        .putAll(places)
        .put(place, value.toString())
        .buildOrThrow();
    return new Violation(rule, path, found, template, more, hint);
  }

  /**
   * Returns the same violation with something in its explanation that helps to mend it.
   *
   * @param hint what would help, such as {@code 4 to 16,384 GiB} or {@code did you mean owner-id?}
   * @return the violation with the hint
   */
  public Violation hinting(String hint) {
    return new Violation(rule, path, found, template, places, hint);
  }

  /** {@return the exception that refuses a value by this violation alone, to be thrown} */
  public RuleViolationException toException() {
    return new RuleViolationException(ImmutableList.of(this));
  }

  /**
   * Returns what EC2 says: the template with every place filled. {@code {value}} is what was found;
   * {@code {parameter}} is the last member of the path, and a place of that name is what was found
   * as well; what stands at others was told by {@link #with}.
   *
   * @return the message
   */
  public String message() {
    String parameter = parameter();
    return template.fill(place -> {
      String told = places.get(place);
      if (told != null) {
        return told;
      }
      return place.equals("parameter")
          ? parameter
          : place.equals("value") || place.equals(parameter) ? found : "{" + place + "}";
    });
  }

  /** Whether a place of the message is open, because nobody told what stands there. */
  boolean hasOpenPlace() {
    String parameter = parameter();
    return template.places().stream()
        .anyMatch(place -> !places.containsKey(place)
            && !place.equals("parameter")
            && !place.equals("value")
            && !place.equals(parameter));
  }

  /**
   * Returns the library's own explanation, in one line: what is required, what came, what would
   * help, and which rule says so.
   *
   * @return the explanation
   */
  public String explanation() {
    String subject = path.isEmpty() ? "it" : path;
    String help = hint.isEmpty() ? "" : " (" + hint + ")";
    return "%s, but %s was %s%s [%s, %s]"
        .formatted(rule.sentence(), subject, quoted(found), help, rule.id(), rule.errorCode());
  }

  /** Returns the {@linkplain #explanation() explanation}. */
  @Override
  public String toString() {
    return explanation();
  }

  /**
   * The last member of the path, without an index; of a value as a whole, what the rule calls it.
   */
  private String parameter() {
    if (path.isEmpty()) {
      String id = rule.id().value();
      return CaseFormat.LOWER_HYPHEN.to(CaseFormat.LOWER_CAMEL, id.substring(0, id.indexOf('.')));
    }
    String last = path.substring(path.lastIndexOf('.') + 1);
    int index = last.indexOf('[');
    return index < 0 ? last : last.substring(0, index);
  }

  private static String quoted(String found) {
    return found.length() <= LONGEST_FOUND
        ? "'" + found + "'"
        : "'%s…' (%d characters)".formatted(found.substring(0, LONGEST_FOUND), found.length());
  }
}
