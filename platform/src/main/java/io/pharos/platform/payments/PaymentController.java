package io.pharos.platform.payments;

import io.pharos.platform.catalogue.Catalogue;
import io.pharos.platform.catalogue.Catalogue.AssetEntry;
import io.pharos.platform.edge.Caller;
import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.edge.IdempotencyKey;
import io.pharos.platform.edge.IdempotentPosts;
import io.pharos.platform.edge.ProblemCode;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.instrument.Money;
import io.pharos.platform.instrument.Parsed;
import io.pharos.platform.payments.Payment.Kind;
import io.pharos.platform.payments.Payment.Status;
import io.pharos.platform.payments.PaymentTable.Order;
import io.pharos.protocol.AssetKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Deposits and withdrawals. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "payments", description = "Deposits and withdrawals through the bank")
final class PaymentController {
    /** In units of the currency: the largest single payment. */
    private static final long UNITS_MAX = 100_000_000;

    private static final int LIMIT_MAX = 200;

    private final PaymentTable payments;
    private final PaymentProcess process;
    private final IdempotentPosts posts;
    private final Catalogue catalogue;
    private final Clock clock;

    PaymentController(
            PaymentTable payments, PaymentProcess process, IdempotentPosts posts, Catalogue catalogue, Clock clock) {
        this.payments = payments;
        this.process = process;
        this.posts = posts;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** How much. */
    record PaymentForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Money amount) {}

    /** A payment as customers see it. */
    @Schema(name = "Payment")
    record PaymentView(
            String id,
            Kind kind,
            Money amount,
            Status status,
            @Nullable String reason,
            String receipt,
            Instant createdAt,
            Instant updatedAt,
            boolean sandbox) {}

    /** A page of payments, the newest first. */
    record PaymentPage(List<PaymentView> items, @Nullable String nextPageToken) {}

    @PostMapping("/deposits")
    @Operation(summary = "Pay in: the bank debits the customer's account there")
    @ApiResponse(
            responseCode = "201",
            description = "done: completed or rejected by the bank",
            content = @Content(schema = @Schema(implementation = PaymentView.class)))
    @ApiResponse(
            responseCode = "202",
            description = "the bank has not answered yet: ask for the payment",
            content = @Content(schema = @Schema(implementation = PaymentView.class)))
    ResponseEntity<?> deposit(@RequestBody PaymentForm form, Caller caller, IdempotencyKey key) {
        return pay(Kind.DEPOSIT, form, caller, key);
    }

    @PostMapping("/withdrawals")
    @Operation(summary = "Pay out: the money is held, sent by the bank, then taken from the balance")
    @ApiResponse(
            responseCode = "201",
            description = "done: completed or rejected by the bank",
            content = @Content(schema = @Schema(implementation = PaymentView.class)))
    @ApiResponse(
            responseCode = "202",
            description = "the bank has not answered yet: ask for the payment",
            content = @Content(schema = @Schema(implementation = PaymentView.class)))
    ResponseEntity<?> withdraw(@RequestBody PaymentForm form, Caller caller, IdempotencyKey key) {
        return pay(Kind.WITHDRAWAL, form, caller, key);
    }

