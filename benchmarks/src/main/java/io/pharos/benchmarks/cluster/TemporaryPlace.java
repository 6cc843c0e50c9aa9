package io.pharos.benchmarks.cluster;

import io.pharos.cluster.transport.MemberAddress;
import io.pharos.platform.host.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A directory that is deleted afterwards, and members' addresses on free ports of this machine. */
final class TemporaryPlace implements AutoCloseable {
    private final Path directory;
    private final List<MemberAddress> members;

    private TemporaryPlace(Path directory, List<MemberAddress> members) {
        this.directory = directory;
        this.members = members;
    }

    static TemporaryPlace forMembers(int count) throws IOException {
        int first = Ports.freeRange(count * MemberAddress.PORTS);
        return new TemporaryPlace(
                Files.createTempDirectory("pharos-bench-"),
                IntStream.range(0, count)
                        .mapToObj(id -> new MemberAddress(id, "127.0.0.1", first + id * MemberAddress.PORTS))
                        .toList());
    }

    List<MemberAddress> members() {
        return members;
    }

    Path directory(int memberId) {
        return directory.resolve("member-" + memberId);
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
