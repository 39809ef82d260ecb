package dev.amikit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture.LayerDependencySpecification;
import dev.amikit.lifecycle.AmiEvent;
import dev.amikit.lifecycle.Command;
import dev.amikit.page.PageKey;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.ReadOperation;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.Volume;
import java.beans.Transient;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiPredicate;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** How the library is laid out, and what it never does. */
@ArchTag("module-path")
@AnalyzeClasses(packages = "dev.amikit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final Set<String> PACKAGES_OF_JAVA_BASE =
      ModuleLayer.boot().findModule("java.base").orElseThrow().getDescriptor().packages();

  private static final Path SOURCES =
      Path.of(System.getProperty("basedir", System.getProperty("user.dir")), "src", "main", "java");

  /** Rooms behind the API: public types in them are for the library alone. */
  private static final Set<String> HIDDEN = Set.of(
      "dev.amikit.filter.match",
      "dev.amikit.registry.plan",
      "dev.amikit.registry.store",
      "dev.amikit.time");

  /** The values: what each of these packages may use, the ones before it, and nothing else. */
  private static final ImmutableMap<String, String> VALUES_MAY_USE =
      ImmutableMap.<String, String>builder()
          .put("rule", "")
          .put("time", "")
          .put("word", "rule")
          .put("id", "word rule")
          .put("tag", "id word rule")
          .put("permission", "id word rule")
          .put("device", "id word rule")
          .put("snapshot", "tag permission id word rule time")
          .put("image", "snapshot device permission tag id word rule time")
          .put("advice", "image snapshot device permission tag id word rule time")
          .put("usage", "tag id word rule time")
          .put("s3", "image snapshot device permission tag id word rule time")
          .put("fastlaunch", "id word rule")
          .put("lifecycle", "image snapshot device permission tag id word rule time")
          .put("lifecycle.fastlaunch", "lifecycle fastlaunch id word rule time")
          .put("lifecycle.snapshot", "lifecycle image snapshot permission tag id word rule time")
          .buildOrThrow();

  private static final String VALUES = String.join(" ", VALUES_MAY_USE.keySet());

  private static final String QUERIES = "page query visibility account allowed filter filter.match";

  /** What operations and the registry stand on. */
  private static final String STATE = "registry.state registry.operation";

  private static final ImmutableSet<String> CHAPTERS = ImmutableSet.of(
      "registry.image",
      "registry.snapshot",
      "registry.s3",
      "registry.fastlaunch",
      "registry.usage",
      "registry.instance",
      "registry.recyclebin",
      "registry.tag",
      "registry.account");

  /** What each package may use; the root may use all. */
  private static final ImmutableMap<String, String> MAY_USE = ImmutableMap.<String, String>builder()
      .putAll(VALUES_MAY_USE)
      .put("filter", VALUES)
      .put("filter.match", "filter " + VALUES)
      .put("allowed", "filter " + VALUES)
      .put("account", "allowed " + VALUES)
      .put("visibility", "allowed " + VALUES)
      .put("page", "rule")
      .put("query", QUERIES + " " + VALUES)
      .put("registry.store", QUERIES + " " + VALUES)
      .put("registry.state", "registry.store " + QUERIES + " " + VALUES)
      .put("registry.operation", "registry.state " + QUERIES + " " + VALUES)
      .put("registry.plan", STATE + " " + QUERIES + " " + VALUES)
      .putAll(
          Maps.asMap(CHAPTERS, chapter -> "registry.plan " + STATE + " " + QUERIES + " " + VALUES))
      .put("registry", String.join(" ", CHAPTERS) + " " + STATE + " " + QUERIES + " " + VALUES)
      .buildOrThrow();

  /** Circles of classes that say one thing together, by what that is. */
  private static final ImmutableMap<String, Set<String>> CIRCLES =
      ImmutableMap.<String, Set<String>>builder()
          .put(
              "what breaks a rule is a violation, and refused",
              inPackage(
                  "rule",
                  "Refusal",
                  "RefusedException",
                  "Rule",
                  "RuleViolationException",
                  "Violation"))
          .put("a word is one of its list", inPackage("word", "Word", "Words"))
          .put(
              "a task works on what has an ID, which is one of five, on an object, or on fast"
                  + " launch; a parameter may hold the ID of an image",
              inPackage(
                  "id",
                  "TaskSubject",
                  "FastLaunchId",
                  "S3ObjectId",
                  "ResourceId",
                  "ImageId",
                  "SnapshotId",
                  "InstanceId",
                  "VolumeId",
                  "ImageUsageReportId",
                  "ImageReference",
                  "ImageParameter"))
          .put(
              "everyone has one permission of each kind",
              inPackage("permission", "CreateVolumePermission", "Everyone", "LaunchPermission"))
          .put("a volume type has limits", inPackage("device", "VolumeLimits", "VolumeType"))
          .put(
              "a volume keeps its rules",
              inPackage("device", "EbsBlockDevice", "EbsBlockDeviceRules"))
          .put("a snapshot keeps its rules", inPackage("snapshot", "Snapshot", "SnapshotRules"))
          .put("an image keeps its rules", inPackage("image", "Ami", "AmiRules"))
          .put(
              "a filter is written in the CLI's form",
              inPackage("filter", "Filter", "ShorthandSyntax"))
          .put(
              "a criterion keeps its rules",
              inPackage("allowed", "ImageCriterion", "ImageCriterionRules", "ImageWatermarkFilter"))
          .put(
              "an image becomes public by a permission",
              inPackage("lifecycle", "ModifyLaunchPermission", "PublicImage"))
          .put(
              "a query asks its source, which looks at the query",
              inPackage("query", "GivenImages", "ImageFilters", "ImageQuery", "ImageSource"))
          .put(
              "the same of snapshots",
              inPackage(
                  "query", "GivenSnapshots", "SnapshotFilters", "SnapshotQuery", "SnapshotSource"))
          .put(
              "a retention rule keeps its rules",
              inPackage("registry.state", "RetentionRule", "RetentionRuleRules"))
          .put(
              "a state becomes the next by events, which its tasks bring about",
              inPackage(
                  "registry.state",
                  "Agenda",
                  "BucketEvent",
                  "FastLaunchInRegion",
                  "ImageCreation",
                  "ImagePurge",
                  "ImageUsageReportEvent",
                  "PartitionState",
                  "RegionImages",
                  "RegionSnapshots",
                  "RegionState",
                  "RegistryEvent",
                  "SnapshotCreation",
                  "Task"))
          .put("the answer to a query is a page", inPackage("page", "Answer", "Page"))
          .buildOrThrow();

  @ArchTest
  static final ArchRule no_package_depends_on_itself_through_others = slices()
      .matching("dev.amikit.(**)")
      .should()
      .beFreeOfCycles()
      .because("each package must be understandable without those that build on it");

  @ArchTest
  static final ArchRule nothing_points_back = layers()
      .because("the map of the packages promises it, and a new package must find its place there");

  @ArchTest
  static final ArchRule only_java_base_guava_and_annotations_are_used = classes()
      .should()
      .onlyDependOnClassesThat(resideInAnyPackage(
              "dev.amikit..",
              "com.google.common..",
              "javax.annotation.processing",
              "com.google.errorprone.annotations..",
              "org.jspecify.annotations..",
              "org.immutables.value..",
              "io.vavr..")
          .or(describe(
              "are in java.base",
              type -> PACKAGES_OF_JAVA_BASE.contains(type.getBaseComponentType().getPackageName())))
          .or(describe(
              "say that values are no beans", type -> type.isEquivalentTo(Transient.class))))
      .because("whoever embeds the library takes its dependencies along, save for annotations");

  @ArchTest
  static final ArchRule values_are_no_beans = methods()
      .that()
      .arePublic()
      .and()
      .haveNameMatching("(is|get)[A-Z]\\w*")
      .and()
      .haveRawParameterTypes(new Class<?>[0])
      .and()
      .areDeclaredInClassesThat(describe(
          "are neither records nor enums nor interfaces",
          type -> type.getModifiers().contains(JavaModifier.PUBLIC)
              && !type.isRecord()
              && !type.isEnum()
              && !type.isInterface()))
      .should()
      .beAnnotatedWith(Transient.class)
      .because("who writes a value as a bean would lose all that is no getter, and not notice");

  @ArchTest
  static final ArchRule vavr_stays_where_states_are_kept = noClasses()
      .that(not(resideInAnyPackage("dev.amikit.registry.store", "dev.amikit.registry.state")))
      .should()
      .dependOnClassesThat()
      .resideInAPackage("io.vavr..")
      .because("only the indexes of the registry need persistent collections");

  @ArchTest
  static final ArchRule a_caller_sees_nothing_that_is_hidden = classes()
      .that(describe(
          "callers can name",
          type -> isPublic(type) && exportedPackages().contains(type.getPackageName())))
      .should(showOnly(describe(
          "public types of exported packages",
          type -> isPublic(type)
              && exportedPackages().contains(type.getPackageName())
              && !isGenerated(type))))
      .because(
          "a caller names X and X.Builder, and could not name the generated class behind them");

  @ArchTest
  static final ArchRule a_caller_sees_nothing_inherited_from_what_is_hidden = classes()
      .that(describe("callers can name", ArchitectureTest::isPublic))
      .should(extendOnly(describe("callers can name", ArchitectureTest::isPublic)))
      .because("members of a hidden type have no page where a caller looks for them");

  @ArchTest
  static final ArchRule a_builder_declares_a_setter_for_every_attribute = classes()
      .that(describe("are builders of values", ArchitectureTest::isBuilderOfValue))
      .should(declareSetters())
      .because("a caller looks for what can be set on the page of the builder itself");

  @ArchTest
  static final ArchRule generated_classes_are_hidden = noClasses()
      .that(describe("are generated", ArchitectureTest::isGenerated))
      .and()
      .areTopLevelClasses()
      .should()
      .bePublic()
      .because("values are made by their builders, which check them");

  @ArchTest
  static final ArchRule no_clock_is_read = noClasses()
      .should()
      .accessTargetWhere(access(
          "read a clock",
          (owner, name) -> owner.getPackageName().startsWith("java.time") && name.equals("now")
              || owner.isEquivalentTo(Clock.class)
                  && (name.startsWith("system") || name.startsWith("tick"))
              || owner.isEquivalentTo(System.class)
                  && (name.equals("currentTimeMillis") || name.equals("nanoTime"))))
      .because("time comes in as an argument, so that a test can choose it");

  @ArchTest
  static final ArchRule times_are_reckoned_in_one_place = noClasses()
      .that(not(resideInAPackage("dev.amikit.time")))
      .should()
      .accessTargetWhere(access(
          "reckon with times that may lie beyond the last",
          (owner, name) -> owner.isEquivalentTo(Instant.class)
              && (name.startsWith("plus")
                  || name.startsWith("minus")
                  || name.equals("until")
                  || name.startsWith("at"))))
      .because("there an end of time throws nothing, whatever clock and duration are handed in");

  @ArchTest
  static final ArchRule no_dice_are_thrown = noClasses()
      .that(not(belongToAnyOf(PageKey.class)))
      .should(dependOnClassesThat(assignableTo(RandomGenerator.class))
          .or(dependOnClassesThat(assignableTo(SecureRandom.class))))
      .orShould()
      .accessTargetWhere(access(
          "throw dice",
          (owner, name) -> owner.isEquivalentTo(Math.class) && name.equals("random")
              || owner.isEquivalentTo(StrictMath.class) && name.equals("random")
              || owner.isEquivalentTo(UUID.class) && name.equals("randomUUID")
              || owner.isEquivalentTo(Collections.class) && name.equals("shuffle")))
      .because("IDs and choices come in as arguments, so that a run can be repeated; a page token"
          + " can be read by nobody, and so may differ from run to run");

  @ArchTest
  static final ArchRule no_thread_is_started = noClasses()
      .should()
      .dependOnClassesThat(assignableTo(Thread.class)
          .or(assignableTo(Executor.class))
          .or(assignableTo(Future.class))
          .or(assignableTo(Executors.class))
          .or(assignableTo(Timer.class)))
      .orShould()
      .accessTargetWhere(access(
          "run in parallel",
          (owner, name) -> name.equals("parallel") || name.equals("parallelStream")))
      .because("what happens is a function of state and time, and happens in the caller's thread");

  @ArchTest
  static final ArchRule nothing_is_reflected_on = noClasses()
      .should()
      .dependOnClassesThat(resideInAPackage("java.lang.reflect..")
          .or(assignableTo(MethodHandles.class))
          .or(assignableTo(MethodHandles.Lookup.class)))
      .orShould()
      .accessTargetWhere(access(
          "ask for classes or members",
          (owner, name) -> owner.isEquivalentTo(Class.class)
              && (name.equals("forName")
                  || name.equals("newInstance")
                  || name.startsWith("getDeclared")
                  || name.matches("getMethods?|getFields?|getConstructors?|getRecordComponents"))))
      .because("native images and strong encapsulation need no configuration then;"
          + " what the compiler makes of records and lambdas is no reflection of ours");

  @ArchTest
  static final ArchRule nothing_is_read_or_written = noClasses()
      .should()
      .dependOnClassesThat(resideInAnyPackage(
              "java.io", "java.nio.file..", "java.nio.channels..", "java.net..")
          .and(describe("are not Serializable", type -> !type.isEquivalentTo(Serializable.class))))
      .orShould()
      .accessTargetWhere(access(
          "reach out of the process",
          (owner, name) -> owner.isEquivalentTo(System.class)
              && Set.of("in", "out", "err", "getenv", "getProperty", "getLogger", "exit")
                  .contains(name)))
      .because("the library only computes");

  @ArchTest
  static final ArchRule static_fields_are_final = fields()
      .that()
      .areStatic()
      .should()
      .beFinal()
      .because("no test may see what another left behind");

  @ArchTest
  static final ArchRule static_fields_hold_what_cannot_change = noFields()
      .that()
      .areStatic()
      .and()
      .doNotHaveModifier(SYNTHETIC)
      .should()
      .haveRawType(describe("array or mutable collection", ArchitectureTest::isMutable))
      .because("a constant whose content can change is no constant");

  @ArchTest
  static final ArchRule operations_that_only_read_are_marked_so = classes()
      .that()
      .areAssignableTo(Operation.class)
      .and()
      .haveNameMatching(".*\\.(Describe|Get|List)[A-Z][A-Za-z]*")
      .should()
      .beAssignableTo(ReadOperation.class)
      .because("readers of a registry never wait");

  @ArchTest
  static final ArchRule operations_that_write_are_not_marked_as_reading = classes()
      .that()
      .areAssignableTo(ReadOperation.class)
      .and()
      .areNotInterfaces()
      .and(describe("are not generated", type -> !isGenerated(type)))
      .should()
      .haveNameMatching(".*\\.(Describe|Get|List)[A-Z][A-Za-z]*")
      .because("what a reader brought about would be lost");

  @ArchTest
  static void events_name_what_happened_and_hold_no_request(JavaClasses classes) {
    Set<JavaClass> held = heldBy(Set.of(classes.get(RegistryEvent.class)));

    assertThat(held)
        .as("types that an event is made of")
        .extracting(JavaClass::reflect)
        .contains(
            RegistryEvent.SnapshotTagged.class,
            Volume.class,
            AmiEvent.class,
            LaunchPermission.class);
    assertThat(held.stream().filter(ArchitectureTest::isRequest))
        .as("requests among them, which a later version may not know")
        .isEmpty();
  }

  @ArchTest
  static final ArchRule events_are_records = classes()
      .that()
      .areAssignableTo(RegistryEvent.class)
      .and()
      .areNotInterfaces()
      .should()
      .beRecords()
      .because("what happened is told by the components of a record, and by nothing else");

  @ArchTest
  static void classes_of_a_package_know_each_other_in_no_circle(JavaClasses classes) {
    assertThat(circles(classes))
        .as("circles of top-level classes, each of which can only be understood at once")
        .containsExactlyInAnyOrderElementsOf(CIRCLES.values());
  }

  @ArchTest
  static void every_package_is_null_marked_by_its_package_info(JavaClasses classes) {
    JavaPackage root = classes.getPackage("dev.amikit");
    assertThat(Stream.concat(Stream.of(root), root.getSubpackagesInTree().stream())
            .filter(aPackage -> !aPackage.getClasses().isEmpty()))
        .isNotEmpty()
        .allSatisfy(aPackage -> assertThat(aPackage.isAnnotatedWith(NullMarked.class))
            .as(aPackage.getName())
            .isTrue());
  }

  @ArchTest
  static void a_package_page_names_every_public_type_of_its_package(JavaClasses classes) {
    assertThat(classes.stream()
            .filter(ArchitectureTest::isPublic)
            .filter(type -> type.getEnclosingClass().isEmpty())
            .filter(type -> !page(type.getPackageName()).contains(type.getName()))
            .map(JavaClass::getName))
        .as("public types that the page of their package does not name")
        .isEmpty();
  }

  @ArchTest
  static void the_module_exports_what_it_has(JavaClasses classes) {
    assertThat(classes.stream()
            .filter(ArchitectureTest::isPublic)
            .map(JavaClass::getPackageName)
            .distinct())
        .as("packages with public types")
        .containsExactlyInAnyOrderElementsOf(Sets.union(exportedPackages(), HIDDEN));
  }

  /** The names of types on the page of a package, each as a whole. */
  private static Set<String> page(String packageName) {
    Path source = SOURCES.resolve(packageName.replace('.', '/')).resolve("package-info.java");
    try {
      return Pattern.compile("[\\w.]+")
          .matcher(Files.readString(source))
          .results()
          .map(MatchResult::group)
          .collect(toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The largest sets of top-level classes of a package in which each reaches each other one. */
  private static Set<Set<String>> circles(JavaClasses classes) {
    Map<String, Set<String>> reached = new HashMap<>();
    for (JavaClass type : classes) {
      Set<String> direct = reached.computeIfAbsent(topLevel(type), key -> new HashSet<>());
      type.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getBaseComponentType())
          .filter(target -> target.getPackageName().equals(type.getPackageName()))
          .map(ArchitectureTest::topLevel)
          .forEach(direct::add);
    }
    for (String via : reached.keySet()) { // Warshall's closure
      for (Set<String> targets : reached.values()) {
        if (targets.contains(via)) {
          targets.addAll(reached.get(via));
        }
      }
    }
    Set<Set<String>> circles = new HashSet<>();
    reached.forEach((type, targets) -> {
      Set<String> circle = targets.stream()
          .filter(target -> !target.equals(type) && reached.get(target).contains(type))
          .collect(toCollection(TreeSet::new));
      if (!circle.isEmpty()) {
        circle.add(type);
        circles.add(circle);
      }
    });
    return circles;
  }

  /** Types, all that is one of them, what is in the fields of these, and so on. */
  private static Set<JavaClass> heldBy(Set<JavaClass> types) {
    Set<JavaClass> held = new HashSet<>();
    Deque<JavaClass> found = new ArrayDeque<>(types);
    while (!found.isEmpty()) {
      JavaClass type = found.pop();
      if (resideInAPackage("dev.amikit..").test(type) && held.add(type)) {
        found.addAll(type.getAllSubclasses());
        type.getFields().stream()
            .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
            .map(field -> field.getType().getAllInvolvedRawTypes())
            .flatMap(Set::stream)
            .map(JavaClass::getBaseComponentType)
            .forEach(found::add);
      }
    }
    return held;
  }

  private static boolean isRequest(JavaClass type) {
    return type.isAssignableTo(Operation.class)
        || type.isAssignableTo(Command.class)
        || type.getSimpleName().equals("Builder");
  }

  private static Set<String> inPackage(String name, String... classes) {
    return Arrays.stream(classes)
        .map(simple -> "dev.amikit." + name + "." + simple)
        .collect(toCollection(TreeSet::new));
  }

  /** The top-level class around a class, that of the value for a generated one. */
  private static String topLevel(JavaClass type) {
    String name = type.getEnclosingClass().map(ArchitectureTest::topLevel).orElse(type.getName());
    return name.replace(".Immutable", ".");
  }

  private static LayeredArchitecture layers() {
    LayeredArchitecture layers = layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("root")
        .definedBy("dev.amikit");
    for (String name : MAY_USE.keySet()) {
      layers = layers.layer(name).definedBy("dev.amikit." + name);
    }
    for (String name : MAY_USE.keySet()) {
      LayerDependencySpecification layer = layers.whereLayer(name);
      String used = MAY_USE.get(name);
      layers = used.isEmpty()
          ? layer.mayNotAccessAnyLayer()
          : layer.mayOnlyAccessLayers(used.split(" "));
    }
    return layers.ensureAllClassesAreContainedInArchitecture();
  }

  private static ArchCondition<JavaClass> showOnly(DescribedPredicate<JavaClass> allowed) {
    return new ArchCondition<>("show only " + allowed.getDescription()) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getAllMembers().stream()
            .filter(ArchitectureTest::isVisible)
            .forEach(member -> shown(member)
                .map(JavaClass::getBaseComponentType)
                .filter(resideInAPackage("dev.amikit..").and(not(allowed)))
                .forEach(hidden -> events.add(SimpleConditionEvent.violated(
                    type,
                    member.getFullName() + " shows " + hidden.getName() + " to "
                        + type.getName()))));
      }
    };
  }

  private static ArchCondition<JavaClass> extendOnly(DescribedPredicate<JavaClass> allowed) {
    return new ArchCondition<>("extend and implement only what " + allowed.getDescription()) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream())
            .filter(resideInAPackage("dev.amikit..").and(not(allowed)))
            .forEach(hidden -> events.add(SimpleConditionEvent.violated(
                type, type.getName() + " extends " + hidden.getName())));
      }
    };
  }

  private static ArchCondition<JavaClass> declareSetters() {
    return new ArchCondition<>("declare a setter for every attribute") {
      @Override
      public void check(JavaClass builder, ConditionEvents events) {
        Set<String> setters = builder.getMethods().stream()
            .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(method -> method.getRawReturnType().equals(builder))
            .filter(method -> method.getRawParameterTypes().size() == 1)
            .map(JavaMember::getName)
            .collect(toUnmodifiableSet());
        builder.getEnclosingClass().orElseThrow().getMethods().stream()
            .filter(ArchitectureTest::isAttribute)
            .map(JavaMember::getName)
            .filter(attribute -> !setters.contains(attribute))
            .forEach(attribute -> events.add(SimpleConditionEvent.violated(
                builder, builder.getName() + " does not set " + attribute)));
      }
    };
  }

  private static boolean isBuilderOfValue(JavaClass type) {
    return isPublic(type)
        && type.getSimpleName().equals("Builder")
        && type.getEnclosingClass().isPresent();
  }

  private static boolean isAttribute(JavaMethod method) {
    return method.getModifiers().containsAll(Set.of(JavaModifier.PUBLIC, JavaModifier.ABSTRACT))
        && method.getRawParameterTypes().isEmpty();
  }

  private static boolean isVisible(JavaMember member) {
    Set<JavaModifier> modifiers = member.getModifiers();
    return !modifiers.contains(SYNTHETIC)
        && (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED));
  }

  private static Stream<JavaClass> shown(JavaMember member) {
    if (member instanceof JavaCodeUnit code) {
      return Stream.of(
              code.getReturnType().getAllInvolvedRawTypes().stream(),
              code.getParameterTypes().stream()
                  .map(JavaType::getAllInvolvedRawTypes)
                  .flatMap(Set::stream),
              code.getExceptionTypes().stream())
          .flatMap(types -> types);
    }
    return ((JavaField) member).getType().getAllInvolvedRawTypes().stream();
  }

  /** Whether a type is public and so are all that it is nested in. */
  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(ArchitectureTest::isPublic).orElse(true);
  }

  private static boolean isGenerated(JavaClass type) {
    return type.getPackageName().startsWith("dev.amikit")
        && type.getName().substring(type.getPackageName().length() + 1).startsWith("Immutable");
  }

  private static boolean isMutable(JavaClass type) {
    boolean immutable = Stream.of(
            ImmutableCollection.class,
            ImmutableMap.class,
            ImmutableMultimap.class,
            ImmutableTable.class)
        .anyMatch(type::isAssignableTo);
    return type.isArray()
        || !immutable
            && (type.isAssignableTo(Collection.class)
                || type.isAssignableTo(Map.class)
                || type.isAssignableTo(StringBuilder.class)
                || type.getPackageName().startsWith("java.util.concurrent.atomic")
                || type.getPackageName().startsWith("com.google.common.cache")
                || type.isAssignableTo(ThreadLocal.class));
  }

  private static DescribedPredicate<JavaAccess<?>> access(
      String description, BiPredicate<JavaClass, String> target) {
    return describe(
        description,
        access -> target.test(access.getTargetOwner(), access.getTarget().getName()));
  }

  private static Set<String> exportedPackages() {
    return RuleCatalogue.class.getModule().getDescriptor().exports().stream()
        .map(ModuleDescriptor.Exports::source)
        .collect(toUnmodifiableSet());
  }
}
