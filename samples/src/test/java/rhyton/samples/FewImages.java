package rhyton.samples;

import rhyton.samples.data.FashionMnist;

/** So few images that a program runs for seconds. */
final class FewImages {
  private FewImages() {}

  static FashionMnist of(FashionMnist data) {
    return new FashionMnist(data.train().first(2000), data.test().first(300), "a few images");
  }
}
