package rhyton.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Einstein's sums, taken apart into products of matrices: the kernel of that name is wrong for some
 * inputs in TensorFlow 2.18, and products have gradients.
 */
final class Einsum {
  /** Axes that dots stand for have labels from here on, counted from the last. */
  private static final char DOTS = '\u0100';

  /** A tensor with a label for each axis. */
  private record Term(Tensor x, String labels) {
    Term reordered(String order) {
      if (order.equals(labels)) {
        return this;
      }
      int[] axes = order.chars().map(labels::indexOf).toArray();
      return new Term(x.transpose(axes), order);
    }

    Object dim(char label) {
      return Shaping.dims(x).get(labels.indexOf(label));
    }
  }

  private final String subscripts;
  private String result;

  private Einsum(String subscripts) {
    this.subscripts = subscripts;
  }

  static Tensor apply(OpCall c) {
    String subscripts = ((String) c.option("subscripts")).replace(" ", "");
    DType common = Promotion.of(c.arguments());
    DType dtype = common == DType.INT8 ? DType.INT32 : common;
    List<Tensor> operands = c.arguments().stream().map(x -> Tensor.convert(x, dtype)).toList();
    return new Einsum(subscripts).of(operands);
  }

  private Tensor of(List<Tensor> operands) {
    List<Term> terms = terms(operands);
    Term first = terms.get(0);
    for (int i = 1; i < terms.size(); i++) {
      StringBuilder needed = new StringBuilder(result);
      terms.subList(i + 1, terms.size()).forEach(later -> needed.append(later.labels));
      first = product(first, terms.get(i), needed.toString());
    }
    return summed(first, result).reordered(result).x;
  }

  // ---- labels --------------------------------------------------------------------------------

