package io.pharos.platform.market.store;

import io.pharos.platform.instrument.Asset;
import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.market.book.BookSide;
import io.pharos.platform.market.book.RestingOrder;
import io.pharos.platform.market.book.RestingOrder.Place;
import io.pharos.platform.market.candle.Candle;
import io.pharos.platform.market.candle.DayFigures;
import io.pharos.platform.market.fold.MarketImage;
import io.pharos.platform.market.fold.MarketImage.InstrumentImage;
import io.pharos.platform.market.fold.SessionState;
import io.pharos.platform.market.fold.TapeTrade;
import io.pharos.protocol.AssetKind;
import io.pharos.protocol.Phase;
import io.pharos.protocol.Side;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A market image as bytes. Another version is not read but rebuilt from the journal. */
final class CheckpointCodec {
    private static final int VERSION = 2;

    private CheckpointCodec() {}

    static byte[] write(MarketImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(VERSION);
            out.writeLong(image.sequence());
            out.writeLong(image.timeNanos());
            out.writeInt(image.assets().size());
            for (Asset asset : image.assets()) {
                out.writeInt(asset.assetId());
                out.writeUTF(asset.code());
                out.writeInt(asset.scale());
                out.writeUTF(asset.kind().name());
            }
            out.writeInt(image.instruments().size());
            for (InstrumentImage instrument : image.instruments()) {
                write(out, instrument);
            }
        }
        return bytes.toByteArray();
    }

    /** The image, or null when the bytes are of another version. */
    static @Nullable MarketImage read(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
            if (in.readInt() != VERSION) {
                return null;
            }
            long sequence = in.readLong();
            long timeNanos = in.readLong();
            List<Asset> assets = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                assets.add(new Asset(in.readInt(), in.readUTF(), in.readInt(), AssetKind.valueOf(in.readUTF())));
            }
            List<InstrumentImage> instruments = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                instruments.add(readInstrument(in, assets));
            }
            return new MarketImage(sequence, timeNanos, assets, instruments);
        }
    }

    private static void write(DataOutputStream out, InstrumentImage image) throws IOException {
        Instrument i = image.instrument();
        out.writeInt(i.instrumentId());
        out.writeUTF(i.symbol());
        out.writeInt(i.base().assetId());
        out.writeInt(i.quote().assetId());
        out.writeLong(i.lotMinor());
        out.writeLong(i.boardLotLots());
        out.writeLong(i.tickValueMinor());
        out.writeInt(i.bandPpm());
        out.writeLong(i.referencePriceTicks());
        out.writeLong(i.lowerLimitTicks());
        out.writeLong(i.upperLimitTicks());
        out.writeInt(i.makerFeePpm());
        out.writeInt(i.takerFeePpm());
        out.writeInt(i.sellTaxPpm());
        out.writeInt(i.marketCollarPpm());
        out.writeLong(i.maxOrderLots());
        out.writeUTF(i.phase().name());
        out.writeLong(image.bookSequence());
        out.writeLong(image.quoteSequence());
        out.writeLong(image.asOfNanos());
        out.writeLong(image.day().previousCloseTicks());
        out.writeLong(image.day().lastTicks());
        out.writeLong(image.session().endsNanos());
        out.writeLong(image.session().auctionTicks());
        out.writeLong(image.session().auctionLots());
        out.writeLong(image.session().surplusLots());
        Candle today = image.day().today();
        out.writeBoolean(today != null);
        if (today != null) {
            write(out, today);
        }
        out.writeInt(image.orders().size());
        for (RestingOrder order : image.orders()) {
            out.writeLong(order.orderId());
            out.writeBoolean(order.side() == BookSide.BID);
            out.writeLong(order.priceTicks());
            out.writeLong(order.remainingLots());
            out.writeUTF(order.place().name());
        }
        out.writeInt(image.tape().size());
        for (TapeTrade trade : image.tape()) {
            out.writeLong(trade.tradeId());
            out.writeLong(trade.sequence());
            out.writeLong(trade.timeNanos());
            out.writeLong(trade.priceTicks());
            out.writeLong(trade.quantityLots());
            out.writeBoolean(trade.takerSide() == Side.BUY);
        }
    }

    private static InstrumentImage readInstrument(DataInputStream in, List<Asset> assets) throws IOException {
        Instrument instrument = new Instrument(
                in.readInt(),
                in.readUTF(),
                asset(assets, in.readInt()),
                asset(assets, in.readInt()),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readInt(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readLong(),
                Phase.valueOf(in.readUTF()));
        long bookSequence = in.readLong();
        long quoteSequence = in.readLong();
        long asOfNanos = in.readLong();
        long previousCloseTicks = in.readLong();
        long lastTicks = in.readLong();
        SessionState session = new SessionState(in.readLong(), in.readLong(), in.readLong(), in.readLong());
        Candle today = in.readBoolean() ? readCandle(in) : null;
        List<RestingOrder> orders = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            orders.add(new RestingOrder(
                    in.readLong(),
                    in.readBoolean() ? BookSide.BID : BookSide.ASK,
                    in.readLong(),
                    in.readLong(),
                    Place.valueOf(in.readUTF())));
        }
        List<TapeTrade> tape = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            tape.add(new TapeTrade(
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    in.readBoolean() ? Side.BUY : Side.SELL));
        }
        DayFigures day = new DayFigures(previousCloseTicks, lastTicks, today);
        return new InstrumentImage(instrument, bookSequence, quoteSequence, asOfNanos, day, session, orders, tape);
    }

    private static void write(DataOutputStream out, Candle candle) throws IOException {
        out.writeLong(candle.openAtNanos());
        out.writeLong(candle.openTicks());
        out.writeLong(candle.highTicks());
        out.writeLong(candle.lowTicks());
        out.writeLong(candle.closeTicks());
        out.writeLong(candle.volumeLots());
        out.writeLong(candle.turnoverMinor());
    }

    private static Candle readCandle(DataInputStream in) throws IOException {
        return new Candle(
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong());
    }

    private static Asset asset(List<Asset> assets, int assetId) throws IOException {
        for (Asset asset : assets) {
            if (asset.assetId() == assetId) {
                return asset;
            }
        }
        throw new IOException("checkpoint names asset " + assetId + " and does not hold it");
    }
}
