package io.pharos.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.platform.catalogue.HouseAccount;
import io.pharos.platform.core.CoreCalls;
import io.pharos.platform.support.Browser;
import io.pharos.platform.support.Browser.Answer;
import io.pharos.platform.support.RunningPharos;
import io.pharos.protocol.PostingCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An instrument that is matched at the sandbox venue, over real FIX 4.4: as it should be, and as it should not. */
class VenueIT {
    private static final String SHARE = "NVDA";
    private static final int USD = 2;
    private static final String ABOVE_ALL_QUOTES = "200.00";
    private static final String BELOW_ALL_QUOTES = "20.00";

    private final Pharos pharos = RunningPharos.shared();
    private final Browser staff = Browser.staff(pharos);
    private final Browser customer = Browser.registered(pharos);

    @BeforeEach
    void connect() {
        await(
                "the venue",
                () -> staff.get("/api/v1/venues").text("/venues/0/up").equals("true"));
        long account = Long.parseLong(
                customer.get("/api/v1/session").text("/accountId").replace("acc_", ""));
        assertThat(pharos.context()
                        .getBean(CoreCalls.class)
                        .run(new CoreCommand.Transfer(
                                HouseAccount.BANK_CLEARING.accountId(),
                                account,
                                USD,
                                2_000_000,
                                PostingCode.DEPOSIT,
                                0))
                        .isAccepted())
                .isTrue();
    }

    @AfterEach
    void mend() {
        mode("NORMAL");
    }

    @Test
    void tradesThereAndTakesABustedTradeBack() {
        String order = place("BUY", ABOVE_ALL_QUOTES, "50");

        await("the fill", () -> field(order, "status").equals("FILLED"));
        assertThat(balance(SHARE)).isEqualTo("50");
        drill("BUST");

        await("the bust", () -> balance(SHARE).equals("0"));
        assertThat(balance("USD")).isEqualTo("20000.00");
        assertThat(field(order, "reason")).isEqualTo("VENUE_BUSTED");
        assertThat(customer.get("/api/v1/executions?orderId=" + order).text("/items/0/status"))
                .isEqualTo("BUSTED");
    }

    @Test
    void correctsATrade() {
        String order = place("BUY", ABOVE_ALL_QUOTES, "10");
        await("the fill", () -> field(order, "status").equals("FILLED"));
        String before = balance("USD");

        drill("CORRECT");

        await("the correction", () -> !balance("USD").equals(before));
        assertThat(balance(SHARE)).isEqualTo("10");
        assertThat(customer.get("/api/v1/executions?orderId=" + order)
                        .response()
                        .body())
                .contains("CORRECTED", "BOOKED");
    }

    @Test
    void cancelsOnlyWhenTheVenueSaysSo() {
        String order = place("BUY", BELOW_ALL_QUOTES, "5");
        await("the acknowledgement", () -> field(order, "venueState").equals("WORKING"));

        mode("STALL");
        assertThat(customer.delete("/api/v1/orders/" + order).status()).isEqualTo(200);
        await("the request", () -> field(order, "venueState").equals("PENDING_CANCEL"));
        assertThat(customer.delete("/api/v1/orders/" + order).code()).isEqualTo("REQUEST_PENDING");
        await("the doubt", () -> field(order, "venueState").equals("UNKNOWN"));
        mode("NORMAL");

        await("the answer", () -> field(order, "status").equals("CANCELLED"));
        assertThat(field(order, "reason")).isEqualTo("USER");
    }

    @Test
    void asksForAnOrderThatNeverArrived() {
        mode("STALL");
        String order = place("BUY", BELOW_ALL_QUOTES, "5");
        await("the doubt", () -> field(order, "venueState").equals("UNKNOWN"));
        assertThat(balance("USD")).isNotEqualTo("20000.00");

        mode("NORMAL");

        await("the answer", () -> field(order, "status").equals("CANCELLED"));
        assertThat(field(order, "reason")).isEqualTo("VENUE_REJECTED");
        assertThat(balance("USD")).isEqualTo("20000.00");
    }

    @Test
    void countsADuplicatedAndAReorderedReportOnce() {
        mode("DUPLICATE");
        String first = place("BUY", ABOVE_ALL_QUOTES, "10");
        await("the fill", () -> field(first, "status").equals("FILLED"));
        mode("REORDER");
        String second = place("BUY", ABOVE_ALL_QUOTES, "10");
        await("the fill", () -> field(second, "status").equals("FILLED"));

        assertThat(balance(SHARE)).isEqualTo("20");
    }

    @Test
    void refusesOrdersWhileTheVenueIsGoneAndGoesOnWhenItIsBack() {
        drill("DROP");
        List<String> taken = new ArrayList<>();

        await("a fill after the return", () -> {
            Answer answer = send("BUY", ABOVE_ALL_QUOTES, "1");
            if (answer.status() == 201) {
                taken.add(answer.text("/id"));
            } else {
                assertThat(answer.code()).isEqualTo("VENUE_UNAVAILABLE");
            }
            return taken.stream().anyMatch(order -> field(order, "status").equals("FILLED"));
        });
    }

    @Test
    void passesOnARefusalAndAnUnaskedCancellation() {
        mode("REJECT");
        String refused = place("BUY", BELOW_ALL_QUOTES, "5");
        await("the refusal", () -> field(refused, "reason").equals("VENUE_REJECTED"));
        mode("NORMAL");
        String order = place("BUY", BELOW_ALL_QUOTES, "5");
        await("the acknowledgement", () -> field(order, "venueState").equals("WORKING"));

        drill("CANCEL");

        await("the cancellation", () -> field(order, "reason").equals("VENUE_CANCELLED"));
        assertThat(balance("USD")).isEqualTo("20000.00");
    }

    @Test
    void isForStaffOnly() {
        assertThat(customer.get("/api/v1/venues").status()).isEqualTo(403);
        assertThat(customer.get("/api/v1/sandbox/venue").status()).isEqualTo(403);
        assertThat(staff.postOnce(
                                "/api/v1/venues/breaks/brk_999999/resolution",
                                UUID.randomUUID().toString(),
                                Map.of("reason", "a test"))
                        .code())
                .isEqualTo("BREAK_NOT_FOUND");
    }

    private String place(String side, String price, String quantity) {
        Answer answer = send(side, price, quantity);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return answer.text("/id");
    }

    private Answer send(String side, String price, String quantity) {
        return customer.postOnce(
                "/api/v1/orders",
                UUID.randomUUID().toString(),
                Map.of("symbol", SHARE, "side", side, "type", "LIMIT", "price", price, "quantity", quantity));
    }

    private String field(String order, String field) {
        return customer.get("/api/v1/orders/" + order).text("/" + field);
    }

    private String balance(String asset) {
        for (var item : customer.get("/api/v1/balances").json().at("/items")) {
            if (item.at("/asset").asString("").equals(asset)) {
                return item.at("/available").asString("");
            }
        }
        return "0";
    }

    private void mode(String mode) {
        assertThat(staff.post("/api/v1/sandbox/venue", Map.of("mode", mode)).text("/mode"))
                .isEqualTo(mode);
    }

    private void drill(String drill) {
        assertThat(staff.post("/api/v1/sandbox/venue/drills", Map.of("drill", drill))
                        .text("/done"))
                .isEqualTo("true");
    }

    private static void await(String what, BooleanSupplier condition) {
        for (int i = 0; i < 300; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(what, e);
            }
        }
        throw new AssertionError(what + " did not come");
    }
}