  private List<Term> terms(List<Tensor> operands) {
    String[] sides = subscripts.split("->", -1);
    String[] inputs = sides[0].split(",", -1);
    if (inputs.length != operands.size() || sides.length > 2) {
      throw wrong("there must be labels for each of " + operands.size() + " operands");
    }
    int dots = 0;
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < inputs.length; i++) {
      int hidden = operands.get(i).rank() - inputs[i].replace("...", "").length();
      if (hidden < 0 || (hidden > 0 && !inputs[i].contains("..."))) {
        throw wrong("operand " + i + " has shape " + operands.get(i).shape());
      }
      dots = Math.max(dots, hidden);
      labels.add(inputs[i].replace("...", dots(hidden)));
    }
    result = (sides.length == 2 ? sides[1] : implicit(inputs)).replace("...", dots(dots));
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < inputs.length; i++) {
      terms.add(distinct(new Term(operands.get(i), labels.get(i))));
    }
    return withoutOnes(terms);
  }

  private IllegalArgumentException wrong(String reason) {
    return new IllegalArgumentException(
        "Einsum: `subscripts` do not fit the operands, " + reason + ". Received: " + subscripts);
  }

  private static String dots(int count) {
    StringBuilder labels = new StringBuilder();
    for (int i = count - 1; i >= 0; i--) {
      labels.append((char) (DOTS + i));
    }
    return labels.toString();
  }

  /** Without an arrow: the axes of dots, then all labels that stand once, in alphabetic order. */
  private static String implicit(String[] inputs) {
    TreeMap<Character, Integer> counts = new TreeMap<>();
    String all = String.join("", inputs);
    all.replace("...", "").chars().forEach(label -> counts.merge((char) label, 1, Integer::sum));
    StringBuilder once = new StringBuilder(all.contains("...") ? "..." : "");
    counts.forEach((label, count) -> once.append(count == 1 ? label.toString() : ""));
    return once.toString();
  }

  /** A label that stands twice takes the diagonal. */
  private static Term distinct(Term term) {
    for (int i = 0; i < term.labels.length(); i++) {
      char label = term.labels.charAt(i);
      int again = term.labels.indexOf(label, i + 1);
      if (again > 0) {
        Tensor last = term.x.moveaxis(new int[] {i, again}, new int[] {-2, -1});
        String rest = term.labels.replace(String.valueOf(label), "");
        String others = term.labels.substring(again + 1).indexOf(label) < 0 ? rest : null;
        if (others == null) {
          throw new IllegalArgumentException(
              "Einsum: a label may stand at most twice in an operand. Received: " + label);
        }
        return distinct(new Term(Diagonals.part(last, 0), rest + label));
      }
    }
    return term;
  }

  /** Axes of length 1 that repeat along longer ones of other operands are dropped. */
  private static List<Term> withoutOnes(List<Term> terms) {
    List<Term> shorter = new ArrayList<>();
    for (Term term : terms) {
      Term kept = term;
      for (char label : term.labels.toCharArray()) {
        boolean repeats =
            kept.dim(label).equals(1L)
                && terms.stream()
                    .anyMatch(t -> t.labels.indexOf(label) >= 0 && !t.dim(label).equals(1L));
        if (repeats) {
          int axis = kept.labels.indexOf(label);
          kept = new Term(kept.x.squeeze(axis), kept.labels.replace(String.valueOf(label), ""));
        }
      }
      shorter.add(kept);
    }
    return shorter;
  }

  private static String both(String a, String b, boolean in) {
    StringBuilder labels = new StringBuilder();
    a.chars().filter(label -> b.indexOf(label) >= 0 == in).forEach(l -> labels.append((char) l));
    return labels.toString();
  }

  // ---- products ------------------------------------------------------------------------------

  /** Sums over the axes whose labels nobody needs. */
  private static Term summed(Term term, String needed) {
    String gone = both(term.labels, needed, false);
    if (gone.isEmpty()) {
      return term;
    }
    int[] axes = gone.chars().map(term.labels::indexOf).toArray();
    return new Term(term.x.sum(axes), both(term.labels, needed, true));
  }

  private static Term product(Term first, Term second, String needed) {
    Term a = summed(first, needed + second.labels);
    Term b = summed(second, needed + first.labels);
    String shared = both(a.labels, b.labels, true);
    String batch = both(shared, needed, true);
    String inner = both(shared, needed, false);
    String left = both(a.labels, shared, false);
    String right = both(b.labels, shared, false);
    Term rows = a.reordered(batch + left + inner);
    Term columns = b.reordered(batch + inner + right);
    List<Object> front = dims(a, batch);
    List<Object> outer = joined(front, dims(a, left), dims(b, right));
    String labels = batch + left + right;
    if (inner.isEmpty()) {
      Tensor wide = rows.x.reshape(joined(front, dims(a, left), ones(right)));
      Tensor high = columns.x.reshape(joined(front, ones(left), dims(b, right)));
      return new Term(wide.multiply(high), labels);
    }
    Object length = size(dims(a, inner));
    Tensor wide = rows.x.reshape(joined(front, List.of(size(dims(a, left)), length)));
    Tensor high = columns.x.reshape(joined(front, List.of(length, size(dims(b, right)))));
    return new Term(wide.matmul(high).reshape(outer), labels);
  }

  private static List<Object> dims(Term term, String labels) {
    return labels.chars().mapToObj(label -> term.dim((char) label)).toList();
  }

  private static List<Object> ones(String labels) {
    return labels.chars().mapToObj(label -> (Object) 1L).toList();
  }

  @SafeVarargs
  private static List<Object> joined(List<Object>... parts) {
    List<Object> all = new ArrayList<>();
    for (List<Object> part : parts) {
      all.addAll(part);
    }
    return all;
  }

  /** The product of sizes, some of which may be known only when it runs. */
  private static Object size(List<Object> dims) {
    long known = 1;
    Tensor unknown = null;
    for (Object dim : dims) {
      if (dim instanceof Tensor tensor) {
        unknown = unknown == null ? tensor : unknown.multiply(tensor);
      } else {
        known *= (Long) dim;
      }
    }
    return unknown == null ? (Object) known : unknown.multiply(known);
  }
}
