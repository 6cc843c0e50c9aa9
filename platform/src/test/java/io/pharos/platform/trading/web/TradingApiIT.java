package io.pharos.platform.trading.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.cluster.journal.JournalReader;
import io.pharos.cluster.journal.JournalSource;
import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.message.CoreEvent;
import io.pharos.platform.Options;
import io.pharos.platform.Pharos;
import io.pharos.platform.StartReport;
import io.pharos.platform.catalogue.HouseAccount;
import io.pharos.platform.core.CoreCalls;
import io.pharos.platform.trading.web.ApiClient.Answer;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.PostingCode;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole platform in this process: a core member, PostgreSQL, HTTP. The participants keep still. */
class TradingApiIT {
    @TempDir
    private Path directory;

    /** A request that must be refused: the members of an order on AAPL that differ from a good one. */
    private record BadOrder(String what, String fields, int status, String code) {}

    private static final List<BadOrder> BAD_ORDERS = List.of(
            new BadOrder("unknown instrument", "'symbol':'NOPE'", 404, "INSTRUMENT_NOT_FOUND"),
            new BadOrder("no instrument", "'symbol':null", 400, "VALUE_MISSING"),
            new BadOrder("unknown side", "'side':'HOLD'", 400, "VALUE_MALFORMED"),
            new BadOrder("off-tick price", "'price':'100.005'", 422, "OFF_TICK"),
            new BadOrder(
                    "off-tick price of a coin", "'symbol':'BTC-CNY','price':'480005','quantity':'1'", 422, "OFF_TICK"),
            new BadOrder("price with too many decimals", "'price':'100.000000001'", 400, "TOO_MANY_DECIMALS"),
            new BadOrder("quantity with too many decimals", "'quantity':'1.5'", 400, "TOO_MANY_DECIMALS"),
            new BadOrder("off-lot quantity", "'symbol':'000001','price':'11.50','quantity':'150'", 422, "OFF_LOT"),
            new BadOrder(
                    "quantity between two lots",
                    "'symbol':'BTC-CNY','price':'480000','quantity':'0.0005'",
                    422,
                    "OFF_LOT"),
            new BadOrder("price zero", "'price':'0'", 422, "PRICE_NOT_POSITIVE"),
            new BadOrder("price negative", "'price':'-1'", 422, "PRICE_NOT_POSITIVE"),
            new BadOrder("quantity zero", "'quantity':'0'", 422, "QUANTITY_NOT_POSITIVE"),
            new BadOrder("quantity negative", "'quantity':'-5'", 422, "QUANTITY_NOT_POSITIVE"),
            new BadOrder("quantity overflow", "'quantity':'99999999999999999999'", 400, "OVERFLOW"),
            new BadOrder("price overflow", "'price':'99999999999999999999'", 400, "OVERFLOW"),
            new BadOrder("price beyond the core's range", "'price':'92233720368547758'", 422, "PRICE_TOO_LARGE"),
            new BadOrder("huge exponent", "'price':'1e999999'", 400, "NOT_A_NUMBER"),
            new BadOrder("huge exponent as a number", "'price':1e99", 400, "NOT_A_NUMBER"),
            new BadOrder("not a number", "'quantity':'many'", 400, "NOT_A_NUMBER"),
            new BadOrder("quantity above the limit", "'quantity':'1000001'", 422, "QUANTITY_TOO_LARGE"),
            new BadOrder("no price", "'price':null", 422, "PRICE_REQUIRED"),
            new BadOrder(
                    "market order that rests", "'type':'MARKET','timeInForce':'GTC'", 422, "TIME_IN_FORCE_NOT_ALLOWED"),
            new BadOrder("post-only market order", "'type':'MARKET','postOnly':true", 422, "POST_ONLY_NOT_ALLOWED"),
            new BadOrder("insufficient money", "'price':'230','quantity':'1000000'", 422, "INSUFFICIENT_FUNDS"),
            new BadOrder("insufficient holdings", "'side':'SELL','quantity':'1000'", 422, "INSUFFICIENT_HOLDINGS"),
            new BadOrder("halted instrument", "'symbol':'MSFT'", 422, "INSTRUMENT_HALTED"),
            new BadOrder(
                    "price outside the band",
                    "'symbol':'000001','price':'20.00','quantity':'100'",
                    422,
                    "PRICE_OUTSIDE_BAND"),
            new BadOrder("nothing to trade with", "'type':'MARKET','price':null", 422, "NO_LIQUIDITY"),
            new BadOrder(
                    "stop that is immediate",
                    "'type':'STOP','triggerPrice':'300.00','timeInForce':'IOC'",
                    422,
                    "TIME_IN_FORCE_NOT_ALLOWED"),
            new BadOrder("order at the open", "'timeInForce':'AT_OPEN'", 422, "NOT_IN_THIS_PHASE"),
            new BadOrder("good till no date", "'timeInForce':'GTD'", 422, "EXPIRY_INVALID"),
            new BadOrder(
                    "good till a date gone by",
                    "'timeInForce':'GTD','expiresAt':'2001-01-01T00:00:00Z'",
                    422,
                    "EXPIRY_INVALID"),
            new BadOrder("end without good till date", "'expiresAt':'2101-01-01T00:00:00Z'", 422, "EXPIRY_INVALID"),
            new BadOrder(
                    "end beyond the clock",
                    "'timeInForce':'GTD','expiresAt':'9999-01-01T00:00:00Z'",
                    422,
                    "EXPIRY_INVALID"),
            new BadOrder("no time", "'timeInForce':'GTD','expiresAt':'tomorrow'", 400, "VALUE_MALFORMED"),
            new BadOrder("stop without a trigger price", "'type':'STOP'", 422, "TRIGGER_INVALID"),
            new BadOrder("trigger price of a limit order", "'triggerPrice':'90.00'", 422, "TRIGGER_INVALID"),
            new BadOrder("off-tick trigger price", "'type':'STOP','triggerPrice':'90.001'", 422, "OFF_TICK"),
            new BadOrder("trigger price zero", "'type':'STOP','triggerPrice':'0'", 422, "PRICE_NOT_POSITIVE"),
            new BadOrder("trail without a distance", "'type':'TRAILING_STOP'", 422, "TRIGGER_INVALID"),
            new BadOrder(
                    "trail with two distances",
                    "'type':'TRAILING_STOP','trailAmount':'1.00','trailPercent':'1'",
                    422,
                    "TRIGGER_INVALID"),
            new BadOrder("trail of all", "'type':'TRAILING_STOP','trailPercent':'100'", 422, "TRIGGER_INVALID"),
            new BadOrder("trail too fine", "'type':'TRAILING_STOP','trailPercent':'0.00001'", 400, "TOO_MANY_DECIMALS"),
            new BadOrder(
                    "stop-limit without a price",
                    "'type':'STOP_LIMIT','triggerPrice':'90.00','price':null",
                    422,
                    "PRICE_REQUIRED"),
            new BadOrder("iceberg that shows all", "'displayQuantity':'1'", 422, "DISPLAY_INVALID"),
            new BadOrder(
                    "iceberg that cannot rest",
                    "'quantity':'9','displayQuantity':'1','timeInForce':'IOC'",
                    422,
                    "DISPLAY_INVALID"),
            new BadOrder(
                    "minimum of a stop",
                    "'type':'STOP','triggerPrice':'300.00','minimumQuantity':'1'",
                    422,
                    "MINIMUM_INVALID"),
            new BadOrder("minimum that is not there", "'minimumQuantity':'1'", 422, "MINIMUM_NOT_MET"),
            new BadOrder("repricing without post-only", "'reprice':true", 422, "POST_ONLY_NOT_ALLOWED"),
            new BadOrder("unknown prevention", "'selfTradePrevention':'SOMETIMES'", 400, "VALUE_MALFORMED"),
            new BadOrder("malformed own id", "'clientOrderId':'two words'", 400, "VALUE_MALFORMED"));

