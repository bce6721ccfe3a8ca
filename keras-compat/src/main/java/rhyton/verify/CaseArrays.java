package rhyton.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rhyton.tensor.Npz;
import rhyton.tensor.Tensor;

/** The arrays of a file of a case, by the names that cases give them. */
record CaseArrays(Map<String, Tensor> arrays) {
  /** Reads all arrays of a file; they belong to the scope that is open. */
  static CaseArrays read(Path file) throws IOException {
    return new CaseArrays(Npz.readAll(file));
  }

  /** An array, or null. */
  Tensor get(String name) {
    return arrays.get(name);
  }

  /** {@code stem} alone, or {@code stem0}, {@code stem1}, …: a tensor, a list, or null. */
  Object numbered(String stem) {
    if (arrays.containsKey(stem)) {
      return arrays.get(stem);
    }
    List<Tensor> list = list(stem);
    return list.isEmpty() ? null : list;
  }

  /** The arrays {@code stem} alone, or {@code stem0}, {@code stem1}, …, as a list. */
  List<Tensor> list(String stem) {
    List<Tensor> list = new ArrayList<>();
    if (arrays.containsKey(stem)) {
      list.add(arrays.get(stem));
    }
    for (int i = 0; arrays.containsKey(stem + i); i++) {
      list.add(arrays.get(stem + i));
    }
    return list;
  }

  /** What a text, a list or an object of names stands for; null for a missing one. */
  Object named(JsonNode names) {
    if (names.isTextual()) {
      return arrays.get(names.textValue());
    }
    if (names.isArray()) {
      List<Object> list = new ArrayList<>();
      names.forEach(name -> list.add(named(name)));
      return list;
    }
    if (names.isObject()) {
      Map<String, Object> map = new LinkedHashMap<>();
      names.properties().forEach(field -> map.put(field.getKey(), named(field.getValue())));
      return map;
    }
    return null;
  }
}
