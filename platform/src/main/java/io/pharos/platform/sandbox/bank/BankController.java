package io.pharos.platform.sandbox.bank;

import io.pharos.platform.iso20022.Iso20022Xml;
import io.pharos.platform.iso20022.Iso20022Xml.MalformedMessage;
import io.pharos.platform.iso20022.PaymentInitiation;
import io.pharos.platform.iso20022.StatusReport;
import io.pharos.platform.iso20022.StatusReport.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The bank's door: {@code POST /sandbox/bank/payments} takes pain.001 and pain.008 and answers with pain.002;
 * {@code GET /sandbox/bank/payments/ID} answers with pain.002 too.
 */
@RestController
final class BankController implements SandboxBank {
    /** Longer than any caller waits. */
    static final Duration SILENCE = Duration.ofSeconds(6);

    static final Duration DELAY = Duration.ofSeconds(3);

    /** ISO: insufficient funds. */
    private static final String INSUFFICIENT_FUNDS = "AM04";

    private final BankBooks books;
    private final Clock clock;

    BankController(BankBooks books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    @PostMapping(
            path = "/sandbox/bank/payments",
            consumes = MediaType.APPLICATION_XML_VALUE,
            produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<String> initiate(@RequestBody String xml) throws InterruptedException {
        PaymentInitiation payment;
        try {
            payment = Iso20022Xml.readInitiation(xml);
        } catch (MalformedMessage e) {
            return ResponseEntity.badRequest().build();
        }
        Mode mode = books.mode();
        if (mode != Mode.LOSE) {
            Instant now = clock.instant();
            books.write(
                    payment,
                    mode == Mode.REJECT ? INSUFFICIENT_FUNDS : null,
                    now,
                    mode == Mode.DELAY ? now.plus(DELAY) : now);
        }
        return answer(payment.endToEndId(), mode);
    }

    @GetMapping(path = "/sandbox/bank/payments/{endToEndId}", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<String> status(@PathVariable String endToEndId) throws InterruptedException {
        Mode mode = books.mode();
        return answer(endToEndId, mode == Mode.LOSE ? Mode.NORMAL : mode);
    }

    @Override
    public Mode mode() {
        return books.mode();
    }

    @Override
    public void change(Mode mode) {
        books.change(mode);
    }

    private ResponseEntity<String> answer(String endToEndId, Mode mode) throws InterruptedException {
        if (mode == Mode.TIMEOUT || mode == Mode.LOSE) {
            Thread.sleep(SILENCE);
        }
        Optional<BankBooks.Entry> entry = books.find(endToEndId);
        if (entry.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok(Iso20022Xml.write(report(endToEndId, entry.get())));
    }

    private StatusReport report(String endToEndId, BankBooks.Entry entry) {
        Instant now = clock.instant();
        String rejectedFor = entry.rejectedFor();
        Status status = rejectedFor != null ? Status.RJCT : now.isBefore(entry.settlesAt()) ? Status.ACSP : Status.ACSC;
        return new StatusReport(
                endToEndId, entry.kind().message(), now, status, rejectedFor == null ? "" : rejectedFor);
    }
}
