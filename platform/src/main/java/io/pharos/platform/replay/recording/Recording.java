package io.pharos.platform.replay.recording;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recorded day: all its messages, the row that the book is seeded from, and the rows to compare with. Row k of each
 * book file is the book after message k.
 */
public final class Recording {
    private final List<RecordedMessage> messages;
    private final RecordedRow seed;
    private final List<Path> books;

    private Recording(List<RecordedMessage> messages, RecordedRow seed, List<Path> books) {
        this.messages = messages;
        this.seed = seed;
        this.books = books;
    }

    /**
     * Reads the messages, and checks that the files belong together: one book has a row for each message, none has
     * more, and the first message is to be seen in each first row.
     *
     * @param books at least one; a shorter one holds the first rows only
     * @param seedFile whose first row seeds the book; the first row of the deepest book if null
     * @throws RecordingException if a file is missing or malformed, or they do not belong together
     */
    public static Recording open(Path messageFile, List<Path> books, @Nullable Path seedFile) {
        List<RecordedMessage> messages = MessageReader.read(messageFile);
        List<RecordedRow> firsts = new ArrayList<>();
        int rowsMax = 0;
        for (Path book : books) {
            int rows = RowReader.count(book);
            if (rows > messages.size()) {
                throw new RecordingException(
                        book + ": has " + rows + " rows for the " + messages.size() + " messages of " + messageFile);
            }
            rowsMax = Math.max(rowsMax, rows);
            firsts.add(firstRow(book, messageFile, messages.getFirst()));
        }
        if (rowsMax < messages.size()) {
            throw new RecordingException(messageFile + ": has " + messages.size() + " messages, the longest book only "
                    + rowsMax + " rows: the files do not belong together");
        }
        RecordedRow seed = seedFile != null
                ? firstRow(seedFile, messageFile, messages.getFirst())
                : firsts.stream()
                        .max(Comparator.comparingInt(RecordedRow::levels))
                        .orElseThrow();
        return new Recording(messages, seed, List.copyOf(books));
    }

    private static RecordedRow firstRow(Path book, Path messageFile, RecordedMessage first) {
        RecordedRow row = RowReader.first(book);
        if (first.kind() == RecordedMessage.Kind.SUBMISSION
                && row.shows(first.side(), first.price())
                && row.quantityAt(first.side(), first.price()) < first.quantity()) {
            throw new RecordingException(book + ":1: does not show the order that line 1 of " + messageFile
                    + " submits: the files do not belong together");
        }
        return row;
    }

    public List<RecordedMessage> messages() {
        return messages;
    }

    /** The book after the first message. */
    public RecordedRow seed() {
        return seed;
    }

    /** Opens the rows, from the first. */
    public AlignedRows rows() {
        return AlignedRows.open(books);
    }
}
