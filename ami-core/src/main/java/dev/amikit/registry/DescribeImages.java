package dev.amikit.registry;

import dev.amikit.image.Ami;
import dev.amikit.query.Answer;
import dev.amikit.query.ImageQuery;

/**
 * {@code DescribeImages}: the images that fit a query and that the caller may see, as it sees them.
 * A later page is cut from the state that it is asked of; {@link Ec2#describeImages} cuts all pages
 * from what was found at first.
 *
 * @param query what is asked for
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImages.html">DescribeImages</a>
 */
public record DescribeImages(ImageQuery query) implements ReadOperation<Answer.Page<Ami>> {
  @Override
  public Outcome<Answer.Page<Ami>> decide(Situation situation) {
    return Plan.outcome(
        situation,
        plan ->
            query.answer(plan.state().imageSource(plan.region()), plan.viewer()).orElseThrow());
  }
}
