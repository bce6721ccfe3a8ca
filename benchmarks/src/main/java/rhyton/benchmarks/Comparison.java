package rhyton.benchmarks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * One line of the table: how many times faster Rhyton is than Python, from the medians of each
 * round.
 *
 * @param label what is compared
 * @param python Python's median over the rounds, in milliseconds
 * @param rhyton Rhyton's median over the rounds, in milliseconds
 * @param ratio the median of the rounds' ratios
 * @param least the smallest ratio of a round
 * @param most the largest ratio of a round
 * @param target the ratio to reach, 0 if there is none
 */
record Comparison(
    String label,
    double python,
    double rhyton,
    double ratio,
    double least,
    double most,
    double target) {

  /** What is held against what; a prediction is held against two ways that Python has. */
  private enum Line {
    STEP("fit step", "fit_step", "fit_step"),
    STEP_CPU("fit step, CPU time", "fit_step_cpu", "fit_step_cpu"),
    PREDICT("batch 1, model.predict", "%s_predict", "%s_predict"),
    CALL("batch 1, model(x)", "%s_call", "%s_predict"),
    FUNCTION("batch 1, tf.function", "%s_function", "%s_predict");

    final String label;
    final String python;
    final String rhyton;

    Line(String label, String python, String rhyton) {
      this.label = label;
      this.python = python;
      this.rhyton = rhyton;
    }

    String python(Workload workload) {
      return python.formatted(workload.model);
    }

    String rhyton(Workload workload) {
      return rhyton.formatted(workload.model);
    }

    double target(Workload workload) {
      return switch (this) {
        case STEP -> workload.step;
        case STEP_CPU -> 0;
        case PREDICT -> workload.predict;
        case CALL -> workload.call;
        case FUNCTION -> workload.function;
      };
    }
  }

  /** What both sides measured of a workload in one round. */
  record Round(List<Row> python, List<Row> rhyton) {
    static Row find(List<Row> rows, String metric) {
      return rows.stream().filter(row -> row.metric().equals(metric)).findFirst().orElse(null);
    }

    /** Refuses figures of unequal work: the loss of the first epoch must be the same. */
    void checkEqualWork(Workload workload) {
      Row expected = find(python, "loss_of_first_epoch");
      Row got = find(rhyton, "loss_of_first_epoch");
      if (expected == null || got == null) {
        return;
      }
      double difference = Math.abs(got.median() - expected.median());
      if (!(difference <= 1e-3 * Math.abs(expected.median()))) {
        throw new IllegalStateException(
            workload
                + ": the two sides did not do the same work. Loss of the first epoch in Python: "
                + expected.median()
                + ", in Rhyton: "
                + got.median());
      }
    }
  }

  /** The lines of one workload. */
  static List<Comparison> of(Workload workload, List<Round> rounds) {
    return java.util.Arrays.stream(Line.values())
        .filter(line -> Round.find(rounds.get(0).python(), line.python(workload)) != null)
        .map(line -> of(workload, line, rounds))
        .toList();
  }

  private static Comparison of(Workload workload, Line line, List<Round> rounds) {
    int n = rounds.size();
    double[] python = new double[n];
    double[] rhyton = new double[n];
    double[] ratios = new double[n];
    for (int i = 0; i < n; i++) {
      python[i] = Round.find(rounds.get(i).python(), line.python(workload)).median();
      rhyton[i] = Round.find(rounds.get(i).rhyton(), line.rhyton(workload)).median();
      ratios[i] = python[i] / rhyton[i];
    }
    Row ratio = Row.of(workload.model, "ratio", "", ratios);
    return new Comparison(
        workload + " " + line.label,
        Row.of(workload.model, line.python, "ms", python).median(),
        Row.of(workload.model, line.rhyton, "ms", rhyton).median(),
        ratio.median(),
        ratio.min(),
        ratio.max(),
        line.target(workload));
  }

  static String header() {
    return String.format(
        Locale.ROOT,
        "%-32s %12s %12s %9s %20s  %s",
        "workload",
        "Python",
        "Rhyton",
        "ratio",
        "least .. most",
        "target");
  }

  String text() {
    String goal =
        target == 0
            ? ""
            : String.format(
                Locale.ROOT, "%5.1f %s", target, ratio >= target ? "reached" : "missed");
    return String.format(
        Locale.ROOT,
        "%-32s %9.3f ms %9.3f ms %9.2f %9.2f .. %7.2f  %s",
        label,
        python,
        rhyton,
        ratio,
        least,
        most,
        goal);
  }

  ObjectNode toJson() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("label", label)
        .put("unit", "ms")
        .put("python", python)
        .put("rhyton", rhyton)
        .put("ratio", ratio)
        .put("least", least)
        .put("most", most)
        .put("target", target);
  }
}
