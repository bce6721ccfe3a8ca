package rhyton.utils;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonFormatTest {
  /** Printed by Python; 2^-44 and its like are where the shortest text is not the nearest one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0",
        "-0.0",
        "0.1",
        "1.0",
        "0.0001",
        "1e-05",
        "1.5e-07",
        "-2.5",
        "1000000000000000.0",
        "1e+16",
        "1.2345678901234568e+17",
        "1e+22",
        "1e+100",
        "0.0010000000474974513",
        "6.473382472991943",
        "5e-324",
        "2.2250738585072014e-308",
        "1.7976931348623157e+308",
        "5.684341886080802e-14",
        "9007199254740992.0",
        "inf",
        "-inf",
        "nan"
      })
  void floatIsWrittenAsPythonWritesIt(String text) {
    assertEquals(text, PythonFormat.floatRepr(PythonFormat.parseFloat(text)));
  }

  @Test
  void powersOfTwo() {
    assertEquals("5.684341886080802e-14", PythonFormat.floatRepr(Math.scalb(1.0, -44)));
    assertEquals("9.5367431640625e-07", PythonFormat.floatRepr(Math.scalb(1.0, -20)));
    assertEquals("1.1805916207174113e+21", PythonFormat.floatRepr(Math.scalb(1.0, 70)));
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.5000, 5.0000e-01",
    "0.00005, 0.0001, 5.0000e-05",
    "-0.00001, -0.0000, -1.0000e-05",
    "0.00015, 0.0001, 1.5000e-04",
    "99999.5, 99999.5000, 1.0000e+05",
    "9.99994, 9.9999, 9.9999e+00",
    "9.99995, 10.0000, 1.0000e+01",
    "0, 0.0000, 0.0000e+00",
    "-0.0, -0.0000, -0.0000e+00",
    "5e-324, 0.0000, 4.9407e-324",
    "1e22, 10000000000000000000000.0000, 1.0000e+22",
    "Infinity, inf, inf",
    "-Infinity, -inf, -inf",
    "NaN, nan, nan"
  })
  void decimalsAreRoundedFromTheNumberItself(double value, String fixed, String scientific) {
    assertEquals(fixed, PythonFormat.fixed(value, 4));
    assertEquals(scientific, PythonFormat.scientific(value, 4));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0, 5e-01", "1.5, 2, 2e+00", "2.5, 2, 2e+00", "-0.25, -0, -2e-01"})
  void halfIsRoundedToEven(double value, String fixed, String scientific) {
    assertEquals(fixed, PythonFormat.fixed(value, 0));
    assertEquals(scientific, PythonFormat.scientific(value, 0));
  }

  @Test
  void groupsOfThousands() {
    assertEquals("0", PythonFormat.thousands(0));
    assertEquals("999", PythonFormat.thousands(999));
    assertEquals("1,234,567", PythonFormat.thousands(1234567));
  }

  @Test
  void valuesAndCollections() {
    assertEquals("(None, 28, 28, 1)", PythonFormat.tuple(Arrays.asList(null, 28, 28, 1)));
    assertEquals("(5,)", PythonFormat.tuple(List.of(5)));
    assertEquals("()", PythonFormat.tuple(List.of()));
    assertEquals(
        "[None, True, False, 1, 0.5, 'a', [1, 2]]",
        PythonFormat.repr(Arrays.asList(null, true, false, 1, 0.5, "a", List.of(1L, 2))));
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("a", 1);
    map.put("b", null);
    assertEquals("{'a': 1, 'b': None}", PythonFormat.repr(map));
    assertEquals("relu", PythonFormat.str("relu"));
    assertEquals("None", PythonFormat.str(null));
    assertEquals("0.10000000149011612", PythonFormat.str(0.1f));
  }

  @Test
  void textsAreQuotedAsPythonQuotesThem() {
    assertEquals("\"it's\"", PythonFormat.repr("it's"));
    assertEquals("'say \"hi\"'", PythonFormat.repr("say \"hi\""));
    assertEquals("'it\\'s \"x\"'", PythonFormat.repr("it's \"x\""));
    assertEquals("'a\\\\b\\n\\t\\r\\x00\\x7f'", PythonFormat.repr("a\\b\n\t\r\0\u007f"));
    assertEquals("'é日'", PythonFormat.repr("é日"));
  }

  @ParameterizedTest
  @CsvSource({
    "' 1.5 ', 1.5",
    "+3, 3",
    "-.5, -0.5",
    "1E3, 1000",
    "7., 7",
    "-Infinity, -Infinity",
    "INF, Infinity",
    "NaN, NaN"
  })
  void readsNumbers(String text, double value) {
    assertEquals(value, PythonFormat.parseFloat(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NA", "1f", "0x10", "1,5", "--1", "1e", "."})
  void refusesWhatIsNoNumber(String text) {
    assertEquals(
        "Could not convert text to a number. Received: '" + text + "'",
        assertThrows(IllegalArgumentException.class, () -> PythonFormat.parseFloat(text))
            .getMessage());
  }
}
