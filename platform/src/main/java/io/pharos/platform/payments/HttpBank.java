package io.pharos.platform.payments;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.pharos.platform.host.Secret;
import io.pharos.platform.iso20022.Iso20022Xml;
import io.pharos.platform.iso20022.Iso20022Xml.MalformedMessage;
import io.pharos.platform.iso20022.PaymentInitiation;
import io.pharos.platform.iso20022.StatusReport;
import io.pharos.platform.peer.PeerSettings;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bank that speaks ISO 20022 over HTTP. After half of the last ten calls failed, none is tried for five seconds.
 * Thread-safe.
 */
final class HttpBank implements BankGateway {
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(HttpBank.class);
    private static final String XML = "application/xml";

    private final Supplier<URI> address;
    private final Secret secret;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT_TIMEOUT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "bank",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(10)
                    .minimumNumberOfCalls(6)
                    .failureRateThreshold(50)
                    .waitDurationInOpenState(Duration.ofSeconds(5))
                    .permittedNumberOfCallsInHalfOpenState(2)
                    .build());

    /**
     * A bank at an address.
     *
     * @param address asked at each call, as the sandbox's port is known only once the web server runs
     * @param secret what the bank knows us by
     */
    HttpBank(Supplier<URI> address, Secret secret) {
        this.address = address;
        this.secret = secret;
    }

    @Override
    public Answer send(PaymentInitiation payment) {
        return call(request("").header("Content-Type", XML).POST(BodyPublishers.ofString(Iso20022Xml.write(payment))));
    }

    @Override
    public Answer ask(String endToEndId) {
        return call(request("/" + endToEndId).GET());
    }

    /** Whether calls are being let through. */
    boolean isTrusted() {
        return breaker.getState() != CircuitBreaker.State.OPEN;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address.get() + "/payments" + path))
                .timeout(ANSWER_TIMEOUT)
                .header("Accept", XML)
                .header(PeerSettings.SECRET_HEADER, secret.value());
    }

    private Answer call(HttpRequest.Builder request) {
        try {
            return breaker.executeCallable(() -> read(http.send(request.build(), BodyHandlers.ofString())));
        } catch (CallNotPermittedException | ConnectException | HttpConnectTimeoutException e) {
            LOG.info("The bank was not reached: {}", e.toString());
            return new Answer.NotReached();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Silent();
        } catch (Exception e) {
            LOG.info("The bank gave no answer: {}", e.toString());
            return new Answer.Silent();
        }
    }

    private static Answer read(HttpResponse<String> response) throws IOException {
        if (response.statusCode() == 404) {
            return new Answer.NotKnown();
        }
        if (response.statusCode() != 200) {
            throw new IOException("status " + response.statusCode());
        }
        try {
            StatusReport report = Iso20022Xml.readStatus(response.body());
            return switch (report.status()) {
                case ACSC -> new Answer.Settled();
                case ACSP, PDNG -> new Answer.Pending();
                case RJCT -> new Answer.Rejected(report.reason());
            };
        } catch (MalformedMessage e) {
            throw new IOException("not a status report", e);
        }
    }
}
