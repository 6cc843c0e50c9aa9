package io.pharos.platform.trading.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.cluster.client.ClientSettings;
import io.pharos.cluster.client.CoreClient;
import io.pharos.cluster.journal.JournalReader;
import io.pharos.cluster.member.CoreMember;
import io.pharos.cluster.member.MemberSettings;
import io.pharos.cluster.message.CommandReply;
import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.message.CoreEvent;
import io.pharos.cluster.message.OrderConditions;
import io.pharos.cluster.transport.ClusterSecret;
import io.pharos.cluster.transport.MemberAddress;
import io.pharos.platform.host.Ports;
import io.pharos.protocol.AccountKind;
import io.pharos.protocol.AssetKind;
import io.pharos.protocol.LimitKind;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.PostingCode;
import io.pharos.protocol.RiskScope;
import io.pharos.protocol.SelfTradePrevention;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The journal of a real core that was given random, seeded commands: batches as its reader hands them out. */
public final class RecordedJournal {
    private static final ClusterSecret SECRET = ClusterSecret.of("a secret of this test and no other");
    private static final int ACCOUNTS = 12;
    private static final int SHARES = 10;
    private static final int CNY = 1;
    private static final int INSTRUMENT = 7;
    private static final List<TimeInForce> KINDS = List.of(TimeInForce.GTC, TimeInForce.IOC, TimeInForce.FOK);

    private static final List<OrderType> CONDITIONAL = List.of(
            OrderType.LIMIT, OrderType.STOP, OrderType.STOP_LIMIT, OrderType.TRAILING_STOP, OrderType.MARKET_TO_LIMIT);
    private static final List<SelfTradePrevention> PREVENTIONS = List.of(SelfTradePrevention.values());

    private RecordedJournal() {}

    /** Runs the commands, and a stop that is left waiting, and reads the journal from its first event. */
    public static List<List<CoreEvent>> of(Path directory, long seed, int commands) throws Exception {
        MemberSettings settings = MemberSettings.single(directory, Ports.freeRange(MemberAddress.PORTS), true, SECRET);
        try (CoreMember member = CoreMember.launch(settings)) {
            assertThat(member.awaitServing(Duration.ofSeconds(60))).isTrue();
            try (CoreClient client =
                    CoreClient.connect(ClientSettings.of(1, settings.members(), SECRET), member.transport())) {
                long last = run(client, new Random(seed), commands);
                List<List<CoreEvent>> batches = new CopyOnWriteArrayList<>();
                CompletableFuture<Boolean> complete = new CompletableFuture<>();
                try (JournalReader reader =
                        JournalReader.open("test", member.journalSource(), 0, (events, position) -> {
                            batches.add(List.copyOf(events));
                            if (position.sequence() >= last) {
                                complete.complete(true);
                            }
                        })) {
                    complete.get(60, TimeUnit.SECONDS);
                    assertThat(reader.status().error()).isNull();
                }
                return List.copyOf(batches);
            }
        }
    }

    private static long run(CoreClient client, Random random, int commands) throws Exception {
        List<CoreCommand> setUp = new ArrayList<>(List.of(
                new CoreCommand.RegisterAsset(CNY, "CNY", 2, AssetKind.CURRENCY),
                new CoreCommand.RegisterAsset(SHARES, "600036", 0, AssetKind.SECURITY),
                new CoreCommand.RegisterAccount(1, AccountKind.HOUSE),
                new CoreCommand.RegisterAccount(2, AccountKind.HOUSE),
                new CoreCommand.RegisterAccount(3, AccountKind.HOUSE),
                new CoreCommand.RegisterAccount(5, AccountKind.HOUSE),
                new CoreCommand.RegisterInstrument(
                        INSTRUMENT, "600036", SHARES, CNY, 1, 1, 1, 100_000, 1_000, 250, 250, 500, 2, 3, 10_000, 0),
                new CoreCommand.OpenInstrument(INSTRUMENT, 1_000)));
        for (int i = 0; i < ACCOUNTS; i++) {
            long account = account(i);
            setUp.add(new CoreCommand.RegisterAccount(account, AccountKind.CUSTOMER));
            setUp.add(new CoreCommand.Transfer(1, account, CNY, 50_000_000, PostingCode.DEPOSIT, i + 1));
            setUp.add(new CoreCommand.Transfer(5, account, SHARES, 20_000, PostingCode.ISSUANCE, 0));
        }
        for (CoreCommand command : setUp) {
            assertThat(get(client.submit(command)).isAccepted())
                    .as("%s", command)
                    .isTrue();
        }
        List<CompletionStage<CommandReply>> replies = new ArrayList<>();
        List<Long> orders = new CopyOnWriteArrayList<>();
        for (int i = 0; i < commands; i++) {
            CompletionStage<CommandReply> reply = client.submit(next(random, orders));
            replies.add(reply.thenApply(r -> {
                if (r.isAccepted() && r.remainingLots() > 0) {
                    orders.add(r.entityId());
                }
                return r;
            }));
            if (i % 200 == 199) {
                get(replies.getLast());
            }
        }
        long last = 0;
        for (CompletionStage<CommandReply> reply : replies) {
            last = Math.max(last, get(reply).sequence());
        }
        // What the random commands left there must not refuse the stop.
        for (CoreCommand lifted : List.of(
                new CoreCommand.SetKillSwitch(RiskScope.ACCOUNT, account(5), false, 7, 1),
                new CoreCommand.SetLimit(RiskScope.ACCOUNT, account(5), LimitKind.ORDER_QUANTITY, 0, 7, 1))) {
            last = Math.max(last, get(client.submit(lifted)).sequence());
        }
        CommandReply waits = get(client.submit(new CoreCommand.PlaceOrder(
                account(5),
                INSTRUMENT,
                Side.SELL,
                OrderType.STOP,
                TimeInForce.GTC,
                false,
                0,
                10,
                0,
                new OrderConditions(1, 0, 0, 0, 0, 0, SelfTradePrevention.NONE, false))));
        assertThat(waits.isAccepted()).as("%s", waits).isTrue();
        return Math.max(last, waits.sequence());
    }

