package io.pharos.cluster.testing;

import io.pharos.cluster.member.MemberMain;
import io.pharos.cluster.transport.MemberAddress;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A member in a JVM of its own, which may be killed. */
public final class MemberProcess implements AutoCloseable {

    private final int memberId;
    private final Path log;
    private final Process process;

    private MemberProcess(int memberId, Path log, Process process) {
        this.memberId = memberId;
        this.log = log;
        this.process = process;
    }

    public static MemberProcess start(int memberId, List<MemberAddress> members, Path parent, String... options)
            throws IOException {
        var secret = parent.resolve("secret");
        Files.writeString(secret, "the secret of this test's cluster");
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-")
                        || argument.startsWith("--sun-")
                        || argument.startsWith("--enable-"))
                .forEach(command::add);
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MemberMain.class.getName()));
        command.add("--member=" + memberId);
        command.add("--members=" + members.stream().map(MemberAddress::toString).collect(Collectors.joining(",")));
        command.add("--directory=" + directory(memberId, parent));
        command.add("--secret-file=" + secret);
        command.addAll(List.of(options));
        var log = parent.resolve("member-" + memberId + ".log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new MemberProcess(memberId, log, process);
    }

    public static Path directory(int memberId, Path parent) {
        return parent.resolve("member-" + memberId);
    }

    public int memberId() {
        return memberId;
    }

    /** As {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public void signal(String name) throws IOException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .onExit()
                .join();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public int awaitExit() throws InterruptedException {
        if (!process.waitFor(Await.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("member " + memberId + " still runs; " + output());
        }
        return process.exitValue();
    }

    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException missing) {
            return missing.toString();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
