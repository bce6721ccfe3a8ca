package rhyton.tensor.gradient;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import rhyton.tensor.TraceNode;

/** The one registry of gradient rules, by the op's name in TensorFlow. */
final class Rules {
  private static final Map<String, GradientRule> RULES = new HashMap<>();

  /** Ops through which no gradient flows: what depends on them counts as constant. */
  private static final Set<String> STOPS =
      Set.of(
          "StopGradient",
          "Equal",
          "NotEqual",
          "Greater",
          "GreaterEqual",
          "Less",
          "LessEqual",
          "LogicalAnd",
          "LogicalOr",
          "LogicalNot",
          "Shape",
          "Size",
          "Rank",
          "ZerosLike",
          "OnesLike",
          "ArgMax",
          "ArgMin",
          "Any",
          "All",
          "OneHot",
          "Floor",
          "Ceil",
          "Round",
          "Rint",
          "Sign",
          "IsNan",
          "IsFinite",
          "IsInf",
          "FloorDiv",
          "Bincount",
          "InTopKV2",
          "BroadcastGradientArgs",
          "ConcatOffset",
          "Range",
          "NextAfter",
          "UnsortedSegmentJoin",
          "StringJoin");

  static {
    ArithmeticRules.addTo(RULES);
    ElementwiseRules.addTo(RULES);
    ActivationRules.addTo(RULES);
    ReductionRules.addTo(RULES);
    ShapeRules.addTo(RULES);
    GatherRules.addTo(RULES);
    SegmentRules.addTo(RULES);
    DiagonalRules.addTo(RULES);
    MatrixRules.addTo(RULES);
    LinalgRules.addTo(RULES);
    DecompositionRules.addTo(RULES);
    FourierRules.addTo(RULES);
    SpecialRules.addTo(RULES);
    ConvRules.addTo(RULES);
    PoolRules.addTo(RULES);
    LossRules.addTo(RULES);
    ImageRules.addTo(RULES);
    ColorRules.addTo(RULES);
    CellRules.addTo(RULES);
    IndexRules.addTo(RULES);
    ComplexRules.addTo(RULES);
    NormRules.addTo(RULES);
  }

  private Rules() {}

  static boolean stops(String type) {
    return STOPS.contains(type);
  }

  static Set<String> types() {
    return RULES.keySet();
  }

  static Set<String> stopping() {
    return STOPS;
  }

  static GradientRule of(TraceNode node) {
    GradientRule rule =
        node.attribute(GradientRule.ATTRIBUTE) instanceof GradientRule own
            ? own
            : RULES.get(node.type());
    if (rule == null) {
      throw new UnsupportedOperationException(
          "The op "
              + node.type()
              + " (`"
              + node.operation().name()
              + "`) has no gradient. Keep it off the path from the weights to the loss, for example"
              + " with stopGradient()");
    }
    return rule;
  }
}