    @GetMapping("/payments")
    @Operation(summary = "The customer's payments, the newest first")
    PaymentPage list(
            Caller caller,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String pageToken) {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw ProblemException.at("?limit", PaymentProblem.LIMIT_OUT_OF_RANGE, LIMIT_MAX);
        }
        long before = pageToken == null ? Long.MAX_VALUE : numberIn(pageToken, PaymentProblem.PAGE_TOKEN_INVALID);
        List<Payment> found = payments.list(caller.customerId(), before, limit + 1);
        List<Payment> page = found.subList(0, Math.min(limit, found.size()));
        return new PaymentPage(
                page.stream().map(this::view).toList(),
                found.size() > limit ? page.getLast().id() : null);
    }

    @GetMapping("/payments/{id}")
    @Operation(summary = "One payment")
    PaymentView get(@PathVariable String id, Caller caller) {
        return payments.find(numberIn(id, PaymentProblem.PAYMENT_NOT_FOUND))
                .filter(payment -> payment.customerId().equals(caller.customerId()))
                .map(this::view)
                .orElseThrow(() -> new ProblemException(PaymentProblem.PAYMENT_NOT_FOUND));
    }

    private ResponseEntity<?> pay(Kind kind, PaymentForm form, Caller caller, IdempotencyKey key) {
        AssetEntry asset = asset(form);
        long amountMinor = amount(form, asset);
        return posts.execute(caller, "POST /" + kind, key, form, command -> {
            Payment payment = payments.insert(
                    new Order(
                            caller.customerId(),
                            caller.accountId(),
                            key.value(),
                            UUID.randomUUID().toString().replace("-", ""),
                            kind,
                            asset.assetId(),
                            amountMinor),
                    clock.instant());
            // A repetition after a crash finds the worker's payment, which may be under way: it is looked at, not
            // moved.
            Payment reached = command.resumed() ? payment : process.advance(payment);
            return answer(reached);
        });
    }

    private ResponseEntity<PaymentView> answer(Payment payment) {
        String reason = payment.reason();
        if (payment.status() == Status.REJECTED && payment.holdId() == 0 && payment.kind() == Kind.WITHDRAWAL) {
            throw refused(reason);
        }
        boolean done = payment.status() == Status.COMPLETED || payment.status() == Status.REJECTED;
        return ResponseEntity.status(done ? HttpStatus.CREATED : HttpStatus.ACCEPTED)
                .body(view(payment));
    }

    /** The core refused the hold: nothing has happened. */
    private static ProblemException refused(@Nullable String reason) {
        return switch (String.valueOf(reason)) {
            case "INSUFFICIENT_FUNDS" -> ProblemException.at("/amount/amount", PaymentProblem.INSUFFICIENT_FUNDS);
            case "PROCEEDS_UNSETTLED" -> ProblemException.at("/amount/amount", PaymentProblem.PROCEEDS_UNSETTLED);
            case "RECEIVABLE_OPEN" -> new ProblemException(PaymentProblem.RECEIVABLE_OPEN);
            case "ACCOUNT_NOT_FOUND" -> new ProblemException(PaymentProblem.ACCOUNT_NOT_FOUND);
            default -> new ProblemException(PaymentProblem.PAYMENT_REFUSED, String.valueOf(reason));
        };
    }

    private AssetEntry asset(PaymentForm form) {
        Money money = form.amount();
        if (money == null || money.asset() == null || money.amount() == null) {
            throw ProblemException.at("/amount", EdgeProblem.VALUE_MISSING);
        }
        AssetEntry asset = catalogue
                .asset(money.asset())
                .orElseThrow(() ->
                        ProblemException.at("/amount/asset", PaymentProblem.ASSET_NOT_FOUND, printable(money.asset())));
        if (asset.kind() != AssetKind.CURRENCY) {
            throw ProblemException.at("/amount/asset", PaymentProblem.ASSET_NOT_PAYABLE, asset.code());
        }
        return asset;
    }

    private static long amount(PaymentForm form, AssetEntry asset) {
        Money money = form.amount();
        Parsed parsed = asset.asset().parse(money == null ? "" : money.amount());
        if (parsed instanceof Parsed.Refused refused) {
            ProblemCode code = switch (refused.reason()) {
                case TOO_MANY_DECIMALS -> EdgeProblem.TOO_MANY_DECIMALS;
                case OVERFLOW -> EdgeProblem.OVERFLOW;
                case NOT_A_NUMBER, OFF_TICK, OFF_LOT -> EdgeProblem.NOT_A_NUMBER;
            };
            throw ProblemException.at("/amount/amount", code, asset.scale());
        }
        long amountMinor = ((Parsed.Exact) parsed).value();
        if (amountMinor <= 0) {
            throw ProblemException.at("/amount/amount", PaymentProblem.AMOUNT_NOT_POSITIVE);
        }
        long maxMinor = UNITS_MAX * (long) Math.pow(10, asset.scale());
        if (amountMinor > maxMinor) {
            throw ProblemException.at("/amount/amount", PaymentProblem.AMOUNT_ABOVE_LIMIT, UNITS_MAX, asset.code());
        }
        return amountMinor;
    }

    private PaymentView view(Payment payment) {
        AssetEntry asset = catalogue.assets().stream()
                .filter(entry -> entry.assetId() == payment.assetId())
                .findFirst()
                .orElseThrow();
        return new PaymentView(
                payment.id(),
                payment.kind(),
                asset.asset().money(payment.amountMinor()),
                payment.status(),
                payment.reason(),
                receipt(payment),
                payment.createdAt(),
                payment.updatedAt(),
                true);
    }

    /** A receipt number: the kind, the day and the payment's number, as {@code D20260102-00000017}. */
    private static String receipt(Payment payment) {
        return String.format(
                Locale.ROOT,
                "%s%s-%08d",
                payment.kind() == Kind.DEPOSIT ? "D" : "W",
                DateTimeFormatter.BASIC_ISO_DATE.format(
                        payment.createdAt().atOffset(ZoneOffset.UTC).toLocalDate()),
                payment.number());
    }

    private static long numberIn(String id, ProblemCode otherwise) {
        if (!id.matches("pay_[1-9][0-9]{0,17}")) {
            throw new ProblemException(otherwise);
        }
        return Long.parseLong(id.substring("pay_".length()));
    }

    private static String printable(String text) {
        return text.substring(0, Math.min(text.length(), 20)).replaceAll("[^A-Za-z0-9]", "?");
    }
}
