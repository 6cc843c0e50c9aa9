package io.pharos.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.command.Command;
import io.pharos.core.command.LinkedTransfers;
import io.pharos.core.command.ScheduleSession;
import io.pharos.core.command.SetMarginProgram;
import io.pharos.core.fixture.Dispatch;
import io.pharos.core.fixture.Seeded;
import io.pharos.core.fixture.TestMarket;
import io.pharos.protocol.AccountKind;
import io.pharos.protocol.AssetKind;
import io.pharos.protocol.Balancing;
import io.pharos.protocol.Coded;
import io.pharos.protocol.CommandKind;
import io.pharos.protocol.CorporateActionKind;
import io.pharos.protocol.LimitKind;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.PegReference;
import io.pharos.protocol.Phase;
import io.pharos.protocol.PostingCode;
import io.pharos.protocol.RiskScope;
import io.pharos.protocol.Rounding;
import io.pharos.protocol.SelfTradePrevention;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import io.pharos.protocol.VenueReportKind;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Test;

/** Any value in any field: the engine answers, and every invariant still holds. */
class HostileInputTest {
    private static final long[] EXTREMES = {
        0,
        1,
        -1,
        2,
        5,
        10,
        100,
        1_000,
        1_001,
        1L << 31,
        1L << 32,
        (1L << 62) - 1,
        1L << 62,
        (1L << 62) + 1,
        Long.MAX_VALUE - 1,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        Long.MIN_VALUE + 1,
        1_000_000_000_000L,
        1_000_000_000_001L
    };

    private final Seeded random = new Seeded(Seeded.seed("HostileInputTest", 666));

    @Test
    void answersWhateverItIsGiven() throws Exception {
        for (int round = 0; round < 12; round++) {
            TestMarket market = new TestMarket();
            long lastId = 10_000;
            for (int step = 0; step < 1_500; step++) {
                Command command = newCommand();
                fill(command);
                command.clientId = 1;
                command.commandId = random.percent(2) ? extreme() : ++lastId;
                market.engine().advanceTo(round % 2 == 0 ? step + 2L : step * 400_000_000L);
                assertThat(Dispatch.apply(market.engine(), command).outcome).isNotNull();
            }
            market.engine().audit();
        }
    }

    @Test
    void survivesAnyLogTime() {
        TestMarket market = new TestMarket();
        market.engine().advanceTo(Long.MAX_VALUE);
        market.engine().advanceTo(Long.MIN_VALUE);

        assertThat(market.run("A buys 5@100").outcome.isAccepted()).isTrue();
        assertThat(market.engine().timeNanos()).isEqualTo(Long.MAX_VALUE);
        market.engine().audit();
    }

    private Command newCommand() throws Exception {
        CommandKind[] kinds = CommandKind.values();
        CommandKind kind = kinds[1 + random.below(kinds.length - 1)];
        StringBuilder name = new StringBuilder("io.pharos.core.command.");
        boolean upper = true;
        for (char c : kind.name().toCharArray()) {
            if (c == '_') {
                upper = true;
            } else {
                name.append(upper ? c : Character.toLowerCase(c));
                upper = false;
            }
        }
        return Class.forName(name.toString())
                .asSubclass(Command.class)
                .getConstructor()
                .newInstance();
    }

    private void fill(Command command) throws Exception {
        fillFields(command);
        if (command instanceof LinkedTransfers linked) {
            linked.legCount((int) (random.percent(50) ? random.below(5) : extreme()));
            for (int i = 0; i < LinkedTransfers.LEGS_MAX; i++) {
                fillFields(linked.leg(i));
            }
        }
        if (command instanceof SetMarginProgram program && random.percent(80)) {
            program.programId = 1 + random.below(2);
            program.lendingAccountId = TestMarket.FEES;
            program.incomeAccountId = TestMarket.TAX;
            program.closingPpm = 1_000_000 + random.below(1_000_000);
            program.warningPpm = program.closingPpm + random.below(1_000_000);
            program.restorePpm = program.warningPpm + 1 + random.below(1_000_000);
            program.withdrawalPpm = program.restorePpm + random.below(1_000_000);
            program.dayCount = 360;
            program.revalueNanos = 1_000_000_000L;
        }
        if (command instanceof ScheduleSession plan) {
            plan.transitionCount((int) (random.percent(70) ? random.below(5) : extreme()));
            for (int i = 0; i < ScheduleSession.TRANSITIONS_MAX; i++) {
                plan.transition(i, longValue("startNanos"), (Phase) enumValue(Phase.class));
            }
        }
    }

    private void fillFields(Command command) throws Exception {
        for (Field field : command.getClass().getFields()) {
            if (Modifier.isStatic(field.getModifiers()) || Modifier.isFinal(field.getModifiers())) {
                continue;
            }
            Class<?> type = field.getType();
            if (type == long.class) {
                field.setLong(command, longValue(field.getName()));
            } else if (type == int.class) {
                field.setInt(command, (int) longValue(field.getName()));
            } else if (type == boolean.class) {
                field.setBoolean(command, random.percent(30));
            } else if (type == String.class) {
                field.set(command, random.percent(20) ? "x".repeat(random.below(300)) : "N" + random.below(30));
            } else {
                field.set(command, enumValue(type));
            }
        }
    }

    /** Mostly something that exists, so that commands reach deep; often something extreme. */
    private long longValue(String field) {
        if (random.percent(25)) {
            return extreme();
        }
        if (field.endsWith("AccountId") || field.equals("accountId")) {
            return random.percent(40) ? 1 + random.below(6) : TestMarket.FIRST_CUSTOMER + random.below(6);
        }
        if (field.endsWith("AssetId") || field.equals("assetId")) {
            return random.percent(40) ? TestMarket.CNY : random.percent(50) ? TestMarket.SHR : random.below(20);
        }
        if (field.equals("instrumentId")) {
            return random.percent(60) ? TestMarket.INSTRUMENT : random.below(8);
        }
        if (field.equals("venueId")) {
            return random.below(3);
        }
        if (field.equals("calendarId")) {
            return random.below(3);
        }
        if (field.equals("date")) {
            return 20260101L + random.below(28);
        }
        if (field.endsWith("Days")) {
            return random.below(4);
        }
        if (field.endsWith("Ppm")) {
            return random.below(1_100_000);
        }
        return random.percent(50) ? random.below(30) : random.below(20_000);
    }

    private long extreme() {
        return random.percent(20) ? random.next() : EXTREMES[random.below(EXTREMES.length)];
    }

    private Coded enumValue(Class<?> type) {
        Coded[] values = switch (type.getSimpleName()) {
            case "Phase" -> Phase.values();
            case "Side" -> Side.values();
            case "OrderType" -> OrderType.values();
            case "TimeInForce" -> TimeInForce.values();
            case "SelfTradePrevention" -> SelfTradePrevention.values();
            case "PegReference" -> PegReference.values();
            case "RiskScope" -> RiskScope.values();
            case "LimitKind" -> LimitKind.values();
            case "AssetKind" -> AssetKind.values();
            case "AccountKind" -> AccountKind.values();
            case "PostingCode" -> PostingCode.values();
            case "Balancing" -> Balancing.values();
            case "Rounding" -> Rounding.values();
            case "CorporateActionKind" -> CorporateActionKind.values();
            case "VenueReportKind" -> VenueReportKind.values();
            default -> throw new IllegalArgumentException("no values of " + type);
        };
        return random.percent(10) ? values[0] : values[random.below(values.length)];
    }
}
