package rhyton.utils;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTemplateTest {
  @Test
  void fillsInFileNames() {
    Map<String, Object> values = Map.of("epoch", 2, "val_loss", 10.25238, "batch", 11);
    assertEquals(
        "a-02-10.252.keras", FormatTemplate.format("a-{epoch:02d}-{val_loss:.3f}.keras", values));
    assertEquals("b-2.weights.h5", FormatTemplate.format("b-{epoch}.weights.h5", values));
    assertEquals("c-2-11.keras", FormatTemplate.format("c-{epoch}-{batch:02d}.keras", values));
    assertEquals("10.25238", FormatTemplate.format("{val_loss}", values));
    assertEquals("{2}", FormatTemplate.format("{{{epoch}}}", values));
    assertEquals("plain", FormatTemplate.format("plain", values));
  }

  @ParameterizedTest
  @CsvSource({
    "5d, '    7', 7",
    "<5d, '7    ', 7",
    "^6d, '  7   ', 7",
    "+d, +7, 7",
    "=+6d, '-    7', -7",
    "*^5d, **7**, 7",
    "06d, -00007, -7",
    ".1%, 700.0%, 7",
    ".2f, 7.00, 7",
    ".3g, 7, 7"
  })
  void wholeNumbers(String spec, String expected, int value) {
    assertEquals(expected, FormatTemplate.format("{v:" + spec + "}", Map.of("v", value)));
  }

  @ParameterizedTest
  @CsvSource({
    "08.3f, 0099.950, 99.95",
    "e, 9.995000e+01, 99.95",
    ".1E, 1.0E+02, 99.95",
    ".3g, 100, 99.95",
    ".2g, 1e+02, 99.95",
    ".4g, 99.95, 99.95",
    ".10g, 99.95, 99.95",
    ".3, 1e+02, 99.95",
    ".4, 100.0, 100",
    "g, 1e-07, 1e-7",
    "G, 1E-07, 1e-7",
    ".1, 5e+00, 5",
    ">8, '    -0.0', -0.0",
    "F, INF, Infinity",
    "06, 000nan, NaN",
    "_^12.4e, _1.0000e+20_, 1e20"
  })
  void floats(String spec, String expected, double value) {
    assertEquals(expected, FormatTemplate.format("{v:" + spec + "}", Map.of("v", value)));
  }

  @Test
  void texts() {
    Map<String, Object> values = Map.of("v", "abc", "on", true);
    assertEquals("  abc", FormatTemplate.format("{v:>5}", values));
    assertEquals("ab", FormatTemplate.format("{v:.2s}", values));
    assertEquals("'abc'", FormatTemplate.format("{v!r}", values));
    assertEquals("True", FormatTemplate.format("{on!s:s}", values));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{loss} | asks for `loss`. Available: [epoch]",
        "{epoch | has a single brace at position 0.",
        "a} | has a single brace at position 1.",
        "{epoch:,} | has the format `,`, which is not known.",
        "{epoch:s} | has the format `s`, which does not fit epoch=1.",
        "{epoch:.2d} | has the format `.2d`, which does not fit epoch=1."
      })
  void refusesWhatItCannotFillIn(String template, String reason) {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> FormatTemplate.format(template, Map.of("epoch", 1)));
    assertEquals("The template \"" + template + "\" " + reason, error.getMessage());
  }
}
