package dev.amikit.query;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.filter.Filter;
import dev.amikit.filter.FilterPattern;
import dev.amikit.filter.match.AllOf;
import dev.amikit.filter.match.CompiledFilter;
import dev.amikit.filter.match.FilterRules;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.UserId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.page.Answer;
import dev.amikit.page.PageKey;
import dev.amikit.page.PageRequest;
import dev.amikit.page.PageRules;
import dev.amikit.page.Result;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Violation;
import dev.amikit.visibility.Viewer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.immutables.value.Value;

/**
 * What one asks EC2's DescribeImages. All members narrow: an image is found if it fits every one
 * that is there. No member shows an image that the viewer may not see.
 *
 * <pre>{@code
 * ImageQuery.builder()
 *     .owners("self")
 *     .filter("name", "golden-*")
 *     .filter(ImageFilters.architecture(Architecture.ARM64))
 *     .build()
 *     .answer(images, Viewer.of(account, now));
 * }</pre>
 *
 * <p>{@link #answer(Iterable, Viewer)} does it all. A registry with indexes of its own calls the
 * steps instead: {@link #unknownIds}, {@link #predicate}, {@link #result} and {@link Result#page}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImages.html">DescribeImages</a>
 */
@Value.Immutable
public abstract class ImageQuery {
  /** The rules of such queries: those that every query keeps, and those of its answer. */
  public static final ImmutableList<Rule> RULES = ImmutableList.of(
      QueryRules.OWNERS,
      QueryRules.EXECUTABLE_USERS,
      QueryRules.DISABLED_STATE,
      QueryRules.IMAGE_EXISTS);

  private static final ImmutableSet<UserId> OWNER_WORDS =
      ImmutableSet.of(UserId.SELF, UserId.AMAZON, UserId.AWS_MARKETPLACE, UserId.AWS_BACKUP_VAULT);
  private static final ImmutableSet<UserId> USER_WORDS = ImmutableSet.of(UserId.SELF, UserId.ALL);

  ImageQuery() {}

  /**
   * {@return the images asked for; empty for any. Only what is named here is found deprecated or
   * disabled without the flags}
   */
  public abstract ImmutableSet<ImageId> imageIds();

  /** {@return the accounts, {@code self} and owner aliases of which one owns the image} */
  public abstract ImmutableSet<UserId> owners();

  /**
   * {@return with whom the image is shared: {@code self} (not merely public, and an own image only
   * if it has a permission of the caller's), {@code all} (public), or an account that an own image
   * is shared with}
   */
  public abstract ImmutableSet<UserId> executableUsers();

  /** {@return the filters, all of which must fit} */
  public abstract ImmutableList<Filter> filters();

  /** {@return whether other accounts' deprecated images are found; own ones always are} */
  public abstract boolean includeDeprecated();

  /** {@return whether own disabled images are found} */
  public abstract boolean includeDisabled();

  /** {@return how many images a page has at most; empty for one answer without pages} */
  public abstract OptionalInt maxResults();

  /** {@return the token that the page before came with; empty for the first page} */
  public abstract Optional<String> nextToken();

  /** {@return a builder of a query for everything that can be seen} */
  public static Builder builder() {
    return new Builder().includeDeprecated(false).includeDisabled(false);
  }

  /** {@return a builder with the values of this query} */
  public final Builder toBuilder() {
    return new Builder().from(this);
  }

  /**
   * Returns the query for a page.
   *
   * @param page which page
   * @return this query, for that page
   */
  public final ImageQuery on(PageRequest page) {
    requireNonNull(page, "page");
    return toBuilder().maxResults(page.maxResults()).nextToken(page.nextToken()).build();
  }

  /**
   * Returns the query for the next page.
   *
   * @param token the token that the last page came with
   * @return this query, going on after that page
   */
  public final ImageQuery next(String token) {
    requireNonNull(token, "token");
    return toBuilder().nextToken(token).build();
  }

