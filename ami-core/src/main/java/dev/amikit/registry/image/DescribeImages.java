package dev.amikit.registry.image;

import static java.util.Objects.requireNonNull;

import dev.amikit.image.Ami;
import dev.amikit.page.PageRequest;
import dev.amikit.page.Result;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.ImageSource;
import dev.amikit.registry.operation.Listing;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.plan.Plan;

/**
 * {@code DescribeImages}: the images that fit a query and that the caller may see, as it sees them.
 *
 * @param query what is asked for
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImages.html">DescribeImages</a>
 */
public record DescribeImages(ImageQuery query) implements Listing<Ami> {
  /**
   * Refuses null.
   *
   * @param query what is asked for
   */
  public DescribeImages {
    requireNonNull(query, "query");
  }

  @Override
  public PageRequest page() {
    return query.page();
  }

  @Override
  public DescribeImages on(PageRequest page) {
    return new DescribeImages(query.on(page));
  }

  @Override
  public String request() {
    return query.request();
  }

  @Override
  public Outcome<Result<Ami>> find(Situation situation) {
    return Plan.outcome(situation, plan -> {
      ImageSource source = plan.state().imageSource(plan.region());
      plan.requireNone(query.unknownIds(source));
      return query.result(source, plan.viewer());
    });
  }
}
