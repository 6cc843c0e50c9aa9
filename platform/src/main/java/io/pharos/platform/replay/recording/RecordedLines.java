package io.pharos.platform.replay.recording;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a plain or gzip file, told apart by their first two bytes, with their numbers. A first line of names is
 * passed over.
 */
final class RecordedLines implements AutoCloseable {
    private static final int GZIP_FIRST_BYTE = 0x1f;
    private static final int GZIP_SECOND_BYTE = 0x8b;

    /** A row of 200 levels takes about 12,000 characters; a longer line is not a recording. */
    private static final int LINE_LENGTH_MAX = 100_000;

    private final Path file;
    private final BufferedReader reader;
    private int line;
    private int rows;

    private RecordedLines(Path file, BufferedReader reader) {
        this.file = file;
        this.reader = reader;
    }

    static RecordedLines open(Path file) {
        if (Files.isDirectory(file)) {
            throw new RecordingException(file + ": is a directory, not a recording");
        }
        try {
            InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
            raw.mark(2);
            boolean gzip = raw.read() == GZIP_FIRST_BYTE && raw.read() == GZIP_SECOND_BYTE;
            raw.reset();
            InputStream plain = gzip ? new GZIPInputStream(raw, 1 << 16) : raw;
            return new RecordedLines(
                    file, new BufferedReader(new InputStreamReader(plain, StandardCharsets.ISO_8859_1), 1 << 16));
        } catch (NoSuchFileException e) {
            throw new RecordingException(file + ": no such file", e);
        } catch (IOException e) {
            throw new RecordingException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** The next line's columns, or null at the end. */
    String @Nullable [] next() {
        try {
            String text = reader.readLine();
            if (text != null && line == 0 && isNames(text)) {
                line++;
                text = reader.readLine();
            }
            if (text == null) {
                return null;
            }
            line++;
            rows++;
            if (text.length() > LINE_LENGTH_MAX) {
                throw malformed("the line is longer than " + LINE_LENGTH_MAX + " characters");
            }
            return text.split(",", -1);
        } catch (IOException e) {
            throw new RecordingException(file + ":" + (line + 1) + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean isNames(String text) {
        return !text.isEmpty() && Character.isLetter(text.charAt(0));
    }

    /** The number of the line last returned, from 1, names included. */
    int line() {
        return line;
    }

    /** How many lines were returned. */
    int rows() {
        return rows;
    }

    long number(String column, String name) {
        try {
            return Long.parseLong(column.strip());
        } catch (NumberFormatException e) {
            throw malformed(name + " is not a whole number: '" + shortened(column) + "'");
        }
    }

    RecordingException malformed(String why) {
        return new RecordingException(file + ":" + line + ": " + why);
    }

    static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new RecordingException(file + ": cannot be closed: " + e.getMessage(), e);
        }
    }
}