  /**
   * Answers from images that one has, with all their launch permissions; the tags on them are the
   * viewer's. For images as EC2 told them to the viewer, see {@link ImageSource#ofAnswer}.
   *
   * @param images the images of a Region, each once
   * @param viewer who asks
   * @return the first page, or the page of the token; or a refusal
   */
  public final Answer<Ami> answer(Iterable<Ami> images, Viewer viewer) {
    return answer(ImageSource.of(images), viewer);
  }

  /**
   * Answers from a source.
   *
   * @param source where to look
   * @param viewer who asks; for a later page the time of the first request counts
   * @return the first page, or the page of the token; or a refusal
   */
  public final Answer<Ami> answer(ImageSource source, Viewer viewer) {
    requireNonNull(viewer, "viewer");
    return unknownIds(source)
        .<Answer<Ami>>map(Answer.Refused::new)
        .orElseGet(() -> result(
                source, viewer.at(PageKey.shared().firstAskedAt(nextToken()).orElse(viewer.at())))
            .page(page()));
  }

  /** {@return which page is asked for} */
  public final PageRequest page() {
    return new PageRequest(maxResults(), nextToken());
  }

  /**
   * Checks whether all IDs exist.
   *
   * @param source where to look
   * @return the refusal that names all that do not, if there are any
   */
  public final Optional<Refusal> unknownIds(ImageSource source) {
    requireNonNull(source, "source");
    return QueryRules.unknownImages(source.unknown(imageIds()));
  }

  /**
   * Finds all images, whatever the page; those of {@link Candidates} when they are asked for.
   *
   * @param source where to look
   * @param viewer who asks
   * @return what was found, to cut pages from
   */
  public final Result<Ami> result(ImageSource source, Viewer viewer) {
    requireNonNull(source, "source");
    requireNonNull(viewer, "viewer");
    Iterable<Ami> candidates = source.candidates(this, viewer);
    return Result.of(
        candidates,
        predicate(source, viewer, Known.of(candidates)),
        Ami::imageId,
        ami -> viewer.view(ami, source.tags(ami, viewer.account())),
        () -> viewer.account() + " asks for " + request(),
        viewer.at());
  }

  /**
   * Returns what an image must be to be found.
   *
   * @param source where permissions, tags and parameter names are looked up
   * @param viewer who asks
   * @return the test, made ready to be asked of many images
   */
  public final Predicate<Ami> predicate(ImageSource source, Viewer viewer) {
    requireNonNull(source, "source");
    requireNonNull(viewer, "viewer");
    return predicate(source, viewer, Known.NOTHING);
  }

  /** The test, but for what is known of all that it is asked of. */
  private Predicate<Ami> predicate(ImageSource source, Viewer viewer, Known known) {
    ImmutableList.Builder<Predicate<Ami>> tests = ImmutableList.builder();
    if (!imageIds().isEmpty()) {
      tests.add(ami -> imageIds().contains(ami.imageId()));
    }
    if (!owners().isEmpty() && !known.areOwned()) {
      tests.add(ami -> viewer.isNamed(owners(), ami.ownerId(), ami.imageOwnerAlias()));
    }
    for (Filter filter : filters()) {
      if (!known.pass(filter)) {
        tests.add(
            new CompiledFilter<>(ImageFilters.attribute(filter.name(), source, viewer), filter));
      }
    }
    if (!executableUsers().isEmpty()) {
      tests.add(ami -> isExecutable(ami, source, viewer));
    }
    tests.add(ami -> isListed(ami, viewer)
        && (viewer.isPermitted(ami) || source.isGranted(ami, viewer))
        && viewer.isOpen(ami));
    return new AllOf<>(tests.build());
  }

  /** {@return what is asked for, pages aside, as a text that is the same for equal queries} */
  public final String request() {
    return String.join(
        "\n",
        "images",
        imageIds().stream().map(ImageId::value).sorted().collect(joining(",")),
        owners().stream().map(UserId::value).sorted().collect(joining(",")),
        executableUsers().stream().map(UserId::value).sorted().collect(joining(",")),
        filters().toString(),
        includeDeprecated() + "," + includeDisabled());
  }

