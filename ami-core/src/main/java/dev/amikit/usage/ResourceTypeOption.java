package dev.amikit.usage;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;

/**
 * What narrows down the resources of a type that are looked at, such as {@code state-name} for
 * instances or {@code version-depth} for launch templates.
 *
 * @param optionName the name of the option
 * @param optionValues its values
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ResourceTypeOption.html">ResourceTypeOption</a>
 */
public record ResourceTypeOption(String optionName, ImmutableList<String> optionValues) {
  /**
   * Refuses null.
   *
   * @param optionName the name of the option
   * @param optionValues its values
   */
  public ResourceTypeOption {
    requireNonNull(optionName, "optionName");
    requireNonNull(optionValues, "optionValues");
  }

  /**
   * Returns an option.
   *
   * @param optionName the name of the option
   * @param optionValues its values
   * @return the option
   */
  public static ResourceTypeOption of(String optionName, String... optionValues) {
    requireNonNull(optionValues, "optionValues");
    return new ResourceTypeOption(optionName, ImmutableList.copyOf(optionValues));
  }
}
