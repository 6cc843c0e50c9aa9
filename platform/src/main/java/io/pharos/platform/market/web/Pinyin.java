package io.pharos.platform.market.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import net.sourceforge.pinyin4j.PinyinHelper;
import net.sourceforge.pinyin4j.format.HanyuPinyinOutputFormat;
import net.sourceforge.pinyin4j.format.HanyuPinyinToneType;
import net.sourceforge.pinyin4j.format.HanyuPinyinVCharType;
import net.sourceforge.pinyin4j.format.exception.BadHanyuPinyinOutputFormatCombination;

/**
 * What a person may type for a Chinese name: its pinyin in full ({@code guizhoumaotai}) and the initials ({@code gzmt}).
 * A character with several readings gives several spellings, since only a dictionary of words would know that 银行 is read
 * yinhang.
 */
final class Pinyin {
    /** Beyond this many spellings of one kind, further readings are left out. */
    private static final int SPELLINGS_MAX = 64;

    private static final HanyuPinyinOutputFormat PLAIN = new HanyuPinyinOutputFormat();

    static {
        PLAIN.setToneType(HanyuPinyinToneType.WITHOUT_TONE);
        PLAIN.setVCharType(HanyuPinyinVCharType.WITH_V);
    }

    private Pinyin() {}

    /** The spellings in full, then the initials; lower case, ü as v, nothing but letters and digits. */
    static List<String> spellings(String name) {
        Set<String> all = new LinkedHashSet<>(spelled(name, reading -> reading));
        all.addAll(spelled(name, reading -> reading.substring(0, 1)));
        return List.copyOf(all);
    }

    private static Set<String> spelled(String name, Function<String, String> part) {
        Set<String> spellings = new LinkedHashSet<>(Set.of(""));
        for (int i = 0; i < name.length(); i++) {
            Set<String> parts = new LinkedHashSet<>();
            readings(name.charAt(i)).forEach(reading -> parts.add(part.apply(reading)));
            if (parts.isEmpty()) {
                continue;
            }
            Set<String> longer = new LinkedHashSet<>();
            for (String before : spellings) {
                for (String next : parts) {
                    if (longer.size() < SPELLINGS_MAX) {
                        longer.add(before + next);
                    }
                }
            }
            spellings = longer;
        }
        spellings.remove("");
        return spellings;
    }

    private static List<String> readings(char character) {
        if (character < 0x80) {
            return Character.isLetterOrDigit(character)
                    ? List.of(String.valueOf(character).toLowerCase(Locale.ROOT))
                    : List.of();
        }
        try {
            String[] readings = PinyinHelper.toHanyuPinyinStringArray(character, PLAIN);
            return readings == null ? List.of() : new ArrayList<>(new LinkedHashSet<>(List.of(readings)));
        } catch (BadHanyuPinyinOutputFormatCombination impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