  /** Whether flags and IDs let a listing have the image. */
  private boolean isListed(Ami ami, Viewer viewer) {
    if (!imageIds().isEmpty()) {
      return true;
    }
    return (includeDisabled() || ami.state() != AmiState.DISABLED)
        && (includeDeprecated() || viewer.owns(ami) || !ami.isDeprecatedAt(viewer.at()));
  }

  private boolean isExecutable(Ami ami, ImageSource source, Viewer viewer) {
    for (UserId user : executableUsers()) {
      if (isExecutable(ami, user, source, viewer)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isExecutable(Ami ami, UserId user, ImageSource source, Viewer viewer) {
    if (user.equals(UserId.ALL)) {
      return ami.isPublic();
    }
    boolean isSelf = user.equals(UserId.SELF) || user.is(viewer.account());
    if (!viewer.owns(ami)) {
      return isSelf && source.isGranted(ami, viewer);
    }
    AccountId account = isSelf ? viewer.account() : AccountId.of(user.value());
    return ami.knownLaunchPermissions().contains(LaunchPermission.userId(account));
  }

  private ImmutableList<Violation> violations() {
    ImmutableList.Builder<Violation> found = ImmutableList.builder();
    found.addAll(PageRules.ofIds("imageIds", "imageIdsSet", imageIds().size(), maxResults()));
    QueryRules.checkUsers(QueryRules.OWNERS, "owners", owners(), OWNER_WORDS, found);
    QueryRules.checkUsers(
        QueryRules.EXECUTABLE_USERS, "executableUsers", executableUsers(), USER_WORDS, found);
    found.addAll(PageRules.ofImages(maxResults()));
    FilterRules.check(filters(), ImageFilters.names(), found);
    if (!includeDisabled()) {
      checkStates(found);
    }
    return found.build();
  }

  /** Adds every filter value that asks for disabled images. */
  private void checkStates(ImmutableList.Builder<Violation> found) {
    for (int i = 0; i < filters().size(); i++) {
      Filter filter = filters().get(i);
      for (int j = 0;
          filter.name().equals(ImageFilters.STATE) && j < filter.values().size();
          j++) {
        if (isDisabled(FilterPattern.of(filter.values().get(j)))) {
          found.add(
              QueryRules.DISABLED_STATE.brokenBy(FilterRules.pathOfValue(i, j), AmiState.DISABLED));
        }
      }
    }
  }

  private static boolean isDisabled(FilterPattern state) {
    return state.isExact() && state.literalPrefix().equals(AmiState.DISABLED.toString());
  }

  /** Builds an {@link ImageQuery}; for everything, unless told otherwise. */
  public static final class Builder {
    private final ImmutableImageQuery.Builder members = new ImmutableImageQuery.Builder();
    private final MalformedIds malformed = new MalformedIds();

    Builder() {}

    /**
     * Sets the images asked for. Only what is named here is found deprecated or disabled without
     * the flags.
     *
     * @param imageIds the images; none for any
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imageIds(Iterable<? extends ImageId> imageIds) {
      requireNonNull(imageIds, "imageIds");
      members.imageIds(imageIds);
      return this;
    }

    /**
     * Adds an image asked for.
     *
     * @param imageId the image
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addImageId(ImageId imageId) {
      requireNonNull(imageId, "imageId");
      members.addImageId(imageId);
      return this;
    }

    /**
     * Sets the images asked for, given as text.
     *
     * @param imageIds the texts of the IDs; of malformed ones the first is refused when the query
     *     is built
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder imageIds(String... imageIds) {
      requireNonNull(imageIds, "imageIds");
      return imageIds(malformed.wellFormed("imageIds", imageIds, ImageId::of));
    }

    /**
     * Sets whose images are found.
     *
     * @param owners accounts, {@code self} and owner aliases, of which one owns the image; none for
     *     any
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder owners(Iterable<? extends UserId> owners) {
      requireNonNull(owners, "owners");
      members.owners(owners);
      return this;
    }

    /**
     * Adds an owner whose images are found.
     *
     * @param owner the owner
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addOwner(UserId owner) {
      requireNonNull(owner, "owner");
      members.addOwner(owner);
      return this;
    }

    /**
     * Sets whose images are found, given as text.
     *
     * @param owners accounts, {@code self} and owner aliases
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder owners(String... owners) {
      requireNonNull(owners, "owners");
      return owners(UserId.each(owners));
    }

    /**
     * Sets with whom the images found are shared.
     *
     * @param executableUsers {@code self} (not merely public, nor owned without a permission of
     *     one's own), {@code all} (public), or accounts that own images are shared with; none for
     *     any
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder executableUsers(Iterable<? extends UserId> executableUsers) {
      requireNonNull(executableUsers, "executableUsers");
      members.executableUsers(executableUsers);
      return this;
    }

    /**
     * Adds a user with whom the images found are shared.
     *
     * @param executableUser the user
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addExecutableUser(UserId executableUser) {
      requireNonNull(executableUser, "executableUser");
      members.addExecutableUser(executableUser);
      return this;
    }

    /**
     * Sets with whom the images found are shared, given as text.
     *
     * @param executableUsers accounts, {@code self} and {@code all}
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder executableUsers(String... executableUsers) {
      requireNonNull(executableUsers, "executableUsers");
      return executableUsers(UserId.each(executableUsers));
    }

    /**
     * Sets the filters.
     *
     * @param filters the filters, all of which must fit
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder filters(Iterable<? extends Filter> filters) {
      requireNonNull(filters, "filters");
      members.filters(filters);
      return this;
    }

    /**
     * Adds a filter.
     *
     * @param name its name, such as {@code tag:env}
     * @param values its patterns, one of which must match
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder filter(String name, String... values) {
      requireNonNull(name, "name");
      requireNonNull(values, "values");
      return filter(Filter.of(name, values));
    }

    /**
     * Adds a filter.
     *
     * @param filter the filter
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder filter(Filter filter) {
      requireNonNull(filter, "filter");
      members.addFilter(filter);
      return this;
    }

    /**
     * Sets whether other accounts' deprecated images are found; own ones always are.
     *
     * @param includeDeprecated whether they are; at first they are not
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder includeDeprecated(boolean includeDeprecated) {
      members.includeDeprecated(includeDeprecated);
      return this;
    }

    /**
     * Sets whether own disabled images are found.
     *
     * @param includeDisabled whether they are; at first they are not
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder includeDisabled(boolean includeDisabled) {
      members.includeDisabled(includeDisabled);
      return this;
    }

    /**
     * Sets how many images a page has at most. Without it there is one answer without pages.
     *
     * @param maxResults the number, from 5 to 1,000
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder maxResults(int maxResults) {
      members.maxResults(maxResults);
      return this;
    }

    /**
     * Sets the size of a page, or none.
     *
     * @param maxResults the size of a page; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder maxResults(OptionalInt maxResults) {
      requireNonNull(maxResults, "maxResults");
      members.maxResults(maxResults);
      return this;
    }

    /**
     * Sets the token that the page before came with. Without one the first page is asked for.
     *
     * @param nextToken the token
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder nextToken(String nextToken) {
      members.nextToken(nextToken);
      return this;
    }

    /**
     * Sets the token, or none.
     *
     * @param nextToken the token; empty for none
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder nextToken(Optional<String> nextToken) {
      requireNonNull(nextToken, "nextToken");
      members.nextToken(nextToken);
      return this;
    }

    /**
     * Returns the query.
     *
     * @return the query, which EC2 would not refuse for its form
     * @throws dev.amikit.rule.RuleViolationException with every broken rule, that of the code with
     *     which EC2 answers first
     */
    public ImageQuery build() {
      ImageQuery query = members.build();
      malformed.refuse(query.violations());
      return query;
    }

    private Builder from(ImageQuery value) {
      members.from(value);
      return this;
    }
  }
}
