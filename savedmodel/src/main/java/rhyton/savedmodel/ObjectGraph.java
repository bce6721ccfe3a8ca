package rhyton.savedmodel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedObject;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedObjectGraph;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph.TrackableObject;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph.TrackableObject.ObjectReference;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph.TrackableObject.SerializedTensor;

/**
 * Which key of the checkpoint holds which object's value: both list the objects, each with numbers
 * of its own, and the names by which one reaches them from the root are the same.
 */
final class ObjectGraph {
  private static final String VALUE = "VARIABLE_VALUE";

  private final SavedObjectGraph objects;
  private final Map<Integer, String> keys = new HashMap<>();

  ObjectGraph(SavedObjectGraph objects, TrackableObjectGraph checkpoint) {
    this.objects = objects;
    if (objects.getNodesCount() == 0 || checkpoint.getNodesCount() == 0) {
      return;
    }
    Map<Integer, Integer> reached = new HashMap<>(Map.of(0, 0));
    Deque<Integer> pending = new ArrayDeque<>(List.of(0));
    while (!pending.isEmpty()) {
      int object = pending.remove();
      TrackableObject stored = checkpoint.getNodes(reached.get(object));
      for (SerializedTensor value : stored.getAttributesList()) {
        if (value.getName().equals(VALUE)) {
          keys.put(object, value.getCheckpointKey());
        }
      }
      Map<String, Integer> children = children(stored.getChildrenList());
      for (ObjectReference child : objects.getNodes(object).getChildrenList()) {
        Integer same = children.get(child.getLocalName());
        boolean valid = same != null && same >= 0 && same < checkpoint.getNodesCount();
        if (valid && isNode(child.getNodeId())) {
          if (reached.putIfAbsent(child.getNodeId(), same) == null) {
            pending.add(child.getNodeId());
          }
        }
      }
    }
  }

  private boolean isNode(int id) {
    return id >= 0 && id < objects.getNodesCount();
  }

  private static Map<String, Integer> children(List<ObjectReference> references) {
    Map<String, Integer> children = new HashMap<>();
    references.forEach(child -> children.put(child.getLocalName(), child.getNodeId()));
    return children;
  }

  /** The key of an object's value, or null if it is no variable or the checkpoint lacks it. */
  String key(int object) {
    return isNode(object) && objects.getNodes(object).hasVariable() ? keys.get(object) : null;
  }

  SavedObject object(int id) {
    return objects.getNodes(id);
  }

  /** The objects in a list of the root, in order; null if there is no such list. */
  List<Integer> list(String name) {
    if (objects.getNodesCount() == 0) {
      return null;
    }
    Integer list = children(objects.getNodes(0).getChildrenList()).get(name);
    if (list == null || !isNode(list)) {
      return null;
    }
    return objects.getNodes(list).getChildrenList().stream()
        .filter(child -> child.getLocalName().matches("\\d{1,9}") && isNode(child.getNodeId()))
        .sorted((a, b) -> Integer.compare(place(a), place(b)))
        .map(ObjectReference::getNodeId)
        .toList();
  }

  private static int place(ObjectReference child) {
    return Integer.parseInt(child.getLocalName());
  }
}
