package io.pharos.platform.peer;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpExchangeAdapterDecorator;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** Makes the clients of published interfaces whose role runs in another process. */
public final class Peers {
    private final PeerSettings settings;
    private final Map<String, PeerGuard> guards = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PeerGuard.CONNECT_TIMEOUT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    public Peers(PeerSettings settings) {
        this.settings = settings;
    }

    /** The role's guard, one for all that calls it. */
    public PeerGuard guard(String role) {
        return guards.computeIfAbsent(role, PeerGuard::new);
    }

    public Optional<URI> address(String role) {
        return settings.address(role);
    }

    /**
     * A client of {@code published}. Without an address for the role every call throws {@link RoleUnavailable}.
     *
     * @param published an interface with {@code @HttpExchange} methods
     */
    public <T> T client(String role, Class<T> published) {
        return settings.address(role)
                .map(address -> remote(role, address, published))
                .orElseGet(() -> absent(role, published));
    }

    /** An HTTP client for the role's address that shows the internal secret and keeps the time-outs. */
    public RestClient restClient(URI address) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(PeerGuard.READ_TIMEOUT);
        return RestClient.builder()
                .baseUrl(address.toString())
                .requestFactory(requests)
                .defaultHeader(
                        PeerSettings.SECRET_HEADER, settings.internalSecret().value())
                .build();
    }

    /**
     * Opens a WebSocket to the role's process and shows it the internal secret. Fails within {@code timeout}.
     *
     * @param headers more headers of the handshake
     * @throws RoleUnavailable when nobody knows where the role runs
     */
    public CompletableFuture<PeerSocket> openSocket(
            String role, String path, Map<String, String> headers, Duration timeout, PeerSocket.Receiver receiver) {
        URI address = settings.address(role).orElseThrow(() -> new RoleUnavailable(role, null, null));
        String scheme = "https".equals(address.getScheme()) ? "wss" : "ws";
        WebSocket.Builder builder = http.newWebSocketBuilder()
                .connectTimeout(timeout)
                .header(PeerSettings.SECRET_HEADER, settings.internalSecret().value());
        headers.forEach(builder::header);
        PeerSocket socket = new PeerSocket(receiver);
        return builder.buildAsync(URI.create(scheme + "://" + address.getRawAuthority() + path), socket.new Listener())
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(open -> socket)
                .whenComplete((open, failure) -> {
                    if (failure != null) {
                        socket.close(); // if it opens all the same, a moment too late
                    }
                });
    }

    private <T> T remote(String role, URI address, Class<T> published) {
        PeerGuard guard = guard(role);
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(restClient(address)))
                .exchangeAdapterDecorator(adapter -> new GuardedAdapter(adapter, guard))
                .build()
                .createClient(published);
    }

    private static <T> T absent(String role, Class<T> published) {
        InvocationHandler unavailable = (proxy, method, arguments) -> switch (method.getName()) {
            case "toString" -> published.getSimpleName() + " (role " + role + " runs nowhere)";
            case "hashCode" -> role.hashCode();
            case "equals" -> false;
            default -> throw new RoleUnavailable(role, null, null);
        };
        return published.cast(
                Proxy.newProxyInstance(published.getClassLoader(), new Class<?>[] {published}, unavailable));
    }

    /** Every exchange of a generated client goes through the guard. */
    private static final class GuardedAdapter extends HttpExchangeAdapterDecorator {
        private final PeerGuard guard;

        GuardedAdapter(HttpExchangeAdapter adapter, PeerGuard guard) {
            super(adapter);
            this.guard = guard;
        }

        @Override
        public void exchange(HttpRequestValues values) {
            guard.call(() -> {
                super.exchange(values);
                return true;
            });
        }

        @Override
        public HttpHeaders exchangeForHeaders(HttpRequestValues values) {
            return guard.call(() -> super.exchangeForHeaders(values));
        }

        @Override
        public <T> T exchangeForBody(HttpRequestValues values, ParameterizedTypeReference<T> type) {
            return guard.call(() -> super.exchangeForBody(values, type));
        }

        @Override
        public ResponseEntity<Void> exchangeForBodilessEntity(HttpRequestValues values) {
            return guard.call(() -> super.exchangeForBodilessEntity(values));
        }

        @Override
        public <T> ResponseEntity<T> exchangeForEntity(HttpRequestValues values, ParameterizedTypeReference<T> type) {
            return guard.call(() -> super.exchangeForEntity(values, type));
        }
    }
}