    @Test
    void refusesBadInputWithStableCodesAndKeepsEveryOrderAndBalanceOverARestart() throws Exception {
        String balancesBefore;
        String ordersBefore;
        String[] session = new String[1];
        try (Pharos pharos = start();
                ApiClient customer = new ApiClient(pharos.address());
                ApiClient other = new ApiClient(pharos.address())) {
            long account = customer.register();
            other.register();
            CoreCalls core = pharos.context().getBean(CoreCalls.class);
            fund(core, account);
            assertThat(core.run(new CoreCommand.HaltInstrument(4)).outcome()).isEqualTo(Outcome.ACCEPTED);

            String order = tradesAndLooks(customer, other);
            waitsHidesAndExpires(customer);
            refusesBadOrders(pharos, customer, account);
            refusesBadBodies(customer, other, order);

            balancesBefore = customer.get("/balances").body().path("items").toString();
            ordersBefore = customer.get("/orders").body().path("items").toString();
            session[0] = customer.get("/session").body().path("email").asString();
            assertThat(customer.get("/orders?state=open").body().path("items").toString())
                    .contains("PARTIALLY_FILLED");
            restartKeeps(pharos, customer, balancesBefore, ordersBefore);
        }
        assertThat(session[0]).isNotEmpty();
    }

    /** Orders that rest, fill partly, are changed; and somebody else's that nobody sees. */
    private static String tradesAndLooks(ApiClient customer, ApiClient other) throws Exception {
        Answer placed = customer.post("/orders", order("'quantity':'100','price':'200.00','clientOrderId':'mine-1'"));
        assertThat(placed.status()).as("%s", placed).isEqualTo(201);
        String id = placed.body().path("id").asString();
        Answer sold = customer.post("/orders", order("'side':'SELL','quantity':'40','price':'200.00'"));
        assertThat(sold.body().path("status").asString()).isEqualTo("FILLED");
        assertThat(sold.body().path("averagePrice").asString()).isEqualTo("200.0000");

        Answer seen = customer.get("/orders?clientOrderId=mine-1");
        assertThat(seen.body().path("items").path(0).path("filledQuantity").asString())
                .isEqualTo("40");
        Answer changed = customer.send("PATCH", "/orders/" + id, "{\"quantity\":\"90\"}", "en");
        assertThat(changed.body().path("remainingQuantity").asString())
                .as("%s", changed)
                .isEqualTo("50");
        assertThat(customer.get("/executions").body().path("items")).hasSize(2);
        assertThat(customer.get("/positions")
                        .body()
                        .path("marketData")
                        .path("available")
                        .asBoolean())
                .isTrue();

        for (Answer foreign : List.of(
                other.get("/orders/" + id),
                other.send("PATCH", "/orders/" + id, "{\"quantity\":\"80\"}", "en"),
                other.send("DELETE", "/orders/" + id, "", "en"))) {
            assertThat(foreign.status()).isEqualTo(404);
            assertThat(foreign.code()).isEqualTo("ORDER_NOT_FOUND");
        }
        return id;
    }

