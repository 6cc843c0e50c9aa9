package io.pharos.cluster.testing;

import io.pharos.cluster.client.CoreClient;
import io.pharos.cluster.message.CommandReply;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** Sends orders without pause, many in flight, until it is closed. */
public final class OrderFlow implements AutoCloseable {

    private final CoreClient client;
    private final Semaphore window;
    private final List<CompletionStage<CommandReply>> replies = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean running = true;
    private final AtomicLong sent = new AtomicLong();

    public OrderFlow(CoreClient client, int inFlight) {
        this.client = client;
        this.window = new Semaphore(inFlight);
        this.thread = Thread.ofPlatform().name("order-flow").start(this::run);
    }

    private void run() {
        var sentReplies = new java.util.ArrayList<CompletionStage<CommandReply>>();
        while (running) {
            window.acquireUninterruptibly();
            var reply = client.submit(Market.order(sent.getAndIncrement()));
            sentReplies.add(reply.whenComplete((answer, problem) -> window.release()));
        }
        replies.addAll(sentReplies);
    }

    public long sent() {
        return sent.get();
    }

    /** Stops sending, and gives the reply of each order in the order of sending. */
    public List<CommandReply> finish() throws Exception {
        running = false;
        thread.join();
        var answers = new java.util.ArrayList<CommandReply>();
        for (var reply : replies) {
            answers.add(Await.reply(reply));
        }
        return answers;
    }

    @Override
    public void close() {
        running = false;
        window.release(1_000);
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
