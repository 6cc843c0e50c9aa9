package io.pharos.systemtests.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Members of the core, each in a process of its own, started as the manual says. */
public final class CoreMembers implements AutoCloseable {
    private static final int PORTS = 6;
    private static final int STOP_SECONDS_MAX = 20;

    private final Path work;
    private final String addresses;
    private final List<Process> processes = new ArrayList<>();

    private CoreMembers(Path work, int count) {
        this.work = work;
        int port = FreePorts.range(count * PORTS);
        this.addresses = IntStream.range(0, count)
                .mapToObj(member -> "127.0.0.1:" + (port + member * PORTS))
                .collect(Collectors.joining(","));
    }

    /** Founds a cluster. */
    public static CoreMembers bootstrap(Path work, int count) {
        CoreMembers members = new CoreMembers(work, count);
        try {
            Files.createDirectories(work);
            Files.writeString(members.secretFile(), "the secret of this test's cluster");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int member = 0; member < count; member++) {
            members.processes.add(members.start(member));
        }
        return members;
    }

    /** As {@code --core-members} takes them. */
    public String addresses() {
        return addresses;
    }

    public Path secretFile() {
        return work.resolve("secret");
    }

    /** kill -9. */
    public void kill(int member) {
        try {
            processes.get(member).destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Starts a member that was killed. */
    public void restart(int member) {
        processes.set(member, start(member));
    }

    @Override
    public void close() {
        processes.forEach(Process::destroy);
        for (Process process : processes) {
            try {
                if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }

    private Process start(int member) {
        Path log = work.resolve("member-" + member + ".log");
        try {
            return new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "@" + PharosCommand.ROOT.resolve("jvm.options"),
                            "-Xmx512m",
                            "-cp",
                            PharosCommand.ROOT
                                    .resolve("platform/target/app/pharos.jar")
                                    .toString(),
                            "io.pharos.cluster.member.MemberMain",
                            "--member=" + member,
                            "--members=" + addresses,
                            "--directory=" + work.resolve("member-" + member),
                            "--secret-file=" + secretFile(),
                            "--snapshot=5",
                            "--bootstrap")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
