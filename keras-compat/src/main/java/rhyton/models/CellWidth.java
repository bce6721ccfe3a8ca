package rhyton.models;

/**
 * How many cells of a terminal a text takes: one for most characters, two for those of East Asia
 * and for pictures, none for marks that stand on another character.
 */
final class CellWidth {
  /** First and last code point of the blocks of wide characters. */
  private static final int[][] WIDE = {
    {0x1100, 0x115f},
    {0x2e80, 0x303e},
    {0x3041, 0xa4c6},
    {0xa960, 0xa97c},
    {0xac00, 0xd7a3},
    {0xf900, 0xfaff},
    {0xfe30, 0xfe6b},
    {0xff01, 0xff60},
    {0xffe0, 0xffe6},
    {0x1f300, 0x1f64f},
    {0x1f680, 0x1faff},
    {0x20000, 0x3fffd},
  };

  private CellWidth() {}

  /** The number of cells of a text. */
  static int of(String text) {
    return text.codePoints().map(CellWidth::of).sum();
  }

  private static int of(int character) {
    switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK -> {
        return 0;
      }
      default -> {
        for (int[] block : WIDE) {
          if (block[0] <= character && character <= block[1]) {
            return 2;
          }
        }
        return 1;
      }
    }
  }

  /**
   * The beginning of a text that takes so many cells; a blank stands for a wide character of which
   * only a half would fit.
   */
  static String crop(String text, int cells) {
    int used = 0;
    int end = 0;
    while (end < text.length()) {
      int character = text.codePointAt(end);
      int width = of(character);
      if (used + width > cells) {
        return text.substring(0, end) + " ".repeat(Math.max(0, cells - used));
      }
      used += width;
      end += Character.charCount(character);
    }
    return text;
  }
}