    /** Stops that wait, hold nothing, are moved, set off and cancelled; an iceberg; an order that ends at a time. */
    private static void waitsHidesAndExpires(ApiClient customer) throws Exception {
        String before = customer.get("/balances").body().path("items").toString();
        Answer stop = customer.post("/orders", order("'side':'SELL','type':'STOP','triggerPrice':'150','price':null"));
        assertThat(stop.status()).as("%s", stop).isEqualTo(201);
        assertThat(stop.body().path("status").asString()).isEqualTo("PENDING_TRIGGER");
        assertThat(stop.body().path("triggerPrice").asString()).isEqualTo("150.00");
        assertThat(customer.get("/balances").body().path("items").toString()).isEqualTo(before);
        String id = stop.body().path("id").asString();
        Answer moved = customer.send("PATCH", "/orders/" + id, "{\"triggerPrice\":\"160.00\"}", "en");
        assertThat(moved.body().path("triggerPrice").asString()).as("%s", moved).isEqualTo("160.00");
        assertThat(customer.send("PATCH", "/orders/" + id, "{\"triggerPrice\":\"160.00\"}", "en")
                        .code())
                .isEqualTo("NO_CHANGE");
        assertThat(customer.get("/orders?state=open").body().path("items").toString())
                .contains(id);
        assertThat(cancelled(customer, stop).path("orderedType").asString()).isEqualTo("STOP");

        Answer trailing = customer.post(
                "/orders", order("'side':'SELL','type':'TRAILING_STOP','trailPercent':'2.5','price':null"));
        assertThat(trailing.body().path("triggerPrice").asString())
                .as("%s", trailing)
                .isEqualTo("195.00");
        assertThat(trailing.body().path("trailPercent").asString()).isEqualTo("2.5");
        cancelled(customer, trailing);

        Answer setOff = customer.post(
                "/orders", order("'side':'SELL','type':'STOP','triggerPrice':'205.00','price':null,'quantity':'5'"));
        assertThat(setOff.body().path("status").asString()).as("%s", setOff).isEqualTo("FILLED");
        assertThat(setOff.body().path("type").asString()).isEqualTo("MARKET");
        assertThat(setOff.body().path("orderedType").asString()).isEqualTo("STOP");
        assertThat(setOff.body().path("averagePrice").asString()).isEqualTo("200.0000");

        Answer iceberg = customer.post(
                "/orders",
                order("'side':'SELL','price':'210.00','quantity':'40','displayQuantity':'10','timeInForce':'GTD',"
                        + "'expiresAt':'2101-01-01T00:00:00Z'"));
        assertThat(iceberg.body().path("expiresAt").asString())
                .as("%s", iceberg)
                .isEqualTo("2101-01-01T00:00:00Z");
        Answer own = customer.post(
                "/orders", order("'price':'210.00','quantity':'3','selfTradePrevention':'CANCEL_NEWEST'"));
        assertThat(own.body().path("status").asString()).as("%s", own).isEqualTo("CANCELLED");
        assertThat(own.body().path("reason").asString()).isEqualTo("SELF_TRADE");
        Answer repriced =
                customer.post("/orders", order("'price':'215.00','postOnly':true,'reprice':true,'timeInForce':'DAY'"));
        assertThat(repriced.body().path("price").asString()).as("%s", repriced).isEqualTo("209.99");
        cancelled(customer, repriced);
        assertThat(cancelled(customer, iceberg).path("displayQuantity").asString())
                .isEqualTo("10");
    }

