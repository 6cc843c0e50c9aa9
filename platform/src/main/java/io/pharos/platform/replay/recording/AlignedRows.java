package io.pharos.platform.replay.recording;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The rows of several book files, line by line. */
public final class AlignedRows implements AutoCloseable {
    private final List<RowReader> readers;

    private AlignedRows(List<RowReader> readers) {
        this.readers = readers;
    }

    static AlignedRows open(List<Path> books) {
        List<RowReader> readers = new ArrayList<>();
        for (Path book : books) {
            readers.add(RowReader.open(book));
        }
        return new AlignedRows(readers);
    }

    /** The next line's rows, the deepest first; without those of files that have ended. */
    public List<RecordedRow> next() {
        List<RecordedRow> rows = new ArrayList<>(readers.size());
        for (RowReader reader : readers) {
            RecordedRow row = reader.next();
            if (row != null) {
                rows.add(row);
            }
        }
        rows.sort(Comparator.comparingInt(RecordedRow::levels).reversed());
        return rows;
    }

    @Override
    public void close() {
        readers.forEach(RowReader::close);
    }
}
