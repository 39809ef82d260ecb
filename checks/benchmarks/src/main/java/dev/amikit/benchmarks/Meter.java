package dev.amikit.benchmarks;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares the library with floors under it, in one JVM: all do a slice of work in turn, and a row
 * has the median of the ratios of their CPU times. Prints the rows of a topic, and keeps those that
 * have a goal.
 */
final class Meter {
  static final ImmutableList<String> COLUMNS =
      ImmutableList.of("amikit", "floor", "ratio", "p10-p90", "goal", "wall", "B", "B of floor");

  private static final int FIRST_COLUMN = 64;
  private static final int COLUMN = 14;

  /**
   * What the library's work took once.
   *
   * @param nanos the CPU time, {@linkplain Quiet as on a quiet machine}
   * @param bytes what it allocated
   * @param ofFloors what the floors allocated
   */
  record Cost(double nanos, double bytes, ImmutableList<Double> ofFloors) {}

  private final List<Result> results = new ArrayList<>();
  private final String topic;
  private final PrintStream out;

  Meter(String topic, PrintStream out) {
    this.topic = topic;
    this.out = out;
  }

  /** What was measured so far and has a goal. */
  ImmutableList<Result> results() {
    return ImmutableList.copyOf(results);
  }

  /**
   * Runs two kinds of work in turn and prints how they compare.
   *
   * @param what what is compared
   * @param goal what is wanted of the ratio
   * @param subject the library's work
   * @param floor the same without the library
   * @return what the library's took
   */
  Cost compare(String what, Goal goal, Work subject, Work floor) {
    return compare(what, subject, new Floor("", goal, floor));
  }

  /**
   * Runs the library's work and some floors in turn, and prints how it compares with each.
   *
   * @param what what is compared
   * @param subject the library's work
   * @param floors the floors
   * @return what the library's took
   */
  Cost compare(String what, Work subject, Floor... floors) {
    ImmutableList.Builder<Work> works = ImmutableList.<Work>builder().add(subject);
    for (Floor floor : floors) {
      works.add(floor.work());
    }
    ImmutableList<Side> sides =
        Side.inTurn(Pace.THOROUGH, works.add(Quiet.building()).build());
    Side one = sides.get(0);
    Side building = sides.get(floors.length + 1);
    for (int i = 0; i < floors.length; i++) {
      String beside = floors[i].name().isEmpty() ? what : what + ", beside " + floors[i].name();
      compared(beside, floors[i].goal(), one, sides.get(i + 1), building);
    }
    return new Cost(
        Quiet.nanos(one, building),
        one.median(Side.Slice::bytes),
        sides.stream()
            .skip(1)
            .map(side -> side.median(Side.Slice::bytes))
            .collect(toImmutableList()));
  }

  private void compared(String what, Goal goal, Side one, Side other, Side building) {
    ImmutableList<Double> ratios = one.against(other, Side.Slice::cpu);
    double ratio = Figures.median(ratios);
    row(
        what,
        Figures.time(Quiet.nanos(one, building)),
        Figures.time(Quiet.nanos(other, building)),
        Figures.of(ratio),
        Figures.spread(ratios),
        goal,
        Figures.of(Figures.median(one.against(other, Side.Slice::wall))),
        Figures.whole(one.median(Side.Slice::bytes)),
        Figures.whole(other.median(Side.Slice::bytes)));
    keep(goal, what, ratio, "x");
  }

  /**
   * Prints how two figures compare that are not times of work done in turn.
   *
   * @param what what is compared, with its unit
   * @param goal what is wanted of the ratio
   * @param subject the library's figure
   * @param floor the figure without the library
   */
  void compareFigures(String what, Goal goal, double subject, double floor) {
    double ratio = subject / floor;
    row(what, Figures.of(subject), Figures.of(floor), Figures.of(ratio), "", goal);
    keep(goal, what, ratio, "x");
  }

  /**
   * Prints a figure that is compared with nothing.
   *
   * @param what what it is
   * @param goal what is wanted of it
   * @param figure the figure
   * @param unit its unit
   */
  void figure(String what, Goal goal, double figure, String unit) {
    row(what, Figures.of(figure) + " " + unit, "", "", "", goal);
    keep(goal, what, figure, " " + unit);
  }

  /** Keeps a figure for which there is a row already. */
  void keep(Goal goal, String what, double figure, String unit) {
    if (goal.isOne()) {
      results.add(
          new Result(goal, topic, what.strip(), Figures.of(figure) + unit, goal.verdict(figure)));
    }
  }

  /**
   * Prints a row of the table.
   *
   * @param what what the row is about
   * @param cells the other cells
   */
  void row(String what, Object... cells) {
    StringBuilder row = new StringBuilder(Strings.padEnd(what, FIRST_COLUMN, ' '));
    for (Object cell : cells) {
      row.append(' ').append(Strings.padStart(cell.toString(), COLUMN, ' '));
    }
    out.println(row);
  }
}
