package rhyton.tensor.runtime;

import static org.tensorflow.internal.c_api.global.tensorflow.TFE_ContextAddFunctionDef;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_ContextListDevices;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_ContextOptionsSetConfig;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_ContextRemoveFunction;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_DeleteContextOptions;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_NewContext;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_NewContextOptions;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteBuffer;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteDeviceList;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListCount;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListName;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListType;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_GetRegisteredKernelsForOp;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_Version;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.tensorflow.internal.c_api.TFE_Context;
import org.tensorflow.internal.c_api.TFE_ContextOptions;
import org.tensorflow.internal.c_api.TF_Buffer;
import org.tensorflow.internal.c_api.TF_DeviceList;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.proto.KernelList;

/**
 * The native library of this process: started at the first use, never stopped.
 *
 * <p>One eager context serves all threads; compiled functions and variables live in it.
 */
public final class NativeRuntime {
  private static RuntimeOptions options;
  private static boolean loaded;

  private NativeRuntime() {}

  /** One device that can run ops. */
  public record Device(String name, String type) {}

  private static final class Holder {
    static final TFE_Context CONTEXT = start();
  }

  private static final class CpuOnly {
    static final boolean YES = devices().stream().allMatch(device -> device.type().equals("CPU"));
  }

  /**
   * Sets how the native library starts.
   *
   * @param newOptions the settings
   * @throws IllegalStateException if the library is in use already
   */
  public static synchronized void configure(RuntimeOptions newOptions) {
    if (loaded) {
      throw new IllegalStateException(
          "The native library has started already: call NativeRuntime.configure before the first"
              + " tensor, layer or model is made");
    }
    options = newOptions;
  }

  /** Loads the native library if that has not been done. */
  static synchronized void load() {
    if (loaded) {
      return;
    }
    if (options == null) {
      options = new RuntimeOptions();
    }
    // The limit of JavaCPP compares Java's heap with the memory of the whole process, most of which
    // is TensorFlow's: without this, a large model is refused for reasons that do not concern it.
    setDefault("org.bytedeco.javacpp.maxPhysicalBytes", "0");
    if (options.cacheFolder() != null) {
      setDefault("org.bytedeco.javacpp.cachedir", options.cacheFolder().toString());
    }
    TF_Version();
    loaded = true;
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /** Returns the version of TensorFlow, for example {@code "2.18.0"}. */
  public static String version() {
    load();
    return TF_Version().getString();
  }

  /** Returns the memory of this machine in bytes. */
  public static long memory() {
    load();
    return Pointer.totalPhysicalBytes();
  }

  /** Returns the devices of this machine that TensorFlow can use. */
  public static List<Device> devices() {
    TF_Status status = Scratch.status();
    TF_DeviceList list = TFE_ContextListDevices(context(), status);
    Scratch.check(status);
    try {
      List<Device> devices = new ArrayList<>();
      for (int i = 0; i < TF_DeviceListCount(list); i++) {
        devices.add(
            new Device(
                TF_DeviceListName(list, i, status).getString(),
                TF_DeviceListType(list, i, status).getString()));
      }
      return devices;
    } finally {
      TF_DeleteDeviceList(list);
    }
  }

  /** Returns whether this machine has no accelerator that TensorFlow can use. */
  public static boolean hasCpuOnly() {
    return CpuOnly.YES;
  }

  /**
   * Whether the library was built with a kernel of an op for a kind of device, be such a device
   * there or not.
   *
   * @param op the op's name
   * @param deviceType the kind, {@code "CPU"} or {@code "GPU"}
   * @return whether there is one; false for an op that the library does not know
   */
  public static boolean hasKernel(String op, String deviceType) {
    TF_Status status = Scratch.status();
    TF_Buffer buffer = TF_GetRegisteredKernelsForOp(op, status);
    Scratch.check(status);
    try {
      byte[] bytes = new byte[(int) buffer.length()];
      new BytePointer(buffer.data()).get(bytes);
      return KernelList.parseFrom(bytes).getKernelList().stream()
          .anyMatch(kernel -> kernel.getDeviceType().equals(deviceType));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    } finally {
      TF_DeleteBuffer(buffer);
    }
  }

  /**
   * Makes a function known by name, for those that call it.
   *
   * @param functionDef the bytes of a FunctionDef; its name must be new
   */
  public static void addFunction(byte[] functionDef) {
    TF_Status status = Scratch.status();
    try (BytePointer bytes = new BytePointer(functionDef)) {
      TFE_ContextAddFunctionDef(context(), bytes, functionDef.length, status);
    }
    Scratch.check(status);
  }

  /**
   * Forgets a function that {@link #addFunction} made known.
   *
   * @param name its name
   */
  public static void removeFunction(String name) {
    TF_Status status = Scratch.status();
    TFE_ContextRemoveFunction(context(), name, status);
  }

  static TFE_Context context() {
    return Holder.CONTEXT;
  }

  private static TFE_Context start() {
    TF_Status status = Scratch.status();
    TFE_ContextOptions native_ = TFE_NewContextOptions();
    try (BytePointer config = new BytePointer(config(options))) {
      TFE_ContextOptionsSetConfig(native_, config, config.capacity(), status);
      Scratch.check(status);
      TFE_Context context = TFE_NewContext(native_, status);
      Scratch.check(status);
      return context;
    } finally {
      TFE_DeleteContextOptions(native_);
    }
  }

  /** The bytes of the ConfigProto that the runtime was started with. */
  static byte[] config() {
    return config(options);
  }

  /** The fields of TensorFlow's ConfigProto that are ours to set. */
  private static byte[] config(RuntimeOptions options) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    try {
      out.writeInt32(2, options.intraOpThreads()); // intra_op_parallelism_threads
      out.writeInt32(5, options.interOpThreads()); // inter_op_parallelism_threads
      out.writeBool(7, true); // allow_soft_placement
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
