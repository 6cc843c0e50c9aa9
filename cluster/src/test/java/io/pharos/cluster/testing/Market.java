package io.pharos.cluster.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.cluster.client.CoreClient;
import io.pharos.cluster.message.CommandReply;
import io.pharos.cluster.message.CoreCommand;
import io.pharos.protocol.AccountKind;
import io.pharos.protocol.AssetKind;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.PostingCode;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import java.util.List;

/** A small market: one currency, one share, a buyer and a seller with plenty of both. */
public final class Market {

    public static final int CNY = 1;
    public static final int SHARE = 2;
    public static final int INSTRUMENT = 1;
    public static final long BUYER = 1000;
    public static final long SELLER = 1001;
    public static final long PLENTY = 1_000_000_000_000L;

    private Market() {}

    public static void open(CoreClient client) throws Exception {
        for (var command : List.of(
                new CoreCommand.RegisterAsset(CNY, "CNY", 2, AssetKind.CURRENCY),
                new CoreCommand.RegisterAsset(SHARE, "SHARE", 0, AssetKind.SECURITY),
                new CoreCommand.RegisterAccount(1, AccountKind.HOUSE),
                new CoreCommand.RegisterAccount(2, AccountKind.HOUSE),
                new CoreCommand.RegisterAccount(3, AccountKind.HOUSE),
                new CoreCommand.RegisterAccount(5, AccountKind.HOUSE),
                new CoreCommand.RegisterAccount(BUYER, AccountKind.CUSTOMER),
                new CoreCommand.RegisterAccount(SELLER, AccountKind.CUSTOMER),
                new CoreCommand.Transfer(1, BUYER, CNY, PLENTY, PostingCode.DEPOSIT, 1),
                new CoreCommand.Transfer(5, SELLER, SHARE, PLENTY, PostingCode.ISSUANCE, 2),
                new CoreCommand.RegisterInstrument(
                        INSTRUMENT, "SHARE", SHARE, CNY, 1, 1, 1, 0, 1000, 100, 200, 500, 2, 3, 1_000_000, 50_000),
                new CoreCommand.OpenInstrument(INSTRUMENT, 0))) {
            assertThat(accepted(client, command).outcome()).as("%s", command).isEqualTo(Outcome.ACCEPTED);
        }
    }

    public static CommandReply accepted(CoreClient client, CoreCommand command) throws Exception {
        return Await.reply(client.submit(command));
    }

    /** Orders that rest and trade in turn: every second one meets the one before. */
    public static CoreCommand.PlaceOrder order(long number) {
        boolean buys = number % 2 == 0;
        return new CoreCommand.PlaceOrder(
                buys ? BUYER : SELLER,
                INSTRUMENT,
                buys ? Side.BUY : Side.SELL,
                OrderType.LIMIT,
                TimeInForce.GTC,
                false,
                1000 + (number / 2) % 7,
                1 + (number / 2) % 5,
                number);
    }

    /** A buy that rests far below the market. */
    public static CoreCommand.PlaceOrder bid(long number) {
        return new CoreCommand.PlaceOrder(
                BUYER, INSTRUMENT, Side.BUY, OrderType.LIMIT, TimeInForce.GTC, false, 1 + number % 50, 1, number);
    }
}