    private static JsonNode cancelled(ApiClient customer, Answer placed) throws Exception {
        Answer answer =
                customer.send("DELETE", "/orders/" + placed.body().path("id").asString(), "", "en");
        assertThat(answer.body().path("status").asString()).as("%s", answer).isEqualTo("CANCELLED");
        return answer.body();
    }

    private static void refusesBadOrders(Pharos pharos, ApiClient customer, long account) throws Exception {
        Answer before = customer.get("/balances");
        for (BadOrder bad : BAD_ORDERS) {
            Answer english = customer.post("/orders", order(bad.fields()));
            Answer chinese = customer.send("POST", "/orders", order(bad.fields()), "zh-CN");
            assertThat(english.code()).as("%s: %s", bad.what(), english).isEqualTo(bad.code());
            assertThat(english.status()).as(bad.what()).isEqualTo(bad.status());
            assertThat(chinese.code()).as(bad.what()).isEqualTo(bad.code());
            assertThat(chinese.body().path("title").asString()).as(bad.what()).containsPattern("\\p{IsHan}");
            assertThat(english.body().path("title").asString()).as(bad.what()).doesNotContainPattern("\\p{IsHan}");
        }
        assertThat(customer.get("/balances").body().path("items"))
                .isEqualTo(before.body().path("items"));
        // And by the core's own record: nothing touched the account but refusals.
        assertThat(eventsAfter(pharos, before.body().path("sequence").asLong()))
                .noneMatch(event -> event instanceof CoreEvent.OrderAccepted
                        || event instanceof CoreEvent.Traded
                        || (event instanceof CoreEvent.Posted posted
                                && (posted.debitAccountId() == account || posted.creditAccountId() == account)));
    }

