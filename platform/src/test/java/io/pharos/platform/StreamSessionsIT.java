package io.pharos.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.platform.database.Databases;
import io.pharos.platform.support.Browser;
import io.pharos.platform.support.RunningPharos;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A stream lives no longer than the session that opened it. */
class StreamSessionsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SESSION_ENDED = 4401;

    private final Pharos pharos = RunningPharos.shared();
    private final Browser browser = Browser.registered(pharos);
    private final String customer = browser.get("/api/v1/session").text("/customerId");

    @Test
    void signingOutClosesWhatFollowsTheAccount() {
        Stream stream = new Stream("/api/v1/stream");
        stream.socket
                .sendText("{\"op\":\"subscribe\",\"channel\":\"account\"}", true)
                .join();
        assertThat(stream.first()).contains("\"snapshot\"");
        browser.delete("/api/v1/session");
        assertThat(stream.closeCode()).isEqualTo(SESSION_ENDED);
    }

    @Test
    void signingOutClosesTheOrderStream() {
        Stream stream = new Stream("/api/v1/orders/stream");
        stream.socket.sendText("{\"id\":\"1\",\"op\":\"nonsense\"}", true).join();
        assertThat(stream.first()).contains("\"id\":\"1\"");
        browser.delete("/api/v1/session");
        assertThat(stream.closeCode()).isEqualTo(SESSION_ENDED);
    }

    @Test
    void aSessionThatIsRevokedElsewhereClosesThem() {
        Stream account = new Stream("/api/v1/stream");
        Stream orders = new Stream("/api/v1/orders/stream");
        change("DELETE FROM session WHERE customer_id = :customer");
        assertThat(account.closeCode()).isEqualTo(SESSION_ENDED);
        assertThat(orders.closeCode()).isEqualTo(SESSION_ENDED);
    }

    @Test
    void aSessionThatExpiresClosesThem() {
        Stream account = new Stream("/api/v1/stream");
        Stream orders = new Stream("/api/v1/orders/stream");
        change("UPDATE session SET expires_at = now() WHERE customer_id = :customer");
        assertThat(account.closeCode()).isEqualTo(SESSION_ENDED);
        assertThat(orders.closeCode()).isEqualTo(SESSION_ENDED);
    }

    @Test
    void onlyWorkOverTheOrderStreamKeepsAnIdleSessionAlive() throws InterruptedException {
        Stream orders = new Stream("/api/v1/orders/stream");
        change("UPDATE session SET last_seen_at = now() - interval '1 hour' WHERE customer_id = :customer");
        orders.socket.sendText("{\"id\":\"1\",\"op\":\"nonsense\"}", true).join();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (idleMinutes() > 1 && System.nanoTime() < deadline) {
            Thread.sleep(100);
        }
        assertThat(idleMinutes()).isLessThan(1);
    }

    private void change(String sql) {
        pharos.context()
                .getBean(Databases.class)
                .open("edge")
                .jdbc()
                .sql(sql)
                .param("customer", customer)
                .update();
    }

    private long idleMinutes() {
        return pharos.context()
                .getBean(Databases.class)
                .open("edge")
                .jdbc()
                .sql("""
                        SELECT extract(epoch FROM now() - max(last_seen_at)) / 60
                        FROM session WHERE customer_id = :customer""")
                .param("customer", customer)
                .query(Double.class)
                .single()
                .longValue();
    }

    /** A connection of the customer. */
    private final class Stream implements WebSocket.Listener {
        private final CompletableFuture<String> first = new CompletableFuture<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder text = new StringBuilder();
        private final WebSocket socket;

        Stream(String path) {
            this.socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .header("Cookie", "pharos_session=" + browser.cookie("pharos_session"))
                    .buildAsync(URI.create("ws://" + pharos.address().getAuthority() + path), this)
                    .join();
        }

        String first() {
            return first.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        }

        int closeCode() {
            return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket open, CharSequence data, boolean last) {
            text.append(data);
            if (last && !text.toString().contains("heartbeat")) {
                first.complete(text.toString());
            }
            open.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket open, int code, String reason) {
            closed.complete(code);
            return null;
        }
    }
}
