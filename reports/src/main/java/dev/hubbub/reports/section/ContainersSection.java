package dev.hubbub.reports.section;

import dev.hubbub.measure.result.ContainerSize;
import dev.hubbub.measure.result.ContainerSizes;
import dev.hubbub.reports.section.Table.Row;
import dev.hubbub.reports.text.Numbers;
import dev.hubbub.reports.words.Facts;
import dev.hubbub.reports.words.Headline;
import java.util.List;

/** What the server carries in containers of several sizes. */
final class ContainersSection {
  private ContainersSection() {}

  static Section of(ContainerSizes sizes, String id) {
    return new Section(
        id,
        "In containers of several sizes",
        List.of(
            "Image %s (%s), by %s.".formatted(sizes.image(), sizes.imageId(), sizes.engine()),
            "What a step had to hold: " + Facts.slo(sizes.slo()),
            "Machine: " + Facts.machine(sizes.environment()) + "."),
        List.of(),
        List.of(
            Table.remarks(
                "Users and rate by size",
                List.of(
                    "processors", "memory", "users", "messages/s", "memory at most", "verdicts"),
                sizes.sizes().stream().map(ContainersSection::row).toList())),
        true);
  }

  private static Row row(ContainerSize size) {
    Headline users = Headline.of(size.users());
    Headline rate = Headline.of(size.rate());
    return Row.of(
        Numbers.decimal(size.cpus()),
        Numbers.count(size.memoryMiB()) + " MiB",
        number(users),
        number(rate),
        Numbers.bytes(size.memoryPeakBytes()) + (size.outOfMemory() ? ", out of memory" : ""),
        "users %s: %s; rate %s: %s"
            .formatted(users.verdict(), users.reason(), rate.verdict(), rate.reason()));
  }

  private static String number(Headline headline) {
    return (headline.bound() + " " + headline.number()).strip();
  }
}
