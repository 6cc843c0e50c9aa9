package io.pharos.simulation.world;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.protocol.AccountKind;
import io.pharos.protocol.AssetKind;
import io.pharos.protocol.PostingCode;
import io.pharos.simulation.check.Violation;
import io.pharos.simulation.run.Seeded;
import java.util.List;

/** What the clients want, and when: a narrow market where everybody meets everybody. */
final class Workload {
    static final int CURRENCY = 1;
    static final int SHARE = 2;
    static final int COIN = 3;

    /** Of which so much is outstanding that nothing more fits. */
    static final int HUGE = 4;

    /** Rights that a rights issue gives. */
    static final int RIGHTS = 5;

    static final long ISSUANCE = 1;
    static final long FEES = 2;
    static final long TAX = 3;
    static final long FIRST_CUSTOMER = 1_000;
    static final long CLEARING = 4;
    static final int CUSTOMERS = 5;
    static final int INSTRUMENTS = 2;

    private static final int CALENDARS = 3;
    private static final int END_OF_DAY_STEPS_MAX = 400;
    private static final int PENDING_MAX = 6;
    private static final long PAUSE_MAX_NANOS = 25 * Weather.MILLI;

    private final World world;
    private final Seeded random;
    private final List<Client> clients;
    private final int commands;
    private final OrderMaker orders;
    private final LedgerMaker ledger;
    private final List<CommandMaker> makers;
    private final HostileClient hostile;
    private int submitted;
    private boolean ended;

    Workload(World world, long seed, List<Client> clients, int commands) {
        this.world = world;
        this.clients = clients;
        this.commands = commands;
        random = world.random();
        orders = new OrderMaker(random);
        ledger = new LedgerMaker(random, orders);
        SettlementMaker settlement = new SettlementMaker(seed);
        makers = List.of(
                new RiskMaker(seed),
                new LinkMaker(seed, orders),
                settlement,
                new ServicingMaker(seed, settlement, orders),
                new CalendarMaker(seed),
                new FeeMaker(seed),
                new PegMaker(seed, orders),
                new BracketMaker(seed, orders));
        hostile = new HostileClient(world, this);
    }

    /** Founds the market, one command after the other. */
    void setUp() {
        must(new CoreCommand.RegisterAsset(CURRENCY, "CNY", 2, AssetKind.CURRENCY));
        must(new CoreCommand.RegisterAsset(SHARE, "SHA", 0, AssetKind.SECURITY));
        must(new CoreCommand.RegisterAsset(COIN, "XBT", 8, AssetKind.COIN));
        must(new CoreCommand.RegisterAsset(HUGE, "ZZZ", 0, AssetKind.COIN));
        must(new CoreCommand.RegisterAsset(RIGHTS, "RGT", 0, AssetKind.SECURITY));
        for (long house = ISSUANCE; house <= CLEARING; house++) {
            must(new CoreCommand.RegisterAccount(house, AccountKind.HOUSE));
        }
        for (int i = 0; i < CUSTOMERS; i++) {
            long account = FIRST_CUSTOMER + i;
            must(new CoreCommand.RegisterAccount(account, AccountKind.CUSTOMER));
            must(issue(account, CURRENCY, 400_000));
            must(issue(account, SHARE, 1_500));
            must(issue(account, COIN, 150_000));
        }
        for (int i = 1; i <= INSTRUMENTS; i++) {
            must(orders.terms(i));
            must(new CoreCommand.OpenInstrument(i, 100));
        }
    }

    private void must(CoreCommand command) {
        clients.getFirst().submit(command, true);
        world.settle();
    }

    private CoreCommand issue(long account, int assetId, long amount) {
        return new CoreCommand.Transfer(ISSUANCE, account, assetId, amount, PostingCode.ISSUANCE, orders.nextKey());
    }

    void begin() {
        hostile.begin();
        for (Client client : clients) {
            next(client);
        }
    }

    /** Ends the business days whose runs are under way: that must come to an end. */
    void endDays() {
        for (int calendarId = 1; calendarId <= CALENDARS; calendarId++) {
            for (int steps = 0; world.checkers().known().endOfDayDate(calendarId) != 0; steps++) {
                if (steps > END_OF_DAY_STEPS_MAX) {
                    throw new Violation("liveness", "the end of a day of calendar " + calendarId + " does not end");
                }
                int date = world.checkers().known().endOfDayDate(calendarId);
                must(new CoreCommand.RunEndOfDay(calendarId, date, 1 + steps % 3, 0));
            }
        }
    }

    /** Nothing more is submitted. */
    void end() {
        ended = true;
    }

    boolean isDone() {
        return submitted >= commands;
    }

    boolean isEnded() {
        return ended || isDone();
    }

    private void next(Client client) {
        world.after(random.between(1, PAUSE_MAX_NANOS), () -> {
            if (!isEnded()) {
                if (client.pendingCount() < PENDING_MAX) {
                    submitted++;
                    client.submit(command(), false);
                }
                next(client);
            }
        });
    }

    /** One command of the mix. */
    CoreCommand command() {
        var known = world.checkers().known();
        for (CommandMaker maker : makers) {
            if (maker.isNext(known)) {
                return maker.command(known);
            }
        }
        int dice = random.below(1_000);
        if (dice < 500) {
            return orders.place(known);
        }
        if (dice < 650) {
            return orders.replace(known);
        }
        if (dice < 710) {
            return orders.cancel(known);
        }
        if (dice < 722) {
            return orders.massCancel();
        }
        if (dice < 790) {
            return ledger.transfer();
        }
        if (dice < 798) {
            return ledger.reverse(known);
        }
        if (dice < 825) {
            return ledger.linked();
        }
        if (dice < 875) {
            return ledger.hold(known);
        }
        if (dice < 920) {
            return ledger.endHold(known);
        }
        if (dice < 960) {
            return orders.changePhase(known);
        }
        if (dice < 967) {
            return orders.setRules();
        }
        if (dice < 985) {
            return ledger.register();
        }
        return dice < 996 ? new CoreCommand.TakeDigest() : ledger.ask();
    }
}