    private static void refusesBadBodies(ApiClient customer, ApiClient other, String order) throws Exception {
        assertThat(customer.post("/orders", "{\"symbol\":").code()).isEqualTo("MALFORMED_JSON");
        assertThat(customer.post("/orders", "[".repeat(5_000)).code()).isIn("JSON_TOO_DEEP", "MALFORMED_JSON");
        assertThat(customer.post("/orders", "{\"symbol\":\"" + "A".repeat(3_000_000) + "\"}")
                        .code())
                .isEqualTo("PAYLOAD_TOO_LARGE");
        String key = UUID.randomUUID().toString();
        Answer first = customer.send("POST", "/orders", order("'price':'150.00'"), "en", key);
        Answer again = customer.send("POST", "/orders", order("'price':'150.00'"), "en", key);
        Answer another = customer.send("POST", "/orders", order("'price':'151.00'"), "en", key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.body().path("id")).isEqualTo(first.body().path("id"));
        assertThat(another.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(customer.post("/orders", order("'clientOrderId':'mine-1'")).code())
                .isEqualTo("DUPLICATE_CLIENT_ORDER_ID");
        Answer stale = customer.get("/orders?pageToken=%21%21");
        assertThat(stale.code()).isEqualTo("PAGE_TOKEN_INVALID");
        assertThat(other.get("/orders").body().path("items")).isEmpty();
        assertThat(customer.get("/orders/" + order).status()).isEqualTo(200);
    }

    /** The same data directory, a new process's worth of everything else: the session, orders and balances are back. */
    private void restartKeeps(Pharos running, ApiClient customer, String balances, String orders) throws Exception {
        int port = running.address().getPort();
        running.close();
        try (Pharos again = start(port)) {
            assertThat(again.address()).isEqualTo(running.address());
            assertThat(customer.get("/balances").body().path("items").toString())
                    .isEqualTo(balances);
            assertThat(customer.get("/orders").body().path("items").toString()).isEqualTo(orders);
            assertThat(customer.post("/orders", order("'price':'149.00'")).status())
                    .isEqualTo(201);
        }
    }

    private static List<CoreEvent> eventsAfter(Pharos pharos, long sequence) throws Exception {
        long last = pharos.context()
                .getBean(CoreCalls.class)
                .run(new CoreCommand.TakeDigest())
                .sequence();
        List<CoreEvent> events = new ArrayList<>();
        CompletableFuture<Boolean> complete = new CompletableFuture<>();
        try (JournalReader reader = JournalReader.open(
                "test", pharos.context().getBean(JournalSource.class), sequence, (batch, position) -> {
                    events.addAll(batch);
                    if (position.sequence() >= last) {
                        complete.complete(true);
                    }
                })) {
            complete.get(60, TimeUnit.SECONDS);
            assertThat(reader.status().error()).isNull();
        }
        return events;
    }

    private static void fund(CoreCalls core, long account) {
        for (CoreCommand command : List.of(
                new CoreCommand.Transfer(
                        HouseAccount.BANK_CLEARING.accountId(), account, 2, 5_000_000, PostingCode.DEPOSIT, 0),
                new CoreCommand.Transfer(
                        HouseAccount.BANK_CLEARING.accountId(), account, 1, 100_000_000, PostingCode.DEPOSIT, 0),
                new CoreCommand.Transfer(
                        HouseAccount.ISSUANCE.accountId(), account, 103, 500, PostingCode.ISSUANCE, 0))) {
            assertThat(core.run(command).outcome()).isEqualTo(Outcome.ACCEPTED);
        }
    }

    /** A good order on AAPL with these members added or replaced; single quotes stand for double ones. */
    private static String order(String fields) {
        String good = "'symbol':'AAPL','side':'BUY','type':'LIMIT','price':'100.00','quantity':'1'";
        StringBuilder members = new StringBuilder(fields);
        for (String member : good.split(",", -1)) {
            String name = member.substring(0, member.indexOf(':'));
            if (!fields.contains(name + ":")) {
                members.append(',').append(member);
            }
        }
        return "{" + members.toString().replace('\'', '"') + "}";
    }

    private Pharos start() {
        return start(0);
    }

    private Pharos start(int port) {
        PrintStream quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return Pharos.start(
                Options.parse(List.of(
                        "--data=" + directory.resolve("data"),
                        "--port=" + port,
                        "--core-port=0",
                        "--pharos.sandbox.participants.enabled=false")),
                new StartReport(quiet));
    }
}