    private static CoreCommand next(Random random, List<Long> orders) {
        long account = account(random.nextInt(ACCOUNTS));
        int what = random.nextInt(20);
        Long order = orders.isEmpty() ? null : orders.get(random.nextInt(orders.size()));
        if (what < 3 && order != null) {
            return new CoreCommand.CancelOrder(account, order);
        }
        if (what < 5 && order != null) {
            return new CoreCommand.ReplaceOrder(account, order, 950 + random.nextInt(100), 1 + random.nextInt(400));
        }
        if (what == 5) {
            return new CoreCommand.MassCancel(account, INSTRUMENT);
        }
        if (what == 6) {
            return new CoreCommand.Transfer(
                    account,
                    account(random.nextInt(ACCOUNTS)),
                    SHARES,
                    1 + random.nextInt(100),
                    PostingCode.INTERNAL,
                    0);
        }
        if (what == 7) {
            return new CoreCommand.Hold(account, CNY, 1 + random.nextInt(10_000), 0, PostingCode.WITHDRAWAL, 9);
        }
        if (what == 19 && random.nextInt(4) == 0) {
            return random.nextInt(4) == 0
                    ? new CoreCommand.SetKillSwitch(RiskScope.ACCOUNT, account, random.nextInt(3) == 0, 7, 1)
                    : new CoreCommand.SetLimit(
                            RiskScope.ACCOUNT, account, LimitKind.ORDER_QUANTITY, random.nextInt(400) - 1, 7, 1);
        }
        if (what < 12 && what > 8) {
            return conditional(random, account);
        }
        boolean market = what == 8;
        return new CoreCommand.PlaceOrder(
                account,
                INSTRUMENT,
                random.nextBoolean() ? Side.BUY : Side.SELL,
                market ? OrderType.MARKET : OrderType.LIMIT,
                market ? TimeInForce.IOC : KINDS.get(random.nextInt(KINDS.size())),
                false,
                market ? 0 : 940 + random.nextInt(120),
                1L + random.nextInt(300),
                random.nextInt(1_000));
    }

    /** Stops, icebergs, orders that must not meet their own account, and those that the core prices. */
    private static CoreCommand conditional(Random random, long account) {
        OrderType type = CONDITIONAL.get(random.nextInt(CONDITIONAL.size()));
        long price = 960L + random.nextInt(80);
        long lots = 20L + random.nextInt(200);
        boolean stops = type.isConditional();
        boolean trails = type == OrderType.TRAILING_STOP;
        boolean posts = type == OrderType.LIMIT && random.nextInt(3) == 0;
        boolean dated = random.nextInt(4) == 0;
        return new CoreCommand.PlaceOrder(
                account,
                INSTRUMENT,
                random.nextBoolean() ? Side.BUY : Side.SELL,
                type,
                dated ? TimeInForce.GTD : random.nextBoolean() ? TimeInForce.DAY : TimeInForce.GTC,
                posts,
                type == OrderType.LIMIT || type == OrderType.STOP_LIMIT ? price : 0,
                lots,
                random.nextInt(1_000),
                new OrderConditions(
                        stops && !trails ? price : 0,
                        trails && lots % 2 == 0 ? 5L + random.nextInt(20) : 0,
                        trails && lots % 2 == 1 ? 5_000 + random.nextInt(20_000) : 0,
                        type == OrderType.LIMIT || type == OrderType.STOP_LIMIT ? 1L + random.nextInt(19) : 0,
                        0,
                        dated ? Long.MAX_VALUE : 0,
                        PREVENTIONS.get(random.nextInt(PREVENTIONS.size())),
                        posts));
    }

    /** Two sandbox participants, whose history is not kept, and customers. */
    private static long account(int index) {
        return index < 2 ? 900 + index : 998 + index;
    }

    private static CommandReply get(CompletionStage<CommandReply> reply) throws Exception {
        return reply.toCompletableFuture().get(60, TimeUnit.SECONDS);
    }
}
