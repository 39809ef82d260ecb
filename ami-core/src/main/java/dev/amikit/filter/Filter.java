package dev.amikit.filter;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A filter of a query, EC2's {@code Filter}: an attribute, and the texts it may have. One of the
 * values must match, each a {@link FilterPattern}; without values nothing does.
 *
 * <p>{@code ImageFilters} and {@code SnapshotFilters} make filters from typed values; which names
 * exist is checked by the query.
 *
 * @param name the name of the filter, such as {@code architecture} or {@code tag:env}
 * @param values the patterns, all case-sensitive
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Filter.html">Filter</a>
 */
public record Filter(String name, ImmutableList<String> values) {
  /** The form that the AWS CLI has for a filter. */
  public static final Rule CLI_FORM = Rule.rule(
      "filter.cli-form",
      "a filter is spelt Name=NAME,Values=VALUE,VALUE",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "AWS CLI User Guide, Shorthand syntax",
      "FLT-04");

  /** What the names of filters for one tag begin with. */
  public static final String TAG = "tag:";

  /**
   * Refuses null.
   *
   * @param name the name of the filter, such as {@code architecture} or {@code tag:env}
   * @param values the patterns, all case-sensitive
   */
  public Filter {
    requireNonNull(name, "name");
    requireNonNull(values, "values");
  }

  /**
   * Returns a filter.
   *
   * @param name its name
   * @param values its patterns
   * @return the filter
   */
  public static Filter of(String name, String... values) {
    return new Filter(name, ImmutableList.copyOf(requireNonNull(values, "values")));
  }

  /**
   * Returns the filter that a text spells in the short form of the AWS CLI, such as
   * {@code Name=tag:env,Values=prod,"a,b"}.
   *
   * @param text the text
   * @return the filter
   * @throws dev.amikit.rule.RuleViolationException by {@code filter.cli-form}
   */
  public static Filter parse(String text) {
    requireNonNull(text, "text");
    return new ShorthandSyntax(text).filter();
  }

  /** {@return the key of a filter {@code tag:KEY}; empty for every other filter} */
  public Optional<String> tagKey() {
    return name.startsWith(TAG) ? Optional.of(name.substring(TAG.length())) : Optional.empty();
  }

  /** Returns the filter in the short form of the AWS CLI; {@link #parse} reads it back. */
  @Override
  public String toString() {
    return "Name=" + ShorthandSyntax.quoted(name) + ",Values="
        + (values.isEmpty()
            ? "[]"
            : values.stream().map(ShorthandSyntax::quoted).collect(Collectors.joining(",")));
  }
}
