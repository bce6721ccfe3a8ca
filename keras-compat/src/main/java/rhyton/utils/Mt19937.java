package rhyton.utils;

/**
 * The Mersenne Twister of Matsumoto and Nishimura, 32-bit version, which Python and numpy share.
 * They differ in how a seed fills the state and in what they make of the words.
 */
final class Mt19937 {
  private static final int SIZE = 624;
  private static final int SHIFT = 397;
  private static final int KEY_BASE = 19650218;

  private final int[] state = new int[SIZE];
  private int position = SIZE;

  private Mt19937() {}

  /** The generator whose state is grown from one 32-bit seed. */
  static Mt19937 ofSeed(int seed) {
    var generator = new Mt19937();
    int[] state = generator.state;
    state[0] = seed;
    for (int i = 1; i < SIZE; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
    return generator;
  }

  /** The generator whose state is mixed from a key of at least one word. */
  static Mt19937 ofKey(int... key) {
    var generator = ofSeed(KEY_BASE);
    int[] state = generator.state;
    int i = 1;
    for (int step = 0, j = 0; step < Math.max(SIZE, key.length); step++) {
      state[i] = (state[i] ^ generator.previous(i) * 1664525) + key[j] + j;
      i = generator.after(i);
      j = (j + 1) % key.length;
    }
    for (int step = 0; step < SIZE - 1; step++) {
      state[i] = (state[i] ^ generator.previous(i) * 1566083941) - i;
      i = generator.after(i);
    }
    state[0] = 0x80000000;
    return generator;
  }

  private int previous(int i) {
    return state[i - 1] ^ (state[i - 1] >>> 30);
  }

  private int after(int i) {
    if (i + 1 < SIZE) {
      return i + 1;
    }
    state[0] = state[SIZE - 1];
    return 1;
  }

  /** The next 32 bits. */
  int nextWord() {
    if (position == SIZE) {
      twist();
    }
    int y = state[position++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >>> 18);
  }

  private void twist() {
    for (int i = 0; i < SIZE; i++) {
      int y = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7fffffff);
      state[i] = state[(i + SHIFT) % SIZE] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
    }
    position = 0;
  }

  /** A word of the state, before the next words are made of it. */
  int stateWord(int index) {
    return state[index];
  }

  /** How many words of the state are used up. */
  int position() {
    return position;
  }
}
