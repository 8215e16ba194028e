package dev.hubbub.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lists of processors as the kernel and {@code taskset} write them: {@code 0-3,8}. */
public final class ProcessorList {
  private ProcessorList() {}

  /**
   * The numbers of the processors.
   *
   * @throws NumberFormatException if the text is no such list
   */
  public static List<Integer> parse(String text) {
    List<Integer> processors = new ArrayList<>();
    for (String range : text.strip().split(",", -1)) {
      String[] ends = range.split("-", 2);
      int first = Integer.parseInt(ends[0]);
      int last = Integer.parseInt(ends[ends.length - 1]);
      for (int processor = first; processor <= last; processor++) {
        processors.add(processor);
      }
    }
    return List.copyOf(processors);
  }

  /** The text for these processors: {@code 0,1,2}. */
  public static String format(List<Integer> processors) {
    return processors.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
