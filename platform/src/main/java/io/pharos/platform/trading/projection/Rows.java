package io.pharos.platform.trading.projection;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows as one array a column, for {@code unnest}: one statement and one round trip, however many rows.
 *
 * @param <T> what a row is made of
 */
final class Rows<T> {
    private record Column<T>(String type, Function<T, @Nullable Object> value) {}

    private final Collection<T> rows;
    private final List<Column<T>> columns = new ArrayList<>();

    Rows(Collection<T> rows) {
        this.rows = rows;
    }

    Rows<T> bigint(Function<T, @Nullable Object> value) {
        columns.add(new Column<>("int8", value));
        return this;
    }

    Rows<T> integer(Function<T, @Nullable Object> value) {
        columns.add(new Column<>("int4", value));
        return this;
    }

    Rows<T> numeric(Function<T, @Nullable Object> value) {
        columns.add(new Column<>("numeric", value));
        return this;
    }

    Rows<T> text(Function<T, @Nullable Object> value) {
        columns.add(new Column<>("text", value));
        return this;
    }

    Rows<T> bool(Function<T, @Nullable Object> value) {
        columns.add(new Column<>("bool", value));
        return this;
    }

    /**
     * Runs the statement if there are rows.
     *
     * @param sql holds {@code %s} where the {@code unnest(?, …)} goes
     */
    void run(Connection connection, String sql) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String unnest = "unnest(" + "?, ".repeat(columns.size() - 1) + "?)";
        try (PreparedStatement statement = connection.prepareStatement(sql.replace("%s", unnest))) {
            for (int i = 0; i < columns.size(); i++) {
                Column<T> column = columns.get(i);
                Object[] values = rows.stream().map(column.value()).toArray();
                Array array = connection.createArrayOf(column.type(), values);
                statement.setArray(i + 1, array);
            }
            statement.executeUpdate();
        }
    }
}
